use std::collections::HashSet;

use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    walk::{Reference, references},
};

/// An id leads nowhere.
pub(super) static RULE: Rule = Rule {
    name: "dangling-id",
    code: "C001",
    level: Level::Deny,
    since: "0.1.0",
    summary: "An id leads nowhere",
    explanation: "A participant, a member of a delegation, a speaker, an addressee, a summit or another statement is referred to by an id that nothing in the record has.\n\
        The reference says nothing, and whoever follows it finds nothing.\n\
        Correct the id, or add what it should lead to.",
    examples: &[
        Example { accepted: true, title: "ids that lead somewhere", steps: &[] },
        Example {
            accepted: false,
            title: "a speaker who is not among the people",
            steps: &[Step::Set("/statements/0/speaker/people/0", r#""p9""#)],
        },
        Example {
            accepted: false,
            title: "a reply to no statement",
            steps: &[Step::Set("/statements/1/replies_to", r#""s3""#)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| &file.record) else { return };
    let people: HashSet<_> = record.people.iter().map(|person| person.id).collect();
    let summits: HashSet<_> = record.summits.iter().map(|summit| summit.id).collect();
    let statements: HashSet<_> = record.statements.iter().map(|statement| statement.id).collect();
    references(record, &mut |path, reference| {
        let (known, kind, id) = match reference {
            Reference::Person(id) => (people.contains(&id), "person", id.to_string()),
            Reference::Summit(id) => (summits.contains(&id), "summit", id.to_string()),
            Reference::Statement(id) => (statements.contains(&id), "statement", id.to_string()),
        };
        if !known {
            findings
                .report(Place::RecordPointer(path.to_string()), format!("no {kind} of this record has the id `{id}`"))
                .help(format!("correct the id, or add the {kind}"));
        }
    });
}
