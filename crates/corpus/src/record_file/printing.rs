use std::fmt::Write as _;

use rapporteur_model::{Digest, Record};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// The widest line on which a whole array or object is printed, in characters.
const WIDTH: usize = 120;

/// Prints a record in its canonical form, the only one in which a file may hold it.
///
/// UTF-8 with LF line endings and one at the end; members in the model's order; two spaces a level. An array or object
/// that holds no other, save empty ones, stands on one line where that line is at most 120 characters wide; in all
/// others each member has a line. Characters stand as they are, except that control characters, the line and
/// paragraph separators, the byte order mark and the controls of writing direction are escaped.
///
/// ```
/// use rapporteur_corpus::{document::Document, reading, record_file};
///
/// let record = reading::read(&Document::parse("The leaders met.\n"), "example").record;
/// let printed = record_file::print(&record);
///
/// assert!(printed.starts_with("{\n  \"schema\": \"rapporteur.record/1\",\n  \"id\": \"example\",\n"));
/// assert_eq!(record_file::parse(printed.as_bytes())?.record, record);
/// # Ok::<(), record_file::RecordFileError>(())
/// ```
pub fn print(record: &Record) -> String {
    lay_out(&tree(record))
}

/// The seal of a record: SHA-256 of its canonical form with a null seal and without its text.
pub fn seal(record: &Record) -> Digest {
    let mut tree = tree(record);
    if let Value::Object(members) = &mut tree {
        members.insert("seal".to_owned(), Value::Null);
        members.shift_remove("text");
    }
    Digest::from_bytes(Sha256::digest(lay_out(&tree).as_bytes()).into())
}

/// Whether a record bears its own seal, or the one that it had before records had an `allow`.
pub(crate) fn is_sealed(record: &Record) -> bool {
    let Some(sealed) = &record.seal else { return false };
    if *sealed == seal(record) {
        return true;
    }
    let mut tree = tree(record);
    if let Value::Object(members) = &mut tree {
        members.insert("seal".to_owned(), Value::Null);
        members.shift_remove("text");
        members.shift_remove("allow");
    }
    record.allow.is_empty() && *sealed == Digest::from_bytes(Sha256::digest(lay_out(&tree).as_bytes()).into())
}

/// The JSON of a record.
pub(super) fn tree(record: &Record) -> Value {
    // A record has nothing that JSON cannot hold, so the fallback is never taken.
    serde_json::to_value(record).unwrap_or_default()
}

/// Any JSON in the canonical layout.
pub(crate) fn lay_out(tree: &Value) -> String {
    let mut out = String::new();
    put(tree, 0, 0, &mut out);
    out.push('\n');
    out
}

/// Prints `value` at `depth`, on a line that holds `used` characters before it.
fn put(value: &Value, depth: usize, used: usize, out: &mut String) {
    let start = out.len();
    match value {
        Value::Array(items) if !items.is_empty() => {
            if items.iter().all(is_leaf) {
                put_on_one_line(value, out);
                if fits(used, &out[start..]) {
                    return;
                }
                out.truncate(start);
            }
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                new_line(index, depth + 1, out);
                put(item, depth + 1, 2 * (depth + 1), out);
            }
            end_line(depth, out);
            out.push(']');
        }
        Value::Object(members) if !members.is_empty() => {
            if members.values().all(is_leaf) {
                put_on_one_line(value, out);
                if fits(used, &out[start..]) {
                    return;
                }
                out.truncate(start);
            }
            out.push('{');
            for (index, (key, member)) in members.iter().enumerate() {
                new_line(index, depth + 1, out);
                let line = out.len();
                put_string(key, out);
                out.push_str(": ");
                let used = 2 * (depth + 1) + out[line..].chars().count();
                put(member, depth + 1, used, out);
            }
            end_line(depth, out);
            out.push('}');
        }
        leaf => put_on_one_line(leaf, out),
    }
}

/// Whether `printed` fits on a line behind `used` characters, with the comma that may follow it.
fn fits(used: usize, printed: &str) -> bool {
    used + printed.chars().count() < WIDTH
}

/// Whether a value holds no other.
fn is_leaf(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => true,
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

fn put_on_one_line(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Value::Number(number) => {
            // Writing to a string cannot fail.
            let _ = write!(out, "{number}");
        }
        Value::String(text) => put_string(text, out),
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                put_on_one_line(item, out);
            }
            out.push(']');
        }
        Value::Object(members) => {
            out.push('{');
            for (index, (key, member)) in members.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                put_string(key, out);
                out.push_str(": ");
                put_on_one_line(member, out);
            }
            out.push('}');
        }
    }
}

fn put_string(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            hidden if is_hidden(hidden) => {
                // All of them are single UTF-16 units, and writing to a string cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(hidden));
            }
            shown => out.push(shown),
        }
    }
    out.push('"');
}

/// Whether a character would change how the file looks without being seen itself.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::record_file::{arbitrary, parse};

    #[test]
    fn a_container_of_leaves_stands_on_one_line_up_to_the_width() {
        let wide = "x".repeat(WIDTH - "  [\"\"],".len());
        assert_eq!(lay_out(&json!([[wide], []])), format!("[\n  [\"{wide}\"],\n  []\n]\n"));
        let wider = format!("{wide}x");
        assert_eq!(lay_out(&json!([[wider], []])), format!("[\n  [\n    \"{wider}\"\n  ],\n  []\n]\n"));
        assert_eq!(lay_out(&json!({"a": {"b": 1, "c": []}})), "{\n  \"a\": {\"b\": 1, \"c\": []}\n}\n");
    }

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        let text = "a\u{0}\t\n\u{7f}\u{85}\u{202e}\u{2028}\u{feff}“é”😀";
        assert_eq!(lay_out(&json!(text)), "\"a\\u0000\\t\\n\\u007f\\u0085\\u202e\\u2028\\ufeff“é”😀\"\n");
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(record in arbitrary::record()) {
            let printed = print(&record);
            let file = parse(printed.as_bytes()).unwrap();
            prop_assert_eq!(&file.unknown, &Vec::<String>::new());
            prop_assert_eq!(print(&file.record), printed);
            prop_assert_eq!(file.record, record);
        }

        #[test]
        fn a_seal_depends_on_everything_but_itself_and_the_text(record in arbitrary::record(), id in "[a-z]{8}") {
            let mut other = record.clone();
            other.seal = Some(seal(&record));
            other.text = Some("anything".to_owned());
            prop_assert_eq!(seal(&other), seal(&record));
            other.id = format!("{id}{}", record.id);
            prop_assert_ne!(seal(&other), seal(&record));
        }
    }
}
