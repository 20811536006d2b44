//! The integration tests, in one binary.

mod author;
mod documents;
