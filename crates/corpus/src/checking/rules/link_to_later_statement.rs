use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    lookup::{self, show},
};

/// A statement goes on from, or answers, one that is told later.
pub(super) static RULE: Rule = Rule {
    name: "link-to-later-statement",
    code: "C029",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A statement goes on from, or answers, one that is told later",
    explanation: "`continues` and `replies_to` lead back, to what the text told before.\n\
        One that leads to itself or ahead is likely to be numbered wrongly.",
    examples: &[
        Example { accepted: true, title: "an answer to what was told before", steps: &[] },
        Example {
            accepted: false,
            title: "what is told first answers what is told later",
            steps: &[Step::Edit("/statements/1/replies_to", "null"), Step::Edit("/statements/0/replies_to", r#""s2""#)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, statement) in record.statements.iter().enumerate() {
        for (member, link) in [("continues", statement.continues), ("replies_to", statement.replies_to)] {
            let Some(other) = link.and_then(|link| lookup::statement(record, link)) else { continue };
            if other.id.index() >= index {
                let finding = findings.report(
                    Place::RecordPointer(format!("/statements/{index}/{member}")),
                    format!("`{}` is linked to `{}`, which is not told before it", statement.id, other.id),
                );
                if let Some(part) = other.parts.first().filter(|_| other.id != statement.id) {
                    show(finding, subject, part.span, "told here");
                }
                finding.help("correct the id");
            }
        }
    }
}
