//! Stamps: labels, moments and the rows that hold nothing else.

use std::ops::Range;

use rapporteur_model::{Date, LocalTime, TimeOfDay};

use crate::text::{blanks, is_blank, is_digit, is_letter_or_digit, length_while, one_blank, opens_in_any_case};

const PUBLISHED: [&str; 7] = ["published", "written", "input", "posted", "issued", "released", "filed"];
const UPDATED: [&str; 4] = ["last updated", "last modified", "updated", "modified"];

#[rustfmt::skip]
const ZONES: [&str; 34] = [
    "Z", "UTC", "GMT", "KST", "JST", "CST", "IST", "SGT", "HKT", "PHT", "WIB", "ICT", "MSK", "CET", "CEST", "EET",
    "EEST", "BST", "WEST", "WET", "EST", "EDT", "CDT", "MST", "MDT", "PST", "PDT", "ET", "AEST", "AEDT", "NZST", "NZDT",
    "GST", "AST",
];
const ZONES_WITH_OFFSET: [&str; 3] = ["Z", "UTC", "GMT"];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const OTHER_WEEKDAYS: [&str; 4] = ["tues", "wednes", "thur", "thurs"];

#[rustfmt::skip]
const MONTHS: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
];

/// What a label says that the moment after it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    Published,
    Updated,
}

/// A stamp's label; the blanks after it belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) sort: Sort,
    pub(crate) end: usize,
}

/// The label that the text begins with.
pub(crate) fn label(text: &str) -> Option<Label> {
    if opens_in_any_case(text, "date") {
        let colon = "date".len() + blanks(&text["date".len()..]);
        if text[colon..].starts_with(':') {
            return Some(Label { sort: Sort::Published, end: colon + 1 + blanks(&text[colon + 1..]) });
        }
    }
    let names = UPDATED.map(|name| (name, Sort::Updated)).into_iter();
    let names = names.chain(PUBLISHED.map(|name| (name, Sort::Published)));
    let fitting = names.filter(|(name, _)| opens_in_any_case(text, name)).map(|(name, sort)| (name.len(), sort));
    let (words, sort) = fitting.max_by_key(|&(length, _)| length)?;
    let words = words + on(&text[words..]);
    let after_blanks = words + blanks(&text[words..]);
    if text[after_blanks..].starts_with(':') {
        let colon = after_blanks + 1;
        return Some(Label { sort, end: colon + blanks(&text[colon..]) });
    }
    let set_off = after_blanks > words || after_blanks == text.len();
    set_off.then_some(Label { sort, end: after_blanks })
}

/// Length of ` on`, if a colon, a blank or nothing follows.
fn on(text: &str) -> usize {
    let Some(blank) = one_blank(text).filter(|&blank| opens_in_any_case(&text[blank..], "on")) else { return 0 };
    let length = blank + "on".len();
    let ends = text[length..].chars().next().is_none_or(|next| next == ':' || is_blank(next));
    if ends { length } else { 0 }
}

/// A numeric date, as far as its digits tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumericDate {
    /// Year, month, day.
    YearFirst(u16, u8, u8),
    /// `D/M/YYYY` or `M/D/YYYY`.
    YearLast(u8, u8, u16),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Half {
    Am,
    Pm,
}

/// Hour and minute, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) hour: u8,
    pub(crate) minute: u8,
}

/// A moment: its items, at most one of a sort.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct WrittenMoment {
    pub(crate) span: Range<usize>,
    pub(crate) numeric: Option<NumericDate>,
    pub(crate) clock: Option<Clock>,
    pub(crate) half: Option<Half>,
    pub(crate) zone: Option<Range<usize>>,
    pub(crate) weekday: bool,
    pub(crate) month: Option<u8>,
    pub(crate) year: Option<u16>,
    pub(crate) day: Option<u8>,
}

/// The moment that the text begins with.
pub(crate) fn moment(text: &str) -> Option<WrittenMoment> {
    let mut moment = WrittenMoment::default();
    let mut at = 0;
    loop {
        // An item is tried before a separator is passed, so that `-0900` after a clock is an offset.
        if let Some(length) = moment.take_item(text, at) {
            at += length;
            moment.span = 0..at;
            continue;
        }
        let between = |character: &char| is_blank(*character) || matches!(character, ',' | '-' | '–');
        match text[at..].chars().next().filter(between) {
            Some(separator) if !moment.span.is_empty() => at += separator.len_utf8(),
            _ => break,
        }
    }
    let date = moment.numeric.is_some() || (moment.month.is_some() && moment.day.is_some());
    (date || moment.clock.is_some()).then_some(moment)
}

impl WrittenMoment {
    /// Takes in the item at `at`, if one is there that the moment may hold, and says how long it is.
    fn take_item(&mut self, text: &str, at: usize) -> Option<usize> {
        let here = &text[at..];
        let in_words = self.day.is_some() || self.month.is_some() || self.year.is_some();
        let in_numbers = self.numeric.is_some();
        if !in_numbers
            && !in_words
            && let Some((length, date)) = numeric_date(here)
        {
            self.numeric = Some(date);
            return Some(length);
        }
        if self.clock.is_none()
            && let Some((length, time)) = clock(here)
        {
            self.clock = Some(time);
            return Some(length);
        }
        if self.half.is_none()
            && let Some((length, half)) = half(here)
        {
            self.half = Some(half);
            return Some(length);
        }
        if self.zone.is_none()
            && let Some(length) = zone(here, self.clock.is_some())
        {
            self.zone = Some(at..at + length);
            return Some(length);
        }
        if !self.weekday
            && let Some(length) = weekday(here)
        {
            self.weekday = true;
            return Some(length);
        }
        if !in_numbers
            && self.month.is_none()
            && let Some((length, number)) = month(here)
        {
            self.month = Some(number);
            return Some(length);
        }
        if !in_numbers
            && self.year.is_none()
            && let Some((length, number)) = year(here)
        {
            self.year = Some(number);
            return Some(length);
        }
        if !in_numbers
            && self.day.is_none()
            && let Some((length, number)) = day(here)
        {
            self.day = Some(number);
            return Some(length);
        }
        None
    }

    /// The same moment in a text in which this one's begins at `offset`.
    pub(crate) fn moved_by(mut self, offset: usize) -> Self {
        self.span = self.span.start + offset..self.span.end + offset;
        self.zone = self.zone.map(|zone| zone.start + offset..zone.end + offset);
        self
    }

    /// Whether it names day, month and year.
    pub(crate) fn is_full(&self) -> bool {
        self.numeric.is_some() || (self.day.is_some() && self.month.is_some() && self.year.is_some())
    }

    /// This date with the clock in the row below, if the two make one moment.
    pub(crate) fn joined_with(&self, below: &Self) -> Option<Self> {
        let date = self.numeric.is_some() || (self.month.is_some() && self.day.is_some());
        let date_alone = date && self.clock.is_none() && self.half.is_none() && self.zone.is_none();
        let clock_alone = below.clock.is_some()
            && !below.weekday
            && below.numeric.is_none()
            && below.day.is_none()
            && below.month.is_none()
            && below.year.is_none();
        (date_alone && clock_alone).then(|| Self {
            span: self.span.start..below.span.end,
            clock: below.clock,
            half: below.half,
            zone: below.zone.clone(),
            ..self.clone()
        })
    }

    /// The readings of a `D/M/YYYY` that exist, day first and month first.
    pub(crate) fn readings(&self) -> (Option<Date>, Option<Date>) {
        match self.numeric {
            Some(NumericDate::YearLast(first, second, year)) => {
                (Date::new(year, second, first).ok(), Date::new(year, first, second).ok())
            }
            _ => (None, None),
        }
    }

    /// The day or minute that is meant; `day_first` tells how `D/M/YYYY` is read where both readings exist.
    pub(crate) fn value(&self, day_first: Option<bool>) -> Option<LocalTime> {
        let date = match self.numeric {
            Some(NumericDate::YearFirst(year, month, day)) => Date::new(year, month, day).ok()?,
            Some(NumericDate::YearLast(..)) => match self.readings() {
                (Some(date), None) | (None, Some(date)) => date,
                (Some(date), Some(other)) if date == other => date,
                (Some(date), Some(other)) => {
                    if day_first? {
                        date
                    } else {
                        other
                    }
                }
                (None, None) => return None,
            },
            None => Date::new(self.year?, self.month?, self.day?).ok()?,
        };
        let Some(clock) = self.clock else { return Some(LocalTime::Day(date)) };
        let hour = match self.half {
            Some(Half::Am) if clock.hour == 12 => 0,
            Some(Half::Pm) if clock.hour < 12 => clock.hour + 12,
            _ => clock.hour,
        };
        Some(LocalTime::Minute(date, TimeOfDay::new(hour, clock.minute).ok()?))
    }
}

/// A numeric date and its length, with a `T` that a clock follows.
fn numeric_date(text: &str) -> Option<(usize, NumericDate)> {
    let (length, date) = ["-", ".", "/"]
        .into_iter()
        .find_map(|separator| {
            let (length, [year, month, day]) = numbers(text, [4..=4, 1..=2, 1..=2], separator)?;
            Some((length, NumericDate::YearFirst(year, small(month)?, small(day)?)))
        })
        .or_else(|| {
            let (length, [first, second, year]) = numbers(text, [1..=2, 1..=2, 4..=4], "/")?;
            Some((length, NumericDate::YearLast(small(first)?, small(second)?, year)))
        })?;
    let t = opens_in_any_case(&text[length..], "t") && clock(&text[length + 1..]).is_some();
    Some((length + usize::from(t), date))
}

/// A clock and its length, with a fraction of its seconds.
pub(crate) fn clock(text: &str) -> Option<(usize, Clock)> {
    let no_colon = |&length: &usize| !text[length..].starts_with(':');
    let (length, hour, minute) = match numbers(text, [1..=2, 2..=2, 2..=2], ":") {
        Some((length, [hour, minute, _])) => (length + fraction(&text[length..]), hour, minute),
        None => numbers(text, [1..=2, 2..=2], ":").map(|(length, [hour, minute])| (length, hour, minute))?,
    };
    Some(length).filter(no_colon)?;
    Some((length, Clock { hour: small(hour)?, minute: small(minute)? }))
}

/// Length of a stop and digits.
fn fraction(text: &str) -> usize {
    let digits = text.strip_prefix('.').map_or(0, |digits| length_while(digits, is_digit));
    if digits > 0 { 1 + digits } else { 0 }
}

/// The numbers of so many digits with the separator between them, which no digit follows, and their length.
fn numbers<const N: usize>(
    text: &str,
    digits: [std::ops::RangeInclusive<usize>; N],
    separator: &str,
) -> Option<(usize, [u16; N])> {
    let mut values = [0; N];
    let mut at = 0;
    for (index, width) in digits.into_iter().enumerate() {
        if index > 0 {
            at += text[at..].starts_with(separator).then_some(separator.len())?;
        }
        // A longest run of digits: what is longer than allowed has a digit where none may be.
        let length = length_while(&text[at..], is_digit);
        if !width.contains(&length) {
            return None;
        }
        values[index] = text[at..at + length].parse().ok()?;
        at += length;
    }
    Some((at, values))
}

fn small(number: u16) -> Option<u8> {
    u8::try_from(number).ok()
}

/// Whether neither a letter nor a digit stands there.
fn word_ends(text: &str, at: usize) -> bool {
    !text[at..].starts_with(is_letter_or_digit)
}

/// A half of the day and its length.
pub(crate) fn half(text: &str) -> Option<(usize, Half)> {
    [("am", Half::Am), ("pm", Half::Pm), ("a.m.", Half::Am), ("p.m.", Half::Pm)]
        .into_iter()
        .find(|(name, _)| opens_in_any_case(text, name) && word_ends(text, name.len()))
        .map(|(name, half)| (name.len(), half))
}

/// Length of a zone; a bare offset counts only `after_clock`.
pub(crate) fn zone(text: &str, after_clock: bool) -> Option<usize> {
    for name in ZONES_WITH_OFFSET {
        if opens_in_any_case(text, name)
            && let Some(length) = offset(&text[name.len()..])
        {
            return Some(name.len() + length);
        }
    }
    for name in ZONES {
        if opens_in_any_case(text, name) && word_ends(text, name.len()) {
            return Some(name.len());
        }
    }
    if after_clock { offset(text) } else { None }
}

/// Length of `+HH:MM`, `+HHMM`, `-HH:MM` or `-HHMM` that no digit follows.
fn offset(text: &str) -> Option<usize> {
    let digits = text.strip_prefix(['+', '-'])?;
    let length = match numbers(digits, [2..=2, 2..=2], ":") {
        Some((length, _)) => length,
        None => numbers(digits, [4..=4], "")?.0,
    };
    Some(1 + length)
}

/// Length of the longest of these names, perhaps with a stop, which neither letter nor digit follows.
fn name<'a>(text: &str, names: impl Iterator<Item = &'a str>) -> Option<usize> {
    names
        .filter(|name| opens_in_any_case(text, name))
        .flat_map(|name| [name.len(), name.len() + usize::from(text[name.len()..].starts_with('.'))])
        .filter(|&length| word_ends(text, length))
        .max()
}

fn weekday(text: &str) -> Option<usize> {
    name(text, WEEKDAYS.into_iter().chain(WEEKDAYS.map(|name| &name[..3])).chain(OTHER_WEEKDAYS))
}

/// A month, 1 to 12, and its length.
pub(crate) fn month(text: &str) -> Option<(usize, u8)> {
    (1..).zip(MONTHS).find_map(|(number, month)| {
        let sept = (month == "september").then_some("sept");
        Some((name(text, [month, &month[..3]].into_iter().chain(sept))?, number))
    })
}

fn year(text: &str) -> Option<(usize, u16)> {
    let (length, [year]) = numbers(text, [4..=4], "")?;
    (!text[length..].starts_with(':')).then_some((length, year))
}

fn day(text: &str) -> Option<(usize, u8)> {
    let (digits, [day]) = numbers(text, [1..=2], "")?;
    let ending = ["st", "nd", "rd", "th"].into_iter().find(|ending| opens_in_any_case(&text[digits..], ending));
    let length = digits + ending.map_or(0, str::len);
    let free = word_ends(text, length) && !text[length..].starts_with([':', '/']);
    if free { Some((length, small(day)?)) } else { None }
}

/// A stamp in its row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// Where it begins in the row's text.
    pub(crate) start: usize,
    pub(crate) sort: Sort,
    /// Its moment, with offsets in the row's text. Only the last stamp may lack one.
    pub(crate) moment: Option<WrittenMoment>,
}

/// Stamps and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamps {
    pub(crate) stamps: Vec<Stamp>,
    pub(crate) labelled: bool,
}

impl Stamps {
    /// Whether the last stamp is a label without a moment, which the next row has to give.
    pub(crate) fn lack_moment(&self) -> bool {
        self.stamps.last().is_some_and(|stamp| stamp.moment.is_none())
    }
}

/// The stamps of a trimmed text that holds nothing else.
pub(crate) fn stamps(text: &str) -> Option<Stamps> {
    let mut stamps: Vec<Stamp> = Vec::new();
    let mut labelled = false;
    let mut at = separators(text);
    while at < text.len() {
        let start = at;
        let label = label(&text[at..]);
        at += label.map_or(0, |label| label.end);
        let moment = moment(&text[at..]).map(|moment| moment.moved_by(at));
        at = moment.as_ref().map_or(at, |moment| moment.span.end);
        match (&label, &moment) {
            (None, None) => return None,
            (None, Some(_)) if !stamps.is_empty() => return None,
            _ => {}
        }
        labelled |= label.is_some() && stamps.is_empty();
        at += separators(&text[at..]);
        if moment.is_none() && at < text.len() {
            return None;
        }
        stamps.push(Stamp { start, sort: label.map_or(Sort::Published, |label| label.sort), moment });
    }
    (!stamps.is_empty()).then_some(Stamps { stamps, labelled })
}

/// The moment of a line that holds nothing else but separators and blanks.
pub(crate) fn moment_alone(line: &str) -> Option<WrittenMoment> {
    let start = separators(line);
    let moment = moment(&line[start..])?.moved_by(start);
    let end = moment.span.end;
    (end + separators(&line[end..]) == line.len()).then_some(moment)
}

/// Length of the blanks and separators that the text begins with.
fn separators(text: &str) -> usize {
    length_while(text, |character| is_blank(character) || matches!(character, ',' | '|' | '-' | '–'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, kinds};

    /// The moment's words and its value, `-` where it has none.
    fn read(text: &str) -> String {
        moment(text).map_or("none".to_owned(), |moment| {
            let value = moment.value(None).map_or("-".to_owned(), |value| value.to_string());
            format!("{}|{value}", &text[moment.span])
        })
    }

    #[test]
    fn moments() {
        for (text, expected) in [
            ("2025-10-30", "2025-10-30|2025-10-30"),
            ("2025.1.3 at", "2025.1.3|2025-01-03"),
            ("2025/10/30 3:04 pm", "2025/10/30 3:04 pm|2025-10-30T15:04"),
            ("2025-10-30T15:30:59+09:00,", "2025-10-30T15:30:59+09:00|2025-10-30T15:30"),
            ("2025-10-30T at", "2025-10-30|2025-10-30"),
            ("30 Oct. 2025, 15:30", "30 Oct. 2025, 15:30|2025-10-30T15:30"),
            (
                "Thursday, October 30th, 2025 - 12:05 a.m. KST",
                "Thursday, October 30th, 2025 - 12:05 a.m. KST|2025-10-30T00:05",
            ),
            ("Oct 30, 2025 12:05PM", "Oct 30, 2025 12:05PM|2025-10-30T12:05"),
            ("Sept. 1 2025 | x", "Sept. 1 2025|2025-09-01"),
            ("Oct. 30", "Oct. 30|-"),
            ("15:30 -0900", "15:30 -0900|-"),
            ("15:30 UTC+09:00", "15:30 UTC+09:00|-"),
            ("30/2/2025", "30/2/2025|-"),
            ("13/2/2025", "13/2/2025|2025-02-13"),
            ("2/13/2025", "2/13/2025|2025-02-13"),
            ("5/5/2025", "5/5/2025|2025-05-05"),
            ("5/6/2025", "5/6/2025|-"),
            ("2025-10-30 30", "2025-10-30|2025-10-30"),
            ("2025-10-30 24:00", "2025-10-30 24:00|-"),
            ("October 2025", "none"),
            ("Thursday", "none"),
            ("2025-10-301", "none"),
            ("12:345", "none"),
            ("12:34:", "none"),
            ("30Oct 2025", "none"),
            ("2025-10-30 10:00:00.5 x", "2025-10-30 10:00:00.5|2025-10-30T10:00"),
            ("2025-10-30T10:00:00.000Z", "2025-10-30T10:00:00.000Z|2025-10-30T10:00"),
            ("2025-10-30 10:00:00. x", "2025-10-30 10:00:00|2025-10-30T10:00"),
            ("2025-10-30 10:00.5 x", "2025-10-30 10:00|2025-10-30T10:00"),
            ("10:00:00.5:", "none"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn the_zone_is_an_item() {
        for (text, zone) in [
            ("15:30 KST", Some("KST")),
            ("15:30Z", Some("Z")),
            ("15:30 gmt-0500", Some("gmt-0500")),
            ("15:30+0900", Some("+0900")),
            ("15:30 CEST", Some("CEST")),
            ("15:30 +9", None),
            ("15:30 KSTX", None),
        ] {
            let moment = moment(text).unwrap();
            assert_eq!(moment.zone.map(|zone| &text[zone]), zone, "{text}");
        }
    }

    #[test]
    fn labels_end_with_a_colon_or_a_blank() {
        let read = |text| label(text).map(|label| (label.sort, label.end));
        assert_eq!(read("Published: x"), Some((Sort::Published, 11)));
        assert_eq!(read("LAST UPDATED : x"), Some((Sort::Updated, 15)));
        assert_eq!(read("updated x"), Some((Sort::Updated, 8)));
        assert_eq!(read("Input"), Some((Sort::Published, 5)));
        assert_eq!(read("Updated, x"), None);
        assert_eq!(read("Last  updated x"), None);
        assert_eq!(read("Last\u{a0}updated x"), None);
        assert_eq!(read("Publisher: x"), None);
    }

    #[test]
    fn a_row_of_stamps_is_a_block_a_stamp() {
        check(
            "A title\nPublished : 2025-10-30 10:00 | Updated: 2025-10-30 11:00 KST\n30 Oct. 2025\nText.\n",
            "headline|A title⏎
             stamp|Published : 2025-10-30 10:00 |\u{20}
             stamp|Updated: 2025-10-30 11:00 KST⏎
             stamp|30 Oct. 2025⏎
             paragraph|Text.⏎",
        );
    }

    #[test]
    fn a_label_takes_its_moment_from_the_next_line() {
        check(
            "A title\nPublished:\n\n- 30 Oct. 2025\nText.\n",
            "headline|A title⏎
             stamp|Published:⏎⏎- 30 Oct. 2025⏎
             paragraph|Text.⏎",
        );
        assert_eq!(kinds("A title\nPublished\nText.\n"), "hpp");
        assert_eq!(kinds("A title\nPublished 30 Oct. 2025 | Updated -\n31 Oct. 2025\nText.\n"), "hssp");
    }

    #[test]
    fn the_body_takes_labelled_stamps_only() {
        assert_eq!(kinds("A title\nText.\nUpdated 30 Oct. 2025\n30 Oct. 2025\n"), "hpsp");
    }

    #[test]
    fn what_else_stands_in_the_row_makes_it_no_stamps() {
        for text in [
            "Published: 30 Oct. 2025 in Seoul",
            "30 Oct. 2025 31 Oct. 2025",
            "Published: - 30 Oct. 2025",
            "Published Updated: 2025-10-30",
            "2025-10-30 10:00.000",
            "- | -",
            "",
        ] {
            assert_eq!(stamps(text), None, "{text}");
        }
    }
}
