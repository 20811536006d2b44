//! What the command line says of a check: on what, by which configuration, and how often.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use anstream::AutoStream;
use clap::Args;
use rapporteur::{
    baseline::Baseline,
    changed::Changed,
    check,
    config::{self, Choice, Settings},
    files,
    report::Format,
    watch,
};
use rapporteur_corpus::checking::Level;

use crate::{COULD_NOT_RUN, code, complain, errors_look, interrupt::stop_on_interrupt, refused};

/// How long the files rest between two looks at them.
const PAUSE: Duration = Duration::from_millis(300);

/// What a command works on that can do without a path.
#[derive(Args)]
pub(crate) struct Corpora {
    /// Files, folders, or `-` for standard input; without any, the `corpora` of the configuration
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// The largest article, in bytes
    #[arg(long, value_name = "N")]
    pub(crate) limit_bytes: Option<u32>,
    #[command(flatten)]
    pub(crate) configuration: Configuration,
}

impl Corpora {
    /// The paths, and what their configurations say; or why there are none, ready to be printed.
    pub(crate) fn found(&self, instead: Option<&PathBuf>) -> Result<(Vec<PathBuf>, Settings), String> {
        let choice = self.configuration.choice();
        let given: &[PathBuf] = instead.map_or(&self.paths, std::slice::from_ref);
        let mut paths = given.to_owned();
        let mut settings = Settings::find(&paths, &choice, &errors_look())?;
        if paths.is_empty() {
            paths = settings.corpora();
            // What the configuration names may lie under another.
            settings = Settings::find(&paths, &choice, &errors_look())?;
        }
        if paths.is_empty() {
            let message = "there is nothing to work on: give a path, or name `corpora` in rapporteur.toml";
            return Err(format!("error: {message}\n"));
        }
        Ok((paths, settings.with_limit(self.limit_bytes)))
    }
}

#[derive(Args)]
pub(crate) struct Configuration {
    /// Use this configuration instead of the nearest `rapporteur.toml`
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Use no configuration
    #[arg(long, conflicts_with = "config")]
    pub(crate) no_config: bool,
}

impl Configuration {
    pub(crate) fn choice(&self) -> Choice {
        match &self.config {
            Some(file) => Choice::File(file.clone()),
            None if self.no_config => Choice::Nothing,
            None => Choice::Nearest,
        }
    }
}

/// What of a folder is checked, and how often.
#[derive(Args)]
pub(crate) struct Habits {
    /// Use this file of known findings instead of the configuration's
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Show known findings too
    #[arg(long, conflicts_with_all = ["baseline", "write_baseline"])]
    pub(crate) no_baseline: bool,
    /// Write what is found into the baseline, so that from now on only new findings fail
    #[arg(long)]
    pub(crate) write_baseline: bool,
    /// Keep here in what nothing was found, instead of where the configuration says
    #[arg(long, value_name = "FILE")]
    pub(crate) cache: Option<PathBuf>,
    /// Look at everything again, and keep nothing
    #[arg(long, conflicts_with = "cache")]
    pub(crate) no_cache: bool,
    /// Check only articles that git knows, or whose record it knows, to differ from this revision
    #[arg(long, value_name = "REV")]
    pub(crate) changed_since: Option<String>,
    /// Check the article on standard input as if it stood here, with the record beside it
    #[arg(long, value_name = "PATH", conflicts_with_all = ["paths", "changed_since", "write_baseline"])]
    pub(crate) stdin_path: Option<PathBuf>,
    /// Check again what changes, until Ctrl-C
    #[arg(long, conflicts_with_all = ["stdin_path", "changed_since", "write_baseline"])]
    pub(crate) watch: bool,
}

/// A check as the command line wants it.
pub(crate) struct Checking {
    pub(crate) corpora: Corpora,
    pub(crate) habits: Habits,
    pub(crate) overrides: Vec<(String, Level)>,
    pub(crate) options: check::Options,
}

impl Checking {
    pub(crate) fn run(&self, out: &mut dyn Write) -> io::Result<u8> {
        if !self.habits.watch {
            return match self.prepared() {
                Ok((paths, mut options)) => {
                    // What is being written is finished first; without a handler Ctrl-C ends the run at once.
                    let writes = options.fix.is_some() || options.cache.is_some();
                    options.stop = if writes { stop_on_interrupt() } else { None };
                    Self::once(&paths, &options, out)
                }
                Err(report) => Ok(refused(&report)),
            };
        }
        if self.corpora.paths.iter().any(|path| path.as_os_str() == "-") {
            complain("standard input does not change, so it cannot be watched; give a file or a folder");
            return Ok(COULD_NOT_RUN);
        }
        let (paths, options) = match self.prepared() {
            Ok(prepared) => prepared,
            Err(report) => return Ok(refused(&report)),
        };
        let Some(stop) = stop_on_interrupt() else {
            complain("Ctrl-C could not be had, so nothing would end this");
            return Ok(COULD_NOT_RUN);
        };
        let wait = || {
            std::thread::sleep(PAUSE);
            !stop.load(Ordering::Relaxed)
        };
        let mut begun = false;
        let kept = check::Kept::default();
        let mut watched = self.depends_on(paths, &options);
        watch::watch(watched.clone(), wait, |round| {
            // What a program reads is a report a round and nothing else.
            if begun && self.options.look.format == Format::Human {
                writeln!(out, "\n{}", heading(round, self.options.look.width))?;
            }
            begun = true;
            // The configuration is read again: it may be what has changed, and so may the baseline.
            match self.prepared() {
                Err(report) => drop(refused(&report)),
                Ok((all, mut options)) => {
                    watched = self.depends_on(all.clone(), &options);
                    options.stop = Some(stop);
                    options.kept = Some(kept.clone());
                    if let watch::Round::Some(some) = round {
                        options.changed = Some(Changed::these(some));
                    }
                    Self::once(&all, &options, out)?;
                }
            }
            out.flush()?;
            Ok(watched.clone())
        })?;
        Err(io::ErrorKind::Interrupted.into())
    }

    /// What has a say in a check of these paths.
    fn depends_on(&self, paths: Vec<PathBuf>, options: &check::Options) -> watch::Watched {
        let baselines = options.baseline.iter().flat_map(|baseline| baseline.files());
        let others = self.corpora.configuration.config.iter().cloned().chain(baselines).collect();
        watch::Watched { paths, others }
    }

    /// The paths and options of a check, or why there can be none, ready to be printed.
    fn prepared(&self) -> Result<(Vec<PathBuf>, check::Options), String> {
        let line = |message: &str| format!("error: {message}\n");
        let habits = &self.habits;
        let (paths, settings) = self.corpora.found(habits.stdin_path.as_ref())?;
        let settings = settings.with_levels(&self.overrides);
        let changed = habits.changed_since.as_ref().map(|revision| Changed::since(revision, &paths)).transpose();
        let changed = changed.map_err(|message| line(&message))?;
        let baseline = Baseline::load(&settings, habits.baseline.as_deref(), habits.write_baseline);
        let baseline = baseline.map_err(|trouble| line(&trouble.to_string()))?;
        let cache = habits.cache.clone().or_else(|| settings.cache().map(Path::to_owned));
        let cache = cache.filter(|_| !habits.no_cache);
        if let Some(file) = &cache {
            let name = rapporteur::escape::path(file);
            if files::is_article(file) || files::is_record(file) {
                return Err(line(&format!("{name}: this is the name of an article or a record, and not for a cache")));
            }
            if baseline.files().contains(&config::absolute(file)) {
                return Err(line(&format!(
                    "{name}: the cache cannot be the baseline too; give one of them another name"
                )));
            }
        }
        let options = check::Options {
            settings,
            changed,
            cache,
            baseline: (!habits.no_baseline).then(|| Arc::new(baseline)),
            stdin_path: habits.stdin_path.clone(),
            ..self.options.clone()
        };
        Ok((paths, options))
    }

    fn once(paths: &[PathBuf], options: &check::Options, out: &mut dyn Write) -> io::Result<u8> {
        let summary = check::check(paths, options, out)?;
        for note in &summary.notes {
            // Where standard error is closed, nobody wants to know.
            let _ = writeln!(AutoStream::auto(io::stderr()), "note: {note}");
        }
        Ok(code(&summary.troubles, summary.counts.denied))
    }
}

/// What parts a round of watching from the one before.
fn heading(round: &watch::Round, width: usize) -> String {
    const MOST: usize = 3;
    let what = match round {
        watch::Round::All => "all, with another configuration or baseline".to_owned(),
        watch::Round::Some(paths) if paths.is_empty() => "nothing, for something is gone".to_owned(),
        watch::Round::Some(paths) => {
            let names: Vec<String> = paths.iter().take(MOST).map(|path| rapporteur::escape::path(path)).collect();
            let more = if paths.len() > MOST { format!(" and {} more", paths.len() - MOST) } else { String::new() };
            format!("{}{more}", names.join(", "))
        }
    };
    let heading = format!("── again: {what} ");
    let line = width.saturating_sub(heading.chars().count());
    heading + &"─".repeat(line)
}
