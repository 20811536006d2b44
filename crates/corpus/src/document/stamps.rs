//! Time stamps: labels, and the moments after them.

use rapporteur_model::{Date, LocalTime, Span, TimeError, TimeOfDay};

use super::{
    cursor::{Cursor, FirstBytes},
    shapes::has_digit,
    span,
};

/// What a stamp's label says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Published,
    Updated,
}

/// Labels with what they say, a longer one before one it begins with.
const LABELS: [(&str, Label); 11] = [
    ("last updated", Label::Updated),
    ("last modified", Label::Updated),
    ("published", Label::Published),
    ("updated", Label::Updated),
    ("modified", Label::Updated),
    ("written", Label::Published),
    ("input", Label::Published),
    ("posted", Label::Published),
    ("issued", Label::Published),
    ("released", Label::Published),
    ("filed", Label::Published),
];

/// What labels begin with.
const LABEL: FirstBytes = {
    let mut first = FirstBytes::of(&["date"]);
    let mut index = 0;
    while index < LABELS.len() {
        first = first.and(&[LABELS[index].0]);
        index += 1;
    }
    first
};

/// A stamp of a stamp row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Where its label begins, or its moment where it has no label.
    pub(super) start: usize,
    pub(super) label: Option<Label>,
    pub(super) moment: Option<WrittenMoment>,
}

/// A date, as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WrittenDate {
    /// Year, month and day are told apart by their form.
    Plain { year: u16, month: u16, day: u16 },
    /// Day and month in an order that the form does not tell.
    Slashed { first: u16, second: u16, year: u16 },
}

/// A moment, as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WrittenMoment {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the words of the date begin and end.
    day_words: Option<(usize, usize)>,
    numeric: Option<WrittenDate>,
    clock: Option<(u16, u16)>,
    /// Whether the clock is of the afternoon, where "am" or "pm" says it.
    afternoon: Option<bool>,
    pub(super) zone: Option<(usize, usize)>,
    weekday: bool,
    month: Option<u16>,
    year: Option<u16>,
    day: Option<u16>,
}

impl WrittenMoment {
    pub(super) fn date(&self) -> Option<WrittenDate> {
        self.numeric.or(match (self.year, self.month, self.day) {
            (Some(year), Some(month), Some(day)) => Some(WrittenDate::Plain { year, month, day }),
            _ => None,
        })
    }

    /// How many of the items give the date.
    fn day_items(&self) -> usize {
        let words = [self.month, self.year, self.day];
        usize::from(self.numeric.is_some()) + words.iter().filter(|item| item.is_some()).count()
    }

    fn is_moment(&self) -> bool {
        self.numeric.is_some() || self.clock.is_some() || (self.month.is_some() && self.day.is_some())
    }

    /// The same moment in a text in which the one that it was found in begins at `offset`.
    pub(super) fn moved_by(self, offset: usize) -> Self {
        let moved = |(start, end): (usize, usize)| (start + offset, end + offset);
        let (start, end) = moved((self.start, self.end));
        Self { start, end, day_words: self.day_words.map(moved), zone: self.zone.map(moved), ..self }
    }

    /// Whether it names a day in full.
    pub(super) fn is_full_date(&self) -> bool {
        self.date().is_some()
    }

    fn has_day_words(&self) -> bool {
        self.weekday || self.day_items() > 0
    }

    /// This day with the clock of the row below, where the one lacks what alone the other has.
    pub(super) fn with_clock(self, below: Self) -> Option<Self> {
        let lacks_clock = self.clock.is_none() && self.afternoon.is_none() && self.zone.is_none();
        let is_day = self.numeric.is_some() || (self.month.is_some() && self.day.is_some());
        let fits = lacks_clock && is_day && below.clock.is_some() && !below.has_day_words();
        let Self { end, clock, afternoon, zone, .. } = below;
        fits.then_some(Self { end, clock, afternoon, zone, ..self })
    }

    /// The minute of the clock; `None` without a clock, an error where there is no such minute.
    pub(super) fn time_of_day(&self) -> Result<Option<TimeOfDay>, TimeError> {
        let Some((hour, minute)) = self.clock else { return Ok(None) };
        let hour = match self.afternoon {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            // "15:30 p.m." says nothing more than "15:30".
            Some(_) | None => hour,
        };
        TimeOfDay::new(part(hour)?, part(minute)?).map(Some)
    }

    pub(super) fn span(&self) -> Option<Span> {
        span(self.start, self.end)
    }

    /// The words of the date.
    pub(super) fn day_span(&self) -> Option<Span> {
        self.day_words.and_then(|(start, end)| span(start, end))
    }
}

fn part(number: u16) -> Result<u8, TimeError> {
    u8::try_from(number).map_err(|_| TimeError)
}

/// The day that `date` names, with its day before its month where `day_first` says so.
pub(super) fn day_of(date: WrittenDate, day_first: bool) -> Result<Date, TimeError> {
    let (year, month, day) = match date {
        WrittenDate::Plain { year, month, day } => (year, month, day),
        WrittenDate::Slashed { first, second, year } if day_first => (year, second, first),
        WrittenDate::Slashed { first, second, year } => (year, first, second),
    };
    Date::new(year, part(month)?, part(day)?)
}

/// The value of a moment on `date`.
pub(super) fn local_time(date: Date, moment: &WrittenMoment) -> Result<LocalTime, TimeError> {
    Ok(moment.time_of_day()?.map_or(LocalTime::Day(date), |time| LocalTime::Minute(date, time)))
}

/// The stamps of a row's text, if it is made of nothing else. A label may stand last without a moment; what it needs
/// after it is for the caller to see.
pub(super) fn stamp_row(text: &str, start: usize, end: usize) -> Option<Vec<Stamp>> {
    // A moment has a digit, and a stamp without a moment has a label.
    if !can_open_with_label(text, start, end) && !has_digit(&text[start..end]) {
        return None;
    }
    let mut stamps = Vec::new();
    let mut cursor = Cursor::new(text, start, end);
    cursor.eat_while(is_row_separator);
    while !cursor.is_at_end() {
        let stamp_start = cursor.at();
        let label = eat_label(&mut cursor);
        let moment = eat_moment(&mut cursor);
        cursor.eat_while(is_row_separator);
        let is_sound = match (label, moment) {
            (None, Some(_)) => stamps.is_empty(),
            (None, None) => false,
            (Some(_), Some(_)) => true,
            (Some(_), None) => cursor.is_at_end(),
        };
        if !is_sound {
            return None;
        }
        stamps.push(Stamp { start: stamp_start, label, moment });
    }
    (!stamps.is_empty()).then_some(stamps)
}

/// The moment that a text between two offsets is, separators and blanks apart.
pub(super) fn lone_moment(text: &str, start: usize, end: usize) -> Option<WrittenMoment> {
    let mut cursor = Cursor::new(text, start, end);
    cursor.eat_while(is_row_separator);
    let moment = eat_moment(&mut cursor)?;
    cursor.eat_while(is_row_separator);
    cursor.is_at_end().then_some(moment)
}

fn is_row_separator(character: char) -> bool {
    character.is_whitespace() || matches!(character, ',' | '|' | '-' | '–')
}

/// Whether the text between two offsets, separators apart, begins as a label does.
pub(super) fn can_open_with_label(text: &str, start: usize, end: usize) -> bool {
    let mut cursor = Cursor::new(text, start, end);
    cursor.eat_while(is_row_separator);
    LABEL.can_open(cursor.rest())
}

/// Eats a label with its colon and the blanks after it.
pub(super) fn eat_label(cursor: &mut Cursor<'_>) -> Option<Label> {
    if !LABEL.can_open(cursor.rest()) {
        return None;
    }
    cursor.attempt(|cursor| {
        if let Some(label) = eat_date_label(cursor) {
            return Some(label);
        }
        let (_, label) = LABELS.into_iter().find(|(words, _)| cursor.eat_ignoring_case(words))?;
        cursor.attempt(|cursor| {
            let is_on = cursor.eat_blank() && cursor.eat_ignoring_case("on");
            let ends = cursor.peek().is_none_or(|next| next == ':' || next.is_whitespace());
            (is_on && ends).then_some(())
        });
        let blanks = cursor.eat_blanks();
        if cursor.eat(":") {
            cursor.eat_blanks();
        } else if blanks.is_empty() && !cursor.is_at_end() {
            return None;
        }
        Some(label)
    })
}

/// Eats `Date` and its colon: the word alone begins too much else.
fn eat_date_label(cursor: &mut Cursor<'_>) -> Option<Label> {
    cursor.attempt(|cursor| {
        let is_date = cursor.eat_ignoring_case("date");
        cursor.eat_blanks();
        let has_colon = cursor.eat(":");
        cursor.eat_blanks();
        (is_date && has_colon).then_some(Label::Published)
    })
}

pub(super) fn eat_moment(cursor: &mut Cursor<'_>) -> Option<WrittenMoment> {
    cursor.attempt(|cursor| {
        let start = cursor.at();
        let mut moment = WrittenMoment {
            start,
            end: start,
            day_words: None,
            numeric: None,
            clock: None,
            afternoon: None,
            zone: None,
            weekday: false,
            month: None,
            year: None,
            day: None,
        };
        let mut after_item = *cursor;
        loop {
            let item_start = cursor.at();
            let day_items = moment.day_items();
            if !eat_item(cursor, &mut moment) {
                break;
            }
            moment.end = cursor.at();
            if moment.day_items() > day_items {
                let first = moment.day_words.map_or(item_start, |(first, _)| first);
                moment.day_words = Some((first, cursor.at()));
            }
            after_item = *cursor;
            cursor.eat_blanks();
            // An offset such as -05:00 begins with what would else be a separator, so an item is tried first.
            while !starts_item(*cursor, &moment) && cursor.peek().is_some_and(|next| matches!(next, ',' | '-' | '–'))
            {
                cursor.bump(cursor.peek().map_or(0, char::len_utf8));
                cursor.eat_blanks();
            }
        }
        *cursor = after_item;
        moment.is_moment().then_some(moment)
    })
}

fn starts_item(mut cursor: Cursor<'_>, moment: &WrittenMoment) -> bool {
    eat_item(&mut cursor, &mut moment.clone())
}

/// Eats the first item that fits and whose sort the moment does not have.
fn eat_item(cursor: &mut Cursor<'_>, moment: &mut WrittenMoment) -> bool {
    match cursor.rest().as_bytes().first() {
        Some(b'0'..=b'9') => eat_item_of_digits(cursor, moment),
        Some(b'+' | b'-') => eat_zone_item(cursor, moment),
        Some(b'a'..=b'z' | b'A'..=b'Z') => eat_item_of_letters(cursor, moment),
        _ => false,
    }
}

fn eat_item_of_digits(cursor: &mut Cursor<'_>, moment: &mut WrittenMoment) -> bool {
    let in_words = moment.month.is_some() || moment.year.is_some() || moment.day.is_some();
    let in_digits = moment.numeric.is_some();
    if !in_digits && !in_words {
        moment.numeric = eat_numeric_date(cursor);
        if moment.numeric.is_some() {
            return true;
        }
    }
    if moment.clock.is_none() {
        moment.clock = cursor.attempt(eat_clock);
        if moment.clock.is_some() {
            return true;
        }
    }
    if in_digits {
        return false;
    }
    if moment.year.is_none() {
        moment.year = cursor.attempt(|cursor| cursor.eat_number(4, 4).filter(|_| cursor.peek() != Some(':')));
        if moment.year.is_some() {
            return true;
        }
    }
    if moment.day.is_none() {
        moment.day = cursor.attempt(eat_day);
        return moment.day.is_some();
    }
    false
}

fn eat_zone_item(cursor: &mut Cursor<'_>, moment: &mut WrittenMoment) -> bool {
    if moment.zone.is_none() {
        let has_clock = moment.clock.is_some();
        moment.zone = cursor.attempt(|cursor| eat_zone(cursor, has_clock));
        return moment.zone.is_some();
    }
    false
}

fn eat_item_of_letters(cursor: &mut Cursor<'_>, moment: &mut WrittenMoment) -> bool {
    if moment.afternoon.is_none() {
        moment.afternoon = cursor.attempt(eat_half_day);
        if moment.afternoon.is_some() {
            return true;
        }
    }
    if eat_zone_item(cursor, moment) {
        return true;
    }
    if !moment.weekday && cursor.attempt(eat_weekday).is_some() {
        moment.weekday = true;
        return true;
    }
    if moment.month.is_none() && moment.numeric.is_none() {
        moment.month = eat_month(cursor);
        return moment.month.is_some();
    }
    false
}

fn eat_numeric_date(cursor: &mut Cursor<'_>) -> Option<WrittenDate> {
    let date = cursor.attempt(|cursor| {
        let year = cursor.eat_number(4, 4)?;
        let separator = cursor.peek().filter(|next| matches!(next, '-' | '.' | '/'))?;
        cursor.bump(1);
        let month = cursor.eat_number(1, 2)?;
        let day = cursor.eat(separator.encode_utf8(&mut [0; 4])).then(|| cursor.eat_number(1, 2))??;
        Some(WrittenDate::Plain { year, month, day })
    });
    let date = date.or_else(|| {
        cursor.attempt(|cursor| {
            let first = cursor.eat_number(1, 2)?;
            let second = cursor.eat("/").then(|| cursor.eat_number(1, 2))??;
            let year = cursor.eat("/").then(|| cursor.eat_number(4, 4))??;
            Some(WrittenDate::Slashed { first, second, year })
        })
    })?;
    cursor.attempt(|cursor| {
        let after_t = cursor.eat_ignoring_case("T").then_some(*cursor)?;
        eat_clock(cursor)?;
        *cursor = after_t;
        Some(())
    });
    Some(date)
}

fn eat_clock(cursor: &mut Cursor<'_>) -> Option<(u16, u16)> {
    let hour = cursor.eat_number(1, 2)?;
    let minute = cursor.eat(":").then(|| cursor.eat_number(2, 2))??;
    let has_seconds = cursor.attempt(|cursor| cursor.eat(":").then(|| cursor.eat_number(2, 2))?).is_some();
    if has_seconds {
        cursor.attempt(|cursor| {
            let is_fraction = cursor.eat(".") && !cursor.eat_while(|character| character.is_ascii_digit()).is_empty();
            is_fraction.then_some(())
        });
    }
    (cursor.peek() != Some(':')).then_some((hour, minute))
}

fn eat_half_day(cursor: &mut Cursor<'_>) -> Option<bool> {
    let forms = [("a.m.", false), ("p.m.", true), ("am", false), ("pm", true)];
    let (_, afternoon) = forms.into_iter().find(|(form, _)| cursor.eat_ignoring_case(form))?;
    cursor.is_word_end().then_some(afternoon)
}

/// Zones by abbreviation; the first three may have an offset after them.
const ZONES: [&str; 34] = [
    "Z", "UTC", "GMT", "KST", "JST", "CST", "IST", "SGT", "HKT", "PHT", "WIB", "ICT", "MSK", "CET", "CEST", "EET",
    "EEST", "BST", "WEST", "WET", "EST", "EDT", "CDT", "MST", "MDT", "PST", "PDT", "ET", "AEST", "AEDT", "NZST",
    "NZDT", "GST", "AST",
];

fn eat_zone(cursor: &mut Cursor<'_>, has_clock: bool) -> Option<(usize, usize)> {
    let start = cursor.at();
    let mut after = *cursor;
    let letters = after.eat_while(|character| character.is_ascii_alphabetic());
    if let Some(index) = ZONES.iter().position(|zone| zone.eq_ignore_ascii_case(letters)) {
        *cursor = after;
        let has_offset = index < 3 && cursor.attempt(eat_offset).is_some();
        return (has_offset || cursor.is_word_end()).then(|| (start, cursor.at()));
    }
    if has_clock { eat_offset(cursor).map(|()| (start, cursor.at())) } else { None }
}

fn eat_offset(cursor: &mut Cursor<'_>) -> Option<()> {
    let signed = cursor.eat("+") || cursor.eat("-");
    if !signed {
        return None;
    }
    cursor
        .attempt(|cursor| {
            cursor.eat_number(2, 2)?;
            cursor.eat(":").then(|| cursor.eat_number(2, 2))?.map(drop)
        })
        .or_else(|| cursor.eat_number(4, 4).map(drop))
}

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const WEEKDAY_FORMS: [&str; 4] = ["tues", "wednes", "thur", "thurs"];

/// Months in order, in full; their abbreviations are their first three letters, and `Sept`.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Which of the names the word is, in full or by its first three letters.
fn in_full_or_short(word: &str, names: &[&str]) -> Option<usize> {
    // The longest have nine letters.
    if !(3..=9).contains(&word.len()) {
        return None;
    }
    let is_name = |name: &&str| name.eq_ignore_ascii_case(word) || name[..3].eq_ignore_ascii_case(word);
    names.iter().position(is_name)
}

fn eat_weekday(cursor: &mut Cursor<'_>) -> Option<()> {
    let word = cursor.eat_while(char::is_alphabetic);
    let known =
        in_full_or_short(word, &WEEKDAYS).is_some() || WEEKDAY_FORMS.iter().any(|form| form.eq_ignore_ascii_case(word));
    cursor.eat(".");
    (known && cursor.is_word_end()).then_some(())
}

/// Eats the name of a month, in full or short, with its stop; returns its number.
pub(super) fn eat_month(cursor: &mut Cursor<'_>) -> Option<u16> {
    cursor.attempt(|cursor| {
        let word = cursor.eat_while(char::is_alphabetic);
        let index = in_full_or_short(word, &MONTHS).or_else(|| word.eq_ignore_ascii_case("sept").then_some(8))?;
        cursor.eat(".");
        cursor.is_word_end().then(|| u16::try_from(index + 1).ok())?
    })
}

fn eat_day(cursor: &mut Cursor<'_>) -> Option<u16> {
    let day = cursor.eat_number(1, 2)?;
    let _ = ["st", "nd", "rd", "th"].into_iter().any(|suffix| cursor.eat_ignoring_case(suffix));
    let ends = cursor.is_word_end() && !matches!(cursor.peek(), Some(':' | '/'));
    ends.then_some(day)
}

/// Eats a clock, a half of the day and perhaps a zone, with blanks between each two.
pub(super) fn eat_closing_time(cursor: &mut Cursor<'_>) -> bool {
    let eaten = cursor.attempt(|cursor| {
        eat_clock(cursor)?;
        (!cursor.eat_blanks().is_empty()).then_some(())?;
        eat_half_day(cursor)?;
        cursor.attempt(|cursor| {
            (!cursor.eat_blanks().is_empty()).then_some(())?;
            eat_zone(cursor, true)
        });
        Some(())
    });
    eaten.is_some()
}
