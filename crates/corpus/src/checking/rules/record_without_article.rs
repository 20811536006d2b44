use super::super::{Example, Findings, Input, Level, Place, Rule, Step, Subject};

/// A record has no article beside it.
pub(super) static RULE: Rule = Rule {
    name: "record-without-article",
    code: "F008",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A record has no article beside it",
    explanation: "`NAME.record.json` belongs to `NAME.txt` in the same folder, and there is none.\n\
        The article was renamed or deleted, and a record without its text can show nothing.\n\
        Bring the article back, or rename or delete the record with it.",
    examples: &[
        Example { accepted: true, title: "a record beside its article", steps: &[] },
        Example { accepted: false, title: "the article is gone", steps: &[Step::NoArticle] },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if subject.article() == Input::Missing && subject.record() != Input::Missing {
        findings
            .report(Place::Record, "there is no article beside this record")
            .help("bring the article back, or rename or delete the record with it");
    }
}
