use rapporteur_model::Status;

use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    lookup::{days_after, published, show},
};

/// A summit was held after the article was published.
pub(super) static RULE: Rule = Rule {
    name: "held-after-publication",
    code: "C037",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A summit was held after the article was published",
    explanation: "What an article tells as past was so when it was published, save by a day where the meeting was in another zone.\n\
        The day was read wrongly, the meeting is still to come, or the stamp belongs to another article.",
    examples: &[
        Example {
            accepted: true,
            title: "held on the day of publication",
            steps: &[Step::Edit(
                "/summits/0/begins",
                r#"{ "value": "2025-10-30", "text": "Thursday", "basis": "stated" }"#,
            )],
        },
        Example {
            accepted: false,
            title: "held a week later",
            steps: &[Step::Edit(
                "/summits/0/begins",
                r#"{ "value": "2025-11-06", "text": "Thursday", "basis": "stated" }"#,
            )],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    let Some((published, stamp)) = published(record) else { return };
    for (index, summit) in record.summits.iter().enumerate() {
        let Some(begins) = summit.begins.as_ref().filter(|_| *summit.status.value() == Status::Held) else { continue };
        let Some(days) = begins.time.value().date().map(|date| days_after(date, published)).filter(|days| *days > 1)
        else {
            continue;
        };
        let finding = findings.report(
            Place::RecordPointer(format!("/summits/{index}/begins/value")),
            format!("`{}` was held {days} days after publication", summit.id),
        );
        if let Some(anchor) = begins.time.anchor() {
            show(finding, subject, anchor.span, format!("read as {}", begins.time.value()));
        }
        show(finding, subject, stamp.span, "published here");
        finding.help("correct the day or the status");
    }
}
