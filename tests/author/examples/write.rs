//! Prints the article of a seed and the facts in it: `cargo run -p rapporteur-author --example write -- SEED`.
#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use rapporteur_author::{Facts, plan, style, write};
use rapporteur_model::Excerpt;

fn main() {
    let seed = std::env::args().nth(1).and_then(|seed| seed.parse().ok()).unwrap_or_default();
    let article = write(&plan(seed), &style(seed));
    println!("{}\n", article.text);
    print(&article.facts);
}

fn print(facts: &Facts) {
    let Facts { prefix_date, headline, published, updated, dateline, byline, people, summits, statements, quantities } =
        facts;
    println!("prefix date {prefix_date:?}\npublished {published:?}\nupdated {updated:?}");
    println!(
        "headline {:?}\ndateline {:?}\nbyline {:?}",
        words(headline.as_ref()),
        words(dateline.as_ref()),
        words(byline.as_ref())
    );
    for person in people {
        let mentions: Vec<&str> = person.mentions.iter().map(|mention| mention.text.as_str()).collect();
        println!("person {} ({}) {:?} {} {mentions:?}", person.name, person.short, person.class, person.country);
    }
    for summit in summits {
        println!("summit {summit:#?}");
    }
    for (index, statement) in statements.iter().enumerate() {
        let speaker = &statement.speaker;
        println!("{index} {:?} {:?} {:?}", statement.kind, statement.occasion, statement.polarity);
        println!("    by {:?} {:?}, cue {:?}", speaker.excerpt.text, speaker.people, words(statement.cue.as_ref()));
        for part in &statement.parts {
            println!("    {} {:?}", part.span, part.text);
        }
        if let Some(addressee) = &statement.addressee {
            println!("    to {:?} {:?}", addressee.excerpt.text, addressee.people);
        }
        let (continues, replies_to, within) = (statement.continues, statement.replies_to, statement.within);
        println!("    continues {continues:?} replies to {replies_to:?} within {within:?}");
    }
    for quantity in quantities {
        println!("quantity {quantity:?}");
    }
}

fn words(excerpt: Option<&Excerpt>) -> Option<&str> {
    excerpt.map(|excerpt| excerpt.text.as_str())
}
