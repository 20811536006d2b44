//! What ends an article.

use crate::{
    stamps::{clock, half, zone},
    text::{is_blank, is_one_of_in_any_case, one_blank, opens_in_any_case, width},
};

/// Whether a row of the body is an end row.
pub(crate) fn is_end_row(text: &str) -> bool {
    is_end_row_of_head(text)
        || ["END", "-30-", "- 30 -", "/END"].contains(&text)
        || is_end_with_time(text)
        || is_two_equals_signs_and_word(text)
        || is_one_of_in_any_case(text, &["associated links", "related article", "related articles", "related stories"])
        || ["copyright", "©", "all rights reserved", "(reporting by"].iter().any(|with| opens_in_any_case(text, with))
}

/// Whether a row of the head is one.
pub(crate) fn is_end_row_of_head(text: &str) -> bool {
    text.starts_with("(END)") || text.starts_with("(End)") || text == "###"
}

/// `END 10:30 am KST`.
fn is_end_with_time(text: &str) -> bool {
    let end = |rest: &str| -> Option<bool> {
        let rest = &rest[one_blank(rest)?..];
        let rest = &rest[clock(rest)?.0..];
        let rest = &rest[one_blank(rest)?..];
        let rest = &rest[half(rest)?.0..];
        if rest.is_empty() {
            return Some(true);
        }
        let rest = &rest[one_blank(rest)?..];
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
            "==Kyodo",
            "RELATED ARTICLES",
            "Copyright 2025",
            "© Yonhap",
            "All rights reserved.",
            "(Reporting by Lee)",
        ] {
            assert!(is_end_row(text), "{text}");
        }
        for text in
            ["(end)", "END.", "END 10:30", "END 10:30  am", "END 10:30 am KST x", "==", "== Kyodo", "related stories:"]
        {
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
