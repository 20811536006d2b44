//! The file of a record: one way to print it, one way to read it, and its seal.
//!
//! `docs/record.md` describes the JSON. [`print()`] and [`parse`] are each other's inverse; [`complete`] turns a draft that
//! a person wrote by words into a record; [`locate`] leads from a JSON pointer back to the bytes of the file.

mod parsing;
mod printing;

mod pointers;

mod drafts;

#[cfg(test)]
pub(crate) mod arbitrary;

pub use drafts::{DraftError, complete};
pub use parsing::{MAX_BYTES, RecordFile, RecordFileError, parse};
pub use pointers::{locate, locate_all};
pub use printing::{print, seal};

pub(crate) use pointers::Path;
pub(crate) use printing::lay_out;
