use rapporteur_model::{Office, OfficeClass};

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// A head of state or government is of no country.
pub(super) static RULE: Rule = Rule {
    name: "leader-without-country",
    code: "C014",
    level: Level::Allow,
    since: "0.1.0",
    summary: "A head of state or government is of no country",
    explanation: "Whose president a president is belongs to the office: without it, meetings cannot be counted by country.\n\
        Where the article says it, or a careful reader can conclude it, the office has a country.\n\
        It is allowed by default, since an article need not say it.",
    examples: &[
        Example { accepted: true, title: "a president of Norway", steps: &[] },
        Example {
            accepted: false,
            title: "a president of nothing",
            steps: &[Step::Edit("/people/0/offices/0/country", "null")],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, person) in record.people.iter().enumerate() {
        let leads =
            |office: &Office| matches!(office.class.value(), OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
        let mut offices = person.offices.iter().enumerate().filter(|(_, office)| leads(office));
        let knows_country = person.offices.iter().any(|office| office.country.is_some());
        if let Some((at, office)) = offices.next().filter(|_| !knows_country) {
            let finding = findings.report(
                Place::RecordPointer(format!("/people/{index}/offices/{at}/country")),
                format!("`{}` leads no country", person.id),
            );
            if let Some(anchor) = office.title.anchor() {
                show(finding, subject, anchor.span, "the office");
            }
            finding.help("give the office its country, where the article says it");
        }
    }
}
