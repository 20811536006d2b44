//! Who wrote it.

use crate::{
    rules::agency::AGENCIES,
    text::{blanks, is_all_capitals, is_capital_word, is_letter_or_digit, is_line_ending, one_blank, width, words},
};

/// Whether the trimmed text is a byline.
pub(crate) fn is_byline(text: &str) -> bool {
    width(text) <= 100
        && !text.contains(is_line_ending)
        && (is_by_name(text) || is_by_agency(text) || is_dash_and_capitals(text) || has_address(text))
}

/// Whether it opens with `By` and a blank.
pub(crate) fn opens_with_by(text: &str) -> bool {
    after(text, "By").is_some()
}

/// Where the writers begin: behind `By`, `by` or the dash, and the blanks after it.
pub(crate) fn writers(text: &str) -> usize {
    ["By", "by", "-", "–", "—"]
        .into_iter()
        .find(|opening| after(text, opening).is_some())
        .map_or(0, |opening| opening.len() + blanks(&text[opening.len()..]))
}

/// What follows the opening and the one blank behind it.
fn after<'a>(text: &'a str, opening: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(opening)?;
    Some(&rest[one_blank(rest)?..])
}

fn is_by_name(text: &str) -> bool {
    let begins_with_capital_word =
        |rest: &str| blanks(rest) == 0 && words(rest).first().is_some_and(|word| is_capital_word(word));
    after(text, "By").is_some_and(begins_with_capital_word)
        && words(text).len() <= 12
        && !text.ends_with(['.', '?', '!', ':', '"', '”', '’'])
}

fn is_by_agency(text: &str) -> bool {
    after(text, "by").is_some_and(|name| AGENCIES.contains(&name))
}

fn is_dash_and_capitals(text: &str) -> bool {
    ["-", "–", "—"]
        .into_iter()
        .any(|dash| after(text, dash).is_some_and(|rest| (2..=5).contains(&words(rest).len()) && is_all_capitals(rest)))
}

fn has_address(text: &str) -> bool {
    words(text).len() <= 6 && words(text).into_iter().any(is_address)
}

fn is_address(word: &str) -> bool {
    word.match_indices('@').any(|(at, _)| {
        let (before, after) = (&word[..at], &word[at + 1..]);
        before.ends_with(is_letter_or_digit)
            && after.match_indices('.').any(|(stop, _)| {
                after[..stop].ends_with(is_letter_or_digit) && after[stop + 1..].starts_with(is_letter_or_digit)
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::kinds;

    #[test]
    fn bylines() {
        for text in [
            "By Kim Soo-yeon",
            "By “Kim”, Seoul",
            "by Reuters",
            "by EPA-EFE",
            "- KIM SOO",
            "— AN B CE",
            "Kim Soo kim@yna.co.kr",
            "(kim@yna.co.kr)",
        ] {
            assert!(is_byline(text), "{text}");
        }
        for text in [
            "By the river",
            "By  Kim",
            "By Kim.",
            "By Kim said “no”",
            "by reuters",
            "by Reuters staff",
            "- KIM",
            "- Kim Soo",
            "kim@yna",
            "@yna.co.kr",
            "one two three four five six kim@yna.co.kr",
            "By Kim\nLee",
            "By A B C D E F G H I J K L",
        ] {
            assert!(!is_byline(text), "{text}");
        }
        assert!(is_byline(&format!("By {}", "K".repeat(97))));
        assert!(!is_byline(&format!("By {}", "K".repeat(98))));
    }

    #[test]
    fn in_the_body_by_opens_a_paragraph() {
        assert_eq!(kinds("A title\nBy Kim\nText.\nBy Kim\nkim@yna.co.kr\n"), "hyppy");
    }

    #[test]
    fn writers_begin_behind_by() {
        for (text, expected) in
            [("By  Kim", "Kim"), ("by AFP", "AFP"), ("– A BC", "A BC"), ("kim@yna.kr", "kim@yna.kr"), ("Byun", "Byun")]
        {
            assert_eq!(&text[writers(text)..], expected);
        }
    }
}
