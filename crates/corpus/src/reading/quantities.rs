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
        .or_else(|| Some((told_before(text, &number, before)?, number.tokens.clone())))?;
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

#[cfg(test)]
mod tests;
