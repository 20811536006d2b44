//! The reading stages: from a document to its record.

use rapporteur_model::{Article, Digest, Record, Review, Schema, Source};
use sha2::{Digest as _, Sha256};

use crate::document::{Document, Problem};

/// What the reader read.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The record, without the text: `review` is machine, `seal` is null.
    pub record: Record,
    /// Trouble met on the way.
    pub problems: Vec<Problem>,
}

/// Reads a document. The same document gives the same reading, always and everywhere.
///
/// `id` is what the record is to call itself.
pub fn read(document: &Document<'_>, id: &str) -> Reading {
    let record = Record {
        schema: Schema::V1,
        id: id.to_owned(),
        review: Review::Machine,
        seal: None,
        source: source(document.text()),
        text: None,
        article: Article { blocks: document.blocks().to_vec(), ..Article::default() },
        people: Vec::new(),
        summits: Vec::new(),
        statements: Vec::new(),
        quantities: Vec::new(),
    };
    Reading { record, problems: document.problems().to_vec() }
}

/// What binds a record to the bytes of its article.
pub fn source(text: &str) -> Source {
    Source {
        bytes: u32::try_from(text.len()).unwrap_or(u32::MAX),
        sha256: Digest::from_bytes(Sha256::digest(text.as_bytes()).into()),
    }
}
