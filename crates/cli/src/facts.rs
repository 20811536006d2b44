//! A record taken apart into single facts, each a line for people and a key by which it is told from others.
//!
//! Two records of the same article number their people, summits and statements each in its own way. A [`Naming`]
//! gives what both speak of the same name, so that keys can be compared.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use rapporteur_model::{
    Anchor, Anchored, Basis, Excerpt, Office, Participant, Party, Person, PersonId, Quantity, Record, Statement,
    StatementId, Summit, SummitId,
};
use serde::Serialize;

use crate::escape;

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// A block of the article.
    Block,
    /// The article's head: stamps, headline, byline, language.
    Head,
    /// A person, with name and offices.
    Person,
    /// A place that names a person.
    Mention,
    /// A slot of a summit.
    Summit,
    /// A place that tells of a summit.
    SummitMention,
    /// A statement.
    Statement,
    /// A quantity.
    Quantity,
}

/// One thing that a record says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub topic: Topic,
    /// Where it stands in the text, in bytes.
    pub at: u32,
    /// The fact for people, escaped.
    pub line: String,
    /// Equal for equal facts of two records.
    pub key: String,
}

/// What the people and summits of a record are called in keys.
#[derive(Debug, Clone, Default)]
pub struct Naming {
    people: BTreeMap<PersonId, String>,
    summits: BTreeMap<SummitId, String>,
}

impl Naming {
    /// Everything by its own id.
    pub fn own(record: &Record) -> Self {
        Self {
            people: record.people.iter().map(|person| (person.id, person.id.to_string())).collect(),
            summits: record.summits.iter().map(|summit| (summit.id, summit.id.to_string())).collect(),
        }
    }

    /// The people and summits of `record` by the ids that `reviewed` gives them: people by name, and else by common
    /// mentions; summits by common mentions.
    pub fn after(record: &Record, reviewed: &Record) -> Self {
        let people = pair(&record.people, &reviewed.people, |one, other| {
            let name = |person: &Person| person.name.as_ref().map(|name| name.value().clone());
            let same_name = name(one).is_some() && name(one) == name(other);
            common(&one.mentions, &other.mentions) + if same_name { 1 << 20 } else { 0 }
        });
        let same_people = |one: &Summit, other: &Summit| {
            let who =
                |participant: &Participant| participant.person.and_then(|person| people.get(&person.index()).copied());
            let met = |person: usize| {
                other.participants.iter().any(|other| other.person.is_some_and(|id| id.index() == person))
            };
            one.participants.iter().filter_map(who).filter(|&person| met(person)).count()
        };
        let summits = pair(&record.summits, &reviewed.summits, |one, other| {
            let mentions = common(&one.mentions, &other.mentions);
            if mentions == 0 { 0 } else { 4 * mentions + same_people(one, other) }
        });
        // A name with a question mark is nobody's in the reviewed record.
        let named = |paired: Option<&usize>, theirs: &dyn Fn(usize) -> String, own: String| {
            paired.map_or_else(|| format!("?{own}"), |&index| theirs(index))
        };
        Self {
            people: (record.people.iter().enumerate())
                .map(|(index, person)| {
                    let theirs = |index: usize| reviewed.people[index].id.to_string();
                    (person.id, named(people.get(&index), &theirs, person.id.to_string()))
                })
                .collect(),
            summits: (record.summits.iter().enumerate())
                .map(|(index, summit)| {
                    let theirs = |index: usize| reviewed.summits[index].id.to_string();
                    (summit.id, named(summits.get(&index), &theirs, summit.id.to_string()))
                })
                .collect(),
        }
    }

    pub(crate) fn person(&self, id: PersonId) -> String {
        self.people.get(&id).cloned().unwrap_or_else(|| format!("!{id}"))
    }

    pub(crate) fn summit(&self, id: SummitId) -> String {
        self.summits.get(&id).cloned().unwrap_or_else(|| format!("!{id}"))
    }
}

/// Pairs two lists one to one, the likest first; what has nothing in common stays alone.
pub(crate) fn pair<T>(ones: &[T], others: &[T], likeness: impl Fn(&T, &T) -> usize) -> BTreeMap<usize, usize> {
    let mut candidates = Vec::new();
    for (index, one) in ones.iter().enumerate() {
        let alike = others.iter().enumerate().map(|(other_index, other)| (likeness(one, other), index, other_index));
        candidates.extend(alike.filter(|(likeness, ..)| *likeness > 0));
    }
    candidates.sort_by_key(|&(likeness, one, other)| (std::cmp::Reverse(likeness), one, other));
    let (mut pairs, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for (_, one, other) in candidates {
        if !pairs.contains_key(&one) && taken.insert(other) {
            pairs.insert(one, other);
        }
    }
    pairs
}

fn common(ones: &[Excerpt], others: &[Excerpt]) -> usize {
    ones.iter().filter(|one| others.iter().any(|other| one.span.overlaps(other.span))).count()
}

/// The facts of a record, topic by topic and each in the record's order.
pub fn facts(record: &Record, naming: &Naming) -> Vec<Fact> {
    let mut facts = Vec::new();
    blocks(record, &mut facts);
    head(record, &mut facts);
    for person in &record.people {
        facts_of_person(person, naming, &mut facts);
    }
    for summit in &record.summits {
        facts_of_summit(summit, naming, &mut facts);
    }
    let first_words: BTreeMap<StatementId, u32> =
        record.statements.iter().map(|statement| (statement.id, place_of(statement))).collect();
    for statement in &record.statements {
        facts.push(fact_of_statement(statement, naming, &first_words));
    }
    facts.extend(record.quantities.iter().map(|quantity| fact_of_quantity(quantity, &first_words)));
    facts
}

fn blocks(record: &Record, facts: &mut Vec<Fact>) {
    facts.extend(record.article.blocks.iter().map(|block| Fact {
        topic: Topic::Block,
        at: block.span.start(),
        line: format!("{} at bytes {}", word(&block.kind), block.span),
        key: format!("block {} {}", word(&block.kind), block.span),
    }));
}

fn head(record: &Record, facts: &mut Vec<Fact>) {
    let article = &record.article;
    let mut push = |name: &str, value: Option<Value>, zone: Option<&str>| {
        if let Some(value) = value {
            let zone = zone.map_or_else(String::new, |zone| format!(", zone {}", escape::text(zone)));
            facts.push(Fact {
                topic: Topic::Head,
                at: value.at,
                line: format!("{name} {}{zone}", value.line),
                key: format!("{name} {}{zone}", value.key),
            });
        }
    };
    push("prefix date", article.prefix_date.as_ref().map(value), None);
    push("headline", article.headline.as_ref().map(value), None);
    for (name, stamp) in [("published", &article.published), ("updated", &article.updated)] {
        push(
            name,
            stamp.as_ref().map(|stamp| value(&stamp.time)),
            stamp.as_ref().and_then(|stamp| stamp.zone.as_deref()),
        );
    }
    push("dateline", article.dateline.as_ref().map(value), None);
    push("byline", article.byline.as_ref().map(value), None);
    let language = article.language.as_deref().unwrap_or("unknown");
    let line = format!("language {}", escape::text(language));
    facts.push(Fact { topic: Topic::Head, at: 0, key: line.clone(), line });
}

fn facts_of_person(person: &Person, naming: &Naming, facts: &mut Vec<Fact>) {
    let (id, key) = (person.id, naming.person(person.id));
    let at = person.mentions.first().map_or(0, |mention| mention.span.start());
    let name = person.name.as_ref().map(|name| escape::text(name.value()).into_owned());
    let line = format!("{id} {}", name.as_deref().unwrap_or("(no name)"));
    let anchor = person.name.as_ref().map_or_else(String::new, |name| value(name).key);
    facts.push(Fact { topic: Topic::Person, at, line, key: format!("{key} name {anchor}") });
    for Office { title, class, country } in &person.offices {
        let same_words = title.anchor().map(|anchor| anchor.span) == class.anchor().map(|anchor| anchor.span);
        let (title, mut class) = (value(title), value(class));
        if same_words {
            class.line.clone_from(&class.bare);
        }
        let country = country.as_ref().map(value);
        let (line, tail) = country
            .map_or_else(Default::default, |country| (format!(", {}", country.line), format!(" {}", country.key)));
        facts.push(Fact {
            topic: Topic::Person,
            at,
            line: format!("   {}, {}{line}", title.line, class.line),
            key: format!("{key} office {} {}{tail}", title.key, class.key),
        });
    }
    // Mentions are compared one by one below; this line only sums them up.
    let line = format!("   named {}", summed_up(&person.mentions));
    facts.push(Fact { topic: Topic::Person, at, line, key: format!("{key} named") });
    facts.extend(person.mentions.iter().map(|mention| Fact {
        topic: Topic::Mention,
        at: mention.span.start(),
        line: format!("{id} {}", quoted(mention)),
        key: format!("{key} mention {}", mention.span),
    }));
}

/// The different words of the mentions, in the order in which they come up, with how often each stands.
fn summed_up(mentions: &[Excerpt]) -> String {
    let mut forms: Vec<(&str, usize)> = Vec::new();
    for mention in mentions {
        match forms.iter_mut().find(|(words, _)| *words == mention.text) {
            Some((_, count)) => *count += 1,
            None => forms.push((&mention.text, 1)),
        }
    }
    let form = |(words, count): &(&str, usize)| {
        let words = quote(&shortened(words));
        if *count == 1 { words } else { format!("{words} ×{count}") }
    };
    forms.iter().map(form).collect::<Vec<_>>().join(", ")
}

fn facts_of_summit(summit: &Summit, naming: &Naming, facts: &mut Vec<Fact>) {
    let (id, key) = (summit.id, naming.summit(summit.id));
    let at = summit.mentions.first().map_or(0, |mention| mention.span.start());
    let (status, mode) = (value(&summit.status), value(&summit.mode));
    let mut push = |line: String, slot: String| {
        let key = format!("{key} {slot}");
        facts.push(Fact { topic: Topic::Summit, at, line, key });
    };
    push(format!("{id} {}, {}", status.line, word(&summit.layout)), format!("status {}", status.key));
    if summit.mode.anchor().is_some() {
        push(format!("   mode {}", mode.line), format!("mode {}", mode.key));
    }
    for participant in &summit.participants {
        let (line, key) = participation(participant, naming);
        push(format!("   {line}"), key);
    }
    if let Some(begins) = &summit.begins {
        let time = value(&begins.time);
        let mut rest = begins.part_of_day.map_or_else(String::new, |part| format!(", {}", word(&part)));
        if let Some(zone) = &begins.zone {
            let _ = write!(rest, ", zone {}", escape::text(zone));
        }
        push(format!("   begins {}{rest}", time.line), format!("begins {}{rest}", time.key));
    }
    let slots = [
        ("ends", summit.ends.as_ref().map(value)),
        ("minutes", summit.duration_minutes.as_ref().map(value)),
        ("venue", summit.venue.as_ref().map(value)),
        ("locality", summit.locality.as_ref().map(value)),
        ("region", summit.region.as_ref().map(value)),
        ("country", summit.country.as_ref().map(value)),
        ("event", summit.host_event.as_ref().map(value)),
    ];
    for (name, slot) in slots {
        if let Some(slot) = slot {
            push(format!("   {name} {}", slot.line), format!("{name} {}", slot.key));
        }
    }
    for delegation in &summit.delegations {
        let country = delegation.country.as_ref().map(value);
        let (line, key) = country.map_or_else(|| ("no side".to_owned(), String::new()), |side| (side.line, side.key));
        let closed = match delegation.complete {
            Some(true) => ", closed",
            Some(false) => ", open",
            None => "",
        };
        let members = |name: &dyn Fn(PersonId) -> String| {
            delegation.members.iter().map(|&id| name(id)).collect::<Vec<_>>().join(" ")
        };
        push(
            format!("   delegation of {line}{closed}: {}", members(&|id| id.to_string())),
            format!("delegation {key}{closed} {}", members(&|id| naming.person(id))),
        );
    }
    for meal in &summit.meals {
        let line = format!("{} {} {}", word(&meal.kind), word(&meal.relation), quoted(&meal.excerpt));
        push(format!("   {line}"), format!("meal {line} {}", meal.excerpt.span));
    }
    facts.extend(summit.mentions.iter().map(|mention| Fact {
        topic: Topic::SummitMention,
        at: mention.span.start(),
        line: format!("{id} {}", quoted(mention)),
        key: format!("{key} mention {}", mention.span),
    }));
}

fn participation(participant: &Participant, naming: &Naming) -> (String, String) {
    let person = participant.person;
    let mut line =
        person.map_or_else(|| quoted(&participant.excerpt), |id| format!("{id} {}", quoted(&participant.excerpt)));
    let mut key = person.map_or_else(|| participant.excerpt.span.to_string(), |id| naming.person(id));
    for side in
        [participant.country.as_ref().map(value), participant.organization.as_ref().map(value)].into_iter().flatten()
    {
        let _ = write!(line, ", {}", side.line);
        let _ = write!(key, " {}", side.bare);
    }
    if participant.role.anchor().is_some() {
        let role = value(&participant.role);
        let _ = write!(line, ", {}", role.line);
        let _ = write!(key, " {}", role.bare);
    }
    (line, format!("participant {key}"))
}

/// Where a statement is told of: at its first words, whether content, cue or speaker.
fn place_of(statement: &Statement) -> u32 {
    statement.parts.first().or(statement.cue.as_ref()).map_or(0, |words| words.span.start())
}

fn fact_of_statement(statement: &Statement, naming: &Naming, first_words: &BTreeMap<StatementId, u32>) -> Fact {
    let spans = |parts: &[Excerpt]| parts.iter().map(|part| part.span.to_string()).collect::<Vec<_>>().join(" ");
    let mut line = format!("{} {}:", statement.id, word(&statement.kind));
    let mut key = format!("statement {} {}", word(&statement.kind), spans(&statement.parts));
    match &statement.speaker {
        Some(speaker) => {
            let (words, of_speaker) = party(speaker, naming);
            let _ = write!(line, " {words}");
            let _ = write!(key, " by {of_speaker}");
        }
        None => line.push_str(" nobody"),
    }
    if let Some(cue) = &statement.cue {
        let _ = write!(line, " {}", shortened(&cue.text));
        let _ = write!(key, " cue {}", cue.span);
    }
    for part in &statement.parts {
        let _ = write!(line, " {}", quoted(part));
    }
    if let Some(addressee) = &statement.addressee {
        let (words, of_addressee) = party(addressee, naming);
        let _ = write!(line, ", to {words}");
        let _ = write!(key, " to {of_addressee}");
    }
    for (name, link) in
        [("continues", statement.continues), ("replies to", statement.replies_to), ("within", statement.within)]
    {
        if let Some(link) = link {
            let _ = write!(line, ", {name} {link}");
            let place = first_words.get(&link).map_or_else(|| "nothing".to_owned(), u32::to_string);
            let _ = write!(key, " {name} {place}");
        }
    }
    if let Some(summit) = statement.summit {
        let _ = write!(line, ", at {summit}");
        let _ = write!(key, " at {}", naming.summit(summit));
    }
    if statement.polarity.anchor().is_some() {
        let polarity = value(&statement.polarity);
        let _ = write!(line, ", {}", polarity.line);
        let _ = write!(key, " {}", polarity.key);
    }
    Fact { topic: Topic::Statement, at: place_of(statement), line, key }
}

/// Words and key of a speaker or addressee.
fn party(party: &Party, naming: &Naming) -> (String, String) {
    let mut line = shortened(&party.anchor.text);
    let ids: Vec<String> = party.people.iter().map(ToString::to_string).collect();
    if !ids.is_empty() {
        let _ = write!(line, " [{}]", ids.join(" "));
    }
    line.push_str(&grounds(&party.anchor));
    let names: Vec<String> = party.people.iter().map(|&id| naming.person(id)).collect();
    (line, format!("{} {}", support(&party.anchor), names.join(" ")))
}

fn fact_of_quantity(quantity: &Quantity, first_words: &BTreeMap<StatementId, u32>) -> Fact {
    let hedge = if quantity.hedge.anchor().is_some() { value(&quantity.hedge) } else { Value::default() };
    let separator = if hedge.line.is_empty() { "" } else { ", " };
    let by = quantity.asserted_by;
    let place = by.and_then(|by| first_words.get(&by)).map_or_else(String::new, |at| format!(" by {at}"));
    let amount = format!("{} {}", quantity.value, escape::text(&quantity.unit));
    let by = by.map_or_else(String::new, |by| format!(", given by {by}"));
    Fact {
        topic: Topic::Quantity,
        at: quantity.excerpt.span.start(),
        line: format!("{} {amount} {}{separator}{}{by}", quantity.id, quoted(&quantity.excerpt), hedge.line),
        key: format!("quantity {amount} {} {}{place}", quantity.excerpt.span, hedge.key),
    }
}

/// An anchored value, ready to be shown and compared.
#[derive(Default)]
pub(crate) struct Value {
    at: u32,
    /// The value with the words and the rule behind it, escaped.
    pub(crate) line: String,
    key: String,
    /// The value alone, escaped.
    pub(crate) bare: String,
}

pub(crate) fn value<T: Serialize>(anchored: &Anchored<T>) -> Value {
    let bare = word(anchored.value());
    let Some(anchor) = anchored.anchor() else {
        return Value { at: 0, line: bare.clone(), key: bare.clone(), bare };
    };
    let words = shortened(&anchor.text);
    let mut line = if shortened(&bare) == words { words } else { format!("{bare} “{words}”") };
    line.push_str(&grounds(anchor));
    Value { at: anchor.span.start(), line, key: format!("{bare} {}", support(anchor)), bare }
}

/// The rule behind a value that the words do not say themselves.
pub(crate) fn grounds(anchor: &Anchor) -> String {
    let basis = match anchor.basis() {
        Basis::Stated => return String::new(),
        Basis::Resolved => "resolved",
        Basis::Inferred => "inferred",
    };
    let from: Vec<String> = anchor.from().iter().map(quoted).collect();
    let rule = anchor.rule().map_or("", |rule| rule.as_str());
    if from.is_empty() { format!(" ({basis}: {rule})") } else { format!(" ({basis}: {rule}, {})", from.join(" ")) }
}

/// All that supports a value, for comparison.
fn support(anchor: &Anchor) -> String {
    let from: Vec<String> = anchor.from().iter().map(|excerpt| excerpt.span.to_string()).collect();
    let rule = anchor.rule().map_or("", |rule| rule.as_str());
    format!("{} {:?} {rule} {}", anchor.span, anchor.basis(), from.join(" "))
}

/// The value as the record's JSON writes it, without quotation marks.
pub(crate) fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => escape::text(&word).into_owned(),
        Ok(other) => other.to_string(),
        Err(_) => String::new(),
    }
}

/// An excerpt in marks, shortened and escaped.
pub(crate) fn quoted(excerpt: &Excerpt) -> String {
    quote(&shortened(&excerpt.text))
}

/// In marks, except where the words bring their own.
pub(crate) fn quote(words: &str) -> String {
    if words.starts_with(['“', '"', '‘', '«']) { words.to_owned() } else { format!("“{words}”") }
}

/// The first and the last words of a long excerpt: where it begins and ends is what there is to see.
pub(crate) fn shortened(words: &str) -> String {
    const EACH: usize = 28;
    let (start, end) = (words.char_indices().nth(EACH), words.char_indices().nth_back(EACH - 1));
    match (start, end, words.char_indices().nth(2 * EACH + 3)) {
        (Some((start, _)), Some((end, _)), Some(_)) => {
            format!("{} … {}", escape::text(&words[..start]).trim_end(), escape::text(&words[end..]).trim_start())
        }
        _ => escape::text(words).into_owned(),
    }
}
