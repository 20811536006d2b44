use rapporteur_model::Span;

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};
use crate::reading::marks_too_deep;

/// Quotation marks stand four deep inside each other.
pub(super) static RULE: Rule = Rule {
    name: "deeply-nested-quotation",
    code: "A030",
    level: Level::Warn,
    since: "0.1.0",
    summary: "Quotation marks stand four deep inside each other",
    explanation: "Words are quoted in double marks, words inside them in single ones, and words inside those in double ones again: nobody prints a fourth mark inside three that are still open.\n\
        A closing mark is missing nearly always, or what took the article from its page lost some, and words are then read as somebody else's.\n\
        Look for the missing mark; the marks that are still open are shown.\n\
        One finding is given for a paragraph.",
    examples: &[
        Example {
            accepted: true,
            title: "words quoted in words that are quoted",
            steps: &[
                Step::Article(
                    "Leaders meet\n\n\"He told me, 'She said, \"They have no time,\" and left,' and I laughed,\" Quill said.\n"
                        .as_bytes(),
                ),
                Step::NoRecord,
            ],
        },
        Example {
            accepted: true,
            title: "apostrophes that are turned the wrong way",
            steps: &[
                Step::Article(
                    "Leaders meet\n\n“We told ‘em so in the ‘90s, and not ‘til now was it heard,” Quill said.\n".as_bytes(),
                ),
                Step::NoRecord,
            ],
        },
        Example {
            accepted: false,
            title: "a fourth mark",
            steps: &[
                Step::Article(
                    "Leaders meet\n\n\"He told me, 'She said, \"They say 'no' to it,\" and left,' and I laughed,\" Quill said.\n"
                        .as_bytes(),
                ),
                Step::NoRecord,
            ],
        },
        Example {
            accepted: false,
            title: "closing marks that are lost",
            steps: &[
                Step::Article(
                    "Leaders meet\n\n“We agree. “We met. “We ate. “We left,” Quill said.\n".as_bytes(),
                ),
                Step::NoRecord,
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(text) = subject.text() else { return };
    for (paragraph, strings) in subject.quotations() {
        // Before the first words in marks no mark opens anything.
        let Some(first) = strings.first() else { continue };
        let Ok(marked) = Span::new(first.span.start(), paragraph.end()) else { continue };
        let Some([around @ .., fourth]) = marks_too_deep(text, marked) else { continue };
        let finding =
            findings.report(Place::ArticleSpan(fourth), "this mark opens inside three others that are still open");
        for mark in around {
            finding.also(Place::ArticleSpan(mark), "still open");
        }
        finding.help("add the closing marks that are missing, or delete marks that enclose nothing");
    }
}
