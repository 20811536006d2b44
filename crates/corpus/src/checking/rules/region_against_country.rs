use rapporteur_model::Country;

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// The region of a summit lies in another country.
pub(super) static RULE: Rule = Rule {
    name: "region-against-country",
    code: "C045",
    level: Level::Warn,
    since: "0.1.0",
    summary: "The region of a summit lies in another country",
    explanation: "The code of a region begins with that of its country: `NO-03` lies in `NO`.\n\
        Where the country of the meeting is another, one of the two was read from the wrong words.",
    examples: &[
        Example {
            accepted: true,
            title: "a region of the country",
            steps: &[
                Step::Edit("/summits/0/region", r#"{ "value": "NO-03", "text": "Oslo", "nth": 2, "basis": "stated" }"#),
                Step::Edit(
                    "/summits/0/country",
                    r#"{ "value": "NO", "text": "Oslo", "nth": 2, "basis": "resolved", "rule": "country-of-locality" }"#,
                ),
            ],
        },
        Example {
            accepted: false,
            title: "another country's",
            steps: &[
                Step::Edit("/summits/0/region", r#"{ "value": "SE-M", "text": "Oslo", "nth": 2, "basis": "stated" }"#),
                Step::Edit(
                    "/summits/0/country",
                    r#"{ "value": "NO", "text": "Oslo", "nth": 2, "basis": "resolved", "rule": "country-of-locality" }"#,
                ),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, summit) in record.summits.iter().enumerate() {
        let (Some(region), Some(country)) = (&summit.region, &summit.country) else { continue };
        // A region that the list has not is given by its name.
        let code = region.value().split_once('-').and_then(|(code, _)| Country::new(code).ok());
        let Some(code) = code.filter(|code| code != country.value()) else { continue };
        let finding = findings.report(
            Place::RecordPointer(format!("/summits/{index}/region/value")),
            format!("this region lies in `{code}`, and the summit was in `{}`", country.value()),
        );
        finding.also(Place::RecordPointer(format!("/summits/{index}/country/value")), "the country");
        if let Some(anchor) = region.anchor() {
            show(finding, subject, anchor.span, "the region");
        }
        finding.help("correct the region or the country");
    }
}
