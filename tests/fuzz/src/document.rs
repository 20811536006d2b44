use std::ops::Range;

use rapporteur_corpus::{
    document::{self, Document, Limits, LineIndex, Source, SourceError},
    reading,
};
use rapporteur_model::{Block, BlockKind, Span};

/// The reference is slow on purpose, and need not be waited for on longer texts.
const REFERENCE_BYTES: usize = 4096;

/// What each block is, and its words.
fn view<'t>(text: &'t str, blocks: &[Block]) -> Vec<(BlockKind, Option<&'t str>)> {
    blocks.iter().map(|block| (block.kind, block.span.slice(text))).collect()
}

fn range(span: Span) -> (usize, usize) {
    let Range { start, end } = span.range();
    (start, end)
}

pub(crate) fn run(bytes: &[u8]) {
    let source = Source::new(bytes, Limits::default());
    let text = match (str::from_utf8(bytes), source) {
        (Ok(text), Ok(source)) => {
            assert_eq!(source.text(), text);
            text
        }
        (Ok(text), Err(SourceError::Binary { offset })) => {
            assert_eq!(text.find('\0'), Some(offset));
            text
        }
        (Err(error), Err(SourceError::NotUtf8 { offset })) => return assert_eq!(error.valid_up_to(), offset),
        (std, ours) => panic!("these bytes are text: {}, and are taken as {ours:?}", std.is_ok()),
    };
    let document = Document::parse(text);
    let mut at = 0;
    for block in document.blocks() {
        assert_eq!(block.span.range().start, at, "the blocks leave a gap or overlap");
        assert!(block.span.slice(text).is_some_and(|words| !words.is_empty()), "{block:?} has no words");
        at = block.span.range().end;
    }
    assert_eq!(at, text.len(), "the blocks end before the text");
    for problem in document.problems() {
        assert!(problem.span.slice(text).is_some(), "{problem:?} is not in the text");
    }
    if text.len() <= REFERENCE_BYTES {
        compare(text, &document);
    }
}

fn compare(text: &str, document: &Document<'_>) {
    assert_eq!(view(text, document.blocks()), view(text, &rapporteur_oracle::blocks(text)));

    let (head, known) = (document.head(), rapporteur_oracle::head(text));
    let ours = |moment: Option<document::Moment>| moment.map(|found| (found.span, found.value, found.zone));
    let theirs = |moment: Option<rapporteur_oracle::Moment>| moment.map(|found| (found.span, found.value, found.zone));
    assert_eq!(ours(head.prefix_date), theirs(known.prefix_date), "the prefix date");
    assert_eq!(ours(head.published), theirs(known.published), "when it was published");
    assert_eq!(ours(head.updated), theirs(known.updated), "when it was updated");
    assert_eq!(head.headline, known.headline, "the headline");
    assert_eq!(head.dateline, known.dateline, "the dateline");
    assert_eq!(head.byline, known.byline, "the byline");

    for block in document.blocks() {
        let Some(words) = block.span.slice(text) else { continue };
        let begin = block.span.range().start;
        let found: Vec<_> = reading::quotations(text, block.span).iter().map(|marked| range(marked.span)).collect();
        let known: Vec<_> = rapporteur_oracle::quotations(words);
        let known: Vec<_> = known.into_iter().map(|(start, end)| (begin + start, begin + end)).collect();
        assert_eq!(found, known, "the marks of {words:?}");
    }

    let lines = LineIndex::new(text);
    for offset in [0, text.len() / 3, text.len() / 2, text.len(), text.len() + 1] {
        let found = lines.position(offset);
        assert_eq!(
            (found.line, found.column, found.utf16_column),
            rapporteur_oracle::position(text, offset),
            "the position of {offset}"
        );
    }
}
