use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};
use crate::record_file::RecordFileError;

/// The record names a schema that this version does not know.
pub(super) static RULE: Rule = Rule {
    name: "unknown-schema",
    code: "F004",
    level: Level::Deny,
    since: "0.1.0",
    summary: "The record names a schema that this version does not know",
    explanation: "A record says its form in `schema`, and this version reads `rapporteur.record/1`.\n\
        A record of another form is refused rather than half understood.\n\
        Use the version of the program that knows the schema, or correct the name if it is misspelt.",
    examples: &[
        Example { accepted: true, title: "the schema that this version knows", steps: &[] },
        Example { accepted: false, title: "a later schema", steps: &[Step::Replace("record/1", "record/2")] },
        Example { accepted: false, title: "no schema", steps: &[Step::Record(b"{}\n")] },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if let Some(error @ RecordFileError::UnknownSchema { found }) = subject.record_error() {
        let place = found.as_ref().map_or(Place::Record, |_| Place::RecordPointer("/schema".to_owned()));
        findings.report(place, error.to_string()).help("use the version of the program that knows the schema");
    }
}
