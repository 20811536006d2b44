use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};
use crate::checking::examples::{AIDE, TEXT_WITH_AIDE};

/// A delegation is of a country that no participant came for.
pub(super) static RULE: Rule = Rule {
    name: "delegation-of-no-participant",
    code: "C049",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A delegation is of a country that no participant came for",
    explanation: "A delegation sits beside its leader, so its country is that of a participant.\n\
        Where it is none, the list belongs to another meeting, the country was read wrongly, or a participant is missing.\n\
        Summits of which a participant has no country are not looked at.",
    examples: &[
        Example {
            accepted: true,
            title: "a participant's country",
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
            title: "nobody's",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nThe Swedish side included Ola Bull.\n",
                ),
                Step::Edit("/people/-", AIDE),
                Step::Edit(
                    "/summits/0/delegations",
                    r#"[{ "country": { "value": "SE", "text": "Swedish", "basis": "stated" }, "members": ["p3"] }]"#,
                ),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, summit) in record.summits.iter().enumerate() {
        if summit.delegations.is_empty() || summit.participants.iter().any(|one| one.country.is_none()) {
            continue;
        }
        let countries = summit.participants.iter().filter_map(|one| Some(*one.country.as_ref()?.value()));
        let mut countries: Vec<_> = countries.collect();
        countries.sort_unstable();
        for (side, delegation) in summit.delegations.iter().enumerate() {
            let Some(country) = &delegation.country else { continue };
            if countries.binary_search(country.value()).is_err() {
                let finding = findings.report(
                    Place::RecordPointer(format!("/summits/{index}/delegations/{side}/country/value")),
                    format!("no participant of `{}` came for `{}`", summit.id, country.value()),
                );
                if let Some(anchor) = country.anchor() {
                    show(finding, subject, anchor.span, "the delegation's country");
                }
                finding.help("correct the country, move the delegation, or add the participant");
            }
        }
    }
}
