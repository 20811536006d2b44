//! Summits: who met whom. Phrases that tell of a meeting are found first ([`triggers`]), those of one meeting are
//! gathered, and then the sentences they stand in give its time, place, company and meals ([`settings`]).

mod company;
mod settings;
mod triggers;

use std::{collections::HashMap, ops::Range};

use rapporteur_model::{BlockKind, MealKind, MealRelation, Mode, Status};

use self::triggers::Trigger;
use super::{
    names::PlaceName,
    people::People,
    phrases::Parties,
    text::Text,
    times::{ClockFound, DayFound, DurationFound},
};

/// A meeting, before ids are given.
#[derive(Debug, Clone)]
pub(super) struct SummitFound {
    /// The leaders, with the words that name them where the meeting is first told in the body.
    pub(super) participants: Vec<(usize, Range<usize>)>,
    pub(super) status: Status,
    pub(super) status_words: Range<usize>,
    pub(super) mode: Option<(Mode, Range<usize>)>,
    pub(super) mentions: Vec<Range<usize>>,
    pub(super) day: Option<DayFound>,
    pub(super) clock: Option<ClockFound>,
    pub(super) duration: Option<DurationFound>,
    pub(super) venue: Option<Range<usize>>,
    pub(super) locality: Option<Locality>,
    pub(super) region: Option<PlaceName>,
    pub(super) country: Option<PlaceName>,
    /// The country that a leader is said to visit.
    pub(super) visited: Option<PlaceName>,
    pub(super) host_event: Option<Range<usize>>,
    pub(super) delegations: Vec<DelegationFound>,
    pub(super) meals: Vec<MealFound>,
    /// The sentences whose phrases tell of it.
    pub(super) sentences: Vec<usize>,
}

/// A city: its words, and the place where the atlas knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Locality {
    pub(super) tokens: Range<usize>,
    pub(super) place: Option<PlaceName>,
}

/// One side's people at the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DelegationFound {
    pub(super) country: PlaceName,
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

/// Finds the summits of a text, in the order of their first mentions.
pub(super) fn summits(text: &Text<'_>, people: &People) -> Vec<SummitFound> {
    let parties = Parties { text, people };
    let mut found: Vec<SummitFound> = Vec::new();
    let mut unplaced: Vec<Trigger> = Vec::new();
    let (told, bare): (Vec<Trigger>, Vec<Trigger>) =
        triggers::triggers(parties).into_iter().partition(|trigger| trigger.participants.len() >= 2);
    // The meetings found, by who met.
    let mut by_leaders: HashMap<Vec<usize>, Vec<usize>> = HashMap::new();
    for trigger in told {
        let mut leaders: Vec<usize> = trigger.participants.iter().map(|(person, _)| *person).collect();
        leaders.sort_unstable();
        let known = by_leaders.entry(leaders).or_default();
        if let Some(&index) = known.iter().find(|&&index| is_same_state(text, &found[index], &trigger)) {
            found[index].add(text, trigger);
        } else {
            known.push(found.len());
            found.push(SummitFound::new(trigger));
        }
    }
    let starts: Vec<usize> = found.iter().map(|summit| summit.mentions[0].start).collect();
    for trigger in bare {
        // "The summit" is the last one told of before it; in a headline, the first one of the text.
        match starts.partition_point(|&start| start < trigger.tokens.start).checked_sub(1) {
            Some(index) => found[index].add(text, trigger),
            None => unplaced.push(trigger),
        }
    }
    if let [only] = found.as_mut_slice() {
        for trigger in unplaced {
            only.add(text, trigger);
        }
    }
    for summit in &mut found {
        summit.mentions.sort_by_key(|mention| mention.start);
        summit.sentences.sort_unstable();
        summit.sentences.dedup();
    }
    found.sort_by_key(|summit| summit.mentions[0].start);
    for summit in &mut found {
        settings::settle(text, summit);
    }
    settings::share_host_event(parties, &mut found);
    company::seat(parties, &mut found);
    found
}

/// Whether a phrase tells of the same meeting of the same leaders: with the same status, unless one of the two is a
/// headline.
fn is_same_state(text: &Text<'_>, summit: &SummitFound, trigger: &Trigger) -> bool {
    let is_headline = |token: usize| text.passages[text.passage_of(token)].kind == BlockKind::Headline;
    let told_loosely = is_headline(trigger.tokens.start) || is_headline(summit.mentions[0].start);
    summit.status == trigger.status || told_loosely
}

impl SummitFound {
    fn new(trigger: Trigger) -> Self {
        Self {
            participants: trigger.participants,
            status: trigger.status,
            status_words: trigger.status_words,
            mode: trigger.mode,
            mentions: vec![trigger.tokens],
            day: None,
            clock: None,
            duration: None,
            venue: None,
            locality: None,
            region: None,
            country: None,
            visited: None,
            host_event: None,
            delegations: Vec::new(),
            meals: Vec::new(),
            sentences: vec![trigger.sentence],
        }
    }

    /// Takes another phrase of the same meeting. What the body says goes before headline and caption, and a verb that
    /// tells the meeting before a noun that only mentions it.
    fn add(&mut self, text: &Text<'_>, trigger: Trigger) {
        let is_body = |token: usize| text.passages[text.passage_of(token)].kind == BlockKind::Paragraph;
        let was_body = is_body(self.status_words.start);
        let is_now_body = is_body(trigger.tokens.start);
        if trigger.participants.len() >= 2 && is_now_body {
            if !is_body(self.participants[0].1.start) {
                self.participants.clone_from(&trigger.participants);
            }
            if !was_body
                || (trigger.tells && !text.word(self.status_words.start).starts_with(char::is_lowercase))
                || (trigger.tells && !self.is_told(text))
            {
                self.status = trigger.status;
                self.status_words = trigger.status_words.clone();
            }
        }
        let is_told_better = is_now_body && self.mode.as_ref().is_some_and(|(_, words)| !is_body(words.start));
        if self.mode.is_none() || (is_told_better && trigger.mode.is_some()) {
            self.mode = trigger.mode;
        }
        self.mentions.push(trigger.tokens);
        self.sentences.push(trigger.sentence);
    }

    /// Whether the status is told by a verb.
    fn is_told(&self, text: &Text<'_>) -> bool {
        triggers::is_telling(text, &self.status_words)
    }

    /// The place that says in which country the meeting was, and the rule by which it does; no rule where it names it.
    pub(super) fn country(&self) -> Option<(&PlaceName, Option<&'static str>)> {
        let locality = self.locality.as_ref().and_then(|locality| locality.place.as_ref());
        let named = self.country.as_ref().map(|place| (place, None));
        named
            .or_else(|| self.region.as_ref().map(|place| (place, Some("country-of-region"))))
            .or_else(|| locality.map(|place| (place, Some("country-of-locality"))))
            .or_else(|| self.visited.as_ref().map(|place| (place, Some("country-of-visit"))))
    }
}

#[cfg(test)]
mod tests;
