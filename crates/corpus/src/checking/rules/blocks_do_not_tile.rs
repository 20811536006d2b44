use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, walk::Misfit};

/// The blocks of a record leave out or repeat part of the text.
pub(super) static RULE: Rule = Rule {
    name: "blocks-do-not-tile",
    code: "B002",
    level: Level::Deny,
    since: "0.1.0",
    summary: "The blocks of a record leave out or repeat part of the text",
    explanation: "The blocks of an article begin with its first byte, end with its last, and each begins where the one before ends; none is empty.\n\
        Only then is nothing lost: the blocks, put together, give the file back.\n\
        Correct the blocks, or delete `blocks` from the record and let `rapporteur accept --reviewed` take the document's own.",
    examples: &[
        Example { accepted: true, title: "blocks that tile the text", steps: &[] },
        Example {
            accepted: false,
            title: "a byte between two blocks",
            steps: &[Step::Set("/article/blocks/0/end", "20")],
        },
        Example { accepted: false, title: "no block at all", steps: &[Step::Set("/article/blocks", "[]")] },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some((text, record)) = subject.bound() else { return };
    let blocks = &record.article.blocks;
    // A block that leaves the text or cuts a character is a finding of its own.
    if blocks.iter().any(|block| Misfit::of(text, block.span, None).is_some()) {
        return;
    }
    let mut expected = 0;
    for (index, block) in blocks.iter().enumerate() {
        let (start, end) = (block.span.start(), block.span.end());
        let message = if start != expected {
            format!("this block begins at byte {start}, and it must begin at byte {expected}")
        } else if block.span.is_empty() {
            "this block is empty".to_owned()
        } else {
            expected = end;
            continue;
        };
        // What follows depends on this block, so the first flaw is the only one told.
        let finding = findings.report(Place::RecordPointer(format!("/article/blocks/{index}")), message);
        if start != expected {
            finding.expected(format!("byte {expected}")).found(format!("byte {start}"));
        }
        finding.help("each block begins where the one before it ends, and the first at byte 0");
        return;
    }
    if expected != record.source.bytes {
        findings
            .report(
                Place::RecordPointer("/article/blocks".to_owned()),
                format!("the blocks end at byte {expected}, and the text at byte {}", record.source.bytes),
            )
            .expected(format!("byte {}", record.source.bytes))
            .found(format!("byte {expected}"))
            .help("the last block ends where the text does");
    }
}
