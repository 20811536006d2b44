use super::super::{Example, Findings, Input, Level, Place, Rule, Step, Subject};

/// An article has no record beside it.
pub(super) static RULE: Rule = Rule {
    name: "article-without-record",
    code: "F009",
    level: Level::Allow,
    since: "0.1.0",
    summary: "An article has no record beside it",
    explanation: "Articles need no record, so this rule is allowed unless a corpus wants one beside each: then deny it.\n\
        `rapporteur accept` writes the reader's own record.",
    examples: &[
        Example { accepted: true, title: "an article beside its record", steps: &[] },
        Example { accepted: false, title: "the record is not there", steps: &[Step::NoRecord] },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if matches!(subject.article(), Input::Bytes(_)) && subject.record() == Input::Missing {
        findings
            .report(Place::Article, "there is no record beside this article")
            .help("`rapporteur accept` writes the reader's own");
    }
}
