use std::fmt::{self, Write as _};

use rapporteur_model::{Record, Schema};
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error as _, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Value};
use serde_path_to_error::{Segment, Track};
use thiserror::Error;

use super::{
    pointers::{Path, escape},
    printing,
};

/// The largest record file that is read, in bytes: 64 MiB.
pub const MAX_BYTES: usize = 64 << 20;

/// A record file as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecordFile {
    /// The record.
    pub record: Record,
    /// JSON pointers of the members that this version does not know, in the order of the file. Printing the record
    /// would lose them.
    pub unknown: Vec<String>,
    /// Whether the file is, byte for byte, what printing the record gives.
    pub(crate) is_canonical: bool,
}

impl RecordFile {
    pub(crate) fn filed(&self) -> FiledRecord<'_> {
        FiledRecord { record: &self.record, unknown: &self.unknown, is_canonical: self.is_canonical }
    }
}

/// A record and what its file holds besides; like a [`RecordFile`] that belongs to somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct FiledRecord<'r> {
    /// The record.
    pub record: &'r Record,
    /// JSON pointers of the members that this version does not know, in the order of the file.
    pub unknown: &'r [String],
    /// Whether the file is, byte for byte, what printing the record gives.
    pub(crate) is_canonical: bool,
}

/// Why bytes are not a record file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RecordFileError {
    /// The file is larger than [`MAX_BYTES`].
    #[error("{bytes} bytes are more than the limit of {limit}")]
    TooLarge {
        /// The file's size in bytes.
        bytes: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// The bytes are not UTF-8.
    #[error("not UTF-8: the first bad byte is at offset {offset}")]
    NotUtf8 {
        /// Offset of the first byte that belongs to no character.
        offset: usize,
    },
    /// The text is not JSON, or is nested deeper than 127 levels.
    #[error("not JSON at offset {offset}: {message}")]
    NotJson {
        /// Where it ceases to be, in bytes.
        offset: usize,
        /// What is wrong there.
        message: String,
    },
    /// The file names a form that this version does not know, or none.
    #[error("{}", match found {
        Some(found) => format!("the schema is `{found}`, and this version reads `{}`", Schema::V1.as_str()),
        None => format!("no schema is named, and this version reads `{}`", Schema::V1.as_str()),
    })]
    UnknownSchema {
        /// What the file names as its `schema`; `None` where it names nothing.
        found: Option<String>,
    },
    /// A value is not what belongs there, or a member is missing or stands twice.
    #[error("wrong shape at `{pointer}`: {message}")]
    Shape {
        /// JSON pointer of the value, or of the object that holds it.
        pointer: String,
        /// What is wrong with it.
        message: String,
    },
}

/// Reads a record file.
///
/// Members that may be null or empty may be left out, and the layout is free: whether the file is canonical is for the
/// [checker](crate::checking) to say.
///
/// # Errors
///
/// When the bytes are not UTF-8, not JSON, name another schema, or do not have the shape of a record.
pub fn parse(bytes: &[u8]) -> Result<RecordFile, RecordFileError> {
    if let Some(record) = parse_canonical(bytes) {
        return Ok(RecordFile { record, unknown: Vec::new(), is_canonical: true });
    }
    let tree = parse_tree(bytes)?;
    check_schema(&tree)?;
    let record: Record = shape(&tree)?;
    let unknown = unknown_members(&tree, &record);
    Ok(RecordFile { record, unknown, is_canonical: false })
}

/// The record of a file as it should be. What is printed back alike has no doubled or unknown members, so that nearly
/// all files need no tree.
fn parse_canonical(bytes: &[u8]) -> Option<Record> {
    let bytes = Some(bytes).filter(|bytes| bytes.len() <= MAX_BYTES)?;
    let record: Record = serde_json::from_slice(bytes).ok()?;
    printing::is_printed(&record, bytes).then_some(record)
}

/// Reads JSON in which no object has two members of one name.
pub(super) fn parse_tree(bytes: &[u8]) -> Result<Value, RecordFileError> {
    if bytes.len() > MAX_BYTES {
        return Err(RecordFileError::TooLarge { bytes: bytes.len(), limit: MAX_BYTES });
    }
    let json = str::from_utf8(bytes).map_err(|error| RecordFileError::NotUtf8 { offset: error.valid_up_to() })?;
    if json.starts_with('\u{feff}') {
        let message = "the file begins with a byte order mark, which JSON does not allow".to_owned();
        return Err(RecordFileError::NotJson { offset: 0, message });
    }
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let mut track = Track::new();
    let tree = Tree::deserialize(serde_path_to_error::Deserializer::new(&mut deserializer, &mut track));
    let tree = tree.and_then(|tree| deserializer.end().map(|()| tree));
    tree.map(|Tree(value)| value).map_err(|error| {
        // The parser's own message ends with its line and column, which are counted anew from the offset.
        let message = error.to_string();
        let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message).to_owned();
        if error.is_data() {
            RecordFileError::Shape { pointer: pointer(&track.path()), message }
        } else {
            RecordFileError::NotJson { offset: offset(json, error.line(), error.column()), message }
        }
    })
}

/// Whether a file is of the one form that this version reads.
pub(super) fn check_schema(tree: &Value) -> Result<(), RecordFileError> {
    let Value::Object(members) = tree else {
        let message = "a record is an object".to_owned();
        return Err(RecordFileError::Shape { pointer: String::new(), message });
    };
    match members.get("schema") {
        Some(Value::String(name)) if name == Schema::V1.as_str() => Ok(()),
        Some(Value::String(name)) => Err(RecordFileError::UnknownSchema { found: Some(name.clone()) }),
        _ => Err(RecordFileError::UnknownSchema { found: None }),
    }
}

/// The value that a tree has the shape of.
pub(super) fn shape<T: DeserializeOwned>(tree: &Value) -> Result<T, RecordFileError> {
    serde_path_to_error::deserialize(tree)
        .map_err(|error| RecordFileError::Shape { pointer: pointer(error.path()), message: error.inner().to_string() })
}

/// Pointers of what a file holds and its record does not. Since a record prints all its members, these are the ones
/// that nothing knows.
pub(super) fn unknown_members(tree: &Value, record: &Record) -> Vec<String> {
    let mut unknown = Vec::new();
    let mut known = printing::tree(record);
    if let Value::Object(members) = &mut known {
        // The one member that is left out where there is nothing.
        members.entry("text").or_insert(Value::Null);
    }
    collect_unknown(tree, &known, &Path::Root, &mut unknown);
    unknown
}

fn collect_unknown(tree: &Value, known: &Value, path: &Path<'_>, unknown: &mut Vec<String>) {
    match (tree, known) {
        (Value::Object(members), Value::Object(known)) => {
            for (key, member) in members {
                let path = path.key(key);
                match known.get(key) {
                    Some(known) => collect_unknown(member, known, &path, unknown),
                    None => unknown.push(path.to_string()),
                }
            }
        }
        (Value::Array(items), Value::Array(known)) => {
            for (index, (item, known)) in items.iter().zip(known).enumerate() {
                collect_unknown(item, known, &path.item(index), unknown);
            }
        }
        _ => {}
    }
}

/// The JSON pointer of where a deserializer stood.
fn pointer(path: &serde_path_to_error::Path) -> String {
    let mut pointer = String::new();
    for segment in path {
        // Writing to a string cannot fail.
        let _ = match segment {
            Segment::Seq { index } => write!(pointer, "/{index}"),
            Segment::Map { key } => write!(pointer, "/{}", escape(key)),
            Segment::Enum { .. } | Segment::Unknown => Ok(()),
        };
    }
    pointer
}

/// The byte offset of a line and a column of bytes, both from 1.
fn offset(json: &str, line: usize, column: usize) -> usize {
    let ends = memchr::memchr_iter(b'\n', json.as_bytes());
    let start = line.checked_sub(2).and_then(|lines| ends.map(|end| end + 1).nth(lines)).unwrap_or(0);
    json.floor_char_boundary(start + column.saturating_sub(1))
}

/// JSON of any shape, without doubled members.
struct Tree(Value);

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor).map(Self)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Bool(truth))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(Tree(item)) = items.next_element()? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some((key, Tree(member))) = members.next_entry::<String, Tree>()? {
            if object.contains_key(&key) {
                return Err(A::Error::custom(format_args!("the member `{key}` stands twice")));
            }
            object.insert(key, member);
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Document, reading, record_file};

    fn printed() -> String {
        record_file::print(&reading::read(&Document::parse("They met.\n"), "example").record)
    }

    #[test]
    fn what_is_not_json_is_refused_where_it_ceases_to_be() {
        for (json, offset) in
            [("", 0), ("{", 0), ("{\n \"é\": x}", 9), ("{} {}", 3), ("\u{feff}{}", 0), ("\"\u{0}\"", 1)]
        {
            let found = parse(json.as_bytes());
            assert!(
                matches!(found, Err(RecordFileError::NotJson { offset: at, .. }) if at == offset),
                "{json}: {found:?}"
            );
        }
        assert_eq!(parse(b"{\"\xff"), Err(RecordFileError::NotUtf8 { offset: 2 }));
    }

    #[test]
    fn depth_and_size_have_an_end() {
        let deep = "[".repeat(100_000);
        assert!(matches!(parse(deep.as_bytes()), Err(RecordFileError::NotJson { .. })));
        let large = vec![b' '; MAX_BYTES + 1];
        assert!(matches!(parse(&large), Err(RecordFileError::TooLarge { .. })));
    }

    #[test]
    fn a_wrong_shape_is_told_with_its_place() {
        for (from, to, pointer, message) in [
            (
                "\"review\": \"machine\"",
                "\"review\": 1",
                "/review",
                "invalid type: integer `1`, expected string or map",
            ),
            ("\"bytes\": 10", "\"bytes\": 1e400", "", "number out of range"),
            (
                "\"bytes\": 10",
                "\"bytes\": 99999999999",
                "/source/bytes",
                "invalid value: integer `99999999999`, expected u32",
            ),
            ("\"id\": \"example\"", "\"id\": \"a\", \"id\": \"b\"", "", "the member `id` stands twice"),
            (
                "\"start\": 0",
                "\"start\": 11",
                "/article/blocks/0",
                "a span from byte 11 to byte 10 ends before it starts",
            ),
            ("\"review\": \"machine\",", "", "", "missing field `review`"),
        ] {
            let json = printed().replacen(from, to, 1);
            let found = parse(json.as_bytes()).unwrap_err().to_string();
            assert!(found.contains(&format!("`{pointer}`")) || pointer.is_empty(), "{found}");
            assert!(found.contains(message), "{found}");
        }
    }

    #[test]
    fn another_schema_is_never_half_understood() {
        let json = printed().replace("record/1", "record/2");
        let found = Some("rapporteur.record/2".to_owned());
        assert_eq!(parse(json.as_bytes()), Err(RecordFileError::UnknownSchema { found }));
        assert_eq!(parse(b"{}"), Err(RecordFileError::UnknownSchema { found: None }));
    }

    #[test]
    fn members_that_nothing_knows_are_named() {
        let json = printed().replacen("\"kind\"", "\"a/b\": {}, \"kind\"", 1).replacen(
            "\"id\"",
            "\"x\": 1, \"text\": null, \"id\"",
            1,
        );
        assert_eq!(parse(json.as_bytes()).unwrap().unknown, ["/x", "/article/blocks/0/a~1b"]);
    }
}
