//! Why statements were read, in lines for people: what `rapporteur show --explain` adds.

use std::{collections::BTreeMap, fmt::Write};

use rapporteur_corpus::reading::{CueReason, PassedVerb, SpeakerPlace, StatementReasons};
use rapporteur_model::{Anchor, PersonId, Record, Span, Statement};

use crate::facts::quoted;

/// The reasons of each statement of `shown`, in its order, from what the reader read now: `read` and its `reasons`.
///
/// Statements are the same where their cues and their first words are; one that only `shown` has gets a line that
/// says so.
pub(crate) fn notes(shown: &Record, read: &Record, reasons: &[StatementReasons]) -> Vec<Vec<String>> {
    let known: BTreeMap<_, _> = read
        .statements
        .iter()
        .zip(reasons)
        .map(|(statement, reasons)| (key(statement), (statement, reasons)))
        .collect();
    let note = |statement: &Statement| match known.get(&key(statement)) {
        Some((read, reasons)) => lines(read, reasons),
        None => vec!["the reader does not read this now".to_owned()],
    };
    shown.statements.iter().map(note).collect()
}

/// What tells a statement from the others: its cue and its first words.
fn key(statement: &Statement) -> (Option<Span>, Option<Span>) {
    (statement.cue.as_ref().map(|cue| cue.span), statement.parts.first().map(|part| part.span))
}

fn lines(statement: &Statement, reasons: &StatementReasons) -> Vec<String> {
    let mut lines = Vec::new();
    let mut push = |name: &str, what: String| lines.push(format!("{name:<9}{what}"));
    if let (Some(cue), Some(reason)) = (&statement.cue, &reasons.cue) {
        push("cue", format!("{}, {}", quoted(cue), of_cue(reason)));
    }
    let mut content = reasons.content.describe().to_owned();
    if !reasons.weighed.is_empty() {
        let weighed: Vec<&str> = reasons.weighed.iter().map(|rule| rule.describe()).collect();
        content = format!("{content}; tried before: {}", weighed.join("; "));
    }
    push("content", content);
    if let (Some(speaker), Some(place)) = (&statement.speaker, reasons.speaker) {
        push("speaker", of_speaker(&speaker.anchor, &speaker.people, place));
    }
    for PassedVerb { words, is_cue } in &reasons.passed {
        let why = if *is_cue { "a cue without words" } else { "not read as a cue" };
        push("passed", format!("{} at bytes {}, {why}", quoted(words), words.span));
    }
    lines
}

fn of_cue(reason: &CueReason) -> String {
    let form = reason.form.describe();
    match &reason.verb {
        Some(verb) => format!("{form}: {} ({})", verb.lemma, verb.frames.join(", ")),
        None => form.to_owned(),
    }
}

/// Where the speaker was found, who that is, and by which rule.
fn of_speaker(anchor: &Anchor, people: &[PersonId], place: SpeakerPlace) -> String {
    let ids: Vec<String> = people.iter().map(ToString::to_string).collect();
    let who = if ids.is_empty() { "no person the article names".to_owned() } else { ids.join(" ") };
    let mut line = format!("{}; {} is {who}", place.describe(), quoted(anchor));
    if let Some(rule) = anchor.rule() {
        let _ = write!(line, " by {}", rule.as_str());
    }
    let from: Vec<String> = anchor.from().iter().map(quoted).collect();
    if !from.is_empty() {
        let _ = write!(line, ", from {}", from.join(" "));
    }
    line
}
