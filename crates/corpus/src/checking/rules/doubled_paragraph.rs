use rapporteur_model::{BlockKind, Span};
use std::collections::{BTreeMap, btree_map::Entry};

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};

/// A paragraph or caption stands twice.
pub(super) static RULE: Rule = Rule {
    name: "doubled-paragraph",
    code: "A020",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A paragraph or caption stands twice",
    explanation: "The same words stand in two paragraphs or captions of the article: a page shows a caption under the picture and again in its gallery, or a paragraph was pasted twice.\n\
        What they say is read twice, and a statement that was made once is counted as two.\n\
        Paragraphs of fewer than eight words may well be alike.\n\
        Delete one, and accept the record anew.",
    examples: &[
Example { accepted: true, title: "short answers that are alike", steps: &[Step::Article("Leaders meet\n“We agree,” she said.\n\n“We agree,” she said.\n".as_bytes()), Step::NoRecord] },
Example { accepted: false, title: "a paragraph twice", steps: &[Step::Article("Leaders meet\nThe leaders met in Oslo on Monday and talked about prices.\n\nThey left.\n\nThe leaders met in Oslo on Monday and talked about prices.\n".as_bytes()), Step::NoRecord] },
    ],
    check,
};

/// Shorter ones may be alike without a flaw.
const WORDS: usize = 8;

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(document) = subject.document() else { return };
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for block in document.blocks() {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Caption) {
            continue;
        }
        let words = block.span.slice(document.text()).unwrap_or_default().trim();
        match seen.entry(words) {
            Entry::Vacant(entry) => drop(entry.insert(block.span)),
            Entry::Occupied(_) if words.split_whitespace().nth(WORDS - 1).is_none() => {}
            Entry::Occupied(entry) => {
                findings
                    .report(Place::ArticleSpan(block.span), "these words stand in the article twice")
                    .also(Place::ArticleSpan(*entry.get()), "first here")
                    .help("delete one of the two, and accept the record anew");
            }
        }
    }
}
