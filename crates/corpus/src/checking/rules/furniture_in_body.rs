use rapporteur_model::{Block, BlockKind};

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};

/// Something of the page stands between the paragraphs.
pub(super) static RULE: Rule = Rule {
    name: "furniture-in-body",
    code: "A021",
    level: Level::Warn,
    since: "0.1.0",
    summary: "Something of the page stands between the paragraphs",
    explanation: "A menu, a list of related stories or a share button stands between two paragraphs of the body.\n\
        It is kept and not read; but where one such row was recognized, another that looks like a sentence may stand beside it, and is read as one.\n\
        Look whether the rows around it belong to the article.\n\
        Rows of signs alone, which divide a text, are not meant.",
    examples: &[
        Example {
            accepted: true,
            title: "a menu above the headline and a row of signs",
            steps: &[
                Step::Article("News > World\nLeaders meet\n\nThe leaders met.\n\n* * *\n\nThey left.\n".as_bytes()),
                Step::NoRecord,
            ],
        },
        Example {
            accepted: false,
            title: "an advertisement between two paragraphs",
            steps: &[
                Step::Article("Leaders meet\nThe leaders met.\n\nAdvertisement\n\nThey left.\n".as_bytes()),
                Step::NoRecord,
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(document) = subject.document() else { return };
    let blocks = document.blocks();
    let is_paragraph = |block: &Block| block.kind == BlockKind::Paragraph;
    let (Some(first), Some(last)) = (blocks.iter().position(is_paragraph), blocks.iter().rposition(is_paragraph))
    else {
        return;
    };
    for block in &blocks[first..last] {
        let words = block.span.slice(document.text()).unwrap_or_default();
        if block.kind == BlockKind::Furniture && words.contains(char::is_alphanumeric) {
            findings
                .report(Place::ArticleSpan(block.span), "this row belongs to the page, and stands between paragraphs")
                .help("look whether the rows around it belong to the article");
        }
    }
}
