//! Makes untrusted words safe to print.
//!
//! Articles, records and file names come from anywhere. A control character in them could move the cursor, recolour
//! the screen or hide words; a bidirectional control could show them in another order than they stand. Whatever the
//! program prints for people goes through here first, and what cannot be printed as it is shows as its escape.

use std::{borrow::Cow, fmt::Write, ops::Range, path::Path};

/// Whether a character must not reach a terminal as it is.
const fn is_unsafe(character: char) -> bool {
    matches!(
        character,
        // C0 controls with tab and line ends, DEL, and the C1 controls, some of which begin a sequence like ESC does.
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        // Bidirectional controls.
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        // Line and paragraph separators, and characters that show nothing at all.
        | '\u{2028}' | '\u{2029}' | '\u{ad}' | '\u{600}'..='\u{605}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2064}'
        | '\u{206a}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    )
}

fn push_escaped(out: &mut String, character: char) {
    match character {
        '\t' | '\n' | '\r' => out.extend(character.escape_default()),
        character if is_unsafe(character) => out.extend(character.escape_unicode()),
        character => out.push(character),
    }
}

/// The words with every unsafe character as its escape: `\n`, `\u{1b}`.
///
/// ```
/// assert_eq!(rapporteur::escape::text("red \u{1b}[31m"), r"red \u{1b}[31m");
/// ```
pub fn text(words: &str) -> Cow<'_, str> {
    if !words.chars().any(is_unsafe) {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len() + 16);
    words.chars().for_each(|character| push_escaped(&mut out, character));
    Cow::Owned(out)
}

/// Several lines of the program's own words with others' inside: as [`text`], but line feeds stay.
pub fn lines(words: &str) -> String {
    words.split('\n').map(text).collect::<Vec<_>>().join("\n")
}

/// Bytes that may not even be UTF-8: as [`text`], with `\xff` for a byte that belongs to no character.
pub fn bytes(words: &[u8]) -> String {
    marked(words, 0..0).0
}

/// A path, by the bytes of its name.
pub fn path(path: &Path) -> String {
    bytes(path.as_os_str().as_encoded_bytes())
}

/// JSON text that holds no unsafe character either, and says the same: inside its strings, where alone they can stand,
/// they become `\u` escapes.
pub fn json(text: &str) -> Cow<'_, str> {
    // JSON escapes the controls below the blank itself, and those that it is laid out with must stay; DEL it leaves. What
    // ASCII has between is nearly all of it, and need not be looked up.
    let is_hidden = |character: char| character > '~' && is_unsafe(character);
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if is_hidden(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(character);
        }
    }
    Cow::Owned(out)
}

/// Escaped bytes, and where the range `mark` of the bytes stands in them. An end of the mark inside a character moves
/// out to the character's end.
pub fn marked(words: &[u8], mark: Range<usize>) -> (String, Range<usize>) {
    let mut out = String::with_capacity(words.len() + 16);
    let mut at = 0;
    let (mut start, mut end) = (None, None);
    let mut see = |at: usize, next: usize, out: &String| {
        if start.is_none() && mark.start < next {
            start = Some(out.len());
        }
        if end.is_none() && mark.end <= at {
            end = Some(out.len());
        }
    };
    for chunk in words.utf8_chunks() {
        for character in chunk.valid().chars() {
            see(at, at + character.len_utf8(), &out);
            push_escaped(&mut out, character);
            at += character.len_utf8();
        }
        for byte in chunk.invalid() {
            see(at, at + 1, &out);
            // Writing to a string cannot fail.
            let _ = write!(out, "\\x{byte:02x}");
            at += 1;
        }
    }
    let (start, end) = (start.unwrap_or(out.len()), end.unwrap_or(out.len()));
    (out, start..end.max(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_are_borrowed() {
        assert!(matches!(text("Marc-André “Lee”, 大統領 😀 e\u{301}"), Cow::Borrowed(_)));
    }

    #[test]
    fn nothing_unsafe_is_left() {
        let unsafe_ones =
            ['\u{1b}', '\u{9b}', '\u{7f}', '\r', '\u{61c}', '\u{200e}', '\u{200f}', '\u{202e}', '\u{2069}'];
        let unseen =
            "\u{ad}\u{600}\u{605}\u{180e}\u{200b}\u{2060}\u{2064}\u{206a}\u{206f}\u{feff}\u{fff9}\u{fffb}\u{e0041}";
        let unsafe_ones = unsafe_ones.into_iter().chain(unseen.chars());
        for character in unsafe_ones.chain('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{2069}') {
            let escaped = text(&format!("a{character}b")).into_owned();
            assert!(escaped.starts_with("a\\") && escaped.ends_with('b'), "{escaped}");
            assert!(!escaped.chars().any(is_unsafe), "{escaped}");
        }
    }

    #[test]
    fn json_is_safe_and_says_the_same() {
        let value = "a\u{7f}b\u{9b}\u{202e}\u{e0041}\n";
        let line = format!("{}\n", serde_json::Value::from(value));
        let safe = json(&line).into_owned();
        assert_eq!(safe, "\"a\\u007fb\\u009b\\u202e\\udb40\\udc41\\n\"\n");
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), value);
    }

    #[test]
    fn every_control_character_is_unsafe() {
        assert!(('\0'..='\u{ff}').filter(|character| character.is_control()).all(is_unsafe));
    }

    #[test]
    fn a_mark_keeps_to_its_characters() {
        let (escaped, mark) = marked("a\u{1b}é\u{9b}z".as_bytes(), 2..4);
        assert_eq!(&escaped[mark], "é");
        let (escaped, mark) = marked("a\u{1b}é".as_bytes(), 1..2);
        assert_eq!(&escaped[mark], "\\u{1b}");
        let (escaped, mark) = marked("aé".as_bytes(), 3..3);
        assert_eq!((escaped.as_str(), mark), ("aé", 3..3));
    }

    #[test]
    fn a_mark_inside_a_character_covers_it() {
        let (escaped, mark) = marked("aéz".as_bytes(), 2..3);
        assert_eq!(&escaped[mark], "é");
    }

    #[test]
    fn bytes_of_no_character_show_as_numbers() {
        let (escaped, mark) = marked(b"Z\xfcrich", 1..2);
        assert_eq!((escaped.as_str(), &escaped[mark]), ("Z\\xfcrich", "\\xfc"));
        assert_eq!(bytes(b"\xe2\x80"), "\\xe2\\x80");
    }

    #[test]
    fn json_says_the_same_without_them() {
        let text = "a\u{9b}\u{202e}\u{e0041}\u{feff}é";
        let json = json(&serde_json::to_string(text).unwrap()).into_owned();
        assert_eq!(json, r#""a\u009b\u202e\udb40\udc41\ufeffé""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }

    #[test]
    fn line_feeds_of_the_programs_own_words_stay() {
        assert_eq!(lines("one\ntwo\u{1b}"), "one\ntwo\\u{1b}");
    }
}
