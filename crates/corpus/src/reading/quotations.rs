//! Quotation marks: the strings that stand between them.

mod nesting;
mod single;

use rapporteur_model::Span;

pub(crate) use self::nesting::marks_too_deep;

/// A string between marks, with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked {
    /// From the opening mark up to and with the closing one.
    pub span: Span,
    /// Whether the closing mark is there; without it the string runs to the paragraph's end.
    pub closed: bool,
}

/// The strings between quotation marks of one paragraph. `docs/quotations.md` says which mark opens and which closes.
///
/// ```
/// use rapporteur_corpus::reading::quotations;
/// use rapporteur_model::Span;
///
/// let text = "“A,” Lee said. “B.”";
/// let whole = Span::new(0, u32::try_from(text.len())?)?;
/// let words: Vec<_> = quotations(text, whole).iter().filter_map(|marked| marked.span.slice(text)).collect();
/// assert_eq!(words, ["“A,”", "“B.”"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn quotations(text: &str, paragraph: Span) -> Vec<Marked> {
    let Some(words) = paragraph.slice(text).filter(|words| has_marks(words)) else { return Vec::new() };
    let start = paragraph.start() as usize;
    let double = double(words, start);
    let single = single::strings(words, start);
    let mut around = single.iter().peekable();
    let all_inside = double.iter().all(|inner| {
        while around.next_if(|outer| outer.span.end() <= inner.span.start()).is_some() {}
        around.peek().is_some_and(|outer| outer.span.contains(inner.span))
    });
    if all_inside { single } else { double }
}

/// Whether there is a byte that a quotation mark can begin with.
fn has_marks(words: &str) -> bool {
    next_mark(words).is_some()
}

/// Where the first character stands that can be a quotation mark, or half of one: all others begin with other bytes.
fn next_mark(words: &str) -> Option<usize> {
    /// Told from a table, since every byte of a text is looked at.
    static IS_MARK: [bool; 256] = {
        let mut is_mark = [false; 256];
        let mut byte = 0;
        while byte < 256 {
            is_mark[byte] = matches!(byte, 0x22 | 0x27 | 0x60 | 0xc2 | 0xe2);
            byte += 1;
        }
        is_mark
    };
    words.bytes().position(|byte| IS_MARK[usize::from(byte)])
}

/// The strings between double marks of a paragraph that begins with byte `start` of the text.
fn double(words: &str, start: usize) -> Vec<Marked> {
    let mut found = Vec::new();
    let mut open: Option<Open<'_>> = None;
    let mut at = 0;
    while let Some(next) = next_mark(&words[at..]) {
        at += next;
        let Some(character) = words[at..].chars().next() else { break };
        let before = words[..at].chars().next_back();
        let mark = mark_at(&words[at..], character, open.as_ref());
        let after = words[at + mark.len()..].chars().next();
        if let Some(string) = &mut open {
            if string.closes(mark, before, after) {
                found.extend(marked(start + string.at, start + at + mark.len(), true));
                open = None;
            }
        } else if opens(mark, before, after) {
            open = Some(Open { at, mark, awaits_inner: false });
        }
        at += mark.len();
    }
    if let Some(string) = open {
        found.extend(marked(start + string.at, start + words.trim_end().len(), false));
    }
    found
}

/// A string that is not closed yet.
struct Open<'t> {
    at: usize,
    mark: &'t str,
    /// Whether a `“` inside it waits for its `”`.
    awaits_inner: bool,
}

impl Open<'_> {
    fn closes(&mut self, mark: &str, before: Option<char>, after: Option<char>) -> bool {
        if self.mark == "\"" && mark == "“" {
            self.awaits_inner = true;
        } else if mark == "”" && std::mem::take(&mut self.awaits_inner) {
            return false;
        }
        closes(self.mark, mark, before, after)
    }
}

fn marked(start: usize, end: usize, closed: bool) -> Option<Marked> {
    crate::document::span(start, end).map(|span| Marked { span, closed })
}

/// The mark that `rest` begins with, two characters where they are one mark, else its first character.
fn mark_at<'t>(rest: &'t str, first: char, open: Option<&Open<'_>>) -> &'t str {
    // "''It was on 'Today,'''": the first of three apostrophes belongs to the words.
    let is_inside = rest.starts_with("'''") && open.is_some_and(|open| matches!(open.mark, "''" | "``"));
    let is_pair = rest.starts_with("''") || rest.starts_with("``");
    if is_pair && !is_inside { &rest[..2] } else { &rest[..first.len_utf8()] }
}

fn opens(mark: &str, before: Option<char>, after: Option<char>) -> bool {
    let after_blank = before.is_none_or(char::is_whitespace);
    match mark {
        "“" | "„" | "«" | "``" => true,
        "»" => after_blank,
        // Five feet ten inches, 5'10", opens nothing.
        "\"" | "''" => !before.is_some_and(|before| before.is_ascii_digit()),
        "”" => {
            (after_blank
                || before.is_some_and(|before| matches!(before, '(' | '[' | '—' | '-') || is_direction(before)))
                && after.is_some_and(|after| after.is_alphanumeric() || matches!(after, '[' | '$'))
        }
        _ => false,
    }
}

/// Whether it is an invisible mark that only says which way a script runs.
fn is_direction(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn closes(opening: &str, mark: &str, before: Option<char>, after: Option<char>) -> bool {
    let is_listed = match opening {
        "“" | "”" => mark == "”",
        "„" => mark == "“" || mark == "”",
        "«" => mark == "»",
        "»" => mark == "«",
        "\"" => mark == "\"",
        _ => mark == "''",
    };
    // A curly mark closed by a straight one, the reverse, or one turned the wrong way, where it stands as only a closing
    // mark does.
    let is_other = matches!(opening, "\"" | "“" | "”") && matches!(mark, "\"" | "”") || (opening, mark) == ("“", "“");
    let is_stray = is_other && !before.is_none_or(char::is_whitespace) && !after.is_some_and(char::is_alphanumeric);
    is_listed || is_stray
}

#[cfg(test)]
mod tests;
