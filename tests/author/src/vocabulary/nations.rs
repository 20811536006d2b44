use rapporteur_model::Country;

use super::Culture;

/// A country as news prints it.
#[derive(Debug, PartialEq, Eq)]
pub struct Nation {
    /// Its code.
    pub code: Country,
    /// Its name inside a sentence: "Canada", "the Netherlands".
    pub name: &'static str,
    /// The adjective: "Canadian".
    pub demonym: &'static str,
    /// The leader's title: "Prime Minister".
    pub title: &'static str,
    /// Where its leaders' names come from.
    pub culture: Culture,
    /// Cities in which meetings take place, the capital first.
    pub cities: &'static [City],
}

/// A city of a [`Nation`].
#[derive(Debug, PartialEq, Eq)]
pub struct City {
    /// Its name.
    pub name: &'static str,
    /// The region's name as printed after the city, and its ISO 3166-2 code; none where news prints no region.
    pub region: Option<(&'static str, &'static str)>,
}

impl Nation {
    /// The name without its article, as headlines and hyphenated pairs have it.
    pub fn bare_name(&self) -> &'static str {
        self.name.strip_prefix("the ").unwrap_or(self.name)
    }
}

const fn city(name: &'static str) -> City {
    City { name, region: None }
}

const fn town(name: &'static str, region: &'static str, code: &'static str) -> City {
    City { name, region: Some((region, code)) }
}

const fn nation(
    code: &'static str,
    name: &'static str,
    demonym: &'static str,
    title: &'static str,
    culture: Culture,
    cities: &'static [City],
) -> Nation {
    let Ok(code) = Country::new(code) else { panic!("a country's code is two capital letters") };
    Nation { code, name, demonym, title, culture, cities }
}

const PRESIDENT: &str = "President";
const PRIME_MINISTER: &str = "Prime Minister";

/// The countries whose leaders meet. South Korea stands here under both of its names.
pub const NATIONS: &[Nation] = &[
    nation(
        "KR",
        "Korea",
        "Korean",
        PRESIDENT,
        Culture::Korean,
        &[city("Seoul"), town("Gyeongju", "North Gyeongsang", "KR-47"), town("Yeosu", "South Jeolla", "KR-46")],
    ),
    nation(
        "KR",
        "South Korea",
        "South Korean",
        PRESIDENT,
        Culture::Korean,
        &[city("Seoul"), town("Pyeongchang", "Gangwon", "KR-42")],
    ),
    nation(
        "CA",
        "Canada",
        "Canadian",
        PRIME_MINISTER,
        Culture::French,
        &[
            town("Ottawa", "Ontario", "CA-ON"),
            town("Vancouver", "British Columbia", "CA-BC"),
            town("Halifax", "Nova Scotia", "CA-NS"),
        ],
    ),
    nation(
        "US",
        "the United States",
        "U.S.",
        PRESIDENT,
        Culture::English,
        &[city("Washington"), town("Denver", "Colorado", "US-CO"), town("Annapolis", "Maryland", "US-MD")],
    ),
    nation(
        "JP",
        "Japan",
        "Japanese",
        PRIME_MINISTER,
        Culture::Japanese,
        &[
            city("Tokyo"),
            town("Hakone", "Kanagawa Prefecture", "JP-14"),
            town("Karuizawa", "Nagano Prefecture", "JP-20"),
        ],
    ),
    nation(
        "AU",
        "Australia",
        "Australian",
        PRIME_MINISTER,
        Culture::English,
        &[city("Canberra"), town("Cairns", "Queensland", "AU-QLD"), town("Hobart", "Tasmania", "AU-TAS")],
    ),
    nation(
        "NZ",
        "New Zealand",
        "New Zealand",
        PRIME_MINISTER,
        Culture::English,
        &[city("Wellington"), town("Queenstown", "Otago", "NZ-OTA")],
    ),
    nation(
        "GB",
        "Britain",
        "British",
        PRIME_MINISTER,
        Culture::English,
        &[city("London"), town("Edinburgh", "Scotland", "GB-SCT"), town("Cardiff", "Wales", "GB-WLS")],
    ),
    nation("IE", "Ireland", "Irish", PRIME_MINISTER, Culture::English, &[city("Dublin")]),
    nation(
        "DE",
        "Germany",
        "German",
        "Chancellor",
        Culture::German,
        &[city("Berlin"), town("Munich", "Bavaria", "DE-BY"), town("Dresden", "Saxony", "DE-SN")],
    ),
    nation(
        "FR",
        "France",
        "French",
        PRESIDENT,
        Culture::French,
        &[city("Paris"), town("Rennes", "Brittany", "FR-BRE")],
    ),
    nation(
        "IT",
        "Italy",
        "Italian",
        PRIME_MINISTER,
        Culture::Italian,
        &[city("Rome"), town("Florence", "Tuscany", "IT-52"), town("Palermo", "Sicily", "IT-82")],
    ),
    nation(
        "ES",
        "Spain",
        "Spanish",
        PRIME_MINISTER,
        Culture::Spanish,
        &[city("Madrid"), town("Seville", "Andalusia", "ES-AN")],
    ),
    nation("PL", "Poland", "Polish", PRIME_MINISTER, Culture::Polish, &[city("Warsaw")]),
    nation(
        "NL",
        "the Netherlands",
        "Dutch",
        PRIME_MINISTER,
        Culture::Nordic,
        &[city("Amsterdam"), town("Maastricht", "Limburg", "NL-LI")],
    ),
    nation("SE", "Sweden", "Swedish", PRIME_MINISTER, Culture::Nordic, &[city("Stockholm")]),
    nation(
        "NO",
        "Norway",
        "Norwegian",
        PRIME_MINISTER,
        Culture::Nordic,
        &[city("Oslo"), town("Bergen", "Vestland", "NO-46")],
    ),
    nation(
        "FI",
        "Finland",
        "Finnish",
        PRESIDENT,
        Culture::Nordic,
        &[city("Helsinki"), town("Rovaniemi", "Lapland", "FI-10")],
    ),
    nation(
        "BR",
        "Brazil",
        "Brazilian",
        PRESIDENT,
        Culture::Portuguese,
        &[city("Brasilia"), town("Salvador", "Bahia", "BR-BA")],
    ),
    nation(
        "MX",
        "Mexico",
        "Mexican",
        PRESIDENT,
        Culture::Spanish,
        &[city("Mexico City"), town("Guadalajara", "Jalisco", "MX-JAL")],
    ),
    nation("AR", "Argentina", "Argentine", PRESIDENT, Culture::Spanish, &[city("Buenos Aires")]),
    nation("CL", "Chile", "Chilean", PRESIDENT, Culture::Spanish, &[city("Santiago")]),
    nation("PE", "Peru", "Peruvian", PRESIDENT, Culture::Spanish, &[city("Lima")]),
    nation(
        "IN",
        "India",
        "Indian",
        PRIME_MINISTER,
        Culture::Indian,
        &[city("New Delhi"), town("Jaipur", "Rajasthan", "IN-RJ"), town("Kochi", "Kerala", "IN-KL")],
    ),
    nation(
        "CN",
        "China",
        "Chinese",
        "Premier",
        Culture::Chinese,
        &[city("Beijing"), town("Hangzhou", "Zhejiang", "CN-ZJ")],
    ),
    nation(
        "VN",
        "Vietnam",
        "Vietnamese",
        PRESIDENT,
        Culture::Vietnamese,
        &[city("Hanoi"), town("Nha Trang", "Khanh Hoa", "VN-34")],
    ),
    nation(
        "ID",
        "Indonesia",
        "Indonesian",
        PRESIDENT,
        Culture::Malay,
        &[city("Jakarta"), town("Ubud", "Bali", "ID-BA")],
    ),
    nation(
        "MY",
        "Malaysia",
        "Malaysian",
        PRIME_MINISTER,
        Culture::Malay,
        &[city("Kuala Lumpur"), town("Kuching", "Sarawak", "MY-13")],
    ),
    nation("TH", "Thailand", "Thai", PRIME_MINISTER, Culture::Thai, &[city("Bangkok")]),
    nation(
        "PH",
        "the Philippines",
        "Philippine",
        PRESIDENT,
        Culture::Spanish,
        &[city("Manila"), town("Tagbilaran", "Bohol", "PH-BOH")],
    ),
    nation("TR", "Turkey", "Turkish", PRESIDENT, Culture::Turkish, &[city("Ankara")]),
    nation(
        "EG",
        "Egypt",
        "Egyptian",
        PRESIDENT,
        Culture::Arabic,
        &[city("Cairo"), town("Sharm el-Sheikh", "South Sinai", "EG-JS")],
    ),
    nation("JO", "Jordan", "Jordanian", PRIME_MINISTER, Culture::Arabic, &[city("Amman")]),
    nation("KE", "Kenya", "Kenyan", PRESIDENT, Culture::EastAfrican, &[city("Nairobi")]),
    nation(
        "GH",
        "Ghana",
        "Ghanaian",
        PRESIDENT,
        Culture::WestAfrican,
        &[city("Accra"), town("Kumasi", "Ashanti", "GH-AH")],
    ),
    nation(
        "ZA",
        "South Africa",
        "South African",
        PRESIDENT,
        Culture::WestAfrican,
        &[city("Pretoria"), town("Cape Town", "Western Cape", "ZA-WC")],
    ),
];
