//! Lines, and the rows they make.

use memchr::memchr2;

use super::shapes::without_closing_marks;

/// A line of a text, as byte offsets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    /// Where the line begins.
    pub(super) start: usize,
    /// Where its first character that is not blank stands; its end where it is blank.
    pub(super) text_start: usize,
    /// The end of its last character that is not blank.
    pub(super) text_end: usize,
}

impl Line {
    /// The line between two offsets, without the blanks around its text.
    fn trimmed(text: &str, start: usize, end: usize) -> Self {
        let content = &text[start..end];
        // Most lines have no blanks around them, which two bytes tell.
        if let [first, .., last] = content.as_bytes()
            && first.is_ascii_graphic()
            && last.is_ascii_graphic()
        {
            return Self { start, text_start: start, text_end: end };
        }
        let text_start = end - content.trim_start().len();
        Self { start, text_start, text_end: (start + content.trim_end().len()).max(text_start) }
    }

    pub(super) fn is_blank(self) -> bool {
        self.text_start >= self.text_end
    }

    fn is_indented(self) -> bool {
        self.start < self.text_start
    }
}

/// The lines of `text` from byte `start` on.
pub(super) fn lines(text: &str, start: usize) -> Vec<Line> {
    let bytes = text.as_bytes();
    // Lines of a paragraph are longer and blank ones shorter; a text of many more lines makes the list grow.
    let mut lines = Vec::with_capacity(text.len() / 96 + 8);
    let mut start = start;
    while start < bytes.len() {
        let content_end = memchr2(b'\n', b'\r', &bytes[start..]).map_or(bytes.len(), |length| start + length);
        let end = match &bytes[content_end..] {
            [b'\r', b'\n', ..] => content_end + 2,
            [] => content_end,
            _ => content_end + 1,
        };
        lines.push(Line::trimmed(text, start, content_end));
        start = end;
    }
    lines
}

/// A paragraph's worth of lines: one, except in a text that is wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row {
    /// Where the first line begins.
    pub(super) start: usize,
    /// Where the first line's text begins.
    pub(super) text_start: usize,
    /// Where the first line's text ends.
    pub(super) first_line_end: usize,
    /// Where the last line's text ends.
    pub(super) text_end: usize,
}

impl Row {
    fn of(line: Line) -> Self {
        Self { start: line.start, text_start: line.text_start, first_line_end: line.text_end, text_end: line.text_end }
    }

    pub(super) fn is_one_line(self) -> bool {
        self.first_line_end == self.text_end
    }

    pub(super) fn text(self, text: &str) -> &str {
        &text[self.text_start..self.text_end]
    }
}

/// The widths between which a text can be wrapped at a column.
const WRAP_WIDTHS: std::ops::RangeInclusive<usize> = 60..=100;

/// The rows that `lines` make. `is_fixed` tells of a line's text that it belongs to no paragraph.
pub(super) fn rows(text: &str, lines: &[Line], is_fixed: impl Fn(&str) -> bool) -> Vec<Row> {
    let joined = joined_lines(text, lines, is_fixed);
    let mut rows: Vec<Row> = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_blank()) {
        match rows.last_mut() {
            Some(row) if joined.get(index).copied().unwrap_or(false) => row.text_end = line.text_end,
            _ => rows.push(Row::of(*line)),
        }
    }
    rows
}

/// For each line whether it goes on with the paragraph of the line before; empty where the text is not wrapped.
fn joined_lines(text: &str, lines: &[Line], is_fixed: impl Fn(&str) -> bool) -> Vec<bool> {
    // A character takes four bytes at most, so most texts are seen not to be wrapped without counting characters.
    if lines.iter().any(|line| line.text_end - line.text_start > 4 * WRAP_WIDTHS.end()) {
        return Vec::new();
    }
    let width = |line: &Line| text[line.text_start..line.text_end].chars().count();
    let mut widest = 0;
    for line in lines {
        if line.text_end - line.text_start > widest {
            widest = widest.max(width(line));
        }
        if widest > *WRAP_WIDTHS.end() {
            return Vec::new();
        }
    }
    if !WRAP_WIDTHS.contains(&widest) {
        return Vec::new();
    }
    let (mut pairs, mut joinable) = (0_usize, 0_usize);
    let mut joined = vec![false; lines.len()];
    let mut running_on = Vec::new();
    for (index, pair) in lines.windows(2).enumerate() {
        let [first, second] = [pair[0], pair[1]];
        if first.is_blank() || second.is_blank() || second.is_indented() {
            continue;
        }
        pairs += 1;
        let second_text = &text[second.text_start..second.text_end];
        let word = second_text.split(char::is_whitespace).next().unwrap_or_default();
        let is_full = width(&first) + 1 + word.chars().count() > widest;
        let first_text = &text[first.text_start..first.text_end];
        let runs_on = runs_on(first_text, second_text);
        if (is_full || runs_on) && !is_fixed(first_text) && !is_fixed(second_text) {
            joinable += usize::from(is_full);
            joined[index + 1] = is_full;
            running_on.extend((!is_full).then_some(index + 1));
        }
    }
    if joinable < 2 || 2 * joinable <= pairs {
        return Vec::new();
    }
    for line in running_on {
        joined[line] = true;
    }
    joined
}

/// Whether a sentence plainly goes on from one line to the next, so that a line broken a word early ends no paragraph.
fn runs_on(first: &str, second: &str) -> bool {
    !without_closing_marks(first).ends_with(['.', '?', '!', ':']) && second.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let lines = lines(text, 0);
        let ends = lines.iter().skip(1).map(|line| line.start).chain([text.len()]);
        lines.iter().zip(ends).map(|(line, end)| &text[line.start..end]).collect()
    }

    #[test]
    fn a_line_ends_with_lf_crlf_or_a_lone_cr() {
        assert_eq!(split("a\nb\r\nc\rd"), ["a\n", "b\r\n", "c\r", "d"]);
        assert_eq!(split("a\r\r\nb\n"), ["a\r", "\r\n", "b\n"]);
        assert_eq!(split(""), [""; 0]);
    }

    #[test]
    fn a_text_filled_up_to_a_column_is_wrapped() {
        let text = "The two leaders met in the capital on Thursday and agreed to widen\n\
                    their trade, their ministers said after the talks, which had been\n\
                    put off twice.\n\
                    \n\
                    A second paragraph.\n";
        let rows = rows(text, &lines(text, 0), |_| false);
        assert_eq!(rows.len(), 2);
        assert!(rows[0].text(text).ends_with("put off twice."));
    }

    #[test]
    fn a_paragraph_a_line_is_not_wrapped() {
        let text =
            "The two leaders met in the capital on Thursday and agreed to widen it.\nThey had lunch.\nIt rained.\n";
        assert_eq!(rows(text, &lines(text, 0), |_| false).len(), 3);
    }
}
