//! Rows into lines: blank lines, wrapping, line endings, a byte order mark; and what becomes of offsets.

use crate::{
    facts::{Facts, Written},
    page::excerpt,
    style::{Breaks, Style},
};

const COLUMNS: usize = 80;

/// Lays out `text`, each line of which is a row, and moves the facts along. `wrappable` is false for a text whose rows
/// must stay whole.
pub(crate) fn lay_out(text: &str, mut facts: Facts, style: &Style, wrappable: bool) -> Written {
    let breaks = if wrappable { style.breaks } else { style.breaks.without_wrapping() };
    let soft = if breaks == Breaks::Wrapped { line_breaks(text) } else { Vec::new() };
    let breaks = if breaks == Breaks::Wrapped && soft.is_empty() { Breaks::Blank } else { breaks };
    // Lines of 60 to 100 columns, one under the other, may count as wrapped.
    let widest = text.lines().map(|line| line.chars().count()).max().unwrap_or_default();
    let blank_lines = breaks != Breaks::Lines || widest <= 100;
    let ending = if style.crlf { "\r\n" } else { "\n" };

    let mut out = String::with_capacity(text.len() + text.len() / 8);
    if style.bom {
        out.push('\u{feff}');
    }
    let mut moved = vec![0; text.len() + 1];
    for (index, character) in text.char_indices() {
        moved[index] = out.len();
        if character == '\n' {
            let last = index + 1 == text.len();
            if !last || style.final_newline {
                out.push_str(ending);
            }
            // A label whose moment follows on the next line stays together with it.
            if blank_lines && !last && !text[..index].ends_with("Input") {
                out.push_str(ending);
            }
        } else if soft.binary_search(&index).is_ok() {
            out.push_str(ending);
        } else {
            out.push(character);
        }
    }
    moved[text.len()] = out.len();
    facts.each_excerpt(&mut |words| {
        let range = words.span.range();
        *words = excerpt(&out, moved[range.start], moved[range.end]);
    });
    Written { text: out, facts }
}

impl Breaks {
    const fn without_wrapping(self) -> Self {
        match self {
            Self::Wrapped => Self::Blank,
            Self::Lines | Self::Blank => self,
        }
    }
}

/// The blanks of `text` that become line endings, in order; none at all where the outcome would not be recognised as
/// wrapped.
fn line_breaks(text: &str) -> Vec<usize> {
    let mut breaks = Vec::new();
    let mut lines = Vec::new();
    let mut row_start = 0;
    for row in text.split_inclusive('\n') {
        let mut line_start = row_start;
        let mut last_blank = None;
        let mut width = 0;
        for (index, character) in row.trim_end().char_indices() {
            let index = row_start + index;
            // The blanks around a prefix date are no place to break.
            if character == ' ' && width > 30 {
                last_blank = Some(index);
            }
            // A line counts without the blanks before it.
            width += usize::from(character != ' ' || width > 0);
            if width > COLUMNS
                && let Some(blank) = last_blank.take()
            {
                breaks.push(blank);
                lines.push(&text[line_start..blank]);
                line_start = blank + 1;
                width = text.get(line_start..index).map_or(0, |begun| begun.chars().count() + 1);
            }
        }
        lines.push(&text[line_start..row_start + row.trim_end().len()]);
        row_start += row.len();
    }
    let widest = lines.iter().map(|line| line.trim().chars().count()).max().unwrap_or_default();
    // An end mark that comes to stand alone is joined to nothing, nor is a stamp to its label.
    let joined = breaks.iter().filter(|&&blank| !text[blank + 1..].starts_with("(END)")).count();
    let pairs = breaks.len() + usize::from(text.contains("Input\n"));
    let recognised = joined >= 2 && 2 * joined > pairs && widest >= 60;
    if recognised && !lines.iter().any(|line| stands_alone(line)) { breaks } else { Vec::new() }
}

/// Whether a line could be taken for one that is never joined to its neighbours: a byline, or the label of a speaker.
fn stands_alone(line: &str) -> bool {
    const TITLES: [&str; 5] = ["President ", "Prime Minister ", "Chancellor ", "Premier ", "Mr. "];
    let titled = TITLES.iter().any(|title| line.starts_with(title)) && line.chars().take(60).any(|c| c == '.');
    let capitals = line.split_once(": ").is_some_and(|(label, _)| label.split(' ').all(starts_with_capital));
    let labelled = line.starts_with("Published") || line.starts_with("Written") || line.starts_with("Input");
    line.starts_with("By ") && line.chars().count() > 40 || titled || capitals && !labelled
}

fn starts_with_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}
