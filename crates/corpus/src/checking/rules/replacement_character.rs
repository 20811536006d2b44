use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::Oddity};

/// The article holds a replacement character.
pub(super) static RULE: Rule = Rule {
    name: "replacement-character",
    code: "A018",
    level: Level::Warn,
    since: "0.1.0",
    summary: "The article holds a replacement character",
    explanation: "U+FFFD stands where a program could not read some bytes and threw them away.\n\
        The characters are lost here, and names that held them cannot be found in other articles.\n\
        Take the text again from where it came from, in the right encoding.",
    examples: &[
        Example {
            accepted: true,
            title: "letters with accents",
            steps: &[Step::Article("Leaders meet\nThe leaders met in Zürich.\n".as_bytes()), Step::NoRecord],
        },
        Example {
            accepted: false,
            title: "a letter that was thrown away",
            steps: &[Step::Article("Leaders meet\nThe leaders met in Z\u{fffd}rich.\n".as_bytes()), Step::NoRecord],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for odd in subject.odd_characters().iter().filter(|odd| odd.oddity == Oddity::Replacement) {
        let Some(span) = odd.span() else { continue };
        findings
            .report(Place::ArticleSpan(span), "what stood here could not be read by the program that wrote the article")
            .help("take the text again from where it came from, in the right encoding");
    }
}
