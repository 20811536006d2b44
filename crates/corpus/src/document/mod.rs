//! The document layer: a text as blocks that tile it, and what its head says.
//!
//! `docs/documents.md` defines the blocks. Nothing here can fail: any UTF-8 text is a document, and what no rule
//! places is a paragraph.

mod blocks;
mod cursor;
mod endings;
mod heading;
mod line_index;
mod lines;
mod shapes;
mod source;
mod stamps;

use rapporteur_model::{Block, LocalTime, Span};

pub use line_index::{LineIndex, Position};
pub use source::{Limits, Source, SourceError};

/// A text divided into blocks.
#[derive(Debug, Clone)]
pub struct Document<'t> {
    text: &'t str,
    blocks: Vec<Block>,
    head: Head,
    problems: Vec<Problem>,
}

/// What the head of an article says about it, as spans of the text.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// The date before the headline.
    pub prefix_date: Option<Moment>,
    /// The headline, trimmed.
    pub headline: Option<Span>,
    /// When the article says that it was published, written or filed.
    pub published: Option<Moment>,
    /// When it says that it was changed.
    pub updated: Option<Moment>,
    /// The places of the dateline.
    pub dateline: Option<Span>,
    /// The month and day of the dateline, which names no year unless it is written: month, day, year.
    pub dateline_day: Option<DatelineDay>,
    /// The writer, without "By".
    pub byline: Option<Span>,
}

/// A date or a minute that the head gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The words: first item to last.
    pub span: Span,
    /// The words of the date alone, without weekday, clock and zone.
    pub day_span: Span,
    /// What they say.
    pub value: LocalTime,
    /// The zone, as written.
    pub zone: Option<Span>,
}

/// The day that a dateline gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatelineDay {
    /// The words.
    pub span: Span,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month.
    pub day: u8,
    /// The year, where it is written.
    pub year: Option<u16>,
}

/// Trouble that a stage met in the text; the rules of [`checking`](crate::checking) turn it into findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What sort of trouble.
    pub kind: ProblemKind,
    /// Where.
    pub span: Span,
}

/// The sorts of trouble a stage can meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// A date that can be read as day/month or as month/day, and nothing in the text decides it.
    AmbiguousDate,
    /// A date that does not exist.
    ImpossibleDate,
    /// A weekday beside a date of another day of the week.
    OtherWeekday,
    /// Words that stand where a leader's country would, and name none.
    UnknownState,
    /// A list of leaders that goes on beyond those that are read.
    EndlessList,
}

impl<'t> Document<'t> {
    /// Divides `text` into blocks.
    pub fn parse(text: &'t str) -> Self {
        let blocks::Parsed { blocks, head, problems } = blocks::parse(text);
        Self { text, blocks, head, problems }
    }

    /// The whole text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The blocks, which tile the text.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// What the head says.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// Trouble met in the head.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

/// The span between two byte offsets; `None` where they do not fit, which a text within its limits rules out.
pub(crate) fn span(start: usize, end: usize) -> Option<Span> {
    Span::new(u32::try_from(start).ok()?, u32::try_from(end).ok()?).ok()
}
