use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    lookup::{self, people, share, show},
};

/// A statement goes on from what somebody else said.
pub(super) static RULE: Rule = Rule {
    name: "continues-another-speaker",
    code: "C027",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A statement goes on from what somebody else said",
    explanation: "`continues` leads to what the same speaker said before: \"he continued\", \"she added\".\n\
        Where the two speakers are different people, the link or one of the speakers is wrong; what answers another has `replies_to`.",
    examples: &[
        Example {
            accepted: true,
            title: "a speaker who goes on",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\n“Prices fell,” Quill continued.\n",
                ),
                Step::Edit(
                    "/statements/-",
                    r#"{ "id": "s3", "speaker": { "people": ["p1"], "text": "Quill", "nth": 3, "basis": "stated" }, "cue": { "text": "continued" }, "parts": [{ "text": "“Prices fell,”" }], "continues": "s1" }"#,
                ),
            ],
        },
        Example {
            accepted: false,
            title: "from the other's words",
            steps: &[Step::Edit("/statements/1/replies_to", "null"), Step::Edit("/statements/1/continues", r#""s1""#)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, statement) in record.statements.iter().enumerate() {
        let Some(before) = statement.continues.and_then(|before| lookup::statement(record, before)) else { continue };
        let (speakers, others) = (people(statement.speaker.as_ref()), people(before.speaker.as_ref()));
        if !speakers.is_empty() && !others.is_empty() && !share(speakers, others) {
            let finding = findings.report(
                Place::RecordPointer(format!("/statements/{index}/continues")),
                format!("`{}` and `{}` have different speakers", statement.id, before.id),
            );
            for (party, label) in [(&statement.speaker, "goes on"), (&before.speaker, "spoke before")] {
                if let Some(party) = party {
                    show(finding, subject, party.anchor.span, label);
                }
            }
            finding.help("correct the link or the speakers; what answers another has `replies_to`");
        }
    }
}
