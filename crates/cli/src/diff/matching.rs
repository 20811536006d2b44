//! What of one record is what of another, by content: ids and offsets move with every edit.
//!
//! Every step looks keys up in a table and takes the first that is free, so the work grows with the records and not
//! with the product of their lengths, whatever they hold.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use rapporteur_model::{Excerpt, Person, PersonId, Quantity, Record, Statement, StatementId, Summit, SummitId};

use crate::facts::word;

/// Pairs of places in two lists.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// For each of the old list its partner in the new one.
    pub(super) new_of: Vec<Option<usize>>,
    /// For each of the new list its partner in the old one.
    pub(super) old_of: Vec<Option<usize>>,
}

impl Pairs {
    fn new(old: usize, new: usize) -> Self {
        Self { new_of: vec![None; old], old_of: vec![None; new] }
    }

    /// Pairs what shares a key and is still alone, in the order of the lists. A `sole` key counts only where one of each
    /// list has it.
    fn by(&mut self, old: &[Keys], new: &[Keys], sole: bool) {
        let mut free: HashMap<&str, VecDeque<usize>> = HashMap::new();
        for (index, keys) in new.iter().enumerate().filter(|(index, _)| self.old_of[*index].is_none()) {
            for key in keys {
                free.entry(key).or_default().push_back(index);
            }
        }
        if sole {
            let mut holders: HashMap<&str, usize> = HashMap::new();
            for (_, keys) in old.iter().enumerate().filter(|(index, _)| self.new_of[*index].is_none()) {
                for key in keys {
                    *holders.entry(key).or_default() += 1;
                }
            }
            free.retain(|key, indices| indices.len() == 1 && holders.get(key) == Some(&1));
        }
        for (old_index, keys) in old.iter().enumerate() {
            if self.new_of[old_index].is_some() {
                continue;
            }
            for key in keys {
                let Some(indices) = free.get_mut(key.as_str()) else { continue };
                while indices.front().is_some_and(|index| self.old_of[*index].is_some()) {
                    indices.pop_front();
                }
                if let Some(new_index) = indices.pop_front() {
                    self.new_of[old_index] = Some(new_index);
                    self.old_of[new_index] = Some(old_index);
                    break;
                }
            }
        }
    }

    /// As [`by`](Self::by), with the keys that a function gives.
    fn by_keys<T, K: IntoIterator<Item = String>>(&mut self, old: &[T], new: &[T], sole: bool, keys: impl Fn(&T) -> K) {
        let keys = |items: &[T]| items.iter().map(|item| keys(item).into_iter().collect()).collect::<Vec<Keys>>();
        self.by(&keys(old), &keys(new), sole);
    }
}

/// By what something may be known; a set, so that none counts twice.
type Keys = BTreeSet<String>;

/// Where the things of each id stand in their lists. An id that comes twice is the first one's.
#[derive(Debug)]
pub(super) struct Positions {
    pub(super) people: HashMap<PersonId, usize>,
    pub(super) summits: HashMap<SummitId, usize>,
    pub(super) statements: HashMap<StatementId, usize>,
}

impl Positions {
    pub(super) fn of(record: &Record) -> Self {
        fn positions<I: std::hash::Hash + Eq>(ids: impl Iterator<Item = I>) -> HashMap<I, usize> {
            let mut positions = HashMap::new();
            ids.enumerate().for_each(|(index, id)| {
                positions.entry(id).or_insert(index);
            });
            positions
        }
        Self {
            people: positions(record.people.iter().map(|person| person.id)),
            summits: positions(record.summits.iter().map(|summit| summit.id)),
            statements: positions(record.statements.iter().map(|statement| statement.id)),
        }
    }
}

/// What of two records belongs together.
#[derive(Debug)]
pub(super) struct Matching {
    pub(super) people: Pairs,
    pub(super) summits: Pairs,
    pub(super) statements: Pairs,
    pub(super) quantities: Pairs,
}

impl Matching {
    pub(super) fn of(old: &Record, new: &Record) -> Self {
        // Offsets mean the same only where the text is the same.
        let same_text = old.source == new.source;
        let people = people(&old.people, &new.people, same_text);
        Self {
            summits: summits(old, new, &people, same_text),
            statements: statements(&old.statements, &new.statements, same_text),
            quantities: quantities(&old.quantities, &new.quantities, same_text),
            people,
        }
    }
}

/// Words that stand for anybody.
const PRONOUNS: [&str; 12] = ["he", "her", "hers", "him", "his", "it", "its", "she", "their", "theirs", "them", "they"];

fn people(old: &[Person], new: &[Person], same_text: bool) -> Pairs {
    let mut pairs = Pairs::new(old.len(), new.len());
    pairs.by_keys(old, new, false, |person| person.name.iter().map(|name| name.value().clone()).collect::<Vec<_>>());
    if same_text {
        pairs.by_keys(old, new, false, |person| starts(&person.mentions));
    }
    pairs.by_keys(old, new, true, |person| {
        let texts = person.mentions.iter().map(|mention| mention.text.to_lowercase());
        texts.filter(|text| !PRONOUNS.contains(&text.as_str())).collect::<Vec<_>>()
    });
    pairs
}

fn starts(excerpts: &[Excerpt]) -> Vec<String> {
    excerpts.iter().map(|excerpt| excerpt.span.start().to_string()).collect()
}

fn summits(old: &Record, new: &Record, people: &Pairs, same_text: bool) -> Pairs {
    let positions = (Positions::of(old), Positions::of(new));
    // People are called by their place in the new record, and those who are only in the old one by a name of its own.
    let old_name = |id: PersonId| match positions.0.people.get(&id).and_then(|index| *people.new_of.get(*index)?) {
        Some(new_index) => new_index.to_string(),
        None => format!("-{id}"),
    };
    let new_name = |id: PersonId| positions.1.people.get(&id).map_or_else(|| format!("+{id}"), usize::to_string);
    let who = |summit: &Summit, name: &dyn Fn(PersonId) -> String| {
        let names = summit.participants.iter().map(|participant| {
            let person = participant.person.map(name);
            person.unwrap_or_else(|| format!("“{}", participant.excerpt.text))
        });
        let mut names: Vec<String> = names.collect();
        names.sort();
        names.join(" ")
    };
    let keys = |with_day: bool| {
        let of = |summit: &Summit, name: &dyn Fn(PersonId) -> String| {
            let who = who(summit, name);
            let begins = summit.begins.as_ref().filter(|_| with_day);
            let day = begins.map(|begins| word(begins.time.value())).unwrap_or_default();
            let key = (!who.is_empty()).then(|| format!("{who} {day}"));
            key.into_iter().collect::<Keys>()
        };
        let old: Vec<Keys> = old.summits.iter().map(|summit| of(summit, &old_name)).collect();
        let new: Vec<Keys> = new.summits.iter().map(|summit| of(summit, &new_name)).collect();
        (old, new)
    };
    let mut pairs = Pairs::new(old.summits.len(), new.summits.len());
    let (old_keys, new_keys) = keys(true);
    pairs.by(&old_keys, &new_keys, false);
    if same_text {
        pairs.by_keys(&old.summits, &new.summits, false, |summit| starts(&summit.mentions));
    }
    let (old_keys, new_keys) = keys(false);
    pairs.by(&old_keys, &new_keys, false);
    pairs.by_keys(&old.summits, &new.summits, true, |summit| {
        summit.mentions.iter().map(|mention| mention.text.clone()).collect::<Vec<_>>()
    });
    pairs
}

fn statements(old: &[Statement], new: &[Statement], same_text: bool) -> Pairs {
    let text = |excerpt: Option<&Excerpt>| excerpt.map(|excerpt| excerpt.text.clone()).unwrap_or_default();
    let words =
        |statement: &Statement| statement.parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join("\n");
    let mut pairs = Pairs::new(old.len(), new.len());
    pairs.by_keys(old, new, false, |statement| {
        let speaker = statement.speaker.as_ref().map_or("", |speaker| speaker.anchor.text.as_str());
        [format!("{}\n{}\n{speaker}", words(statement), text(statement.cue.as_ref()))]
    });
    pairs.by_keys(old, new, false, |statement| [words(statement)]);
    if same_text {
        pairs.by_keys(old, new, false, |statement| {
            statement.cue.iter().map(|cue| cue.span.to_string()).collect::<Vec<_>>()
        });
        pairs.by_keys(old, new, false, |statement| {
            let ends = statement.parts.iter().map(|part| format!("-{}", part.span.end()));
            starts(&statement.parts).into_iter().chain(ends).collect::<Vec<_>>()
        });
    }
    // In another text, the beginning or the end of the words must say that they are the same.
    pairs.by_keys(old, new, true, |statement| {
        const SAME: usize = 4;
        let mut keys = Vec::new();
        for part in &statement.parts {
            let words: Vec<&str> = part.text.split_whitespace().take(SAME).collect();
            let mut last: Vec<&str> = part.text.split_whitespace().rev().take(SAME).collect();
            last.reverse();
            if words.len() == SAME {
                keys.extend([format!("{} …", words.join(" ")), format!("… {}", last.join(" "))]);
            }
        }
        keys
    });
    // Where one statement of somebody is left on each side, reported alike, its words have changed.
    pairs.by_keys(old, new, true, |statement| {
        let speaker = statement.speaker.as_ref().map(|speaker| speaker.anchor.text.as_str());
        speaker.map(|speaker| format!("{speaker}\n{}", text(statement.cue.as_ref())))
    });
    pairs
}

fn quantities(old: &[Quantity], new: &[Quantity], same_text: bool) -> Pairs {
    let mut pairs = Pairs::new(old.len(), new.len());
    pairs.by_keys(old, new, false, |quantity| {
        [format!("{} {} {}", quantity.value, quantity.unit, quantity.excerpt.text)]
    });
    if same_text {
        pairs.by_keys(old, new, false, |quantity| [quantity.excerpt.span.start().to_string()]);
    }
    pairs.by_keys(old, new, true, |quantity| [quantity.excerpt.text.clone()]);
    pairs
}

/// How often each of the words stands in the one list and not in the other.
pub(super) fn surplus<'e>(ones: &'e [Excerpt], others: &[Excerpt]) -> Vec<(&'e str, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for other in others {
        *counts.entry(&other.text).or_default() += 1;
    }
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut surplus: Vec<(&str, usize)> = Vec::new();
    for one in ones {
        if let Some(count) = counts.get_mut(one.text.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            continue;
        }
        let place = *places.entry(&one.text).or_insert(surplus.len());
        match surplus.get_mut(place) {
            Some((_, count)) => *count += 1,
            None => surplus.push((&one.text, 1)),
        }
    }
    surplus
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(old: &[&str], new: &[&str], sole: bool) -> Vec<Option<usize>> {
        let mut pairs = Pairs::new(old.len(), new.len());
        pairs.by_keys(old, new, sole, |words| words.split(' ').map(str::to_owned).collect::<Vec<_>>());
        pairs.new_of
    }

    #[test]
    fn what_shares_a_key_is_paired_in_order() {
        assert_eq!(pairs(&["a", "b", "a"], &["a", "c b", "a", "a"], false), [Some(0), Some(1), Some(2)]);
        assert_eq!(pairs(&["a", "b"], &["b"], false), [None, Some(0)]);
        assert_eq!(pairs(&["a x", "a y"], &["a z", "y"], true), [None, Some(1)]);
    }

    #[test]
    fn a_hundred_thousand_of_a_kind_are_paired_at_once() {
        let (old, new) = (vec!["same key"; 100_000], vec!["key same"; 100_000]);
        assert_eq!(pairs(&old, &new, false).iter().flatten().count(), 100_000);
        assert_eq!(pairs(&old, &new, true).iter().flatten().count(), 0);
    }

    #[test]
    fn pronouns_are_sorted() {
        assert!(PRONOUNS.is_sorted());
    }
}
