use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::Oddity};

/// The article turns the direction of writing.
pub(super) static RULE: Rule = Rule {
    name: "direction-control",
    code: "A017",
    level: Level::Warn,
    since: "0.1.0",
    summary: "The article turns the direction of writing",
    explanation: "U+202A to U+202E and U+2066 to U+2069 embed, isolate or override the direction in which characters are shown.\n\
        What a person sees is then not what the bytes say: words can be made to look like others, or a quotation to end elsewhere.\n\
        Left-to-right and right-to-left marks, which only stand beside a word, are not meant.",
    examples: &[
        Example {
            accepted: true,
            title: "a right-to-left mark beside a name",
            steps: &[
                Step::Article(
                    "Leaders meet\nThe leaders met on Monday, as the paper Haaretz\u{200f} said.\n".as_bytes(),
                ),
                Step::NoRecord,
            ],
        },
        Example {
            accepted: false,
            title: "an override",
            steps: &[Step::Article("Leaders meet\nThe leaders met at \u{202e}nollab.\n".as_bytes()), Step::NoRecord],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for odd in subject.odd_characters().iter().filter(|odd| odd.oddity == Oddity::Direction) {
        let Some(span) = odd.span() else { continue };
        findings
            .report(
                Place::ArticleSpan(span),
                format!("this is U+{:04X}, which turns the direction of writing", u32::from(odd.character)),
            )
            .help("delete it unless the words around it need it");
    }
}
