//! `cargo xtask fuzz`: looks for bytes that break a promise, with libFuzzer.
//!
//! The compiler's own coverage pass works on stable Rust, and libFuzzer comes as source and is built with it: nothing has
//! to be installed but a C++ compiler. What is found is kept in `tests/fuzz/crashes`, where the suite runs it for ever.

use std::{
    env,
    error::Error,
    fs,
    io::{self, Write},
    panic,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{Arc, Mutex, PoisonError},
};

use rapporteur::files;
use rapporteur_fuzz::{Sample, TARGETS, Target, dictionary};
use serde_json::Value;

use crate::{Outcome, corpora, root};

/// The longest input that is tried, in bytes.
const MAX_BYTES: usize = 64 << 10;

/// An input that takes longer counts as a crash, in seconds. The engine is several times slower than what is released.
const SLOW_SECONDS: u32 = 10;

/// How much memory an input may take, in megabytes.
const MEMORY_MEGABYTES: u32 = 2048;

/// So many smaller inputs are tried in place of one that crashes.
const MINIMIZE_RUNS: usize = 5000;

/// So many articles of the author, beside our own, make the first inputs.
const AUTHORED: u64 = 60;

/// What makes the compiler count which ways through the code an input takes, in the form that libFuzzer reads. Comparisons
/// are not traced: that made the reader three times slower, and the words that it compares with are in the dictionary.
const COVERAGE: [&str; 7] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
    "--cfg",
    "fuzzing",
];

/// Fuzzes the targets of these names, or all, for so many seconds each.
pub(crate) fn run(names: &[String], seconds: u32) -> Outcome {
    let targets: Vec<&Target> =
        TARGETS.iter().filter(|target| names.is_empty() || names.iter().any(|name| name == target.name)).collect();
    let place = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder));
    let place = place.join("fuzz");
    let engine = Engine::build(&place)?;
    let samples = samples()?;
    let mut out = io::stdout().lock();
    writeln!(out, "{}", Row::HEADINGS)?;
    let mut found = Vec::new();
    for target in targets {
        let row = engine.fuzz(target, seconds, &samples)?;
        writeln!(out, "{row}")?;
        out.flush()?;
        found.extend(row.crash);
    }
    for crash in &found {
        writeln!(out, "\n{crash}")?;
    }
    if found.is_empty() { Ok(()) } else { Err(format!("targets whose promise was broken: {}", found.len()).into()) }
}

/// Runs one input through one target, without the engine. A broken promise ends the program with its message.
pub(crate) fn repeat(target: &str, input: &Path) -> Outcome {
    let target = rapporteur_fuzz::target(target).ok_or("no such target")?;
    let bytes = fs::read(input).map_err(|error| format!("{}: {error}", input.display()))?;
    (target.run)(&bytes);
    writeln!(io::stdout(), "{}: {} bytes, and the promise holds", target.name, bytes.len())?;
    Ok(())
}

/// Articles to begin with: our own, except those that the reader is not tuned to, and some of the author.
fn samples() -> Result<Vec<Sample>, Box<dyn Error>> {
    let mut samples = Vec::new();
    let unseen = root().join("corpus/unseen");
    for entry in files::find(&corpora()).entries {
        let Some(path) = entry.article.path().filter(|path| !path.starts_with(&unseen)) else { continue };
        let text = fs::read_to_string(path)?;
        samples.push(Sample { text, record: fs::read_to_string(path.with_extension("record.json")).ok() });
    }
    samples.extend((0..AUTHORED).map(|seed| {
        let written = rapporteur_author::write(&rapporteur_author::plan(seed), &rapporteur_author::style(seed));
        Sample { text: written.text, record: None }
    }));
    Ok(samples)
}

/// The targets, built with the fuzzer.
struct Engine {
    binary: PathBuf,
    /// Where inputs and logs are kept between runs.
    place: PathBuf,
}

impl Engine {
    fn build(place: &Path) -> Result<Self, Box<dyn Error>> {
        let compiler = env::var("CXX").unwrap_or_else(|_| "c++".to_owned());
        let version = Command::new(&compiler).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        if !version.is_ok_and(|status| status.success()) {
            let why =
                "libFuzzer is built from its source, which takes a C++ compiler; install one, or name it with CXX";
            return Err(format!("`{compiler}` cannot be run: {why}").into());
        }
        // Build scripts and macros run inside the compiler and must not be instrumented, which naming a target sees to.
        let host = host()?;
        let built = Command::new(env!("CARGO"))
            .args(["build", "--release", "--locked", "--message-format", "json-render-diagnostics"])
            .args(["--target", &host])
            .arg("--manifest-path")
            .arg(root().join("tests/fuzz/engine/Cargo.toml"))
            .arg("--target-dir")
            .arg(place)
            .env_remove("RUSTFLAGS")
            .env("CARGO_ENCODED_RUSTFLAGS", COVERAGE.join("\x1f"))
            .stderr(Stdio::inherit())
            .output()?;
        if !built.status.success() {
            let why = "above is why. Where it speaks of `sancov-module` or `sanitizer-coverage`, this compiler has another LLVM";
            return Err(format!("the fuzzing engine was not built; {why}").into());
        }
        let messages = String::from_utf8_lossy(&built.stdout);
        let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let mut executables = messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from));
        let binary = executables.next_back().ok_or("the fuzzing engine was not built")?;
        Ok(Self { binary, place: place.to_owned() })
    }

    /// The command that runs a target.
    fn command(&self, target: &Target) -> Command {
        let mut command = Command::new(&self.binary);
        // What is done in parallel would make coverage depend on chance.
        command
            .env("FUZZ_TARGET", target.name)
            .env("RAYON_NUM_THREADS", "1")
            .env("RUST_BACKTRACE", "0")
            .stdin(Stdio::null());
        command.arg(format!("-max_len={MAX_BYTES}")).arg(format!("-timeout={SLOW_SECONDS}"));
        command.arg(format!("-rss_limit_mb={MEMORY_MEGABYTES}"));
        command
    }

    fn fuzz(&self, target: &'static Target, seconds: u32, samples: &[Sample]) -> Result<Row, Box<dyn Error>> {
        let folder = |kind: &str| self.place.join(kind).join(target.name);
        let (kept, seeds, found) = (folder("inputs"), folder("seeds"), folder("found"));
        empty(&seeds)?;
        empty(&found)?;
        fs::create_dir_all(&kept)?;
        fs::create_dir_all(crashes(target))?;
        for (number, bytes) in (target.seeds)(samples).into_iter().enumerate() {
            fs::write(seeds.join(format!("{number:04}")), bytes)?;
        }
        let words = self.place.join("dictionary");
        fs::write(&words, dictionary())?;
        let log = self.place.join(format!("{}.log", target.name));
        let file = fs::File::create(&log)?;
        let status = self
            .command(target)
            .args(["-print_final_stats=1", "-reload=0"])
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-dict={}", words.display()))
            .arg(format!("-artifact_prefix={}/", found.display()))
            .args([&kept, &seeds, &crashes(target)])
            .stdout(Stdio::null())
            .stderr(file)
            .status()?;
        let said = String::from_utf8_lossy(&fs::read(&log)?).into_owned();
        let crash = if status.success() { None } else { Some(keep(target, &found, &said)?) };
        Ok(Row { target: target.name, figures: Figures::of(&said), crash })
    }
}

/// Keeps what broke a target, as small as it can be made.
fn keep(target: &'static Target, found: &Path, said: &str) -> Result<Crash, Box<dyn Error>> {
    let message = message(said);
    let mut artifacts: Vec<PathBuf> = fs::read_dir(found)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    // An input that was only slow is told of, and is not what ended the run.
    artifacts.retain(|path| !name_of(path).starts_with("slow-unit"));
    let Some(artifact) = artifacts.pop() else {
        return Err(format!("{} ended without an input to show for it: {message}", target.name).into());
    };
    let name = name_of(&artifact);
    let bytes = fs::read(&artifact)?;
    // What only the engine can see, such as slowness, stays as it was found.
    let smallest = if name.starts_with("crash") { minimize(&bytes, target.run) } else { bytes };
    let short: String = name.chars().take("timeout-".len() + 8).collect();
    let path = crashes(target).join(short);
    fs::write(&path, smallest)?;
    Ok(Crash { target: target.name, path, message })
}

/// The input without whatever it panics without, at the same place. What does not panic here is given back.
fn minimize(input: &[u8], run: fn(&[u8])) -> Vec<u8> {
    // The hook that tells where a panic was is everybody's; nothing else runs meanwhile.
    let place = Arc::new(Mutex::new(None));
    let seen = Arc::clone(&place);
    let hook = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
        *seen = panic.location().map(|place| (place.file().to_owned(), place.line()));
    }));
    let panics_at = |bytes: &[u8]| {
        panic::catch_unwind(|| run(bytes))
            .err()
            .and_then(|_| place.lock().unwrap_or_else(PoisonError::into_inner).take())
    };
    let mut smallest = input.to_vec();
    if let Some(wanted) = panics_at(input) {
        let mut left = MINIMIZE_RUNS;
        let mut size = smallest.len().div_ceil(2);
        while size > 0 {
            let mut at = 0;
            let mut shrunk = false;
            while at < smallest.len() && left > 0 {
                left -= 1;
                let end = (at + size).min(smallest.len());
                let shorter = [&smallest[..at], &smallest[end..]].concat();
                if panics_at(&shorter).as_ref() == Some(&wanted) {
                    smallest = shorter;
                    shrunk = true;
                } else {
                    at = end;
                }
            }
            if left == 0 {
                break;
            }
            size = if size == 1 && shrunk { 1 } else { size / 2 };
        }
    }
    panic::set_hook(hook);
    smallest
}

/// Where the inputs that broke a target are kept for ever.
fn crashes(target: &Target) -> PathBuf {
    root().join("tests/fuzz/crashes").join(target.name)
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Makes a folder that holds nothing.
fn empty(folder: &Path) -> io::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)
}

/// What the compiler calls this machine.
fn host() -> Result<String, Box<dyn Error>> {
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let told = Command::new(compiler).arg("-vV").output()?;
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "the compiler does not say what machine this is".into())
}

/// Why a run ended: the panic's place and message, or what libFuzzer says.
fn message(said: &str) -> String {
    let mut lines = said.lines().skip_while(|line| !line.contains("panicked at "));
    let panic: Vec<&str> = lines
        .by_ref()
        .take(4)
        .take_while(|line| !line.starts_with("note:") && !line.starts_with("stack backtrace:"))
        .collect();
    let summary =
        || said.lines().rev().find(|line| line.starts_with("SUMMARY:") || line.starts_with("==")).unwrap_or("");
    let message = if panic.is_empty() { summary().to_owned() } else { panic.join("\n") };
    rapporteur::escape::lines(&message.chars().take(1000).collect::<String>())
}

/// An input that broke a promise.
struct Crash {
    target: &'static str,
    path: PathBuf,
    message: String,
}

impl std::fmt::Display for Crash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let path = self.path.strip_prefix(root()).unwrap_or(&self.path).display();
        writeln!(f, "{}: {}", self.target, self.message)?;
        writeln!(f, "  kept:   {path}; `cargo xtask test` runs it from now on")?;
        write!(f, "  repeat: cargo xtask fuzz --target {} --input {path}", self.target)
    }
}

/// How a run of a target went.
struct Row {
    target: &'static str,
    figures: Figures,
    crash: Option<Crash>,
}

impl Row {
    const HEADINGS: &'static str =
        "target      executions   a second   inputs    edges  slowest (s)  memory (MB)  crashes";
}

impl std::fmt::Display for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Figures { executions, speed, inputs, edges, slowest, memory } = self.figures;
        let crashes = usize::from(self.crash.is_some());
        let target = self.target;
        write!(
            f,
            "{target:<10} {executions:>11} {speed:>10} {inputs:>8} {edges:>8} {slowest:>12} {memory:>12} {crashes:>8}"
        )
    }
}

/// What libFuzzer tells of a run; 0 where it does not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Figures {
    executions: u64,
    speed: u64,
    /// How many inputs are worth keeping.
    inputs: u64,
    /// How many ways between two places of the code were taken.
    edges: u64,
    /// How long the slowest input took, in whole seconds.
    slowest: u64,
    /// In megabytes, at most.
    memory: u64,
}

impl Figures {
    fn of(said: &str) -> Self {
        let number = |words: &str| -> u64 {
            let digits: String = words.trim_start().chars().take_while(char::is_ascii_digit).collect();
            digits.parse().unwrap_or_default()
        };
        let total = |name: &str| said.lines().find_map(|line| line.strip_prefix(name)).map(number).unwrap_or_default();
        let status =
            said.lines().rev().find(|line| line.starts_with('#') && line.contains(" cov: ")).unwrap_or_default();
        let last = |name: &str| status.split_once(name).map(|(_, rest)| number(rest)).unwrap_or_default();
        Self {
            executions: total("stat::number_of_executed_units:").max(number(status.trim_start_matches('#'))),
            speed: total("stat::average_exec_per_sec:").max(last(" exec/s: ")),
            inputs: last(" corp: "),
            edges: last(" cov: "),
            slowest: total("stat::slowest_unit_time_sec:"),
            memory: total("stat::peak_rss_mb:").max(last(" rss: ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_are_those_that_the_engine_prints() {
        let said = "#2\tINITED cov: 10 ft: 11 corp: 1/1b exec/s: 0 rss: 40Mb\n\
            #8192\tDONE   cov: 2345 ft: 6789 corp: 210/34Kb lim: 4096 exec/s: 4096 rss: 57Mb\n\
            Done 8192 runs in 2 second(s)\n\
            stat::number_of_executed_units: 8192\n\
            stat::average_exec_per_sec:     4096\n\
            stat::slowest_unit_time_sec:    1\n\
            stat::peak_rss_mb:              58\n";
        let figures = Figures { executions: 8192, speed: 4096, inputs: 210, edges: 2345, slowest: 1, memory: 58 };
        assert_eq!(Figures::of(said), figures);
        let broken_off = &said[..said.find("Done").unwrap()];
        assert_eq!(Figures::of(broken_off), Figures { slowest: 0, memory: 57, ..figures });
        assert_eq!(Figures::of(""), Figures::default());
    }

    #[test]
    fn an_input_is_made_as_small_as_what_breaks() {
        fn fails(bytes: &[u8]) {
            assert!(bytes.len() < 1000, "another place");
            assert!(!bytes.windows(2).any(|two| two == b"ab") || !bytes.contains(&b'z'), "both");
        }
        assert_eq!(minimize(b"some words ab and z, and ab again", fails), b"zab");
        assert_eq!(minimize(b"nothing here", fails), b"nothing here");
    }

    #[test]
    fn a_crash_says_what_broke() {
        let said = "INFO: Seed: 1\n\nthread '<unnamed>' panicked at a.rs:1:2:\nno \u{1b}[31m words\nnote: run with\n==9== ERROR: libFuzzer\n";
        assert_eq!(message(said), "thread '<unnamed>' panicked at a.rs:1:2:\nno \\u{1b}[31m words");
        let slow = "INFO: Seed: 1\nSUMMARY: libFuzzer: timeout\n";
        assert_eq!(message(slow), "SUMMARY: libFuzzer: timeout");
    }

    #[test]
    fn every_target_has_seeds_and_none_is_empty() {
        let samples = [Sample { text: "Leaders meet\n".to_owned(), record: None }];
        for target in TARGETS {
            assert!(!(target.seeds)(&samples).is_empty(), "{}", target.name);
        }
    }
}
