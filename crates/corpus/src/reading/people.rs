//! Who is who: names, descriptions and pronouns gathered into people.

// In the order in which people are found.
mod named;

mod sides;

mod countries;

mod described;

mod roles;

mod pronouns;

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use rapporteur_model::{BlockKind, Country, OfficeClass, Span};

pub(super) use self::sides::{SIDE_NOUNS, Side, sides};
use super::{names, text::Text};

/// An office of a person, as it was found.
#[derive(Debug, Clone)]
pub(super) struct OfficeFound {
    pub(super) title: Range<usize>,
    pub(super) class: OfficeClass,
    /// Whether it is an office of an organization of states.
    pub(super) of_states: bool,
    pub(super) country: Option<CountryFound>,
}

/// A country and the words that it was concluded from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CountryFound {
    pub(super) country: Country,
    pub(super) tokens: Range<usize>,
    /// The words that say it where they stand outside the running text, as those of a byline do.
    pub(super) outside: Option<Span>,
    /// The rule by which the words say it; `None` where they say it themselves.
    pub(super) rule: Option<&'static str>,
}

impl CountryFound {
    /// The words that say it, wherever they stand.
    pub(super) fn span(&self, text: &Text<'_>) -> Span {
        self.outside.unwrap_or_else(|| text.span(self.tokens.start, self.tokens.end.saturating_sub(1)))
    }
}

/// A person, before ids are given.
#[derive(Debug, Clone, Default)]
pub(super) struct PersonFound {
    /// The words of the fullest name.
    pub(super) name: Option<Range<usize>>,
    pub(super) offices: Vec<OfficeFound>,
    /// The words that first name the person in full, title and all.
    pub(super) introduction: Option<Range<usize>>,
    gender: Option<Gender>,
}

impl PersonFound {
    /// The office as a leader: of a state, a government or an organization.
    pub(super) fn leading_office(&self) -> Option<&OfficeFound> {
        self.offices.iter().find(|office| office.is_leading())
    }

    pub(super) fn country(&self) -> Option<&CountryFound> {
        let leading = self.leading_office().and_then(|office| office.country.as_ref());
        leading.or_else(|| self.offices.iter().find_map(|office| office.country.as_ref()))
    }
}

impl OfficeFound {
    /// Whether it makes a leader: of a state, of a government, or of an organization of states.
    pub(super) fn is_leading(&self) -> bool {
        match self.class {
            OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment => true,
            OfficeClass::OrganizationHead => self.of_states,
            _ => false,
        }
    }
}

/// How a mention names its person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MentionKind {
    Name,
    Description,
    Pronoun,
}

/// Words that name a person or refer to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) tokens: Range<usize>,
    pub(super) kind: MentionKind,
    pub(super) person: usize,
}

/// The people of a text and their mentions in order.
#[derive(Debug, Default)]
pub(super) struct People {
    pub(super) people: Vec<PersonFound>,
    pub(super) mentions: Vec<Mention>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    Female,
    Male,
}

impl People {
    /// The mention that token `at` belongs to.
    pub(super) fn mention_at(&self, at: usize) -> Option<&Mention> {
        mention_at(&self.mentions, at)
    }

    /// The people whom the words of a mention name: several where it is "the presidents of Kenya and Peru".
    pub(super) fn named_by(&self, mention: &Mention) -> Vec<usize> {
        let begins = mention.tokens.start..mention.tokens.start + 1;
        within(&self.mentions, &begins).iter().map(|mention| mention.person).collect()
    }

    /// The mentions that begin within `tokens`.
    pub(super) fn mentions_in(&self, tokens: &Range<usize>) -> &[Mention] {
        within(&self.mentions, tokens)
    }

    pub(super) fn is_leader(&self, person: usize) -> bool {
        self.people[person].leading_office().is_some()
    }
}

/// The words, in lower case, that one who is described can begin with and that are no titles.
pub(super) const DESCRIBING: [&str; 7] = ["her", "his", "its", "leader", "the", "their", "whose"];

/// Finds the people of a text.
pub(super) fn people(text: &Text<'_>) -> People {
    let mut finder = Finder {
        text,
        people: Vec::new(),
        mentions: Vec::new(),
        pronouns: Vec::new(),
        labelled: HashSet::new(),
        asked_about: Vec::new(),
        called: HashSet::new(),
        parts: HashMap::new(),
        home: None,
    };
    let mut names = names::titled_names(text);
    names.extend(finder.untitled_names(&names));
    names.sort_by_key(|name| name.phrase.start);
    finder.add_named(&names);
    finder.add_bare_names();
    finder.give_sides();
    finder.give_companies();
    finder.give_home_country();
    finder.add_descriptions();
    finder.add_roles();
    // Those whom the text knows only by their office belong to a country too.
    finder.give_home_country();
    finder.add_pronouns();
    finder.finish()
}

struct Finder<'a, 't> {
    text: &'a Text<'t>,
    people: Vec<PersonFound>,
    /// Names and descriptions, in order.
    mentions: Vec<Mention>,
    /// Pronouns, in order.
    pronouns: Vec<Mention>,
    /// Those whom the label of a turn names.
    labelled: HashSet<usize>,
    /// Leaders whom the questions of a transcript are about.
    asked_about: Vec<usize>,
    /// Those whom the text has called by an honorific or a pronoun of their gender.
    called: HashSet<usize>,
    /// Every run of words of every name, its letters joined, with whose it is.
    parts: HashMap<String, Vec<usize>>,
    /// The country that the text treats as its own, once it was asked for.
    home: Option<CountryFound>,
}

/// How far back, in mentions, a description or a pronoun can reach.
const REACH: usize = 64;

impl Finder<'_, '_> {
    fn is_mentioned(&self, at: usize) -> bool {
        mention_at(&self.mentions, at).is_some()
    }

    /// "Q  Does President Roy plan to go?": whether a question of a transcript is about whom a mention names.
    fn is_asked_about(&self, mention: &Mention) -> bool {
        let start = mention.tokens.start;
        let passage = &self.text.passages[self.text.passage_of(start)];
        passage.spoken
            && start > passage.tokens.start
            && self.text.is_any(start - 1, &["can", "did", "does", "has", "is", "was", "will", "would"])
            && self.people[mention.person].leading_office().is_some()
    }

    /// The people mentioned within `tokens`, by name, description or pronoun, in order.
    fn mentioned(&self, tokens: Range<usize>) -> impl Iterator<Item = usize> {
        let mut names = within(&self.mentions, &tokens).iter().peekable();
        let mut pronouns = within(&self.pronouns, &tokens).iter().peekable();
        std::iter::from_fn(move || {
            let start = |mention: Option<&&Mention>| mention.map_or(usize::MAX, |mention| mention.tokens.start);
            if start(names.peek()) <= start(pronouns.peek()) { names.next() } else { pronouns.next() }
        })
        .map(|mention| mention.person)
    }

    fn sort_mentions(&mut self) {
        self.mentions.sort_by_key(|mention| (mention.tokens.start, std::cmp::Reverse(mention.tokens.end)));
        let mut last = 0..0;
        self.mentions.retain(|mention| {
            // The same words can name several people: "the presidents of Kenya and Peru".
            let is_plural = mention.kind == MentionKind::Description && mention.tokens == last;
            let keep = mention.tokens.start >= last.end || is_plural;
            last = if keep { mention.tokens.clone() } else { last.clone() };
            keep
        });
    }

    /// Puts the people in the order of their first mentions, and leaves out those nobody mentions.
    fn finish(mut self) -> People {
        self.mentions.append(&mut self.pronouns);
        self.sort_mentions();
        for mention in &self.mentions {
            let person = &mut self.people[mention.person];
            let is_full = mention.kind == MentionKind::Name
                && person.name.as_ref().is_some_and(|name| mention.tokens.len() >= name.len());
            let in_body = |tokens: &Range<usize>| {
                self.text.passages[self.text.passage_of(tokens.start)].kind == BlockKind::Paragraph
            };
            // The body introduces a person, and the caption only where the body does not.
            let is_better =
                person.introduction.as_ref().is_none_or(|known| !in_body(known) && in_body(&mention.tokens));
            if is_full && is_better {
                person.introduction = Some(mention.tokens.clone());
            }
        }
        let mut places: Vec<Option<usize>> = vec![None; self.people.len()];
        let mut people = Vec::new();
        for mention in &mut self.mentions {
            let place = &mut places[mention.person];
            mention.person = *place.get_or_insert_with(|| {
                people.push(self.people[mention.person].clone());
                people.len() - 1
            });
        }
        People { people, mentions: self.mentions }
    }
}

/// The mention of a sorted list that token `at` belongs to.
fn mention_at(mentions: &[Mention], at: usize) -> Option<&Mention> {
    let index = mentions.partition_point(|mention| mention.tokens.end <= at);
    mentions.get(index).filter(|mention| mention.tokens.contains(&at))
}

/// The mentions of a sorted list that begin within `tokens`.
fn within<'m>(mentions: &'m [Mention], tokens: &Range<usize>) -> &'m [Mention] {
    let from = mentions.partition_point(|mention| mention.tokens.start < tokens.start);
    let to = mentions.partition_point(|mention| mention.tokens.start < tokens.end);
    &mentions[from..to.max(from)]
}

#[cfg(test)]
mod tests;
