//! Participles and gerunds: whose words they report where no subject stands before them.

use std::ops::Range;

use super::{
    Context,
    cues::{Cue, Form, carries_statement},
    groups::{Group, Role},
    subjects::elided,
};
use crate::reading::{
    lexicon::{Verb, lexicon},
    phrases::PartyFound,
    text::{Text, TokenKind},
    traits::Trait,
};

/// Whose a participle or gerund is, how its clause stands to the cues before it, and where that ends at the latest.
pub(super) struct Source {
    pub(super) form: Form,
    pub(super) speaker: Option<PartyFound>,
    pub(super) limit: usize,
}

/// Whose words the participle or gerund reports, if it does.
pub(super) fn source(
    context: Context<'_, '_>,
    group: &Group,
    verb: &Verb,
    tokens: &Range<usize>,
    before: &[Cue],
) -> Option<Source> {
    let text = context.text;
    if !carries_statement(verb) {
        return None;
    }
    let at = group.tokens.start;
    let preposition = usize::from(group.role == Role::Gerund);
    let Some(previous) = at.checked_sub(1 + preposition).filter(|previous| *previous >= tokens.start) else {
        return opening(context, at, tokens);
    };
    let shared = |form| Source { form, speaker: elided(context, at, tokens, before, true), limit: tokens.end };
    if group.role == Role::Gerund {
        let limit = clause_end(text, group.tokens.end, tokens.end);
        return Some(Source { limit, ..shared(Form::Embedded) });
    }
    let hangs_on =
        text.is_any(previous, &[",", "—", "–", "and", "but", "then"]) || !text.is_outside_quotations(previous);
    if hangs_on {
        return Some(shared(Form::Participle));
    }
    of_noun(context, at, tokens)
}

/// "Noting that it rains, Lee left", "By saying so, Lee": the subject stands behind the comma.
fn opening(context: Context<'_, '_>, at: usize, tokens: &Range<usize>) -> Option<Source> {
    let text = context.text;
    let commas = (at + 2..tokens.end.min(at + 60)).filter(|&at| text.is(at, ",") && text.is_outside_quotations(at));
    // The main clause begins where a subject with a verb follows.
    let (comma, party) = commas.take(4).find_map(|comma| {
        let party = context.parties.after(comma + 1, tokens.end, false)?;
        let verb = (party.tokens.end..tokens.end.min(party.tokens.end + 3)).any(|at| is_verb(text, at));
        verb.then_some((comma, party))
    })?;
    let speaker = Some(PartyFound { rule: Some("speaker-of-clause"), inferred: false, ..party });
    Some(Source { form: Form::Embedded, speaker, limit: comma })
}

fn is_verb(text: &Text<'_>, at: usize) -> bool {
    text.kind(at) == Some(TokenKind::Word) && (text.has(at, Trait::FiniteVerb) || text.has(at, Trait::Reports))
}

/// "issued a statement calling", "in a letter urging", "with Lee warning": the noun speaks, or whoever gave it out.
fn of_noun(context: Context<'_, '_>, at: usize, tokens: &Range<usize>) -> Option<Source> {
    const GIVING: [&str; 21] = [
        "delivered",
        "emailed",
        "filed",
        "gave",
        "give",
        "gives",
        "issue",
        "issued",
        "issues",
        "made",
        "makes",
        "posted",
        "publish",
        "published",
        "publishes",
        "put",
        "release",
        "released",
        "releases",
        "sent",
        "wrote",
    ];
    let text = context.text;
    let noun = context.parties.before(at, tokens.start)?;
    let is_said = lexicon().is_reporting_noun(&text.lower(at - 1))
        || noun.tokens.clone().any(|at| lexicon().is_reporting_noun(&text.lower(at)));
    let in_reach = noun.tokens.start.saturating_sub(8).max(tokens.start);
    let giving = (in_reach..at).rev().find(|&at| text.is_any(at, &GIVING) && text.is_outside_quotations(at));
    let giver = giving.and_then(|giving| {
        let has = giving > tokens.start && text.is_any(giving - 1, &["has", "had", "have", "also", "later"]);
        context.parties.before(giving - usize::from(has), tokens.start)
    });
    let is_person =
        !noun.people.is_empty() || (noun.tokens.start > tokens.start && text.is_any(noun.tokens.start - 1, &["with"]));
    let speaker = if is_said || giver.is_some() { giver.or(Some(noun)) } else { Some(noun).filter(|_| is_person) };
    let speaker = speaker?;
    let opens = text.is_any(tokens.start, &["In", "With", "After"]) && speaker.tokens.start <= tokens.start + 3;
    let comma = (at..tokens.end.min(at + 60)).find(|&at| text.is(at, ",") && text.is_outside_quotations(at));
    let limit = comma.filter(|_| opens).unwrap_or(tokens.end);
    Some(Source { form: Form::Embedded, speaker: Some(speaker), limit })
}

/// Where a clause inside another ends, unless it is a whole one after "that": before the first comma or dash.
pub(super) fn clause_end(text: &Text<'_>, at: usize, end: usize) -> usize {
    if text.is(at, "that") {
        return end;
    }
    let is_end = |at: &usize| text.is_outside_quotations(*at) && text.is_any(*at, &[",", "—", "–", "-"]);
    (at + 1..end.min(at + 100)).find(is_end).unwrap_or(end)
}
