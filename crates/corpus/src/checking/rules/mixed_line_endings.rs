use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};
use crate::document::span;
/// The lines of an article end in different ways.
pub(super) static RULE: Rule = Rule {
    name: "mixed-line-endings",
    code: "A015",
    level: Level::Warn,
    since: "0.1.0",
    summary: "The lines of an article end in different ways",
    explanation: "Some lines end with a line feed and others with a carriage return and a line feed, or with a carriage return alone.\n\
        The text was put together from several files, or a program rewrote part of it; everything is kept as it is, but other tools may count lines differently.\n\
        The first line that ends in a rarer way is told.",
    examples: &[
        Example {
            accepted: true,
            title: "carriage returns with line feeds throughout",
            steps: &[Step::Article("Leaders meet\r\nThe leaders met.\r\n".as_bytes()), Step::NoRecord],
        },
        Example {
            accepted: false,
            title: "one line feed among carriage returns with line feeds",
            steps: &[Step::Article("Leaders meet\r\n\r\nThe leaders met.\nThey left.\r\n".as_bytes()), Step::NoRecord],
        },
    ],
    check,
};

/// The ways in which a line ends, as they are told.
const ENDINGS: [&str; 3] = ["a line feed", "a carriage return and a line feed", "a carriage return"];

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(text) = subject.text() else { return };
    // Most texts have one sort of line ending, and no carriage return.
    if !text.contains('\r') {
        return;
    }
    let bytes = text.as_bytes();
    let mut counts = [0_usize; 3];
    let mut first = [None; 3];
    for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        let (ending, start, end) = match (bytes[at], bytes.get(at + 1)) {
            (b'\r', Some(b'\n')) => continue,
            (b'\r', _) => (2, at, at + 1),
            _ if before == Some(&b'\r') => (1, at - 1, at + 1),
            _ => (0, at, at + 1),
        };
        counts[ending] += 1;
        first[ending].get_or_insert((start, end));
    }
    let found = (0..3).filter(|&ending| counts[ending] > 0);
    let (Some(rarest), Some(most)) =
        (found.clone().min_by_key(|&ending| counts[ending]), found.rev().max_by_key(|&ending| counts[ending]))
    else {
        return;
    };
    let span = first[rarest].and_then(|(start, end)| span(start, end));
    if let Some(span) = span.filter(|_| rarest != most) {
        let so_many = match counts[rarest] {
            1 => "1 line does".to_owned(),
            many => format!("{many} lines do"),
        };
        findings
            .report(Place::ArticleSpan(span), format!("this line ends with {}", ENDINGS[rarest]))
            .note(format!("{so_many}, and {} end with {}", counts[most], ENDINGS[most]))
            .help("let all lines end in one way, and accept the record anew");
    }
}
