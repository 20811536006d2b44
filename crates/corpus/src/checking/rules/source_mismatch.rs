use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    walk::{Misfit, spans},
};
use crate::reading;

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
    let found = reading::source(text);
    if record.source != found {
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
            .label(format!("{} bytes, SHA-256 {}", record.source.bytes, record.source.sha256))
            .also(Place::Article, format!("{} bytes, SHA-256 {}", found.bytes, found.sha256))
            .note(format!("{standing} of the record's {all} spans still hold their words"))
            .help("restore the article, or let `rapporteur accept --reviewed` find the words in the new text");
        for (pointer, span) in moved {
            finding.also(Place::RecordPointer(pointer), "these words");
            if span.slice(text).is_some() {
                finding.also(Place::ArticleSpan(span), "no longer stand here");
            }
        }
    } else if record.text.as_deref().is_some_and(|copy| copy != text) {
        findings
            .report(Place::RecordPointer("/text".to_owned()), "the text that the record carries is not the article's")
            .help("delete `text`: beside its article a record needs none");
    }
}
