//! Quantities: money, shares, and counted things written in digits.

use std::ops::Range;

use rapporteur_model::{BlockKind, Decimal, Hedge};

use super::text::{Text, TokenKind};

mod hedges;
mod numbers;
mod units;

pub use self::hedges::hedge_named;
use self::numbers::NumberFound;

/// A quantity, before ids are given.
#[derive(Debug, Clone)]
pub(super) struct QuantityFound {
    pub(super) tokens: Range<usize>,
    pub(super) value: Decimal,
    pub(super) unit: String,
    pub(super) hedge: Option<(Hedge, Range<usize>)>,
}

/// Finds the quantities of the body, in order.
pub(super) fn quantities(text: &Text<'_>) -> Vec<QuantityFound> {
    let mut found = Vec::new();
    for passage in text.passages.iter().filter(|passage| passage.kind == BlockKind::Paragraph) {
        let mut at = passage.tokens.start;
        while at < passage.tokens.end {
            if text.kind(at) != Some(TokenKind::Number) {
                at += 1;
                continue;
            }
            let quantity = quantity_at(text, at, &passage.tokens, found.last());
            at = quantity.as_ref().map_or(at + 1, |quantity| quantity.tokens.end.max(at + 1));
            found.extend(quantity);
        }
    }
    found
}

/// The quantity whose digits are token `at`.
fn quantity_at(
    text: &Text<'_>,
    at: usize,
    passage: &Range<usize>,
    before: Option<&QuantityFound>,
) -> Option<QuantityFound> {
    let mut number = numbers::number_at(text, at, passage)?;
    let (unit, tokens) = measured(text, &number, passage)
        .or_else(|| elided(text, &mut number, passage))
        .or_else(|| Some((told_before(text, &number, before)?, number.tokens.clone())))
        .or_else(|| Some((left_out(text, &number, before, passage)?, number.tokens.clone())))?;
    let hedge = hedges::hedge(text, &number, &tokens, passage);
    if number.may_be_year && hedge.is_none() && !units::is_money(&unit) {
        return None;
    }
    Some(QuantityFound { value: number.value()?, unit, hedge, tokens })
}

/// The unit that stands at a number, as printed, and all words of the quantity.
fn measured(text: &Text<'_>, number: &NumberFound<'_>, passage: &Range<usize>) -> Option<(String, Range<usize>)> {
    if let Some(currency) = units::currency_before(text, number.tokens.start, passage.start) {
        let unit = text.phrase(currency.clone());
        return Some((unit, currency.start..number.tokens.end));
    }
    // "5km": the unit is the number's own ending.
    if let Some(unit) = number.own_unit {
        return Some((unit.to_owned(), number.tokens.clone()));
    }
    // "20 or more ships"
    let hedge = hedges::behind(text, number.tokens.end).map_or(0, |(_, words)| words.len());
    // "400 more officers"
    let hedge = hedge + usize::from(hedge == 0 && text.is(number.tokens.end, "more"));
    let unit = units::unit_at(text, number.tokens.end + hedge, passage.end)?;
    Some((text.phrase(unit.clone()), number.tokens.start..unit.end))
}

/// The unit of a number that leaves it to the next one: "5 to 7 per cent", "between 6 and 10 million dollars".
fn elided<'t>(text: &Text<'t>, number: &mut NumberFound<'t>, passage: &Range<usize>) -> Option<(String, Range<usize>)> {
    let end = number.tokens.end;
    let is_joined = text.is_any(end, &["-", "–", "or", "to"]) || (number.is_lower_end && text.is(end, "and"));
    if !is_joined || number.is_scaled {
        return None;
    }
    let next = numbers::number_at(text, end + 1, passage)?;
    // "rose from 3 to 5 million" leaves open whether it was three million.
    if next.is_scaled && !number.is_lower_end {
        return None;
    }
    number.scale_as(&next);
    let (unit, _) = measured(text, &next, passage)?;
    Some((unit, number.tokens.clone()))
}

/// The unit of a number that leaves it to the one before: "94 votes to 71".
fn told_before(text: &Text<'_>, number: &NumberFound<'_>, before: Option<&QuantityFound>) -> Option<String> {
    let before =
        before.filter(|before| before.tokens.end + 1 == number.tokens.start && !units::is_money(&before.unit))?;
    let is_alone = !number.is_scaled && text.kind(number.tokens.end).is_none_or(|kind| kind == TokenKind::Mark);
    (text.is(before.tokens.end, "to") && is_alone).then(|| before.unit.clone())
}

/// Verbs before a number whose noun was said before.
const GIVING: [&str; 23] = [
    "buy", "gave", "get", "give", "got", "lost", "made", "make", "offer", "offered", "order", "ordered", "promised",
    "receive", "received", "sell", "send", "sent", "sold", "take", "took", "want", "wanted",
];

/// The unit of a number that leaves it to the one before in its sentence: "asked for 60 buses, and Latvia offered 25",
/// "15 ships, not at least 24".
fn left_out(
    text: &Text<'_>,
    number: &NumberFound<'_>,
    before: Option<&QuantityFound>,
    passage: &Range<usize>,
) -> Option<String> {
    const WORDS: usize = 16;
    let first = number.tokens.start;
    let before = before.filter(|before| {
        let is_counted = !units::is_money(&before.unit) && before.unit.ends_with(char::is_lowercase);
        let is_share = ["percent", "per cent", "pc", "pct", "points"].iter().any(|share| before.unit.ends_with(share));
        let is_near = before.tokens.end < first && first - before.tokens.end <= WORDS;
        is_counted && !is_share && is_near && text.sentence_of(before.tokens.start) == text.sentence_of(first)
    })?;
    let end = number.tokens.end;
    let is_of_year = text.is_any(end, &["last", "next", "this"]) && text.is_any(end + 1, &["month", "week", "year"]);
    let ends = text.is_any(end, &[".", ";"]) || is_of_year || end == passage.end;
    let is_led = hedges::hedge(text, number, &number.tokens, passage).is_some()
        || first > passage.start && text.is_any(first - 1, &GIVING);
    // "rose to 1,200 workers, up from 950"
    let is_led =
        is_led || first >= passage.start + 2 && text.is(first - 1, "from") && text.is_any(first - 2, &["down", "up"]);
    let is_plain = !number.is_scaled && !number.may_be_year;
    (ends && is_led && is_plain).then(|| before.unit.clone())
}

#[cfg(test)]
mod tests;
