//! Whom a pronoun means.

use std::ops::Range;

use rapporteur_model::BlockKind;

use super::{Finder, Gender, Mention, MentionKind, REACH};
use crate::reading::text::TokenKind;

/// Given names that only women bear, as a rule.
const WOMEN: [&str; 93] = [
    "Aisha",
    "Alice",
    "Amina",
    "Ana",
    "Angela",
    "Anna",
    "Anne",
    "Beatriz",
    "Camila",
    "Carla",
    "Catherine",
    "Cecilia",
    "Christine",
    "Clara",
    "Claudia",
    "Cristina",
    "Diana",
    "Elena",
    "Elizabeth",
    "Ellen",
    "Emma",
    "Erika",
    "Eva",
    "Fatima",
    "Francesca",
    "Gabriela",
    "Giorgia",
    "Hanna",
    "Hannah",
    "Helen",
    "Helena",
    "Ingrid",
    "Irina",
    "Isabel",
    "Jacinda",
    "Jane",
    "Joanna",
    "Julia",
    "Karin",
    "Katarina",
    "Katerina",
    "Laura",
    "Leila",
    "Lidia",
    "Linda",
    "Lucia",
    "Lydia",
    "Magdalena",
    "Margaret",
    "Maria",
    "Mariana",
    "Marina",
    "Marta",
    "Martha",
    "Martina",
    "Mary",
    "María",
    "Mette",
    "Michelle",
    "Monica",
    "Nadia",
    "Natalia",
    "Olga",
    "Patricia",
    "Paula",
    "Petra",
    "Rachel",
    "Rosa",
    "Ruth",
    "Samia",
    "Sandra",
    "Sara",
    "Sarah",
    "Silvia",
    "Sofia",
    "Sonia",
    "Sophia",
    "Sophie",
    "Susan",
    "Susana",
    "Svetlana",
    "Sylvia",
    "Tatiana",
    "Teresa",
    "Theresa",
    "Ursula",
    "Valentina",
    "Vera",
    "Victoria",
    "Viola",
    "Violeta",
    "Yulia",
    "Zuzana",
];

pub(super) fn honorific_gender(honorific: &str) -> Option<Gender> {
    match honorific.trim_end_matches('.') {
        "Mr" | "Sir" | "Lord" | "Sheikh" => Some(Gender::Male),
        "Ms" | "Mrs" | "Miss" | "Dame" | "Lady" | "Mme" => Some(Gender::Female),
        _ => None,
    }
}

/// The gender that a title in lower case tells.
pub(super) fn title_gender(title: &str) -> Option<Gender> {
    let ends = |endings: &[&str]| endings.iter().any(|ending| title.ends_with(ending));
    if ends(&["woman", "queen", "princess", "first lady", "empress"]) {
        Some(Gender::Female)
    } else if ends(&["man", "king", "prince", "emperor", "emir", "sultan"]) {
        Some(Gender::Male)
    } else {
        None
    }
}

impl Finder<'_, '_> {
    pub(super) fn add_pronouns(&mut self) {
        for index in 0..self.text.sentences.len() {
            let sentence = self.text.sentences[index].clone();
            let passage = &self.text.passages[sentence.passage];
            if passage.kind == BlockKind::Headline || passage.spoken {
                continue;
            }
            for at in sentence.tokens.clone() {
                let (gender, is_subject) = match self.text.lower(at).as_str() {
                    "he" => (Gender::Male, true),
                    "she" => (Gender::Female, true),
                    "him" => (Gender::Male, false),
                    "her" if self.is_object(at, sentence.tokens.end) => (Gender::Female, false),
                    _ => continue,
                };
                if !self.text.is_outside_quotations(at) || self.is_mentioned(at) {
                    continue;
                }
                let antecedent = if is_subject {
                    self.subject_antecedent(index, at, gender)
                } else {
                    self.object_antecedent(index, at, gender)
                };
                if let Some(person) = antecedent {
                    self.people[person].gender = Some(gender);
                    self.called.insert(person);
                    self.pronouns.push(Mention { tokens: at..at + 1, kind: MentionKind::Pronoun, person });
                }
            }
        }
    }

    /// Whether "her" is whom something is done to, and not whose something is.
    fn is_object(&self, at: usize, end: usize) -> bool {
        let next = at + 1;
        next >= end
            || self.text.kind(next) == Some(TokenKind::Mark)
            || self.text.is_any(
                next,
                &["that", "to", "for", "in", "on", "at", "and", "with", "by", "as", "about", "from", "of"],
            )
    }

    /// Whether "he" or "she" can be this person: nobody who is only one of "the presidents of Kenya and Peru".
    fn can_be(&self, person: usize, gender: Gender) -> bool {
        let person = &self.people[person];
        let is_one_of_many = person.name.is_none()
            && person.offices.first().is_some_and(|office| {
                let title = self.text.phrase(office.title.clone());
                title.ends_with("ministers") || title.ends_with("presidents") || title.ends_with("leaders")
            });
        !is_one_of_many && person.gender.is_none_or(|known| known == gender)
    }

    /// Whom "he" means: who the sentence began with, else who the one before it began with.
    fn subject_antecedent(&self, sentence: usize, at: usize, gender: Gender) -> Option<usize> {
        let tokens = self.text.sentences[sentence].tokens.clone();
        if let Some(person) = self.first_mentioned(tokens.start..at, gender) {
            return Some(person);
        }
        let passage = self.text.sentences[sentence].passage;
        let before = sentence.checked_sub(1).filter(|&before| self.text.sentences[before].passage == passage);
        if let Some(before) = before {
            let found = self.first_mentioned(self.text.sentences[before].tokens.clone(), gender);
            if found.is_some() {
                return found;
            }
        }
        // "“...,” he added" in a new paragraph is who the one before was about.
        if at > tokens.start && !self.text.is_outside_quotations(at - 1) {
            // Who adds something is who spoke before, whatever the names of the others sound like.
            let goes_on = self.text.is_any(at + 1, &["added", "adds", "continued", "continues"]);
            let found = (0..sentence).rev().take(4).find_map(|before| {
                let tokens = self.text.sentences[before].tokens.clone();
                if goes_on { self.fitting(tokens, gender).next() } else { self.first_mentioned(tokens, gender) }
            });
            if found.is_some() {
                return found;
            }
        }
        // A new paragraph may go back over others to the one whom the text has called so before.
        let earlier = self.mentions.partition_point(|mention| mention.tokens.end <= tokens.start);
        let mut known = self.mentions[..earlier].iter().rev().take(REACH).map(|mention| mention.person);
        // A king mentioned in passing has a gender too, but was not called so.
        let was_called = |person: usize| self.called.contains(&person) || self.people[person].offices.is_empty();
        known.find(|&person| self.people[person].gender == Some(gender) && was_called(person)).or_else(|| {
            (0..sentence)
                .rev()
                .take(4)
                .find_map(|before| self.first_mentioned(self.text.sentences[before].tokens.clone(), gender))
        })
    }

    /// Whom "him" means: the last mentioned who is not the one that the clause is about.
    fn object_antecedent(&self, sentence: usize, at: usize, gender: Gender) -> Option<usize> {
        let tokens = self.text.sentences[sentence].tokens.clone();
        // "..., where King Roy is to receive him": the clause has a subject of its own.
        let opener = (tokens.start.max(at.saturating_sub(20))..at).rev().find(|&opener| {
            self.text.is_outside_quotations(opener)
                && self.text.is_any(opener, &["as", "before", "because", "when", "where", "which", "while"])
        });
        let of_clause = opener.and_then(|opener| self.mentioned(opener..at).next());
        let subject = of_clause.or_else(|| self.mentioned(tokens.start..at).next());
        let before = self.mentions.partition_point(|mention| mention.tokens.end <= at);
        let recent = self.mentions[..before].iter().rev().take(REACH).map(|mention| mention.person);
        let can_be = |&person: &usize| {
            let is_known = self.people[person].name.is_some() || self.people[person].leading_office().is_some();
            Some(person) != subject && self.can_be(person, gender) && is_known
        };
        recent.into_iter().find(can_be)
    }

    fn first_mentioned(&self, tokens: Range<usize>, gender: Gender) -> Option<usize> {
        let mut fitting = self.fitting(tokens, gender);
        let first = fitting.next()?;
        // Of two whose gender the text has not told, "Maria" is rather she than "Otieno".
        let is_woman = |person: usize| self.people[person].gender.is_none() && self.sounds_female(person);
        let better = match gender {
            _ if self.people[first].gender.is_some() => None,
            Gender::Female if !is_woman(first) => fitting.find(|&person| is_woman(person)),
            Gender::Male if is_woman(first) => fitting.find(|&person| !is_woman(person)),
            _ => None,
        };
        better.or(Some(first))
    }

    /// Those mentioned who can be "he" or "she", in order.
    fn fitting(&self, tokens: Range<usize>, gender: Gender) -> impl Iterator<Item = usize> {
        self.mentioned(tokens).filter(move |&person| self.can_be(person, gender))
    }

    /// Whether a full name begins with a name of women.
    fn sounds_female(&self, person: usize) -> bool {
        let name = self.people[person].name.clone().filter(|name| name.len() > 1);
        name.is_some_and(|name| WOMEN.binary_search(&self.text.word(name.start)).is_ok())
    }
}
