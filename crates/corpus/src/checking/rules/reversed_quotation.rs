use rapporteur_model::Span;

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};

/// A quotation mark is turned the wrong way.
pub(super) static RULE: Rule = Rule {
    name: "reversed-quotation",
    code: "A025",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A quotation mark is turned the wrong way",
    explanation: "A mark that opens closes words, or one that closes opens them: `“We agree“`, `”We agree”`.\n\
        The words are read nevertheless, but what stands after them may be drawn into them.\n\
        It is no flaw where the article opens all its quotations so, as Swedes and Finns do, or where `“` closes what `„` opens.",
    examples: &[
        Example {
            accepted: true,
            title: "marks that face each other",
            steps: &[Step::Article("Leaders meet\n“We agree,” she said.\n".as_bytes()), Step::NoRecord],
        },
        Example {
            accepted: true,
            title: "Swedish marks throughout",
            steps: &[
                Step::Article("Leaders meet\n”We agree,” she said. ”We do,” he said.\n".as_bytes()),
                Step::NoRecord,
            ],
        },
        Example {
            accepted: false,
            title: "an opening mark that closes",
            steps: &[Step::Article("Leaders meet\n“We agree,“ she said.\n".as_bytes()), Step::NoRecord],
        },
        Example {
            accepted: false,
            title: "a closing mark that opens, though others open rightly",
            steps: &[
                Step::Article("Leaders meet\n”We agree,” she said. “We do,” he said.\n".as_bytes()),
                Step::NoRecord,
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(text) = subject.text() else { return };
    let strings = || subject.quotations().iter().flat_map(|(_, strings)| strings);
    let words = |span: Span| span.slice(text).unwrap_or_default();
    let opens_rightly = strings().any(|marked| words(marked.span).starts_with('“'));
    let mark = u32::try_from('“'.len_utf8()).unwrap_or_default();
    for marked in strings().filter(|marked| marked.closed) {
        let (words, span) = (words(marked.span), marked.span);
        let first = Span::new(span.start(), span.start() + mark);
        let last = Span::new(span.end() - mark.min(span.len()), span.end());
        let (place, message) = if words.starts_with('“') && words.ends_with('“') {
            (last, "this mark opens, and stands where words end")
        } else if opens_rightly && words.starts_with('”') {
            (first, "this mark closes, and stands where words begin")
        } else {
            continue;
        };
        if let Ok(place) = place {
            findings
                .report(Place::ArticleSpan(place), message)
                .also(Place::ArticleSpan(span), "these words")
                .help("turn the mark");
        }
    }
}
