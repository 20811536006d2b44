//! `cargo xtask`: the chores of this repository.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Parser, Subcommand};

mod check_corpus;

mod score;

mod generated;

mod schema;

mod rules;

mod readme;

mod test;

mod review;

mod ci;

/// The chores of this repository.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Check the articles and records of this repository, and what only they owe
    CheckCorpus {
        /// Write the floor of the score anew where the score has risen
        #[arg(long)]
        raise_floor: bool,
    },
    /// Run all tests; no snapshot is ever written
    Test {
        /// How many cases a property is tried on
        #[arg(long, value_name = "N")]
        cases: Option<u32>,
    },
    /// Show the snapshots that differ, and accept or reject them
    Review {
        /// Accept all of them
        #[arg(long, conflicts_with = "reject")]
        accept: bool,
        /// Reject all of them
        #[arg(long)]
        reject: bool,
    },
    /// Write the JSON Schema of records
    Schema {
        /// Only say whether the file is in step
        #[arg(long)]
        check: bool,
    },
    /// Write the page of rules
    Rules {
        /// Only say whether the file is in step
        #[arg(long)]
        check: bool,
    },
    /// Draw the picture in the README anew
    Readme {
        /// Only say whether the file is in step
        #[arg(long)]
        check: bool,
    },
    /// Run everything that a change has to pass
    Ci,
}

/// How a chore ends: well, or with what is wrong.
type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let outcome = match Arguments::parse().chore {
        Chore::CheckCorpus { raise_floor } => check_corpus::run(raise_floor),
        Chore::Test { cases } => test::run(cases),
        Chore::Review { accept, reject } => review::run(accept, reject),
        Chore::Schema { check } => schema::run(check),
        Chore::Rules { check } => rules::run(check),
        Chore::Readme { check } => readme::run(check),
        Chore::Ci => ci::run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where even standard error is closed, nobody wants to know.
            let _ = writeln!(std::io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The repository's folder.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// The folders whose articles belong to the repository.
fn corpora() -> [PathBuf; 2] {
    ["seeds", "corpus"].map(|folder| root().join(folder))
}
