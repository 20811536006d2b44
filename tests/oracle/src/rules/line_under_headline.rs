//! A second headline, or where a transcript was taken.

use crate::{
    rules::{
        byline::{is_byline, is_from_byline, writers},
        headline::without_closing_marks,
        placed_stamp::{placed_stamp, stamps_with_place},
        signed_stamps::signed_stamps,
    },
    stamps::stamps,
    text::{is_capital_word, is_line_ending, width, words},
};

/// Whether the text is a line under the headline, given the rows after it.
pub(crate) fn is_line_under_headline(text: &str, after: &[&str]) -> bool {
    let mark = after.iter().take(3).position(|row| is_mark(row));
    mark.is_some_and(|mark| after[..mark].iter().all(|row| is_line(row))) && is_line(text)
}

fn is_line(text: &str) -> bool {
    width(text) <= 150
        && !text.contains(is_line_ending)
        && words(text).first().is_some_and(|word| is_capital_word(word))
        && !without_closing_marks(text).ends_with(['.', ':', ';'])
}

/// Whether the row tells when or by whom.
fn is_mark(text: &str) -> bool {
    let by = (text.starts_with("By") || text.starts_with("by")) && writers(text) > 0 && is_byline(text);
    by || is_from_byline(text)
        || stamps(text).is_some()
        || signed_stamps(text).is_some()
        || placed_stamp(text).is_some()
        || stamps_with_place(text).is_some()
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, kinds, shown_head};

    #[test]
    fn a_second_headline() {
        check(
            "A title\n\nHow the two got there\nBy Kim\nFriday 12 September 2025\nText.\n",
            "headline|A title⏎⏎
             headline|How the two got there⏎
             byline|By Kim⏎
             stamp|Friday 12 September 2025⏎
             paragraph|Text.⏎",
        );
        assert_eq!(shown_head("A title\nAnother\nBy Kim\nText.\n"), "headline|A title\nbyline|Kim");
        assert_eq!(kinds("A title\nOne\nTwo\nThree\nBy Kim\nText.\n"), "hhhhyp");
        assert_eq!(kinds("A title\nOne\nTwo\nThree\nFour\nBy Kim\nText.\n"), "hpppppp");
    }

    #[test]
    fn a_sentence_is_none() {
        assert_eq!(kinds("A title\nThey met.\nBy Kim\nText.\n"), "hppp");
        assert_eq!(kinds("A title\nKim said:\n30 Oct. 2025\nText.\n"), "hppp");
        assert_eq!(kinds("A title\nthey met\nBy Kim\nText.\n"), "hppp");
        assert_eq!(kinds("A title\nThey met\nText\n"), "hpp");
        assert_eq!(kinds("A title\nThey met\nkim@yna.co.kr\n"), "hpy");
    }

    #[test]
    fn the_place_of_a_transcript() {
        assert_eq!(
            kinds(
                "Remarks\nAboard the Ferry\nOn the Way to Oslo\nJune 10, 2026\n11:08 A.M. EDT\nKIM: Yes.\nLEE: No.\n"
            ),
            "hffsapap"
        );
    }
}
