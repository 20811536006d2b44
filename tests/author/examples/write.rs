//! Prints the article of a seed and the facts in it: `cargo run -p rapporteur-author --example write -- SEED [TEXT]`.
//! With a second argument only the text.
#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use rapporteur_author::{plan, style, write};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let seed = arguments.next().and_then(|seed| seed.parse().ok()).unwrap_or_default();
    let article = write(&plan(seed), &style(seed));
    println!("{}", article.text);
    if arguments.next().is_none() {
        println!("{:#?}", article.facts);
    }
}
