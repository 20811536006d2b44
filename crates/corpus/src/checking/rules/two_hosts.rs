use rapporteur_model::Role;

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// Both leaders of a meeting received the other.
pub(super) static RULE: Rule = Rule {
    name: "two-hosts",
    code: "C042",
    level: Level::Warn,
    since: "0.1.0",
    summary: "Both leaders of a meeting received the other",
    explanation: "Of two leaders who meet one at most is the host, and a host has a visitor: roles are `unknown` for both in a third country.\n\
        Correct the role that does not fit the country in which they met.",
    examples: &[
        Example {
            accepted: true,
            title: "a host and a visitor",
            steps: &[
                Step::Edit(
                    "/summits/0/participants/0",
                    r#"{ "person": "p1", "country": { "value": "NO", "text": "Norwegian", "basis": "stated" }, "role": { "value": "host", "text": "Oslo", "nth": 2, "basis": "resolved", "rule": "country-of-venue" }, "text": "Norwegian President Ada Quill" }"#,
                ),
                Step::Edit(
                    "/summits/0/participants/1",
                    r#"{ "person": "p2", "country": { "value": "CA", "text": "Canadian", "basis": "stated" }, "role": { "value": "visitor", "text": "Oslo", "nth": 2, "basis": "resolved", "rule": "country-of-venue" }, "text": "Canadian Prime Minister Tom Reed" }"#,
                ),
            ],
        },
        Example {
            accepted: false,
            title: "two hosts",
            steps: &[
                Step::Edit(
                    "/summits/0/participants/0",
                    r#"{ "person": "p1", "country": { "value": "NO", "text": "Norwegian", "basis": "stated" }, "role": { "value": "host", "text": "Oslo", "nth": 2, "basis": "resolved", "rule": "country-of-venue" }, "text": "Norwegian President Ada Quill" }"#,
                ),
                Step::Edit(
                    "/summits/0/participants/1",
                    r#"{ "person": "p2", "country": { "value": "CA", "text": "Canadian", "basis": "stated" }, "role": { "value": "host", "text": "Oslo", "nth": 2, "basis": "resolved", "rule": "country-of-venue" }, "text": "Canadian Prime Minister Tom Reed" }"#,
                ),
            ],
        },
        Example {
            accepted: false,
            title: "two visitors",
            steps: &[
                Step::Edit(
                    "/summits/0/participants/0",
                    r#"{ "person": "p1", "country": { "value": "NO", "text": "Norwegian", "basis": "stated" }, "role": { "value": "visitor", "text": "Oslo", "nth": 2, "basis": "resolved", "rule": "country-of-venue" }, "text": "Norwegian President Ada Quill" }"#,
                ),
                Step::Edit(
                    "/summits/0/participants/1",
                    r#"{ "person": "p2", "country": { "value": "CA", "text": "Canadian", "basis": "stated" }, "role": { "value": "visitor", "text": "Oslo", "nth": 2, "basis": "resolved", "rule": "country-of-venue" }, "text": "Canadian Prime Minister Tom Reed" }"#,
                ),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, summit) in record.summits.iter().enumerate() {
        let [one, other] = summit.participants.as_slice() else { continue };
        let role = *one.role.value();
        if role != Role::Unknown && role == *other.role.value() {
            let (both, lone) = if role == Role::Host { ("hosts", "visitor") } else { ("visitors", "host") };
            let finding = findings.report(
                Place::RecordPointer(format!("/summits/{index}/participants/1/role/value")),
                format!("both leaders of `{}` are {both}, and none is the {lone}", summit.id),
            );
            finding.also(Place::RecordPointer(format!("/summits/{index}/participants/0/role/value")), "the other");
            if let Some(anchor) = other.role.anchor() {
                show(finding, subject, anchor.span, "from these words");
            }
            finding.help("correct the role that does not fit the country in which they met");
        }
    }
}
