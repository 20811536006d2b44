//! What two records say differently, item by item and slot by slot.

use std::collections::{HashMap, VecDeque};

use rapporteur_model::{
    Anchored, Article, Excerpt, Party, Person, PersonId, Quantity, Record, Statement, StatementId, Summit, SummitId,
};
use serde::Serialize;

use super::matching::{Matching, Pairs, Positions, surplus};
use crate::{
    escape,
    facts::{grounds, quote, quoted, shortened, value, word},
};

/// One difference, in words that are escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it is about: `statement 3`.
    pub subject: String,
    /// What about it: `speaker`, or empty where it is about all of it.
    pub slot: String,
    /// What the old record says; `None` where it says nothing.
    pub old: Option<String>,
    /// What the new record says; `None` where it says nothing.
    pub new: Option<String>,
}

/// What the new record says otherwise than the old one, in the order of a record. People, summits, statements and
/// quantities are matched by what they say, so that what only has another number or other offsets is no difference.
pub fn compare(old: &Record, new: &Record) -> Vec<Change> {
    let matching = Matching::of(old, new);
    let sides = (Side::old(old, &matching), Side::new(new));
    let mut changes = Vec::new();
    slots("article", article(old), article(new), &mut changes);
    blocks(old, new, &mut changes);
    items("person", &old.people, &new.people, &matching.people, &sides, title_of_person, person, &mut changes);
    for (index, old_person, new_person) in matched(&old.people, &new.people, &matching.people) {
        let subject = format!("person {}", index + 1);
        mentions(&subject, &old_person.mentions, &new_person.mentions, &mut changes);
    }
    items("summit", &old.summits, &new.summits, &matching.summits, &sides, title_of_summit, summit, &mut changes);
    for (index, old_summit, new_summit) in matched(&old.summits, &new.summits, &matching.summits) {
        let subject = format!("summit {}", index + 1);
        mentions(&subject, &old_summit.mentions, &new_summit.mentions, &mut changes);
    }
    items(
        "statement",
        &old.statements,
        &new.statements,
        &matching.statements,
        &sides,
        title_of_statement,
        statement,
        &mut changes,
    );
    items(
        "quantity",
        &old.quantities,
        &new.quantities,
        &matching.quantities,
        &sides,
        title_of_quantity,
        quantity,
        &mut changes,
    );
    // What is said of one thing stands together, whatever it was that found it.
    let mut order: HashMap<String, usize> = HashMap::new();
    for change in &changes {
        let next = order.len();
        order.entry(change.subject.clone()).or_insert(next);
    }
    changes.sort_by_key(|change| order.get(&change.subject).copied());
    changes
}

/// A record with what its people, summits and statements are called in comparisons.
struct Side<'r> {
    record: &'r Record,
    positions: Positions,
    /// Where each stands in the new record, if it does; `None` for the new record itself.
    matching: Option<&'r Matching>,
}

/// What something is called: equal for equal things of both records.
fn called(pairs: Option<&Pairs>, index: usize) -> String {
    match pairs.map(|pairs| pairs.new_of.get(index).copied().flatten()) {
        None => index.to_string(),
        Some(Some(new)) => new.to_string(),
        Some(None) => format!("-{index}"),
    }
}

impl<'r> Side<'r> {
    fn old(record: &'r Record, matching: &'r Matching) -> Self {
        Self { record, positions: Positions::of(record), matching: Some(matching) }
    }

    fn new(record: &'r Record) -> Self {
        Self { record, positions: Positions::of(record), matching: None }
    }

    /// The person for comparison and for people.
    fn person(&self, id: PersonId) -> (String, String) {
        let index = self.positions.people.get(&id).copied();
        let Some((index, person)) = index.and_then(|index| Some((index, self.record.people.get(index)?))) else {
            return (format!("!{id}"), id.to_string());
        };
        (called(self.matching.map(|matching| &matching.people), index), name_of(person))
    }

    fn people(&self, ids: &[PersonId]) -> (String, String) {
        let (keys, names): (Vec<String>, Vec<String>) = ids.iter().map(|id| self.person(*id)).unzip();
        (keys.join(" "), names.join(", "))
    }

    fn summit(&self, id: SummitId) -> Said {
        let index = self.positions.summits.get(&id).copied();
        let Some((index, summit)) = index.and_then(|index| Some((index, self.record.summits.get(index)?))) else {
            return Said::by_key(format!("!{id}"), id.to_string());
        };
        Said::by_key(called(self.matching.map(|matching| &matching.summits), index), title_of_summit(summit, self))
    }

    fn statement(&self, id: StatementId) -> Said {
        let index = self.positions.statements.get(&id).copied();
        let Some((index, statement)) = index.and_then(|index| Some((index, self.record.statements.get(index)?))) else {
            return Said::by_key(format!("!{id}"), id.to_string());
        };
        let shown = statement.parts.first().map_or_else(|| id.to_string(), quoted);
        Said::by_key(called(self.matching.map(|matching| &matching.statements), index), shown)
    }
}

/// What a slot holds.
struct Said {
    /// Equal where both say the same.
    key: String,
    /// For people.
    bare: String,
    /// With all that could differ where the bare words do not.
    full: String,
}

impl Said {
    fn words(words: String) -> Self {
        Self { key: words.clone(), full: words.clone(), bare: words }
    }

    fn by_key(key: String, shown: String) -> Self {
        Self { key, full: shown.clone(), bare: shown }
    }
}

/// A slot: its name, and what it holds.
type Slot = (String, Said);

fn anchored<T: Serialize>(name: &str, anchored: Option<&Anchored<T>>) -> Option<Slot> {
    let value = value(anchored?);
    let bare = shortened_word(&value.bare);
    Some((name.to_owned(), Said { key: value.line.clone() + &value.bare, bare, full: value.line }))
}

/// A value that is already escaped, not too long.
fn shortened_word(word: &str) -> String {
    const MOST: usize = 80;
    match word.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &word[..end]),
        None => word.to_owned(),
    }
}

/// Words of which all count and the first and last are shown.
fn long(words: &str) -> Said {
    const MOST: usize = 600;
    let full = match words.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", escape::text(&words[..end])),
        None => escape::text(words).into_owned(),
    };
    Said { key: words.to_owned(), bare: quote(&shortened(words)), full: quote(&full) }
}

/// The changes between the slots of one thing. Slots of the same name are paired in their order.
fn slots(subject: &str, old: Vec<Slot>, new: Vec<Slot>, changes: &mut Vec<Change>) {
    let mut left: HashMap<String, VecDeque<Said>> = HashMap::new();
    let names: Vec<String> = old.iter().map(|(name, _)| name.clone()).collect();
    for (name, said) in old {
        left.entry(name).or_default().push_back(said);
    }
    let mut push = |slot: String, old, new| changes.push(Change { subject: subject.to_owned(), slot, old, new });
    for (name, new) in new {
        match left.get_mut(&name).and_then(VecDeque::pop_front) {
            None => push(name, None, Some(new.bare)),
            Some(old) if old.key == new.key => {}
            Some(old) if old.bare == new.bare => push(name, Some(old.full), Some(new.full)),
            Some(old) => push(name, Some(old.bare), Some(new.bare)),
        }
    }
    for name in names {
        if let Some(old) = left.get_mut(&name).and_then(VecDeque::pop_front) {
            push(name, Some(old.bare), None);
        }
    }
}

/// What both have, with its place in the new list.
fn matched<'r, T>(old: &'r [T], new: &'r [T], pairs: &'r Pairs) -> impl Iterator<Item = (usize, &'r T, &'r T)> {
    let pairs = pairs.old_of.iter().zip(new).enumerate();
    pairs.filter_map(|(index, (old_index, new))| Some((index, old.get((*old_index)?)?, new)))
}

/// The changes of a list: of what both have its slots, of the rest that it came or went.
#[expect(clippy::too_many_arguments, reason = "the four lists of a record are told of in the same way")]
fn items<'r, T>(
    noun: &str,
    old: &'r [T],
    new: &'r [T],
    pairs: &Pairs,
    sides: &(Side<'r>, Side<'r>),
    title: impl Fn(&T, &Side<'r>) -> String,
    of: impl Fn(&T, &Side<'r>) -> Vec<Slot>,
    changes: &mut Vec<Change>,
) {
    for (index, item) in new.iter().enumerate() {
        let subject = format!("{noun} {}", index + 1);
        match pairs.old_of.get(index).copied().flatten().and_then(|old_index| old.get(old_index)) {
            Some(old_item) => slots(&subject, of(old_item, &sides.0), of(item, &sides.1), changes),
            None => {
                changes.push(Change { subject, slot: String::new(), old: None, new: Some(title(item, &sides.1)) });
            }
        }
    }
    for (index, item) in old.iter().enumerate() {
        if pairs.new_of.get(index).copied().flatten().is_none() {
            // Its number is that of the old record, where the new one may have another of this number.
            let subject = format!("old {noun} {}", index + 1);
            changes.push(Change { subject, slot: String::new(), old: Some(title(item, &sides.0)), new: None });
        }
    }
}

/// The words of mentions that came or went, each with how often.
fn mentions(subject: &str, old: &[Excerpt], new: &[Excerpt], changes: &mut Vec<Change>) {
    let shown = |(words, count): (&str, usize)| {
        let words = quote(&shortened(words));
        if count == 1 { words } else { format!("{words} ×{count}") }
    };
    let mut push = |old: Option<String>, new: Option<String>| {
        changes.push(Change { subject: subject.to_owned(), slot: "mention".to_owned(), old, new });
    };
    for gone in surplus(old, new) {
        push(Some(shown(gone)), None);
    }
    for come in surplus(new, old) {
        push(None, Some(shown(come)));
    }
}

fn article(record: &Record) -> Vec<Slot> {
    let Article { prefix_date, headline, published, updated, dateline, byline, language, .. } = &record.article;
    let stamp = |name: &str, stamp: &Option<rapporteur_model::Stamp>| {
        let (name, mut said) = anchored(name, stamp.as_ref().map(|stamp| &stamp.time))?;
        with_tail(&mut said, stamp.as_ref().and_then(|stamp| stamp.zone.as_deref()).map(|zone| format!("zone {zone}")));
        Some((name, said))
    };
    let source = &record.source;
    let text = Said::by_key(source.sha256.to_string(), format!("{} bytes", source.bytes));
    let text = Said { full: format!("{}, SHA-256 {:.12}…", text.bare, source.sha256.to_string()), ..text };
    let slots = [
        Some(("review".to_owned(), Said::words(word(&record.review)))),
        Some(("text".to_owned(), text)),
        anchored("prefix date", prefix_date.as_ref()),
        anchored("headline", headline.as_ref()),
        stamp("published", published),
        stamp("updated", updated),
        anchored("dateline", dateline.as_ref()),
        anchored("byline", byline.as_ref()),
        language.as_ref().map(|language| ("language".to_owned(), Said::words(escape::text(language).into_owned()))),
    ];
    let allowed = record.allow.iter().map(|allowance| {
        let reason = Some(allowance.reason.as_str()).filter(|reason| !reason.trim().is_empty());
        let said = reason.map_or_else(|| Said::words("without a reason".to_owned()), long);
        (format!("allow {}", shortened_word(&escape::text(&allowance.rule))), said)
    });
    slots.into_iter().flatten().chain(allowed).collect()
}

fn with_tail(said: &mut Said, tail: Option<String>) {
    let Some(tail) = tail else { return };
    let tail = format!(", {}", escape::text(&tail));
    for words in [&mut said.key, &mut said.bare, &mut said.full] {
        words.push_str(&tail);
    }
}

/// Blocks have no words in a record, so they can only be compared where the text is the same.
fn blocks(old: &Record, new: &Record, changes: &mut Vec<Change>) {
    if old.source != new.source {
        return;
    }
    let of = |record: &Record| {
        let blocks = record.article.blocks.iter();
        blocks.map(|block| (format!("block at bytes {}", block.span), Said::words(word(&block.kind)))).collect()
    };
    slots("article", of(old), of(new), changes);
}

fn name_of(person: &Person) -> String {
    let name = person.name.as_ref().map(|name| shortened(name.value()));
    name.or_else(|| person.mentions.first().map(quoted)).unwrap_or_else(|| person.id.to_string())
}

fn title_of_person(person: &Person, _: &Side<'_>) -> String {
    let offices = person.offices.iter().take(4).map(|office| shortened_word(&value(&office.title).bare));
    std::iter::once(name_of(person)).chain(offices).collect::<Vec<_>>().join(", ")
}

fn person(person: &Person, _: &Side<'_>) -> Vec<Slot> {
    let mut slots: Vec<Slot> = anchored("name", person.name.as_ref()).into_iter().collect();
    for office in &person.offices {
        let title = value(&office.title);
        let mut said = Said::words(value(&office.class).bare);
        if let Some((_, country)) = anchored("country", office.country.as_ref()) {
            said = Said {
                key: format!("{}, {}", said.key, country.key),
                bare: format!("{}, {}", said.bare, country.bare),
                full: format!("{}, {}", said.full, country.full),
            };
        }
        slots.push((format!("office {}", shortened_word(&title.bare)), said));
    }
    slots
}

fn title_of_summit(summit: &Summit, side: &Side<'_>) -> String {
    // A title stands beside every statement of the summit, so it must not grow with it.
    let names = summit.participants.iter().take(4).map(|participant| match participant.person {
        Some(person) => side.person(person).1,
        None => quoted(&participant.excerpt),
    });
    let mut title = names.collect::<Vec<_>>().join(" and ");
    if title.is_empty() {
        title = summit.mentions.first().map(quoted).unwrap_or_default();
    }
    let begins = summit.begins.as_ref().map(|begins| value(&begins.time).bare);
    [Some(title), Some(value(&summit.status).bare), begins].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn summit(summit: &Summit, side: &Side<'_>) -> Vec<Slot> {
    let begins = summit.begins.as_ref().and_then(|begins| {
        let (name, mut said) = anchored("begins", Some(&begins.time))?;
        with_tail(&mut said, begins.part_of_day.map(|part| word(&part)));
        with_tail(&mut said, begins.zone.as_ref().map(|zone| format!("zone {zone}")));
        Some((name, said))
    });
    let slots = [
        anchored("status", Some(&summit.status)),
        anchored("mode", Some(&summit.mode)),
        Some(("layout".to_owned(), Said::words(word(&summit.layout)))),
        begins,
        anchored("ends", summit.ends.as_ref()),
        anchored("minutes", summit.duration_minutes.as_ref()),
        anchored("venue", summit.venue.as_ref()),
        anchored("locality", summit.locality.as_ref()),
        anchored("region", summit.region.as_ref()),
        anchored("country", summit.country.as_ref()),
        anchored("event", summit.host_event.as_ref()),
    ];
    let mut slots: Vec<Slot> = slots.into_iter().flatten().collect();
    for participant in &summit.participants {
        let name = participant.person.map_or_else(|| quoted(&participant.excerpt), |person| side.person(person).1);
        let role = participant.role.anchor().map(|_| &participant.role);
        let held = [
            anchored("country", participant.country.as_ref()),
            anchored("organization", participant.organization.as_ref()),
            anchored("role", role),
        ];
        let mut all = Said { key: String::new(), bare: String::new(), full: String::new() };
        for (_, said) in held.into_iter().flatten() {
            for (whole, part) in [(&mut all.key, &said.key), (&mut all.bare, &said.bare), (&mut all.full, &said.full)] {
                let separator = if whole.is_empty() { "" } else { ", " };
                *whole = format!("{whole}{separator}{part}");
            }
        }
        if all.bare.is_empty() {
            all.bare = quoted(&participant.excerpt);
            all.full.clone_from(&all.bare);
        }
        slots.push((format!("participant {name}"), all));
    }
    for delegation in &summit.delegations {
        let side_name = delegation.country.as_ref().map_or_else(|| "no side".to_owned(), |side| value(side).bare);
        let closed = match delegation.complete {
            Some(true) => "closed: ",
            Some(false) => "open: ",
            None => "",
        };
        let (keys, names) = side.people(&delegation.members);
        let said = Said::by_key(format!("{closed}{keys}"), format!("{closed}{names}"));
        slots.push((format!("delegation of {side_name}"), said));
    }
    for meal in &summit.meals {
        let said = Said::words(format!("{} {}", word(&meal.relation), quoted(&meal.excerpt)));
        slots.push((word(&meal.kind), said));
    }
    slots
}

fn party(name: &str, party: Option<&Party>, side: &Side<'_>) -> Option<Slot> {
    let Party { people, anchor } = party?;
    let (keys, names) = side.people(people);
    let words = shortened(&anchor.text);
    let bare = if names.is_empty() || names == words { words } else { format!("{words} [{names}]") };
    let grounds = grounds(anchor);
    let key = format!("{} {keys} {grounds}", anchor.text);
    Some((name.to_owned(), Said { key, full: format!("{bare}{grounds}"), bare }))
}

fn title_of_statement(statement: &Statement, side: &Side<'_>) -> String {
    let speaker =
        party("speaker", statement.speaker.as_ref(), side).map_or_else(|| "nobody".to_owned(), |(_, said)| said.bare);
    let cue = statement.cue.as_ref().map(|cue| shortened(&cue.text)).unwrap_or_default();
    let words: Vec<String> = statement.parts.iter().take(4).map(quoted).collect();
    format!("{}: {speaker} {cue} {}", word(&statement.kind), words.join(" ")).replace("  ", " ")
}

fn statement(statement: &Statement, side: &Side<'_>) -> Vec<Slot> {
    let words: Vec<&str> = statement.parts.iter().map(|part| part.text.as_str()).collect();
    let link = |name: &str, link: Option<StatementId>| link.map(|link| (name.to_owned(), side.statement(link)));
    let slots = [
        Some(("kind".to_owned(), Said::words(word(&statement.kind)))),
        party("speaker", statement.speaker.as_ref(), side),
        statement.cue.as_ref().map(|cue| ("cue".to_owned(), long(&cue.text))),
        Some(("words".to_owned(), long(&words.join(" … ")))),
        party("addressee", statement.addressee.as_ref(), side),
        link("continues", statement.continues),
        link("replies to", statement.replies_to),
        link("within", statement.within),
        statement.summit.map(|summit| ("link to summit".to_owned(), side.summit(summit))),
        anchored("polarity", Some(&statement.polarity)),
    ];
    slots.into_iter().flatten().collect()
}

fn title_of_quantity(quantity: &Quantity, _: &Side<'_>) -> String {
    format!("{} {} {}", quantity.value, escape::text(&quantity.unit), quoted(&quantity.excerpt))
}

fn quantity(quantity: &Quantity, side: &Side<'_>) -> Vec<Slot> {
    let slots = [
        Some(("value".to_owned(), Said::words(quantity.value.to_string()))),
        Some(("unit".to_owned(), long(&quantity.unit))),
        Some(("words".to_owned(), long(&quantity.excerpt.text))),
        anchored("hedge", Some(&quantity.hedge)),
        quantity.asserted_by.map(|by| ("given by".to_owned(), side.statement(by))),
    ];
    slots.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use rapporteur_corpus::{document::Document, reading};

    use super::*;

    fn read(text: &str) -> Record {
        reading::read(&Document::parse(text), "a").record
    }

    fn changes(old: &str, new: &str) -> Vec<String> {
        let line = |change: Change| crate::diff::line(&change);
        compare(&read(old), &read(new)).into_iter().filter(|change| change.slot != "text").map(line).collect()
    }

    const ARTICLE: &str = "Leaders meet\n\nPublished: 30 Oct. 2025, 15:30\n\nPresident Ada Okoro of Kenya held a summit \
        with Prime Minister Bo Lund of Norway in Oslo on Thursday.\n\n“The harbour opens in May,” Okoro said.\n\n\
        Lund said the ferry would sail every morning.\n";

    #[test]
    fn a_record_says_the_same_as_itself_and_as_one_that_only_moved() {
        assert_eq!(changes(ARTICLE, ARTICLE), [""; 0]);
        let moved = ARTICLE.replace("\n\n“The", "\n\nIt rained over the fjord.\n\n“The");
        assert_eq!(changes(ARTICLE, &moved), [""; 0]);
    }

    #[test]
    fn what_is_allowed_is_told_by_rule_and_reason() {
        let allow = |record: &Record, allowances: &[(&str, &str)]| {
            let allowance = |(rule, reason): &(&str, &str)| rapporteur_model::Allowance {
                rule: (*rule).to_owned(),
                reason: (*reason).to_owned(),
            };
            Record { allow: allowances.iter().map(allowance).collect(), ..record.clone() }
        };
        let told = |old: &[(&str, &str)], new: &[(&str, &str)]| {
            let record = read(ARTICLE);
            let changes = compare(&allow(&record, old), &allow(&record, new));
            changes.iter().map(crate::diff::line).collect::<Vec<_>>()
        };
        let open = ("unclosed-quotation", "open as printed");
        assert_eq!(told(&[], &[open]), ["article: allow unclosed-quotation added: “open as printed”"]);
        assert_eq!(told(&[open], &[]), ["article: allow unclosed-quotation removed: “open as printed”"]);
        assert_eq!(
            told(&[open], &[("unclosed-quotation", "a page is lost")]),
            ["article: allow unclosed-quotation “open as printed” -> “a page is lost”"]
        );
        assert_eq!(told(&[], &[("\u{1b}[31m", "")]), ["article: allow \\u{1b}[31m added: without a reason"]);
    }

    #[test]
    fn slots_that_differ_are_told_one_by_one() {
        assert_eq!(
            changes(ARTICLE, &ARTICLE.replace("on Thursday", "on Wednesday")),
            ["summit 1: begins 2025-10-30 -> 2025-10-29"]
        );
        let speaker = changes(ARTICLE, &ARTICLE.replace("May,” Okoro said", "May,” Lund said"));
        assert!(
            speaker.iter().any(|line| line.starts_with("statement 1: speaker Okoro [Ada Okoro] -> Lund [Bo Lund]")),
            "{speaker:?}"
        );
    }

    #[test]
    fn what_came_and_went_is_told_and_the_rest_keeps_its_partner() {
        let more = ARTICLE.replace("\n\n“The", "\n\n“We bought twelve new lamps for it,” Lund said.\n\n“The");
        let told = changes(ARTICLE, &more);
        assert!(
            told.iter()
                .any(|line| line.starts_with("statement 1 added: direct: Lund [Bo Lund] said “We bought twelve")),
            "{told:?}"
        );
        assert!(!told.iter().any(|line| line.contains("statement 2") || line.contains("statement 3")), "{told:?}");
        let told = changes(&more, ARTICLE);
        assert!(told.iter().any(|line| line.starts_with("old statement 1 removed: ")), "{told:?}");
    }

    #[test]
    fn a_record_of_very_many_statements_is_compared_at_once() {
        let mut old = read(ARTICLE);
        let mut first = old.statements[0].clone();
        // Every other statement refers to one of very many words.
        first.parts[0].text = "word ".repeat(200_000);
        let mut others = Vec::new();
        for index in 1..10_000 {
            let mut other = old.statements[1].clone();
            other.id = StatementId::from_index(index);
            other.continues = Some(first.id);
            others.push(other);
        }
        old.statements = std::iter::once(first).chain(others).collect();
        let mut new = old.clone();
        new.statements.reverse();
        new.statements.pop();
        let begun = std::time::Instant::now();
        let changes = compare(&old, &new);
        assert!(!changes.is_empty() && begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
    }
}
