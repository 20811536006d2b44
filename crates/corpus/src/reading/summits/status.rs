//! Whether a meeting took place: what the verb group, or what is said of the noun, tells of it.

use std::ops::Range;

use rapporteur_model::Status;

use crate::reading::{
    lexicon::lexicon,
    text::{Text, TokenKind},
    times,
    traits::Trait,
};

/// Words before a verb that put it into the future.
const AHEAD: [&str; 5] = ["can", "shall", "to", "will", "would"];
/// What may stand before "to" without making the meeting a mere wish: "is scheduled to meet".
const SCHEDULING: [&str; 18] = [
    "agreed",
    "agreeing",
    "arrangements",
    "arranging",
    "due",
    "expected",
    "forward",
    "intends",
    "likely",
    "making",
    "plan",
    "planned",
    "planning",
    "plans",
    "preparing",
    "scheduled",
    "set",
    "slated",
];
/// Verbs of journeys that are over: "flew to Lima to meet Roy".
const JOURNEYS: [&str; 10] =
    ["came", "crossed", "drove", "flew", "hurried", "journeyed", "rushed", "traveled", "travelled", "went"];
const BE: [&str; 8] = ["also", "are", "be", "been", "being", "is", "was", "were"];
/// Wishes and refusals before an infinitive, which make no meeting.
const WISHING: [&str; 18] = [
    "ask", "asked", "declined", "hope", "hoped", "hopes", "offered", "refused", "sought", "try", "trying", "unable",
    "want", "wanted", "wants", "willing", "wish", "wishes",
];

/// Pronouns that an auxiliary can be joined to.
const SUBJECTS: [&str; 6] = ["he", "i", "she", "they", "we", "you"];

/// Where the group of the verb at `at` begins, and what it says of the meeting; `None` where it says that no meeting is
/// meant.
pub(super) fn of_verb(text: &Text<'_>, at: usize, start: usize) -> Option<(usize, Status)> {
    // "If the two meet": nobody has met yet, or will for certain.
    let is_clause = |&at: &usize| text.is_outside_quotations(at) && !text.is_any(at, &[",", ";", "that"]);
    let mut clause = (start..at).rev().take(16).take_while(is_clause);
    if clause.any(|at| text.is_any(at, &["if", "unless"])) {
        return None;
    }
    let mut first = at;
    let mut status = Status::Held;
    let mut is_denied = false;
    for _ in 0..10 {
        let Some(before) = first.checked_sub(1).filter(|&before| before >= start) else { break };
        if !text.is_outside_quotations(before) {
            break;
        }
        let word = text.lower(before);
        let word = word.as_str();
        let contracted = word.split_once(['\'', '’']).filter(|(pronoun, _)| SUBJECTS.contains(pronoun));
        if let Some((_, ending)) = contracted {
            // "we'll meet", "I'm meeting" lie ahead, "I've met" lies behind.
            let is_ahead = ending == "ll" || (matches!(ending, "m" | "re") && text.word(at).ends_with("ing"));
            if is_ahead {
                status = Status::Planned;
            }
            first = before;
            break;
        }
        if word == "to" && before > start && text.is_any(before - 1, &["yet"]) && first == at {
            // "has yet to meet Roy"
            is_denied = true;
            first = before - 1;
            continue;
        }
        if word == "no" && status == Status::Planned && text.is_any(first, &["plan", "plans"]) {
            // "has no plans to meet Roy"
            is_denied = true;
            first = before;
            continue;
        }
        if word == "to" && first == at && follows_journey(text, before, start) {
            return Some((before, Status::Held));
        }
        if AHEAD.contains(&word) {
            status = Status::Planned;
        } else if word == "not" || word.ends_with("n't") || word.ends_with("n’t") {
            is_denied = true;
            if word.starts_with("wo") || word.starts_with("would") {
                status = Status::Planned;
            }
        } else if word == "never" || WISHING.contains(&word) && status == Status::Planned {
            return None;
        } else {
            let helps = matches!(word, "has" | "have" | "had" | "did" | "do" | "does")
                || BE.contains(&word)
                || (status == Status::Planned && SCHEDULING.contains(&word));
            if !helps && !text.has(before, Trait::Adverb) {
                break;
            }
        }
        first = before;
    }
    while first < at && text.has(first, Trait::Adverb) {
        first += 1;
    }
    if first == at && status == Status::Held {
        status = of_joined_verb(text, at, start)?;
    }
    // "looked forward to seeing Lee".
    let looks_forward = first > start + 1 && text.is_any(first - 1, &["look", "looked", "looking", "looks"]);
    let status = if is_denied { Status::Denied } else { status };
    Some((first - usize::from(looks_forward), status))
}

/// "traveled to the border on Friday to meet Roy": whether the infinitive at token `to` tells what somebody came for.
fn follows_journey(text: &Text<'_>, to: usize, start: usize) -> bool {
    let is_clause = |&at: &usize| {
        text.is_outside_quotations(at) && !text.is_any(at, &[",", ";", "and", "but", "that", "who", "which"])
    };
    let mut clause = (start.max(to.saturating_sub(16))..to).rev().take_while(is_clause);
    let Some(verb) = clause.find(|&at| text.has(at, Trait::FiniteVerb) || JOURNEYS.contains(&text.word(at))) else {
        return false;
    };
    let helped = verb > start && text.is_any(verb - 1, &["be", "have", "to", "will", "would"]);
    let comes_later = (verb..to).any(|at| text.is_any(at, &["expected", "scheduled", "set", "tomorrow"]));
    JOURNEYS.contains(&text.word(verb)) && !helped && !comes_later
}

/// What the words before a verb without an auxiliary of its own say of it: "will fly to Lima and meet Roy", "will leave
/// before he sees Roy"; `None` where it is only wished for.
fn of_joined_verb(text: &Text<'_>, at: usize, start: usize) -> Option<Status> {
    let word = text.word(at);
    let form = lexicon().verb_form(word);
    let is_past = form.past || word.ends_with("ed") || word.ends_with("ing") || PAST.contains(&word);
    let is_third = word.ends_with('s');
    if is_past || at == start {
        return Some(Status::Held);
    }
    // A plain form stands behind "and", with whatever leads on to the verb before it.
    let is_joined = text.is_any(at - 1, &["and", "before", "or", "then"]);
    if !(is_third || is_joined) {
        return Some(Status::Held);
    }
    for before in (start.max(at.saturating_sub(40))..at).rev().filter(|&at| text.is_outside_quotations(at)) {
        if text.is_any(before, &["will", "shall"]) {
            return Some(Status::Planned);
        }
        if text.is(before, "to") && before > start && !is_third {
            let leads = |words: &[&str]| text.is_any(before - 1, words);
            if leads(&WISHING) {
                return None;
            }
            if leads(&SCHEDULING) || leads(&["are", "is"]) {
                return Some(Status::Planned);
            }
        }
    }
    Some(Status::Held)
}

/// Past tenses of the verbs of meetings that no ending shows.
const PAST: [&str; 10] = ["began", "begun", "had", "held", "met", "rang", "sat", "saw", "seen", "spoke"];

/// Whether the verb that leads up to a noun phrase that begins at `start` is one of the future: "will fly to Lima for
/// talks".
fn is_led_by_future(text: &Text<'_>, start: usize, sentence: &Range<usize>) -> bool {
    let leads = start > sentence.start + 1
        && (text.is_any(start - 1, &["at", "for", "in"])
            || text.is(start - 1, "of") && text.is_any(start - 2, &["day", "days", "round", "rounds"]));
    if !leads {
        return false;
    }
    for at in (sentence.start.max(start.saturating_sub(25))..start).rev() {
        if !text.is_outside_quotations(at) {
            continue;
        }
        if text.is_any(at, &["will", "'ll", "’ll"]) {
            return true;
        }
        let is_next = |words: &[&str]| text.is_any(at + 1, words);
        if text.is_any(at, &["are", "is"]) && (is_next(&["due", "to"]) || is_next(&SCHEDULING)) {
            return true;
        }
        let is_helped = at > sentence.start && text.is_any(at - 1, &["are", "is"]);
        if text.has(at, Trait::FiniteVerb) && !is_helped || text.is_any(at, &[";", "that", "who"]) {
            return false;
        }
    }
    false
}

/// What the words around the noun phrase `start..end` of a meeting say of it, with the words that say so.
pub(super) fn of_noun(
    text: &Text<'_>,
    start: usize,
    end: usize,
    sentence: &Range<usize>,
) -> Option<(Status, Range<usize>)> {
    if let Some(words) = called_off(text, end, sentence.end).or_else(|| moved(text, end, sentence.end)) {
        let has_new_day = text.is_any(words.end, &["for", "to", "until", "till"])
            && (words.end + 1..sentence.end.min(words.end + 4)).any(|at| times::day_at(text, at).is_some());
        if has_new_day || !text.is_any(words.end - 1, &["back", "delayed", "forward", "moved", "rescheduled"]) {
            return Some((if has_new_day { Status::Planned } else { Status::Cancelled }, words));
        }
    }
    let before = start.saturating_sub(3).max(sentence.start)..start;
    let has_before = |words: &[&str]| before.clone().rev().find(|&at| text.is_any(at, words));
    if let Some(verb) = has_before(&["canceled", "cancelled", "postponed", "scrapped"]) {
        return Some((Status::Cancelled, verb..end));
    }
    if let Some(words) = came_to_nothing(text, end, sentence.end) {
        return Some((Status::Denied, words));
    }
    let is_foretold = (start..end).any(|at| text.is_any(at, &["planned", "scheduled", "upcoming", "next"]))
        || has_before(&["arrange", "plan", "planned", "planning", "plans", "schedule", "scheduled", "up"]).is_some()
        || has_before(&["ahead", "eve"]).is_some();
    if is_foretold {
        return Some((Status::Planned, start..end));
    }
    // "The first stop is a meeting with Roy."
    let is_next_stop =
        start > sentence.start + 1 && text.is_any(start - 1, &["is"]) && text.is_any(start - 2, &["event", "stop"]);
    if is_next_stop || is_led_by_future(text, start, sentence) {
        return Some((Status::Planned, start..end));
    }
    own_verb(text, end, sentence.end)
}

/// "was called off", "have been postponed".
pub(super) fn called_off(text: &Text<'_>, after: usize, end: usize) -> Option<Range<usize>> {
    let verb = (after..end.min(after + 40)).find(|&at| {
        text.is_outside_quotations(at)
            && (text.is_any(
                at,
                &["abandoned", "cancelled", "canceled", "dropped", "moved", "postponed", "scrapped", "shelved"],
            ) || (text.is_any(at, &["called", "put"]) && text.is(at + 1, "off")))
    })?;
    let last = verb + 1 + usize::from(text.is_any(verb, &["called", "put"]));
    let helps = |at: &usize| {
        text.is_any(*at, &["was", "were", "been", "has", "have", "had", "being", "be", "meanwhile", "since"])
    };
    let start = (after..verb).rev().take_while(helps).last().unwrap_or(verb);
    Some(start..last)
}

/// "was pushed back to Friday", "has been rescheduled for May": a meeting that is to be on another day.
fn moved(text: &Text<'_>, after: usize, end: usize) -> Option<Range<usize>> {
    let verb = (after..end.min(after + 24)).find(|&at| {
        text.is_outside_quotations(at)
            && (text.is_any(at, &["deferred", "delayed", "rescheduled"])
                || text.is_any(at, &["brought", "moved", "pushed"]) && text.is_any(at + 1, &["back", "forward"]))
    })?;
    let last = verb + 1 + usize::from(text.is_any(verb + 1, &["back", "forward"]));
    let helps = |at: &usize| text.is_any(*at, &["was", "were", "been", "has", "have", "had", "being", "be", "since"]);
    let start = (after..verb).rev().take_while(helps).last().unwrap_or(verb);
    Some(start..last)
}

/// "did not take place", "did not come about", "never happened".
fn came_to_nothing(text: &Text<'_>, after: usize, end: usize) -> Option<Range<usize>> {
    let not = (after..end.min(after + 20)).find(|&at| {
        text.is_outside_quotations(at)
            && (text.is_any(at, &["not", "never"]) || text.word(at).ends_with("n't") || text.word(at).ends_with("n’t"))
    })?;
    let verb = (not + 1..end.min(not + 4)).find(|&at| {
        text.is_any(
            at,
            &["arranged", "come", "came", "happen", "happened", "held", "materialise", "materialize", "take", "took"],
        )
    })?;
    let start = not - usize::from(not > after && text.is_any(not - 1, &["did", "was", "were", "will", "would", "had"]));
    Some(start..verb + 1 + usize::from(text.is_any(verb + 1, &["about", "place"])))
}

/// "will be held", "is scheduled for Monday": what the first verb behind the noun says.
pub(super) fn own_verb(text: &Text<'_>, after: usize, end: usize) -> Option<(Status, Range<usize>)> {
    let is_verb = |at: usize| text.is_any(at, &["will", "is", "are", "would"]) || text.has(at, Trait::FiniteVerb);
    // What a relative clause between commas tells is not told of the meeting: "a meeting with Roy, who will be there, was".
    let mut inside = false;
    let verb = (after..end.min(after + 30)).find(|&at| {
        if text.is(at, ",") {
            inside = text.is_any(at + 1, &["first", "initially", "long", "once", "originally", "who", "whose"]);
        }
        !inside && text.is_outside_quotations(at) && is_verb(at)
    })?;
    let is_future = text.is_any(verb, &["will", "would"])
        || (text.is_any(verb, &["is", "are"])
            && text.is_any(
                verb + 1,
                &["due", "expected", "likely", "now", "planned", "scheduled", "set", "slated", "to", "under"],
            ));
    let goes_on = |at: &usize| {
        text.kind(*at) == Some(TokenKind::Word)
            && text.is_any(
                *at,
                &[
                    "be",
                    "due",
                    "expected",
                    "held",
                    "likely",
                    "place",
                    "planned",
                    "scheduled",
                    "set",
                    "slated",
                    "take",
                    "to",
                ],
            )
    };
    let last = (verb + 1..end).take_while(goes_on).last().map_or(verb + 1, |last| last + 1);
    is_future.then_some((Status::Planned, verb..last))
}
