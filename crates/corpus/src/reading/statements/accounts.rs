//! Accounts: "according to Roy", before, behind or inside what he says.

use std::ops::Range;

use rapporteur_model::Span;

use super::{
    Context,
    cues::{Cue, Form},
};
use crate::reading::{
    lexicon::{Frame, Verb, lexicon},
    phrases::PartyFound,
    text::{Text, TokenKind},
    traits::Trait,
};

/// "according to", "as reported by": the words at token `at` that name whose account something is.
pub(super) fn group(text: &Text<'_>, at: usize) -> Option<Range<usize>> {
    if text.is_any(at, &["according"]) && text.is(at + 1, "to") {
        return Some(at..at + 2);
    }
    if !(text.is_any(at, &["as"]) && text.is(at + 2, "by")) {
        return None;
    }
    let verb = text.word(at + 1);
    let tells = |verb: &&Verb| verb.has(Frame::That) && !verb.has(Frame::Belief);
    let is_told = lexicon().verb_form(verb).participle || verb.ends_with("ed");
    (is_told && lexicon().verbs(verb).iter().any(tells)).then_some(at..at + 3)
}

/// The cue that "according to" or "as reported by" in `group` makes.
pub(super) fn cue(context: Context<'_, '_>, group: Range<usize>, tokens: &Range<usize>) -> Option<Cue> {
    let verb = *lexicon().verbs("said").first()?;
    let party = context.parties.after(group.end, tokens.end, true)?;
    let party = context.parties.with_modifier(with_title_in_marks(context, party), tokens.end);
    Some(Cue {
        start: group.start,
        group,
        verb,
        form: Form::AccordingTo,
        end: party.tokens.end,
        speaker: Some(party),
        addressee: None,
        limit: tokens.end,
        patient: None,
    })
}

/// 'the trade paper "Útvegur,"': a title in marks that belongs to the party's words.
fn with_title_in_marks(context: Context<'_, '_>, mut party: PartyFound) -> PartyFound {
    let text = context.text;
    let quotation = text.tokens.get(party.tokens.end).and_then(|token| token.quotation).map(|at| text.quotations[at]);
    if let Some(quotation) =
        quotation.filter(|quotation| quotation.first == party.tokens.end && quotation.last - quotation.first <= 6)
    {
        party.tokens.end = quotation.last + 1;
    }
    party
}

/// "In May, according to Roy, A": the words on both sides of an account that breaks a clause.
pub(super) fn around(text: &Text<'_>, cue: &Cue, start: usize, end: usize) -> Option<Vec<Span>> {
    let opening = cue.group.start.checked_sub(1).filter(|opening| *opening > start)?;
    let is_inserted = [",", "—", "–", "-"].iter().any(|mark| text.is(opening, mark) && text.is(cue.end, mark));
    let first = cue.end + 1;
    let goes_on = first < end
        && text.is_outside_quotations(opening)
        && (text.kind(first) != Some(TokenKind::Mark) || !text.is_outside_quotations(first))
        && !text.is_any(first, &["after", "although", "as", "but", "though", "when", "where", "which", "while", "who"])
        && !text.word(first).ends_with("ing");
    if !(is_inserted && goes_on) {
        return None;
    }
    // A whole clause before it is all he says; what follows then says more of him.
    let is_part = !(start..opening).any(|at| text.has(at, Trait::FiniteVerb));
    is_part.then(|| vec![text.span(start, opening - 1), text.span(first, end - 1)])
}
