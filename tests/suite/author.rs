//! The author plans facts and writes an article from them; reading the article returns the facts.

use std::fs;

use proptest::prelude::*;
use rapporteur_author::{Facts, Occasion, PartyFact, StatementFact, Written, rewriting};
use rapporteur_corpus::{document::Document, reading, record_file};
use rapporteur_model::{Anchored, Excerpt, Party, PersonId, Record, Review, Statement, SummitId};

use crate::support::at;

/// What reading an article says differently from what its author planned, a line each, the slot first.
pub(crate) fn differences(written: &Written) -> Vec<String> {
    let document = Document::parse(&written.text);
    let record = reading::read(&document, "written").record;
    let mut compared = Comparison { record: &record, found: Vec::new() };
    compared.head(&written.facts);
    compared.people(&written.facts);
    compared.summits(&written.facts);
    compared.statements(&written.facts);
    compared.quantities(&written.facts);
    compared.found
}

struct Comparison<'a> {
    record: &'a Record,
    found: Vec<String>,
}

fn folded(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn plain(name: &str) -> String {
    name.replace('’', "'")
}

fn words<T>(anchored: Option<&Anchored<T>>) -> Option<String> {
    anchored.and_then(Anchored::anchor).map(|anchor| anchor.text.clone())
}

impl Comparison<'_> {
    fn same<T: std::fmt::Debug>(&mut self, slot: &str, planned: T, read: T) {
        // The facts name people with one sort of apostrophe, the articles print what their style has.
        let (planned, read) = (format!("{planned:?}").replace('’', "'"), format!("{read:?}").replace('’', "'"));
        if planned != read {
            self.found.push(format!("{slot}: planned {planned}, read {read}"));
        }
    }

    fn name(&self, id: PersonId) -> String {
        let name = self.record.person(id).and_then(|person| person.name.as_ref());
        name.map_or_else(|| "nobody".to_owned(), |name| name.value().clone())
    }

    fn names(&self, ids: &[PersonId]) -> Vec<String> {
        ids.iter().map(|id| self.name(*id)).collect()
    }

    fn head(&mut self, facts: &Facts) {
        let article = &self.record.article;
        let text = |excerpt: &Option<Excerpt>| excerpt.as_ref().map(|excerpt| excerpt.text.clone());
        self.same("headline", text(&facts.headline), words(article.headline.as_ref()));
        self.same("dateline", text(&facts.dateline), words(article.dateline.as_ref()));
        self.same("byline", text(&facts.byline), words(article.byline.as_ref()));
        let published = article.published.as_ref().map(|stamp| *stamp.time.value());
        self.same("published", facts.published.as_ref().map(|fact| fact.value), published);
        let updated = article.updated.as_ref().map(|stamp| *stamp.time.value());
        self.same("updated", facts.updated.as_ref().map(|fact| fact.value), updated);
        let prefix = article.prefix_date.as_ref().map(|date| *date.value());
        self.same("prefix date", facts.prefix_date.as_ref().map(|fact| fact.value), prefix);
    }

    fn people(&mut self, facts: &Facts) {
        let read: Vec<String> = self.record.people.iter().map(|person| self.name(person.id)).collect();
        let planned: Vec<String> = facts.people.iter().map(|person| person.name.clone()).collect();
        self.same("people", planned, read);
        for planned in &facts.people {
            let Some(person) =
                self.record.people.iter().find(|person| plain(&self.name(person.id)) == plain(&planned.name))
            else {
                continue;
            };
            let office = person.offices.first();
            let class = office.map(|office| *office.class.value());
            let country = office.and_then(|office| office.country.as_ref()).map(|country| *country.value());
            let mentions: Vec<String> =
                person.mentions.iter().map(|mention| format!("{} {}", mention.span, mention.text)).collect();
            self.same("office class", Some(planned.class), class);
            self.same("office country", Some(planned.country), country);
            let planned_mentions: Vec<String> =
                planned.mentions.iter().map(|mention| format!("{} {}", mention.span, mention.text)).collect();
            self.same("mentions", planned_mentions, mentions);
        }
    }

    fn summits(&mut self, facts: &Facts) {
        self.same("summit count", facts.summits.len(), self.record.summits.len());
        for (planned, read) in facts.summits.iter().zip(&self.record.summits) {
            self.same("status", planned.status, *read.status.value());
            self.same("mode", planned.mode, *read.mode.value());
            let mut leaders: Vec<_> = planned
                .participants
                .iter()
                .map(|leader| (leader.name.clone(), Some(leader.country), leader.role))
                .collect();
            let mut found: Vec<_> = read
                .participants
                .iter()
                .map(|leader| {
                    let name = leader.person.map_or_else(String::new, |person| self.name(person));
                    (name, leader.country.as_ref().map(|country| *country.value()), *leader.role.value())
                })
                .collect();
            leaders.sort();
            found.sort();
            self.same("participants", leaders, found);
            let begins = read.begins.as_ref();
            self.same(
                "begins",
                planned.begins.as_ref().map(|fact| fact.value),
                begins.map(|begins| *begins.time.value()),
            );
            self.same(
                "part of day",
                planned.part_of_day.filter(|_| planned.begins.is_some()),
                begins.and_then(|begins| begins.part_of_day),
            );
            let minutes = read.duration_minutes.as_ref().map(|minutes| *minutes.value());
            self.same("duration", planned.minutes.as_ref().map(|fact| fact.value), minutes);
            let value =
                |anchored: &Option<Anchored<String>>| anchored.as_ref().map(|anchored| anchored.value().clone());
            self.same("venue", planned.venue.as_ref().map(|fact| fact.value.clone()), value(&read.venue));
            self.same("locality", planned.locality.as_ref().map(|fact| fact.value.clone()), value(&read.locality));
            self.same("region", planned.region.as_ref().map(|fact| fact.value.clone()), value(&read.region));
            self.same(
                "host event",
                planned.host_event.as_ref().map(|fact| fact.value.clone()),
                value(&read.host_event),
            );
            let country = read.country.as_ref().map(|country| *country.value());
            self.same("country", planned.country.as_ref().map(|fact| fact.value), country);
            let delegations: Vec<_> = planned
                .delegations
                .iter()
                .map(|side| (Some(side.country), side.complete, side.members.clone()))
                .collect();
            let sat: Vec<_> = read
                .delegations
                .iter()
                .map(|side| {
                    (side.country.as_ref().map(|country| *country.value()), side.complete, self.names(&side.members))
                })
                .collect();
            self.same("delegations", delegations, sat);
            let meals: Vec<_> = planned.meals.iter().map(|meal| (meal.kind, meal.relation)).collect();
            self.same("meals", meals, read.meals.iter().map(|meal| (meal.kind, meal.relation)).collect());
        }
    }

    fn statements(&mut self, facts: &Facts) {
        let parts =
            |parts: &[Excerpt]| parts.iter().map(|part| format!("{} {}", part.span, part.text)).collect::<Vec<_>>();
        let mut read: Vec<&Statement> = self.record.statements.iter().collect();
        let index_of = |id| self.record.statements.iter().position(|statement| statement.id == id);
        // Where a planned statement stands among those read.
        let places: Vec<Option<usize>> = facts
            .statements
            .iter()
            .map(|planned| {
                self.record.statements.iter().position(|statement| parts(&statement.parts) == parts(&planned.parts))
            })
            .collect();
        for planned in &facts.statements {
            let at = read.iter().position(|statement| parts(&statement.parts) == parts(&planned.parts));
            let Some(at) = at else {
                self.found.push(format!("statement missed: {:?}", parts(&planned.parts)));
                continue;
            };
            let statement = read.remove(at);
            self.statement(planned, statement);
            let link = |planned: Option<usize>| planned.and_then(|index| places[index]);
            self.same("continues", link(planned.continues), statement.continues.and_then(index_of));
            self.same("replies to", link(planned.replies_to), statement.replies_to.and_then(index_of));
            self.same("within", link(planned.within), statement.within.and_then(index_of));
        }
        for statement in read {
            self.found.push(format!("statement invented: {:?}", parts(&statement.parts)));
        }
    }

    fn statement(&mut self, planned: &StatementFact, read: &Statement) {
        self.same("kind", planned.kind, read.kind);
        self.party("speaker", Some(&planned.speaker), read.speaker.as_ref());
        self.same("cue", planned.cue.clone(), read.cue.clone());
        self.party("addressee", planned.addressee.as_ref(), read.addressee.as_ref());
        let summit = read.summit.map(SummitId::index);
        match planned.occasion {
            Occasion::Summit(index) => self.same("occasion", Some(index), summit),
            Occasion::Elsewhere => self.same("occasion", None, summit),
            Occasion::Open => {}
        }
        self.same("polarity", planned.polarity, *read.polarity.value());
    }

    fn party(&mut self, slot: &str, planned: Option<&PartyFact>, read: Option<&Party>) {
        let expected = planned.map(|party| (folded(&party.excerpt.text), party.excerpt.span, party.people.clone()));
        let found = read.map(|party| {
            let mut people = self.names(&party.people);
            people.sort();
            (folded(&party.anchor.text), party.anchor.span, people)
        });
        let expected = expected.map(|(words, span, mut people)| {
            people.sort();
            (words, span, people)
        });
        self.same(slot, expected, found);
    }

    fn quantities(&mut self, facts: &Facts) {
        let planned: Vec<_> = facts
            .quantities
            .iter()
            .map(|quantity| {
                (quantity.value.to_string(), quantity.unit.clone(), quantity.hedge, quantity.excerpt.text.clone())
            })
            .collect();
        let read: Vec<_> = self
            .record
            .quantities
            .iter()
            .map(|quantity| {
                (
                    quantity.value.to_string(),
                    quantity.unit.clone(),
                    *quantity.hedge.value(),
                    quantity.excerpt.text.clone(),
                )
            })
            .collect();
        self.same("quantities", planned, read);
    }
}

proptest! {
    #![proptest_config(crate::support::cases())]

    #[test]
    fn reading_returns_what_the_author_planned(plan in rapporteur_author::plans(), style in rapporteur_author::styles()) {
        let written = rapporteur_author::write(&plan, &style);
        let differences = differences(&written);
        prop_assert!(differences.is_empty(), "{}\n\n{}", differences.join("\n"), written.text);
    }
}

/// The seed's record, as it must be read: the reader's own, for another text.
fn as_read(mut record: Record, text: &str) -> Record {
    record.review = Review::Machine;
    record.seal = None;
    record.source = reading::source(text);
    record
}

proptest! {
    #![proptest_config(crate::support::cases())]

    /// Other names, countries, dates, hours and places in the seed's stead come out as right as its own.
    #[test]
    fn the_seed_with_other_facts_is_read_as_well(facts in rewriting::other_facts()) {
        let text = fs::read_to_string(at("seeds/000_44616b36b33d74b3.txt")).unwrap();
        let file = record_file::parse(&fs::read(at("seeds/000_44616b36b33d74b3.record.json")).unwrap()).unwrap();
        let (text, expected) = rewriting::rewrite(&text, &file.record, &facts.substitutions);
        let record = reading::read(&Document::parse(&text), &file.record.id).record;
        let expected = as_read(expected, &text);
        prop_assert_eq!(record_file::print(&record), record_file::print(&expected), "{}", text);
    }
}
