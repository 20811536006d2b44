//! `rapporteur accept`: writes records beside their articles.

use std::{
    io::{self, Write},
    path::PathBuf,
    sync::atomic::{AtomicBool, Ordering},
};

use rapporteur_corpus::{
    checking::{self, Input, Level, Levels, Subject},
    document::{Document, Limits, Source},
    record_file,
};
use rapporteur_model::{Record, Review};
use rayon::prelude::*;

use crate::{
    check::{counted, input},
    files::{self, Content, Entry, Place, Trouble},
    progress::Progress,
    report::{Exhibit, Look},
};

/// How to accept.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Whether the records are a person's, to be completed, sealed and kept; otherwise they are the reader's.
    pub reviewed: bool,
    /// How large an article may be.
    pub limits: Limits,
    /// How findings look.
    pub look: Look,
    /// Whether to show progress.
    pub progress: bool,
    /// Becomes true when no further record is to be written.
    pub stop: Option<&'static AtomicBool>,
}

/// What was done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Records written.
    pub written: usize,
    /// Records that already were as they should be.
    pub unchanged: usize,
    /// Records that this run is not for: reviewed ones without `--reviewed`; and with it, in a folder, articles without
    /// a record and the reader's own records, which nobody has reviewed by asking for the whole folder.
    pub kept: usize,
    /// Records that were not written because something is wrong.
    pub refused: usize,
    /// Paths that could not be had.
    pub troubles: Vec<Trouble>,
}

impl std::fmt::Display for Summary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { written, unchanged, kept, refused, .. } = self;
        let written = counted(*written, "record");
        write!(f, "wrote {written}; {unchanged} unchanged, {kept} left alone, {refused} refused")
    }
}

/// What became of one record.
enum Outcome {
    Written,
    Unchanged,
    Kept,
    /// Why it was not written, ready to be printed.
    Refused(String),
}

/// Writes the records of the articles at `paths`, and prints what it wrote and what it would not write.
///
/// # Errors
///
/// When the output cannot be written; of the kind `Interrupted` when it was stopped.
pub fn accept(paths: &[PathBuf], options: &Options, out: &mut dyn Write) -> io::Result<Summary> {
    let found = files::find(paths);
    let mut summary = Summary { troubles: found.troubles, ..Summary::default() };
    let mut progress = Progress::new("accepting", found.entries.len(), options.progress);
    for batch in found.entries.chunks(files::BATCH) {
        // A record that is being written when the run is stopped is written to its end; no other is begun.
        let stopped = || options.stop.is_some_and(|stop| stop.load(Ordering::Relaxed));
        let accept = |entry| (!stopped()).then(|| accept_entry(entry, options));
        let outcomes: Vec<_> = batch.par_iter().map(accept).collect();
        for (entry, outcome) in batch.iter().zip(outcomes) {
            let Some(outcome) = outcome else { continue };
            match outcome {
                Outcome::Written => {
                    summary.written += 1;
                    progress.aside(|| writeln!(out, "wrote {}", entry.record.name()))?;
                }
                Outcome::Unchanged => summary.unchanged += 1,
                Outcome::Kept => summary.kept += 1,
                Outcome::Refused(why) => {
                    summary.refused += 1;
                    progress.aside(|| out.write_all(why.as_bytes()))?;
                }
            }
        }
        if stopped() {
            out.flush()?;
            return Err(io::ErrorKind::Interrupted.into());
        }
        progress.advance(batch.len());
    }
    drop(progress);
    writeln!(out, "{summary}")?;
    out.flush()?;
    Ok(summary)
}

fn accept_entry(entry: &Entry, options: &Options) -> Outcome {
    let Place::File(path) = &entry.record else {
        return Outcome::Refused(format!("error: {}: a record needs a file to lie beside\n", entry.article.name()));
    };
    let article = files::content(&entry.article, u64::from(options.limits.article_bytes));
    let record = files::content(&entry.record, record_file::MAX_BYTES as u64);
    let printed = if options.reviewed {
        reviewed(entry, &article, &record, options)
    } else {
        machine(entry, &article, &record, options)
    };
    let printed = match printed {
        Ok(Some(printed)) => printed,
        Ok(None) => return Outcome::Kept,
        Err(why) => return Outcome::Refused(why),
    };
    if record.bytes() == Some(printed.as_bytes()) {
        return Outcome::Unchanged;
    }
    // Somebody may be at work on the same files: what is written must belong to what is there now.
    let unchanged = || {
        files::content(&entry.article, u64::from(options.limits.article_bytes)) == article
            && files::content(&entry.record, record_file::MAX_BYTES as u64) == record
    };
    match files::write_whole(path, printed.as_bytes(), unchanged) {
        Ok(true) => Outcome::Written,
        // Another run was quicker with the same.
        Ok(false) if is_there(entry, &printed, &article, options) => Outcome::Unchanged,
        Ok(false) => {
            let name = entry.article.name();
            Outcome::Refused(format!("error: {name}: it or its record changed meanwhile; accept it again\n"))
        }
        Err(error) => Outcome::Refused(format!("error: {}: {}\n", entry.record.name(), files::reason(&error))),
    }
}

/// Whether the record's file holds what would be written, and the article is still the one that it belongs to.
fn is_there(entry: &Entry, printed: &str, article: &Content, options: &Options) -> bool {
    files::content(&entry.record, record_file::MAX_BYTES as u64).bytes() == Some(printed.as_bytes())
        && files::content(&entry.article, u64::from(options.limits.article_bytes)) == *article
}

/// The reader's record; none where there is a reviewed one.
fn machine(entry: &Entry, article: &Content, record: &Content, options: &Options) -> Result<Option<String>, String> {
    let subject = Subject::new(&entry.id, input(article), input(record), options.limits);
    match (subject.record_file(), record) {
        (Some(file), _) if file.record.review == Review::Reviewed => return Ok(None),
        (Some(file), _) if file.unknown.is_empty() => {}
        (None, Content::Missing) => {}
        // What this version does not understand in full it does not overwrite.
        _ => return Err(refusal(entry, article, record, &Levels::default(), options)),
    }
    let Some(reading) = subject.reading() else {
        return Err(refusal(entry, article, record, &Levels::default(), options));
    };
    // What was allowed in the record is a person's word, and stays.
    let allow = subject.record_file().map(|file| file.record.allow.clone()).unwrap_or_default();
    let record = Record { allow, ..reading.record.clone() };
    checked(entry, article, record_file::print(&record), options).map(Some)
}

/// The record that a person's draft amounts to, sealed; none where this run is not for it.
fn reviewed(entry: &Entry, article: &Content, record: &Content, options: &Options) -> Result<Option<String>, String> {
    let is_machine = |bytes: &[u8]| record_file::parse(bytes).is_ok_and(|file| file.record.review == Review::Machine);
    if !entry.named && (*record == Content::Missing || record.bytes().is_some_and(is_machine)) {
        return Ok(None);
    }
    let text = article.bytes().and_then(|bytes| Source::new(bytes, options.limits).ok());
    let (Some(text), Some(draft)) = (text, record.bytes()) else {
        let mut levels = Levels::default();
        // Without a draft there is nothing to accept.
        let _ = levels.set("article-without-record", Level::Deny);
        return Err(refusal(entry, article, record, &levels, options));
    };
    let mut completed = record_file::complete(draft, &Document::parse(text.text()), &entry.id).map_err(|errors| {
        Exhibit::new(entry, article.bytes(), record.bytes()).print_draft_errors(&errors, &options.look)
    })?;
    completed.review = Review::Reviewed;
    completed.seal = None;
    completed.seal = Some(record_file::seal(&completed));
    checked(entry, article, record_file::print(&completed), options).map(Some)
}

/// The record to be written, if the rules have nothing against it.
fn checked(entry: &Entry, article: &Content, printed: String, options: &Options) -> Result<String, String> {
    let subject = Subject::new(&entry.id, input(article), Input::Bytes(printed.as_bytes()), options.limits);
    let diagnostics = checking::check(&subject, &Levels::default());
    if diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Deny) {
        let exhibit = Exhibit::new(entry, article.bytes(), Some(printed.as_bytes()));
        return Err(exhibit.print(&diagnostics, &options.look));
    }
    Ok(printed)
}

/// Why an entry is refused, as the rules see it.
fn refusal(entry: &Entry, article: &Content, record: &Content, levels: &Levels, options: &Options) -> String {
    let subject = Subject::new(&entry.id, input(article), input(record), options.limits);
    let diagnostics = checking::check(&subject, levels);
    let report = Exhibit::new(entry, article.bytes(), record.bytes()).print(&diagnostics, &options.look);
    if report.is_empty() { format!("error: {}: there is nothing to accept\n", entry.article.name()) } else { report }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_another_run_has_written_meanwhile_is_there() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.txt"), "One.\n").unwrap();
        fs::write(folder.path().join("a.record.json"), "{}\n").unwrap();
        let entry = files::find(&[folder.path().to_owned()]).entries.remove(0);
        let article = Content::Bytes(b"One.\n".to_vec());
        let is_there = |printed| is_there(&entry, printed, &article, &Options::default());
        assert!(is_there("{}\n") && !is_there("{}"));
        fs::write(folder.path().join("a.txt"), "Two.\n").unwrap();
        assert!(!is_there("{}\n"), "it belongs to the article as it was");
    }
}
