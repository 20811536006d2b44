//! Subjects: whose verb a cue is.

use std::ops::Range;

use super::{
    Context,
    cues::{Cue, Form},
};
use crate::reading::{
    lexicon::{Frame, Verb},
    phrases::PartyFound,
    text::TokenKind,
    times::is_weekday,
    words::{DETERMINERS, is_adverb},
};

/// Back from token `at` over adverbs and days: "the ministry on Monday also".
pub(super) fn before_adverbials(context: Context<'_, '_>, at: usize, start: usize) -> usize {
    let text = context.text;
    let mut at = at;
    while at > start {
        let is_day = is_weekday(text.word(at - 1));
        let is_period = at > start + 1
            && text.is_any(at - 1, &["week", "month", "year", "night", "morning", "afternoon", "evening"])
            && (text.is_any(at - 2, &["last", "this", "earlier"]) || is_weekday(text.word(at - 2)));
        if is_period {
            at -= 2;
        } else if is_adverb(text.word(at - 1)) || is_day {
            at -= 1;
            if is_day && at > start && text.is(at - 1, "on") {
                at -= 1;
            }
        } else {
            break;
        }
    }
    at
}

/// Whose verb it is.
pub(super) fn subject(
    context: Context<'_, '_>,
    group: &Range<usize>,
    before_group: usize,
    verb: &Verb,
    tokens: &Range<usize>,
    before: &[Cue],
) -> Option<(Form, Option<PartyFound>, bool)> {
    let text = context.text;
    let previous = before_group.checked_sub(1).filter(|previous| *previous >= tokens.start);
    let is_quotation = |at: usize| text.tokens[at].quotation.is_some();
    let is_coordinating = |at: usize| text.is_any(at, &["and", "but", "then"]);
    let previous = previous?;
    let after = || {
        let party = context.parties.after(group.end, tokens.end, false)?;
        let is_name = !party.people.is_empty()
            || text.starts_with_capital(party.tokens.start)
            || DETERMINERS.contains(&text.lower(party.tokens.start).as_str())
            || text.is_any(party.tokens.start, &["he", "she", "they"])
            // "“...,” says psychologist Ann Lee": a noun that leads up to a name.
            || party.tokens.clone().any(|at| text.starts_with_capital(at))
            || party.tokens.len() == 1 && text.word(party.tokens.start).ends_with('s');
        is_name.then_some(party)
    };
    if is_quotation(previous) {
        let party = after().filter(|_| verb.has(Frame::Direct))?;
        return Some((Form::Finite, Some(party), true));
    }
    if is_coordinating(previous) {
        return elided(context, group.start, tokens, before).map(|party| (Form::Coordinated, Some(party), false));
    }
    if text.is_any(previous, &[",", "—", "–", "-"]) {
        if let Some(party) = before_apposition(context, previous, tokens.start) {
            return Some((Form::Finite, Some(party), false));
        }
        let party = after().filter(|party| verb.lemma == "say" && party.tokens.end + 3 >= tokens.end)?;
        return Some((Form::Finite, Some(party), true));
    }
    if text.is_any(previous, &["who", "which"]) {
        return relative(context, previous, group, tokens).map(|party| (Form::Finite, Some(party), false));
    }
    let alone_after_words = previous > tokens.start && is_quotation(previous - 1) && text.starts_with_capital(previous);
    let party = context.parties.before(before_group, tokens.start).or_else(|| {
        // "“...,” From said": whatever the word is elsewhere, here it is a name.
        alone_after_words.then(|| PartyFound {
            tokens: previous..previous + 1,
            people: Vec::new(),
            rule: None,
            inferred: false,
            from: Vec::new(),
        })
    })?;
    let is_thing = is_thing(context, &party);
    (!is_thing).then_some((Form::Finite, Some(party), false))
}

/// "..., who said": the pronoun speaks, and means the words before it.
fn relative(
    context: Context<'_, '_>,
    pronoun: usize,
    group: &Range<usize>,
    tokens: &Range<usize>,
) -> Option<PartyFound> {
    let text = context.text;
    let has_comma = pronoun > tokens.start && text.is(pronoun - 1, ",");
    // Without a comma the clause only tells which one is meant, unless it plainly reports.
    let reports =
        text.is(group.end, "that") || text.tokens.get(group.end).is_some_and(|token| token.quotation.is_some());
    let antecedent =
        context.parties.before(pronoun - usize::from(has_comma), tokens.start).filter(|_| has_comma || reports)?;
    Some(PartyFound {
        tokens: pronoun..pronoun + 1,
        rule: (!antecedent.people.is_empty()).then_some("relative-antecedent"),
        inferred: false,
        from: if antecedent.people.is_empty() { Vec::new() } else { vec![antecedent.tokens] },
        people: antecedent.people,
    })
}

/// Whether a party is a thing that can report nothing: "the talks", "trade", "the call".
fn is_thing(context: Context<'_, '_>, party: &PartyFound) -> bool {
    const THINGS: [&str; 22] = [
        "call", "day", "dinner", "economy", "event", "exports", "forum", "imports", "lunch", "market", "meeting",
        "month", "prices", "summit", "talks", "trade", "trip", "visit", "war", "week", "year", "years",
    ];
    party.people.is_empty() && THINGS.contains(&context.text.lower(party.tokens.end - 1).as_str())
}

/// "Lee, the president, said", "Lee, 63, a voter, said", "Lee — long a critic — said": the party before the insertion
/// that mark `closing` ends.
fn before_apposition(context: Context<'_, '_>, closing: usize, start: usize) -> Option<PartyFound> {
    let text = context.text;
    let mark = text.word(closing);
    let openings = (start..closing).rev().filter(|&at| text.is(at, mark) && text.is_outside_quotations(at));
    openings.take(4).find_map(|opening| {
        let first = text.lower(opening + 1);
        let is_insertion = matches!(
            first.as_str(),
            "who"
                | "which"
                | "a"
                | "an"
                | "the"
                | "whose"
                | "in"
                | "at"
                | "on"
                | "during"
                | "after"
                | "for"
                | "with"
                | "speaking"
                | "now"
                | "then"
                | "former"
        ) || first.ends_with("ing")
            || text.kind(opening + 1) == Some(TokenKind::Number)
            || mark != ","
            || crate::reading::names::title_at(text, opening + 1, opening + 1, closing).is_some();
        let party = context.parties.before(opening, start)?;
        // "“...,” Ann Lee, of Ohio, said": what follows words in marks up to the verb is their speaker.
        let follows_words = party.tokens.start > start && text.tokens[party.tokens.start - 1].quotation.is_some();
        let begins =
            party.tokens.start == start || follows_words || text.is_any(party.tokens.start - 1, &[",", "and", "but"]);
        let is_name = !party.people.is_empty() || (text.starts_with_capital(party.tokens.start) && begins);
        ((is_insertion || follows_words) && is_name).then_some(party)
    })
}

/// The subject of the clause that a verb without one hangs on.
pub(super) fn elided(context: Context<'_, '_>, at: usize, tokens: &Range<usize>, before: &[Cue]) -> Option<PartyFound> {
    let of_cue = before.iter().rev().filter(|cue| cue.form != Form::AccordingTo).find_map(|cue| cue.speaker.clone());
    let party = of_cue.or_else(|| clause_subject(context, at, tokens))?;
    // Words that are themselves resolved keep the rule that says who they are only where they stand.
    Some(PartyFound { rule: Some("speaker-of-clause"), inferred: false, ..party })
}

/// Who the sentence begins with, an introduction up to a comma apart.
pub(super) fn clause_subject(context: Context<'_, '_>, before: usize, tokens: &Range<usize>) -> Option<PartyFound> {
    let text = context.text;
    let mut first = tokens.start;
    if text.is_any(first, &["In", "On", "At", "During", "After", "Before", "For", "With", "Later", "Earlier"]) {
        let comma = (first..before).find(|&at| text.is(at, ",") && text.is_outside_quotations(at));
        first = comma.map_or(first, |comma| comma + 1);
    }
    context.parties.after(first, before, false).filter(|party| party.tokens.end < before)
}
