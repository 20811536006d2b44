use std::collections::HashSet;

use rapporteur_model::Span;

use super::super::{
    Example, Findings, Fix, Level, Place, Rule, Step, Subject,
    renumbering::renumbered,
    walk::{Listed, lists},
};

/// A list is not in the order of the text, or not numbered in order.
pub(super) static RULE: Rule = Rule {
    name: "ids-out-of-order",
    code: "C003",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A list is not in the order of the text, or not numbered in order",
    explanation: "The people, summits, statements and quantities of a record stand in the order of their first spans, and their ids count from 1 without a gap: `p1`, `p2`.\n\
        A record then has one order, so that two records of one article differ only where they say different things.\n\
        Move the thing to its place, number the list, and correct what refers to it.\n\
        Only the first such place of a list is told: what follows it depends on it.",
    examples: &[
        Example { accepted: true, title: "ids that count", steps: &[] },
        Example {
            accepted: false,
            title: "a number is left out",
            steps: &[
                Step::Set("/people/1/id", r#""p3""#),
                Step::Set("/summits/0/participants/1/person", r#""p3""#),
                Step::Set("/statements/1/speaker/people", r#"["p3"]"#),
            ],
        },
        Example {
            accepted: false,
            title: "a person is first mentioned before the one listed before",
            steps: &[
                Step::Edit("/people/0/mentions", r#"[{ "text": "Quill", "nth": 2 }]"#),
                Step::Edit("/people/0/name", "null"),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(file) = subject.record_file() else { return };
    let record = file.record;
    for Listed { list, letter, items } in lists(record) {
        let misnumbered = items.iter().enumerate().find(|&(place, &(index, _))| place != index);
        if let Some((place, (index, _))) = misnumbered {
            let ids: HashSet<usize> = items.iter().map(|&(index, _)| index).collect();
            if ids.len() < items.len() {
                // Doubled ids are a finding of their own, and what counts wrongly follows from them.
                continue;
            }
            findings
                .report(
                    Place::RecordPointer(format!("/{list}/{place}/id")),
                    format!("this id is `{letter}{}`, and the next in order is `{letter}{}`", index + 1, place + 1),
                )
                .expected(format!("{letter}{}", place + 1))
                .found(format!("{letter}{}", index + 1))
                .help("number the list from 1 without gaps, and correct what refers to it");
            continue;
        }
        let starts: Vec<(usize, Span)> =
            items.iter().enumerate().filter_map(|(place, &(_, span))| Some((place, span?))).collect();
        if let Some(&[(before, earlier), (place, span)]) =
            starts.windows(2).find(|two| two[1].1.start() < two[0].1.start())
        {
            findings
                .report(
                    Place::RecordPointer(format!("/{list}/{place}")),
                    format!("`{letter}{}` begins at byte {}, before `{letter}{}`", place + 1, span.start(), before + 1),
                )
                .also(Place::RecordPointer(format!("/{list}/{before}")), format!("begins at byte {}", earlier.start()))
                .help("list them in the order of their first spans, and number them anew");
        }
    }
    if !findings.is_empty() {
        let mended = renumbered(record);
        findings
            .fix(mended.and_then(|record| Fix::rewriting(file, record, "put the lists in order and number them anew")));
    }
}
