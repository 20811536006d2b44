//! The words articles are made of. People, films and agencies are invented; countries, cities and meetings are real.

mod names;
mod nations;
mod phrases;
mod sentences;

pub use names::{Culture, Name};
pub use nations::{City, NATIONS, Nation};
pub use phrases::{Event, OFFICIALS, Official};
pub use sentences::{PlannedQuantity, Sentence, Theme};

pub(crate) use sentences::capital;

pub(crate) use phrases::{
    AGENCIES, COUNTRY_FRAGMENTS, EVENTS, NESTED, REPORTERS, SUBJECT_FRAGMENTS, SUBJECTS, TITLES, VENUES, background,
};
