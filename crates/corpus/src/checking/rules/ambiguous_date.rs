use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};
use crate::document::ProblemKind;

/// A date can be read as day/month and as month/day.
pub(super) static RULE: Rule = Rule {
    name: "ambiguous-date",
    code: "A006",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A date can be read as day/month and as month/day",
    explanation: "`03/04/2025` is the third of April or the fourth of March, and nothing else in the text decides which.\n\
        The date is then not read: a wrong day is worse than none.\n\
        The article stays as it is, since it is what it is; a person who knows can write the day into a reviewed record, with a rule that says how it is known.",
    examples: &[
        Example {
            accepted: true,
            title: "a date with one reading",
            steps: &[Step::Article(b"Leaders meet\nPublished: 30/04/2025\nThe leaders met.\n"), Step::NoRecord],
        },
        Example {
            accepted: true,
            title: "both readings are one day",
            steps: &[Step::Article(b"Leaders meet\nPublished: 04/04/2025\nThe leaders met.\n"), Step::NoRecord],
        },
        Example {
            accepted: false,
            title: "a date with two readings",
            steps: &[Step::Article(b"Leaders meet\nPublished: 03/04/2025\nThe leaders met.\n"), Step::NoRecord],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let problems = subject.document().map_or(&[][..], |document| document.problems());
    for problem in problems.iter().filter(|problem| problem.kind == ProblemKind::AmbiguousDate) {
        findings
            .report(
                Place::ArticleSpan(problem.span),
                "this date can be read as day/month and as month/day, so it is not read",
            )
            .help("look for the day elsewhere; a reviewed record may give it");
    }
}
