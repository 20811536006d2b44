//! The calendar: names of months and weekdays, and days counted from other days.

use chrono::{Datelike, Months, NaiveDate, TimeDelta};
use rapporteur_model::{Date, Month, Weekday};

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

/// The weekday that a word names in full.
pub(crate) fn weekday(word: &str) -> Option<Weekday> {
    WEEKDAYS.iter().position(|name| *name == word).map(|index| Weekday::ALL[index])
}

pub(in crate::reading) fn is_weekday(word: &str) -> bool {
    weekday(word).is_some()
}

/// The weekday that a word beside a date names, in full or in short: "Wed", "Thurs.", "FRIDAY".
pub(super) fn weekday_in_short(word: &str) -> Option<Weekday> {
    name_in_short(&WEEKDAYS, word).map(|index| Weekday::ALL[index])
}

/// The month, 1 to 12, that a word names in full or, with its stop, in short.
pub(in crate::reading) fn month(word: &str) -> Option<u8> {
    // Most words begin small, and are done with here.
    if !word.starts_with(|letter: char| letter.is_ascii_uppercase()) {
        return None;
    }
    let short = |name: &str| word.strip_suffix('.').is_some_and(|short| short.len() >= 3 && name.starts_with(short));
    let index = MONTHS.iter().position(|name| *name == word || short(name));
    index.and_then(|index| u8::try_from(index + 1).ok())
}

pub(in crate::reading) fn is_month(word: &str) -> bool {
    month(word).is_some()
}

/// The month that a word beside the number of a day names: "Oct" and "OCT" too, which alone might be anything.
pub(crate) fn month_in_short(word: &str) -> Option<u8> {
    name_in_short(&MONTHS, word).and_then(|index| u8::try_from(index + 1).ok())
}

/// Whether a word, in lower case, begins as the names of weekdays and months do, which none shortens to fewer letters.
pub(super) fn can_name(word: &str) -> bool {
    let Some(start) = word.as_bytes().first_chunk::<3>() else { return false };
    WEEKDAYS.iter().chain(&MONTHS).any(|name| name.as_bytes()[..3].eq_ignore_ascii_case(start))
}

/// Which of `names` the word is, or shortens as is usual: to three letters, save a few.
fn name_in_short(names: &[&str], word: &str) -> Option<usize> {
    const LONGER: [&str; 4] = ["Sept", "Thur", "Thurs", "Tues"];
    let letters = word.strip_suffix('.').unwrap_or(word);
    // Most words begin small, and are done with here.
    if !letters.starts_with(|letter: char| letter.is_ascii_uppercase()) {
        return None;
    }
    let is_short = letters.len() == 3 || LONGER.iter().any(|short| short.eq_ignore_ascii_case(letters));
    let shortens = |name: &&str| {
        let start = name.get(..letters.len()).is_some_and(|start| start.eq_ignore_ascii_case(letters));
        start && (is_short || name.len() == letters.len())
    };
    names.iter().position(shortens)
}

/// The date so many days later, or earlier.
pub(super) fn shifted(date: Date, days: i64) -> Option<Date> {
    let date = NaiveDate::from(date).checked_add_signed(TimeDelta::try_days(days)?)?;
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

/// That weekday of the week that is `weeks` after the one of `published`, where weeks begin on Monday.
pub(super) fn weekday_of_week(weekday: Weekday, published: Date, weeks: i64) -> Option<Date> {
    shifted(published, weekday as i64 - published.weekday() as i64 + 7 * weeks)
}

/// The dates of a month and day in the years around `published`: nine of them hold every day that there is, save where
/// a century has no leap year.
fn dates_around(month: u8, day: u8, published: Date) -> impl Iterator<Item = Date> {
    let year = published.year();
    (year.saturating_sub(4)..=year.saturating_add(4)).filter_map(move |year| Date::new(year, month, day).ok())
}

/// How many days `date` lies after `published`.
fn days_after(date: Date, published: Date) -> i64 {
    (NaiveDate::from(date) - NaiveDate::from(published)).num_days()
}

/// The year in which a month and day lie nearest to `published`.
pub(in crate::reading) fn nearest_year(month: u8, day: u8, published: Date) -> Option<Date> {
    dates_around(month, day, published).min_by_key(|date| days_after(*date, published).abs())
}

/// The same, but of what is told as past no date more than a month ahead, and of what is to come none that is more than
/// a month past.
pub(super) fn nearest_in_tense(month: u8, day: u8, published: Date, is_future: bool) -> Option<Date> {
    const A_MONTH: i64 = 31;
    dates_around(month, day, published)
        .filter(|date| {
            let days = days_after(*date, published);
            if is_future { days >= -A_MONTH } else { days <= A_MONTH }
        })
        .min_by_key(|date| days_after(*date, published).abs())
}

/// The last such day of a month not after `published`, or the next one not before it.
pub(super) fn day_of_month(day: u8, published: Date, is_future: bool) -> Option<Date> {
    let start = NaiveDate::from(published);
    // Two months always hold the day: no two that follow each other are both short.
    let mut candidates = (0..62).filter_map(|days| {
        let step = TimeDelta::try_days(if is_future { days } else { -days })?;
        start.checked_add_signed(step)
    });
    candidates.find(|date| date.day() == u32::from(day)).and_then(|date| Date::try_from(date).ok())
}

/// The last such month not after that of `published`, or the first one not before it.
pub(super) fn month_near(month: u8, published: Date, is_future: bool) -> Option<Month> {
    let year = match (is_future, month.cmp(&published.month())) {
        (true, std::cmp::Ordering::Less) => published.year().checked_add(1)?,
        (false, std::cmp::Ordering::Greater) => published.year().checked_sub(1)?,
        _ => published.year(),
    };
    Month::new(year, month).ok()
}

/// The month that is so many after that of `published`: 0 is the same, -1 the one before.
pub(super) fn month_shifted(published: Date, months: i8) -> Option<Month> {
    let first = NaiveDate::from(published).with_day(1)?;
    let step = Months::new(u32::from(months.unsigned_abs()));
    let date = if months < 0 { first.checked_sub_months(step) } else { first.checked_add_months(step) }?;
    let date = Date::try_from(date).ok()?;
    Month::new(date.year(), date.month()).ok()
}
