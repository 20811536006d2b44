use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};
use crate::record_file::RecordFileError;

/// A value of the record is not what belongs there.
pub(super) static RULE: Rule = Rule {
    name: "wrong-record-shape",
    code: "F005",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A value of the record is not what belongs there",
    explanation: "Each member of a record has its type: a span has two numbers that do not run backwards, a date exists, an id is a letter and a number, a stated value has no rule.\n\
        A member that must be there is missing, has a value of another type, or stands twice in its object.\n\
        `docs/record.md` lists the members with their types; the message says what was expected.\n\
        The first such place is told, since what follows it cannot be read.",
    examples: &[
        Example { accepted: true, title: "values of the right types", steps: &[] },
        Example {
            accepted: false,
            title: "a word that is none of those to choose from",
            steps: &[Step::Set("/statements/0/polarity/value", r#""maybe""#)],
        },
        Example {
            accepted: false,
            title: "a date that does not exist",
            steps: &[Step::Set(
                "/article/prefix_date",
                r#"{ "value": "2025-02-30", "start": 0, "end": 1, "text": "L", "basis": "stated" }"#,
            )],
        },
        Example {
            accepted: false,
            title: "a member is missing",
            steps: &[Step::Replace("\"review\": \"reviewed\",", "")],
        },
        Example {
            accepted: false,
            title: "a member stands twice",
            steps: &[Step::Replace("\"review\": \"reviewed\",", "\"review\": \"reviewed\", \"review\": \"machine\",")],
        },
        Example {
            accepted: false,
            title: "a span that runs backwards",
            steps: &[Step::Set("/people/0/mentions/0/start", "300")],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if let Some(RecordFileError::Shape { pointer, message }) = subject.record_error() {
        let at = if pointer.is_empty() { "the record itself" } else { pointer };
        findings
            .report(Place::RecordPointer(pointer.clone()), format!("the record has a wrong shape at {at}: {message}"))
            .help("`docs/record.md` lists the members with their types");
    }
}
