use std::fmt::Display;

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
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    let people = Ids::new(record.people.iter().map(|person| person.id));
    let summits = Ids::new(record.summits.iter().map(|summit| summit.id));
    let statements = Ids::new(record.statements.iter().map(|statement| statement.id));
    references(record, &mut |path, reference| {
        let (known, kind, id): (_, _, &dyn Display) = match &reference {
            Reference::Person(id) => (people.contains(*id), "person", id),
            Reference::Summit(id) => (summits.contains(*id), "summit", id),
            Reference::Statement(id) => (statements.contains(*id), "statement", id),
        };
        if !known {
            findings
                .report(Place::RecordPointer(path.to_string()), format!("no {kind} of this record has the id `{id}`"))
                .help(format!("correct the id, or add the {kind}"));
        }
    });
}

/// The ids of a list, which is nearly always in their order.
struct Ids<T>(Vec<T>);

impl<T: Ord + Copy> Ids<T> {
    fn new(ids: impl Iterator<Item = T>) -> Self {
        let mut ids: Vec<T> = ids.collect();
        ids.sort_unstable();
        Self(ids)
    }

    fn contains(&self, id: T) -> bool {
        self.0.binary_search(&id).is_ok()
    }
}
