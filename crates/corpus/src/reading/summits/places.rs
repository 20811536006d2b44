//! Where a meeting was, as the words about it say: the building, the city, the region and the country.

use std::ops::Range;

use rapporteur_model::{BlockKind, Country, Span, Status};

use super::{SummitFound, vocabulary};
use crate::reading::{
    lexicon::{self, lexicon},
    names::{self, PlaceName, is_function_word},
    text::{Text, TokenKind},
    times,
    traits::Trait,
};

/// A place that the text names, as that of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::reading) struct Spot {
    /// The words that name it.
    pub(in crate::reading) span: Span,
    /// What the atlas knows of it.
    pub(in crate::reading) place: Option<lexicon::Place>,
    /// The rule that makes it the place of the meeting; `None` where the words about the meeting name it.
    pub(in crate::reading) rule: Option<&'static str>,
    /// The other words that the rule went by.
    pub(in crate::reading) from: Vec<Span>,
}

impl Spot {
    fn stated(text: &Text<'_>, tokens: &Range<usize>, place: Option<lexicon::Place>) -> Self {
        Self { span: text.span(tokens.start, tokens.end - 1), place, rule: None, from: Vec::new() }
    }

    /// A place as its name stands in the text.
    pub(in crate::reading) fn named(text: &Text<'_>, name: &PlaceName) -> Self {
        Self::stated(text, &name.tokens, Some(name.place))
    }

    /// The same place, concluded by a rule from further words.
    pub(in crate::reading) fn by(&self, rule: &'static str, from: Vec<Span>) -> Self {
        Self { rule: Some(rule), from, ..self.clone() }
    }

    /// The country that it is or lies in.
    pub(in crate::reading) fn country(&self) -> Option<Country> {
        self.place.map(lexicon::Place::country)
    }
}

/// Where a meeting was, the building apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::reading) struct Place {
    pub(in crate::reading) locality: Option<Spot>,
    pub(in crate::reading) region: Option<Spot>,
    pub(in crate::reading) country: Option<Spot>,
}

impl Place {
    /// Whether nothing is told of it.
    pub(in crate::reading) fn is_unknown(&self) -> bool {
        self.locality.is_none() && self.region.is_none() && self.country.is_none()
    }

    /// The words that say in which country it lies, and the rule by which they do.
    pub(in crate::reading) fn in_country(&self) -> Option<Spot> {
        let within = |spot: &Option<Spot>, rule| {
            let spot = spot.as_ref().filter(|spot| spot.place.is_some())?;
            Some(spot.by(rule, spot.from.clone()))
        };
        self.country
            .clone()
            .or_else(|| within(&self.region, "country-of-region"))
            .or_else(|| within(&self.locality, "country-of-locality"))
    }

    /// The narrowest words that name it.
    pub(in crate::reading) fn narrowest(&self) -> Option<&Spot> {
        self.locality.as_ref().or(self.region.as_ref()).or(self.country.as_ref())
    }

    /// The same place, concluded by a rule from further words.
    pub(in crate::reading) fn by(&self, rule: &'static str, from: &[Span]) -> Self {
        let concluded = |spot: &Option<Spot>| spot.as_ref().map(|spot| spot.by(rule, from.to_vec()));
        Self { locality: concluded(&self.locality), region: concluded(&self.region), country: concluded(&self.country) }
    }
}

/// States that are a city: who is in them is in both.
const CITY_STATES: [&str; 5] = ["Hong Kong", "Macau", "Monaco", "Singapore", "Vatican City"];

/// The place that a name alone says: a city, a region or a country.
pub(super) fn place_of(text: &Text<'_>, name: &PlaceName) -> Place {
    let spot = Spot::named(text, name);
    let mut place = Place::default();
    match name.place {
        lexicon::Place::City(_) => place.locality = Some(spot),
        lexicon::Place::Region { .. } => place.region = Some(spot),
        lexicon::Place::Country(_) | lexicon::Place::Demonym(_) => {
            if CITY_STATES.contains(&text.phrase(name.tokens.clone()).as_str()) {
                place.locality = Some(spot.clone());
            }
            place.country = Some(spot);
        }
    }
    place
}

/// What the whole text tells of places, for words that only refer to one.
#[derive(Debug, Default)]
pub(super) struct Atlas {
    /// The place of the dateline.
    pub(super) dateline: Option<Place>,
    /// Whether the dateline is a line of its own, as in a readout.
    is_row: bool,
    /// The cities that headline and body name, in their order.
    cities: Vec<PlaceName>,
}

/// How many names of cities are kept for words that refer to one.
const MOST_CITIES: usize = 200;

impl Atlas {
    pub(super) fn new(text: &Text<'_>, dateline: Option<Span>) -> Self {
        let mut cities = Vec::new();
        let mut at = 0;
        while at < text.tokens.len() && cities.len() < MOST_CITIES {
            match names::place_at(text, at, text.tokens.len()) {
                Some(name) => {
                    at = name.tokens.end;
                    cities.extend(Some(name).filter(|name| matches!(name.place, lexicon::Place::City(_))));
                }
                None => at += 1,
            }
        }
        let is_row = dateline.is_some_and(|places| {
            text.margins.iter().any(|(kind, span)| {
                let holds = span.start() <= places.start() && places.end() <= span.end();
                let is_alone = || span.slice(text.source).map(str::trim) == places.slice(text.source);
                holds && (*kind == BlockKind::Stamp || *kind == BlockKind::Dateline && is_alone())
            })
        });
        Self { dateline: dateline.and_then(|span| place_of_dateline(text, span)), is_row, cities }
    }

    /// The one city of a country that the text names.
    fn only_city(&self, text: &Text<'_>, country: Country) -> Option<&PlaceName> {
        let mut of_country = self.cities.iter().filter(|city| city.country() == country);
        let first = of_country.next()?;
        let word = text.phrase(first.tokens.clone());
        of_country.all(|city| text.phrase(city.tokens.clone()) == word).then_some(first)
    }
}

/// The place that "KUNMING" or "AQABA, Jordan" before an article says; none of two cities, and of no ship.
fn place_of_dateline(text: &Text<'_>, dateline: Span) -> Option<Place> {
    let words = dateline.slice(text.source)?;
    let mut place = Place::default();
    let mut offset = 0_usize;
    for (index, part) in words.split(',').enumerate() {
        let name = part.trim();
        let start = offset + (part.len() - part.trim_start().len());
        offset += part.len() + 1;
        if name.is_empty() || name.contains(['/', '\n']) || name.split(' ').count() > 4 {
            return None;
        }
        let start = dateline.start().checked_add(u32::try_from(start).ok()?)?;
        let span = Span::new(start, start.checked_add(u32::try_from(name.len()).ok()?)?).ok()?;
        let known = place_in_capitals(name);
        let spot = Spot { span, place: known, rule: None, from: Vec::new() };
        match known {
            Some(lexicon::Place::Country(_)) if index == 0 && CITY_STATES.contains(&in_small(name).as_str()) => {
                place.locality = Some(spot.clone());
                place.country = Some(spot);
            }
            Some(lexicon::Place::Country(_)) => place.country = Some(spot),
            Some(lexicon::Place::Region { .. }) => place.region = Some(spot),
            Some(lexicon::Place::City(_)) if index == 0 => place.locality = Some(spot),
            // An unknown city is one where its country is told.
            None if index == 0 && words.contains(',') => place.locality = Some(spot),
            _ => return None,
        }
    }
    let is_known = place.in_country().is_some();
    is_known.then_some(place)
}

/// A name in capitals as a sentence prints it: "ADDIS ABABA" is Addis Ababa.
fn in_small(name: &str) -> String {
    let mut small = String::with_capacity(name.len());
    let mut opens = true;
    for letter in name.chars() {
        if opens {
            small.push(letter);
        } else {
            small.extend(letter.to_lowercase());
        }
        opens = !letter.is_alphanumeric() && letter != '\'' && letter != '’';
    }
    small
}

fn place_in_capitals(name: &str) -> Option<lexicon::Place> {
    lexicon().place(name).or_else(|| lexicon().place(&in_small(name)))
}

/// Reads the place that the words of a meeting within `tokens` say; `trigger` is the phrase that tells it.
pub(super) fn read_places(
    text: &Text<'_>,
    atlas: &Atlas,
    tokens: &Range<usize>,
    trigger: &Range<usize>,
    summit: &mut SummitFound,
) {
    if summit.is_remote() {
        return;
    }
    let mut at = tokens.start;
    // What stands directly behind a venue says where that is: "at a museum in Kumasi".
    let mut behind_venue = None;
    while at < tokens.end {
        if !text.is_outside_quotations(at) {
            at += 1;
        } else if text.is_any(at, &["who", "which", "whose"]) {
            // What a relative clause says of a leader is not where the meeting was, but whom the leader visits.
            let end = (at..tokens.end).find(|&end| text.is(end, ",")).unwrap_or(tokens.end);
            if (at..end).contains(&trigger.start) {
                at += 1;
                continue;
            }
            if summit.visited.is_none() {
                summit.visited = visited(text, at, end);
            }
            at = end;
        } else if text.is_any(at, &["at", "aboard", "inside"]) {
            let venue = Some(at)
                .filter(|&at| !is_of_other(text, at, tokens.start))
                .and_then(|at| venue(text, at + 1, tokens.end));
            behind_venue = venue.as_ref().map(|venue| venue.end);
            at = venue.as_ref().map_or(at + 1, |venue| venue.end);
            if let Some(venue) = venue.filter(|_| summit.venue.is_none()) {
                if let Some(city) = city_of_venue(text, &venue).filter(|_| summit.place.is_unknown()) {
                    summit.place = place_of(text, &city);
                }
                summit.venue = Some(venue);
            }
        } else if text.is(at, "in") && (behind_venue == Some(at) || tells_where(text, at, tokens.start, trigger)) {
            if let Some(room) = room(text, at + 1, tokens.end) {
                at = room.end;
                behind_venue = Some(at);
                _ = summit.venue.get_or_insert(room);
            } else {
                at = read_locality(text, atlas, at + 1, tokens.end, &mut summit.place);
            }
        } else if text.is(at, "here") && atlas.dateline.is_some() {
            if let Some(dateline) = atlas.dateline.as_ref().filter(|_| summit.place.is_unknown()) {
                summit.place = dateline.by("place-of-dateline", &[text.span(at, at)]);
            }
            at += 1;
        } else if text.is(at, "on")
            && let Some(place) = names::place_at(text, at + 1, tokens.end)
            && text.is_any(place.tokens.end, &["soil", "territory"])
        {
            at = place.tokens.end;
            _ = summit.place.country.get_or_insert(Spot::named(text, &place));
        } else if let Some(place) = place_of_noun(text, at, trigger) {
            at = place.tokens.end;
            if summit.place.is_unknown() {
                summit.place = place_of(text, &place);
            }
        } else {
            at += 1;
        }
    }
    complete(text, atlas, &mut summit.place);
    if let Some(place) = moved_to(text, atlas, tokens, trigger) {
        summit.place = place;
    }
}

/// Words for the day of the text itself, on which a readout tells what happened.
const NOW: [&str; 4] = ["Earlier", "Today", "this", "today"];

/// A readout, which gives place and day on lines of their own, tells what happened there "today".
pub(super) fn place_readout(text: &Text<'_>, atlas: &Atlas, summits: &mut [SummitFound]) {
    let Some(dateline) = atlas.dateline.as_ref().filter(|_| atlas.is_row) else { return };
    let meets = |summit: &SummitFound| {
        let words = summit.status_words.clone();
        let mut verbs = words.filter_map(|at| vocabulary::verb_at(text, at));
        verbs.all(|(verb, _)| verb.sort != vocabulary::Sort::Speaking)
    };
    let first = summits.iter_mut().find(|summit| {
        let is_placeless =
            summit.place.is_unknown() && summit.venue.is_none() && summit.visited.is_none() && !summit.is_remote();
        let is_told = || text.passages[text.passage_of(summit.status_words.start)].kind == BlockKind::Paragraph;
        summit.status == Status::Held && is_placeless && is_told() && meets(summit)
    });
    let Some(summit) = first else { return };
    let sentence = text.sentences[text.sentence_of(summit.status_words.start)].tokens.clone();
    let Some(today) = sentence.take(80).find(|&at| text.is_any(at, &NOW) && text.is_outside_quotations(at)) else {
        return;
    };
    summit.place = dateline.by("place-of-dateline", &[text.span(today, today)]);
}

/// "was to be in Oslo; it has been pushed back and will take place in Bergen": the last word on where it will be.
fn moved_to(text: &Text<'_>, atlas: &Atlas, tokens: &Range<usize>, trigger: &Range<usize>) -> Option<Place> {
    const CHANGES: [&str; 6] = ["delayed", "moved", "postponed", "pushed", "relocated", "shifted"];
    let reach = tokens.end.min(trigger.end + 60);
    let outside = |at: &usize| text.is_outside_quotations(*at);
    let change = (trigger.end..reach).filter(outside).find(|&at| text.is_any(at, &CHANGES))?;
    let places = |at: &usize| {
        text.is(*at, "to") && text.is(at - 1, "moved")
            || text.is(*at, "in") && (text.is(at - 1, "place") || text.is(at - 1, "held") && text.is(at - 2, "be"))
    };
    let preposition = (change + 1..reach).filter(outside).find(places)?;
    let mut place = Place::default();
    read_locality(text, atlas, preposition + 1, tokens.end, &mut place);
    place.in_country().is_some().then_some(place)
}

/// "the Bogor retreat", "Warsaw talks": the city directly before the noun of a meeting.
fn place_of_noun(text: &Text<'_>, at: usize, trigger: &Range<usize>) -> Option<PlaceName> {
    if !(at + 3 > trigger.start && at < trigger.end) || at > 0 && text.is_any(at - 1, &["-", "–", "and", ","]) {
        return None;
    }
    let place = names::place_at(text, at, trigger.end + 1)?;
    let is_noun = text.is_any(place.tokens.end, &["meeting", "retreat", "summit", "talks"]);
    (matches!(place.place, lexicon::Place::City(_)) && is_noun).then_some(place)
}

/// A city is where the dateline says that a city of this name is.
fn complete(text: &Text<'_>, atlas: &Atlas, place: &mut Place) {
    let (Some(locality), Some(dateline)) = (&place.locality, &atlas.dateline) else { return };
    let name = |spot: &Spot| text.slice(spot.span).to_lowercase();
    let is_same = dateline.locality.as_ref().is_some_and(|city| name(city) == name(locality));
    if is_same && place.country.is_none() && place.region.is_none() && locality.place.is_none() {
        let told = dateline.by("place-of-dateline", &[locality.span]);
        place.country = told.country;
        place.region = told.region;
    }
}

/// The place that a relative clause says a leader was in: "who was on a visit to Norway", "who was visiting Oslo".
fn visited(text: &Text<'_>, first: usize, end: usize) -> Option<PlaceName> {
    let preposition =
        (first..end).find(|&at| text.is_any(at, &["in", "to", "visiting"]) && text.is_outside_quotations(at))?;
    let name = preposition + 1 + usize::from(text.is(preposition + 1, "the"));
    names::place_at(text, name, end).filter(|place| match place.place {
        lexicon::Place::Country(_) => true,
        lexicon::Place::City(_) => text.is(preposition, "visiting"),
        _ => false,
    })
}

/// Nouns of what happens at a place, though it is not the meeting.
const OTHER_EVENTS: [&str; 15] = [
    "address",
    "arrival",
    "briefing",
    "ceremony",
    "conference",
    "exhibition",
    "greeted",
    "landed",
    "landing",
    "news",
    "parade",
    "remarks",
    "reporters",
    "speech",
    "wreath",
];

/// Whether the preposition at token `at` says where something else was: "a welcome ceremony at".
fn is_of_other(text: &Text<'_>, at: usize, start: usize) -> bool {
    at > start && OTHER_EVENTS.contains(&text.word(at - 1))
}

/// Words between which and a place behind "in" the meeting, its people or its time stand.
const TELLING: [&str; 62] = [
    "afternoon",
    "alone",
    "apart",
    "bilateral",
    "both",
    "breakfast",
    "ceremony",
    "chancellor",
    "conference",
    "counterpart",
    "counterparts",
    "day",
    "days",
    "dinner",
    "emperor",
    "evening",
    "event",
    "face-to-face",
    "forum",
    "gathering",
    "her",
    "here",
    "him",
    "hour",
    "hours",
    "house",
    "king",
    "leader",
    "leaders",
    "lunch",
    "midnight",
    "minister",
    "ministers",
    "minutes",
    "month",
    "morning",
    "night",
    "noon",
    "other",
    "place",
    "premier",
    "president",
    "presidents",
    "queen",
    "recently",
    "reception",
    "separately",
    "shortly",
    "sides",
    "suite",
    "them",
    "time",
    "today",
    "together",
    "tomorrow",
    "two",
    "venue",
    "visit",
    "week",
    "weekend",
    "year",
    "yesterday",
];

/// Verbs that say where somebody or a meeting was, when "in" stands behind them.
const PLACING: [&str; 44] = [
    "arrive",
    "arrived",
    "arrives",
    "arriving",
    "be",
    "been",
    "began",
    "begin",
    "begins",
    "begun",
    "concluded",
    "convene",
    "convened",
    "converse",
    "dined",
    "ended",
    "finished",
    "gather",
    "gathered",
    "gathering",
    "greeted",
    "held",
    "hold",
    "hosted",
    "is",
    "landed",
    "landing",
    "meet",
    "meeting",
    "meets",
    "met",
    "opened",
    "opening",
    "opens",
    "received",
    "scheduled",
    "spoke",
    "spoken",
    "stay",
    "stayed",
    "talked",
    "was",
    "welcomed",
    "were",
];

/// Whether "in" at token `at` tells where the meeting was, and not where somebody or something else is: "officials in",
/// "the situation in", "ahead of the forum in".
fn tells_where(text: &Text<'_>, at: usize, start: usize, trigger: &Range<usize>) -> bool {
    if at <= start || trigger.end == at {
        return true;
    }
    let before = at - 1;
    let word = text.word(before);
    // "met in Kenya ahead of the forum in Peru": what comes after something else is elsewhere.
    let opens_other = |at: &usize| {
        text.is_any(*at, &["after", "ahead", "before", "since", "until"])
            && !text.is_any(at + 1, &["arriving", "landing"])
    };
    let behind = if at > trigger.end { trigger.end } else { start };
    let clause = (behind.max(at.saturating_sub(9))..at).rev().take_while(|&at| !text.is(at, ","));
    if clause.into_iter().any(|at| opens_other(&at)) {
        return false;
    }
    // "Officials in Oslo said": what opens the sentence is no name.
    let opens = before == start && names::place_at(text, before, at).is_none();
    // "al-Khatib" is a name for all its small article.
    let is_small = word.starts_with(char::is_lowercase) && !text.has(before, Trait::InName);
    let is_name = text.kind(before) != Some(TokenKind::Word) || !(is_small || opens);
    is_name && text.kind(before) != Some(TokenKind::Possessive)
        || TELLING.contains(&word)
        || PLACING.contains(&word)
        || BUILDINGS.contains(&word)
        || ROOMS.contains(&word)
        || text.has(before, Trait::Adverb)
        || vocabulary::noun_at(text, before, true).is_some()
        || vocabulary::verb_at(text, before).is_some()
}

/// What may stand between "in" and a city's name: "central", "the northern".
const PARTS: [&str; 20] = [
    "border",
    "central",
    "coastal",
    "downtown",
    "eastern",
    "historic",
    "inland",
    "nearby",
    "neighboring",
    "neighbouring",
    "northeastern",
    "northern",
    "northwestern",
    "port",
    "resort",
    "southeastern",
    "southern",
    "southwestern",
    "the",
    "western",
];

/// Nouns that say what sort of place a name is of, or a description.
const SORTS: [&str; 12] = [
    "canton",
    "capital",
    "city",
    "district",
    "island",
    "port",
    "prefecture",
    "province",
    "region",
    "resort",
    "state",
    "town",
];

/// Nouns after "at" that are no place.
const NO_VENUE: [&str; 26] = [
    "beginning",
    "briefing",
    "ceremony",
    "conference",
    "dinner",
    "end",
    "event",
    "expense",
    "forum",
    "gathering",
    "invitation",
    "least",
    "level",
    "lunch",
    "meeting",
    "meetings",
    "moment",
    "outset",
    "rate",
    "request",
    "retreat",
    "session",
    "start",
    "summit",
    "talks",
    "time",
];

/// Nouns for what leaders meet in.
const BUILDINGS: [&str; 28] = [
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
    "manor",
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
    "venue",
    "villa",
];

/// Nouns for what leaders meet in that stands behind "in".
const ROOMS: [&str; 9] = ["corridor", "garden", "hall", "hallway", "library", "lounge", "office", "room", "suite"];

/// Words in the names of buildings that many states have: "the Presidential Palace", "Government House".
const SHARED: [&str; 20] = [
    "a",
    "an",
    "conference",
    "congress",
    "convention",
    "federal",
    "foreign",
    "government",
    "grand",
    "guest",
    "minister",
    "national",
    "official",
    "parliament",
    "president",
    "presidential",
    "prime",
    "royal",
    "state",
    "the",
];

/// Whether the words are a building that many places have, and none that they tell by name: "a hotel", "the
/// Presidential Palace", but not "the Blue House".
pub(crate) fn is_nameless_building(words: &str) -> bool {
    let is_listed = |list: &[&str], word: &str| list.iter().any(|listed| listed.eq_ignore_ascii_case(word));
    let each = || words.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_name = |word: &str| {
        let is_common = is_listed(&SHARED, word) || is_listed(&BUILDINGS, word) || is_listed(&ROOMS, word);
        word.starts_with(char::is_uppercase) && !is_common
    };
    each().any(|word| is_listed(&BUILDINGS, word))
        && !each().any(is_name)
        && lexicon().seat(words.strip_prefix("the ").unwrap_or(words)).is_none()
}

/// "a Manhattan hotel": the city that goes before the noun of a building.
fn city_of_venue(text: &Text<'_>, venue: &Range<usize>) -> Option<PlaceName> {
    let first = venue.start + usize::from(text.is_any(venue.start, &["a", "an", "his", "her", "the"]));
    let city = names::place_at(text, first, venue.end)?;
    let is_city = matches!(city.place, lexicon::Place::City(_));
    (is_city
        && first > venue.start
        && city.tokens.end + 1 == venue.end
        && BUILDINGS.contains(&text.word(city.tokens.end)))
    .then_some(city)
}

/// Where a noun phrase that begins with token `first` ends, as a venue's does.
fn venue_end(text: &Text<'_>, first: usize, end: usize) -> usize {
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
            || text.is_any(last, &["here", "this", "today", "tomorrow", "yesterday"])
            || (last > first && text.has(last, Trait::FiniteVerb))
            || (text.is(last, "of") && !text.starts_with_capital(last + 1) && !text.is(last + 1, "the"));
        if is_break {
            break;
        }
        last += 1;
    }
    last
}

/// Whether a noun phrase can begin with token `first`.
fn opens_phrase(text: &Text<'_>, first: usize) -> bool {
    let opens =
        text.is_any(first, &["a", "an", "the", "his", "her", "its", "their"]) || text.starts_with_capital(first);
    opens && text.kind(first) == Some(TokenKind::Word)
}

/// The noun phrase of a venue that begins with token `first`.
fn venue(text: &Text<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    if !opens_phrase(text, first) {
        return None;
    }
    let last = venue_end(text, first, end);
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

/// The room behind "in", or the building that it is a room of: "in an adjoining room", "in a side room of the Opera
/// House".
fn room(text: &Text<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    if !opens_phrase(text, first) || text.starts_with_capital(first) && !text.is(first, "The") {
        return None;
    }
    let reach = (first + 1)..end.min(first + 6);
    let noun = reach.clone().find(|&at| text.is_any(at, &ROOMS) || is_capital_room(text, at))?;
    let is_phrase = (first + 1..noun).all(|at| {
        let is_possessive = text.kind(at) == Some(TokenKind::Possessive) || text.is_any(at, &["'", "’"]);
        let is_word = text.kind(at) == Some(TokenKind::Word) && !is_function_word(text.word(at));
        (is_word && !text.has(at, Trait::FiniteVerb)) || is_possessive
    });
    if !is_phrase {
        return None;
    }
    // "the Great Hall of the People" is one name.
    if text.starts_with_capital(noun) {
        return venue(text, first, end);
    }
    if text.is_any(noun + 1, &["of", "at"])
        && let Some(building) = venue(text, noun + 2, end)
        && (text.starts_with_capital(building.end - 1) || BUILDINGS.contains(&text.word(building.end - 1)))
    {
        return Some(building);
    }
    Some(first..noun + 1)
}

/// "the Oval Office", "the Blue Room".
fn is_capital_room(text: &Text<'_>, at: usize) -> bool {
    text.starts_with_capital(at) && ROOMS.contains(&text.lower(at).as_str())
}

/// Reads "central Gyeongju, North Gyeongsang", "the Kenyan capital" and the like from token `first` on; returns where
/// it ends.
fn read_locality(text: &Text<'_>, atlas: &Atlas, first: usize, end: usize, found: &mut Place) -> usize {
    let mut at = first;
    while PARTS.contains(&text.word(at)) {
        at += 1;
    }
    if let Some(next) = read_description(text, atlas, at, end, found) {
        return next;
    }
    if SORTS.contains(&text.word(at)) {
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
            && !text.has(last, Trait::FiniteVerb)
            && !text.starts_with_capital(last)
            && !text.is_any(last, &["early", "last", "late", "later", "next", "today", "yesterday"]);
        let is_body =
            names::organization_at(text, at, end).is_some() || lexicon().seat(&text.words(at..last)).is_some();
        if last == at
            || last - at > 3
            || leads_on
            || is_body
            || is_function_word(text.word(at))
            || times::is_month(text.word(at))
        {
            return at.max(first);
        }
        at..last
    };
    let mut next = tokens.end;
    match place.as_ref() {
        Some(PlaceName { place: lexicon::Place::Country(_), .. }) => {
            if found.country.is_none() && found.locality.is_none() {
                let told = place.as_ref().map(|place| place_of(text, place)).unwrap_or_default();
                (found.country, found.locality) = (told.country, told.locality);
            }
            return next;
        }
        Some(PlaceName { place: lexicon::Place::Demonym(_), .. }) => return next,
        Some(region @ PlaceName { place: lexicon::Place::Region { .. }, .. })
            if found.region.is_none() && found.locality.is_none() =>
        {
            found.region = Some(Spot::named(text, region));
        }
        _ if found.locality.is_none() => {
            found.locality = Some(Spot::stated(text, &tokens, place.map(|place| place.place)));
        }
        _ => return next,
    }
    // ", North Gyeongsang", ", Portugal", ", in the southern state of Styria": what the city lies in.
    while text.is(next, ",") {
        let mut name = next + 1 + usize::from(text.is(next + 1, "in"));
        while PARTS.contains(&text.word(name)) {
            name += 1;
        }
        if SORTS.contains(&text.word(name)) && text.is(name + 1, "of") {
            name += 2;
        }
        let within = found.locality.as_ref().and_then(Spot::country);
        let region = within.and_then(|country| region_at(text, name, end, country));
        let Some(wider) = region.or_else(|| names::place_at(text, name, end)) else { break };
        let spot = Spot::named(text, &wider);
        match wider.place {
            lexicon::Place::Region { .. } => found.region.get_or_insert(spot),
            lexicon::Place::Country(_) => found.country.get_or_insert(spot),
            lexicon::Place::City(_) | lexicon::Place::Demonym(_) => break,
        };
        next = wider.tokens.end;
    }
    next
}

/// The region of a country that the words from token `first` on name.
fn region_at(text: &Text<'_>, first: usize, end: usize, country: Country) -> Option<PlaceName> {
    let reach = (first + 1..=end.min(first + 4)).rev();
    reach.into_iter().find_map(|last| {
        let place = lexicon().region_of(&text.words(first..last), country)?;
        Some(PlaceName { tokens: first..last, place })
    })
}

/// Reads "Kenyan capital", "Japan city of Kobe", "capital": a city told by what it is; returns where it ends.
fn read_description(text: &Text<'_>, atlas: &Atlas, first: usize, end: usize, found: &mut Place) -> Option<usize> {
    let country = names::place_at(text, first, end)
        .filter(|name| matches!(name.place, lexicon::Place::Country(_) | lexicon::Place::Demonym(_)))?;
    let mut sort = country.tokens.end;
    while sort < end
        && (text.kind(sort) == Some(TokenKind::Possessive)
            || PARTS.contains(&text.word(sort))
            || text.is_any(sort, &["’", "'"]))
    {
        sort += 1;
    }
    // "port" and "resort" go before "city" as they go before a name.
    let sort = if SORTS.contains(&text.word(sort)) {
        sort
    } else {
        sort.checked_sub(1).filter(|&at| at >= country.tokens.end)?
    };
    if !SORTS.contains(&text.word(sort)) {
        return None;
    }
    let is_free = found.country.is_none() && found.locality.is_none();
    if text.is(sort + 1, "of") || text.starts_with_capital(sort + 1) {
        let name = sort + 1 + usize::from(text.is(sort + 1, "of"));
        // "the U.S. state of Georgia"
        if let Some(region) = region_at(text, name, end, country.country()).filter(|_| is_free) {
            found.region = Some(Spot::named(text, &region));
            found.country = Some(Spot::named(text, &country));
            return Some(region.tokens.end);
        }
        let next = read_locality(text, atlas, name, end, found);
        if is_free && next > name {
            _ = found.country.get_or_insert(Spot::named(text, &country));
        }
        return Some(next.max(sort + 1));
    }
    if is_free {
        found.country = Some(Spot::named(text, &country));
        let city = atlas.only_city(text, country.country()).filter(|_| text.is_any(sort, &["capital", "city", "town"]));
        let words = text.span(country.tokens.start, sort);
        found.locality = city.map(|city| Spot::named(text, city).by("place-told-before", vec![words]));
    }
    Some(sort + 1)
}

/// Where an event or a journey is told to be, from token `at` on: "in Lima", "in the northern state of Pará".
pub(super) fn locality_at(text: &Text<'_>, atlas: &Atlas, at: usize, end: usize) -> Option<Place> {
    let mut place = Place::default();
    if text.is(at, "in") {
        read_locality(text, atlas, at + 1, end, &mut place);
    }
    (!place.is_unknown()).then_some(place)
}

#[cfg(test)]
mod tests;
