use rapporteur_model::Basis;

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show, walk::countries};
use crate::reading::{country_named, is_country};
/// A country is not the one that its words name.
pub(super) static RULE: Rule = Rule {
    name: "country-against-words",
    code: "C009",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A country is not the one that its words name",
    explanation: "The words of a stated country are a name or a demonym that the atlas knows as another country's.\n\
        Where the two differ, one of them was edited and the other forgotten.\n\
        Correct the code, or the words; a country that was concluded from its words has the basis `resolved` or `inferred`.",
    examples: &[
        Example { accepted: true, title: "Norwegian for Norway", steps: &[] },
        Example {
            accepted: false,
            title: "Norwegian for Sweden",
            steps: &[Step::Edit("/people/0/offices/0/country/value", r#""SE""#)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    countries(record, &mut |path, country| {
        let Some(anchor) = country.anchor().filter(|anchor| anchor.basis() == Basis::Stated) else { return };
        let Some(named) = country_named(&anchor.text)
            .filter(|named| named != country.value() && is_country(country.value().as_str()))
        else {
            return;
        };
        let finding = findings.report(
            Place::RecordPointer(path.key("value").to_string()),
            format!("this is `{}`, and the words name `{named}`", country.value()),
        );
        show(finding, subject, anchor.span, format!("names `{named}`"));
        finding.help("correct the code or the words, or name the rule that led from them to it");
    });
}
