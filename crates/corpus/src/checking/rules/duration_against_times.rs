use rapporteur_model::LocalTime;

use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    lookup::{days_after, show},
};

/// A summit lasted longer or shorter than from its beginning to its end.
pub(super) static RULE: Rule = Rule {
    name: "duration-against-times",
    code: "C040",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A summit lasted longer or shorter than from its beginning to its end",
    explanation: "Where both the beginning and the end of a meeting are known to the minute, they say how long it lasted.\n\
        A duration that differs by more than ten minutes, and by more than a fifth, belongs to something else: to one session, or to another meeting.",
    examples: &[
        Example {
            accepted: true,
            title: "an hour from nine to ten",
            steps: &[
                Step::Edit(
                    "/summits/0/begins",
                    r#"{ "value": "2025-10-30T09:00", "text": "Thursday", "basis": "stated" }"#,
                ),
                Step::Edit(
                    "/summits/0/ends",
                    r#"{ "value": "2025-10-30T10:00", "text": "Thursday", "basis": "stated" }"#,
                ),
                Step::Edit("/summits/0/duration_minutes", r#"{ "value": 55, "text": "Thursday", "basis": "stated" }"#),
            ],
        },
        Example {
            accepted: false,
            title: "two hours from nine to ten",
            steps: &[
                Step::Edit(
                    "/summits/0/begins",
                    r#"{ "value": "2025-10-30T09:00", "text": "Thursday", "basis": "stated" }"#,
                ),
                Step::Edit(
                    "/summits/0/ends",
                    r#"{ "value": "2025-10-30T10:00", "text": "Thursday", "basis": "stated" }"#,
                ),
                Step::Edit("/summits/0/duration_minutes", r#"{ "value": 120, "text": "Thursday", "basis": "stated" }"#),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, summit) in record.summits.iter().enumerate() {
        let (Some(begins), Some(ends), Some(duration)) = (&summit.begins, &summit.ends, &summit.duration_minutes)
        else {
            continue;
        };
        let (Some(first), Some(last)) = (minutes(*begins.time.value()), minutes(*ends.value())) else { continue };
        let days = ends.value().date().zip(begins.time.value().date()).map_or(0, |(end, begin)| days_after(end, begin));
        let lasted = last - first + days * 24 * 60;
        let told = i64::from(*duration.value());
        if lasted >= 0 && (told - lasted).abs() > 10.max(lasted / 5) {
            let finding = findings.report(
                Place::RecordPointer(format!("/summits/{index}/duration_minutes/value")),
                format!("`{}` lasted {told} minutes, and {lasted} from its beginning to its end", summit.id),
            );
            if let Some(anchor) = duration.anchor() {
                show(finding, subject, anchor.span, "the duration");
            }
            finding.help("look what the duration belongs to");
        }
    }
}

/// The minute of the day, where one is known.
fn minutes(time: LocalTime) -> Option<i64> {
    time.time_of_day().map(|time| i64::from(time.hour()) * 60 + i64::from(time.minute()))
}
