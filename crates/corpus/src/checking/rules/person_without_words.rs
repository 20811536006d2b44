use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};

/// No words of the article are about a person.
pub(super) static RULE: Rule = Rule {
    name: "person-without-words",
    code: "C010",
    level: Level::Deny,
    since: "0.1.0",
    summary: "No words of the article are about a person",
    explanation: "Every person of a record stands in the article: `mentions`, `name` and `offices` say where.\n\
        One who has none of them has no place among the people, and nobody can see who is meant.\n\
        Add the mentions, or delete the person and correct the ids.",
    examples: &[
        Example { accepted: true, title: "people with mentions", steps: &[] },
        Example {
            accepted: true,
            title: "a person who is named only inside a quotation",
            steps: &[Step::Edit("/people/1/mentions", "[]")],
        },
        Example {
            accepted: false,
            title: "a person without any words",
            steps: &[
                Step::Edit("/people/1/mentions", "[]"),
                Step::Edit("/people/1/name", "null"),
                Step::Edit("/people/1/offices", "[]"),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, person) in record.people.iter().enumerate() {
        if person.mentions.is_empty() && person.name.is_none() && person.offices.is_empty() {
            findings
                .report(
                    Place::RecordPointer(format!("/people/{index}/mentions")),
                    format!("no words of the article are about `{}`", person.id),
                )
                .help("add the words that mention the person, or delete the person");
        }
    }
}
