use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    lookup::{self, holds, show},
};

/// A statement does not stand inside the one that it is said to.
pub(super) static RULE: Rule = Rule {
    name: "not-within",
    code: "C026",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A statement does not stand inside the one that it is said to",
    explanation: "`within` says inside whose words a statement is quoted, so each of its parts lies in a part of the other.\n\
        Correct the id, or delete it.",
    examples: &[
        Example { accepted: true, title: "statements beside each other", steps: &[] },
        Example {
            accepted: false,
            title: "a statement said to be inside the one before",
            steps: &[Step::Edit("/statements/1/within", r#""s1""#)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, statement) in record.statements.iter().enumerate() {
        let Some(outer) = statement.within.and_then(|outer| lookup::statement(record, outer)) else { continue };
        if let Some(part) = statement.parts.iter().find(|part| !holds(&outer.parts, part.span)) {
            let finding = findings.report(
                Place::RecordPointer(format!("/statements/{index}/within")),
                format!("`{}` does not stand inside `{}`", statement.id, outer.id),
            );
            show(finding, subject, part.span, "these words");
            finding.help("correct the id, or delete it");
        }
    }
}
