use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// A summit has fewer than two participants.
pub(super) static RULE: Rule = Rule {
    name: "too-few-participants",
    code: "C034",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A summit has fewer than two participants",
    explanation: "A meeting takes two.\n\
        Where the article names only one leader, who the other was is missing from the record, or the meeting is no summit.\n\
        A leader who is not named can be a participant without a person, by the words \"his counterpart\".",
    examples: &[
        Example { accepted: true, title: "two participants", steps: &[] },
        Example {
            accepted: false,
            title: "one",
            steps: &[
                Step::Edit(
                    "/summits/0/participants",
                    r#"[{ "person": "p1", "country": { "value": "NO", "text": "Norwegian", "basis": "stated" }, "text": "Norwegian President Ada Quill" }]"#,
                ),
                Step::Edit("/statements/1/summit", "null"),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, summit) in record.summits.iter().enumerate() {
        if summit.participants.len() < 2 {
            let finding = findings.report(
                Place::RecordPointer(format!("/summits/{index}/participants")),
                format!("`{}` has {} participants", summit.id, summit.participants.len()),
            );
            if let Some(mention) = summit.mentions.first() {
                show(finding, subject, mention.span, "told of here");
            }
            finding.help("add the others, or delete what is no summit");
        }
    }
}
