//! `cargo xtask`: the chores of this repository.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{
    Parser, Subcommand,
    builder::{PossibleValuesParser, TypedValueParser},
};
use rapporteur::score::{Kind, Options, View, report::Listing};

mod check_corpus;

mod score;

mod score_gold;

mod generated;

mod schema;

mod registry;
mod rules;

mod new_rule;

mod readme;

mod test;

mod review;

mod ci;

mod bench;

mod fuzz;

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
    /// Begin a rule: write its file, and list it
    NewRule {
        /// What it is called: the flaw, in lower-case words joined by hyphens
        name: String,
        /// The family: articles, binding, contents, form of files, how records stand
        ///
        /// A rule of family X compares articles: copy the file of one that does, and list it in `checking/across/mod.rs`,
        /// since what it looks for depends on what is kept of each article.
        #[arg(long, default_value = "A", value_parser = PossibleValuesParser::new(new_rule::FAMILIES))]
        family: String,
    },
    /// Write the list and the page of rules
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
    /// Score what is read against what people have marked up
    Score {
        /// Gold, an article a line; without it, the reviewed records of this repository
        path: Option<PathBuf>,
        /// Print all figures of a view
        #[arg(long, value_parser = PossibleValuesParser::new(View::NAMES).try_map(|name| name.parse::<View>()))]
        view: Vec<View>,
        /// List the first errors of each kind
        #[arg(long, value_name = "N")]
        errors: Option<usize>,
        /// List only errors of this kind
        #[arg(long, requires = "errors", value_parser = PossibleValuesParser::new(Kind::NAMES).try_map(|name| name.parse::<Kind>()))]
        kind: Vec<Kind>,
        /// Show the articles that the reader is not tuned to, slot by slot, instead of the others
        #[arg(long, conflicts_with = "path")]
        unseen: bool,
    },
    /// Run everything that a change has to pass
    Ci,
    /// Look for bytes that break a promise, and keep them as tests
    Fuzz {
        /// Only this target
        #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(rapporteur_fuzz::TARGETS.map(|target| target.name)))]
        target: Vec<String>,
        /// For how long, each target
        #[arg(long, value_name = "N", default_value_t = 120, value_parser = clap::value_parser!(u32).range(1..))]
        seconds: u32,
        /// Run only this file through the target, without the fuzzer
        #[arg(long, value_name = "FILE", requires = "target", conflicts_with = "seconds")]
        input: Option<PathBuf>,
    },
    /// Measure how fast the reader and the command are, on articles written for it
    Bench(bench::Bench),
}

/// How a chore ends: well, or with what is wrong.
type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let outcome = match Arguments::parse().chore {
        Chore::CheckCorpus { raise_floor } => check_corpus::run(raise_floor),
        Chore::Test { cases } => test::run(cases),
        Chore::Review { accept, reject } => review::run(accept, reject),
        Chore::Schema { check } => schema::run(check),
        Chore::NewRule { name, family } => new_rule::run(&name, &family),
        Chore::Rules { check } => rules::run(check),
        Chore::Readme { check } => readme::run(check),
        Chore::Score { path: None, errors, unseen, .. } => score::run(unseen, errors),
        Chore::Score { path: Some(path), view, errors, kind, .. } => {
            let errors = errors.map(|most| Listing { most, kinds: kind });
            match score_gold::run(&path, &Options { views: view, errors, ..Options::default() }) {
                Ok(code) => return code,
                Err(error) => Err(error.into()),
            }
        }
        Chore::Ci => ci::run(),
        Chore::Fuzz { target, input: Some(input), .. } => {
            target.iter().try_for_each(|target| fuzz::repeat(target, &input))
        }
        Chore::Fuzz { target, seconds, input: None } => fuzz::run(&target, seconds),
        Chore::Bench(bench) => bench::run(&bench),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// Says on standard error what is wrong. Where even that is closed, nobody wants to know.
fn complain(message: &str) {
    let _ = writeln!(std::io::stderr(), "error: {message}");
}

/// The repository's folder.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// The folders whose articles belong to the repository.
fn corpora() -> [PathBuf; 2] {
    ["seeds", "corpus"].map(|folder| root().join(folder))
}
