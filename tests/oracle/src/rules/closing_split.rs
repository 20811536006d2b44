//! How a paragraph's end is split off.

use crate::{
    rules::{caption::round_credit, closing_row::is_initials},
    text::brackets_at_end,
};

/// The pieces that a closing paragraph ends with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ClosingSplit {
    pub(crate) credit: Option<usize>,
    pub(crate) end_mark: Option<usize>,
}

/// Where the trimmed text of a paragraph is split; `last` says that no row follows it before the tail or the end.
pub(crate) fn closing_split(text: &str, last: bool) -> ClosingSplit {
    let end_mark = ["(END)", "(End)"]
        .into_iter()
        .find_map(|mark| text.strip_suffix(mark))
        .filter(|left| !left.trim().is_empty())
        .map(str::len);
    let left = text[..end_mark.unwrap_or(text.len())].trim_end();
    let credit = if last || end_mark.is_some() { round_credit(left).or_else(|| initials(left)) } else { None };
    ClosingSplit { credit: credit.filter(|&at| !left[..at].trim().is_empty()), end_mark }
}

/// Where initials in round brackets begin that stand behind a sentence at the end of the text.
fn initials(text: &str) -> Option<usize> {
    let brackets = brackets_at_end(text).filter(|brackets| brackets.round && is_initials(brackets.inside))?;
    text[..brackets.start].trim_end().ends_with(['.', '?', '!', '"', '”', '’']).then_some(brackets.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, kinds};

    #[test]
    fn credit_and_end_mark_are_blocks() {
        check(
            "A title\nText.\nText. (Yonhap) (END)\nText.\n",
            "headline|A title⏎
             paragraph|Text.⏎
             paragraph|Text.\u{20}
             furniture|(Yonhap)\u{20}
             furniture|(END)⏎
             furniture|Text.⏎",
        );
    }

    #[test]
    fn the_first_paragraph_and_the_rest_of_a_row_are_split_too() {
        assert_eq!(kinds("They met.\n"), "p");
        assert_eq!(kinds("They met. (AP)\n"), "pf");
        assert_eq!(kinds("A title\nSEOUL -- They met. (End)\nText.\n"), "hlpff");
        assert_eq!(kinds("A title\nSEOUL -- Text. (AP)\n"), "hlpf");
        assert_eq!(kinds("A title\nSEOUL -- Text. (AP)\nText.\n"), "hlpp");
    }

    #[test]
    fn something_is_left_of_the_paragraph() {
        let none = ClosingSplit::default();
        assert_eq!(closing_split("(END)", true), none);
        assert_eq!(closing_split("(AP)", true), none);
        assert_eq!(closing_split("(AP) (END)", true), ClosingSplit { end_mark: Some(5), ..none });
        assert_eq!(closing_split("x (END) (AP)", true), ClosingSplit { credit: Some(8), ..none });
        assert_eq!(closing_split("x (AP)", false), none);
    }
}
