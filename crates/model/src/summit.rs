use alloc::{string::String, vec::Vec};

use crate::{AnchorValue, Anchored, Country, Excerpt, LocalTime, PersonId, SummitId};

/// A meeting of two or more leaders: heads of state or government, or of an organization of states.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Summit {
    /// The summit's id in this record.
    pub id: SummitId,
    /// Whether it took place.
    pub status: Anchored<Status>,
    /// How the leaders met.
    #[cfg_attr(feature = "serde", serde(default))]
    pub mode: Anchored<Mode>,
    /// How many sides there were.
    pub layout: Layout,
    /// The leaders.
    #[cfg_attr(feature = "serde", serde(default))]
    pub participants: Vec<Participant>,
    /// When it began, or on which day it was.
    pub begins: Option<SummitTime>,
    /// When it ended, where the text says so.
    pub ends: Option<Anchored<LocalTime>>,
    /// How long it lasted, in minutes.
    pub duration_minutes: Option<Anchored<u32>>,
    /// The building or room: "a hotel".
    pub venue: Option<Anchored<String>>,
    /// The city, town or island.
    pub locality: Option<Anchored<String>>,
    /// The region by its ISO 3166-2 code, or by its name where the list has none.
    pub region: Option<Anchored<String>>,
    /// The country in which it took place.
    pub country: Option<Anchored<Country>>,
    /// The larger event that gave the occasion.
    pub host_event: Option<Anchored<String>>,
    /// Who sat at the table beside the leaders, by side.
    #[cfg_attr(feature = "serde", serde(default))]
    pub delegations: Vec<Delegation>,
    /// The meals that belonged to it.
    #[cfg_attr(feature = "serde", serde(default))]
    pub meals: Vec<Meal>,
    /// Every phrase of the article that tells of this meeting, in order.
    #[cfg_attr(feature = "serde", serde(default))]
    pub mentions: Vec<Excerpt>,
}

/// Whether a meeting took place, as far as the article knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Status {
    /// It took place.
    Held,
    /// It is still to come.
    Planned,
    /// It had been planned and was called off, or put off without a day.
    Cancelled,
    /// The article says that there was or will be none.
    Denied,
}

/// How the leaders met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Mode {
    /// In one place.
    InPerson,
    /// By telephone.
    Phone,
    /// By video.
    Video,
    /// The article does not say.
    #[default]
    Unknown,
}

impl AnchorValue for Mode {
    const UNSAID: Option<Self> = Some(Self::Unknown);
}

/// How many sides a summit had. Computed from the participants, not anchored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Layout {
    /// Two.
    Bilateral,
    /// Three or more.
    Multilateral,
    /// Fewer than two are known.
    #[default]
    Unknown,
}

impl Layout {
    /// The layout of a summit with this many participants.
    pub const fn of(participants: usize) -> Self {
        match participants {
            0 | 1 => Self::Unknown,
            2 => Self::Bilateral,
            _ => Self::Multilateral,
        }
    }
}

/// A leader at a summit.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Participant {
    /// Who it is, where the article names or describes a person.
    pub person: Option<PersonId>,
    /// The country the leader came for.
    pub country: Option<Anchored<Country>>,
    /// The organization the leader came for, where it is not a country.
    pub organization: Option<Anchored<String>>,
    /// Whether the leader received the other or was received.
    #[cfg_attr(feature = "serde", serde(default))]
    pub role: Anchored<Role>,
    /// The words that name the leader as one who met.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub excerpt: Excerpt,
}

/// Whether a leader received the other or was received.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Role {
    /// The other came to this leader's country.
    Host,
    /// This leader came to the other's country.
    Visitor,
    /// Neither, or the article does not say.
    #[default]
    Unknown,
}

impl AnchorValue for Role {
    const UNSAID: Option<Self> = Some(Self::Unknown);
}

/// When a summit began.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct SummitTime {
    /// The day, or the minute.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub time: Anchored<LocalTime>,
    /// The part of the day, only where a word says it.
    pub part_of_day: Option<PartOfDay>,
    /// The zone as written beside it.
    pub zone: Option<String>,
}

/// A part of a day, as a word names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "the names say it")]
pub enum PartOfDay {
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// One side's people at the table, without its leader.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Delegation {
    /// Whose side it is.
    pub country: Option<Anchored<Country>>,
    /// Whether the list is closed ("comprised"), open ("included"), or does not say.
    pub complete: Option<bool>,
    /// The people of the list, in its order.
    #[cfg_attr(feature = "serde", serde(default))]
    pub members: Vec<PersonId>,
}

/// A meal that belonged to a summit.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Meal {
    /// Which meal.
    pub kind: MealKind,
    /// When it was, seen from the talks.
    pub relation: MealRelation,
    /// The words that name it.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub excerpt: Excerpt,
}

/// Which meal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "the names say it")]
pub enum MealKind {
    Breakfast,
    Lunch,
    Dinner,
    Banquet,
    Reception,
    Tea,
}

/// When a meal was, seen from the talks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "the names say it")]
pub enum MealRelation {
    Before,
    During,
    After,
    Unknown,
}
