//! Complements: what an object is called, described or hailed as.

use std::ops::Range;

use super::{Context, cues::Cue};
use crate::reading::{
    text::{Text, TokenKind},
    times::is_weekday,
    traits::Trait,
};

/// How many words an object with a complement has at most.
const LONGEST_OBJECT: usize = 6;
/// Pronouns that are an object by themselves.
const OBJECTS: [&str; 15] = [
    "her",
    "herself",
    "him",
    "himself",
    "it",
    "itself",
    "me",
    "myself",
    "that",
    "them",
    "themselves",
    "these",
    "this",
    "us",
    "you",
];
/// Words behind somebody called by telephone, besides prepositions, adverbs and days.
const OF_TELEPHONES: [&str; 18] = [
    "ago",
    "and",
    "back",
    "but",
    "collect",
    "early",
    "last",
    "late",
    "names",
    "next",
    "or",
    "out",
    "so",
    "that",
    "to",
    "today",
    "up",
    "yesterday",
];

/// Whether what stands in `words` is an object and what it is called or described as.
pub(super) fn has_complement(context: Context<'_, '_>, cue: &Cue, words: Range<usize>) -> bool {
    let text = context.text;
    let marked = words.clone().any(|at| text.tokens[at].quotation.is_some());
    match cue.verb.lemma {
        "call" => marked || is_renamed(text, words),
        _ => marked || words.clone().any(|at| text.is(at, "as")),
    }
}

/// "called Canada a friend", "called him unfit", "called the pact a mistake".
fn is_renamed(text: &Text<'_>, words: Range<usize>) -> bool {
    let first = words.start;
    let object = first + 1..words.end.min(first + LONGEST_OBJECT);
    if text.is_any(first, &OBJECTS) {
        return is_name_or_quality(text, first + 1, words.end);
    }
    let mut ends = object.take_while(|&at| {
        text.kind(at) != Some(TokenKind::Mark)
            && !text.has(at - 1, Trait::Preposition)
            && !text.has(at, Trait::FiniteVerb)
    });
    if text.starts_with_capital(first) {
        return ends
            .find(|&at| !text.starts_with_capital(at))
            .is_some_and(|at| is_name_or_quality(text, at, words.end));
    }
    !text.has(first, Trait::Preposition) && ends.any(|at| text.is_any(at, &["a", "an"]))
}

/// Whether what somebody is called can begin at token `at`, and not when or why he was called.
fn is_name_or_quality(text: &Text<'_>, at: usize, end: usize) -> bool {
    at < end
        && text.kind(at) == Some(TokenKind::Word)
        && !text.has(at, Trait::Preposition)
        && !text.is_any(at, &OF_TELEPHONES)
        && !text.has(at, Trait::Adverb)
        && !is_weekday(text.word(at))
}

/// Whether the object is put at a number: "put the cost at about 3 million".
pub(super) fn names_amount(context: Context<'_, '_>, words: Range<usize>) -> bool {
    let text = context.text;
    let is_number = |at: usize| {
        text.kind(at) == Some(TokenKind::Number)
            || text.is_any(at, &["$", "billion", "half", "million", "£", "€"])
            || text.tokens[at].quotation.is_some()
    };
    words
        .clone()
        .any(|at| at > words.start && text.is_any(at, &["at"]) && (at + 1..words.end.min(at + 9)).any(is_number))
}
