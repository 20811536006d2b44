use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    allowing::{Flaw, flaws},
};

/// A record allows what is not found in it.
pub(super) static RULE: Rule = Rule {
    name: "allow-unused",
    code: "S012",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A record allows what is not found in it",
    explanation: "The article, the record or the rule was changed since, and nothing is left that the allowance is for; or it stands twice.\n\
        It would hide the next finding of its rule, which may be a true one.\n\
        Delete it.",
    examples: &[
        Example {
            accepted: true,
            title: "an ambiguous date that is allowed",
            steps: &[
                Step::Read("Leaders meet\nPublished: 03/04/2025\nThe leaders met.\n"),
                Step::Set("/allow/-", r#"{ "rule": "ambiguous-date", "reason": "the series never says which" }"#),
            ],
        },
        Example { accepted: true, title: "nothing is allowed", steps: &[] },
        Example {
            accepted: false,
            title: "nothing of the kind is found",
            steps: &[Step::Set(
                "/allow/-",
                r#"{ "rule": "unclosed-quotation", "reason": "the quotation ends on the next page" }"#,
            )],
        },
        Example {
            accepted: false,
            title: "the same is allowed twice",
            steps: &[
                Step::Read("Leaders meet\nPublished: 03/04/2025\nThe leaders met.\n"),
                Step::Set("/allow/-", r#"{ "rule": "ambiguous-date", "reason": "the series never says which" }"#),
                Step::Set("/allow/-", r#"{ "rule": "A006", "reason": "as above" }"#),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (index, flaw) in flaws(subject) {
        let message = match flaw {
            Flaw::Unused => "the rule finds nothing here that need be allowed",
            Flaw::Doubled => "the rule is already allowed by an earlier entry",
            Flaw::NoSuchRule | Flaw::CannotBeAllowed | Flaw::NoReason => continue,
        };
        findings.report(Place::RecordPointer(format!("/allow/{index}")), message).help("delete this allowance");
    }
}
