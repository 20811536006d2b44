//! Whose leader somebody is, where the office does not say.

use std::ops::Range;

use rapporteur_model::{BlockKind, Country, OfficeClass, Span};

use super::{CountryFound, Finder, Mention, MentionKind, OfficeFound, PersonFound, sides::sides, within};
use crate::reading::{
    lexicon::{PhraseSort, Place, lexicon},
    names::{self, PlaceName, Title},
    text::{Text, TokenKind},
    traits::Trait,
};

impl Finder<'_, '_> {
    /// "The Somali leader was accompanied by Foreign Minister Roy": those whom a leader brought are of the leader's country.
    pub(super) fn give_companies(&mut self) {
        let text = self.text;
        for by in 1..text.tokens.len() {
            let brings = text.is(by, "by")
                && text.is_any(by - 1, &["accompanied", "flanked", "joined"])
                && text.is_outside_quotations(by);
            let sentence = if brings { text.sentences.get(text.sentence_of(by)) } else { None };
            let Some(sentence) = sentence else { continue };
            let Range { start, end } = sentence.tokens.clone();
            let first = within(&self.mentions, &(start..by)).iter().find(|mention| mention.kind == MentionKind::Name);
            let of_name = first.and_then(|mention| self.people[mention.person].leading_office()?.country.clone());
            let described = (start..by).find_map(|at| {
                let place = names::place_at(text, at, by)?;
                let next = place.tokens.end + usize::from(text.kind(place.tokens.end) == Some(TokenKind::Possessive));
                let is_leader = text.is_any(next, &["leader", "president", "premier", "chancellor"])
                    || text.is_any(next, &["prime"]) && text.is_any(next + 1, &["minister"]);
                is_leader.then(|| CountryFound {
                    country: place.country(),
                    tokens: place.tokens,
                    rule: None,
                    outside: None,
                })
            });
            let Some(country) = described.filter(|_| first.is_none()).or(of_name) else { continue };
            let listed: Vec<usize> =
                within(&self.mentions, &(by + 1..end)).iter().map(|mention| mention.person).collect();
            for person in listed {
                for office in self.people[person].offices.iter_mut().filter(|office| office.country.is_none()) {
                    if matches!(office.class, OfficeClass::DeputyHead | OfficeClass::Minister) {
                        let tokens = country.tokens.clone();
                        let rule = Some("country-of-side");
                        office.country = Some(CountryFound { country: country.country, tokens, rule, outside: None });
                    }
                }
            }
        }
    }

    /// People in a list of one side's people hold that side's offices.
    pub(super) fn give_sides(&mut self) {
        for side in sides(self.text) {
            let listed: Vec<usize> = within(&self.mentions, &side.list).iter().map(|mention| mention.person).collect();
            for person in listed {
                for office in self.people[person].offices.iter_mut().filter(|office| office.country.is_none()) {
                    if !matches!(office.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment) {
                        office.country = Some(CountryFound {
                            country: side.country.country(),
                            tokens: side.country.tokens.clone(),
                            outside: None,
                            rule: Some("country-of-side"),
                        });
                    }
                }
            }
        }
    }

    /// A president without a country is whose text calls him its own, and so are the ministers named behind him.
    pub(super) fn give_home_country(&mut self) {
        self.give_country_of_goal();
        let text = self.text;
        let is_homeless = |office: &OfficeFound| {
            let leads = matches!(office.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
            // "the head of state of New Meridia": of a country that no atlas knows.
            let mut of = office.title.clone().chain([office.title.end]).filter(|&at| text.is(at, "of"));
            let is_of_other = of.any(|at| text.starts_with_capital(at + 1) && !text.is(at + 1, "State"));
            leads && office.country.is_none() && !is_of_other
        };
        let offices = self.people.iter().flat_map(|person| &person.offices);
        let Some(first) = offices.filter(|office| is_homeless(office)).map(|office| office.title.start).min() else {
            return;
        };
        self.give_listed_countries();
        if self.home.is_none() {
            let leading = self.people.iter().filter_map(|person| person.leading_office()?.country.as_ref());
            let theirs: Vec<Country> = leading.map(|found| found.country).collect();
            // Whose country the text leaves out although it tells others' first is somebody's who comes late.
            let body = text.passages.iter().filter(|passage| passage.kind == BlockKind::Paragraph);
            let is_early = theirs.is_empty() || body.take(4).last().is_none_or(|passage| first < passage.tokens.end);
            if is_early {
                let is_unplaced = is_homeless;
                let is_homeless = |person: usize| self.people[person].offices.iter().any(is_unplaced);
                self.home = home_country(text, &self.mentions, &theirs, is_homeless).or_else(|| {
                    // "President Luo" of a text that calls the premier Chinese: of whose countries another office is told.
                    let class = |person: &PersonFound| person.leading_office().map(|office| office.class);
                    let ours = self.people.iter().find(|person| person.offices.iter().any(is_unplaced)).and_then(class);
                    let same = self.people.iter().filter(|person| class(person) == ours);
                    let theirs: Vec<Country> =
                        same.filter_map(|person| Some(person.leading_office()?.country.as_ref()?.country)).collect();
                    home_country(text, &self.mentions, &theirs, is_homeless)
                });
            }
        }
        let Some(home) = &self.home else { return };
        let serves = |office: &OfficeFound| {
            let is_under = matches!(office.class, OfficeClass::DeputyHead | OfficeClass::Minister);
            is_under && office.country.is_none() && office.title.start > first
        };
        // Where the text's own leader is called by the office alone, others who hold such an office are another state's.
        let own: Vec<OfficeClass> = self
            .people
            .iter()
            .filter(|person| person.name.is_none())
            .flat_map(|person| person.offices.iter().filter(|office| is_homeless(office)))
            .map(|office| office.class)
            .collect();
        for person in self.people.iter_mut().filter(|person| person.name.is_some()) {
            for office in person.offices.iter_mut().filter(|office| own.contains(&office.class)) {
                office.country = office.country.take().filter(|held| held.rule != Some("home-country"));
            }
        }
        for person in &mut self.people {
            let is_named = person.name.is_some();
            let is_other = |office: &OfficeFound| is_named && own.contains(&office.class);
            for office in
                person.offices.iter_mut().filter(|office| is_homeless(office) && !is_other(office) || serves(office))
            {
                office.country = Some(home.clone());
            }
        }
    }

    /// "flies to Riyadh, where King Faris is to receive him": the first words about a leader say in whose country.
    fn give_country_of_goal(&mut self) {
        let text = self.text;
        for person in &mut self.people {
            let [office] = &mut person.offices[..] else { continue };
            let leads = matches!(office.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
            if leads && office.country.is_none() {
                office.country = country_of_goal(text, office.title.start);
            }
        }
    }

    /// "The leaders of Kenya, Peru and Chad": where as many leaders without a country are left as countries without a
    /// leader, the one order is the other's.
    fn give_listed_countries(&mut self) {
        let end = self.text.tokens.len();
        let lists = (0..end).filter_map(|at| names::offices_at(self.text, at, end));
        let Some((_, titles)) = lists.into_iter().find(|(_, titles)| titles.len() > 2) else { return };
        let leading = |person: &PersonFound| person.leading_office().cloned();
        let held: Vec<Country> =
            self.people.iter().filter_map(|person| Some(leading(person)?.country?.country)).collect();
        let places = titles.into_iter().filter_map(|title| title.country);
        let free: Vec<PlaceName> = places.filter(|place| !held.contains(&place.country())).collect();
        let is_homeless = |person: &PersonFound| {
            let is_head =
                |office: &OfficeFound| matches!(office.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
            leading(person).is_some_and(|office| is_head(&office) && office.country.is_none())
        };
        let mut homeless: Vec<usize> =
            (0..self.people.len()).filter(|&person| is_homeless(&self.people[person])).collect();
        homeless.sort_by_key(|&person| self.people[person].offices.first().map(|office| office.title.start));
        if homeless.len() != free.len() {
            return;
        }
        for (person, place) in homeless.into_iter().zip(free) {
            let office = self.people[person].offices.iter_mut().find(|office| office.is_leading());
            if let Some(office) = office {
                office.country = Some(CountryFound {
                    country: place.country(),
                    tokens: place.tokens,
                    outside: None,
                    rule: Some("home-country"),
                });
            }
        }
    }
}

/// Verbs and nouns of coming somewhere.
const VISITING: [&str; 12] = [
    "arrived",
    "arrives",
    "came",
    "is",
    "traveled",
    "travelled",
    "trip",
    "visit",
    "visited",
    "visiting",
    "was",
    "welcomed",
];

/// The places that a text names, in order. What is part of a person's or an organization's name is left out: "Georgia
/// Holland" is a person, not two countries.
fn places_named(text: &Text<'_>, mentions: &[Mention]) -> Vec<PlaceName> {
    let end = text.tokens.len();
    let mut names = mentions.iter().filter(|mention| mention.kind == MentionKind::Name).peekable();
    let mut places: Vec<PlaceName> = Vec::new();
    let mut at = 0;
    while at < end {
        while names.next_if(|name| name.tokens.end <= at).is_some() {}
        if let Some(name) = names.peek().filter(|name| name.tokens.contains(&at)) {
            at = name.tokens.end;
            continue;
        }
        if !(text.has(at, Trait::Capital) || text.has(at, Trait::Joined)) {
            at += 1;
            continue;
        }
        match names::organization_at(text, at, end) {
            Some((tokens, _)) if !matches!(lexicon().place(text.word(at)), Some(Place::Country(_))) => at = tokens.end,
            _ => {
                if let Some(place) = names::place_at(text, at, end) {
                    at = place.tokens.end;
                    // "US$50 million" is no visit.
                    if !text.is(at, "$") {
                        places.push(place);
                    }
                } else {
                    places.extend(names::joined_countries(text, at));
                    places.extend(demonym_of_compound(text, at));
                    at += 1;
                }
            }
        }
    }
    places
}

/// "Kenyan-owned", "Peruvian-built": the people that the word begins with.
fn demonym_of_compound(text: &Text<'_>, at: usize) -> Option<PlaceName> {
    let (first, rest) = text.word(at).split_once('-').filter(|_| text.has(at, Trait::Joined))?;
    let place = lexicon().place(first).filter(|place| matches!(place, Place::Demonym(_)))?;
    rest.starts_with(char::is_lowercase).then(|| PlaceName { tokens: at..at + 1, place })
}

/// The country of the city that a leader's first words are told to be in: "to Riyadh on Friday, where".
fn country_of_goal(text: &Text<'_>, title: usize) -> Option<CountryFound> {
    let start = text.sentences.get(text.sentence_of(title))?.tokens.start;
    // "flew to Riyadh for supper with King Faris"
    let with = title.checked_sub(1).filter(|&with| text.is(with, "with"));
    let goal = with.and_then(|with| (start.max(with.saturating_sub(4))..with).find(|&at| text.is(at, "for")));
    let relative = (start.max(title.saturating_sub(8))..title).rev().find(|&at| text.is(at, "where")).or(goal)?;
    let reach = start.max(relative.saturating_sub(6))..relative;
    let place = reach.rev().find_map(|at| {
        let is_goal = text.is_any(at, &["for", "in", "to"]) && text.is_outside_quotations(at);
        is_goal.then(|| names::place_at(text, at + 1, relative)).flatten()
    })?;
    let is_city = matches!(place.place, Place::City(_) | Place::Country(_));
    is_city.then(|| CountryFound {
        country: place.country(),
        tokens: place.tokens,
        outside: None,
        rule: Some("home-country"),
    })
}

/// Whether the one who is told to visit a country, before token `at`, is one whose own is looked for.
fn is_visited_by(text: &Text<'_>, mentions: &[Mention], at: usize, is_homeless: impl Fn(usize) -> bool) -> bool {
    let start = text.sentences.get(text.sentence_of(at)).map_or(at, |sentence| sentence.tokens.start);
    within(mentions, &(start..at)).last().is_some_and(|mention| is_homeless(mention.person))
}

/// Whether a country is named only for a sum, a city, an office or a topic: "U.S. dollars", "Nairobi, Kenya", "the
/// president of Kenya", "the situation in Kenya".
fn is_aside(text: &Text<'_>, place: &PlaceName) -> bool {
    let Range { start, end } = place.tokens.clone();
    let is_sum = text.is_any(end, &["dollar", "dollars", "pound", "pounds"]);
    // "Cebu, the Philippines"
    let comma = start.saturating_sub(1 + usize::from(start > 0 && text.is(start - 1, "the")));
    let is_of_city = comma > 0
        && text.is(comma, ",")
        && (comma.saturating_sub(3)..comma).any(|first| {
            let city = lexicon().place(&text.words(first..comma));
            matches!(city, Some(Place::City(_)))
        });
    let title = start.checked_sub(2).filter(|_| text.is(start - 1, "of"));
    let is_helped = start > 1
        && text.is(start - 1, "for")
        && text.kind(end) != Some(TokenKind::Possessive)
        && text.is_any(start - 2, &["aid", "assistance", "help", "support", "weapons"]);
    let is_spoken_of = start > 0 && text.is(start - 1, "about");
    let is_topic = is_helped
        || is_spoken_of
        || (start.saturating_sub(4)..start).any(|at| {
            text.is(at, "in") && at > 0 && {
                let topics = [
                    "ceasefire",
                    "conflict",
                    "crisis",
                    "developments",
                    "fighting",
                    "peace",
                    "situation",
                    "truce",
                    "war",
                ];
                text.is_any(at - 1, &topics)
            }
        });
    let is_of_leader = title.is_some_and(|at| text.is_any(at, &["chancellor", "minister", "president"]))
        || text.kind(end) == Some(TokenKind::Possessive) && text.is_any(end + 1, &["leader", "premier", "president"])
        || text.is_any(end, &["counterpart", "opposite"]);
    is_sum || is_of_city || is_of_leader || is_topic
}

/// The country that the text treats as its own: the one that somebody is told to visit, else the one named together
/// with the other leader's, else the one named most often, where the headline counts more, else that of the demonym used
/// most often, else that of a city that something is told to be in. A country that another leader is of is never taken.
fn home_country(
    text: &Text<'_>,
    mentions: &[Mention],
    theirs: &[Country],
    is_homeless: impl Fn(usize) -> bool,
) -> Option<CountryFound> {
    let places = places_named(text, mentions);
    let is_home = |place: &&PlaceName| !theirs.contains(&place.country());
    let found = |place: &PlaceName| CountryFound {
        country: place.country(),
        tokens: place.tokens.clone(),
        outside: None,
        rule: Some("home-country"),
    };
    // "Korea-Canada ties", "Kenya and Finland": the country that is named together with the other leader's.
    let pair = places.windows(2).find_map(|pair| {
        let [one, other] = [&pair[0], &pair[1]];
        let is_joined =
            one.tokens == other.tokens || (text.is(one.tokens.end, "and") && other.tokens.start <= one.tokens.end + 2);
        let (home, away) = if theirs.contains(&one.country()) { (other, one) } else { (one, other) };
        let is_pair = is_joined && theirs.contains(&away.country()) && !theirs.contains(&home.country());
        (is_pair && matches!(home.place, Place::Country(_))).then_some(home)
    });
    let visited =
        places.iter().filter(is_home).filter(|place| matches!(place.place, Place::Country(_))).find(|place| {
            let first = place.tokens.start;
            let before = first - usize::from(first > 0 && text.is(first - 1, "the"));
            before > 1
                && text.is_any(before - 1, &["in", "to"])
                && (before.saturating_sub(4)..before - 1).any(|at| VISITING.contains(&text.word(at)))
                && !is_visited_by(text, mentions, before, &is_homeless)
        });
    // Whom a leader without a country visits is another's.
    let is_visit = |place: &PlaceName| {
        let first = place.tokens.start;
        let near = first.saturating_sub(4)..first;
        let verb = near.into_iter().any(|at| text.is_any(at, &["visit", "visiting", "visited", "visits"]));
        verb && is_visited_by(text, mentions, first, &is_homeless)
    };
    // The country named most often, and of those the first. "French fries" name no country as "France" does.
    let most_named = |is_sort: fn(&Place) -> bool| {
        let mut counts: Vec<(Country, usize, &PlaceName)> = Vec::new();
        // "The Prime Minister of Kenya" tells whose office it is, and not where the text is at home.
        let is_of_office = |place: &PlaceName| {
            let of = place
                .tokens
                .start
                .saturating_sub(1 + usize::from(text.is(place.tokens.start.saturating_sub(1), "the")));
            of > 0 && text.is(of, "of") && lexicon().office(text.word(of - 1)).is_some()
        };
        // Who asks about "the Danish Prime Minister" is no Dane.
        let is_asked_about = |place: &PlaceName| {
            let (start, end) = (place.tokens.start, place.tokens.end);
            let passage = &text.passages[text.passage_of(start)];
            let is_head =
                |title: Title| matches!(title.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
            passage.spoken && names::title_at(text, end, end, passage.tokens.end).is_some_and(is_head)
        };
        let counted = places.iter().filter(is_home).filter(|place| is_sort(&place.place) && !is_asked_about(place));
        for place in counted.filter(|place| !is_of_office(place) && !is_aside(text, place) && !is_visit(place)) {
            // What the headline names the article is about.
            let passage = &text.passages[text.passage_of(place.tokens.start)];
            let weight = if passage.kind == BlockKind::Headline { 3 } else { 1 };
            match counts.iter_mut().find(|(country, ..)| *country == place.country()) {
                Some((_, count, _)) => *count += weight,
                None => counts.push((place.country(), weight, place)),
            }
        }
        counts.iter().rev().max_by_key(|(_, count, _)| *count).map(|(.., place)| *place)
    };
    let city = || {
        places.iter().filter(is_home).find(|place| {
            // At home nobody adds in which country a city is.
            let is_abroad = text.is(place.tokens.end, ",")
                && names::place_at(text, place.tokens.end + 1, text.tokens.len())
                    .is_some_and(|wider| matches!(wider.place, Place::Country(_)));
            matches!(place.place, Place::City(_))
                && !is_abroad
                && place.tokens.start > 0
                && text.is_any(place.tokens.start - 1, &["in", "to"])
        })
    };
    let named = || most_named(|place| matches!(place, Place::Country(_)));
    let described = || most_named(|place| matches!(place, Place::Demonym(_)));
    // Where both are abroad, the country visited is nobody's own.
    let visited = visited.filter(|visited| pair.is_none_or(|pair| pair.country() == visited.country()));
    let outside = |(country, span): (Country, Span)| CountryFound {
        country,
        tokens: 0..0,
        outside: Some(span),
        rule: Some("home-country"),
    };
    let margin = |is_sort: fn(&BlockKind) -> bool, tells: fn(&str) -> Option<Told>| {
        let told = text.margins.iter().filter(|(kind, _)| is_sort(kind)).find_map(|(_, span)| {
            let (country, words) = tells(span.slice(text.source)?)?;
            let at = |offset: usize| span.start().checked_add(u32::try_from(offset).ok()?);
            Some((country, Span::new(at(words.start)?, at(words.end)?).ok()?))
        });
        told.filter(|(country, _)| !theirs.contains(country)).map(outside)
    };
    let issuer = || margin(|kind| matches!(kind, BlockKind::Byline | BlockKind::Furniture), issuer_of);
    let told_from = || margin(|kind| matches!(kind, BlockKind::Dateline | BlockKind::Stamp), country_of_line);
    let often = |place: &&PlaceName| {
        let country = place.country();
        let is_other = |other: &PlaceName| other.country() == country && other.tokens != place.tokens;
        text.passages[text.passage_of(place.tokens.start)].kind == BlockKind::Headline || places.iter().any(is_other)
    };
    issuer()
        .or_else(|| visited.or(pair).or_else(|| named().filter(often)).or_else(|| described().filter(often)).map(found))
        .or_else(|| seat_named(text, theirs))
        .or_else(|| named().or_else(described).map(found))
        .or_else(told_from)
        .or_else(|| city().map(found))
}

/// A country and where in a line the words stand that say it.
type Told = (Country, Range<usize>);

/// Nouns for what issues a text in the name of a state.
const ISSUERS: [&str; 12] = [
    "cabinet",
    "chancellery",
    "department",
    "embassy",
    "government",
    "kantei",
    "ministry",
    "mission",
    "office",
    "parliament",
    "presidency",
    "secretariat",
];

/// The first of the longest runs of up to four words of a short line that tell something, and where it stands; a run is
/// a phrase of a sort that the lexicon knows, in any capitals.
fn country_in_line<T>(line: &str, sort: PhraseSort, tells: impl Fn(&str) -> Option<T>) -> Option<(T, Range<usize>)> {
    const LONGEST: usize = 160;
    if line.len() > LONGEST {
        return None;
    }
    let is_in_word = |character: char| character.is_alphanumeric() || matches!(character, '-' | '.' | '\'' | '’');
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut is_open = false;
    for (at, character) in line.char_indices() {
        let end = at + character.len_utf8();
        match words.last_mut().filter(|_| is_open && is_in_word(character)) {
            Some(word) => word.end = end,
            None if is_in_word(character) => words.push(at..end),
            None => {}
        }
        is_open = is_in_word(character);
    }
    let can_begin = |first: &usize| lexicon().opening(&line[words[*first].clone()]).can_be(sort);
    (0..words.len()).filter(can_begin).find_map(|first| {
        (first..words.len().min(first + 4)).rev().find_map(|last| {
            let span = words[first].start..words[last].end;
            Some((tells(&line[span.clone()])?, span))
        })
    })
}

/// The state in whose name a line under the headline issues the text: "Prime Minister's Office, 10 Downing Street",
/// "Ministry of Foreign Affairs of Japan".
fn issuer_of(line: &str) -> Option<Told> {
    let seat = country_in_line(line, PhraseSort::Seat, |words| {
        lexicon().seat(words).or_else(|| lexicon().seat(&small(words)))
    });
    seat.or_else(|| {
        let mut words = line.split(|character: char| !character.is_alphanumeric());
        let is_issuer = words.any(|word| ISSUERS.contains(&word.to_lowercase().as_str()));
        let state = |words: &str| match lexicon().place(words)? {
            place @ (Place::Country(_) | Place::Demonym(_)) => Some(place.country()),
            _ => None,
        };
        is_issuer.then(|| country_in_line(line, PhraseSort::Place, state)).flatten()
    })
}

/// The country of the place that a line gives beside a day, or before a text.
fn country_of_line(line: &str) -> Option<Told> {
    country_in_line(line, PhraseSort::Place, |words| {
        let place = lexicon().place(words).or_else(|| lexicon().place(&small(words)))?;
        (words.chars().count() > 2).then(|| place.country())
    })
}

/// Words in capitals as a sentence prints them.
fn small(words: &str) -> String {
    let mut opens = true;
    let letters = words.chars().flat_map(|letter| {
        let shown: String = if opens { letter.to_string() } else { letter.to_lowercase().collect() };
        opens = letter.is_whitespace() || letter == '-';
        shown.chars().collect::<Vec<_>>()
    });
    letters.collect()
}

/// The country whose government's house the text names, of none of the other leaders: "at the White House".
fn seat_named(text: &Text<'_>, theirs: &[Country]) -> Option<CountryFound> {
    let end = text.tokens.len();
    let can_be = |at: &usize| text.starts_with_capital(*at) && text.opening(*at).can_be(PhraseSort::Seat);
    (0..end).filter(can_be).find_map(|at| {
        (at + 1..=end.min(at + 4)).rev().find_map(|last| {
            let words = text.phrase(at..last);
            let seat = lexicon().seat(&words).or_else(|| lexicon().seat(&small(&words)));
            let country = seat.filter(|country| !theirs.contains(country))?;
            Some(CountryFound { country, tokens: at..last, outside: None, rule: Some("home-country") })
        })
    })
}
