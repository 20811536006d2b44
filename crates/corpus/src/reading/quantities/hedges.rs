//! Words that make a number more or less than it says.

use std::ops::Range;

use rapporteur_model::Hedge;

use super::numbers::NumberFound;
use crate::reading::text::{Text, TokenKind};

/// The hedges that stand before a number, those that hold others first where they are as long.
const BEFORE: [(&str, Hedge); 82] = [
    ("a little less than", Hedge::JustBelow),
    ("a little more than", Hedge::JustAbove),
    ("a little over", Hedge::JustAbove),
    ("a little under", Hedge::JustBelow),
    ("a maximum of", Hedge::Below),
    ("a minimum of", Hedge::Above),
    ("a total of about", Hedge::About),
    ("above", Hedge::Above),
    ("almost", Hedge::JustBelow),
    ("an estimated", Hedge::About),
    ("approaching", Hedge::JustBelow),
    ("approximately", Hedge::About),
    ("approx.", Hedge::About),
    ("around", Hedge::About),
    ("about", Hedge::About),
    ("as few as", Hedge::Above),
    ("as many as", Hedge::Below),
    ("as much as", Hedge::Below),
    ("at least", Hedge::Above),
    ("at most", Hedge::Below),
    ("below", Hedge::Below),
    ("circa", Hedge::About),
    ("close to", Hedge::JustBelow),
    ("estimated", Hedge::About),
    ("exceed", Hedge::Above),
    ("exceeded", Hedge::Above),
    ("exceeding", Hedge::Above),
    ("exceeds", Hedge::Above),
    ("surpassed", Hedge::Above),
    ("topped", Hedge::Above),
    ("topping", Hedge::Above),
    ("far more than", Hedge::Above),
    ("fewer than", Hedge::Below),
    ("in excess of", Hedge::Above),
    ("in the order of", Hedge::About),
    ("in the region of", Hedge::About),
    ("just above", Hedge::JustAbove),
    ("just below", Hedge::JustBelow),
    ("just less than", Hedge::JustBelow),
    ("just more than", Hedge::JustAbove),
    ("just over", Hedge::JustAbove),
    ("just short of", Hedge::JustBelow),
    ("just shy of", Hedge::JustBelow),
    ("just under", Hedge::JustBelow),
    ("less than", Hedge::Below),
    ("maximum of", Hedge::Below),
    ("minimum of", Hedge::Above),
    ("more than", Hedge::Above),
    ("much more than", Hedge::Above),
    ("nearly", Hedge::JustBelow),
    ("no fewer than", Hedge::Above),
    ("no less than", Hedge::Above),
    ("no more than", Hedge::Below),
    ("north of", Hedge::Above),
    ("not fewer than", Hedge::Above),
    ("not less than", Hedge::Above),
    ("not more than", Hedge::Below),
    ("not quite", Hedge::JustBelow),
    ("on the order of", Hedge::About),
    ("over", Hedge::Above),
    ("roughly", Hedge::About),
    ("slightly above", Hedge::JustAbove),
    ("slightly below", Hedge::JustBelow),
    ("slightly fewer than", Hedge::JustBelow),
    ("slightly less than", Hedge::JustBelow),
    ("slightly more than", Hedge::JustAbove),
    ("slightly over", Hedge::JustAbove),
    ("slightly under", Hedge::JustBelow),
    ("some", Hedge::About),
    ("somewhere around", Hedge::About),
    ("under", Hedge::Below),
    ("up to", Hedge::Below),
    ("upward of", Hedge::Above),
    ("upwards of", Hedge::Above),
    ("virtually", Hedge::JustBelow),
    ("well above", Hedge::Above),
    ("well below", Hedge::Below),
    ("well over", Hedge::Above),
    ("well under", Hedge::Below),
    ("within", Hedge::Below),
    ("~", Hedge::About),
    ("≈", Hedge::About),
];

/// The hedges that stand behind a quantity.
const BEHIND: [(&str, Hedge); 9] = [
    ("and above", Hedge::Above),
    ("and more", Hedge::Above),
    ("at least", Hedge::Above),
    ("at most", Hedge::Below),
    ("or fewer", Hedge::Below),
    ("or less", Hedge::Below),
    ("or more", Hedge::Above),
    ("or so", Hedge::About),
    ("or thereabouts", Hedge::About),
];

/// The hedge that these words are, before a number or behind it.
///
/// ```
/// use rapporteur_corpus::reading::hedge_named;
/// use rapporteur_model::Hedge;
///
/// assert_eq!(hedge_named("More than"), Some(Hedge::Above));
/// assert_eq!(hedge_named("exactly"), None);
/// ```
pub fn hedge_named(words: &str) -> Option<Hedge> {
    let words = words.to_lowercase();
    BEFORE.iter().chain(&BEHIND).find(|(hedge, _)| *hedge == words).map(|(_, hedge)| *hedge)
}

/// The hedge of a quantity, and its words.
pub(super) fn hedge(
    text: &Text<'_>,
    number: &NumberFound<'_>,
    quantity: &Range<usize>,
    passage: &Range<usize>,
) -> Option<(Hedge, Range<usize>)> {
    let digits = number.tokens.start..number.tokens.start + 1;
    before(text, quantity.start, passage.start)
        .or_else(|| between(text, number, passage.start))
        .or_else(|| number.is_odd.then_some((Hedge::About, digits.clone())))
        .or_else(|| number.is_plus.then_some((Hedge::Above, digits)))
        .or_else(|| behind(text, number.tokens.end).or_else(|| behind(text, quantity.end)))
}

fn before(text: &Text<'_>, at: usize, start: usize) -> Option<(Hedge, Range<usize>)> {
    let found = (1..=4).rev().find_map(|length| {
        let first = at.checked_sub(length).filter(|first| *first >= start)?;
        let words = text.lower_words(first..at);
        BEFORE.iter().find(|(hedge, _)| *hedge == words).map(|(_, hedge)| (*hedge, first..at))
    });
    let (hedge, words) = found?;
    if text.is_any(words.start, &["over", "above", "under", "below", "within"]) && is_particle(text, words.start, start)
    {
        return None;
    }
    Some(negated(text, hedge, &words, start).unwrap_or((hedge, words)))
}

/// "between 6 and 10 tonnes": the first is less than what is meant, the second more.
fn between(text: &Text<'_>, number: &NumberFound<'_>, start: usize) -> Option<(Hedge, Range<usize>)> {
    // The first number, its scale and its unit may stand before "and".
    const REACH: usize = 6;
    let first = number.tokens.start;
    if number.is_lower_end {
        return Some((Hedge::Above, first - 1..first));
    }
    let nearest = first.saturating_sub(REACH).max(start);
    let is_second = first > start && text.is(first - 1, "and");
    let word = (nearest..first).rev().find(|&at| is_second && text.is_any(at, &["between"]))?;
    (text.kind(word + 1) == Some(TokenKind::Number) || text.kind(word + 2) == Some(TokenKind::Number))
        .then_some((Hedge::Below, word..word + 1))
}

/// Verbs whose "over" is theirs: "hand over 20 boats".
const WITH_OVER: [&str; 22] = [
    "deliver", "gave", "give", "given", "gives", "giving", "hand", "handed", "handing", "hands", "sign", "signed",
    "signing", "take", "taken", "takes", "taking", "took", "turn", "turned", "turning", "turns",
];

/// Whether a hedge of one word belongs to the verb before it: the hand-over, or a place within a distance.
fn is_particle(text: &Text<'_>, at: usize, start: usize) -> bool {
    at > start && text.is_any(at, &["over"]) && text.is_any(at - 1, &WITH_OVER)
}

/// "shouldn't cost more than 75": what is denied to be more is at most that much.
fn negated(text: &Text<'_>, hedge: Hedge, words: &Range<usize>, start: usize) -> Option<(Hedge, Range<usize>)> {
    // A verb between the negation and the hedge, and perhaps "be".
    const REACH: usize = 3;
    let opposite = match hedge {
        Hedge::Above if text.is_any(words.start, &["more"]) => Hedge::Below,
        Hedge::Below if text.is_any(words.start, &["less", "fewer"]) => Hedge::Above,
        _ => return None,
    };
    let nearest = words.start.saturating_sub(REACH).max(start);
    let negation = (nearest..words.start).rev().find(|&at| {
        let word = text.word(at);
        text.is_any(at, &["cannot", "never", "not"]) || word.ends_with("n't") || word.ends_with("n’t")
    })?;
    let is_clause = (negation + 1..words.start).all(|at| text.word(at).chars().all(char::is_lowercase));
    is_clause.then_some((opposite, negation..words.end))
}

/// The hedge that stands behind a number or its unit.
pub(super) fn behind(text: &Text<'_>, at: usize) -> Option<(Hedge, Range<usize>)> {
    if at + 2 > text.tokens.len() {
        return None;
    }
    let words = text.lower_words(at..at + 2);
    BEHIND.iter().find(|(hedge, _)| *hedge == words).map(|(_, hedge)| (*hedge, at..at + 2))
}
