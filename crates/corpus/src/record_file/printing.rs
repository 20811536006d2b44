use rapporteur_model::{Digest, Record};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::{comparing::is_laid_out, layout::Layout, telling::tell};

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
    lay_out(record)
}

/// Whether a file holds, byte for byte, what printing the record gives.
pub(crate) fn is_printed(record: &Record, file: &[u8]) -> bool {
    is_laid_out(record, file)
}

/// The seal of a record: SHA-256 of its canonical form with a null seal and without its text.
pub fn seal(record: &Record) -> Digest {
    let unsealed = Record { seal: None, text: None, ..record.clone() };
    Digest::from_bytes(Sha256::digest(print(&unsealed).as_bytes()).into())
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
pub(crate) fn lay_out(value: &impl Serialize) -> String {
    let mut layout = Layout::default();
    // Neither a record nor a tree has what JSON cannot hold, so no error is ever seen here.
    let _ = tell(value, &mut layout);
    layout.finish()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::record_file::{arbitrary, layout::WIDTH, parse};

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
        fn a_record_is_printed_as_its_tree_is(record in arbitrary::record()) {
            prop_assert_eq!(print(&record), lay_out(&tree(&record)));
        }

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
