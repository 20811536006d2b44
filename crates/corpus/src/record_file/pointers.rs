use std::{borrow::Cow, collections::HashMap, fmt, ops::Range};

use memchr::memchr2;

/// No JSON that the parser accepts is deeper than this, so no longer pointer leads anywhere.
const MAX_DEPTH: usize = 128;

/// Where a value stands in a tree, as links from the inside out; it becomes a JSON pointer (RFC 6901) only when shown.
#[derive(Clone, Copy)]
pub(crate) enum Path<'p> {
    Root,
    Key(&'p Self, &'p str),
    Item(&'p Self, usize),
}

impl<'p> Path<'p> {
    pub(crate) const fn key(&'p self, key: &'p str) -> Self {
        Self::Key(self, key)
    }

    pub(crate) const fn item(&'p self, index: usize) -> Self {
        Self::Item(self, index)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Key(parent, key) => write!(f, "{parent}/{}", escape(key)),
            Self::Item(parent, index) => write!(f, "{parent}/{index}"),
        }
    }
}

/// A member's name as a pointer writes it.
pub(super) fn escape(key: &str) -> Cow<'_, str> {
    if key.contains(['~', '/']) { key.replace('~', "~0").replace('/', "~1").into() } else { key.into() }
}

/// The byte range, in a JSON text, of the value that a JSON pointer (RFC 6901) leads to; `None` where it leads nowhere.
///
/// ```
/// use rapporteur_corpus::record_file::locate;
///
/// let json = r#"{"people": [{"id": "p1"}]}"#;
/// assert_eq!(locate(json, "/people/0/id").map(|range| &json[range]), Some("\"p1\""));
/// assert_eq!(locate(json, "/people/1"), None);
/// ```
pub fn locate(json: &str, pointer: &str) -> Option<Range<usize>> {
    locate_all(json, &[pointer]).pop().flatten()
}

/// What [`locate`] finds for each of many pointers, in one pass over the text.
///
/// Of members of one name the last counts, as it does for parsers. Text that is not JSON gives no range, or a useless
/// one, but never a panic.
pub fn locate_all(json: &str, pointers: &[impl AsRef<str>]) -> Vec<Option<Range<usize>>> {
    let mut wanted = Wanted::default();
    for (index, pointer) in pointers.iter().enumerate() {
        wanted.add(pointer.as_ref(), index);
    }
    let mut scan = Scan { json, found: vec![None; pointers.len()] };
    let start = scan.after_blanks(0);
    // A text that breaks off has no more ranges; those before the break stand.
    let _ = scan.value(start, &wanted);
    scan.found
}

/// The pointers to find, as a tree of their tokens.
#[derive(Default)]
struct Wanted {
    here: Vec<usize>,
    below: HashMap<String, Self>,
}

impl Wanted {
    fn add(&mut self, pointer: &str, index: usize) {
        let Some(tokens) = pointer.strip_prefix('/') else {
            if pointer.is_empty() {
                self.here.push(index);
            }
            return;
        };
        if tokens.bytes().filter(|&byte| byte == b'/').count() >= MAX_DEPTH {
            return;
        }
        let mut node = self;
        for token in tokens.split('/') {
            node = node.below.entry(token.replace("~1", "/").replace("~0", "~")).or_default();
        }
        node.here.push(index);
    }
}

/// A walk over a JSON text that looks only into what is wanted.
struct Scan<'j> {
    json: &'j str,
    found: Vec<Option<Range<usize>>>,
}

impl Scan<'_> {
    fn byte(&self, at: usize) -> Option<u8> {
        self.json.as_bytes().get(at).copied()
    }

    fn after_blanks(&self, mut at: usize) -> usize {
        while matches!(self.byte(at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            at += 1;
        }
        at
    }

    /// Walks over the value at `start`, notes what is wanted of it, and gives its end.
    fn value(&mut self, start: usize, wanted: &Wanted) -> Option<usize> {
        let end = match self.byte(start)? {
            b'{' if !wanted.below.is_empty() => self.members(start, wanted)?,
            b'[' if !wanted.below.is_empty() => self.items(start, wanted)?,
            _ => self.after_value(start)?,
        };
        for &index in &wanted.here {
            self.found[index] = Some(start..end);
        }
        Some(end)
    }

    fn members(&mut self, start: usize, wanted: &Wanted) -> Option<usize> {
        let mut at = self.after_blanks(start + 1);
        while self.byte(at)? != b'}' {
            let end = self.after_string(at)?;
            let key = self.json.get(at + 1..end - 1)?;
            let below = if key.contains('\\') {
                let key: String = serde_json::from_str(self.json.get(at..end)?).ok()?;
                wanted.below.get(&key)
            } else {
                wanted.below.get(key)
            };
            let colon = self.after_blanks(end);
            if self.byte(colon)? != b':' {
                return None;
            }
            at = self.part(self.after_blanks(colon + 1), below)?;
        }
        Some(at + 1)
    }

    fn items(&mut self, start: usize, wanted: &Wanted) -> Option<usize> {
        let mut at = self.after_blanks(start + 1);
        let mut index = 0_usize;
        while self.byte(at)? != b']' {
            at = self.part(at, wanted.below.get(&index.to_string()))?;
            index += 1;
        }
        Some(at + 1)
    }

    /// Walks over a member's or item's value and the comma behind it.
    fn part(&mut self, at: usize, wanted: Option<&Wanted>) -> Option<usize> {
        let end = match wanted {
            Some(wanted) => self.value(at, wanted)?,
            None => self.after_value(at)?,
        };
        let next = self.after_blanks(end);
        Some(if self.byte(next)? == b',' { self.after_blanks(next + 1) } else { next })
    }

    /// The end of the value that begins at `start`, without looking into it.
    fn after_value(&self, start: usize) -> Option<usize> {
        let mut depth = 0_usize;
        let mut at = start;
        loop {
            match self.byte(at)? {
                b'"' => at = self.after_string(at)?,
                b'{' | b'[' => {
                    depth += 1;
                    at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    at += 1;
                }
                b',' | b':' | b' ' | b'\n' | b'\r' | b'\t' => at += 1,
                _ => {
                    let ends = |byte| matches!(byte, b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t');
                    let rest = &self.json.as_bytes()[at..];
                    at += rest.iter().position(|&byte| ends(byte)).unwrap_or(rest.len());
                }
            }
            if depth == 0 {
                // A value that is only punctuation is none.
                return (at > start + 1 || !matches!(self.byte(start)?, b',' | b':')).then_some(at);
            }
        }
    }

    /// The end of the string whose quotation mark stands at `start`.
    fn after_string(&self, start: usize) -> Option<usize> {
        let bytes = self.json.as_bytes();
        if self.byte(start)? != b'"' {
            return None;
        }
        let mut at = start + 1;
        loop {
            at += memchr2(b'"', b'\\', bytes.get(at..)?)?;
            if bytes[at] == b'"' {
                return Some(at + 1);
            }
            at += 2;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;
    use crate::record_file::{arbitrary, print, printing::tree};

    #[test]
    fn escaped_names_are_found() {
        let json = r#" {"a/b": 1, "\u0061": [10, {"~": null}, "]}"], "x": {} } "#;
        let found = |pointer| locate(json, pointer).map(|range| &json[range]);
        assert_eq!(found("/a~1b"), Some("1"));
        assert_eq!(found("/a/1/~0"), Some("null"));
        assert_eq!(found("/a/2"), Some("\"]}\""));
        assert_eq!(found("/x"), Some("{}"));
        assert_eq!(found(""), Some(json.trim()));
        assert_eq!(found("/x/y"), None);
        assert_eq!(found("x"), None);
    }

    /// Every pointer of a tree.
    fn pointers(value: &Value, path: &Path<'_>, out: &mut Vec<String>) {
        out.push(path.to_string());
        match value {
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(index, item)| pointers(item, &path.item(index), out));
            }
            Value::Object(members) => members.iter().for_each(|(key, member)| pointers(member, &path.key(key), out)),
            _ => {}
        }
    }

    proptest! {
        #[test]
        fn each_pointer_leads_to_its_value(record in arbitrary::record()) {
            let (tree, json) = (tree(&record), print(&record));
            let mut all = Vec::new();
            pointers(&tree, &Path::Root, &mut all);
            for (pointer, found) in all.iter().zip(locate_all(&json, &all)) {
                let value: Value = serde_json::from_str(&json[found.unwrap()]).unwrap();
                prop_assert_eq!(Some(&value), tree.pointer(pointer));
            }
        }

        #[test]
        fn what_is_no_json_does_no_harm(text in "[\\[\\]{}:,\" \\\\a0é]{0,40}", pointer in "(/[a0]{0,2}){0,4}") {
            if let Some(range) = locate(&text, &pointer) {
                prop_assert!(range.start <= range.end && range.end <= text.len());
            }
        }
    }
}
