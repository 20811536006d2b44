//! What an article is to say, before there are words for it.

use proptest::prelude::*;
use rapporteur_model::{Date, Mode, OfficeClass, PartOfDay, Status, TimeOfDay};

use crate::{
    calendar::after,
    random::Dice,
    vocabulary::{
        COUNTRY_FRAGMENTS, City, EVENTS, Event, NATIONS, NESTED, Name, Nation, OFFICIALS, Official, SUBJECT_FRAGMENTS,
        SUBJECTS, Sentence, TITLES, Theme, VENUES, background,
    },
};

/// The facts of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The day of publication.
    pub published: Date,
    /// The minute of publication.
    pub clock: TimeOfDay,
    /// The date that whoever collected the text put before it.
    pub prefix: Prefix,
    /// One leader, where there is no meeting; else the two or three who meet or were to meet. The first two lead.
    pub leaders: Vec<Figure>,
    /// Their meeting.
    pub meeting: Option<Meeting>,
    /// A second meeting of the first leader, told at the end.
    pub relay: Option<Figure>,
    /// A proposal with which the article may open, made by the first leader: what is to be done, and what the
    /// second leader's country is called.
    pub opening: Option<(Theme, &'static str)>,
    /// What is said, in order.
    pub statements: Vec<PlannedStatement>,
    /// Sentences without facts, each put after as many statements as its number says.
    pub background: Vec<(usize, String)>,
}

/// The date before the headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefix {
    /// There is none.
    Absent,
    /// The day of publication.
    SameDay,
    /// So many days off it. An article without a published line has the day of publication instead.
    DaysOff(i32),
    /// Its month only. An article without a published line has the day of publication instead.
    Month,
}

/// A person with an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The name.
    pub name: Name,
    /// The title as printed, without the country.
    pub title: &'static str,
    /// What sort of office it is.
    pub class: OfficeClass,
    /// The country.
    pub nation: &'static Nation,
}

/// A meeting of the plan's leaders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Whether it takes place.
    pub status: Status,
    /// How they meet; unknown for a meeting that does not take place.
    pub mode: Mode,
    /// On which day; none for a meeting that was never arranged or has no day any more.
    pub day: Option<Date>,
    /// Finer than the day.
    pub hour: Hour,
    /// How long it lasted.
    pub minutes: Option<u16>,
    /// Where, where they meet in person.
    pub place: Option<Place>,
    /// What gave the occasion.
    pub event: Option<&'static Event>,
    /// Who came along.
    pub delegations: Vec<PlannedDelegation>,
    /// What they ate together.
    pub meal: Option<PlannedMeal>,
}

/// How finely a meeting's time is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hour {
    /// Only the day.
    Untold,
    /// "on Thursday morning".
    Part(PartOfDay),
    /// "at 10:30 a.m. on Thursday".
    Clock(TimeOfDay),
}

/// Where a meeting takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The country.
    pub nation: &'static Nation,
    /// The city.
    pub city: &'static City,
    /// The building, with its article.
    pub venue: &'static str,
}

/// Those who came with a leader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedDelegation {
    /// Whose side: the place of the leader in the plan's list.
    pub leader: usize,
    /// Whether the list is closed, open, or does not say.
    pub complete: Option<bool>,
    /// The people, at least one.
    pub members: Vec<Figure>,
}

/// A meal and when it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum PlannedMeal {
    LunchAfter,
    DinnerAfter,
    BreakfastBefore,
    WorkingLunch,
}

/// Something said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedStatement {
    /// Who says it: the place of the leader in the plan's list.
    pub speaker: usize,
    /// To which leader it is said, where two of them talk.
    pub to: Option<usize>,
    /// How it is told.
    pub telling: Telling,
    /// The sentences; as many as the telling needs and at least two.
    pub sentences: Vec<Sentence>,
    /// What is proposed, agreed on or urged, where the telling is of this sort.
    pub theme: Theme,
    /// What is praised or described, where the telling is of this sort.
    pub praised: String,
    /// The words that describe it.
    pub fragment: &'static str,
    /// A quotation inside the quotation: its speaker and its words.
    pub nested: (&'static str, &'static str),
}

/// How a statement is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// "A," Lee said.
    Direct,
    /// "A," Lee said. "B."
    Split,
    /// "A," Lee said, "and b."
    Broken,
    /// Lee said, "A. B."
    Fronted,
    /// "A," Lee said. "B. (next paragraph) "C."
    Running,
    /// "C," Lee continued.
    Continued,
    /// Carney responded, "A," and added, "B."
    ReplyAdded,
    /// Carney replied, "A."
    Reply,
    /// "A," Lee told Carney.
    Told,
    /// "A," Lee told reporters.
    Reporters,
    /// Lee praised the film "X," saying, "A."
    Praise,
    /// Lee called Canada "b."
    Called,
    /// Lee described Canada as "b."
    Described,
    /// Lee said the agreement was "b."
    MixedClause,
    /// Lee said that a.
    Clause,
    /// A, Lee said.
    Trailing,
    /// According to Lee, a.
    According,
    /// The two leaders agreed to do b.
    Agreement,
    /// Lee proposed doing b.
    Proposal,
    /// Lee urged Carney to do b.
    Urging,
    /// Lee denied that a.
    Denial,
    /// "My teacher said, 'A,'" Lee said.
    Nested,
    /// The foreign ministry of the country said a.
    Ministry,
}

impl Figure {
    /// The whole name as printed.
    pub fn full_name(&self) -> String {
        self.name.full()
    }

    fn leader(dice: &mut Dice, nation: &'static Nation, taken: &[Name]) -> Self {
        let class = if nation.title == "President" { OfficeClass::HeadOfState } else { OfficeClass::HeadOfGovernment };
        Self { name: nation.culture.name(dice, taken), title: nation.title, class, nation }
    }

    fn official(dice: &mut Dice, nation: &'static Nation, office: &'static Official, taken: &[Name]) -> Self {
        Self { name: nation.culture.name(dice, taken), title: office.title, class: office.class, nation }
    }
}

/// How much an article is to hold. The smallest is two leaders who met, somewhere on some day.
#[derive(Clone, Debug)]
struct Extent {
    statements: usize,
    members: usize,
    background: usize,
    /// A meeting in person that took place; else whatever the seed says, which may be none.
    plain_meeting: bool,
    third_leader: bool,
    event: bool,
    hour: bool,
    duration: bool,
    meal: bool,
    opening: bool,
    relay: bool,
    prefix: bool,
}

/// The plan of this seed.
pub fn plan(seed: u64) -> Plan {
    let mut dice = Dice::new(seed).fork(1);
    let extent = Extent {
        statements: dice.below(8),
        members: dice.below(4),
        background: dice.below(3),
        plain_meeting: dice.below(3) > 0,
        third_leader: dice.one_in(10),
        event: dice.one_in(2),
        hour: dice.below(3) > 0,
        duration: dice.one_in(3),
        meal: dice.one_in(3),
        opening: dice.one_in(2),
        relay: dice.one_in(7),
        prefix: dice.one_in(2),
    };
    lay_out(seed, &extent)
}

/// A plan of this seed with as much in it as a long news agency report has: about two thousand bytes of text in most
/// styles, with about a hundred anchored spans. Benchmarks write their articles by it.
pub fn dense_plan(seed: u64) -> Plan {
    let mut dice = Dice::new(seed).fork(5);
    let extent = Extent {
        statements: 6,
        members: 1 + dice.below(2),
        background: 5 + dice.below(2),
        plain_meeting: true,
        third_leader: false,
        event: true,
        hour: true,
        duration: dice.one_in(2),
        meal: dice.one_in(2),
        opening: true,
        relay: dice.one_in(7),
        prefix: dice.one_in(2),
    };
    lay_out(seed, &extent)
}

/// Plans that shrink towards two leaders who met and said nothing.
pub fn plans() -> impl Strategy<Value = Plan> {
    let size = (0..8_usize, 0..4_usize, 0..3_usize);
    let extras = proptest::collection::vec(proptest::bool::weighted(0.4), 9);
    (any::<u64>().no_shrink(), size, extras).prop_map(|(seed, (statements, members, background), extras)| {
        let extra = |index: usize| extras.get(index).copied().unwrap_or_default();
        let extent = Extent {
            statements,
            members,
            background,
            plain_meeting: !extra(0),
            third_leader: extra(1) && seed.is_multiple_of(4),
            event: extra(2),
            hour: extra(3),
            duration: extra(4),
            meal: extra(5),
            opening: extra(6),
            relay: extra(7) && seed.is_multiple_of(3),
            prefix: extra(8),
        };
        lay_out(seed, &extent)
    })
}

fn lay_out(seed: u64, extent: &Extent) -> Plan {
    let root = Dice::new(seed);
    let mut dice = root.fork(2);
    let published = published(&mut dice);
    // Late enough for a meeting of the same evening to have been.
    let clock = time(22, dice.below(60));
    let prefix = match (extent.prefix, dice.below(4)) {
        (false, _) => Prefix::Absent,
        (true, 0 | 1) => Prefix::SameDay,
        (true, 2) => Prefix::DaysOff(if dice.one_in(2) { 1 } else { 12 }),
        (true, _) => Prefix::Month,
    };

    let kind = if extent.plain_meeting { Kind::InPerson } else { *root.fork(3).pick(Kind::OTHERS) };
    let count = match kind {
        Kind::NoMeeting => 1,
        Kind::InPerson if extent.third_leader => 3,
        _ => 2_u64,
    };
    let mut leaders: Vec<Figure> = Vec::new();
    let mut names: Vec<Name> = Vec::new();
    // One more than there is room for: the second meeting's, who must not be anybody else either.
    for label in 10..=10 + count {
        let mut dice = root.fork(label);
        let mut nation = dice.pick(NATIONS);
        while leaders.iter().any(|leader| leader.nation.code == nation.code) {
            nation = dice.pick(NATIONS);
        }
        let leader = Figure::leader(&mut dice, nation, &names);
        names.push(leader.name.clone());
        leaders.push(leader);
    }
    let next = leaders.pop();
    let meeting = meeting(&root, kind, extent, published, &leaders, next.as_ref(), &mut names);
    let relay = next.filter(|_| extent.relay && kind == Kind::InPerson && count == 2);
    let opening = (extent.opening && kind == Kind::InPerson && count == 2)
        .then(|| (Theme::of(&mut dice), dice.one_of(COUNTRY_FRAGMENTS)));

    let mut statements = Vec::new();
    for index in 0..extent.statements {
        let dice = root.fork(100 + index as u64);
        statements.push(statement(dice, &leaders, meeting.as_ref(), statements.last()));
    }
    // Words to the press come last: whoever has turned to it is not heard at the table again.
    statements.sort_by_key(|statement: &PlannedStatement| statement.telling == Telling::Reporters);
    let ours: Vec<&Nation> = leaders.iter().chain(&relay).map(|leader| leader.nation).collect();
    let mut asides: Vec<(usize, String)> = Vec::new();
    for index in 0..extent.background {
        let mut dice = root.fork(200 + index as u64);
        let aside = background(&mut dice, &ours);
        if !asides.iter().any(|(_, words)| *words == aside) {
            asides.push((dice.below(extent.statements + 1), aside));
        }
    }
    Plan { published, clock, prefix, leaders, meeting, relay, opening, statements, background: asides }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    InPerson,
    Phone,
    Video,
    Planned,
    Cancelled,
    Postponed,
    Denied,
    NoMeeting,
}

impl Kind {
    const OTHERS: &[Self] = &[
        Self::Phone,
        Self::Video,
        Self::Planned,
        Self::Cancelled,
        Self::Postponed,
        Self::Denied,
        Self::NoMeeting,
        Self::Phone,
        Self::Planned,
        Self::NoMeeting,
    ];
}

fn published(dice: &mut Dice) -> Date {
    let start = Date::new(2019, 1, 1).or_else(|_| Date::new(2000, 1, 1));
    let days = i32::try_from(dice.below(3600)).unwrap_or_default();
    // Both days exist; the last arm is there because a date has no default.
    match start {
        Ok(start) => after(start, days),
        Err(_) => unreachable!("the first of January exists"),
    }
}

fn time(hour: usize, minute: usize) -> TimeOfDay {
    let part = |number: usize| u8::try_from(number).unwrap_or_default();
    match TimeOfDay::new(part(hour) % 24, part(minute) % 60) {
        Ok(time) => time,
        Err(_) => unreachable!("hours and minutes are within a day"),
    }
}

fn meeting(
    root: &Dice,
    kind: Kind,
    extent: &Extent,
    published: Date,
    leaders: &[Figure],
    third: Option<&Figure>,
    names: &mut Vec<Name>,
) -> Option<Meeting> {
    let mut dice = root.fork(4);
    let (status, mode) = match kind {
        Kind::InPerson => (Status::Held, Mode::InPerson),
        Kind::Phone => (Status::Held, Mode::Phone),
        Kind::Video => (Status::Held, Mode::Video),
        Kind::Planned => (Status::Planned, Mode::InPerson),
        Kind::Postponed => (Status::Planned, Mode::Unknown),
        Kind::Cancelled => (Status::Cancelled, Mode::Unknown),
        Kind::Denied => (Status::Denied, Mode::Unknown),
        Kind::NoMeeting => return None,
    };
    let days = i32::try_from(dice.below(6)).unwrap_or_default();
    let day = match kind {
        Kind::Denied => None,
        Kind::Planned => Some(after(published, 1 + days)),
        // Days that are told by their date, further away.
        Kind::Cancelled => (!dice.one_in(3)).then(|| after(published, 3 + days)),
        Kind::Postponed => Some(after(published, 20 + days)),
        _ => Some(after(published, -(days % 3))),
    };
    let hour = match (extent.hour && status == Status::Held, dice.below(2)) {
        (false, _) => Hour::Untold,
        (true, 0) => {
            Hour::Part(dice.one_of(&[PartOfDay::Morning, PartOfDay::Afternoon, PartOfDay::Evening, PartOfDay::Night]))
        }
        (true, _) => Hour::Clock(time(9 + dice.below(9), 5 * dice.below(12))),
    };
    let place = (mode == Mode::InPerson).then(|| {
        let nation = match (dice.below(6), third) {
            (0, Some(third)) => third.nation,
            (1, _) => leaders.last().map_or(leaders[0].nation, |leader| leader.nation),
            _ => leaders[0].nation,
        };
        Place { nation, city: dice.pick(nation.cities), venue: dice.one_of(VENUES) }
    });
    // What gave the occasion is told beside a place, or with a meeting that was not arranged there.
    let event = (extent.event && (place.is_some() || kind == Kind::Denied)).then(|| dice.pick(EVENTS));
    let in_person = kind == Kind::InPerson;
    let minutes = (extent.duration && status == Status::Held).then(|| dice.one_of(&[30, 40, 45, 50, 70, 90, 100]));
    let meal = (extent.meal && in_person).then(|| match hour {
        Hour::Part(PartOfDay::Evening | PartOfDay::Night) => PlannedMeal::DinnerAfter,
        Hour::Part(PartOfDay::Afternoon) => dice.one_of(&[PlannedMeal::WorkingLunch, PlannedMeal::DinnerAfter]),
        _ => dice.one_of(&[PlannedMeal::LunchAfter, PlannedMeal::BreakfastBefore, PlannedMeal::WorkingLunch]),
    });
    let mut delegations = Vec::new();
    if in_person && leaders.len() == 2 && extent.members > 0 {
        let sides = if dice.one_in(2) { 0..2 } else { 0..1 };
        for leader in sides {
            let mut dice = root.fork(50 + leader as u64);
            let nation = leaders[leader].nation;
            let first = dice.below(OFFICIALS.len());
            let members: Vec<Figure> = (0..extent.members)
                .map(|index| {
                    let office = &OFFICIALS[(first + index) % OFFICIALS.len()];
                    let member = Figure::official(&mut dice, nation, office, names);
                    names.push(member.name.clone());
                    member
                })
                .collect();
            delegations.push(PlannedDelegation {
                leader,
                complete: dice.one_of(&[Some(false), Some(true), None]),
                members,
            });
        }
    }
    Some(Meeting { status, mode, day, hour, minutes, place, event, delegations, meal })
}

fn statement(
    mut dice: Dice,
    leaders: &[Figure],
    meeting: Option<&Meeting>,
    before: Option<&PlannedStatement>,
) -> PlannedStatement {
    use Telling as T;

    const ANYWHERE: &[T] = &[
        T::Direct,
        T::Split,
        T::Split,
        T::Broken,
        T::Fronted,
        T::Running,
        T::Called,
        T::Described,
        T::MixedClause,
        T::Clause,
        T::Clause,
        T::Trailing,
        T::According,
        T::Proposal,
        T::Praise,
        T::Nested,
        T::Reporters,
        T::Ministry,
    ];
    const BETWEEN_LEADERS: &[T] = &[T::Told, T::Agreement, T::Urging, T::Told];

    let held = meeting.is_some_and(|meeting| meeting.status == Status::Held);
    // Who came before, where that is one leader saying something at the same table.
    let turn = before
        .filter(|before| !matches!(before.telling, T::Agreement | T::Ministry | T::Reporters | T::Nested | T::Denial));
    let mut speaker = dice.below(leaders.len());
    let telling = match turn {
        Some(before) if dice.one_in(4) => {
            speaker = before.speaker;
            T::Continued
        }
        Some(before) if held && leaders.len() == 2 && dice.one_in(4) => {
            speaker = 1 - before.speaker;
            dice.one_of(&[T::Reply, T::ReplyAdded])
        }
        _ if held && dice.one_in(4) => dice.one_of(BETWEEN_LEADERS),
        _ if meeting.is_none() && dice.one_in(6) => T::Denial,
        _ => dice.one_of(ANYWHERE),
    };
    let bilateral = held && leaders.len() == 2;
    let to = bilateral.then(|| 1 - speaker);
    let own = leaders[speaker].nation;
    let other = leaders[if leaders.len() > 1 { (speaker + 1) % leaders.len() } else { speaker }].nation;
    let host = meeting.and_then(|meeting| meeting.place).filter(|place| place.nation.code == own.code);
    let visitor = meeting.and_then(|meeting| meeting.place).is_some_and(|place| place.nation.code == other.code);
    let spoken_to = matches!(
        telling,
        T::Direct | T::Split | T::Fronted | T::Running | T::Continued | T::Reply | T::ReplyAdded | T::Told
    );
    let numbered = dice.next() % 3;
    let sentences = (0..3)
        .map(|index| {
            let mut dice = dice.fork(index);
            match dice.below(6) {
                // Only guests thank for a welcome, and only hosts give one.
                0 if bilateral && spoken_to && (host.is_some() || visitor) => {
                    Sentence::to_the_other(&mut dice, host.map(|place| place.nation))
                }
                1..4 if index == numbered => Sentence::with_quantity(&mut dice, own),
                _ => Sentence::of(&mut dice, own, other),
            }
        })
        .collect();
    let work = dice.pick(TITLES);
    let country = leaders.len() > 1 && dice.one_in(2);
    let fragment = dice.one_of(if country { COUNTRY_FRAGMENTS } else { SUBJECT_FRAGMENTS });
    let praised = if telling == T::Praise {
        if dice.one_in(2) {
            format!("{} “{},”", work.sort, work.title)
        } else {
            format!("the work of young researchers in {}", other.name)
        }
    } else if country {
        other.name.to_owned()
    } else {
        (dice.one_of(SUBJECTS)).to_owned()
    };
    PlannedStatement {
        speaker,
        to,
        telling,
        sentences,
        theme: Theme::of(&mut dice),
        praised,
        fragment,
        nested: dice.one_of(NESTED),
    }
}
