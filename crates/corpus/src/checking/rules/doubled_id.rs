use std::collections::{HashMap, hash_map::Entry};

use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    walk::{Listed, lists},
};

/// Two things of a list have the same id.
pub(super) static RULE: Rule = Rule {
    name: "doubled-id",
    code: "C002",
    level: Level::Deny,
    since: "0.1.0",
    summary: "Two things of a list have the same id",
    explanation: "An id names one person, summit, statement or quantity of its record.\n\
        Where two have it, whatever refers to it is ambiguous.\n\
        Number the list anew, and correct what refers to it.",
    examples: &[
        Example { accepted: true, title: "each id once", steps: &[] },
        Example {
            accepted: false,
            title: "two people of one id",
            steps: &[
                Step::Set("/people/1/id", r#""p1""#),
                Step::Set("/summits/0/participants/1/person", "null"),
                Step::Set("/statements/1/speaker/people", "[]"),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for Listed { list, letter, items } in lists(record) {
        // Ids that rise are all different.
        if items.is_sorted_by(|(one, _), (other, _)| one < other) {
            continue;
        }
        let mut first = HashMap::new();
        for (place, (index, _)) in items.into_iter().enumerate() {
            match first.entry(index) {
                Entry::Vacant(entry) => drop(entry.insert(place)),
                Entry::Occupied(entry) => {
                    let other = Place::RecordPointer(format!("/{list}/{}/id", entry.get()));
                    findings
                        .report(
                            Place::RecordPointer(format!("/{list}/{place}/id")),
                            format!("the id `{letter}{}` is taken", index + 1),
                        )
                        .also(other, "by this one")
                        .help("number the list anew, and correct what refers to it");
                }
            }
        }
    }
}
