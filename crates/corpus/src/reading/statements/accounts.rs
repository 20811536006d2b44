//! Accounts: "according to Roy", before, behind or inside what he says.

use std::ops::Range;

use rapporteur_model::Span;

use super::{
    Context,
    cues::{Cue, Form},
};
use crate::reading::{
    lexicon::lexicon,
    phrases::PartyFound,
    text::{Text, TokenKind},
    words::is_finite_verb,
};

/// The cue that "according to" at token `at` makes.
pub(super) fn cue(context: Context<'_, '_>, at: usize, tokens: &Range<usize>) -> Option<Cue> {
    let verb = *lexicon().verbs("said").first()?;
    let party = context.parties.after(at + 2, tokens.end, true).map(|party| with_title_in_marks(context, party))?;
    Some(Cue {
        start: at,
        group: at..at + 2,
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
    let is_part = !(start..opening).any(|at| is_finite_verb(text.word(at)));
    is_part.then(|| vec![text.span(start, opening - 1), text.span(first, end - 1)])
}
