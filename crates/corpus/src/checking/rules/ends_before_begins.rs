use rapporteur_model::LocalTime;

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// A summit ends before it begins.
pub(super) static RULE: Rule = Rule {
    name: "ends-before-begins",
    code: "C039",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A summit ends before it begins",
    explanation: "The end of a meeting lies at or after its beginning, both in local time.\n\
        One of the two was read from the wrong words, or an end after midnight was given the day of the beginning.",
    examples: &[
        Example {
            accepted: true,
            title: "it ends on the day on which it begins",
            steps: &[
                Step::Edit("/summits/0/begins", r#"{ "value": "2025-10-30", "text": "Thursday", "basis": "stated" }"#),
                Step::Edit(
                    "/summits/0/ends",
                    r#"{ "value": "2025-10-30T12:00", "text": "Thursday", "basis": "stated" }"#,
                ),
            ],
        },
        Example {
            accepted: false,
            title: "it ends the day before",
            steps: &[
                Step::Edit("/summits/0/begins", r#"{ "value": "2025-10-30", "text": "Thursday", "basis": "stated" }"#),
                Step::Edit("/summits/0/ends", r#"{ "value": "2025-10-29", "text": "Thursday", "basis": "stated" }"#),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, summit) in record.summits.iter().enumerate() {
        let (Some(begins), Some(ends)) = (&summit.begins, &summit.ends) else { continue };
        if is_before(*ends.value(), *begins.time.value()) {
            let finding = findings.report(
                Place::RecordPointer(format!("/summits/{index}/ends/value")),
                format!("`{}` ends at {} and begins at {}", summit.id, ends.value(), begins.time.value()),
            );
            finding.also(Place::RecordPointer(format!("/summits/{index}/begins/value")), "the beginning");
            if let Some(anchor) = ends.anchor() {
                show(finding, subject, anchor.span, "the end");
            }
            finding.help("correct the one that was read wrongly");
        }
    }
}

/// Whether one time lies before another, as far as both say.
fn is_before(one: LocalTime, other: LocalTime) -> bool {
    match (one, other) {
        (LocalTime::Minute(..), LocalTime::Minute(..)) => one < other,
        _ => match (one.date(), other.date()) {
            (Some(one), Some(other)) => one < other,
            _ => month(one) < month(other),
        },
    }
}

fn month(time: LocalTime) -> (u16, u8) {
    match time {
        LocalTime::Month(month) => (month.year(), month.month()),
        LocalTime::Day(date) | LocalTime::Minute(date, _) => (date.year(), date.month()),
    }
}
