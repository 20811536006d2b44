use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// The parts of a statement overlap or are out of order.
pub(super) static RULE: Rule = Rule {
    name: "parts-out-of-order",
    code: "C017",
    level: Level::Deny,
    since: "0.1.0",
    summary: "The parts of a statement overlap or are out of order",
    explanation: "The parts of a statement follow each other in the text: `“We agree,” Quill said, “on prices”` has two, the first one first.\n\
        Where they overlap, words are counted twice; where they are out of order, what was said is told backwards.\n\
        Put them in the order of the text, and join those that overlap.",
    examples: &[
        Example { accepted: true, title: "one part", steps: &[] },
        Example {
            accepted: false,
            title: "a part inside the one before",
            steps: &[Step::Edit("/statements/0/parts/-", r#"{ "text": "agree" }"#)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, statement) in record.statements.iter().enumerate() {
        let wrong = statement.parts.windows(2).position(|two| two[1].span.start() < two[0].span.end());
        if let Some(at) = wrong {
            let (earlier, part) = (&statement.parts[at], &statement.parts[at + 1]);
            let what = if part.span.overlaps(earlier.span) { "overlaps" } else { "stands before" };
            let finding = findings.report(
                Place::RecordPointer(format!("/statements/{index}/parts/{}", at + 1)),
                format!("this part {what} the one before"),
            );
            finding.also(Place::RecordPointer(format!("/statements/{index}/parts/{at}")), "the one before");
            show(finding, subject, part.span, "this part");
            finding.help("put the parts in the order of the text, and join those that overlap");
        }
    }
}
