//! `cargo xtask bench`: how fast the reader and the command are, on articles written for it.
//!
//! Figures are for people to compare between two versions on one machine, and `docs/performance.md` holds the last ones.
//! No test looks at a clock.

mod articles;
mod check;
mod figures;
mod growth;
mod instructions;
mod page;
mod process;
mod stages;
mod startup;
mod throughput;

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::Command,
};

use clap::{Args, Subcommand};

use self::{articles::Articles, instructions::Counted, page::Section};
use crate::Outcome;

/// What to measure, and what to do with the figures.
#[derive(Args)]
pub(crate) struct Bench {
    #[command(subcommand)]
    measure: Measure,
    /// Put the figures into docs/performance.md, too
    #[arg(long, global = true)]
    write: bool,
    /// The command to time, which was built before; without it, this version's is built as it is released
    #[arg(long, value_name = "PATH", global = true)]
    command: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Measure {
    /// Everything below, at its usual size
    All {
        /// Measure throughput with the articles of this file, too: `{"id", "text"}` a line
        #[arg(long, value_name = "FILE")]
        articles: Option<PathBuf>,
    },
    /// Megabytes and articles a second of each stage, beside `from_utf8`, `wc -lw` and `sha256sum`
    Throughput {
        /// The articles, `{"id", "text"}` a line; without it, articles are generated
        #[arg(long, value_name = "FILE")]
        articles: Option<PathBuf>,
        /// How many articles are generated
        #[arg(long, value_name = "N", default_value_t = 10_000)]
        count: usize,
    },
    /// `rapporteur read` of 1, 10 and 100 MB of articles
    Growth,
    /// One article of 10 kB to 10 MB, stage by stage
    OneArticle,
    /// `rapporteur read` of articles from a pipe
    Stream {
        /// How many megabytes of text
        #[arg(long, value_name = "N", default_value_t = 1_000)]
        megabytes: u64,
    },
    /// How long the command takes to say its version, and to check one small article
    Startup,
    /// `rapporteur check`, beside `wc -lw` and a plain read of the same files
    Check {
        /// How many articles, each with its record; a tenth of them is tried too
        #[arg(long, value_name = "N", default_value_t = 10_000)]
        pairs: usize,
        /// Try ten times as many, too
        #[arg(long)]
        growth: bool,
    },
    /// Instructions a byte of each stage, and the functions in which most are, as callgrind counts them
    Instructions,
    /// What `instructions` runs under callgrind
    #[command(hide = true)]
    Counted { stage: String },
}

pub(crate) fn run(bench: &Bench) -> Outcome {
    if cfg!(debug_assertions) {
        return run_optimized();
    }
    if let Measure::Counted { stage } = &bench.measure {
        let stage = Counted::named(stage).ok_or("there is no such stage")?;
        return Ok(writeln!(io::stdout(), "{}", instructions::prepare_and_run(stage))?);
    }
    let command = bench.command.clone().map_or_else(|| process::built("rapporteur"), Ok)?;
    let chore = Chore { command: &command, write: bench.write };
    match &bench.measure {
        Measure::All { articles } => {
            chore.throughput(None, 10_000)?;
            if let Some(file) = articles {
                chore.throughput(Some(file), 0)?;
            }
            chore.growth()?;
            chore.one_article()?;
            chore.startup()?;
            chore.check(10_000, true)?;
            chore.stream(1_000)?;
            chore.instructions()
        }
        Measure::Throughput { articles, count } => chore.throughput(articles.as_deref(), *count),
        Measure::Growth => chore.growth(),
        Measure::OneArticle => chore.one_article(),
        Measure::Stream { megabytes } => chore.stream(*megabytes),
        Measure::Startup => chore.startup(),
        Measure::Check { pairs, growth } => chore.check(*pairs, *growth),
        Measure::Instructions => chore.instructions(),
        Measure::Counted { .. } => Ok(()),
    }
}

/// Does all this again in an optimized build: what stages take in another one says nothing.
fn run_optimized() -> Outcome {
    let optimized = process::built("xtask")?;
    let status = Command::new(optimized).args(std::env::args_os().skip(1)).status()?;
    if status.success() { Ok(()) } else { Err("the optimized build of this chore failed".into()) }
}

/// The command to time, and whether the figures go into the page.
struct Chore<'a> {
    command: &'a Path,
    write: bool,
}

impl Chore<'_> {
    /// Prints a section with the command that makes it.
    fn tell(&self, section: Section, arguments: &str, circumstances: &str, content: &str) -> Outcome {
        let content = format!("`cargo xtask bench {arguments}`\n\n{content}");
        let mut out = io::stdout().lock();
        writeln!(out, "{circumstances}\n\n{content}")?;
        out.flush()?;
        if self.write {
            page::write(Section::Machine, circumstances)?;
            page::write(section, &content)?;
        }
        Ok(())
    }

    fn throughput(&self, file: Option<&Path>, count: usize) -> Outcome {
        let circumstances = page::circumstances();
        let (articles, section, arguments) = match file {
            Some(file) => {
                (Articles::of_file(file)?, Section::ThroughputOfAFile, "throughput --articles FILE".to_owned())
            }
            None => (Articles::written(count), Section::Throughput, format!("throughput --count {count}")),
        };
        self.tell(section, &arguments, &circumstances, &throughput::section(&articles, self.command)?)
    }

    fn growth(&self) -> Outcome {
        let circumstances = page::circumstances();
        let content = growth::articles(&Articles::written(1_000), self.command)?;
        self.tell(Section::Growth, "growth", &circumstances, &content)
    }

    fn one_article(&self) -> Outcome {
        let circumstances = page::circumstances();
        self.tell(Section::OneArticle, "one-article", &circumstances, &growth::one_article(&Articles::written(1_000)))
    }

    fn stream(&self, megabytes: u64) -> Outcome {
        let circumstances = page::circumstances();
        let content = growth::stream(&Articles::written(1_000), megabytes * 1_000_000, self.command)?;
        self.tell(Section::Stream, &format!("stream --megabytes {megabytes}"), &circumstances, &content)
    }

    fn startup(&self) -> Outcome {
        let circumstances = page::circumstances();
        self.tell(Section::Startup, "startup", &circumstances, &startup::section(self.command)?)
    }

    fn check(&self, pairs: usize, growth: bool) -> Outcome {
        let circumstances = page::circumstances();
        let arguments = format!("check --pairs {pairs}{}", if growth { " --growth" } else { "" });
        self.tell(Section::Check, &arguments, &circumstances, &check::section(pairs, growth, self.command)?)
    }

    fn instructions(&self) -> Outcome {
        let circumstances = page::circumstances();
        let content = instructions::section(&std::env::current_exe()?)?;
        self.tell(Section::Instructions, "instructions", &circumstances, &content)
    }
}
