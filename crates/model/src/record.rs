use alloc::{string::String, vec::Vec};

use crate::{Article, Digest, Person, PersonId, Quantity, QuantityId, Statement, StatementId, Summit, SummitId};

/// What one article says: the article, the people, their summits, their statements, and the quantities given.
///
/// A record holds what was written, in the right shape. Whether its spans lie in its text, its ids lead anywhere and
/// its words are the article's is for the checker of `rapporteur-corpus`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Record {
    /// The form of this record.
    pub schema: Schema,
    /// What the record calls itself among others: the article's file name without its extension, or the `id` of its
    /// line in a JSONL file.
    pub id: String,
    /// Who vouches for it.
    pub review: Review,
    /// SHA-256 of the canonical record with a null seal; only on a reviewed record.
    pub seal: Option<Digest>,
    /// Findings of the checker that are as they should be in this record.
    #[cfg_attr(feature = "serde", serde(default))]
    pub allow: Vec<Allowance>,
    /// The file that the record belongs to.
    pub source: Source,
    /// The whole text, where the record travels without its article. A record file beside its article leaves it out.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub text: Option<String>,
    /// The article's blocks and what its head says.
    pub article: Article,
    /// The people named, in the order of their first mentions.
    #[cfg_attr(feature = "serde", serde(default))]
    pub people: Vec<Person>,
    /// The leaders' meetings told of, in the order of their first mentions.
    #[cfg_attr(feature = "serde", serde(default))]
    pub summits: Vec<Summit>,
    /// Who said what, in the order of the first parts.
    #[cfg_attr(feature = "serde", serde(default))]
    pub statements: Vec<Statement>,
    /// Money, shares and counted things, in the order of their spans.
    #[cfg_attr(feature = "serde", serde(default))]
    pub quantities: Vec<Quantity>,
}

impl Record {
    /// The person of this id; `None` where the id leads nowhere.
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// The summit of this id; `None` where the id leads nowhere.
    pub fn summit(&self, id: SummitId) -> Option<&Summit> {
        self.summits.iter().find(|summit| summit.id == id)
    }

    /// The statement of this id; `None` where the id leads nowhere.
    pub fn statement(&self, id: StatementId) -> Option<&Statement> {
        self.statements.iter().find(|statement| statement.id == id)
    }

    /// The quantity of this id; `None` where the id leads nowhere.
    pub fn quantity(&self, id: QuantityId) -> Option<&Quantity> {
        self.quantities.iter().find(|quantity| quantity.id == id)
    }
}

/// The form of a record. A file that names another is refused, never half understood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Schema {
    /// `rapporteur.record/1`, described in `docs/record.md`.
    #[default]
    #[cfg_attr(feature = "serde", serde(rename = "rapporteur.record/1"))]
    V1,
}

impl Schema {
    /// The name that a file gives.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::V1 => "rapporteur.record/1",
        }
    }
}

/// Who vouches for a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Review {
    /// The reader alone: the record is whatever the reader reads today.
    #[default]
    Machine,
    /// A person confirmed or corrected it; the reader is measured against it.
    Reviewed,
}

/// Leave for what a rule of the checker finds in one record: it is so, and right.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Allowance {
    /// The rule's name or code.
    pub rule: String,
    /// Why it does not apply here, for whoever reads the record next.
    #[cfg_attr(feature = "serde", serde(default))]
    pub reason: String,
}

/// Which bytes a record belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Source {
    /// The article's length in bytes.
    pub bytes: u32,
    /// SHA-256 of those bytes.
    pub sha256: Digest,
}
