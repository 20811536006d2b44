//! Quantities: money, shares, and counted things written in digits.

use std::ops::Range;

use rapporteur_model::{BlockKind, Decimal, Hedge};

use super::{
    text::{Text, TokenKind},
    times,
};

/// A quantity, before ids are given.
#[derive(Debug, Clone)]
pub(super) struct QuantityFound {
    pub(super) tokens: Range<usize>,
    pub(super) value: Decimal,
    pub(super) unit: String,
    pub(super) hedge: Option<(Hedge, Range<usize>)>,
}

const CURRENCIES: [&str; 5] = ["$", "£", "¥", "₩", "€"];

/// Words after a number that make it a time, an age, a place in a row, or no quantity at all.
const NO_UNITS: [&str; 27] = [
    "across",
    "as",
    "centuries",
    "day",
    "days",
    "decades",
    "has",
    "his",
    "hour",
    "hours",
    "is",
    "its",
    "minute",
    "minutes",
    "month",
    "months",
    "others",
    "previous",
    "seconds",
    "sides",
    "this",
    "times",
    "was",
    "week",
    "weeks",
    "year",
    "years",
];

/// Units that do not end in "s".
const UNITS: [&str; 24] = [
    "aircraft",
    "baht",
    "carat",
    "cattle",
    "children",
    "crew",
    "dong",
    "euro",
    "fish",
    "megawatt",
    "men",
    "people",
    "percent",
    "personnel",
    "police",
    "rand",
    "ringgit",
    "rupiah",
    "sheep",
    "staff",
    "women",
    "won",
    "yen",
    "yuan",
];

/// Finds the quantities of the body, in order.
pub(super) fn quantities(text: &Text<'_>) -> Vec<QuantityFound> {
    let body = text.passages.iter().filter(|passage| passage.kind == BlockKind::Paragraph);
    body.flat_map(|passage| passage.tokens.clone().filter_map(move |at| quantity_at(text, at, &passage.tokens)))
        .collect()
}

fn quantity_at(text: &Text<'_>, at: usize, passage: &Range<usize>) -> Option<QuantityFound> {
    if text.kind(at) != Some(TokenKind::Number) || text.word(at).contains(':') {
        return None;
    }
    let currency =
        at.checked_sub(1).filter(|before| CURRENCIES.contains(&text.word(*before)) && *before >= passage.start);
    let first = currency.unwrap_or(at);
    let is_day = at > passage.start && times::is_month(text.word(at - 1)) || times::is_month(text.word(at + 1));
    if is_day {
        return None;
    }
    let (zeros, after) = scale(text, at + 1);
    let value = decimal(text.word(at), zeros)?;
    let (unit, end) = match currency {
        Some(currency) => (text.word(currency).to_owned(), after),
        None => unit_at(text, after, passage.end)?,
    };
    let tokens = first..end;
    Some(QuantityFound { hedge: hedge(text, first, passage.start), tokens, value, unit })
}

/// The zeros that a scale word adds, and where the number ends.
fn scale(text: &Text<'_>, at: usize) -> (usize, usize) {
    match text.word(at) {
        "thousand" => (3, at + 1),
        "million" => (6, at + 1),
        "billion" => (9, at + 1),
        "trillion" => (12, at + 1),
        _ => (0, at),
    }
}

/// The unit as printed, and where it ends.
fn unit_at(text: &Text<'_>, at: usize, end: usize) -> Option<(String, usize)> {
    if at >= end {
        return None;
    }
    if text.is(at, "%") {
        return Some(("%".to_owned(), at + 1));
    }
    if text.is(at, "per") && text.is(at + 1, "cent") {
        return Some((text.phrase(at..at + 2), at + 2));
    }
    let word = text.word(at);
    let is_noun = word.chars().all(|character| character.is_lowercase() || character == '-')
        && text.kind(at) == Some(TokenKind::Word)
        && (word.ends_with('s') || UNITS.contains(&word));
    (is_noun && !NO_UNITS.contains(&word)).then(|| (word.to_owned(), at + 1))
}

/// The number that digits with separators write, with zeros for its scale, in its one form.
fn decimal(digits: &str, zeros: usize) -> Option<Decimal> {
    let plain: String = digits.chars().filter(|character| *character != ',').collect();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut digits = String::with_capacity(plain.len() + zeros);
    digits.push_str(whole);
    let moved = fraction.len().min(zeros);
    digits.push_str(&fraction[..moved]);
    digits.extend(std::iter::repeat_n('0', zeros - moved));
    let whole = digits.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let rest = fraction[moved..].trim_end_matches('0');
    Decimal::new(if rest.is_empty() { whole.to_owned() } else { format!("{whole}.{rest}") }).ok()
}

/// The hedge before token `at`.
fn hedge(text: &Text<'_>, at: usize, start: usize) -> Option<(Hedge, Range<usize>)> {
    const HEDGES: [(&str, Hedge); 27] = [
        ("just over", Hedge::JustAbove),
        ("slightly over", Hedge::JustAbove),
        ("a little over", Hedge::JustAbove),
        ("just under", Hedge::JustBelow),
        ("just below", Hedge::JustBelow),
        ("slightly under", Hedge::JustBelow),
        ("at least", Hedge::Above),
        ("more than", Hedge::Above),
        ("no fewer than", Hedge::Above),
        ("no less than", Hedge::Above),
        ("upwards of", Hedge::Above),
        ("over", Hedge::Above),
        ("above", Hedge::Above),
        ("up to", Hedge::Below),
        ("fewer than", Hedge::Below),
        ("less than", Hedge::Below),
        ("at most", Hedge::Below),
        ("no more than", Hedge::Below),
        ("below", Hedge::Below),
        ("under", Hedge::Below),
        ("nearly", Hedge::JustBelow),
        ("almost", Hedge::JustBelow),
        ("some", Hedge::About),
        ("about", Hedge::About),
        ("around", Hedge::About),
        ("roughly", Hedge::About),
        ("approximately", Hedge::About),
    ];
    (1..=3).rev().find_map(|length| {
        let first = at.checked_sub(length).filter(|first| *first >= start)?;
        let words = text.phrase(first..at).to_lowercase();
        HEDGES.iter().find(|(hedge, _)| *hedge == words).map(|(_, hedge)| (*hedge, first..at))
    })
}

#[cfg(test)]
mod tests;
