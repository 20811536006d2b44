//! `cargo xtask check-corpus`: the rules over this repository's articles, and what only they owe on top.

use std::{
    fs,
    io::{self, Write},
};

use rapporteur::{
    check,
    files::{self, Content},
};
use rapporteur_corpus::{
    checking::{Level, Levels},
    document::{Document, Source},
    reading, record_file,
};
use rapporteur_model::Record;

use crate::{
    Outcome, corpora,
    generated::generated_file_is_in_step,
    readme, root, rules, schema,
    score::{Floor, Score},
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
    let summary = check::check(&corpora(), &options, &mut out)?;
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
