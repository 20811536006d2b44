//! When and where a summit was, how long it took, and what gave the occasion.

use std::{collections::HashSet, ops::Range};

use rapporteur_model::{Mode, Status};

use super::{Locality, Place, SummitFound, gathering};
use crate::reading::{
    lexicon::{self, Organization},
    names::{self, PlaceName, is_function_word},
    phrases::Parties,
    text::{Text, TokenKind},
    times::{self, DayFound, Time},
    words::is_finite_verb,
};

/// Fills in what the sentences of a meeting say of its time, its place and its occasion.
pub(super) fn settle(text: &Text<'_>, summit: &mut SummitFound) {
    let is_body = |scope: &Range<usize>| gathering::is_body(text, scope.start);
    let mut scopes = summit.scopes.clone();
    // The body goes before the headline and the caption, which only repeat it.
    scopes.sort_by_key(|scope| (!is_body(scope), scope.start));
    scopes.dedup();
    for tokens in scopes {
        read_times(text, &tokens, summit);
        if is_body(&tokens) || summit.place.locality.is_none() {
            read_places(text, &tokens, summit);
        }
        if summit.host_event.is_none() {
            summit.host_event = host_event(text, &tokens);
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
            read_times(text, &tokens, summit);
        }
        if summit.venue.is_none() && summit.place.locality.is_none() {
            read_places(text, &tokens, summit);
        }
        if summit.host_event.is_none() {
            summit.host_event = host_event(text, &tokens);
        }
    }
}

/// Reads the times that tokens tell of a meeting. What is known already is only made finer.
pub(super) fn read_times(text: &Text<'_>, tokens: &Range<usize>, summit: &mut SummitFound) {
    let is_held = summit.status == Status::Held;
    for time in times::times(text, tokens) {
        match time {
            Time::Clock(clock) => {
                let is_of_it = !(is_held && is_to_come(text, tokens.start, clock.tokens.start));
                if is_of_it && part_at(text, tokens, clock.tokens.start) != Some(Session::Large) {
                    summit.clock.get_or_insert(clock);
                }
            }
            Time::Length(duration) => {
                let session = part_at(text, tokens, duration.tokens.start);
                if session.is_none_or(|session| !has_other_session(text, duration.tokens.start, session)) {
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
    const WORDS: usize = 16;
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
    let is_moving = |at: &usize| {
        text.is_outside_quotations(*at)
            && MOVING.contains(&text.word(*at))
            && (!text.is_any(*at, &["forward", "off", "set"])
                || *at > 0 && text.is_any(*at - 1, &["brought", "put"])
                || text.is(*at + 1, "back"))
    };
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

/// What may stand between "in" and a city's name: "central", "the northern".
const PARTS: [&str; 12] = [
    "central",
    "downtown",
    "eastern",
    "nearby",
    "northeastern",
    "northern",
    "northwestern",
    "southeastern",
    "southern",
    "southwestern",
    "the",
    "western",
];

fn read_places(text: &Text<'_>, tokens: &Range<usize>, summit: &mut SummitFound) {
    let mut at = tokens.start;
    while at < tokens.end {
        if !text.is_outside_quotations(at) {
            at += 1;
        } else if text.is_any(at, &["who", "which", "whose"]) {
            // What a relative clause says of a leader is not where the meeting was, but whom the leader visits.
            let end = (at..tokens.end).find(|&end| text.is(end, ",")).unwrap_or(tokens.end);
            if summit.visited.is_none() {
                summit.visited = visited(text, at, end);
            }
            at = end;
        } else if text.is_any(at, &["at", "aboard", "inside"]) {
            let venue = venue(text, at + 1, tokens.end);
            at = venue.as_ref().map_or(at + 1, |venue| venue.end);
            if summit.venue.is_none() {
                summit.venue = venue;
            }
        } else if text.is(at, "in") {
            at = read_locality(text, at + 1, tokens.end, &mut summit.place);
        } else {
            at += 1;
        }
    }
}

/// The country that a relative clause says a leader was in: "who was on a visit to Norway".
fn visited(text: &Text<'_>, first: usize, end: usize) -> Option<PlaceName> {
    let preposition = (first..end).find(|&at| text.is_any(at, &["in", "to"]) && text.is_outside_quotations(at))?;
    let name = preposition + 1 + usize::from(text.is(preposition + 1, "the"));
    names::place_at(text, name, end).filter(|place| matches!(place.place, lexicon::Place::Country(_)))
}

/// Nouns after "at" that are no place.
const NO_VENUE: [&str; 21] = [
    "beginning",
    "briefing",
    "conference",
    "dinner",
    "end",
    "event",
    "forum",
    "invitation",
    "least",
    "level",
    "lunch",
    "meeting",
    "meetings",
    "moment",
    "outset",
    "request",
    "session",
    "start",
    "summit",
    "talks",
    "time",
];

/// Nouns for what leaders meet in.
const BUILDINGS: [&str; 26] = [
    "building",
    "castle",
    "center",
    "centre",
    "chancellery",
    "chateau",
    "compound",
    "embassy",
    "guesthouse",
    "hall",
    "headquarters",
    "hotel",
    "house",
    "library",
    "lodge",
    "mansion",
    "ministry",
    "mission",
    "office",
    "palace",
    "residence",
    "resort",
    "retreat",
    "ship",
    "tent",
    "villa",
];

/// The noun phrase of a venue that begins with token `first`.
fn venue(text: &Text<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    let opens =
        text.is_any(first, &["a", "an", "the", "his", "her", "its", "their"]) || text.starts_with_capital(first);
    if !opens || text.kind(first) != Some(TokenKind::Word) {
        return None;
    }
    let mut last = first;
    while last < end && last - first < 9 {
        let is_break = text.is_any(
            last,
            &[
                "in", "on", "for", "to", "with", "during", "after", "ahead", "before", "and", "near", "outside",
                "that", "when", "where", "which", "while", "who", "as", "by", "at", "from",
            ],
        ) || text.kind(last) == Some(TokenKind::Mark)
            || times::is_weekday(text.word(last))
            || (last > first && is_finite_verb(text.word(last)))
            || (text.is(last, "of") && !text.starts_with_capital(last + 1) && !text.is(last + 1, "the"));
        if is_break {
            break;
        }
        last += 1;
    }
    if text.is_any(first + 1, &["same"]) {
        return None;
    }
    let head = text.lower(last.checked_sub(1)?);
    // "at the European Union" is no place, "at U.N. headquarters" is one.
    let name = first + usize::from(text.is_any(first, &["a", "an", "the"]));
    if names::organization_at(text, name, end).is_some() && !BUILDINGS.contains(&head.as_str()) {
        return None;
    }
    (last > first + usize::from(text.is_any(first, &["a", "an", "the"])) && !NO_VENUE.contains(&head.as_str()))
        .then_some(first..last)
}

/// Reads "central Gyeongju, North Gyeongsang" and the like from token `first` on; returns where it ends.
fn read_locality(text: &Text<'_>, first: usize, end: usize, found: &mut Place) -> usize {
    let mut at = first;
    while text.is_any(at, &PARTS) {
        at += 1;
    }
    if text.is_any(at, &["city", "town", "capital", "port"]) {
        at += 1 + usize::from(text.is(at + 1, "of"));
    }
    let place = names::place_at(text, at, end);
    let tokens = if let Some(place) = &place {
        place.tokens.clone()
    } else {
        let last = names::name_end(text, at, end);
        // "in the Kelani valley" names no city.
        let leads_on = text.kind(last) == Some(TokenKind::Word)
            && !is_function_word(text.word(last))
            && !is_finite_verb(text.word(last))
            && !text.starts_with_capital(last)
            && !text.is_any(last, &["early", "last", "late", "later", "next", "today", "yesterday"]);
        if last == at || last - at > 3 || leads_on || is_function_word(text.word(at)) || times::is_month(text.word(at))
        {
            return at.max(first);
        }
        at..last
    };
    let mut next = tokens.end;
    match place.as_ref().map(|place| place.place) {
        Some(lexicon::Place::Country(_)) => {
            if found.country.is_none() && found.locality.is_none() {
                found.country = place;
            }
            return next;
        }
        Some(lexicon::Place::Demonym(_)) => return next,
        Some(lexicon::Place::Region { .. }) if found.region.is_none() && found.locality.is_none() => {
            found.region = place;
        }
        _ if found.locality.is_none() => found.locality = Some(Locality { tokens, place }),
        _ => return next,
    }
    // ", North Gyeongsang", ", Portugal": what the city lies in.
    while text.is(next, ",") {
        let name = next + 1 + usize::from(text.is(next + 1, "the"));
        let Some(wider) = names::place_at(text, name, end) else { break };
        next = wider.tokens.end;
        match wider.place {
            lexicon::Place::Region { .. } => found.region.get_or_insert(wider),
            lexicon::Place::Country(_) => found.country.get_or_insert(wider),
            lexicon::Place::City(_) | lexicon::Place::Demonym(_) => break,
        };
    }
    next
}

/// Words before an event that say that it gave the occasion.
const OCCASIONS: [&str; 12] = [
    "at",
    "attend",
    "attended",
    "attending",
    "attends",
    "during",
    "eve",
    "for",
    "fringes",
    "margins",
    "occasion",
    "sidelines",
];

/// Nouns that end the name of an event.
const EVENTS: [&str; 10] =
    ["Assembly", "Conference", "Congress", "Council", "Forum", "Meeting", "Summit", "Week", "forum", "summit"];

/// The event on whose occasion a sentence says that leaders met.
fn host_event(text: &Text<'_>, tokens: &Range<usize>) -> Option<Range<usize>> {
    (tokens.start..tokens.end).find_map(|at| {
        if !text.is_outside_quotations(at) || !OCCASIONS.contains(&text.word(at)) {
            return None;
        }
        let mut first = at + 1;
        while text.is_any(first, &["of", "the", "a", "an", "this", "annual"]) {
            first += 1;
        }
        event_at(text, first, tokens.end)
    })
}

/// The name of an event that begins with token `first`.
fn event_at(text: &Text<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    if let Some((tokens, kind)) = names::organization_at(text, first, end) {
        if kind == Organization::Meeting {
            return Some(tokens);
        }
        // "the ASEAN summit": an organization and what it holds.
        if EVENTS.contains(&text.word(tokens.end)) || text.is_any(tokens.end, &["meeting", "summits"]) {
            return Some(tokens.start..tokens.end + 1);
        }
    }
    let mut last = first;
    while last < end
        && last - first < 8
        && (text.starts_with_capital(last)
            || text.kind(last) == Some(TokenKind::Possessive)
            || text.is_any(last, &["’", "'", "of", "on", "and", "for"]))
        && text.is_outside_quotations(last)
    {
        last += 1;
        if EVENTS.contains(&text.word(last - 1)) && last - first >= 2 {
            return Some(first..last);
        }
    }
    (last > first && last - first >= 2 && EVENTS.contains(&text.word(last))).then_some(first..last + 1)
}

/// An event whose city the text tells.
struct Stage {
    event: Range<usize>,
    place: Place,
}

/// The event that the leaders came for is the occasion of every meeting that the text tells and gives no other, and
/// where it is, they met.
pub(super) fn share_host_event(parties: Parties<'_, '_>, summits: &mut [SummitFound]) {
    let text = parties.text;
    let Some(stage) = stage(parties, summits) else { return };
    let words = text.phrase(stage.event.clone());
    let attends = |at: usize| text.is_any(at, &["attend", "attended", "attending", "attends"]);
    let is_attended = (stage.event.start.saturating_sub(3)..stage.event.start).any(attends);
    let was_there = |summit: &SummitFound| {
        let is_remote = summit.mode.as_ref().is_some_and(|(mode, _)| *mode != Mode::InPerson);
        matches!(summit.status, Status::Held | Status::Planned) && !is_remote
    };
    for summit in summits.iter_mut().filter(|summit| was_there(summit)) {
        let is_elsewhere = summit.place.locality.is_some() || summit.place.country.is_some();
        // Who attends the event meets there; a meeting on its margins says nothing of one in another place.
        if summit.host_event.is_none() && (!is_elsewhere || (is_attended && summit.status == Status::Held)) {
            summit.host_event = Some(stage.event.clone());
        }
        let is_same = summit.host_event.as_ref().is_some_and(|event| text.phrase(event.clone()) == words);
        if is_same && !is_elsewhere && summit.place.region.is_none() {
            summit.place.clone_from(&stage.place);
        }
    }
}

/// The event of the article: one that a meeting was held at, or that a leader attends.
fn stage(parties: Parties<'_, '_>, summits: &[SummitFound]) -> Option<Stage> {
    let text = parties.text;
    let leaders: HashSet<usize> =
        summits.iter().flat_map(|summit| summit.participants.iter().map(|(person, _)| *person)).collect();
    // "who was in Lima for the forum" says it of one leader only.
    let is_stage = |event: &Range<usize>| {
        let leads = |at: usize| {
            text.is_any(
                at,
                &["attend", "attended", "attending", "attends", "fringes", "margins", "occasion", "sidelines"],
            )
        };
        (event.start.saturating_sub(4)..event.start).any(leads)
    };
    let of_meeting = || summits.iter().filter_map(|summit| summit.host_event.clone()).find(is_stage);
    let attended = || {
        text.sentences.iter().filter(|sentence| gathering::is_body(text, sentence.tokens.start)).find_map(|sentence| {
            let mentions = parties.people.mentions_in(&sentence.tokens);
            let names_leader = mentions.iter().any(|mention| leaders.contains(&mention.person));
            host_event(text, &sentence.tokens).filter(|event| names_leader && is_stage(event))
        })
    };
    let event = of_meeting().or_else(attended)?;
    let words = text.phrase(event.clone());
    // Where the text tells of the event once more, it may tell where that is: "the summit in Lima".
    let place =
        text.sentences.iter().filter(|sentence| gathering::is_body(text, sentence.tokens.start)).take(40).find_map(
            |sentence| {
                let told = sentence.tokens.clone().find(|&at| {
                    let end = at + event.len();
                    end <= sentence.tokens.end && text.is(at, text.word(event.start)) && text.phrase(at..end) == words
                })?;
                let city = told + event.len();
                text.is(city, "in").then(|| {
                    let mut place = Place::default();
                    read_locality(text, city + 1, sentence.tokens.end, &mut place);
                    place
                })
            },
        );
    Some(Stage { event, place: place.unwrap_or_default() })
}
