use std::cmp::Reverse;

use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    lookup::{holds, show},
};

/// A statement stands inside another, and does not say so.
pub(super) static RULE: Rule = Rule {
    name: "undeclared-nesting",
    code: "C025",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A statement stands inside another, and does not say so",
    explanation: "Words that are quoted inside somebody's words are a statement of their own, and `within` names the one around them.\n\
        Without it they count as told by the article, though only the outer speaker answers for them.",
    examples: &[
        Example { accepted: true, title: "words beside each other", steps: &[] },
        Example {
            accepted: false,
            title: "words inside others",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nQuill: Reed said “fine.”\n",
                ),
                Step::Edit(
                    "/statements/-",
                    r#"{ "id": "s3", "kind": "mixed", "speaker": { "people": ["p1"], "text": "Quill", "nth": 3, "basis": "stated" }, "cue": { "text": ":", "in": "Quill:" }, "parts": [{ "text": "Reed said “fine.”" }] }"#,
                ),
                Step::Edit(
                    "/statements/-",
                    r#"{ "id": "s4", "speaker": { "people": ["p2"], "text": "Reed", "nth": 3, "basis": "stated" }, "cue": { "text": "said", "nth": 2 }, "parts": [{ "text": "“fine.”" }] }"#,
                ),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    if record.statements.len() < 2 {
        return;
    }
    let parts = record.statements.iter().enumerate().flat_map(|(index, statement)| {
        statement.parts.iter().map(move |part| (part.span.start(), Reverse(part.span.end()), index))
    });
    let mut parts: Vec<_> = parts.collect();
    // Texts are told forwards, so that this is seldom work.
    if !parts.is_sorted() {
        parts.sort_unstable();
    }
    // The part that reaches furthest of those before: whatever ends earlier and begins later lies inside it.
    let mut furthest: Option<(u32, u32, usize)> = None;
    for (start, Reverse(end), index) in parts {
        if let Some((outer_start, outer_end, outer)) = furthest
            && outer != index
            && end <= outer_end
            && (start, end) != (outer_start, outer_end)
            && start < end
        {
            let (inner, outer) = (&record.statements[index], &record.statements[outer]);
            // Each statement is looked at once, by its first part.
            let is_first = inner.parts.first().is_some_and(|part| part.span.start() == start);
            let is_declared = inner.within.is_some() || outer.within == Some(inner.id);
            if is_first && !is_declared && inner.parts.iter().all(|part| holds(&outer.parts, part.span)) {
                let finding = findings.report(
                    Place::RecordPointer(format!("/statements/{index}/within")),
                    format!("`{}` stands inside `{}`, and is not said to", inner.id, outer.id),
                );
                if let Some(part) = inner.parts.first() {
                    show(finding, subject, part.span, "these words stand inside the other's");
                }
                finding.help(format!("let `within` be `{}`", outer.id));
            }
        }
        if furthest.is_none_or(|(_, outer_end, _)| end > outer_end) {
            furthest = Some((start, end, index));
        }
    }
}
