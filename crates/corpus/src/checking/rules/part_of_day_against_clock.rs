use rapporteur_model::PartOfDay;

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// A summit began in another part of the day than its clock says.
pub(super) static RULE: Rule = Rule {
    name: "part-of-day-against-clock",
    code: "C041",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A summit began in another part of the day than its clock says",
    explanation: "The morning lasts up to noon, the afternoon from noon to seven, the evening from four, the night from six in the evening to six in the morning.\n\
        A clock outside of the part of day beside it was read from other words, or its half of the day is wrong.",
    examples: &[
        Example {
            accepted: true,
            title: "nine in the morning",
            steps: &[Step::Edit(
                "/summits/0/begins",
                r#"{ "value": "2025-10-30T09:00", "part_of_day": "morning", "text": "Thursday", "basis": "stated" }"#,
            )],
        },
        Example {
            accepted: false,
            title: "nine in the afternoon",
            steps: &[Step::Edit(
                "/summits/0/begins",
                r#"{ "value": "2025-10-30T09:00", "part_of_day": "afternoon", "text": "Thursday", "basis": "stated" }"#,
            )],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, summit) in record.summits.iter().enumerate() {
        let Some(begins) = &summit.begins else { continue };
        let (Some(part), Some(time)) = (begins.part_of_day, begins.time.value().time_of_day()) else { continue };
        let hour = time.hour();
        let fits = match part {
            PartOfDay::Morning => hour <= 12,
            PartOfDay::Afternoon => (12..=19).contains(&hour),
            PartOfDay::Evening => hour >= 16,
            PartOfDay::Night => hour >= 18 || hour <= 6,
        };
        if !fits {
            let finding = findings.report(
                Place::RecordPointer(format!("/summits/{index}/begins/part_of_day")),
                format!("{:02}:{:02} is not in this part of the day", hour, time.minute()),
            );
            if let Some(anchor) = begins.time.anchor() {
                show(finding, subject, anchor.span, "these words");
            }
            finding.help("correct the clock or the part of the day");
        }
    }
}
