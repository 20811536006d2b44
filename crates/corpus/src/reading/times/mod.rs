//! Times: what weekdays, days and clocks say, resolved without a clock of our own.
//!
//! `days`, `clocks` and `durations` find what the text names; `resolving` says which date it is, and `troubles` which
//! days cannot be.

use std::ops::Range;

use rapporteur_model::PartOfDay;

use super::{
    text::{Text, TokenKind},
    traits::Trait,
};

mod calendar;
mod clocks;
mod days;
mod durations;
mod events;
mod numbers;
mod resolving;
mod troubles;

pub use self::calendar::{latest_weekday, next_weekday};
pub(crate) use self::calendar::{month_in_short, weekday};
pub(super) use self::{
    calendar::{is_month, is_weekday, nearest_year},
    clocks::{ClockFound, EndFound, clock_at, end_at},
    days::{Day, DayFound, day_at, month_at},
    durations::{DurationFound, duration_at, is_length},
    events::year_of_events,
    resolving::{Anchor, AnchorSource, Resolved, Tense, is_told, resolve, resolve_end},
    troubles::troubles,
};

/// A time of any sort that the text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Time {
    /// A day, or, where none is named, a month.
    Day(DayFound),
    Clock(ClockFound),
    /// A length that says how long something was.
    Length(DurationFound),
    End(EndFound),
    /// "in the evening", of no day that is named beside it.
    Part(PartOfDay, Range<usize>),
}

/// All times outside quotations in a range of tokens, in order.
pub(super) fn times(text: &Text<'_>, tokens: &Range<usize>) -> Vec<Time> {
    let mut times = Vec::new();
    let mut at = tokens.start;
    // Where the clock or day ends that was found last.
    let mut beginning = None;
    while at < tokens.end {
        let is_range = beginning == Some(at);
        let can_be = if is_range { text.is_outside_quotations(at) } else { begins_time(text, at) };
        let found = if can_be { time_at(text, at, is_range) } else { None };
        // What goes on behind the range, in the next paragraph perhaps, says nothing of what stands in it.
        let found = found.filter(|(_, end)| *end <= tokens.end);
        let Some((time, end)) = found else {
            at += 1;
            continue;
        };
        at = end;
        beginning = matches!(time, Time::Clock(_) | Time::Day(_)).then_some(end);
        times.push(time);
    }
    times
}

/// Whether a time outside quotations begins with token `at`, one that no other time stands before. The stages ask this of most tokens
/// several times, so that each is looked at once.
fn begins_time(text: &Text<'_>, at: usize) -> bool {
    let begins_at = |at: usize| {
        text.has(at, Trait::BeginsTime) && text.is_outside_quotations(at) && time_at(text, at, false).is_some()
    };
    let begins = || (0..text.tokens.len()).map(begins_at).collect();
    text.time_beginnings.get_or_init(begins).get(at).copied().unwrap_or_default()
}

/// The words, in lower case, that a time can begin with unless it is the end of a range. With some, none does.
pub(super) fn beginnings() -> impl Iterator<Item = &'static str> {
    let numbers = numbers::NUMBERS.into_iter().chain(numbers::TENS.map(|(name, _)| name)).chain(["a", "an"]);
    let days = days::BEGINNINGS.into_iter().chain(days::ORDINALS).chain(PARTS);
    let clocks = clocks::BEGINNINGS.into_iter().chain(clocks::ENDINGS);
    numbers.chain(days).chain(clocks).chain(durations::BEGINNINGS)
}

/// Whether a time can begin, for its form, with a word, in lower case, that is none of the [`beginnings`].
pub(super) fn has_form_of_beginning(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
        || word.ends_with(['½', '¼', '¾'])
        || word.contains(['-', '\u{2011}'])
        || calendar::can_name(word)
}

fn time_at(text: &Text<'_>, at: usize, is_range: bool) -> Option<(Time, usize)> {
    let is_article = text.is_any(at, &["the"]);
    if is_article && !days::can_follow_article(text, at + 1) {
        return None;
    }
    if let Some(end) = end_at(text, at, is_range) {
        let last = end.tokens.end;
        return Some((Time::End(end), last));
    }
    if let Some(clock) = clock_at(text, at) {
        let end = clock.end;
        return Some((Time::Clock(clock), end));
    }
    if let Some(day) = day_at(text, at).or_else(|| month_at(text, at)) {
        let end = day.tokens.end;
        return Some((Time::Day(day), end));
    }
    if let Some(duration) = duration_at(text, at) {
        let end = duration.tokens.end;
        return is_length(text, &duration).then_some((Time::Length(duration), end));
    }
    let part = part_of_day(text.word(at)).filter(|_| at >= 2 && text.is(at - 1, "the") && text.is_any(at - 2, &["in"]));
    part.map(|part| (Time::Part(part, at..at + 1), at + 1))
}

/// The words that [`part_of_day`] knows.
const PARTS: [&str; 4] = ["afternoon", "evening", "morning", "night"];

/// The part of the day that a word names.
pub(super) fn part_of_day(word: &str) -> Option<PartOfDay> {
    Some(match word {
        "morning" => PartOfDay::Morning,
        "afternoon" => PartOfDay::Afternoon,
        "evening" => PartOfDay::Evening,
        "night" => PartOfDay::Night,
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
