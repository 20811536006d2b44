use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};
use crate::document::ProblemKind;

/// A list of leaders is too long to be one.
pub(super) static RULE: Rule = Rule {
    name: "endless-list",
    code: "A029",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A list of leaders is too long to be one",
    explanation: "More leaders stand in one list than there are states.\n\
        Those that come late in it are not read as having met; what was meant as several lists or sentences has likely run together.\n\
        Compare the article with where it came from.",
    examples: &[
        Example { accepted: true, title: "many leaders", steps: &[Step::LongList(150)] },
        Example { accepted: false, title: "more than there are states", steps: &[Step::LongList(220)] },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let problems = subject.reading().map_or(&[][..], |reading| &reading.problems);
    for problem in problems.iter().filter(|problem| problem.kind == ProblemKind::EndlessList) {
        findings
            .report(Place::ArticleSpan(problem.span), "the list of leaders goes on, and no more of it is read")
            .help("compare the article with where it came from");
    }
}
