use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    walk::{Misfit, misfits},
};

/// A span leaves the text.
pub(super) static RULE: Rule = Rule {
    name: "span-out-of-bounds",
    code: "B003",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A span leaves the text",
    explanation: "A span ends behind the last byte of the article, so it can hold no words of it.\n\
        Somebody counted wrongly, or counted characters of another text.\n\
        Correct the offsets, or delete them and let `rapporteur accept --reviewed` find the words.",
    examples: &[
        Example { accepted: true, title: "spans inside the text", steps: &[] },
        Example {
            accepted: false,
            title: "words behind the end",
            steps: &[Step::Set("/people/0/mentions/0/end", "400")],
        },
        Example {
            accepted: false,
            title: "a block that goes on behind the end",
            steps: &[Step::Set("/article/blocks/4/end", "400")],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    misfits(subject, Misfit::OutOfBounds, &mut |path, span, _| {
        let length = subject.text().map_or(0, str::len);
        findings
            .report(
                Place::RecordPointer(path.to_string()),
                format!("the span {span} ends behind the text, which has {length} bytes"),
            )
            .help("delete `start` and `end`, and `rapporteur accept --reviewed` finds the words");
    });
}
