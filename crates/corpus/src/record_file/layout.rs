use std::fmt::{Display, Write as _};

use serde::ser::{
    Error as _, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use serde_json::{Error, Number};

/// The widest line on which a whole array or object is printed, in characters.
pub(super) const WIDTH: usize = 120;

/// JSON as it is laid out in the canonical form, printed while it is told.
///
/// A container begins on one line. It is broken into a line an item as soon as an item turns out to hold others, or at
/// its end where it has become too wide. Those around it have been broken before.
#[derive(Default)]
pub(super) struct Layout {
    out: String,
    open: Vec<Container>,
    /// Where the items begin of those containers that stand on one line, the outer ones' first.
    items: Vec<usize>,
}

/// An array or object whose end has not been told yet.
struct Container {
    opening: char,
    closing: char,
    /// How many items it has. The bracket is printed with the first.
    count: usize,
    /// Where its bracket stands.
    start: usize,
    /// How many characters stand before the bracket on its line.
    used: usize,
    /// Where its last item begins.
    last: usize,
    /// Where its items begin in the list of them.
    items: usize,
    is_broken: bool,
}

impl Layout {
    /// What was printed, with the end of its last line.
    pub(super) fn finish(mut self) -> String {
        self.out.push('\n');
        self.out
    }

    fn begin(&mut self, opening: char, closing: char) {
        let items = self.items.len();
        self.open.push(Container { opening, closing, count: 0, start: 0, used: 0, last: 0, items, is_broken: false });
    }

    /// Prints what stands before an item.
    fn item(&mut self) {
        let Some(depth) = self.open.len().checked_sub(1) else { return };
        if self.open[depth].count == 0 {
            if let Some(outer) = depth.checked_sub(1) {
                self.break_up(outer);
                self.open[depth].used = 2 * depth + self.out[self.open[outer].last..].chars().count();
            }
            // Breaking up the outer one has done away with its items.
            self.open[depth].items = self.items.len();
            self.open[depth].start = self.out.len();
            self.out.push(self.open[depth].opening);
        }
        let container = &mut self.open[depth];
        if container.is_broken {
            new_line(container.count, depth + 1, &mut self.out);
        } else {
            self.out.push_str(if container.count > 0 { ", " } else { "" });
            self.items.push(self.out.len());
        }
        container.last = self.out.len();
        container.count += 1;
    }

    fn key(&mut self, key: &str) {
        self.item();
        put_string(key, &mut self.out);
        self.out.push_str(": ");
    }

    /// Gives each item of the container at `depth` a line.
    fn break_up(&mut self, depth: usize) {
        let container = &mut self.open[depth];
        if container.is_broken {
            return;
        }
        container.is_broken = true;
        let line = self.out.split_off(container.start + 1);
        let starts = &self.items[container.items..];
        for (index, start) in starts.iter().enumerate() {
            let end = starts.get(index + 1).map_or(container.start + 1 + line.len(), |next| next - ", ".len());
            new_line(index, depth + 1, &mut self.out);
            container.last = self.out.len();
            self.out.push_str(&line[start - container.start - 1..end - container.start - 1]);
        }
        self.items.truncate(container.items);
    }

    fn end(&mut self) {
        let Some(depth) = self.open.len().checked_sub(1) else { return };
        let Container { opening, closing, count, start, used, .. } = self.open[depth];
        if count == 0 {
            self.out.extend([opening, closing]);
        } else {
            if !self.open[depth].is_broken {
                // With the bracket, and with the comma that may follow it.
                if used + self.out[start..].chars().count() + 1 >= WIDTH {
                    self.break_up(depth);
                }
            }
            if self.open[depth].is_broken {
                end_line(depth, &mut self.out);
            }
            self.out.push(closing);
        }
        self.items.truncate(self.open[depth].items);
        self.open.pop();
    }

    fn put(&mut self, shown: impl Display) {
        // Writing to a string cannot fail.
        let _ = write!(self.out, "{shown}");
    }

    fn put_number(&mut self, mut number: u64) {
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
        self.out.extend(digits[first..].iter().copied().map(char::from));
    }

    fn begin_variant(&mut self, variant: &str, opening: char, closing: char) {
        self.begin('{', '}');
        self.key(variant);
        self.begin(opening, closing);
    }
}

fn new_line(index: usize, depth: usize, out: &mut String) {
    if index > 0 {
        out.push(',');
    }
    end_line(depth, out);
}

fn end_line(depth: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

fn put_string(text: &str, out: &mut String) {
    out.push('"');
    let mut printed = 0;
    let mut at = 0;
    let bytes = text.as_bytes();
    while let Some(length) = bytes[at..].iter().position(|&byte| SUSPECT[usize::from(byte)]) {
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
            hidden if is_hidden(hidden) => "",
            _ => {
                at = next;
                continue;
            }
        };
        out.push_str(&text[printed..at]);
        out.push_str(escape);
        if escape.is_empty() {
            // All of them are single UTF-16 units, and writing to a string cannot fail.
            let _ = write!(out, "\\u{:04x}", u32::from(character));
        }
        (at, printed) = (next, next);
    }
    out.push_str(&text[printed..]);
    out.push('"');
}

/// The bytes with which a character begins that may have to be escaped.
static SUSPECT: [bool; 256] = {
    let mut suspect = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        suspect[byte] = byte < 0x20 || matches!(byte, 0x22 | 0x5c | 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef);
        byte += 1;
    }
    suspect
};

/// Whether a character would change how the file looks without being seen itself.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

impl<'l> Serializer for &'l mut Layout {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Items<'l>;
    type SerializeTuple = Items<'l>;
    type SerializeTupleStruct = Items<'l>;
    type SerializeTupleVariant = Items<'l>;
    type SerializeMap = Items<'l>;
    type SerializeStruct = Items<'l>;
    type SerializeStructVariant = Items<'l>;

    fn serialize_bool(self, truth: bool) -> Result<(), Error> {
        self.out.push_str(if truth { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, number: i8) -> Result<(), Error> {
        self.serialize_i64(number.into())
    }

    fn serialize_i16(self, number: i16) -> Result<(), Error> {
        self.serialize_i64(number.into())
    }

    fn serialize_i32(self, number: i32) -> Result<(), Error> {
        self.serialize_i64(number.into())
    }

    fn serialize_i64(self, number: i64) -> Result<(), Error> {
        self.put(number);
        Ok(())
    }

    fn serialize_u8(self, number: u8) -> Result<(), Error> {
        self.serialize_u64(number.into())
    }

    fn serialize_u16(self, number: u16) -> Result<(), Error> {
        self.serialize_u64(number.into())
    }

    fn serialize_u32(self, number: u32) -> Result<(), Error> {
        self.serialize_u64(number.into())
    }

    fn serialize_u64(self, number: u64) -> Result<(), Error> {
        self.put_number(number);
        Ok(())
    }

    fn serialize_f32(self, number: f32) -> Result<(), Error> {
        self.serialize_f64(number.into())
    }

    fn serialize_f64(self, number: f64) -> Result<(), Error> {
        match Number::from_f64(number) {
            Some(number) => self.put(number),
            None => self.out.push_str("null"),
        }
        Ok(())
    }

    fn serialize_char(self, character: char) -> Result<(), Error> {
        self.serialize_str(character.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        put_string(text, &mut self.out);
        Ok(())
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<(), Error> {
        bytes.serialize(self)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.out.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.begin('{', '}');
        self.key(variant);
        value.serialize(&mut *self)?;
        self.end();
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'l>, Error> {
        self.begin('[', ']');
        Ok(Items { layout: self, containers: 1 })
    }

    fn serialize_tuple(self, length: usize) -> Result<Items<'l>, Error> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<Items<'l>, Error> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items<'l>, Error> {
        self.begin_variant(variant, '[', ']');
        Ok(Items { layout: self, containers: 2 })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Items<'l>, Error> {
        self.begin('{', '}');
        Ok(Items { layout: self, containers: 1 })
    }

    fn serialize_struct(self, _: &'static str, length: usize) -> Result<Items<'l>, Error> {
        self.serialize_map(Some(length))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items<'l>, Error> {
        self.begin_variant(variant, '{', '}');
        Ok(Items { layout: self, containers: 2 })
    }
}

/// The items of an array or object, while they are told.
pub(super) struct Items<'l> {
    layout: &'l mut Layout,
    /// How many containers end with the items: a variant's stand in an object of their own.
    containers: usize,
}

impl Items<'_> {
    fn put<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
        self.layout.item();
        item.serialize(&mut *self.layout)
    }

    fn put_member<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<(), Error> {
        self.layout.key(key);
        value.serialize(&mut *self.layout)
    }

    fn finish(self) {
        for _ in 0..self.containers {
            self.layout.end();
        }
    }
}

macro_rules! items {
    ($($kind:ident $put:ident),+ $(,)?) => { $(
        impl $kind for Items<'_> {
            type Ok = ();
            type Error = Error;

            fn $put<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
                self.put(item)
            }

            fn end(self) -> Result<(), Error> {
                self.finish();
                Ok(())
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
        impl $kind for Items<'_> {
            type Ok = ();
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
                self.put_member(key, value)
            }

            fn end(self) -> Result<(), Error> {
                self.finish();
                Ok(())
            }
        }
    )+ };
}
members!(SerializeStruct, SerializeStructVariant);

impl SerializeMap for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.layout.item();
        let start = self.layout.out.len();
        key.serialize(&mut *self.layout)?;
        if !self.layout.out[start..].starts_with('"') {
            return Err(Error::custom("a key is a string"));
        }
        self.layout.out.push_str(": ");
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut *self.layout)
    }

    fn end(self) -> Result<(), Error> {
        self.finish();
        Ok(())
    }
}
