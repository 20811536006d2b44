//! When a meeting was, how long it took, and in which order the words about it are heard.

use std::ops::Range;

use rapporteur_model::Status;

use super::{
    SummitFound, gathering, occasions,
    places::{self, Atlas},
};
use crate::reading::{
    text::Text,
    times::{self, DayFound, Time},
    traits::Trait,
};

/// Fills in what the sentences of a meeting say of its time, its place and its occasion.
pub(super) fn settle(text: &Text<'_>, atlas: &Atlas, summit: &mut SummitFound) {
    let is_body = |scope: &Range<usize>| gathering::is_body(text, scope.start);
    let mut scopes = summit.scopes.clone();
    // The body goes before the headline and the caption, which only repeat it.
    scopes.sort_by_key(|scope| (!is_body(scope), scope.start));
    scopes.dedup();
    for tokens in scopes {
        let first = summit.mentions.partition_point(|mention| mention.start < tokens.start);
        let trigger = summit.mentions.get(first).filter(|mention| tokens.contains(&mention.start)).cloned();
        read_times(text, &tokens, trigger.as_ref(), summit);
        let trigger = trigger.unwrap_or(tokens.start..tokens.start);
        if is_body(&tokens) || summit.place.locality.is_none() {
            places::read_places(text, atlas, &tokens, &trigger, summit);
        }
        if summit.host_event.is_none() {
            summit.host_event = occasions::host_event(text, &tokens);
        }
    }
    if summit.status == Status::Planned
        && let Some(day) = summit.scopes.iter().filter_map(|scope| moved_day(text, scope)).next_back()
    {
        summit.day = Some(day);
    }
    // What is told of several meetings together holds for each that is not told otherwise.
    for sentence in summit.series.clone() {
        let tokens = text.sentences[sentence].tokens.clone();
        if summit.day.is_none() {
            read_times(text, &tokens, None, summit);
        }
        if summit.place.is_unknown() {
            let trigger = tokens.start..tokens.start;
            places::read_places(text, atlas, &tokens, &trigger, summit);
        }
        if summit.host_event.is_none() {
            summit.host_event = occasions::host_event(text, &tokens);
        }
    }
}

/// Reads the times that tokens tell of a meeting, around the phrase that tells of it. What is known already is only made
/// finer.
pub(super) fn read_times(
    text: &Text<'_>,
    tokens: &Range<usize>,
    trigger: Option<&Range<usize>>,
    summit: &mut SummitFound,
) {
    let is_held = summit.status == Status::Held;
    let found = times::times(text, tokens);
    // "She flies to Oslo on Monday, where she meets Lee on Tuesday": the day in the clause of the phrase goes first.
    let has_own = trigger.is_some_and(|trigger| {
        found.iter().any(|time| matches!(time, Time::Day(day) if is_behind(text, trigger, day, tokens.start)))
    });
    for time in found {
        match time {
            Time::Day(day)
                if trigger.is_some_and(|trigger| is_aside(text, tokens, trigger, &day.tokens))
                    || has_own
                        && trigger.is_some_and(|trigger| is_of_clause_before(text, tokens, trigger, &day.tokens)) => {}
            Time::Clock(clock) => {
                let is_of_it = !(is_held && is_to_come(text, tokens.start, clock.tokens.start));
                if is_of_it && part_at(text, tokens, clock.tokens.start) != Some(Session::Large) {
                    summit.clock.get_or_insert(clock);
                }
            }
            Time::Length(duration) => {
                let session = part_at(text, tokens, duration.tokens.start);
                let is_plan = is_held && is_only_planned(text, &duration.tokens, tokens.start);
                let is_part = has_other_length(text, &duration.tokens);
                if !is_plan
                    && !is_part
                    && session.is_none_or(|session| !has_other_session(text, duration.tokens.start, session))
                {
                    summit.duration.get_or_insert(duration);
                }
            }
            // "Under discussion until Thursday": a day alone ends something else as often as the meeting.
            Time::End(end) if end.clock.is_none() => {}
            Time::End(end) => _ = summit.end.get_or_insert(end),
            Time::Day(month) if month.day.is_month() => {
                let is_of_it = summit.status == Status::Planned || is_held && is_month_of(text, &month, summit);
                if summit.day.is_none() && is_of_it {
                    summit.day = Some(month);
                }
            }
            Time::Day(day) => {
                let is_finer = summit
                    .day
                    .as_ref()
                    .is_none_or(|known| known.day == day.day && known.part.is_none() && day.part.is_some());
                let is_other = is_other_day(text, &day.tokens, tokens.start)
                    || !times::is_told(text, &day)
                    || is_held && is_to_come(text, tokens.start, day.tokens.start);
                if is_finer && !is_other {
                    summit.day = Some(day);
                }
            }
            Time::Part(part, _) => {
                if let Some(day) = summit.day.as_mut().filter(|day| day.part.is_none()) {
                    day.part = Some(part);
                }
            }
        }
    }
}

/// "was scheduled to last 45 minutes": a length that was planned, which what was held may have outlasted.
fn is_only_planned(text: &Text<'_>, length: &Range<usize>, start: usize) -> bool {
    const WORDS: usize = 6;
    let nearest = length.start.saturating_sub(WORDS).max(start);
    (nearest..length.start).any(|at| {
        text.is_any(at, &["due", "expected", "intended", "meant", "planned", "scheduled", "supposed"])
            && text.is_any(at + 1, &["at", "for", "to"])
    })
}

/// "for 50 minutes in private, then for another hour": lengths of two parts, neither of which is that of all.
fn has_other_length(text: &Text<'_>, length: &Range<usize>) -> bool {
    const WORDS: usize = 24;
    let sentence = &text.sentences[text.sentence_of(length.start)].tokens;
    let near = sentence.start.max(length.start.saturating_sub(WORDS))..sentence.end.min(length.end + WORDS);
    let is_joint = |between: Range<usize>| {
        between.clone().any(|at| text.is_any(at, &["afterwards", "before", "followed", "then"]))
            && between.clone().any(|at| text.is_any(at, &["another", "for"]))
    };
    times::times(text, &near).into_iter().any(|time| match time {
        Time::Length(other) if other.tokens.start >= length.end => is_joint(length.end..other.tokens.start),
        Time::Length(other) if other.tokens.end <= length.start => is_joint(other.tokens.end..length.start),
        _ => false,
    })
}

/// Whether a day stands behind the phrase of a meeting, in its clause.
fn is_behind(text: &Text<'_>, trigger: &Range<usize>, day: &DayFound, start: usize) -> bool {
    const WORDS: usize = 16;
    let between = trigger.end..day.tokens.start;
    trigger.end <= day.tokens.start
        && between.len() <= WORDS
        && times::is_told(text, day)
        && !is_other_day(text, &day.tokens, start)
        && !between.clone().any(|at| text.is_any(at, &["after", "ahead", "before", "since", "until", "who"]))
        && !between.clone().any(|at| text.has(at, Trait::FiniteVerb))
}

/// Whether a day stands in a clause before that of the phrase: "flies there on Monday, where".
fn is_of_clause_before(text: &Text<'_>, tokens: &Range<usize>, trigger: &Range<usize>, day: &Range<usize>) -> bool {
    const OPENING: usize = 3;
    const WORDS: usize = 30;
    day.end <= trigger.start
        && trigger.start - day.end <= WORDS
        && day.start >= tokens.start + OPENING
        && (day.end..trigger.start).any(|at| text.is_any(at, &["and", "before", "where"]))
}

/// Whether a day stands in a relative clause that does not tell of the meeting: "Lee, who arrived in the city on Monday,
/// met Roy".
fn is_aside(text: &Text<'_>, tokens: &Range<usize>, trigger: &Range<usize>, day: &Range<usize>) -> bool {
    const WORDS: usize = 14;
    let nearest = day.start.saturating_sub(WORDS).max(tokens.start);
    let opens = (nearest..day.start)
        .rev()
        .take_while(|&at| !text.is_any(at, &[";", ":"]))
        .find(|&at| text.is_any(at, &["who", "whose"]));
    let Some(opens) = opens.filter(|&at| at > tokens.start && text.is(at - 1, ",")) else { return false };
    let is_unbroken = !(opens..day.start).any(|at| text.is(at, ","));
    let close = (day.end..tokens.end.min(day.end + WORDS)).find(|&at| text.is(at, ","));
    let is_outside = trigger.end <= opens || close.is_some_and(|close| trigger.start > close);
    is_unbroken && is_outside
}

/// "The first since May", of what has been: only directly behind the phrase of a meeting, "last met in Oslo in May", is a
/// month that of the meeting.
fn is_month_of(text: &Text<'_>, month: &DayFound, summit: &SummitFound) -> bool {
    const NEAR: usize = 6;
    let start = month.tokens.start;
    let before = summit.mentions.partition_point(|mention| mention.end <= start);
    let Some(mention) = before.checked_sub(1).map(|last| &summit.mentions[last]) else { return false };
    // "He had last met him in March" beside a meeting told otherwise tells of another one.
    let is_other = summit.mentions.len() > 1
        && (mention.start.saturating_sub(1)..mention.end).any(|at| text.is_any(at, &["had", "last"]));
    start - mention.end <= NEAR && text.is(start - 1, "in") && !is_other
}

/// Whether what the clause tells of the time at token `at` is to come: "the summit opens on Saturday".
pub(super) fn is_to_come(text: &Text<'_>, start: usize, at: usize) -> bool {
    const WORDS: usize = 12;
    (at.saturating_sub(WORDS).max(start)..at)
        .rev()
        .take_while(|&before| !text.is_any(before, &[",", ";", ":"]))
        .any(|before| FUTURE.contains(&text.word(before)))
}

/// Verbs of what is to come.
const FUTURE: [&str; 11] =
    ["begins", "closes", "due", "expected", "opens", "plans", "scheduled", "shall", "starts", "will", "would"];

/// A part of a meeting: the leaders alone, or with all their people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Session {
    Small,
    Large,
}

/// The part of a meeting that a word names.
fn session(text: &Text<'_>, at: usize) -> Option<Session> {
    if text.is_any(
        at,
        &["four-eyes", "narrow-format", "one-on-one", "restricted", "small-group", "tete-a-tete", "tête-à-tête"],
    ) {
        return Some(Session::Small);
    }
    let is_large = text.is_any(at, &["delegation-level", "enlarged", "expanded", "extended", "plenary"]);
    let is_of_meeting = text.is_any(at + 1, &["format", "meeting", "round", "session", "talks"]);
    (is_large && is_of_meeting).then_some(Session::Large)
}

/// The part of a meeting that the words near token `at` speak of: the one named last before it, else next after it.
fn part_at(text: &Text<'_>, tokens: &Range<usize>, at: usize) -> Option<Session> {
    const WORDS: usize = 24;
    let mut before = (at.saturating_sub(WORDS).max(tokens.start)..at).rev();
    let mut after = at..tokens.end.min(at + WORDS);
    before.find_map(|near| session(text, near)).or_else(|| after.find_map(|near| session(text, near)))
}

/// Whether the sentences around token `at` tell of the other part of a meeting, so that the length of one is not that of
/// all.
fn has_other_session(text: &Text<'_>, at: usize, known: Session) -> bool {
    const SENTENCES: usize = 2;
    const WORDS: usize = 120;
    let sentence = text.sentence_of(at);
    let first = sentence.saturating_sub(SENTENCES);
    let near = text.sentences.iter().take(sentence + SENTENCES + 1).skip(first);
    near.flat_map(|sentence| sentence.tokens.clone().take(WORDS))
        .filter_map(|near| session(text, near))
        .any(|session| session != known)
}

/// Verbs that give a meeting another day.
const MOVING: [&str; 12] = [
    "advanced",
    "delayed",
    "forward",
    "moved",
    "off",
    "postponed",
    "pushed",
    "rearranged",
    "rescheduled",
    "set",
    "shifted",
    "slipped",
];

/// The day that a meeting was moved to: "have been moved to May 12", "put off until Monday", "pushed back to July 6".
fn moved_day(text: &Text<'_>, tokens: &Range<usize>) -> Option<DayFound> {
    const WORDS: usize = 8;
    const LONGEST: usize = 40;
    let is_moving = |at: &usize| {
        text.is_outside_quotations(*at)
            && MOVING.contains(&text.word(*at))
            && (!text.is_any(*at, &["forward", "off", "set"])
                || *at > 0 && text.is_any(*at - 1, &["brought", "put"])
                || text.is(*at + 1, "back"))
    };
    // "will now meet on Monday", "is now to be held on Monday"
    let is_now = |at: &usize| {
        text.is_outside_quotations(*at)
            && text.is(*at, "now")
            && *at > tokens.start
            && text.is_any(*at - 1, &["are", "is", "will"])
            && tokens.end - *at <= LONGEST
    };
    let told_now = tokens
        .clone()
        .find(is_now)
        .and_then(|now| (now + 1..tokens.end).find_map(|at| times::day_at(text, at)))
        .filter(|day| day.tokens.end <= tokens.end && times::is_told(text, day));
    if told_now.is_some() {
        return told_now;
    }
    tokens.clone().filter(is_moving).find_map(|verb| {
        (verb + 1..tokens.end.min(verb + WORDS))
            .filter(|&at| text.is_any(at, &["for", "till", "to", "until"]))
            .find_map(|at| times::day_at(text, at + 1))
            .filter(|day| day.tokens.end <= tokens.end)
    })
}

/// A day that belongs to something else: "told reporters on Thursday", "a day after".
fn is_other_day(text: &Text<'_>, day: &Range<usize>, start: usize) -> bool {
    let announced = ["announced", "arrived", "confirmed", "reported", "said", "told"];
    (day.start.saturating_sub(3).max(start)..day.start).any(|at| announced.contains(&text.word(at)))
}
