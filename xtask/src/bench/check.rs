//! How fast `rapporteur check` is, over articles and their records in a folder.

use std::{
    error::Error,
    fmt::Write as _,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use rapporteur_corpus::{document::Document, reading, record_file};

use super::{
    figures::{count, megabytes_per_second, memory, met, per_second, ratio, size, three_digits},
    process::{Run, run},
};

/// So many articles lie in a folder: more make some file systems slow, which is not what is measured.
const FOLDER: usize = 1000;

/// So often a run is repeated, the files being in memory; the best time counts, since all others were disturbed.
const RUNS: usize = 3;

/// So many pairs a second are to be checked.
const SPEED_TARGET: f64 = 10_000.0;

/// The most memory that a check may take.
const MEMORY_TARGET: u64 = 250_000_000;

/// What was measured with a corpus.
struct Measured {
    first: Duration,
    best: Run,
    read: Duration,
    word_count: Option<Duration>,
    /// The run that wrote a cache, the best of those that only read it, and how large it is, in bytes.
    writing: Duration,
    cached: Run,
    cache_bytes: u64,
}

/// Times `rapporteur check` on `pairs` articles and their records, and on a tenth of them; with `growth`, on ten times as
/// many too.
pub(super) fn section(pairs: usize, growth: bool, command: &Path) -> Result<String, Box<dyn Error>> {
    let mut out = format!("The first run, then the best of {RUNS}.\n\n");
    out.push_str("| pairs | files | first, s | best, s | pairs/s | MB/s | a pair, of the row above | most memory ");
    out.push_str("| reading the files, s | times that | `wc -lw`, s | times that |\n");
    out.push_str("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
    let mut cached = format!(
        "With a cache, which the first run writes; then the best of {RUNS}, in which nothing has changed. All files are \
         still read and their digests taken, and all articles are compared.\n\n"
    );
    cached.push_str("| pairs | written, s | best, s | pairs/s | a pair, of the row above | most memory | cache ");
    cached.push_str("| times reading the files | times `wc -lw` |\n|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
    let (mut cached_above, mut slowest_cached) = (None, f64::INFINITY);
    let sizes = if growth { vec![pairs / 10, pairs, pairs * 10] } else { vec![pairs / 10, pairs] };
    let (mut above, mut slowest, mut most, mut said) = (None, f64::INFINITY, None, Vec::new());
    for pairs in sizes.into_iter().filter(|pairs| *pairs > 0) {
        let corpus = Corpus::write(pairs)?;
        let measured = measured(&corpus, command)?;
        let best = &measured.best;
        let speed = per_second(corpus.pairs() as u64, best.wall);
        let growth = grown(&mut above, speed);
        slowest = slowest.min(speed);
        most = most.max(best.peak_bytes).max(measured.cached.peak_bytes);
        said.push(format!("{corpus}; it said: {}", best.last_line));
        let word_count = measured.word_count.map_or_else(
            || "cannot be had | ".to_owned(),
            |time| format!("{} | {:.1}", seconds(time), ratio(best.wall, time)),
        );
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} | {growth} | {} | {} | {:.1} | {word_count} |",
            count(corpus.pairs()),
            size(corpus.bytes),
            seconds(measured.first),
            seconds(best.wall),
            three_digits(speed),
            three_digits(megabytes_per_second(corpus.bytes, best.wall)),
            memory(best.peak_bytes),
            seconds(measured.read),
            ratio(best.wall, measured.read),
        );
        let best = &measured.cached;
        let speed = per_second(corpus.pairs() as u64, best.wall);
        slowest_cached = slowest_cached.min(speed);
        let word_count = measured.word_count.map(|time| format!("{:.2}", ratio(best.wall, time)));
        let _ = writeln!(
            cached,
            "| {} | {} | {} | {} | {} | {} | {} | {:.1} | {} |",
            count(corpus.pairs()),
            seconds(measured.writing),
            seconds(best.wall),
            three_digits(speed),
            grown(&mut cached_above, speed),
            memory(best.peak_bytes),
            size(measured.cache_bytes),
            ratio(best.wall, measured.read),
            word_count.as_deref().unwrap_or("cannot be had"),
        );
    }
    let _ = writeln!(out, "\n{}.\n\n{cached}", said.join("\n\n"));
    out.push_str("| target | wanted | measured | met |\n|---|---:|---:|---|\n");
    let (wanted, measured, is_met) = (three_digits(SPEED_TARGET), three_digits(slowest), met(slowest >= SPEED_TARGET));
    let _ = writeln!(
        out,
        "| pairs/s, all threads, everything read again, at every size | {wanted} | {measured} | {is_met} |"
    );
    let (measured, is_met) = (three_digits(slowest_cached), met(slowest_cached >= SPEED_TARGET));
    let _ = writeln!(out, "| pairs/s, all threads, with a cache, at every size | {wanted} | {measured} | {is_met} |");
    let is_met = met(most.is_some_and(|most| most < MEMORY_TARGET));
    let _ = writeln!(out, "| most memory | {} | {} | {is_met} |", size(MEMORY_TARGET), memory(most));
    Ok(out)
}

/// How many times as long a pair takes as it did before, told from the speeds.
fn grown(above: &mut Option<f64>, speed: f64) -> String {
    above.replace(speed).map_or_else(String::new, |above| format!("{:.2}", above / speed))
}

fn seconds(time: Duration) -> String {
    three_digits(time.as_secs_f64())
}

fn measured(corpus: &Corpus, command: &Path) -> Result<Measured, Box<dyn Error>> {
    let cache = corpus.folder.path().join("cache");
    let check = || run(Command::new(command).arg("check").arg(corpus.folder.path()));
    let check_cached = || run(Command::new(command).arg("check").arg("--cache").arg(&cache).arg(corpus.folder.path()));
    let first = check()?.wall;
    let mut best = check()?;
    let (mut read, mut word_count) = (corpus.read()?, corpus.word_count().ok());
    let writing = check_cached()?.wall;
    let mut cached = check_cached()?;
    for _ in 1..RUNS {
        best = best.quicker(check()?);
        cached = cached.quicker(check_cached()?);
        read = read.min(corpus.read()?);
        word_count = word_count.zip(corpus.word_count().ok()).map(|(one, other)| one.min(other));
    }
    let cache_bytes = fs::metadata(&cache)?.len();
    Ok(Measured { first, best, read, word_count, writing, cached, cache_bytes })
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
            .env("LC_ALL", "C.UTF-8")
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
        write!(f, "{pairs} pairs of {text:.0} bytes of text and {spans:.0} spans each, {all:.1} MB")
    }
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
