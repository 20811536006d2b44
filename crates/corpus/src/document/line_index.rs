use memchr::memchr2_iter;

/// Where an offset stands for a person or an editor: line and columns, all from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column in characters (Unicode scalar values).
    pub column: usize,
    /// The column in UTF-16 code units.
    pub utf16_column: usize,
    /// The column in bytes.
    pub byte_column: usize,
}

/// The lines of a text, to turn byte offsets into lines and columns. This is the one place where units are converted.
///
/// A line ends with LF, CR LF, or a CR that no LF follows.
///
/// ```
/// use rapporteur_corpus::document::{LineIndex, Position};
///
/// let index = LineIndex::new("one\r\ntwo 😀 three");
/// assert_eq!(index.position(14), Position { line: 2, column: 7, utf16_column: 8, byte_column: 10 });
/// ```
#[derive(Debug, Clone)]
pub struct LineIndex<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> LineIndex<'t> {
    /// The lines of `text`.
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr2_iter(b'\n', b'\r', bytes);
        let ends = ends.filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
        Self { text, starts: core::iter::once(0).chain(ends.map(|at| at + 1)).collect() }
    }

    /// Where byte `offset` stands. An offset behind the text stands at its end, one inside a character at its start.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|&start| start <= offset);
        let before = &self.text[self.starts[line - 1]..offset];
        Position {
            line,
            column: before.chars().count() + 1,
            utf16_column: before.chars().map(char::len_utf16).sum::<usize>() + 1,
            byte_column: before.len() + 1,
        }
    }

    /// The bytes of a line, counting from 1, with its ending; the last line's for a number behind it.
    pub fn line(&self, number: usize) -> core::ops::Range<usize> {
        let index = number.clamp(1, self.starts.len()) - 1;
        self.starts[index]..self.starts.get(index + 1).copied().unwrap_or(self.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_unit_counts_its_own() {
        // A byte order mark, a line of CR LF, an emoji of two UTF-16 units and an accent that combines.
        let text = "\u{feff}a\r\n😀e\u{301}b\rc";
        let index = LineIndex::new(text);
        let units = |offset| {
            let Position { line, column, utf16_column, byte_column } = index.position(offset);
            [line, column, utf16_column, byte_column]
        };
        let at = |words| text.find(words).unwrap();
        assert_eq!(units(0), [1, 1, 1, 1]);
        assert_eq!(units(at("a")), [1, 2, 2, 4]);
        assert_eq!(units(at("😀")), [2, 1, 1, 1]);
        assert_eq!(units(at("e")), [2, 2, 3, 5]);
        assert_eq!(units(at("b")), [2, 4, 5, 8]);
        assert_eq!(units(at("c")), [3, 1, 1, 1]);
        assert_eq!(units(at("😀") + 2), [2, 1, 1, 1], "an offset inside a character stands at its start");
        assert_eq!(units(99), [3, 2, 2, 2]);
    }
}
