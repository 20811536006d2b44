use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::Oddity};
use crate::document::span;
/// Text was read in the wrong encoding.
pub(super) static RULE: Rule = Rule {
    name: "mojibake",
    code: "A019",
    level: Level::Warn,
    since: "0.1.0",
    summary: "Text was read in the wrong encoding",
    explanation: "UTF-8 that was read as Windows-1252 shows as pairs and triples that no language writes: `â€œ` for an opening quotation mark, `Ã©` for é.\n\
        Quotation marks that look so are none, and the words between them are not read as somebody's.\n\
        So do the quotation marks of GBK that was read as Latin-1: `¡°` and `¡±`.\n\
        Undo it: encode the text as it was read, and read it as what it is.\n\
        Only what decodes to a letter or a mark of news text is told.",
    examples: &[
        Example {
            accepted: true,
            title: "letters that only resemble it",
            steps: &[
                Step::Article("Leaders meet\nIn SÃO PAULO they met; Ângela went to a château.\n".as_bytes()),
                Step::NoRecord,
            ],
        },
        Example {
            accepted: false,
            title: "a letter read as two",
            steps: &[Step::Article("Leaders meet\nThey met in a cafÃ© in Oslo.\n".as_bytes()), Step::NoRecord],
        },
        Example {
            accepted: false,
            title: "an opening mark of GBK",
            steps: &[Step::Article("Leaders meet\n¡°We agree, she said.\n".as_bytes()), Step::NoRecord],
        },
        Example {
            accepted: false,
            title: "an apostrophe read as three",
            steps: &[Step::Article("Leaders meet\nThey met at the kingâ€™s.\n".as_bytes()), Step::NoRecord],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(text) = subject.text() else { return };
    let leads = subject.odd_characters().iter().filter(|odd| odd.oddity == Oddity::Lead);
    let mut found = leads.filter_map(|odd| {
        let (character, length) = text.get(odd.at..).and_then(misread)?;
        let is_capital_before = text[..odd.at].ends_with(char::is_uppercase);
        Some((span(odd.at, odd.at + length).filter(|_| !is_capital_before)?, character))
    });
    // All of an article was read in one encoding, so that one finding says it.
    let Some((span, character)) = found.next() else { return };
    let finding =
        findings.report(Place::ArticleSpan(span), format!("this is `{character}`, read in the wrong encoding"));
    let others = found.count();
    if others > 0 {
        finding.note(format!("{others} more places of the article look so"));
    }
    finding.help("encode the text as Windows-1252, and read it as the UTF-8, or GBK, that it is");
}

/// The character whose bytes in UTF-8 these characters are in Windows-1252, and how many bytes they take here.
fn misread(rest: &str) -> Option<(char, usize)> {
    let mut characters = rest.chars();
    let mut next = || {
        let character = characters.next()?;
        Some((windows_byte(character)?, character.len_utf8()))
    };
    let (lead, mut length) = next()?;
    if lead == 0xa1 {
        let (trail, width) = next()?;
        return Some((chinese_mark(trail)?, length + width));
    }
    let mut bytes = [lead, 0, 0];
    let count = if lead == 0xe2 { 3 } else { 2 };
    for byte in &mut bytes[1..count] {
        let (continuation, width) = next()?;
        *byte = continuation;
        length += width;
    }
    let character = str::from_utf8(&bytes[..count]).ok()?.chars().next()?;
    Some((character, length))
}

/// The quotation mark that the byte 0xa1 and this one are in GBK.
fn chinese_mark(trail: u8) -> Option<char> {
    Some(match trail {
        0xae => '‘',
        0xaf => '’',
        0xb0 => '“',
        0xb1 => '”',
        _ => return None,
    })
}

/// The byte of a character in Windows-1252, for the characters above ASCII.
fn windows_byte(character: char) -> Option<u8> {
    /// What the bytes 0x80 to 0x9f are; those that are nothing stand for themselves.
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    if let '\u{80}'..='\u{ff}' = character {
        return u8::try_from(u32::from(character)).ok();
    }
    let at = HIGH.iter().position(|high| *high == character)?;
    u8::try_from(at).ok().map(|at| 0x80 + at)
}
