//! Summits: who met whom. Phrases that tell of a meeting are found first ([`triggers`]), those of one meeting are
//! gathered, and then the sentences they stand in give its time ([`settings`]), place ([`places`], [`journeys`]),
//! occasion ([`occasions`]), company and meals ([`company`]).

// In reading order: the words, who met, whether they did, the phrases, which of them tell of one meeting, and its slots.
mod vocabulary;

mod leaders;

mod status;

mod triggers;

mod gathering;

mod places;

mod occasions;

mod settings;

mod journeys;

mod timing;

mod company;

use std::ops::Range;

use rapporteur_model::{MealKind, MealRelation, Mode, Span, Status};

pub(super) use self::{
    company::{ENDS, LISTING},
    journeys::travelling,
    places::Spot,
    triggers::FINDING,
    vocabulary::tells_of_meeting,
};
pub(crate) use self::{occasions::names_event, places::is_nameless_building};
use self::{
    places::{Atlas, Place},
    triggers::Trigger,
};
use super::{
    names::PlaceName,
    people::{CountryFound, People},
    phrases::Parties,
    text::Text,
    times::{ClockFound, Day, DayFound, DurationFound, EndFound},
};
use crate::document::{Problem, ProblemKind};

/// A meeting, before ids are given.
#[derive(Debug, Clone)]
pub(super) struct SummitFound {
    /// The leaders, with the words that name them where the meeting is first told in the body.
    pub(super) participants: Vec<(usize, Range<usize>)>,
    pub(super) status: Status,
    pub(super) status_words: Range<usize>,
    pub(super) mode: Option<(Mode, Range<usize>)>,
    pub(super) mentions: Vec<Range<usize>>,
    /// The one of them who received the others, where a verb says so.
    pub(super) host: Option<usize>,
    /// The day beside the phrase that first tells of it.
    told_day: Option<Day>,
    /// Whether it was before the meeting that the text tells of: "had last met".
    is_earlier: bool,
    pub(super) day: Option<DayFound>,
    pub(super) clock: Option<ClockFound>,
    pub(super) duration: Option<DurationFound>,
    pub(super) end: Option<EndFound>,
    pub(super) venue: Option<Range<usize>>,
    pub(super) place: Place,
    /// The country that a leader is said to visit.
    pub(super) visited: Option<PlaceName>,
    pub(super) host_event: Option<Range<usize>>,
    pub(super) delegations: Vec<DelegationFound>,
    pub(super) meals: Vec<MealFound>,
    /// The sentences whose phrases tell of it.
    pub(super) sentences: Vec<usize>,
    /// The parts of these sentences that its phrases reach over.
    scopes: Vec<Range<usize>>,
    /// Sentences that tell of several meetings, and of this among them.
    series: Vec<usize>,
}

/// One side's people at the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DelegationFound {
    /// Whose people they are, where the text says so.
    pub(super) country: Option<CountryFound>,
    pub(super) complete: Option<bool>,
    pub(super) members: Vec<usize>,
}

/// A meal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MealFound {
    pub(super) kind: MealKind,
    pub(super) relation: MealRelation,
    pub(super) token: usize,
}

/// Finds the summits of a text, in the order of their first mentions; `dateline` are the words of its places.
pub(super) fn summits(text: &Text<'_>, people: &People, dateline: Option<Span>) -> Vec<SummitFound> {
    let parties = Parties { text, people };
    let mut found = gathering::gather(text, triggers::triggers(parties));
    timing::divide(text, &mut found);
    if found.is_empty() {
        return found;
    }
    let atlas = Atlas::new(text, dateline);
    for summit in &mut found {
        settings::settle(text, &atlas, summit);
        if let Some(visited) = summit.visited.as_ref().filter(|_| summit.place.is_unknown()) {
            summit.place = places::place_of(text, visited).by("country-of-visit", &[]);
        }
    }
    places::place_readout(text, &atlas, &mut found);
    timing::complete(parties, &mut found);
    occasions::share_host_event(parties, &atlas, &mut found);
    journeys::place_visits(parties, &mut found);
    company::seat(parties, &mut found);
    found
}

/// The lists of leaders that go on beyond those that are read.
pub(super) fn troubles(text: &Text<'_>, summits: &[SummitFound]) -> Vec<Problem> {
    let long = summits.iter().filter(|summit| summit.participants.len() >= leaders::LONGEST_LIST);
    long.filter_map(|summit| summit.participants.last())
        .map(|(_, words)| Problem { kind: ProblemKind::EndlessList, span: text.span(words.start, words.end - 1) })
        .collect()
}

impl SummitFound {
    fn new(trigger: Trigger) -> Self {
        Self {
            participants: trigger.participants,
            status: trigger.status,
            status_words: trigger.status_words,
            mode: trigger.mode,
            mentions: vec![trigger.tokens],
            host: trigger.host,
            told_day: None,
            is_earlier: trigger.is_earlier,
            day: None,
            clock: None,
            duration: None,
            end: None,
            venue: None,
            place: Place::default(),
            visited: None,
            host_event: None,
            delegations: Vec::new(),
            meals: Vec::new(),
            sentences: vec![trigger.sentence],
            scopes: vec![trigger.scope],
            series: Vec::new(),
        }
    }

    /// Whether a leader met in it.
    fn has(&self, person: usize) -> bool {
        self.participants.iter().any(|(leader, _)| *leader == person)
    }

    /// Takes another phrase of the same meeting. What the body says goes before headline and caption, and a verb that
    /// tells the meeting before a noun that only mentions it.
    fn add(&mut self, text: &Text<'_>, trigger: Trigger) {
        let was_body = gathering::is_body(text, self.status_words.start);
        let is_now_body = gathering::is_body(text, trigger.tokens.start);
        // What was called off may be told once more as it had been planned.
        let is_off = self.status == Status::Cancelled && trigger.status == Status::Planned;
        let tells_better = trigger.tells && !self.is_told(text) && !is_off;
        // What was put off before it took place is told as held.
        let was_held = was_body && self.status == Status::Held && self.is_told(text);
        let ends_it = matches!(trigger.status, Status::Cancelled | Status::Denied) && !was_held;
        if is_now_body && (!was_body || tells_better || ends_it)
            || (ends_it && self.status == Status::Planned)
            || (trigger.status == Status::Cancelled && self.status == Status::Denied)
        {
            self.status = trigger.status;
            self.status_words = trigger.status_words.clone();
        }
        self.host = self.host.or(trigger.host);
        self.add_reference(text, trigger);
    }

    /// Takes a phrase that only refers to the meeting.
    fn add_reference(&mut self, text: &Text<'_>, trigger: Trigger) {
        if self.mode.is_none() {
            self.mode = trigger.mode;
        }
        let was_held =
            self.status == Status::Held && gathering::is_body(text, self.status_words.start) && self.is_told(text);
        let ends_it = matches!(trigger.status, Status::Cancelled | Status::Denied) && !was_held;
        if ends_it && trigger.participants.len() < 2 {
            self.status = trigger.status;
            self.status_words = trigger.status_words;
        }
        self.mentions.push(trigger.tokens);
        // "had been planned for May but was put off" tells neither when nor where it then was.
        if was_held && matches!(trigger.status, Status::Cancelled | Status::Denied) {
            return;
        }
        self.sentences.push(trigger.sentence);
        self.scopes.push(trigger.scope);
    }

    /// Whether the status is told by a verb.
    fn is_told(&self, text: &Text<'_>) -> bool {
        triggers::is_telling(text, &self.status_words)
    }

    /// The words that say in which country the meeting was, with the rule by which they do; no rule where they name it.
    pub(super) fn country(&self, text: &Text<'_>) -> Option<Spot> {
        let visited = || self.visited.as_ref().map(|place| Spot::named(text, place).by("country-of-visit", Vec::new()));
        self.place.in_country().or_else(visited)
    }

    /// Whether the leaders only spoke with each other from afar.
    pub(super) fn is_remote(&self) -> bool {
        self.mode.as_ref().is_some_and(|(mode, _)| *mode != Mode::InPerson)
    }
}

#[cfg(test)]
mod tests;
