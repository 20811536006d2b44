use rapporteur_model::{BlockKind, Record, Span, Statement, StatementKind};

use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    lookup::{block_at, show},
};

/// Direct words stand without quotation marks, and nothing shows that they are direct.
pub(super) static RULE: Rule = Rule {
    name: "direct-without-marks",
    code: "C022",
    level: Level::Warn,
    since: "0.1.0",
    summary: "Direct words stand without quotation marks, and nothing shows that they are direct",
    explanation: "Words are somebody's own where they stand in marks, in the turn of a transcript, or after a colon.\n\
        Elsewhere words without marks are the writer's, and the statement is indirect.\n\
        Correct the kind, or the parts.",
    examples: &[
        Example { accepted: true, title: "words in marks", steps: &[] },
        Example {
            accepted: true,
            title: "words after a colon",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nQuill said: We met in Oslo.\n",
                ),
                Step::Edit(
                    "/statements/-",
                    r#"{ "id": "s3", "kind": "direct", "speaker": { "people": ["p1"], "text": "Quill", "nth": 3, "basis": "stated" }, "cue": { "text": "said", "nth": 2 }, "parts": [{ "text": "We met in Oslo." }] }"#,
                ),
            ],
        },
        Example {
            accepted: false,
            title: "the writer's words",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nQuill said prices fell.\n",
                ),
                Step::Edit(
                    "/statements/-",
                    r#"{ "id": "s3", "kind": "direct", "speaker": { "people": ["p1"], "text": "Quill", "nth": 3, "basis": "stated" }, "cue": { "text": "said", "nth": 2 }, "parts": [{ "text": "prices fell" }] }"#,
                ),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some((text, record)) = subject.bound() else { return };
    for (index, statement) in record.statements.iter().enumerate() {
        let Some(part) = statement.parts.first().filter(|_| statement.kind == StatementKind::Direct) else { continue };
        if !part.text.starts_with(char::is_alphanumeric)
            || part.text.contains(is_mark)
            || is_turn(record, statement, part.span)
        {
            continue;
        }
        let Some(before) = text.get(..part.span.range().start) else { continue };
        if before.trim_end().ends_with(':') {
            continue;
        }
        let finding = findings.report(
            Place::RecordPointer(format!("/statements/{index}/kind")),
            "these words are direct without marks, and stand in no transcript and after no colon",
        );
        show(finding, subject, part.span, "the words");
        finding.help("correct the kind, or the parts");
    }
}

fn is_mark(character: char) -> bool {
    matches!(character, '“' | '”' | '„' | '"' | '«' | '»' | '‘' | '’' | '\'' | '`')
}

/// Whether the words are the turn of a transcript: its speaker stands in the label, or a label stands before them.
fn is_turn(record: &Record, statement: &Statement, part: Span) -> bool {
    let is_label = |offset: u32| block_at(record, offset).is_some_and(|(kind, _)| kind == BlockKind::SpeakerLabel);
    let speaker = statement.speaker.as_ref().map(|speaker| speaker.anchor.span.start());
    let block = block_at(record, part.start()).map(|(_, span)| span.start());
    speaker.is_some_and(is_label) || block.and_then(|start| start.checked_sub(1)).is_some_and(is_label)
}
