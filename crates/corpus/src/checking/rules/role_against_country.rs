use rapporteur_model::Role;

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// A leader was the host abroad or a visitor at home.
pub(super) static RULE: Rule = Rule {
    name: "role-against-country",
    code: "C043",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A leader was the host abroad or a visitor at home",
    explanation: "A host receives others in the own country, and a visitor comes to another's.\n\
        Where the country of the meeting says otherwise, the role, the country of the meeting or that of the leader was read wrongly.\n\
        Leaders of the European Union, who receive others in the countries of its houses, are not meant.",
    examples: &[
        Example {
            accepted: true,
            title: "a host at home",
            steps: &[
                Step::Edit(
                    "/summits/0/participants/0",
                    r#"{ "person": "p1", "country": { "value": "NO", "text": "Norwegian", "basis": "stated" }, "role": { "value": "host", "text": "Oslo", "nth": 2, "basis": "resolved", "rule": "country-of-venue" }, "text": "Norwegian President Ada Quill" }"#,
                ),
                Step::Edit(
                    "/summits/0/country",
                    r#"{ "value": "NO", "text": "Oslo", "nth": 2, "basis": "resolved", "rule": "country-of-locality" }"#,
                ),
            ],
        },
        Example {
            accepted: false,
            title: "a visitor at home",
            steps: &[
                Step::Edit(
                    "/summits/0/participants/0",
                    r#"{ "person": "p1", "country": { "value": "NO", "text": "Norwegian", "basis": "stated" }, "role": { "value": "visitor", "text": "Oslo", "nth": 2, "basis": "resolved", "rule": "country-of-venue" }, "text": "Norwegian President Ada Quill" }"#,
                ),
                Step::Edit(
                    "/summits/0/country",
                    r#"{ "value": "NO", "text": "Oslo", "nth": 2, "basis": "resolved", "rule": "country-of-locality" }"#,
                ),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, summit) in record.summits.iter().enumerate() {
        let Some(place) = &summit.country else { continue };
        for (at, participant) in summit.participants.iter().enumerate() {
            let Some(home) = participant.country.as_ref().filter(|home| home.value().as_str() != "EU") else {
                continue;
            };
            let message = match (participant.role.value(), home.value() == place.value()) {
                (Role::Host, false) => format!("a leader of `{}` was the host in `{}`", home.value(), place.value()),
                (Role::Visitor, true) => format!("a leader of `{}` was a visitor at home", home.value()),
                _ => continue,
            };
            let finding = findings
                .report(Place::RecordPointer(format!("/summits/{index}/participants/{at}/role/value")), message);
            finding.also(Place::RecordPointer(format!("/summits/{index}/country/value")), "the country of the meeting");
            show(finding, subject, participant.excerpt.span, "this leader");
            finding.help("correct the role, or the country of the meeting or of the leader");
        }
    }
}
