use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};

/// The article holds nothing but blanks.
pub(super) static RULE: Rule = Rule {
    name: "empty-article",
    code: "A005",
    level: Level::Deny,
    since: "0.1.0",
    summary: "The article holds nothing but blanks",
    explanation: "A file without a word is no article: a download or a conversion failed, or the file was never written.\n\
        Put the text there, or take the file out of the corpus.",
    examples: &[
        Example {
            accepted: true,
            title: "an article of one word",
            steps: &[Step::Article(b"Agreed\n"), Step::NoRecord],
        },
        Example { accepted: false, title: "a file without a byte", steps: &[Step::Article(b""), Step::NoRecord] },
        Example {
            accepted: false,
            title: "a byte order mark and a line ending",
            steps: &[Step::Article("\u{feff}\r\n".as_bytes()), Step::NoRecord],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let blank = |text: &str| text.trim_start_matches('\u{feff}').trim().is_empty();
    if subject.text().is_some_and(blank) {
        findings
            .report(Place::Article, "the article holds nothing but blanks")
            .help("put the text there, or delete the file");
    }
}
