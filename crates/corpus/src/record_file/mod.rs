//! The file of a record: one way to print it, one way to read it, and its seal.
