//! The integration tests, in one binary: what can only be seen from outside a crate.
#![expect(clippy::unwrap_used, reason = "a test that unwraps fails loudly, and so do the functions that tests share")]

mod house;

mod author;
mod documents;

mod articles;

mod records;

mod snapshots;

mod properties;

mod command;

mod findings;
mod habits;

mod bad_input;

mod faults;
mod fuzzing;
mod hostile;

mod support;
