use proptest::prelude::*;
use rapporteur_model::{Country, Date, TimeOfDay};

use super::Substitutions;
use crate::{
    calendar::{after, month_name, weekday_name},
    random::Dice,
    vocabulary::{City, NATIONS, Name, Nation},
};

/// Facts to put into the seed article in the place of its own, consistent with each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherFacts {
    /// The country that receives the other.
    pub host: &'static Nation,
    /// The country of the visitor.
    pub visitor: &'static Nation,
    /// The host country's leader.
    pub host_leader: Name,
    /// The visitor.
    pub visiting_leader: Name,
    /// The host's three aides and the visitor's two, in the order of the article.
    pub aides: [Name; 5],
    /// The place, one with a region that has a code.
    pub city: &'static City,
    /// The day of publication, which is the day of the meeting.
    pub day: Date,
    /// The minute of publication.
    pub clock: TimeOfDay,
    /// What to replace to make the seed article one about these facts, and its record that of the new article.
    pub substitutions: Substitutions,
}

/// Other facts for the seed article, which shrink to nothing: each case is one seed.
pub fn other_facts() -> impl Strategy<Value = OtherFacts> {
    any::<u64>().no_shrink().prop_map(of_seed)
}

const EVENTS: &[(&str, &str)] = &[
    ("ASEAN Plus Three Leaders’ Meeting", "ASEAN"),
    ("BRICS Leaders’ Meeting", "BRICS"),
    ("APEC Economic Leaders’ Meeting", "APEC"),
];
const VENUES: &[&str] = &["a hotel", "a villa", "a museum", "a guesthouse"];
const PARTS: &[(&str, &str)] =
    &[("morning", "lunch"), ("morning", "breakfast"), ("afternoon", "dinner"), ("evening", "dinner")];
const TITLES: &[&str] = &["Paper Crane Academy", "Harbor Lights", "The Lantern Maker"];

fn of_seed(seed: u64) -> OtherFacts {
    let mut dice = Dice::new(seed).fork(7);
    // The article goes on speaking of "presidential" aides and puts a country's bare name wherever the seed has one.
    let plain = |nation: &&&'static Nation| !nation.name.starts_with("the ");
    let with_region = |nation: &&&'static Nation| nation.cities.iter().any(|city| city.region.is_some());
    let all: Vec<&'static Nation> = NATIONS.iter().collect();
    let hosts: Vec<&'static Nation> =
        all.iter().filter(plain).filter(with_region).filter(|nation| nation.title == "President").copied().collect();
    let host = dice.one_of(&hosts);
    let visitors: Vec<&'static Nation> = all
        .iter()
        .filter(plain)
        .filter(|nation| nation.title == "Prime Minister" && nation.code != host.code)
        .copied()
        .collect();
    let visitor = dice.one_of(&visitors);

    let mut names: Vec<Name> = Vec::new();
    for nation in [host, visitor, host, host, host, visitor, visitor] {
        let mut name = nation.culture.name(&mut dice, &names);
        // The seed calls its people by their family names, and its leader begins sentences: no small particles.
        for _ in 0..20 {
            if name.short.starts_with(char::is_uppercase) && !names.contains(&name) {
                break;
            }
            name = nation.culture.name(&mut dice, &names);
        }
        names.push(name);
    }
    let towns: Vec<&'static City> = host.cities.iter().filter(|city| city.region.is_some()).collect();
    let city = dice.one_of(&towns);
    let day = later(&mut dice);
    let clock = minute(&mut dice);
    let names: [Name; 7] = names.try_into().unwrap_or_else(|_| unreachable!("there are seven people"));
    let substitutions = substitutions(&mut dice, [host, visitor], &names, city, day, clock);
    let [host_leader, visiting_leader, aides @ ..] = names;
    OtherFacts { host, visitor, host_leader, visiting_leader, aides, city, day, clock, substitutions }
}

fn later(dice: &mut Dice) -> Date {
    match Date::new(2015, 1, 1) {
        Ok(start) => after(start, i32::try_from(dice.below(5000)).unwrap_or_default()),
        Err(_) => unreachable!("the first of January exists"),
    }
}

fn minute(dice: &mut Dice) -> TimeOfDay {
    let part = |number: usize| u8::try_from(number).unwrap_or_default();
    match TimeOfDay::new(part(19 + dice.below(5)), part(dice.below(60))) {
        Ok(time) => time,
        Err(_) => unreachable!("the hour is before midnight"),
    }
}

fn substitutions(
    dice: &mut Dice,
    [host, visitor]: [&Nation; 2],
    names: &[Name; 7],
    city: &City,
    day: Date,
    clock: TimeOfDay,
) -> Substitutions {
    let (region, region_code) = city.region.unwrap_or_default();
    let (event, organization) = dice.one_of(EVENTS);
    let (part, meal) = dice.one_of(PARTS);
    let (troops, casualties) = (1 + dice.below(90), 10 + dice.below(900));
    let month = &month_name(day)[..3];
    let dot = if month_name(day).ends_with('.') { "." } else { "" };
    let [host_leader, visiting_leader, aides @ ..] = names;

    let mut words: Vec<(String, String)> = Vec::new();
    let mut put = |old: &str, new: &str| words.push((old.to_owned(), new.to_owned()));
    put("Lee Jae Myung", &host_leader.full());
    put("Lee", host_leader.short);
    put("Mark Carney", &visiting_leader.full());
    put("Carney", visiting_leader.short);
    let old_aides = ["Kang Hoon-sik", "Kim Yong-beom", "Wi Sung-lac", "Marc-André Blanchard", "David McGuinty"];
    for (old, new) in old_aides.iter().zip(aides) {
        put(old, &new.full());
    }
    put("South Korea", host.name);
    put("Korea", host.name);
    put("Korean", host.demonym);
    // The war keeps out of it: no adjective may be left or put there.
    put("Korean War", "Long War");
    put("Canada", visitor.name);
    put("Canadian", visitor.demonym);
    // Not every adjective is also a noun.
    put("a Canadian", &format!("somebody from {}", visitor.name));
    put("Gyeongju", city.name);
    put("North Gyeongsang", region);
    put("Thursday", weekday_name(day));
    put("2025-10-30", &day.to_string());
    put("30 Oct. 2025", &format!("{} {month}{dot} {}", day.day(), day.year()));
    put("15:30", &clock.to_string());
    put("morning", part);
    put("lunch", meal);
    put("a hotel", dice.one_of(VENUES));
    put("APEC Economic Leaders’ Meeting", event);
    put("APEC", organization);
    put("27,000", &format!("{troops},000"));
    put("400", &casualties.to_string());
    put("KPop Demon Hunters", dice.one_of(TITLES));

    let mut values: Vec<(String, String)> = Vec::new();
    let mut put = |old: &str, new: &str| values.push((old.to_owned(), new.to_owned()));
    let code = |country: &Country| country.as_str().to_owned();
    put("KR", &code(&host.code));
    put("CA", &code(&visitor.code));
    put("KR-47", region_code);
    put("2025-10-30", &day.to_string());
    put("2025-10-30T15:30", &format!("{day}T{clock}"));
    put("27000", &format!("{troops}000"));
    put("400", &casualties.to_string());
    put("morning", part);
    put("lunch", meal);
    Substitutions { words, values }
}
