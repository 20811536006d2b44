//! The headline.

use crate::{
    rules::caption::round_credit,
    text::{is_blank, width},
};

/// Whether the text is short enough for a headline, and ends with neither an end mark nor a credit in round brackets.
pub(crate) fn may_be_headline(text: &str) -> bool {
    width(text) <= 250 && !text.ends_with("(END)") && !text.ends_with("(End)") && round_credit(text).is_none()
}

/// The text with all closing marks at its end taken away.
pub(crate) fn without_closing_marks(text: &str) -> &str {
    text.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']'])
}

/// Whether the text ends like a sentence: with a stop that is not an abbreviation's.
pub(crate) fn ends_like_sentence(text: &str) -> bool {
    let text = without_closing_marks(text);
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

    #[test]
    fn what_ends_an_article_ends_no_headline() {
        assert_eq!(kinds("They met. (END)\nText\n"), "pff");
        assert_eq!(kinds("They met (End)\nText\n"), "pff");
        assert_eq!(kinds("They met (Yonhap)\nText\n"), "pp");
        assert_eq!(kinds("They met. (Hanbit)\nText\n"), "pp");
        assert_eq!(kinds("They met (Hanbit)\nText\n"), "hp");
        assert_eq!(kinds("They met [AP]\nText\n"), "hp");
        assert_eq!(kinds("date 2025-10-30 They met (Yonhap)\nText\n"), "dpp");
        assert_eq!(kinds("date 2025-10-30 They met (END)\nText\n"), "dpff");
    }
}
