//! Quotations that no cue takes: what stands around them says whose they are.

use std::ops::Range;

use super::{ContentRule, Context, StatementFound, contents, cues::Cue, subjects};
use crate::reading::{
    lexicon::{Frame, lexicon},
    names::is_function_word,
    phrases::PartyFound,
    text::{Quotation, Text, TokenKind},
    traits::Trait,
};

/// Adds the statements of the quotations in a sentence that neither its cues nor those `found` have.
pub(super) fn add_unclaimed(context: Context<'_, '_>, sentence: usize, cues: &[Cue], found: &mut Vec<StatementFound>) {
    let text = context.text;
    let tokens = text.sentences[sentence].tokens.clone();
    let first = text.quotations.partition_point(|quotation| quotation.first < tokens.start);
    let inside = text.quotations[first..].iter().take_while(|quotation| quotation.first < tokens.end);
    for quotation in inside.filter(|quotation| !contents::is_title_or_scare_quote(text, quotation)) {
        if found.iter().rev().take(8).any(|statement| statement.holds(quotation.span)) {
            continue;
        }
        let statement = after_lead(context, quotation, &tokens, cues)
            .or_else(|| before_speaker(context, quotation, &tokens))
            .map(|statement| StatementFound { sentence, ..statement });
        let Some(statement) = statement else { continue };
        // "“A,” Lee said of the talks, “B.”": the cue has other words already.
        let same = found.iter_mut().rev().take(8).find(|known| known.cue.is_some() && known.cue == statement.cue);
        match same.filter(|known| known.parts.last().is_some_and(|part| part.end() <= quotation.span.start())) {
            Some(known) => known.parts.push(quotation.span),
            None => found.push(statement),
        }
    }
}

/// "Lee: “A.”", "Lee resisted: “A.”", "As her friends sang back then, “A.”": a colon, or a comma before a capital, leads
/// up to words that end the sentence.
fn after_lead(
    context: Context<'_, '_>,
    quotation: &Quotation,
    tokens: &Range<usize>,
    cues: &[Cue],
) -> Option<StatementFound> {
    let text = context.text;
    let mark = quotation.first.checked_sub(1).filter(|mark| *mark > tokens.start)?;
    let is_colon = text.is(mark, ":");
    let is_utterance = text.starts_with_capital(quotation.first + 1)
        && quotation.last - quotation.first > 4
        && !contents::is_all_capitals(text, quotation);
    let is_last = after_source(text, quotation.last + 1, tokens.end).all(|at| text.kind(at) == Some(TokenKind::Mark));
    if !(is_last && (is_colon || (text.is(mark, ",") && is_utterance))) {
        return None;
    }
    // "Higher prices - Lee:": a heading before the name.
    let dash = (tokens.start..mark).rev().take(8).find(|&at| text.is_any(at, &["—", "–", "-"]) && is_colon);
    let label = dash.and_then(|dash| label(context, dash + 1..mark));
    if let Some(label) = label {
        return Some(
            StatementFound::new(Some(label), Some(mark..mark + 1), vec![quotation.span], 0).by(ContentRule::Lead),
        );
    }
    // "Lee told the press on Monday: “A.”": the cue stands there already.
    let mut cues = cues.iter().rev().filter(|cue| cue.verb.has(Frame::Direct) && cue.speaker.is_some());
    if let Some(cue) = cues.find(|cue| cue.group.start < mark) {
        return Some(StatementFound::of_cue(context, cue, vec![quotation.span], 0).by(ContentRule::MarksFarther));
    }
    let speaker = lead_speaker(context, dash.map_or(tokens.start, |dash| dash + 1)..mark)?;
    let cue = is_colon.then_some(mark..mark + 1);
    Some(StatementFound::new(Some(speaker), cue, vec![quotation.span], 0).by(ContentRule::Lead))
}

/// The tokens from `at` on without a source in brackets: "“A.” [The Times.]"
fn after_source(text: &Text<'_>, at: usize, end: usize) -> Range<usize> {
    const LONGEST: usize = 8;
    let close =
        (at..end.min(at + LONGEST)).find(|&close| text.is_any(at, &["[", "("]) && text.is_any(close, &["]", ")"]));
    close.map_or(at, |close| close + 1)..end
}

/// The name that `words` are, and what may lead up to it: "Ann Lee", "More from Ann Lee".
fn label(context: Context<'_, '_>, words: Range<usize>) -> Option<PartyFound> {
    let text = context.text;
    let leads = text.lower(words.start) == "more" && text.is(words.start + 1, "from");
    let name = words.start + if leads { 2 } else { 0 }..words.end;
    let is_name =
        !name.is_empty() && name.clone().all(|at| text.starts_with_capital(at) || text.is_any(at, &["and", "."]));
    if !is_name {
        return None;
    }
    let party = context.parties.before(name.end, name.start).filter(|party| party.tokens == name);
    Some(party.unwrap_or(PartyFound {
        tokens: name,
        people: Vec::new(),
        rule: None,
        inferred: false,
        from: Vec::new(),
    }))
}

/// Who speaks after the words `lead`: the subject of their verb, or else whom they name last: "Lee:", "More from Lee:".
pub(super) fn lead_speaker(context: Context<'_, '_>, lead: Range<usize>) -> Option<PartyFound> {
    let text = context.text;
    let named = |party: &PartyFound| !party.people.is_empty() || text.starts_with_capital(party.tokens.start);
    let is_label = |party: &PartyFound| party.tokens.start == lead.start && party.tokens.len() <= 12;
    let nearest = context
        .parties
        .before(lead.end, lead.start)
        .filter(|party| named(party) && (party.tokens.len() <= 5 || is_label(party)));
    let near_verb = lead.end.saturating_sub(40).max(lead.start)..lead.end;
    let has_verb = near_verb.into_iter().any(|at| text.is_outside_quotations(at) && text.has(at, Trait::FiniteVerb));
    if !has_verb && nearest.is_some() {
        return nearest;
    }
    subject(context, &lead)
        .or(nearest)
        .or_else(|| subjects::subject_of_verb_before(context, lead.end, lead.start, true))
}

/// The person whom a sentence or its clauses begin with: "Lee was blunt", "Soon after the talks, Lee was blunt", "In
/// other words, explained Lee".
fn subject(context: Context<'_, '_>, tokens: &Range<usize>) -> Option<PartyFound> {
    let text = context.text;
    let commas = (tokens.start..tokens.end.min(tokens.start + 40))
        .filter(|&at| text.is(at, ",") && text.is_outside_quotations(at))
        .map(|comma| comma + 1);
    std::iter::once(tokens.start).chain(commas).take(4).find_map(|first| {
        let opens = text.is_any(first, &["and", "as", "but", "or", "so", "then"])
            || lexicon().verbs(&text.lower(first)).iter().any(|verb| verb.has(Frame::Direct));
        let first = first + usize::from(opens);
        context.parties.after(first, tokens.end, false).filter(|party| {
            let is_named = party.tokens.clone().any(|at| text.starts_with_capital(at))
                && !is_function_word(text.word(party.tokens.start))
                && text.has(party.tokens.end, Trait::FiniteVerb);
            is_somebody(context, party) || is_named
        })
    })
}

/// "“A,” he mocks", "“A!” Lee shrugged": after words that end openly, a subject and its verb say whose they are.
fn before_speaker(context: Context<'_, '_>, quotation: &Quotation, tokens: &Range<usize>) -> Option<StatementFound> {
    let text = context.text;
    let ends_openly = text.is_any(quotation.last.saturating_sub(1), &[",", "?", "!"]);
    let party = context.parties.after(quotation.last + 1, tokens.end, false)?;
    let verb = party.tokens.end;
    let has_verb = text.kind(verb) == Some(TokenKind::Word)
        && (text.has(verb, Trait::FiniteVerb) || text.word(verb).ends_with('s'))
        && verb < tokens.end;
    let is_statement = quotation.closed && ends_openly && has_verb && is_somebody(context, &party);
    let found = || StatementFound::new(Some(party), Some(verb..verb + 1), vec![quotation.span], 0);
    is_statement.then(|| found().by(ContentRule::MarksBeforeSubject))
}

/// Whether a party is a person, and not a thing that only stands where one might.
fn is_somebody(context: Context<'_, '_>, party: &PartyFound) -> bool {
    !party.people.is_empty() || context.text.is_any(party.tokens.start, &["he", "she", "they"])
}

/// Who a sentence that reports nothing is about: "Lee was blunt."
pub(super) fn person_told_of(context: Context<'_, '_>, sentence: usize) -> Option<PartyFound> {
    subject(context, &context.text.sentences[sentence].tokens).filter(|party| is_somebody(context, party))
}

/// The words of a sentence that goes on with what the sentence before quoted, where marks begin it: "“A” and all the
/// rest." They are all of it, or only what is marked where a clause of somebody else hangs on: "“A,” which Lee doubts."
pub(super) fn words_going_on(context: Context<'_, '_>, sentence: usize) -> Option<rapporteur_model::Span> {
    let text = context.text;
    let tokens = text.sentences[sentence].tokens.clone();
    let quotation = text.quotations[text.tokens[tokens.start].quotation?];
    let is_utterance = text.starts_with_capital(quotation.first + 1) && quotation.last - quotation.first > 3;
    if !is_utterance || quotation.last + 1 >= tokens.end || contents::is_title_or_scare_quote(text, &quotation) {
        return None;
    }
    let hangs_on = text.is_any(quotation.last + 1, &["which", "who", "—", "–", "-", "(", "["])
        || text.is_any(quotation.last - 1, &[",", ".", "?", "!"]);
    let mut last = tokens.end - 1;
    while last > quotation.last && text.is_any(last, &[".", "!", "?"]) {
        last -= 1;
    }
    Some(if hangs_on { quotation.span } else { text.span(quotation.first, last) })
}
