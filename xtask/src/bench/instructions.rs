//! How many instructions a stage takes, which is the same however busy the machine is.

use std::{error::Error, fmt::Write as _, fs, path::Path, process::Command};

use clap::ValueEnum as _;

use super::{
    articles::Articles,
    figures::{count, size, three_digits},
    stages::{RecordStage, Stage},
};

/// So many articles are read.
pub(super) const ARTICLES: usize = 50;

/// So many functions are listed.
const FUNCTIONS: usize = 12;

/// A stage of either sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    Text(Stage),
    Record(RecordStage),
}

impl Counted {
    const ALL: [Self; 6] = [
        Self::Text(Stage::Utf8),
        Self::Text(Stage::Document),
        Self::Text(Stage::Sentences),
        Self::Text(Stage::Read),
        Self::Record(RecordStage::Check),
        Self::Record(RecordStage::Print),
    ];

    fn title(self) -> &'static str {
        match self {
            Self::Text(stage) => stage.title(),
            Self::Record(stage) => stage.title(),
        }
    }

    fn name(self) -> String {
        let value = match self {
            Self::Text(stage) => stage.to_possible_value(),
            Self::Record(stage) => stage.to_possible_value(),
        };
        value.map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// The stage of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.name() == name)
    }
}

/// Does what is to be counted: each article once before, so that what is made once is made, and once within
/// [`counted_articles`], which alone is counted.
pub(super) fn prepare_and_run(stage: Counted) -> usize {
    let articles = Articles::written(ARTICLES);
    match stage {
        Counted::Text(stage) => {
            let work = |text: &String| stage.run(text);
            articles.texts.iter().map(work).sum::<usize>() + counted_articles(&articles.texts, &work)
        }
        Counted::Record(stage) => {
            let recorded = articles.recorded();
            let work = |article: &_| stage.run(article);
            recorded.iter().map(work).sum::<usize>() + counted_articles(&recorded, &work)
        }
    }
}

/// The function that callgrind is told to count within, by its name.
#[inline(never)]
fn counted_articles<T>(articles: &[T], work: &dyn Fn(&T) -> usize) -> usize {
    articles.iter().map(work).sum()
}

/// What callgrind counts in each stage, and the functions in which most happens.
pub(super) fn section(optimized: &Path) -> Result<String, Box<dyn Error>> {
    if Command::new("valgrind").arg("--version").output().is_err() {
        return Err("valgrind is not installed; without it no instructions can be counted".into());
    }
    let folder = tempfile::tempdir()?;
    let bytes = Articles::written(ARTICLES).bytes();
    let mut out = format!("{ARTICLES} generated articles, {} of text, after a first round.\n\n", size(bytes as u64));
    out.push_str("| stage | instructions | a byte |\n|---|---:|---:|\n");
    let mut lists = String::new();
    for stage in Counted::ALL {
        let found = folder.path().join(stage.name());
        let mut command = Command::new("valgrind");
        command.args(["--tool=callgrind", "--toggle-collect=*counted_articles*"]);
        command.arg(format!("--callgrind-out-file={}", found.display()));
        let output = command.arg(optimized).args(["bench", "counted", &stage.name()]).output()?;
        if !output.status.success() {
            return Err(format!("callgrind failed: {}", String::from_utf8_lossy(&output.stderr)).into());
        }
        let total = total(&fs::read_to_string(&found)?).ok_or("callgrind says nothing of what it counted")?;
        let each = three_digits(per_byte(total, bytes));
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(out, "| {} | {} | {each} |", stage.title(), count(usize::try_from(total)?));
        let annotated = Command::new("callgrind_annotate")
            .args(["--inclusive=yes", "--auto=no", "--threshold=100"])
            .arg(&found)
            .output()?;
        let _ = writeln!(lists, "\n{}, inclusive:\n\n```text", stage.title());
        for function in functions(&String::from_utf8_lossy(&annotated.stdout)).iter().take(FUNCTIONS) {
            let _ = writeln!(lists, "{function}");
        }
        lists.push_str("```\n");
    }
    Ok(out + &lists)
}

#[expect(clippy::cast_precision_loss, reason = "figures for people")]
fn per_byte(instructions: u64, bytes: usize) -> f64 {
    instructions as f64 / bytes as f64
}

/// All that was counted, as the file of callgrind has it.
fn total(file: &str) -> Option<u64> {
    let line = file.lines().find_map(|line| line.strip_prefix("totals:").or_else(|| line.strip_prefix("summary:")))?;
    line.split_whitespace().next()?.parse().ok()
}

/// The functions that `callgrind_annotate` lists with their instructions; what calls the counted ones is left out.
fn functions(annotated: &str) -> Vec<String> {
    const CALLERS: [&str; 8] =
        ["xtask::", "main", "(below main)", "PROGRAM", "__libc_start", "_start", "std::rt::", "std::sys::backtrace::"];
    let function = |line: &str| {
        let (counted, rest) = line.split_once(')').filter(|(counted, _)| counted.ends_with('%'))?;
        let name = rest.trim().split_once(':').map_or(rest, |(_, name)| name);
        let name = name.split(" [").next().unwrap_or(name).trim();
        let is_caller = name.starts_with("0x") || CALLERS.iter().any(|caller| name.starts_with(caller));
        (!is_caller).then(|| format!("{}) {name}", counted.trim()))
    };
    annotated.lines().filter_map(function).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_and_functions_are_taken_from_what_callgrind_prints() {
        assert_eq!(total("version: 1\nevents: Ir\nsummary: 12345\n"), Some(12_345));
        assert_eq!(total("version: 1\n"), None);
        let annotated = "Ir\n----\n1,200 (100.0%)  PROGRAM TOTALS\n\nIr      file:function\n\
                         1,200 (100.0%)  ???:xtask::main [/tmp/xtask]\n\
                         1,200 (100.0%)  ???:0x000000000001ab70 [/tmp/xtask]\n\
                         1,200 (100.0%)  ???:rapporteur_corpus::reading::read [/tmp/xtask]\n\
                           600 (50.00%)  ./string/memmove.S:__memmove_avx [/lib/libc.so.6]\n";
        let expected = ["1,200 (100.0%) rapporteur_corpus::reading::read", "600 (50.00%) __memmove_avx"];
        assert_eq!(functions(annotated), expected);
    }

    #[test]
    fn each_stage_is_found_by_its_name() {
        for stage in Counted::ALL {
            assert_eq!(Counted::named(&stage.name()), Some(stage));
        }
        assert_eq!(Counted::named("statements"), None);
    }
}
