//! Openings: where the content of a cue that stands before it begins.

use super::{Context, cues::Cue};
use crate::reading::{
    lexicon::Frame,
    text::{Text, TokenKind},
    times::is_weekday,
    traits::Trait,
};

/// How many tokens an adverbial between a cue and its content has at most.
const LONGEST_ADVERBIAL: usize = 12;
/// Prepositions that begin an adverbial of the reporting clause.
const ADVERBIAL_PREPOSITIONS: [&str; 15] = [
    "after", "at", "before", "by", "during", "for", "from", "in", "on", "over", "through", "to", "under", "via", "with",
];
pub(super) const TIMES: [&str; 14] = [
    "afternoon",
    "earlier",
    "evening",
    "later",
    "month",
    "morning",
    "night",
    "today",
    "tonight",
    "week",
    "weekend",
    "year",
    "years",
    "yesterday",
];

/// The first token of what the cue reports, where that goes no farther than `end`.
pub(super) fn opening(context: Context<'_, '_>, cue: &Cue, end: usize) -> Option<usize> {
    let text = context.text;
    let first = cue.end;
    if text.is(first, "that") {
        return Some(first + usize::from(!is_pronoun(text, first)));
    }
    if text.is(first, ",") && text.is(first + 1, "that") {
        return Some(first + 2);
    }
    // "said, in a letter, that it rains": past the insertion.
    if text.is(first, ",") && text.is_any(first + 1, &ADVERBIAL_PREPOSITIONS) {
        let mut insertion = first + 1..end.min(first + LONGEST_ADVERBIAL);
        let comma = insertion.find(|&at| text.is(at, ",") && text.is_outside_quotations(at))?;
        return text.is(comma + 1, "that").then_some(comma + 2);
    }
    let is_infinitive = |at: usize| text.is(at, "to") && cue.verb.has(Frame::Infinitive);
    // "urged people to leave that way": what somebody is to do is no adverbial.
    if names_topic(context, cue) || is_infinitive(first) {
        return Some(first);
    }
    // "said at least 30 ships came", "said over 30 ships came": an amount opens the clause.
    let is_amount = text.is(first, "at") && text.is_any(first + 1, &["least", "most"])
        || text.is_any(first, &["about", "around", "over", "under"]) && text.kind(first + 1) == Some(TokenKind::Number);
    if is_amount && cue.verb.has(Frame::That) {
        return Some(first);
    }
    let mut words = (first..end.min(first + LONGEST_ADVERBIAL)).take_while(|&at| is_plain(text, at));
    // "told voters in Rome on Monday that it rains".
    if (opens_adverbial(text, first) || cue.verb.has(Frame::AddresseeObject))
        && let Some(that) = words.find(|&at| text.is(at, "that") && !text.is_any(at - 1, &["and", "or"]))
    {
        return Some(that + 1);
    }
    if cue.verb.lemma == "ask"
        && let Some(question) =
            (first..end.min(first + LONGEST_ADVERBIAL)).find(|&at| text.is_any(at, &["if", "whether"]))
    {
        return Some(question);
    }
    let after_time = after_time(text, first);
    if after_time > first
        && text.kind(after_time) == Some(TokenKind::Word)
        && (!text.is_any(after_time, &ADVERBIAL_PREPOSITIONS) || is_infinitive(after_time))
    {
        return Some(after_time);
    }
    let takes_clause = cue.verb.has(Frame::That) || cue.verb.has(Frame::Infinitive);
    if takes_clause && text.is_any(first, &ADVERBIAL_PREPOSITIONS) {
        return after_preposition(context, cue, first, end);
    }
    Some(first)
}

/// Whether "that" at token `at` is a pronoun and joins no clause: "said that's untrue", "said that is untrue".
fn is_pronoun(text: &Text<'_>, at: usize) -> bool {
    let ends = text.is_any(at + 1, &[".", ";"]) || text.tokens.get(at + 1).is_none();
    ends || text.kind(at + 1) == Some(TokenKind::Possessive)
        || text.is_any(at + 1, &["is", "may", "might", "was", "would"])
}

/// Whether what a hearer is told of, asked for or pressed on follows: "reminded her of the law".
pub(super) fn names_topic(context: Context<'_, '_>, cue: &Cue) -> bool {
    let text = context.text;
    let leads = (cue.verb.lemma != "tell" && text.is_any(cue.end, &["about", "of"]))
        || (cue.verb.lemma == "ask" && text.is(cue.end, "for"))
        || (cue.verb.lemma == "thank" && text.is(cue.end, "for"))
        || (matches!(cue.verb.lemma, "brief" | "congratulate")
            && text.is(cue.end, "on")
            && !is_weekday(text.word(cue.end + 1)))
        || (cue.verb.lemma == "press" && text.is_any(cue.end, &["for", "on"]) && !is_weekday(text.word(cue.end + 1)));
    leads && cue.addressee.is_some() && cue.verb.has(Frame::AddresseeObject)
}

/// A word that can stand in an adverbial: "said in Seoul on Monday that", not "said it rains that".
fn is_plain(text: &Text<'_>, at: usize) -> bool {
    text.is_outside_quotations(at) && text.kind(at) != Some(TokenKind::Mark) && !text.has(at, Trait::FiniteVerb)
}

fn opens_adverbial(text: &Text<'_>, at: usize) -> bool {
    text.is_any(at, &ADVERBIAL_PREPOSITIONS)
        || text.is_any(at, &["and", "early", "last", "late", "this"])
        || TIMES.contains(&text.word(at))
        || is_weekday(text.word(at))
        || text.has(at, Trait::Adverb)
}

/// Past the day or the time after a cue: "said on Thursday the talks went well", "said late last week it rained".
fn after_time(text: &Text<'_>, first: usize) -> usize {
    let mut at = first + usize::from(text.is(first, "on"));
    while text.is_any(at, &["early", "earlier", "last", "late", "later", "this"]) && at < first + 3 {
        at += 1;
    }
    let start = at;
    while is_weekday(text.word(at)) || TIMES.contains(&text.word(at)) {
        at += 1;
    }
    if at > start { at } else { first }
}

/// Past an adverbial that begins with a preposition: "promised at a rally to end", "said in Seoul it rains". Where
/// nothing shows its end, nothing is reported.
fn after_preposition(context: Context<'_, '_>, cue: &Cue, first: usize, end: usize) -> Option<usize> {
    let text = context.text;
    let adverbial = first + 1..end.min(first + LONGEST_ADVERBIAL);
    adverbial.clone().find(|&at| {
        let is_infinitive = cue.verb.has(Frame::Infinitive) && text.is(at, "to");
        let is_subject = at > first + 1
            && text.is_any(at, &["I", "he", "it", "she", "they", "we"])
            && !text.is_any(at - 1, &ADVERBIAL_PREPOSITIONS)
            && text.word(at + 1).starts_with(char::is_lowercase)
            && (first..at).all(|before| is_plain(text, before));
        text.is_outside_quotations(at) && (is_infinitive || is_subject)
    })
}
