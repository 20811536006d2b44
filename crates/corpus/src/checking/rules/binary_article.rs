use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};
use crate::document::SourceError;

/// The article holds a NUL byte.
pub(super) static RULE: Rule = Rule {
    name: "binary-article",
    code: "A004",
    level: Level::Deny,
    since: "0.1.0",
    summary: "The article holds a NUL byte",
    explanation: "No text holds a NUL: a file that does is a picture, an archive, text in UTF-16, or was damaged.\n\
        It is not read at all.\n\
        Put the text there, or take the file out of the corpus.",
    examples: &[
        Example {
            accepted: true,
            title: "tabs and carriage returns",
            steps: &[Step::Article(b"They\tmet.\r\n"), Step::NoRecord],
        },
        Example { accepted: false, title: "text in UTF-16", steps: &[Step::Article(b"T\0h\0e\0y\0 \0m\0e\0t\0")] },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if let Some(&SourceError::Binary { offset }) = subject.source_error() {
        findings
            .report(Place::ArticleByte(offset), format!("the article is not a text: byte {offset} is a NUL"))
            .help("if it is a text in UTF-16, convert it to UTF-8");
    }
}
