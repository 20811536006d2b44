use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};

/// Nothing knows a member of the record.
pub(super) static RULE: Rule = Rule {
    name: "unknown-member",
    code: "F006",
    level: Level::Deny,
    since: "0.1.0",
    summary: "Nothing knows a member of the record",
    explanation: "A member has a name that no record has: it is misspelt, belongs elsewhere, or comes from a later version.\n\
        What it says is not checked, and would be lost if the file were printed anew; so the file is not rewritten while it is there.\n\
        Correct the name, or delete the member.",
    examples: &[
        Example { accepted: true, title: "members that are known", steps: &[] },
        Example { accepted: false, title: "a misspelt member", steps: &[Step::Set("/people/0/alias", "null")] },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let unknown = subject.record_file().map_or(&[][..], |file| file.unknown);
    for pointer in unknown {
        findings
            .report(Place::RecordPointer(pointer.clone()), format!("nothing knows the member {pointer}"))
            .help("correct its name, or delete it");
    }
}
