//! A wire story's place, date and agency.

use crate::{
    rows,
    stamps::month,
    text::{
        blanks, is_all_capitals, is_blank, is_bracket, is_digit, is_letter, is_letter_or_digit, length_while,
        one_blank, width,
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
        .find_map(|count| with_dash(window, places(window, count)?))
        .or_else(|| if colon { with_colon(window) } else { None })
}

/// Where the first and the last of some places end.
#[derive(Clone, Copy)]
struct Places {
    first: usize,
    last: usize,
}

/// So many places at the beginning of the text.
fn places(text: &str, count: usize) -> Option<Places> {
    let first = place(text)?;
    let mut last = first;
    for _ in 1..count {
        let from = last + [", ", "/"].into_iter().find(|between| text[last..].starts_with(between))?.len();
        last = from + place(&text[from..])?;
    }
    Some(Places { first, last })
}

/// Length of a place: up to three words, as many as there are.
fn place(text: &str) -> Option<usize> {
    let mut end = place_word(text)?;
    for _ in 0..2 {
        let next = one_blank(&text[end..]).and_then(|blank| Some(blank + place_word(&text[end + blank..])?));
        match next {
            Some(length) => end += length,
            None => break,
        }
    }
    Some(end)
}

/// Length of a word of a place: letters, joined by one mark each, perhaps with a stop at their end.
fn place_word(text: &str) -> Option<usize> {
    text.starts_with(char::is_uppercase).then_some(())?;
    let mut end = length_while(text, is_letter);
    while let Some(mark) = text[end..].chars().next().filter(|mark| ".'’-".contains(*mark)) {
        let behind = end + mark.len_utf8();
        let letters = length_while(&text[behind..], is_letter);
        if letters == 0 {
            break;
        }
        end = behind + letters;
    }
    Some(end + usize::from(text[end..].starts_with('.')))
}

/// The dateline of these places: a date if one is there, then an agency if one is there, then a dash.
fn with_dash(text: &str, places: Places) -> Option<Dateline> {
    let date = date(&text[places.last..]);
    let at = places.last + date.unwrap_or(0);
    let agency = agency(&text[at..]);
    let end = dash(text, at + agency.unwrap_or(0))?;
    let is_told = date.is_some() || agency.is_some() || is_all_capitals(&text[..places.first]);
    is_told.then_some(Dateline { places_end: places.last, end })
}

/// `SEOUL: `.
fn with_colon(text: &str) -> Option<Dateline> {
    let end = place(text)?;
    let after_colon = text[end..].strip_prefix(':')?;
    (is_all_capitals(&text[..end]) && after_colon.starts_with(is_blank))
        .then_some(Dateline { places_end: end, end: end + 1 })
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
            ("NEW YORK CITY: x", "NEW YORK CITY"),
            ("Washington, D.C. (AP) -- x", "Washington, D.C."),
            ("SEOUL -x", "SEOUL"),
            ("SEOUL/NEW YORK, Oct. 30, 2025 /PRNewswire/ -- x", "SEOUL/NEW YORK"),
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
            "SEOUL- x",
            "SEOUL' -- x",
            "-SEOUL -- x",
            "SEOUL-'TOKYO -- x",
            "NEW  YORK -- x",
            "SEOUL, Oct. 30, TOKYO -- x",
            "SEOUL (AP) (AFP) -- x",
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
        assert_eq!(kinds("A title\nSEOUL:\nText\n"), "hpp");
    }

    #[test]
    fn a_colon_is_no_dateline_before_the_headline() {
        assert_eq!(kinds("LOOK: They meet\nSEOUL: Text\n"), "hlp");
        assert_eq!(kinds("SEOUL -- Text\nText\n"), "lpp");
    }

    #[test]
    fn a_dateline_goes_before_a_caption_and_a_menu() {
        assert_eq!(kinds("A title\nSEOUL -- Lee and Carney shook hands (Yonhap)\nText\n"), "hlpp");
        assert_eq!(kinds("A title\nSEOUL -- A > B\nText\n"), "hlpp");
    }
}
