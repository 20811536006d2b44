//! JSON told piece by piece: what printing and comparing have in common.

use std::fmt::{self, Display, Write as _};

use serde::ser::{
    self, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use serde_json::Number;

/// What was told is not taken.
#[derive(Debug)]
pub(super) struct Refused;

impl Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("refused")
    }
}

impl std::error::Error for Refused {}

impl ser::Error for Refused {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

/// Whether what was told is taken.
pub(super) type Told = Result<(), Refused>;

/// What takes JSON while it is told.
pub(super) trait Listener {
    /// The next piece of what is neither a bracket nor between two items.
    fn piece(&mut self, piece: &str) -> Told;

    /// The digits of a number, which are ASCII.
    fn digits(&mut self, digits: &[u8]) -> Told;

    /// A string in which nothing has to be escaped.
    fn plain(&mut self, text: &str) -> Told {
        self.piece("\"")?;
        self.piece(text)?;
        self.piece("\"")
    }

    /// The name of a member, in which nothing has to be escaped, and what stands behind it.
    fn key(&mut self, key: &'static str) -> Told {
        self.plain(key)?;
        self.piece(": ")
    }

    /// An array or object begins, whose brackets are these.
    fn begin(&mut self, brackets: [&'static str; 2]);

    /// An item of the array or object that was begun last, which the next pieces are, or a key and then its value.
    fn item(&mut self) -> Told;

    /// The array or object that was begun last ends.
    fn end(&mut self) -> Told;
}

/// Tells a value to a listener.
pub(super) fn tell(value: &(impl Serialize + ?Sized), listener: &mut impl Listener) -> Told {
    value.serialize(Teller(listener))
}

struct Teller<'l, L>(&'l mut L);

impl<L: Listener> Teller<'_, L> {
    fn string(self, text: &str) -> Told {
        if !text.bytes().any(is_suspect) {
            return self.0.plain(text);
        }
        self.0.piece("\"")?;
        escaped(text, |piece| self.0.piece(piece))?;
        self.0.piece("\"")
    }

    fn display(self, shown: impl Display) -> Told {
        /// Takes what is shown in pieces.
        struct Pieces<'l, L>(&'l mut L);

        impl<L: Listener> fmt::Write for Pieces<'_, L> {
            fn write_str(&mut self, text: &str) -> fmt::Result {
                escaped(text, |piece| self.0.piece(piece)).map_err(|_| fmt::Error)
            }
        }

        write!(Pieces(self.0), "{shown}").map_err(|_| Refused)
    }

    fn number(self, mut number: u64) -> Told {
        let mut digits = [0; 20];
        let mut first = digits.len();
        loop {
            first -= 1;
            digits[first] = b'0' + u8::try_from(number % 10).unwrap_or_default();
            number /= 10;
            if number == 0 {
                break;
            }
        }
        self.0.digits(&digits[first..])
    }

    fn begin_variant(&mut self, variant: &'static str, brackets: [&'static str; 2]) -> Told {
        self.0.begin(["{", "}"]);
        self.0.item()?;
        self.0.key(variant)?;
        self.0.begin(brackets);
        Ok(())
    }
}

/// Gives the pieces of what stands between the quotation marks of a string.
fn escaped(text: &str, mut take: impl FnMut(&str) -> Told) -> Told {
    let mut taken = 0;
    let mut at = 0;
    let bytes = text.as_bytes();
    while let Some(length) = bytes[at..].iter().copied().position(is_suspect) {
        at += length;
        // A suspect byte is the first of a character.
        let Some(character) = text[at..].chars().next() else { break };
        let next = at + character.len_utf8();
        let escape = match character {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            // All of them are single UTF-16 units.
            hidden if is_hidden(hidden) => &format!("\\u{:04x}", u32::from(character)),
            _ => {
                at = next;
                continue;
            }
        };
        take(&text[taken..at])?;
        take(escape)?;
        (at, taken) = (next, next);
    }
    take(&text[taken..])
}

/// Whether a character begins with this byte that may have to be escaped.
fn is_suspect(byte: u8) -> bool {
    static SUSPECT: [bool; 256] = {
        let mut suspect = [false; 256];
        let mut byte = 0;
        while byte < 256 {
            suspect[byte] = byte < 0x20 || matches!(byte, 0x22 | 0x5c | 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef);
            byte += 1;
        }
        suspect
    };
    SUSPECT[usize::from(byte)]
}

/// Whether a character would change how the file looks without being seen itself.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

impl<'l, L: Listener> Serializer for Teller<'l, L> {
    type Ok = ();
    type Error = Refused;
    type SerializeSeq = Items<'l, L>;
    type SerializeTuple = Items<'l, L>;
    type SerializeTupleStruct = Items<'l, L>;
    type SerializeTupleVariant = Items<'l, L>;
    type SerializeMap = Items<'l, L>;
    type SerializeStruct = Items<'l, L>;
    type SerializeStructVariant = Items<'l, L>;

    fn serialize_bool(self, truth: bool) -> Told {
        self.0.piece(if truth { "true" } else { "false" })
    }

    fn serialize_i8(self, number: i8) -> Told {
        self.serialize_i64(number.into())
    }

    fn serialize_i16(self, number: i16) -> Told {
        self.serialize_i64(number.into())
    }

    fn serialize_i32(self, number: i32) -> Told {
        self.serialize_i64(number.into())
    }

    fn serialize_i64(self, number: i64) -> Told {
        self.display(number)
    }

    fn serialize_u8(self, number: u8) -> Told {
        self.serialize_u64(number.into())
    }

    fn serialize_u16(self, number: u16) -> Told {
        self.serialize_u64(number.into())
    }

    fn serialize_u32(self, number: u32) -> Told {
        self.serialize_u64(number.into())
    }

    fn serialize_u64(self, number: u64) -> Told {
        self.number(number)
    }

    fn serialize_f32(self, number: f32) -> Told {
        self.serialize_f64(number.into())
    }

    fn serialize_f64(self, number: f64) -> Told {
        match Number::from_f64(number) {
            Some(number) => self.display(number),
            None => self.serialize_unit(),
        }
    }

    fn serialize_char(self, character: char) -> Told {
        self.serialize_str(character.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Told {
        self.string(text)
    }

    fn collect_str<T: Display + ?Sized>(self, shown: &T) -> Told {
        self.0.piece("\"")?;
        Teller(self.0).display(shown)?;
        self.0.piece("\"")
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Told {
        bytes.serialize(self)
    }

    fn serialize_none(self) -> Told {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Told {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Told {
        self.0.piece("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Told {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Told {
        self.0.plain(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Told {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Told {
        self.0.begin(["{", "}"]);
        self.0.item()?;
        self.0.key(variant)?;
        tell(value, self.0)?;
        self.0.end()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'l, L>, Refused> {
        self.0.begin(["[", "]"]);
        Ok(Items { listener: self.0, containers: 1 })
    }

    fn serialize_tuple(self, length: usize) -> Result<Items<'l, L>, Refused> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<Items<'l, L>, Refused> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_variant(
        mut self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items<'l, L>, Refused> {
        self.begin_variant(variant, ["[", "]"])?;
        Ok(Items { listener: self.0, containers: 2 })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Items<'l, L>, Refused> {
        self.0.begin(["{", "}"]);
        Ok(Items { listener: self.0, containers: 1 })
    }

    fn serialize_struct(self, _: &'static str, length: usize) -> Result<Items<'l, L>, Refused> {
        self.serialize_map(Some(length))
    }

    fn serialize_struct_variant(
        mut self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items<'l, L>, Refused> {
        self.begin_variant(variant, ["{", "}"])?;
        Ok(Items { listener: self.0, containers: 2 })
    }
}

/// The items of an array or object, while they are told.
struct Items<'l, L> {
    listener: &'l mut L,
    /// How many containers end with the items: a variant's stand in an object of their own.
    containers: usize,
}

impl<L: Listener> Items<'_, L> {
    fn put<T: Serialize + ?Sized>(&mut self, item: &T) -> Told {
        self.listener.item()?;
        tell(item, self.listener)
    }

    fn put_member<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Told {
        self.listener.item()?;
        self.listener.key(key)?;
        tell(value, self.listener)
    }

    fn finish(self) -> Told {
        (0..self.containers).try_for_each(|_| self.listener.end())
    }
}

macro_rules! items {
    ($($kind:ident $put:ident),+ $(,)?) => { $(
        impl<L: Listener> $kind for Items<'_, L> {
            type Ok = ();
            type Error = Refused;

            fn $put<T: Serialize + ?Sized>(&mut self, item: &T) -> Told {
                self.put(item)
            }

            fn end(self) -> Told {
                self.finish()
            }
        }
    )+ };
}
items!(
    SerializeSeq serialize_element,
    SerializeTuple serialize_element,
    SerializeTupleStruct serialize_field,
    SerializeTupleVariant serialize_field,
);

macro_rules! members {
    ($($kind:ident),+ $(,)?) => { $(
        impl<L: Listener> $kind for Items<'_, L> {
            type Ok = ();
            type Error = Refused;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Told {
                self.put_member(key, value)
            }

            fn end(self) -> Told {
                self.finish()
            }
        }
    )+ };
}
members!(SerializeStruct, SerializeStructVariant);

impl<L: Listener> SerializeMap for Items<'_, L> {
    type Ok = ();
    type Error = Refused;

    /// All keys of what is printed here are strings.
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Told {
        self.put(key)?;
        self.listener.piece(": ")
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Told {
        tell(value, self.listener)
    }

    fn end(self) -> Told {
        self.finish()
    }
}
