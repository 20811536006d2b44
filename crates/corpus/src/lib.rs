//! Reads diplomatic news articles without losing a byte, and checks their records.
//!
//! Bytes in, values out: no files, no clock, no threads of its own. A text becomes a [`document::Document`], whose
//! blocks tile it; the stages of [`reading`] find in it the people, summits, statements and quantities and make a
//! [`Record`](rapporteur_model::Record); [`record_file`] writes and reads the record's file; [`checking`] takes an
//! article and any record, one just read or one that a person has edited, and says what is wrong with them.
//!
//! ```
//! use rapporteur_corpus::{document::Document, reading};
//!
//! let text = "Published: 30 Oct. 2025, 15:30\n“We agree,” the minister said.\n";
//! let document = Document::parse(text);
//! let reading = reading::read(&document, "example");
//!
//! assert_eq!(reading.record.statements[0].parts[0].text, "“We agree,”");
//! assert_eq!(reading.record.article.published.as_ref().map(|stamp| stamp.time.value().to_string()).as_deref(), Some("2025-10-30T15:30"));
//! ```

pub mod document;

pub mod reading;

pub mod record_file;

pub mod checking;
