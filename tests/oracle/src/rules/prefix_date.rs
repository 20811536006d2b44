//! The date that whoever collected the text put before it.

use std::ops::Range;

use crate::text::{blanks, is_blank, is_digit};

/// Where the digits stand in a row that opens with `date` and them.
pub(crate) fn prefix_date(text: &str) -> Option<Range<usize>> {
    let after_date = text.strip_prefix("date")?;
    let start = "date".len() + blanks(after_date);
    if start == "date".len() {
        return None;
    }
    ["DDDD-DD-DD", "DDDD-DD"].into_iter().find_map(|pattern| {
        let digits = text.get(start..start + pattern.len())?;
        let fits = |(wanted, is): (char, char)| if wanted == 'D' { is_digit(is) } else { wanted == is };
        let ends = text[start + pattern.len()..].chars().next().is_none_or(is_blank);
        (pattern.chars().zip(digits.chars()).all(fits) && ends).then_some(start..start + pattern.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check;

    #[test]
    fn a_day_or_a_month() {
        let read = |text: &'static str| prefix_date(text).map(|digits| &text[digits]);
        assert_eq!(read("date 2025-10-30 Lee"), Some("2025-10-30"));
        assert_eq!(read("date\t 2025-10"), Some("2025-10"));
        assert_eq!(read("date 2025-99-99"), Some("2025-99-99"));
        for text in
            ["Date 2025-10-30", "date2025-10-30", "date 2025-10-3", "date 2025-10-30.", "dates 2025-10", "date 한국"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn what_follows_is_the_headline() {
        check(
            " date 2025-10-30  (LEAD) Lee meets Carney.\nText.\n",
            "prefix_date| date 2025-10-30 \u{20}
             tag|(LEAD)\u{20}
             headline|Lee meets Carney.⏎
             paragraph|Text.⏎",
        );
        check("date 2025-10\nA title", "prefix_date|date 2025-10⏎\nheadline|A title");
        check("A title\ndate 2025-10-30 x.", "headline|A title⏎\nparagraph|date 2025-10-30 x.");
    }
}
