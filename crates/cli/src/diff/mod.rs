//! `rapporteur diff`: what two versions of records say differently, as people read it.

mod comparison;
mod matching;
mod versions;

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use rapporteur_corpus::record_file;
use rapporteur_model::Record;
use rayon::prelude::*;

pub use comparison::{Change, compare};
use versions::{Document, Versions};

use crate::{
    check::counted,
    escape,
    files::{self, Content, Trouble},
};

/// How differences are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// A line a difference.
    #[default]
    Human,
    /// For a comment on a pull request: short enough for one, with all words of others in code spans.
    Markdown,
}

/// What was compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Records that both versions have and that differ.
    pub changed: usize,
    /// Records that only the new version has.
    pub added: usize,
    /// Records that only the old version has.
    pub removed: usize,
    /// Why nothing could be compared.
    pub troubles: Vec<Trouble>,
}

impl Outcome {
    /// Whether there is any difference.
    pub fn differs(&self) -> bool {
        self.changed + self.added + self.removed > 0
    }
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { changed, added, removed, .. } = self;
        if !self.differs() {
            return write!(f, "no record differs");
        }
        write!(f, "{} changed, {added} added, {removed} removed", counted(*changed, "record"))
    }
}

/// Compares two versions: folders, record files or git revisions. Without `new` it is what lies in the working tree, and
/// without `old` what the last commit holds.
///
/// # Errors
///
/// When the output cannot be written.
pub fn diff(old: Option<&str>, new: Option<&str>, format: Format, out: &mut dyn Write) -> io::Result<Outcome> {
    let mut outcome = Outcome::default();
    let mut versions = match Versions::resolve(old, new) {
        Ok(versions) => versions,
        Err(message) => {
            outcome.troubles.push(Trouble::new("diff", message));
            return Ok(outcome);
        }
    };
    let mut page = Page::new(format);
    loop {
        let batch = match versions.next_batch(files::BATCH) {
            Ok(batch) if batch.is_empty() => break,
            Ok(batch) => batch,
            Err(message) => {
                outcome.troubles.push(Trouble::new("diff", message));
                return Ok(outcome);
            }
        };
        let results: Vec<Option<Difference>> = batch.par_iter().map(difference).collect();
        for (document, difference) in batch.iter().zip(results) {
            let Some(difference) = difference else { continue };
            match (&document.old, &document.new) {
                (Content::Missing, _) => outcome.added += 1,
                (_, Content::Missing) => outcome.removed += 1,
                _ => outcome.changed += 1,
            }
            out.write_all(page.section(&document.name, &difference).as_bytes())?;
        }
    }
    out.write_all(page.end(&outcome).as_bytes())?;
    out.flush()?;
    Ok(outcome)
}

/// What is different about one record.
struct Difference {
    /// What there is to say of all of it; escaped.
    heading: Option<String>,
    changes: Vec<Change>,
}

fn difference(document: &Document) -> Option<Difference> {
    if document.old == document.new {
        return None;
    }
    let parse = |content: &Content, which: &str| match content {
        Content::Missing => Ok(None),
        Content::Unreadable(why) => Err(format!("the {which} record cannot be read: {}", escape::text(why))),
        Content::Bytes(bytes) => record_file::parse(bytes)
            .map(|file| Some(file.record))
            .map_err(|error| format!("the {which} record is none: {}", escape::text(&error.to_string()))),
    };
    let said = |heading: String| Some(Difference { heading: Some(heading), changes: Vec::new() });
    match (parse(&document.old, "old"), parse(&document.new, "new")) {
        (Ok(Some(old)), Ok(Some(new))) => {
            let changes = compare(&old, &new);
            let heading =
                changes.is_empty().then(|| "reads the same; only offsets or the form of the file differ".to_owned());
            Some(Difference { heading, changes })
        }
        (Ok(None), Ok(Some(new))) => said(format!("new: {}", summary(&new))),
        (Ok(Some(old)), Ok(None)) => said(format!("gone: {}", summary(&old))),
        (Ok(None), Ok(None)) => None,
        (Err(old), Err(new)) => said(format!("{old}; {new}")),
        (Err(error), Ok(_)) | (Ok(_), Err(error)) => said(error),
    }
}

/// A record in a few words.
pub(crate) fn summary(record: &Record) -> String {
    let counts = [
        counted(record.people.len(), "person").replace("persons", "people"),
        counted(record.summits.len(), "summit"),
        counted(record.statements.len(), "statement"),
    ];
    format!("{}, {}", crate::facts::word(&record.review), counts.join(", "))
}

/// A difference as a line for people, such as `statement 3: speaker Carney -> Lee`.
pub fn line(change: &Change) -> String {
    let Change { subject, slot, old, new } = change;
    let about = if slot.is_empty() { subject.clone() } else { format!("{subject}: {slot}") };
    match (old, new) {
        (Some(old), Some(new)) => format!("{about} {old} -> {new}"),
        (None, Some(new)) => format!("{about} added: {new}"),
        (Some(old), None) => format!("{about} removed: {old}"),
        (None, None) => about,
    }
}

/// The same in Markdown.
fn markdown_line(change: &Change) -> String {
    let Change { subject, slot, old, new } = change;
    // The name of a slot may hold words of the article.
    let about = match slot.split_once(' ') {
        None if slot.is_empty() => format!("**{subject}**"),
        None => format!("**{subject}**: {slot}"),
        Some((name, rest)) => format!("**{subject}**: {name} {}", code(rest)),
    };
    match (old, new) {
        (Some(old), Some(new)) => format!("{about} {} → {}", code(old), code(new)),
        (None, Some(new)) => format!("{about} added: {}", code(new)),
        (Some(old), None) => format!("{about} removed: {}", code(old)),
        (None, None) => about,
    }
}

/// Words in a code span, in which nothing is a link, a mention, an image or an element. Its marks are longer than any
/// run of marks in the words.
fn code(words: &str) -> String {
    let words = escape::text(words);
    let longest = words.split(|character| character != '`').map(str::len).max().unwrap_or_default();
    let marks = "`".repeat(longest + 1);
    // A space on both sides is taken off again; without it a mark at the edge would join the others.
    let pad = if words.starts_with(['`', ' ']) || words.ends_with(['`', ' ']) || words.is_empty() { " " } else { "" };
    format!("{marks}{pad}{words}{pad}{marks}")
}

/// The lines of a record's differences, at most as many as people read.
pub(crate) fn lines(changes: &[Change]) -> String {
    const MOST: usize = 200;

    // Writing to a string cannot fail.
    let mut out = String::new();
    for change in changes.iter().take(MOST) {
        let _ = writeln!(out, "  {}", line(change));
    }
    if changes.len() > MOST {
        let _ = writeln!(out, "  and {} more", changes.len() - MOST);
    }
    out
}

/// What is printed, as it grows.
struct Page {
    format: Format,
    bytes: usize,
    left_out: usize,
}

impl Page {
    /// A comment may have 65,536 characters; what comes around the page needs some too.
    const MOST_BYTES: usize = 60_000;

    fn new(format: Format) -> Self {
        Self { format, bytes: 0, left_out: 0 }
    }

    fn section(&mut self, name: &str, difference: &Difference) -> String {
        /// The changes of a record in a comment.
        const MOST: usize = 50;

        if self.format == Format::Human {
            let heading = difference.heading.as_ref().map_or_else(String::new, |heading| format!("  {heading}\n"));
            return format!("{name}\n{heading}{}", lines(&difference.changes));
        }
        let mut out = format!("#### {}\n\n", code(name));
        if let Some(heading) = &difference.heading {
            let _ = writeln!(out, "- {}", code(heading));
        }
        for change in difference.changes.iter().take(MOST) {
            let _ = writeln!(out, "- {}", markdown_line(change));
        }
        if difference.changes.len() > MOST {
            let _ = writeln!(out, "- and {} more", difference.changes.len() - MOST);
        }
        out.push('\n');
        if self.bytes + out.len() > Self::MOST_BYTES {
            self.left_out += 1;
            return String::new();
        }
        self.bytes += out.len();
        out
    }

    fn end(&self, outcome: &Outcome) -> String {
        match (self.format, self.left_out) {
            (Format::Human, _) | (Format::Markdown, 0) => format!("{outcome}\n"),
            (Format::Markdown, more) => {
                format!("{outcome}; {} left out here for want of room\n", counted(more, "record"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_leave_their_code_span() {
        assert_eq!(code("@all <b> [x](y) #1"), "`@all <b> [x](y) #1`");
        assert_eq!(code("a ``b"), "```a ``b```");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code("a\nb\u{202e}"), "`a\\nb\\u{202e}`");
    }

    #[test]
    fn a_page_for_a_comment_ends_before_a_comment_must() {
        let mut page = Page::new(Format::Markdown);
        let change = |at: usize| Change {
            subject: format!("statement {at}"),
            slot: "participant `Lee`".to_owned(),
            old: None,
            new: Some("x".repeat(200)),
        };
        let difference = Difference { heading: None, changes: (0..70).map(change).collect() };
        let sections: usize = (0..100).map(|_| page.section("a", &difference).len()).sum();
        assert!(sections <= Page::MOST_BYTES && page.left_out > 90, "{sections}");
        assert!(
            page.section("a", &Difference { heading: None, changes: vec![change(1)] })
                .contains("**statement 1**: participant `` `Lee` `` added: `xxx")
        );
        assert!(page.end(&Outcome { changed: 100, ..Outcome::default() }).contains("left out here"));
    }
}
