//! The picture in `README.md`: part of the seed as `rapporteur show` prints it.

use std::fs;

use rapporteur::view;
use rapporteur_corpus::{document::Document, reading};

use crate::{Outcome, generated::generated_file_is_in_step, root};

const SEED: &str = "seeds/000_44616b36b33d74b3.txt";
const BEGIN: &str = "<!-- Made by `cargo xtask readme` from the seed; change it there. -->\n```text\n";
const END: &str = "```\n<!-- The end of what `cargo xtask readme` makes. -->\n";

pub(crate) fn run(check: bool) -> Outcome {
    let text = fs::read_to_string(root().join(SEED))?;
    let record = reading::read(&Document::parse(&text), "seed").record;
    let picture = excerpt(&view::render(&text, &record, None, &view::Options::default()));
    let page = fs::read_to_string(root().join("README.md"))?;
    let parts = page.split_once(BEGIN).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) = parts.ok_or("README.md has lost the marks between which its picture stands")?;
    let expected = [before, BEGIN, &picture, END, after].concat();
    Ok(generated_file_is_in_step("README.md", &expected, "readme", check)?)
}

/// The first two paragraphs of the body and the table of summits, which show every kind of mark.
fn excerpt(view: &str) -> String {
    let pieces = || view.split("\n\n");
    let paragraphs = pieces().filter(|piece| !piece.starts_with('[')).take(2);
    let summits = pieces().filter(|piece| piece.starts_with("summits\n"));
    let chosen: Vec<&str> = paragraphs.chain(summits).map(|piece| piece.trim_end_matches('\n')).collect();
    chosen.join("\n\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_is_in_step() {
        run(true).unwrap();
    }

    #[test]
    fn an_excerpt_holds_two_paragraphs_and_the_summits() {
        let view = "[headline]\nH\n\nOne.\n\nTwo.\n\nThree.\n\npeople\n  p1\n\nsummits\n  m1\n\nquantities\n  q1\n";
        assert_eq!(excerpt(view), "One.\n\nTwo.\n\nsummits\n  m1\n");
    }
}
