use super::*;
use crate::document::Document;

/// The quantities of a body, one a line: hedge, value and unit.
fn check(body: &str, expected: &[&str]) {
    let article = format!("Headline\n\nPublished: 30 Oct. 2025\n\n{body}\n");
    let text = Text::new(&Document::parse(&article));
    let show = |found: &QuantityFound| {
        let hedge = found.hedge.as_ref().map(|(hedge, words)| format!("{hedge:?} ({}) ", text.phrase(words.clone())));
        format!("{}{} {}", hedge.unwrap_or_default(), found.value, found.unit)
    };
    let found: Vec<String> = quantities(&text).iter().map(show).collect();
    assert_eq!(found, expected, "{body}");
}

#[test]
fn scale_words_are_applied() {
    check("It cost 3 billion yen.", &["3000000000 yen"]);
    check("It cost $1.25 million in all.", &["1250000 $"]);
    check("It cost €1,200.50 in all.", &["1200.5 €"]);
}

#[test]
fn shares_keep_their_unit_as_printed() {
    check("Trade rose 2.5 percent, then 3% and 4 per cent.", &["2.5 percent", "3 %", "4 per cent"]);
}

#[test]
fn a_hedge_is_read_with_its_words() {
    check("It had nearly 400 casualties.", &["JustBelow (nearly) 400 casualties"]);
    check("It took at least 20 ships.", &["Above (at least) 20 ships"]);
    check("It took no fewer than 20 ships.", &["Above (no fewer than) 20 ships"]);
    check("It took up to 20 ships.", &["Below (up to) 20 ships"]);
    check("Some 20 ships came.", &["About (Some) 20 ships"]);
}

#[test]
fn days_lengths_ages_and_words_are_no_quantities() {
    check("They met on Oct. 30 for 50 minutes.", &[]);
    check("The two leaders met at 3:30 in 2025.", &[]);
    check("He is 64 years old.", &[]);
}

#[test]
fn headlines_have_none() {
    let article = "20 ships sail\n\nPublished: 30 Oct. 2025\n\nThey sailed.\n";
    assert!(quantities(&Text::new(&Document::parse(article))).is_empty());
}
