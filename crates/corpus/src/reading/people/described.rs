//! Who is described: by an office, a role or a relation.

use std::ops::Range;

use rapporteur_model::{BlockKind, OfficeClass};

use super::{
    CountryFound, Finder, Mention, MentionKind, OfficeFound, PersonFound, REACH, mention_at,
    pronouns::honorific_gender, within,
};
use crate::reading::{
    lexicon::{Place, lexicon},
    names::{self, PlaceName, Title},
    text::{Text, TokenKind},
    traits::Trait,
};

/// Where the sentence around token `at` ends.
fn text_end(text: &Text<'_>, at: usize) -> usize {
    text.sentences.get(text.sentence_of(at)).map_or(at, |sentence| sentence.tokens.end)
}

impl Finder<'_, '_> {
    /// "The president", "the Canadian leader", "his Kenyan counterpart": offices that stand for who holds them. A
    /// headline comes last, since whom it means the body says.
    pub(super) fn add_descriptions(&mut self) {
        let labels = self.text.passages.iter().filter(|passage| passage.kind == BlockKind::SpeakerLabel);
        let named = labels.flat_map(|label| within(&self.mentions, &label.tokens)).map(|mention| mention.person);
        self.labelled = named.collect();
        self.asked_about = self
            .mentions
            .iter()
            .filter(|mention| self.is_asked_about(mention))
            .map(|mention| mention.person)
            .take(4)
            .collect();
        for of_headline in [false, true] {
            let mut found: Vec<Mention> = Vec::new();
            for index in 0..self.text.passages.len() {
                let passage = &self.text.passages[index];
                let tokens = passage.tokens.clone();
                // "Ann Roy / Prime Minister": the label names its speaker already.
                let is_named_label =
                    passage.kind == BlockKind::SpeakerLabel && !within(&self.mentions, &tokens).is_empty();
                if (passage.kind == BlockKind::Headline) == of_headline && !is_named_label {
                    self.describe_passage(&tokens, of_headline, &mut found);
                }
            }
            self.mentions.extend(found);
            self.sort_mentions();
        }
    }

    fn describe_passage(&mut self, passage: &Range<usize>, is_headline: bool, found: &mut Vec<Mention>) {
        let mut at = passage.start;
        while at < passage.end {
            if !self.text.has(at, Trait::OpensPerson) {
                at += 1;
                continue;
            }
            if let Some((last, titles)) = names::offices_at(self.text, at, passage.end) {
                // Whose names follow is known by them.
                let is_named = mention_at(&self.mentions, last + 1).is_some_and(|mention| {
                    let offices = &self.people[mention.person].offices;
                    offices.iter().any(|office| titles.iter().any(|title| title.tokens == office.title))
                });
                for title in titles.iter().filter(|_| !is_named) {
                    let person = self.described(title, at).or_else(|| self.unnamed(title, is_headline));
                    let tokens = at..last;
                    found.extend(person.map(|person| Mention { tokens, kind: MentionKind::Description, person }));
                }
                at = last;
                continue;
            }
            if let Some(titles) =
                names::joined_offices_at(self.text, at, passage.end).filter(|_| !self.is_mentioned(at))
            {
                at = titles.last().map_or(at + 1, |title| title.phrase.end);
                for title in titles {
                    let person =
                        self.described(&title, title.phrase.start).or_else(|| self.unnamed(&title, is_headline));
                    let tokens = title.phrase;
                    found.extend(person.map(|person| Mention { tokens, kind: MentionKind::Description, person }));
                }
                continue;
            }
            let described = self
                .counterpart(at, passage, found)
                .or_else(|| self.owned_office(at, passage))
                .or_else(|| self.countrys_office(at, passage))
                .or_else(|| self.description_at(at, passage.start, passage.end, is_headline));
            let Some((mut tokens, mut title)) = described else {
                at += 1;
                continue;
            };
            // "the Crown Prince and Prime Minister of Oman" holds both offices.
            let joined = self.joined_office(&tokens, passage.end);
            let also = joined.map(|joined| {
                tokens.end = joined.phrase.end;
                std::mem::replace(&mut title, joined)
            });
            at = tokens.end;
            let person = self.described(&title, tokens.start);
            if person.is_none() && self.adds_office(&title, &tokens) {
                continue;
            }
            let person = person
                .or_else(|| self.known_without_office(&title, &tokens, is_headline))
                .or_else(|| self.unnamed(&title, is_headline));
            let is_new = |person: usize, also: &Title| {
                let words = self.office_words(&also.tokens);
                let mut offices = self.people[person].offices.iter();
                offices.all(|known| known.class != also.class || self.office_words(&known.title) != words)
            };
            let also = also.filter(|also| !is_headline && person.is_some_and(|person| is_new(person, also)));
            if let (Some(person), Some(also)) = (person, also) {
                let country = self.people[person].country().cloned();
                self.people[person].offices.push(OfficeFound {
                    title: also.tokens,
                    class: also.class,
                    of_states: also.of_states,
                    country,
                });
                self.people[person].offices.sort_by_key(|office| office.title.start);
            }
            if let Some(person) = person {
                found.push(Mention { tokens, kind: MentionKind::Description, person });
            }
        }
    }

    /// "Crown Prince Faris, the Saudi prime minister,": another office of the one whose name stands before the comma.
    fn adds_office(&mut self, title: &Title, tokens: &Range<usize>) -> bool {
        let text = self.text;
        let is_apposition = tokens.start > 1
            && text.is(tokens.start - 1, ",")
            && text.is(tokens.start, "the")
            && text.is_any(tokens.end, &[",", "."])
            && matches!(title.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment)
            && title.country.is_some();
        let named = mention_at(&self.mentions, tokens.start.saturating_sub(2)).filter(|mention| {
            is_apposition && mention.kind == MentionKind::Name && mention.tokens.end + 1 == tokens.start
        });
        let Some(person) = named.map(|mention| mention.person) else { return false };
        if self.people[person].leading_office().is_some() {
            return false;
        }
        let country = title.country.as_ref().map(|place| CountryFound {
            country: place.country(),
            tokens: place.tokens.clone(),
            rule: None,
            outside: None,
        });
        for office in self.people[person].offices.iter_mut().filter(|office| office.country.is_none()) {
            office.country.clone_from(&country);
        }
        self.people[person].offices.push(OfficeFound {
            title: title.tokens.clone(),
            class: title.class,
            of_states: title.of_states,
            country,
        });
        true
    }

    /// "The Prime Minister" behind a lead that is about "Sir Otto Roy": whom the text takes for known, and tells no office of.
    fn known_without_office(&mut self, title: &Title, tokens: &Range<usize>, is_headline: bool) -> Option<usize> {
        let is_office = title.class == OfficeClass::HeadOfGovernment && title.country.is_none() && !is_headline;
        let lead = self.text.passages.iter().find(|passage| passage.kind == BlockKind::Paragraph)?;
        let first = within(&self.mentions, &lead.tokens).first().filter(|_| is_office)?;
        let opens = first.tokens.start == lead.tokens.start && tokens.start >= lead.tokens.end;
        let is_honored = honorific_gender(self.text.word(first.tokens.start)).is_some();
        let person = first.person;
        if !(opens && is_honored && self.people[person].offices.is_empty()) {
            return None;
        }
        self.people[person].offices.push(OfficeFound {
            title: title.tokens.clone(),
            class: title.class,
            of_states: false,
            country: None,
        });
        Some(person)
    }

    /// The office that "and" joins to a description: "... and Prime Minister of Oman".
    fn joined_office(&self, tokens: &Range<usize>, end: usize) -> Option<Title> {
        let and = tokens.end;
        if !self.text.is(and, "and") || self.is_mentioned(and + 1) {
            return None;
        }
        let title = names::title_at(self.text, and + 1, and + 1, end)?;
        let is_leading = matches!(title.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
        let is_whole = title.tokens.start == and + 1 && title.country.is_some();
        (is_leading && is_whole).then_some(title)
    }

    /// "his Kenyan counterpart": the office is that of whom the sentence named last before.
    fn counterpart(&self, at: usize, passage: &Range<usize>, found: &[Mention]) -> Option<(Range<usize>, Title)> {
        if self.is_mentioned(at) {
            return None;
        }
        let (noun_end, place) = names::counterpart_at(self.text, at, passage.end)?;
        let named = within(&self.mentions, &(passage.start..at)).last();
        let described = found
            .last()
            .filter(|mention| mention.tokens.start >= named.map_or(passage.start, |named| named.tokens.start));
        let of_description = described.and_then(|mention| self.people[mention.person].leading_office());
        let office = of_description.or_else(|| self.offices_before(at, passage).next())?;
        let title = Title {
            tokens: office.title.clone(),
            class: office.class,
            of_states: false,
            country: Some(place),
            phrase: at..noun_end,
        };
        Some((at..noun_end, title))
    }

    /// The offices of those mentioned last before token `at` in its passage, the last one's first.
    fn offices_before(&self, at: usize, passage: &Range<usize>) -> impl Iterator<Item = &OfficeFound> {
        let before = within(&self.mentions, &(passage.start..at)).iter().rev().take(REACH);
        before.filter_map(|mention| {
            let person = &self.people[mention.person];
            person.leading_office().or_else(|| person.offices.first())
        })
    }

    /// "Chad, whose own president": the office belongs to the country before.
    fn countrys_office(&self, at: usize, passage: &Range<usize>) -> Option<(Range<usize>, Title)> {
        let is_whose = self.text.is(at, "whose") && self.text.is_outside_quotations(at) && at > passage.start + 1;
        if !is_whose || !self.text.is(at - 1, ",") {
            return None;
        }
        let country = names::place_before(self.text, at - 1, passage.start)?;
        let first = at + 1 + usize::from(self.text.is(at + 1, "own"));
        let title = names::title_at(self.text, first, first, passage.end)?;
        let is_head = matches!(title.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
        if !is_head || self.is_mentioned(first) || self.is_part_of_another_office(&title) {
            return None;
        }
        Some((at..title.phrase.end, Title { country: Some(country), ..title }))
    }

    /// "his president": the head of the country whose office was named last before.
    fn owned_office(&self, at: usize, passage: &Range<usize>) -> Option<(Range<usize>, Title)> {
        let is_owner = self.text.is_any(at, &["her", "his"]) && self.text.is_outside_quotations(at);
        if !is_owner || self.is_mentioned(at) || self.is_mentioned(at + 1) {
            return None;
        }
        let title = names::title_at(self.text, at + 1, at + 1, passage.end)?;
        let is_head = matches!(title.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
        if !is_head || self.is_part_of_another_office(&title) {
            return None;
        }
        let country = self.offices_before(at, passage).find_map(|office| office.country.as_ref())?;
        let place = PlaceName { tokens: country.tokens.clone(), place: Place::Country(country.country) };
        let tokens = at..title.phrase.end;
        Some((tokens, Title { country: title.country.clone().or(Some(place)), ..title }))
    }

    /// "the president's office", "the Prime Minister-elect": words in which a title only helps to name something else.
    fn is_part_of_another_office(&self, title: &Title) -> bool {
        let text = self.text;
        let owns_office = text.kind(title.phrase.end) == Some(TokenKind::Possessive)
            && (text.starts_with_capital(title.phrase.end + 1) || text.is(title.phrase.end + 1, "office"));
        let is_compound = text
            .is_any(title.tokens.end, &["office", "spokesman", "spokeswoman", "spokesperson", "elect", "candidate"]);
        owns_office || is_compound
    }

    fn description_at(&self, at: usize, start: usize, end: usize, is_headline: bool) -> Option<(Range<usize>, Title)> {
        const ADJECTIVES: [&str; 7] = ["acting", "current", "incoming", "interim", "new", "outgoing", "visiting"];
        let text = self.text;
        if !text.is_outside_quotations(at) || self.is_mentioned(at) {
            return None;
        }
        let has_article = text.is(at, "the") || text.is(at, "The") || text.is(at, "THE");
        // "Adviser to the Prime Minister" is one title.
        if at >= start + 2 && text.is_any(at - 1, &["to", "of"]) && lexicon().office(text.word(at - 2)).is_some() {
            return None;
        }
        let first = at + usize::from(has_article);
        let first = first + usize::from(has_article && ADJECTIVES.contains(&text.word(first)));
        // The title itself may stand behind the country: "the Ghanaian president", "Kenya's president".
        let place = names::place_at(text, first, end)
            .filter(|place| matches!(place.place, Place::Demonym(_) | Place::Country(_)));
        let core = place.as_ref().map_or(first, |place| place.tokens.end);
        let is_owned = place.is_some() && text.kind(core) == Some(TokenKind::Possessive);
        let core = core + usize::from(is_owned);
        // "Prime Minister thanked the guests": as if it were a name.
        let stands_alone = core == at
            && text.is(at, "Prime")
            && text.is(at + 1, "Minister")
            && !text.is(at + 2, "of")
            && !(at > start && text.is_any(at - 1, &["the", ",", "and"]));
        let passage = &text.passages[text.passage_of(at)];
        let is_label = passage.kind == BlockKind::SpeakerLabel && at == start;
        if !(has_article || is_headline || is_owned || stands_alone || is_label) {
            return None;
        }
        let title = names::title_at(text, core, start, end).or_else(|| self.leader_at(core, start))?;
        let title = if text.is(title.tokens.start, "leader") { self.leader_at(core, start)? } else { title };
        // A line that is nothing but an office heads what follows, and means nobody.
        let is_heading = passage.kind == BlockKind::Paragraph && at == start && title.phrase.end == end;
        let is_whole = title.tokens.start == core && !self.is_mentioned(title.tokens.start) && !is_heading;
        // In a headline without articles only a country makes a title a description of somebody, or a lower-case title.
        (is_whole && !self.is_part_of_another_office(&title)).then_some((at..title.phrase.end, title))
    }

    /// "the Canadian leader": no title, but a leader all the same.
    fn leader_at(&self, at: usize, start: usize) -> Option<Title> {
        if !self.text.is(at, "leader") {
            return None;
        }
        let country = names::place_before(self.text, at, start)?;
        let phrase = country.tokens.start..at + 1;
        Some(Title {
            tokens: at..at + 1,
            class: OfficeClass::HeadOfState,
            of_states: false,
            country: Some(country),
            phrase,
        })
    }

    /// The words of an office as they are compared: in lower case, and one of several: "the presidents of Kenya and
    /// Peru" are two, each a president.
    fn office_words(&self, tokens: &Range<usize>) -> String {
        let words = self.text.lower_words(tokens.clone());
        let one = words.strip_suffix('s').filter(|one| *one == "leader" || lexicon().office(one).is_some());
        one.unwrap_or(&words).to_owned()
    }

    /// The person of the text that a description means: of those who fit the last mentioned before it, else the first.
    fn described(&self, title: &Title, at: usize) -> Option<usize> {
        let words = self.office_words(&title.tokens);
        let words = words.as_str();
        let country = title.country.as_ref().map(PlaceName::country);
        let is_there = |office: &OfficeFound| match (country, office.country.as_ref().map(|found| found.country)) {
            (Some(meant), Some(held)) => meant == held,
            (Some(_), None) => false,
            (None, _) => true,
        };
        let holds = |office: &OfficeFound| {
            let held = self.office_words(&office.title);
            held == words
                || held.strip_prefix(words).is_some_and(|behind| behind == " of the republic")
                || held.strip_suffix(words).is_some_and(|before| {
                    before.ends_with(' ') && !before.ends_with("vice ") && !before.ends_with("deputy ")
                })
        };
        // "The premier" may be a prime minister, but not where somebody else is called premier.
        let amounts_to = |office: &OfficeFound| match words {
            "leader" => office.is_leading(),
            "premier" | "pm" => office.class == OfficeClass::HeadOfGovernment,
            "prime minister" => office.class == OfficeClass::HeadOfGovernment && country.is_some(),
            "head of state" => office.class == OfficeClass::HeadOfState,
            _ => false,
        };
        let before = self.mentions.partition_point(|mention| mention.tokens.end <= at);
        let recent = self.mentions[..before].iter().rev().take(REACH).map(|mention| mention.person);
        // "THE PRESIDENT:" is none of those whom another label names.
        let passage = self.text.passage_of(at);
        let is_label = self.text.passages[passage].kind == BlockKind::SpeakerLabel;
        // Nobody calls himself the president, and a spokesperson so only the one whom the press asks about.
        let is_spoken = self.text.passages[passage].spoken;
        let speaker = if is_spoken { self.speaker_of(passage) } else { None };
        let can_be = |person: &usize| !(is_label && self.labelled.contains(person)) && speaker != Some(*person);
        let asked = self.asked_about.iter().copied().filter(|_| is_spoken && country.is_none());
        // Whom the same sentence names with a title farther on, or the turn below a label, is another: "The Prime
        // Minister spoke to Prime Minister Ann Roy".
        let behind = if is_label { self.turn_below(passage) } else { at..text_end(self.text, at) };
        let is_named_behind = |person: usize| {
            let mut named = within(&self.mentions, &behind).iter();
            named.any(|mention| {
                let start = mention.tokens.start;
                let is_titled = || names::title_at(self.text, start, start, mention.tokens.end).is_some();
                mention.person == person && mention.kind == MentionKind::Name && is_titled()
            })
        };
        let can_be = |person: &usize| can_be(person) && !(country.is_none() && is_named_behind(*person));
        // Who is known only as "the Prime Minister" is meant by it, though others hold such an office elsewhere.
        let only_so = |person: &usize| {
            let found = &self.people[*person];
            let is_own = |office: &OfficeFound| office.country.as_ref().is_none_or(|held| held.rule.is_some());
            found.name.is_none() && found.offices.iter().all(|office| is_own(office) && holds(office))
        };
        let own = (0..self.people.len()).rev().take(REACH).filter(|person| country.is_none() && only_so(person));
        if let Some(person) = own.into_iter().find(can_be) {
            return Some(person);
        }
        let candidates: Vec<usize> =
            asked.chain(recent).chain(0..self.people.len().min(REACH)).filter(can_be).collect();
        let find = |fits: &dyn Fn(&OfficeFound) -> bool| {
            let has =
                |person: &usize| self.people[*person].offices.iter().any(|office| is_there(office) && fits(office));
            candidates.iter().copied().find(has)
        };
        find(&holds).or_else(|| find(&amounts_to))
    }

    /// The words of the turn that the label in a passage opens.
    fn turn_below(&self, label: usize) -> Range<usize> {
        let start = self.text.passages[label].tokens.end;
        let spoken = self.text.passages[label + 1..].iter().take(8).take_while(|passage| passage.spoken);
        start..spoken.last().map_or(start, |passage| passage.tokens.end)
    }

    /// Whose turn a passage of a transcript is part of.
    fn speaker_of(&self, passage: usize) -> Option<usize> {
        let label = self.text.passages[..passage].iter().rev().take(64).find(|before| !before.spoken)?;
        within(&self.mentions, &label.tokens).first().map(|mention| mention.person)
    }

    /// A person known only by the office: "the Brazilian president", and "the Prime Minister" of the text's own country.
    fn unnamed(&mut self, title: &Title, is_headline: bool) -> Option<usize> {
        let counts = match title.class {
            OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment => true,
            OfficeClass::DeputyHead | OfficeClass::Minister | OfficeClass::Ambassador => title.country.is_some(),
            OfficeClass::OrganizationHead => title.of_states,
            // "the Official Spokesperson"
            OfficeClass::Spokesperson => title.tokens.len() > 1 && self.text.starts_with_capital(title.tokens.start),
            _ => false,
        };
        if !counts || is_headline {
            return None;
        }
        if let Some(named) = self.named_by_country(title) {
            return Some(named);
        }
        let country = title.country.as_ref().map(|place| CountryFound {
            country: place.country(),
            tokens: place.tokens.clone(),
            outside: None,
            rule: None,
        });
        self.people.push(PersonFound {
            offices: vec![OfficeFound {
                title: title.tokens.clone(),
                class: title.class,
                of_states: title.of_states,
                country,
            }],
            ..PersonFound::default()
        });
        Some(self.people.len() - 1)
    }

    /// "The presidents of Latvia and Peru" beside "Latvia's Andris Liepins": the one whom the text calls his country's, and
    /// who is known by no office.
    fn named_by_country(&mut self, title: &Title) -> Option<usize> {
        let is_head = matches!(title.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
        let place = title.country.as_ref().filter(|_| is_head)?.clone();
        let text = self.text;
        let is_theirs = |mention: &&Mention| {
            let Range { start, end } = mention.tokens.clone();
            mention.kind == MentionKind::Name
                && self.people[mention.person].offices.is_empty()
                && names::place_at(text, start, end).is_some_and(|owner| {
                    owner.country() == place.country()
                        && owner.tokens.end < end
                        && text.kind(owner.tokens.end) == Some(TokenKind::Possessive)
                })
        };
        let mut people = self.mentions.iter().filter(is_theirs).map(|mention| mention.person);
        let person = people.next()?;
        if people.any(|other| other != person) {
            return None;
        }
        self.people[person].offices.push(OfficeFound {
            title: title.tokens.clone(),
            class: title.class,
            of_states: title.of_states,
            country: Some(CountryFound { country: place.country(), tokens: place.tokens, rule: None, outside: None }),
        });
        Some(person)
    }
}
