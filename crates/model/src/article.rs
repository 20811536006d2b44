use alloc::{string::String, vec::Vec};

use crate::{Anchored, LocalTime, Span};

/// The article as a document: its blocks, and what its head says about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Article {
    /// The blocks in order. They tile the text: each begins where the one before ends.
    #[cfg_attr(feature = "serde", serde(default))]
    pub blocks: Vec<Block>,
    /// The date before the headline. It comes from whoever collected the text, not from the newspaper.
    pub prefix_date: Option<Anchored<LocalTime>>,
    /// The headline, as printed.
    pub headline: Option<Anchored<String>>,
    /// When the article says that it was published, written or filed.
    pub published: Option<Stamp>,
    /// When the article says that it was last changed.
    pub updated: Option<Stamp>,
    /// The place (and no date) of a wire story's dateline, as printed.
    pub dateline: Option<Anchored<String>>,
    /// The writer or writers, without "By".
    pub byline: Option<Anchored<String>>,
    /// Language as a BCP 47 tag, `en`; `None` where the reader does not know it.
    pub language: Option<String>,
}

/// A time stamp of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Stamp {
    /// The day, or the minute.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub time: Anchored<LocalTime>,
    /// The zone as written beside it ("KST", "+09:00").
    pub zone: Option<String>,
}

/// A piece of the text: its words, the line ending after them, and the blank lines after that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub span: Span,
}

/// What a block of an article is. `docs/documents.md` says how each is told from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum BlockKind {
    /// A byte order mark at the very beginning.
    Bom,
    /// `date 2025-10-30` before the headline, with the blanks around it.
    PrefixDate,
    /// A story tag, such as `(2nd LD)`, `URGENT:` or `(ATTN: ADDS photo)`.
    Tag,
    /// The headline.
    Headline,
    /// A time stamp with its label.
    Stamp,
    /// A wire story's place, date and agency, up to the dash.
    Dateline,
    /// Who wrote it.
    Byline,
    /// The words under a picture.
    Caption,
    /// A paragraph of the body, which may run over several lines.
    Paragraph,
    /// Who speaks next in a transcript, with the colon.
    SpeakerLabel,
    /// What a page puts around an article: menus, credits, other headlines, the end mark.
    Furniture,
}
