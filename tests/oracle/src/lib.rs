//! The slow reference that the reader is compared with.
//!
//! Everything here is written from `docs/documents.md` (and, for quotation marks and days, from what the functions say
//! of themselves), as plainly as it can be, and without a look at the reader: a property test holds the two equal, and
//! that is worth something only while they were written apart. It sees the model and never the corpus crate. Where the
//! two differ, read the page first.
//!
//! Offsets are bytes. Nothing here fails, except for texts of four gibibytes, which a span cannot describe.
//!
//! ```
//! use rapporteur_model::BlockKind;
//!
//! let text = "Leaders meet in Seoul\nPublished: 30 Oct. 2025\nThey met on Thursday.\n";
//! let kinds: Vec<_> = rapporteur_oracle::blocks(text).iter().map(|block| block.kind).collect();
//! assert_eq!(kinds, [BlockKind::Headline, BlockKind::Stamp, BlockKind::Paragraph]);
//!
//! let head = rapporteur_oracle::head(text);
//! assert_eq!(head.published.map(|moment| moment.value.to_string()), Some("2025-10-30".to_owned()));
//! ```

mod days;
mod positions;
mod quotations;
mod reading;
mod rows;
mod rules;
mod stamps;
mod text;

#[cfg(test)]
mod testing;

pub use days::{latest_weekday, next_weekday, weekday};
pub use positions::position;
pub use quotations::quotations;
pub use reading::{Head, Moment, blocks, head};
