//! Quotations inside direct words: what somebody said that somebody else had said.

use std::ops::Range;

use rapporteur_model::Span;

use super::{ContentRule, Context, StatementFound, contents, cues};
use crate::reading::{lexicon::Frame, phrases::PartyFound, text::TokenKind, traits::Trait};

/// The statements that a turn of a transcript quotes.
pub(super) fn quoted_in_turn(context: Context<'_, '_>, passage: usize) -> Vec<StatementFound> {
    let sentences = context.text.passages[passage].sentences.clone();
    let found = sentences.flat_map(|sentence| {
        let cues = cues::cues(context, sentence);
        contents::statements(context, sentence, &cues)
    });
    let is_marked = |statement: &StatementFound| {
        statement.parts.iter().all(|part| context.text.slice(*part).starts_with(['“', '"', '‘', '\'']))
    };
    found.filter(is_marked).collect()
}

/// The statements between the marks of the other kind inside the marks of a statement: “They asked, ‘Why?’”
pub(super) fn quoted_within(context: Context<'_, '_>, outer: &StatementFound) -> Vec<StatementFound> {
    let text = context.text;
    let mut found = Vec::new();
    for part in &outer.parts {
        let at = text.quotations.partition_point(|known| known.span.start() < part.start());
        let Some(quotation) = text.quotations.get(at) else { continue };
        if quotation.span != *part {
            continue;
        }
        let tokens = quotation.first + 1..quotation.last;
        let is_single = text.is_any(quotation.first, &["'", "‘"]);
        let marked = if is_single { double_marked(context, &tokens) } else { single_marked(context, &tokens) };
        for inner in marked {
            found.extend(statement(context, &tokens, inner, outer.sentence));
        }
    }
    found
}

/// The strings between double marks among tokens, as their first and last.
fn double_marked(context: Context<'_, '_>, tokens: &Range<usize>) -> Vec<(usize, usize)> {
    let text = context.text;
    let mut found = Vec::new();
    let mut open = None;
    for at in tokens.clone() {
        let closes = text.is_any(at, &["\"", "”"]);
        match open.filter(|_| closes) {
            Some(first) => {
                found.push((first, at));
                open = None;
            }
            None if text.is_any(at, &["\"", "“"]) => open = Some(at),
            None => {}
        }
    }
    found
}

/// The strings between `‘` and `’` among tokens, as their first and last.
fn single_marked(context: Context<'_, '_>, tokens: &Range<usize>) -> Vec<(usize, usize)> {
    let text = context.text;
    let mut found = Vec::new();
    let mut open = None;
    for at in tokens.clone() {
        let touches_before = at > tokens.start && text.tokens[at - 1].span.end() == text.tokens[at].span.start();
        if text.is(at, "‘") || (text.is(at, "'") && !touches_before) {
            open = Some(at);
        } else if text.is_any(at, &["’", "'"])
            && let Some(first) = open.take()
        {
            found.push((first, at));
        }
    }
    found
}

/// The statement that leads up to the marked words: subject, reporting verb, whom it was said to.
fn statement(
    context: Context<'_, '_>,
    tokens: &Range<usize>,
    (first, last): (usize, usize),
    sentence: usize,
) -> Option<StatementFound> {
    let text = context.text;
    let verb_at = (tokens.start..first).rev().take(8).find(|&at| {
        text.kind(at) == Some(TokenKind::Word)
            && !text.has(at - 1, Trait::Determiner)
            && crate::reading::lexicon::lexicon()
                .verbs(&text.lower(at))
                .iter()
                .any(|verb| verb.has(Frame::Direct) && verb.particles.is_empty())
    })?;
    let mut start = verb_at;
    while start > tokens.start && text.kind(start - 1) != Some(TokenKind::Mark) {
        start -= 1;
    }
    let speaker = context.parties.before(verb_at, start)?;
    let addressee = context
        .parties
        .after(verb_at + 1, first, false)
        .filter(|party| text.is_any(party.tokens.start, &["me", "us", "him", "her", "them"]));
    let addressee = addressee.map(|party| PartyFound { tokens: party.tokens.start..party.tokens.start + 1, ..party });
    let part: Span = text.span(first, last);
    let mut statement = StatementFound::new(Some(speaker), Some(verb_at..verb_at + 1), vec![part], sentence);
    statement.addressee = addressee;
    Some(statement.by(ContentRule::Nested))
}
