use super::super::{Example, Findings, Input, Level, Place, Rule, Step, Subject};
use crate::record_file::RecordFileError;

/// The record's file cannot be read as text.
pub(super) static RULE: Rule = Rule {
    name: "unreadable-record",
    code: "F001",
    level: Level::Deny,
    since: "0.1.0",
    summary: "The record's file cannot be read as text",
    explanation: "The system does not give the record's bytes, or they are not UTF-8.\n\
        Nothing else can then be said about the record.\n\
        Mend it where the reason says, or restore the file from the history.",
    examples: &[
        Example { accepted: true, title: "a record that can be read", steps: &[] },
        Example { accepted: false, title: "a record that the system does not give", steps: &[Step::RecordUnreadable] },
        Example { accepted: false, title: "bytes that are not UTF-8", steps: &[Step::Record(b"{\xff}")] },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if let Input::Unreadable(why) = subject.record() {
        findings.report(Place::Record, format!("the record cannot be read: {why}"));
    }
    if let Some(&RecordFileError::NotUtf8 { offset }) = subject.record_error() {
        findings
            .report(Place::RecordByte(offset), format!("the record is not UTF-8 from byte {offset} on"))
            .help("restore the file, or write it anew in UTF-8");
    }
}
