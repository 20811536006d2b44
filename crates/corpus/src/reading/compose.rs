//! Composing: what the stages found, as a record with ids, excerpts and rules by name.

use std::ops::Range;

use rapporteur_model::{
    Anchor, Anchored, Article, Country, Date, Delegation, Excerpt, Layout, LocalTime, Meal, Mode, Office, Participant,
    Party, Person, PersonId, Polarity, Quantity, QuantityId, Record, Review, Role, RuleName, Schema, Span, Stamp,
    Statement, StatementId, Status, Summit, SummitId, SummitTime,
};

use super::{
    lexicon,
    linking::Links,
    names,
    people::{CountryFound, People, PersonFound},
    phrases::PartyFound,
    quantities::QuantityFound,
    statements::{self, StatementFound},
    summits::{Spot, SummitFound},
    text::{Text, folded},
    times::{self, AnchorSource},
};
use crate::document::{Document, Head, Moment};

/// What the stages found.
pub(super) struct Findings<'a, 't> {
    pub(super) text: &'a Text<'t>,
    pub(super) people: &'a People,
    pub(super) statements: &'a [StatementFound],
    pub(super) links: &'a [Links],
    pub(super) summits: &'a [SummitFound],
    pub(super) quantities: &'a [QuantityFound],
}

/// The record of a document of which nothing but its head and blocks is read.
pub(super) fn bare_record(document: &Document<'_>, id: &str, language: Option<&str>) -> Record {
    let head = document.head();
    let text = document.text();
    let stated = |span: Span| Excerpt::of(text, span).map(|excerpt| Anchored::stated(folded(&excerpt.text), excerpt));
    let stamp = |moment: &Moment| {
        let excerpt = Excerpt::of(text, moment.span)?;
        let zone = moment.zone.and_then(|zone| zone.slice(text)).map(str::to_owned);
        Some(Stamp { time: Anchored::stated(moment.value, excerpt), zone })
    };
    Record {
        schema: Schema::V1,
        id: id.to_owned(),
        review: Review::Machine,
        seal: None,
        allow: Vec::new(),
        source: super::source(text),
        text: None,
        article: Article {
            blocks: document.blocks().to_vec(),
            prefix_date: head
                .prefix_date
                .and_then(|date| Some(Anchored::stated(date.value, Excerpt::of(text, date.span)?))),
            headline: head.headline.and_then(stated),
            published: head.published.as_ref().and_then(stamp),
            updated: head.updated.as_ref().and_then(stamp),
            dateline: head.dateline.and_then(stated),
            byline: head.byline.and_then(stated),
            language: language.map(str::to_owned),
        },
        people: Vec::new(),
        summits: Vec::new(),
        statements: Vec::new(),
        quantities: Vec::new(),
    }
}

impl Findings<'_, '_> {
    /// Fills a bare record.
    pub(super) fn fill(&self, record: &mut Record, head: &Head) {
        record.people = (0..self.people.people.len()).map(|index| self.person(index)).collect();
        for mention in &self.people.mentions {
            let excerpt = self.excerpt(&mention.tokens);
            record.people[mention.person].mentions.push(excerpt);
        }
        let published = publication(self.text, head);
        record.summits =
            self.summits.iter().enumerate().map(|(index, summit)| self.summit(index, summit, published)).collect();
        record.statements = self
            .statements
            .iter()
            .zip(self.links)
            .enumerate()
            .map(|(index, (statement, links))| self.statement(index, statement, links))
            .collect();
        record.quantities =
            self.quantities.iter().enumerate().map(|(index, quantity)| self.quantity(index, quantity)).collect();
    }

    fn excerpt(&self, tokens: &Range<usize>) -> Excerpt {
        self.excerpt_of(self.text.span(tokens.start, tokens.end - 1))
    }

    fn excerpt_of(&self, span: Span) -> Excerpt {
        Excerpt { span, text: self.text.slice(span).to_owned() }
    }

    fn words(&self, tokens: &Range<usize>) -> Anchored<String> {
        Anchored::stated(self.text.phrase(tokens.clone()), self.excerpt(tokens))
    }

    fn person(&self, index: usize) -> Person {
        let found: &PersonFound = &self.people.people[index];
        Person {
            id: PersonId::from_index(index),
            name: found.name.as_ref().map(|name| self.words(name)),
            mentions: Vec::new(),
            offices: found
                .offices
                .iter()
                .map(|office| Office {
                    title: self.words(&office.title),
                    class: Anchored::stated(office.class, self.excerpt(&office.title)),
                    country: office.country.as_ref().map(|country| self.country(country)),
                })
                .collect(),
        }
    }

    fn country(&self, found: &CountryFound) -> Anchored<Country> {
        let excerpt = self.excerpt_of(found.span(self.text));
        let anchor = match found.rule {
            None => Anchor::stated(excerpt),
            Some(rule @ "home-country") => Anchor::inferred(excerpt, name(rule), Vec::new()),
            Some(rule) => Anchor::resolved(excerpt, name(rule), Vec::new()),
        };
        Anchored::new(found.country, anchor)
    }

    fn party(&self, found: &PartyFound) -> Party {
        let excerpt = self.excerpt(&found.tokens);
        let from = found.from.iter().map(|tokens| self.excerpt(tokens)).collect();
        let anchor = match found.rule {
            None => Anchor::stated(excerpt),
            Some(rule) if found.inferred => Anchor::inferred(excerpt, name(rule), from),
            Some(rule) => Anchor::resolved(excerpt, name(rule), from),
        };
        Party { people: found.people.iter().map(|&person| PersonId::from_index(person)).collect(), anchor }
    }

    fn statement(&self, index: usize, found: &StatementFound, links: &Links) -> Statement {
        let cue = found.cue.as_ref().map(|cue| self.excerpt(cue));
        let polarity = match (&cue, found.denied) {
            (Some(cue), true) => Anchored::stated(Polarity::Denied, cue.clone()),
            _ => Anchored::default(),
        };
        Statement {
            id: StatementId::from_index(index),
            kind: statements::kind(self.text, found),
            speaker: found.speaker.as_ref().map(|party| self.party(party)),
            cue,
            addressee: found.addressee.as_ref().map(|party| self.party(party)),
            parts: found.parts.iter().map(|part| self.excerpt_of(*part)).collect(),
            continues: links.continues.map(StatementId::from_index),
            replies_to: links.replies_to.map(StatementId::from_index),
            within: links.within.map(StatementId::from_index),
            summit: links.summit.map(SummitId::from_index),
            polarity,
        }
    }

    fn quantity(&self, index: usize, found: &QuantityFound) -> Quantity {
        let excerpt = self.excerpt(&found.tokens);
        let hedge = found.hedge.as_ref().map(|(hedge, tokens)| Anchored::stated(*hedge, self.excerpt(tokens)));
        // The innermost statement that gives it: of those around it, the last to begin.
        let before = self.statements.partition_point(|statement| statement.parts[0].start() <= excerpt.span.start());
        let around = (0..before).rev().take(16).find(|&at| self.statements[at].holds(excerpt.span));
        Quantity {
            id: QuantityId::from_index(index),
            value: found.value.clone(),
            unit: found.unit.clone(),
            hedge: hedge.unwrap_or_default(),
            excerpt,
            asserted_by: around.map(StatementId::from_index),
        }
    }

    fn summit(&self, index: usize, found: &SummitFound, published: Option<times::Anchor>) -> Summit {
        let place = found.country(self.text);
        let country = place.as_ref().and_then(|spot| Some(self.spot(spot, spot.country()?)));
        let begins = self.begins(found, published);
        let ends = self.ends(found, begins.as_ref(), published);
        Summit {
            id: SummitId::from_index(index),
            status: Anchored::stated(found.status, self.excerpt(&found.status_words)),
            mode: self.mode(found),
            layout: Layout::of(found.participants.len()),
            participants: found
                .participants
                .iter()
                .map(|(person, words)| self.participant(found, *person, words, place.as_ref()))
                .collect(),
            begins,
            ends,
            duration_minutes: found
                .duration
                .as_ref()
                .map(|duration| Anchored::stated(duration.minutes, self.excerpt(&duration.tokens))),
            venue: found.venue.as_ref().map(|tokens| self.words(tokens)),
            locality: found.place.locality.as_ref().map(|locality| self.spot(locality, self.printed(locality))),
            region: found.place.region.as_ref().map(|region| {
                let code = match region.place {
                    Some(lexicon::Place::Region { code, .. }) => code.to_owned(),
                    _ => self.printed(region),
                };
                self.spot(region, code)
            }),
            country,
            host_event: found.host_event.as_ref().map(|tokens| self.words(tokens)),
            delegations: found
                .delegations
                .iter()
                .map(|delegation| Delegation {
                    country: delegation.country.as_ref().map(|country| self.country(country)),
                    complete: delegation.complete,
                    members: delegation.members.iter().map(|&member| PersonId::from_index(member)).collect(),
                })
                .collect(),
            meals: found
                .meals
                .iter()
                .map(|meal| Meal {
                    kind: meal.kind,
                    relation: meal.relation,
                    excerpt: self.excerpt(&(meal.token..meal.token + 1)),
                })
                .collect(),
            mentions: found.mentions.iter().map(|tokens| self.excerpt(tokens)).collect(),
        }
    }

    /// The words of a place, as they are printed.
    fn printed(&self, spot: &Spot) -> String {
        folded(self.text.slice(spot.span))
    }

    /// A value that the words of a place say, by themselves or by a rule.
    fn spot<T>(&self, spot: &Spot, value: T) -> Anchored<T> {
        let excerpt = self.excerpt_of(spot.span);
        let from = spot.from.iter().map(|span| self.excerpt_of(*span)).collect();
        let anchor = match spot.rule {
            None => Anchor::stated(excerpt),
            Some(rule @ ("place-of-headline" | "place-of-programme")) => Anchor::inferred(excerpt, name(rule), from),
            Some(rule) => Anchor::resolved(excerpt, name(rule), from),
        };
        Anchored::new(value, anchor)
    }

    /// By phone or video where the words say so; in person where they name one place.
    fn mode(&self, found: &SummitFound) -> Anchored<Mode> {
        if let Some((mode, tokens)) = &found.mode {
            return Anchored::stated(*mode, self.excerpt(tokens));
        }
        let span = |tokens: &Range<usize>| self.text.span(tokens.start, tokens.end - 1);
        let place = found.place.narrowest().map(|spot| spot.span);
        let visited = || found.visited.as_ref().map(|place| span(&place.tokens));
        let meal = || found.meals.first().map(|meal| self.text.span(meal.token, meal.token));
        let received = || found.host.map(|_| span(&found.status_words));
        // Of a meeting that did not take place only its own place says how it was said to have been.
        let is_denied = found.status == Status::Denied;
        let occasion = || found.host_event.as_ref().map(span).or_else(meal).or_else(received);
        let place = found.venue.as_ref().map(span).or(place).or_else(visited);
        match place.or_else(|| occasion().filter(|_| !is_denied)) {
            Some(span) => Anchored::new(
                Mode::InPerson,
                Anchor::inferred(self.excerpt_of(span), name("venue-or-visit"), Vec::new()),
            ),
            None => Anchored::default(),
        }
    }

    /// A leader: host where the meeting was in the own country, visitor where it was in the other's.
    fn participant(
        &self,
        found: &SummitFound,
        person: usize,
        words: &Range<usize>,
        place: Option<&Spot>,
    ) -> Participant {
        let country_of = |person: usize| self.people.people[person].country().map(|found| found.country);
        let is_meeting = !found.is_remote() && found.status != Status::Denied;
        let by_place = place.filter(|_| is_meeting).and_then(|place| {
            let receives = |person: usize| country_of(person).is_some_and(|country| Some(country) == place.country());
            let is_received = || found.participants.iter().any(|(other, _)| receives(*other));
            let role = if receives(person) {
                Role::Host
            } else if is_received() {
                Role::Visitor
            } else {
                return None;
            };
            Some(Anchored::new(
                role,
                Anchor::resolved(self.excerpt_of(place.span), name("country-of-venue"), Vec::new()),
            ))
        });
        // "received Lee": the verb itself says who was the host.
        let by_verb = || {
            let host = found.host.filter(|_| !found.is_remote())?;
            let role = if host == person { Role::Host } else { Role::Visitor };
            Some(Anchored::stated(role, self.excerpt(&found.mentions[0])))
        };
        Participant {
            person: Some(PersonId::from_index(person)),
            country: self.people.people[person].country().map(|found| self.country(found)),
            organization: self.organization(person),
            role: by_place.or_else(by_verb).unwrap_or_default(),
            excerpt: self.excerpt(words),
        }
    }

    /// The organization of states that a leader without a country came for, as the words around the title name it.
    fn organization(&self, person: usize) -> Option<Anchored<String>> {
        let found = &self.people.people[person];
        let office = found.leading_office().filter(|_| found.country().is_none())?;
        let sentence = &self.text.sentences[self.text.sentence_of(office.title.start)].tokens;
        let near = office.title.start.saturating_sub(5).max(sentence.start)..sentence.end.min(office.title.end + 3);
        let end = near.end;
        let named = near.into_iter().find_map(|at| names::organization_at(self.text, at, end))?;
        Some(self.words(&named.0))
    }

    fn begins(&self, found: &SummitFound, published: Option<times::Anchor>) -> Option<SummitTime> {
        let day = found.day.as_ref()?;
        let resolved = times::resolve(self.text, day, published, tense(found)).ok()?;
        let clock = found.clock.as_ref().filter(|_| !day.day.is_month());
        let part = day.part.or(clock.and_then(|clock| clock.part));
        let zone = clock.and_then(|clock| clock.zone.clone()).map(|zone| self.text.phrase(zone));
        let time = self.time(&resolved, &day.tokens, clock);
        Some(SummitTime { time, part_of_day: part, zone })
    }

    /// When it ended: as its words say, or on the last of the days on which it was.
    fn ends(
        &self,
        found: &SummitFound,
        begins: Option<&SummitTime>,
        published: Option<times::Anchor>,
    ) -> Option<Anchored<LocalTime>> {
        let begin = begins.map(|begins| *begins.time.value());
        if let Some(end) = &found.end {
            let resolved = times::resolve_end(self.text, end, begin, published, tense(found)).ok()?;
            let day = end.day.as_ref().or(found.day.as_ref()).map(|day| &day.tokens)?;
            return Some(self.time(&resolved, day, end.clock.as_ref()));
        }
        let day = found.day.as_ref()?;
        let resolved = times::resolve(self.text, &day.last_day()?, published, tense(found)).ok()?;
        Some(self.time(&resolved, &day.tokens, None))
    }

    /// A day, or a clock on it, with the words that it comes from.
    fn time(
        &self,
        resolved: &times::Resolved,
        day: &Range<usize>,
        clock: Option<&times::ClockFound>,
    ) -> Anchored<LocalTime> {
        let excerpt = self.excerpt(clock.map_or(day, |clock| &clock.tokens));
        let mut from: Vec<Excerpt> = clock.map(|_| self.excerpt(day)).into_iter().collect();
        from.extend(resolved.from.iter().map(|span| self.excerpt_of(*span)));
        let anchor = match resolved.rule {
            None if clock.is_none() => Anchor::stated(excerpt),
            rule => {
                let build = if resolved.is_inferred { Anchor::inferred } else { Anchor::resolved };
                build(excerpt, name(rule.unwrap_or("clock-of-day")), from)
            }
        };
        Anchored::new(resolved.at(clock.map(|clock| clock.time)), anchor)
    }
}

/// Whether a meeting has been, or was to come.
fn tense(found: &SummitFound) -> times::Tense {
    if matches!(found.status, Status::Held | Status::Denied) { times::Tense::Past } else { times::Tense::Future }
}

/// The day that weekdays are seen from: the published line's, else the dateline's, else, with less right, the
/// collector's. A dateline without a year and with nothing beside it is of the year that the text's events are named with.
pub(super) fn publication(text: &Text<'_>, head: &Head) -> Option<times::Anchor> {
    let day =
        |moment: &Moment, source| moment.value.date().map(|date| times::Anchor { date, span: moment.day_span, source });
    let published = head.published.as_ref().or(head.updated.as_ref());
    let published = published.and_then(|moment| day(moment, AnchorSource::Published));
    let prefix = head.prefix_date.as_ref().and_then(|moment| day(moment, AnchorSource::Prefix));
    let dateline = head.dateline_day.and_then(|found| {
        let (date, source) = match (found.year, published.or(prefix)) {
            (Some(year), _) => (Date::new(year, found.month, found.day).ok(), AnchorSource::Dateline),
            (None, Some(near)) => (times::nearest_year(found.month, found.day, near.date), AnchorSource::Dateline),
            (None, None) => {
                let year = times::year_of_events(text)?;
                (Date::new(year, found.month, found.day).ok(), AnchorSource::Event)
            }
        };
        Some(times::Anchor { date: date?, span: found.span, source })
    });
    published.or(dateline).or(prefix)
}

/// A rule of the reader's own, whose name is known to be well formed.
fn name(rule: &'static str) -> RuleName {
    RuleName::new(rule).unwrap_or_else(|_| unreachable!("the reader's rules are named in lower case: {rule}"))
}
