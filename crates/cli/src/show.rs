//! `rapporteur show`: an article with what was read in it, on the terminal.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use rapporteur_corpus::{
    checking::{self, Level, Levels, Subject},
    document::Limits,
    reading, record_file,
};
use rapporteur_model::Review;

use crate::{
    check::input,
    files::{self, Entry, Trouble},
    reasons,
    report::{Exhibit, Look},
    view,
};

/// How to show.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// How large an article may be.
    pub limits: Limits,
    /// How the view and findings look.
    pub look: Look,
    /// Whether to say of each statement why it was read.
    pub explain: bool,
}

/// How showing went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many articles could not be shown.
    pub failed: usize,
    /// Paths that could not be had.
    pub troubles: Vec<Trouble>,
}

/// Shows the articles at `paths`, each with the record beside it, or else with what the reader reads in it.
///
/// # Errors
///
/// When the output cannot be written.
pub fn show(paths: &[PathBuf], options: &Options, out: &mut dyn Write) -> io::Result<Outcome> {
    let found = files::find(paths);
    let mut outcome = Outcome { failed: 0, troubles: found.troubles };
    for (index, entry) in found.entries.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        if !show_entry(entry, options, out)? {
            outcome.failed += 1;
        }
    }
    out.flush()?;
    Ok(outcome)
}

fn show_entry(entry: &Entry, options: &Options, out: &mut dyn Write) -> io::Result<bool> {
    let article = files::content(&entry.article, u64::from(options.limits.article_bytes));
    let record = files::content(&entry.record, record_file::MAX_BYTES as u64);
    let subject = Subject::new(&entry.id, input(&article), input(&record), options.limits);
    // Of an article that holds nothing there is nothing to show but that.
    let text = subject
        .text()
        .filter(|text| text.contains(|character: char| !character.is_whitespace() && character != '\u{feff}'));
    let (Some(text), Some(reading)) = (text, subject.reading()) else {
        let diagnostics = checking::check(&subject, &Levels::default());
        let exhibit = Exhibit::new(entry, article.bytes(), record.bytes());
        out.write_all(exhibit.print(&diagnostics, &options.look).as_bytes())?;
        return Ok(false);
    };
    let name = entry.article.name();
    let (shown, whose) = match subject.record_file().map(|file| file.record) {
        None => (&reading.record, "as read now".to_owned()),
        Some(record) if record.review == Review::Reviewed => {
            (record, format!("with the reviewed record {}", entry.record.name()))
        }
        Some(record) => (record, format!("with the reader's record {}", entry.record.name())),
    };
    writeln!(out, "{name}, {whose}")?;
    let diagnostics = checking::check(&subject, &Levels::default());
    let denied = diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Deny).count();
    if denied > 0 {
        writeln!(out, "something is wrong with it; `rapporteur check {name}` says what")?;
    }
    let notes = match subject.document().filter(|_| options.explain) {
        Some(document) => {
            let (reading, reasons) = reading::read_with_reasons(document, &entry.id);
            reasons::notes(shown, &reading.record, &reasons)
        }
        None => Vec::new(),
    };
    let options = view::Options { width: options.look.width, colour: options.look.colour };
    writeln!(out)?;
    out.write_all(view::render_with_notes(text, shown, &notes, &options).as_bytes())?;
    Ok(true)
}
