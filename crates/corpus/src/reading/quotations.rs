//! Quotation marks: the strings that stand between them.

use rapporteur_model::Span;

/// A string between marks, with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked {
    /// From the opening mark up to and with the closing one.
    pub span: Span,
    /// Whether the closing mark is there; without it the string runs to the paragraph's end.
    pub closed: bool,
}

/// The strings between double quotation marks of one paragraph. `docs/quotations.md` says which mark opens and which
/// closes.
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
    let (start, end) = (paragraph.start() as usize, paragraph.end() as usize);
    let Some(words) = text.get(start..end) else { return Vec::new() };
    let mut found = Vec::new();
    let mut open: Option<(usize, &str)> = None;
    let mut before: Option<char> = None;
    let mut at = 0;
    while let Some(character) = words[at..].chars().next() {
        let mark = mark_at(&words[at..], character);
        let after = words[at + mark.len()..].chars().next();
        match open {
            None if opens(mark, before, after) => open = Some((at, mark)),
            Some((opening_at, opening)) if closes(opening, mark, before, after) => {
                found.extend(marked(start + opening_at, start + at + mark.len(), true));
                open = None;
            }
            _ => {}
        }
        before = mark.chars().next_back();
        at += mark.len();
    }
    if let Some((opening_at, _)) = open {
        found.extend(marked(start + opening_at, start + words.trim_end().len(), false));
    }
    found
}

fn marked(start: usize, end: usize, closed: bool) -> Option<Marked> {
    crate::document::span(start, end).map(|span| Marked { span, closed })
}

/// The mark that `rest` begins with, two characters where they are one mark, else its first character.
fn mark_at(rest: &str, first: char) -> &str {
    if rest.starts_with("''") || rest.starts_with("``") { &rest[..2] } else { &rest[..first.len_utf8()] }
}

fn opens(mark: &str, before: Option<char>, after: Option<char>) -> bool {
    let after_blank = before.is_none_or(char::is_whitespace);
    match mark {
        "“" | "„" | "«" | "``" => true,
        "»" => after_blank,
        // Five feet ten inches, 5'10", opens nothing.
        "\"" | "''" => !before.is_some_and(|before| before.is_ascii_digit()),
        "”" => {
            (after_blank || before.is_some_and(|before| matches!(before, '(' | '[' | '—' | '-')))
                && after.is_some_and(|after| after.is_alphanumeric() || matches!(after, '[' | '$'))
        }
        _ => false,
    }
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
    // A curly mark closed by a straight one, and the reverse, where it stands as only a closing mark does.
    let is_stray = matches!(opening, "\"" | "“" | "”")
        && matches!(mark, "\"" | "”")
        && !before.is_none_or(char::is_whitespace)
        && !after.is_some_and(char::is_alphanumeric);
    is_listed || is_stray
}

#[cfg(test)]
mod tests;
