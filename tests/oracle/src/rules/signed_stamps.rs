//! Stamps and a byline in one line.

use std::ops::Range;

use crate::{
    rules::byline::{is_byline, writers},
    stamps::{Stamps, stamps},
    text::{blanks, is_blank, is_capital_word, is_line_ending, width, words},
};

/// Stamps and the byline before or behind them, with offsets in the row's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SignedStamps {
    pub(crate) stamps: Stamps,
    pub(crate) byline: usize,
    pub(crate) writers: Range<usize>,
}

/// The stamps and the byline of a row that holds nothing else.
pub(crate) fn signed_stamps(text: &str) -> Option<SignedStamps> {
    if width(text) > 150 || text.contains(is_line_ending) {
        return None;
    }
    stamps_first(text).or_else(|| byline_first(text))
}

fn stamps_first(text: &str) -> Option<SignedStamps> {
    let by = starts_of_words(text).into_iter().find(|&at| words(&text[at..])[0].eq_ignore_ascii_case("by"))?;
    let byline = &text[by..];
    let is_name = width(byline) <= 100
        && (2..=12).contains(&words(byline).len())
        && is_capital_word(words(byline)[1])
        && !byline.ends_with(['.', '?', '!', ':', '"', '”', '’']);
    let stamps = with_moments(text[..by].trim())?;
    let name = by + 2 + blanks(&byline[2..]);
    is_name.then_some(SignedStamps { stamps, byline: by, writers: name..text.len() })
}

fn byline_first(text: &str) -> Option<SignedStamps> {
    let (before, behind) = text.split_once('|')?;
    let byline = before.trim();
    let opens = (byline.starts_with("By") || byline.starts_with("by")) && writers(byline) > 0 && is_byline(byline);
    let moved = text.len() - behind.trim_start().len();
    let mut stamps = opens.then(|| with_moments(behind.trim()))??;
    for stamp in &mut stamps.stamps {
        stamp.start += moved;
        stamp.moment = stamp.moment.take().map(|moment| moment.moved_by(moved));
    }
    Some(SignedStamps { stamps, byline: 0, writers: writers(byline)..byline.len() })
}

fn with_moments(text: &str) -> Option<Stamps> {
    stamps(text).filter(|stamps| !stamps.lack_moment())
}

/// Where words begin.
fn starts_of_words(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut before = true;
    for (at, character) in text.char_indices() {
        if before && !is_blank(character) {
            starts.push(at);
        }
        before = is_blank(character);
    }
    starts
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, kinds, shown_head};

    #[test]
    fn a_stamp_and_who_wrote() {
        check(
            "A title\nPosted On: 09 SEP 2023 10:48PM by Harbour Office Oslo\nText.\n",
            "headline|A title⏎
             stamp|Posted On: 09 SEP 2023 10:48PM\u{20}
             byline|by Harbour Office Oslo⏎
             paragraph|Text.⏎",
        );
        check(
            "A title\nBy Kim | Published: 2025-10-30 | Updated: 2025-10-31\nText.\n",
            "headline|A title⏎
             byline|By Kim |\u{20}
             stamp|Published: 2025-10-30 |\u{20}
             stamp|Updated: 2025-10-31⏎
             paragraph|Text.⏎",
        );
        assert_eq!(
            shown_head("A title\nBy Kim | 30 Oct. 2025\nText."),
            "published|2025-10-30|30 Oct. 2025|\nheadline|A title\nbyline|Kim"
        );
        assert_eq!(
            shown_head("A title\n30 Oct. 2025 | BY Kim\nText."),
            "published|2025-10-30|30 Oct. 2025|\nheadline|A title\nbyline|Kim"
        );
    }

    #[test]
    fn a_sentence_that_begins_with_a_day_is_none() {
        assert_eq!(kinds("A title\nOct. 30, 2025 by the river\nText.\n"), "hpp");
        assert_eq!(kinds("A title\nOct. 30, 2025 was marked by Kim\nText.\n"), "hpp");
        assert_eq!(kinds("A title\nOct. 30, 2025 by Kim.\nText.\n"), "hpp");
        assert_eq!(kinds("A title\nText.\nPosted: Oct. 30, 2025 by Kim\n"), "hpp");
    }
}
