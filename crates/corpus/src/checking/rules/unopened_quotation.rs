use rapporteur_model::Span;

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};

/// A closing quotation mark closes nothing.
pub(super) static RULE: Rule = Rule {
    name: "unopened-quotation",
    code: "A010",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A closing quotation mark closes nothing",
    explanation: "A `”` outside of words in marks: its opening mark is missing, or a mark before it closed the words too early, \
        as where double marks stand inside double marks.\n\
        The words before it are then not read as somebody's.\n\
        Only `”` is looked at, and not after a digit, where it may be inches: of straight marks none shows whether it opens or closes.",
    examples: &[
        Example {
            accepted: true,
            title: "marks in pairs",
            steps: &[Step::Article("Leaders meet\n\n“We agree,” she said.\n".as_bytes()), Step::NoRecord],
        },
        Example {
            accepted: false,
            title: "a closing mark alone",
            steps: &[Step::Article("Leaders meet\n\nWe agree,” she said.\n".as_bytes()), Step::NoRecord],
        },
        Example {
            accepted: false,
            title: "double marks inside double marks",
            steps: &[Step::Article("Leaders meet\n\n“We said “yes” to it,” she said.\n".as_bytes()), Step::NoRecord],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(text) = subject.text() else { return };
    for (paragraph, strings) in subject.quotations() {
        let words = paragraph.slice(text).unwrap_or_default();
        let mut strings = strings.iter().peekable();
        let marks = words.match_indices('”').filter_map(|(at, mark)| {
            let start = paragraph.start() + u32::try_from(at).ok()?;
            let span = Span::new(start, start + u32::try_from(mark.len()).ok()?).ok()?;
            (!words[..at].ends_with(|before: char| before.is_ascii_digit())).then_some(span)
        });
        for mark in marks {
            while strings.next_if(|string| string.span.end() <= mark.start()).is_some() {}
            if !strings.peek().is_some_and(|string| string.span.contains(mark)) {
                findings
                    .report(Place::ArticleSpan(mark), "this mark closes nothing")
                    .help("add the opening mark; marks inside marks are single");
            }
        }
    }
}
