use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};

/// Curly and straight quotation marks stand in one article.
pub(super) static RULE: Rule = Rule {
    name: "mixed-quotation-marks",
    code: "A024",
    level: Level::Allow,
    since: "0.1.0",
    summary: "Curly and straight quotation marks stand in one article",
    explanation: "Some words of the article stand between curly marks, and others between straight ones.\n\
        Parts of it may come from somewhere else, or a program may have changed only some of the marks.\n\
        It is allowed by default: many newspapers mix them, and both are read.",
    examples: &[
        Example {
            accepted: true,
            title: "straight marks throughout",
            steps: &[
                Step::Article("Leaders meet\n\"We agree,\" she said. \"We do,\" he said.\n".as_bytes()),
                Step::NoRecord,
            ],
        },
        Example {
            accepted: false,
            title: "one pair is straight",
            steps: &[
                Step::Article("Leaders meet\n“We agree,” she said. “We do,” he said. \"Yes,\" she said.\n".as_bytes()),
                Step::NoRecord,
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(text) = subject.text() else { return };
    let strings = subject.quotations().iter().flat_map(|(_, strings)| strings);
    let (mut curly, mut straight) = ((0_usize, None), (0_usize, None));
    for marked in strings {
        let words = marked.span.slice(text).unwrap_or_default();
        let sort = if words.starts_with(['“', '”']) {
            &mut curly
        } else if words.starts_with('"') {
            &mut straight
        } else {
            continue;
        };
        sort.0 += 1;
        sort.1.get_or_insert(marked.span);
    }
    if let (Some(first_curly), Some(first_straight)) = (curly.1, straight.1) {
        let (rarer, other) = if curly.0 < straight.0 {
            ((first_curly, "curly"), (first_straight, "straight"))
        } else {
            ((first_straight, "straight"), (first_curly, "curly"))
        };
        findings
            .report(
                Place::ArticleSpan(rarer.0),
                format!("these words stand between {} marks, and others do not", rarer.1),
            )
            .also(Place::ArticleSpan(other.0), format!("these between {} ones", other.1));
    }
}
