use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};

/// A curly quotation mark and a straight one enclose the same words.
pub(super) static RULE: Rule = Rule {
    name: "mismatched-quotation",
    code: "A023",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A curly quotation mark and a straight one enclose the same words",
    explanation: "Words that a curly mark opens and a straight one closes, or the reverse, are read as one quotation; but one of the two marks is likely to belong to another pair.\n\
        Where a mark between them is missing, words of the writer are read as somebody's.\n\
        Give the words two marks of one sort.",
    examples: &[
        Example {
            accepted: true,
            title: "two pairs, each of its own sort",
            steps: &[
                Step::Article("Leaders meet\n“We agree,” she said. \"We do,\" he said.\n".as_bytes()),
                Step::NoRecord,
            ],
        },
        Example {
            accepted: false,
            title: "a curly mark and a straight one",
            steps: &[Step::Article("Leaders meet\n“We agree,\" she said.\n".as_bytes()), Step::NoRecord],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(text) = subject.text() else { return };
    for marked in subject.quotations().iter().flat_map(|(_, strings)| strings).filter(|marked| marked.closed) {
        let words = marked.span.slice(text).unwrap_or_default();
        let is_curly = |mark: char| matches!(mark, '“' | '”');
        let ends = (words.starts_with(is_curly), words.ends_with(is_curly));
        if (ends == (true, false) && words.ends_with('"')) || (ends == (false, true) && words.starts_with('"')) {
            findings
                .report(Place::ArticleSpan(marked.span), "these words stand between a curly mark and a straight one")
                .help("give the words two marks of one sort, and look whether a mark between them is missing");
        }
    }
}
