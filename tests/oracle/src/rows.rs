//! Lines, and the rows they make: sections Terms and Rows.

use std::ops::Range;

use crate::{
    rules::{byline, end_row, headline::without_closing_marks, signed_stamps, speaker_label},
    stamps,
    text::{is_blank, is_line_ending, width, words},
};

/// The lines of `text` from byte `from` on, each with its ending.
pub(crate) fn lines(text: &str, from: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = from;
    while start < text.len() {
        let end = start + line_length(&text[start..]);
        lines.push(start..end);
        start = end;
    }
    lines
}

/// Length of the first line, with its ending.
fn line_length(text: &str) -> usize {
    match text.find(is_line_ending) {
        None => text.len(),
        Some(at) if text[at..].starts_with("\r\n") => at + 2,
        Some(at) => at + 1,
    }
}

/// One or more lines that are not blank and are read as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) lines: Vec<Range<usize>>,
}

impl Row {
    /// Where the row's first line begins.
    pub(crate) fn start(&self) -> usize {
        self.lines[0].start
    }

    /// Where the row's text stands: its lines with their endings, trimmed.
    pub(crate) fn trimmed(&self, text: &str) -> Range<usize> {
        let lines = self.start()..self.lines[self.lines.len() - 1].end;
        let untrimmed = &text[lines.clone()];
        let start = lines.start + (untrimmed.len() - untrimmed.trim_start().len());
        start..start + untrimmed.trim().len()
    }
}

/// The rows of `text` from byte `from` on.
pub(crate) fn rows(text: &str, from: usize) -> Vec<Row> {
    let lines = lines(text, from);
    let joints = joints(text, &lines);
    let mut rows: Vec<Row> = Vec::new();
    for (index, line) in lines.into_iter().enumerate() {
        if text[line.clone()].trim().is_empty() {
            continue;
        }
        match rows.last_mut() {
            Some(row) if index > 0 && joints[index - 1] => row.lines.push(line),
            _ => rows.push(Row { lines: vec![line] }),
        }
    }
    rows
}

/// For each line, whether the next one belongs to the same row: nowhere, unless the text is wrapped.
fn joints(text: &str, lines: &[Range<usize>]) -> Vec<bool> {
    let lines: Vec<&str> = lines.iter().map(|line| &text[line.clone()]).collect();
    let trimmed: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    let widest = trimmed.iter().map(|line| width(line)).max().unwrap_or(0);
    let fixed: Vec<bool> = trimmed.iter().map(|line| is_fixed(line)).collect();

    let mut pairs = 0;
    let mut joined = 0;
    let mut joints = vec![false; lines.len()];
    for first in 0..lines.len().saturating_sub(1) {
        let second = first + 1;
        if trimmed[first].is_empty() || trimmed[second].is_empty() || lines[second].starts_with(is_blank) {
            continue;
        }
        pairs += 1;
        let first_word = words(trimmed[second])[0];
        if width(trimmed[first]) + 1 + width(first_word) > widest && !fixed[first] && !fixed[second] {
            joints[first] = true;
            joined += 1;
        }
    }
    let wrapped = (60..=100).contains(&widest) && joined >= 2 && 2 * joined > pairs;
    if !wrapped {
        return vec![false; lines.len()];
    }
    for first in 0..lines.len().saturating_sub(1) {
        let second = first + 1;
        let goes_on = lines[second].starts_with(char::is_lowercase)
            && !trimmed[first].is_empty()
            && !without_closing_marks(trimmed[first]).ends_with(['.', '?', '!', ':']);
        joints[first] |= goes_on && !fixed[first] && !fixed[second];
    }
    joints
}

/// Whether a trimmed line is never joined with another; a label is, whether or not a moment follows.
fn is_fixed(line: &str) -> bool {
    stamps::stamps(line).is_some_and(|stamps| stamps.labelled)
        || signed_stamps::signed_stamps(line).is_some_and(|signed| signed.stamps.labelled)
        || byline::is_byline(line)
        || byline::is_from_byline(line)
        || end_row::is_end_row(line)
        || speaker_label::speaker_label(line, speaker_label::Admitted { counted: true, slashed: true }).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown_rows(text: &str) -> Vec<&str> {
        rows(text, 0).iter().map(|row| &text[row.trimmed(text)]).collect()
    }

    #[test]
    fn a_line_has_one_of_three_endings() {
        let text = "a\nb\r\nc\r\rd\n\re";
        let lines: Vec<&str> = lines(text, 0).into_iter().map(|line| &text[line]).collect();
        assert_eq!(lines, ["a\n", "b\r\n", "c\r", "\r", "d\n", "\r", "e"]);
    }

    #[test]
    fn a_row_is_a_line_that_is_not_blank() {
        assert_eq!(shown_rows(" a \n\n\u{3000}\nb\u{85}c\r"), ["a", "b\u{85}c"]);
        assert_eq!(shown_rows(""), Vec::<&str>::new());
    }

    const LONG: &str = "The two leaders met on Thursday for about an hour and then had";

    #[test]
    fn a_wrapped_text_joins_lines_that_had_no_room() {
        let text = format!("{LONG}\n{LONG}\n{LONG}\nlunch.\n\nA new one.\n");
        let rows = shown_rows(&text);
        assert_eq!(rows.len(), 2, "{rows:?}");
        assert_eq!(rows[1], "A new one.");
    }

    #[test]
    fn a_line_broken_early_goes_on_with_a_small_letter() {
        let text = |end: &str, next: &str| format!("{LONG}\n{LONG}\n{LONG}\nlunch at noon{end}\n{next}\n");
        assert_eq!(shown_rows(&text("", "and tea.")).len(), 1);
        assert_eq!(shown_rows(&text(",”", "and tea.")).len(), 1);
        assert_eq!(shown_rows(&text(".", "and tea.")).len(), 2);
        assert_eq!(shown_rows(&text(":”", "and tea.")).len(), 2);
        assert_eq!(shown_rows(&text("", "And tea.")).len(), 2);
        assert_eq!(shown_rows(&text("", " and tea.")).len(), 2);
        assert_eq!(shown_rows(&text("", "by Reuters")).len(), 2);
        assert_eq!(shown_rows("They had lunch\nand tea.\n").len(), 2);
    }

    #[test]
    fn one_pair_makes_no_wrapped_text_nor_do_lines_of_other_widths() {
        assert_eq!(shown_rows(&format!("{LONG}\nlunch.\n")).len(), 2);
        let short = "Some words of forty";
        assert_eq!(shown_rows(&format!("{short}\n{short}\n{short}\n")).len(), 3);
        let wide = LONG.repeat(2);
        assert_eq!(shown_rows(&format!("{wide}\n{wide}\n{wide}\n")).len(), 3);
    }

    #[test]
    fn indented_and_fixed_lines_begin_rows() {
        let text = format!("{LONG}\n{LONG}\n{LONG}\n  {LONG}\nKIM: yes\n{LONG}\n{LONG}\n{LONG}\n");
        let rows = shown_rows(&text);
        assert_eq!(rows.iter().map(|row| row.lines().count()).collect::<Vec<_>>(), [3, 1, 1, 3], "{rows:?}");
    }

    #[test]
    fn a_label_alone_is_fixed() {
        for label in ["Published:", "- Input", "Published 2025-10-30 | Updated:"] {
            let text = format!("{LONG}\n{LONG}\n{LONG}\n{LONG}\n{label}\n{LONG}\n");
            let rows = shown_rows(&text);
            assert_eq!(rows.iter().map(|row| row.lines().count()).collect::<Vec<_>>(), [4, 1, 1], "{rows:?}");
        }
    }

    #[test]
    fn half_of_the_pairs_is_not_enough() {
        let text = format!("{LONG}\n{LONG}\n{LONG}\nKIM: yes\nKIM: no\n");
        assert_eq!(shown_rows(&text).len(), 5);
        let text = format!("{LONG}\n{LONG}\n{LONG}\nKIM: yes\n");
        assert_eq!(shown_rows(&text).len(), 2);
    }
}
