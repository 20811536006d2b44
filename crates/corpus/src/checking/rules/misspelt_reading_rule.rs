use rapporteur_model::RuleName;
use std::collections::HashMap;

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, levels::distance, walk::anchors};

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

/// The rules of the reader, as `docs/reading-rules.md` lists them.
const READING_RULES: [&str; 38] = [
    "clock-of-day",
    "country-of-locality",
    "country-of-region",
    "country-of-seat",
    "country-of-side",
    "country-of-venue",
    "country-of-visit",
    "day-after-publication",
    "day-before-publication",
    "day-of-month",
    "day-of-publication",
    "day-told-before",
    "days-from-day-told",
    "days-from-publication",
    "description-antecedent",
    "first-person",
    "home-country",
    "month-after-publication",
    "month-before-publication",
    "months-from-publication",
    "nearest-year",
    "place-of-dateline",
    "place-of-event",
    "place-of-headline",
    "place-of-journey",
    "place-of-programme",
    "place-told-before",
    "plural-members",
    "pronoun-antecedent",
    "relative-antecedent",
    "second-person",
    "speaker-of-clause",
    "speaker-of-paragraph-before",
    "speaker-of-sentence-before",
    "venue-or-visit",
    "weekday-after-publication",
    "weekday-before-publication",
    "weekday-of-week",
];

/// Whether a rule is one of the reader's.
pub(in super::super) fn is_reading_rule(rule: &RuleName) -> bool {
    READING_RULES.binary_search(&rule.as_str()).is_ok()
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_are_those_of_the_page() {
        let page = include_str!("../../../../../docs/reading-rules.md");
        let listed: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
        assert_eq!(READING_RULES.as_slice(), listed);
        assert!(listed.is_sorted());
    }
}
