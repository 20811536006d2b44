use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    lookup::{block_at, show},
};

/// A part of a statement runs over the end of a paragraph.
pub(super) static RULE: Rule = Rule {
    name: "part-across-paragraphs",
    code: "C018",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A part of a statement runs over the end of a paragraph",
    explanation: "Words that go on in another paragraph are another part, so that no part holds what stands between: blank lines, a menu, a caption.\n\
        Split the part where the paragraph ends.",
    examples: &[
        Example { accepted: true, title: "a part inside its paragraph", steps: &[] },
        Example {
            accepted: false,
            title: "a sentence that a blank line breaks",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nQuill said prices fell\n\nand rose again.\n",
                ),
                Step::Edit(
                    "/statements/-",
                    r#"{ "id": "s3", "kind": "indirect", "speaker": { "people": ["p1"], "text": "Quill", "nth": 3, "basis": "stated" }, "cue": { "text": "said", "nth": 2 }, "parts": [{ "text": "prices fell\n\nand rose again" }] }"#,
                ),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, statement) in record.statements.iter().enumerate() {
        for (at, part) in statement.parts.iter().enumerate() {
            let Some((_, block)) = block_at(record, part.span.start()) else { continue };
            if part.span.end() > block.end() && !part.span.is_empty() {
                let finding = findings.report(
                    Place::RecordPointer(format!("/statements/{index}/parts/{at}")),
                    "this part runs over the end of its paragraph",
                );
                show(finding, subject, block, "the paragraph in which it begins");
                finding.help("split the part where the paragraph ends");
            }
        }
    }
}
