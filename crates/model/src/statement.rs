use alloc::vec::Vec;

use crate::{Anchor, AnchorValue, Anchored, Excerpt, PersonId, StatementId, SummitId};

/// Who said what: an attribution, with its source, its cue and its content.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Statement {
    /// The statement's id in this record.
    pub id: StatementId,
    /// Whose words the content gives.
    pub kind: StatementKind,
    /// Who said it.
    pub speaker: Option<Party>,
    /// The verb group or noun that reports it: "said", "went on to say", a headline's colon.
    pub cue: Option<Excerpt>,
    /// Whom it was said to.
    pub addressee: Option<Party>,
    /// The content: contiguous words, quotation marks included where they are marked, at least one part a paragraph.
    #[cfg_attr(feature = "serde", serde(default))]
    pub parts: Vec<Excerpt>,
    /// The statement of the same speaker that this one goes on from.
    pub continues: Option<StatementId>,
    /// The statement of another speaker that this one answers.
    pub replies_to: Option<StatementId>,
    /// The statement inside whose words this one is quoted.
    pub within: Option<StatementId>,
    /// The summit at which it was said.
    pub summit: Option<SummitId>,
    /// Whether the content is put forward or denied.
    #[cfg_attr(feature = "serde", serde(default))]
    pub polarity: Anchored<Polarity>,
}

/// Whose words a statement's content gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum StatementKind {
    /// The speaker's words.
    Direct,
    /// The writer's words with the speaker's inside them, in marks.
    Mixed,
    /// The writer's words.
    Indirect,
}

/// A speaker or an addressee: the words that name the party, and who that is where it can be said.
///
/// A ministry, a capital or "reporters" is a party of no people.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Party {
    /// The people it is, in the order of their ids.
    #[cfg_attr(feature = "serde", serde(default))]
    pub people: Vec<PersonId>,
    /// The words in the text.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub anchor: Anchor,
}

/// Whether a statement puts its content forward or denies it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Polarity {
    /// It is put forward.
    #[default]
    Asserted,
    /// It is denied: "denied that".
    Denied,
}

impl AnchorValue for Polarity {
    const UNSAID: Option<Self> = Some(Self::Asserted);
}
