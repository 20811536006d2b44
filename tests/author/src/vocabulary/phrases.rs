use rapporteur_model::OfficeClass;

use super::Nation;
use crate::random::Dice;

/// A meeting of an organisation at which leaders meet each other.
#[derive(Debug, PartialEq, Eq)]
pub struct Event {
    /// Its name without article, apostrophes curly.
    pub name: &'static str,
}

pub(crate) const EVENTS: &[Event] = &[
    Event { name: "APEC Economic Leaders’ Meeting" },
    Event { name: "G20 Leaders’ Summit" },
    Event { name: "ASEAN Summit" },
    Event { name: "East Asia Summit" },
    Event { name: "U.N. General Assembly" },
    Event { name: "Munich Security Conference" },
    Event { name: "World Economic Forum" },
    Event { name: "Indian Ocean Conference" },
];

pub(crate) const VENUES: &[&str] = &[
    "a hotel",
    "the presidential office",
    "a lakeside resort",
    "the National Museum",
    "a government guesthouse",
    "a convention center",
    "the Blue Pavilion",
    "a villa",
];

pub(crate) const AGENCIES: &[&str] = &["Meridian", "Meridian News", "Harbor Wire", "Orient Press"];
pub(crate) const REPORTERS: &[&str] = &["Ana Keller", "Petra Novak", "Sam Osei", "Lena Fischer and Tom Abbey"];

/// An office below the leader's.
#[derive(Debug, PartialEq, Eq)]
pub struct Official {
    /// The title as printed before a name.
    pub title: &'static str,
    /// What sort of office it is.
    pub class: OfficeClass,
}

const fn official(title: &'static str, class: OfficeClass) -> Official {
    Official { title, class }
}

/// The offices of those who come along.
pub const OFFICIALS: &[Official] = &[
    official("Foreign Minister", OfficeClass::Minister),
    official("Defense Minister", OfficeClass::Minister),
    official("Trade Minister", OfficeClass::Minister),
    official("Finance Minister", OfficeClass::Minister),
    official("National Security Adviser", OfficeClass::Official),
    official("chief of staff", OfficeClass::Official),
    official("policy chief", OfficeClass::Official),
    official("Deputy Prime Minister", OfficeClass::DeputyHead),
];

/// An invented work whose title stands in marks.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Title {
    /// "the film".
    pub(crate) sort: &'static str,
    /// The title.
    pub(crate) title: &'static str,
}

pub(crate) const TITLES: &[Title] = &[
    Title { sort: "the film", title: "The Lantern Maker" },
    Title { sort: "the novel", title: "Salt and Snow" },
    Title { sort: "the animated series", title: "Paper Crane Academy" },
    Title { sort: "the documentary", title: "Northern Harbor" },
    Title { sort: "the stage play", title: "Letters From the Strait" },
];

/// What a leader calls a country: the words in marks of a mixed statement.
pub(crate) const COUNTRY_FRAGMENTS: &[&str] = &[
    "a trusted friend in times of hardship",
    "a partner that shares both values and interests",
    "a bridge between two oceans and two peoples",
    "a model for the whole region to follow",
    "a country whose word can be relied on",
];

/// What a leader calls a plan or a partnership.
pub(crate) const SUBJECT_FRAGMENTS: &[&str] = &[
    "the cornerstone of everything built so far",
    "an opportunity that comes once in a generation",
    "a model for the whole region to follow",
    "one of the great successes of recent years",
    "a promise that both sides have kept",
];

/// What is spoken of.
pub(crate) const SUBJECTS: &[&str] = &[
    "the partnership",
    "the agreement",
    "the new shipping route",
    "the joint research center",
    "the exchange program",
];

/// What somebody's relative said, for quotations inside quotations: the speaker and the words.
pub(crate) const NESTED: &[(&str, &str)] = &[
    ("My grandmother", "A good neighbor is worth more than gold"),
    ("My first teacher", "A closed door opens from both sides"),
    ("An old fisherman", "The sea joins more than it divides"),
];

/// A sentence that holds no fact a reader should record, though it looks as if it did: titles and scare quotes in
/// marks, demonyms that are no countries, summits that are none, dates of other things, hopes that nobody voices. None
/// of them names `ours`.
pub(crate) fn background(dice: &mut Dice, ours: &[&Nation]) -> String {
    const DEMONYMS: &[&str] = &["French fries", "Turkish coffee", "Swiss cheese", "Danish pastries", "Greek olives"];
    let free = |word: &str| !ours.iter().any(|nation| word.starts_with(nation.demonym));
    let food = DEMONYMS.iter().copied().find(|food| free(food) && dice.one_in(2)).unwrap_or("Swiss cheese");
    let work = dice.pick(TITLES);
    match dice.below(12) {
        0 => format!("A lunch stand outside the hall sold {food} to waiting drivers."),
        1 => "Climbers reached the summit of Mount Elbrus in May, weeks before the season usually opens.".to_owned(),
        2 => "The so-called “green lane” for cargo has been open since last spring.".to_owned(),
        3 => format!("Copies of {} “{}” were on display in the lobby.", work.sort, work.title),
        4 => "Foreign ministers of the region are to gather in October for their yearly conference.".to_owned(),
        5 => "A business summit of chief executives opened in the same week.".to_owned(),
        6 => "Traffic was light along the route, and schools in the district stayed open.".to_owned(),
        7 => "Officials hope that tourism will recover next year.".to_owned(),
        8 => "An earlier agreement, signed on Oct. 3, 2014, expired last spring.".to_owned(),
        9 => "The word “resilience” stood on posters across the city.".to_owned(),
        10 => "The stock exchange closed slightly higher, and the currency was little changed.".to_owned(),
        _ => "A U.N. agency runs its regional office from the same building.".to_owned(),
    }
}
