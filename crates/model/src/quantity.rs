use alloc::string::String;

use crate::{AnchorValue, Anchored, Decimal, Excerpt, QuantityId, StatementId};

/// Money, a share, or a number of counted things, as the article gives it. The program does not know whether it is true.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Quantity {
    /// The quantity's id in this record.
    pub id: QuantityId,
    /// The number, with scale words applied: "3 billion yen" is 3000000000.
    pub value: Decimal,
    /// What is counted, as printed: "troops", "yen", "percent".
    pub unit: String,
    /// How exactly it is meant.
    #[cfg_attr(feature = "serde", serde(default))]
    pub hedge: Anchored<Hedge>,
    /// The number and its unit, without the hedge.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub excerpt: Excerpt,
    /// The statement whose speaker gives it; `None` where the article does.
    pub asserted_by: Option<StatementId>,
}

/// How exactly a quantity is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Hedge {
    /// No hedge is printed.
    #[default]
    None,
    /// "some", "about", "roughly".
    About,
    /// "up to", "fewer than".
    Below,
    /// "at least", "over", "more than".
    Above,
    /// "nearly", "almost".
    JustBelow,
    /// "just over", "a little more than".
    JustAbove,
}

impl AnchorValue for Hedge {
    const UNSAID: Option<Self> = Some(Self::None);
}
