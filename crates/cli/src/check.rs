//! `rapporteur check`: the rules over articles and the records beside them.

use std::{
    io::{self, Write},
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use rapporteur_corpus::{
    checking::{self, Diagnostic, Input, Level, Levels, Subject},
    document::Limits,
    record_file,
};
use rayon::prelude::*;
use serde::Serialize;

use crate::{
    baseline::Baseline,
    changed::Changed,
    config::Settings,
    files::{self, Content, Entry, Trouble},
    progress::Progress,
    report::{Exhibit, Format, Look},
};

/// How to check.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// How much each rule weighs, where no configuration says.
    pub levels: Levels,
    /// How large an article may be, where no configuration says.
    pub limits: Limits,
    /// How findings look.
    pub look: Look,
    /// Whether to show progress.
    pub progress: bool,
    /// What the configurations say.
    pub settings: Settings,
    /// The findings that are known.
    pub baseline: Option<Arc<Baseline>>,
    /// Only what has changed is checked.
    pub changed: Option<Changed>,
    /// Where the article on standard input stands, which is then all that is checked.
    pub stdin_path: Option<PathBuf>,
    /// Becomes true when nothing further is to be checked.
    pub stop: Option<&'static AtomicBool>,
}

/// What was checked and what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// What was read, and how many findings there are.
    pub counts: Counts,
    /// Paths that could not be had.
    pub troubles: Vec<Trouble>,
    /// What is worth knowing besides, such as of the baseline; escaped.
    pub notes: Vec<String>,
    /// How long it took.
    pub elapsed: Duration,
}

/// What was read and what was found, in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Articles that are text.
    pub articles: usize,
    /// Records that have the shape of one.
    pub records: usize,
    /// Summits, in the records where there are some and in what the reader reads otherwise.
    pub summits: usize,
    /// Statements, likewise.
    pub statements: usize,
    /// Findings that are denied.
    pub denied: usize,
    /// Findings that are warnings.
    pub warned: usize,
    /// Findings that the baseline knows, which are in neither number.
    pub known: usize,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.articles += other.articles;
        self.records += other.records;
        self.summits += other.summits;
        self.statements += other.statements;
        self.denied += other.denied;
        self.warned += other.warned;
        self.known += other.known;
    }
}

impl std::fmt::Display for Summary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Counts { articles, records, summits, statements, denied, warned, known } = self.counts;
        let known = if known > 0 { format!(", {known} known") } else { String::new() };
        write!(
            f,
            "read {}, {}, {}, {}; found {}, {}{known}; took {:.2} s",
            counted(articles, "article"),
            counted(records, "record"),
            counted(summits, "summit"),
            counted(statements, "statement"),
            counted(denied, "error"),
            counted(warned, "warning"),
            self.elapsed.as_secs_f64()
        )
    }
}

/// The number with its noun.
pub(crate) fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// Checks what stands at `paths` and prints the findings in the order of the files.
///
/// # Errors
///
/// When the output cannot be written; of the kind `Interrupted` when it was stopped.
pub fn check(paths: &[PathBuf], options: &Options, out: &mut dyn Write) -> io::Result<Summary> {
    let begun = Instant::now();
    let mut found = match &options.stdin_path {
        Some(path) => files::on_standard_input(path),
        None => files::find(paths),
    };
    if let Some(changed) = &options.changed {
        changed.retain(&mut found.entries);
    }
    let mut counts = Counts::default();
    let mut progress = Progress::new("checking", found.entries.len(), options.progress);
    let json = options.look.format == Format::Json;
    let mut separator = "\n";
    if json {
        write!(out, "{{\"findings\": [")?;
    }
    for batch in found.entries.chunks(files::BATCH) {
        let results: Vec<_> = batch.par_iter().map(|entry| check_entry(entry, options)).collect();
        for (more, report) in results {
            counts.add(more);
            if report.is_empty() {
                continue;
            }
            progress.aside(|| {
                if !json {
                    return out.write_all(report.as_bytes());
                }
                for finding in report.lines() {
                    write!(out, "{separator}{finding}")?;
                    separator = ",\n";
                }
                Ok(())
            })?;
        }
        progress.advance(batch.len());
        if options.stop.is_some_and(|stop| stop.load(Ordering::Relaxed)) {
            return Err(io::ErrorKind::Interrupted.into());
        }
    }
    drop(progress);
    let mut notes = Vec::new();
    match options.baseline.as_ref().map_or_else(|| Ok(Vec::new()), |baseline| baseline.finish()) {
        Ok(said) => notes = said,
        Err(trouble) => found.troubles.push(trouble),
    }
    let summary = Summary { counts, troubles: found.troubles, notes, elapsed: begun.elapsed() };
    if json {
        let counts = serde_json::to_string(&summary.counts)?;
        writeln!(out, "\n], \"summary\": {counts}}}")?;
    } else {
        writeln!(out, "{summary}")?;
    }
    out.flush()?;
    Ok(summary)
}

/// What stands in a file, for the rules.
pub(crate) fn input(content: &Content) -> Input<'_> {
    match content {
        Content::Missing => Input::Missing,
        Content::Unreadable(why) => Input::Unreadable(why),
        Content::Bytes(bytes) => Input::Bytes(bytes),
    }
}

fn check_entry(entry: &Entry, options: &Options) -> (Counts, String) {
    let limits = options.settings.limits(entry.article.path(), options.limits);
    let levels = options.settings.levels(entry.article.path(), &options.levels);
    let article = files::content(&entry.article, u64::from(limits.article_bytes));
    let record = files::content(&entry.record, record_file::MAX_BYTES as u64);
    let subject = Subject::new(&entry.id, input(&article), input(&record), limits);
    let diagnostics = checking::check(&subject, &levels);
    let (diagnostics, known) = match &options.baseline {
        Some(baseline) => baseline.filter(entry, &article, &record, &levels, diagnostics),
        None => (diagnostics, 0),
    };
    let weighs = |level: Level| diagnostics.iter().filter(|diagnostic| diagnostic.level == level).count();
    let file = subject.record_file().map(|file| &file.record);
    let read = file.or_else(|| subject.reading().map(|reading| &reading.record));
    let counts = Counts {
        articles: usize::from(subject.text().is_some()),
        records: usize::from(file.is_some()),
        summits: read.map_or(0, |record| record.summits.len()),
        statements: read.map_or(0, |record| record.statements.len()),
        denied: weighs(Level::Deny),
        warned: weighs(Level::Warn),
        known,
    };
    (counts, print(entry, &article, &record, &diagnostics, &options.look))
}

fn print(entry: &Entry, article: &Content, record: &Content, diagnostics: &[Diagnostic], look: &Look) -> String {
    Exhibit::new(entry, article.bytes(), record.bytes()).print(diagnostics, look)
}
