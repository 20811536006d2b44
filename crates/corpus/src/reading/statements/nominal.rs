//! Nouns that report: "his claim that it works", "the promise by Roy to build a ship".

use std::ops::Range;

use super::{
    Context,
    cues::{Cue, Form},
};
use crate::reading::{
    lexicon::{Frame, lexicon},
    phrases::PartyFound,
    text::{Text, TokenKind},
    traits::Trait,
};

const OWNERS: [&str; 6] = ["her", "his", "its", "my", "our", "their"];

/// The cue that a reporting noun at token `at` makes with the clause behind it.
pub(super) fn cue(context: Context<'_, '_>, at: usize, tokens: &Range<usize>) -> Option<Cue> {
    let text = context.text;
    if !text.has(at, Trait::ReportingNoun) {
        return None;
    }
    let has = |frame| lexicon().noun_has(text.word(at), frame);
    let (claims, promises) = (has(Frame::That), has(Frame::Infinitive));
    let giver = (at + 1 < tokens.end && text.is_any(at + 1, &["by", "from"]))
        .then(|| context.parties.after(at + 2, tokens.end, false))
        .flatten();
    let opening = giver.as_ref().map_or(at + 1, |giver| giver.tokens.end);
    // "a claim that was made" tells which claim, not what it says.
    let is_clause = claims && text.is(opening, "that") && !text.has(opening + 1, Trait::FiniteVerb);
    let is_promise = promises && text.is(opening, "to") && !text.has(opening + 1, Trait::Determiner);
    if !(is_clause || is_promise) {
        return None;
    }
    let start = phrase_start(text, at, tokens.start);
    let speaker = giver.or_else(|| owner(context, start, at, tokens))?;
    Some(Cue {
        group: at..at + 1,
        verb: lexicon().verbs("said").first()?,
        form: Form::Nominal,
        end: opening,
        start,
        limit: limit(text, start, opening, tokens)?,
        speaker: Some(speaker),
        addressee: None,
        patient: None,
    })
}

/// Back over the adjectives of the noun at token `at` to its article or owner.
fn phrase_start(text: &Text<'_>, at: usize, start: usize) -> usize {
    let from = at.saturating_sub(5).max(start);
    let opening = (from..at).rev().take_while(|&at| text.is_outside_quotations(at)).find(|&at| {
        text.kind(at) == Some(TokenKind::Possessive)
            || text.is_any(at, &OWNERS)
            || text.is_any(at, &["a", "an", "any", "that", "the", "this"])
    });
    opening.unwrap_or(at)
}

/// Whose the noun is: "his claim", "Roy's claim", "Roy made the claim"; nobody's, where the text does not say.
fn owner(context: Context<'_, '_>, start: usize, at: usize, tokens: &Range<usize>) -> Option<PartyFound> {
    const GIVING: [&str; 24] = [
        "broke",
        "delivered",
        "dismissed",
        "gave",
        "gives",
        "has",
        "have",
        "issued",
        "issues",
        "made",
        "make",
        "makes",
        "making",
        "offered",
        "pressed",
        "pushed",
        "raised",
        "repeated",
        "repeats",
        "retracted",
        "sends",
        "sent",
        "signed",
        "used",
    ];
    let text = context.text;
    if text.kind(start) == Some(TokenKind::Possessive) {
        return context.parties.before(start, tokens.start);
    }
    if start < at && text.is_any(start, &OWNERS) {
        let people = context.parties.people.mention_at(start).map(|mention| mention.person).into_iter().collect();
        return Some(PartyFound { tokens: start..start + 1, people, rule: None, inferred: false, from: Vec::new() });
    }
    let mut verb = start.checked_sub(1).filter(|verb| *verb >= tokens.start && text.is_any(*verb, &GIVING))?;
    for _ in 0..3 {
        let before = verb.checked_sub(1).filter(|before| *before >= tokens.start)?;
        if !(text.has(before, Trait::Adverb) || text.is_any(before, &["had", "has", "have"])) {
            break;
        }
        verb = before;
    }
    context.parties.before(verb, tokens.start)
}

/// Where words end that a comma at token `at` closes: before it, or behind the mark that encloses it.
fn comma_at(text: &Text<'_>, at: usize) -> Option<usize> {
    let closes = || text.tokens[at].quotation.is_some_and(|of| text.quotations[of].last == at + 1);
    let end = if text.is_outside_quotations(at) { Some(at) } else { closes().then_some(at + 2) };
    end.filter(|_| text.is(at, ","))
}

/// Where the clause ends at the latest; nowhere, where the noun is the subject of a verb that is still to come.
fn limit(text: &Text<'_>, start: usize, opening: usize, tokens: &Range<usize>) -> Option<usize> {
    let has_verb = (tokens.start.max(start.saturating_sub(40))..start).any(|at| text.has(at, Trait::FiniteVerb));
    let comma = || (opening..tokens.end.min(opening + 60)).find_map(|at| comma_at(text, at));
    if has_verb { comma().or(Some(tokens.end)) } else { comma() }
}
