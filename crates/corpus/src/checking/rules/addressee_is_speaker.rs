use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    lookup::{people, show},
};

/// Somebody is said to have spoken to themselves.
pub(super) static RULE: Rule = Rule {
    name: "addressee-is-speaker",
    code: "C024",
    level: Level::Warn,
    since: "0.1.0",
    summary: "Somebody is said to have spoken to themselves",
    explanation: "The speaker of a statement is also the one it was said to.\n\
        One of the two was resolved to the wrong person: \"he told him\" names two.",
    examples: &[
        Example {
            accepted: true,
            title: "words to the other",
            steps: &[Step::Edit(
                "/statements/0/addressee",
                r#"{ "people": ["p2"], "text": "We", "nth": 2, "basis": "inferred", "rule": "second-person" }"#,
            )],
        },
        Example {
            accepted: false,
            title: "words to oneself",
            steps: &[Step::Edit(
                "/statements/0/addressee",
                r#"{ "people": ["p1"], "text": "We", "nth": 2, "basis": "inferred", "rule": "second-person" }"#,
            )],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, statement) in record.statements.iter().enumerate() {
        let (speakers, addressees) = (people(statement.speaker.as_ref()), people(statement.addressee.as_ref()));
        // Of several who speak to each other each is both.
        if let (&[speaker], &[addressee]) = (speakers, addressees)
            && speaker == addressee
        {
            let finding = findings.report(
                Place::RecordPointer(format!("/statements/{index}/addressee")),
                format!("`{speaker}` is said to have spoken to `{speaker}`"),
            );
            for (party, label) in [(&statement.speaker, "the speaker"), (&statement.addressee, "the addressee")] {
                if let Some(party) = party {
                    show(finding, subject, party.anchor.span, label);
                }
            }
            finding.help("correct whom the words mean");
        }
    }
}
