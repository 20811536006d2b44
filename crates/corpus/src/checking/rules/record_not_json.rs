use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};
use crate::record_file::RecordFileError;

/// The record's file is not JSON.
pub(super) static RULE: Rule = Rule {
    name: "record-not-json",
    code: "F003",
    level: Level::Deny,
    since: "0.1.0",
    summary: "The record's file is not JSON",
    explanation: "A record file is JSON (RFC 8259), nested at most 127 levels deep.\n\
        A comma too many, a quotation mark that was not escaped, or the marks of a merge conflict are the usual causes.\n\
        Correct the place that is named; it is where the text ceases to be JSON, and the slip may be just before it.",
    examples: &[
        Example { accepted: true, title: "JSON", steps: &[] },
        Example { accepted: false, title: "a comma is lost", steps: &[Step::Replace(",", "")] },
        Example { accepted: false, title: "deeper than any record", steps: &[Step::Record(&[b'['; 1000])] },
        Example { accepted: false, title: "an empty file", steps: &[Step::Record(b"")] },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if let Some(RecordFileError::NotJson { offset, message }) = subject.record_error() {
        findings
            .report(Place::RecordByte(*offset), format!("the record is not JSON: {message}"))
            .help("the slip is here, or just before");
    }
}
