//! Lengths of time, in minutes.

use std::ops::Range;

use super::{
    Text,
    numbers::{digits, number_word},
};

/// A length of time: "about 50 minutes".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::reading) struct DurationFound {
    pub(in crate::reading) tokens: Range<usize>,
    pub(in crate::reading) minutes: u32,
    /// Whether it says of a noun how long it was: "a 50-minute meeting".
    is_adjective: bool,
}

/// How many minutes a unit of time has.
fn unit(word: &str) -> Option<u32> {
    Some(match word {
        "minutes" | "minute" | "mins" | "min" | "mins." | "min." => 1,
        "hours" | "hour" | "hrs" | "hr" | "hrs." | "hr." => 60,
        _ => return None,
    })
}

/// An amount in quarters, so that halves of hours are whole minutes.
fn quarters(word: &str) -> Option<u32> {
    for (sign, quarters) in [("½", 2), ("¼", 1), ("¾", 3)] {
        if let Some(whole) = word.strip_suffix(sign) {
            let whole = if whole.is_empty() { 0 } else { digits(whole)? };
            return whole.checked_mul(4)?.checked_add(quarters);
        }
    }
    if let Some((whole, fraction)) = word.split_once('.') {
        let quarters = ["0", "25", "5", "75"].into_iter().zip(0..).find(|(name, _)| *name == fraction)?.1;
        return digits(whole)?.checked_mul(4)?.checked_add(quarters);
    }
    digits(word).or_else(|| number_word(word))?.checked_mul(4)
}

/// "half", "quarter", "three quarters" from token `at` on, in quarters, and where it ends.
fn fraction(text: &Text<'_>, at: usize) -> Option<(u32, usize)> {
    Some(match text.lower(at).as_str() {
        "half" => (2, at + 1),
        "quarter" => (1, at + 1),
        "three-quarters" => (3, at + 1),
        "three" if text.is(at + 1, "quarters") => (3, at + 2),
        _ => return None,
    })
}

/// Words, in lower case, that a length can begin with, besides numbers and words with a hyphen.
pub(super) const BEGINNINGS: [&str; 4] = ["another", "half", "hourlong", "quarter"];

/// The length of time that the words from token `at` on name, from the number on.
pub(in crate::reading) fn duration_at(text: &Text<'_>, at: usize) -> Option<DurationFound> {
    let found = |quarters: u32, unit: u32, end: usize| {
        // A quarter of an hour is a whole number of minutes; a quarter of a minute is cut.
        let minutes = quarters.checked_mul(unit)? / 4;
        (minutes > 0).then_some(DurationFound { tokens: at..end, minutes, is_adjective: false })
    };
    if let Some(duration) = joined(text, at) {
        return Some(duration);
    }
    // "half an hour", "a half hour", "a quarter of an hour", "three quarters of an hour"
    let article = usize::from(text.is_any(at, &["a", "an"]));
    if let Some((quarters, end)) = fraction(text, at + article) {
        let end = end + usize::from(text.is(end, "of"));
        let end = end + usize::from(text.is_any(end, &["a", "an"]));
        return found(quarters, unit(text.word(end))?, end + 1);
    }
    // "for another hour and a half"
    let is_another = text.is_any(at, &["another"]) && unit(text.word(at + 1)).is_some();
    let mut amount = if is_another { 4 } else { quarters(text.word(at))? };
    let mut end = at + 1;
    // "two and a half hours"
    if let Some((more, after)) = and_fraction(text, end) {
        amount = amount.checked_add(more)?;
        end = after;
    }
    let of = unit(text.word(end))?;
    end += 1;
    // "an hour and a half"
    if let Some((more, after)) = and_fraction(text, end) {
        return found(amount.checked_add(more)?, of, after);
    }
    let mut duration = found(amount, of, end)?;
    // "an hour and 20 minutes", "two hours, ten minutes", "1 hr 10 min"
    let next = end + usize::from(text.is_any(end, &["and", ","]));
    if of == 60 && unit(text.word(next + 1)) == Some(1) {
        let minutes =
            quarters(text.word(next)).map(|quarters| quarters / 4).filter(|minutes| (1..60).contains(minutes));
        if let Some(minutes) = minutes {
            duration.minutes = duration.minutes.checked_add(minutes)?;
            duration.tokens.end = next + 2;
        }
    }
    Some(duration)
}

/// "and a half" from token `at` on, and where it ends; not the beginning of "and a half hour".
fn and_fraction(text: &Text<'_>, at: usize) -> Option<(u32, usize)> {
    // "an hour and three quarters"
    if text.is(at, "and") && text.is(at + 1, "three") && text.is(at + 2, "quarters") {
        return Some((3, at + 3));
    }
    if !(text.is(at, "and") && text.is(at + 1, "a")) {
        return None;
    }
    fraction(text, at + 2)
}

/// "100-minute", "two-and-a-half-hour", "half-hour", "hour-long", "90-minute-long": a length in one word.
fn joined(text: &Text<'_>, at: usize) -> Option<DurationFound> {
    let joined = text.word(at);
    // The longest is "twenty-two-and-a-half-minute-long".
    if joined.len() > 40 || !(joined.contains(['-', '\u{2011}']) || joined == "hourlong") {
        return None;
    }
    let word = joined.to_lowercase().replace('\u{2011}', "-");
    let word = word.strip_suffix("-long").unwrap_or(&word);
    let (amount, of) = match word.rsplit_once('-') {
        Some((amount, name)) => (amount, unit(name)?),
        None => ("one", unit(word.strip_suffix("long").unwrap_or(word))?),
    };
    let quarters = if amount == "half" {
        2
    } else if let Some(whole) = amount.strip_suffix("-and-a-half") {
        quarters(whole)?.checked_add(2)?
    } else {
        quarters(amount)?
    };
    let minutes = quarters.checked_mul(of)? / 4;
    (minutes > 0).then_some(DurationFound { tokens: at..at + 1, minutes, is_adjective: true })
}

/// Words between "for" and a number.
const HEDGES: [&str; 20] = [
    "about",
    "almost",
    "an",
    "approximately",
    "around",
    "at",
    "barely",
    "close",
    "just",
    "least",
    "more",
    "nearly",
    "only",
    "over",
    "roughly",
    "some",
    "than",
    "to",
    "under",
    "well",
];

/// Words before a number that make it the length of something.
const OPENERS: [&str; 15] = [
    "extended",
    "for",
    "last",
    "lasted",
    "lasting",
    "lasts",
    "needed",
    "of",
    "ran",
    "run",
    "running",
    "spent",
    "stretched",
    "take",
    "took",
];

/// Words after it that make it a distance between two times, or a delay.
const DISTANCES: [&str; 9] = ["after", "ago", "apart", "away", "before", "earlier", "late", "later", "over"];

/// Whether a length says how long something was: "for about 50 minutes", "a 50-minute meeting", not "50 minutes later".
pub(in crate::reading) fn is_length(text: &Text<'_>, duration: &DurationFound) -> bool {
    if duration.is_adjective {
        return !text.is_any(duration.tokens.end, &["delay", "drive", "flight", "ride", "walk", "wait"]);
    }
    // As many words as a hedge has at most.
    let nearest = duration.tokens.start.saturating_sub(4);
    let before = (nearest..duration.tokens.start).rev().find(|&at| !text.is_any(at, &HEDGES));
    // "ran to two hours", "was over in half an hour", "kept him for another two hours"
    let opens = |at: usize| {
        let before = |words: &[&str]| at > 0 && text.is_any(at - 1, words);
        text.is_any(at, &OPENERS)
            || text.is_any(at, &["in", "within"]) && before(&["concluded", "done", "ended", "finished", "over"])
    };
    // "for an hour over lunch", but "an hour over time"
    let is_for = before.is_some_and(|at| text.is_any(at, &["for"]));
    let is_bounded = is_for && text.is_any(duration.tokens.end, &["after", "before", "over"]);
    before.is_some_and(opens) && (is_bounded || !text.is_any(duration.tokens.end, &DISTANCES))
}
