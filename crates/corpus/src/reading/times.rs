//! Times: what weekdays, days and clocks say, resolved without a clock of our own.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use rapporteur_model::{Date, LocalTime, PartOfDay, TimeOfDay, Weekday};

use super::text::{Text, TokenKind};

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) fn weekday(word: &str) -> Option<Weekday> {
    WEEKDAYS.iter().position(|name| *name == word).map(|index| Weekday::ALL[index])
}

pub(super) fn is_weekday(word: &str) -> bool {
    weekday(word).is_some()
}

/// The month, 1 to 12, that a word names in full or, with its stop, in short.
pub(super) fn month(word: &str) -> Option<u8> {
    let short = |name: &str| word.strip_suffix('.').is_some_and(|short| short.len() >= 3 && name.starts_with(short));
    let index = MONTHS.iter().position(|name| *name == word || short(name));
    index.or_else(|| (word == "Sept.").then_some(8)).and_then(|index| u8::try_from(index + 1).ok())
}

pub(super) fn is_month(word: &str) -> bool {
    month(word).is_some()
}

/// A day that the text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DayFound {
    pub(super) tokens: Range<usize>,
    pub(super) day: Day,
    pub(super) part: Option<PartOfDay>,
}

/// How a day is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    Weekday(Weekday),
    Dated {
        month: u8,
        day: u8,
        year: Option<u16>,
    },
    /// "the 17th".
    Ordinal(u8),
    /// "today" is 0, "yesterday" -1, "tomorrow" 1.
    Relative(i8),
}

/// A clock that the text names: "2 p.m.".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ClockFound {
    pub(super) tokens: Range<usize>,
    pub(super) time: TimeOfDay,
    /// The zone directly after it: "KST".
    pub(super) zone: Option<Range<usize>>,
}

/// A length of time: "about 50 minutes".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DurationFound {
    pub(super) tokens: Range<usize>,
    pub(super) minutes: u32,
}

fn part_of_day(word: &str) -> Option<PartOfDay> {
    Some(match word {
        "morning" => PartOfDay::Morning,
        "afternoon" => PartOfDay::Afternoon,
        "evening" => PartOfDay::Evening,
        "night" => PartOfDay::Night,
        _ => return None,
    })
}

fn number(word: &str) -> Option<u32> {
    let digits: String = word.chars().filter(|character| *character != ',').collect();
    digits.parse().ok()
}

/// The day that the words from token `at` on name.
pub(super) fn day_at(text: &Text<'_>, at: usize) -> Option<DayFound> {
    let word = text.word(at);
    // "the afternoon of Aug. 30", "the morning of the 17th"
    if word == "the"
        && text.is(at + 2, "of")
        && let Some(part) = part_of_day(text.word(at + 1))
    {
        let day = day_at(text, at + 3)?;
        return Some(DayFound { tokens: at..day.tokens.end, part: Some(part), ..day });
    }
    let (day, mut end) = if let Some(weekday) = weekday(word) {
        (Day::Weekday(weekday), at + 1)
    } else if let Some(month) = month(word) {
        let day = number(text.word(at + 1)).filter(|day| (1..=31).contains(day) && text.word(at + 1).len() <= 2);
        let day = u8::try_from(day?).ok()?;
        let has_year = text.is(at + 2, ",") && text.word(at + 3).len() == 4;
        let year = number(text.word(at + 3)).filter(|_| has_year).and_then(|year| u16::try_from(year).ok());
        (Day::Dated { month, day, year }, at + if year.is_some() { 4 } else { 2 })
    } else if let Some(month) = month(text.word(at + 1)).filter(|_| text.kind(at) == Some(TokenKind::Number)) {
        let day = u8::try_from(number(word).filter(|day| (1..=31).contains(day) && word.len() <= 2)?).ok()?;
        let year = number(text.word(at + 2)).filter(|_| text.word(at + 2).len() == 4);
        let year = year.and_then(|year| u16::try_from(year).ok());
        (Day::Dated { month, day, year }, at + if year.is_some() { 3 } else { 2 })
    } else {
        match text.lower(at).as_str() {
            "today" | "tonight" => (Day::Relative(0), at + 1),
            "yesterday" => (Day::Relative(-1), at + 1),
            "tomorrow" => (Day::Relative(1), at + 1),
            "this" if part_of_day(text.word(at + 1)).is_some() => (Day::Relative(0), at + 1),
            "the" => (Day::Ordinal(ordinal(text.word(at + 1))?), at + 2),
            _ => return None,
        }
    };
    let mut part = part_of_day(text.word(end));
    end += usize::from(part.is_some());
    if text.lower(at) == "tonight" {
        part = Some(PartOfDay::Night);
    }
    Some(DayFound { tokens: at..end, day, part })
}

/// The day of the month that "17th" names.
fn ordinal(word: &str) -> Option<u8> {
    let suffix = ["st", "nd", "rd", "th"].into_iter().find(|suffix| word.ends_with(suffix))?;
    word[..word.len() - suffix.len()].parse().ok().filter(|day| (1..=31).contains(day))
}

/// The clock that the words from token `at` on name.
pub(super) fn clock_at(text: &Text<'_>, at: usize) -> Option<ClockFound> {
    if text.kind(at) != Some(TokenKind::Number) {
        return None;
    }
    let (hour, minute) = text.word(at).split_once(':').unwrap_or((text.word(at), "0"));
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    let afternoon = match text.lower(at + 1).as_str() {
        "a.m." | "am" => false,
        "p.m." | "pm" => true,
        _ => return None,
    };
    let time =
        (1..=12).contains(&hour).then(|| TimeOfDay::new(hour % 12 + if afternoon { 12 } else { 0 }, minute))?.ok()?;
    let zone = text.word(at + 2);
    let is_zone = (3..=4).contains(&zone.len())
        && zone.bytes().all(|byte| byte.is_ascii_uppercase())
        && (zone.ends_with('T') || zone == "UTC");
    let zone = is_zone.then_some(at + 2..at + 3);
    Some(ClockFound { tokens: at..at + 2, time, zone })
}

/// The length of time that the words from token `at` on name, from the number on.
pub(super) fn duration_at(text: &Text<'_>, at: usize) -> Option<DurationFound> {
    let amount = number(text.word(at)).or_else(|| small_number(&text.lower(at)))?;
    let unit = match text.word(at + 1) {
        "minutes" | "minute" => 1,
        "hours" | "hour" => 60,
        _ => return None,
    };
    // "an hour and 20 minutes"
    let more = (unit == 60 && text.is(at + 2, "and")).then(|| duration_at(text, at + 3)).flatten();
    let more = more.filter(|more| more.minutes < 60);
    let minutes = amount.checked_mul(unit)?.checked_add(more.as_ref().map_or(0, |more| more.minutes))?;
    let end = more.map_or(at + 2, |more| more.tokens.end);
    Some(DurationFound { tokens: at..end, minutes })
}

/// The number that a word up to "twelve" names; an article is one.
fn small_number(word: &str) -> Option<u32> {
    const NUMBERS: [&str; 13] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    if word == "an" || word == "a" {
        return Some(1);
    }
    NUMBERS.iter().position(|name| *name == word).and_then(|index| u32::try_from(index).ok())
}

/// A day that was found, as a date, with the rule that found it; `None` as rule where the text says the whole date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Resolved {
    pub(super) date: Date,
    pub(super) rule: Option<&'static str>,
}

/// Which date a day is, seen from the day of publication. `future` where the clause speaks of what is to come.
pub(super) fn resolve(day: Day, published: Option<Date>, future: bool) -> Option<Resolved> {
    if let Day::Dated { month, day, year: Some(year) } = day {
        return Some(Resolved { date: Date::new(year, month, day).ok()?, rule: None });
    }
    let published = published?;
    let (date, rule) = match day {
        Day::Weekday(weekday) if future => (next_weekday(weekday, published)?, "weekday-after-publication"),
        Day::Weekday(weekday) => (latest_weekday(weekday, published)?, "weekday-before-publication"),
        Day::Dated { month, day, .. } => (nearest_year(month, day, published)?, "nearest-year"),
        Day::Ordinal(day) => (day_of_month(day, published, future)?, "day-of-month"),
        Day::Relative(days) => {
            let rule = match days {
                0 => "day-of-publication",
                1 => "day-after-publication",
                _ => "day-before-publication",
            };
            (shifted(published, i64::from(days))?, rule)
        }
    };
    Some(Resolved { date, rule: Some(rule) })
}

fn shifted(date: Date, days: i64) -> Option<Date> {
    let date = NaiveDate::from(date).checked_add_signed(chrono::TimeDelta::try_days(days)?)?;
    Date::try_from(date).ok()
}

/// The latest such day not after `published`: a weekday in a news report is past, or today.
///
/// ```
/// use rapporteur_corpus::reading::latest_weekday;
/// use rapporteur_model::{Date, Weekday};
///
/// let thursday = Date::new(2025, 10, 30)?;
/// assert_eq!(latest_weekday(Weekday::Thursday, thursday), Some(thursday));
/// assert_eq!(latest_weekday(Weekday::Friday, thursday), Date::new(2025, 10, 24).ok());
/// # Ok::<(), rapporteur_model::TimeError>(())
/// ```
pub fn latest_weekday(weekday: Weekday, published: Date) -> Option<Date> {
    let back = (published.weekday() as i64 - weekday as i64).rem_euclid(7);
    shifted(published, -back)
}

/// The first such day after `published`.
pub fn next_weekday(weekday: Weekday, published: Date) -> Option<Date> {
    let ahead = (weekday as i64 - published.weekday() as i64 - 1).rem_euclid(7) + 1;
    shifted(published, ahead)
}

/// The year in which a month and day lie nearest to `published`.
fn nearest_year(month: u8, day: u8, published: Date) -> Option<Date> {
    let years = [published.year().checked_sub(1), Some(published.year()), published.year().checked_add(1)];
    let dates = years.into_iter().flatten().filter_map(|year| Date::new(year, month, day).ok());
    let distance = |date: &Date| (NaiveDate::from(*date) - NaiveDate::from(published)).num_days().abs();
    dates.min_by_key(distance)
}

/// The last such day of a month not after `published`, or the next one after it.
fn day_of_month(day: u8, published: Date, future: bool) -> Option<Date> {
    let start = NaiveDate::from(published);
    let mut candidates = (0..62).filter_map(|days| {
        let step = chrono::TimeDelta::try_days(if future { days } else { -days })?;
        start.checked_add_signed(step)
    });
    candidates.find(|date| date.day() == u32::from(day)).and_then(|date| Date::try_from(date).ok())
}

/// A date with a clock, where one is given.
pub(super) fn local_time(date: Date, clock: Option<TimeOfDay>) -> LocalTime {
    clock.map_or(LocalTime::Day(date), |time| LocalTime::Minute(date, time))
}

#[cfg(test)]
mod tests;
