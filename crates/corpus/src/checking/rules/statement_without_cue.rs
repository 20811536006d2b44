use rapporteur_model::StatementKind;

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// Nothing reports an indirect statement.
pub(super) static RULE: Rule = Rule {
    name: "statement-without-cue",
    code: "C021",
    level: Level::Warn,
    since: "0.1.0",
    summary: "Nothing reports an indirect statement",
    explanation: "Only words in quotation marks, a transcript's turn or a block after a colon can be a statement by themselves.\n\
        The writer's own words are one because a verb or a noun reports them: \"said\", \"according to\", a headline's colon.\n\
        Add the cue, or delete what the writer says.",
    examples: &[
        Example {
            accepted: true,
            title: "words in marks without a cue",
            steps: &[Step::Edit("/statements/0/cue", "null")],
        },
        Example {
            accepted: false,
            title: "the writer's words without one",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nQuill left.\n",
                ),
                Step::Edit(
                    "/statements/-",
                    r#"{ "id": "s3", "kind": "indirect", "speaker": { "people": ["p1"], "text": "Quill", "nth": 3, "basis": "stated" }, "parts": [{ "text": "left" }] }"#,
                ),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, statement) in record.statements.iter().enumerate() {
        if statement.cue.is_none() && statement.speaker.is_some() && statement.kind == StatementKind::Indirect {
            let finding = findings.report(
                Place::RecordPointer(format!("/statements/{index}/cue")),
                format!("`{}` is indirect, and nothing reports it", statement.id),
            );
            if let Some(part) = statement.parts.first() {
                show(finding, subject, part.span, "the words");
            }
            finding.help("add the words that report it, or delete what only the writer says");
        }
    }
}
