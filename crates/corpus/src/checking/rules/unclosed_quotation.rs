use rapporteur_model::Span;

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};
use crate::reading::Marked;

/// A quotation mark opens words that no mark closes.
pub(super) static RULE: Rule = Rule {
    name: "unclosed-quotation",
    code: "A009",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A quotation mark opens words that no mark closes",
    explanation: "Words in marks run up to the closing mark of their own paragraph; without one they run to the paragraph's end, and \
        what the writer says after them is read as somebody's words.\n\
        Words that go on in the next paragraph are left open, and that paragraph opens with a mark again: that is no flaw.\n\
        Look for the missing mark, or for one of another sort that was meant.",
    examples: &[
        Example {
            accepted: true,
            title: "words that the next paragraph takes up",
            steps: &[
                Step::Article("Leaders meet\n\n“We agree,” she said. “We met.\n\n“We go on.”\n".as_bytes()),
                Step::NoRecord,
            ],
        },
        Example {
            accepted: true,
            title: "words in doubled marks that the next paragraph takes up",
            steps: &[
                Step::Article("Leaders meet\n\n``We agree,'' she said. ``We met.\n\n``We go on.''\n".as_bytes()),
                Step::NoRecord,
            ],
        },
        Example {
            accepted: false,
            title: "words that nothing closes",
            steps: &[
                Step::Article("Leaders meet\n\nShe said: “We agree.\n\nThe two leaders left.\n".as_bytes()),
                Step::NoRecord,
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut paragraphs = subject.quotations().iter().peekable();
    while let Some((_, strings)) = paragraphs.next() {
        let last = strings.last().filter(|marked| !marked.closed);
        let mut is_taken_up = || paragraphs.peek().is_some_and(|(next, strings)| opens_with_mark(*next, strings));
        if let Some(open) = last.filter(|_| !is_taken_up()) {
            findings
                .report(Place::ArticleSpan(open.span), "these words are opened by a mark and never closed")
                .help("add the closing mark, or open the next paragraph with a mark if the words go on there");
        }
    }
}

/// Whether the paragraph opens with words in marks, of whatever sort.
fn opens_with_mark(paragraph: Span, strings: &[Marked]) -> bool {
    strings.first().is_some_and(|marked| marked.span.start() == paragraph.start())
}
