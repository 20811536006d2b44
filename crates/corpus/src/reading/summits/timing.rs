//! When meetings were whose own sentences do not say it: what the sentences around them tell.
//!
//! Only what can hardly be meant otherwise is taken: a day of one meeting is not that of the next.

use std::{collections::HashMap, ops::Range};

use rapporteur_model::{BlockKind, Status};

use super::{
    SummitFound,
    gathering::is_body,
    settings::{is_to_come, read_times},
};
use crate::reading::{
    phrases::Parties,
    text::Text,
    times::{self, DayFound, Time},
    traits::Trait,
    words::DETERMINERS,
};

/// Of how many meetings one phrase is compared with each other.
const MOST_SHARED: usize = 16;

/// How many sentences back a meeting's day is looked for.
const SENTENCES: usize = 4;

/// Where one phrase tells of several meetings, "met Lee for an hour and then Roy", what is said behind one name is not
/// said of the other.
pub(super) fn divide(text: &Text<'_>, summits: &mut [SummitFound]) {
    // Which meetings each stretch of words is of, and where it stands among the stretches of the meeting.
    let mut by_scope: HashMap<Range<usize>, Vec<(usize, usize)>> = HashMap::new();
    for (index, summit) in summits.iter_mut().enumerate() {
        summit.scopes.sort_unstable_by_key(|scope| (scope.start, scope.end));
        summit.scopes.dedup();
        for (place, scope) in summit.scopes.iter().enumerate() {
            by_scope.entry(scope.clone()).or_default().push((index, place));
        }
    }
    for (scope, sharing) in by_scope {
        if !(2..=MOST_SHARED).contains(&sharing.len()) {
            continue;
        }
        // The words that name whom only one of them is with.
        let own = |index: usize| {
            let is_own =
                |person: usize| sharing.iter().all(|(other, _)| *other == index || !summits[*other].has(person));
            let words = summits[index].participants.iter().filter(|(person, _)| is_own(*person));
            words.map(|(_, words)| words.clone()).find(|words| scope.start <= words.start && words.end <= scope.end)
        };
        let mut names: Vec<((usize, usize), Range<usize>)> =
            sharing.iter().filter_map(|place| Some((*place, own(place.0)?))).collect();
        names.sort_by_key(|(_, words)| words.start);
        if names.len() < sharing.len() {
            continue;
        }
        let has_time = |tokens: &Range<usize>| !times::times(text, tokens).is_empty();
        let gaps: Vec<bool> =
            names.windows(2).map(|pair| has_time(&(pair[0].1.end..pair[1].1.start.max(pair[0].1.end)))).collect();
        for (at, ((index, place), words)) in names.iter().enumerate() {
            let part = &mut summits[*index].scopes[*place];
            if at > 0 && gaps[at - 1] {
                part.start = words.start;
            }
            if gaps.get(at) == Some(&true) {
                part.end = names[at + 1].1.start;
            }
        }
    }
}

/// Gives the meetings that have none the times that the sentences around theirs tell.
pub(super) fn complete(parties: Parties<'_, '_>, summits: &mut [SummitFound]) {
    let text = parties.text;
    read_on(text, summits);
    // In the order in which the body tells them, so that what follows one can have its day.
    let mut order: Vec<(usize, usize)> =
        summits.iter().enumerate().filter_map(|(index, summit)| Some((told_in(text, summit)?, index))).collect();
    order.sort_unstable();
    let mut told: HashMap<usize, usize> = HashMap::new();
    for sentence in summits.iter().flat_map(|summit| &summit.sentences) {
        *told.entry(*sentence).or_default() += 1;
    }
    for place in 0..order.len() {
        let (sentence, index) = order[place];
        let summit = &summits[index];
        let is_long = text.sentences[sentence].tokens.len() > LONGEST;
        if summit.day.is_some() || summit.status == Status::Denied || is_long {
            continue;
        }
        let is_alone = |sentence: usize| told.get(&sentence).is_none_or(|tellers| *tellers <= 1);
        let previous = place.checked_sub(1).map(|before| (order[before].0, &summits[order[before].1]));
        let day = if summit.status == Status::Held {
            let own = || {
                summit
                    .sentences
                    .iter()
                    .take(MOST_SHARED)
                    .filter(|own| is_alone(**own))
                    .find_map(|&own| day_of_report(text, own, summit))
            };
            own()
                .or_else(|| linked_day(text, sentence, summit, previous))
                .or_else(|| day_before(parties, sentence, summit))
        } else {
            day_of_journey(parties, sentence, summit)
        };
        let day = match (day, part_of_told(text, sentence, summit)) {
            (Some(mut day), Some(part)) => {
                day.part = part.part;
                Some(day)
            }
            (day, part) => day.or(part).or_else(|| day_of_caption(parties, summit)),
        };
        summits[index].day = day;
    }
    for summit in summits.iter_mut() {
        name_part(text, summit);
    }
}

/// "their morning meeting", "held evening talks": the part of the day in a meeting's own name.
fn name_part(text: &Text<'_>, summit: &mut SummitFound) {
    let words = summit.mentions.iter().take(MOST_SHARED).cloned().flatten();
    let part = words.filter(|&at| text.is_outside_quotations(at)).find_map(|at| times::part_of_day(text.word(at)));
    if let Some(day) = summit.day.as_mut().filter(|day| day.part.is_none()) {
        day.part = part;
    }
}

/// "In the evening they spoke by phone": of the day told before.
fn part_of_told(text: &Text<'_>, sentence: usize, summit: &SummitFound) -> Option<DayFound> {
    let tokens = text.sentences[sentence].tokens.clone();
    let opening = tokens.start..tokens.end.min(tokens.start + 6);
    let mut scopes = summit.scopes.iter().filter(|scope| tokens.start <= scope.start && scope.end <= tokens.end);
    scopes.next().into_iter().chain([&opening]).flat_map(|scope| times::times(text, scope)).find_map(
        |time| match time {
            Time::Part(part, tokens) => Some(DayFound::part_of_told(tokens, part)),
            _ => None,
        },
    )
}

/// The sentence of the body that tells of a meeting first.
fn told_in(text: &Text<'_>, summit: &SummitFound) -> Option<usize> {
    summit.sentences.iter().copied().find(|&sentence| is_body(text, text.sentences[sentence].tokens.start))
}

/// "The conference began at 5:30 p.m. and lasted 50 minutes", "It lasted an hour": sentences of no phrase of their own
/// that go on with the meeting told last.
fn read_on(text: &Text<'_>, summits: &mut [SummitFound]) {
    // Which meeting each sentence tells of, the last where it tells of several.
    let mut telling: HashMap<usize, usize> = HashMap::new();
    for (index, summit) in summits.iter().enumerate() {
        telling.extend(summit.sentences.iter().map(|&sentence| (sentence, index)));
    }
    for sentence in 0..text.sentences.len() {
        let tokens = text.sentences[sentence].tokens.clone();
        if !is_body(text, tokens.start) || tokens.len() > LONGEST {
            continue;
        }
        let Some(reach) = goes_on(text, &tokens) else { continue };
        // "The talks began at ten and went on for an hour": all that the sentence says is of them.
        let own = telling.get(&sentence).filter(|&&index| {
            let opening = tokens.start..tokens.start + 3;
            !phrases_in(&summits[index], &opening).is_empty()
        });
        if telling.contains_key(&sentence) && own.is_none() {
            continue;
        }
        let own = own.or_else(|| (1..=reach.min(sentence)).find_map(|back| telling.get(&(sentence - back))));
        let Some(&index) = own else { continue };
        if matches!(summits[index].status, Status::Held | Status::Planned) {
            read_times(text, &tokens, None, &mut summits[index]);
        }
    }
}

/// Nouns that a meeting just told is called by.
const REFERRING: [&str; 14] = [
    "audience",
    "call",
    "conference",
    "conversation",
    "dialogue",
    "discussion",
    "discussions",
    "encounter",
    "exchange",
    "meeting",
    "negotiations",
    "session",
    "summit",
    "talks",
];

/// Verbs of when something was and how long.
const LASTING: [&str; 17] = [
    "began",
    "broke",
    "commenced",
    "concluded",
    "ended",
    "finished",
    "got",
    "lasted",
    "needed",
    "opened",
    "ran",
    "started",
    "stretched",
    "took",
    "went",
    "wound",
    "wrapped",
];

/// How many sentences back the meeting may be told that a sentence goes on with; `None` where it does not.
fn goes_on(text: &Text<'_>, tokens: &Range<usize>) -> Option<usize> {
    const SUBJECT: usize = 5;
    const ASIDE: usize = 14;
    let first = tokens.start;
    // "The talks, at the palace, lasted an hour": what commas set off is no part of the subject.
    let comma = (first + 1..tokens.end.min(first + SUBJECT)).find(|&at| text.is(at, ","));
    let close = comma.and_then(|comma| (comma + 1..tokens.end.min(comma + ASIDE)).find(|&at| text.is(at, ",")));
    let (noun, verb) = match (comma, close) {
        (Some(comma), Some(close)) if LASTING.contains(&text.word(close + 1)) => (comma - 1, close + 1),
        _ => {
            let verb = (first + 1..tokens.end.min(first + SUBJECT)).find(|&at| text.has(at, Trait::FiniteVerb))?;
            (verb - 1, verb)
        }
    };
    // "are due to open at nine"
    let is_due = text.is_any(verb, &["are", "is", "was", "were", "will"])
        && (verb + 1..tokens.end.min(verb + SUBJECT)).any(|at| {
            text.is_any(at, &["begin", "last", "open", "run", "start"])
                && (text.is(at - 1, "to") || text.is_any(verb, &["will"]))
        });
    let tells = LASTING.contains(&text.word(verb)) || is_due;
    let is_pair = text.is_any(first, &["both", "they"])
        || text.is_any(first, &["the"])
            && text.is_any(first + 1, &["leaders", "pair", "premiers", "presidents", "two"]);
    if is_pair || text.is_any(first, &["it"]) {
        let speaks = is_pair && text.is_any(verb, &["conferred", "spoke", "talked"]);
        return (tells || speaks).then_some(2);
    }
    let is_meeting = text.is_any(first, &["the", "their", "this"]) && REFERRING.contains(&text.word(noun));
    let is_bare = verb == first + 1 && text.is_any(first, &["discussions", "negotiations", "talks"]);
    ((is_meeting || is_bare) && tells).then_some(3)
}

/// The longest sentence that is read once more for each of its meetings.
const LONGEST: usize = 300;

/// The days within tokens on which something is told to have happened, or, where `to_come`, will happen.
fn days(text: &Text<'_>, tokens: &Range<usize>, to_come: bool) -> Vec<DayFound> {
    if tokens.len() > LONGEST {
        return Vec::new();
    }
    let day = |time| match time {
        Time::Day(day) if !day.day.is_month() => Some(day),
        _ => None,
    };
    let found = times::times(text, tokens).into_iter().filter_map(day);
    found
        .filter(|day| times::is_told(text, day) && is_to_come(text, tokens.start, day.tokens.start) == to_come)
        .collect()
}

/// The one day that all of them are.
fn one(days: &[DayFound]) -> Option<DayFound> {
    let first = days.first()?.clone();
    days.iter().all(|day| day.day == first.day).then_some(first)
}

/// Verbs whose day is that of the report, not of what is reported.
const REPORTING: [&str; 12] = [
    "added",
    "announced",
    "arrived",
    "confirmed",
    "posted",
    "published",
    "quoted",
    "reported",
    "said",
    "stated",
    "told",
    "wrote",
];

/// Whether a day says when something was reported: "told reporters on Thursday".
fn is_of_report(text: &Text<'_>, day: &DayFound, start: usize) -> bool {
    const WORDS: usize = 6;
    let nearest = (day.tokens.start.saturating_sub(WORDS).max(start)..day.tokens.start).rev();
    let verb = nearest.take_while(|&at| !text.is_any(at, &[",", ";"])).find(|&at| text.has(at, Trait::FiniteVerb));
    verb.is_some_and(|verb| REPORTING.contains(&text.word(verb)))
}

/// "announced on Thursday after talks with Lee": the report came from the meeting, and so was on its day.
fn day_of_report(text: &Text<'_>, sentence: usize, summit: &SummitFound) -> Option<DayFound> {
    let tokens = text.sentences[sentence].tokens.clone();
    let is_occasion = |mention: &Range<usize>| {
        let before = |words: usize| mention.start.checked_sub(words).filter(|at| *at >= tokens.start);
        let leads = |at: usize| text.is_any(at, &["after", "at", "during", "following"]);
        [1, 2].into_iter().filter_map(before).any(leads)
    };
    let day = one(&days(text, &tokens, false))?;
    let phrases = phrases_in(summit, &tokens);
    let is_occasion = is_body(text, tokens.start) && phrases.iter().any(is_occasion);
    let is_before = |mention: &Range<usize>| day.tokens.end <= mention.start;
    (is_occasion && phrases.iter().any(is_before)).then(|| bare(day))
}

/// The day without the part of it, which need not be that of the meeting.
fn bare(mut day: DayFound) -> DayFound {
    day.part = None;
    day
}

/// Words that say that a meeting belongs to the programme of the one told before.
const LINKS: [&str; 9] =
    ["afterward", "afterwards", "also", "later", "next", "separately", "subsequently", "then", "too"];

/// The phrases of a meeting that begin within tokens.
fn phrases_in<'a>(summit: &'a SummitFound, tokens: &Range<usize>) -> &'a [Range<usize>] {
    let first = summit.mentions.partition_point(|mention| mention.start < tokens.start);
    let end = summit.mentions.partition_point(|mention| mention.start < tokens.end);
    &summit.mentions[first..end]
}

/// Whether a meeting is told as one of earlier days: "had met".
fn is_earlier(text: &Text<'_>, sentence: usize, summit: &SummitFound) -> bool {
    let tokens = &text.sentences[sentence].tokens;
    // "had a meeting" tells of no earlier one.
    let is_had = |at: usize| text.is(at, "had") && !DETERMINERS.contains(&text.word(at + 1));
    phrases_in(summit, tokens).iter().any(|mention| is_had(mention.start) || text.is(mention.start, "last"))
}

/// "Lee also met Roy": on the day of the meeting told before.
fn linked_day(
    text: &Text<'_>,
    sentence: usize,
    summit: &SummitFound,
    previous: Option<(usize, &SummitFound)>,
) -> Option<DayFound> {
    let (before, previous) = previous.filter(|(_, previous)| previous.status == Status::Held)?;
    let tokens = &text.sentences[sentence].tokens;
    let phrase = phrases_in(summit, tokens).first()?;
    let shares = summit.participants.iter().any(|(person, _)| previous.has(*person));
    let is_linked = (tokens.start..=phrase.end)
        .any(|at| text.is_outside_quotations(at) && LINKS.contains(&text.lower(at).as_str()));
    let is_near = (before..=before + 2 * SENTENCES).contains(&sentence);
    let is_linked = is_linked && is_near && shares && !is_earlier(text, sentence, summit);
    let is_undated = days(text, tokens, false).is_empty();
    previous.day.clone().filter(|_| is_linked && is_undated).map(bare)
}

/// The day told in one of the sentences before, where they tell of the same leaders or of all the meetings of one.
fn day_before(parties: Parties<'_, '_>, sentence: usize, summit: &SummitFound) -> Option<DayFound> {
    let text = parties.text;
    if is_earlier(text, sentence, summit) || !days(text, &text.sentences[sentence].tokens, false).is_empty() {
        return None;
    }
    for before in (sentence.saturating_sub(SENTENCES)..sentence).rev() {
        let tokens = &text.sentences[before].tokens;
        if !is_body(text, tokens.start) || tokens.len() > LONGEST {
            return None;
        }
        let mut told = days(text, tokens, false);
        told.retain(|day| !is_of_report(text, day, tokens.start));
        if told.is_empty() {
            continue;
        }
        let mentions = parties.people.mentions_in(tokens);
        let is_named = |person: usize| mentions.iter().any(|mention| mention.person == person);
        let all = summit.participants.iter().all(|(person, _)| is_named(*person));
        let any = summit.participants.iter().any(|(person, _)| is_named(*person));
        return one(&told).filter(|_| all || any && tells_of_several(text, tokens)).map(bare);
    }
    None
}

/// "had two meetings", "met each of his guests separately".
fn tells_of_several(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let is_series = |at: usize| {
        text.is_any(at, &["bilaterals", "engagements", "meetings", "separately", "summits"])
            || text.is_any(at, &["rounds", "series"]) && text.is(at + 1, "of")
            || text.is(at, "each") && text.is(at + 1, "of")
    };
    tokens.clone().any(|at| text.is_outside_quotations(at) && is_series(at))
}

/// Verbs of a journey.
const TRAVELLING: [&str; 13] =
    ["arrive", "arrives", "flies", "fly", "go", "goes", "head", "heads", "host", "leave", "travel", "travels", "visit"];

/// "On Wednesday she will travel to Oslo. She is to see Roy there": the day of the journey.
fn day_of_journey(parties: Parties<'_, '_>, sentence: usize, summit: &SummitFound) -> Option<DayFound> {
    let text = parties.text;
    let tokens = &text.sentences[sentence].tokens;
    if summit.status != Status::Planned || !text.sentences[sentence].tokens.clone().any(|at| text.is(at, "there")) {
        return None;
    }
    let before = sentence.checked_sub(1).map(|before| &text.sentences[before].tokens)?;
    if before.len() > LONGEST {
        return None;
    }
    let named = |tokens: &Range<usize>, person: usize| {
        parties.people.mentions_in(tokens).iter().any(|mention| mention.person == person)
    };
    let is_shared = summit.participants.iter().any(|(person, _)| named(before, *person));
    let travels = before.clone().any(|at| text.is_outside_quotations(at) && TRAVELLING.contains(&text.word(at)));
    let mut told = days(text, before, true);
    told.extend(days(text, before, false));
    told.retain(|day| !is_of_report(text, day, before.start));
    let is_undated = days(text, tokens, true).is_empty() && days(text, tokens, false).is_empty();
    one(&told).filter(|_| is_body(text, before.start) && is_shared && travels && is_undated).map(bare)
}

/// The day in a caption that names all who met, where the body tells none.
fn day_of_caption(parties: Parties<'_, '_>, summit: &SummitFound) -> Option<DayFound> {
    const CAPTIONS: usize = 4;
    let text = parties.text;
    if summit.status != Status::Held {
        return None;
    }
    let is_caption = |passage: &usize| text.passages[*passage].kind == BlockKind::Caption;
    let captions = (0..text.passages.len()).filter(is_caption).take(CAPTIONS);
    captions.map(|passage| &text.passages[passage].tokens).filter(|tokens| tokens.len() <= LONGEST).find_map(|tokens| {
        let mentions = parties.people.mentions_in(tokens);
        let is_named = |person: usize| mentions.iter().any(|mention| mention.person == person);
        let all = summit.participants.iter().all(|(person, _)| is_named(*person));
        one(&days(text, tokens, false)).filter(|_| all)
    })
}
