use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    lookup::{self, people, show},
};

/// Somebody is said to have answered themselves.
pub(super) static RULE: Rule = Rule {
    name: "reply-to-oneself",
    code: "C028",
    level: Level::Warn,
    since: "0.1.0",
    summary: "Somebody is said to have answered themselves",
    explanation: "`replies_to` leads to what another said.\n\
        Where the speakers are the same, the link or one of the speakers is wrong; what goes on from the own words has `continues`.",
    examples: &[
        Example { accepted: true, title: "an answer to another", steps: &[] },
        Example {
            accepted: false,
            title: "an answer to oneself",
            steps: &[Step::Edit("/statements/1/speaker/people", r#"["p1"]"#)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, statement) in record.statements.iter().enumerate() {
        let Some(asked) = statement.replies_to.and_then(|asked| lookup::statement(record, asked)) else { continue };
        let (speakers, others) = (people(statement.speaker.as_ref()), people(asked.speaker.as_ref()));
        if !speakers.is_empty() && speakers == others {
            let finding = findings.report(
                Place::RecordPointer(format!("/statements/{index}/replies_to")),
                format!("`{}` answers `{}`, and both have one speaker", statement.id, asked.id),
            );
            for (party, label) in [(&statement.speaker, "answers"), (&asked.speaker, "is answered")] {
                if let Some(party) = party {
                    show(finding, subject, party.anchor.span, label);
                }
            }
            finding.help("correct the link or the speakers; what goes on from the own words has `continues`");
        }
    }
}
