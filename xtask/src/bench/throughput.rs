//! How many bytes and articles a second, beside programs that do less with the same bytes.

use std::{
    error::Error,
    fmt::Write as _,
    fs,
    io::{BufWriter, Write as _},
    path::Path,
    process::Command,
    time::Duration,
};

use super::{
    articles::{Articles, Recorded},
    figures::{count, megabytes_per_second, met, per_second, ratio, size, three_digits},
    process::run_silently,
    stages::{RecordStage, Stage, timed},
};

/// So often everything is done; the best time counts, since all others were disturbed.
const ROUNDS: usize = 5;

/// The best time of something in one thread and in two.
#[derive(Clone, Copy)]
struct Best {
    one: Duration,
    two: Duration,
}

impl Best {
    const NONE: Self = Self { one: Duration::MAX, two: Duration::MAX };

    fn take(&mut self, one: Duration, two: Duration) {
        self.one = self.one.min(one);
        self.two = self.two.min(two);
    }

    fn gain(self) -> f64 {
        ratio(self.one, self.two)
    }
}

/// What a row of the table tells.
struct Row {
    title: String,
    bytes: u64,
    articles: usize,
    best: Best,
}

/// The best times of everything, taken by turns so that what disturbs one disturbs all.
struct Times {
    stages: [Best; Stage::ALL.len()],
    record_stages: [Best; RecordStage::ALL.len()],
    command: Best,
    word_count: Duration,
    checksum: Duration,
}

impl Times {
    fn taken(articles: &Articles, recorded: &[Recorded], command: &Path) -> Result<Self, Box<dyn Error>> {
        let folder = tempfile::tempdir()?;
        let (texts, lines) = (folder.path().join("texts.txt"), folder.path().join("articles.jsonl"));
        fs::write(&texts, articles.texts.concat())?;
        let mut file = BufWriter::new(fs::File::create(&lines)?);
        articles.write_lines(articles.bytes() as u64, &mut file)?;
        file.flush()?;
        let mut times = Self {
            stages: [Best::NONE; Stage::ALL.len()],
            record_stages: [Best::NONE; RecordStage::ALL.len()],
            command: Best::NONE,
            word_count: Duration::MAX,
            checksum: Duration::MAX,
        };
        for _ in 0..ROUNDS {
            for (stage, best) in Stage::ALL.into_iter().zip(&mut times.stages) {
                let [one, two] = [1, 2].map(|threads| timed(&articles.texts, threads, |text| stage.run(text)));
                best.take(one, two);
            }
            for (stage, best) in RecordStage::ALL.into_iter().zip(&mut times.record_stages) {
                let [one, two] = [1, 2].map(|threads| timed(recorded, threads, |article| stage.run(article)));
                best.take(one, two);
            }
            times.command.take(read_command(command, &lines, 1)?, read_command(command, &lines, 2)?);
            times.word_count = times.word_count.min(other("wc", &["-lw"], &texts)?);
            times.checksum = times.checksum.min(other("sha256sum", &[], &texts)?);
        }
        Ok(times)
    }
}

fn read_command(command: &Path, lines: &Path, threads: usize) -> Result<Duration, Box<dyn Error>> {
    let mut command = Command::new(command);
    command.args(["read", "--from", "jsonl", "--to", "jsonl"]).arg(lines);
    Ok(run_silently(command.env("RAYON_NUM_THREADS", threads.to_string()))?.wall)
}

/// A program that everybody has, over a file.
fn other(name: &str, arguments: &[&str], path: &Path) -> Result<Duration, Box<dyn Error>> {
    let run = run_silently(Command::new(name).args(arguments).arg(path).env("LC_ALL", "C.UTF-8"))?;
    if run.status.success() { Ok(run.wall) } else { Err(format!("{name} failed").into()) }
}

/// The table of these articles, and the targets beside it.
pub(super) fn section(articles: &Articles, command: &Path) -> Result<String, Box<dyn Error>> {
    let recorded = articles.recorded();
    let times = Times::taken(articles, &recorded, command)?;
    Ok(table(articles, &recorded, &times))
}

fn table(articles: &Articles, recorded: &[Recorded], times: &Times) -> String {
    let (bytes, articles_count) = (articles.bytes() as u64, articles.texts.len());
    let recorded_bytes: u64 = recorded.iter().map(|article| article.text.len() as u64).sum();
    let row = |title: &str, best: &Best| Row { title: title.to_owned(), bytes, articles: articles_count, best: *best };
    let mut rows: Vec<Row> =
        Stage::ALL.into_iter().zip(&times.stages).map(|(stage, best)| row(stage.title(), best)).collect();
    rows.extend(RecordStage::ALL.into_iter().zip(&times.record_stages).map(|(stage, best)| Row {
        title: stage.title().to_owned(),
        bytes: recorded_bytes,
        articles: recorded.len(),
        best: *best,
    }));
    rows.push(row("`rapporteur read --from jsonl --to jsonl`", &times.command));
    let [utf8, document, sentences, read] = &times.stages;

    let mut out = String::new();
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(out, "{}, {} of text; best of {ROUNDS}.\n", articles.title, size(bytes));
    out.push_str(
        "| what | MB/s | articles/s | of `from_utf8` | of `wc -lw` | of `sha256sum` | MB/s, two threads | gain |\n",
    );
    out.push_str("|---|---:|---:|---:|---:|---:|---:|---:|\n");
    let speed = |time| megabytes_per_second(bytes, time);
    for row in &rows {
        let [one, two] = [row.best.one, row.best.two].map(|time| megabytes_per_second(row.bytes, time));
        let shares = [utf8.one, times.word_count, times.checksum].map(|other| three_digits(one / speed(other)));
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} | {:.2} |",
            row.title,
            three_digits(one),
            count_of(per_second(row.articles as u64, row.best.one)),
            shares.join(" | "),
            three_digits(two),
            row.best.gain()
        );
    }
    for (title, time) in [("`LC_ALL=C.UTF-8 wc -lw`", times.word_count), ("`sha256sum`", times.checksum)] {
        let _ = writeln!(out, "| {title} | {} | | | | | | |", three_digits(speed(time)));
    }
    out.push_str("\n| target, one thread unless said | wanted | measured | met |\n|---|---:|---:|---|\n");
    let targets = [
        ("document, of `from_utf8`", 0.5, ratio(utf8.one, document.one)),
        ("document, tokens and sentences, of `wc -lw`", 1.0, ratio(times.word_count, sentences.one)),
        ("full read, of `wc -lw`", 0.5, ratio(times.word_count, read.one)),
        ("full read, of `wc -lw`, the aim", 1.0, ratio(times.word_count, read.one)),
        ("full read, two threads, of one", 1.8, read.gain()),
        ("`rapporteur read`, two threads, of one", 1.8, times.command.gain()),
    ];
    for (what, wanted, measured) in targets {
        let is_met = met(measured >= wanted);
        let _ = writeln!(out, "| {what} | {wanted:.1} | {} | {is_met} |", three_digits(measured));
    }
    out
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a speed that the machine can have")]
fn count_of(figure: f64) -> String {
    count(figure.round() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_a_row_for_each_thing_and_says_which_targets_are_met() {
        let articles = Articles { title: "2 articles".to_owned(), texts: vec!["Es regnet.\n".to_owned(); 2] };
        let millis = Duration::from_millis;
        let best = |one, two| Best { one: millis(one), two: millis(two) };
        let times = Times {
            stages: [best(10, 5), best(20, 10), best(90, 50), best(400, 300)],
            record_stages: [best(100, 50); 3],
            command: best(500, 250),
            word_count: millis(100),
            checksum: millis(50),
        };
        let table = table(&articles, &articles.recorded(), &times);
        assert_eq!(table.lines().filter(|line| line.starts_with("| ")).count(), 1 + 8 + 2 + 1 + 6);
        let met: Vec<&str> =
            table.lines().filter(|line| line.ends_with("| yes |") || line.ends_with("| no |")).collect();
        assert_eq!(met[0], "| document, of `from_utf8` | 0.5 | 0.500 | yes |");
        assert_eq!(met[2], "| full read, of `wc -lw` | 0.5 | 0.250 | no |");
        assert_eq!(met[5], "| `rapporteur read`, two threads, of one | 1.8 | 2.00 | yes |");
        assert!(table.contains("| full read | 0.000 | 5 | 0.025 | 0.250 | 0.125 | 0.000 | 1.33 |"), "{table}");
    }
}
