//! What is kept of an article for comparing it with others: numbers and spans, no words.

use rapporteur_model::{
    Anchored, Basis, BlockKind, Country, Date, LocalTime, Mode, OfficeClass, Person, PersonId, Record, Span, Statement,
    StatementKind, Status, Summit,
};
use serde::{Deserialize, Serialize};

use super::{
    super::Subject,
    folding::{self, Hasher, NameWords},
    sketch::{Sketch, Sketching},
};

/// An article and its record in some hundred bytes, for [`across`](super::across).
///
/// It is of the record beside the article where that fits it, and otherwise of what the reader reads. Of a record that
/// is longer than any article's, only the beginning is kept.
///
/// It can be written down, in a form that only the program that wrote it is sure to understand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Abstract {
    /// The hash of what the record calls itself.
    pub(crate) id: u64,
    /// What the article says at all; `None` where it is no text or an empty one.
    pub(crate) text: Option<TextKey>,
    pub(crate) sketch: Option<Box<Sketch>>,
    /// The day of publication, counted from the first of the year 1.
    pub(crate) published: Option<i32>,
    pub(crate) holders: Box<[HolderKey]>,
    pub(crate) meetings: Box<[MeetingKey]>,
    pub(crate) quotations: Box<[QuotationKey]>,
    pub(crate) quantities: Box<[QuantityKey]>,
}

/// What makes two articles the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct TextKey {
    /// Of the words of the body, or of all bytes where there are few words.
    pub(crate) body: u64,
    /// Of all bytes.
    pub(crate) bytes: u64,
}

/// A person in an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct HolderKey {
    /// What the spellings of the name have in common.
    pub(crate) sound: u64,
    /// The spelling of the name, which never is 0; 0 where it is in capitals only.
    pub(crate) spelling: u64,
    pub(crate) name: NameWords,
    pub(crate) class: OfficeClass,
    pub(crate) country: Country,
    /// The title's words.
    pub(crate) title: u64,
    /// Whether the words of the article say both title and country, and only one person at a time can hold the office.
    pub(crate) is_sole: bool,
    pub(crate) span: Span,
}

/// A meeting that was held on a known day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct MeetingKey {
    /// The countries that met, in whatever order.
    pub(crate) countries: u64,
    /// Counted from the first of the year 1.
    pub(crate) day: i32,
    /// The minute of the day, where one is told.
    pub(crate) minute: Option<u16>,
    /// Hashes of words; 0 where nothing is told.
    pub(crate) locality: u64,
    pub(crate) occasion: u64,
    pub(crate) mode: Mode,
    /// Those who met, ordered by their countries: the first two.
    pub(crate) leaders: [NameWords; 2],
    pub(crate) span: Span,
}

/// Direct words and who said them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct QuotationKey {
    pub(crate) words: u64,
    pub(crate) speaker: NameWords,
    pub(crate) span: Span,
}

/// A quantity among its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct QuantityKey {
    /// The unit and the words around.
    pub(crate) setting: u64,
    pub(crate) value: u64,
    pub(crate) span: Span,
}

/// So many people, meetings, quotations and quantities of one article are kept each.
const MOST: usize = 256;

/// A body of fewer words is no article's whole, but what many articles say alike.
const LEAST_WORDS: usize = 20;

/// Fewer words are said by many.
const LEAST_QUOTED: usize = 6;

impl Abstract {
    /// The abstract of an article and its record.
    pub fn of(subject: &Subject<'_>) -> Self {
        let mut id = Hasher::default();
        subject.id().chars().for_each(|character| id.add(character.into()));
        let bare = Self {
            id: id.finish(),
            text: None,
            sketch: None,
            published: None,
            holders: Box::default(),
            meetings: Box::default(),
            quotations: Box::default(),
            quantities: Box::default(),
        };
        let kept = subject.sound().or_else(|| Some((subject.text()?, &subject.reading()?.record)));
        let Some((text, record)) = kept else { return bare };
        // What a record that does not fit its text says of the head and the body is not to be relied on, but this one fits.
        let (words, sketch) = words_and_sketch(body(text, record));
        Self {
            text: (!text.trim().is_empty()).then(|| text_key(words, record)),
            sketch: sketch.map(Box::new),
            published: record.article.published.as_ref().and_then(|stamp| stamp.time.value().date()).map(day),
            holders: record.people.iter().flat_map(|person| holders(text, person)).take(MOST).collect(),
            meetings: record.summits.iter().filter_map(|summit| meeting(record, summit)).take(MOST).collect(),
            quotations: record.statements.iter().flat_map(|told| quotations(record, told)).take(MOST).collect(),
            quantities: quantities(text, record),
            ..bare
        }
    }
}

/// A day as a number.
fn day(date: Date) -> i32 {
    use chrono::Datelike;

    chrono::NaiveDate::from(date).num_days_from_ce()
}

/// From the first paragraph to the end of the last: the article without its head and whatever stands below it.
fn body<'t>(text: &'t str, record: &Record) -> &'t str {
    let is_said = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::SpeakerLabel);
    let mut said = record.article.blocks.iter().filter(|block| is_said(block.kind)).map(|block| block.span);
    let first = said.next();
    let last = said.next_back().or(first);
    first.zip(last).and_then(|(first, last)| first.cover(last).slice(text)).unwrap_or_default()
}

/// One hash for all words of a body and how many they are, and its sketch.
fn words_and_sketch(body: &str) -> ((u64, usize), Option<Sketch>) {
    let (mut hash, mut count) = (0, 0);
    let mut sketching = Sketching::default();
    folding::each_word(body, |word| {
        hash = folding::join(hash, word);
        count += 1;
        sketching.add(word);
    });
    ((hash, count), sketching.finish())
}

fn text_key((words, count): (u64, usize), record: &Record) -> TextKey {
    let digits = record.source.sha256.as_str().get(..16).unwrap_or_default();
    let bytes = u64::from_str_radix(digits, 16).unwrap_or_default();
    TextKey { body: if count < LEAST_WORDS { bytes } else { words }, bytes }
}

/// The hash of what an anchored value's words are, capitals and accents aside; 0 where there is none.
fn word_key(value: Option<&Anchored<String>>) -> u64 {
    value.map_or(0, |value| folding::words(value.value()).0.max(1))
}

fn name(person: &Person) -> &str {
    person.name.as_ref().map_or("", |name| name.value())
}

/// Words before a title by which somebody is not its only holder: who stands in, and who held it or will.
const NOT_THE_HOLDER: [&str; 10] =
    ["acting", "caretaker", "designated", "former", "incoming", "interim", "late", "outgoing", "past", "then"];

/// Whether a word shortly before a title, as in "acting Norwegian President", says that its bearer is not the office's
/// only holder.
fn is_another_holder(text: &str, title: &Anchored<String>) -> bool {
    /// So many bytes are looked at.
    const BEFORE: usize = 48;
    /// Words from the title.
    const WORDS: usize = 3;

    let Some(span) = title.anchor().map(|anchor| anchor.span) else { return false };
    let end = span.range().start.min(text.len());
    let bytes = &text.as_bytes()[end.saturating_sub(BEFORE)..end];
    let clause = bytes.rsplit(|byte| matches!(byte, b'.' | b',' | b';' | b':' | b'\n')).next().unwrap_or_default();
    let words = clause.rsplit(|byte| !byte.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    let is_one = |word: &[u8]| NOT_THE_HOLDER.iter().any(|other| word.eq_ignore_ascii_case(other.as_bytes()));
    words.take(WORDS).any(is_one)
}

/// The offices of a person who is named in full.
fn holders<'r>(text: &'r str, person: &'r Person) -> impl Iterator<Item = HolderKey> + 'r {
    let has_country = person.offices.iter().any(|office| office.country.is_some());
    let sound = if has_country { folding::sound(name(person)) } else { None };
    let span = person.name.as_ref().and_then(Anchored::anchor).map(|anchor| anchor.span);
    let offices = person.offices.iter().filter(move |_| sound.is_some());
    offices.filter_map(move |office| {
        let country = office.country.as_ref()?;
        let (title, words) = folding::words(office.title.value());
        let is_stated = |basis| basis == Some(Basis::Stated);
        let class = *office.class.value();
        let is_sole = match class {
            OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment => true,
            // "Minister" alone can be any of them.
            OfficeClass::Minister => words > 1,
            _ => false,
        };
        Some(HolderKey {
            sound: sound?,
            spelling: folding::spelling(name(person)).unwrap_or_default(),
            name: NameWords::of(name(person)),
            class,
            country: *country.value(),
            title,
            is_sole: is_sole
                && is_stated(office.title.basis())
                && is_stated(country.basis())
                && !is_another_holder(text, &office.title),
            span: span?,
        })
    })
}

fn meeting(record: &Record, summit: &Summit) -> Option<MeetingKey> {
    let begins = *summit.begins.as_ref()?.time.value();
    let is_held = *summit.status.value() == Status::Held;
    let mut leaders: Vec<(Country, NameWords)> = Vec::new();
    for participant in &summit.participants {
        let person = participant.person.and_then(|id| person(record, id));
        leaders.push((*participant.country.as_ref()?.value(), NameWords::of(person.map_or("", name))));
    }
    leaders.sort_unstable();
    if !is_held || leaders.len() < 2 || leaders.windows(2).any(|pair| pair[0].0 == pair[1].0) {
        return None;
    }
    let mut countries = Hasher::default();
    let codes = leaders.iter().flat_map(|(country, _)| country.as_str().chars());
    codes.for_each(|letter| countries.add(letter.into()));
    let minute =
        |time: LocalTime| time.time_of_day().map(|time| u16::from(time.hour()) * 60 + u16::from(time.minute()));
    Some(MeetingKey {
        countries: countries.finish(),
        day: day(begins.date()?),
        minute: minute(begins),
        locality: word_key(summit.locality.as_ref()),
        occasion: word_key(summit.host_event.as_ref().or(summit.venue.as_ref())),
        mode: *summit.mode.value(),
        leaders: [leaders[0].1, leaders[1].1],
        span: summit.mentions.first()?.span,
    })
}

/// The person of an id. The list is in the order of the ids, as a rule has made sure.
fn person(record: &Record, id: PersonId) -> Option<&Person> {
    record.people.get(id.index())
}

/// The words of a person who is named, where they are direct. What somebody quotes in his own words is another's.
fn quotations(record: &Record, told: &Statement) -> impl Iterator<Item = QuotationKey> {
    let speaker = match told.speaker.as_ref().map(|speaker| speaker.people.as_slice()) {
        Some(&[id]) if told.kind == StatementKind::Direct && told.within.is_none() => person(record, id),
        _ => None,
    };
    let speaker = NameWords::of(speaker.map_or("", name));
    let parts = told.parts.iter().filter(move |_| speaker != NameWords::default());
    parts.filter_map(move |part| {
        let (words, count) = folding::words(&part.text);
        (count >= LEAST_QUOTED).then_some(QuotationKey { words, speaker, span: part.span })
    })
}

/// The quantities, each with the three words on either side of it.
fn quantities(text: &str, record: &Record) -> Box<[QuantityKey]> {
    let around = |words: &str, from_end: bool| {
        let mut near: Vec<&str> = if from_end {
            words.split_whitespace().rev().take(3).collect()
        } else {
            words.split_whitespace().take(3).collect()
        };
        if from_end {
            near.reverse();
        }
        near.iter().fold((0, 0), |(hash, count), word| {
            let (word, words) = folding::words(word);
            (folding::join(hash, word), count + words)
        })
    };
    let keys = record.quantities.iter().filter_map(|quantity| {
        let span = quantity.excerpt.span;
        // Words are short: so many bytes hold three of nearly all texts.
        let from = text.floor_char_boundary(span.range().start.saturating_sub(64));
        let to = text.ceil_char_boundary(span.range().end.saturating_add(64));
        let (before, before_words) = around(text.get(from..span.range().start)?, true);
        let (after, after_words) = around(text.get(span.range().end..to)?, false);
        let unit = folding::words(&quantity.unit).0;
        let mut value = Hasher::default();
        quantity.value.as_str().chars().for_each(|digit| value.add(digit.into()));
        (before_words + after_words >= 3).then(|| QuantityKey {
            setting: folding::join(folding::join(before, after), unit),
            value: value.finish(),
            span,
        })
    });
    keys.take(MOST).collect()
}
