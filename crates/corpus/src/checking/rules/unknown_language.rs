use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};

/// The article is in a language that the reader does not know.
pub(super) static RULE: Rule = Rule {
    name: "unknown-language",
    code: "A008",
    level: Level::Warn,
    since: "0.1.0",
    summary: "The article is in a language that the reader does not know",
    explanation: "The reader knows English. Of another text it keeps every byte and tells the blocks, and reads nothing else: \
        half a reading would look like a whole one.\n\
        Translate the article in a file of its own, or write its record by hand.",
    examples: &[
        Example {
            accepted: true,
            title: "an English article",
            steps: &[Step::Article(b"Leaders meet\n\nThe two leaders met on Thursday.\n"), Step::NoRecord],
        },
        Example {
            accepted: false,
            title: "a Korean article",
            steps: &[Step::Article("정상 회담\n\n두 정상은 목요일에 만났다.\n".as_bytes()), Step::NoRecord],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let is_unknown = subject.reading().is_some_and(|reading| reading.record.article.language.is_none());
    let has_text = subject.text().is_some_and(|text| text.contains(char::is_alphabetic));
    if is_unknown && has_text {
        findings
            .report(
                Place::Article,
                "this is in a language that the reader does not know, so nothing but its blocks is read",
            )
            .help("write its record by hand, or leave it out of the corpus");
    }
}
