//! A wire story's place, date and agency.

use crate::{
    rows,
    rules::headline::ends_like_sentence,
    stamps::month,
    text::{
        blanks, brackets_at_end, brackets_at_start, is_all_capitals, is_blank, is_bracket, is_capital_word, is_digit,
        is_letter, is_letter_or_digit, length_while, one_blank, width, words,
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

/// The dateline that the text begins with; `colon` says whether one that ends with a colon is admitted, and `headline`
/// whether there is a headline.
pub(crate) fn dateline(text: &str, headline: bool, colon: bool) -> Option<Dateline> {
    let first_line = rows::lines(text, 0).first().cloned()?;
    let window = &text[first_line];
    let window = &window[..window.char_indices().nth(120).map_or(window.len(), |(at, _)| at)];
    (1..=3).find_map(|count| {
        let places = places(window, count)?;
        let by_colon = if colon { with_colon(window, count, places) } else { None };
        let by_day = || if headline { with_day_and_colon(window, count, places) } else { None };
        by_colon.or_else(by_day).or_else(|| with_dash(window, places)).or_else(|| {
            let commas = count > 1 && places_in(window, count, &[", "]) == Some(places.last);
            if headline && commas { with_sentence(text, window, places) } else { None }
        })
    })
}

/// Places with a comma between each two, a day with its year, and a colon.
fn with_day_and_colon(text: &str, count: usize, places: Places) -> Option<Dateline> {
    let day = date(&text[places.last..])?;
    let end = places.last + day;
    let has_year = length_while(text[..end].rsplit(|character| !is_digit(character)).next()?, is_digit) == 4;
    let fits = has_year && places_in(text, count, &[", "]) == Some(places.last);
    let colon = text[end..].strip_prefix(':').is_some_and(|rest| blanks(rest) > 0);
    (fits && colon).then_some(Dateline { places_end: places.last, end: end + 1 })
}

/// Length of so many places with one of these between each two.
pub(crate) fn places_in(text: &str, count: usize, between: &[&str]) -> Option<usize> {
    let mut end = place(text)?;
    for _ in 1..count {
        let from = end + between.iter().find(|between| text[end..].starts_with(**between))?.len();
        end = from + place(&text[from..])?;
    }
    Some(end)
}

/// Where the first and the last of some places end.
#[derive(Clone, Copy)]
struct Places {
    first: usize,
    last: usize,
}

/// So many places at the beginning of the text.
fn places(text: &str, count: usize) -> Option<Places> {
    Some(Places { first: place(text)?, last: places_in(text, count, &[", ", "/"])? })
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
    let end = if agency.is_none() { end + agency_behind(&text[end..]) } else { end };
    let is_told = date.is_some() || agency.is_some() || is_all_capitals(&text[..places.first]);
    is_told.then_some(Dateline { places_end: places.last, end })
}

/// `SEOUL: ` and `SEOUL, Korea: `.
fn with_colon(text: &str, count: usize, places: Places) -> Option<Dateline> {
    let end = places_in(text, count, &[", "])?;
    let after_colon = text[end..].strip_prefix(':')?;
    (is_all_capitals(&text[..places.first]) && after_colon.starts_with(is_blank))
        .then_some(Dateline { places_end: end, end: end + 1 })
}

/// `Seoul, Korea - They met.`
fn with_sentence(text: &str, window: &str, places: Places) -> Option<Dateline> {
    let end = dash(window, places.last)?;
    let spaced = window[places.last..].starts_with(is_blank) && window[end..].starts_with(is_blank);
    let end = end + agency_behind(&window[end..]);
    let begins = |first: char| first.is_uppercase() || "\"“'‘".contains(first);
    let before_brackets =
        brackets_at_end(text).filter(|brackets| brackets.round).map(|brackets| &text[..brackets.start]);
    let ends = ends_like_sentence(text) || before_brackets.is_some_and(|before| ends_like_sentence(before.trim()));
    let sentence = text[end..].trim_start().starts_with(begins) && ends;
    (spaced && sentence).then_some(Dateline { places_end: places.last, end })
}

/// Length of an agency in brackets behind the dash, blanks before it counted, and of a second dash.
fn agency_behind(text: &str) -> usize {
    let start = blanks(text);
    let Some(brackets) = brackets_at_start(&text[start..]).filter(|brackets| brackets.round) else { return 0 };
    let in_name = |character: char| is_letter_or_digit(character) || "-/.&".contains(character);
    let fits = |word: &str| is_capital_word(word) && word.chars().all(in_name);
    let name = words(brackets.inside);
    let end = start + brackets.end;
    if width(brackets.inside) > 40
        || !(1..=4).contains(&name.len())
        || !name.into_iter().all(fits)
        || !text[end..].starts_with(is_blank)
    {
        return 0;
    }
    dash(text, end).unwrap_or(end)
}

/// Length of `, Oct. 30` or `, Oct. 30, 2025`.
fn date(text: &str) -> Option<usize> {
    let mut at = text.starts_with(", ").then_some(2)?;
    if text[at..].starts_with(is_digit) {
        return date_with_day_first(text, at);
    }
    at += month(&text[at..])?.0;
    at += one_blank(&text[at..])?;
    let digits = length_while(&text[at..], is_digit);
    at += (1..=2).contains(&digits).then_some(digits)?;
    if text[at..].strip_prefix(", ").is_some_and(|year| length_while(year, is_digit) == 4) {
        at += ", 2025".len();
    }
    Some(at)
}

/// Length of `, 30 Oct.` or `, 30 October 2025`, whose digits begin at `at`.
fn date_with_day_first(text: &str, at: usize) -> Option<usize> {
    let digits = length_while(&text[at..], is_digit);
    let mut at = at + (1..=2).contains(&digits).then_some(digits)?;
    at += one_blank(&text[at..])?;
    at += month(&text[at..])?.0;
    let year = one_blank(&text[at..]).filter(|blank| length_while(&text[at + blank..], is_digit) == 4);
    Some(at + year.map_or(0, |blank| blank + 4))
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
        dateline(text, true, true).map(|dateline| (&text[..dateline.places_end], &text[dateline.end..]))
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
            ("SEOUL, Korea: x", "SEOUL, Korea"),
            ("SEOUL, TOKYO: x", "SEOUL, TOKYO"),
            ("SEOUL, 30 Oct. - x", "SEOUL"),
            ("Seoul, 30 October 2025 (AP) - x", "Seoul"),
            ("SEOUL -- (Yonhap) x", "SEOUL"),
            ("SEOUL, May 3 — (Harbour News) -- x", "SEOUL"),
            ("SEOUL/NEW YORK, Oct. 30, 2025 /PRNewswire/ -- x", "SEOUL/NEW YORK"),
        ] {
            let (read_places, rest) = read(text).unwrap_or_default();
            assert_eq!((read_places, rest.trim_start()), (places, "x"), "{text}");
        }
        for text in [
            "Seoul -- x",
            "SEOUL-TOKYO ties",
            "SEOUL, 300 Oct. - x",
            "Seoul, Korea: x",
            "SEOUL/TOKYO: x",
            "Seoul, Korea - x",
            "seoul (AP) - x",
            "SEOUL, TOKYO, BEIJING, MOSCOW -- x",
            "S -- x",
            "Seoul: x",
            "SEOUL:x",
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
    fn small_letters_need_a_sentence() {
        let places = |text| dateline(text, true, true).map(|dateline| &text[..dateline.places_end]);
        assert_eq!(places("Bogor, W. Java - They met."), Some("Bogor, W. Java"));
        assert_eq!(places("Lima, Peru - They met. (END)"), Some("Lima, Peru"));
        assert_eq!(places("Lima, Peru - They met (END)"), None);
        assert_eq!(places("Lima, Peru -- \"They met,\" he said."), Some("Lima, Peru"));
        for text in [
            "Lima, Peru - both members - met.",
            "Lima, Peru - They met",
            "Lima, Peru- They met.",
            "Lima, Peru -They met.",
            "Lima - They met.",
            "Lima/Peru - They met.",
        ] {
            assert_eq!(places(text), None, "{text}");
        }
        assert_eq!(dateline("Lima, Peru - They met.", false, true), None);
        assert_eq!(read("SEOUL -- (in brackets) x").map(|(_, rest)| rest), Some(" (in brackets) x"));
        assert_eq!(read("SEOUL -- (AP)x").map(|(_, rest)| rest), Some(" (AP)x"));
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

    #[test]
    fn a_day_and_a_colon_close_a_dateline() {
        check(
            "A title\nAddis Ababa, 6 February 2026: Text.\nText.\n",
            "headline|A title⏎
             dateline|Addis Ababa, 6 February 2026:\u{20}
             paragraph|Text.⏎
             paragraph|Text.⏎",
        );
        assert_eq!(kinds("A title\nLima, Peru, May 6, 2026: Text.\n"), "hlp");
        assert_eq!(kinds("A title\nLima, May 6: Text.\n"), "hp");
        assert_eq!(kinds("A title\nLima/Oslo, May 6, 2026: Text.\n"), "hp");
        assert_eq!(kinds("Lima, May 6, 2026: Text.\nText.\n"), "pp");
    }
}
