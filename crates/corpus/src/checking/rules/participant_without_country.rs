use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// A participant came for no country and no organization.
pub(super) static RULE: Rule = Rule {
    name: "participant-without-country",
    code: "C036",
    level: Level::Allow,
    since: "0.1.0",
    summary: "A participant came for no country and no organization",
    explanation: "Whom a leader represents makes a meeting one between countries; without it the meeting is missing from every table by country.\n\
        It is allowed by default, since an article need not say it.",
    examples: &[
        Example { accepted: true, title: "participants with countries", steps: &[] },
        Example {
            accepted: false,
            title: "one without",
            steps: &[Step::Edit("/summits/0/participants/1/country", "null")],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, summit) in record.summits.iter().enumerate() {
        for (at, participant) in summit.participants.iter().enumerate() {
            if participant.country.is_none() && participant.organization.is_none() {
                let finding = findings.report(
                    Place::RecordPointer(format!("/summits/{index}/participants/{at}/country")),
                    "this participant came for no country and no organization",
                );
                show(finding, subject, participant.excerpt.span, "this leader");
                finding.help("give the country or the organization, where the article says it");
            }
        }
    }
}
