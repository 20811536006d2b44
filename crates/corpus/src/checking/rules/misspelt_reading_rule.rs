use rapporteur_model::RuleName;
use std::collections::HashMap;

use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    levels::distance,
    reading_rules::{READING_RULES, is_reading_rule},
    walk::anchors,
};

/// The rule of a value is spelt almost as one of the reader.
pub(super) static RULE: Rule = Rule {
    name: "misspelt-reading-rule",
    code: "C055",
    level: Level::Warn,
    since: "0.1.0",
    summary: "The rule of a value is spelt almost as one of the reader",
    explanation: "A value that was concluded names the rule by which, and tools count and explain values by these names.\n\
        A name that differs by a letter or two from one of the reader's rules is likely to be meant as that one.\n\
        A person may conclude by a rule of their own, and give it a name of its own.",
    examples: &[
        Example {
            accepted: true,
            title: "one of the reader's rules",
            steps: &[Step::Edit(
                "/summits/0/country",
                r#"{ "value": "NO", "text": "Oslo", "nth": 2, "basis": "resolved", "rule": "country-of-locality" }"#,
            )],
        },
        Example {
            accepted: true,
            title: "a rule of a person",
            steps: &[Step::Edit(
                "/summits/0/country",
                r#"{ "value": "NO", "text": "Oslo", "nth": 2, "basis": "inferred", "rule": "known-from-the-photograph" }"#,
            )],
        },
        Example {
            accepted: false,
            title: "a rule with a letter too many",
            steps: &[Step::Edit(
                "/summits/0/country",
                r#"{ "value": "NO", "text": "Oslo", "nth": 2, "basis": "inferred", "rule": "country-of-localities" }"#,
            )],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(file) = subject.record_file().filter(|_| subject.glance().has_other_rule) else { return };
    let mut met: HashMap<String, Option<&str>> = HashMap::new();
    anchors(file.record, &mut |path, anchor| {
        let Some(name) = anchor.rule().filter(|rule| !is_reading_rule(rule)).map(RuleName::as_str) else { return };
        let meant = match met.get(name) {
            Some(meant) => *meant,
            None if met.len() == MOST_NAMES => return,
            None => *met.entry(name.to_owned()).or_insert(meant(name)),
        };
        if let Some(meant) = meant {
            findings
                .report(
                    Place::RecordPointer(path.key("rule").to_string()),
                    format!("no rule of the reader is called `{name}`, and one is called `{meant}`"),
                )
                .help(format!("write `{meant}`, or give a rule of your own another name"));
        }
    });
}

/// So many names that are none of the reader's are looked at.
const MOST_NAMES: usize = 64;

/// The rule of the reader that a name is at most three letters away from.
fn meant(name: &str) -> Option<&'static str> {
    READING_RULES.iter().copied().find(|rule| rule.len().abs_diff(name.len()) <= 3 && distance(rule, name) <= 3)
}
