use super::*;
use crate::document::Document;

/// The names of a paragraph that an office or an honorific marks, one a line: the whole phrase, the name, and the
/// office with its class and country.
fn check(paragraph: &str, expected: &[&str]) {
    let article = format!("Headline\n\nPublished: 30 Oct. 2025\n\n{paragraph}\n");
    let text = Text::new(&Document::parse(&article));
    let office = |title: &Title| {
        let country = title.country.as_ref().map_or("-".to_owned(), |place| place.country().to_string());
        format!(" | {}, {:?}, {country}", text.phrase(title.tokens.clone()), title.class)
    };
    let show = |name: &Name| {
        let office = name.title.as_ref().map(office).unwrap_or_default();
        format!("{} | {}{office}", text.phrase(name.phrase.clone()), text.phrase(name.tokens.clone()))
    };
    let found: Vec<String> = titled_names(&text).iter().map(show).collect();
    assert_eq!(found, expected, "{paragraph}");
}

#[test]
fn an_office_before_a_name_brings_its_country() {
    check("President Kim Ha-neul left.", &["President Kim Ha-neul | Kim Ha-neul | President, HeadOfState, -"]);
    check(
        "Canadian Prime Minister Ann Roy left.",
        &["Canadian Prime Minister Ann Roy | Ann Roy | Prime Minister, HeadOfGovernment, CA"],
    );
    check(
        "Kenya’s President Otieno Wafula left.",
        &["Kenya’s President Otieno Wafula | Otieno Wafula | President, HeadOfState, KE"],
    );
    check(
        "Prime Minister Moana Thornbury of New Zealand left.",
        &["Prime Minister Moana Thornbury of New Zealand | Moana Thornbury | Prime Minister, HeadOfGovernment, NZ"],
    );
}

#[test]
fn an_office_after_a_name_and_a_comma_counts_as_well() {
    check("Ann Roy, Prime Minister of Japan, left.", &["Ann Roy | Ann Roy | Prime Minister, HeadOfGovernment, JP"]);
    check("Ann Roy, President Kim said, left.", &["President Kim | Kim | President, HeadOfState, -"]);
}

#[test]
fn a_portfolio_belongs_to_the_title() {
    check(
        "Trade Minister Jo Bell and Minister for Foreign Affairs Li Na left.",
        &[
            "Trade Minister Jo Bell | Jo Bell | Trade Minister, Minister, -",
            "Minister for Foreign Affairs Li Na | Li Na | Minister for Foreign Affairs, Minister, -",
        ],
    );
}

#[test]
fn honorifics_stay_outside_the_name() {
    check("Mr. Roy met Dr. Ana de Souza.", &["Mr. Roy | Roy", "Dr. Ana de Souza | Ana de Souza"]);
    check("H.E. Mr. Omar al-Masri left.", &["H.E. Mr. Omar al-Masri | Omar al-Masri"]);
}

#[test]
fn an_ambassador_to_a_country_is_not_that_countrys() {
    check("Ambassador to Japan Jo Bell left.", &["Ambassador to Japan Jo Bell | Jo Bell | Ambassador, Ambassador, -"]);
}

#[test]
fn titles_without_names_and_names_inside_marks_are_none() {
    check("He met the president. Roy left.", &[]);
    check("The song “President Kim” was sung.", &[]);
    check("The Tuesday Group and Seoul left.", &[]);
}

#[test]
fn days_and_demonyms_end_a_name() {
    check("President Roy Tuesday left.", &["President Roy | Roy | President, HeadOfState, -"]);
    check("President April Roy left.", &["President April Roy | April Roy | President, HeadOfState, -"]);
}

#[test]
fn the_function_words_are_sorted_and_found() {
    assert!(["A", "He", "Its", "You"].into_iter().all(is_function_word));
    assert!(!is_function_word("Lee") && !is_function_word("he"));
}
