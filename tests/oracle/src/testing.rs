//! Text in, text out: how the tests of this crate see blocks and values.

use rapporteur_model::{BlockKind, Span};

use crate::Moment;

/// The blocks as `kind|text` lines, LF shown as `⏎`, CR as `␍`. They are checked to tile the text.
pub(crate) fn shown_blocks(text: &str) -> String {
    let mut end = 0;
    let mut lines = Vec::new();
    for block in crate::blocks(text) {
        assert_eq!(block.span.start(), end, "a gap before {block:?}");
        assert!(!block.span.is_empty(), "{block:?}");
        end = block.span.end();
        let words = block.span.slice(text).unwrap().replace('\n', "⏎").replace('\r', "␍");
        lines.push(format!("{}|{words}", name(block.kind)));
    }
    assert_eq!(end as usize, text.len(), "the blocks end early");
    lines.join("\n")
}

/// Panics unless the blocks are these `kind|text` lines; each line's indentation is taken away.
#[track_caller]
pub(crate) fn check(text: &str, expected: &str) {
    let expected: Vec<&str> = expected.lines().map(str::trim_start).filter(|line| !line.is_empty()).collect();
    let expected = expected.join("\n");
    assert_eq!(shown_blocks(text), expected, "{text:?}");
}

/// The kinds of the blocks, a letter each: `b`om, prefix `d`ate, `t`ag, `h`eadline, `s`tamp, date`l`ine, b`y`line,
/// `c`aption, `p`aragraph, speaker l`a`bel, `f`urniture.
pub(crate) fn kinds(text: &str) -> String {
    crate::blocks(text)
        .iter()
        .map(|block| match block.kind {
            BlockKind::Bom => 'b',
            BlockKind::PrefixDate => 'd',
            BlockKind::Tag => 't',
            BlockKind::Headline => 'h',
            BlockKind::Stamp => 's',
            BlockKind::Dateline => 'l',
            BlockKind::Byline => 'y',
            BlockKind::Caption => 'c',
            BlockKind::Paragraph => 'p',
            BlockKind::SpeakerLabel => 'a',
            BlockKind::Furniture => 'f',
        })
        .collect()
}

/// What the head says, as `name|value|words|zone` lines.
pub(crate) fn shown_head(text: &str) -> String {
    let head = crate::head(text);
    let mut lines = Vec::new();
    let moments = [("prefix_date", head.prefix_date), ("published", head.published), ("updated", head.updated)];
    for (name, moment) in moments {
        if let Some(Moment { span, value, zone }) = moment {
            let zone = zone.map_or("", |zone| zone.slice(text).unwrap());
            lines.push(format!("{name}|{value}|{}|{zone}", span.slice(text).unwrap()));
        }
    }
    let words = [("headline", head.headline), ("dateline", head.dateline), ("byline", head.byline)];
    for (name, span) in words {
        if let Some(words) = span.and_then(|span: Span| span.slice(text)) {
            lines.push(format!("{name}|{words}"));
        }
    }
    lines.join("\n")
}

fn name(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Bom => "bom",
        BlockKind::PrefixDate => "prefix_date",
        BlockKind::Tag => "tag",
        BlockKind::Headline => "headline",
        BlockKind::Stamp => "stamp",
        BlockKind::Dateline => "dateline",
        BlockKind::Byline => "byline",
        BlockKind::Caption => "caption",
        BlockKind::Paragraph => "paragraph",
        BlockKind::SpeakerLabel => "speaker_label",
        BlockKind::Furniture => "furniture",
    }
}
