//! What a word is in itself, whatever stands around it.
//!
//! The stages ask this of most tokens, several times each, so it is found once and kept with the token. It depends on
//! nothing but the word's bytes, so that the words met last are also remembered from article to article.

use std::{
    cell::RefCell,
    hash::{BuildHasher, BuildHasherDefault},
};

use super::{
    language,
    lexicon::{Opening, PhraseSort, Place, WordHasher, lexicon, lower},
    names, people, statements, summits, times,
    words::{DETERMINERS, is_adverb, is_finite_verb},
};

/// What a stage wants to know of a word, as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trait {
    /// No letter of it is a capital.
    Small,
    /// It begins with a capital.
    Capital,
    /// A name can begin with it.
    FirstOfName,
    /// It can stand in a name behind the first word.
    InName,
    /// It is a small word between those of a name: "van".
    Particle,
    /// "Mr.", "Dr".
    Honorific,
    /// It has a hyphen or a dash inside.
    Joined,
    /// A time can begin with it.
    BeginsTime,
    /// It can hardly be anything but a finite verb.
    FiniteVerb,
    /// In lower case, it can be the third person of a common verb.
    ThirdPerson,
    /// It is an adverb, as far as its form tells.
    Adverb,
    /// It opens a noun phrase.
    Determiner,
    /// A verb that reports can begin with it, whatever its capitals.
    Reports,
    /// It is a noun that reports.
    ReportingNoun,
    /// A noun or verb of a meeting can begin with it, whatever its capitals.
    Meets,
    /// The words of one who is named or described can begin with it, or those of a country.
    OpensPerson,
    /// A phrase that tells of a meeting can be found by it.
    OpensMeeting,
    /// A cue can be found by it.
    OpensCue,
    /// It is a noun for those of one country at a table.
    SideNoun,
    /// A list of people at a meeting can be found by it.
    ListsCompany,
    /// A journey can be found by it.
    Travels,
    /// A clause of those who were at a meeting ends with it.
    EndsCompany,
    /// A phrase of the lexicon can go on with it.
    InPhrase,
    /// It is one of the words that make up a third of any English text.
    Common,
}

#[cfg(test)]
impl Trait {
    /// Whether a stage asks it only to pass over tokens from which it would find nothing.
    pub(super) fn only_saves_looks(self) -> bool {
        matches!(
            self,
            Self::BeginsTime
                | Self::InPhrase
                | Self::ListsCompany
                | Self::OpensCue
                | Self::OpensMeeting
                | Self::OpensPerson
                | Self::Travels
        )
    }
}

/// All that is so of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Traits(u32);

impl Traits {
    pub(super) fn has(self, one: Trait) -> bool {
        self.0 & 1 << one as u32 != 0
    }

    fn of(word: &str, lowered: &str, opening: Opening) -> Self {
        let is_demonym =
            || opening.can_be(PhraseSort::Place) && matches!(lexicon().place(word), Some(Place::Demonym(_)));
        let can_be_named = names::is_name_form(word) && !is_demonym();
        let is_capital = word.starts_with(char::is_uppercase);
        let is_finite_verb = is_finite_verb(word);
        let reports = !lexicon().verbs(lowered).is_empty();
        let is_reporting_noun = lexicon().is_reporting_noun(word);
        let meets = summits::tells_of_meeting(lowered);
        [
            (Trait::Small, lowered == word),
            (Trait::Capital, is_capital),
            (Trait::FirstOfName, can_be_named && names::can_open(word)),
            (Trait::InName, can_be_named && names::can_follow(word)),
            (Trait::Particle, names::is_particle(word)),
            (Trait::Honorific, lexicon().is_honorific(word)),
            (Trait::Joined, word.contains(['-', '–'])),
            (Trait::BeginsTime, times::can_begin(lowered)),
            (Trait::FiniteVerb, is_finite_verb),
            (Trait::ThirdPerson, lexicon().verb_form(lowered).third),
            (Trait::Adverb, is_adverb(word)),
            (Trait::Determiner, DETERMINERS.binary_search(&lowered).is_ok()),
            (Trait::Reports, reports),
            (Trait::ReportingNoun, is_reporting_noun),
            (Trait::Meets, meets),
            (Trait::OpensPerson, is_capital || opening.can_be(PhraseSort::Office) || people::can_open(word, lowered)),
            (Trait::OpensMeeting, meets || summits::can_find_meeting(lowered)),
            (Trait::OpensCue, is_finite_verb || reports || is_reporting_noun || statements::can_find_cue(lowered)),
            (Trait::SideNoun, people::is_side_noun(word)),
            (Trait::ListsCompany, summits::can_list_company(lowered)),
            (Trait::EndsCompany, summits::can_end_company(word)),
            (Trait::InPhrase, lexicon().can_go_on_with(word)),
            (Trait::Travels, summits::can_travel(lowered)),
            (Trait::Common, language::is_common(lowered)),
        ]
        .into_iter()
        .filter(|(_, is_so)| *is_so)
        .fold(Self::default(), |all, (one, _)| Self(all.0 | 1 << one as u32))
    }
}

/// What phrases can begin with a word, and what it is in itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) opening: Opening,
    pub(super) traits: Traits,
}

impl Facts {
    /// The facts of a word, remembered or found.
    pub(super) fn of(word: &str) -> Self {
        let Some(place) = place_of(word) else { return Self::found(word) };
        REMEMBERED.with_borrow_mut(|remembered| {
            let known = &mut remembered[place];
            if known.word() != word.as_bytes() {
                known.take(word.as_bytes(), Self::found(word));
            }
            known.facts
        })
    }

    fn found(word: &str) -> Self {
        let is_word = word.starts_with(char::is_alphabetic);
        let lowered = lower(word.into());
        let opening = if is_word { lexicon().opening(word) } else { Opening::default() };
        Self { opening, traits: Traits::of(word, &lowered, opening) }
    }
}

/// So many words are remembered; of two that fall on one place, the later one.
const PLACES: usize = 1 << 14;

/// Longer words are too rare to be remembered.
const LONGEST: usize = 22;

/// A word with its facts.
#[derive(Debug, Clone, Copy, Default)]
struct Remembered {
    bytes: [u8; LONGEST],
    length: u8,
    facts: Facts,
}

impl Remembered {
    fn word(&self) -> &[u8] {
        &self.bytes[..usize::from(self.length)]
    }

    fn take(&mut self, word: &[u8], facts: Facts) {
        self.bytes[..word.len()].copy_from_slice(word);
        self.length = u8::try_from(word.len()).unwrap_or_default();
        self.facts = facts;
    }
}

thread_local! {
    static REMEMBERED: RefCell<Box<[Remembered]>> = RefCell::new(vec![Remembered::default(); PLACES].into());
}

/// Where a word is remembered; `None` where none of its length is. Words that are made to fall on one place only have
/// to be found anew.
fn place_of(word: &str) -> Option<usize> {
    let hash = BuildHasherDefault::<WordHasher>::default().hash_one(word);
    let place = usize::try_from(hash % PLACES as u64).ok()?;
    (!word.is_empty() && word.len() <= LONGEST).then_some(place)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// What is remembered is what would be found, whichever words came before.
    #[test]
    fn a_remembered_word_is_what_it_was() {
        let words = include_str!("../../data/verbs.tsv").split(['\t', '\n', ' ', '|']);
        let words: Vec<&str> = words.chain(["The", "THE", "tHe", "Jan.", "O'Neill", "19th", "½", "—", ""]).collect();
        let distinct: HashSet<&str> = words.iter().copied().collect();
        let places: HashSet<Option<usize>> = distinct.iter().map(|word| place_of(word)).collect();
        assert!(places.len() < distinct.len(), "no two words fall on one place");
        for word in words.iter().chain(words.iter().rev()) {
            assert_eq!(Facts::of(word), Facts::found(word), "{word}");
        }
    }
}
