use alloc::{string::String, vec::Vec};

use crate::{Anchored, Excerpt, Office, PersonId};

/// A person whom the article names or refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Person {
    /// The person's id in this record.
    pub id: PersonId,
    /// The fullest form of the name that the article prints, without honorifics; `None` for a person known only by an
    /// office ("the Brazilian president").
    pub name: Option<Anchored<String>>,
    /// Every place that names the person or could be resolved to the person, outside quotations, in order.
    #[cfg_attr(feature = "serde", serde(default))]
    pub mentions: Vec<Excerpt>,
    /// The offices that the article gives the person, in order.
    #[cfg_attr(feature = "serde", serde(default))]
    pub offices: Vec<Office>,
}
