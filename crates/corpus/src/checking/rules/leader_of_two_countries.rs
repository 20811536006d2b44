use rapporteur_model::{Office, OfficeClass};

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// A person leads two countries.
pub(super) static RULE: Rule = Rule {
    name: "leader-of-two-countries",
    code: "C015",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A person leads two countries",
    explanation: "One person is given the office of a head of state or government in two countries.\n\
        It is likely that two people were taken for one, or that a country was read from words about somebody else.\n\
        The European Union counts as no second country: its leaders may have another office.",
    examples: &[
        Example { accepted: true, title: "a president of one country", steps: &[] },
        Example {
            accepted: true,
            title: "a leader at home and in the European Union",
            steps: &[Step::Edit(
                "/people/0/offices/-",
                r#"{ "title": { "value": "President", "text": "President", "basis": "stated" }, "class": { "value": "head_of_state", "text": "President", "basis": "stated" }, "country": { "value": "EU", "text": "Norwegian", "basis": "inferred", "rule": "home-country" } }"#,
            )],
        },
        Example {
            accepted: false,
            title: "a president of Norway and Canada",
            steps: &[Step::Edit(
                "/people/0/offices/-",
                r#"{ "title": { "value": "President", "text": "President", "basis": "stated" }, "class": { "value": "head_of_state", "text": "President", "basis": "stated" }, "country": { "value": "CA", "text": "Canadian", "basis": "stated" } }"#,
            )],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, person) in record.people.iter().enumerate() {
        let leads =
            |office: &Office| matches!(office.class.value(), OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
        let offices = person.offices.iter().enumerate().filter(|(_, office)| leads(office));
        let mut countries = offices.filter_map(|(at, office)| Some((at, office.country.as_ref()?)));
        let mut countries = countries.by_ref().filter(|(_, country)| country.value().as_str() != "EU");
        let Some((first_at, first)) = countries.next() else { continue };
        if let Some((at, other)) = countries.find(|(_, country)| country.value() != first.value()) {
            let finding = findings.report(
                Place::RecordPointer(format!("/people/{index}/offices/{at}/country")),
                format!("`{}` leads `{}` and `{}`", person.id, first.value(), other.value()),
            );
            finding
                .also(Place::RecordPointer(format!("/people/{index}/offices/{first_at}/country")), "the other country");
            if let Some(anchor) = other.anchor() {
                show(finding, subject, anchor.span, "from these words");
            }
            finding.help("look whether two people were taken for one");
        }
    }
}
