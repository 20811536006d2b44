//! Verb groups: which words before a verb belong to it, and whether what it tells was done.

use std::ops::Range;

use super::Context;
use crate::reading::{
    text::{Text, TokenKind},
    traits::Trait,
};

/// A verb with the words that help it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// From the first auxiliary to the last particle.
    pub(super) tokens: Range<usize>,
    pub(super) role: Role,
}

/// How a verb stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// With a subject before or behind it: "Lee said", "Lee has been saying", "Lee went on to explain".
    Finite,
    /// A participle: ", adding", "a statement calling".
    Participle,
    /// After a preposition: "by pointing out", "in announcing".
    Gerund,
    /// What its subject was told or called: "was asked", "has been criticised".
    Passive,
}

const BE: [&str; 8] = ["am", "are", "be", "been", "being", "is", "was", "were"];
const HAVE: [&str; 3] = ["had", "has", "have"];
/// Auxiliaries that only stress or repeat: "did say", "would often say".
const DO: [&str; 3] = ["did", "do", "does"];
/// Words after which a verb tells nothing that was said.
const NOT_DONE: [&str; 12] =
    ["can", "cannot", "could", "may", "might", "must", "never", "not", "shall", "should", "will", "without"];
/// Adverbs after "would" that tell of what was done: "would later say".
const LATER: [&str; 9] = [
    "afterward",
    "eventually",
    "frequently",
    "later",
    "often",
    "repeatedly",
    "sometimes",
    "subsequently",
    "ultimately",
];
/// Words after which a verb's form is a noun: "a report", "their demand".
const NOUN_MAKERS: [&str; 12] = ["a", "an", "any", "her", "his", "its", "joint", "no", "of", "the", "their", "this"];
/// Verbs whose infinitive or participle tells what was done: "continued to insist", "began by telling".
const DONE: [&str; 40] = [
    "appear",
    "appeared",
    "appears",
    "began",
    "begin",
    "begins",
    "begun",
    "came",
    "chose",
    "comes",
    "continue",
    "continued",
    "continues",
    "dared",
    "ended",
    "felt",
    "goes",
    "gone",
    "hastened",
    "keep",
    "keeps",
    "kept",
    "managed",
    "opened",
    "proceeded",
    "proceeds",
    "ran",
    "returned",
    "rose",
    "seem",
    "seemed",
    "seems",
    "started",
    "starts",
    "stepped",
    "stood",
    "turned",
    "turns",
    "ventured",
    "went",
];
/// Verbs whose infinitive says what for; their participle says what was not done: "stopped writing".
const GOALS: [&str; 9] = ["paused", "rushed", "stopped", "took", "use", "used", "uses", "using", "wrote"];
/// Qualities of one who did it: "was quick to point out".
const READY: [&str; 19] = [
    "careful", "content", "correct", "eager", "fast", "first", "forced", "glad", "happy", "last", "obliged", "only",
    "pleased", "proud", "quick", "right", "slow", "sorry", "swift",
];
/// Prepositions whose gerund tells what was done.
const BEFORE_GERUND: [&str; 8] = ["after", "before", "by", "in", "since", "upon", "when", "while"];

/// The group of the verb that stands in `verb`, its particles included; `None` where nothing was said with it.
pub(super) fn group(context: Context<'_, '_>, verb: Range<usize>, start: usize) -> Option<Group> {
    let text = context.text;
    let is_participle = text.lower(verb.start).ends_with("ing");
    let mut role = if is_participle { Role::Participle } else { Role::Finite };
    let mut group = verb.clone();
    // No English verb has more than four auxiliaries.
    for _ in 0..6 {
        let Some(previous) = before_adverbs(text, group.start, start) else { break };
        let is_whole = group.start < verb.start || is_participle;
        let previous = before_insertion(text, previous, start).filter(|_| !is_whole).unwrap_or(previous);
        let word = text.lower(previous);
        let word = word.as_str();
        // A name such as Will or May is no auxiliary.
        if text.starts_with_capital(previous) && previous > start {
            break;
        }
        let is_bare = group.start == verb.start;
        let is_denied = NOT_DONE.contains(&word) || word.ends_with("n't") || word.ends_with("n’t");
        let follows_pronoun =
            previous > start && text.is_any(previous - 1, &["he", "she", "it", "who", "that", "what"]);
        let is_owned = text.kind(previous) == Some(TokenKind::Possessive) && !follows_pronoun;
        let is_noun = is_bare && (NOUN_MAKERS.contains(&word) || is_owned);
        if is_denied || is_noun {
            return None;
        }
        // "He's saying", "Lee's been calling": the verb, and no possessive.
        let is_contracted = is_participle && text.kind(previous) == Some(TokenKind::Possessive);
        if is_contracted && text.is_any(previous, &["'s", "’s"]) {
            role = Role::Finite;
            group.start = previous;
        } else if word == "to" {
            group.start = infinitive(text, previous, start)?;
            role = Role::Finite;
        } else if BE.contains(&word) {
            if is_bare {
                role = if is_participle { Role::Finite } else { Role::Passive };
            }
            group.start = previous;
        } else if HAVE.contains(&word) || DO.contains(&word) || word == "would" {
            if word == "would" && !text.is_any(previous + 1, &LATER) {
                return None;
            }
            group.start = previous;
        } else if is_bare && is_participle && BEFORE_GERUND.contains(&word) {
            role = Role::Gerund;
            break;
        } else if is_bare && is_participle && DONE.contains(&word) {
            role = Role::Finite;
            group.start = previous;
        } else {
            break;
        }
    }
    Some(Group { tokens: group, role })
}

/// The token before token `at`, adverbs passed over.
fn before_adverbs(text: &Text<'_>, at: usize, start: usize) -> Option<usize> {
    let mut previous = at.checked_sub(1).filter(|previous| *previous >= start)?;
    while previous > start
        && !text.is(previous, "never")
        && (text.has(previous, Trait::Adverb) || text.is_any(previous, &["long", "seldom"]))
    {
        previous -= 1;
    }
    Some(previous)
}

/// The auxiliary before what is inserted between it and its participle, whose last token is `last`: "has in the past
/// said", "has, for years, said".
fn before_insertion(text: &Text<'_>, last: usize, start: usize) -> Option<usize> {
    /// How many tokens an insertion has at most.
    const LONGEST: usize = 7;
    let is_bracketed = text.is(last, ",");
    let auxiliary = (start..last).rev().take(LONGEST).find(|&at| text.is_any(at, &HAVE))?;
    let first = auxiliary + 1 + usize::from(is_bracketed);
    let is_phrase =
        is_bracketed == text.is(auxiliary + 1, ",") && text.is_any(first, &["for", "in", "on", "over", "so"]);
    let is_plain = (first..last + usize::from(!is_bracketed)).all(|at| {
        text.is_outside_quotations(at) && text.kind(at) != Some(TokenKind::Mark) && !text.has(at, Trait::FiniteVerb)
    });
    (is_phrase && is_plain).then_some(auxiliary)
}

/// Where the group of the verb begins that an infinitive with its "to" depends on, if what the infinitive tells was
/// done: "went on to", "was quick to", "used the speech to".
fn infinitive(text: &Text<'_>, to: usize, start: usize) -> Option<usize> {
    let governor = before_adverbs(text, to, start)?;
    if text.is_any(governor, &DONE) || text.is_any(governor, &GOALS) {
        return Some(governor);
    }
    if text.is_any(governor, &["on", "forward", "up", "out"]) && governor > start && text.is_any(governor - 1, &DONE) {
        return Some(governor - 1);
    }
    if text.is_any(governor, &READY) {
        let be = (start..governor).rev().take(3).find(|&at| text.is_any(at, &BE))?;
        return Some(be);
    }
    purpose(text, governor, start)
}

/// "used the speech to denounce", "took to the podium to announce": back over an object to the verb of the clause.
fn purpose(text: &Text<'_>, last: usize, start: usize) -> Option<usize> {
    const MEANS: [&str; 14] = [
        "appeared", "came", "returned", "rose", "spoke", "stepped", "stood", "stopped", "took", "turned", "use",
        "used", "uses", "went",
    ];
    let is_inside = |at: &usize| {
        text.is_outside_quotations(*at) && (text.kind(*at) != Some(TokenKind::Mark) || text.is_any(*at, &["’", "'"]))
    };
    (start..=last).rev().take(12).take_while(is_inside).find(|&at| text.is_any(at, &MEANS))
}
