//! A wire story's place, date and agency.

use crate::{
    rows,
    stamps::month,
    text::{
        blanks, is_all_capitals, is_blank, is_bracket, is_capital_word, is_digit, is_letter, is_letter_or_digit,
        length_while, one_blank, width,
    },
};

/// A dateline at the beginning of a row's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dateline {
    /// Behind the last place; the first begins the text.
    pub(crate) places_end: usize,
    /// Behind the dash or the colon.
    pub(crate) end: usize,
}

/// The dateline that the text begins with; `colon` says whether one that ends with a colon is admitted.
pub(crate) fn dateline(text: &str, colon: bool) -> Option<Dateline> {
    let first_line = rows::lines(text, 0).first().cloned()?;
    let window = &text[first_line];
    let window = &window[..window.char_indices().nth(120).map_or(window.len(), |(at, _)| at)];
    (1..=3)
        .find_map(|count| places(window, count).into_iter().find_map(|places| with_dash(window, places)))
        .or_else(|| if colon { with_colon(window) } else { None })
}

/// Where the first and the last of some places end.
#[derive(Clone, Copy)]
struct Places {
    first: usize,
    last: usize,
}

/// The ways in which so many places may begin the text, those with fewer words first.
fn places(text: &str, count: usize) -> Vec<Places> {
    let mut ways = Vec::new();
    for first in place_ends(text) {
        if count == 1 {
            ways.push(Places { first, last: first });
            continue;
        }
        for between in [", ", "/"] {
            if text[first..].starts_with(between) {
                let from = first + between.len();
                ways.extend(
                    places(&text[from..], count - 1).into_iter().map(|rest| Places { first, last: from + rest.last }),
                );
            }
        }
    }
    ways
}

/// Where a place of one, two and three words ends.
fn place_ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut at = 0;
    for count in 0..3 {
        if count > 0 {
            match one_blank(&text[at..]) {
                Some(blank) => at += blank,
                None => break,
            }
        }
        let word = &text[at..];
        let word = &word[..length_while(word, |character| is_letter(character) || ".'’-".contains(character))];
        let word = &word[..word.find("--").unwrap_or(word.len())];
        if !is_capital_word(word) {
            break;
        }
        at += word.len();
        if !word.ends_with('-') {
            ends.push(at);
        }
    }
    ends
}

/// The dateline of these places, perhaps a date, perhaps an agency, and a dash.
fn with_dash(text: &str, places: Places) -> Option<Dateline> {
    let after_date = date(&text[places.last..]).map(|length| places.last + length);
    for (at, dated) in [(after_date, true), (Some(places.last), false)] {
        let Some(at) = at else { continue };
        let after_agency = agency(&text[at..]).map(|length| at + length);
        for (at, credited) in [(after_agency, true), (Some(at), false)] {
            let Some(end) = at.and_then(|at| dash(text, at)) else { continue };
            if dated || credited || is_all_capitals(&text[..places.first]) {
                return Some(Dateline { places_end: places.last, end });
            }
        }
    }
    None
}

/// `SEOUL: `.
fn with_colon(text: &str) -> Option<Dateline> {
    place_ends(text).into_iter().find_map(|place| {
        let after_colon = text[place..].strip_prefix(':')?;
        (is_all_capitals(&text[..place]) && after_colon.starts_with(is_blank))
            .then_some(Dateline { places_end: place, end: place + 1 })
    })
}

/// Length of `, Oct. 30` or `, Oct. 30, 2025`.
fn date(text: &str) -> Option<usize> {
    let mut at = text.starts_with(", ").then_some(2)?;
    at += month(&text[at..])?.0;
    at += one_blank(&text[at..])?;
    let digits = length_while(&text[at..], is_digit);
    at += (1..=2).contains(&digits).then_some(digits)?;
    if text[at..].strip_prefix(", ").is_some_and(|year| length_while(year, is_digit) == 4) {
        at += ", 2025".len();
    }
    Some(at)
}

/// Length of ` (Yonhap)` or ` /KCNA/`.
fn agency(text: &str) -> Option<usize> {
    let blank = one_blank(text)?;
    let so_long = |inside: &str| (1..=40).contains(&width(inside));
    let text = &text[blank..];
    let (inside, closing) = if let Some(rest) = text.strip_prefix('(') {
        (&rest[..length_while(rest, |character| !is_bracket(character))], ')')
    } else {
        let rest = text.strip_prefix('/')?;
        (&rest[..length_while(rest, |character| is_letter_or_digit(character) || is_blank(character))], '/')
    };
    let end = 1 + inside.len();
    (so_long(inside) && text[end..].starts_with(closing)).then_some(blank + end + 1)
}

/// Behind the dash that stands at `at`, perhaps after blanks.
fn dash(text: &str, at: usize) -> Option<usize> {
    let at = at + blanks(&text[at..]);
    let dash = ["--", "—", "–"].into_iter().find(|dash| text[at..].starts_with(dash));
    if let Some(dash) = dash {
        return Some(at + dash.len());
    }
    let set_off = text[..at].ends_with(|before| is_blank(before) || before == ')' || before == '/');
    (set_off && text[at..].starts_with('-')).then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, kinds};

    fn read(text: &str) -> Option<(&str, &str)> {
        dateline(text, true).map(|dateline| (&text[..dateline.places_end], &text[dateline.end..]))
    }

    #[test]
    fn datelines() {
        for (text, places) in [
            ("SEOUL, Oct. 30 (Yonhap) -- x", "SEOUL"),
            ("GYEONGJU, South Korea, Oct. 30 (Yonhap) -- x", "GYEONGJU, South Korea"),
            ("Seoul, October 30, 2025 - x", "Seoul"),
            ("SEOUL/TOKYO, May 3 — x", "SEOUL/TOKYO"),
            ("SEOUL, May -- x", "SEOUL, May"),
            ("Seoul (Reuters) - x", "Seoul"),
            ("Seoul (Reuters)- x", "Seoul"),
            ("PYONGYANG /KCNA/ -- x", "PYONGYANG"),
            ("WASHINGTON--x", "WASHINGTON"),
            ("ST. JOHN'S — x", "ST. JOHN'S"),
            ("SEOUL: x", "SEOUL"),
        ] {
            let (read_places, rest) = read(text).unwrap_or_default();
            assert_eq!((read_places, rest.trim_start()), (places, "x"), "{text}");
        }
        for text in [
            "Seoul -- x",
            "SEOUL-TOKYO ties",
            "SEOUL, 30 Oct. - x",
            "seoul (AP) - x",
            "SEOUL, TOKYO, BEIJING, MOSCOW -- x",
            "S -- x",
            "Seoul: x",
            "SEOUL:x",
            "SEOUL, TOKYO: x",
            "One Two Three Four (AP) - x",
            "SEOUL () - x",
        ] {
            assert_eq!(read(text).map(|(places, _)| places), None, "{text}");
        }
    }

    #[test]
    fn a_window_of_120_characters() {
        let inside = |length: usize| format!("SEOUL{}-- x", " ".repeat(length));
        assert!(read(&inside(113)).is_some());
        assert!(read(&inside(115)).is_none());
    }

    #[test]
    fn the_rest_is_a_paragraph() {
        check(
            "A title\nSEOUL, Oct. 30 (Yonhap) -- Lee met Carney\nText\n",
            "headline|A title⏎
             dateline|SEOUL, Oct. 30 (Yonhap) --\u{20}
             paragraph|Lee met Carney⏎
             paragraph|Text⏎",
        );
        assert_eq!(kinds("A title\nSEOUL --\nText\n"), "hlp");
        assert_eq!(kinds("A title\nText.\nSEOUL -- Text\n"), "hpp");
    }

    #[test]
    fn a_colon_is_no_dateline_among_speakers() {
        assert_eq!(kinds("A title\nSEOUL: Text\nText\n"), "hlpp");
        assert_eq!(kinds("A title\nSEOUL: Text\nTOKYO: Text\n"), "hapap");
    }
}
