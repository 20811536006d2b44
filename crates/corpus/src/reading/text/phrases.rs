//! Phrases of the lexicon in the text: places, organizations, offices.

use std::ops::Range;

use rapporteur_model::OfficeClass;

use super::{Text, TokenKind};
use crate::reading::{
    lexicon::{Organization, PhraseSort, Place, lexicon},
    traits::Trait,
};

/// The longest phrases that begin with each token: the stages ask for most of them several times.
#[derive(Debug)]
pub(super) struct Phrases {
    places: Begun<Place>,
    organizations: Begun<Organization>,
    offices: Begun<OfficeClass>,
}

impl Phrases {
    fn of(text: &Text<'_>) -> Self {
        Self {
            places: Begun::of(text, |at| text.longest_place(at, usize::MAX)),
            organizations: Begun::of(text, |at| text.longest_organization(at, usize::MAX)),
            offices: Begun::of(text, |at| text.longest_office(at, usize::MAX)),
        }
    }
}

/// The phrases of one sort, by the tokens that they begin with.
#[derive(Debug)]
struct Begun<T>(Vec<(Range<usize>, T)>);

impl<T: Copy> Begun<T> {
    fn of(text: &Text<'_>, longest: impl Fn(usize) -> Option<(Range<usize>, T)>) -> Self {
        Self((0..text.tokens.len()).filter_map(longest).collect())
    }

    /// The phrase that begins with token `at`.
    fn at(&self, at: usize) -> Option<(Range<usize>, T)> {
        let index = self.0.binary_search_by_key(&at, |(tokens, _)| tokens.start).ok()?;
        self.0.get(index).cloned()
    }
}

impl Text<'_> {
    fn phrases(&self) -> &Phrases {
        self.phrases.get_or_init(|| Phrases::of(self))
    }

    /// What the longest place's name from token `at` on names, none of its tokens from `end` on.
    pub(in crate::reading) fn place_at(&self, at: usize, end: usize) -> Option<(Range<usize>, Place)> {
        if !self.can_begin(at, PhraseSort::Place, true) {
            return None;
        }
        let found = self.phrases().places.at(at)?;
        if found.0.end <= end { Some(found) } else { self.longest_place(at, end) }
    }

    /// The organization or recurring meeting that the words from token `at` on name.
    pub(in crate::reading) fn organization_at(&self, at: usize, end: usize) -> Option<(Range<usize>, Organization)> {
        if !self.can_begin(at, PhraseSort::Organization, true) {
            return None;
        }
        let found = self.phrases().organizations.at(at)?;
        if found.0.end <= end { Some(found) } else { self.longest_organization(at, end) }
    }

    /// The office that the words from token `at` on name.
    pub(in crate::reading) fn office_at(&self, at: usize, end: usize) -> Option<(Range<usize>, OfficeClass)> {
        if !self.can_begin(at, PhraseSort::Office, false) {
            return None;
        }
        let found = self.phrases().offices.at(at)?;
        if found.0.end <= end { Some(found) } else { self.longest_office(at, end) }
    }

    /// Whether a phrase of a sort can begin with token `at`; names do only with a capital.
    fn can_begin(&self, at: usize, sort: PhraseSort, is_name: bool) -> bool {
        self.opening(at).can_be(sort) && (!is_name || self.starts_with_capital(at))
    }

    fn longest_place(&self, at: usize, end: usize) -> Option<(Range<usize>, Place)> {
        let can_be = self.can_begin(at, PhraseSort::Place, true);
        can_be.then(|| self.longest(at, end, |phrase| lexicon().place(phrase))).flatten()
    }

    fn longest_organization(&self, at: usize, end: usize) -> Option<(Range<usize>, Organization)> {
        let can_be = self.can_begin(at, PhraseSort::Organization, true);
        can_be.then(|| self.longest(at, end, |phrase| lexicon().organization(phrase))).flatten()
    }

    fn longest_office(&self, at: usize, end: usize) -> Option<(Range<usize>, OfficeClass)> {
        let can_be = self.can_begin(at, PhraseSort::Office, false);
        can_be.then(|| self.longest(at, end, |phrase| lexicon().office(phrase))).flatten()
    }

    /// The longest phrase from token `at` on that `known` knows.
    fn longest<T>(&self, at: usize, end: usize, known: impl Fn(&str) -> Option<T>) -> Option<(Range<usize>, T)> {
        if self.kind(at) != Some(TokenKind::Word) {
            return None;
        }
        let most = (at + self.opening(at).most(self.word(at + 1))).min(end).min(self.tokens.len());
        let more = (at + 1..most).take_while(|&next| self.has(next, Trait::InPhrase)).count();
        (at + 1..=most.min(at + 1 + more)).rev().find_map(|to| known(&self.words(at..to)).map(|value| (at..to, value)))
    }
}
