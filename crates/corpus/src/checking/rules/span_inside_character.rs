use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    walk::{Misfit, misfits},
};

/// A span begins or ends inside a character.
pub(super) static RULE: Rule = Rule {
    name: "span-inside-character",
    code: "B004",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A span begins or ends inside a character",
    explanation: "Offsets are bytes, and letters beyond ASCII, quotation marks and dashes have two bytes or more; a span that cuts one holds no text.\n\
        The usual cause is a tool that counts characters or UTF-16 units.\n\
        Correct the offsets, or delete them and let `rapporteur accept --reviewed` find the words.",
    examples: &[
        Example {
            accepted: true,
            title: "a span that ends behind an opening quotation mark of three bytes",
            steps: &[
                Step::Set("/people/0/mentions/1/end", "143"),
                Step::Set("/people/0/mentions/1/start", "140"),
                Step::Set("/people/0/mentions/1/text", "\"“\""),
            ],
        },
        Example {
            accepted: false,
            title: "a span that ends inside it",
            steps: &[Step::Set("/statements/0/parts/0/start", "141")],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    misfits(subject, Misfit::InsideCharacter, &mut |path, span, _| {
        let text = subject.text().unwrap_or_default();
        let cut = if text.is_char_boundary(span.range().start) { span.end() } else { span.start() };
        let end = if cut == span.start() { "begins" } else { "ends" };
        let whole = text.floor_char_boundary(cut as usize);
        let character: String = text[whole..].chars().take(1).collect();
        findings
            .report(
                Place::RecordPointer(path.to_string()),
                format!("the span {span} {end} inside the character `{character}`, which begins at byte {whole}"),
            )
            .help("offsets count bytes; delete `start` and `end`, and `rapporteur accept --reviewed` finds the words");
    });
}
