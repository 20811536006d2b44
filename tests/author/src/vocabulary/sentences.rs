use rapporteur_model::{Decimal, Hedge};

use super::Nation;
use crate::random::Dice;

/// A number that is given in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedQuantity {
    /// The number, scale words applied.
    pub value: Decimal,
    /// The number and its unit as printed, without the hedge: "27,000 troops".
    pub words: String,
    /// What is counted, as printed.
    pub unit: &'static str,
    /// How exactly it is meant.
    pub hedge: Hedge,
    /// The words of the hedge; empty where there is none.
    pub hedge_words: &'static str,
}

/// Something a leader says, as the leader says it and as a reporter retells it; neither has a stop at its end.
///
/// `{q}` stands for the quantity, `{you}` and `{your}` for those words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The words themselves, beginning with a capital letter.
    pub direct: String,
    /// The same in the past tense and the third person, beginning as it would inside a sentence.
    pub reported: String,
    /// The quantity that `{q}` stands for.
    pub quantity: Option<PlannedQuantity>,
}

/// What is to be done, and to what: "expand", "expanding", "trade in farm goods".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The verb.
    pub verb: &'static str,
    /// The verb with -ing.
    pub gerund: &'static str,
    /// Its object.
    pub object: &'static str,
}

const VERBS: &[(&str, &str)] = &[
    ("expand", "expanding"),
    ("deepen", "deepening"),
    ("strengthen", "strengthening"),
    ("broaden", "broadening"),
    ("advance", "advancing"),
    ("promote", "promoting"),
];

const OBJECTS: &[&str] = &[
    "cooperation in shipbuilding",
    "trade in farm goods",
    "student exchange",
    "research on clean energy",
    "security cooperation at sea",
    "the partnership in space",
    "cultural exchange",
    "cooperation on public health",
    "joint training of engineers",
    "investment in railways",
    "tourism in rural areas",
    "work on artificial intelligence",
    "cooperation among small businesses",
    "protection of the oceans",
];

impl Theme {
    pub(crate) fn of(dice: &mut Dice) -> Self {
        let (verb, gerund) = dice.one_of(VERBS);
        Self { verb, gerund, object: dice.one_of(OBJECTS) }
    }
}

/// The first letter as a capital.
pub(crate) fn capital(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

impl Sentence {
    /// The words as they go on after "and".
    pub(crate) fn continued(&self) -> String {
        let mut rest = self.direct.chars();
        let first = rest.next().unwrap_or_default();
        // A country keeps its capital, as the retelling shows, and so does "I".
        if self.reported.starts_with(first) || self.direct.starts_with("I ") {
            return self.direct.clone();
        }
        first.to_lowercase().chain(rest).collect()
    }

    fn new(direct: impl Into<String>, reported: impl Into<String>) -> Self {
        Self { direct: direct.into(), reported: reported.into(), quantity: None }
    }

    /// Something that the leader of `own` says about what its country and `other` do.
    pub(crate) fn of(dice: &mut Dice, own: &Nation, other: &Nation) -> Self {
        let Theme { verb, object, .. } = Theme::of(dice);
        let (own, other) = (own.name, other.name);
        let mut sentence = match dice.below(9) {
            0 => Self::new(format!("We will {verb} {object}"), format!("the two countries would {verb} {object}")),
            1 => Self::new(format!("We want to {verb} {object}"), format!("the two sides wanted to {verb} {object}")),
            2 => Self::new(
                capital(&format!("{own} is ready to {verb} {object}")),
                format!("{own} was ready to {verb} {object}"),
            ),
            3 => Self::new(
                capital(&format!("{object} is central to our friendship")),
                format!("{object} was central to the friendship"),
            ),
            4 => Self::new(format!("It is time to {verb} {object}"), format!("it was time to {verb} {object}")),
            5 => Self::new(
                format!("Much remains to be done to {verb} {object}"),
                format!("much remained to be done to {verb} {object}"),
            ),
            6 => {
                Self::new(format!("I believe we can {verb} {object}"), format!("both countries could {verb} {object}"))
            }
            7 => Self::new(
                format!("Our teams will begin work to {verb} {object}"),
                format!("officials would begin work to {verb} {object}"),
            ),
            _ => Self::new(
                capital(&format!("{other} is an important partner in our effort to {verb} {object}")),
                format!("{other} was an important partner in the effort to {verb} {object}"),
            ),
        };
        if !sentence.direct.ends_with("friendship") {
            sentence.direct.push_str(dice.one_of(&[
                "",
                "",
                " in the coming years",
                " step by step",
                " at every level",
            ]));
        }
        sentence
    }

    /// Something said to the other leader. `host` is the country that receives the other, where the speaker is its
    /// leader.
    pub(crate) fn to_the_other(dice: &mut Dice, host: Option<&Nation>) -> Self {
        let Theme { object, .. } = Theme::of(dice);
        let direct = match (dice.below(4), host) {
            (0, Some(host)) => format!("I sincerely welcome {{your}} visit to {}", host.name),
            (0, None) => "Thank {you} for the warm welcome".to_owned(),
            (1, _) => format!("I look forward to working with {{you}} on {object}"),
            (2, _) => format!("I value {{your}} leadership on {object}"),
            _ => format!("Without {{your}} support there would be no {object}"),
        };
        // Speech to the other is only ever quoted: a retelling would have no "you".
        Self::new(direct, format!("the two countries gained from {object}"))
    }

    /// Something with a number in it.
    pub(crate) fn with_quantity(dice: &mut Dice, own: &Nation) -> Self {
        let own = own.name;
        let (quantity, sentence) = match dice.below(4) {
            0 => {
                let whole = 2 + dice.below(40);
                let (number, unit) = (whole.to_string(), dice.one_of(&["percent", "per cent"]));
                let words = format!("{number} {unit}");
                let sentence = Self::new(
                    "Trade between our countries grew by {q} last year",
                    "trade between the two countries grew by {q} last year",
                );
                (quantity(dice, number, words, unit), sentence)
            }
            1 => {
                let whole = 100 * (1 + dice.below(400));
                let unit = dice.one_of(&["troops", "engineers", "volunteers", "students"]);
                let words = format!("{} {unit}", grouped(whole));
                let sentence = Self::new(
                    capital(&format!("{own} sent {{q}} to help rebuild the port after the storm")),
                    format!("{own} had sent {{q}} to help rebuild the port after the storm"),
                );
                (quantity(dice, whole.to_string(), words, unit), sentence)
            }
            2 => {
                let (whole, half) = (1 + dice.below(30), dice.one_in(2));
                let (scale, zeros) = dice.one_of(&[("million", 6), ("billion", 9)]);
                let number = if half { format!("{whole}.5") } else { whole.to_string() };
                let value = if half {
                    format!("{whole}5{}", "0".repeat(zeros - 1))
                } else {
                    format!("{whole}{}", "0".repeat(zeros))
                };
                let (words, unit) = if dice.one_in(2) {
                    (format!("${number} {scale}"), "$")
                } else {
                    (format!("{number} {scale} euros"), "euros")
                };
                let sentence = Self::new(
                    "Our companies will invest {q} in the project",
                    "companies would invest {q} in the project",
                );
                (quantity(dice, value, words, unit), sentence)
            }
            _ => {
                let whole = 12 + dice.below(80);
                let unit = dice.one_of(&["ships", "buses", "schools", "bridges"]);
                let words = format!("{whole} {unit}");
                let sentence = Self::new(
                    "The program has already paid for {q} in rural districts",
                    "the program had already paid for {q} in rural districts",
                );
                (quantity(dice, whole.to_string(), words, unit), sentence)
            }
        };
        Self { quantity, ..sentence }
    }
}

fn quantity(dice: &mut Dice, value: String, words: String, unit: &'static str) -> Option<PlannedQuantity> {
    let (hedge_words, hedge) = dice.one_of(&[
        ("", Hedge::None),
        ("", Hedge::None),
        ("about", Hedge::About),
        ("roughly", Hedge::About),
        ("more than", Hedge::Above),
        ("at least", Hedge::Above),
        ("nearly", Hedge::JustBelow),
        ("almost", Hedge::JustBelow),
        ("up to", Hedge::Below),
        ("just over", Hedge::JustAbove),
    ]);
    Decimal::new(value).ok().map(|value| PlannedQuantity { value, words, unit, hedge, hedge_words })
}

/// The number with commas between its thousands.
fn grouped(number: usize) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", grouped(number / 1000), number % 1000) }
}
