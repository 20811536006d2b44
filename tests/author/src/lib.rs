//! Writes articles from planned facts.
//!
//! A [`Plan`] holds what an article is to say: who met, where, when, and who said what. A [`Style`] holds how it is laid
//! out and worded. [`write()`] makes the article of the two and says, with exact offsets, what a correct reader finds in
//! it. Tests read the article and compare; benchmarks take seeds and write as many as they need.
//!
//! ```
//! let article = rapporteur_author::write(&rapporteur_author::plan(1), &rapporteur_author::style(1));
//! for excerpt in article.facts.excerpts() {
//!     assert_eq!(excerpt.span.slice(&article.text), Some(excerpt.text.as_str()));
//! }
//! ```
//!
//! [`rewriting`] puts other facts into an article that has a reviewed record, and into the record.
//!
//! The people are invented, and so is what they say; the countries and cities are real.

mod calendar;
mod facts;
mod layout;
mod page;
mod plan;
mod random;
mod style;
#[cfg(test)]
mod tests;
mod vocabulary;
mod writing;

pub mod rewriting;

pub use facts::{
    DelegationFact, Fact, Facts, MealFact, Occasion, ParticipantFact, PartyFact, PersonFact, QuantityFact,
    StatementFact, SummitFact, Written,
};
pub use plan::{
    Figure, Hour, Meeting, Place, Plan, PlannedDelegation, PlannedMeal, PlannedStatement, Prefix, Telling, dense_plan,
    plan, plans,
};
pub use style::{
    Breaks, Dateline, Day, Ending, FirstName, Genre, Headline, Label, LaterName, Lead, Marks, Noun, Stamps, Style, Tag,
    style, styles,
};
pub use vocabulary::{
    City, Culture, Event, NATIONS, Name, Nation, OFFICIALS, Official, PlannedQuantity, Sentence, Theme,
};
pub use writing::write;
