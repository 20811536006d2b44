//! What a word is in itself, whatever stands around it.
//!
//! The stages ask this of most tokens, several times each, so it is found once and kept with the token. It depends on
//! nothing but the word's bytes, so that the words met last are also remembered from article to article.

use std::{
    cell::RefCell,
    hash::{BuildHasher, BuildHasherDefault},
    sync::LazyLock,
};

use super::{
    clauses, language,
    lexicon::{Opening, PhraseSort, Place, WordHasher, WordMap, lexicon, lower},
    names, people, phrases, statements, summits, times,
    words::{ADVERBS, AUXILIARIES, DETERMINERS, has_form_of_adverb, has_form_of_verb},
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
    /// It is a preposition, or leads on from a noun like one.
    Preposition,
    /// A clause begins after it.
    OpensClause,
    /// It ends a noun phrase to its left.
    BreaksPhrase,
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

    fn add(&mut self, one: Trait) {
        self.0 |= 1 << one as u32;
    }

    /// What the lists of the stages say of a word.
    fn listed(word: &str, lowered: &str) -> Self {
        let listed = |word: &str| LISTED.get(word).copied().unwrap_or_default();
        let known = listed(lowered);
        let as_printed = if word == lowered { known } else { listed(word) };
        Self(known.lowered.0 | as_printed.printed.0)
    }

    fn of(word: &str, lowered: &str, opening: Opening) -> Self {
        let listed = Self::listed(word, lowered);
        let is_demonym =
            || opening.can_be(PhraseSort::Place) && matches!(lexicon().place(word), Some(Place::Demonym(_)));
        let is_name_form = names::is_name_form(word);
        let can_be_named = is_name_form && !is_demonym();
        let is_honorific = lexicon().is_honorific(word);
        let is_capital = word.starts_with(char::is_uppercase);
        let is_finite_verb = listed.has(Trait::FiniteVerb) || has_form_of_verb(word);
        let reports = !lexicon().verbs(lowered).is_empty();
        let is_reporting_noun = lexicon().is_reporting_noun(word);
        let opens_person = is_capital || is_name_form || is_honorific || listed.has(Trait::Particle);
        [
            (Trait::Small, lowered == word),
            (Trait::Capital, is_capital),
            // "M." is an honorific before a French name and an initial inside an American one.
            (Trait::FirstOfName, can_be_named && !is_honorific),
            (Trait::InName, can_be_named && names::can_follow(word)),
            (Trait::Honorific, is_honorific),
            (Trait::Joined, word.contains(['-', '–'])),
            (Trait::BeginsTime, times::has_form_of_beginning(lowered)),
            (Trait::FiniteVerb, is_finite_verb),
            (Trait::ThirdPerson, lexicon().verb_form(lowered).third),
            (Trait::Adverb, has_form_of_adverb(word)),
            (Trait::Reports, reports),
            (Trait::ReportingNoun, is_reporting_noun),
            (Trait::OpensPerson, opens_person || opening.can_be(PhraseSort::Office)),
            (Trait::OpensCue, is_finite_verb || reports || is_reporting_noun),
            (Trait::InPhrase, lexicon().can_go_on_with(word)),
        ]
        .into_iter()
        .fold(listed, |all, (one, is_so)| Self(all.0 | u32::from(is_so) << one as u32))
    }
}

/// What the lists of the stages say of a word.
#[derive(Debug, Clone, Copy, Default)]
struct Listed {
    /// Of every word whose form in lower case it is.
    lowered: Traits,
    /// Only of the word as it stands in the list.
    printed: Traits,
}

/// The words of all the lists, so that a word is looked for once and not list by list.
static LISTED: LazyLock<WordMap<&'static str, Listed>> = LazyLock::new(|| {
    let mut all: WordMap<&'static str, Listed> = WordMap::default();
    let mut lowered = |one: Trait, words: &mut dyn Iterator<Item = &'static str>| {
        words.for_each(|word| all.entry(word).or_default().lowered.add(one));
    };
    lowered(Trait::BeginsTime, &mut times::beginnings());
    lowered(Trait::BreaksPhrase, &mut phrases::BREAKS.into_iter());
    lowered(Trait::Common, &mut language::COMMON.into_iter());
    lowered(Trait::Determiner, &mut DETERMINERS.into_iter());
    lowered(Trait::ListsCompany, &mut summits::LISTING.into_iter());
    lowered(Trait::Meets, &mut summits::tells_of_meeting());
    lowered(Trait::OpensClause, &mut clauses::OPENERS.into_iter());
    lowered(Trait::OpensCue, &mut statements::FINDING.into_iter());
    lowered(Trait::OpensMeeting, &mut summits::FINDING.into_iter().chain(summits::tells_of_meeting()));
    lowered(Trait::OpensPerson, &mut people::DESCRIBING.into_iter());
    lowered(Trait::Preposition, &mut clauses::PREPOSITIONS.into_iter());
    lowered(Trait::Travels, &mut summits::travelling());
    let mut printed = |one: Trait, words: &mut dyn Iterator<Item = &'static str>| {
        words.for_each(|word| all.entry(word).or_default().printed.add(one));
    };
    printed(Trait::Adverb, &mut ADVERBS.into_iter());
    printed(Trait::EndsCompany, &mut summits::ENDS.into_iter());
    printed(Trait::FiniteVerb, &mut AUXILIARIES.into_iter());
    printed(Trait::Particle, &mut names::PARTICLES.into_iter());
    printed(Trait::SideNoun, &mut people::SIDE_NOUNS.into_iter());
    all
});

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

    #[test]
    fn a_list_tells_of_words_in_any_capitals_or_only_as_they_stand_in_it() {
        let has = |word: &str, one: Trait| Facts::found(word).traits.has(one);
        for word in ["the", "The", "THE"] {
            assert!(has(word, Trait::Determiner), "{word}");
        }
        for (word, other, one) in [
            ("also", "Also", Trait::Adverb),
            ("while", "While", Trait::EndsCompany),
            ("would", "Would", Trait::FiniteVerb),
            ("van", "Van", Trait::Particle),
            ("side", "Side", Trait::SideNoun),
        ] {
            assert!(has(word, one) && !has(other, one), "{word}");
        }
    }

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
