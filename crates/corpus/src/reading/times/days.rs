//! Days as the text names them: weekdays, dates, months, and days counted from others.

use std::ops::Range;

use rapporteur_model::{PartOfDay, Weekday};

use super::{
    Text, TokenKind,
    calendar::{is_month, month, month_in_short, weekday, weekday_in_short},
    numbers::{digits, spelled_number},
    part_of_day,
};
use crate::reading::traits::Trait;

/// A day that the text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::reading) struct DayFound {
    pub(in crate::reading) tokens: Range<usize>,
    pub(in crate::reading) day: Day,
    /// The last day, where the words name several that follow each other: "Sept. 3-5".
    last: Option<Day>,
    /// The weekday that a date is said to be: "Tuesday, May 9".
    pub(super) weekday: Option<Weekday>,
    pub(in crate::reading) part: Option<PartOfDay>,
}

impl DayFound {
    /// A part of the day told before: "in the evening".
    pub(in crate::reading) fn part_of_told(tokens: Range<usize>, part: PartOfDay) -> Self {
        Self { tokens, day: Day::FromTold(0), last: None, weekday: None, part: Some(part) }
    }

    /// The last one, where the words name several days.
    pub(in crate::reading) fn last_day(&self) -> Option<Self> {
        Some(Self { day: self.last?, last: None, weekday: None, part: None, ..self.clone() })
    }
}

/// How a day is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::reading) enum Day {
    Weekday(Weekday),
    /// "next Friday", "Monday next week".
    WeekdayOf(Weekday, Which),
    Dated {
        month: u8,
        day: u8,
        year: Option<u16>,
    },
    /// "the 17th".
    Ordinal(u8),
    /// "the 17th of next month": the day, and how many months after that of publication.
    OrdinalOf(u8, i8),
    /// Counted from publication: "today" is 0, "yesterday" -1, "tomorrow" 1, "three days ago" -3.
    Relative(i8),
    /// Counted from the day told before: "the same day" is 0, "a day earlier" -1.
    FromTold(i8),
    /// "in November": no day, only a month.
    Month {
        month: u8,
        year: Option<u16>,
    },
    /// Counted from the month of publication: "next month" is 1.
    MonthFrom(i8),
    /// "10/11/2025", which is one day here and another there.
    Ambiguous,
}

/// Which one of the days of its name a weekday is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::reading) enum Which {
    /// "last Monday".
    Last,
    /// "this Monday".
    This,
    /// "next Monday".
    Next,
    /// "Monday next week" is 1, "Monday last week" -1.
    Week(i8),
}

impl Day {
    /// Whether it is only a month.
    pub(in crate::reading) fn is_month(self) -> bool {
        matches!(self, Self::Month { .. } | Self::MonthFrom(_))
    }
}

/// Words that follow the name of a day; a noun in their place says that the number before it counts something.
const FOLLOWERS: [&str; 46] = [
    "about",
    "after",
    "ahead",
    "and",
    "are",
    "around",
    "as",
    "at",
    "because",
    "before",
    "between",
    "but",
    "by",
    "during",
    "following",
    "for",
    "from",
    "had",
    "has",
    "here",
    "if",
    "in",
    "is",
    "local",
    "on",
    "or",
    "over",
    "since",
    "that",
    "the",
    "there",
    "through",
    "till",
    "to",
    "under",
    "until",
    "was",
    "were",
    "when",
    "where",
    "which",
    "while",
    "who",
    "will",
    "with",
    "would",
];

/// Whether the words before token `at` have come to the end of a phrase there.
fn ends_phrase(text: &Text<'_>, at: usize) -> bool {
    text.kind(at).is_none_or(|kind| matches!(kind, TokenKind::Mark | TokenKind::Possessive))
        || text.is_any(at, &FOLLOWERS)
        || part_of_day(text.word(at)).is_some()
        || text.sentences.binary_search_by_key(&at, |sentence| sentence.tokens.start).is_ok()
}

/// The day of a month that digits write, with their ending or without: "9", "17th".
fn day_number(text: &Text<'_>, at: usize) -> Option<u8> {
    let word = text.word(at);
    if !word.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let figures = ["st", "nd", "rd", "th"].into_iter().find_map(|suffix| word.strip_suffix(suffix)).unwrap_or(word);
    let is_short = figures.len() <= 2 && figures.bytes().all(|byte| byte.is_ascii_digit());
    figures.parse().ok().filter(|day| is_short && (1..=31).contains(day))
}

/// A year in four digits.
pub(super) fn year(text: &Text<'_>, at: usize) -> Option<u16> {
    let word = text.word(at);
    let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|year| is_year && (1600..2400).contains(year))
}

/// The year after a date that ends before token `at`, and where it then ends: ", 2025" or "2025".
fn year_after(text: &Text<'_>, at: usize) -> (Option<u16>, usize) {
    let comma = usize::from(text.is(at, ","));
    match year(text, at + comma) {
        Some(year) => (Some(year), at + comma + 1),
        None => (None, at),
    }
}

/// What a date's words say, and where they end.
#[derive(Clone, Copy)]
struct Written {
    day: Day,
    last: Option<Day>,
    end: usize,
}

impl Written {
    fn one(day: Day, end: usize) -> Self {
        Self { day, last: None, end }
    }
}

/// Words, in lower case, that a day can begin with, besides numbers and the names of weekdays and months.
pub(super) const BEGINNINGS: [&str; 14] = [
    "christmas",
    "coming",
    "earlier",
    "last",
    "later",
    "new",
    "next",
    "that",
    "the",
    "this",
    "today",
    "tomorrow",
    "tonight",
    "yesterday",
];

/// Whether what a time names can go on with token `at` behind "the"; only days begin so.
pub(super) fn can_follow_article(text: &Text<'_>, at: usize) -> bool {
    text.has(at, Trait::BeginsTime) || text.is_any(at, &["day", "following", "preceding", "previous", "same"])
}

/// The day that the words from token `at` on name.
pub(in crate::reading) fn day_at(text: &Text<'_>, at: usize) -> Option<DayFound> {
    if !text.has(at, Trait::BeginsTime) {
        return None;
    }
    // "the afternoon of Aug. 30", "the morning of the 17th"
    let part = part_of_day(text.word(at + 1)).filter(|_| text.is_any(at, &["the"]) && text.is(at + 2, "of"));
    let first = if part.is_some() { at + 3 } else { at };
    let mut found = plain_day_at(text, first)?;
    if part.is_some() {
        found.part = part;
    } else if found.part.is_none()
        && let Some(part) = part_of_day(text.word(found.tokens.end))
    {
        found.part = Some(part);
        found.tokens.end += 1;
    }
    found.tokens.start = at;
    Some(found)
}

fn plain_day_at(text: &Text<'_>, at: usize) -> Option<DayFound> {
    let of = |written: Written| DayFound {
        tokens: at..written.end,
        day: written.day,
        last: written.last,
        weekday: None,
        part: None,
    };
    dated_weekday(text, at)
        .or_else(|| date(text, at).map(|written| with_weekday_after(text, of(written))))
        .or_else(|| plain_weekday(text, at).map(of))
        .or_else(|| counted_day(text, at))
        .or_else(|| day_of_month(text, at).map(of))
}

/// A weekday and the date that it is: "Tuesday, May 9", "Thursday morning (Oct. 30)", "Wed, 3 September".
fn dated_weekday(text: &Text<'_>, at: usize) -> Option<DayFound> {
    let weekday = weekday_in_short(text.word(at))?;
    let part = part_of_day(text.word(at + 1));
    let next = at + 1 + usize::from(part.is_some());
    let bracket = text.is(next, "(");
    let first = next + usize::from(bracket || text.is(next, ","));
    let written = date(text, first).or_else(|| day_of_month(text, first).filter(|_| text.is(first, "the")))?;
    let closed = usize::from(bracket && text.is(written.end, ")"));
    let tokens = at..written.end + closed;
    Some(DayFound { tokens, day: written.day, last: written.last, weekday: Some(weekday), part })
}

/// "May 9 (Fri.)".
fn with_weekday_after(text: &Text<'_>, mut found: DayFound) -> DayFound {
    let end = found.tokens.end;
    if text.is(end, "(") && text.is(end + 2, ")") && found.last.is_none() {
        found.weekday = weekday_in_short(text.word(end + 1));
        found.tokens.end += if found.weekday.is_some() { 3 } else { 0 };
    }
    found
}

/// A date with its month, or several that follow each other.
fn date(text: &Text<'_>, at: usize) -> Option<Written> {
    date_in_figures(text, at)
        .or_else(|| feast(text, at))
        .or_else(|| month_first(text, at))
        .or_else(|| day_first(text, at))
}

/// "New Year's Day", "Christmas Eve": days whose names say their dates.
fn feast(text: &Text<'_>, at: usize) -> Option<Written> {
    let (first, end) =
        if text.is(at, "New") && text.is(at + 1, "Year") && text.kind(at + 2) == Some(TokenKind::Possessive) {
            ((1, 1), at + 3)
        } else if text.is(at, "Christmas") {
            ((12, 25), at + 1)
        } else {
            return None;
        };
    let (month, day) = match (first, text.word(end)) {
        (first, "Day") => first,
        ((1, _), "Eve") => (12, 31),
        (_, "Eve") => (12, 24),
        _ => return None,
    };
    let (year, end) = year_after(text, end + 1);
    Some(Written::one(Day::Dated { month, day, year }, end))
}

/// "2025-10-30", "2025/10/30", "30.10.2025", "10/30/2025".
fn date_in_figures(text: &Text<'_>, at: usize) -> Option<Written> {
    if text.kind(at) != Some(TokenKind::Number) {
        return None;
    }
    let figures = |word: &str, longest: usize| {
        let fits = word.len() <= longest && word.bytes().all(|byte| byte.is_ascii_digit());
        word.parse::<u16>().ok().filter(|_| fits)
    };
    let short = |word: &str| figures(word, 2).and_then(|number| u8::try_from(number).ok());
    let dated = |year: u16, month: u8, day: u8| Day::Dated { month, day, year: Some(year) };
    let mut pieces = text.word(at).split('.');
    if let (Some(day), Some(month), Some(year), None) = (pieces.next(), pieces.next(), pieces.next(), pieces.next()) {
        let year = figures(year, 4).filter(|_| year.len() == 4)?;
        return Some(Written::one(dated(year, short(month)?, short(day)?), at + 1));
    }
    let mark = text.word(at + 1);
    let is_whole = matches!(mark, "-" | "/") && text.is(at + 3, mark) && is_unbroken(text, at, at + 4);
    if is_whole && let Some(year) = year(text, at) {
        return Some(Written::one(dated(year, short(text.word(at + 2))?, short(text.word(at + 4))?), at + 5));
    }
    let (first, second) = (short(text.word(at))?, short(text.word(at + 2))?);
    let year = if is_whole { Some(year(text, at + 4)?) } else { None };
    // Without a year it might be a fraction, a score or "24/7": only a word before it makes a date of it.
    let is_date =
        mark == "/" && is_unbroken(text, at, at + 2) && (is_whole || (at > 0 && text.is_any(at - 1, &["on"])));
    let end = if is_whole { at + 5 } else { at + 3 };
    let day = match (first, second) {
        (1..=12, 13..=31) => Day::Dated { month: first, day: second, year },
        (13..=31, 1..=12) => Day::Dated { month: second, day: first, year },
        (1..=12, 1..=12) if first == second => Day::Dated { month: first, day: second, year },
        (1..=12, 1..=12) => Day::Ambiguous,
        _ => return None,
    };
    is_date.then(|| Written::one(day, end))
}

/// Whether no blank stands between the tokens from `first` to `last`.
fn is_unbroken(text: &Text<'_>, first: usize, last: usize) -> bool {
    (first..last).all(|at| text.tokens.get(at + 1).is_some_and(|next| next.span.start() == text.tokens[at].span.end()))
}

/// Whether a word says that days go on to another one.
fn joins_days(text: &Text<'_>, at: usize) -> bool {
    text.is_any(at, &["-", "–", "and", "through", "to"])
}

/// "Oct. 30", "May 9th, 2025", "Sept. 3-5", "Oct. 31 to Nov. 1".
fn month_first(text: &Text<'_>, at: usize) -> Option<Written> {
    let month = month_in_short(text.word(at))?;
    let first = at + 1 + usize::from(text.is(at + 1, "the"));
    let day = day_number(text, first)?;
    let mut end = first + 1;
    let mut last = None;
    if joins_days(text, end) {
        let other_month = month_in_short(text.word(end + 1));
        let number = end + 1 + usize::from(other_month.is_some());
        let is_day = other_month.is_some()
            || !text.is_any(end, &["and", "to"])
            || ends_phrase(text, number + 1)
            || year(text, number + 1).is_some();
        last = day_number(text, number).filter(|_| is_day).map(|day| (other_month.unwrap_or(month), day));
        end = if last.is_some() { number + 1 } else { end };
    }
    let (year, end) = year_after(text, end);
    Some(several(month, day, last, year, end))
}

/// "30 October 2025", "30th Oct", "the 17th of May", "3-5 September", "31 October to 1 November".
fn day_first(text: &Text<'_>, at: usize) -> Option<Written> {
    let first = at + usize::from(text.is_any(at, &["the"]));
    let day = day_number(text, first).or_else(|| spelled_day(text, first))?;
    let mut end = first + 1;
    let mut last = None;
    if joins_days(text, end) {
        last = day_number(text, end + 1);
        end += 2;
    }
    end += usize::from(text.is(end, "of"));
    let month = month_in_short(text.word(end))?;
    let other = last.is_none().then(|| joins_days(text, end + 1)).filter(|joins| *joins);
    let other = other.and_then(|_| Some((month_in_short(text.word(end + 3))?, day_number(text, end + 2)?)));
    let (year, end) = year_after(text, end + if other.is_some() { 4 } else { 1 });
    Some(several(month, day, other.or(last.map(|day| (month, day))), year, end))
}

fn several(month: u8, day: u8, last: Option<(u8, u8)>, year: Option<u16>, end: usize) -> Written {
    // "Dec. 31 to Jan. 2, 2026": the year is that of the second day.
    let first_year = year.map(|year| if last.is_some_and(|(other, _)| other < month) { year - 1 } else { year });
    Written {
        day: Day::Dated { month, day, year: first_year },
        last: last.map(|(month, day)| Day::Dated { month, day, year }),
        end,
    }
}

/// The days of a month in words.
pub(super) const ORDINALS: [&str; 31] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
];

/// The day of a month in words, where "of" and a month follow: "the ninth of May".
fn spelled_day(text: &Text<'_>, at: usize) -> Option<u8> {
    let index = ORDINALS.iter().position(|name| *name == text.word(at));
    index.filter(|_| text.is(at + 1, "of")).and_then(|index| u8::try_from(index + 1).ok())
}

/// A weekday, and which one: "Thursday", "last Monday", "Friday next week".
fn plain_weekday(text: &Text<'_>, at: usize) -> Option<Written> {
    if let Some(weekday) = weekday(text.word(at)) {
        let of = at + 1 + usize::from(text.is(at + 1, "of"));
        let week = [("next", 1), ("last", -1), ("this", 0)].into_iter().find(|(word, _)| text.is(of, word));
        return Some(match week.filter(|_| text.is(of + 1, "week")) {
            Some((_, weeks)) => Written::one(Day::WeekdayOf(weekday, Which::Week(weeks)), of + 2),
            None => Written::one(Day::Weekday(weekday), at + 1),
        });
    }
    let which = match text.lower(at).as_str() {
        "last" => Which::Last,
        "this" | "coming" => Which::This,
        "next" => Which::Next,
        _ => return None,
    };
    let weekday = weekday(text.word(at + 1))?;
    Some(Written::one(Day::WeekdayOf(weekday, which), at + 2))
}

/// "the 17th" as a day, not as "the 17th meeting".
fn day_of_month(text: &Text<'_>, at: usize) -> Option<Written> {
    let is_ordinal = text.is_any(at, &["the"]) && text.word(at + 1).ends_with(char::is_alphabetic);
    let day = day_number(text, at + 1).filter(|_| is_ordinal)?;
    if text.is(at + 2, "of") {
        return month_counted(text, at + 3).map(|(months, end)| Written::one(Day::OrdinalOf(day, months), end));
    }
    if !ends_phrase(text, at + 2) {
        return None;
    }
    Some(Written::one(Day::Ordinal(day), at + 2))
}

/// "next month" from token `at` on: how many months after that of publication, and where the words end.
fn month_counted(text: &Text<'_>, at: usize) -> Option<(i8, usize)> {
    let months = [("last", -1), ("next", 1), ("this", 0)];
    let (_, months) = months.into_iter().find(|(word, _)| text.is_any(at, &[word]))?;
    text.is(at + 1, "month").then_some((months, at + 2))
}

/// A day that is counted from publication or from the day told before.
fn counted_day(text: &Text<'_>, at: usize) -> Option<DayFound> {
    let (day, part, end) = day_from_publication(text, at)
        .or_else(|| day_from_told(text, at))
        .or_else(|| counted_in_days(text, at).map(|(day, end)| (day, None, end)))?;
    // "The following day, June 3": the date says which.
    let comma = usize::from(text.is(end, ","));
    let written = date(text, end + comma).filter(|written| comma > 0 && ends_phrase(text, written.end));
    if let Some(Written { day, last: None, end }) = written {
        return Some(DayFound { tokens: at..end, day, last: None, weekday: None, part });
    }
    Some(DayFound { tokens: at..end, day, last: None, weekday: None, part })
}

type Counted = (Day, Option<PartOfDay>, usize);

fn day_from_publication(text: &Text<'_>, at: usize) -> Option<Counted> {
    let part = part_of_day(text.word(at + 1));
    let is_night = part == Some(PartOfDay::Night) || part == Some(PartOfDay::Evening);
    Some(match text.lower(at).as_str() {
        "today" => (Day::Relative(0), None, at + 1),
        "tonight" => (Day::Relative(0), Some(PartOfDay::Night), at + 1),
        "yesterday" => (Day::Relative(-1), None, at + 1),
        "tomorrow" => (Day::Relative(1), None, at + 1),
        "this" if part.is_some() => (Day::Relative(0), part, at + 2),
        "last" if is_night => (Day::Relative(-1), part, at + 2),
        "the" if text.is(at + 1, "day") && text.is(at + 2, "before") && text.is(at + 3, "yesterday") => {
            (Day::Relative(-2), None, at + 4)
        }
        "the" if text.is(at + 1, "day") && text.is(at + 2, "after") && text.is(at + 3, "tomorrow") => {
            (Day::Relative(2), None, at + 4)
        }
        _ => return None,
    })
}

/// "the same day", "that evening", "the night before", "the following morning", "later in the day".
fn day_from_told(text: &Text<'_>, at: usize) -> Option<Counted> {
    let period = |at: usize| {
        let part = part_of_day(text.word(at));
        (text.is(at, "day") || part.is_some()).then_some(part)
    };
    if text.is_any(at, &["earlier", "later"]) && text.is(at + 1, "in") && text.is(at + 2, "the") {
        return Some((Day::FromTold(0), period(at + 3)?, at + 4));
    }
    if text.is_any(at, &["that"]) {
        // "said that day labourers": only where the phrase ends is it a day.
        return period(at + 1).filter(|_| ends_phrase(text, at + 2)).map(|part| (Day::FromTold(0), part, at + 2));
    }
    if !text.is_any(at, &["the"]) {
        return None;
    }
    let days = match text.word(at + 1) {
        "same" => 0,
        "previous" | "preceding" => -1,
        "following" | "next" => 1,
        _ => {
            let part = period(at + 1)?;
            let days = match text.word(at + 2) {
                "before" => -1,
                "after" => 1,
                _ => return None,
            };
            return is_count_from_told(text, at + 3).then_some((Day::FromTold(days), part, at + 3));
        }
    };
    Some((Day::FromTold(days), period(at + 2)?, at + 3))
}

/// "a day earlier", "two days later", "three days ago".
fn counted_in_days(text: &Text<'_>, at: usize) -> Option<(Day, usize)> {
    if !text.is_any(at + 1, &["day", "days"]) {
        return None;
    }
    let days = spelled_number(text, at).or_else(|| digits(text.word(at)))?;
    let days = i8::try_from(days).ok().filter(|days| *days > 0)?;
    let end = at + 3;
    Some(match text.word(at + 2) {
        "ago" => (Day::Relative(-days), end),
        "earlier" if !text.is(end, "than") => (Day::FromTold(-days), end),
        "later" if !text.is(end, "than") => (Day::FromTold(days), end),
        "before" if is_count_from_told(text, end) => (Day::FromTold(-days), end),
        "after" if is_count_from_told(text, end) => (Day::FromTold(days), end),
        _ => return None,
    })
}

/// Whether "before" or "after" that ends at token `end` counts from the day told, not from what follows: "a day after
/// the vote".
fn is_count_from_told(text: &Text<'_>, end: usize) -> bool {
    ends_phrase(text, end) && !text.is_any(end, &["that", "the", "when"]) && !text.is(end, "“")
}

/// The month that the words from token `at` on name, where no day stands with it: "November" after "in", "next month".
pub(in crate::reading) fn month_at(text: &Text<'_>, at: usize) -> Option<DayFound> {
    let found = |day: Day, end: usize| Some(DayFound { tokens: at..end, day, last: None, weekday: None, part: None });
    if let Some((months, end)) = month_counted(text, at) {
        return found(Day::MonthFrom(months), end);
    }
    let word = text.word(at);
    let month = month(word).filter(|_| is_month(word) && month_first(text, at).is_none())?;
    let opens = at > 0 && text.is_any(at - 1, &["early", "in", "late", "mid"]);
    let (year, end) = year_after(text, at + 1);
    if opens || year.is_some() { found(Day::Month { month, year }, end) } else { None }
}
