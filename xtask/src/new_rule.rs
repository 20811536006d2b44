//! `cargo xtask new-rule`: the file of a new rule, which is all that a rule takes.

use std::{fs, path::Path};

use crate::{
    Outcome,
    registry::{self, FOLDER, rules_of},
    root,
};

/// The letters of the families that a file is begun for; `docs/rules.md` says what each is for. Those of `X` compare
/// articles, and no empty one can stand for what they all do.
pub(crate) const FAMILIES: [&str; 5] = ["A", "B", "C", "F", "S"];

pub(crate) fn run(name: &str, family: &str) -> Outcome {
    let file = begin(&root().join(FOLDER), name, family)?;
    registry::run(false)?;
    println_of(&format!(
        "{FOLDER}/{file}: fill it in until `cargo test -p rapporteur-corpus checking` passes, then run `cargo xtask rules`"
    ));
    Ok(())
}

/// Says on standard output what comes next. Where that is closed, nobody wants to know.
fn println_of(line: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Writes the file of a new rule into a folder of rules, and gives its name.
///
/// # Errors
///
/// When the name is not lower-case words joined by hyphens, or taken, or the file cannot be written.
fn begin(folder: &Path, name: &str, family: &str) -> Result<String, String> {
    let is_word = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_lowercase())
            && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    if !name.split('-').all(is_word) {
        return Err(format!("`{name}` is no name of a rule: give lower-case words joined by hyphens"));
    }
    let rules = rules_of(folder)?;
    let module = name.replace('-', "_");
    if rules.values().any(|taken| *taken == module) {
        return Err(format!("there is a rule `{name}` already"));
    }
    let numbers = rules.keys().filter_map(|code| code.strip_prefix(family)?.parse::<u16>().ok());
    let code = format!("{family}{:03}", numbers.max().unwrap_or_default() + 1);
    let file = format!("{module}.rs");
    let source = source(name, &code, family == "A");
    fs::write(folder.join(&file), source).map_err(|error| format!("{file}: {error}"))?;
    Ok(file)
}

/// The source of a rule that finds nothing yet, so that its own test fails until it does.
fn source(name: &str, code: &str, is_about_articles: bool) -> String {
    let template = if is_about_articles { ABOUT_ARTICLES } else { ABOUT_RECORDS };
    let flaw = name.replace('-', " ");
    let summary = flaw.chars().take(1).flat_map(char::to_uppercase).chain(flaw.chars().skip(1)).collect::<String>();
    template
        .replace("NAME", name)
        .replace("CODE", code)
        .replace("SINCE", env!("CARGO_PKG_VERSION"))
        .replace("SUMMARY", &summary)
}

const ABOUT_ARTICLES: &str = r#"use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};

/// SUMMARY.
pub(super) static RULE: Rule = Rule {
    name: "NAME",
    code: "CODE",
    level: Level::Warn,
    since: "SINCE",
    summary: "SUMMARY",
    explanation: "What the flaw is, in a sentence.\n\
        Why it matters to who keeps or uses the article.\n\
        How to mend it.",
    examples: &[
        Example {
            accepted: true,
            title: "an article without the flaw",
            steps: &[Step::Article("Leaders meet\n\nThe leaders met.\n".as_bytes()), Step::NoRecord],
        },
        Example {
            accepted: false,
            title: "an article with it",
            steps: &[Step::Article("Leaders meet\n\nThe leaders met.\n".as_bytes()), Step::NoRecord],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(document) = subject.document() else { return };
    for block in document.blocks().iter().filter(|block| block.span.is_empty()) {
        findings.report(Place::ArticleSpan(block.span), "what is wrong here, without a stop").help("how to mend it");
    }
}
"#;

const ABOUT_RECORDS: &str = r##"use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// SUMMARY.
pub(super) static RULE: Rule = Rule {
    name: "NAME",
    code: "CODE",
    level: Level::Warn,
    since: "SINCE",
    summary: "SUMMARY",
    explanation: "What the flaw is, in a sentence.\n\
        Why it matters to who keeps or uses the record.\n\
        How to mend it.",
    examples: &[
        Example { accepted: true, title: "the record that examples begin with", steps: &[] },
        Example {
            accepted: false,
            title: "the flaw put into it",
            steps: &[Step::Edit("/statements/0/cue", r#"{ "text": "said", "nth": 1 }"#)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, statement) in record.statements.iter().enumerate() {
        let Some(cue) = statement.cue.as_ref().filter(|cue| cue.span.is_empty()) else { continue };
        let finding = findings
            .report(Place::RecordPointer(format!("/statements/{index}/cue")), "what is wrong here, without a stop");
        show(finding, subject, cue.span, "the words that show it");
        finding.help("how to mend it");
    }
}
"##;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_rule_has_the_next_code_of_its_family() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("empty_article.rs"), "    code: \"A009\",\n").unwrap();
        assert_eq!(begin(folder.path(), "late-stamp", "A").unwrap(), "late_stamp.rs");
        let source = fs::read_to_string(folder.path().join("late_stamp.rs")).unwrap();
        assert!(source.contains("name: \"late-stamp\",\n    code: \"A010\","), "{source}");
        assert!(source.contains("\n/// Late stamp.\n"), "{source}");
        assert_eq!(begin(folder.path(), "no-cue", "C").unwrap(), "no_cue.rs");
        assert_eq!(rules_of(folder.path()).unwrap().keys().collect::<Vec<_>>(), ["A009", "A010", "C001"]);
    }

    #[test]
    fn names_that_are_none_and_names_that_are_taken_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["", "Late-Stamp", "late_stamp", "late-", "../late", "2nd"] {
            assert!(begin(folder.path(), name, "A").unwrap_err().contains("is no name of a rule"), "{name}");
        }
        begin(folder.path(), "late-stamp", "A").unwrap();
        assert_eq!(begin(folder.path(), "late-stamp", "A").unwrap_err(), "there is a rule `late-stamp` already");
    }
}
