//! The checker: rules over an article and the record beside it.
//!
//! A [`Subject`] is an article and a record as they were found, readable or not. [`check`] runs every [`Rule`] that is
//! not allowed over it and gives [`Diagnostic`]s, in an order that depends on nothing but the subject. The same rules
//! guard a record that was just read and one that a person has edited. [`Checked`] is a record that they have found to
//! fit its text. [`across`] compares the articles of a corpus with each other, by their [`Abstract`]s.
//!
//! Trouble is data here: whatever the bytes are, `check` gives findings and never fails.
//!
//! ```
//! use rapporteur_corpus::checking::{Input, Levels, Subject, check};
//! use rapporteur_corpus::document::Limits;
//!
//! let subject = Subject::new("example", Input::Bytes(b"Z\xfcrich"), Input::Missing, Limits::default());
//! let found = check(&subject, &Levels::default());
//! assert_eq!(found.len(), 1);
//! assert_eq!(found[0].rule.name, "not-utf8");
//! assert_eq!(found[0].message, "the article is not UTF-8 from byte 1 on");
//! ```

mod subject;

mod allowing;
mod diagnostic;
mod fix;
mod levels;
mod renumbering;

mod rule;

mod examples;

mod lookup;
mod reading_rules;
mod walk;

mod rules;

mod across;

mod checked;
mod reference;

pub use across::{Abstract, across, across_concerning};
pub use checked::Checked;
pub use diagnostic::{Diagnostic, Label, Place};
pub use examples::Example;
pub use fix::{Edit, Fix, Mended, Safety, mend};
pub use levels::{Level, Levels, UnknownRule};
pub use reference::reference;
pub use rule::{Rule, rule, rules};
pub use subject::{Input, Subject};

use crate::record_file::locate_all;
use examples::Step;
use rule::{Findings, run};

/// What the rules find wrong with a subject, ordered by place: the article's findings before the record's, each by where
/// they stand in the file, and at one place by the rule's code.
///
/// Of one rule at most 100 findings are given for a subject; a note on the last says how many more there are. What the
/// record allows is left out.
pub fn check(subject: &Subject<'_>, levels: &Levels) -> Vec<Diagnostic> {
    examine(subject, levels).found
}

/// What was found, and how much was left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Examined {
    /// The findings, as [`check`] gives them.
    pub found: Vec<Diagnostic>,
    /// How many findings were left out because the record allows them.
    pub allowed: usize,
}

/// As [`check`], with the number of findings that the record allows.
pub fn examine(subject: &Subject<'_>, levels: &Levels) -> Examined {
    let about_contents = || levels.reported().filter(|(rule, _)| rule.is_about_contents());
    let others = levels.reported().filter(|(rule, _)| !rule.is_about_contents());
    let mut found: Vec<_> = about_contents().flat_map(|(rule, level)| run(rule, level, subject)).collect();
    // The rules that follow ask whether these found anything, and they need not run again to say so.
    if about_contents().count() == rules().iter().filter(|rule| rule.is_about_contents()).count() {
        subject.contents_fit(found.is_empty());
    }
    found.extend(others.flat_map(|(rule, level)| run(rule, level, subject)));
    let allowed = allowing::leave_out_allowed(&mut found, subject);
    order(&mut found, subject);
    Examined { found, allowed }
}

/// Sorts diagnostics by place, then by code; those of one rule at one place stay in the order in which they were found.
fn order(found: &mut Vec<Diagnostic>, subject: &Subject<'_>) {
    if found.len() < 2 {
        return;
    }
    let pointers: Vec<&str> = found.iter().map(|diagnostic| diagnostic.place().pointer().unwrap_or_default()).collect();
    let offsets = match subject.record_text() {
        Some(json) if pointers.iter().any(|pointer| !pointer.is_empty()) => locate_all(json, &pointers),
        _ => vec![None; pointers.len()],
    };
    let key = |diagnostic: &Diagnostic, offset: Option<std::ops::Range<usize>>| match diagnostic.place() {
        Place::Article => (0, 0),
        Place::ArticleSpan(span) => (0, span.range().start),
        Place::ArticleByte(offset) => (0, *offset),
        Place::Record => (1, 0),
        Place::RecordPointer(_) => (1, offset.map_or(0, |range| range.start)),
        Place::RecordByte(offset) => (1, *offset),
    };
    let keys = found.iter().zip(offsets).map(|(diagnostic, offset)| (key(diagnostic, offset), diagnostic.rule.code));
    let mut order: Vec<_> = keys.enumerate().map(|(index, key)| (key, index)).collect();
    order.sort_unstable();
    let mut taken: Vec<Option<Diagnostic>> = std::mem::take(found).into_iter().map(Some).collect();
    found.extend(order.into_iter().filter_map(|(_, index)| taken[index].take()));
}

#[cfg(test)]
mod fix_tests;
#[cfg(test)]
mod tests;
