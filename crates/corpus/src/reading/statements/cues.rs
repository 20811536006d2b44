//! Cues: the verb groups that report, with their sources and addressees.

use std::ops::Range;

use super::{
    Context, LONGEST_HEADLINE, Occasion, accounts,
    groups::{self, Role},
    homographs::{disagrees, is_rather_noun},
    nominal, nonfinite,
    openings::TIMES,
    passives::{self, Passive},
    subjects::{before_adverbials, names_nobody, subject},
};
use crate::reading::{
    lexicon::{Frame, Verb, lexicon},
    phrases::PartyFound,
    text::{Text, TokenKind},
    times::is_weekday,
    traits::Trait,
};

/// Where a cue's content stands, seen from the cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A verb with a subject of its own: "Lee said".
    Finite,
    /// A verb that shares the subject of one before it: "and added".
    Coordinated,
    /// A participle: ", adding".
    Participle,
    /// A participle or gerund inside a clause: "a statement calling", "by saying".
    Embedded,
    /// "was asked", "has been called": who hears it or what it is about is the subject.
    Passive,
    /// A noun: "his claim that", "a promise to".
    Nominal,
    /// "according to", "as reported by".
    AccordingTo,
}

/// A verb group that reports.
#[derive(Debug, Clone)]
pub(super) struct Cue {
    /// The verb group with its auxiliaries and particles, without adverbs before it.
    pub(super) group: Range<usize>,
    pub(super) verb: &'static Verb,
    pub(super) form: Form,
    pub(super) speaker: Option<PartyFound>,
    pub(super) addressee: Option<PartyFound>,
    /// Where cue, inverted subject and addressee end: what follows can be content.
    pub(super) end: usize,
    /// Where the clause of the cue begins: its subject, or the verb group.
    pub(super) start: usize,
    /// Where its content ends at the latest.
    pub(super) limit: usize,
    /// The subject of a passive, where it is part of what is said: "the plan was called a mistake".
    pub(super) patient: Option<Range<usize>>,
}

/// Words, in lower case, by which a cue can be found, and which report nothing themselves.
pub(in crate::reading) const FINDING: [&str; 2] = ["according", "as"];

/// The cues of a sentence, in order.
pub(super) fn cues(context: Context<'_, '_>, sentence: usize) -> Vec<Cue> {
    let text = context.text;
    let tokens = text.sentences[sentence].tokens.clone();
    let mut cues: Vec<Cue> = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        if !text.has(at, Trait::OpensCue) || !text.is_outside_quotations(at) {
            at += 1;
            continue;
        }
        let cue = cue_at(context, at, &tokens, &cues);
        at = cue.as_ref().map_or(at + 1, |cue| cue.group.end.max(at + 1));
        cues.extend(cue);
    }
    cues
}

fn cue_at(context: Context<'_, '_>, at: usize, tokens: &Range<usize>, before: &[Cue]) -> Option<Cue> {
    let text = context.text;
    if text.kind(at) != Some(TokenKind::Word) {
        return None;
    }
    // "States" and "Reports" are names; only a sentence's first word has a capital of its own, and all of a headline.
    let may_be_verb = |at: usize| text.word(at).ends_with('s') && is_title_case(text, tokens);
    if text.starts_with_capital(at) && at > tokens.start && !may_be_verb(at) {
        return None;
    }
    if let Some(group) = accounts::group(text, at) {
        return accounts::cue(context, group, tokens);
    }
    // A noun inside what somebody says already is part of that.
    verb_cue(context, at, tokens, before)
        .or_else(|| if before.is_empty() { nominal::cue(context, at, tokens) } else { None })
}

/// Whether a sentence is a line in which every word of some length has a capital: "Roy Says Lee Should Resign".
fn is_title_case(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let words = || tokens.clone().filter(|&at| text.kind(at) == Some(TokenKind::Word));
    tokens.len() <= LONGEST_HEADLINE
        && words().filter(|&at| text.starts_with_capital(at)).count() >= 4
        && words()
            .all(|at| text.starts_with_capital(at) || (text.word(at).len() <= 4 && !text.has(at, Trait::FiniteVerb)))
}

/// The cue that the verb at token `at` makes.
fn verb_cue(context: Context<'_, '_>, at: usize, tokens: &Range<usize>, before: &[Cue]) -> Option<Cue> {
    let text = context.text;
    if !(text.has(at, Trait::Reports) || text.has(at, Trait::FiniteVerb)) {
        return None;
    }
    let word = text.lower(at);
    let listed = verb_at(context, at, &word, tokens.end);
    let takes_marks = listed.is_some_and(|(verb, _)| verb.has(Frame::Direct) || verb.has(Frame::That));
    let after_words = || verb_after_words(context, at, tokens);
    let (verb, end) = listed.filter(|_| takes_marks).or_else(after_words).or(listed)?;
    let end = end_of_expression(text, verb, end).min(tokens.end);
    // "continued to insist", "began by noting": another verb says what was said.
    let leads_on = text.is_any(end, &["by", "to"]) || text.word(end).ends_with("ing");
    if leads_on && matches!(verb.lemma, "begin" | "continue" | "go on") {
        return None;
    }
    // "declined to comment": nothing is said.
    if verb.lemma == "decline" && text.is(end, "to") && text.has(end + 1, Trait::Reports) {
        return None;
    }
    // What is thought is no statement, unless its words stand there in marks.
    if verb.has(Frame::Belief) && !verb.has(Frame::Direct) {
        return None;
    }
    if let Some(asked) = passives::reduced(context, verb, at..end, tokens) {
        return Some(asked);
    }
    let group = groups::group(context, at..end, tokens.start)?;
    let before_group = before_adverbials(context, group.tokens.start, tokens.start);
    let mut limit = tokens.end;
    let (form, speaker, inverted) = match group.role {
        Role::Passive => return Passive { group: &group, verb }.cue(context, tokens),
        Role::Finite if word.ends_with("ing") && !carries_statement(verb) => return None,
        Role::Finite => {
            let found = subject(context, &group.tokens, before_group, verb, tokens, before)?;
            (found.form, found.party, found.inverted)
        }
        Role::Participle | Role::Gerund => {
            let source = nonfinite::source(context, &group, verb, tokens, before)?;
            limit = source.limit;
            (source.form, source.speaker, None)
        }
    };
    if form == Form::Coordinated && goes_on_from_auxiliary(text, verb, at, before) {
        return None;
    }
    let after_subject = inverted.unwrap_or(end);
    let addressee = addressee(context, verb, after_subject, tokens.end);
    let can_be_noun = form == Form::Finite || (form == Form::Coordinated && verb.particles.is_empty());
    let own_subject = speaker.as_ref().filter(|_| form == Form::Finite);
    if can_be_noun && inverted.is_none() && is_rather_noun(context, verb, at..end, own_subject) {
        return None;
    }
    let stands_alone = group.tokens.start == at && inverted.is_none();
    if own_subject.is_some_and(|subject| stands_alone && disagrees(context, verb, at, subject)) {
        return None;
    }
    // "Neither side said what it was about": nobody says anything, and neither does Roy in "neither Lee nor Roy said".
    let is_nobody = |source: &PartyFound| {
        let before = source.tokens.start.checked_sub(1);
        before.is_some_and(|at| text.is(at, "nor")) || names_nobody(&text.words(source.tokens.clone()))
    };
    if speaker.as_ref().is_some_and(is_nobody) {
        return None;
    }
    if own_subject.is_some_and(|subject| verb.lemma == "call" && is_naming(text, subject, end)) {
        return None;
    }
    // "praised the plan, which works": what is praised ends with its own words.
    if !verb.has(Frame::That) {
        limit = limit.min(nonfinite::clause_end(text, after_subject, tokens.end));
    }
    let start = match &speaker {
        Some(speaker) if form == Form::Finite && inverted.is_none() => {
            clause_start(context, speaker.tokens.start, tokens.start)
        }
        _ => before_group,
    };
    Some(Cue {
        end: addressee.as_ref().map_or(after_subject, |party| party.tokens.end),
        group: group.tokens,
        verb,
        form,
        speaker,
        addressee,
        start,
        limit,
        patient: None,
    })
}

/// "said she would send a team and share the list": whether a bare form after "and" belongs to an auxiliary or a "to"
/// among the words that the cue before reports.
fn goes_on_from_auxiliary(text: &Text<'_>, verb: &Verb, at: usize, before: &[Cue]) -> bool {
    const LEADING: [&str; 9] = ["can", "could", "may", "might", "must", "should", "to", "will", "would"];
    let form = lexicon().verb_form(text.word(at));
    let is_bare = verb.lemma.split(' ').next().is_some_and(|lemma| text.is(at, lemma)) && !form.past;
    let Some(outer) = before.last().filter(|_| is_bare) else { return false };
    (outer.end..at).any(|between| text.is_outside_quotations(between) && text.is_any(between, &LEADING))
}

/// Whether "called" gives a thing its name: "a class called “Seeing”", not "what a minister called “a door”".
fn is_naming(text: &Text<'_>, subject: &PartyFound, end: usize) -> bool {
    let before = subject.tokens.start.checked_sub(1);
    text.tokens.get(end).is_some_and(|token| token.quotation.is_some())
        && subject.people.is_empty()
        && text.is_any(subject.tokens.start, &["a", "an", "another"])
        && !before.is_some_and(|before| text.is_any(before, &["as", "that", "what", "which", "who", ","]))
}

/// Where the clause of a subject that begins at token `at` begins: at the comma before "the veteran reporter Ann Lee",
/// of which the name alone is the subject.
fn clause_start(context: Context<'_, '_>, at: usize, start: usize) -> usize {
    let text = context.text;
    let lead = (start + 1..at).rev().take(5).take_while(|&before| text.kind(before) == Some(TokenKind::Word));
    let opening = lead.into_iter().find(|&before| text.is(before - 1, ",") && text.has(before, Trait::Determiner));
    opening.unwrap_or(at)
}

/// Whether the verb's form in "-ing" can carry a statement.
pub(super) fn carries_statement(verb: &Verb) -> bool {
    verb.has(Frame::Participle) || verb.has(Frame::Direct)
}

/// "expressed the hope that it works": what is expressed is part of the cue where a clause says what it is.
fn end_of_expression(text: &Text<'_>, verb: &Verb, end: usize) -> usize {
    const EXPRESSED: [&str; 11] = [
        "belief",
        "concern",
        "confidence",
        "conviction",
        "expectation",
        "fear",
        "fears",
        "hope",
        "hopes",
        "optimism",
        "regret",
    ];
    let noun = end + usize::from(text.is_any(end, &["her", "his", "its", "the", "their"]));
    let is_expressed = matches!(verb.lemma, "express" | "voice") && text.is_any(noun, &EXPRESSED);
    if is_expressed && text.is(noun + 1, "that") { noun + 1 } else { end }
}

/// The reporting verb whose first word token `at` is, and where its particles end, in a sentence that ends at `limit`.
fn verb_at(context: Context<'_, '_>, at: usize, word: &str, limit: usize) -> Option<(&'static Verb, usize)> {
    lexicon().verbs(word).iter().copied().find_map(|verb| {
        let particles = verb.particles.iter().enumerate();
        let follows = particles.clone().all(|(index, particle)| context.text.is_any(at + 1 + index, &[particle]));
        let end = at + 1 + verb.particles.len();
        (follows && end <= limit).then_some((verb, end))
    })
}

/// A verb that no list has, but that can only report: "“...,” Lee fumed". The comma inside the marks says so.
fn verb_after_words(context: Context<'_, '_>, at: usize, tokens: &Range<usize>) -> Option<(&'static Verb, usize)> {
    let text = context.text;
    if !text.has(at, Trait::FiniteVerb) || !text.word(at).ends_with("ed") {
        return None;
    }
    let from = tokens.start.max(at.saturating_sub(8));
    let marked = (from..at).rev().find(|&before| text.tokens[before].quotation.is_some())?;
    let words = text.quotations[text.tokens[marked].quotation?];
    let ends_open = words.last > words.first && text.is_any(words.last - 1, &[",", "?", "!"]);
    let is_plain = (marked + 1..at).all(|between| {
        text.kind(between) != Some(TokenKind::Mark)
            && !text.has(between, Trait::FiniteVerb)
            && !text.is_any(between, &["and", "but"])
    });
    let verb = *lexicon().verbs("said").first()?;
    (words.last == marked && ends_open && is_plain && at > marked + 1).then_some((verb, at + 1))
}

/// Whom the words are said to, where the verb takes the addressee after it.
fn addressee(context: Context<'_, '_>, verb: &Verb, at: usize, end: usize) -> Option<PartyFound> {
    let text = context.text;
    if verb.has(Frame::AddresseeObject) {
        let party = hearer(text, context.parties.after(at, end, false)?);
        // "promised a ship", "pledged support": what is promised is no addressee, unless a clause follows it.
        let is_followed = text
            .is_any(party.tokens.end, &["that", "to", ",", ":", "about", "in", "of", "on", "at", "for", "during", "."])
            || text.tokens.get(party.tokens.end).is_none_or(|token| token.quotation.is_some())
            || party.tokens.end >= end
            || is_weekday(text.word(party.tokens.end))
            || (matches!(verb.lemma, "congratulate" | "thank") && text.is_any(party.tokens.end, &["and", "but"]))
            || verb.lemma == "tell";
        let names_hearer = !party.people.is_empty()
            || text.starts_with_capital(party.tokens.start)
            || text.is_any(
                party.tokens.start,
                &["her", "his", "the", "reporters", "journalists", "him", "them", "me", "us", "you"],
            )
            || verb.lemma == "tell";
        let is_asked = verb.has(Frame::Infinitive) && text.is(party.tokens.end, "to");
        let is_thanked = matches!(verb.lemma, "congratulate" | "thank");
        let names_hearer = names_hearer || is_asked || is_thanked;
        let is_verb = verb.has(Frame::NounPhrase) && matches!(verb.lemma, "welcome" | "warn" | "promise" | "guarantee")
            || (verb.lemma == "request" && !text.is(party.tokens.end, "to"));
        return Some(party).filter(|_| is_followed && names_hearer && !is_verb);
    }
    if text.is(at, "to") && (verb.has(Frame::AddresseeTo) || verb.has(Frame::Direct)) {
        return context.parties.after(at + 1, end, false).filter(|party| {
            !party.people.is_empty() || text.is_any(party.tokens.start, &["reporters", "journalists"])
        });
    }
    None
}

/// A hearer's own words, without when and where they heard it: "told reporters afterwards", "outside the hall".
fn hearer(text: &Text<'_>, party: PartyFound) -> PartyFound {
    const LATER: [&str; 6] = ["afterward", "afterwards", "earlier", "later", "outside", "there"];
    if !party.people.is_empty() {
        return party;
    }
    let is_aside =
        |&at: &usize| text.has(at, Trait::Adverb) || text.is_any(at, &LATER) || TIMES.contains(&text.word(at));
    let end = (party.tokens.start + 1..party.tokens.end).find(is_aside).unwrap_or(party.tokens.end);
    PartyFound { tokens: party.tokens.start..end, ..party }
}

/// Those who hear for the public.
const PRESS: [&str; 6] = ["broadcaster", "journalists", "newspaper", "press", "reporter", "reporters"];

/// Where the words of a cue were said, if not at a table.
pub(super) fn occasion(context: Context<'_, '_>, cue: &Cue) -> Occasion {
    let text = context.text;
    let end = text.sentences[text.sentence_of(cue.group.start)].tokens.end;
    let place = format!("{} ", text.lower_words(cue.end..end.min(cue.end + 8)));
    if [
        "press conference",
        "news conference",
        "briefing",
        "press event",
        "press availability",
        "afterward",
        "after the ",
    ]
    .iter()
    .any(|occasion| place.contains(occasion))
    {
        return Occasion::PressConference;
    }
    let hears = cue.addressee.as_ref().is_some_and(|party| {
        let is_country = lexicon().place(&text.words(party.tokens.clone())).is_some();
        party.people.is_empty() && !is_country && !text.is_any(party.tokens.start, &["him", "her", "them", "it"])
    });
    let is_press = cue.addressee.as_ref().is_some_and(|party| party.tokens.clone().any(|at| text.is_any(at, &PRESS)));
    if is_press {
        return Occasion::Press;
    }
    let is_published =
        ["in a statement", "in an interview", "on x ", "in a post"].iter().any(|occasion| place.contains(occasion));
    let is_posted = matches!(cue.verb.lemma, "tweet" | "post" | "write");
    if hears || is_published || is_posted { Occasion::Public } else { Occasion::Open }
}

#[cfg(test)]
mod tests;
