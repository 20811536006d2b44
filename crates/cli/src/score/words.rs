//! The words of a span: what is left without marks at the edges, and which of them names a speaker.

use std::borrow::Cow;

use rapporteur_model::Span;

/// Blanks, marks and punctuation that do not make two quotations different.
const EDGES: &str = " \t\r\n\u{a0}\"“”„‟«»‹›‘’'`,.;:";

/// Marks that may stand around the words of a speaker.
const MARKS: &str = "\"“”'‘’ ";

/// What ends the part of a speaker's words in which the name or the noun stands.
const ENDS: &[&str] = &[",", "(", "[", "—", "–", "--", ";", ":"];

/// Words that end it when they stand between blanks.
const ENDING_WORDS: &[&str] = &[
    "who",
    "whom",
    "whose",
    "that",
    "which",
    "of",
    "at",
    "from",
    "in",
    "for",
    "with",
    "on",
    "to",
    "by",
    "and",
    "or",
    "wearing",
    "speaking",
    "representing",
    "close",
    "familiar",
    "briefed",
];

/// Blanks, and the four separators of ASCII, which count as blanks where figures have to be comparable.
pub(super) fn is_blank(character: char) -> bool {
    character.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&character)
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// The words of a span. A span that leaves the text or cuts a character, as predictions of others may, gives what
/// there is, with `\u{fffd}` for bytes of no character.
pub(super) fn words(text: &str, span: Span) -> Cow<'_, str> {
    let end = span.range().end.min(text.len());
    String::from_utf8_lossy(&text.as_bytes()[span.range().start.min(end)..end])
}

/// Where the words of a span start and end once blanks, marks and punctuation are taken from their edges; the span
/// itself where nothing else is in it.
pub(super) fn trimmed(text: &str, span: Span) -> (usize, usize) {
    let words = words(text, span);
    let is_edge = |character| EDGES.contains(character);
    let kept = words.trim_end_matches(is_edge);
    if kept.is_empty() {
        return (span.range().start, span.range().end);
    }
    let before = words.len() - words.trim_start_matches(is_edge).len();
    (span.range().start + before, span.range().start + kept.len())
}

/// The word by which a speaker is known: the last before the first comma, bracket, dash, relative pronoun or
/// preposition, without a possessive ending and in small letters.
pub(super) fn head(speaker: &str) -> String {
    let speaker = speaker.trim_matches(is_blank).trim_matches(|character| MARKS.contains(character));
    let phrase = before_end(speaker);
    let is_inner = |character: char| is_word(character) || "-’'.".contains(character);
    let last = phrase
        .rsplit(|character| !is_inner(character))
        .find_map(|piece| piece.find(is_word).map(|start| piece[start..].trim_end_matches(['.', '’', '\''])));
    let Some(last) = last else { return folded(phrase) };
    folded(last.strip_suffix("'s").or_else(|| last.strip_suffix("’s")).unwrap_or(last))
}

/// What stands before the first of [`ENDS`] or [`ENDING_WORDS`], which the first character is never taken for.
fn before_end(phrase: &str) -> &str {
    let mut from = phrase.chars().next().map_or(0, char::len_utf8);
    while from < phrase.len() {
        let rest = phrase[from..].trim_start_matches(is_blank);
        let at = phrase.len() - rest.len();
        let is_ending_word = |word: &str| ENDING_WORDS.iter().any(|ending| ending.eq_ignore_ascii_case(word));
        let ends = ENDS.iter().any(|end| rest.starts_with(end))
            || at > from && rest.find(is_blank).is_some_and(|end| is_ending_word(&rest[..end]));
        if ends {
            return &phrase[..from];
        }
        from = at + rest.chars().next().map_or(0, char::len_utf8);
    }
    phrase
}

/// Small letters, in the one form that letters of several small forms share.
fn folded(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).collect::<String>().replace('ß', "ss").replace('ς', "σ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_speaker_is_known_by_the_last_word_of_the_name() {
        for (speaker, expected) in [
            ("Prime Minister Ada Okoro", "okoro"),
            ("Okoro, who was in Lima", "okoro"),
            ("the spokesman of the ministry", "spokesman"),
            ("The Envoy For  trade", "envoy"),
            ("Okoro’s", "okoro"),
            ("“Okoro's”", "okoro"),
            ("Ana Reyes-Bo Jr.", "jr"),
            ("Reyes\n(Lima)", "reyes"),
            ("of Lima", "lima"),
            ("STRAUß", "strauss"),
            ("he", "he"),
            ("and", "and"),
            ("—", "—"),
            ("", ""),
        ] {
            assert_eq!(head(speaker), expected, "{speaker}");
        }
    }

    #[test]
    fn edges_are_taken_off_and_what_is_only_edges_stays() {
        let trim = |text: &str, start, end| {
            let (start, end) = trimmed(text, Span::new(start, end).unwrap());
            text[start..end].to_owned()
        };
        assert_eq!(trim("She said: “We agree.” ", 9, 25), "We agree");
        assert_eq!(trim("“,”", 0, 7), "“,”");
    }

    #[test]
    fn a_span_that_cuts_a_character_gives_what_there_is() {
        assert_eq!(words("aé", Span::new(0, 2).unwrap()), "a\u{fffd}");
        assert_eq!(words("aé", Span::new(3, 9).unwrap()), "");
    }
}
