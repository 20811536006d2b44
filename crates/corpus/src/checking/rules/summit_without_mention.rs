use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// A summit is told of nowhere.
pub(super) static RULE: Rule = Rule {
    name: "summit-without-mention",
    code: "C033",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A summit is told of nowhere",
    explanation: "Every summit of a record is told of by words of the article, and `mentions` says which.\n\
        One without mentions cannot be defended by pointing at a sentence.\n\
        Add the words, or delete the summit and correct the ids.",
    examples: &[
        Example { accepted: true, title: "a summit with a mention", steps: &[] },
        Example { accepted: false, title: "a summit without", steps: &[Step::Edit("/summits/0/mentions", "[]")] },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, summit) in record.summits.iter().enumerate() {
        if summit.mentions.is_empty() {
            let finding = findings.report(
                Place::RecordPointer(format!("/summits/{index}/mentions")),
                format!("`{}` is told of nowhere", summit.id),
            );
            if let Some(anchor) = summit.status.anchor() {
                show(finding, subject, anchor.span, "its status is from these words");
            }
            finding.help("add the words that tell of it, or delete the summit");
        }
    }
}
