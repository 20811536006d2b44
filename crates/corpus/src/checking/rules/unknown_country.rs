use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, walk::countries};
use crate::reading::is_country;

/// A country's code is not assigned.
pub(super) static RULE: Rule = Rule {
    name: "unknown-country",
    code: "C004",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A country's code is not assigned",
    explanation: "Countries are given by their ISO 3166-1 alpha-2 codes; `EU` stands for the European Union, and `XK` for Kosovo.\n\
        Other pairs of letters name nothing, and tables made from the record would have a country that does not exist.\n\
        Look the code up: the United Kingdom is `GB`, Greece `GR`.",
    examples: &[
        Example {
            accepted: true,
            title: "the European Union",
            steps: &[Step::Edit(
                "/people/0/offices/0/country",
                r#"{ "value": "EU", "text": "Norwegian", "basis": "inferred", "rule": "home-country" }"#,
            )],
        },
        Example {
            accepted: false,
            title: "a code that is not the United Kingdom's",
            steps: &[Step::Edit(
                "/people/0/offices/0/country",
                r#"{ "value": "UK", "text": "Norwegian", "basis": "inferred", "rule": "home-country" }"#,
            )],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    countries(record, &mut |path, country| {
        let code = country.value().as_str();
        if !is_country(code) {
            findings
                .report(Place::RecordPointer(format!("{path}/value")), format!("`{code}` is the code of no country"))
                .help("give the country's ISO 3166-1 alpha-2 code, `EU` or `XK`");
        }
    });
}
