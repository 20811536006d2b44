//! Homographs: forms of reporting verbs that are as often nouns, such as "states", "report" and "calls".

use std::ops::Range;

use super::Context;
use crate::reading::{
    lexicon::{Frame, Verb, lexicon},
    phrases::PartyFound,
    text::{Text, TokenKind},
    times::is_weekday,
    traits::Trait,
};

/// Forms that are a verb only where the words around them say so.
const NOUNS: [&str; 14] = [
    "challenge",
    "offer",
    "order",
    "plan",
    "reason",
    "reasons",
    "share",
    "shares",
    "signal",
    "signals",
    "state",
    "states",
    "voice",
    "voices",
];
/// Pronouns that begin a clause or are an object.
const PRONOUNS: [&str; 16] = [
    "he",
    "herself",
    "him",
    "himself",
    "i",
    "it",
    "itself",
    "me",
    "she",
    "them",
    "themselves",
    "they",
    "us",
    "we",
    "what",
    "you",
];

/// Whether the verb that stands in `words` is more often a noun in this form, and nothing around it says otherwise.
/// Its subject says so only where it stands before it: `speaker`.
pub(super) fn is_rather_noun(
    context: Context<'_, '_>,
    verb: &Verb,
    words: Range<usize>,
    speaker: Option<&PartyFound>,
) -> bool {
    let text = context.text;
    let form = text.lower(words.start);
    let form = form.as_str();
    if !(NOUNS.contains(&form) || lexicon().is_reporting_noun(form) || lexicon().verb_form(form).noun) {
        return false;
    }
    // "denied reports that": what another verb directly before it takes.
    if words.start.checked_sub(1).is_some_and(|before| {
        let form = lexicon().verb_form(text.word(before));
        form.past && !form.noun && !text.starts_with_capital(before) && text.is_outside_quotations(before)
    }) {
        return true;
    }
    let can_say = |party: &PartyFound| {
        let is_person =
            !party.people.is_empty() || text.is_any(party.tokens.start, &["he", "she", "they", "it", "who", "which"]);
        // "Chad, Togo vow to talk": a headline's list is a plural.
        let is_list = party.tokens.start.checked_sub(2).is_some_and(|last| {
            text.is(last + 1, ",") && text.starts_with_capital(last) && text.starts_with_capital(party.tokens.start)
        });
        is_person
            || (is_list && !form.ends_with('s'))
            || (form.ends_with('s') && !NOUNS.contains(&form) && is_name(text, &party.tokens))
    };
    let is_said = speaker.is_some_and(|party| can_say(party) || stands_alone_after_words(text, party, words.end));
    !is_said && !takes_words(text, verb, words.end)
}

/// Whether a form that is as often a noun cannot be the verb of its subject, which is one: "Roy press secretary Ann Lee".
pub(super) fn disagrees(context: Context<'_, '_>, verb: &Verb, at: usize, subject: &PartyFound) -> bool {
    let text = context.text;
    let form = lexicon().verb_form(text.word(at));
    let is_plain = verb.lemma.split(' ').next().is_some_and(|lemma| text.is(at, lemma)) && !form.past && form.noun;
    let is_joined = subject.tokens.start.checked_sub(1).is_some_and(|before| text.is_any(before, &["and", "or", ","]));
    let is_named = is_name(text, &subject.tokens) && !text.word(subject.tokens.end - 1).ends_with('s');
    let is_one = text.has(subject.tokens.start, Trait::Determiner)
        && subject.people.is_empty()
        && !text.is_any(subject.tokens.start, &["all", "both", "most", "some", "these", "those"])
        && !text.word(subject.tokens.end - 1).ends_with('s')
        && !text.is_any(subject.tokens.end - 1, &["men", "people", "police", "three", "two", "women"]);
    is_plain && !is_joined && (is_named || is_one || text.is_any(subject.tokens.start, &["he", "it", "she"]))
}

/// Whether what begins at token `at` can only follow a verb.
fn takes_words(text: &Text<'_>, verb: &Verb, at: usize) -> bool {
    // Behind a noun no other noun phrase begins: "Roy calls it", "the union claims its law works".
    text.is_any(at, &["that", ","])
        || text.has(at, Trait::Determiner)
        || text.is_any(at, &PRONOUNS)
        || (verb.has(Frame::That) && text.is(at, "more"))
        || text.tokens.get(at).is_some_and(|token| token.quotation.is_some())
}

/// Whether every word has a capital: "Northern Post reports", not "the weather reports".
fn is_name(text: &Text<'_>, words: &Range<usize>) -> bool {
    words.clone().all(|at| text.kind(at) == Some(TokenKind::Word) && text.starts_with_capital(at))
}

/// "“...,” the letter reads": whether words that end openly stand before the subject, and no other verb follows: not "the
/// report" of "“...,” the report said".
fn stands_alone_after_words(text: &Text<'_>, subject: &PartyFound, end: usize) -> bool {
    let closing = subject.tokens.start.checked_sub(1).filter(|at| *at > 0);
    let is_alone = text.kind(end) != Some(TokenKind::Word)
        || text.has(end, Trait::Preposition)
        || text.has(end, Trait::Adverb)
        || is_weekday(text.word(end));
    is_alone && closing.is_some_and(|at| !text.is_outside_quotations(at) && text.is_any(at - 1, &[",", "!", "?"]))
}
