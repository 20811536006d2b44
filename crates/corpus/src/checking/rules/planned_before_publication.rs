use rapporteur_model::Status;

use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    lookup::{days_after, published, show},
};

/// A summit is still to come on a day before publication.
pub(super) static RULE: Rule = Rule {
    name: "planned-before-publication",
    code: "C038",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A summit is still to come on a day before publication",
    explanation: "A planned meeting lies ahead of the day on which the article was published, save by a day where it is in another zone.\n\
        The day was read wrongly, or the meeting was held, called off, or put off.",
    examples: &[
        Example {
            accepted: true,
            title: "planned for the next month",
            steps: &[
                Step::Edit("/summits/0/status/value", r#""planned""#),
                Step::Edit("/summits/0/begins", r#"{ "value": "2025-11", "text": "Thursday", "basis": "stated" }"#),
                Step::Edit("/statements/0/summit", "null"),
                Step::Edit("/statements/1/summit", "null"),
            ],
        },
        Example {
            accepted: false,
            title: "planned for the week before",
            steps: &[
                Step::Edit("/summits/0/status/value", r#""planned""#),
                Step::Edit("/summits/0/begins", r#"{ "value": "2025-10-23", "text": "Thursday", "basis": "stated" }"#),
                Step::Edit("/statements/0/summit", "null"),
                Step::Edit("/statements/1/summit", "null"),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    let Some((published, stamp)) = published(record) else { return };
    for (index, summit) in record.summits.iter().enumerate() {
        let Some(begins) = summit.begins.as_ref().filter(|_| *summit.status.value() == Status::Planned) else {
            continue;
        };
        let Some(days) = begins.time.value().date().map(|date| days_after(published, date)).filter(|days| *days > 1)
        else {
            continue;
        };
        let finding = findings.report(
            Place::RecordPointer(format!("/summits/{index}/begins/value")),
            format!("`{}` is planned for a day {days} days before publication", summit.id),
        );
        if let Some(anchor) = begins.time.anchor() {
            show(finding, subject, anchor.span, format!("read as {}", begins.time.value()));
        }
        show(finding, subject, stamp.span, "published here");
        finding.help("correct the day or the status");
    }
}
