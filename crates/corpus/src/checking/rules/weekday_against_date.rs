use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};
use crate::document::ProblemKind;

/// A weekday and the date beside it are of different days.
pub(super) static RULE: Rule = Rule {
    name: "weekday-against-date",
    code: "A011",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A weekday and the date beside it are of different days",
    explanation: "Where a text says Monday, May 8, and May 8 was a Wednesday, one of the two is wrong, and nothing says which.\n\
        Such a day is not read. Compare the article with where it came from; a wrong year in a stamp shows in the same way.",
    examples: &[
        Example {
            accepted: true,
            title: "a weekday that fits its date",
            steps: &[
                Step::Article(b"Leaders meet\nPublished: 9 May 2024\nThe leaders met on Wednesday, May 8.\n"),
                Step::NoRecord,
            ],
        },
        Example {
            accepted: false,
            title: "a weekday of another date",
            steps: &[
                Step::Article(b"Leaders meet\nPublished: 9 May 2024\nThe leaders met on Monday, May 8.\n"),
                Step::NoRecord,
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let problems = subject.reading().map_or(&[][..], |reading| &reading.problems);
    for problem in problems.iter().filter(|problem| problem.kind == ProblemKind::OtherWeekday) {
        findings
            .report(Place::ArticleSpan(problem.span), "this date is another day of the week, so it is not read")
            .help("compare the article with where it came from");
    }
}
