use rapporteur_model::{BlockKind, Excerpt};

use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    lookup::{block_at, show},
};

/// A statement or a meeting is told by what is no part of the article.
pub(super) static RULE: Rule = Rule {
    name: "words-in-furniture",
    code: "C019",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A statement or a meeting is told by what is no part of the article",
    explanation: "Menus, other headlines, credits and end marks belong to the page around an article.\n\
        What they say is not the article's: a statement or a meeting found there is another story's.\n\
        Delete it, or, where the block was taken wrongly for furniture, correct its kind.",
    examples: &[
        Example { accepted: true, title: "words of the article", steps: &[] },
        Example {
            accepted: false,
            title: "words of another story",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\n(END)\nQuill said prices fell.\n",
                ),
                Step::Edit(
                    "/statements/-",
                    r#"{ "id": "s3", "kind": "indirect", "speaker": { "people": ["p1"], "text": "Quill", "nth": 3, "basis": "stated" }, "cue": { "text": "said", "nth": 2 }, "parts": [{ "text": "prices fell" }] }"#,
                ),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    let mut look = |pointer: &dyn Fn() -> String, words: &Excerpt| {
        let Some((BlockKind::Furniture, block)) = block_at(record, words.span.start()) else { return };
        let finding =
            findings.report(Place::RecordPointer(pointer()), "these words belong to the page, not to the article");
        show(finding, subject, words.span, "the words");
        show(finding, subject, block, "a block of the page");
        finding.help("delete what they tell, or correct the kind of the block");
    };
    for (index, summit) in record.summits.iter().enumerate() {
        for (at, mention) in summit.mentions.iter().enumerate() {
            look(&|| format!("/summits/{index}/mentions/{at}"), mention);
        }
    }
    for (index, statement) in record.statements.iter().enumerate() {
        for (at, part) in statement.parts.iter().enumerate() {
            look(&|| format!("/statements/{index}/parts/{at}"), part);
        }
    }
}
