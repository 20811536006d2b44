//! Who travelled where: what places a meeting of which no place is told.

use std::ops::Range;

use rapporteur_model::{BlockKind, Country, Status};

use super::{
    SummitFound, gathering,
    places::{self, Place, Spot},
};
use crate::reading::{
    lexicon::{self, lexicon},
    names::{self, PlaceName},
    phrases::Parties,
    text::Text,
    traits::Trait,
};

/// A journey that a sentence tells of.
#[derive(Debug)]
struct Journey {
    /// The token of its verb or noun.
    at: usize,
    sentence: usize,
    traveller: Option<usize>,
    /// Where to; `None` of a visit whose goal is not said.
    goal: Option<PlaceName>,
    is_future: bool,
    /// Whether the traveller is told to be there: "is on a visit to", "arrived in".
    is_present: bool,
    /// Whether it stands in a relative clause, and the meeting does not.
    clause: Option<Range<usize>>,
}

/// How many journeys of one text are kept.
const MOST_JOURNEYS: usize = 100;

/// Words for a stay abroad.
const VISITS: [&str; 6] = ["stay", "stop", "stopover", "tour", "trip", "visit"];

/// Verbs that a goal behind a preposition follows.
const MOTIONS: [&str; 27] = [
    "arrive",
    "arrived",
    "arrives",
    "arriving",
    "came",
    "come",
    "comes",
    "flew",
    "flies",
    "fly",
    "flying",
    "go",
    "goes",
    "going",
    "head",
    "headed",
    "heading",
    "heads",
    "landed",
    "leave",
    "leaves",
    "travel",
    "traveled",
    "traveling",
    "travelled",
    "travelling",
    "travels",
];

/// The words, in lower case, by which a journey can be found.
pub(in crate::reading) fn travelling() -> impl Iterator<Item = &'static str> {
    ["in", "visited", "visiting", "visits"].into_iter().chain(VISITS).chain(MOTIONS)
}

/// The journeys that the body tells of.
fn journeys(parties: Parties<'_, '_>) -> Vec<Journey> {
    let text = parties.text;
    let mut found = Vec::new();
    for (index, sentence) in text.sentences.iter().enumerate() {
        let passage = &text.passages[sentence.passage];
        if passage.kind != BlockKind::Paragraph || passage.spoken {
            continue;
        }
        for at in sentence.tokens.clone().filter(|&at| text.has(at, Trait::Travels)) {
            if found.len() == MOST_JOURNEYS {
                return found;
            }
            found.extend(journey(parties, index, at));
        }
    }
    found
}

fn journey(parties: Parties<'_, '_>, index: usize, at: usize) -> Option<Journey> {
    let text = parties.text;
    let tokens = text.sentences[index].tokens.clone();
    if !text.is_outside_quotations(at) {
        return None;
    }
    let place_after = |at: usize| {
        let name = at + usize::from(text.is(at, "the"));
        let place = names::place_at(text, name, tokens.end)?;
        // "visited Kenya's lakes", "in Kenya and Peru": not where somebody stays.
        let is_goal = !matches!(place.place, lexicon::Place::Demonym(_))
            && !text.is_any(place.tokens.end, &["'s", "’s", "'", "’", "-"])
            && text.kind(place.tokens.end) != Some(crate::reading::text::TokenKind::Possessive);
        is_goal.then_some(place)
    };
    let before = |words: &[&str], reach: usize| {
        (tokens.start.max(at.saturating_sub(reach))..at).any(|before| text.is_any(before, words))
    };
    let mut is_present = false;
    let goal = if VISITS.contains(&text.word(at)) && !before(&["to", "will", "would", "can"], 1) {
        is_present = before(&["arrived", "began", "begins", "during", "is", "on", "paying", "was"], 7)
            && !before(&["after", "before", "last", "next", "planned"], 7);
        match text.is_any(at + 1, &["to", "in"]).then(|| place_after(at + 2)).flatten() {
            Some(goal) => Some(goal),
            None if text.is(at, "visit")
                && is_present
                && before(&["arrived", "is", "paying"], 7)
                && !text.is_any(at + 1, &["to", "by", "from"]) =>
            {
                None
            }
            None => return None,
        }
    } else if text.is_any(at, &["visit", "visited", "visiting", "visits"]) {
        is_present = text.is(at, "visiting") && before(&["is", "was"], 1);
        Some(place_after(at + 1)?)
    } else if MOTIONS.contains(&text.word(at)) {
        let is_arrival = text.word(at).starts_with("arriv") || text.is(at, "landed");
        let prepositions: &[&str] = match text.word(at) {
            word if is_arrival => {
                is_present = word != "arrive";
                &["in", "at"]
            }
            "leave" | "leaves" => &["for"],
            _ => &["to"],
        };
        let reach = at + 1..tokens.end.min(at + 5);
        let preposition = reach.into_iter().find(|&at| text.is_any(at, prepositions))?;
        Some(place_after(preposition + 1)?)
    } else if text.is(at, "in")
        && before(&["are", "due", "is", "was", "were"], 2)
        && text.is_any(at - 1, &["also", "are", "currently", "due", "is", "was", "were"])
    {
        let goal = place_after(at + 1)?;
        is_present = !before(&["due"], 2);
        Some(goal)
    } else {
        return None;
    };
    if is_over(text, &tokens, at) {
        return None;
    }
    let is_future = is_future(text, &tokens, at);
    let traveller = traveller(parties, &tokens, at);
    let clause = clause(text, &tokens, at);
    Some(Journey { at, sentence: index, traveller, goal, is_future, is_present: is_present && !is_future, clause })
}

/// Whether a journey was over before what the text tells: "after a trip to", "back from a visit to", "visited Kenya last
/// year".
fn is_over(text: &Text<'_>, tokens: &Range<usize>, at: usize) -> bool {
    let is_arrival = text.word(at).starts_with("arriv") || text.is(at, "landed");
    let before = tokens.start.max(at.saturating_sub(4))..at;
    let is_behind = before.into_iter().any(|at| text.is_any(at, &["after", "following", "from", "last"]));
    let behind = at..tokens.end.min(at + 8);
    let is_past = behind.into_iter().any(|at| text.is_any(at, &["ago", "earlier", "last", "previously"]));
    (is_behind && !is_arrival) || is_past
}

/// Whether a journey is to come, as the words around its own say.
fn is_future(text: &Text<'_>, tokens: &Range<usize>, at: usize) -> bool {
    const AUXILIARIES: [&str; 12] =
        ["can", "due", "expected", "hopes", "planned", "plans", "scheduled", "set", "should", "to", "will", "would"];
    // "to be signed during a visit that they hope to arrange": what is planned says so farther off.
    let is_noun = VISITS.contains(&text.word(at)) && !text.is_any(at.saturating_sub(1), &["to", "will"]);
    let around = tokens.start.max(at.saturating_sub(12))..tokens.end.min(at + 12);
    let is_planned = is_noun
        && around.into_iter().any(|at| {
            text.is_any(at, &["be", "hope", "hopes", "invited", "plan", "planned", "plans", "will", "would"])
        });
    if is_planned {
        return true;
    }
    let before = tokens.start.max(at.saturating_sub(4))..at;
    let is_told = before.into_iter().any(|before| text.is_any(before, &AUXILIARIES));
    // What the schedule says: "flies to Riyadh on Friday".
    let is_scheduled = text.is_any(at, &["flies", "goes", "heads", "leaves", "travels", "visits"]);
    let is_next = (at..tokens.end.min(at + 8)).any(|at| text.is_any(at, &["next", "tomorrow"]));
    is_told || is_scheduled || is_next
}

/// Who travels: the leader named last before the verb, else the first behind it.
fn traveller(parties: Parties<'_, '_>, tokens: &Range<usize>, at: usize) -> Option<usize> {
    let is_leader = |person: &usize| parties.people.is_leader(*person);
    let before = parties.people.mentions_in(&(tokens.start..at)).iter().rev().map(|mention| mention.person);
    let behind = parties.people.mentions_in(&(at..tokens.end)).iter().map(|mention| mention.person);
    before.chain(behind).find(is_leader)
}

/// The relative clause around token `at`.
fn clause(text: &Text<'_>, tokens: &Range<usize>, at: usize) -> Option<Range<usize>> {
    let start = (tokens.start.max(at.saturating_sub(25))..at)
        .rev()
        .take_while(|&at| !text.is(at, ","))
        .find(|&at| text.is_any(at, &["who", "whose"]))?;
    let end = (at..tokens.end).find(|&end| text.is(end, ",")).unwrap_or(tokens.end);
    Some(start..end)
}

/// Places the meetings of which no place is told: by the journeys of those who met, by the house in which they did, and
/// by the other meetings of a visit.
pub(super) fn place_visits(parties: Parties<'_, '_>, summits: &mut [SummitFound]) {
    let journeys = journeys(parties);
    for summit in summits.iter_mut() {
        if summit.is_remote() || !summit.place.is_unknown() || summit.status == Status::Denied {
            continue;
        }
        let visits = Visits { parties, summit, journeys: &journeys };
        let place = visits.of_clause().or_else(|| visits.of_sentence()).or_else(|| visits.of_sentence_before());
        let place = place.or_else(|| visits.of_seat()).or_else(|| visits.of_stay()).or_else(|| visits.of_guest());
        if let Some(place) = place {
            summit.place = place;
        }
    }
    let city = city_of_headline(parties.text);
    for index in 0..summits.len() {
        let place = of_programme(parties, summits, index);
        if let Some(place) = place.or_else(|| of_headline(parties.text, city.as_ref()?, summits, index)) {
            summits[index].place = place;
        }
    }
}

/// The one city that the headline has behind "in": "Lee's long Thursday in New York".
fn city_of_headline(text: &Text<'_>) -> Option<Place> {
    let headline = text.passages.iter().find(|passage| passage.kind == BlockKind::Headline)?;
    let mut cities = headline.tokens.clone().filter_map(|at| {
        let name = names::place_at(text, at + 1, headline.tokens.end)?;
        let is_city = matches!(name.place, lexicon::Place::City(_)) && text.is_any(at, &["at", "in", "into"]);
        (is_city && text.is_outside_quotations(at)).then_some(name)
    });
    let city = cities.next().filter(|_| cities.next().is_none())?;
    Some(places::place_of(text, &city).by("place-of-headline", &[]))
}

/// The city of the headline, where the meeting was on the day of the first one.
fn of_headline(text: &Text<'_>, city: &Place, summits: &[SummitFound], index: usize) -> Option<Place> {
    let summit = &summits[index];
    if summit.is_remote() || !summit.place.is_unknown() || summit.status != Status::Held {
        return None;
    }
    let day = |summit: &SummitFound| summit.day.as_ref().map(|day| text.phrase(day.tokens.clone()));
    let is_later =
        summit.day.is_some() && day(summit) != day(summits.iter().find(|other| other.status == Status::Held)?);
    (!is_later).then(|| city.clone())
}

struct Visits<'a, 't> {
    parties: Parties<'a, 't>,
    summit: &'a SummitFound,
    journeys: &'a [Journey],
}

impl Visits<'_, '_> {
    fn text(&self) -> &Text<'_> {
        self.parties.text
    }

    fn country_of(&self, person: usize) -> Option<Country> {
        self.parties.people.people[person].country().map(|found| found.country)
    }

    fn has_country(&self, country: Country) -> bool {
        self.summit.participants.iter().any(|(person, _)| self.country_of(*person) == Some(country))
    }

    /// Whether the journey is of one who met, at the time of the meeting.
    fn fits(&self, journey: &Journey) -> bool {
        let is_of_one = journey.traveller.is_some_and(|traveller| self.summit.has(traveller));
        let is_to_come = self.summit.status != Status::Held;
        is_of_one && (journey.is_future == is_to_come || (journey.is_present && is_to_come))
    }

    /// The phrases of the body that tell of the meeting.
    fn phrases(&self) -> impl Iterator<Item = &Range<usize>> {
        self.summit.mentions.iter().filter(|mention| gathering::is_body(self.text(), mention.start)).take(8)
    }

    /// "flew in from Oslo, where he had met Roy": the city that a clause with "where" is about.
    fn of_clause(&self) -> Option<Place> {
        let text = self.text();
        self.phrases().find_map(|phrase| {
            let start = text.sentences[text.sentence_of(phrase.start)].tokens.start;
            let relative = (start.max(phrase.start.saturating_sub(10))..phrase.start)
                .rev()
                .take_while(|&at| !text.is_any(at, &[",", ";"]))
                .find(|&at| text.is(at, "where") && text.is_outside_quotations(at))?;
            let city = (start.max(relative.saturating_sub(6))..relative).rev().find_map(|at| {
                let name = names::place_at(text, at, relative)?;
                // "the Lima Opera, where" is in no city that it says.
                let is_goal = at > start
                    && text.is_any(at - 1, &["at", "for", "from", "in", "to"])
                    && !text.starts_with_capital(name.tokens.end);
                (is_goal && matches!(name.place, lexicon::Place::City(_))).then_some(name)
            })?;
            Some(places::place_of(text, &city).by("place-of-journey", &[text.span(relative, relative)]))
        })
    }

    /// "will fly to Oslo and meet Roy", "Oslo, where he will meet Roy", "met Roy during a visit to Oslo".
    fn of_sentence(&self) -> Option<Place> {
        let text = self.text();
        self.phrases().find_map(|phrase| {
            let sentence = text.sentence_of(phrase.start);
            let beside = |journey: &&Journey| {
                let is_apart = journey.clause.as_ref().is_some_and(|clause| !clause.contains(&phrase.start));
                let is_in_scope =
                    journey.at < phrase.start || self.summit.scopes.iter().any(|scope| scope.contains(&journey.at));
                // "will fly to Oslo and hold": the verb of the journey may be the one that says that it is to come.
                let leads = journey.at < phrase.start
                    && journey.clause.is_none()
                    && journey.is_future
                    && !(journey.at..phrase.start)
                        .any(|at| text.is_any(at, &[",", "after", "before", "during", "following", "when"]));
                let is_of_one = journey.traveller.is_some_and(|traveller| self.summit.has(traveller));
                journey.sentence == sentence
                    && is_in_scope
                    && (!is_apart || journey.is_present)
                    && (self.fits(journey) || (leads && is_of_one))
            };
            let journey = self.journeys.iter().rfind(beside)?;
            self.placed(journey)
        })
    }

    /// The goal of a journey as the place of the meeting.
    fn placed(&self, journey: &Journey) -> Option<Place> {
        let text = self.text();
        let goal = journey.goal.as_ref()?;
        let place = places::place_of(text, goal);
        let words = text.span(journey.at, journey.at);
        let rule = if place.country.is_some() { "country-of-visit" } else { "place-of-journey" };
        Some(place.by(rule, &[words]))
    }

    /// "He flew to Oslo on Monday. He met Roy there."
    fn of_sentence_before(&self) -> Option<Place> {
        let text = self.text();
        self.phrases().find_map(|phrase| {
            let sentence = text.sentence_of(phrase.start);
            let scope = self.summit.scopes.iter().find(|scope| scope.contains(&phrase.start))?;
            let refers = scope.clone().any(|at| {
                text.is(at, "there")
                    && text.is_outside_quotations(at)
                    && !text.is_any(at + 1, &["is", "was", "were", "are", "had", "has"])
            });
            let journey = self
                .journeys
                .iter()
                .rfind(|journey| journey.sentence + 1 == sentence && journey.goal.is_some() && self.fits(journey))?;
            let receives = journey.goal.as_ref().is_some_and(|goal| {
                self.has_country(goal.country())
                    && journey.traveller.and_then(|traveller| self.country_of(traveller)) != Some(goal.country())
            });
            if refers || receives { self.placed(journey) } else { None }
        })
    }

    /// The country of a leader to whom another who met is told to be on a visit.
    fn of_stay(&self) -> Option<Place> {
        if self.summit.status != Status::Held {
            return None;
        }
        let text = self.text();
        self.journeys.iter().filter(|journey| journey.is_present && self.fits(journey)).find_map(|journey| {
            let traveller = journey.traveller?;
            let words = text.span(journey.at, journey.at);
            match &journey.goal {
                Some(goal) => {
                    let is_host =
                        self.has_country(goal.country()) && self.country_of(traveller) != Some(goal.country());
                    let spot = Spot::named(text, goal).by("country-of-visit", vec![words]);
                    is_host.then(|| Place { country: Some(spot), ..Place::default() })
                }
                None => self.hosts(traveller, &(journey.at..journey.at + 1)),
            }
        })
    }

    /// "met visiting Kenyan President Wafula", "the visitor had met": in the country of the other.
    fn of_guest(&self) -> Option<Place> {
        let text = self.text();
        if self.summit.status != Status::Held {
            return None;
        }
        self.summit.scopes.iter().take(8).find_map(|scope| {
            let at = scope.clone().find(|&at| text.is(at, "visiting") && text.is_outside_quotations(at))?;
            let guest = self.parties.people.mentions_in(&(at..scope.end.min(at + 6))).first()?.person;
            self.summit.has(guest).then(|| self.hosts(guest, &(at..at + 1))).flatten()
        })
    }

    /// The country of the one other leader than the guest.
    fn hosts(&self, guest: usize, words: &Range<usize>) -> Option<Place> {
        let [(one, _), (other, _)] = self.summit.participants[..] else { return None };
        let host = if one == guest { other } else { one };
        let country = self.parties.people.people[host].country()?;
        let text = self.text();
        let spot = Spot {
            span: text.span(words.start, words.end - 1),
            place: Some(lexicon::Place::Country(country.country)),
            rule: Some("country-of-visit"),
            from: vec![country.span(text)],
        };
        (self.country_of(guest) != Some(country.country)).then(|| Place { country: Some(spot), ..Place::default() })
    }

    /// The country whose government sits in the building: "at the White House"; that of the article, where the building is
    /// its president's.
    fn of_seat(&self) -> Option<Place> {
        let text = self.text();
        let venue = self.summit.venue.clone()?;
        let seat = venue.clone().find_map(|first| {
            let longest = (first + 1..=venue.end).rev();
            longest.into_iter().find_map(|end| Some((first..end, lexicon().seat(&text.words(first..end))?)))
        });
        let spot = |tokens: &Range<usize>, country, from| Spot {
            span: text.span(tokens.start, tokens.end - 1),
            place: Some(lexicon::Place::Country(country)),
            rule: Some("country-of-seat"),
            from,
        };
        if let Some((tokens, country)) = seat.filter(|(_, country)| country.as_str() != "EU") {
            return Some(Place { country: Some(spot(&tokens, country, Vec::new())), ..Place::default() });
        }
        let is_office = text.lower_words(venue.clone()).ends_with("presidential office");
        let people = &self.parties.people.people;
        let mut at_home = self.summit.participants.iter().filter_map(|(person, _)| {
            let country = people[*person].country().filter(|found| found.rule == Some("home-country"))?;
            Some((*person, country))
        });
        let (person, home) = at_home.next().filter(|_| is_office)?;
        let is_away = self.journeys.iter().any(|journey| journey.traveller == Some(person) && !journey.is_future);
        let from = vec![home.span(text)];
        (at_home.next().is_none() && !is_away)
            .then(|| Place { country: Some(spot(&venue, home.country, from)), ..Place::default() })
    }
}

/// Words that say that a meeting belongs to the programme of the one before it.
const FURTHER: [&str; 8] = ["afterward", "afterwards", "also", "earlier", "later", "same", "separately", "then"];

/// Where the other meeting was that the same visitor had with another leader of the country.
fn of_programme(parties: Parties<'_, '_>, summits: &[SummitFound], index: usize) -> Option<Place> {
    let text = parties.text;
    let summit = &summits[index];
    if summit.is_remote() || !summit.place.is_unknown() || summit.status != Status::Held {
        return None;
    }
    let country_of = |person: usize| parties.people.people[person].country().map(|found| found.country);
    let first = text.sentences[summit.sentences[0]].tokens.clone();
    let is_further = first.into_iter().take(40).any(|at| text.is_any(at, &FURTHER) && text.is_outside_quotations(at));
    let others = summits.iter().enumerate().filter(|(other, _)| index.abs_diff(*other) <= 8 && *other != index);
    others.map(|(_, other)| other).filter(|other| other.status == Status::Held).find_map(|other| {
        let spot = other.place.in_country()?;
        let country = spot.country()?;
        let is_guest = |person: usize| other.has(person) && country_of(person).is_some_and(|of| of != country);
        let has_guest = summit.participants.iter().any(|(person, _)| is_guest(*person));
        let has_host = summit.participants.iter().any(|(person, _)| country_of(*person) == Some(country));
        let host_met = other.participants.iter().any(|(person, _)| country_of(*person) == Some(country));
        if !(has_guest && has_host && host_met) {
            return None;
        }
        let words = &summit.mentions[0];
        let place = if is_further { other.place.clone() } else { Place { country: Some(spot), ..Place::default() } };
        Some(place.by("place-of-programme", &[text.span(words.start, words.end - 1)]))
    })
}
