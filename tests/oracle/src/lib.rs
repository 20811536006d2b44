//! The slow reference that the reader is compared with.
//!
//! Everything here is written from `docs/documents.md` (and, for quotation marks and days, from what the functions say
//! of themselves), as plainly as it can be, and without a look at the reader: a property test holds the two equal, and
//! that is worth something only while they were written apart. It sees the model and never the corpus crate. Where the
//! two differ, read the page first.
//!
//! Offsets are bytes. Nothing here fails, except for texts of four gibibytes, which a span cannot describe.

mod days;
mod positions;
mod quotations;
mod text;

pub use days::{latest_weekday, next_weekday, weekday};
pub use positions::position;
pub use quotations::quotations;
