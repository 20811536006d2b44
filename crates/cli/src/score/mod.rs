//! `rapporteur score`: how much of what people have marked up the reader reads.
//!
//! ```
//! use rapporteur::score;
//!
//! let folder = tempfile::tempdir()?;
//! let gold = folder.path().join("gold.jsonl");
//! let line = r#"{"id":"a","text":"“We agree,” Ada Okoro said.","quotes":[
//!     {"start":0,"end":15,"type":"direct","speaker":{"start":16,"end":25}}]}"#;
//! std::fs::write(&gold, line.replace('\n', ""))?;
//! let mut report = Vec::new();
//! let options = score::Options { views: vec![score::View::Direct], ..score::Options::default() };
//! score::score(&gold, &options, &mut report, &mut std::io::stderr())?;
//!
//! assert!(String::from_utf8_lossy(&report).contains("e2e_head    P 1.0000  R 1.0000  F1 1.0000"));
//! # Ok::<(), std::io::Error>(())
//! ```

use std::{
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use rapporteur_corpus::document::Limits;
use rayon::prelude::*;

use crate::{
    check::counted,
    escape,
    files::{self, Trouble},
    progress::Progress,
    read,
};

// In reading order: what comes in, what is compared, what comes of it, and how it is shown.
pub mod gold;

pub mod metrics;

mod marks;

mod words;

pub mod errors;

pub mod report;

pub mod slots;

pub mod records;

#[cfg(test)]
mod sample;

pub use errors::Kind;
pub use metrics::View;

/// How to print figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Tables.
    #[default]
    Human,
    /// A line of JSON a view.
    Json,
}

/// How to score.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The views whose figures are printed in full; where none is named, all views in one table.
    pub views: Vec<View>,
    /// Which errors to list, if any.
    pub errors: Option<report::Listing>,
    /// How to print.
    pub format: Format,
    /// A file of predictions to score instead of what the reader reads.
    pub predictions: Option<PathBuf>,
    /// How large an article may be.
    pub limits: Limits,
    /// Whether to show progress.
    pub progress: bool,
}

/// How scoring went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many articles could not be read, and count as if nothing had been read in them.
    pub failed: usize,
    /// Why there is nothing to score.
    pub troubles: Vec<Trouble>,
}

/// Scores the reader, or given predictions, against the gold at `gold` (`-` is standard input). Figures go to `out`;
/// what could not be read, and what looks wrong with predictions, to `errors`.
///
/// # Errors
///
/// When the output cannot be written.
pub fn score(gold: &Path, options: &Options, out: &mut dyn Write, errors: &mut dyn Write) -> io::Result<Outcome> {
    let mut outcome = Outcome::default();
    let articles = match content(gold).and_then(|file| gold::articles(&file)) {
        Ok(articles) => articles,
        Err(why) => {
            outcome.troubles.push(Trouble::new(name(gold), why));
            return Ok(outcome);
        }
    };
    let (readings, whose) = match &options.predictions {
        None => (read_now(&articles, options), "as read now".to_owned()),
        Some(path) => match content(path).and_then(|file| gold::predictions(&file, &articles)) {
            Ok(mut predictions) => {
                if predictions.cut > 0 {
                    let (name, cut) = (name(path), predictions.cut);
                    writeln!(
                        errors,
                        "warning: {name}: {cut} spans cut a character or leave the text; offsets count UTF-8 bytes"
                    )?;
                }
                let reading =
                    |article: &gold::Article| predictions.readings.remove(&article.id).unwrap_or(Ok(Vec::new()));
                (articles.iter().map(reading).collect(), format!("as {} has them", name(path)))
            }
            Err(why) => {
                outcome.troubles.push(Trouble::new(name(path), why));
                return Ok(outcome);
            }
        },
    };
    for (article, reading) in articles.iter().zip(&readings) {
        if let Err(why) = reading {
            outcome.failed += 1;
            let (id, why) = (escape::text(&article.id), escape::text(why));
            writeln!(errors, "error: {}: {id}: {why}; scored as if nothing had been read", name(gold))?;
        }
    }

    let views = if options.views.is_empty() { &View::ALL[..] } else { &options.views };
    let scored: Vec<report::Scored<'_>> =
        views.iter().map(|view| scored(*view, &articles, &readings, options.errors.is_some())).collect();
    match options.format {
        Format::Human => {
            writeln!(out, "{}: {}, {whose}", name(gold), counted(articles.len(), "article"))?;
            if options.views.is_empty() {
                write!(out, "\n{}", report::table(&scored))?;
            }
            for scored in &scored {
                if !options.views.is_empty() {
                    write!(out, "\n{}", report::details(scored))?;
                }
                if let Some(listing) = &options.errors {
                    write!(out, "\n{}", report::errors(scored, listing))?;
                }
            }
        }
        Format::Json => {
            for scored in &scored {
                out.write_all(report::json(scored, articles.len(), options.errors.as_ref()).as_bytes())?;
            }
        }
    }
    out.flush()?;
    Ok(outcome)
}

fn name(path: &Path) -> String {
    if path.as_os_str() == "-" { "<standard input>".to_owned() } else { escape::path(path) }
}

fn content(path: &Path) -> Result<Vec<u8>, String> {
    let read = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(path)
    };
    read.map_err(|error| files::reason(&error))
}

/// What `rapporteur read --to attributions` says of each article.
fn read_now(articles: &[gold::Article], options: &Options) -> Vec<gold::Reading> {
    let read_options = read::Options { to: read::To::Attributions, limits: options.limits, ..read::Options::default() };
    let read = |article: &gold::Article| {
        let record = read::record(article.text.as_bytes(), &article.id, read_options)?;
        let quote = |quote: read::Quote| gold::Quote {
            kind: Some(quote.r#type),
            speaker: quote.speaker,
            cue: quote.cue,
            ..gold::Quote::new(quote.span)
        };
        Ok(read::attributions(&record).quotes.into_iter().map(quote).collect())
    };
    let mut progress = Progress::new("reading", articles.len(), options.progress);
    let mut readings = Vec::with_capacity(articles.len());
    for batch in articles.chunks(files::BATCH) {
        readings.par_extend(batch.par_iter().map(read));
        progress.advance(batch.len());
    }
    readings
}

fn scored<'a>(
    view: View,
    articles: &'a [gold::Article],
    readings: &[gold::Reading],
    wants_errors: bool,
) -> report::Scored<'a> {
    let one = |(article, reading): (&'a gold::Article, &gold::Reading)| {
        let comparison = metrics::compare(article, reading.as_deref().unwrap_or_default(), view);
        let errors = if wants_errors { errors::errors(&comparison) } else { Vec::new() };
        (comparison.figures(), article, errors)
    };
    let all: Vec<_> = articles.par_iter().zip(readings).map(one).collect();
    let mut scored = report::Scored { view, figures: metrics::Figures::default(), errors: None };
    let mut errors = Vec::new();
    for (figures, article, found) in all {
        scored.figures += figures;
        errors.extend(found.into_iter().map(|error| (article, error)));
    }
    scored.errors = wants_errors.then_some(errors);
    scored
}
