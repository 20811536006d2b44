//! Marks inside marks: how many are open at once.

use rapporteur_model::Span;

use super::{Open, closes, mark_at, next_mark, opens, single};

/// How many marks English print opens inside each other: those of the words, of words quoted in them, and of words
/// quoted in those.
const DEEPEST: usize = 3;

/// The marks that are open where a paragraph opens one more than is ever printed: the outermost first, and the one too
/// many last.
///
/// Here strings do lie inside others, unlike those of [`quotations`](super::quotations): a mark that looks as if it
/// opened does so, and a mark closes the innermost that it can, with all that was left open inside it. What may be an
/// apostrophe adds no depth.
pub(crate) fn marks_too_deep(text: &str, paragraph: Span) -> Option<[Span; DEEPEST + 1]> {
    let words = paragraph.slice(text)?;
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut at = 0;
    while open.len() <= DEEPEST {
        at += next_mark(&words[at..])?;
        let pair = open.iter().rfind(|string| matches!(string.mark, "''" | "``"));
        let character = words[at..].chars().next()?;
        let mark = mark_at(&words[at..], character, pair);
        // Two of them are one mark: ’’.
        let is_double = matches!(mark, "’" | "'") && words[at + mark.len()..].starts_with(mark);
        let end = at + mark.len() * (1 + usize::from(is_double));
        let mark = &words[at..end];
        // Directly behind a mark that opens is as good as at the paragraph's start.
        let is_behind = open.last().is_some_and(|string| string.at + string.mark.len() == at);
        let before = words[..at].chars().next_back().filter(|_| !is_behind);
        if is_single(mark) {
            take_single(&mut open, at, mark, before, &words[end..]);
        } else {
            take_double(&mut open, at, mark, before, words[end..].chars().next());
        }
        at = end;
    }
    let start = paragraph.start() as usize;
    let spans = open.iter().filter_map(|string| {
        let first = start + string.at;
        crate::document::span(first, first + string.mark.len())
    });
    spans.collect::<Vec<_>>().try_into().ok()
}

fn is_single(mark: &str) -> bool {
    matches!(mark, "‘" | "’" | "'" | "`")
}

fn take_single<'t>(open: &mut Vec<Open<'t>>, at: usize, mark: &'t str, before: Option<char>, rest: &str) {
    let Some(character) = mark.chars().next() else { return };
    let is_in_single = open.last().is_some_and(|string| is_single(string.mark));
    if single::can_open(character, before, rest) {
        // Single marks stand in double ones only: the one before was an apostrophe.
        if is_in_single {
            open.pop();
        }
        open.push(Open { at, mark, awaits_inner: false });
    } else if is_in_single && mark != "`" && single::can_close(character, before, rest) {
        open.pop();
    }
}

fn take_double<'t>(open: &mut Vec<Open<'t>>, at: usize, mark: &'t str, before: Option<char>, after: Option<char>) {
    let is_free = before.is_none_or(|before| before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–'));
    // Of these marks none shows whether it opens or closes; where it stands does.
    let is_opening = matches!(mark, "\"" | "''") && is_free && after.is_some_and(char::is_alphanumeric);
    let closed = |string: &Open<'_>| !is_single(string.mark) && closes(string.mark, mark, before, after);
    // Behind a word and before a blank any mark closes, even one that is no partner of the one that opened.
    let is_closing = || !is_free && after.is_none_or(|after| !after.is_alphanumeric());
    let innermost = || open.iter().rposition(|string| !is_single(string.mark)).filter(|_| is_closing());
    if let Some(outer) = open.iter().rposition(closed).filter(|_| !is_opening).or_else(innermost) {
        open.truncate(outer);
    } else if opens(mark, before, after) {
        // A line of verse, or of words that go on, opens with their mark again.
        let is_again = matches!(before, Some('\n' | '\r'));
        match open.iter().rposition(|string| string.mark == mark).filter(|_| is_again) {
            Some(same) => open.truncate(same + 1),
            None => open.push(Open { at, mark, awaits_inner: false }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The marks that are open where one too many is opened, each with the word behind it.
    fn check(paragraph: &str, expected: &[&str]) {
        let whole = Span::new(0, u32::try_from(paragraph.len()).unwrap()).unwrap();
        let found = marks_too_deep(paragraph, whole).map(|marks| {
            let behind = |mark: &Span| paragraph[mark.range().start..].split([' ', ',']).next().unwrap();
            marks.iter().map(behind).collect::<Vec<_>>()
        });
        assert_eq!(found.unwrap_or_default(), expected, "{paragraph}");
    }

    #[test]
    fn three_are_printed_and_a_fourth_is_not() {
        check("“He said, ‘She said, “They said no” twice’ again,” Lee said.", &[]);
        check(
            "“He said, ‘She said, “They said ‘no’ to it” twice’ again,” Lee said.",
            &["“He", "‘She", "“They", "‘no’"],
        );
        check("\"He said, 'She said, \"They said no\" twice' again,\" Lee said.", &[]);
        check("``He says, `She says, ``They say, `no' to it'' twice' again''", &["``He", "`She", "``They", "`no'"]);
    }

    #[test]
    fn marks_that_nothing_closes_go_deeper() {
        check("“One. “Two. “Three. “Four,” Lee said.", &["“One.", "“Two.", "“Three.", "“Four"]);
        check("\"One. \"Two. \"Three. \"Four,\" Lee said.", &["\"One.", "\"Two.", "\"Three.", "\"Four"]);
        check("“One. “Two,” Lee said. “Three,” she said. “Four,” he said. “Five,” they said.", &[]);
    }

    #[test]
    fn what_closes_closes_all_inside() {
        check("“One ‘two,” he said. “Three ‘four,” she said. “Five ‘six,” they said.", &[]);
        check("\" One \" two \" three \" four \" five \"", &[]);
        check("“One,“ he said. “Two,“ she said. “Three,“ he said. “Four,“ she said.", &[]);
    }

    #[test]
    fn what_stands_where_a_mark_closes_closes() {
        for (opening, closing) in [("“", "’’"), ("“", "''"), ("``", "\""), ("``", "”"), ("“", "‟"), ("«", "«")]
        {
            let said = format!("{opening}We agree,{closing} Lee said. ");
            check(&said.repeat(5), &[]);
        }
    }

    #[test]
    fn apostrophes_and_new_lines_are_no_deeper() {
        check("“Get ‘em. “No ‘til then. ‘Tis the ‘90s, the ‘old ‘world ‘of ‘yours.", &[]);
        check("“One,\n“two,\n“three,\n“four,\n“five,” they sang.", &[]);
    }

    #[test]
    fn thousands_of_marks_are_taken_in_turn() {
        for (text, is_deep) in [
            ("“a ‘b” ".repeat(50_000), false),
            ("“a ".repeat(50_000), true),
            ("“a ‘b \"c\" d’ e” ".repeat(50_000), false),
            ("‘a ".repeat(50_000), false),
            ("'\"".repeat(50_000), false),
        ] {
            let whole = Span::new(0, u32::try_from(text.len()).unwrap()).unwrap();
            assert_eq!(marks_too_deep(&text, whole).is_some(), is_deep, "{}", &text[..8]);
        }
    }
}
