//! The `rapporteur` command: arguments in, exit code out. What it does stands in the library.

use std::{
    io::{self, IsTerminal, Write},
    path::PathBuf,
    process::ExitCode,
    sync::atomic::{AtomicBool, Ordering},
};

use anstream::{AutoStream, ColorChoice};
use clap::{
    Args, Parser, Subcommand, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use rapporteur::{accept, check, explain, files::Trouble, read, report, score, show};
use rapporteur_corpus::{
    checking::{Level, Levels, Safety},
    document::Limits,
};

/// Reads diplomatic news articles and records who met, and who said what.
#[derive(Parser)]
#[command(version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Read articles and print their records
    ///
    /// Exits with 1 where an article could not be read, with 2 where a path could not be had.
    Read {
        #[command(flatten)]
        input: Input,
        /// What comes in: a file an article, or `{"id", "text"}` a line
        #[arg(long, value_enum, default_value_t = From::Text)]
        from: From,
        /// What goes out: one record, a record a line, or a line of attributions an article
        ///
        /// Without it, `json` for one article from a file and `jsonl` for lines.
        #[arg(long, value_enum)]
        to: Option<To>,
        /// Let the records carry their articles' text
        #[arg(long)]
        text: bool,
    },
    /// Check articles and the records beside them
    ///
    /// Exits with 0 where nothing is denied, with 1 where something is, with 2 where a path could not be had.
    Check {
        #[command(flatten)]
        input: Input,
        /// How to print findings
        #[arg(long, value_enum, default_value_t = FindingsFormat::Human)]
        format: FindingsFormat,
        /// How many findings to print; the counts and the exit code are of all
        ///
        /// Without it, 1000 in the human format and all in the others.
        #[arg(long, value_name = "N")]
        max_findings: Option<usize>,
        /// Mend what can be mended without changing what a record says, and report what is left
        #[arg(long)]
        fix: bool,
        /// With --fix, also apply fixes whose outcome a person should look at
        #[arg(long, requires = "fix")]
        unsafe_fixes: bool,
        /// Make a rule's findings errors
        #[arg(long, value_name = "RULE")]
        deny: Vec<String>,
        /// Make a rule's findings warnings
        #[arg(long, value_name = "RULE")]
        warn: Vec<String>,
        /// Leave a rule's findings out
        #[arg(long, value_name = "RULE")]
        allow: Vec<String>,
    },
    /// Write records beside their articles
    ///
    /// New articles get a record, records that the reader would now read differently are written anew, and those that
    /// a person has reviewed are left alone.
    Accept {
        #[command(flatten)]
        input: Input,
        /// Complete, check, seal and print the records that a person has written or corrected
        ///
        /// A machine record becomes a reviewed one only where it is named itself, not with its folder.
        #[arg(long)]
        reviewed: bool,
    },
    /// Show an article with what was read in it
    Show {
        #[command(flatten)]
        input: Input,
        /// Columns of a line; without it the terminal's, at most 100
        #[arg(long)]
        width: Option<usize>,
        /// Say below each statement why it was read: its cue, the rule that found its words, its speaker
        ///
        /// The reasons are of what the reader reads now. Of a statement in the record beside the article that the
        /// reader would not read with this cue and these first words, it says so.
        #[arg(long)]
        explain: bool,
    },
    /// Explain a rule
    Explain {
        /// Its name or code
        rule: String,
    },
    /// Score what is read against what people have marked up
    ///
    /// Exits with 1 where an article could not be read, with 2 where the gold or the predictions cannot be used.
    Score {
        /// Gold: a folder of articles with reviewed records, or `{"id", "text", "quotes": [{"start", "end", "type",
        /// "cue", "speaker"}]}` a line, or `-`
        gold: PathBuf,
        /// Print all figures of a view; without it, those most looked at of all views
        #[arg(long, value_name = "VIEW", value_parser = PossibleValuesParser::new(score::View::NAMES).try_map(|name| name.parse::<score::View>()))]
        view: Vec<score::View>,
        /// List the first errors of each kind
        #[arg(long, value_name = "N")]
        errors: Option<usize>,
        /// List only errors of this kind
        #[arg(long, value_name = "KIND", requires = "errors", value_parser = PossibleValuesParser::new(score::Kind::NAMES).try_map(|name| name.parse::<score::Kind>()))]
        kind: Vec<score::Kind>,
        /// How to print
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
        /// Score these predictions, of the form that `read --to attributions` prints
        #[arg(long, value_name = "FILE")]
        pred: Option<PathBuf>,
    },
}

#[derive(Args)]
struct Input {
    /// Files, folders, or `-` for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The largest article, in bytes
    #[arg(long, value_name = "N")]
    limit_bytes: Option<u32>,
}

impl Input {
    fn limits(&self) -> Limits {
        self.limit_bytes.map_or_else(Limits::default, |article_bytes| Limits { article_bytes })
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum From {
    Text,
    Jsonl,
}

#[derive(Clone, Copy, ValueEnum)]
enum To {
    Json,
    Jsonl,
    Attributions,
}

/// How `check` prints findings.
#[derive(Clone, Copy, ValueEnum)]
enum FindingsFormat {
    /// The lines with marks under the words
    Human,
    /// The form of docs/findings.md
    Json,
    /// SARIF 2.1.0
    Sarif,
    /// Workflow commands of GitHub
    Github,
    /// The form that reviewdog reads
    Rdjson,
}

impl FindingsFormat {
    fn format(self) -> report::Format {
        match self {
            Self::Human => report::Format::Human,
            Self::Json => report::Format::Json,
            Self::Sarif => report::Format::Sarif,
            Self::Github => report::Format::Github,
            Self::Rdjson => report::Format::Rdjson,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Human,
    Json,
}

/// Nothing was denied, and everything was read.
const DONE: u8 = 0;
/// Something is wrong with an article or a record.
const FOUND: u8 = 1;
/// Something could not be done at all.
const COULD_NOT_RUN: u8 = 2;
/// Nobody reads on: what a shell reports of a program that a closed pipe has ended.
const CLOSED_PIPE: u8 = 141;

/// What a shell reports of a program that Ctrl-C has ended.
const INTERRUPTED: u8 = 130;

/// Whether Ctrl-C was pressed.
static STOP: AtomicBool = AtomicBool::new(false);

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(arguments.command) {
        Ok(code) => ExitCode::from(code),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(CLOSED_PIPE),
        Err(error) if error.kind() == io::ErrorKind::Interrupted => ExitCode::from(INTERRUPTED),
        Err(error) => {
            complain(&format!("the output could not be written: {error}"));
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}

fn run(command: Command) -> io::Result<u8> {
    let stdout = io::stdout();
    let colour = AutoStream::choice(&stdout) != ColorChoice::Never;
    let mut out = io::BufWriter::new(AutoStream::auto(stdout.lock()));
    let progress = io::stderr().is_terminal();
    match command {
        Command::Read { input, from, to, text } => {
            let from = match from {
                From::Text => read::From::Text,
                From::Jsonl => read::From::Jsonl,
            };
            let to = match (to, from) {
                (Some(To::Json), _) | (None, read::From::Text) => read::To::Json,
                (Some(To::Jsonl), _) | (None, read::From::Jsonl) => read::To::Jsonl,
                (Some(To::Attributions), _) => read::To::Attributions,
            };
            // The records would run through the bar.
            let progress = progress && !io::stdout().is_terminal();
            let options = read::Options { from, to, text, limits: input.limits(), progress };
            let outcome = read::read(&input.paths, options, &mut out, &mut io::stderr())?;
            Ok(code(&outcome.troubles, outcome.failed))
        }
        Command::Check { input, format, max_findings, fix, unsafe_fixes, deny, warn, allow } => {
            let levels = match levels(&deny, &warn, &allow) {
                Ok(levels) => levels,
                Err(message) => {
                    complain(&message);
                    return Ok(COULD_NOT_RUN);
                }
            };
            let look = report::Look { format: format.format(), colour, width: width(None) };
            let fix = fix.then_some(if unsafe_fixes { Safety::Unsafe } else { Safety::Safe });
            let stop = fix.and_then(|_| interruptible());
            let limits = input.limits();
            let options = check::Options { levels, limits, look, most: max_findings, fix, progress, stop };
            let summary = check::check(&input.paths, &options, &mut out)?;
            Ok(code(&summary.troubles, summary.counts.denied))
        }
        Command::Accept { input, reviewed } => {
            let look = report::Look { format: report::Format::Human, colour, width: width(None) };
            let stop = interruptible();
            let options = accept::Options { reviewed, limits: input.limits(), look, progress, stop };
            let summary = accept::accept(&input.paths, &options, &mut out)?;
            Ok(code(&summary.troubles, summary.refused))
        }
        Command::Show { input, width: wanted, explain } => {
            let look = report::Look { format: report::Format::Human, colour, width: width(wanted) };
            let options = show::Options { limits: input.limits(), look, explain };
            let outcome = show::show(&input.paths, &options, &mut out)?;
            Ok(code(&outcome.troubles, outcome.failed))
        }
        Command::Explain { rule } => match explain::explain(&rule, &mut out)? {
            Ok(()) => Ok(DONE),
            Err(message) => {
                complain(&message);
                Ok(COULD_NOT_RUN)
            }
        },
        Command::Score { gold, view, errors, kind, format, pred } => {
            let format = match format {
                Format::Human => score::Format::Human,
                Format::Json => score::Format::Json,
            };
            if gold.is_dir() || gold.extension().is_some_and(|end| end == "txt") {
                let options = score::records::Options { errors, format, limits: Limits::default(), progress };
                let outcome = score::records::score(&[gold], &options, &mut out)?;
                return Ok(code(&outcome.troubles, outcome.failed));
            }
            let options = score::Options {
                views: view,
                errors: errors.map(|most| score::report::Listing { most, kinds: kind }),
                format,
                predictions: pred,
                limits: Limits::default(),
                progress,
            };
            let outcome = score::score(&gold, &options, &mut out, &mut io::stderr())?;
            Ok(code(&outcome.troubles, outcome.failed))
        }
    }
}

/// The exit code, with the troubles told.
fn code(troubles: &[Trouble], failed: usize) -> u8 {
    for trouble in troubles {
        complain(&trouble.to_string());
    }
    match (troubles.is_empty(), failed) {
        (false, _) => COULD_NOT_RUN,
        (true, 0) => DONE,
        (true, _) => FOUND,
    }
}

/// The first Ctrl-C lets the files that are being written be finished; without a handler it ends at once.
fn interruptible() -> Option<&'static AtomicBool> {
    ctrlc::set_handler(|| STOP.store(true, Ordering::Relaxed)).is_ok().then_some(&STOP)
}

fn levels(deny: &[String], warn: &[String], allow: &[String]) -> Result<Levels, String> {
    let mut levels = Levels::default();
    for (names, level) in [(allow, Level::Allow), (warn, Level::Warn), (deny, Level::Deny)] {
        for name in names {
            levels.set(name, level).map_err(|_| explain::unknown(name))?;
        }
    }
    Ok(levels)
}

/// The terminal's columns, at most 100, which is also what a file or a pipe gets.
fn width(wanted: Option<usize>) -> usize {
    let terminal = || terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0).min(100));
    wanted.unwrap_or_else(terminal).max(20)
}

/// Says on standard error why something could not be done. Where even that is closed, nobody wants to know.
fn complain(message: &str) {
    let _ = writeln!(AutoStream::auto(io::stderr()), "error: {message}");
}
