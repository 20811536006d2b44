use rapporteur_model::Layout;

use super::super::{Example, Findings, Fix, Level, Place, Rule, Step, Subject};

/// A summit's layout does not fit its participants.
pub(super) static RULE: Rule = Rule {
    name: "wrong-layout",
    code: "C005",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A summit's layout does not fit its participants",
    explanation: "`layout` is counted, not read: `bilateral` with two participants, `multilateral` with more, `unknown` with fewer.\n\
        Correct it, or the list of participants.",
    examples: &[
        Example { accepted: true, title: "two participants, bilateral", steps: &[] },
        Example {
            accepted: false,
            title: "two participants, multilateral",
            steps: &[Step::Set("/summits/0/layout", r#""multilateral""#)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(file) = subject.record_file() else { return };
    for (index, summit) in file.record.summits.iter().enumerate() {
        let participants = summit.participants.len();
        if summit.layout != Layout::of(participants) {
            findings
                .report(
                    Place::RecordPointer(format!("/summits/{index}/layout")),
                    format!("this is not the layout of a summit with {participants} participants"),
                )
                .expected(word(Layout::of(participants)))
                .found(word(summit.layout))
                .help("two are bilateral, more are multilateral, and fewer are unknown");
        }
    }
    if !findings.is_empty() {
        let mut record = file.record.clone();
        for summit in &mut record.summits {
            summit.layout = Layout::of(summit.participants.len());
        }
        findings.fix(Fix::rewriting(file, record, "count the participants anew"));
    }
}

fn word(layout: Layout) -> &'static str {
    match layout {
        Layout::Bilateral => "bilateral",
        Layout::Multilateral => "multilateral",
        Layout::Unknown => "unknown",
    }
}
