//! `cargo xtask bench`: how fast the command is, on articles written for it.
//!
//! Figures are for people to compare between two versions on one machine. No test looks at a clock.

use std::{
    error::Error,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use rapporteur_corpus::{document::Document, reading, record_file};
use serde_json::Value;

use crate::{Outcome, root};

/// So many articles lie in a folder: more make some file systems slow, which is not what is measured.
const FOLDER: usize = 1000;

/// So often a run is repeated, the files being in memory; the best time counts, since all others were disturbed.
const RUNS: usize = 3;

/// Times `rapporteur check` on `pairs` articles and their records, and on a tenth of them; with `growth`, on ten times as
/// many too. `binary` is the command to time; without it, this version's is built.
pub(crate) fn check(pairs: usize, growth: bool, binary: Option<PathBuf>) -> Outcome {
    let binary = binary.map_or_else(release_binary, Ok)?;
    let mut out = io::stdout().lock();
    let sizes = if growth { vec![pairs / 10, pairs, pairs * 10] } else { vec![pairs / 10, pairs] };
    let mut smaller_speed = None;
    for pairs in sizes.into_iter().filter(|pairs| *pairs > 0) {
        let corpus = Corpus::write(pairs)?;
        writeln!(out, "{corpus}")?;
        let first = run(Command::new(&binary).arg("check").arg(corpus.folder.path()))?;
        let mut best = run(Command::new(&binary).arg("check").arg(corpus.folder.path()))?;
        for _ in 1..RUNS {
            let next = run(Command::new(&binary).arg("check").arg(corpus.folder.path()))?;
            best = if next.wall < best.wall { next } else { best };
        }
        let per_second = corpus.per_second(best.wall);
        writeln!(out, "  check, first run   {}", corpus.speed(first.wall))?;
        writeln!(out, "  check, at best     {}, {:.1} MB at most", corpus.speed(best.wall), best.peak_kilobytes / 1e3)?;
        writeln!(out, "  check said         {}", best.last_line)?;
        let read = corpus.read()?;
        writeln!(
            out,
            "  reading the files  {}; check takes {:.1} times as long",
            corpus.speed(read),
            ratio(&best, read)
        )?;
        match corpus.word_count() {
            Ok(counted) => {
                let ratio = ratio(&best, counted);
                writeln!(out, "  wc -lw             {}; check takes {ratio:.1} times as long", corpus.speed(counted))?;
            }
            Err(error) => writeln!(out, "  wc -lw             cannot be had: {error}")?,
        }
        if let Some(smaller) = smaller_speed.replace(per_second) {
            writeln!(out, "  a pair takes       {:.2} times as long as in the smaller corpus", smaller / per_second)?;
        }
    }
    Ok(())
}

fn ratio(check: &Run, other: Duration) -> f64 {
    check.wall.as_secs_f64() / other.as_secs_f64()
}

/// The command, built as it is released.
fn release_binary() -> Result<PathBuf, Box<dyn Error>> {
    let arguments = ["build", "--release", "--package", "rapporteur", "--message-format", "json-render-diagnostics"];
    let built = Command::new(env!("CARGO")).args(arguments).current_dir(root()).stderr(Stdio::inherit()).output()?;
    let messages = String::from_utf8_lossy(&built.stdout);
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut executables = messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from));
    executables.next_back().ok_or_else(|| "the command was not built".into())
}

/// Articles of the author, each beside the reader's own record.
struct Corpus {
    folder: tempfile::TempDir,
    files: Vec<PathBuf>,
    text_bytes: u64,
    bytes: u64,
    spans: u64,
}

impl Corpus {
    /// Writes the corpus of this size, which is always the same.
    fn write(pairs: usize) -> io::Result<Self> {
        let folder = tempfile::tempdir()?;
        let mut corpus = Self { folder, files: Vec::with_capacity(2 * pairs), text_bytes: 0, bytes: 0, spans: 0 };
        for index in 0..pairs {
            let within = corpus.folder.path().join(format!("{:04}", index / FOLDER));
            if index.is_multiple_of(FOLDER) {
                fs::create_dir(&within)?;
            }
            let seed = index as u64;
            let text =
                rapporteur_author::write(&rapporteur_author::dense_plan(seed), &rapporteur_author::style(seed)).text;
            let id = format!("article-{index:06}");
            let record = record_file::print(&reading::read(&Document::parse(&text), &id).record);
            corpus.text_bytes += text.len() as u64;
            corpus.bytes += (text.len() + record.len()) as u64;
            corpus.spans += record.matches("\"start\": ").count() as u64;
            for (ending, content) in [(".txt", text), (".record.json", record)] {
                let path = within.join(format!("{id}{ending}"));
                fs::write(&path, content)?;
                corpus.files.push(path);
            }
        }
        Ok(corpus)
    }

    fn pairs(&self) -> usize {
        self.files.len() / 2
    }

    #[expect(clippy::cast_precision_loss, reason = "figures for people")]
    fn per_second(&self, time: Duration) -> f64 {
        self.pairs() as f64 / time.as_secs_f64()
    }

    #[expect(clippy::cast_precision_loss, reason = "figures for people")]
    fn speed(&self, time: Duration) -> String {
        let seconds = time.as_secs_f64();
        format!(
            "{seconds:7.3} s, {:7.0} pairs/s, {:6.1} MB/s",
            self.per_second(time),
            self.bytes as f64 / 1e6 / seconds
        )
    }

    /// How long it takes to read all files, one after the other.
    fn read(&self) -> io::Result<Duration> {
        let begun = Instant::now();
        for path in &self.files {
            std::hint::black_box(fs::read(path)?);
        }
        Ok(begun.elapsed())
    }

    /// How long `wc -lw` takes for all files.
    fn word_count(&self) -> io::Result<Duration> {
        let begun = Instant::now();
        let mut child = Command::new("wc")
            .args(["-lw", "--files0-from=-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        if let Some(mut names) = child.stdin.take() {
            let list: Vec<&str> = self.files.iter().filter_map(|path| path.to_str()).collect();
            names.write_all(list.join("\0").as_bytes())?;
        }
        if child.wait()?.success() { Ok(begun.elapsed()) } else { Err(io::Error::other("it failed")) }
    }
}

impl std::fmt::Display for Corpus {
    #[expect(clippy::cast_precision_loss, reason = "figures for people")]
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (pairs, each) = (self.pairs(), |sum: u64| sum as f64 / self.pairs() as f64);
        let (text, spans, all) = (each(self.text_bytes), each(self.spans), self.bytes as f64 / 1e6);
        write!(f, "{pairs} pairs, {all:.1} MB; {text:.0} bytes of text and {spans:.0} spans each")
    }
}

/// One run of a command.
struct Run {
    wall: Duration,
    /// The most memory that was resident, in kilobytes; 0 where the system does not tell.
    peak_kilobytes: f64,
    /// The last line that it printed.
    last_line: String,
}

fn run(command: &mut Command) -> io::Result<Run> {
    let mut output = tempfile::tempfile()?;
    let begun = Instant::now();
    let mut child = command.stdout(output.try_clone()?).stdin(Stdio::null()).spawn()?;
    let mut peak_kilobytes = 0.0;
    while child.try_wait()?.is_none() {
        peak_kilobytes = resident(&child).unwrap_or(peak_kilobytes);
        thread::sleep(Duration::from_millis(2));
    }
    let wall = begun.elapsed();
    io::Seek::rewind(&mut output)?;
    let printed = io::read_to_string(output)?;
    let last_line = printed.lines().last().unwrap_or_default().to_owned();
    Ok(Run { wall, peak_kilobytes, last_line })
}

/// The most memory that a running process has had in kilobytes, as Linux tells it.
fn resident(child: &Child) -> Option<f64> {
    let status = fs::read_to_string(Path::new("/proc").join(child.id().to_string()).join("status")).ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    peak.trim().trim_end_matches("kB").trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_corpus_is_always_the_same_and_as_dense_as_it_should_be() {
        let (one, two) = (Corpus::write(20).unwrap(), Corpus::write(20).unwrap());
        let content = |corpus: &Corpus| corpus.files.iter().map(|path| fs::read(path).unwrap()).collect::<Vec<_>>();
        assert_eq!(content(&one), content(&two));
        assert!((1_400..2_600).contains(&(one.text_bytes / 20)), "{one}");
        assert!((70..140).contains(&(one.spans / 20)), "{one}");
    }
}
