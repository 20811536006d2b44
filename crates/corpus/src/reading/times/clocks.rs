//! Clocks: times of the day, their zones, and when something ended.

use std::ops::Range;

use rapporteur_model::{PartOfDay, TimeOfDay};

use super::{
    Text, TokenKind,
    days::{DayFound, day_at},
    numbers::number_word,
    part_of_day,
};
use crate::reading::traits::Trait;

/// A clock that the text names: "2 p.m.".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::reading) struct ClockFound {
    pub(in crate::reading) tokens: Range<usize>,
    pub(in crate::reading) time: TimeOfDay,
    /// The zone directly after it: "KST".
    pub(in crate::reading) zone: Option<Range<usize>>,
    /// The part of the day, where a word says it: "ten in the morning".
    pub(in crate::reading) part: Option<PartOfDay>,
    /// Where all that is said of it ends, the same moment in another zone included: "(1500 GMT)".
    pub(in crate::reading) end: usize,
}

/// When something ended: "until around 6:50 p.m. Saturday".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::reading) struct EndFound {
    /// From the word that says that it is an end.
    pub(in crate::reading) tokens: Range<usize>,
    pub(in crate::reading) clock: Option<ClockFound>,
    pub(in crate::reading) day: Option<DayFound>,
}

/// Which half of the day, or neither, a clock's words give.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
    /// All 24 hours are counted.
    Whole,
}

/// A zone by its letters.
const ZONES: [&str; 49] = [
    "ACST", "ADT", "AEDT", "AEST", "AKST", "AST", "AWST", "BRT", "BST", "CAT", "CDT", "CEST", "CET", "CST", "EAT",
    "EDT", "EEST", "EET", "EST", "ET", "GMT", "GST", "HKT", "HST", "ICT", "IST", "JST", "KST", "MDT", "MSK", "MST",
    "MYT", "NPT", "NST", "NZDT", "NZST", "PDT", "PHT", "PKT", "PST", "PT", "SAST", "SGT", "TRT", "UTC", "WAST", "WAT",
    "WEST", "WIB",
];

fn is_zone(text: &Text<'_>, at: usize) -> bool {
    ZONES.binary_search(&text.word(at)).is_ok()
}

/// The zone from token `at` on: "KST", "GMT+9".
fn zone_at(text: &Text<'_>, at: usize) -> Option<Range<usize>> {
    let is_offset = text.is_any(at + 1, &["+", "-", "−"]) && text.kind(at + 2) == Some(TokenKind::Number);
    is_zone(text, at).then_some(at..if is_offset { at + 3 } else { at + 1 })
}

/// Hour and minute as digits write them: "2", "14:30", "6.30", "1400", "14h30".
fn hour_and_minute(word: &str) -> Option<(u8, u8)> {
    let pair = |hour: &str, minute: &str| {
        let fits = (1..=2).contains(&hour.len()) && minute.len() == 2;
        Some((hour.parse().ok()?, minute.parse().ok()?)).filter(|_| fits)
    };
    if let Some((hour, minute)) = word.split_once([':', '.', 'h']) {
        return pair(hour, minute);
    }
    match word.len() {
        1 | 2 => Some((word.parse().ok()?, 0)),
        4 if word.is_ascii() => pair(&word[..2], &word[2..]),
        _ => None,
    }
}

/// The minute that an hour and a half of the day make.
fn time_of(hour: u8, minute: u8, half: Half) -> Option<TimeOfDay> {
    if half == Half::Whole {
        return TimeOfDay::new(hour, minute).ok();
    }
    let noon = if half == Half::Afternoon { 12 } else { 0 };
    (1..=12).contains(&hour).then(|| TimeOfDay::new(hour % 12 + noon, minute))?.ok()
}

/// The half of the day that "a.m." or "p.m." gives.
fn half(word: &str) -> Option<Half> {
    let letters = |first: &str| {
        word.len() <= 4
            && word.bytes().filter(|byte| *byte != b'.').map(|byte| byte.to_ascii_lowercase()).eq(first.bytes())
    };
    if letters("am") { Some(Half::Morning) } else { letters("pm").then_some(Half::Afternoon) }
}

/// "in the morning", "at night" from token `at` on: the part of the day, the half, and where it ends.
fn part_after(text: &Text<'_>, at: usize) -> Option<(PartOfDay, usize)> {
    if text.is(at, "at") && text.is(at + 1, "night") {
        return Some((PartOfDay::Night, at + 2));
    }
    let is_opened = text.is(at, "in") && text.is(at + 1, "the");
    part_of_day(text.word(at + 2)).filter(|_| is_opened).map(|part| (part, at + 3))
}

/// The part of the day that is named with the day beside a clock: "nine o'clock on Wednesday morning", "on Wednesday
/// morning at nine o'clock".
fn part_of_day_beside(text: &Text<'_>, at: usize, end: usize) -> Option<PartOfDay> {
    let behind = end + usize::from(text.is(end, "on"));
    let before = || {
        let lead = at.checked_sub(1).filter(|&lead| text.is(lead, "at"))?;
        part_of_day(text.word(lead.checked_sub(1)?))
    };
    let day = day_at(text, behind).or_else(|| day_at(text, end));
    day.and_then(|day| day.part).or_else(before)
}

/// The half of the day of an hour at a part of it: two at night is before noon, ten at night after it.
fn half_of_part(part: PartOfDay, hour: u8) -> Half {
    match part {
        PartOfDay::Morning => Half::Morning,
        PartOfDay::Night if hour < 6 || hour == 12 => Half::Morning,
        _ => Half::Afternoon,
    }
}

/// Words, in lower case, that a clock can begin with, besides numbers.
pub(super) const BEGINNINGS: [&str; 4] = ["half", "midnight", "noon", "quarter"];

/// The clock that the words from token `at` on name.
pub(in crate::reading) fn clock_at(text: &Text<'_>, at: usize) -> Option<ClockFound> {
    if !text.has(at, Trait::BeginsTime) {
        return None;
    }
    let (time, part, end) =
        bare_clock(text, at).or_else(|| shared_half(text, at).map(|(time, end)| (time, None, end)))?;
    let mut clock = ClockFound { tokens: at..end, time, zone: None, part, end };
    let bracketed = usize::from(text.is(end, "("));
    if let Some(zone) = zone_at(text, end + bracketed).filter(|zone| bracketed == 0 || text.is(zone.end, ")")) {
        clock.end = zone.end + bracketed;
        clock.zone = Some(zone);
    } else if text.is(end, "local") && text.is(end + 1, "time") {
        clock.end = end + 2;
    } else if text.is(end + 1, "time") && text.starts_with_capital(end) {
        // "Seoul time", "Eastern time"
        clock.zone = Some(end..end + 2);
        clock.end = end + 2;
    }
    clock.end = second_zone(text, clock.end).unwrap_or(clock.end);
    Some(clock)
}

/// A clock without its zone.
fn bare_clock(text: &Text<'_>, at: usize) -> Option<(TimeOfDay, Option<PartOfDay>, usize)> {
    if text.is_any(at, &["noon"]) {
        return Some((TimeOfDay::new(12, 0).ok()?, None, at + 1));
    }
    if text.is_any(at, &["midnight"]) {
        return Some((TimeOfDay::new(0, 0).ok()?, None, at + 1));
    }
    if text.kind(at) == Some(TokenKind::Word) {
        return spelled_clock(text, at);
    }
    if text.kind(at) != Some(TokenKind::Number) {
        return None;
    }
    let word = text.word(at);
    let letters =
        word.find(|character: char| character.is_ascii_alphabetic() && character != 'h').unwrap_or(word.len());
    let (hour, minute) = hour_and_minute(&word[..letters])?;
    if let Some(half) = half(&word[letters..]) {
        return Some((time_of(hour, minute, half)?, None, at + 1));
    }
    if letters < word.len() {
        return None;
    }
    if let Some(half) = half(text.word(at + 1)) {
        return Some((time_of(hour, minute, half)?, None, at + 2));
    }
    let clock = usize::from(text.is_any(at + 1, &["o'clock", "o’clock"]));
    if clock > 0
        && hour <= 12
        && let Some(part) = part_of_day_beside(text, at, at + 2)
    {
        return Some((time_of(hour, minute, half_of_part(part, hour))?, Some(part), at + 2));
    }
    if let Some((part, end)) = part_after(text, at + 1 + clock).filter(|_| hour <= 12 && word.len() != 4) {
        let is_clock = clock > 0 || word.contains([':', '.']) || (at > 0 && text.is_any(at - 1, &LEADS));
        return is_clock.then_some((time_of(hour, minute, half_of_part(part, hour))?, Some(part), end));
    }
    let time = time_of(hour, minute, Half::Whole)?;
    let is_clock = if word.contains([':', 'h']) {
        (at > 0 && text.is_any(at - 1, &LEADS)) || has_zone(text, at + 1)
    } else {
        word.len() == 4 && (has_zone(text, at + 1) || text.is_any(at + 1, &["hours", "hrs"]) && is_led(text, at))
    };
    let hours = usize::from(word.len() == 4 && text.is_any(at + 1, &["hours", "hrs"]));
    is_clock.then_some((time, None, at + 1 + hours))
}

/// Words before a number that let it be a clock.
const LEADS: [&str; 17] = [
    "about",
    "after",
    "approximately",
    "around",
    "at",
    "before",
    "between",
    "by",
    "from",
    "near",
    "past",
    "roughly",
    "since",
    "till",
    "to",
    "toward",
    "until",
];

fn is_led(text: &Text<'_>, at: usize) -> bool {
    at > 0 && text.is_any(at - 1, &LEADS)
}

/// Whether a zone follows, or words that stand for one.
fn has_zone(text: &Text<'_>, at: usize) -> bool {
    let first = at + usize::from(text.is(at, "("));
    is_zone(text, first)
        || (text.is_any(first, &["hours", "hrs"]) && is_zone(text, first + 1))
        || text.is(first + 1, "time")
}

/// "ten in the morning", "two o'clock in the afternoon", "half past nine in the evening". Without a part of the day, it
/// might be either half.
fn spelled_clock(text: &Text<'_>, at: usize) -> Option<(TimeOfDay, Option<PartOfDay>, usize)> {
    let (minute, first) = match (text.lower(at).as_str(), text.word(at + 1)) {
        ("half", "past") => (30, at + 2),
        ("quarter", "past") => (15, at + 2),
        _ => (0, at),
    };
    let article = text.is_any(first, &["a", "an"]);
    let hour = number_word(text.word(first)).filter(|hour| (1..=12).contains(hour) && !article)?;
    let hour = u8::try_from(hour).ok()?;
    let clock = usize::from(text.is_any(first + 1, &["o'clock", "o’clock"]));
    // "one in the morning session" has a lead as well, which nobody writes.
    let is_clock = clock > 0 || minute > 0 || is_led(text, at);
    if let Some(half) = half(text.word(first + 1)) {
        return Some((time_of(hour, minute, half)?, None, first + 2));
    }
    let end = first + 1 + clock;
    if (clock > 0 || minute > 0)
        && let Some(part) = part_of_day_beside(text, at, end)
    {
        return Some((time_of(hour, minute, half_of_part(part, hour))?, Some(part), end));
    }
    let (part, end) = part_after(text, end).filter(|_| is_clock)?;
    Some((time_of(hour, minute, half_of_part(part, hour))?, Some(part), end))
}

/// The first of two clocks that share "p.m.": the "2" of "from 2 to 3:10 p.m.", the "11" of "11-1 p.m.".
fn shared_half(text: &Text<'_>, at: usize) -> Option<(TimeOfDay, usize)> {
    let joins = text.is_any(at + 1, &["-", "–", "and", "to", "until"]);
    if text.kind(at) != Some(TokenKind::Number)
        || !joins
        || !(text.is(at + 1, "-") || text.is(at + 1, "–") || is_led(text, at))
    {
        return None;
    }
    let (hour, minute) = hour_and_minute(text.word(at)).filter(|_| text.word(at).len() != 4)?;
    let (end, _, _) = bare_clock(text, at + 2)?;
    // Only where the second says which half; a whole day's clock says its own.
    text.word(at + 2).ends_with(['m', 'M']).then_some(()).or_else(|| half(text.word(at + 3)).map(|_| ()))?;
    let same = time_of(hour, minute, if end.hour() < 12 { Half::Morning } else { Half::Afternoon })?;
    let time = if same < end { same } else { time_of(hour, minute, Half::Morning).filter(|time| *time < end)? };
    Some((time, at + 1))
}

/// Where the same moment in another zone ends: "(1500 GMT)", ", or 6 a.m. Saturday in Korea".
fn second_zone(text: &Text<'_>, at: usize) -> Option<usize> {
    // As far as a bracket may reach that holds a clock, a day and a zone.
    const LONGEST: usize = 14;
    if text.is(at, "(") {
        let last = (at + 1..at + LONGEST).find(|&last| text.is(last, ")"))?;
        let is_time = (at + 1..last).any(|at| bare_clock(text, at).is_some())
            || (text.is_any(at + 1, &["local"]) && text.is(at + 2, "time"));
        return is_time.then_some(last + 1);
    }
    let or = at + usize::from(text.is(at, ","));
    if !text.is(or, "or") {
        return None;
    }
    let (_, _, end) = bare_clock(text, or + 1)?;
    let end = zone_at(text, end).map_or(end, |zone| zone.end);
    let day = end + usize::from(text.is(end, "on"));
    let end = day_at(text, day).map_or(end, |day| day.tokens.end);
    let is_there = text.is(end, "in") && text.starts_with_capital(end + 1);
    Some(if is_there || text.is(end + 1, "time") { end + 2 } else { end })
}

/// What says that a clock or day is an end.
pub(super) const ENDINGS: [&str; 18] = [
    "broke",
    "close",
    "closed",
    "conclude",
    "concluded",
    "concludes",
    "concluding",
    "end",
    "ended",
    "ending",
    "ends",
    "finish",
    "finished",
    "finishing",
    "till",
    "until",
    "wound",
    "wrapped",
];

/// The end that the words from token `at` on give. `is_range` where a beginning stands directly before: "from 2 p.m. to
/// 3:10 p.m.".
pub(in crate::reading) fn end_at(text: &Text<'_>, at: usize, is_range: bool) -> Option<EndFound> {
    let opens = text.is_any(at, &ENDINGS) || (is_range && text.is_any(at, &["-", "–", "and", "to"]));
    if !opens {
        return None;
    }
    let mut first = at + 1;
    // "until just after 6:50 p.m.", "wrapped up at around three in the afternoon"
    while first < at + 5
        && text.is_any(first, &["about", "after", "approximately", "around", "at", "just", "on", "shortly", "up"])
    {
        first += 1;
    }
    let clock = clock_at(text, first);
    let day_first = clock.as_ref().map_or(first, |clock| clock.end);
    let day_first = day_first + usize::from(clock.is_some() && text.is_any(day_first, &["on"]));
    let day = day_at(text, day_first);
    // "until Saturday at 6 p.m."
    let clock = clock.or_else(|| {
        let end = day.as_ref()?.tokens.end;
        clock_at(text, end + usize::from(text.is(end, "at")))
    });
    let end = [clock.as_ref().map(|clock| clock.end), day.as_ref().map(|day| day.tokens.end)];
    let end = end.into_iter().flatten().max()?;
    Some(EndFound { tokens: at..end, clock, day })
}
