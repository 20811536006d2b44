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

#[test]
fn money_has_signs_codes_and_names() {
    check("It cost US$1.2bn, C$3 million, €40m and £5k.", &["1200000000 US$", "3000000 C$", "40000000 €", "5000 £"]);
    check("It cost EUR 385 million or 7 million USD.", &["385000000 EUR", "7000000 USD"]);
    check("It cost Rs 500 crore, Rs. 20 and ₹2 lakh crore.", &["5000000000 Rs", "20 Rs.", "2000000000000 ₹"]);
    check("It cost 1.5 trillion won and 2.5 billion birr.", &["1500000000000 won", "2500000000 birr"]);
    check("It cost 5 million Saudi riyals or 900 CFA francs.", &["5000000 Saudi riyals", "900 CFA francs"]);
    check("It cost 40 New Zealand dollars, or 30 €.", &["40 New Zealand dollars", "30 €"]);
    check("A $3-billion loan and 40m euros came.", &["3000000000 $", "40000000 euros"]);
}

#[test]
fn shares_have_points() {
    check("It rose 3 percentage points, then 25 basis points.", &["3 percentage points", "25 basis points"]);
}

#[test]
fn what_is_counted_keeps_its_adjectives() {
    check("They want 1,000 new jobs and 12 patrol boats.", &["1000 new jobs", "12 patrol boats"]);
    check("They freed 300 Kenyans and 20 Kenyan families.", &["300 Kenyans", "20 Kenyan families"]);
    check("They sent 600 cubic metres, 5km of pipe and 30 F-16 jets.", &["600 cubic metres", "5 km", "30 F-16 jets"]);
    check("They sent 20 armed men, and 12 signed treaties.", &["20 armed men"]);
    check("They count 20 of the kingdom's harbours.", &["20 harbours"]);
    check("It passed with 214 votes.", &["214 votes"]);
    check("They read 40 badly printed letters.", &["40 badly printed letters"]);
    check("They asked 31 heads of state and government.", &["31 heads of state and government"]);
}

#[test]
fn a_number_may_leave_its_unit_to_the_next() {
    check("They sent 12 ships and 4 planes.", &["12 ships", "4 planes"]);
    check("It fell 5 per cent to 7 per cent.", &["5 per cent", "7 per cent"]);
    check("It fell 5 to 7 per cent.", &["5 per cent", "7 per cent"]);
    check("They sent between 300 and 400 troops.", &["Above (between) 300 troops", "Below (between) 400 troops"]);
    check(
        "It costs between 6 and 10 million euros.",
        &["Above (between) 6000000 euros", "Below (between) 10000000 euros"],
    );
    check("It passed by 94 votes to 71, at last.", &["94 votes", "71 votes"]);
    check("They sent 3-5 ships.", &["3 ships", "5 ships"]);
    check("It rose from 3 to 5 million barrels.", &["5000000 barrels"]);
    check("They met on May 9 and 10 boats came.", &["10 boats"]);
}

#[test]
fn hedges_have_many_words() {
    for (words, hedge) in [
        ("as many as", "Below"),
        ("a maximum of", "Below"),
        ("no more than", "Below"),
        ("well over", "Above"),
        ("in excess of", "Above"),
        ("a little more than", "JustAbove"),
        ("slightly less than", "JustBelow"),
        ("just short of", "JustBelow"),
        ("close to", "JustBelow"),
        ("an estimated", "About"),
        ("in the region of", "About"),
    ] {
        check(&format!("They sent {words} 20 ships."), &[&format!("{hedge} ({words}) 20 ships")]);
    }
    check("Trade exceeded 20 million rupees.", &["Above (exceeded) 20000000 rupees"]);
    check("It costs about $20 million.", &["About (about) 20000000 $"]);
    check("They sent 20 ships or so.", &["About (or so) 20 ships"]);
    check("They sent 20 or more ships.", &["Above (or more) 20 ships"]);
    check("They sent 20-odd ships and 30-plus boats.", &["About (20-odd) 20 ships", "Above (30-plus) 30 boats"]);
}

#[test]
fn what_is_denied_to_be_more_is_less() {
    check("It won't cost more than $20.", &["Below (won't cost more than) 20 $"]);
    check("It did not take less than 20 ships.", &["Above (not take less than) 20 ships"]);
    check("It did not rain. More than 20 ships came.", &["Above (More than) 20 ships"]);
}

#[test]
fn the_over_of_a_verb_is_no_hedge() {
    check("They will hand over 20 boats.", &["20 boats"]);
    check("They sent over 20 boats.", &["Above (over) 20 boats"]);
}

#[test]
fn numbers_of_things_and_days_count_nothing() {
    check("Article 5 obligations and Flight 302 victims matter to the Group of 20 leaders.", &[]);
    check("In 2019 talks failed, as the 2024 elections showed.", &[]);
    check("About 2000 troops came, and 1,950 planes.", &["About (About) 2000 troops", "1950 planes"]);
    check("The 17th talks, the 27-nation bloc, the 24/7 lines and Oct 30 talks.", &[]);
    check("It took 90 minutes, 40 years, 3 times, and at 2 p.m. talks went on.", &[]);
}

#[test]
fn a_text_of_openings_is_read_once() {
    for words in ["5 to ", "20 new ", "$", "20 of the ", "about ", "3 million "] {
        let article = format!("Headline\n\nPublished: 30 Oct. 2025\n\nX {}.\n", words.repeat(4000));
        let _ = quantities(&Text::new(&Document::parse(&article)));
    }
}

proptest::proptest! {
    #[test]
    fn no_words_of_number_are_too_strange(words in proptest::collection::vec(proptest::sample::select(vec![
        "5", "1,2.3", "20-odd", "3½", "40m", "US", "$", "€", "Rs", ".", "per", "cent", "of", "the", "'s", "ships", "more",
        "than", "not", "or", "to", "-", "between", "and", "million", "lakh", "crore", "2٣", "7é", "9-", "1900", "é",
    ]), 0..30)) {
        let article = format!("Headline\n\nPublished: 30 Oct. 2025\n\nX {}.\n", words.join(" "));
        let text = Text::new(&Document::parse(&article));
        for quantity in quantities(&text) {
            proptest::prop_assert!(quantity.tokens.end <= text.tokens.len());
            proptest::prop_assert!(!quantity.unit.is_empty());
        }
    }
}

#[test]
fn a_text_may_end_with_a_number_and_a_name() {
    check("The port has 12 Oslo", &[]);
    check("The port has about 12", &[]);
}

#[test]
fn a_noun_is_left_out_behind_the_same_one() {
    check("They asked for 60 buses, and Latvia offered 25.", &["60 buses", "25 buses"]);
    check("They will buy 15 ships; they had hoped for at least 24.", &["15 ships", "Above (at least) 24 ships"]);
    check("They took 15 ships and plan to take up to 30 next year.", &["15 ships", "Below (up to) 30 ships"]);
    check("It rose 4 percent, and Latvia offered 25.", &["4 percent"]);
    check("They lost 60 buses. Latvia offered 25.", &["60 buses"]);
}

#[test]
fn more_of_something_is_counted_and_so_are_men() {
    check("They need 400 more officers.", &["400 officers"]);
    check("Some 2,000 fishermen were fined.", &["About (Some) 2000 fishermen"]);
}
