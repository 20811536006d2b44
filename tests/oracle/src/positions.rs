//! Lines and columns, by walking the characters.

/// Line, column in characters and column in UTF-16 units of the byte at `offset`, all counted from 1.
///
/// Lines are those of `docs/documents.md`. A line's ending belongs to the line, a byte order mark is a character of the
/// first line, a byte inside a character has the character's position, and an offset behind the text that of its end.
///
/// ```
/// use rapporteur_oracle::position;
///
/// let text = "a\r\nb😀c";
/// assert_eq!(position(text, 2), (1, 3, 3), "between CR and LF");
/// assert_eq!(position(text, 3), (2, 1, 1));
/// assert_eq!(position(text, 8), (2, 3, 4), "behind the emoji");
/// ```
pub fn position(text: &str, offset: usize) -> (usize, usize, usize) {
    let (mut line, mut column, mut utf16) = (1, 1, 1);
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        if end > offset {
            break;
        }
        let ends_line = character == '\n' || (character == '\r' && !text[end..].starts_with('\n'));
        if ends_line {
            (line, column, utf16) = (line + 1, 1, 1);
        } else {
            column += 1;
            utf16 += character.len_utf16();
        }
    }
    (line, column, utf16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ending_ends_a_line() {
        let text = "a\nb\rc\r\nd\n";
        let lines: Vec<_> = (0..=text.len()).map(|offset| position(text, offset)).collect();
        assert_eq!(
            lines,
            [
                (1, 1, 1),
                (1, 2, 2),
                (2, 1, 1),
                (2, 2, 2),
                (3, 1, 1),
                (3, 2, 2),
                (3, 3, 3),
                (4, 1, 1),
                (4, 2, 2),
                (5, 1, 1)
            ]
        );
    }

    #[test]
    fn marks_emoji_and_combining_characters() {
        let text = "\u{feff}e\u{301}😀x";
        assert_eq!(position(text, 3), (1, 2, 2));
        assert_eq!(position(text, 6), (1, 4, 4));
        assert_eq!(position(text, 8), (1, 4, 4), "inside the emoji");
        assert_eq!(position(text, 10), (1, 5, 6));
        assert_eq!(position(text, 100), (1, 6, 7));
        assert_eq!(position("", 0), (1, 1, 1));
    }
}
