use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};
use crate::reading::country_of_city;
/// The city of a summit is known to lie in another country.
pub(super) static RULE: Rule = Rule {
    name: "locality-against-country",
    code: "C046",
    level: Level::Warn,
    since: "0.1.0",
    summary: "The city of a summit is known to lie in another country",
    explanation: "The atlas knows the city by this name in another country than that of the meeting.\n\
        One of the two is likely to have been read from the wrong words; where two countries have a city of this name, nothing is wrong.",
    examples: &[
        Example {
            accepted: true,
            title: "Oslo in Norway",
            steps: &[Step::Edit(
                "/summits/0/country",
                r#"{ "value": "NO", "text": "Oslo", "nth": 2, "basis": "resolved", "rule": "country-of-locality" }"#,
            )],
        },
        Example {
            accepted: false,
            title: "Oslo in Canada",
            steps: &[Step::Edit(
                "/summits/0/country",
                r#"{ "value": "CA", "text": "Oslo", "nth": 2, "basis": "resolved", "rule": "country-of-locality" }"#,
            )],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, summit) in record.summits.iter().enumerate() {
        let (Some(locality), Some(country)) = (&summit.locality, &summit.country) else { continue };
        let known = country_of_city(locality.value()).filter(|known| known != country.value());
        let Some(known) = known else { continue };
        let finding = findings.report(
            Place::RecordPointer(format!("/summits/{index}/locality/value")),
            format!("this city is known in `{known}`, and the summit was in `{}`", country.value()),
        );
        finding.also(Place::RecordPointer(format!("/summits/{index}/country/value")), "the country");
        if let Some(anchor) = locality.anchor() {
            show(finding, subject, anchor.span, "the city");
        }
        finding.help("correct the city or the country");
    }
}
