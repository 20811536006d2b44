use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};
use crate::record_file::{MAX_BYTES, RecordFileError};

/// The record's file is larger than the limit.
pub(super) static RULE: Rule = Rule {
    name: "record-too-large",
    code: "F002",
    level: Level::Deny,
    since: "0.1.0",
    summary: "The record's file is larger than the limit",
    explanation: "Record files of more than 64 MiB are not read.\n\
        A record is a few times as large as its article, so a file of this size is something else.\n\
        Restore it, or delete it and let `rapporteur accept` write the reader's own.",
    examples: &[
        Example { accepted: true, title: "a record of usual size", steps: &[] },
        Example {
            accepted: false,
            title: "a file one byte larger than the limit",
            steps: &[Step::RecordOfBlanks(MAX_BYTES + 1)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if let Some(RecordFileError::TooLarge { limit, .. }) = subject.record_error() {
        findings.report(Place::Record, format!("the record has more than {limit} bytes"));
    }
}
