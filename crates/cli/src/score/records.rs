//! Scoring against reviewed records: every article that has one is read anew and compared with it.

use std::{
    fmt::Write as _,
    io::{self, Write},
    path::PathBuf,
};

use rapporteur_corpus::{document::Limits, record_file};
use rapporteur_model::{Record, Review};
use rayon::prelude::*;
use serde_json::json;

use super::{
    Format, Outcome,
    metrics::Tally,
    slots::{Slot, Slots},
};
use crate::{
    check::counted,
    escape,
    files::{self, Content, Entry},
    progress::Progress,
    read,
};

/// How to score against records.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// How many differences of each slot are listed, if any.
    pub errors: Option<usize>,
    /// How to print.
    pub format: Format,
    /// How large an article may be.
    pub limits: Limits,
    /// Whether to show progress.
    pub progress: bool,
}

/// One article compared with its reviewed record.
#[derive(Debug, Clone)]
pub struct Compared {
    /// Where the article is.
    pub name: String,
    /// The figures, of this article alone.
    pub slots: Slots,
}

/// Scores the reader on the articles at `paths` that have a reviewed record beside them. The others are passed over.
///
/// # Errors
///
/// When the output cannot be written.
pub fn score(paths: &[PathBuf], options: &Options, out: &mut dyn Write) -> io::Result<Outcome> {
    let found = files::find(paths);
    let (compared, failed) = compare(&found.entries, options);
    match options.format {
        Format::Human => out.write_all(table(&compared).as_bytes())?,
        Format::Json => writeln!(out, "{}", json(&total(&compared)))?,
    }
    if let Some(most) = options.errors {
        out.write_all(differences(&compared, most).as_bytes())?;
    }
    out.flush()?;
    Ok(Outcome { failed, troubles: found.troubles })
}

/// Compares the entries that have a reviewed record, in their order; tells also how many could not be read.
pub fn compare(entries: &[Entry], options: &Options) -> (Vec<Compared>, usize) {
    let mut progress = Progress::new("reading", entries.len(), options.progress);
    let (mut compared, mut failed) = (Vec::new(), 0);
    for batch in entries.chunks(files::BATCH) {
        let results: Vec<_> = batch.par_iter().map(|entry| slots(entry, options.limits)).collect();
        for (entry, result) in batch.iter().zip(results) {
            match result {
                Ok(Some(slots)) => compared.push(Compared { name: entry.article.name(), slots }),
                Ok(None) => {}
                Err(_) => failed += 1,
            }
        }
        progress.advance(batch.len());
    }
    (compared, failed)
}

/// The figures of an article; none where it has no reviewed record.
fn slots(entry: &Entry, limits: Limits) -> Result<Option<Slots>, String> {
    let Some(reviewed) = reviewed(entry) else { return Ok(None) };
    let article = files::content(&entry.article, u64::from(limits.article_bytes));
    let Content::Bytes(bytes) = article else { return Err("the article cannot be read".to_owned()) };
    let options = read::Options { limits, text: false, ..read::Options::default() };
    let record = read::record(&bytes, &entry.id, options)?;
    Ok(Some(Slots::of(&record, &reviewed)))
}

fn reviewed(entry: &Entry) -> Option<Record> {
    let file = files::content(&entry.record, record_file::MAX_BYTES as u64);
    let record = record_file::parse(file.bytes()?).ok()?.record;
    (record.review == Review::Reviewed).then_some(record)
}

/// The figures of all articles together.
pub fn total(compared: &[Compared]) -> Slots {
    compared.iter().fold(Slots::default(), |mut sum, compared| {
        sum += compared.slots.clone();
        sum
    })
}

/// Every slot with something in it, and all of them together.
pub fn table(compared: &[Compared]) -> String {
    let total = total(compared);
    let mut out = format!("{}\n\n", counted(compared.len(), "reviewed record"));
    // Writing to a string cannot fail, here and below.
    let _ =
        writeln!(out, "{:12}{:>6}  {:>6}  {:>6}  {:>6} {:>6} {:>6}", "slot", "P", "R", "F1", "right", "read", "gold");
    for slot in Slot::ALL {
        let tally = total.tally(slot);
        if tally.read + tally.gold > 0 {
            let _ = writeln!(out, "{}", row(slot.name(), tally));
        }
    }
    let _ = writeln!(out, "{}", row("all", total.micro()));
    out
}

fn row(name: &str, tally: Tally) -> String {
    let Tally { right, read, gold } = tally;
    let (precision, recall, f1) = (tally.precision(), tally.recall(), tally.f1());
    format!("{name:12}{precision:6.4}  {recall:6.4}  {f1:6.4}  {right:6} {read:6} {gold:6}")
}

/// The first differences of each slot.
pub fn differences(compared: &[Compared], most: usize) -> String {
    let mut out = String::new();
    for slot in Slot::ALL {
        let of_slot = compared.iter().flat_map(|compared| {
            compared
                .slots
                .differences
                .iter()
                .filter(move |difference| difference.slot == slot)
                .map(move |item| (compared, item))
        });
        for (compared, difference) in of_slot.take(most) {
            let what = if difference.missed { "missed" } else { "spurious" };
            let (name, item) = (&compared.name, escape::text(&difference.item));
            let _ = writeln!(out, "{what} {} in {name}: {}", slot.name(), item.trim_end());
        }
    }
    out
}

fn json(total: &Slots) -> String {
    let figures = |tally: Tally| {
        let Tally { right, read, gold } = tally;
        json!({"P": tally.precision(), "R": tally.recall(), "F1": tally.f1(), "right": right, "read": read, "gold": gold})
    };
    let slots: serde_json::Map<_, _> =
        Slot::ALL.iter().map(|slot| (slot.name().to_owned(), figures(total.tally(*slot)))).collect();
    json!({"records": total.records, "slots": slots, "all": figures(total.micro())}).to_string()
}
