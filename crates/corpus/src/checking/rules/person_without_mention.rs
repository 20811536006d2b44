use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};

/// A person is mentioned nowhere.
pub(super) static RULE: Rule = Rule {
    name: "person-without-mention",
    code: "C010",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A person is mentioned nowhere",
    explanation: "Every person of a record stands in the article, and `mentions` says where.\n\
        One without mentions has no place among the people, and nobody can see who is meant.\n\
        Add the mentions, or delete the person and correct the ids.",
    examples: &[
        Example { accepted: true, title: "people with mentions", steps: &[] },
        Example {
            accepted: false,
            title: "a person without",
            steps: &[Step::Edit("/people/1/mentions", r#"[]"#), Step::Edit("/people/1/name", r#"null"#)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| &file.record) else { return };
    for (index, person) in record.people.iter().enumerate() {
        if person.mentions.is_empty() {
            findings
                .report(
                    Place::RecordPointer(format!("/people/{index}/mentions")),
                    format!("`{}` is mentioned nowhere", person.id),
                )
                .help("add the words that mention the person, or delete the person");
        }
    }
}
