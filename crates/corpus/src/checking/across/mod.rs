//! What articles say against each other, which none of them shows alone.
//!
//! An [`Abstract`] is what is kept of each article while a corpus is gone through: hashes and spans, some hundred bytes.
//! [`across`] compares them all. It sorts keys and looks at neighbours, never at all pairs, so that a corpus ten times
//! as large takes ten times as long; and what a thousand articles have in common is one finding, not a thousand.

mod abstracts;
mod folding;
mod sketch;

use std::ops::Range;

pub use abstracts::Abstract;
pub(super) use abstracts::{HolderKey, MeetingKey};
pub(super) use folding::NameWords;

use super::{
    Diagnostic, Level, Levels, Place, Rule, Subject,
    rule::Findings,
    rules::{
        doubled_article, id_given_twice, meeting_told_differently, name_spelled_differently, nearly_doubled_article,
        office_held_twice, quantity_told_differently, quotation_of_two_speakers,
    },
};
use rapporteur_model::Span;

/// Looks for a flaw in many articles at once.
pub(super) type CheckAcross = fn(&Corpus<'_>, &mut FindingsAcross<'_>);

/// The rules that compare articles, with how they do.
const RULES: [(&Rule, CheckAcross); 8] = [
    (&doubled_article::RULE, doubled_article::check_across),
    (&nearly_doubled_article::RULE, nearly_doubled_article::check_across),
    (&meeting_told_differently::RULE, meeting_told_differently::check_across),
    (&name_spelled_differently::RULE, name_spelled_differently::check_across),
    (&office_held_twice::RULE, office_held_twice::check_across),
    (&quotation_of_two_speakers::RULE, quotation_of_two_speakers::check_across),
    (&quantity_told_differently::RULE, quantity_told_differently::check_across),
    (&id_given_twice::RULE, id_given_twice::check_across),
];

/// What the rules of family `X` find wrong with articles beside each other, ordered by the rules' codes.
///
/// All labels name their entry by its place in `abstracts`; the primary one is in the latest of them. A finding shows
/// the first few of the entries that it is about and says how many more there are. Of one rule at most 10,000 findings
/// are given; a note on the last says how many more there are.
pub fn across(abstracts: &[Abstract], levels: &Levels) -> Vec<Diagnostic> {
    across_concerning(abstracts, levels, &|_| true)
}

/// As [`across`], but only what concerns an article that `is_wanted` says, by its place in `abstracts`, is wanted. All
/// are compared all the same, and what concerns no wanted one takes no room from what does.
pub fn across_concerning(
    abstracts: &[Abstract],
    levels: &Levels,
    is_wanted: &dyn Fn(usize) -> bool,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let wanted = RULES.iter().filter(|(rule, _)| levels.of(rule) > Level::Allow);
    let mut corpus = None;
    for &(rule, check) in wanted {
        let corpus = corpus.get_or_insert_with(|| Corpus::new(abstracts));
        let mut findings = FindingsAcross { rule, level: levels.of(rule), is_wanted, found: Vec::new(), left_out: 0 };
        check(corpus, &mut findings);
        if let (1.., Some(last)) = (findings.left_out, findings.found.last_mut()) {
            last.note(format!("{} more findings of this rule are left out", findings.left_out));
        }
        found.append(&mut findings.found);
    }
    found
}

/// What a rule that compares articles finds in one alone: nothing.
pub(super) fn nothing_alone(_: &Subject<'_>, _: &mut Findings) {}

/// Articles to be compared.
pub(super) struct Corpus<'a> {
    pub(super) abstracts: &'a [Abstract],
    /// For each article the first of those that it is the same as or nearly so: itself, if there is no other.
    pub(super) clusters: Vec<u32>,
}

/// A place in one of the articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Site {
    pub(super) entry: u32,
    /// Words of the article; `None` where it is meant as a whole.
    pub(super) span: Option<Span>,
}

impl<'a> Corpus<'a> {
    fn new(abstracts: &'a [Abstract]) -> Self {
        Self { abstracts, clusters: clusters(abstracts) }
    }

    /// What each article's abstract has of one sort, with the entry.
    pub(super) fn each<T: 'a>(&self, of: impl Fn(&'a Abstract) -> &'a [T] + 'a) -> impl Iterator<Item = (u32, &'a T)> {
        let numbered = (0_u32..).zip(self.abstracts);
        numbered.flat_map(move |(entry, one)| of(one).iter().map(move |item| (entry, item)))
    }
}

/// The runs of neighbours in a sorted list that have the same key.
pub(super) fn runs<T, K: PartialEq>(items: &[T], key: impl Fn(&T) -> K) -> impl Iterator<Item = &[T]> {
    items.chunk_by(move |one, other| key(one) == key(other)).filter(|run| run.len() > 1)
}

/// For each article the first of those that are the same or nearly so.
fn clusters(abstracts: &[Abstract]) -> Vec<u32> {
    let mut parents: Vec<u32> = (0_u32..).take(abstracts.len()).collect();
    let mut same: Vec<(u64, u32)> =
        (0..).zip(abstracts).filter_map(|(entry, one)| Some((one.text?.body, entry))).collect();
    same.sort_unstable();
    for run in runs(&same, |(body, _)| *body) {
        run.iter().skip(1).for_each(|&(_, entry)| join(&mut parents, run[0].1, entry));
    }
    drop(same);
    let mut band: Vec<(u64, u32)> = Vec::new();
    for at in 0..sketch::Sketch::BANDS {
        band.clear();
        // Of articles that are the same, the first stands for all.
        let distinct = (0..).zip(abstracts).filter(|(entry, _)| parents.get(*entry as usize) == Some(entry));
        band.extend(distinct.filter_map(|(entry, one)| Some((one.sketch.as_ref()?.band(at)?, entry))));
        band.sort_unstable();
        for run in runs(&band, |(key, _)| *key) {
            // Each is compared with the first and with the one before it, which is enough for what is really near and
            // does not grow with the square of the run.
            for pair in run.windows(2) {
                let [(_, before), (_, entry)] = *pair else { continue };
                let near = |other: u32| {
                    let sketch = |entry: u32| abstracts.get(entry as usize)?.sketch.as_ref();
                    sketch(other).zip(sketch(entry)).is_some_and(|(one, other)| one.is_near(other))
                };
                for other in [run[0].1, before] {
                    if near(other) {
                        join(&mut parents, other, entry);
                    }
                }
            }
        }
    }
    for entry in 0..parents.len() {
        let root = root(&mut parents, u32::try_from(entry).unwrap_or(u32::MAX));
        parents[entry] = root;
    }
    parents
}

/// The first article of a cluster; the way to it is shortened.
fn root(parents: &mut [u32], mut entry: u32) -> u32 {
    while let Some(&parent) = parents.get(entry as usize).filter(|parent| **parent != entry) {
        let grandparent = parents.get(parent as usize).copied().unwrap_or(parent);
        parents[entry as usize] = grandparent;
        entry = grandparent;
    }
    entry
}

fn join(parents: &mut [u32], one: u32, other: u32) {
    let (one, other) = (root(parents, one), root(parents, other));
    if let Some(parent) = parents.get_mut(one.max(other) as usize) {
        *parent = one.min(other);
    }
}

/// The findings of one rule in a corpus.
pub(super) struct FindingsAcross<'w> {
    rule: &'static Rule,
    level: Level,
    /// Which articles a finding must concern, one of them at least.
    is_wanted: &'w dyn Fn(usize) -> bool,
    found: Vec<Diagnostic>,
    left_out: usize,
}

impl FindingsAcross<'_> {
    /// Findings beyond these are counted only. They are more than anybody reads, since what a baseline knows and what a
    /// folder allows is taken out of them afterwards, and must not hide what is new.
    const LIMIT: usize = 10_000;
    /// Places of a finding that are shown; of more, the first and the last.
    const SHOWN: usize = 4;

    /// Adds a finding about these places, of which the latest is its own. `noun` is what the others are more of, such as
    /// "article".
    pub(super) fn report(
        &mut self,
        mut sites: Vec<Site>,
        noun: &str,
        message: impl FnOnce() -> String,
    ) -> Option<&mut Diagnostic> {
        if !sites.iter().any(|site| (self.is_wanted)(site.entry as usize)) {
            return None;
        }
        if self.found.len() == Self::LIMIT {
            self.left_out += 1;
            return None;
        }
        sites.sort_unstable();
        let last = sites.pop()?;
        let mut diagnostic = Diagnostic::new(self.rule, self.level, place(last), message());
        if let Some(label) = diagnostic.labels.first_mut() {
            label.entry = Some(last.entry as usize);
        }
        for site in sites.iter().take(Self::SHOWN - 1) {
            diagnostic.also_in(site.entry as usize, place(*site), "");
        }
        if let Some(more @ 1..) = sites.len().checked_sub(Self::SHOWN - 1) {
            diagnostic.note(format!("and {more} more {noun}{}", if more == 1 { "" } else { "s" }));
        }
        self.found.push(diagnostic);
        self.found.last_mut()
    }
}

fn place(site: Site) -> Place {
    site.span.map_or(Place::Article, Place::ArticleSpan)
}

/// The first site of each value that stands in a list of values and sites, by value.
pub(super) fn first_of_each<V: Ord + Copy>(mut valued: Vec<(V, Site)>) -> Vec<Site> {
    valued.sort_unstable();
    valued.chunk_by(|one, other| one.0 == other.0).map(|run| run[0].1).collect()
}

/// The stretches of a list, sorted by a number, in which no two neighbours are further apart than `gap`.
pub(super) fn stretches<T>(items: &[T], gap: i32, number: impl Fn(&T) -> i32) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    for at in 1..=items.len() {
        let goes_on = items.get(at).is_some_and(|item| number(item).saturating_sub(number(&items[at - 1])) <= gap);
        if !goes_on {
            all.push(start..at);
            start = at;
        }
    }
    all
}

#[cfg(test)]
mod tests;
