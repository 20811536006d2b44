//! What ends an article.

use crate::{
    stamps::{clock, half, zone},
    text::{blanks, is_blank, is_one_of_in_any_case, opens_in_any_case, width},
};

#[rustfmt::skip]
const OPENINGS: [&str; 8] = [
    "copyright", "©", "all rights reserved", "(reporting by", "(additional reporting by", "(writing by", "(editing by",
    "(edited by",
];

/// Whether a row of the body is an end row.
pub(crate) fn is_end_row(text: &str) -> bool {
    is_end_row_of_head(text)
        || ["END", "-30-", "- 30 -", "/END"].contains(&text)
        || is_end_with_time(text)
        || is_two_equals_signs_and_word(text)
        || is_one_of_in_any_case(text, &["associated links", "related article", "related articles", "related stories"])
        || OPENINGS.iter().any(|with| opens_in_any_case(text, with))
}

/// Whether a row of the head is one.
pub(crate) fn is_end_row_of_head(text: &str) -> bool {
    text.starts_with("(END)") || text.starts_with("(End)") || text == "###"
}

/// `END 10:30 am KST`.
fn is_end_with_time(text: &str) -> bool {
    let some_blanks = |rest: &str| Some(blanks(rest)).filter(|&length| length > 0);
    let end = |rest: &str| -> Option<bool> {
        let rest = &rest[some_blanks(rest)?..];
        let rest = &rest[clock(rest)?.0..];
        let rest = &rest[some_blanks(rest)?..];
        let rest = &rest[half(rest)?.0..];
        if rest.is_empty() {
            return Some(true);
        }
        let rest = &rest[some_blanks(rest)?..];
        Some(zone(rest, true)? == rest.len())
    };
    text.strip_prefix("END").and_then(end).unwrap_or(false)
}

fn is_two_equals_signs_and_word(text: &str) -> bool {
    text.starts_with("==") && width(text) > 2 && !text.contains(is_blank)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, kinds};

    #[test]
    fn end_rows() {
        for text in [
            "(END) more",
            "(End)",
            "END",
            "###",
            "-30-",
            "- 30 -",
            "/END",
            "END 10:30 am",
            "END 1:02 p.m. KST",
            "END 1:02 p.m. +0900",
            "END    1:02  p.m.   KST",
            "(Writing by Lee; Editing by Kim)",
            "==Kyodo",
            "RELATED ARTICLES",
            "Copyright 2025",
            "© Yonhap",
            "All rights reserved.",
            "(Reporting by Lee)",
        ] {
            assert!(is_end_row(text), "{text}");
        }
        for text in [
            "(end)",
            "END.",
            "END 10:30",
            "END10:30 am",
            "END 10:30 am KST x",
            "(Edit by Lee)",
            "==",
            "== Kyodo",
            "related stories:",
        ] {
            assert!(!is_end_row(text), "{text}");
        }
    }

    #[test]
    fn after_it_every_line_is_furniture() {
        check(
            "A title\nText.\n(END) x\n\nText.\n KIM: text\n",
            "headline|A title⏎
             paragraph|Text.⏎
             furniture|(END) x⏎⏎
             furniture|Text.⏎
             furniture| KIM: text⏎",
        );
    }

    #[test]
    fn in_the_head_few_count() {
        assert_eq!(kinds("END\n###\nx\n"), "hff");
        assert_eq!(kinds("A title\nCopyright 2025.\nx\n"), "hpp");
    }
}
