use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};
use crate::document::SourceError;

/// The article is not UTF-8.
pub(super) static RULE: Rule = Rule {
    name: "not-utf8",
    code: "A003",
    level: Level::Deny,
    since: "0.1.0",
    summary: "The article is not UTF-8",
    explanation: "An article is UTF-8 text.\n\
        Bytes that are not are never repaired or replaced: a record could then no longer say which bytes it speaks of.\n\
        Convert the file from the encoding it has, and look at the result before it is read.",
    examples: &[
        Example {
            accepted: true,
            title: "letters beyond ASCII",
            steps: &[Step::Article("Gipfel in Zürich\n".as_bytes()), Step::NoRecord],
        },
        Example { accepted: false, title: "a byte of Latin-1", steps: &[Step::Article(b"Gipfel in Z\xfcrich\n")] },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if let Some(&SourceError::NotUtf8 { offset }) = subject.source_error() {
        findings
            .report(Place::ArticleByte(offset), format!("the article is not UTF-8 from byte {offset} on"))
            .label("this byte belongs to no character")
            .help("convert the file to UTF-8 from the encoding it has");
    }
}
