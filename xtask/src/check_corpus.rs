//! `cargo xtask check-corpus`: the rules over this repository's articles, and what only they owe on top.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use rapporteur::{
    check, escape,
    files::{self, Content},
    report,
};
use rapporteur_corpus::{
    checking::{Level, Levels},
    document::{Document, Source},
    reading, record_file,
};
use rapporteur_model::Record;
use serde_json::Value;

use crate::{
    Outcome, corpora,
    generated::generated_file_is_in_step,
    readme, root, rules, schema,
    score::{Floor, Score, UNSEEN},
};

const FLOOR: &str = "corpus/floor.json";

pub(crate) fn run(raise_floor: bool) -> Outcome {
    let mut out = io::stdout().lock();
    let mut wrong = Vec::new();

    let mut levels = Levels::default();
    levels
        .set("article-without-record", Level::Deny)
        .map_err(|unknown| format!("no rule is called {}", unknown.name))?;
    let options = check::Options { levels, ..check::Options::default() };
    let summary = check_all(&options, &mut out)?;
    if summary.counts.denied > 0 {
        wrong.push(format!("denied findings: {}", summary.counts.denied));
    }
    wrong.extend(summary.troubles.iter().map(ToString::to_string));

    let mut articles = 0;
    for entry in files::find(&corpora()).entries {
        let limits = options.limits;
        let Content::Bytes(bytes) = files::content(&entry.article, u64::from(limits.article_bytes)) else { continue };
        // What is no text has been told above.
        let Ok(source) = Source::new(&bytes, limits) else { continue };
        articles += 1;
        let document = Document::parse(source.text());
        let record = reading::read(&document, &entry.id).record;
        let name = entry.article.name();
        wrong.extend(round_trip(source.text(), &document, &record).into_iter().map(|what| format!("{name}: {what}")));
    }
    writeln!(out, "round trips of {articles} articles tried")?;

    let score = Score::of_repository();
    write!(out, "{score}")?;
    wrong.extend(hold_floor(&score, raise_floor)?);

    for chore in [schema::run(true), rules::run(true), readme::run(true)] {
        wrong.extend(chore.err().map(|error| error.to_string()));
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\nerror: ").into()) }
}

/// Checks all articles, and prints what is found. Where an article has a part in it that the reader is not tuned to, the
/// words are left out: who sees them by accident has seen them.
fn check_all(options: &check::Options, out: &mut dyn Write) -> Result<check::Summary, Box<dyn std::error::Error>> {
    let mut report = Vec::new();
    let look = report::Look { format: report::Format::Json, ..options.look };
    let summary = check::check(&corpora(), &check::Options { look, ..options.clone() }, &mut report)?;
    let report: Value = serde_json::from_slice(&report)?;
    let (unseen, open) = without_words(&report, &root().join(UNSEEN));
    if open > 0 {
        // What is not about those articles is found without them, and shown with its words.
        let open: Vec<PathBuf> = open_paths()?;
        check::check(&open, options, out)?;
    }
    for line in &unseen {
        writeln!(out, "{line}")?;
    }
    writeln!(out, "{summary}")?;
    Ok(summary)
}

/// The corpora without the articles that the reader is not tuned to.
fn open_paths() -> io::Result<Vec<PathBuf>> {
    let unseen = root().join(UNSEEN);
    let mut paths = Vec::new();
    for folder in corpora() {
        if !unseen.starts_with(&folder) {
            paths.push(folder);
            continue;
        }
        for entry in fs::read_dir(folder)? {
            paths.push(entry?.path());
        }
    }
    // A note beside the articles would be taken for one where it is named itself.
    paths.retain(|path| *path != unseen && (path.is_dir() || path.extension().is_some_and(|end| end == "txt")));
    paths.sort();
    Ok(paths)
}

/// The findings of a report in which an article of a folder has a part, by level, rule and place, and how many there are
/// besides.
fn without_words(report: &Value, folder: &Path) -> (Vec<String>, usize) {
    let findings = report["findings"].as_array().map(Vec::as_slice).unwrap_or_default();
    let (mut lines, mut others) = (Vec::new(), 0);
    for finding in findings {
        let labels = finding["labels"].as_array().map(Vec::as_slice).unwrap_or_default();
        let file = |label: &Value| PathBuf::from(label["file"].as_str().unwrap_or_default());
        if !labels.iter().any(|label| file(label).starts_with(folder)) {
            others += 1;
            continue;
        }
        let level = if finding["level"] == "deny" { "error" } else { "warning" };
        let places = labels.iter().map(|label| {
            let at = |name: &str| label[name].as_u64().map(|number| format!(":{number}")).unwrap_or_default();
            format!("{}{}{}", escape::path(&file(label)), at("line"), at("column"))
        });
        let rule = finding["rule"].as_str().unwrap_or_default();
        lines.push(format!("{level}[{rule}]: {}, in words that are not shown", places.collect::<Vec<_>>().join(", ")));
    }
    (lines, others)
}

/// What does not come out as it went in.
fn round_trip(text: &str, document: &Document<'_>, record: &Record) -> Vec<&'static str> {
    let mut wrong = Vec::new();
    let tiled: Option<String> = document.blocks().iter().map(|block| block.span.slice(text)).collect();
    if tiled.as_deref() != Some(text) {
        wrong.push("its blocks do not give it back");
    }
    let with_text = Record { text: Some(text.to_owned()), ..record.clone() };
    for record in [record, &with_text] {
        let printed = record_file::print(record);
        if record_file::parse(printed.as_bytes()).ok().map(|file| file.record).as_ref() != Some(record) {
            wrong.push("its record is another once it has been written and read");
        }
    }
    let line = serde_json::to_string(&with_text).ok();
    let back = line.and_then(|line| serde_json::from_str::<Record>(&line).ok()).and_then(|record| record.text);
    if back.as_deref() != Some(text) {
        wrong.push("its record does not give the text back");
    }
    wrong
}

/// Compares the score with its floor, and raises the floor where that is wanted.
fn hold_floor(score: &Score, raise: bool) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let file = root().join(FLOOR);
    let floor: Option<Floor> = match fs::read_to_string(&file) {
        Ok(text) => Some(serde_json::from_str(&text).map_err(|error| format!("{FLOOR}: {error}"))?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(format!("{FLOOR}: {error}").into()),
    };
    if raise {
        let raised = floor.map_or(score.as_floor(), |floor| floor.raised_to(score.as_floor()));
        let text = serde_json::to_string_pretty(&raised)? + "\n";
        generated_file_is_in_step(FLOOR, &text, "check-corpus --raise-floor", false)?;
        return Ok(score.below(raised));
    }
    let missing = || vec![format!("{FLOOR} is missing; run `cargo xtask check-corpus --raise-floor`")];
    Ok(floor.map_or_else(missing, |floor| score.below(floor)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_about_articles_that_nobody_is_to_see_hold_no_words() {
        let folder = tempfile::tempdir().unwrap();
        let unseen = folder.path().join("unseen");
        fs::create_dir(&unseen).unwrap();
        let quoted = "“We will build the road to the northern coast,” President";
        fs::write(folder.path().join("a.txt"), format!("Roy speaks\n\nIt rained.\n\n{quoted} Ann Roy said.\n"))
            .unwrap();
        fs::write(unseen.join("b.txt"), format!("Reed speaks\n\n{quoted} Tom Reed said, “and a bridge.\n")).unwrap();
        fs::write(folder.path().join("c.txt"), "Harbour news\n\nThe door “is open.\n").unwrap();
        let mut report = Vec::new();
        let look = report::Look { format: report::Format::Json, ..report::Look::default() };
        let options = check::Options { look, ..check::Options::default() };
        check::check(&[folder.path().to_owned()], &options, &mut report).unwrap();
        let (lines, others) = without_words(&serde_json::from_slice(&report).unwrap(), &unseen);
        let lines: Vec<String> =
            lines.iter().map(|line| line.replace(&format!("{}/", folder.path().display()), "")).collect();
        assert_eq!(
            lines,
            [
                "warning[unclosed-quotation]: unseen/b.txt:3:74, in words that are not shown",
                "warning[quotation-of-two-speakers]: unseen/b.txt:3:1, a.txt:5:1, in words that are not shown",
            ]
        );
        assert_eq!(others, 1);
    }

    #[test]
    fn what_is_open_is_all_but_the_unseen_folder() {
        let all = files::find(&corpora()).entries.len();
        let unseen = files::find(&[root().join(UNSEEN)]).entries.len();
        assert!(unseen > 0);
        assert_eq!(files::find(&open_paths().unwrap()).entries.len() + unseen, all);
    }
}
