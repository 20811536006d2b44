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
fn a_full_name_follows_its_office_behind_a_comma() {
    check(
        "She met the President of Botswana, Otieno Wafula, in Oslo.",
        &["the President of Botswana, Otieno Wafula | Otieno Wafula | President, HeadOfState, BW"],
    );
    check(
        "She met the Prime Minister, H.E. Mr. Jo Bell.",
        &["the Prime Minister, H.E. Mr. Jo Bell | Jo Bell | Prime Minister, HeadOfGovernment, -"],
    );
    check("Roy’s spokesman, Jo Bell, left.", &["Roy’s spokesman, Jo Bell | Jo Bell | spokesman, Spokesperson, -"]);
    check("As for the president, Otieno Wafula said nothing.", &[]);
    check("She left the president, Harbor Club and all.", &[]);
}

#[test]
fn offices_of_several_countries_are_shared_out_to_as_many_names() {
    check(
        "The foreign ministers of Chad and Togo, Ann Roy and Jo Bell, left.",
        &["Ann Roy | Ann Roy | foreign ministers, Minister, TD", "Jo Bell | Jo Bell | foreign ministers, Minister, TG"],
    );
}

#[test]
fn a_counterpart_holds_the_office_named_last() {
    check(
        "Kenyan President Otieno Wafula met his Togolese counterpart, Ann Roy.",
        &[
            "Kenyan President Otieno Wafula | Otieno Wafula | President, HeadOfState, KE",
            "his Togolese counterpart, Ann Roy | Ann Roy | President, HeadOfState, TG",
        ],
    );
}

#[test]
fn a_former_office_is_none() {
    check(
        "Peru received former Kenyan President Otieno Wafula.",
        &["former Kenyan President Otieno Wafula | Otieno Wafula"],
    );
}

#[test]
fn a_full_name_can_stand_behind_its_country() {
    check("Kenya’s Otieno Wafula and two others left.", &["Kenya’s Otieno Wafula | Otieno Wafula"]);
    check("Kenya’s Orchard Motors and two others left.", &[]);
}

#[test]
fn who_leads_a_body_leads_no_state() {
    check(
        "The president of the Oslo Alpine Club, Jo Bell, left.",
        &[
            "The president of the Oslo Alpine Club, Jo Bell | Jo Bell | president of the Oslo Alpine Club, OrganizationHead, -",
        ],
    );
    check(
        "They saw Kitazato President Jo Bell.",
        &["Kitazato President Jo Bell | Jo Bell | President, OrganizationHead, -"],
    );
    check(
        "The President of the European Commission, Jo Bell, left.",
        &[
            "The President of the European Commission, Jo Bell | Jo Bell | President of the European Commission, OrganizationHead, EU",
        ],
    );
}

#[test]
fn the_leader_of_a_country_is_its_head() {
    check(
        "North Korean leader Kim Ha-neul left.",
        &["North Korean leader Kim Ha-neul | Kim Ha-neul | leader, HeadOfState, KP"],
    );
    check("Party leader Kim Ha-neul left.", &["Party leader Kim Ha-neul | Kim Ha-neul | Party leader, Official, -"]);
}

#[test]
fn the_seat_of_a_government_stands_for_its_country() {
    check(
        "Kremlin spokesman Jo Bell left.",
        &["Kremlin spokesman Jo Bell | Jo Bell | Kremlin spokesman, Spokesperson, -"],
    );
    check(
        "Cheong Wa Dae spokeswoman Jo Bell left.",
        &["Cheong Wa Dae spokeswoman Jo Bell | Jo Bell | spokeswoman, Spokesperson, KR"],
    );
}

#[test]
fn capitals_of_a_label_do_not_hide_an_honorific() {
    check("MS. ROY left.", &["MS. ROY | ROY"]);
}

#[test]
fn an_office_or_a_headlines_verb_ends_a_name() {
    check(
        "Foreign Minister Jo Bell Minister of Energy Li Na left.",
        &[
            "Foreign Minister Jo Bell | Jo Bell | Foreign Minister, Minister, -",
            "Minister of Energy Li Na | Li Na | Minister of Energy, Minister, -",
        ],
    );
    check("President Stephen King left.", &["President Stephen King | Stephen King | President, HeadOfState, -"]);
}

#[test]
fn an_adviser_is_one_to_somebody() {
    check(
        "Ms. Li Na, Special Adviser to the Prime Minister, left.",
        &["Ms. Li Na | Li Na | Special Adviser to the Prime Minister, Official, -"],
    );
}

#[test]
fn a_portfolio_belongs_to_the_title() {
    check(
        "Deputy Finance Minister Jo Bell left.",
        &["Deputy Finance Minister Jo Bell | Jo Bell | Deputy Finance Minister, Minister, -"],
    );
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

/// The longest phrase, looked for without asking what sorts of phrases begin with its first word.
fn longest_of_all<T>(text: &Text<'_>, at: usize, known: impl Fn(&str) -> Option<T>) -> Option<(Range<usize>, T)> {
    let last = (at + Lexicon::LONGEST).min(text.tokens.len());
    let is_word = text.kind(at) == Some(TokenKind::Word);
    (at + 1..=last).rev().filter(|_| is_word).find_map(|to| known(&text.words(at..to)).map(|value| (at..to, value)))
}

#[test]
fn what_is_known_of_first_words_hides_no_phrase() {
    let phrases = ["Prime Minister", "President", "Downing Street", "Port-au-Prince", "United States", "U.S.", "NATO"];
    for phrase in phrases.into_iter().chain(lexicon().names_in_atlas()) {
        let paragraph = format!("“{phrase} of the {phrase}, North {phrase} or {}", phrase.to_uppercase());
        let article = format!("Headline\n\nPublished: 30 Oct. 2025\n\n{paragraph}\n");
        let text = Text::new(&Document::parse(&article));
        let end = text.tokens.len();
        for at in 0..end {
            let capital = text.starts_with_capital(at);
            let place = longest_of_all(&text, at, |phrase| lexicon().place(phrase)).filter(|_| capital);
            let found = place_at(&text, at, end).map(|place| (place.tokens, place.place));
            assert_eq!(found, place, "{paragraph}");
            let body = longest_of_all(&text, at, |phrase| lexicon().organization(phrase)).filter(|_| capital);
            assert_eq!(organization_at(&text, at, end), body, "{paragraph}");
            let office = longest_of_all(&text, at, |phrase| lexicon().office(phrase));
            let found = text.office_at(at, end);
            assert_eq!(found, office, "{paragraph}");
            // The country or the seat that ends here.
            let before = (at.saturating_sub(Lexicon::LONGEST)..at).find(|&first| {
                let words = text.phrase(first..at);
                let place = lexicon().place(&words).or_else(|| lexicon().seat(&words).map(Place::Country));
                let is_of_state = matches!(place, Some(Place::Country(_) | Place::Demonym(_)));
                is_of_state && text.starts_with_capital(first)
            });
            let has_possessive =
                at > 0 && (text.kind(at - 1) == Some(TokenKind::Possessive) || text.is_any(at - 1, &["'", "’"]));
            if !has_possessive {
                assert_eq!(place_before(&text, at, 0).map(|place| place.tokens.start), before, "{paragraph}");
            }
        }
    }
}
