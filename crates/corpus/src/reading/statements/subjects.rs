//! Subjects: whose verb a cue is.

use std::ops::Range;

use super::{
    Context,
    cues::{Cue, Form},
};
use crate::reading::{
    clauses::{PREPOSITIONS, head},
    lexicon::{Frame, Verb, lexicon},
    phrases::PartyFound,
    text::{Text, TokenKind},
    times::is_weekday,
    traits::Trait,
    words::is_finite_verb,
};

/// Back from token `at` over adverbs and days: "the ministry on Monday also".
pub(super) fn before_adverbials(context: Context<'_, '_>, at: usize, start: usize) -> usize {
    let text = context.text;
    let mut at = at;
    while at > start {
        let is_day = is_weekday(text.word(at - 1));
        let is_time = |at: usize| {
            let of_day = text.is_any(at, &["week", "month", "year", "night", "morning", "afternoon", "evening"])
                && (text.is_any(at - 1, &["last", "this", "earlier"]) || is_weekday(text.word(at - 1)));
            of_day || (is_year(text, at) && text.is(at - 1, "in"))
        };
        let is_period = at > start + 1 && is_time(at - 1);
        if is_period {
            at -= 2;
        } else if text.has(at - 1, Trait::Adverb) || is_day {
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

/// Whether token `at` is a number of four digits: "in 2010".
fn is_year(text: &Text<'_>, at: usize) -> bool {
    text.kind(at) == Some(TokenKind::Number) && text.word(at).len() == 4
}

/// Words that open a clause inside another.
const SUBORDINATORS: [&str; 17] = [
    "after", "although", "as", "because", "before", "how", "if", "since", "that", "though", "until", "what", "when",
    "where", "whether", "which", "while",
];

/// Whether the words name nobody: "no one", "none of them", "no official".
pub(crate) fn names_nobody(words: &str) -> bool {
    /// What is counted or measured behind "no" is there: "no fewer than five", "no small number".
    const COUNTING: [&str; 6] = ["fewer", "less", "lesser", "more", "small", "stranger"];
    /// "No one but Lee" and "none other than Lee" are Lee.
    const EXCEPTING: [&str; 8] = ["apart", "barring", "besides", "but", "except", "excepting", "save", "than"];

    let is = |word: &str, other: &str| word.eq_ignore_ascii_case(other);
    let is_any = |word: &str, others: &[&str]| others.iter().any(|other| is(word, other));
    let mut rest = words.split_whitespace();
    let (first, second) = (rest.next().unwrap_or_default(), rest.next().unwrap_or_default());
    let is_name = second.starts_with(char::is_uppercase);
    let is_nobody = if is(first, "no") {
        // "No Kwang Chol" and "No Labels" are somebody; so is a house, "No 10". "No Kenyan official" is not.
        let is_noun = !is_name || is(second, "one") || lexicon().place(second).is_some();
        second.starts_with(char::is_alphabetic) && is_noun && !is_any(second, &COUNTING) && !is(second, "to")
    } else if is(first, "not") {
        is(second, "one") || is(second, "a") && rest.clone().next().is_some_and(|word| is(word, "single"))
    } else if is(first, "neither") {
        !is_name || rest.clone().any(|word| is(word, "nor"))
    } else {
        is_any(first, &["no-one", "nobody", "none"]) && !is_name
    };
    is_nobody && !is_any(second, &EXCEPTING) && !rest.any(|word| is_any(word, &EXCEPTING))
}

/// Whose verb a cue is.
#[derive(Debug)]
pub(super) struct Subject {
    pub(super) form: Form,
    pub(super) party: Option<PartyFound>,
    /// Where a subject behind its verb ends, what is inserted after it included.
    pub(super) inverted: Option<usize>,
}

impl Subject {
    fn finite(party: PartyFound) -> Self {
        Self { form: Form::Finite, party: Some(party), inverted: None }
    }
}

/// Whether a participle stands between a number and a plural: "the 60 pledged delegates", "most reported cases".
fn is_attribute(text: &Text<'_>, previous: usize, group: &Range<usize>) -> bool {
    let counts = text.kind(previous) == Some(TokenKind::Number)
        || text.is_any(previous, &["all", "enough", "few", "fewer", "more", "most", "of"]);
    let next = text.word(group.end);
    counts
        && group.len() == 1
        && text.word(group.start).ends_with("ed")
        && next.ends_with('s')
        && next.starts_with(char::is_lowercase)
        && !text.has(group.end, Trait::Determiner)
}

/// Finds whose verb the group is: before it, behind it, or shared with a clause before.
pub(super) fn subject(
    context: Context<'_, '_>,
    group: &Range<usize>,
    before_group: usize,
    verb: &Verb,
    tokens: &Range<usize>,
    before: &[Cue],
) -> Option<Subject> {
    let text = context.text;
    if before_group == tokens.start {
        // "Said Ann Lee:": the sentence begins with its verb.
        let opens = is_inverting(verb) && is_finite_verb(&text.lower(group.start));
        let follows = |subject: &Subject| subject.inverted.is_some_and(|end| text.kind(end) == Some(TokenKind::Mark));
        return behind(context, group.end, tokens.end).filter(|subject| opens && follows(subject));
    }
    let previous = before_group.checked_sub(1)?;
    let is_quotation = |at: usize| text.tokens[at].quotation.is_some();
    if is_quotation(previous) {
        return behind(context, group.end, tokens.end).filter(|_| verb.has(Frame::Direct));
    }
    if text.is_any(previous, &["and", "but", "then"]) {
        let party = elided(context, group.start, tokens, before, false)?;
        return Some(Subject { form: Form::Coordinated, party: Some(party), inverted: None });
    }
    if text.is_any(previous, &[",", "—", "–", "-"]) {
        return beside_mark(context, group, verb, tokens, before_group);
    }
    let leads_to_marks = || {
        let first = group.end + usize::from(text.is_any(group.end, &[",", ":"]));
        text.tokens.get(first).is_some_and(|token| token.quotation.is_some())
    };
    if text.is_any(previous, &["who", "which"]) || (leads_to_marks() && is_relative_that(text, previous, tokens.start))
    {
        return relative(context, previous, verb, group, tokens).map(Subject::finite);
    }
    if is_attribute(text, previous, group) {
        return None;
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
    (!is_thing(context, &party)).then(|| Subject::finite(party))
}

/// Whether "that" at token `at`, directly before its verb, stands for a noun before it: "a message that said".
fn is_relative_that(text: &Text<'_>, at: usize, start: usize) -> bool {
    let Some(noun) = at.checked_sub(1).filter(|noun| *noun > start && text.is(at, "that")) else { return false };
    let is_verb = text.has(noun, Trait::FiniteVerb)
        || lexicon().verbs(&text.lower(noun)).iter().any(|verb| verb.has(Frame::That));
    text.kind(noun) == Some(TokenKind::Word)
        && !is_verb
        && !text.has(noun, Trait::Adverb)
        && !PREPOSITIONS.contains(&text.word(noun))
}

/// The subject of a verb after a comma or a dash: "Lee, the president, said", ", said Lee".
fn beside_mark(
    context: Context<'_, '_>,
    group: &Range<usize>,
    verb: &Verb,
    tokens: &Range<usize>,
    before_group: usize,
) -> Option<Subject> {
    let text = context.text;
    let inverted = behind(context, group.end, tokens.end).filter(|_| is_inverting(verb));
    let ends = |subject: &Subject| {
        let end = subject.inverted.unwrap_or(group.end);
        let follows = end >= tokens.end
            || text.kind(end) == Some(TokenKind::Mark)
            || text.has(end, Trait::Preposition)
            || is_weekday(text.word(end));
        let is_named =
            subject.party.as_ref().is_some_and(|party| party.tokens.clone().any(|at| text.starts_with_capital(at)));
        follows && (is_named || verb.lemma == "say")
    };
    let is_parenthesis =
        |subject: &Subject| subject.inverted.is_some_and(|end| text.is(end, ",") && end + 1 < tokens.end);
    let before = || context.parties.subject(before_group, tokens.start).filter(|party| !is_thing(context, party));
    match inverted.filter(ends) {
        Some(inverted) if !is_parenthesis(&inverted) => Some(inverted),
        Some(inverted) => before().map(Subject::finite).or(Some(inverted)),
        None => before().map(Subject::finite),
    }
}

/// Whether the subject of a verb can stand behind it: "said Lee", not "told Lee".
fn is_inverting(verb: &Verb) -> bool {
    verb.has(Frame::Direct) && !verb.has(Frame::ObjectAs) && (verb.lemma == "say" || !verb.has(Frame::AddresseeObject))
}

/// The subject behind its verb, whose words begin at token `at`: "said Ann Lee, the chair".
fn behind(context: Context<'_, '_>, at: usize, end: usize) -> Option<Subject> {
    let text = context.text;
    let party = context.parties.behind_verb(at, end).filter(|_| !text.has(at, Trait::Preposition))?;
    let is_name = !party.people.is_empty()
        || text.has(party.tokens.start, Trait::Determiner)
        || text.is_any(party.tokens.start, &["he", "she", "they"])
        // "“...,” says psychologist Ann Lee": a noun that leads up to a name.
        || party.tokens.clone().any(|at| text.starts_with_capital(at))
        || party.tokens.len() == 1 && text.word(party.tokens.start).ends_with('s');
    let inverted = Some(after_insertion(context, party.tokens.end, end));
    is_name.then_some(Subject { form: Form::Finite, party: Some(party), inverted })
}

/// Where what is inserted after a subject behind its verb ends: "said Ann Lee, director of a school in Rome, in May".
fn after_insertion(context: Context<'_, '_>, at: usize, end: usize) -> usize {
    let text = context.text;
    let end = end.min(at + 80);
    let is_inside = |at: &usize| text.is_outside_quotations(*at) && !text.is_any(*at, &[";", ":", "—", "."]);
    let last = at + (at..end).take_while(is_inside).count();
    // "said a group of lawmakers who met Roy": what tells which ones are meant.
    if text.is(at, "who") {
        return (at..last).find(|&at| text.is(at, ",")).unwrap_or(last);
    }
    let first = at + 1;
    let is_open =
        text.is_any(first, &["and", "but", "or", "so", "as", "when", "while", "because", "if", "after", "before"]);
    let is_going_on = is_open || text.word(first).ends_with("ing") || text.has(first, Trait::FiniteVerb);
    if first >= last || !text.is(at, ",") || is_going_on || text.has(first, Trait::Preposition) {
        return at;
    }
    let relative = (first..last).find(|&at| text.is_any(at, &["who", "which", "whose", "that"])).unwrap_or(last);
    let is_verbless = !(first..relative).any(|at| text.has(at, Trait::FiniteVerb));
    let close = (first..last).find(|&at| text.is(at, ",")).unwrap_or(last);
    let begins_clause = |at: usize| text.has(at, Trait::FiniteVerb) || text.is_any(at, &["and", "but", "who", "which"]);
    if close < last && begins_clause(close + 1) {
        close
    } else if is_verbless {
        last
    } else if text.has(first, Trait::Determiner) || relative == first {
        close
    } else {
        at
    }
}

/// "..., who said": the pronoun speaks, and means the words before it.
fn relative(
    context: Context<'_, '_>,
    pronoun: usize,
    verb: &Verb,
    group: &Range<usize>,
    tokens: &Range<usize>,
) -> Option<PartyFound> {
    let text = context.text;
    let has_comma = pronoun > tokens.start && text.is(pronoun - 1, ",");
    // Without a comma the clause only tells which one is meant, unless it plainly reports.
    let reports = verb.has(Frame::That)
        || text.is(group.end, "that")
        || text.tokens.get(group.end).is_some_and(|token| token.quotation.is_some());
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
    let head = head(context.text, &party.tokens);
    party.people.is_empty()
        && (THINGS.contains(&context.text.lower(head).as_str()) || is_weekday(context.text.word(head)))
}

/// The subject of the clause that a verb without one hangs on.
pub(super) fn elided(
    context: Context<'_, '_>,
    at: usize,
    tokens: &Range<usize>,
    before: &[Cue],
    hangs_on_main: bool,
) -> Option<PartyFound> {
    // "Lee said he backed it and added": it was Lee who added.
    let is_told = |(index, cue): &(usize, &Cue)| {
        let is_pronoun =
            cue.speaker.as_ref().is_some_and(|party| context.text.is_any(party.tokens.start, &["he", "she", "they"]));
        let opens = |outer: &Cue| cue.start == outer.end + usize::from(context.text.is(outer.end, "that"));
        is_pronoun && before[..*index].iter().rev().take(4).any(opens)
    };
    let cues = before.iter().enumerate().rev().filter(|told| told.1.form != Form::AccordingTo && !is_told(told));
    let of_cue = cues.map(|(_, cue)| cue).find_map(|cue| cue.speaker.clone());
    let party = of_cue.or_else(|| subject_of_verb_before(context, at, tokens.start, hangs_on_main))?;
    // Words that are themselves resolved keep the rule that says who they are only where they stand.
    Some(PartyFound { rule: Some("speaker-of-clause"), inferred: false, ..party })
}

/// The subject of the last verb before token `at` that has one: "the court" for "the court overruled him and said".
/// What hangs on the main clause passes over the others: "Lee left when the talks failed, saying".
pub(super) fn subject_of_verb_before(
    context: Context<'_, '_>,
    at: usize,
    start: usize,
    hangs_on_main: bool,
) -> Option<PartyFound> {
    let text = context.text;
    // After a pronoun even "plans" is a verb.
    let follows_pronoun = |at: usize| at > start && text.is_any(at - 1, &["he", "it", "she", "they", "we"]);
    let is_verb = |at: &usize| {
        text.is_outside_quotations(*at)
            && (text.has(*at, Trait::FiniteVerb) || follows_pronoun(before_adverbials(context, *at, start)))
    };
    let is_main = |party: &PartyFound| {
        let opener = party.tokens.start.checked_sub(1).filter(|opener| *opener >= start);
        !opener.is_some_and(|opener| text.is_any(opener, &SUBORDINATORS))
    };
    // "The firm runs a mine and says": a form that may be a noun is a verb where no other is there.
    let may_be_verb = |at: &usize| {
        text.is_outside_quotations(*at)
            && lexicon().verb_form(text.word(*at)).third
            && (text.has(at + 1, Trait::Determiner) || text.has(at + 1, Trait::Preposition))
    };
    let subjects = |is_verb: &dyn Fn(&usize) -> bool| {
        let verbs = (start.max(at.saturating_sub(50))..at).rev().filter(|at| is_verb(at));
        let mut subjects =
            verbs.filter_map(|verb| context.parties.subject(before_adverbials(context, verb, start), start));
        subjects.find(|party| !hangs_on_main || is_main(party))
    };
    subjects(&is_verb).or_else(|| subjects(&may_be_verb))
}

#[cfg(test)]
mod tests {
    use super::names_nobody;

    #[test]
    fn nobody_is_told_from_somebody() {
        for nobody in [
            "no one",
            "No One",
            "No-one",
            "Nobody",
            "none of them",
            "None",
            "neither leader",
            "Neither Lee nor Roy",
            "no official",
            "No Kenyan leader",
            "no other leader",
            "not one of the ministers",
            "Not a single official",
        ] {
            assert!(names_nobody(nobody), "{nobody}");
        }
        for somebody in [
            "",
            "No",
            "No Kwang Chol",
            "No Kwang Chol, the deputy minister,",
            "No Labels chairman Tom Reed",
            "No small number of diplomats",
            "No one apart from Lee",
            "None Asa, the envoy,",
            "Neither Party spokesman Tom Reed",
            "No. 10",
            "No 10",
            "No. 2 official",
            "Norway",
            "none other than Roy",
            "no less a figure than Roy",
            "no fewer than five leaders",
            "no one but Lee",
            "nobody other than Lee",
            "not only Lee",
            "another",
            "the leaders",
        ] {
            assert!(!names_nobody(somebody), "{somebody}");
        }
    }
}
