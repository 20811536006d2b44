use rapporteur_model::PersonId;
use std::collections::{HashMap, hash_map::Entry};

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// A summit stands in the record twice.
pub(super) static RULE: Rule = Rule {
    name: "doubled-summit",
    code: "C051",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A summit stands in the record twice",
    explanation: "Two summits have the same participants and status and begin at the same time, in the same part of the day: they are likely to be one, told in two places.\n\
        A meeting told in the lead, in the body and in a caption is one summit with several mentions; so are talks, an expanded session and a meal of one programme.\n\
        Join them, or give each its own time.",
    examples: &[
        Example { accepted: true, title: "a summit once", steps: &[] },
        Example {
            accepted: false,
            title: "the same summit again",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nThey met.\n",
                ),
                Step::Edit("/summits/0/begins", r#"{ "value": "2025-10-30", "text": "Thursday", "basis": "stated" }"#),
                Step::Edit(
                    "/summits/-",
                    r#"{ "id": "m2", "status": { "value": "held", "text": "met", "nth": 2, "basis": "stated" }, "participants": [{ "person": "p1", "country": { "value": "NO", "text": "Norwegian", "basis": "stated" }, "text": "Norwegian President Ada Quill" }, { "person": "p2", "country": { "value": "CA", "text": "Canadian", "basis": "stated" }, "text": "Canadian Prime Minister Tom Reed" }], "begins": { "value": "2025-10-30", "text": "Thursday", "basis": "stated" }, "mentions": [{ "text": "met", "nth": 2 }] }"#,
                ),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    if record.summits.len() < 2 {
        return;
    }
    let mut seen = HashMap::new();
    for (index, summit) in record.summits.iter().enumerate() {
        let people: Option<Vec<PersonId>> = summit.participants.iter().map(|participant| participant.person).collect();
        let (Some(mut people), Some(begins)) = (people.filter(|people| people.len() > 1), &summit.begins) else {
            continue;
        };
        people.sort_unstable();
        let key = (people, *summit.status.value(), *begins.time.value(), begins.part_of_day);
        match seen.entry(key) {
            Entry::Vacant(entry) => drop(entry.insert(index)),
            Entry::Occupied(entry) => {
                let other = *entry.get();
                let finding = findings.report(
                    Place::RecordPointer(format!("/summits/{index}")),
                    format!("`{}` has the people and the time of `{}`", summit.id, record.summits[other].id),
                );
                finding.also(Place::RecordPointer(format!("/summits/{other}")), "the other");
                if let Some(mention) = summit.mentions.first() {
                    show(finding, subject, mention.span, "told of here");
                }
                if let Some(mention) = record.summits[other].mentions.first() {
                    show(finding, subject, mention.span, "and here");
                }
                finding.help("join the two, or give each its own time");
            }
        }
    }
}
