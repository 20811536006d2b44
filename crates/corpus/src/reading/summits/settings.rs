//! When a meeting was, how long it took, and in which order the words about it are heard.

use std::ops::Range;

use rapporteur_model::Status;

use super::{
    SummitFound, gathering, occasions,
    places::{self, Atlas},
};
use crate::reading::{
    text::Text,
    times::{self, Time},
};

/// Fills in what the sentences of a meeting say of its time, its place and its occasion.
pub(super) fn settle(text: &Text<'_>, atlas: &Atlas, summit: &mut SummitFound) {
    let is_body = |scope: &Range<usize>| gathering::is_body(text, scope.start);
    let mut scopes = summit.scopes.clone();
    // The body goes before the headline and the caption, which only repeat it.
    scopes.sort_by_key(|scope| (!is_body(scope), scope.start));
    scopes.dedup();
    for tokens in scopes {
        read_times(text, &tokens, summit);
        let first = summit.mentions.partition_point(|mention| mention.start < tokens.start);
        let trigger = summit.mentions.get(first).filter(|mention| tokens.contains(&mention.start)).cloned();
        let trigger = trigger.unwrap_or(tokens.start..tokens.start);
        if is_body(&tokens) || summit.place.locality.is_none() {
            places::read_places(text, atlas, &tokens, &trigger, summit);
        }
        if summit.host_event.is_none() {
            summit.host_event = occasions::host_event(text, &tokens);
        }
    }
    // What is told of several meetings together holds for each that is not told otherwise.
    for sentence in summit.series.clone() {
        let tokens = text.sentences[sentence].tokens.clone();
        if summit.day.is_none() {
            read_times(text, &tokens, summit);
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

fn read_times(text: &Text<'_>, tokens: &Range<usize>, summit: &mut SummitFound) {
    for time in times::times(text, tokens) {
        match time {
            Time::Clock(clock) => _ = summit.clock.get_or_insert(clock),
            Time::Length(duration) => _ = summit.duration.get_or_insert(duration),
            // "Under discussion until Thursday": a day alone ends something else as often as the meeting.
            Time::End(end) if end.clock.is_none() => {}
            Time::End(end) => _ = summit.end.get_or_insert(end),
            Time::Day(month) if month.day.is_month() => {
                // "The first since May", of what has been: only what is to come is told by its month alone.
                if summit.day.is_none() && summit.status == Status::Planned {
                    summit.day = Some(month);
                }
            }
            Time::Day(day) => {
                let is_finer = summit
                    .day
                    .as_ref()
                    .is_none_or(|known| known.day == day.day && known.part.is_none() && day.part.is_some());
                if is_finer && !is_other_day(text, &day.tokens, tokens.start) {
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

/// A day that belongs to something else: "told reporters on Thursday", "a day after".
fn is_other_day(text: &Text<'_>, day: &Range<usize>, start: usize) -> bool {
    let announced = ["announced", "reported", "arrived"];
    (day.start.saturating_sub(2).max(start)..day.start).any(|at| announced.contains(&text.word(at)))
}
