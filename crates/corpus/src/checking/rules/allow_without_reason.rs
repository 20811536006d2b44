use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    allowing::{Flaw, flaws},
};

/// A record allows a finding and does not say why.
pub(super) static RULE: Rule = Rule {
    name: "allow-without-reason",
    code: "S011",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A record allows a finding and does not say why",
    explanation: "An allowance outlives whoever wrote it, and without its reason nobody can tell later whether it still holds.\n\
        So none counts without one: what it names is found as before.\n\
        Say in a sentence why the rule does not apply to this article.",
    examples: &[
        Example { accepted: true, title: "nothing is allowed", steps: &[] },
        Example {
            accepted: false,
            title: "the reason is empty",
            steps: &[Step::Set("/allow/-", r#"{ "rule": "unclosed-quotation", "reason": " " }"#)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (index, flaw) in flaws(subject) {
        if matches!(flaw, Flaw::NoReason) {
            findings
                .report(Place::RecordPointer(format!("/allow/{index}")), "a finding is allowed without a reason")
                .help("say in `reason` why the rule does not apply to this article");
        }
    }
}
