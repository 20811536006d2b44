use std::collections::{BTreeMap, HashMap, HashSet};

use memchr::memmem;
use rapporteur_model::{BlockKind, Record};
use serde_json::{Value, json};

use super::printing;
use crate::{document::Document, reading};

/// What became of a record's words after its article was edited.
#[derive(Debug, Clone, Default)]
pub(crate) struct Moved {
    /// The record of the article as it is now, with its old seal; none where words are gone.
    pub(crate) record: Option<Record>,
    /// Whether each of the words can stand at one place only.
    pub(crate) is_certain: bool,
    /// Whether the record says the same of the same blocks, so that nothing but offsets changed.
    pub(crate) is_same: bool,
    /// Words that no longer stand in the article, in the order in which they stood there.
    pub(crate) gone: Vec<String>,
    /// Words that stand at more than one place, of which the nearest was taken.
    pub(crate) doubtful: Vec<String>,
}

/// So many bytes are searched for a record's words. A record of any size that people write needs far fewer.
const MOST_SEARCHED: usize = 1 << 30;

/// So many places of the same words are looked at.
const MOST_PLACES: usize = 256;

/// Finds the words of a record in its article after the article was edited.
///
/// The article as it was is not at hand, so the words themselves show what moved. Those that stand once are where they
/// stand, and the longest run of them that kept its order guides the others: what lay inside such words lies there
/// still, and what lay between two of them lies between them. Where these have moved alike, so has what is between;
/// else the others count off, if as many places are there as the record has words for. The rest goes to the nearest
/// place, which is a guess. Blocks are those of the document.
pub(crate) fn reanchor(record: &Record, document: &Document<'_>) -> Moved {
    let mut tree = printing::tree(record);
    let mut words = BTreeMap::new();
    collect(&tree, &mut words);
    let Some(places) = places(&words, document.text(), record.source.bytes) else { return Moved::default() };
    let mut moved = Moved { is_certain: true, ..Moved::default() };
    for ((_, text), place) in words.keys().zip(&places) {
        match place {
            Place::At(_) => {}
            Place::Perhaps(_) => moved.doubtful.push(text.clone()),
            Place::Gone => moved.gone.push(text.clone()),
        }
    }
    moved.is_certain = moved.doubtful.is_empty() && moved.gone.is_empty();
    if !moved.gone.is_empty() {
        return moved;
    }
    for (start, place) in words.values_mut().zip(places) {
        *start = place.start();
    }
    put(&mut tree, &words);
    tree["source"] = json!(reading::source(document.text()));
    tree["article"]["blocks"] = json!(document.blocks());
    if let Value::Object(members) = &mut tree {
        members.shift_remove("text");
    }
    moved.record = serde_json::from_value(tree).ok();
    let kinds = |record: &Record| record.article.blocks.iter().map(|block| block.kind).collect::<Vec<_>>();
    let head =
        |kinds: &[BlockKind]| kinds.iter().copied().filter(|kind| *kind != BlockKind::Paragraph).collect::<Vec<_>>();
    let (was, now) = (kinds(record), moved.record.as_ref().map(kinds).unwrap_or_default());
    moved.is_same = was == now;
    // Paragraphs come and go with an edit; any other block may be one that a person named otherwise than the program.
    moved.is_certain &= head(&was) == head(&now);
    moved
}

/// The words of a record by where they stood, and where they stand now: 0 for a start.
type Words = BTreeMap<(u64, String), usize>;

/// Where words stand now.
enum Place {
    At(usize),
    Perhaps(usize),
    Gone,
}

impl Place {
    fn start(&self) -> usize {
        match self {
            Self::At(start) | Self::Perhaps(start) => *start,
            Self::Gone => 0,
        }
    }
}

fn collect(value: &Value, words: &mut Words) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
        Value::Object(members) => {
            if let (Some(Value::String(text)), Some(start)) = (members.get("text"), start(value)) {
                words.insert((start, text.clone()), 0);
            }
            members.values().for_each(|member| collect(member, words));
        }
        _ => {}
    }
}

fn start(span: &Value) -> Option<u64> {
    span.get("start")?.as_u64()
}

fn put(value: &mut Value, words: &Words) {
    let found = match (value.get("text"), start(value)) {
        (Some(Value::String(text)), Some(start)) => {
            words.get(&(start, text.clone())).map(|&now| (now, now + text.len()))
        }
        _ => None,
    };
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| put(item, words)),
        Value::Object(members) => {
            if let Some((start, end)) = found {
                members.insert("start".to_owned(), start.into());
                members.insert("end".to_owned(), end.into());
            }
            members.values_mut().for_each(|member| put(member, words));
        }
        _ => {}
    }
}

/// Words that stand once, or an end of the text: what lies between two of them can be found by them.
#[derive(Clone, Copy)]
struct Guide {
    was: u64,
    was_end: u64,
    now: usize,
}

impl Guide {
    /// Where a byte is that stood at `at`, if it moved as the guide did.
    fn carried(self, at: u64) -> Option<usize> {
        let ahead = i64::try_from(at).ok()?.checked_sub(i64::try_from(self.was).ok()?)?;
        usize::try_from(i64::try_from(self.now).ok()?.checked_add(ahead)?).ok()
    }
}

/// Where each of the words stands now; none where the search would take too long.
fn places(words: &Words, text: &str, was_bytes: u32) -> Option<Vec<Place>> {
    let mut found: HashMap<&str, Vec<usize>> = HashMap::new();
    for (_, words) in words.keys() {
        found.entry(words).or_default();
    }
    if found.len().saturating_mul(text.len()) > MOST_SEARCHED {
        return None;
    }
    for (words, places) in &mut found {
        *places = occurrences(text, words);
    }
    let once = |words: &str| found.get(words).filter(|places| places.len() == 1).map(|places| places[0]);
    let guides: Vec<Guide> = words
        .keys()
        .filter_map(|(was, words)| Some(Guide { was: *was, was_end: was + words.len() as u64, now: once(words)? }))
        .collect();
    let guides = in_order(&guides);
    let kept_order: HashSet<(u64, usize)> = guides.iter().map(|guide| (guide.was, guide.now)).collect();
    let ends = (
        Guide { was: 0, was_end: 0, now: 0 },
        Guide { was: was_bytes.into(), was_end: was_bytes.into(), now: text.len() },
    );
    // Which words lie between the same two guides: they count off together.
    let mut between: HashMap<(usize, &str), Vec<u64>> = HashMap::new();
    let guide_of = |was: u64| guides.partition_point(|guide| guide.was <= was);
    for (was, words) in words.keys() {
        between.entry((guide_of(*was), words)).or_default().push(*was);
    }
    let mut furthest: Option<Guide> = None;
    let mut next = 0;
    let place = |(was, words): &(u64, String)| {
        while let Some(guide) = guides.get(next).filter(|guide| guide.was <= *was) {
            if furthest.is_none_or(|other| other.was_end <= guide.was_end) {
                furthest = Some(*guide);
            }
            next += 1;
        }
        let stands =
            |at: &usize| !words.is_empty() && text.get(*at..at.saturating_add(words.len())) == Some(words.as_str());
        if let Some(at) = once(words) {
            return if kept_order.contains(&(*was, at)) { Place::At(at) } else { Place::Perhaps(at) };
        }
        let around = furthest.filter(|guide| guide.was_end >= was + words.len() as u64);
        if let Some(at) = around.and_then(|guide| guide.carried(*was)).filter(stands) {
            return Place::At(at);
        }
        let (before, after) =
            (next.checked_sub(1).map_or(ends.0, |index| guides[index]), guides.get(next).copied().unwrap_or(ends.1));
        let carried = [before.carried(*was), after.carried(*was)];
        if let [Some(one), Some(other)] = carried
            && one == other
            && (stands(&one) || (words.is_empty() && text.is_char_boundary(one)))
        {
            return Place::At(one);
        }
        let all = found.get(words.as_str()).map_or(&[][..], Vec::as_slice);
        let is_all = all.len() < MOST_PLACES;
        let candidates = &all[all.partition_point(|&at| at < before.now)..all.partition_point(|&at| at <= after.now)];
        let companions = between.get(&(next, words.as_str())).map_or(&[][..], Vec::as_slice);
        if is_all
            && candidates.len() == companions.len()
            && let Some(&at) = companions.binary_search(was).ok().and_then(|index| candidates.get(index))
        {
            return Place::At(at);
        }
        let far = |at: usize| carried.into_iter().flatten().map(|there| there.abs_diff(at)).min();
        let nearest = candidates
            .iter()
            .chain(carried.iter().flatten().filter(|at| stands(at)))
            .copied()
            .min_by_key(|&at| far(at));
        nearest.or_else(|| all.iter().copied().min_by_key(|&at| far(at))).map_or(Place::Gone, Place::Perhaps)
    };
    Some(words.keys().map(place).collect())
}

/// The first places of the words, overlapping ones included.
fn occurrences(text: &str, words: &str) -> Vec<usize> {
    let finder = memmem::Finder::new(words);
    let mut places = Vec::new();
    let mut from = 0;
    while !words.is_empty() && places.len() < MOST_PLACES {
        let Some(at) = text.as_bytes().get(from..).and_then(|rest| finder.find(rest)) else { break };
        places.push(from + at);
        from += at + 1;
    }
    places
}

/// The longest run of guides that kept their order.
fn in_order(guides: &[Guide]) -> Vec<Guide> {
    // For each length the guide that ends a run of it earliest, and for each guide the one before it in its run.
    let mut last: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(guides.len());
    for (index, guide) in guides.iter().enumerate() {
        let length = last.partition_point(|&other| guides[other].now <= guide.now);
        before.push(length.checked_sub(1).map(|shorter| last[shorter]));
        match last.get_mut(length) {
            Some(slot) => *slot = index,
            None => last.push(index),
        }
    }
    let mut run = Vec::with_capacity(last.len());
    let mut at = last.last().copied();
    while let Some(index) = at {
        run.push(guides[index]);
        at = before[index];
    }
    run.reverse();
    run
}
