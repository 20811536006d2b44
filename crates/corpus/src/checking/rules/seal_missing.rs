use rapporteur_model::Review;

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};

/// A reviewed record has no seal.
pub(super) static RULE: Rule = Rule {
    name: "seal-missing",
    code: "S001",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A reviewed record has no seal",
    explanation: "A reviewed record is sealed when it is accepted, so that a later change shows.\n\
        Without a seal nobody can tell whether the record is what was reviewed.\n\
        Look the record over, and seal it with `rapporteur accept --reviewed`.",
    examples: &[
        Example { accepted: true, title: "a reviewed record with its seal", steps: &[] },
        Example { accepted: true, title: "the reader's own record, which has none", steps: &[Step::Machine] },
        Example { accepted: false, title: "the seal is null", steps: &[Step::Set("/seal", "null")] },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    if record.review == Review::Reviewed && record.seal.is_none() {
        findings
            .report(Place::RecordPointer("/seal".to_owned()), "this reviewed record has no seal")
            .help("look it over, and seal it with `rapporteur accept --reviewed`");
    }
}
