//! Gold and predictions for tests, told by their words.

use rapporteur_model::{Span, StatementKind};

use super::gold::{Article, Quote};

/// An article with these lines as gold; `ignore: WORDS` is what nothing is said about.
pub(super) fn article(text: &str, lines: &[&str]) -> Article {
    let (ignored, quoted): (Vec<&str>, Vec<&str>) = lines.iter().partition(|line| line.starts_with("ignore: "));
    let ignore = ignored.into_iter().map(|line| span(text, line.trim_start_matches("ignore: "))).collect();
    Article { id: "a".to_owned(), text: text.to_owned(), quotes: quotes(text, &quoted), ignore }
}

/// Quotes from lines such as `direct: “We agree,” / Ada Okoro / said`: the kind, with `other` for what is no speech,
/// the words where they first stand in the text, the speaker, the cue. `-` or nothing is none.
pub(super) fn quotes(text: &str, lines: &[&str]) -> Vec<Quote> {
    let quote = |line: &&str| {
        let (kind, rest) = line.split_once(": ").unwrap();
        let mut words = rest.split(" / ");
        let span_of = |words: Option<&str>| words.filter(|words| *words != "-").map(|words| span(text, words));
        let mut quote = Quote::new(span_of(words.next()).unwrap());
        (quote.speaker, quote.cue) = (span_of(words.next()), span_of(words.next()));
        quote.is_speech = !kind.ends_with(" other");
        quote.kind = Some(match kind.trim_end_matches(" other") {
            "direct" => StatementKind::Direct,
            "mixed" => StatementKind::Mixed,
            "indirect" => StatementKind::Indirect,
            kind => panic!("{kind} is no kind"),
        });
        quote
    };
    lines.iter().map(quote).collect()
}

fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap_or_else(|| panic!("{words} does not stand there"));
    Span::new(u32::try_from(start).unwrap(), u32::try_from(start + words.len()).unwrap()).unwrap()
}
