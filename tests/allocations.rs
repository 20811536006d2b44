//! How often reading an article allocates, and how much, against what is committed.
//!
//! The counts are the same on every machine, however busy. More than is written in `allocations.json` is a fault; much
//! less is one too, because what is written would then hold nobody to anything.

use std::{collections::BTreeMap, fs, path::Path};

use allocation_counter::{AllocationInfo, measure};
use rapporteur_corpus::{
    checking::{self, Input, Levels, Subject},
    document::{Document, Limits},
    reading, record_file,
};
use serde_json::{Value, json};

/// What is written may be above what is counted by this share.
const SLACK: f64 = 0.1;

const ADVICE: &str = "`RAPPORTEUR_UPDATE=1 cargo test -p suite --test allocations` writes what is counted now";

/// An article with the meeting, the statements and the quantities that an article usually has.
fn article() -> String {
    rapporteur_author::write(&rapporteur_author::dense_plan(7), &rapporteur_author::style(7)).text
}

fn counted(work: &dyn Fn() -> usize) -> AllocationInfo {
    // What is made once, such as the lexicon, is made here.
    let first = work();
    let mut second = 0;
    let info = measure(|| second = work());
    assert_eq!(first, second);
    info
}

fn all_counted() -> BTreeMap<&'static str, AllocationInfo> {
    let text = article();
    let document = Document::parse(&text);
    let record = reading::read(&document, "article").record;
    let json = record_file::print(&record);
    let subject = || {
        let (article, record) = (Input::Bytes(text.as_bytes()), Input::Bytes(json.as_bytes()));
        Subject::new("article", article, record, Limits::default())
    };
    BTreeMap::from([
        ("document", counted(&|| Document::parse(&text).blocks().len())),
        ("sentences", counted(&|| reading::sentences(&document).len())),
        ("read", counted(&|| reading::read(&document, "article").record.statements.len())),
        ("check", counted(&|| checking::check(&subject(), &Levels::default()).len())),
        ("record to JSON", counted(&|| record_file::print(&record).len())),
        (
            "JSON to record",
            counted(&|| record_file::parse(json.as_bytes()).map_or(0, |file| file.record.statements.len())),
        ),
    ])
}

/// What is wrong with a count beside the one that is written.
fn trouble(written: Option<u64>, counted: u64) -> Option<&'static str> {
    let Some(written) = written else { return Some("is not written") };
    if counted > written {
        return Some("is more than is written");
    }
    #[expect(clippy::cast_precision_loss, reason = "a share need not be exact")]
    let is_stale = (counted as f64) < written as f64 * (1.0 - SLACK);
    is_stale.then_some("is so much less than is written that the file is to be written anew")
}

#[test]
fn reading_allocates_no_more_than_is_written() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("allocations.json");
    let all = all_counted();
    let value = |info: &AllocationInfo| json!({"allocations": info.count_total, "bytes": info.bytes_total});
    if std::env::var_os("RAPPORTEUR_UPDATE").is_some() {
        let members = all.iter().map(|(stage, info)| ((*stage).to_owned(), value(info))).collect();
        fs::write(&path, serde_json::to_string_pretty(&Value::Object(members)).unwrap() + "\n").unwrap();
    }
    let written: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(written.as_object().unwrap().len(), all.len(), "{ADVICE}");
    let mut troubles = Vec::new();
    for (stage, info) in &all {
        for (what, counted) in [("allocations", info.count_total), ("bytes", info.bytes_total)] {
            let written = written[stage][what].as_u64();
            let trouble = trouble(written, counted);
            troubles.extend(trouble.map(|why| format!("{stage}: {counted} {what} {why} ({written:?})")));
        }
    }
    assert_eq!(troubles, [""; 0], "{ADVICE}");
}

#[test]
fn more_is_a_fault_and_so_is_much_less() {
    assert_eq!(trouble(Some(100), 100), None);
    assert_eq!(trouble(Some(100), 91), None);
    assert_eq!(trouble(Some(100), 101), Some("is more than is written"));
    assert_eq!(trouble(None, 1), Some("is not written"));
    assert!(trouble(Some(100), 80).unwrap().contains("written anew"));
}

#[test]
fn what_stays_after_a_read_is_only_the_record() {
    let text = article();
    let document = Document::parse(&text);
    let read = || drop(reading::read(&document, "article"));
    read();
    let info = measure(read);
    assert_eq!((info.count_current, info.bytes_current), (0, 0));
}
