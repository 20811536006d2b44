//! Who met whom, and who said what: the typed record of a diplomatic news article.
//!
//! A [`Record`] holds what one article says: the [`Article`] itself as blocks that tile its text, the [`Person`]s it
//! names with their [`Office`]s, the [`Summit`]s they held, planned or never had, the [`Statement`]s they made, and the
//! [`Quantity`]s they gave. Every value that came from the text is [`Anchored`]: it carries the bytes that say it and
//! its [`Basis`], which tells whether those bytes say it themselves or a named rule concluded it from them.
//!
//! ```
//! use rapporteur_model::{Anchored, Basis, Country, Excerpt, Span};
//!
//! let text = "The Canadian prime minister arrived.";
//! let words = Excerpt::of(text, Span::new(4, 12)?).expect("the span lies inside the text");
//! let country = Anchored::stated(Country::new("CA")?, words);
//!
//! assert_eq!(country.value().as_str(), "CA");
//! assert_eq!(country.anchor().map(|anchor| anchor.text.as_str()), Some("Canadian"));
//! assert_eq!(country.basis(), Some(Basis::Stated));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What a type promises, and what it does not
//!
//! A value that stands alone keeps its own invariants by construction: a [`Span`] never ends before it starts, a
//! [`Date`] exists, a [`Country`] is two capital letters, a stated value has no rule. What relates a record to its
//! text, or its parts to each other (that an id exists, that a span's words are the text's) is *not* promised here:
//! the checker must be able to load a wrong record to say what is wrong with it.
//!
//! # Units
//!
//! Offsets are bytes into the UTF-8 text, half-open. Times are local, as the article writes them.
//!
//! # Features
//!
//! Nothing is on by default, and the crate is `no_std` with `alloc`. `serde` gives the record's JSON form, `schemars`
//! its JSON Schema, `chrono` conversions to and from chrono's civil types.
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(test)]
extern crate std;

// In reading order: where something stands, what says it, and then the record from the outside in.
mod anchored;
mod span;

mod record;

mod article;

mod office;
mod person;

mod summit;

mod statement;

mod quantity;

mod country;
mod decimal;
mod digest;
mod id;
mod time;

pub use anchored::{Anchor, AnchorError, AnchorValue, Anchored, Basis, RuleName};
pub use article::{Article, Block, BlockKind, Stamp};
pub use country::{Country, CountryError};
pub use decimal::{Decimal, DecimalError};
pub use digest::{Digest, DigestError};
pub use id::{IdError, PersonId, QuantityId, StatementId, SummitId};
pub use office::{Office, OfficeClass};
pub use person::Person;
pub use quantity::{Hedge, Quantity};
pub use record::{Allowance, Record, Review, Schema, Source};
pub use span::{Excerpt, Span, SpanError};
pub use statement::{Party, Polarity, Statement, StatementKind};
pub use summit::{
    Delegation, Layout, Meal, MealKind, MealRelation, Mode, PartOfDay, Participant, Role, Status, Summit, SummitTime,
};
pub use time::{Date, LocalTime, Month, TimeError, TimeOfDay, Weekday};
