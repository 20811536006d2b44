use super::super::{Example, Findings, Input, Level, Place, Rule, Step, Subject};

/// The system does not give the article.
pub(super) static RULE: Rule = Rule {
    name: "unreadable-article",
    code: "A001",
    level: Level::Deny,
    since: "0.1.0",
    summary: "The system does not give the article",
    explanation: "The article's file is there, but its bytes are not to be had: the reason is the system's own.\n\
        Nothing else can be said about an article that was not read, so no other rule speaks of it.\n\
        Mend it where the reason says: permissions, a broken link, a folder of that name.",
    examples: &[
        Example { accepted: true, title: "an article that can be read", steps: &[] },
        Example {
            accepted: false,
            title: "an article that the system does not give",
            steps: &[Step::ArticleUnreadable],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if let Input::Unreadable(why) = subject.article() {
        findings.report(Place::Article, format!("the article cannot be read: {why}"));
    }
}
