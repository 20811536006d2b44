//! Our atlas against one that others wrote: every country of theirs is in ours, under every name.

use std::collections::BTreeMap;

use super::*;

/// What theirs says and ours does not, and why.
const NAMES: [(&str, &str); 22] = [
    ("Andorre", "French"),
    ("Barbade", "French"),
    ("Bolivia (Plurinational State of)", BRACKETS),
    ("Congo", "two countries"),
    ("Congo (Democratic Republic of the)", BRACKETS),
    ("Crna Gora", "Montenegrin"),
    ("Falkland Islands (Malvinas)", BRACKETS),
    ("Guernsey and Alderney", "one of the two"),
    ("Iran (Islamic Republic of)", BRACKETS),
    ("Korea (Democratic People's Republic of)", BRACKETS),
    ("Korea (Republic of)", BRACKETS),
    ("Micronesia (Federated States of)", BRACKETS),
    ("Moldova (Republic of)", BRACKETS),
    ("Myanmar (Burma)", BRACKETS),
    ("Palestine, State of", BRACKETS),
    ("Saint Martin (French part)", BRACKETS),
    ("Sint Maarten (Dutch part)", BRACKETS),
    ("Taiwan, Province of China", BRACKETS),
    ("Tanzania, United Republic of", BRACKETS),
    ("Venezuela (Bolivarian Republic of)", BRACKETS),
    ("Virgin Islands (British)", BRACKETS),
    ("Virgin Islands (U.S.)", BRACKETS),
];

/// A list sorts by the name in front, a sentence does not: the tail in brackets or behind the comma is no news English.
const BRACKETS: &str = "a list's form";

/// Demonyms of theirs that ours gives to another country or to none, by the country's code, and why.
const DEMONYMS: [(&str, &str); 36] = [
    ("AE", "Emirian: they are Emiratis"),
    ("AG", "two peoples behind a comma"),
    ("AX", "the state's, not the territory's"),
    ("BA", "two peoples behind a comma"),
    ("BL", "no news English"),
    ("BQ", "the state's, not the territory's"),
    ("CG", "Congolese: two countries"),
    ("CW", "the state's, not the territory's"),
    ("CX", "a name, not a demonym"),
    ("DJ", "a name, not a demonym"),
    ("DO", "Dominican: two countries"),
    ("GG", "Channel Islander: two territories"),
    ("GI", "a name, not a demonym"),
    ("GP", "the state's, not the territory's"),
    ("GS", "nobody lives there"),
    ("HM", "nobody lives there"),
    ("IO", "Indian is India's"),
    ("JE", "Channel Islander: two territories"),
    ("KN", "two peoples"),
    ("MF", "the state's, not the territory's"),
    ("MM", "Myanmarian: they are Burmese, or of Myanmar"),
    ("MO", "the state's, not the territory's"),
    ("MP", "the state's, not the territory's"),
    ("MQ", "the state's, not the territory's"),
    ("NE", "Nigerian is Nigeria's"),
    ("PM", "the state's, not the territory's"),
    ("RE", "the state's, not the territory's"),
    ("SJ", "the state's, not the territory's"),
    ("SX", "the state's, not the territory's"),
    ("TF", "the state's, not the territory's"),
    ("UM", "the state's, not the territory's"),
    ("VA", "no news English"),
    ("VG", "Virgin Islander: two territories"),
    ("VI", "Virgin Islander: two territories"),
    ("WF", "two peoples"),
    ("YT", "the state's, not the territory's"),
];

fn is_country_of(name: &str, code: &str) -> bool {
    matches!(lexicon().place(name), Some(Place::Country(country)) if country.as_str() == code)
}

#[test]
fn every_country_of_the_other_atlas_is_in_ours_by_code_and_name() {
    let deviations = BTreeMap::from(NAMES);
    let mut countries = 0;
    for country in keshvar::CountryIterator::new() {
        let code = country.alpha2().to_string();
        assert!(lexicon().country_codes.contains(code.as_str()), "{code}");
        let names = [country.iso_short_name()].into_iter().chain(country.unofficial_name_list().first().copied());
        for name in names {
            let is_known = is_country_of(name, &code) || deviations.contains_key(name);
            assert!(is_known, "{code}: {name} is {:?}", lexicon().place(name));
        }
        countries += 1;
    }
    assert_eq!(countries, 249);
}

#[test]
fn every_demonym_of_the_other_atlas_is_in_ours() {
    let deviations = BTreeMap::from(DEMONYMS);
    for country in keshvar::CountryIterator::new() {
        let code = country.alpha2().to_string();
        let Some(demonym) = country.maybe_nationality() else { continue };
        let place = lexicon().place(demonym);
        let is_same = matches!(place, Some(Place::Demonym(of)) if of.as_str() == code);
        // A deviation that is none any more is taken off the list.
        assert_eq!(is_same, !deviations.contains_key(code.as_str()), "{code}: {demonym} is {place:?}");
    }
}

#[test]
fn a_seat_of_government_stands_for_one_country() {
    for (seat, code) in [("Downing Street", "GB"), ("Cheong Wa Dae", "KR"), ("Kremlin", "RU"), ("Palazzo Chigi", "IT")]
    {
        assert_eq!(lexicon().seat(seat).map(|country| country.to_string()), Some(code.to_owned()), "{seat}");
    }
    assert_eq!(lexicon().seat("State House"), None);
}

/// Regions whose code the other atlas does not have: ISO 3166-2 has given them new ones since, or letters for its numbers.
fn is_newer(code: &str) -> bool {
    const COUNTRIES: [&str; 5] = ["AE", "KE", "KG", "KZ", "MY"];
    const CODES: [&str; 9] = ["GH-AH", "NO-31", "NO-32", "NO-33", "NO-39", "NO-40", "NO-55", "NO-56", "ZA-KZN"];
    COUNTRIES.contains(&&code[..2]) || CODES.contains(&code)
}

#[test]
fn no_region_has_the_code_of_another() {
    // A region and a smaller one within it may have the same name.
    let mut names: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    let mut codes = std::collections::BTreeSet::new();
    for country in keshvar::CountryIterator::new() {
        let alpha = country.alpha2().to_string();
        for (code, region) in country.subdivisions() {
            let code = format!("{alpha}-{code}");
            names.entry((alpha.clone(), region.name().to_lowercase())).or_default().push(code.clone());
            codes.insert(code);
        }
    }
    let mut confirmed = 0;
    for [code, ours] in rows(include_str!("../../../data/regions.tsv")) {
        assert!(codes.contains(code) || is_newer(code), "{code} is in no other atlas");
        for name in values(ours).filter(|_| !is_newer(code)) {
            let Some(theirs) = names.get(&(code[..2].to_owned(), name.to_lowercase())) else { continue };
            // Asturias is a province too, of the same land.
            let is_theirs = theirs.iter().any(|known| known == code) || code == "ES-AS";
            assert!(is_theirs, "{name} is {theirs:?} there, and {code} here");
            confirmed += 1;
        }
    }
    assert!(confirmed > 300, "only {confirmed} names are in both");
}
