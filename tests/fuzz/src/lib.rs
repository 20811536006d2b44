//! What must hold for any bytes, as functions that a fuzzer and the tests call.
//!
//! A [`Target`] takes any bytes and panics where a promise is broken. `cargo xtask fuzz` lets libFuzzer look for such
//! bytes, and keeps what it finds in `crashes`; the suite runs every target over those files and over its
//! [`seeds`](Target::seeds), without a fuzzer.
//!
//! ```
//! let target = rapporteur_fuzz::target("document").ok_or("no such target")?;
//! (target.run)("Leaders meet\n\n“Yes,” he said.\r\n".as_bytes());
//! # Ok::<(), &str>(())
//! ```

mod dictionary;
mod seeds;

// In the order in which the command meets them.
mod document;

mod reading;

mod record;

mod pair;

mod lines;

mod config;

pub use dictionary::dictionary;
pub use seeds::Sample;

/// Something that takes bytes from anywhere.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// What it is called.
    pub name: &'static str,
    /// What must hold, in a line.
    pub promise: &'static str,
    /// Takes any bytes, and panics where the promise is broken.
    pub run: fn(&[u8]),
    /// Bytes to begin with, made of articles.
    pub seeds: fn(&[Sample]) -> Vec<Vec<u8>>,
}

/// All targets.
pub const TARGETS: [Target; 6] = [
    Target {
        name: "document",
        promise: "blocks tile the text, and blocks, head, marks and positions are those of the slow reference",
        run: document::run,
        seeds: seeds::texts,
    },
    Target {
        name: "reading",
        promise: "a text is read the same twice, every span holds its words, and no rule denies the record",
        run: reading::run,
        seeds: seeds::texts,
    },
    Target {
        name: "record",
        promise: "a record file is refused with a place, or is printed and parsed to the same record",
        run: record::run,
        seeds: seeds::records,
    },
    Target {
        name: "pair",
        promise: "findings about an article and a record lie inside them, and fixes leave nothing worse",
        run: pair::run,
        seeds: seeds::pairs,
    },
    Target {
        name: "lines",
        promise: "of lines of articles each that is not blank is answered by one line of JSON",
        run: lines::run,
        seeds: seeds::lines,
    },
    Target {
        name: "config",
        promise: "a configuration is taken, or refused with places inside it",
        run: config::run,
        seeds: seeds::configs,
    },
];

/// The target of this name.
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}
