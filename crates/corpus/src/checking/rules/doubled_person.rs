use rapporteur_model::Anchored;
use std::collections::{HashMap, hash_map::Entry};

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};

/// Two people have the same full name.
pub(super) static RULE: Rule = Rule {
    name: "doubled-person",
    code: "C013",
    level: Level::Warn,
    since: "0.1.0",
    summary: "Two people have the same full name",
    explanation: "Two entries among the people have one name of two words or more: they are likely to be one person, whose mentions, statements and meetings are then torn apart.\n\
        Join them; if an article does tell of two who share a full name, nothing is wrong.",
    examples: &[
        Example { accepted: true, title: "two names", steps: &[] },
        Example {
            accepted: false,
            title: "a name given to two people",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nAda Quill left.\n",
                ),
                Step::Edit(
                    "/people/-",
                    r#"{ "id": "p3", "name": { "value": "Ada Quill", "text": "Ada Quill", "nth": 2, "basis": "stated" }, "mentions": [{ "text": "Ada Quill", "nth": 2 }] }"#,
                ),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    let mut names: HashMap<&str, usize> = HashMap::new();
    for (index, person) in record.people.iter().enumerate() {
        let Some(name) = person.name.as_ref().map(Anchored::value).filter(|name| name.contains(' ')) else { continue };
        match names.entry(name) {
            Entry::Vacant(entry) => drop(entry.insert(index)),
            Entry::Occupied(entry) => {
                let other = *entry.get();
                findings
                    .report(
                        Place::RecordPointer(format!("/people/{index}/name")),
                        format!("`{}` has this name too", record.people[other].id),
                    )
                    .also(Place::RecordPointer(format!("/people/{other}/name")), "here")
                    .help("join the two if they are one person");
            }
        }
    }
}
