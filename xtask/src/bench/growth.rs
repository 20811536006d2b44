//! Whether time grows as the bytes do, and no faster.

use std::{
    error::Error,
    fmt::Write as _,
    fs,
    io::{BufWriter, Write as _},
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use super::{
    articles::Articles,
    figures::{megabytes_per_second, memory, met, size, three_digits},
    process::{run_fed, run_silently},
    stages::Stage,
};

/// The most memory that reading from a stream may take.
const STREAM_TARGET: u64 = 100_000_000;

/// What would take longer than this is not tried.
const PATIENCE: Duration = Duration::from_mins(1);

/// Reads 1, 10 and 100 MB of articles with the command.
pub(super) fn articles(articles: &Articles, command: &Path) -> Result<String, Box<dyn Error>> {
    let mut out = "`rapporteur read --from jsonl --to jsonl`, all threads.\n\n".to_owned();
    out.push_str("| articles | text | s | MB/s | time a byte, of the first row's | most memory |\n");
    out.push_str("|---:|---:|---:|---:|---:|---:|\n");
    let mut first = None;
    for (least_bytes, rounds) in [(1_000_000, 10), (10_000_000, 3), (100_000_000, 1)] {
        let file = tempfile::NamedTempFile::new()?;
        let mut writer = BufWriter::new(fs::File::create(file.path())?);
        let (count, bytes) = articles.write_lines(least_bytes, &mut writer)?;
        writer.flush()?;
        let (mut best, mut most) = (Duration::MAX, None);
        for _ in 0..rounds {
            let mut command = Command::new(command);
            let run = run_silently(command.args(["read", "--from", "jsonl", "--to", "jsonl"]).arg(file.path()))?;
            best = best.min(run.wall);
            most = most.max(run.peak_bytes);
        }
        let speed = megabytes_per_second(bytes, best);
        let growth = *first.get_or_insert(speed) / speed;
        let seconds = three_digits(best.as_secs_f64());
        let (size, speed, most) = (size(bytes), three_digits(speed), memory(most));
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(out, "| {count} | {size} | {seconds} | {speed} | {growth:.2} | {most} |");
    }
    Ok(out)
}

/// Reads one article of 10 kB to 10 MB, stage by stage, within this process.
pub(super) fn one_article(articles: &Articles) -> String {
    let mut out = "One article, one thread; time a byte, of the same stage's with the smallest article.\n\n".to_owned();
    out.push_str("| stage | article | ms | MB/s | time a byte |\n|---|---:|---:|---:|---:|\n");
    for stage in [Stage::Document, Stage::Sentences, Stage::Read] {
        let mut first = None;
        let mut expected = Duration::ZERO;
        for least_bytes in [10_000, 100_000, 1_000_000, 10_000_000] {
            if expected > PATIENCE {
                let size = size(least_bytes);
                let _ = writeln!(out, "| {} | {size} | not tried: it would take minutes | | |", stage.title());
                continue;
            }
            let article = articles.one_of(usize::try_from(least_bytes).unwrap_or(usize::MAX));
            let (mut best, all) = (Duration::MAX, Instant::now());
            // Short runs are disturbed more easily.
            for _ in 0..20 {
                let begun = Instant::now();
                std::hint::black_box(stage.run(&article));
                best = best.min(begun.elapsed());
                if all.elapsed() > Duration::from_secs(2) {
                    break;
                }
            }
            // Ten times the bytes; a hundred times the time where it grows with their square.
            let speed = megabytes_per_second(article.len() as u64, best);
            let growth = *first.get_or_insert(speed) / speed;
            expected = best.mul_f64(10.0 * growth.max(1.0));
            let millis = three_digits(best.as_secs_f64() * 1e3);
            let (size, speed) = (size(article.len() as u64), three_digits(speed));
            let _ = writeln!(out, "| {} | {size} | {millis} | {speed} | {growth:.2} |", stage.title());
        }
    }
    out
}

/// Reads so many bytes of articles from a pipe.
pub(super) fn stream(articles: &Articles, least_bytes: u64, command: &Path) -> Result<String, Box<dyn Error>> {
    let mut counts = (0, 0);
    let mut command = Command::new(command);
    let run = run_fed(command.args(["read", "--from", "jsonl", "--to", "jsonl", "-"]), |input| {
        let mut input = BufWriter::with_capacity(1 << 16, input);
        counts = articles.write_lines(least_bytes, &mut input)?;
        input.flush()
    })?;
    if !run.status.success() {
        return Err("the command failed".into());
    }
    let (count, bytes) = counts;
    let is_met = met(run.peak_bytes.is_some_and(|peak| peak < STREAM_TARGET));
    let seconds = three_digits(run.wall.as_secs_f64());
    let speed = three_digits(megabytes_per_second(bytes, run.wall));
    let mut out = "`rapporteur read --from jsonl --to jsonl -`, all threads, from a pipe; one run.\n\n".to_owned();
    out.push_str("| articles | text | s | MB/s | most memory | target | met |\n|---:|---:|---:|---:|---:|---:|---|\n");
    let (size, most, target) = (size(bytes), memory(run.peak_bytes), size(STREAM_TARGET));
    let _ = writeln!(out, "| {count} | {size} | {seconds} | {speed} | {most} | {target} | {is_met} |");
    Ok(out)
}
