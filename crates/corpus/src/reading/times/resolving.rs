//! Which dates the days of a text are, without a clock of our own.

use std::ops::Range;

use rapporteur_model::{BlockKind, Date, LocalTime, Month, Span, TimeOfDay, Weekday};

use super::{
    Text,
    calendar::{
        day_of_month, latest_weekday, month_near, month_shifted, nearest_in_tense, next_weekday, shifted,
        weekday_of_week,
    },
    clocks::EndFound,
    days::{Day, DayFound, Which, day_at},
};
use crate::reading::text::Sentence;

/// The day from which an article's days are counted, and the words that give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::reading) struct Anchor {
    pub(in crate::reading) date: Date,
    pub(in crate::reading) span: Span,
    pub(in crate::reading) source: AnchorSource,
}

/// What gives an article's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::reading) enum AnchorSource {
    Published,
    Dateline,
    /// The dateline, whose year only the name of an event gives: "Summit 2025".
    Event,
    /// The date that whoever collected the text put before it.
    Prefix,
}

/// Whether a clause tells of what has been or of what is to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::reading) enum Tense {
    Past,
    Future,
}

/// A day or month that was found, and what it was found from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::reading) struct Resolved {
    pub(in crate::reading) time: LocalTime,
    /// `None` where the text says the whole date.
    pub(in crate::reading) rule: Option<&'static str>,
    /// The other words that the rule used.
    pub(in crate::reading) from: Vec<Span>,
    /// Whether only the collector's date, or an event's year, gives the day from which it is counted.
    pub(in crate::reading) is_inferred: bool,
}

impl Resolved {
    fn stated(time: LocalTime) -> Self {
        Self { time, rule: None, from: Vec::new(), is_inferred: false }
    }

    fn from_anchor(time: LocalTime, rule: &'static str, anchor: &Anchor) -> Self {
        let is_inferred = matches!(anchor.source, AnchorSource::Event | AnchorSource::Prefix);
        Self { time, rule: Some(rule), from: vec![anchor.span], is_inferred }
    }

    /// The same day with a clock. A month has no clock.
    pub(in crate::reading) fn at(&self, clock: Option<TimeOfDay>) -> LocalTime {
        match (self.time, clock) {
            (LocalTime::Day(date), Some(time)) => LocalTime::Minute(date, time),
            (time, _) => time,
        }
    }
}

/// Why a day is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::reading) enum Unresolved {
    /// Nothing says from which day it is counted.
    Unanchored,
    /// "February 30".
    NoSuchDay,
    /// "Tuesday, May 9", where May 9 is another day of the week.
    OtherWeekday,
    /// "10/11/2025"; "last Monday" on a Thursday.
    Ambiguous,
}

/// How many days told may be counted from each other before none is.
const LONGEST_CHAIN: u8 = 4;

/// Which date a day is, seen from the day of publication. A day counted from one told before is counted from the last
/// that the text tells before it.
pub(in crate::reading) fn resolve(
    text: &Text<'_>,
    found: &DayFound,
    anchor: Option<Anchor>,
    tense: Tense,
) -> Result<Resolved, Unresolved> {
    resolve_chained(text, found, anchor, tense, LONGEST_CHAIN)
}

fn resolve_chained(
    text: &Text<'_>,
    found: &DayFound,
    anchor: Option<Anchor>,
    tense: Tense,
    links: u8,
) -> Result<Resolved, Unresolved> {
    let Day::FromTold(days) = found.day else {
        return resolve_day(found.day, found.weekday, anchor, tense);
    };
    let links = links.checked_sub(1).ok_or(Unresolved::Unanchored)?;
    let told = day_told_before(text, found.tokens.start, tense).ok_or(Unresolved::Unanchored)?;
    // "travels there on March 19 and meets him the following day": both are to come.
    let resolved = resolve_chained(text, &told, anchor, tense, links)?;
    let told_span = text.span(told.tokens.start, told.tokens.end - 1);
    from_told(&resolved, told_span, days).ok_or(Unresolved::Unanchored)
}

/// So many days after a day that was told.
fn from_told(told: &Resolved, span: Span, days: i8) -> Option<Resolved> {
    let date = shifted(told.time.date()?, i64::from(days))?;
    let mut from = vec![span];
    from.extend(&told.from);
    let rule = if days == 0 { "day-told-before" } else { "days-from-day-told" };
    Some(Resolved { time: LocalTime::Day(date), rule: Some(rule), from, is_inferred: told.is_inferred })
}

/// The last day that the text tells before token `at`: in its sentence, or in one of the few before it; else the day of
/// the news, which the body opens with.
///
/// "He leaves tomorrow. She had met Roy the day before": what has been is not counted from what is to come.
fn day_told_before(text: &Text<'_>, at: usize, tense: Tense) -> Option<DayFound> {
    const SENTENCES: usize = 4;
    let last = text.sentence_of(at).min(text.sentences.len().checked_sub(1)?);
    let is_before = |day: &DayFound| {
        let is_to_come = matches!(day.day, Day::Relative(1..)) || is_ahead(text, day.tokens.start);
        (tense == Tense::Future || !is_to_come) && !is_aside(text, &day.tokens, at)
    };
    let last_day = |sentence: &Sentence| {
        let told = days_told(text, &(sentence.tokens.start..sentence.tokens.end.min(at)));
        told.into_iter().rfind(is_before)
    };
    text.sentences[..=last].iter().rev().take(SENTENCES).find_map(last_day).or_else(|| {
        const HEAD: usize = 32;
        let is_body = |sentence: &&Sentence| text.passages[sentence.passage].kind == BlockKind::Paragraph;
        let mut opening = text.sentences[..last].iter().take(HEAD).filter(is_body).take(2);
        opening.find_map(|sentence| days_told(text, &sentence.tokens).into_iter().next())
    })
}

/// Whether a day stands in a relative clause that is over before token `at`: "Lee, who came on Sunday, met Roy later in
/// the day".
fn is_aside(text: &Text<'_>, day: &Range<usize>, at: usize) -> bool {
    const WORDS: usize = 14;
    let nearest = day.start.saturating_sub(WORDS).max(1);
    let mut before = (nearest..day.start).rev().take_while(|&near| !text.is_any(near, &[",", ".", ";"]));
    let opens = before.any(|near| text.is_any(near, &["who", "whose"]) && text.is(near - 1, ","));
    opens && (day.end..at.min(day.end + WORDS)).any(|near| text.is(near, ","))
}

/// Whether the clause of the day at token `at` tells of what is to come: "is to leave on Tuesday".
fn is_ahead(text: &Text<'_>, at: usize) -> bool {
    const WORDS: usize = 8;
    let near = (at.saturating_sub(WORDS)..at).rev().take_while(|&near| !text.is_any(near, &[",", ".", ";"]));
    near.into_iter().any(|near| {
        text.is_any(near, &["due", "scheduled", "will"]) || text.is_any(near, &["are", "is"]) && text.is(near + 1, "to")
    })
}

/// The days within tokens on which something is told to have happened. Of many tokens only the last are read, so that a
/// text without stops is not read again from every day in it.
fn days_told(text: &Text<'_>, tokens: &Range<usize>) -> Vec<DayFound> {
    const TOKENS: usize = 80;
    let mut days = Vec::new();
    let mut index = tokens.start.max(tokens.end.saturating_sub(TOKENS));
    while index < tokens.end {
        let found = day_at(text, index).filter(|_| text.is_outside_quotations(index));
        index = found.as_ref().map_or(index + 1, |found| found.tokens.end);
        days.extend(found.filter(|found| found.tokens.end <= tokens.end && is_told(text, found)));
    }
    days
}

/// Whether something happened on a day, not since, until or as of it.
pub(in crate::reading) fn is_told(text: &Text<'_>, found: &DayFound) -> bool {
    let before = found.tokens.start.checked_sub(1);
    before.is_none_or(|at| {
        let is_as_of = text.is(at, "of") && at > 0 && text.is_any(at - 1, &["as"]);
        !is_as_of && !text.is_any(at, &["after", "before", "by", "from", "since", "till", "until"])
    })
}

/// Which date a day is that is not counted from another one told.
fn resolve_day(day: Day, said: Option<Weekday>, anchor: Option<Anchor>, tense: Tense) -> Result<Resolved, Unresolved> {
    let is_future = tense == Tense::Future;
    if let Some(time) = whole_date(day)? {
        return checked(Resolved::stated(time), said);
    }
    let anchor = anchor.ok_or(Unresolved::Unanchored)?;
    let published = anchor.date;
    let (time, rule) = match day {
        Day::Weekday(weekday) => in_tense(weekday, published, is_future),
        Day::WeekdayOf(weekday, which) => weekday_of(weekday, which, published, tense)?,
        Day::Dated { month, day, .. } => (nearest_in_tense(month, day, published, is_future), "nearest-year"),
        Day::OrdinalOf(day, months) => {
            let month = month_shifted(published, months).ok_or(Unresolved::NoSuchDay)?;
            (Date::new(month.year(), month.month(), day).ok(), "months-from-publication")
        }
        Day::Ordinal(day) => (day_of_month(day, published, is_future), "day-of-month"),
        Day::Relative(days) => (shifted(published, i64::from(days)), rule_of_distance(days)),
        Day::Month { month, .. } => {
            let rule = if is_future { "month-after-publication" } else { "month-before-publication" };
            return month_near(month, published, is_future)
                .map(|month| Resolved::from_anchor(LocalTime::Month(month), rule, &anchor))
                .ok_or(Unresolved::NoSuchDay);
        }
        Day::MonthFrom(months) => {
            let rule = "months-from-publication";
            return month_shifted(published, months)
                .map(|month| Resolved::from_anchor(LocalTime::Month(month), rule, &anchor))
                .ok_or(Unresolved::NoSuchDay);
        }
        Day::FromTold(_) => return Err(Unresolved::Unanchored),
        Day::Ambiguous => return Err(Unresolved::Ambiguous),
    };
    let time = time.map(LocalTime::Day).ok_or(Unresolved::NoSuchDay)?;
    checked(Resolved::from_anchor(time, rule, &anchor), said)
}

/// The date or month that the words give in full.
fn whole_date(day: Day) -> Result<Option<LocalTime>, Unresolved> {
    match day {
        Day::Dated { month, day, year: Some(year) } => Date::new(year, month, day).map(LocalTime::Day).map(Some),
        // In a leap year, every day that there is.
        Day::Dated { month, day, year: None } => Date::new(2000, month, day).map(|_| None),
        Day::Month { month, year: Some(year) } => Month::new(year, month).map(LocalTime::Month).map(Some),
        _ => Ok(None),
    }
    .map_err(|_| Unresolved::NoSuchDay)
}

/// What was resolved, if it is the weekday that it is said to be.
fn checked(resolved: Resolved, said: Option<Weekday>) -> Result<Resolved, Unresolved> {
    let is_other = said.is_some_and(|said| resolved.time.date().is_some_and(|date| date.weekday() != said));
    if is_other { Err(Unresolved::OtherWeekday) } else { Ok(resolved) }
}

fn rule_of_distance(days: i8) -> &'static str {
    match days {
        0 => "day-of-publication",
        1 => "day-after-publication",
        -1 => "day-before-publication",
        _ => "days-from-publication",
    }
}

type WithRule = (Option<Date>, &'static str);

fn in_tense(weekday: Weekday, published: Date, is_future: bool) -> WithRule {
    if is_future {
        (next_weekday(weekday, published), "weekday-after-publication")
    } else {
        (latest_weekday(weekday, published), "weekday-before-publication")
    }
}

/// A weekday that its words choose. "Last Monday" may be the last there was, or that of last week: where these are two,
/// nobody knows which; and so for "next".
fn weekday_of(weekday: Weekday, which: Which, published: Date, tense: Tense) -> Result<WithRule, Unresolved> {
    let yesterday = shifted(published, -1).ok_or(Unresolved::NoSuchDay)?;
    let agreeing = |near: Option<Date>, weeks: i64, rule: &'static str| {
        let is_one = near == weekday_of_week(weekday, published, weeks);
        if is_one { Ok((near, rule)) } else { Err(Unresolved::Ambiguous) }
    };
    match which {
        Which::Last => agreeing(latest_weekday(weekday, yesterday), -1, "weekday-before-publication"),
        Which::Next => agreeing(next_weekday(weekday, published), 1, "weekday-after-publication"),
        Which::This if tense == Tense::Past && weekday as i64 <= published.weekday() as i64 => {
            Ok((latest_weekday(weekday, published), "weekday-before-publication"))
        }
        Which::This => Ok((next_weekday(weekday, yesterday), "weekday-after-publication")),
        Which::Week(weeks) => {
            // Here weeks begin on Sunday, there on Monday.
            let is_sunday = weekday == Weekday::Sunday || published.weekday() == Weekday::Sunday;
            let date = weekday_of_week(weekday, published, i64::from(weeks));
            if is_sunday { Err(Unresolved::Ambiguous) } else { Ok((date, "weekday-of-week")) }
        }
    }
}

/// When something ended that began at `begins`, and the words that say so: a clock without a day is that of the same
/// day, or, where it is earlier, of the next.
pub(in crate::reading) fn resolve_end(
    text: &Text<'_>,
    end: &EndFound,
    begins: Option<LocalTime>,
    anchor: Option<Anchor>,
    tense: Tense,
) -> Result<Resolved, Unresolved> {
    let clock = end.clock.as_ref().map(|clock| clock.time);
    if let Some(day) = &end.day {
        let mut resolved = resolve(text, day, anchor, tense)?;
        resolved.time = resolved.at(clock);
        return Ok(resolved);
    }
    let date = begins.and_then(LocalTime::date).ok_or(Unresolved::Unanchored)?;
    let is_after_midnight = begins.and_then(LocalTime::time_of_day).is_some_and(|begin| clock < Some(begin));
    let date = shifted(date, i64::from(is_after_midnight)).ok_or(Unresolved::NoSuchDay)?;
    let mut resolved = Resolved::stated(LocalTime::Day(date));
    resolved.time = resolved.at(clock);
    resolved.rule = Some("clock-of-day");
    Ok(resolved)
}
