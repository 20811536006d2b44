use rapporteur_model::Review;

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};
use crate::record_file;

/// A reviewed record was changed after it was sealed.
pub(super) static RULE: Rule = Rule {
    name: "seal-broken",
    code: "S002",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A reviewed record was changed after it was sealed",
    explanation: "The seal of a reviewed record is the SHA-256 of its canonical form with a null seal and without its text, and it is not that of this record.\n\
        Somebody changed the record, or the seal, and nobody has vouched for the change.\n\
        Look at the change in the history; undo it, or accept it with `rapporteur accept --reviewed`, which seals the record anew.",
    examples: &[
        Example { accepted: true, title: "a seal that fits", steps: &[] },
        Example {
            accepted: false,
            title: "an office was changed after the review",
            steps: &[Step::Replace("head_of_state", "minister")],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    let (Review::Reviewed, Some(seal)) = (record.review, &record.seal) else { return };
    let expected = record_file::seal(record);
    if *seal != expected {
        findings
            .report(Place::RecordPointer("/seal".to_owned()), "this record was changed after it was sealed")
            .expected(expected.to_string())
            .found(seal.to_string())
            .help("undo the change, or look it over and seal it anew with `rapporteur accept --reviewed`");
    }
}
