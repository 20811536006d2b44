//! The headline.

use crate::text::{is_blank, width};

/// Whether the text is short enough for a headline.
pub(crate) fn is_short(text: &str) -> bool {
    width(text) <= 250
}

/// Whether the text ends like a sentence: with a stop that is not an abbreviation's.
pub(crate) fn ends_like_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']']);
    let last_word = text.rsplit(is_blank).next().unwrap_or_default();
    last_word.strip_suffix('.').is_some_and(|before| !before.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, kinds};

    #[test]
    fn sentences_end_with_a_stop() {
        for text in ["They met.", "“They met.”", "(They met.')", "."] {
            assert!(ends_like_sentence(text), "{text}");
        }
        for text in ["They met", "Did they?", "Back to the U.S.", "Wait...", "He said “so. ”", "U.S.)"] {
            assert!(!ends_like_sentence(text), "{text}");
        }
    }

    #[test]
    fn a_headline_is_not_alone_and_no_sentence() {
        check("Leaders meet\nText", "headline|Leaders meet⏎\nparagraph|Text");
        assert_eq!(kinds("Leaders meet\n"), "p");
        assert_eq!(kinds("They met.\nText\n"), "pp");
        assert_eq!(kinds(&format!("{}\nText\n", "x".repeat(250))), "hp");
        assert_eq!(kinds(&format!("{}\nText\n", "x".repeat(251))), "pp");
        assert_eq!(kinds("date 2025-10-30 They met."), "dh");
        assert_eq!(kinds("(LEAD) They met"), "tp");
    }
}
