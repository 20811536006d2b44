//! Articles as bytes: what goes in comes out.

use std::fs;

use rapporteur_corpus::{document::Document, reading};

use crate::support::{articles, at};

#[test]
fn the_seed_is_the_seed_byte_for_byte() {
    let text = fs::read_to_string(at("seeds/000_44616b36b33d74b3.txt")).unwrap();
    let source = reading::source(&text);
    assert_eq!(source.bytes, 2191);
    assert_eq!(source.sha256.as_str(), "b4ba5fc22d4e45ee20822932c88841074bed1d04cabfb7ced040ddd33f99b3ce");
}

#[test]
fn the_blocks_of_every_article_give_it_back() {
    for (entry, text) in articles() {
        let document = Document::parse(&text);
        let tiled: String = document.blocks().iter().map(|block| block.span.slice(&text).unwrap()).collect();
        assert_eq!(tiled, text, "{}", entry.id);
    }
}
