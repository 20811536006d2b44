use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, examples::TEXT};
use crate::document::SourceError;

/// The length of the sound article.
#[expect(clippy::cast_possible_truncation, reason = "the text is a constant of some hundred bytes")]
const TEXT_BYTES: u32 = TEXT.len() as u32;

/// The article is larger than the limit.
pub(super) static RULE: Rule = Rule {
    name: "article-too-large",
    code: "A002",
    level: Level::Deny,
    since: "0.1.0",
    summary: "The article is larger than the limit",
    explanation: "An article is read whole, and offsets are 32 bits wide, so its size has a limit: 16 MiB unless another is given.\n\
        News articles have some thousand bytes; a file as large as this is something else, or many articles in one.\n\
        Split the file, or raise the limit if it really is one article.",
    examples: &[
        Example { accepted: true, title: "an article as large as the limit", steps: &[Step::ArticleLimit(TEXT_BYTES)] },
        Example { accepted: false, title: "an article one byte larger", steps: &[Step::ArticleLimit(TEXT_BYTES - 1)] },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if let Some(SourceError::TooLarge { limit, .. }) = subject.source_error() {
        findings
            .report(Place::Article, format!("the article has more than {limit} bytes"))
            .help("split the file if it holds more than one article");
    }
}
