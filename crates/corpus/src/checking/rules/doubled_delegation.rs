use rapporteur_model::Anchored;

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};
use crate::checking::examples::{AIDE, TEXT_WITH_AIDE};

/// A country has two delegations at one summit.
pub(super) static RULE: Rule = Rule {
    name: "doubled-delegation",
    code: "C050",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A country has two delegations at one summit",
    explanation: "Each side has one list, even where the article names its members in two places.\n\
        Join the two; or the country of one of them was read wrongly.\n\
        Where two leaders came for one country, each may have people of their own, and nothing is wrong.",
    examples: &[
        Example {
            accepted: true,
            title: "a delegation a side",
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
            title: "two of one side",
            steps: &[
                Step::Text(TEXT_WITH_AIDE),
                Step::Edit("/people/-", AIDE),
                Step::Edit(
                    "/summits/0/delegations",
                    r#"[{ "country": { "value": "NO", "text": "Norwegian", "basis": "stated" }, "members": ["p3"] }, { "country": { "value": "NO", "text": "Norwegian", "basis": "stated" }, "members": [] }]"#,
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
        let mut sides: Vec<_> =
            delegations.filter_map(|(side, one)| Some((*one.country.as_ref()?.value(), side))).collect();
        sides.sort_unstable();
        let homes = summit.participants.iter().filter_map(|one| Some(*one.country.as_ref()?.value()));
        let mut homes: Vec<_> = if sides.len() > 1 { homes.collect() } else { Vec::new() };
        homes.sort_unstable();
        for two in sides.windows(2) {
            let &[(country, first), (same, second)] = two else { continue };
            // Two leaders of one country may each have people of their own.
            let leaders =
                homes.partition_point(|home| *home <= country) - homes.partition_point(|home| *home < country);
            if country != same || leaders > 1 {
                continue;
            }
            let finding = findings.report(
                Place::RecordPointer(format!("/summits/{index}/delegations/{second}/country")),
                format!("`{country}` has two delegations at `{}`", summit.id),
            );
            finding.also(Place::RecordPointer(format!("/summits/{index}/delegations/{first}/country")), "first here");
            if let Some(anchor) = summit.delegations[second].country.as_ref().and_then(Anchored::anchor) {
                show(finding, subject, anchor.span, "the second");
            }
            finding.help("join the two, or correct the country of one");
        }
    }
}
