//! Who is meant by a role: the host, the visitor, the leader of a rank.

use std::ops::Range;

use rapporteur_model::BlockKind;

use super::{Finder, Mention, MentionKind, REACH, within};
use crate::reading::{lexicon::Place, names, text::TokenKind, traits::Trait};

/// Verbs of one who receives somebody.
const RECEIVING: [&str; 9] =
    ["greeted", "host", "hosted", "hosts", "receive", "received", "receives", "welcomed", "welcomes"];

impl Finder<'_, '_> {
    /// "The visitor", "his host", "the Dane": who of the leaders of the text is meant by a visit, or by the country.
    pub(super) fn add_roles(&mut self) {
        let mut found: Vec<Mention> = Vec::new();
        for passage in self.text.passages.iter().filter(|passage| passage.kind == BlockKind::Paragraph) {
            if passage.spoken {
                continue;
            }
            for at in passage.tokens.clone().filter(|&at| self.text.has(at, Trait::OpensPerson)) {
                if self.is_mentioned(at) || !self.text.is_outside_quotations(at) {
                    continue;
                }
                let meant = self.by_role(at).or_else(|| self.by_rank(at)).or_else(|| self.compatriot(at));
                found.extend(meant.map(|(tokens, person)| Mention { tokens, kind: MentionKind::Description, person }));
            }
        }
        self.mentions.extend(found);
        self.sort_mentions();
    }

    /// The leaders mentioned last before token `at`, each once, the last one first.
    fn leaders_before(&self, at: usize) -> Vec<usize> {
        let before = self.mentions.partition_point(|mention| mention.tokens.end <= at);
        let mut leaders: Vec<usize> = Vec::new();
        for mention in self.mentions[..before].iter().rev().take(REACH) {
            if self.people[mention.person].leading_office().is_some() && !leaders.contains(&mention.person) {
                leaders.push(mention.person);
            }
        }
        leaders
    }

    /// "The visitor", "her guest", "his host" from token `at` on, and who it is: of two leaders the one who came, or who
    /// received.
    fn by_role(&self, at: usize) -> Option<(Range<usize>, usize)> {
        let text = self.text;
        let has_owner = text.is_any(at, &["her", "his", "their"]);
        if !(has_owner || text.is_any(at, &["the"])) {
            return None;
        }
        let is_host = has_owner && text.is(at + 1, "host");
        let is_visitor = text.is_any(at + 1, &["guest", "visitor"]);
        let ends_phrase =
            text.kind(at + 2) != Some(TokenKind::Word) || !text.starts_with_capital(at + 2) && !text.is(at + 2, "of");
        if !(is_host || is_visitor)
            || !ends_phrase
            || text.kind(at + 2) == Some(TokenKind::Word) && text.is(at + 2, "country")
        {
            return None;
        }
        let leaders = self.leaders_before(at);
        // Whose host it is: whom the sentence is about.
        let sentence = text.sentences.get(text.sentence_of(at))?;
        let topic = within(&self.mentions, &(sentence.tokens.start..at)).first().map(|mention| mention.person);
        let comes = |person: usize| self.is_told_to(person, at, Self::comes);
        let receives = |person: usize| self.is_told_to(person, at, Self::receives);
        let others = || leaders.iter().copied().filter(|&person| !has_owner || Some(person) != topic);
        let person = if is_host {
            others().find(|&person| receives(person)).or_else(|| others().find(|&person| !comes(person)))
        } else {
            let by_verb = others().find(|&person| comes(person));
            by_verb.or_else(|| {
                let host = leaders.iter().copied().find(|&person| receives(person))?;
                others().find(|&person| person != host)
            })
        };
        person.filter(|_| leaders.len() > 1).map(|person| (at..at + 2, person))
    }

    /// Whether one of the last mentions of a person before token `at` is told so.
    fn is_told_to(&self, person: usize, at: usize, tells: fn(&Self, &Mention) -> bool) -> bool {
        let before = self.mentions.partition_point(|mention| mention.tokens.end <= at);
        let recent = self.mentions[..before].iter().rev().take(REACH);
        recent.filter(|mention| mention.person == person).any(|mention| tells(self, mention))
    }

    /// Whether the words around a mention tell that the person came: "visiting President Roy", "received Roy", "Roy's
    /// visit", "Roy arrived".
    fn comes(&self, mention: &Mention) -> bool {
        let text = self.text;
        let Range { start, end } = mention.tokens.clone();
        let is_received = start > 0 && text.is_any(start - 1, &RECEIVING);
        let is_visiting =
            start > 0 && text.is_any(start - 1, &["visiting"]) || (start..end).any(|at| text.is_any(at, &["visiting"]));
        let goes = text.is_any(end, &["arrived", "arrives", "flew", "landed", "visited"])
            || text.is_any(end, &["was"]) && text.is_any(end + 1, &["received", "welcomed"])
            || text.is(end, ",")
                && text.is_any(end + 1, &["on", "who"])
                && (end + 1..end + 8).any(|at| text.is_any(at, &["arrived", "trip", "visit", "visiting"]));
        let owns_visit = text.kind(end) == Some(TokenKind::Possessive)
            && (end + 1..end + 4).any(|at| text.is_any(at, &["trip", "visit"]));
        is_received || is_visiting || goes || owns_visit
    }

    /// Whether the words behind a mention tell that the person received somebody.
    fn receives(&self, mention: &Mention) -> bool {
        let text = self.text;
        let end = mention.tokens.end;
        text.is_any(end, &RECEIVING)
            || text.is_any(end, &["has", "had", "will"]) && text.is_any(end + 1, &RECEIVING)
            || mention.tokens.start > 1
                && text.is(mention.tokens.start - 1, "by")
                && text.is_any(mention.tokens.start - 2, &["received", "welcomed"])
    }

    /// "His Majesty", "Her Highness" from token `at` on, without a name: the leader last called so before.
    fn by_rank(&self, at: usize) -> Option<(Range<usize>, usize)> {
        let text = self.text;
        let last = names::courtesy_at(text, at)?;
        if text.starts_with_capital(last) || self.is_mentioned(last) {
            return None;
        }
        let rank = text.word(last - 1);
        let before = self.mentions.partition_point(|mention| mention.tokens.end <= at);
        let is_called = |mention: &&Mention| {
            let has_title = |title: &str| {
                self.people[mention.person].offices.iter().any(|office| text.is_any(office.title.start, &[title]))
            };
            mention.tokens.clone().any(|word| text.is(word, rank))
                || rank == "Majesty" && (has_title("king") || has_title("queen") || has_title("emperor"))
        };
        let mut called =
            self.mentions[..before].iter().rev().take(REACH).filter(is_called).map(|mention| mention.person);
        // Of two kings either may be meant.
        let person = called.next()?;
        called.all(|other| other == person).then_some((at..last, person))
    }

    /// "The Dane", "the Slovene" from token `at` on: the leader of that country who was mentioned before.
    fn compatriot(&self, at: usize) -> Option<(Range<usize>, usize)> {
        let text = self.text;
        if !text.is_any(at, &["the"]) || self.is_mentioned(at + 1) {
            return None;
        }
        let place = names::place_at(text, at + 1, at + 2).filter(|place| matches!(place.place, Place::Demonym(_)))?;
        // "The British", "the Dutch", "the Japanese", "the Germans" are a people or a government.
        let word = text.word(at + 1);
        let is_many = ["ch", "ese", "s", "sh", "ss"].iter().any(|ending| word.ends_with(ending));
        let next = at + 2;
        let stands_alone = match text.kind(next) {
            None | Some(TokenKind::Mark) => !text.is_any(next, &["-", "–", "(", "“", "\""]),
            Some(TokenKind::Word) => {
                text.has(next, Trait::FiniteVerb) || text.is_any(next, &["in", "on", "said", "so", "that", "to", "who"])
            }
            _ => false,
        };
        if is_many || !stands_alone {
            return None;
        }
        let is_theirs =
            |&person: &usize| self.people[person].country().is_some_and(|found| found.country == place.country());
        self.leaders_before(at).into_iter().find(is_theirs).map(|person| (at..at + 2, person))
    }
}
