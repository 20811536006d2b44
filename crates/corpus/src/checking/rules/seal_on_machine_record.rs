use rapporteur_model::Review;

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};

/// A seal stands on a record that nobody reviewed.
pub(super) static RULE: Rule = Rule {
    name: "seal-on-machine-record",
    code: "S003",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A seal stands on a record that nobody reviewed",
    explanation: "A seal says that a person vouches for the record, and this record says that it is the reader's own.\n\
        One of the two is wrong.\n\
        If it was reviewed, accept it with `rapporteur accept --reviewed`; if not, let the seal be null.",
    examples: &[
        Example { accepted: true, title: "the reader's own record without a seal", steps: &[Step::Machine] },
        Example {
            accepted: false,
            title: "the reader's own record with one",
            steps: &[
                Step::Machine,
                Step::Set("/seal", r#""0000000000000000000000000000000000000000000000000000000000000000""#),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    if record.review == Review::Machine && record.seal.is_some() {
        findings
            .report(Place::RecordPointer("/seal".to_owned()), "a seal stands on a record that nobody reviewed")
            .help("let `seal` be null, or review the record and accept it with `rapporteur accept --reviewed`");
    }
}
