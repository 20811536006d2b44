//! Slots: how much of what a reviewed record holds was read, value by value.
//!
//! A record is taken apart into items, each a value in a slot of a summit, a statement or a quantity. Summits, people,
//! statements and quantities of the two records are paired first, so that a value counts only where it belongs; what
//! has no pair counts with all its values, as missed or as spurious. Values are compared, and not the words that
//! support them.

use std::{collections::BTreeMap, ops::AddAssign};

use rapporteur_model::{Participant, Quantity, Record, Span, Statement, Summit};

use super::metrics::{COMMON, Tally};
use crate::facts::{Naming, pair, word};

/// What an item says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// That there is such a meeting.
    Summit,
    /// Whether it took place.
    Status,
    /// How the leaders met.
    Mode,
    /// Who met.
    Participant,
    /// For which country or organization somebody met.
    Side,
    /// Who received whom.
    Role,
    /// The day or minute it began.
    Begins,
    /// The part of the day.
    PartOfDay,
    /// When it ended.
    Ends,
    /// How long it lasted.
    Duration,
    /// The building or room.
    Venue,
    /// The city.
    Locality,
    /// The region.
    Region,
    /// The country it was in.
    Country,
    /// The event that gave the occasion.
    HostEvent,
    /// Who sat beside the leaders, and on which side.
    Member,
    /// Whether a list of members is closed or open.
    Openness,
    /// A meal, and when it was.
    Meal,
    /// The words of a statement.
    Statement,
    /// Who is meant by the words that name its speaker; where nobody is known, those words.
    Speaker,
    /// To whom it was said.
    Addressee,
    /// At which summit it was said.
    Occasion,
    /// A number with its unit.
    Quantity,
    /// How exactly it is meant.
    Hedge,
}

impl Slot {
    /// Every slot, in the order in which they are shown.
    pub const ALL: [Self; 24] = [
        Self::Summit,
        Self::Status,
        Self::Mode,
        Self::Participant,
        Self::Side,
        Self::Role,
        Self::Begins,
        Self::PartOfDay,
        Self::Ends,
        Self::Duration,
        Self::Venue,
        Self::Locality,
        Self::Region,
        Self::Country,
        Self::HostEvent,
        Self::Member,
        Self::Openness,
        Self::Meal,
        Self::Statement,
        Self::Speaker,
        Self::Addressee,
        Self::Occasion,
        Self::Quantity,
        Self::Hedge,
    ];

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Summit => "summit",
            Self::Status => "status",
            Self::Mode => "mode",
            Self::Participant => "participant",
            Self::Side => "side",
            Self::Role => "role",
            Self::Begins => "begins",
            Self::PartOfDay => "part of day",
            Self::Ends => "ends",
            Self::Duration => "duration",
            Self::Venue => "venue",
            Self::Locality => "locality",
            Self::Region => "region",
            Self::Country => "country",
            Self::HostEvent => "host event",
            Self::Member => "member",
            Self::Openness => "openness",
            Self::Meal => "meal",
            Self::Statement => "statement",
            Self::Speaker => "speaker",
            Self::Addressee => "addressee",
            Self::Occasion => "occasion",
            Self::Quantity => "quantity",
            Self::Hedge => "hedge",
        }
    }
}

/// An item that one record has and the other has not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it says.
    pub slot: Slot,
    /// The item, with what the two call the summit or statement it belongs to; not escaped.
    pub item: String,
    /// Whether the reviewed record has it, and not the one that was read.
    pub missed: bool,
}

/// The figures of all slots.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Slots {
    tallies: BTreeMap<Slot, Tally>,
    /// Records compared.
    pub records: usize,
    /// What differs, in the order in which the records were added.
    pub differences: Vec<Difference>,
}

impl Slots {
    /// Compares what was read of an article with its reviewed record.
    ///
    /// ```
    /// use rapporteur::score::slots::{Slot, Slots};
    /// use rapporteur_corpus::{document::Document, reading};
    ///
    /// let article = "Published: 30 Oct. 2025\n\nPresident Ann Roy said that it rains.\n";
    /// let record = reading::read(&Document::parse(article), "a").record;
    /// let mut silent = record.clone();
    /// silent.statements.clear();
    /// let slots = Slots::of(&silent, &record);
    ///
    /// assert_eq!(slots.tally(Slot::Statement).recall(), 0.0);
    /// assert_eq!(Slots::of(&record, &record).micro().f1(), 1.0);
    /// ```
    pub fn of(read: &Record, reviewed: &Record) -> Self {
        let ours = items(read, &Naming::after(read, reviewed), &Pairs::after(read, reviewed));
        let mut theirs = items(reviewed, &Naming::own(reviewed), &Pairs::own(reviewed));
        let mut slots = Self { records: 1, ..Self::default() };
        for (slot, _) in &theirs {
            slots.tallies.entry(*slot).or_default().gold += 1;
        }
        for item in ours {
            let tally = slots.tallies.entry(item.0).or_default();
            tally.read += 1;
            // The same item twice must be read twice.
            match theirs.iter().position(|other| *other == item) {
                Some(at) => {
                    tally.right += 1;
                    theirs.swap_remove(at);
                }
                None => slots.differences.push(Difference { slot: item.0, item: item.1, missed: false }),
            }
        }
        slots.differences.extend(theirs.into_iter().map(|(slot, item)| Difference { slot, item, missed: true }));
        slots.differences.sort_by(|one, other| (one.slot, &one.item).cmp(&(other.slot, &other.item)));
        slots
    }

    /// The figures of one slot.
    pub fn tally(&self, slot: Slot) -> Tally {
        self.tallies.get(&slot).copied().unwrap_or_default()
    }

    /// The figures over all items of all slots: micro-averaged.
    pub fn micro(&self) -> Tally {
        self.tallies.values().fold(Tally::default(), |mut sum, tally| {
            sum += *tally;
            sum
        })
    }
}

impl AddAssign for Slots {
    fn add_assign(&mut self, other: Self) {
        self.records += other.records;
        for (slot, tally) in other.tallies {
            *self.tallies.entry(slot).or_default() += tally;
        }
        self.differences.extend(other.differences);
    }
}

/// What the statements and quantities of a record are called: by the ids of the reviewed record.
struct Pairs {
    statements: Vec<String>,
    quantities: Vec<String>,
}

impl Pairs {
    fn own(record: &Record) -> Self {
        Self {
            statements: record.statements.iter().map(|statement| statement.id.to_string()).collect(),
            quantities: record.quantities.iter().map(|quantity| quantity.id.to_string()).collect(),
        }
    }

    fn after(record: &Record, reviewed: &Record) -> Self {
        let statements = pair(&record.statements, &reviewed.statements, |one, other| {
            let common = common(&parts(one), &parts(other));
            let same_cue = one.cue == other.cue && one.cue.is_some();
            if common == 0 { 0 } else { common + usize::from(same_cue) }
        });
        let quantities = pair(&record.quantities, &reviewed.quantities, |one, other| {
            usize::from(one.excerpt.span.overlaps(other.excerpt.span))
        });
        let named = |paired: Option<&usize>, own: String, theirs: &dyn Fn(usize) -> String| {
            paired.map_or_else(|| format!("?{own}"), |&index| theirs(index))
        };
        Self {
            statements: (record.statements.iter().enumerate())
                .map(|(index, statement)| {
                    let theirs = |index: usize| reviewed.statements[index].id.to_string();
                    named(statements.get(&index), statement.id.to_string(), &theirs)
                })
                .collect(),
            quantities: (record.quantities.iter().enumerate())
                .map(|(index, quantity)| {
                    let theirs = |index: usize| reviewed.quantities[index].id.to_string();
                    named(quantities.get(&index), quantity.id.to_string(), &theirs)
                })
                .collect(),
        }
    }
}

fn parts(statement: &Statement) -> Vec<Span> {
    statement.parts.iter().map(|part| part.span).collect()
}

/// How many thousandths of the bytes of either are common to both; nothing below [`COMMON`].
fn common(ones: &[Span], others: &[Span]) -> usize {
    let bytes = |spans: &[Span]| spans.iter().map(|span| u64::from(span.len())).sum::<u64>();
    let shared: u64 = (ones.iter())
        .flat_map(|one| {
            others
                .iter()
                .map(|other| u64::from(one.end().min(other.end()).saturating_sub(one.start().max(other.start()))))
        })
        .sum();
    let either = bytes(ones) + bytes(others) - shared;
    let permille = (shared * 1000).checked_div(either).unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "a number of at most four digits")]
    let is_pair = permille as f64 >= COMMON * 1000.0;
    if is_pair { usize::try_from(permille).unwrap_or_default() } else { 0 }
}

type Item = (Slot, String);

fn items(record: &Record, naming: &Naming, pairs: &Pairs) -> Vec<Item> {
    let mut items = Vec::new();
    for summit in &record.summits {
        of_summit(summit, naming, &mut items);
    }
    for (statement, name) in record.statements.iter().zip(&pairs.statements) {
        of_statement(statement, name, naming, &mut items);
    }
    for (quantity, name) in record.quantities.iter().zip(&pairs.quantities) {
        of_quantity(quantity, name, &mut items);
    }
    items
}

fn of_summit(summit: &Summit, naming: &Naming, items: &mut Vec<Item>) {
    let name = naming.summit(summit.id);
    let mut add = |slot, value: String| items.push((slot, format!("{name} {value}")));
    add(Slot::Summit, String::new());
    add(Slot::Status, word(summit.status.value()));
    if summit.mode.anchor().is_some() {
        add(Slot::Mode, word(summit.mode.value()));
    }
    for participant in &summit.participants {
        of_participant(participant, naming, &mut add);
    }
    if let Some(begins) = &summit.begins {
        add(Slot::Begins, word(begins.time.value()));
        if let Some(part) = begins.part_of_day {
            add(Slot::PartOfDay, word(&part));
        }
    }
    let values = [
        (Slot::Ends, summit.ends.as_ref().map(|ends| word(ends.value()))),
        (Slot::Duration, summit.duration_minutes.as_ref().map(|minutes| minutes.value().to_string())),
        (Slot::Venue, summit.venue.as_ref().map(|venue| folded(venue.value()))),
        (Slot::Locality, summit.locality.as_ref().map(|locality| folded(locality.value()))),
        (Slot::Region, summit.region.as_ref().map(|region| folded(region.value()))),
        (Slot::Country, summit.country.as_ref().map(|country| word(country.value()))),
        (Slot::HostEvent, summit.host_event.as_ref().map(|event| folded(event.value()))),
    ];
    for (slot, value) in values {
        if let Some(value) = value {
            add(slot, value);
        }
    }
    for delegation in &summit.delegations {
        let side = delegation.country.as_ref().map_or_else(|| "no side".to_owned(), |side| word(side.value()));
        for &member in &delegation.members {
            add(Slot::Member, format!("{side} {}", naming.person(member)));
        }
        if let Some(complete) = delegation.complete {
            add(Slot::Openness, format!("{side} {}", if complete { "closed" } else { "open" }));
        }
    }
    for meal in &summit.meals {
        add(Slot::Meal, format!("{} {}", word(&meal.kind), word(&meal.relation)));
    }
}

fn of_participant(participant: &Participant, naming: &Naming, add: &mut impl FnMut(Slot, String)) {
    let country = participant.country.as_ref().map(|country| word(country.value()));
    let organization = participant.organization.as_ref().map(|organization| folded(organization.value()));
    let side = country.or(organization);
    // Leaders known only by their side are told apart by it.
    let who = match participant.person {
        Some(person) => naming.person(person),
        None => side.clone().unwrap_or_else(|| folded(&participant.excerpt.text)),
    };
    add(Slot::Participant, who.clone());
    if let Some(side) = side {
        add(Slot::Side, format!("{who} {side}"));
    }
    if participant.role.anchor().is_some() {
        add(Slot::Role, format!("{who} {}", word(participant.role.value())));
    }
}

fn of_statement(statement: &Statement, name: &str, naming: &Naming, items: &mut Vec<Item>) {
    items.push((Slot::Statement, name.to_owned()));
    for (slot, party) in [(Slot::Speaker, &statement.speaker), (Slot::Addressee, &statement.addressee)] {
        let Some(party) = party else { continue };
        let mut people: Vec<String> = party.people.iter().map(|&person| naming.person(person)).collect();
        people.sort_unstable();
        let who = if people.is_empty() { folded(&party.anchor.text) } else { people.join(" ") };
        items.push((slot, format!("{name} {who}")));
    }
    if let Some(summit) = statement.summit {
        items.push((Slot::Occasion, format!("{name} {}", naming.summit(summit))));
    }
}

fn of_quantity(quantity: &Quantity, name: &str, items: &mut Vec<Item>) {
    items.push((Slot::Quantity, format!("{name} {} {}", quantity.value, folded(&quantity.unit))));
    if quantity.hedge.anchor().is_some() {
        items.push((Slot::Hedge, format!("{name} {}", word(quantity.hedge.value()))));
    }
}

/// Words without capitals, article and double blanks.
fn folded(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    words.strip_prefix("the ").or_else(|| words.strip_prefix("a ")).unwrap_or(&words).to_owned()
}
