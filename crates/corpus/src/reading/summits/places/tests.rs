use super::super::tests::{check, check_under};

const WAFULA: &str = "Kenyan President Otieno Wafula";
const HOLT: &str = "Norwegian Prime Minister Kari Holt";
const VIRTA: &str = "Finnish President Aino Virta";

fn held(told: &str) -> String {
    format!("Held, Kari Holt + Otieno Wafula (met){told}")
}

#[test]
fn here_is_the_place_of_the_dateline() {
    check(
        &format!("BERGEN, Norway, Oct. 30 (Fjord News) -- {HOLT} met {WAFULA} here on Thursday."),
        &[&held(", day Thursday, locality BERGEN by place-of-dateline, country NO place-of-dateline")],
    );
    // A dateline alone does not say where a meeting was.
    check(
        &format!("BERGEN, Norway, Oct. 30 (Fjord News) -- {HOLT} met {WAFULA} on Thursday."),
        &[&held(", day Thursday")],
    );
    // Of two cities neither is meant.
    check(&format!("OSLO/PARIS, Oct. 30 -- {HOLT} met {WAFULA} here on Thursday."), &[&held(", day Thursday")]);
}

#[test]
fn a_visit_says_in_which_country_they_met() {
    check(
        &format!("{HOLT} met {WAFULA} on the second day of a three-day visit to Kenya."),
        &[&held(", country KE country-of-visit")],
    );
    check(&format!("{HOLT} met visiting {WAFULA}."), &[&held(", country NO country-of-visit")]);
    check(
        &format!("{HOLT} met {WAFULA}, who arrived on Tuesday for a three-day state visit."),
        &[&held(", country NO country-of-visit")],
    );
    // A visit to come, or one of somebody else, says nothing of this meeting.
    check(&format!("{HOLT} met {WAFULA}. A pact is to be signed during her visit to Kenya."), &[&held("")]);
    check(&format!("{HOLT} met {WAFULA}. {VIRTA} is on a visit to Kenya."), &[&held("")]);
}

#[test]
fn a_journey_leads_to_the_city() {
    let planned =
        |told: &str| format!("Planned, Kari Holt + Otieno Wafula ({told}), locality Nairobi by place-of-journey");
    check(
        &format!("{HOLT} will fly to Nairobi, where she is to meet {WAFULA}."),
        &[&(planned("is to meet") + ", country KE country-of-locality")],
    );
    check(
        &format!("{HOLT} arrived in Nairobi on Monday. She met {WAFULA} on Tuesday."),
        &[
            "Held, Kari Holt + Otieno Wafula (met), day Tuesday, locality Nairobi by place-of-journey, country KE country-of-locality",
        ],
    );
    check(
        &format!("{HOLT} flew in from Nairobi, where she had met {WAFULA}."),
        &[
            "Held, Kari Holt + Otieno Wafula (had met), locality Nairobi by place-of-journey, country KE country-of-locality",
        ],
    );
    check(&format!("{HOLT} crossed to the Lima Opera, where she met {WAFULA}."), &[&held("")]);
    // Whoever left for a third country afterwards met elsewhere.
    check(&format!("{HOLT} met {WAFULA}. She will fly to Paris on Friday."), &[&held("")]);
}

#[test]
fn a_city_is_told_by_what_it_is() {
    check(
        &format!("{HOLT} met {WAFULA} in the Kenyan capital on Monday. Nairobi has waited long for it."),
        &[&held(", day Monday, locality Nairobi by place-told-before, country KE stated")],
    );
    check(
        &format!("{HOLT} met {WAFULA} at a museum in central Graz."),
        &[&held(", venue a museum, locality Graz, country AT country-of-locality")],
    );
    // "Western" is part of a name where "western" is not.
    check(
        &format!("{HOLT} met {WAFULA} in central Cape Town, Western Cape."),
        &[&held(", locality Cape Town, region Western Cape, country ZA country-of-region")],
    );
    check(&format!("{HOLT} met {WAFULA} in the Kenyan capital."), &[&held(", country KE stated")]);
    check(
        &format!("{HOLT} met {WAFULA} in Graz, in the southern state of Styria."),
        &[&held(", locality Graz, region Styria, country AT country-of-region")],
    );
    check(
        &format!("{HOLT} met {WAFULA} in the U.S. state of Georgia."),
        &[&held(", region Georgia, country US stated")],
    );
}

#[test]
fn what_is_elsewhere_is_not_where_they_met() {
    check(&format!("Officials in Oslo said that {HOLT} met {WAFULA}."), &[&held("")]);
    check(&format!("{HOLT} met {WAFULA} ahead of a forum in Lima."), &[&held("")]);
    check(&format!("{HOLT} met {WAFULA} over the situation in Sudan."), &[&held("")]);
    check(
        &format!("{HOLT} spoke by phone with {WAFULA} in Nairobi."),
        &["Held, Kari Holt + Otieno Wafula (spoke by phone), mode Phone"],
    );
}

#[test]
fn a_house_stands_for_its_country() {
    check(
        &format!("{HOLT} met {WAFULA} at the White House."),
        &[&held(", venue the White House, country US country-of-seat")],
    );
    check(
        &format!("{HOLT} met {WAFULA} at a Geneva hotel."),
        &[&held(", venue a Geneva hotel, locality Geneva, country CH country-of-locality")],
    );
    check(&format!("{HOLT} met {WAFULA} in a side room of the Harbour Hall."), &[&held(", venue the Harbour Hall")]);
    check(&format!("{HOLT} met {WAFULA} after a welcome ceremony at the Royal Palace."), &[&held("")]);
}

#[test]
fn a_programme_has_one_place() {
    check(
        &format!(
            "{HOLT} met {WAFULA} in Nairobi on Monday. Holt was then received by Kenyan Prime Minister Joy Okello."
        ),
        &[
            &held(", day Monday, locality Nairobi, country KE country-of-locality"),
            "Held, Kari Holt + Joy Okello (was then received), day Monday, locality Nairobi by place-of-programme, country KE country-of-locality",
        ],
    );
}

#[test]
fn an_event_has_a_name_a_number_and_a_place() {
    let told = ", locality Lima, country PE country-of-locality, event ";
    for event in ["32nd APEC Economic Leaders’ Meeting", "2025 Ocean Forum", "Ocean Forum 2025"] {
        check(
            &format!("{HOLT} met {WAFULA} on the sidelines of the {event} in Lima."),
            &[&held(&format!("{told}{event}"))],
        );
    }
    // What one plans to attend gave no occasion to a meeting before.
    check(&format!("{HOLT} met {WAFULA}. She plans to attend the Ocean Forum in Lima."), &[&held("")]);
}

#[test]
fn a_headline_names_the_city_of_the_day() {
    let body = format!("{HOLT} met {WAFULA} on Monday.");
    check_under(
        "A long Monday in Lima",
        &body,
        &[&held(", day Monday, locality Lima by place-of-headline, country PE country-of-locality")],
    );
    check_under(
        "From Oslo to a Monday in Lima",
        &body,
        &[&held(", day Monday, locality Lima by place-of-headline, country PE country-of-locality")],
    );
    check_under("Mondays in Lima and in Oslo", &body, &[&held(", day Monday")]);
}

#[test]
fn a_readout_tells_what_happened_where_its_own_line_says() {
    let heading = "A readout\n\nBergen, Norway, 30 October 2025";
    check_under(
        heading,
        &format!("{HOLT} met {WAFULA} today."),
        &[&held(", day today, locality Bergen by place-of-dateline, country NO place-of-dateline")],
    );
    check_under(heading, &format!("{HOLT} met {WAFULA} on Monday."), &[&held(", day Monday")]);
    check_under(
        heading,
        &format!("{HOLT} met {WAFULA} at the Blue Hall today."),
        &[&held(", day today, venue the Blue Hall")],
    );
    check_under(
        "A call",
        &format!("OSLO, Norway, Oct. 30 -- {HOLT} met {WAFULA} at Singha Durbar here."),
        &[&held(", venue Singha Durbar, locality OSLO by place-of-dateline, country NO place-of-dateline")],
    );
}

#[test]
fn buildings_that_many_places_have_are_told_from_those_with_names() {
    for nameless in [
        "a hotel",
        "the Presidential Palace",
        "Government House",
        "the prime minister's office",
        "the Prime Minister’s Office",
    ] {
        assert!(super::is_nameless_building(nameless), "{nameless}");
    }
    for named in ["", "the border", "the Blue House", "the Federal Palace", "U.N. headquarters", "the Europa building"]
    {
        assert!(!super::is_nameless_building(named), "{named}");
    }
}
