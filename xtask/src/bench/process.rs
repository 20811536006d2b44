//! Commands as whole processes: how long they take, and how much memory.

use std::{
    error::Error,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::root;

/// One run of a command.
pub(super) struct Run {
    pub(super) wall: Duration,
    /// The most memory that was resident, in bytes; `None` where the system does not tell.
    pub(super) peak_bytes: Option<u64>,
    /// The last line that it printed, where that was kept.
    pub(super) last_line: String,
    pub(super) status: ExitStatus,
}

impl Run {
    /// This run or the other, whichever took less time.
    pub(super) fn quicker(self, other: Self) -> Self {
        if other.wall < self.wall { other } else { self }
    }
}

/// A package of this repository, built as it is released; the path of its executable.
pub(super) fn built(package: &str) -> Result<PathBuf, Box<dyn Error>> {
    let arguments = ["build", "--release", "--package", package, "--message-format", "json-render-diagnostics"];
    let built = Command::new(env!("CARGO")).args(arguments).current_dir(root()).stderr(Stdio::inherit()).output()?;
    let messages = String::from_utf8_lossy(&built.stdout);
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut executables = messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from));
    executables.next_back().ok_or_else(|| format!("{package} was not built").into())
}

/// Runs a command and keeps the last line of what it prints.
pub(super) fn run(command: &mut Command) -> io::Result<Run> {
    let mut output = tempfile::tempfile()?;
    let begun = Instant::now();
    let mut child = command.stdout(output.try_clone()?).stdin(Stdio::null()).spawn()?;
    let run = watched(&mut child, begun)?;
    io::Seek::rewind(&mut output)?;
    let printed = io::read_to_string(output)?;
    Ok(Run { last_line: printed.lines().last().unwrap_or_default().to_owned(), ..run })
}

/// Runs a command whose output nobody wants.
pub(super) fn run_silently(command: &mut Command) -> io::Result<Run> {
    let begun = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).stdin(Stdio::null()).spawn()?;
    watched(&mut child, begun)
}

/// Runs a command whose output nobody wants and whose input `feed` writes from a thread of its own.
pub(super) fn run_fed(
    command: &mut Command,
    feed: impl FnOnce(&mut dyn Write) -> io::Result<()> + Send,
) -> io::Result<Run> {
    let begun = Instant::now();
    let mut child = command.stdout(Stdio::null()).stdin(Stdio::piped()).spawn()?;
    let input = child.stdin.take();
    thread::scope(|scope| {
        let feeder = scope.spawn(move || input.map_or(Ok(()), |mut input| feed(&mut input)));
        let run = watched(&mut child, begun);
        feeder.join().map_err(|_| io::Error::other("the input could not be made"))??;
        run
    })
}

/// Runs a command that takes too short a time for anybody to look on, and waits for it.
pub(super) fn run_briefly(command: &mut Command) -> io::Result<Duration> {
    let begun = Instant::now();
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).stdin(Stdio::null()).status()?;
    let wall = begun.elapsed();
    if status.success() { Ok(wall) } else { Err(io::Error::other(format!("{command:?} failed: {status}"))) }
}

fn watched(child: &mut Child, begun: Instant) -> io::Result<Run> {
    let mut peak_bytes = None;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        peak_bytes = resident(child).or(peak_bytes);
        thread::sleep(Duration::from_millis(2));
    };
    Ok(Run { wall: begun.elapsed(), peak_bytes, last_line: String::new(), status })
}

/// The most memory that a running process has had in bytes, as Linux tells it.
fn resident(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(Path::new("/proc").join(child.id().to_string()).join("status")).ok()?;
    peak_of(&status)
}

fn peak_of(status: &str) -> Option<u64> {
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    peak.trim().trim_end_matches("kB").trim().parse::<u64>().ok()?.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_peak_is_read_from_what_the_system_says_of_a_process() {
        assert_eq!(peak_of("Name:\twc\nVmHWM:\t    1824 kB\nVmRSS:\t 900 kB\n"), Some(1824 * 1024));
        assert_eq!(peak_of("Name:\twc\n"), None);
    }
}
