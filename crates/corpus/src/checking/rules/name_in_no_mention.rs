use rapporteur_model::Anchored;

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// A name stands in none of the mentions of its person.
pub(super) static RULE: Rule = Rule {
    name: "name-in-no-mention",
    code: "C012",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A name stands in none of the mentions of its person",
    explanation: "The words of a name lie inside one of the words that mention the person: that is where it was printed.\n\
        A name that stands elsewhere is somebody else's, or a mention is missing.",
    examples: &[
        Example { accepted: true, title: "a name inside a mention", steps: &[] },
        Example {
            accepted: false,
            title: "another person's name",
            steps: &[
                Step::Edit("/people/1/name", r#"{ "value": "Ada Quill", "text": "Ada Quill", "basis": "stated" }"#),
                Step::Edit("/people/0/name", "null"),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, person) in record.people.iter().enumerate() {
        let Some(anchor) = person.name.as_ref().and_then(Anchored::anchor) else { continue };
        if !person.mentions.is_empty() && !person.mentions.iter().any(|mention| mention.span.contains(anchor.span)) {
            let finding = findings.report(
                Place::RecordPointer(format!("/people/{index}/name")),
                format!("this name stands in no mention of `{}`", person.id),
            );
            show(finding, subject, anchor.span, "the name");
            finding.help("take the name from a mention, or add the mention that holds it");
        }
    }
}
