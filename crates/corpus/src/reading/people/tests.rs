use super::*;
use crate::document::Document;

/// The people of a body, one a line: the name, the offices with class and country, and the mentions.
fn check(body: &str, expected: &[&str]) {
    check_article(&format!("Headline\n\nPublished: 30 Oct. 2025\n\n{body}\n"), expected);
}

fn check_article(article: &str, expected: &[&str]) {
    let text = Text::new(&Document::parse(article));
    let found = people(&text);
    let office = |office: &OfficeFound| {
        let country = office.country.as_ref().map_or("-".to_owned(), |found| {
            let rule = found.rule.map(|rule| format!(" by {rule}")).unwrap_or_default();
            format!("{}{rule}", found.country)
        });
        format!("{}, {country}", text.phrase(office.title.clone()))
    };
    let lines: Vec<String> = (0..found.people.len())
        .map(|person| {
            let name = found.people[person].name.clone().map_or("nobody".to_owned(), |name| text.phrase(name));
            let offices: Vec<String> = found.people[person].offices.iter().map(office).collect();
            let mentions = found.mentions.iter().filter(|mention| mention.person == person);
            let mentions: Vec<String> = mentions.map(|mention| text.phrase(mention.tokens.clone())).collect();
            format!("{name} | {} | {}", offices.join("; "), mentions.join("; "))
        })
        .collect();
    assert_eq!(lines, expected, "{article}");
}

#[test]
fn a_family_name_alone_is_the_person_named_in_full() {
    check(
        "Canadian Prime Minister Ann Roy left. Roy smiled. Prime Minister Roy waved.",
        &["Ann Roy | Prime Minister, CA | Canadian Prime Minister Ann Roy; Roy; Prime Minister Roy"],
    );
}

#[test]
fn hyphens_and_capitals_do_not_make_another_person() {
    check(
        "Kenyan President Lee Jae Myung left. Lee Jae-myung smiled. LEE waved.",
        &["Lee Jae Myung | President, KE | Kenyan President Lee Jae Myung; Lee Jae-myung; LEE"],
    );
}

#[test]
fn the_dotless_letter_has_the_capital_of_the_dotted_one() {
    check(
        "Turkish President Cem YILDIRIM left. Yıldırım smiled.",
        &["Cem YILDIRIM | President, TR | Turkish President Cem YILDIRIM; Yıldırım"],
    );
}

#[test]
fn two_of_one_family_name_are_told_apart_by_their_office() {
    check(
        "Kenyan President Kim Ha-neul met Foreign Minister Kim Bo-ra. President Kim smiled.",
        &[
            "Kim Ha-neul | President, KE | Kenyan President Kim Ha-neul; President Kim",
            "Kim Bo-ra | Foreign Minister, - | Foreign Minister Kim Bo-ra",
        ],
    );
}

#[test]
fn an_office_stands_for_who_holds_it() {
    check(
        "Kenyan President Otieno Wafula met Canadian Prime Minister Ann Roy. The Canadian leader left. The president smiled.",
        &[
            "Otieno Wafula | President, KE | Kenyan President Otieno Wafula; The president",
            "Ann Roy | Prime Minister, CA | Canadian Prime Minister Ann Roy; The Canadian leader",
        ],
    );
}

#[test]
fn a_minister_is_known_by_the_last_word_of_the_title() {
    check(
        "Canadian Foreign Minister Jo Bell left. The minister smiled.",
        &["Jo Bell | Foreign Minister, CA | Canadian Foreign Minister Jo Bell; The minister"],
    );
}

#[test]
fn an_office_with_its_country_is_a_person_without_a_name() {
    check(
        "The Brazilian president left. The president smiled.",
        &["nobody | president, BR | The Brazilian president; The president"],
    );
}

#[test]
fn an_office_is_known_by_its_owner_too() {
    check(
        "Guyana’s president left. Japan’s ambassador stayed.",
        &["nobody | president, GY | Guyana’s president", "nobody | ambassador, JP | Japan’s ambassador"],
    );
    check(
        "Kenyan Vice President Jo Bell stood in for his president.",
        &["Jo Bell | Vice President, KE | Kenyan Vice President Jo Bell", "nobody | president, KE | his president"],
    );
}

#[test]
fn a_counterpart_without_a_name_holds_the_office_named_last() {
    check(
        "The Emir of Kuwait met his Qatari counterpart.",
        &["nobody | Emir, KW | The Emir of Kuwait", "nobody | Emir, QA | his Qatari counterpart"],
    );
}

#[test]
fn one_mention_can_name_the_holders_of_several_offices() {
    check(
        "She saw the presidents of Comoros and Seychelles.",
        &[
            "nobody | presidents, KM | the presidents of Comoros and Seychelles",
            "nobody | presidents, SC | the presidents of Comoros and Seychelles",
        ],
    );
    check(
        "She saw the leaders of Comoros and Seychelles.",
        &[
            "nobody | leaders, KM | the leaders of Comoros and Seychelles",
            "nobody | leaders, SC | the leaders of Comoros and Seychelles",
        ],
    );
}

#[test]
fn one_person_can_hold_two_offices() {
    check(
        "She saw the Crown Prince and Prime Minister of Oman. The Crown Prince smiled.",
        &[
            "nobody | Crown Prince, OM; Prime Minister, OM | the Crown Prince and Prime Minister of Oman; The Crown Prince",
        ],
    );
}

#[test]
fn an_office_without_a_country_is_the_texts_own() {
    check(
        "The Prime Minister met President Otieno Wafula of Kenya in Britain.",
        &[
            "nobody | Prime Minister, GB by home-country | The Prime Minister",
            "Otieno Wafula | President, KE | President Otieno Wafula of Kenya",
        ],
    );
}

#[test]
fn the_ministers_behind_a_leader_are_of_the_same_country() {
    check(
        "President Ann Roy came with Trade Minister Jo Bell. They had been in Kenya.",
        &[
            "Ann Roy | President, KE by home-country | President Ann Roy",
            "Jo Bell | Trade Minister, KE by home-country | Trade Minister Jo Bell",
        ],
    );
}

#[test]
fn a_name_without_an_office_counts_where_a_part_of_it_acts() {
    check("Hinemoa Tui Roy waited. “Tonight?” Roy asked.", &["Hinemoa Tui Roy |  | Hinemoa Tui Roy; Roy"]);
    check("Jo Bell, an economist in Oslo, said no.", &["Jo Bell |  | Jo Bell"]);
    check("Many Republicans waited at Old Republicans Inn. Republicans said no.", &[]);
    check("Orchard Club waited. The Club said no.", &[]);
}

#[test]
fn a_country_before_a_family_name_belongs_to_the_mention() {
    check(
        "Indian President Ann Roy left. India’s Roy smiled.",
        &["Ann Roy | President, IN | Indian President Ann Roy; India’s Roy"],
    );
}

#[test]
fn money_is_no_place() {
    check(
        "President Ann Roy put up US$50. Togo smiled.",
        &["Ann Roy | President, TG by home-country | President Ann Roy"],
    );
}

#[test]
fn every_word_of_a_headline_can_have_a_capital() {
    check_article(
        "Ann Roy, Kenyan President Discuss Rare Fish\n\nPublished: 30 Oct. 2025\n\nPeruvian Premier Ann Roy met Kenyan President Jo Bell.\n",
        &[
            "Ann Roy | Premier, PE | Ann Roy; Peruvian Premier Ann Roy",
            "Jo Bell | President, KE | Kenyan President; Kenyan President Jo Bell",
        ],
    );
}

#[test]
fn a_headline_means_whom_the_body_tells_of() {
    check_article(
        "PM meets guests\n\nPublished: 30 Oct. 2025\n\nThe Prime Minister of Togo left.\n",
        &["nobody | Prime Minister, TG | PM; The Prime Minister of Togo"],
    );
}

#[test]
fn a_pronoun_is_whom_its_sentence_or_the_one_before_is_about() {
    check(
        "Kenyan President Otieno Wafula met Canadian Prime Minister Ann Roy. He thanked her.",
        &[
            "Otieno Wafula | President, KE | Kenyan President Otieno Wafula; He",
            "Ann Roy | Prime Minister, CA | Canadian Prime Minister Ann Roy; her",
        ],
    );
}

#[test]
fn an_honorific_decides_who_he_and_she_are() {
    check(
        "Ms. Ann Roy met Mr. Otieno Wafula. He left before she did.",
        &["Ann Roy |  | Ms. Ann Roy; she", "Otieno Wafula |  | Mr. Otieno Wafula; He"],
    );
}

#[test]
fn her_before_a_noun_is_nobody() {
    check("Prime Minister Ann Roy left with her minister.", &["Ann Roy | Prime Minister, - | Prime Minister Ann Roy"]);
}

#[test]
fn a_president_without_a_country_is_whose_text_calls_him_its_own() {
    check(
        "President Kim Ha-neul met Canadian Prime Minister Ann Roy, who was in Kenya for talks.",
        &[
            "Kim Ha-neul | President, KE by home-country | President Kim Ha-neul",
            "Ann Roy | Prime Minister, CA | Canadian Prime Minister Ann Roy",
        ],
    );
    check(
        "President Kim Ha-neul met Canadian Prime Minister Ann Roy on Peru-Canada ties.",
        &[
            "Kim Ha-neul | President, PE by home-country | President Kim Ha-neul",
            "Ann Roy | Prime Minister, CA | Canadian Prime Minister Ann Roy",
        ],
    );
}

#[test]
fn who_stands_in_the_list_of_a_side_holds_its_offices() {
    check(
        "Canadian attendees included Foreign Minister Jo Bell.",
        &["Jo Bell | Foreign Minister, CA by country-of-side | Foreign Minister Jo Bell"],
    );
}

#[test]
fn a_name_without_an_office_counts_beside_a_verb_of_saying() {
    check("“It works,” Jo Bell said. Bell left.", &["Jo Bell |  | Jo Bell; Bell"]);
    check("They walked along Bell Street.", &[]);
}

#[test]
fn a_country_that_is_also_a_given_name_is_no_mention() {
    check(
        "President Jordan Ashdown left Jordan. Ashdown smiled.",
        &["Jordan Ashdown | President, JO by home-country | President Jordan Ashdown; Ashdown"],
    );
}

#[test]
fn a_label_without_a_name_is_nobody_whom_another_label_names() {
    check_article(
        "Remarks by President Roy and President Holt of Peru\n\nOct. 30, 2025\n\nTHE PRESIDENT: Welcome.\n\nPRESIDENT HOLT: Thank you.\n",
        &[
            "Roy | President, - | President Roy; THE PRESIDENT",
            "Holt | President, PE | President Holt of Peru; PRESIDENT HOLT",
        ],
    );
}

#[test]
fn the_country_of_the_article_is_not_where_its_leader_travels() {
    check(
        "Prime Minister Ann Roy met Kenyan President Otieno Wafula in Lima, Peru. Roy opened a Canadian-built port, and spoke of the war in Sudan and of 5 million U.S. dollars.",
        &[
            "Ann Roy | Prime Minister, CA by home-country | Prime Minister Ann Roy; Roy",
            "Otieno Wafula | President, KE | Kenyan President Otieno Wafula",
        ],
    );
    check(
        "Kenyan President Otieno Wafula left.\n\nHe was well.\n\nHe slept.\n\nHe woke in Kenya.\n\nPremier Ann Roy stayed. Peru and Chile were glad.",
        &[
            "Otieno Wafula | President, KE | Kenyan President Otieno Wafula; He; He; He",
            "Ann Roy | Premier, - | Premier Ann Roy",
        ],
    );
    check(
        "Kenyan President Otieno Wafula flies to Lima on Friday, where President Ann Roy is to speak.",
        &[
            "Otieno Wafula | President, KE | Kenyan President Otieno Wafula",
            "Ann Roy | President, PE by home-country | President Ann Roy",
        ],
    );
}

#[test]
fn names_can_share_the_office_before_them() {
    check(
        "Presidents Ann Roy of Chad and Jo Bell of Togo left. Ms. Roy smiled.",
        &["Ann Roy | Presidents, TD | Ann Roy of Chad; Ms. Roy", "Jo Bell | Presidents, TG | Jo Bell of Togo"],
    );
}

#[test]
fn countries_can_share_the_office_behind_them() {
    check(
        "A meeting of the Chadian, Togolese and Ghanaian presidents began.",
        &[
            "nobody | presidents, TD | Chadian",
            "nobody | presidents, TG | Togolese",
            "nobody | presidents, GH | Ghanaian presidents",
        ],
    );
}

#[test]
fn a_visitor_a_host_and_a_countryman_are_known_by_the_visit_and_the_country() {
    check(
        "Kenyan President Otieno Wafula received Canadian Prime Minister Ann Roy. The visitor smiled. Her host did not. The Kenyan yawned.",
        &[
            "Otieno Wafula | President, KE | Kenyan President Otieno Wafula; Her host; The Kenyan",
            "Ann Roy | Prime Minister, CA | Canadian Prime Minister Ann Roy; The visitor",
        ],
    );
    check(
        "Canadian Prime Minister Ann Roy left. The Canadian economy grew, and the Canadians stayed.",
        &["Ann Roy | Prime Minister, CA | Canadian Prime Minister Ann Roy"],
    );
}

#[test]
fn a_clause_has_its_own_subject_for_whom_it_tells_of() {
    check(
        "Kenyan President Otieno Wafula flew to Lima, where King Luis will receive him.",
        &[
            "Otieno Wafula | President, KE | Kenyan President Otieno Wafula; him",
            "Luis | King, PE by home-country | King Luis",
        ],
    );
}

#[test]
fn who_adds_something_spoke_before_whatever_a_name_sounds_like() {
    check(
        "Kenyan President Hang Vuong met Dutch Prime Minister Ingrid Roy.\n\n“We agree,” Hang told Roy.\n\n“We do,” she added.",
        &[
            "Hang Vuong | President, KE | Kenyan President Hang Vuong; Hang; she",
            "Ingrid Roy | Prime Minister, NL | Dutch Prime Minister Ingrid Roy; Roy",
        ],
    );
}

#[test]
fn a_name_sounds_like_her_or_him_where_nothing_else_tells() {
    check(
        "Kenyan President Lidia Wafula met Canadian Prime Minister Tom Roy as he left.",
        &[
            "Lidia Wafula | President, KE | Kenyan President Lidia Wafula",
            "Tom Roy | Prime Minister, CA | Canadian Prime Minister Tom Roy; he",
        ],
    );
}

#[test]
fn the_office_of_a_counterpart_is_that_of_whom_the_sentence_is_about() {
    check(
        "Kenyan President Otieno Wafula left. NATO Secretary General Jo Bell stayed. Wafula saw his Peruvian counterpart, Luis Soto.",
        &[
            "Otieno Wafula | President, KE | Kenyan President Otieno Wafula; Wafula",
            "Jo Bell | NATO Secretary General, - | NATO Secretary General Jo Bell",
            "Luis Soto | President, PE | his Peruvian counterpart, Luis Soto",
        ],
    );
}

#[test]
fn leaders_without_a_country_are_of_those_listed_in_their_order() {
    check(
        "The leaders of Kenya, Peru and Chad spoke. President Ann Roy and Prime Minister Jo Bell smiled. Kenyan President Otieno Wafula left.",
        &[
            "Otieno Wafula | President, KE | The leaders of Kenya, Peru and Chad; Kenyan President Otieno Wafula",
            "Ann Roy | President, PE by home-country | The leaders of Kenya, Peru and Chad; President Ann Roy",
            "Jo Bell | Prime Minister, TD by home-country | The leaders of Kenya, Peru and Chad; Prime Minister Jo Bell",
        ],
    );
}

#[test]
fn one_of_several_who_are_named_only_together_is_not_she() {
    check(
        "Kenyan President Ann Roy smiled. The presidents of Chad and Togo will come, she said.",
        &[
            "Ann Roy | President, KE | Kenyan President Ann Roy; she",
            "nobody | presidents, TD | The presidents of Chad and Togo",
            "nobody | presidents, TG | The presidents of Chad and Togo",
        ],
    );
}

#[test]
fn words_of_rank_belong_to_the_mention_and_stand_for_the_person() {
    check(
        "President His Highness Sheikh Omar Badr of Kenya left. His Majesty King Faris bin Saleh stayed. His Majesty smiled.",
        &[
            "Omar Badr | President, KE | President His Highness Sheikh Omar Badr of Kenya",
            "Faris bin Saleh | King, - | His Majesty King Faris bin Saleh; His Majesty",
        ],
    );
}

#[test]
fn a_plural_office_is_whose_names_stand_beside_their_countries() {
    check(
        "The presidents of Peru, Luz Soto, and of Kenya, Otieno Wafula, left.",
        &["Luz Soto | presidents, PE | Luz Soto", "Otieno Wafula | presidents, KE | Otieno Wafula"],
    );
    check(
        "Presidents Luz Soto (Peru) and Otieno Wafula (Kenya) left.",
        &["Luz Soto | Presidents, PE | Luz Soto", "Otieno Wafula | Presidents, KE | Otieno Wafula"],
    );
    check(
        "The presidents of Peru and Kenya left. Peru's Luz Soto and Kenya's Otieno Wafula waved.",
        &[
            "Luz Soto | presidents, PE | The presidents of Peru and Kenya; Peru's Luz Soto",
            "Otieno Wafula | presidents, KE | The presidents of Peru and Kenya; Kenya's Otieno Wafula",
        ],
    );
}

#[test]
fn a_counterpart_is_that_of_the_one_the_clause_is_about() {
    check(
        "Canadian Prime Minister Ann Roy left. Spokesman Jo Bell waved. The Canadian leader will host her Kenyan counterpart, Otieno Wafula.",
        &[
            "Ann Roy | Prime Minister, CA | Canadian Prime Minister Ann Roy; The Canadian leader",
            "Jo Bell | Spokesman, - | Spokesman Jo Bell",
            "Otieno Wafula | Prime Minister, KE | her Kenyan counterpart, Otieno Wafula",
        ],
    );
    check(
        "Canadian Prime Minister Ann Roy and Kenyan counterpart Otieno Wafula left.",
        &[
            "Ann Roy | Prime Minister, CA | Canadian Prime Minister Ann Roy",
            "Otieno Wafula | Prime Minister, KE | Kenyan counterpart Otieno Wafula",
        ],
    );
}

#[test]
fn those_whom_a_leader_brings_are_of_the_leaders_country() {
    check(
        "Kenyan President Otieno Wafula was accompanied by Foreign Minister Jo Bell.",
        &[
            "Otieno Wafula | President, KE | Kenyan President Otieno Wafula",
            "Jo Bell | Foreign Minister, KE by country-of-side | Foreign Minister Jo Bell",
        ],
    );
}

#[test]
fn another_office_may_stand_behind_a_name() {
    check(
        "Crown Prince Faris bin Saleh, the Saudi prime minister, left. The crown prince waved.",
        &["Faris bin Saleh | Crown Prince, SA; prime minister, SA | Crown Prince Faris bin Saleh; The crown prince"],
    );
}

#[test]
fn whom_the_lead_takes_for_known_holds_the_office_told_next() {
    check(
        "Sir Otto Roy left.\n\nThe Prime Minister waved.",
        &["Otto Roy | Prime Minister, - | Sir Otto Roy; The Prime Minister"],
    );
}

#[test]
fn an_office_of_a_party_joined_to_one_of_state_belongs_to_the_mention() {
    check(
        "General Secretary and President of Laos Bounma Keo left.",
        &["Bounma Keo | President, LA | General Secretary and President of Laos Bounma Keo"],
    );
}

#[test]
fn the_issuer_of_a_readout_says_whose_leader_the_prime_minister_is() {
    for (line, country) in [
        ("From: Prime Minister's Office, 10 Downing Street", "GB"),
        ("From: Ministry of Foreign Affairs of Japan", "JP"),
        ("From: Office of the Norwegian Prime Minister", "NO"),
    ] {
        check_article(
            &format!(
                "A call\n\n{line}\nPublished: 30 Oct. 2025\n\nThe Prime Minister spoke to Prime Minister Ann Roy of \
                 Canada today. The Prime Minister thanked Prime Minister Roy.\n"
            ),
            &[
                &format!("nobody | Prime Minister, {country} by home-country | The Prime Minister; The Prime Minister"),
                "Ann Roy | Prime Minister, CA | Prime Minister Ann Roy of Canada; Prime Minister Roy",
            ],
        );
    }
}

#[test]
fn the_house_where_they_met_says_whose_a_leader_is() {
    check(
        "President Jo Bell received Prime Minister Ann Roy of Canada at the White House.",
        &[
            "Jo Bell | President, US by home-country | President Jo Bell",
            "Ann Roy | Prime Minister, CA | Prime Minister Ann Roy of Canada",
        ],
    );
    check(
        "President Jo Bell waved. President Ann Roy of France spoke of the Élysée.",
        &["Jo Bell | President, - | President Jo Bell", "Ann Roy | President, FR | President Ann Roy of France"],
    );
}

#[test]
fn the_line_of_place_and_day_says_whose_a_leader_is_where_nothing_else_does() {
    check_article(
        "A call\n\nLima, Peru\n30 October 2025\nLima, Peru\n\nPresident Jo Bell called for a ceasefire in Chad.\n",
        &["Jo Bell | President, PE by home-country | President Jo Bell"],
    );
}

#[test]
fn the_label_of_a_turn_is_none_whom_the_turn_names() {
    check_article(
        "Doorstop\n\n30 October 2025\nPrime Minister\n\nPRIME MINISTER: I met Prime Minister Ann Roy of Canada.\n\n\
         JOURNALIST: Why?\n\nPRIME MINISTER: Australia asked for it.\n",
        &[
            "nobody | PRIME MINISTER, AU by home-country | PRIME MINISTER; PRIME MINISTER",
            "Ann Roy | Prime Minister, CA | Prime Minister Ann Roy of Canada",
        ],
    );
}

#[test]
fn a_heading_in_capitals_goes_on_behind_a_name() {
    check_article(
        "PRESS GAGGLE BY PRESS SECRETARY ANN ROY EN ROUTE LIMA, PERU\n\n30 October 2025\n\nMS. ROY: Hello.\n\nQ Why?\n\n\
         MS. ROY: Well.\n",
        &["ANN ROY | PRESS SECRETARY, - | PRESS SECRETARY ANN ROY; MS. ROY; MS. ROY"],
    );
}

#[test]
fn whom_a_leader_visits_is_anothers() {
    check("President Jo Bell will visit Oman on Monday.", &["Jo Bell | President, - | President Jo Bell"]);
}

#[test]
fn the_president_of_the_republic_is_the_president() {
    check(
        "The President of the Republic, Jo Bell, smiled in France. The President waved.",
        &[
            "Jo Bell | President of the Republic, FR by home-country | The President of the Republic, Jo Bell; The President",
        ],
    );
}

#[test]
fn whom_the_press_asks_about_is_of_another_state() {
    check_article(
        "Gaggle by Press Secretary Ann Roy Aboard Air Force One\n\n30 October 2025\n\nQ Will he meet the Danish Prime \
         Minister?\n\nMS. ROY: The President spoke about Ukraine.\n\nMS. ROY: Well.\n",
        &[
            "Ann Roy | Press Secretary, - | Press Secretary Ann Roy; MS. ROY; MS. ROY",
            "nobody | Prime Minister, DK | the Danish Prime Minister",
            "nobody | President, - | The President",
        ],
    );
}
