//! What several rules look up, each at the cost of a step or a search by halves.

use chrono::NaiveDate;
use rapporteur_model::{
    Anchor, BlockKind, Date, Excerpt, Party, Person, PersonId, Record, Span, Statement, StatementId, Summit, SummitId,
};

use super::{Diagnostic, Place, Subject};

/// The person of this id. People are found by their place; a list that is not numbered by it is another rule's finding.
pub(super) fn person(record: &Record, id: PersonId) -> Option<&Person> {
    record.people.get(id.index()).filter(|person| person.id == id)
}

/// The summit of this id, found by its place.
pub(super) fn summit(record: &Record, id: SummitId) -> Option<&Summit> {
    record.summits.get(id.index()).filter(|summit| summit.id == id)
}

/// The statement of this id, found by its place.
pub(super) fn statement(record: &Record, id: StatementId) -> Option<&Statement> {
    record.statements.get(id.index()).filter(|statement| statement.id == id)
}

/// The people of a party; none where there is no party.
pub(super) fn people(party: Option<&Party>) -> &[PersonId] {
    party.map_or(&[], |party| &party.people)
}

/// Whether two lists of people, each in the order of ids, name somebody of whom both know.
pub(super) fn share(one: &[PersonId], other: &[PersonId]) -> bool {
    let mut others = other.iter().peekable();
    one.iter().any(|id| {
        while others.next_if(|other| *other < id).is_some() {}
        others.peek() == Some(&id)
    })
}

/// Whether one of the excerpts, which stand in order, holds the span.
pub(super) fn holds(parts: &[Excerpt], span: Span) -> bool {
    let after = parts.partition_point(|part| part.span.start() <= span.start());
    after.checked_sub(1).is_some_and(|at| parts[at].span.contains(span))
}

/// The kind of the block that holds a byte, where the record's blocks tile the text, and the block's own span.
pub(super) fn block_at(record: &Record, offset: u32) -> Option<(BlockKind, Span)> {
    let blocks = &record.article.blocks;
    let after = blocks.partition_point(|block| block.span.start() <= offset);
    let block = blocks.get(after.checked_sub(1)?)?;
    (offset < block.span.end()).then_some((block.kind, block.span))
}

/// How many days `date` lies after `other`.
pub(super) fn days_after(date: Date, other: Date) -> i64 {
    (NaiveDate::from(date) - NaiveDate::from(other)).num_days()
}

/// The day on which the article says that it was published.
pub(super) fn published(record: &Record) -> Option<(Date, &Anchor)> {
    let time = &record.article.published.as_ref()?.time;
    Some((time.value().date()?, time.anchor()?))
}

/// Says something at words of the article, where the record is the article's and the words stand in it.
pub(super) fn show(finding: &mut Diagnostic, subject: &Subject<'_>, span: Span, label: impl Into<String>) {
    if subject.bound().is_some_and(|(text, _)| span.slice(text).is_some()) {
        finding.also(Place::ArticleSpan(span), label);
    }
}

/// A character that seldom belongs into an article, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OddCharacter {
    /// The offset of its first byte.
    pub(super) at: usize,
    /// The character.
    pub(super) character: char,
    /// What is odd about it.
    pub(super) oddity: Oddity,
}

impl OddCharacter {
    /// Its span.
    pub(super) fn span(self) -> Option<Span> {
        crate::document::span(self.at, self.at + self.character.len_utf8())
    }
}

/// What is odd about a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Oddity {
    /// It controls a device: all controls but tab, line feed and carriage return, and NUL, which makes a file binary.
    Control,
    /// It turns the direction of writing, or ends that.
    Direction,
    /// It stands for bytes that could not be read.
    Replacement,
    /// It has no width.
    Invisible,
    /// It can begin a character that was read in the wrong encoding.
    Lead,
}

/// The odd characters of a text, in order.
pub(super) fn odd_characters(text: &str) -> Vec<OddCharacter> {
    /// The bytes that an odd character can begin with.
    const OPENS_ODD: [bool; 256] = {
        let mut opens = [false; 256];
        let mut byte = 0;
        while byte < 256 {
            opens[byte] = matches!(byte, 0x01..=0x09 | 0x0b..0x20 | 0x7f | 0xc2 | 0xc3 | 0xe2 | 0xef);
            byte += 1;
        }
        opens
    };
    let bytes = text.as_bytes();
    let can_open_odd = |byte: &u8| OPENS_ODD[usize::from(*byte)];
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = bytes.get(at..).and_then(|rest| rest.iter().position(can_open_odd)) {
        at += next;
        let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        let oddity = match character {
            '\t' | '\r' => None,
            '\u{1}'..'\u{20}' | '\u{7f}'..='\u{9f}' => Some(Oddity::Control),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(Oddity::Direction),
            '\u{fffd}' => Some(Oddity::Replacement),
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => Some(Oddity::Invisible),
            '¡' | 'Â' | 'Ã' | 'â' => Some(Oddity::Lead),
            _ => None,
        };
        found.extend(oddity.map(|oddity| OddCharacter { at, character, oddity }));
        at += character.len_utf8();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_characters_are_found_where_they_stand() {
        let found: Vec<_> = odd_characters("a\tb\u{1b}é\u{200b}\r\n\u{fffd}â\u{202e}“\u{85}")
            .iter()
            .map(|odd| (odd.at, odd.oddity))
            .collect();
        let expected = [
            (3, Oddity::Control),
            (6, Oddity::Invisible),
            (11, Oddity::Replacement),
            (14, Oddity::Lead),
            (16, Oddity::Direction),
            (22, Oddity::Control),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn lists_of_people_share_whom_both_name() {
        let ids = |indexes: &[usize]| indexes.iter().map(|&index| PersonId::from_index(index)).collect::<Vec<_>>();
        assert!(share(&ids(&[0, 2]), &ids(&[1, 2])));
        assert!(!share(&ids(&[0, 2]), &ids(&[1, 3])));
        assert!(!share(&ids(&[]), &ids(&[1])));
    }
}
