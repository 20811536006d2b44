use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::Oddity};

/// An invisible character stands inside a word.
pub(super) static RULE: Rule = Rule {
    name: "invisible-character",
    code: "A022",
    level: Level::Warn,
    since: "0.1.0",
    summary: "An invisible character stands inside a word",
    explanation: "A soft hyphen, a zero-width space or joiner, or a byte order mark between two Latin letters is not seen, but makes the word another: a name with one in it is not the name without.\n\
        It comes from a page that told the browser where a word may break, or marks where a text was copied from.\n\
        In scripts that need such characters they are no flaw.",
    examples: &[
        Example {
            accepted: true,
            title: "a joiner between two signs",
            steps: &[
                Step::Article("Leaders meet\nA card with 👩\u{200d}🔧 on it was shown.\n".as_bytes()),
                Step::NoRecord,
            ],
        },
        Example {
            accepted: false,
            title: "a soft hyphen in a name",
            steps: &[Step::Article("Leaders meet\nPresident Oko\u{ad}ro met the others.\n".as_bytes()), Step::NoRecord],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(text) = subject.text() else { return };
    // The Latin letters of the first planes, with and without accents.
    let is_latin = |letter: char| letter.is_alphabetic() && letter < '\u{250}';
    for odd in subject.odd_characters().iter().filter(|odd| odd.oddity == Oddity::Invisible) {
        let (Some(before), Some(after)) = (text.get(..odd.at), text.get(odd.at + odd.character.len_utf8()..)) else {
            continue;
        };
        if let Some(span) = odd.span().filter(|_| before.ends_with(is_latin) && after.starts_with(is_latin)) {
            findings
                .report(
                    Place::ArticleSpan(span),
                    format!("the invisible character U+{:04X} stands inside this word", u32::from(odd.character)),
                )
                .help("delete it, and accept the record anew");
        }
    }
}
