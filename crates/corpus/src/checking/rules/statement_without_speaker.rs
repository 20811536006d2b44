use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// Nobody is said to have made a statement.
pub(super) static RULE: Rule = Rule {
    name: "statement-without-speaker",
    code: "C020",
    level: Level::Warn,
    since: "0.1.0",
    summary: "Nobody is said to have made a statement",
    explanation: "A statement without a speaker attributes its words to nobody.\n\
        A speaker need not be a person: \"reports\", \"a ministry\", \"he\" are words that name one.\n\
        Where the clause has none of its own, the words are those of the clause it hangs on; add them, or delete what is no statement.",
    examples: &[
        Example { accepted: true, title: "a speaker who is named", steps: &[] },
        Example {
            accepted: false,
            title: "words of nobody",
            steps: &[Step::Edit("/statements/0/speaker", r#"null"#), Step::Edit("/statements/1/replies_to", r#"null"#)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| &file.record) else { return };
    for (index, statement) in record.statements.iter().enumerate() {
        if statement.speaker.is_none() {
            let finding = findings.report(
                Place::RecordPointer(format!("/statements/{index}/speaker")),
                format!("`{}` has no speaker", statement.id),
            );
            if let Some(part) = statement.parts.first() {
                show(finding, subject, part.span, "the words");
            }
            finding.help("add the words that name who said it, or delete what is no statement");
        }
    }
}
