use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};
use crate::reading::names_nobody;

/// The speaker of a statement is nobody.
pub(super) static RULE: Rule = Rule {
    name: "speaker-is-nobody",
    code: "C058",
    level: Level::Warn,
    since: "0.1.0",
    summary: "The speaker of a statement is nobody",
    explanation: "What \"no one\", \"neither leader\" or \"no official\" said was not said: the article tells that somebody kept silent, or leaves open who spoke.\n\
        As a statement it would count as said, and in a table as everybody's and nobody's.\n\
        Delete the statement, or correct the speaker if the words are those of somebody else.",
    examples: &[
        Example {
            accepted: true,
            title: "a house whose number begins so",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nNo. 10 said it rained.\n",
                ),
                Step::Edit(
                    "/statements/-",
                    r#"{ "id": "s3", "speaker": { "people": [], "text": "No. 10", "basis": "stated" }, "cue": { "text": "said", "nth": 2 }, "parts": [{ "text": "it rained" }] }"#,
                ),
            ],
        },
        Example {
            accepted: false,
            title: "what no official said",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nNo official said it rained.\n",
                ),
                Step::Edit(
                    "/statements/-",
                    r#"{ "id": "s3", "speaker": { "people": [], "text": "No official", "basis": "stated" }, "cue": { "text": "said", "nth": 2 }, "parts": [{ "text": "it rained" }] }"#,
                ),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, statement) in record.statements.iter().enumerate() {
        let Some(speaker) = statement.speaker.as_ref().filter(|speaker| names_nobody(&speaker.anchor.text)) else {
            continue;
        };
        let finding = findings.report(
            Place::RecordPointer(format!("/statements/{index}/speaker")),
            format!("the speaker of `{}` is nobody, so that nobody said it", statement.id),
        );
        show(finding, subject, speaker.anchor.span, "nobody");
        finding.help("delete the statement, or correct who said it");
    }
}
