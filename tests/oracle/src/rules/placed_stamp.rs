//! A day with a place or a rubric beside it, and places alone.

use std::ops::Range;

use crate::{
    rules::dateline::places_in,
    stamps::{Stamps, WrittenMoment, moment, stamps},
    text::{blanks, is_blank, is_digit, is_line_ending, one_blank, width},
};

/// The moment of a placed stamp and where its places stand, with offsets in the row's text.
pub(crate) fn placed_stamp(text: &str) -> Option<(WrittenMoment, Option<Range<usize>>)> {
    let pieces: Vec<&str> = text.split('|').collect();
    if text.contains(is_line_ending) || width(text) > 100 || pieces.len() > 3 {
        return None;
    }
    let mut at = 0;
    let mut dated = None;
    for (index, piece) in pieces.iter().enumerate() {
        let moment = moment_of_piece(piece.trim());
        if let Some((moment, places)) = moment {
            let by = at + blanks(piece);
            let places = places.map(|places| places.start + by..places.end + by);
            dated = Some((index, (moment.moved_by(by), places)));
            break;
        }
        at += piece.len() + 1;
    }
    let (dated, found) = dated?;
    let rubrics = pieces.iter().enumerate().filter(|&(index, _)| index != dated).map(|(_, piece)| piece.trim());
    rubrics.into_iter().all(is_rubric).then_some(found)
}

/// The stamps of a row with a place behind them and a dash, and where the place begins.
pub(crate) fn stamps_with_place(text: &str) -> Option<(Stamps, usize)> {
    if text.contains(is_line_ending) || width(text) > 150 {
        return None;
    }
    let mut dashes = text.char_indices().filter(|&(at, dash)| {
        let behind = &text[at + dash.len_utf8()..];
        "-–—".contains(dash) && text[..at].ends_with(is_blank) && behind.starts_with(is_blank)
    });
    let (at, dash) = dashes.next_back()?;
    let places = text[at + dash.len_utf8()..].trim_start();
    let are_places = (1..=3).any(|count| places_in(places, count, &[", ", "/"]) == Some(places.len()));
    let stamps = stamps(text[..at].trim_end()).filter(|stamps| !stamps.lack_moment())?;
    are_places.then_some((stamps, text.len() - places.len()))
}

/// Whether the row gives a day without a label.
pub(crate) fn is_dated(text: &str) -> bool {
    let by_stamps = || {
        let first = stamps(text).filter(|stamps| !stamps.labelled)?.stamps.into_iter().next()?;
        first.moment.filter(WrittenMoment::is_full)
    };
    !text.contains(is_line_ending) && (placed_stamp(text).is_some() || by_stamps().is_some())
}

fn is_rubric(piece: &str) -> bool {
    (1..=40).contains(&width(piece))
        && piece.starts_with(char::is_uppercase)
        && !piece.contains(is_digit)
        && !piece.ends_with(['.', '?', '!', ':'])
}

fn moment_of_piece(piece: &str) -> Option<(WrittenMoment, Option<Range<usize>>)> {
    let full = |text: &str| moment(text).filter(WrittenMoment::is_full);
    if let Some(moment) = full(piece) {
        let rest = &piece[moment.span.end..];
        let blank = blanks(rest) > 0;
        let length = mark(rest);
        let places = &rest[length.unwrap_or(blanks(rest))..];
        let ends = (blank || length.is_some())
            && (1..=3).any(|count| places_in(places, count, &[", ", "/"]) == Some(places.len()));
        if rest.is_empty() {
            return Some((moment, None));
        }
        if ends {
            return Some((moment, Some(piece.len() - places.len()..piece.len())));
        }
    }
    (1..=3).find_map(|count| {
        let places = places_in(piece, count, &[", ", "/"])?;
        let start = places + mark(&piece[places..])?;
        let moment = full(&piece[start..])?.moved_by(start);
        (moment.span.end == piece.len()).then_some((moment, Some(0..places)))
    })
}

/// Length of a comma or a dash, with the blanks around it.
fn mark(text: &str) -> Option<usize> {
    let at = blanks(text);
    let mark = text[at..].chars().next().filter(|&mark| ",-–—".contains(mark))?;
    let end = at + mark.len_utf8();
    Some(end + blanks(&text[end..]))
}

/// Whether the text is two or three places with commas between them.
pub(crate) fn is_place_row(text: &str) -> bool {
    !text.contains(is_line_ending)
        && [2, 3].into_iter().any(|count| places_in(text, count, &[", "]) == Some(text.len()))
}

/// Two to four name words with one blank between each two.
pub(crate) fn are_name_words(text: &str) -> bool {
    let mut rest = text;
    let mut count = 0;
    loop {
        let end = rest.find(is_blank).unwrap_or(rest.len());
        let word = &rest[..end];
        let fits = word.starts_with(char::is_uppercase)
            && word.chars().all(|character| crate::text::is_letter(character) || ".-'’".contains(character));
        if !fits {
            return false;
        }
        count += 1;
        match one_blank(&rest[end..]) {
            Some(blank) => rest = &rest[end + blank..],
            None => return (2..=4).contains(&count),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, kinds, shown_head};

    #[test]
    fn a_day_beside_a_place() {
        for (text, words) in [
            ("Oslo, 22 October 2026", "22 October 2026"),
            ("The Friday Talk | Oslo, January 9, 2026", "January 9, 2026"),
            ("Oslo - Oct. 30, 2025", "Oct. 30, 2025"),
            ("Washington, D.C., Thursday, Oct. 30, 2025, 3:30 pm", "Thursday, Oct. 30, 2025, 3:30 pm"),
            ("30 October 2025, Oslo, Norway", "30 October 2025"),
            ("30 October 2025 Oslo", "30 October 2025"),
            ("2025-10-30 | World", "2025-10-30"),
        ] {
            assert_eq!(placed_stamp(text).map(|(moment, _)| &text[moment.span]), Some(words), "{text}");
        }
        for text in [
            "Oslo, 22 October",
            "Oslo, 22 October 2026.",
            "oslo, 22 October 2026",
            "They met in Oslo on 22 October 2026",
            "Oslo 22 October 2026",
            "30 October 2025 in Oslo",
            "One Two Three Four, 22 October 2026",
            "A | B | C | Oslo, 22 October 2026",
            "Room 5 | Oslo, 22 October 2026",
            "They said: | Oslo, 22 October 2026",
            "Oslo |",
        ] {
            assert_eq!(placed_stamp(text), None, "{text}");
        }
    }

    #[test]
    fn only_under_a_headline() {
        assert_eq!(kinds("A title\nOslo, 22 October 2026\nText.\n"), "hsp");
        assert_eq!(kinds("Oslo, 22 October 2026\nA title\nText.\n"), "hpp");
        assert_eq!(kinds("A title\nText.\nText.\nOslo, 22 October 2026\nText.\n"), "hpppp");
        assert_eq!(
            shown_head("A title\nNews | Oslo, 22 October 2026, 9:05 CET\nText."),
            "published|2026-10-22T09:05|22 October 2026, 9:05 CET|CET\nheadline|A title\ndateline|Oslo"
        );
    }

    #[test]
    fn places_under_a_stamp() {
        check(
            "A title\nFebruary 14, 2026\nAddis Ababa, Ethiopia\n\nText.\n",
            "headline|A title⏎
             stamp|February 14, 2026⏎
             dateline|Addis Ababa, Ethiopia⏎⏎
             paragraph|Text.⏎",
        );
        assert_eq!(kinds("A title\nFebruary 14, 2026\nAddis Ababa\nText.\n"), "hspp");
        assert_eq!(kinds("A title\nAddis Ababa, Ethiopia\nText.\n"), "hpp");
        assert_eq!(kinds("A title\nFebruary 14, 2026\nParis, France\nBy Kim\nSEOUL -- Text.\n"), "hslylp");
        assert_eq!(
            shown_head("A title\nFebruary 14, 2026\nParis, France\nSEOUL -- Text.\n"),
            "published|2026-02-14|February 14, 2026|\nheadline|A title\ndateline|Paris, France"
        );
    }

    #[test]
    fn a_day_takes_the_clock_below_it() {
        check(
            "A title\nJune 10, 2026\n\n11:08 A.M. EDT\nText.\n",
            "headline|A title⏎
             stamp|June 10, 2026⏎⏎11:08 A.M. EDT⏎
             paragraph|Text.⏎",
        );
        assert_eq!(
            shown_head("A title\nJune 10, 2026\n11:08 P.M. EDT\nText.\n"),
            "published|2026-06-10T23:08|June 10, 2026\n11:08 P.M. EDT|EDT\nheadline|A title"
        );
        assert_eq!(kinds("A title\nJune 10, 2026 EDT\n11:08 A.M.\nText.\n"), "hssp");
        assert_eq!(kinds("A title\nJune 10, 2026\nWed. 11:08 A.M.\nText.\n"), "hssp");
    }

    #[test]
    fn a_place_behind_stamps_is_a_dateline() {
        check(
            "A title\nMarch 10, 2026 08:18 am | Updated 09:00 am IST - NEW DELHI\nText.\n",
            "headline|A title⏎
             stamp|March 10, 2026 08:18 am |\u{20}
             stamp|Updated 09:00 am IST -\u{20}
             dateline|NEW DELHI⏎
             paragraph|Text.⏎",
        );
        assert_eq!(
            shown_head("A title\nPublished: May 3, 2026 | Updated 09:00 am – Oslo, Norway\nText.\n"),
            "published|2026-05-03|May 3, 2026|\nheadline|A title\ndateline|Oslo, Norway"
        );
        assert_eq!(kinds("A title\nUpdated May 3, 2026 -OSLO\nText.\n"), "hpp");
        assert_eq!(kinds("A title\nA second title\nUpdated May 3, 2026 - OSLO\nText.\n"), "hhslp");
        assert_eq!(kinds("A title\nUpdated - OSLO\nText.\n"), "hpp");
        assert_eq!(kinds("A title\nText.\nUpdated May 3, 2026 - OSLO\n"), "hpp");
    }

    #[test]
    fn the_places_of_a_placed_stamp_are_those_of_a_dateline() {
        assert_eq!(
            shown_head("A title\nThe Friday Talk | Oslo, Norway, 9 May 2026\nText.\n"),
            "published|2026-05-09|9 May 2026|\nheadline|A title\ndateline|Oslo, Norway"
        );
        assert_eq!(
            shown_head("A title\n9 May 2026 | World\nText.\n"),
            "published|2026-05-09|9 May 2026|\nheadline|A title"
        );
    }

    #[test]
    fn a_lead_goes_before_the_day() {
        check(
            "A title\nRoy met Lee at the pier.\nMay 9, 2026\n16:20\nThe Long Pier, Oslo\nText.\nMay 10, 2026\n",
            "headline|A title⏎
             paragraph|Roy met Lee at the pier.⏎
             stamp|May 9, 2026⏎16:20⏎
             dateline|The Long Pier, Oslo⏎
             paragraph|Text.⏎
             paragraph|May 10, 2026⏎",
        );
        assert_eq!(kinds("A title\nby the leaders of Chad\nOslo, 9 May 2026\nText.\n"), "hpsp");
        assert_eq!(kinds("A title\nText.\nMay 9\nText.\n"), "hppp");
        assert_eq!(kinds("A title\nMay 8, 2026\nText.\nMay 9, 2026\nText.\n"), "hsppp");
        assert_eq!(kinds(&format!("A title\n{}.\nMay 9, 2026\nText.\n", "a".repeat(250))), "hppp");
        assert_eq!(kinds("A title\ntext (END)\nMay 9, 2026\n"), "hpff");
    }
}
