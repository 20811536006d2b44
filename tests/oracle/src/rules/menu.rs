//! What a page puts around an article.

use crate::text::{is_letter_or_digit, is_one_of_in_any_case, width};

#[rustfmt::skip]
const ENTRIES: [&str; 13] = [
    "print", "share", "dictionary", "print dictionary print", "go to contents", "related article", "related articles",
    "related stories", "associated links", "advertisement", "listen", "font size", "most read",
];

/// Whether the trimmed text is a menu.
pub(crate) fn is_menu(text: &str) -> bool {
    is_path(text)
        || is_one_of_in_any_case(text, &ENTRIES)
        || text.starts_with("Recommended #")
        || !text.contains(is_letter_or_digit)
}

/// `Home > News > Politics`.
fn is_path(text: &str) -> bool {
    text.contains(" > ") && text.split(" > ").all(|piece| (1..=40).contains(&width(piece)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::kinds;

    #[test]
    fn menus() {
        for text in ["Home > News", "PRINT", "Most read", "Recommended #3", "* * *", "…"] {
            assert!(is_menu(text), "{text}");
        }
        for text in ["Home >News", "Print it", "recommended #3", "* 3 *", "Home >  > News >  > "] {
            assert!(!is_menu(text), "{text}");
        }
        assert!(!is_menu(&format!("Home > {}", "x".repeat(41))));
    }

    #[test]
    fn menus_of_head_and_body() {
        assert_eq!(kinds("Home > News\nA title\nPrint\nText.\n***\nText.\n"), "fhfpfp");
    }
}
