//! The strings between double quotation marks, by which the view `marks` compares.
//!
//! This is not how the reader sees marks, and must not be: a measure that shared the reader's mistakes would not see
//! them. It is kept as simple as `docs/scoring.md` describes it.

use rapporteur_model::{Span, StatementKind};

use super::{gold::Quote, metrics::meeting, words::is_blank};

/// What closes a string that this mark opens.
fn closers(mark: &str) -> Option<&'static [&'static str]> {
    Some(match mark {
        "“" => &["”"],
        "„" => &["“", "”"],
        "«" => &["»"],
        "»" => &["«"],
        "\"" => &["\""],
        "''" | "``" => &["''"],
        _ => return None,
    })
}

/// Whether the character ends a paragraph.
fn ends_paragraph(character: char) -> bool {
    matches!(character, '\n'..='\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The strings between double quotation marks, marks included, paragraph by paragraph. What nothing closes runs to
/// the paragraph's end.
pub(super) fn strings(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut base = 0;
    for paragraph in text.split_inclusive(ends_paragraph) {
        for (start, end) in strings_of(paragraph) {
            // Spans count in 32 bits, and so does whatever is compared with these.
            if let (Ok(start), Ok(end)) = (u32::try_from(base + start), u32::try_from(base + end)) {
                found.extend(Span::new(start, end).ok().filter(|span| !span.is_empty()));
            }
        }
        base += paragraph.len();
    }
    found
}

fn strings_of(paragraph: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open: Option<(usize, &[&str])> = None;
    let (mut at, mut before) = (0, ' ');
    while let Some(character) = paragraph[at..].chars().next() {
        let rest = &paragraph[at..];
        let double = ["''", "``"].into_iter().find(|mark| rest.starts_with(mark));
        let mark = double.unwrap_or(&rest[..character.len_utf8()]);
        let after = rest[mark.len()..].chars().next().unwrap_or(' ');
        match open {
            None => {
                if let Some(closers) = closers(mark) {
                    open = Some((at, closers));
                } else if mark == "”"
                    && " \t\u{202a}\u{a0}([—-".contains(before)
                    && (after.is_alphanumeric() || "[$".contains(after))
                {
                    open = Some((at, &["”"]));
                }
            }
            Some((start, closers)) => {
                let stands_in = ["\"", "”"].contains(&mark)
                    && ["\"", "”"].contains(&closers[0])
                    && !is_blank(before)
                    && !after.is_alphanumeric();
                if closers.contains(&mark) || stands_in {
                    found.push((start, at + mark.len()));
                    open = None;
                }
            }
        }
        before = character;
        at += mark.len();
    }
    if let Some((start, _)) = open {
        found.push((start, paragraph.trim_end_matches(is_blank).len()));
    }
    found
}

/// The strings that a quote covers by four fifths, each with the speaker and the cue of the shortest such quote.
///
/// Both lists are in order of where they start.
pub(super) fn cut_to(strings: &[Span], quotes: &[Quote]) -> Vec<Quote> {
    let spans: Vec<Span> = quotes.iter().map(|quote| quote.span).collect();
    let mut shortest: Vec<Option<usize>> = vec![None; strings.len()];
    for (string, quote) in meeting(strings, &spans) {
        let (whole, span) = (strings[string], spans[quote]);
        let shared = whole.end().min(span.end()).saturating_sub(whole.start().max(span.start()));
        if f64::from(shared) < 0.8 * f64::from(whole.len()) {
            continue;
        }
        // Of two equally short ones the first.
        let rank = |quote: usize| (spans[quote].len(), quote);
        if shortest[string].is_none_or(|best| rank(quote) < rank(best)) {
            shortest[string] = Some(quote);
        }
    }
    let cut = strings.iter().zip(shortest).filter_map(|(string, quote)| {
        Some(Quote { span: *string, kind: Some(StatementKind::Direct), ..quotes[quote?] })
    });
    cut.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        strings(text).into_iter().map(|span| span.slice(text).unwrap()).collect()
    }

    #[test]
    fn marks_of_every_style_are_paired() {
        assert_eq!(
            found("“One” and \"two\", „three“ and «four», ''five'' and ``six''."),
            ["“One”", "\"two\"", "„three“", "«four»", "''five''", "``six''"]
        );
    }

    #[test]
    fn wrong_marks_are_put_up_with() {
        assert_eq!(found("“One\" and \"two” and ”three” there"), ["“One\"", "\"two”", "”three”"]);
    }

    #[test]
    fn what_nothing_closes_ends_with_its_paragraph() {
        assert_eq!(found("“One \r\n“Two” and “three\u{85}four"), ["“One", "“Two”", "“three"]);
        assert_eq!(found("no marks, it's 5'"), [""; 0]);
    }

    #[test]
    fn a_string_takes_its_speaker_from_the_shortest_quote_that_holds_it() {
        let text = "“We agree on it,” he said.";
        let span = |start, end| Span::new(start, end).unwrap();
        let quote = |start, end, speaker: Option<Span>| Quote { speaker, ..Quote::new(span(start, end)) };
        let string = strings(text)[0];
        let quotes = [quote(0, 30, None), quote(3, string.end(), Some(span(22, 24))), quote(3, 11, None)];
        let cut = cut_to(&[string], &quotes);
        assert_eq!((cut[0].span, cut[0].speaker, cut.len()), (string, Some(span(22, 24)), 1));
        assert_eq!(cut_to(&[string], &quotes[2..]), []);
    }
}
