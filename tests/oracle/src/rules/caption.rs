//! Words under a picture, and the credit they end with.

use crate::{
    rules::agency::AGENCIES,
    text::{
        Brackets, blanks, brackets_at_end, ends_in_any_case, is_all_capitals, is_one_of_in_any_case, opens_in_any_case,
        width, words,
    },
};

/// Whether the trimmed text is a caption, wherever it stands.
pub(crate) fn is_caption(text: &str) -> bool {
    opens_with_photo(text) || credit(text).is_some_and(|credit| words(&text[..credit.start]).len() >= 4)
}

/// Where the credit in round brackets begins that the text ends with.
pub(crate) fn round_credit(text: &str) -> Option<usize> {
    credit(text).filter(|credit| credit.round).map(|credit| credit.start)
}

fn opens_with_photo(text: &str) -> bool {
    ["Photo", "Caption"]
        .into_iter()
        .any(|word| opens_in_any_case(text, word) && text[word.len() + blanks(&text[word.len()..])..].starts_with(':'))
}

fn credit(text: &str) -> Option<Brackets<'_>> {
    brackets_at_end(text).filter(|brackets| {
        let inside = brackets.inside;
        (2..=60).contains(&width(inside))
            && if brackets.round { is_round_credit(inside) } else { is_all_capitals(inside) }
    })
}

fn is_round_credit(inside: &str) -> bool {
    is_agencies(inside)
        || [" News", " Photo"]
            .into_iter()
            .any(|ending| ends_in_any_case(inside, ending) && is_agencies(&inside[..inside.len() - ending.len()]))
        || opens_in_any_case(inside, "photo")
        || opens_in_any_case(inside, "courtesy of")
        || ends_in_any_case(inside, " photo")
        || is_one_of_in_any_case(inside, &["pool"])
}

/// Whether the text is names of agencies, joined.
fn is_agencies(text: &str) -> bool {
    is_one_of_in_any_case(text, &AGENCIES)
        || AGENCIES.into_iter().filter(|name| opens_in_any_case(text, name)).any(|name| {
            let rest = &text[name.len()..];
            ["-", "/", " via "]
                .into_iter()
                .any(|joint| opens_in_any_case(rest, joint) && is_agencies(&rest[joint.len()..]))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, kinds};

    #[test]
    fn credits() {
        for inside in [
            "(Yonhap)",
            "(yonhap)",
            "(AP-Yonhap)",
            "(EPA-EFE/Yonhap)",
            "(AFP via Getty Images)",
            "(Kyodo News)",
            "(Yonhap Photo)",
            "(AP-Yonhap News)",
            "(Photo by Kim)",
            "(courtesy of X)",
            "(Joint Press Corps photo)",
            "(pool)",
            "[YONHAP]",
            "[JOINT PRESS CORPS]",
        ] {
            assert!(is_caption(&format!("One two three four {inside}")), "{inside}");
            assert!(!is_caption(&format!("One two three {inside}")), "{inside}");
        }
        for inside in ["(Seoul)", "[Yonhap]", "(AP-)", "(AP Reuters)", "(my photos)", "[A]", "(AP) x", "(AP]"] {
            assert!(!is_caption(&format!("One two three four {inside}")), "{inside}");
        }
    }

    #[test]
    fn words_that_announce_a_caption() {
        assert!(is_caption("Photo: Lee"));
        assert!(is_caption("CAPTION  :"));
        assert!(!is_caption("Photos: Lee"));
    }

    #[test]
    fn the_last_row_of_the_body_is_a_paragraph() {
        assert_eq!(kinds("A title\nText.\nLee and Carney shake hands (Yonhap)\nText.\n"), "hpcp");
        assert_eq!(kinds("A title\nText.\nLee and Carney shake hands [YONHAP]\n"), "hpc");
        check(
            "A title\nText.\nLee and Carney shook hands. (Yonhap)\nEND\n",
            "headline|A title⏎
             paragraph|Text.⏎
             paragraph|Lee and Carney shook hands.\u{20}
             furniture|(Yonhap)⏎
             furniture|END⏎",
        );
    }
}
