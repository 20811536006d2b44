use chrono::NaiveDate;
use rapporteur_model::{Anchored, BlockKind, Date, Person, PersonId, Record, Span, Status, Summit};

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::person};
use crate::{
    document::span,
    reading::{country_of_city, month_in_short, weekday},
};
/// A caption gives another day or city for a meeting than the body.
pub(super) static RULE: Rule = Rule {
    name: "caption-against-body",
    code: "A027",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A caption gives another day or city for a meeting than the body",
    explanation: "A caption names the leaders of one meeting of the record, and a weekday, a date or a city that is not the meeting's.\n\
        Captions are written in a hurry and are often of another day; the body is believed, and the caption changes nothing in the record.\n\
        Compare the article with where it came from: either the caption is wrong, or its picture shows another meeting.\n\
        Captions of file pictures are not looked at; where the leaders met more than once, the caption fits one of the meetings or is told.",
    examples: &[
Example { accepted: true, title: "the same day and city", steps: &[Step::Article("Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\n\nNorwegian President Ada Quill, left, and Canadian Prime Minister Tom Reed meet in Oslo on Thursday. (Nordlys/Pool)\n\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n\nThey talked about prices for an hour and went to see the ships.\n".as_bytes()), Step::NoRecord] },
Example { accepted: false, title: "another weekday", steps: &[Step::Article("Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\n\nNorwegian President Ada Quill, left, and Canadian Prime Minister Tom Reed meet in Oslo on Tuesday. (Nordlys/Pool)\n\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n\nThey talked about prices for an hour and went to see the ships.\n".as_bytes()), Step::NoRecord] },
Example { accepted: false, title: "another date", steps: &[Step::Article("Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\n\nNorwegian President Ada Quill, left, and Canadian Prime Minister Tom Reed meet in Oslo on Oct. 28, 2025. (Nordlys/Pool)\n\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n\nThey talked about prices for an hour and went to see the ships.\n".as_bytes()), Step::NoRecord] },
Example { accepted: false, title: "another city", steps: &[Step::Article("Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\n\nNorwegian President Ada Quill, left, and Canadian Prime Minister Tom Reed meet in Bergen on Thursday. (Nordlys/Pool)\n\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n\nThey talked about prices for an hour and went to see the ships.\n".as_bytes()), Step::NoRecord] },
    ],
    check,
};

/// So many captions are looked at.
const MOST_CAPTIONS: usize = 16;

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(document) = subject.document() else { return };
    let captions = document.blocks().iter().filter(|block| block.kind == BlockKind::Caption);
    let mut captions = captions.take(MOST_CAPTIONS).map(|block| block.span).peekable();
    if captions.peek().is_none() {
        return;
    }
    // A record that a person has confirmed knows better which day the body gives.
    let bound = subject.bound().map(|(_, record)| record);
    let Some(record) = bound.or_else(|| subject.reading().map(|reading| &reading.record)) else { return };
    for caption in captions {
        let words = caption.slice(document.text()).unwrap_or_default();
        if is_of_the_file(words) {
            continue;
        }
        // Where these leaders met more than once, the caption may be of any of the meetings.
        let against =
            |summit: &Summit| other_day(words, caption, summit).or_else(|| other_city(words, caption, summit));
        let mut summits = summits_of(record, caption).peekable();
        let first = summits.peek().copied();
        let mut all = summits.map(against);
        let Some(summit) = first else { continue };
        let found = all.next().flatten().filter(|_| all.all(|other| other.is_some()));
        if let Some((span, message)) = found {
            let finding = findings.report(Place::ArticleSpan(span), message);
            let body = [
                summit.begins.as_ref().and_then(|begins| begins.time.anchor()),
                summit.locality.as_ref().and_then(Anchored::anchor),
                summit.status.anchor(),
            ];
            let body = body.into_iter().flatten().map(|anchor| anchor.span).find(|span| !caption.overlaps(*span));
            if let Some(body) = body.filter(|span| span.slice(document.text()).is_some()) {
                finding.also(Place::ArticleSpan(body), "the body says so here");
            }
            finding.help("compare the caption with where it came from; the body is believed");
        }
    }
}

/// Whether the picture is an old one.
fn is_of_the_file(words: &str) -> bool {
    ["file", "File", "FILE", "archive", "Archive", "earlier"].iter().any(|word| words.contains(word))
}

/// The meetings of the record that were held and whose leaders the caption names.
fn summits_of(record: &Record, caption: Span) -> impl Iterator<Item = &Summit> {
    let names = move |person: &Person| {
        let first = person.mentions.partition_point(|mention| mention.span.start() < caption.start());
        person.mentions.get(first).is_some_and(|mention| caption.contains(mention.span))
    };
    let is_named = move |id: PersonId| person(record, id).is_some_and(names);
    record.summits.iter().filter(move |summit| {
        *summit.status.value() == Status::Held
            && summit.participants.len() > 1
            && summit.participants.iter().all(|participant| participant.person.is_some_and(is_named))
    })
}

/// The day of the caption, if it is one and not one of the meeting's.
fn other_day(words: &str, caption: Span, summit: &Summit) -> Option<(Span, String)> {
    let begins = summit.begins.as_ref()?.time.value().date()?;
    let last = summit.ends.as_ref().and_then(|ends| ends.value().date()).unwrap_or(begins);
    let mut months = words_of(words).filter_map(|(at, word)| Some((at, month_in_short(word)?)));
    if let (Some((at, month)), None) = (months.next(), months.next()) {
        let (start, end, day) = day_beside(words, at)?;
        let is_within = days_of(begins, last).any(|date| (date.month(), date.day()) == (month, day));
        let span = within(caption, start, end)?;
        return (!is_within).then(|| (span, format!("the caption gives this day, and the body {begins}")));
    }
    let weekdays = words_of(words).filter_map(|(at, word)| Some((at, word, weekday(word)?)));
    let mut weekdays = weekdays.peekable();
    let (at, word, weekday) = weekdays.next().filter(|_| weekdays.peek().is_none())?;
    let is_within = days_of(begins, last).any(|date| date.weekday() == weekday);
    let span = within(caption, at, at + word.len())?;
    (!is_within).then(|| (span, format!("the caption gives this day, and the body {:?}, {begins}", begins.weekday())))
}

/// The first days from one to another; no meeting is longer than these.
fn days_of(first: Date, last: Date) -> impl Iterator<Item = Date> {
    let first = NaiveDate::from(first);
    let last = NaiveDate::from(last).max(first);
    first.iter_days().take(7).take_while(move |date| *date <= last).filter_map(|date| Date::try_from(date).ok())
}

/// The city behind "in", if the atlas knows it, and it is not the meeting's, which the caption does not name.
fn other_city(words: &str, caption: Span, summit: &Summit) -> Option<(Span, String)> {
    let city = summit.locality.as_ref()?.value();
    if words.contains(city.as_str()) {
        return None;
    }
    words.match_indices(" in ").find_map(|(at, opening)| {
        let start = at + opening.len();
        let (length, _) = phrases(&words[start..]).find(|(_, phrase)| country_of_city(phrase).is_some())?;
        Some((within(caption, start, start + length)?, format!("the caption gives this city, and the body {city}")))
    })
}

/// The first three words of a text, the first two, and the first, each with its length, where no mark but a stop or a
/// hyphen is in them.
fn phrases(rest: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_end = |letter: char| !letter.is_alphanumeric() && !matches!(letter, ' ' | '-' | '.' | '\'' | '’');
    let clause = rest.split(is_end).next().unwrap_or_default();
    (1..=3).rev().filter_map(move |count| {
        let end = clause.match_indices(' ').nth(count - 1).map_or(clause.len(), |(end, _)| end);
        let phrase = clause.get(..end)?.trim_end_matches('.');
        Some((phrase.len(), phrase))
    })
}

/// The words of a text, each with its offset.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(|letter: char| !letter.is_alphanumeric()).filter_map(move |word| {
        let start = at;
        // Behind a word stands one character that is none, or the end.
        at += word.len();
        at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}

/// The day of the month that stands beside the month at `at`: where the date begins and ends, and the day.
fn day_beside(text: &str, at: usize) -> Option<(usize, usize, u8)> {
    let words = || words_of(text);
    let index = words().position(|(start, _)| start == at)?;
    let (_, month) = words().nth(index)?;
    let day = |word: &str| {
        let digits = word.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
        digits.parse::<u8>().ok().filter(|day| (1..=31).contains(day))
    };
    if let Some((start, word)) = words().nth(index + 1)
        && let Some(day) = day(word)
    {
        return Some((at, start + word.len(), day));
    }
    let (start, word) = words().nth(index.checked_sub(1)?)?;
    Some((start, at + month.len(), day(word)?))
}

/// A range of a caption's words as a span of the text.
fn within(caption: Span, start: usize, end: usize) -> Option<Span> {
    let before = caption.start() as usize;
    span(before + start, before + end)
}
