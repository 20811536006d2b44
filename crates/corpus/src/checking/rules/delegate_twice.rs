use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    lookup::{person, show},
};
use crate::checking::examples::{AIDE, TEXT_WITH_AIDE};

/// Somebody is a member of two delegations of a summit, or of one twice.
pub(super) static RULE: Rule = Rule {
    name: "delegate-twice",
    code: "C048",
    level: Level::Warn,
    since: "0.1.0",
    summary: "Somebody is a member of two delegations of a summit, or of one twice",
    explanation: "Everybody at a table sits on one side and is listed once.\n\
        A name in two lists belongs to one of them, or to two people.",
    examples: &[
        Example {
            accepted: true,
            title: "a member of one side",
            steps: &[
                Step::Text(TEXT_WITH_AIDE),
                Step::Edit("/people/-", AIDE),
                Step::Edit(
                    "/summits/0/delegations",
                    r#"[{ "country": { "value": "NO", "text": "Norwegian", "basis": "stated" }, "members": ["p3"] }, { "country": { "value": "CA", "text": "Canadian", "basis": "stated" }, "members": [] }]"#,
                ),
            ],
        },
        Example {
            accepted: false,
            title: "a member of both sides",
            steps: &[
                Step::Text(TEXT_WITH_AIDE),
                Step::Edit("/people/-", AIDE),
                Step::Edit(
                    "/summits/0/delegations",
                    r#"[{ "country": { "value": "NO", "text": "Norwegian", "basis": "stated" }, "members": ["p3"] }, { "country": { "value": "CA", "text": "Canadian", "basis": "stated" }, "members": ["p3"] }]"#,
                ),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, summit) in record.summits.iter().enumerate() {
        let delegations = summit.delegations.iter().enumerate();
        let members = delegations.flat_map(|(side, delegation)| {
            delegation.members.iter().enumerate().map(move |(at, member)| (*member, side, at))
        });
        let mut members: Vec<_> = members.collect();
        members.sort_unstable();
        for two in members.windows(2) {
            let &[(member, side, at), (same, other_side, other_at)] = two else { continue };
            if member != same {
                continue;
            }
            let message = if side == other_side {
                format!("`{member}` is a member of this delegation twice")
            } else {
                format!("`{member}` is a member of two delegations of `{}`", summit.id)
            };
            let finding = findings.report(
                Place::RecordPointer(format!("/summits/{index}/delegations/{other_side}/members/{other_at}")),
                message,
            );
            finding
                .also(Place::RecordPointer(format!("/summits/{index}/delegations/{side}/members/{at}")), "first here");
            if let Some(mention) = person(record, member).and_then(|person| person.mentions.first()) {
                show(finding, subject, mention.span, "this person");
            }
            finding.help("decide on which side the person sat");
        }
    }
}
