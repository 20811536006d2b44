use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// A statement has no words.
pub(super) static RULE: Rule = Rule {
    name: "statement-without-words",
    code: "C016",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A statement has no words",
    explanation: "A statement is what was said: its `parts` hold the words, at least one part a paragraph.\n\
        Without them nobody knows what was said, and the statement has no place in the order of the text.\n\
        Add the words, or delete the statement.",
    examples: &[
        Example { accepted: true, title: "a statement with words", steps: &[] },
        Example { accepted: false, title: "a statement without", steps: &[Step::Edit("/statements/1/parts", "[]")] },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, statement) in record.statements.iter().enumerate() {
        if statement.parts.is_empty() {
            let finding = findings.report(
                Place::RecordPointer(format!("/statements/{index}/parts")),
                format!("`{}` has no words", statement.id),
            );
            if let Some(cue) = &statement.cue {
                show(finding, subject, cue.span, "its cue");
            }
            finding.help("add the words that were said, or delete the statement");
        }
    }
}
