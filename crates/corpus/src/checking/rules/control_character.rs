use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::Oddity};

/// The article holds a control character.
pub(super) static RULE: Rule = Rule {
    name: "control-character",
    code: "A016",
    level: Level::Warn,
    since: "0.1.0",
    summary: "The article holds a control character",
    explanation: "Escape, backspace, form feed, delete and their like, and the controls U+0080 to U+009F, mean something to a terminal or a printer and nothing in an article.\n\
        They are what a conversion left behind; U+0085 to U+0097 are often marks of Windows-1252 read as Latin-1: ellipses, dashes, quotation marks.\n\
        Nothing is read into them, and they are shown escaped.",
    examples: &[
        Example {
            accepted: true,
            title: "tabs and carriage returns",
            steps: &[Step::Article("Leaders meet\r\n\tThe leaders met.\r\n".as_bytes()), Step::NoRecord],
        },
        Example {
            accepted: false,
            title: "an escape sequence",
            steps: &[Step::Article("Leaders meet\nThe \u{1b}[1mleaders met.\n".as_bytes()), Step::NoRecord],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(text) = subject.text() else { return };
    for odd in subject.odd_characters().iter().filter(|odd| odd.oddity == Oddity::Control) {
        let Some(span) = odd.span().filter(|_| odd.character.is_ascii() || !is_misread(text, odd.at)) else { continue };
        findings
            .report(
                Place::ArticleSpan(span),
                format!("this is the control character U+{:04X}", u32::from(odd.character)),
            )
            .help("delete it, or put in its place what was meant");
    }
}

/// Whether a control above ASCII is part of a character that was read in the wrong encoding, which is another finding.
fn is_misread(text: &str, at: usize) -> bool {
    text.get(..at).is_some_and(|before| before.ends_with(['Â', 'Ã', 'â', '€']))
}
