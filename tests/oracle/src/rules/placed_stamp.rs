//! A day with a place or a rubric beside it, and places alone.

use crate::{
    rules::dateline::places_in,
    stamps::{WrittenMoment, moment},
    text::{blanks, is_digit, is_line_ending, one_blank, width},
};

/// The moment of a placed stamp, with offsets in the row's text.
pub(crate) fn placed_stamp(text: &str) -> Option<WrittenMoment> {
    let pieces: Vec<&str> = text.split('|').collect();
    if text.contains(is_line_ending) || width(text) > 100 || pieces.len() > 3 {
        return None;
    }
    let mut at = 0;
    let mut dated = None;
    for (index, piece) in pieces.iter().enumerate() {
        let moment = moment_of_piece(piece.trim());
        if let Some(moment) = moment {
            dated = Some((index, moment.moved_by(at + blanks(piece))));
            break;
        }
        at += piece.len() + 1;
    }
    let (dated, moment) = dated?;
    let rubrics = pieces.iter().enumerate().filter(|&(index, _)| index != dated).map(|(_, piece)| piece.trim());
    rubrics.into_iter().all(is_rubric).then_some(moment)
}

fn is_rubric(piece: &str) -> bool {
    (1..=40).contains(&width(piece))
        && piece.starts_with(char::is_uppercase)
        && !piece.contains(is_digit)
        && !piece.ends_with(['.', '?', '!', ':'])
}

fn moment_of_piece(piece: &str) -> Option<WrittenMoment> {
    let full = |text: &str| moment(text).filter(WrittenMoment::is_full);
    if let Some(moment) = full(piece) {
        let rest = &piece[moment.span.end..];
        let blank = blanks(rest) > 0;
        let length = mark(rest);
        let places = &rest[length.unwrap_or(blanks(rest))..];
        let ends = (blank || length.is_some())
            && (1..=3).any(|count| places_in(places, count, &[", ", "/"]) == Some(places.len()));
        if rest.is_empty() || ends {
            return Some(moment);
        }
    }
    (1..=3).find_map(|count| {
        let places = places_in(piece, count, &[", ", "/"])?;
        let start = places + mark(&piece[places..])?;
        let moment = full(&piece[start..])?.moved_by(start);
        (moment.span.end == piece.len()).then_some(moment)
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
        let end = rest.find(crate::text::is_blank).unwrap_or(rest.len());
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
            assert_eq!(placed_stamp(text).map(|moment| &text[moment.span]), Some(words), "{text}");
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
        assert_eq!(kinds("A title\nText.\nOslo, 22 October 2026\nText.\n"), "hppp");
        assert_eq!(
            shown_head("A title\nNews | Oslo, 22 October 2026, 9:05 CET\nText."),
            "published|2026-10-22T09:05|22 October 2026, 9:05 CET|CET\nheadline|A title"
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
}
