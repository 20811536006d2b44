use rapporteur_model::Status;

use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    lookup::{self, show},
};

/// Something was said at a summit that was not held.
pub(super) static RULE: Rule = Rule {
    name: "statement-at-no-summit",
    code: "C032",
    level: Level::Warn,
    since: "0.1.0",
    summary: "Something was said at a summit that was not held",
    explanation: "A statement belongs to the summit at which it was made; at one that is only planned, was called off, or is said not to have been, nobody can have said anything.\n\
        What is said about such a meeting has no summit.",
    examples: &[
        Example { accepted: true, title: "said at a summit that was held", steps: &[] },
        Example {
            accepted: false,
            title: "said at one that is planned",
            steps: &[Step::Edit("/summits/0/status/value", r#""planned""#), Step::Edit("/statements/1/summit", "null")],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, statement) in record.statements.iter().enumerate() {
        let Some(summit) = statement.summit.and_then(|summit| lookup::summit(record, summit)) else { continue };
        let what = match summit.status.value() {
            Status::Held => continue,
            Status::Planned => "is still to come",
            Status::Cancelled => "was called off",
            Status::Denied => "is said not to have been",
        };
        let finding = findings.report(
            Place::RecordPointer(format!("/statements/{index}/summit")),
            format!("`{}` was said at `{}`, which {what}", statement.id, summit.id),
        );
        if let Some(anchor) = summit.status.anchor() {
            show(finding, subject, anchor.span, format!("the summit {what}"));
        }
        finding.help("what is said about a meeting has no summit; or correct the status");
    }
}
