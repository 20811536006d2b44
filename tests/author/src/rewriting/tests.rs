use proptest::prelude::*;
use rapporteur_model::{Anchored, Digest, Meal, MealRelation, PersonId, Review, Schema, Source, SummitId};

use super::*;

/// The seed article, which the other facts are made for.
const SEED: &str = include_str!("../../../../seeds/000_44616b36b33d74b3.txt");

fn excerpt(text: &str, words: &str) -> Excerpt {
    let start = text.find(words).unwrap();
    crate::page::excerpt(text, start, start + words.len())
}

fn stated<T>(value: T, text: &str, words: &str) -> Anchored<T> {
    Anchored::stated(value, excerpt(text, words))
}

/// A small record, with a value of every sort that is replaced.
fn record(text: &str) -> Record {
    let word = |words: &str| stated(words.to_owned(), text, words);
    let country = |code: &str, words: &str| stated(Country::new(code).unwrap(), text, words);
    let name = |index: usize, words: &str| Person {
        id: PersonId::from_index(index),
        name: Some(word(words)),
        mentions: vec![excerpt(text, words)],
        offices: Vec::new(),
    };
    Record {
        schema: Schema::V1,
        id: "seed".to_owned(),
        review: Review::Reviewed,
        seal: None,
        allow: Vec::new(),
        source: Source { bytes: 0, sha256: Digest::from_bytes([0; 32]) },
        text: Some(text.to_owned()),
        article: Article {
            prefix_date: Some(stated("2025-10-30".parse().unwrap(), text, "2025-10-30")),
            published: Some(Stamp {
                time: stated("2025-10-30T15:30".parse().unwrap(), text, "30 Oct. 2025, 15:30"),
                zone: None,
            }),
            ..Article::default()
        },
        people: vec![name(0, "Lee Jae Myung"), name(1, "Mark Carney"), name(2, "Marc-André Blanchard")],
        summits: vec![Summit {
            id: SummitId::from_index(0),
            status: stated(rapporteur_model::Status::Held, text, "held a summit"),
            mode: Anchored::default(),
            layout: rapporteur_model::Layout::Bilateral,
            participants: Vec::new(),
            begins: Some(SummitTime {
                time: stated("2025-10-30".parse().unwrap(), text, "Thursday morning"),
                part_of_day: Some(PartOfDay::Morning),
                zone: None,
            }),
            ends: None,
            duration_minutes: None,
            venue: Some(word("a hotel")),
            locality: Some(word("Gyeongju")),
            region: Some(stated("KR-47".to_owned(), text, "North Gyeongsang")),
            country: Some(country("KR", "North Gyeongsang")),
            host_event: Some(word("APEC Economic Leaders’ Meeting")),
            delegations: vec![Delegation {
                country: Some(country("CA", "Canadian side")),
                complete: None,
                members: vec![PersonId::from_index(2)],
            }],
            meals: vec![Meal { kind: MealKind::Lunch, relation: MealRelation::After, excerpt: excerpt(text, "lunch") }],
            mentions: Vec::new(),
        }],
        statements: Vec::new(),
        quantities: Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn other_facts_stand_in_the_text_and_in_the_record(facts in other_facts()) {
        let (text, record) = rewrite(SEED, &record(SEED), &facts.substitutions);
        for old in ["Lee Jae", "Carney", "Canad", "Gyeongju", "30 Oct. 2025", "Hoon-sik"] {
            let new = facts.substitutions.words.iter().any(|(_, new)| new.contains(old));
            prop_assert!(new || !text.contains(old), "{old} is left in\n{text}");
        }
        prop_assert_eq!(record.source.bytes as usize, text.len());
        let names: Vec<&Anchored<String>> = record.people.iter().filter_map(|person| person.name.as_ref()).collect();
        prop_assert_eq!(names[0].value(), &facts.host_leader.full());
        prop_assert_eq!(&names[1].anchor().unwrap().text, names[1].value());
        prop_assert_eq!(names[2].value(), &facts.aides[3].full());
        for person in &record.people {
            prop_assert_eq!(person.mentions[0].span.slice(&text), Some(person.mentions[0].text.as_str()));
        }

        let summit = &record.summits[0];
        let (region, code) = facts.city.region.unwrap();
        let found = summit.region.as_ref().unwrap();
        prop_assert_eq!((found.value().as_str(), found.anchor().unwrap().text.as_str()), (code, region));
        prop_assert_eq!(summit.country.as_ref().unwrap().value(), &facts.host.code);
        prop_assert_eq!(summit.delegations[0].country.as_ref().unwrap().value(), &facts.visitor.code);
        let begins = summit.begins.as_ref().unwrap();
        prop_assert_eq!(begins.time.value().date(), Some(facts.day));
        prop_assert!(begins.time.anchor().unwrap().text.starts_with(crate::calendar::weekday_name(facts.day)));
        let published = record.article.published.unwrap().time;
        prop_assert_eq!(published.value(), &LocalTime::Minute(facts.day, facts.clock));
        prop_assert!(published.anchor().unwrap().text.ends_with(&facts.clock.to_string()));
    }
}

#[test]
fn the_longest_words_are_replaced_at_word_boundaries() {
    let words = [("Korea", "Kenya"), ("Korean", "Kenyan"), ("South Korea", "Kenya"), ("Lee", "Ochieng")]
        .map(|(old, new)| (old.to_owned(), new.to_owned()));
    let rewritten = Rewritten::new("Lee’s fleet left South Korea; Korea-Canada, Korean KoreaNet", &words);
    assert_eq!(rewritten.text, "Ochieng’s fleet left Kenya; Kenya-Canada, Kenyan KoreaNet");
}

#[test]
fn nothing_changes_where_nothing_is_replaced() {
    let record = record(SEED);
    let (text, mut same) = rewrite(SEED, &record, &Substitutions::default());
    same.source = record.source.clone();
    assert_eq!((text.as_str(), same), (SEED, record));
}

#[test]
fn a_span_inside_replaced_words_takes_the_whole_of_them() {
    let words = [("North Gyeongsang".to_owned(), "Tuscany".to_owned())];
    let rewritten = Rewritten::new("in North Gyeongsang, on", &words);
    assert_eq!((rewritten.start(9), rewritten.end(19), rewritten.start(21)), (3, 10, 12));
    assert_eq!((rewritten.start(3), rewritten.end(8)), (3, 10));
}
