//! The words of `data/meetings.tsv`: nouns and verbs that tell of meetings.

use std::sync::LazyLock;

use rapporteur_model::Mode;

use crate::reading::{lexicon::WordMap, text::Text, traits::Trait};

/// What a word has to do with a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Noun,
    /// A noun that is a meeting only where it is had with somebody.
    Talk,
    Meal,
    Holding,
    /// Beginning, ending or going on with a meeting.
    Passing,
    /// Coming to a meeting of others.
    Joining,
    Meeting,
    Speaking,
    Receiving,
}

/// A word that tells of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) lemma: &'static str,
    pub(super) sort: Sort,
    /// What the word itself says of how they met.
    pub(super) mode: Option<Mode>,
    /// The word after the first: "down" of "sat down".
    particle: Option<&'static str>,
}

static ENTRIES: LazyLock<WordMap<&'static str, Vec<Entry>>> = LazyLock::new(load);

fn load() -> WordMap<&'static str, Vec<Entry>> {
    let mut entries: WordMap<&'static str, Vec<Entry>> = WordMap::default();
    let lines = include_str!("../../../data/meetings.tsv").lines();
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let [lemma, forms, sort, mode] = line.split('\t').collect::<Vec<_>>()[..] else { continue };
        let Some(sort) = sort_named(sort) else { continue };
        for form in forms.split('|') {
            let (first, particle) = form.split_once(' ').map_or((form, None), |(first, rest)| (first, Some(rest)));
            entries.entry(first).or_default().push(Entry { lemma, sort, mode: mode_named(mode), particle });
        }
    }
    entries
}

fn sort_named(name: &str) -> Option<Sort> {
    Some(match name {
        "noun" => Sort::Noun,
        "meal" => Sort::Meal,
        "talk" => Sort::Talk,
        "holding" => Sort::Holding,
        "passing" => Sort::Passing,
        "joining" => Sort::Joining,
        "meeting" => Sort::Meeting,
        "speaking" => Sort::Speaking,
        "receiving" => Sort::Receiving,
        _ => return None,
    })
}

fn mode_named(name: &str) -> Option<Mode> {
    match name {
        "phone" => Some(Mode::Phone),
        "video" => Some(Mode::Video),
        _ => None,
    }
}

/// The verb of a meeting at token `at`, and where its words end.
pub(super) fn verb_at(text: &Text<'_>, at: usize) -> Option<(Entry, usize)> {
    let is_verb = |entry: &&Entry| !matches!(entry.sort, Sort::Noun | Sort::Meal | Sort::Talk);
    let fits = |entry: &&Entry| entry.particle.is_none_or(|particle| text.is(at + 1, particle));
    let entry = *entries(text, at).iter().filter(is_verb).find(fits)?;
    Some((entry, at + 1 + usize::from(entry.particle.is_some())))
}

/// The noun of a meeting at token `at`; a meal or a talk is one only where `with_meals`.
pub(super) fn noun_at(text: &Text<'_>, at: usize, with_meals: bool) -> Option<Entry> {
    let is_noun =
        |entry: &&Entry| entry.sort == Sort::Noun || (with_meals && matches!(entry.sort, Sort::Meal | Sort::Talk));
    entries(text, at).iter().find(is_noun).copied()
}

/// Whether a word, in lower case, is a noun of a meeting, or of a talk or a meal that can be one.
pub(super) fn is_noun(word: &str) -> bool {
    let entries = ENTRIES.get(word).map_or(&[][..], Vec::as_slice);
    entries.iter().any(|entry| matches!(entry.sort, Sort::Noun | Sort::Meal | Sort::Talk) && entry.particle.is_none())
}

/// The words, in lower case, that can begin what tells of a meeting.
pub(in crate::reading) fn tells_of_meeting() -> impl Iterator<Item = &'static str> {
    ENTRIES.keys().copied()
}

fn entries(text: &Text<'_>, at: usize) -> &'static [Entry] {
    if !text.has(at, Trait::Meets) {
        return &[];
    }
    let known =
        if text.starts_with_capital(at) { ENTRIES.get(text.lower(at).as_str()) } else { ENTRIES.get(text.word(at)) };
    known.map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_known_and_in_its_place() {
        let rows: Vec<Vec<&str>> = include_str!("../../../data/meetings.tsv")
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(|line| line.split('\t').collect())
            .collect();
        for row in &rows {
            assert_eq!(row.len(), 4, "{row:?}");
            assert!(sort_named(row[2]).is_some(), "{row:?}");
            assert!(row[3] == "-" || mode_named(row[3]).is_some(), "{row:?}");
        }
        let lemmas: Vec<&str> = rows.iter().map(|row| row[0]).collect();
        assert!(lemmas.windows(2).all(|pair| pair[0] < pair[1]), "{lemmas:?}");
    }
}
