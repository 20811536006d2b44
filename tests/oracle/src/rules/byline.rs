//! Who wrote it.

use crate::{
    rules::{agency::AGENCIES, dateline::places_in, placed_stamp::are_name_words},
    text::{
        blanks, is_all_capitals, is_blank, is_capital_word, is_letter, is_letter_or_digit, is_line_ending,
        is_one_of_in_any_case, one_blank, width, words,
    },
};

/// Whether the trimmed text is a byline.
pub(crate) fn is_byline(text: &str) -> bool {
    is_byline_of_body(text) || (is_one_line(text) && (is_by_name(text) || is_by_agency(text)))
}

/// Whether it is one in the body, where `By` opens none.
pub(crate) fn is_byline_of_body(text: &str) -> bool {
    is_one_line(text) && (is_dash_and_capitals(text) || has_address(text))
}

/// Whether it is a heading's byline that opens with `From`.
pub(crate) fn is_from_byline(text: &str) -> bool {
    let label = || {
        let name = text.strip_prefix("From")?.trim_start().strip_prefix(':')?;
        let fits = words(name).first().is_some_and(|word| is_capital_word(word)) && words(text).len() <= 12;
        Some(fits && !text.ends_with(['.', '?', '!', ':', '"', '”', '’']))
    };
    let in_place = || {
        let rest = after(text, "From")?;
        // The first word `in`, with one blank on both sides.
        let (at, _) = rest.match_indices("in").find(|&(at, _)| {
            let ends = |side: Option<char>| side.is_none_or(is_blank);
            ends(rest[..at].chars().next_back()) && ends(rest[at + 2..].chars().next())
        })?;
        let name = rest[..at].strip_suffix(is_blank)?;
        let place = rest[at + 2..].strip_prefix(is_blank)?;
        Some(are_name_words(name) && places_in(place, 1, &[]) == Some(place.len()))
    };
    is_one_line(text) && (label() == Some(true) || in_place() == Some(true))
}

/// Whether it is a name in capitals, which is a heading's byline beside a stamp.
pub(crate) fn is_name_in_capitals(text: &str) -> bool {
    let fits = |word: &str| match word.chars().filter(|&character| is_letter(character)).count() {
        0 => false,
        1 => word.contains('.'),
        _ => true,
    };
    is_one_line(text) && are_name_words(text) && is_all_capitals(text) && words(text).into_iter().all(fits)
}

/// Whether the text, which stands in the last row, is a signature; `before` is the row before it.
pub(crate) fn is_signature(text: &str, before: Option<&str>) -> bool {
    let dashes = ['-', '–', '—'];
    let name = text.strip_prefix(dashes).filter(|rest| blanks(rest) > 0).map(str::trim_start);
    is_one_line(text) && name.is_some_and(are_name_words) && !before.is_some_and(|row| row.starts_with(dashes))
}

fn is_one_line(text: &str) -> bool {
    width(text) <= 100 && !text.contains(is_line_ending)
}

/// Where the writers begin: behind `By`, `by`, the dash or the heading's `From`, and the blanks after it.
pub(crate) fn writers(text: &str) -> usize {
    if is_from_byline(text) {
        let rest = text["From".len()..].trim_start();
        return text.len() - rest.strip_prefix(':').unwrap_or(rest).trim_start().len();
    }
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
    after(text, "By").is_some_and(|rest| words(rest).first().is_some_and(|word| is_capital_word(word)))
        && words(text).len() <= 12
        && !text.ends_with(['.', '?', '!', ':', '"', '”', '’'])
}

fn is_by_agency(text: &str) -> bool {
    after(text, "by").is_some_and(|name| is_one_of_in_any_case(name, &AGENCIES))
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
            "by reuters",
            "By  Kim",
            "- KIM SOO",
            "— AN B CE",
            "Kim Soo kim@yna.co.kr",
            "(kim@yna.co.kr)",
        ] {
            assert!(is_byline(text), "{text}");
        }
        for text in [
            "By the river",
            "ByKim",
            "By Kim.",
            "By Kim said “no”",
            "by  Reuters",
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
        assert_eq!(kinds("A title\nby AFP\nText.\nby AFP\nBy Kim kim@yna.co.kr\n- KIM SOO\n"), "hyppyy");
    }

    #[test]
    fn bylines_of_a_heading() {
        for text in [
            "From: Harbour Office, 3 Quay Street",
            "From : Kim",
            "From Kim Soo-yeon in Oslo",
            "From Ada B. Lund in New York",
        ] {
            assert!(is_from_byline(text), "{text}");
        }
        for text in [
            "From Seoul to Oslo",
            "From: the harbour",
            "From Kim in Oslo",
            "From Kim Soo in Oslo, Norway",
            "From: Kim.",
            "From Kim Soo  in Oslo",
        ] {
            assert!(!is_from_byline(text), "{text}");
        }
        assert_eq!(kinds("A title\nFrom: Kim\nText.\n"), "hyp");
        assert_eq!(kinds("From: Kim\nText.\n"), "hp");
        assert_eq!(kinds("A title\nText.\nFrom: Kim\n"), "hpp");
        assert_eq!(&"From : Kim"[writers("From : Kim")..], "Kim");
        assert_eq!(&"From Kim Soo in Oslo"[writers("From Kim Soo in Oslo")..], "Kim Soo in Oslo");
    }

    #[test]
    fn a_name_in_capitals_stands_beside_a_stamp() {
        assert_eq!(kinds("A title\nKIM SOO-YEON\n30 Oct. 2025\nText.\n"), "hysp");
        assert_eq!(kinds("A title\n30 Oct. 2025\nADA B. LUND\nText.\n"), "hsyp");
        assert_eq!(kinds("A title\nKIM SOO-YEON\nText.\n"), "hpp");
        assert_eq!(kinds("A title\nKIM\nText.\n30 Oct. 2025\n"), "hppp");
        assert_eq!(kinds("A title\n30 Oct. 2025\nKIM X\nText.\n"), "hspp");
    }

    #[test]
    fn a_signature_closes_the_text() {
        assert_eq!(kinds("A title\nText.\n- Ada Lund\n"), "hpy");
        assert_eq!(kinds("A title\nText.\n— Ada Lund\n(END)\n"), "hpyf");
        assert_eq!(kinds("A title\nText.\n- Ada Lund\nText.\n"), "hppp");
        assert_eq!(kinds("A title\nText.\n- Bo Ek\n- Ada Lund\n"), "hppp");
        assert_eq!(kinds("A title\nText.\n- Ada lund\n"), "hpp");
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
