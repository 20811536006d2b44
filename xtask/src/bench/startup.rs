//! How long the command takes to begin and to end.

use std::{error::Error, fmt::Write as _, fs, path::Path, process::Command, time::Duration};

use rapporteur_corpus::record_file;

use super::{
    articles::Articles,
    figures::{met, three_digits},
    process::run_briefly,
};

/// So often each command is run; the best time counts.
const RUNS: usize = 50;

/// `--version`, and a check of one article with its record.
pub(super) fn section(command: &Path) -> Result<String, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let article = Articles::written(1).recorded().swap_remove(0);
    let path = folder.path().join("article-000000.txt");
    fs::write(&path, &article.text)?;
    fs::write(path.with_extension("record.json"), record_file::print(&article.record))?;
    let check = [Path::new("check"), &path].map(Path::as_os_str);
    let version = [Path::new("--version")].map(Path::as_os_str);
    let floor = Command::new("true");
    let commands = [
        ("`true`, the floor", floor, None),
        ("`rapporteur --version`", with(command, &version), Some(Duration::from_millis(10))),
        ("`rapporteur check` of one small article", with(command, &check), Some(Duration::from_millis(20))),
    ];
    let mut out = format!("Best of {RUNS}.\n\n| command | ms | target | met |\n|---|---:|---:|---|\n");
    for (title, mut command, target) in commands {
        let mut best = Duration::MAX;
        for _ in 0..RUNS {
            best = best.min(run_briefly(&mut command)?);
        }
        let (wanted, is_met) = target
            .map_or_else(Default::default, |target| (format!("under {}", target.as_millis()), met(best < target)));
        // Writing to a string cannot fail.
        let _ = writeln!(out, "| {title} | {} | {wanted} | {is_met} |", three_digits(best.as_secs_f64() * 1e3));
    }
    Ok(out)
}

fn with(command: &Path, arguments: &[&std::ffi::OsStr]) -> Command {
    let mut command = Command::new(command);
    command.args(arguments);
    command
}
