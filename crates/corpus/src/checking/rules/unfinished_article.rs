use rapporteur_model::{Block, BlockKind};

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};

/// The article ends in the middle of a sentence.
pub(super) static RULE: Rule = Rule {
    name: "unfinished-article",
    code: "A026",
    level: Level::Warn,
    since: "0.1.0",
    summary: "The article ends in the middle of a sentence",
    explanation: "Its last paragraph ends with a word or a comma, though the one before it ends with a stop: the text was cut where it was collected, or the rest stands on another page.\n\
        What was said after the cut is missing, and nothing shows that it was ever there.\n\
        Paragraphs of fewer than eight words, which may be a list or a signature, are not meant.",
    examples: &[
Example { accepted: true, title: "a last sentence with its stop", steps: &[Step::Article("Leaders meet\nThe leaders met in Oslo.\n\nThey talked for an hour about the price of fish and left.\n".as_bytes()), Step::NoRecord] },
Example { accepted: true, title: "an address at the end", steps: &[Step::Article("Leaders meet\nThe leaders met in Oslo.\n\nFor more about the talks between the two leaders visit www.example.org/talks\n".as_bytes()), Step::NoRecord] },
Example { accepted: false, title: "a last sentence without its end", steps: &[Step::Article("Leaders meet\nThe leaders met in Oslo.\n\nThey talked for an hour about the price of fish and the\n".as_bytes()), Step::NoRecord] },
    ],
    check,
};

/// Shorter ones may be a signature or the item of a list.
const WORDS: usize = 8;

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(document) = subject.document() else { return };
    if subject.reading().is_none_or(|reading| reading.record.article.language.is_none()) {
        return;
    }
    let words = |block: &Block| block.span.slice(document.text()).unwrap_or_default().trim_end();
    let mut paragraphs = document.blocks().iter().rev().filter(|block| block.kind == BlockKind::Paragraph);
    let (Some(last), Some(before)) = (paragraphs.next(), paragraphs.next()) else { return };
    let ends_like_a_sentence = |words: &str| words.ends_with(['.', '?', '!', '…', '”', '"', '’', '\'', '»', ')', ']']);
    // A name at the end signs the text.
    let is_open = |words: &str| {
        let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
        // An address ends where it ends.
        if last.contains(['/', '@', '.']) {
            return false;
        }
        last.ends_with([',', ';', '-']) || (last.ends_with(char::is_alphabetic) && last.starts_with(char::is_lowercase))
    };
    let is_long = words(last).split_whitespace().nth(WORDS - 1).is_some();
    if is_long && is_open(words(last)) && ends_like_a_sentence(words(before)) {
        findings
            .report(Place::ArticleSpan(last.span), "this paragraph, the last, ends in the middle of a sentence")
            .help("take the rest of the text from where it came from");
    }
}
