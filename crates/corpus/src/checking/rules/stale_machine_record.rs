use rapporteur_model::{Record, Review};
use serde_json::{Value, json};

use super::super::{Example, Findings, Fix, Level, Place, Rule, Step, Subject};
use crate::record_file::Path;

/// The reader would now read the article differently.
pub(super) static RULE: Rule = Rule {
    name: "stale-machine-record",
    code: "S004",
    level: Level::Deny,
    since: "0.1.0",
    summary: "The reader would now read the article differently",
    explanation: "A record that nobody reviewed is the reader's own, and the reader of this version reads the article differently: the program was changed, or the record was edited without being marked as reviewed.\n\
        `rapporteur accept` writes the new reading, and the change shows in the history for everyone to judge.\n\
        If the record is right and the reader wrong, mark it as reviewed and accept it with `rapporteur accept --reviewed`.",
    examples: &[
        Example { accepted: true, title: "the reader's own reading", steps: &[Step::Machine] },
        Example { accepted: true, title: "a reviewed record that differs from it", steps: &[] },
        Example {
            accepted: false,
            title: "a language that the reader does not see",
            steps: &[Step::Machine, Step::Set("/article/language", r#""tlh""#)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some((_, record)) = subject.sound() else { return };
    let Some(file) = subject.record_file() else { return };
    // A record with unknown members says something that cannot be compared.
    if record.review == Review::Reviewed || !file.unknown.is_empty() {
        return;
    }
    let Some(now) = subject.reading().map(|reading| &reading.record) else { return };
    if std::ptr::eq(record, now) || is_same(record, now) {
        return;
    }
    let mut differences = Differences::default();
    differences.compare(&contents(record), &contents(now), &Path::Root);
    let Some(first) = differences.first.take() else { return };
    let finding = findings.report(Place::RecordPointer(first), "the reader would now read this article differently");
    finding.labels[0].text.push_str("first here");
    for difference in differences.shown {
        finding.note(difference);
    }
    if differences.count > Differences::SHOWN {
        finding.note(format!("and {} more differences", differences.count - Differences::SHOWN));
    }
    finding.help("`rapporteur accept` writes the new reading; if the record is right, mark it as reviewed");
    // How the record stands is left as it is: whether its seal and its name are right is for other rules.
    let Record { id, seal, allow, text, .. } = record.clone();
    let record = Record { id, seal, allow, text, ..now.clone() };
    findings.fix(Fix::rewriting(file, record, "write what the reader reads now"));
}

/// Whether two records agree in what the reader answers for.
fn is_same(one: &Record, other: &Record) -> bool {
    one.article == other.article
        && one.people == other.people
        && one.summits == other.summits
        && one.statements == other.statements
        && one.quantities == other.quantities
}

/// What the reader answers for: everything but how the record calls itself, stands and is carried.
fn contents(record: &Record) -> Value {
    json!({
        "article": record.article,
        "people": record.people,
        "summits": record.summits,
        "statements": record.statements,
        "quantities": record.quantities,
    })
}

/// Where two trees differ.
#[derive(Default)]
struct Differences {
    first: Option<String>,
    shown: Vec<String>,
    count: usize,
}

impl Differences {
    /// So many differences are described; the rest are counted.
    const SHOWN: usize = 5;

    fn compare(&mut self, was: &Value, now: &Value, path: &Path<'_>) {
        match (was, now) {
            (Value::Object(was), Value::Object(now)) => {
                for (key, was) in was {
                    self.compare(was, now.get(key).unwrap_or(&Value::Null), &path.key(key));
                }
            }
            (Value::Array(was), Value::Array(now)) => {
                for (index, (was, now)) in was.iter().zip(now).enumerate() {
                    self.compare(was, now, &path.item(index));
                }
                if was.len() != now.len() {
                    self.note(path, || format!("{} in the record, {} now", was.len(), now.len()));
                }
            }
            _ if was == now => {}
            _ => self.note(path, || format!("{} in the record, {} now", short(was), short(now))),
        }
    }

    fn note(&mut self, path: &Path<'_>, what: impl FnOnce() -> String) {
        self.count += 1;
        if self.shown.len() < Self::SHOWN {
            self.shown.push(format!("{path}: {}", what()));
            self.first.get_or_insert_with(|| path.to_string());
        }
    }
}

/// A value, or the beginning of a long one.
fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
