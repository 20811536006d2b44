use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    allowing::{Flaw, flaws},
    levels::suggestion,
    rule::rule,
};

/// A record allows what no rule finds, or what cannot be allowed.
pub(super) static RULE: Rule = Rule {
    name: "allow-unknown-rule",
    code: "S010",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A record allows what no rule finds, or what cannot be allowed",
    explanation: "`allow` names rules, by name or code, and nothing is called so; or the rule is about what makes an article or its record unusable, and no reason makes up for that.\n\
        Such are the rules of the families `B`, `F` and `S`, and those of family `A` that are denied by default.\n\
        What articles say against each other, family `X`, is not for one of their records to allow: `[[paths]]` in `rapporteur.toml` does, or the baseline.\n\
        Correct the name, or delete the allowance and mend what was found.",
    examples: &[
        Example { accepted: true, title: "nothing is allowed", steps: &[] },
        Example {
            accepted: false,
            title: "a name that no rule has",
            steps: &[Step::Set("/allow/-", r#"{ "rule": "ambiguous-dates", "reason": "they are British" }"#)],
        },
        Example {
            accepted: false,
            title: "a broken seal is allowed",
            steps: &[Step::Set("/allow/-", r#"{ "rule": "seal-broken", "reason": "never mind" }"#)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(file) = subject.record_file() else { return };
    for (index, flaw) in flaws(subject) {
        let place = Place::RecordPointer(format!("/allow/{index}/rule"));
        let name = file.record.allow.get(index).map_or("", |allowance| &allowance.rule);
        match flaw {
            Flaw::NoSuchRule => {
                let finding = findings.report(place, format!("there is no rule `{name}`"));
                if let Some(rule) = suggestion(name) {
                    finding.help(format!("did you mean `{rule}`?"));
                }
            }
            Flaw::CannotBeAllowed => {
                let compares = rule(name).is_some_and(Rule::compares_articles);
                let help = if compares {
                    "delete the allowance; `[[paths]]` in rapporteur.toml can allow the rule for some articles"
                } else {
                    "delete the allowance, and mend what was found"
                };
                findings.report(place, format!("what `{name}` finds cannot be allowed")).help(help);
            }
            Flaw::NoReason | Flaw::Doubled | Flaw::Unused => {}
        }
    }
}
