use rapporteur_model::{Record, Review};

use super::super::{
    Example, Findings, Fix, Level, Place, Rule, Step, Subject,
    diagnostic::short,
    walk::{Misfit, spans},
};
use crate::{
    reading,
    record_file::{self, FiledRecord},
};

/// The record belongs to another text.
pub(super) static RULE: Rule = Rule {
    name: "source-mismatch",
    code: "B001",
    level: Level::Deny,
    since: "0.1.0",
    summary: "The record belongs to another text",
    explanation: "A record is bound to its article by length and SHA-256, and they are not those of the file beside it: the article was changed after the record was made, or the wrong record lies beside it.\n\
        All offsets of the record are then suspect, so the rules about its spans are silent; the finding shows the first spans that no longer hold their words, which is where the change begins.\n\
        If the record carries a `text` of its own, that too must be the article's, byte for byte.\n\
        Restore the article, or let `rapporteur accept --reviewed` find the record's words in the new text.",
    examples: &[
        Example { accepted: true, title: "a record beside its article", steps: &[] },
        Example {
            accepted: false,
            title: "a letter of the article was changed",
            steps: &[Step::Article(b"Leaders meet in Olso\n")],
        },
        Example { accepted: false, title: "another length", steps: &[Step::Set("/source/bytes", "1")] },
        Example {
            accepted: false,
            title: "the text that the record carries is another",
            steps: &[Step::Set("/text", r#""Leaders meet in Oslo""#)],
        },
    ],
    check,
};

/// How many of the spans that no longer hold their words are shown: the first ones tell where the change begins.
const SHOWN: usize = 3;

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some((text, record)) = subject.pair() else { return };
    if subject.bound().is_none() {
        let found = reading::source(text);
        let (mut all, mut standing, mut moved) = (0_usize, 0_usize, Vec::new());
        spans(record, &mut |path, span, words| {
            let Some(words) = words else { return };
            all += 1;
            if Misfit::of(text, span, Some(words)).is_none() {
                standing += 1;
            } else if moved.len() < SHOWN {
                moved.push((path.to_string(), span));
            }
        });
        let finding = findings.report(Place::RecordPointer("/source".to_owned()), "the record belongs to another text");
        finding
            .label("made from this text")
            .also(Place::Article, "which is not the one beside it")
            .expected(format!("{} bytes, SHA-256 {}", found.bytes, found.sha256))
            .found(format!("{} bytes, SHA-256 {}", record.source.bytes, record.source.sha256))
            .note(format!("{standing} of the record's {all} spans still hold their words"))
            .help("restore the article, or let `rapporteur accept --reviewed` find the words in the new text");
        for (pointer, span) in moved {
            finding.also(Place::RecordPointer(pointer), "these words");
            if span.slice(text).is_some() {
                finding.also(Place::ArticleSpan(span), "no longer stand here");
            }
        }
        let (fix, notes) = remade(subject);
        for note in notes {
            finding.note(note);
        }
        findings.fix(fix);
    } else if record.text.as_deref().is_some_and(|copy| copy != text) {
        findings
            .report(Place::RecordPointer("/text".to_owned()), "the text that the record carries is not the article's")
            .help("delete `text`: beside its article a record needs none");
        let mended = subject.record_file().and_then(|file| {
            let record = Record { text: None, ..file.record.clone() };
            Fix::rewriting(file, record, "delete the copy of the text")
        });
        findings.fix(mended);
    }
}

/// How the record can be made one of the article beside it, and what stands against it.
fn remade(subject: &Subject<'_>) -> (Option<Fix>, Vec<String>) {
    let Some(file) = subject.record_file().filter(|file| file.unknown.is_empty()) else { return Default::default() };
    match file.record.review {
        Review::Machine => (read_anew(subject, file), Vec::new()),
        Review::Reviewed => moved(subject, file),
    }
}

/// The reader's own record is whatever the reader reads.
fn read_anew(subject: &Subject<'_>, file: FiledRecord<'_>) -> Option<Fix> {
    let now = &subject.reading()?.record;
    let Record { id, seal, allow, .. } = file.record.clone();
    Fix::rewriting(file, Record { id, seal, allow, ..now.clone() }, "read the article anew")
}

/// The words of a reviewed record, found again in the article.
fn moved(subject: &Subject<'_>, file: FiledRecord<'_>) -> (Option<Fix>, Vec<String>) {
    let Some(document) = subject.document() else { return Default::default() };
    let moved = record_file::reanchor(file.record, document);
    let mut notes = listed(&moved.gone, "no longer stand in the article");
    notes.extend(listed(&moved.doubtful, "may now stand elsewhere"));
    let Some(record) = moved.record else { return (None, notes) };
    let is_sound = Subject::in_memory(document.text(), record.clone(), subject.id()).sound().is_some();
    // A person has vouched for these values, and for no others: the seal follows where only offsets changed.
    let seals = moved.is_same && record_file::is_sealed(file.record);
    let unsealed = Record { seal: None, ..file.record.clone() };
    let file = if seals { file } else { FiledRecord { record: &unsealed, ..file } };
    let fix = Fix::rewriting(file, record, "find the record's words in the article as it is now");
    (fix.map(|fix| fix.if_unsafe(!moved.is_certain || !is_sound)), notes)
}

/// A note for each of the first words, and one on how many more there are.
fn listed(words: &[String], what: &str) -> Vec<String> {
    let mut notes: Vec<String> =
        words.iter().take(SHOWN).map(|words| format!("the words `{}` {what}", short(words))).collect();
    if words.len() > SHOWN {
        notes.push(format!("and {} more of the record's words {what}", words.len() - SHOWN));
    }
    notes
}
