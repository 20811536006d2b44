use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};
use crate::checking::examples::{AIDE, TEXT_WITH_AIDE};

/// A leader is a member of a delegation of the same summit.
pub(super) static RULE: Rule = Rule {
    name: "leader-in-delegation",
    code: "C047",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A leader is a member of a delegation of the same summit",
    explanation: "A delegation lists who sat beside the leader, and its leader is a participant, not a member.\n\
        A leader who stands in both is counted twice at the table.",
    examples: &[
        Example {
            accepted: true,
            title: "a member who leads nothing",
            steps: &[
                Step::Text(TEXT_WITH_AIDE),
                Step::Edit("/people/-", AIDE),
                Step::Edit(
                    "/summits/0/delegations",
                    r#"[{ "country": { "value": "NO", "text": "Norwegian", "basis": "stated" }, "members": ["p3"] }]"#,
                ),
            ],
        },
        Example {
            accepted: false,
            title: "a leader among the members",
            steps: &[Step::Edit(
                "/summits/0/delegations",
                r#"[{ "country": { "value": "NO", "text": "Norwegian", "basis": "stated" }, "members": ["p1"] }]"#,
            )],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, summit) in record.summits.iter().enumerate() {
        if summit.delegations.is_empty() {
            continue;
        }
        let participants = summit.participants.iter().enumerate();
        let mut leaders: Vec<_> = participants.filter_map(|(at, one)| Some((one.person?, at))).collect();
        leaders.sort_unstable();
        for (side, delegation) in summit.delegations.iter().enumerate() {
            for (at, member) in delegation.members.iter().enumerate() {
                let Ok(found) = leaders.binary_search_by_key(member, |(person, _)| *person) else { continue };
                let leader = leaders[found].1;
                let finding = findings.report(
                    Place::RecordPointer(format!("/summits/{index}/delegations/{side}/members/{at}")),
                    format!("`{member}` is a participant of `{}`, and no member of a delegation", summit.id),
                );
                finding
                    .also(Place::RecordPointer(format!("/summits/{index}/participants/{leader}")), "the participant");
                show(finding, subject, summit.participants[leader].excerpt.span, "this leader");
                finding.help("delete the member");
            }
        }
    }
}
