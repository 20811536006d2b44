use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};
use crate::document::ProblemKind;

/// A date does not exist.
pub(super) static RULE: Rule = Rule {
    name: "impossible-date",
    code: "A007",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A date does not exist",
    explanation: "There is no 31 April and no 25 o'clock.\n\
        Such a date is not read, and it is likely that something else went wrong: digits lost in a conversion, two columns run together.\n\
        Compare the article with where it came from.",
    examples: &[
        Example {
            accepted: true,
            title: "the last day of a leap February",
            steps: &[Step::Article(b"Leaders meet\nPublished: 29 Feb. 2024\nThe leaders met.\n"), Step::NoRecord],
        },
        Example {
            accepted: false,
            title: "a day in the text that no February has",
            steps: &[
                Step::Article(b"Leaders meet\nPublished: 9 Jan. 2024\nThe leaders will meet on Feb. 30.\n"),
                Step::NoRecord,
            ],
        },
        Example {
            accepted: false,
            title: "the same day a year later",
            steps: &[Step::Article(b"Leaders meet\nPublished: 29 Feb. 2025\nThe leaders met.\n"), Step::NoRecord],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let problems = subject.reading().map_or(&[][..], |reading| &reading.problems);
    for problem in problems.iter().filter(|problem| problem.kind == ProblemKind::ImpossibleDate) {
        findings
            .report(Place::ArticleSpan(problem.span), "this date does not exist, so it is not read")
            .help("compare the article with where it came from");
    }
}
