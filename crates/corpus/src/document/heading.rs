//! Rows below a headline that say when, where and by whom. `docs/documents.md` defines each.

use super::{
    cursor::Cursor,
    shapes::{
        self, eat_place, ends_like_speech, has_digit, is_all_capitals, is_capital_word, is_one_line, width_is_at_most,
    },
    stamps::{Stamp, WrittenMoment, eat_moment, stamp_row},
};

/// Where the first word begins that is wanted.
fn find_word(text: &str, is_wanted: impl Fn(&str) -> bool) -> Option<usize> {
    let mut start = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        if is_wanted(word.trim_end()) {
            return Some(start);
        }
        start += word.len();
    }
    None
}

/// A row of stamps and a byline, as byte offsets into the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SignedStamps {
    /// Where the byline begins.
    pub(super) byline: usize,
    /// Where the writers begin and end.
    pub(super) writers: (usize, usize),
    pub(super) stamps: Vec<Stamp>,
}

/// The stamps and the byline that the row is made of.
pub(super) fn signed_stamps(row: &str) -> Option<SignedStamps> {
    if !width_is_at_most(row, 150) || !has_digit(row) || !is_one_line(row) {
        return None;
    }
    stamps_by(row).or_else(|| by_stamps(row))
}

fn stamps_by(row: &str) -> Option<SignedStamps> {
    let byline = find_word(row, |word| word.eq_ignore_ascii_case("by"))?;
    let stamps = whole_stamps(row, 0, row[..byline].trim_end().len())?;
    let signature = &row[byline..];
    let mut words = signature.split_whitespace();
    let is_name = words.nth(1).is_some_and(is_capital_word)
        && words.count() <= 10
        && width_is_at_most(signature, 100)
        && !ends_like_speech(row);
    let writers = row.len() - signature["by".len()..].trim_start().len();
    is_name.then_some(SignedStamps { byline, writers: (writers, row.len()), stamps })
}

fn by_stamps(row: &str) -> Option<SignedStamps> {
    let bar = row.find('|')?;
    let signature = row[..bar].trim_end();
    let opens = signature.starts_with("By") || signature.starts_with("by");
    let writers = opens.then(|| shapes::byline(signature))?.filter(|&name| name > 0)?;
    let start = row.len() - row[bar + 1..].trim_start().len();
    let stamps = whole_stamps(row, start, row.len())?;
    Some(SignedStamps { byline: 0, writers: (writers, signature.len()), stamps })
}

/// The stamps of a text, each of which has its moment.
fn whole_stamps(text: &str, start: usize, end: usize) -> Option<Vec<Stamp>> {
    let stamps = stamp_row(text, start, end)?;
    stamps.iter().all(|stamp| stamp.moment.is_some()).then_some(stamps)
}

/// A day and the places beside it, as byte offsets into the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PlacedStamp {
    pub(super) moment: WrittenMoment,
    /// Where the places begin and end, if there are any.
    pub(super) places: Option<(usize, usize)>,
}

/// The day of a row that gives a place with it, or a rubric.
pub(super) fn placed_stamp(row: &str) -> Option<PlacedStamp> {
    if !width_is_at_most(row, 100) || !has_digit(row) || !is_one_line(row) || row.split('|').count() > 3 {
        return None;
    }
    let mut moment = None;
    let mut start = 0;
    for piece in row.split('|') {
        let text_start = start + (piece.len() - piece.trim_start().len());
        let text_end = text_start + piece.trim().len();
        start += piece.len() + 1;
        match moment.is_none().then(|| dated_piece(row, text_start, text_end)).flatten() {
            Some(found) => moment = Some(found),
            None if is_rubric(piece.trim()) => {}
            None => return None,
        }
    }
    moment
}

fn is_rubric(piece: &str) -> bool {
    piece.starts_with(char::is_uppercase)
        && width_is_at_most(piece, 40)
        && !piece.contains(|character: char| character.is_ascii_digit())
        && !piece.ends_with(['.', '?', '!', ':'])
}

fn dated_piece(row: &str, start: usize, end: usize) -> Option<PlacedStamp> {
    let piece = Cursor::new(row, start, end);
    day_and_places(piece).or_else(|| places_and_day(piece))
}

fn eat_full_moment(cursor: &mut Cursor<'_>) -> Option<WrittenMoment> {
    eat_moment(cursor).filter(WrittenMoment::is_full_date)
}

fn places_and_day(mut cursor: Cursor<'_>) -> Option<PlacedStamp> {
    let start = cursor.at();
    eat_place(&mut cursor)?;
    for _ in 0..3 {
        let mut rest = cursor;
        let places = Some((start, cursor.at()));
        let moment = eat_joint(&mut rest).then(|| eat_full_moment(&mut rest)).flatten();
        if let Some(moment) = moment.filter(|_| rest.is_at_end()) {
            return Some(PlacedStamp { moment, places });
        }
        eat_further_place(&mut cursor)?;
    }
    None
}

fn day_and_places(mut cursor: Cursor<'_>) -> Option<PlacedStamp> {
    let moment = eat_full_moment(&mut cursor)?;
    if cursor.is_at_end() {
        return Some(PlacedStamp { moment, places: None });
    }
    let is_set_off = !cursor.eat_blanks().is_empty();
    let is_joined = eat_joint(&mut cursor);
    if !(is_set_off || is_joined) {
        return None;
    }
    let start = cursor.at();
    eat_places(&mut cursor)?;
    cursor.is_at_end().then_some(PlacedStamp { moment, places: Some((start, cursor.at())) })
}

/// Eats one to three places.
fn eat_places(cursor: &mut Cursor<'_>) -> Option<()> {
    eat_place(cursor)?;
    for _ in 0..2 {
        cursor.attempt(eat_further_place);
    }
    Some(())
}

/// The stamps of a row that ends with a place behind a dash, and where the place begins.
pub(super) fn stamps_with_place(row: &str) -> Option<(Vec<Stamp>, usize)> {
    if !width_is_at_most(row, 150) || !has_digit(row) || !is_one_line(row) {
        return None;
    }
    let is_set_off = |&(at, dash): &(usize, &str)| {
        row[..at].ends_with(char::is_whitespace) && row[at + dash.len()..].starts_with(char::is_whitespace)
    };
    let (at, dash) = row.rmatch_indices(['-', '–', '—']).find(is_set_off)?;
    let start = row.len() - row[at + dash.len()..].trim_start().len();
    let mut places = Cursor::new(row, start, row.len());
    eat_places(&mut places)?;
    let stamps = whole_stamps(row, 0, row[..at].trim_end().len())?;
    places.is_at_end().then_some((stamps, start))
}

fn eat_further_place(cursor: &mut Cursor<'_>) -> Option<()> {
    (cursor.eat(", ") || cursor.eat("/")).then_some(())?;
    eat_place(cursor)
}

/// Eats a comma or a dash with the blanks around it.
fn eat_joint(cursor: &mut Cursor<'_>) -> bool {
    let eaten = cursor.attempt(|cursor| {
        cursor.eat_blanks();
        let is_joint = [",", "-", "–", "—"].into_iter().any(|joint| cursor.eat(joint));
        cursor.eat_blanks();
        is_joint.then_some(())
    });
    eaten.is_some()
}

/// Whether the row is two or three places and nothing else.
pub(super) fn is_place_row(row: &str) -> bool {
    let mut cursor = Cursor::new(row, 0, row.len());
    let mut eat_place_after = |opening: &str| cursor.eat(opening) && eat_place(&mut cursor).is_some();
    let opens = is_one_line(row) && eat_place_after("") && eat_place_after(", ");
    opens && (cursor.is_at_end() || (cursor.eat(", ") && eat_place(&mut cursor).is_some() && cursor.is_at_end()))
}

/// Where the name begins in a byline that opens with `From`, as one under a headline does.
pub(super) fn from_byline(row: &str) -> Option<usize> {
    if !width_is_at_most(row, 100) || !is_one_line(row) {
        return None;
    }
    let mut cursor = Cursor::new(row, 0, row.len());
    cursor.eat("From").then_some(())?;
    let mut labelled = cursor;
    labelled.eat_blanks();
    if labelled.eat(":") {
        labelled.eat_blanks();
        let is_name = labelled.rest().split_whitespace().next().is_some_and(is_capital_word);
        let is_short = row.split_whitespace().count() <= 12;
        return (is_name && is_short && !ends_like_speech(row)).then(|| labelled.at());
    }
    cursor.eat_blank().then_some(())?;
    let (name, place) = split_at_in(cursor.rest())?;
    let mut places = Cursor::new(place, 0, place.len());
    let is_place = eat_place(&mut places).is_some() && places.is_at_end();
    (are_name_words(name) && is_place).then(|| cursor.at())
}

/// What stands before and behind the first word `in`, which one blank sets off on either side.
fn split_at_in(text: &str) -> Option<(&str, &str)> {
    let start = find_word(text, |word| word == "in")?;
    let before = text[..start].strip_suffix(char::is_whitespace)?;
    let after = text[start + "in".len()..].strip_prefix(char::is_whitespace)?;
    Some((before, after))
}

/// Whether the text is two to four words of a name, one blank between each two.
fn are_name_words(text: &str) -> bool {
    let is_in_name = |character: char| character.is_alphabetic() || matches!(character, '.' | '-' | '\'' | '’');
    let is_name_word = |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(is_in_name);
    let words = || text.split(char::is_whitespace);
    width_is_at_most(text, 100) && (2..=4).contains(&words().count()) && words().all(is_name_word)
}

/// Whether the row is the name of a writer in capitals.
pub(super) fn is_capitals_byline(row: &str) -> bool {
    let letters = |word: &str| word.chars().filter(|character| character.is_alphabetic()).count();
    let is_long = |word: &str| letters(word) >= 2 || (letters(word) == 1 && word.contains('.'));
    are_name_words(row) && is_one_line(row) && is_all_capitals(row) && row.split_whitespace().all(is_long)
}

/// Where the name begins that an article is signed with behind a dash.
pub(super) fn signature(row: &str) -> Option<usize> {
    let name = row.strip_prefix(['-', '–', '—']).filter(|name| name.starts_with(char::is_whitespace))?.trim_start();
    (width_is_at_most(row, 100) && is_one_line(row) && are_name_words(name)).then(|| row.len() - name.len())
}

/// Whether the row could be a second headline, or a line that tells of place and occasion.
pub(super) fn is_line_under_headline(row: &str) -> bool {
    width_is_at_most(row, 150)
        && is_one_line(row)
        && row.split_whitespace().next().is_some_and(is_capital_word)
        && !shapes::without_closing_marks(row).ends_with(['.', ':', ';'])
}

/// Whether the row says by its text alone when or by whom the article was written.
pub(super) fn is_dated_or_signed(row: &str) -> bool {
    let opens = row.starts_with("By") || row.starts_with("by");
    (opens && shapes::byline(row).is_some_and(|name| name > 0))
        || from_byline(row).is_some()
        || stamp_row(row, 0, row.len()).is_some()
        || signed_stamps(row).is_some()
        || placed_stamp(row).is_some()
        || stamps_with_place(row).is_some()
}

/// Whether the row gives, without a label, the day of what stands above it.
pub(super) fn is_dated(row: &str) -> bool {
    let is_day = |stamps: Vec<Stamp>| {
        let first = stamps.first().filter(|stamp| stamp.label.is_none());
        first.and_then(|stamp| stamp.moment).is_some_and(|moment| moment.is_full_date())
    };
    is_one_line(row) && (stamp_row(row, 0, row.len()).is_some_and(is_day) || placed_stamp(row).is_some())
}

/// Whether the row signs the article with what somebody did for it: `Editor: Ann Roy`.
pub(super) fn is_desk_row(row: &str) -> bool {
    const DESKS: [&str; 9] =
        ["Author", "Correspondent", "Editor", "Editors", "Reporter", "Reporters", "Translator", "Writer", "Writers"];
    let Some((desk, name)) = shapes::at_colon(row, 100) else { return false };
    width_is_at_most(row, 100)
        && is_one_line(row)
        && DESKS.contains(&desk.trim_end())
        && are_name_words(name.trim_start())
}
