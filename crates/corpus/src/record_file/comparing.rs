//! Whether a text is what printing gives, told without printing.

use serde::Serialize;

use super::{
    layout::WIDTH,
    telling::{Listener, Refused, Told, tell},
};

/// Whether a text is, byte for byte, the value in the canonical layout.
pub(super) fn is_laid_out(value: &impl Serialize, text: &[u8]) -> bool {
    let mut comparison = Comparison { rest: text, line: text, open: Vec::new() };
    tell(value, &mut comparison).is_ok() && comparison.rest == b"\n"
}

/// What stands between two items that have a line each, down to a depth that no record has.
const BETWEEN_LINES: &[u8] = b",\n                                                ";

/// A value beside the text that may be its layout, compared while the value is told.
///
/// Whether a container stands on one line is taken from the text first, and at the container's end it shows whether
/// that was right.
struct Comparison<'t> {
    /// The text that is still to be compared.
    rest: &'t [u8],
    /// The text from where the line begins.
    line: &'t [u8],
    open: Vec<Container<'t>>,
}

/// An array or object whose end has not been told yet.
struct Container<'t> {
    brackets: [&'static str; 2],
    /// How many items it has. The bracket is compared with the first.
    count: usize,
    /// The text from where the line with its bracket begins.
    line: &'t [u8],
    is_broken: bool,
    /// Whether one of its items holds others, so that it has to be broken.
    holds_others: bool,
}

impl Comparison<'_> {
    /// Compares a new line, indented for this depth, and the comma before it if there is to be one.
    fn new_line(&mut self, is_next: bool, depth: usize) -> Told {
        let start = usize::from(!is_next);
        let between = BETWEEN_LINES.get(start..",\n".len() + 2 * depth).ok_or(Refused)?;
        self.line = self.rest.get(",\n".len() - start..).ok_or(Refused)?;
        self.expect(between)
    }

    fn expect(&mut self, bytes: &[u8]) -> Told {
        let (found, rest) = self.rest.split_at_checked(bytes.len()).ok_or(Refused)?;
        self.rest = rest;
        if found == bytes { Ok(()) } else { Err(Refused) }
    }
}

impl Listener for Comparison<'_> {
    fn piece(&mut self, piece: &str) -> Told {
        self.expect(piece.as_bytes())
    }

    fn digits(&mut self, digits: &[u8]) -> Told {
        self.expect(digits)
    }

    fn plain(&mut self, text: &str) -> Told {
        let [b'"', rest @ ..] = self.rest else { return Err(Refused) };
        self.rest = rest;
        self.expect(text.as_bytes())?;
        let [b'"', rest @ ..] = self.rest else { return Err(Refused) };
        self.rest = rest;
        Ok(())
    }

    fn key(&mut self, key: &'static str) -> Told {
        self.plain(key)?;
        let [b':', b' ', rest @ ..] = self.rest else { return Err(Refused) };
        self.rest = rest;
        Ok(())
    }

    fn begin(&mut self, brackets: [&'static str; 2]) {
        self.open.push(Container { brackets, count: 0, line: self.line, is_broken: false, holds_others: false });
    }

    fn item(&mut self) -> Told {
        let depth = self.open.len();
        let Some((container, outer)) = self.open.split_last_mut() else { return Ok(()) };
        if container.count == 0 {
            if let Some(outer) = outer.last_mut() {
                outer.holds_others = true;
                if !outer.is_broken {
                    return Err(Refused);
                }
            }
            let [bracket, rest @ ..] = self.rest else { return Err(Refused) };
            if container.brackets[0].as_bytes() != [*bracket] {
                return Err(Refused);
            }
            self.rest = rest;
            container.is_broken = rest.first() == Some(&b'\n');
        }
        container.count += 1;
        let is_next = container.count > 1;
        if container.is_broken {
            self.new_line(is_next, depth)
        } else if is_next {
            self.piece(", ")
        } else {
            Ok(())
        }
    }

    fn end(&mut self) -> Told {
        let Some(Container { brackets, count, line, is_broken, holds_others }) = self.open.pop() else {
            return Err(Refused);
        };
        if count == 0 {
            return brackets.into_iter().try_for_each(|bracket| self.piece(bracket));
        }
        // With the bracket, and with the comma that may follow it.
        let is_wide = |width: usize| width + 1 >= WIDTH;
        let told = line.get(..line.len() - self.rest.len()).unwrap_or_default();
        let depth = self.open.len();
        let is_right = if !is_broken {
            // No character is shorter than a byte.
            !(is_wide(told.len()) && is_wide(characters(told)))
        } else if holds_others {
            true
        } else {
            // On one line a blank would stand between two items, in place of a new line and what it is indented by.
            let line_break = "\n".len() + 2 * (depth + 1);
            is_wide((characters(told) + count - 1).saturating_sub(count * line_break))
        };
        if !is_right {
            return Err(Refused);
        }
        if is_broken {
            self.new_line(false, depth)?;
        }
        self.piece(brackets[1])
    }
}

/// The number of characters of a text.
fn characters(text: &[u8]) -> usize {
    // Short counts fit into a byte each, so that many are made at once.
    let of = |bytes: &[u8]| bytes.iter().map(|&byte| u8::from(byte & 0xc0 != 0x80)).sum::<u8>();
    text.chunks(128).map(|bytes| usize::from(of(bytes))).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;
    use crate::record_file::{arbitrary, lay_out, print};

    /// JSON with strings and lists around the widest line.
    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            "[a\"\\\\\né\u{85}]{0,6}".prop_map(Value::from),
            "[aé]{100,120}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            let list = prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from);
            let object = prop::collection::vec(("[a-d]{1,3}", inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect()));
            prop_oneof![list, object]
        })
    }

    /// Other layouts of a text that holds the same JSON: one of its containers of leaves on one line, or on more.
    fn laid_out_otherwise(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        for (open, _) in text.match_indices(['[', '{']) {
            let Some(length) = text[open + 1..].find(['[', '{', ']', '}']) else { continue };
            let items = &text[open + 1..open + 1 + length];
            if items.is_empty() || items.ends_with(": ") {
                continue;
            }
            let (before, after) = (&text[..=open], &text[open + 1 + length..]);
            if items.starts_with('\n') {
                let lines: Vec<&str> = items.trim().lines().map(str::trim).collect();
                all.push(format!("{before}{}{after}", lines.join(" ")));
            } else {
                let line = &before[before.rfind('\n').map_or(0, |end| end + 1)..];
                let indented = " ".repeat(line.len() - line.trim_start().len());
                let items = items.replace(", ", &format!(",\n  {indented}"));
                all.push(format!("{before}\n  {indented}{items}\n{indented}{after}"));
            }
        }
        all
    }

    fn check(value: &impl Serialize, printed: &str, at: usize, put: &str) -> Result<(), TestCaseError> {
        prop_assert!(is_laid_out(value, printed.as_bytes()));
        let at = printed.floor_char_boundary(at % (printed.len() + 1));
        let next = printed.ceil_char_boundary(at + 1);
        let mut others = laid_out_otherwise(printed);
        others.push(format!("{}{put}{}", &printed[..at], &printed[at..]));
        others.push(format!("{}{put}{}", &printed[..at], &printed[next..]));
        others.push(printed[..at].to_owned());
        for other in others {
            prop_assert_eq!(is_laid_out(value, other.as_bytes()), other == printed, "{}", other);
        }
        Ok(())
    }

    #[test]
    fn a_line_too_wide_or_broken_without_need_is_seen() {
        let wide = |letters: usize| json!(["é".repeat(letters), 1]);
        let printed = |value: &Value| lay_out(value).lines().count();
        // Two brackets, two marks, what stands between the items, the number, and room for a comma.
        let most = WIDTH - 8;
        assert_eq!((printed(&wide(most)), printed(&wide(most + 1))), (1, 4));
        for letters in [most, most + 1] {
            let (value, printed) = (wide(letters), lay_out(&wide(letters)));
            assert!(is_laid_out(&value, printed.as_bytes()));
            let others = laid_out_otherwise(&printed);
            assert_eq!(others.len(), 1);
            assert!(!is_laid_out(&value, others[0].as_bytes()), "{}", others[0]);
        }
    }

    proptest! {
        #[test]
        fn a_text_is_compared_as_if_the_value_were_printed(value in any_json(), at: usize, put in "[ \n,a]?") {
            check(&value, &lay_out(&value), at, &put)?;
        }

        #[test]
        fn a_file_is_compared_as_if_the_record_were_printed(record in arbitrary::record(), at: usize, put in "[ \n,a]?") {
            check(&record, &print(&record), at, &put)?;
        }
    }
}
