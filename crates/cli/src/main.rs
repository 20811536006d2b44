//! The `rapporteur` command: arguments in, exit code out. What it does stands in the library.

#[path = "main/checking.rs"]
mod checking;
#[path = "main/interrupt.rs"]
mod interrupt;
#[path = "main/manual.rs"]
mod manual;

use std::{
    io::{self, IsTerminal, Write},
    path::PathBuf,
    process::ExitCode,
};

use anstream::{AutoStream, ColorChoice};
use clap::{
    Args, CommandFactory, Parser, Subcommand, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use clap_complete::Shell;
use rapporteur::{
    accept, check,
    config::Settings,
    diff, escape, explain,
    files::{self, Trouble},
    init, read, report, score, show,
};
use rapporteur_corpus::{
    checking::{Level, Levels, Safety},
    document::Limits,
};

use crate::{
    checking::{Checking, Configuration, Corpora, Habits},
    interrupt::{ask, stop_on_interrupt},
};

/// Reads diplomatic news articles and records who met, and who said what.
///
/// Exits with 0 where all is well, with 1 where something is wrong with an article or a record, with 2 where something
/// could not be done at all, with 130 where Ctrl-C ended it, and with 141 where nobody reads on what it prints.
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
    /// How a folder wants to be checked stands in its `rapporteur.toml`, or in the nearest one above; what the command
    /// line says is stronger.
    ///
    /// Exits with 0 where nothing is denied, with 1 where something is, with 2 where a path could not be had.
    Check {
        #[command(flatten)]
        corpora: Corpora,
        #[command(flatten)]
        habits: Habits,
        /// How to print findings
        #[arg(long, value_enum, default_value_t = FindingsFormat::Human)]
        format: FindingsFormat,
        /// How many findings to print; the counts and the exit code are of all
        ///
        /// Without it, 1000 in the human format and all in the others.
        #[arg(long, value_name = "N")]
        max_findings: Option<usize>,
        /// Mend what can be mended without changing what a record says, and report what is left
        #[arg(long, conflicts_with_all = ["stdin_path", "watch", "write_baseline"])]
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
    /// a person has reviewed are left alone. What an existing record would say differently is shown, and on a terminal
    /// asked for; elsewhere `--yes` must say so beforehand.
    Accept {
        #[command(flatten)]
        corpora: Corpora,
        /// Write records that would say something else without asking
        #[arg(long, short, conflicts_with = "dry_run")]
        yes: bool,
        /// Write nothing, and show what would be written
        #[arg(long)]
        dry_run: bool,
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
    /// Explain a rule, or list all
    Explain {
        /// Its name or code; without it, all rules are listed
        rule: Option<String>,
    },
    /// Show what two versions of records say differently
    ///
    /// A version is a folder, a record file or a git revision. With one revision it is compared with the working tree;
    /// with one path the last commit is compared with what lies there now; with none the last commit with the current
    /// folder. People, summits and statements are matched by what they say, not by their numbers.
    Diff {
        /// The old version
        old: Option<String>,
        /// The new version
        new: Option<String>,
        /// How to print differences
        #[arg(long, value_enum, default_value_t = DiffFormat::Human)]
        format: DiffFormat,
        /// Exit with 1 where any record differs
        #[arg(long)]
        exit_code: bool,
    },
    /// Set up a folder: a configuration, what git must leave alone, and a check of every pull request
    ///
    /// Nothing that is there already is written over.
    Init {
        /// The folder
        #[arg(default_value = ".")]
        folder: PathBuf,
    },
    /// Print the completions of a shell
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Write the manual pages into a folder
    Man {
        /// The folder, which must exist
        folder: PathBuf,
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
    #[command(flatten)]
    configuration: Configuration,
}

impl Input {
    /// The limit of a command that takes all its articles with the same one: that of the first path.
    fn limits(&self) -> Result<Limits, String> {
        let settings = Settings::find(&self.paths, &self.configuration.choice(), &errors_look())?;
        let first = self.paths.first().map(PathBuf::as_path).filter(|path| path.as_os_str() != "-");
        // A folder is under the configuration of what lies in it.
        let inside = first.map(|path| if path.is_dir() { path.join("any") } else { path.to_owned() });
        Ok(settings.with_limit(self.limit_bytes).limits(inside.as_deref(), Limits::default()))
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
enum DiffFormat {
    Human,
    Markdown,
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

fn main() -> ExitCode {
    let arguments = arguments().unwrap_or_else(|error| error.exit());
    match run(arguments.command) {
        Ok(code) => ExitCode::from(code),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(CLOSED_PIPE),
        Err(error) if error.kind() == io::ErrorKind::Interrupted => ExitCode::from(INTERRUPTED),
        Err(error) => {
            complain(&format!("the output could not be written: {}", files::reason(&error)));
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}

/// The arguments, or what is wrong with them. What is said of an argument shows its escape, since it may come from the
/// name of a file that somebody else has chosen.
fn arguments() -> Result<Arguments, clap::Error> {
    let error = match Arguments::try_parse() {
        Ok(arguments) => return Ok(arguments),
        Err(error) => error,
    };
    let given = std::env::args_os().map(|argument| escape::bytes(argument.as_encoded_bytes()));
    // What is wrong with the arguments is wrong with their escapes too, but for a few that are of no text.
    Err(Arguments::try_parse_from(given).err().unwrap_or(error))
}

fn run(command: Command) -> io::Result<u8> {
    let stdout = io::stdout();
    let colour = AutoStream::choice(&stdout) != ColorChoice::Never;
    // Records are JSON, in which nothing is left that a terminal could obey, so nothing has to be looked for in them.
    let is_safe = matches!(command, Command::Read { .. });
    let out = if is_safe { AutoStream::always_ansi(stdout.lock()) } else { AutoStream::auto(stdout.lock()) };
    let mut out = io::BufWriter::new(out);
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
            let limits = match input.limits() {
                Ok(limits) => limits,
                Err(report) => return Ok(refused(&report)),
            };
            let options = read::Options { from, to, text, limits, progress };
            let outcome = read::read(&input.paths, options, &mut out, &mut io::stderr())?;
            Ok(code(&outcome.troubles, outcome.failed))
        }
        Command::Check { corpora, habits, format, max_findings, fix, unsafe_fixes, deny, warn, allow } => {
            let (levels, overrides) = match levels(&deny, &warn, &allow) {
                Ok(levels) => levels,
                Err(message) => {
                    complain(&message);
                    return Ok(COULD_NOT_RUN);
                }
            };
            let look = report::Look { format: format.format(), colour, width: width(None) };
            let fix = fix.then_some(if unsafe_fixes { Safety::Unsafe } else { Safety::Safe });
            let options =
                check::Options { levels, look, most: max_findings, fix, progress, ..check::Options::default() };
            Checking { corpora, habits, overrides, options }.run(&mut out)
        }
        Command::Accept { corpora, yes, dry_run, reviewed } => {
            let look = report::Look { format: report::Format::Human, colour, width: width(None) };
            let (paths, settings) = match corpora.found(None) {
                Ok(found) => found,
                Err(report) => return Ok(refused(&report)),
            };
            let is_watched = io::stdin().is_terminal() && io::stdout().is_terminal();
            let consent = match (yes, dry_run) {
                (true, _) => accept::Consent::Given,
                (_, true) => accept::Consent::DryRun,
                _ if is_watched => accept::Consent::Asked,
                _ => accept::Consent::Nobody,
            };
            let stop = stop_on_interrupt();
            let limits = Limits::default();
            let options = accept::Options { reviewed, limits, look, progress, consent, settings, stop };
            let summary = accept::accept(&paths, &options, &mut ask, &mut out)?;
            Ok(code(&summary.troubles, summary.refused))
        }
        Command::Show { input, width: wanted, explain } => {
            let look = report::Look { format: report::Format::Human, colour, width: width(wanted) };
            let limits = match input.limits() {
                Ok(limits) => limits,
                Err(report) => return Ok(refused(&report)),
            };
            let options = show::Options { limits, look, explain };
            let outcome = show::show(&input.paths, &options, &mut out)?;
            Ok(code(&outcome.troubles, outcome.failed))
        }
        Command::Diff { old, new, format, exit_code } => {
            let format = match format {
                DiffFormat::Human => diff::Format::Human,
                DiffFormat::Markdown => diff::Format::Markdown,
            };
            let outcome = diff::diff(old.as_deref(), new.as_deref(), format, &mut out)?;
            Ok(code(&outcome.troubles, usize::from(exit_code && outcome.differs())))
        }
        Command::Init { folder } => Ok(code(&init::init(&folder, &mut out)?.troubles, 0)),
        Command::Completions { shell } => {
            let mut completions = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "rapporteur", &mut completions);
            out.write_all(&completions)?;
            out.flush()?;
            Ok(DONE)
        }
        Command::Man { folder } => Ok(code(&manual::manual(&folder, &mut out)?, 0)),
        Command::Explain { rule: None } => explain::list(&mut out).map(|()| DONE),
        Command::Explain { rule: Some(rule) } => match explain::explain(&rule, &mut out)? {
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

/// The levels that the command line gives, over the rules' own and by themselves.
fn levels(deny: &[String], warn: &[String], allow: &[String]) -> Result<(Levels, Vec<(String, Level)>), String> {
    let mut levels = Levels::default();
    let mut overrides = Vec::new();
    for (names, level) in [(allow, Level::Allow), (warn, Level::Warn), (deny, Level::Deny)] {
        for name in names {
            levels.set(name, level).map_err(|_| explain::unknown(name))?;
            overrides.push((name.clone(), level));
        }
    }
    Ok((levels, overrides))
}

/// How what is wrong with the command's own files looks on standard error.
fn errors_look() -> report::Look {
    let colour = AutoStream::choice(&io::stderr()) != ColorChoice::Never;
    report::Look { format: report::Format::Human, colour, width: width(None) }
}

/// The exit code of a run that cannot be, with the reason told.
fn refused(report: &str) -> u8 {
    // Where even standard error is closed, nobody wants to know.
    let _ = write!(AutoStream::auto(io::stderr()), "{report}");
    COULD_NOT_RUN
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
