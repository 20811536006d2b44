//! Story tags.

use crate::text::{
    Brackets, brackets_at_end, brackets_at_start, is_digit, is_line_ending, is_one_of_in_any_case, length_while,
    one_blank, opens_in_any_case, width,
};

const BEFORE_COLON: [&str; 7] = ["URGENT", "BREAKING", "BREAKING NEWS", "EXCLUSIVE", "CORRECTED", "FLASH", "UPDATE"];
#[rustfmt::skip]
const IN_BRACKETS: [&str; 11] = [
    "LEAD", "LD", "URGENT", "BREAKING", "BREAKING NEWS", "EXCLUSIVE", "CORRECTED", "CORRECTION", "DEVELOPING", "UPDATE",
    "UPDATED",
];

/// Length of the tag that the text begins with.
pub(crate) fn tag(text: &str) -> Option<usize> {
    if let Some(brackets) = brackets_at_start(text).filter(is_bracketed_tag) {
        return Some(brackets.end);
    }
    BEFORE_COLON.into_iter().find_map(|word| {
        let mut end = word.len();
        let rest = text.strip_prefix(word)?;
        let number = one_blank(rest).filter(|&blank| word == "UPDATE" && rest[blank..].starts_with(is_digit));
        if let Some(blank) = number {
            end += blank + 1;
        }
        text[end..].starts_with(':').then_some(end + 1)
    })
}

/// Where the bracketed tag begins that the text ends with.
pub(crate) fn tag_at_end(text: &str) -> Option<usize> {
    brackets_at_end(text).filter(is_bracketed_tag).map(|brackets| brackets.start)
}

fn is_bracketed_tag(brackets: &Brackets<'_>) -> bool {
    let inside = brackets.inside;
    width(inside) <= 200
        && !inside.contains(is_line_ending)
        && (is_tag_word(inside) || opens_in_any_case(inside, "ATTN:"))
}

fn is_tag_word(text: &str) -> bool {
    is_one_of_in_any_case(text, &IN_BRACKETS) || is_numbered_lead(text) || is_numbered_update(text)
}

/// `2nd LD`.
fn is_numbered_lead(text: &str) -> bool {
    let digits = length_while(text, is_digit);
    let ordinal = ["ST", "ND", "RD", "TH"].into_iter().any(|ending| opens_in_any_case(&text[digits..], ending));
    let lead = || {
        let rest = &text[digits + 2..];
        one_blank(rest).map(|blank| &rest[blank..])
    };
    digits > 0 && ordinal && lead().is_some_and(|lead| is_one_of_in_any_case(lead, &["LEAD", "LD"]))
}

/// `UPDATE 2`.
fn is_numbered_update(text: &str) -> bool {
    ["UPDATE", "UPDATED"].into_iter().any(|word| {
        let number = opens_in_any_case(text, word)
            .then(|| &text[word.len()..])
            .and_then(|rest| one_blank(rest).map(|blank| &rest[blank..]));
        number.is_some_and(|number| !number.is_empty() && number.chars().all(is_digit))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check;

    #[test]
    fn tags_in_brackets_and_before_a_colon() {
        for text in [
            "(LEAD)",
            "[2nd ld]",
            "(3RD LEAD)",
            "(URGENT)",
            "(Update 12)",
            "(updated 1)",
            "(ATTN: ADDS photo)",
            "[attn:]",
            "URGENT:",
            "BREAKING NEWS:",
            "UPDATE:",
            "UPDATE 1:",
        ] {
            assert_eq!(tag(&format!("{text} x")), Some(text.len()), "{text}");
        }
        for text in [
            "(LEAD",
            "(LEAD]",
            "(nd LD)",
            "(2nd  LD)",
            "( LEAD)",
            "(LEAD 2)",
            "(photo)",
            "Urgent:",
            "URGENT",
            "UPDATE 12:",
            "URGENT :",
            "(ATTN: a (b))",
            "(ATTN: a\nb)",
        ] {
            assert_eq!(tag(&format!("{text} x")), None, "{text}");
        }
    }

    #[test]
    fn two_hundred_characters_are_the_most() {
        assert!(tag(&format!("(ATTN:{})", "é".repeat(195))).is_some());
        assert!(tag(&format!("(ATTN:{})", "é".repeat(196))).is_none());
    }

    #[test]
    fn tags_before_and_behind_the_headline() {
        check(
            "[URGENT] URGENT: Lee meets Carney (ATTN: ADDS photo)\nText.\n",
            "tag|[URGENT]\u{20}
             tag|URGENT:\u{20}
             headline|Lee meets Carney\u{20}
             tag|(ATTN: ADDS photo)⏎
             paragraph|Text.⏎",
        );
        check("Lee (LEAD) (LEAD)\nText.", "headline|Lee (LEAD)\u{20}\ntag|(LEAD)⏎\nparagraph|Text.");
    }
}
