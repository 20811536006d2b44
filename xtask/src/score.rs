//! How much of what the reviewed records hold the reader reads.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use rapporteur::facts::{Naming, Topic, facts};
use rapporteur_model::Record;
use serde::{Deserialize, Serialize};

/// How many of the reviewed facts were read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Share {
    pub(crate) read: usize,
    pub(crate) of: usize,
}

impl Share {
    /// In thousandths, rounded down. Where there is nothing to read everything has been read.
    fn permille(self) -> usize {
        (self.read * 1000).checked_div(self.of).unwrap_or(1000)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} ({} ‰)", self.read, self.of, self.permille())
    }
}

/// The score over all reviewed records.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Score {
    /// Reviewed records compared.
    pub(crate) records: usize,
    /// Those that the reader reads exactly as they are.
    pub(crate) exact: usize,
    /// People, by name.
    pub(crate) people: Share,
    /// Slots of summits: status, participants, time, places and so on.
    pub(crate) summits: Share,
    /// Statements, by their parts and the words that name the speaker.
    pub(crate) statements: Share,
}

/// The shares in thousandths below which the score must not fall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Floor {
    pub(crate) people: usize,
    pub(crate) summits: usize,
    pub(crate) statements: usize,
}

impl Score {
    /// Adds one article: what the reader reads now and what a person has confirmed.
    pub(crate) fn add(&mut self, read: &Record, reviewed: &Record) {
        let ours = facts(read, &Naming::after(read, reviewed));
        let theirs = facts(reviewed, &Naming::own(reviewed));
        self.records += 1;
        let keys =
            |facts: &[rapporteur::facts::Fact]| facts.iter().map(|fact| fact.key.clone()).collect::<BTreeSet<_>>();
        self.exact += usize::from(keys(&ours) == keys(&theirs));
        // The same measure twice, such as two statements of equal words, must be read twice.
        let mut available: BTreeMap<&str, usize> = BTreeMap::new();
        for measure in ours.iter().filter_map(|fact| fact.measure.as_deref()) {
            *available.entry(measure).or_default() += 1;
        }
        for fact in &theirs {
            let share = match fact.topic {
                Topic::Person => &mut self.people,
                Topic::Summit => &mut self.summits,
                Topic::Statement => &mut self.statements,
                Topic::Block | Topic::Head | Topic::Mention | Topic::SummitMention | Topic::Quantity => continue,
            };
            let Some(measure) = fact.measure.as_deref() else { continue };
            share.of += 1;
            if let Some(left) = available.get_mut(measure).filter(|left| **left > 0) {
                *left -= 1;
                share.read += 1;
            }
        }
    }

    /// The floor that this score reaches.
    pub(crate) fn as_floor(&self) -> Floor {
        Floor {
            people: self.people.permille(),
            summits: self.summits.permille(),
            statements: self.statements.permille(),
        }
    }

    /// What fell below the floor.
    pub(crate) fn below(&self, floor: &Floor) -> Vec<String> {
        [
            ("people", self.people, floor.people),
            ("summits", self.summits, floor.summits),
            ("statements", self.statements, floor.statements),
        ]
        .into_iter()
        .filter(|(_, share, floor)| share.permille() < *floor)
        .map(|(name, share, floor)| format!("{name}: {share} read, and the floor is {floor} ‰"))
        .collect()
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { records, exact, people, summits, statements } = self;
        write!(
            f,
            "reviewed {records}, read exactly {exact}; people {people}, slots of summits {summits}, statements {statements}"
        )
    }
}

impl Floor {
    /// Each share as high as the higher of the two.
    pub(crate) fn raised_to(self, other: Self) -> Self {
        Self {
            people: self.people.max(other.people),
            summits: self.summits.max(other.summits),
            statements: self.statements.max(other.statements),
        }
    }
}

#[cfg(test)]
mod tests {
    use rapporteur_corpus::{document::Document, reading};
    use rapporteur_model::{Anchored, Excerpt, Person, PersonId, Span};

    use super::*;

    fn named(text: &str, names: &[&str]) -> Record {
        let mut record = reading::read(&Document::parse(text), "a").record;
        let people = names.iter().enumerate().map(|(index, name)| {
            let start = u32::try_from(text.find(name).unwrap()).unwrap();
            let span = Span::new(start, start + u32::try_from(name.len()).unwrap()).unwrap();
            let words = Excerpt::of(text, span).unwrap();
            let name = Some(Anchored::stated((*name).to_owned(), words.clone()));
            Person { id: PersonId::from_index(index), name, mentions: vec![words], offices: Vec::new() }
        });
        record.people = people.collect();
        record.summits.clear();
        record.statements.clear();
        record
    }

    #[test]
    fn people_count_by_name_whatever_their_number() {
        let text = "Ada, Bo and Cy met.";
        let mut score = Score::default();
        score.add(&named(text, &["Bo", "Cy"]), &named(text, &["Ada", "Bo", "Cy"]));
        assert_eq!(score.people, Share { read: 2, of: 3 });
        assert_eq!((score.records, score.exact), (1, 0));
        score.add(&named(text, &["Ada"]), &named(text, &["Ada"]));
        assert_eq!((score.records, score.exact), (2, 1));
    }

    #[test]
    fn a_score_below_its_floor_is_told() {
        let score = Score { people: Share { read: 2, of: 3 }, ..Score::default() };
        let floor = Floor { people: 667, summits: 1000, statements: 1000 };
        assert_eq!(score.below(&floor), ["people: 2 of 3 (666 ‰) read, and the floor is 667 ‰"]);
        assert_eq!(score.below(&Floor { people: 666, ..floor }), [""; 0]);
    }
}
