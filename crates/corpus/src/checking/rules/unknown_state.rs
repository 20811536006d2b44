use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};
use crate::document::ProblemKind;

/// A leader is of a state that is none.
pub(super) static RULE: Rule = Rule {
    name: "unknown-state",
    code: "A028",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A leader is of a state that is none",
    explanation: "The words stand where a leader's country would, and no country is called so.\n\
        The leader is read without a country: a name may be misspelt, or the state may exist in the article alone.\n\
        Compare the article with where it came from; if it is meant so, let its record allow this rule.",
    examples: &[
        Example {
            accepted: true,
            title: "a country",
            steps: &[
                Step::Article(b"Leaders meet\nPublished: 9 Jan. 2024\nKenyan President Ann Roy met President Jo Bell of Chad in Nairobi on Monday.\n"),
                Step::NoRecord,
            ],
        },
        Example {
            accepted: false,
            title: "a name that no country has",
            steps: &[
                Step::Article(b"Leaders meet\nPublished: 9 Jan. 2024\nKenyan President Ann Roy met President Jo Bell of Freedonia in Nairobi on Monday.\n"),
                Step::NoRecord,
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let problems = subject.reading().map_or(&[][..], |reading| &reading.problems);
    for problem in problems.iter().filter(|problem| problem.kind == ProblemKind::UnknownState) {
        findings
            .report(Place::ArticleSpan(problem.span), "no country is called so, so the leader is read without one")
            .help("compare the article with where it came from");
    }
}
