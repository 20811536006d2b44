use std::{ops::Range, sync::Arc};

use rapporteur_model::{Record, Review};

use super::{Diagnostic, Input, Level, Levels, Place, Subject, check};
use crate::record_file::{self, FiledRecord};

/// How the program can mend what a rule found.
///
/// A fix is complete: applied alone, it leaves files that are printed and sealed as they should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// Whether it can be applied without being looked at.
    pub safety: Safety,
    /// What it does, as an order without a stop. It may quote the record as it is: escape it before showing it.
    pub title: String,
    /// What is replaced by what. No two overlap.
    pub edits: Vec<Edit>,
}

/// Whether a fix changes what a record says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Safety {
    /// It says the same in the right form, or only one outcome is possible.
    Safe,
    /// It may change what is said, so a person should look at the outcome.
    Unsafe,
}

impl Safety {
    /// The name, as in the JSON form of findings.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Unsafe => "unsafe",
        }
    }
}

/// One replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced: the words of a span, the JSON of a value, or a whole file.
    pub place: Place,
    /// What stands there afterwards.
    pub text: String,
}

impl Fix {
    /// The record's file with another record in it, sealed anew where the record was sealed rightly before. None where
    /// the file holds what printing would lose.
    pub(super) fn rewriting(file: FiledRecord<'_>, mut record: Record, title: impl Into<String>) -> Option<Self> {
        if !file.unknown.is_empty() {
            return None;
        }
        if record.review == Review::Reviewed && record_file::is_sealed(file.record) {
            record.seal = Some(record_file::seal(&record));
        }
        let edits = vec![Edit { place: Place::Record, text: record_file::print(&record) }];
        Some(Self { safety: Safety::Safe, title: title.into(), edits })
    }

    /// The same fix, to be looked at before it is applied.
    pub(super) fn if_unsafe(mut self, is_unsafe: bool) -> Self {
        if is_unsafe {
            self.safety = Safety::Unsafe;
        }
        self
    }
}

/// What fixes have made of an article and its record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mended {
    /// The article's new text; `None` where it stays as it is.
    pub article: Option<String>,
    /// The new text of the record's file; `None` where it stays as it is.
    pub record: Option<String>,
    /// How many findings were mended.
    pub fixed: usize,
}

/// Applies the fixes of what is found, and those of what is found then, until nothing is left that `most` allows to be
/// applied. Findings that are not reported at these levels, or that the record allows, are not mended either.
///
/// Safe fixes are not kept where they would leave more denied findings than there were.
///
/// ```
/// use rapporteur_corpus::{
///     checking::{Input, Levels, Safety, Subject, check, mend},
///     document::{Document, Limits},
///     reading, record_file,
/// };
///
/// let text = "The leaders met.\n";
/// let record = reading::read(&Document::parse(text), "old-name").record;
/// let json = record_file::print(&record);
/// let subject = Subject::new("new-name", Input::Bytes(text.as_bytes()), Input::Bytes(json.as_bytes()), Limits::default());
///
/// let mended = mend(&subject, &Levels::default(), Safety::Safe);
/// assert_eq!(mended.fixed, 1);
/// assert!(mended.record.is_some_and(|json| json.contains("\"id\": \"new-name\"")));
/// ```
pub fn mend(subject: &Subject<'_>, levels: &Levels, most: Safety) -> Mended {
    /// Each round may uncover what the one before hid, and rules hide at most a few things from each other.
    const ROUNDS: usize = 16;

    let mut mended = Mended::default();
    let mut found = check(subject, levels);
    for _ in 0..ROUNDS {
        let applied = apply(&with(subject, &mended), &found, most);
        if applied.fixed == 0 {
            break;
        }
        let next = Mended {
            article: applied.article.or_else(|| mended.article.clone()),
            record: applied.record.or_else(|| mended.record.clone()),
            fixed: mended.fixed + applied.fixed,
        };
        let left = check(&with(subject, &next), levels);
        let is_same = (&next.article, &next.record) == (&mended.article, &mended.record);
        if is_same || (most == Safety::Safe && denied(&left) > denied(&found)) {
            break;
        }
        (mended, found) = (next, left);
    }
    mended
}

fn denied(found: &[Diagnostic]) -> usize {
    found.iter().filter(|diagnostic| diagnostic.level == Level::Deny).count()
}

/// The subject with what was mended so far.
fn with<'s>(subject: &'s Subject<'_>, mended: &'s Mended) -> Subject<'s> {
    let bytes = |text: &'s Option<String>, input| text.as_ref().map_or(input, |text| Input::Bytes(text.as_bytes()));
    let (article, record) = (bytes(&mended.article, subject.article()), bytes(&mended.record, subject.record()));
    Subject::new(subject.id(), article, record, subject.limits())
}

/// One round: every fix that `most` allows, except those that would change what another has changed already.
pub(super) fn apply(subject: &Subject<'_>, found: &[Diagnostic], most: Safety) -> Mended {
    let (mut article, mut record) = (Changes::of(subject.text()), Changes::of(subject.record_text()));
    let mut applied: Vec<&Arc<Fix>> = Vec::new();
    let mut fixed = 0;
    for fix in found.iter().filter_map(|diagnostic| diagnostic.fix.as_ref()).filter(|fix| fix.safety <= most) {
        if applied.iter().any(|other| Arc::ptr_eq(other, fix)) {
            fixed += 1;
            continue;
        }
        let (in_record, in_article): (Vec<&Edit>, Vec<&Edit>) =
            fix.edits.iter().partition(|edit| edit.place.is_in_record());
        let ranges = |changes: &Changes<'_>, edits: &[&Edit]| {
            let text = changes.text?;
            let range = |edit: &&Edit| range(&edit.place, text).filter(|range| changes.is_free(range));
            edits.iter().map(range).collect::<Option<Vec<_>>>()
        };
        let places = (ranges(&article, &in_article), ranges(&record, &in_record));
        let is_needed = |places: &Option<Vec<_>>, edits: &[&Edit]| places.is_some() || edits.is_empty();
        if !is_needed(&places.0, &in_article) || !is_needed(&places.1, &in_record) {
            continue;
        }
        article.add(places.0, &in_article);
        record.add(places.1, &in_record);
        applied.push(fix);
        fixed += 1;
    }
    Mended { article: article.made(), record: record.made(), fixed }
}

/// The bytes of a file's text that a place stands for.
fn range(place: &Place, text: &str) -> Option<Range<usize>> {
    let range = match place {
        Place::Article | Place::Record => 0..text.len(),
        Place::ArticleSpan(span) => span.range(),
        Place::ArticleByte(at) | Place::RecordByte(at) => *at..at.checked_add(1)?,
        Place::RecordPointer(pointer) => record_file::locate(text, pointer)?,
    };
    text.get(range.clone()).map(|_| range)
}

/// What is to be replaced in one file.
struct Changes<'t> {
    text: Option<&'t str>,
    edits: Vec<(Range<usize>, &'t str)>,
}

impl<'t> Changes<'t> {
    fn of(text: Option<&'t str>) -> Self {
        Self { text, edits: Vec::new() }
    }

    /// Whether no edit so far touches the range.
    fn is_free(&self, range: &Range<usize>) -> bool {
        self.edits.iter().all(|(taken, _)| {
            taken.end <= range.start && taken.start < range.start
                || range.end <= taken.start && range.start < taken.start
        })
    }

    fn add<'e: 't>(&mut self, ranges: Option<Vec<Range<usize>>>, edits: &[&'e Edit]) {
        self.edits.extend(ranges.into_iter().flatten().zip(edits.iter().map(|edit| edit.text.as_str())));
    }

    /// The text with its edits; none where there are none.
    fn made(mut self) -> Option<String> {
        let text = self.text.filter(|_| !self.edits.is_empty())?;
        self.edits.sort_unstable_by_key(|(range, _)| range.start);
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for (range, new) in self.edits {
            // A fix whose own edits overlap is wrong, and is left out rather than half applied.
            out.push_str(text.get(at..range.start)?);
            out.push_str(new);
            at = range.end;
        }
        out.push_str(text.get(at..)?);
        Some(out)
    }
}
