//! `rapporteur accept`: writes records beside their articles.
//!
//! A record that is there already is not written over unseen: what it would say differently is shown first, and somebody
//! agrees to it, on the spot or beforehand.

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
    config::Settings,
    diff,
    files::{self, Content, Entry, Place, Trouble},
    progress::Progress,
    report::{Exhibit, Look},
};

/// Who agrees to what existing records would say differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Consent {
    /// Nobody, so such records are not written, and the run fails.
    #[default]
    Nobody,
    /// Somebody has, beforehand.
    Given,
    /// Somebody is asked about each.
    Asked,
    /// Nothing is written at all, only shown.
    DryRun,
}

/// What somebody says when asked whether a record is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Write it.
    Yes,
    /// Leave it as it is.
    No,
    /// Write it and all others.
    All,
    /// Leave it and all others as they are.
    Quit,
}

impl Answer {
    /// The question that these answer.
    pub const QUESTION: &str = "write it? (y)es, (n)o, (a)ll, (q)uit: ";

    /// The answer that a line gives.
    pub fn of(line: &str) -> Option<Self> {
        match line.trim().to_ascii_lowercase().as_str() {
            "y" | "yes" => Some(Self::Yes),
            "n" | "no" => Some(Self::No),
            "a" | "all" => Some(Self::All),
            "q" | "quit" => Some(Self::Quit),
            _ => None,
        }
    }
}

/// How to accept.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Whether the records are a person's, to be completed, sealed and kept; otherwise they are the reader's.
    pub reviewed: bool,
    /// How large an article may be.
    pub limits: Limits,
    /// How findings look.
    pub look: Look,
    /// Whether to show progress.
    pub progress: bool,
    /// Who agrees to what existing records would say differently.
    pub consent: Consent,
    /// What the configurations say.
    pub settings: Settings,
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
    /// Existing records that would say something else, and that nobody agreed to write.
    pub held: usize,
    /// Whether nothing was to be written, so that `written` counts what would be.
    pub dry_run: bool,
    /// Paths that could not be had.
    pub troubles: Vec<Trouble>,
}

impl std::fmt::Display for Summary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { written, unchanged, kept, refused, held, dry_run, .. } = self;
        let wrote = if *dry_run { "would write" } else { "wrote" };
        let written = counted(*written, "record");
        write!(f, "{wrote} {written}; {unchanged} unchanged, {kept} left alone, {refused} refused")?;
        if *held > 0 {
            write!(f, ", {held} not agreed to")?;
        }
        Ok(())
    }
}

/// What became of one record.
enum Outcome {
    /// Written, or in a dry run to be written, with what it says otherwise than before, ready to be printed.
    Written(String),
    Unchanged,
    Kept,
    /// Not written yet: an existing record would say something else.
    Pending(Box<Draft>),
    /// Why it was not written, ready to be printed.
    Refused(String),
    /// Why it could not be written.
    Failed(Trouble),
}

/// A record to be written, and what was read before.
struct Draft {
    article: Content,
    record: Content,
    printed: String,
    /// What it says otherwise than what is there, ready to be printed.
    difference: String,
}

/// Writes the records of the articles at `paths`, and prints what it wrote and what it would not write. `ask` is asked
/// where the options say so, with what would change printed already.
///
/// # Errors
///
/// When the output cannot be written, or `ask` fails; of the kind `Interrupted` when it was stopped.
pub fn accept(
    paths: &[PathBuf],
    options: &Options,
    ask: &mut dyn FnMut(&mut dyn Write) -> io::Result<Answer>,
    out: &mut dyn Write,
) -> io::Result<Summary> {
    let found = files::find(paths);
    let dry_run = options.consent == Consent::DryRun;
    let mut summary = Summary { troubles: found.troubles, dry_run, ..Summary::default() };
    let mut progress = Progress::new("accepting", found.entries.len(), options.progress);
    let mut options = options.clone();
    let wrote = if dry_run { "would write" } else { "wrote" };
    let (mut all, mut has_quit) = (false, false);
    for batch in found.entries.chunks(files::BATCH) {
        // A record that is being written when the run is stopped is written to its end; no other is begun.
        let stop = options.stop;
        let stopped = || stop.is_some_and(|stop| stop.load(Ordering::Relaxed));
        let accept = |entry| (!stopped()).then(|| accept_entry(entry, &options));
        let outcomes: Vec<_> = batch.par_iter().map(accept).collect();
        for (entry, outcome) in batch.iter().zip(outcomes) {
            let Some(mut outcome) = outcome else { continue };
            if let (Outcome::Pending(draft), false) = (&outcome, has_quit) {
                let name = entry.record.name();
                progress.aside(|| write!(out, "{name} would say something else\n{}", draft.difference))?;
                let answer = match options.consent {
                    _ if all => Answer::Yes,
                    Consent::Given => Answer::Yes,
                    Consent::Asked => progress.aside(|| ask(out))?,
                    Consent::Nobody | Consent::DryRun => Answer::No,
                };
                all |= answer == Answer::All;
                has_quit = answer == Answer::Quit;
                if matches!(answer, Answer::Yes | Answer::All) {
                    // The differences stand above already.
                    outcome = match write_draft(entry, draft, &options) {
                        Outcome::Written(_) => Outcome::Written(String::new()),
                        other => other,
                    };
                }
            }
            match outcome {
                Outcome::Written(difference) => {
                    summary.written += 1;
                    progress.aside(|| write!(out, "{wrote} {}\n{difference}", entry.record.name()))?;
                }
                Outcome::Unchanged => summary.unchanged += 1,
                Outcome::Kept => summary.kept += 1,
                Outcome::Pending(_) => summary.held += 1,
                Outcome::Failed(trouble) => {
                    summary.refused += 1;
                    summary.troubles.push(trouble);
                }
                Outcome::Refused(why) => {
                    summary.refused += 1;
                    progress.aside(|| out.write_all(why.as_bytes()))?;
                }
            }
        }
        if all {
            options.consent = Consent::Given;
        }
        if stopped() {
            out.flush()?;
            return Err(io::ErrorKind::Interrupted.into());
        }
        progress.advance(batch.len());
        if has_quit {
            break;
        }
    }
    drop(progress);
    writeln!(out, "{summary}")?;
    out.flush()?;
    if options.consent == Consent::Nobody && summary.held > 0 {
        let would = if summary.held == 1 {
            "an existing record".to_owned()
        } else {
            format!("{} existing records", summary.held)
        };
        summary.troubles.push(Trouble::new(
            "accept",
            format!(
                "{would} would say something else and nobody is there to be asked; `--yes` writes such records, \
                 `--dry-run` only shows them"
            ),
        ));
    }
    Ok(summary)
}

fn accept_entry(entry: &Entry, options: &Options) -> Outcome {
    let Place::File(_) = &entry.record else {
        return Outcome::Refused(format!("error: {}: a record needs a file to lie beside\n", entry.article.name()));
    };
    let article = files::content(&entry.article, u64::from(limits(entry, options).article_bytes));
    let record = files::content(&entry.record, record_file::MAX_BYTES as u64);
    if article == Content::Missing && record == Content::Missing {
        return Outcome::Failed(entry.gone());
    }
    let written = if options.reviewed {
        reviewed(entry, &article, &record, options)
    } else {
        machine(entry, &article, &record, options)
    };
    let Written { record: new, printed } = match written {
        Ok(Some(written)) => written,
        Ok(None) => return Outcome::Kept,
        Err(why) => return Outcome::Refused(why),
    };
    if record.bytes() == Some(printed.as_bytes()) {
        return Outcome::Unchanged;
    }
    let old = record.bytes().and_then(|bytes| record_file::parse(bytes).ok()).map(|file| file.record);
    let says_else = old.as_ref().is_some_and(|old| says_else(old, &new));
    let difference = match &old {
        Some(old) => {
            let lines = diff::lines(&diff::compare(old, &new));
            if lines.is_empty() { "  only offsets or the form of the file change\n".to_owned() } else { lines }
        }
        None if options.consent == Consent::DryRun => format!("  new: {}\n", diff::summary(&new)),
        None => String::new(),
    };
    let draft = Draft { article, record, printed, difference };
    match options.consent {
        Consent::DryRun => Outcome::Written(draft.difference),
        Consent::Given => write_draft(entry, &draft, options),
        Consent::Asked | Consent::Nobody if !says_else => write_draft(entry, &draft, options),
        Consent::Asked | Consent::Nobody => Outcome::Pending(Box::new(draft)),
    }
}

/// Whether a record says something else than before. That somebody has reviewed it is not the reader's word but that of
/// whoever asks for it.
fn says_else(old: &Record, new: &Record) -> bool {
    let (review, seal) = (new.review, new.seal.clone());
    Record { review, seal, text: None, ..old.clone() } != Record { text: None, ..new.clone() }
}

fn limits(entry: &Entry, options: &Options) -> Limits {
    options.settings.limits(entry.article.path(), options.limits)
}

/// Writes a record, if the files are still those that it was made from.
fn write_draft(entry: &Entry, draft: &Draft, options: &Options) -> Outcome {
    let Draft { article, record, printed, difference } = draft;
    let Some(path) = entry.record.path() else { return Outcome::Kept };
    // Somebody may be at work on the same files: what is written must belong to what is there now.
    let unchanged = || {
        files::content(&entry.article, u64::from(limits(entry, options).article_bytes)) == *article
            && files::content(&entry.record, record_file::MAX_BYTES as u64) == *record
    };
    match files::write_whole(path, printed.as_bytes(), unchanged) {
        Ok(true) => Outcome::Written(difference.clone()),
        // Another run was quicker with the same.
        Ok(false) if is_there(entry, printed, article, options) => Outcome::Unchanged,
        Ok(false) => {
            let message = "it or its record changed meanwhile; accept it again";
            Outcome::Failed(Trouble::new(entry.article.name(), message))
        }
        Err(error) => Outcome::Failed(Trouble::new(entry.record.name(), files::reason(&error))),
    }
}

/// A record and how it is written.
struct Written {
    record: Record,
    printed: String,
}

/// Whether the record's file holds what would be written, and the article is still the one that it belongs to.
fn is_there(entry: &Entry, printed: &str, article: &Content, options: &Options) -> bool {
    files::content(&entry.record, record_file::MAX_BYTES as u64).bytes() == Some(printed.as_bytes())
        && files::content(&entry.article, u64::from(limits(entry, options).article_bytes)) == *article
}

/// The reader's record; none where there is a reviewed one.
fn machine(entry: &Entry, article: &Content, record: &Content, options: &Options) -> Result<Option<Written>, String> {
    let subject = Subject::new(&entry.id, input(article), input(record), limits(entry, options));
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
    checked(entry, article, record, options).map(Some)
}

/// The record that a person's draft amounts to, sealed; none where this run is not for it.
fn reviewed(entry: &Entry, article: &Content, record: &Content, options: &Options) -> Result<Option<Written>, String> {
    let is_machine = |bytes: &[u8]| record_file::parse(bytes).is_ok_and(|file| file.record.review == Review::Machine);
    if !entry.named && (*record == Content::Missing || record.bytes().is_some_and(is_machine)) {
        return Ok(None);
    }
    let text = article.bytes().and_then(|bytes| Source::new(bytes, limits(entry, options)).ok());
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
    checked(entry, article, completed, options).map(Some)
}

/// The record to be written, if the rules have nothing against it.
fn checked(entry: &Entry, article: &Content, record: Record, options: &Options) -> Result<Written, String> {
    let printed = record_file::print(&record);
    let written = Input::Bytes(printed.as_bytes());
    let subject = Subject::new(&entry.id, input(article), written, limits(entry, options));
    let diagnostics = checking::check(&subject, &Levels::default());
    if diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Deny) {
        let exhibit = Exhibit::new(entry, article.bytes(), Some(printed.as_bytes()));
        return Err(exhibit.print(&diagnostics, &options.look));
    }
    Ok(Written { record, printed })
}

/// Why an entry is refused, as the rules see it.
fn refusal(entry: &Entry, article: &Content, record: &Content, levels: &Levels, options: &Options) -> String {
    let subject = Subject::new(&entry.id, input(article), input(record), limits(entry, options));
    let diagnostics = checking::check(&subject, levels);
    let report = Exhibit::new(entry, article.bytes(), record.bytes()).print(&diagnostics, &options.look);
    if report.is_empty() { format!("error: {}: there is nothing to accept\n", entry.article.name()) } else { report }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// Accepts two articles, then two others in their place with these answers: what is printed then, and how many
    /// records say what the new articles say.
    fn asked(answers: &[Answer]) -> (String, usize) {
        let folder = tempfile::tempdir().unwrap();
        let paths = [folder.path().to_owned()];
        let write = |words: &str| {
            for name in ["a.txt", "b.txt"] {
                fs::write(folder.path().join(name), format!("Leaders meet\n\n“{words},” President Ada Okoro said.\n"))
                    .unwrap();
            }
        };
        let run = |consent: Consent, ask: &mut dyn FnMut(&mut dyn Write) -> io::Result<Answer>| {
            let mut out = Vec::new();
            accept(&paths, &Options { consent, ..Options::default() }, ask, &mut out).unwrap();
            String::from_utf8(out).unwrap().replace(&format!("{}/", folder.path().display()), "")
        };
        write("We agree");
        run(Consent::Nobody, &mut |_| panic!("nobody is asked about new records"));
        write("We differ");
        let mut answers = answers.iter();
        let out = run(Consent::Asked, &mut |out| {
            writeln!(out, "?")?;
            Ok(*answers.next().unwrap())
        });
        assert_eq!(answers.next(), None, "every answer is wanted");
        let is_new = |name: &&str| fs::read_to_string(folder.path().join(name)).unwrap().contains("We differ");
        (out, ["a.record.json", "b.record.json"].iter().filter(|name| is_new(name)).count())
    }

    #[test]
    fn who_is_asked_sees_what_would_change_and_decides() {
        let (out, new) = asked(&[Answer::Yes, Answer::No]);
        let question = "  statement 1: words “We agree,” -> “We differ,”\n?\nwrote a.record.json\nb.record.json would say something else\n";
        assert!(out.starts_with("a.record.json would say something else\n") && out.contains(question), "{out}");
        assert!(out.ends_with("\nwrote 1 record; 0 unchanged, 0 left alone, 0 refused, 1 not agreed to\n"), "{out}");
        assert_eq!(new, 1);
    }

    #[test]
    fn who_has_said_all_or_quit_is_not_asked_again() {
        assert_eq!(asked(&[Answer::All]).1, 2);
        assert_eq!(asked(&[Answer::No, Answer::All]).1, 1);
        assert_eq!(asked(&[Answer::Quit]).1, 0);
        assert_eq!(
            ["y", " ALL\n", "quit", "n", "", "maybe"].map(Answer::of),
            [Some(Answer::Yes), Some(Answer::All), Some(Answer::Quit), Some(Answer::No), None, None]
        );
    }

    #[test]
    fn an_article_that_changes_while_somebody_is_asked_gets_no_record_of_what_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let (article, record) = (folder.path().join("a.txt"), folder.path().join("a.record.json"));
        let paths = [folder.path().to_owned()];
        let run = |consent: Consent, ask: &mut dyn FnMut(&mut dyn Write) -> io::Result<Answer>| {
            accept(&paths, &Options { consent, ..Options::default() }, ask, &mut Vec::new()).unwrap()
        };
        let text = |words: &str| format!("Leaders meet\n\n“{words},” President Ada Okoro said.\n");
        fs::write(&article, text("We agree")).unwrap();
        run(Consent::Given, &mut |_| panic!("nobody is asked"));
        let old = fs::read_to_string(&record).unwrap();
        fs::write(&article, text("We differ")).unwrap();
        let summary = run(Consent::Asked, &mut |_| {
            fs::write(&article, text("We do not know")).unwrap();
            Ok(Answer::Yes)
        });
        assert_eq!((summary.written, summary.refused), (0, 1));
        assert!(summary.troubles[0].message.ends_with("changed meanwhile; accept it again"), "{summary:?}");
        assert_eq!(fs::read_to_string(&record).unwrap(), old);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "no temporary file is left");
    }

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
