//! Units: money, shares, measures, and the nouns of what is counted.

use std::ops::Range;

use crate::reading::{
    lexicon::{Place, lexicon},
    text::{Text, TokenKind},
    words::is_adverb,
};

/// Signs of money.
const SIGNS: [&str; 15] = ["$", "£", "¥", "฿", "₦", "₩", "₪", "₫", "€", "₱", "₴", "₵", "₹", "₺", "₽"];

/// Letters that stand for money before or behind a number.
const CODES: [&str; 70] = [
    "AED", "AMD", "ARS", "AUD", "AZN", "BDT", "BGN", "BHD", "BRL", "CAD", "CFA", "CHF", "CLP", "CNY", "COP", "CZK",
    "DKK", "EGP", "ETB", "EUR", "GBP", "GEL", "GHS", "GHc", "HKD", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "JOD",
    "JPY", "KES", "KRW", "KSh", "KWD", "KZT", "Ksh", "LKR", "MAD", "MXN", "MYR", "NGN", "NOK", "NPR", "NZD", "OMR",
    "PEN", "PHP", "PKR", "PLN", "QAR", "RM", "RMB", "RON", "RUB", "Rp", "Rs", "SAR", "SEK", "SGD", "THB", "TRY", "TWD",
    "Tk", "UAH", "USD", "VND", "ZAR",
];

/// Names of money that have no "s", or do without it.
const MONEY: [&str; 37] = [
    "baht",
    "birr",
    "dong",
    "dram",
    "euro",
    "forint",
    "hryvnia",
    "kina",
    "kip",
    "koruna",
    "krona",
    "krone",
    "kroner",
    "kronor",
    "kronur",
    "kwacha",
    "kyat",
    "lari",
    "leva",
    "lira",
    "naira",
    "ouguiya",
    "pa'anga",
    "pa’anga",
    "pula",
    "rand",
    "renminbi",
    "ringgit",
    "riyal",
    "rupiah",
    "som",
    "taka",
    "tenge",
    "won",
    "yen",
    "yuan",
    "zloty",
];

/// Names of money that have.
const MONEYS: [&str; 23] = [
    "afghanis",
    "cedis",
    "crowns",
    "dinars",
    "dirhams",
    "dollars",
    "euros",
    "forints",
    "francs",
    "hryvnias",
    "kroner",
    "liras",
    "marks",
    "pesos",
    "pounds",
    "reais",
    "rials",
    "riyals",
    "roubles",
    "rubles",
    "rupees",
    "shekels",
    "shillings",
];

/// Units that may be the ending of their number: "5km".
pub(super) const OWN_UNITS: [&str; 14] =
    ["GW", "GWh", "MW", "MWh", "cm", "ft", "ha", "kW", "kWh", "kg", "km", "kph", "mm", "mph"];

/// Nouns of what is counted that do not end in "s".
const NOUNS: [&str; 36] = [
    "aircraft",
    "bcm",
    "bpd",
    "carat",
    "cattle",
    "children",
    "clergy",
    "craft",
    "crew",
    "deer",
    "feet",
    "fish",
    "gigawatt",
    "hectare",
    "hovercraft",
    "infantry",
    "livestock",
    "megawatt",
    "men",
    "mice",
    "offspring",
    "people",
    "personnel",
    "police",
    "servicemen",
    "servicewomen",
    "sheep",
    "spacecraft",
    "staff",
    "teeth",
    "ton",
    "tonne",
    "troop",
    "watercraft",
    "women",
    "workforce",
];

/// Words in "s" that are no nouns of what is counted: times, ages, places in a row, verbs, and what counts nothing.
const NO_UNITS: [&str; 51] = [
    "across",
    "afterwards",
    "always",
    "as",
    "backwards",
    "besides",
    "bus",
    "centuries",
    "comes",
    "consensus",
    "costs",
    "days",
    "decades",
    "does",
    "downwards",
    "forwards",
    "gas",
    "goes",
    "has",
    "hers",
    "his",
    "hours",
    "hrs",
    "is",
    "its",
    "less",
    "makes",
    "means",
    "mins",
    "minutes",
    "months",
    "news",
    "nights",
    "others",
    "ours",
    "perhaps",
    "plus",
    "says",
    "seconds",
    "sides",
    "sometimes",
    "takes",
    "theirs",
    "this",
    "thus",
    "times",
    "towards",
    "us",
    "was",
    "weeks",
    "years",
];

/// Words that end the search for a noun: no adjective is one of them.
const STOPS: [&str; 86] = [
    "a", "about", "above", "after", "against", "ago", "all", "along", "among", "an", "and", "any", "apart", "are",
    "around", "at", "away", "be", "because", "been", "before", "behind", "below", "between", "both", "but", "by",
    "day", "down", "during", "each", "every", "for", "from", "had", "have", "he", "her", "his", "hour", "if", "in",
    "inside", "into", "it", "last", "like", "minute", "month", "more", "my", "near", "next", "night", "not", "of",
    "off", "old", "on", "or", "our", "out", "over", "per", "she", "since", "than", "that", "the", "their", "then",
    "there", "they", "through", "to", "under", "until", "up", "we", "week", "were", "when", "where", "which", "while",
    "who",
];

/// Participles that stand before what is counted; others are the verb of its clause.
const PARTICIPLES: [&str; 16] = [
    "abandoned",
    "armed",
    "armored",
    "armoured",
    "captured",
    "detained",
    "displaced",
    "injured",
    "jailed",
    "registered",
    "trained",
    "unarmed",
    "uniformed",
    "unmanned",
    "used",
    "wounded",
];

/// How many words a unit has at most.
const LONGEST: usize = 4;

/// Whether a unit is money.
pub(super) fn is_money(unit: &str) -> bool {
    let last = unit.rsplit(' ').next().unwrap_or(unit);
    unit.ends_with(SIGNS.map(|sign| sign.chars().next().unwrap_or('$')))
        || CODES.contains(&last)
        || MONEY.contains(&last)
        || MONEYS.contains(&last)
}

/// The money that stands before token `at`: "$", "US$", "EUR", "Rs.".
pub(super) fn currency_before(text: &Text<'_>, at: usize, start: usize) -> Option<Range<usize>> {
    let sign = at.checked_sub(1).filter(|sign| *sign >= start)?;
    if CODES.contains(&text.word(sign)) {
        return Some(sign..at);
    }
    if text.is(sign, ".") && sign > start && CODES.contains(&text.word(sign - 1)) {
        return Some(sign - 1..at);
    }
    if !SIGNS.contains(&text.word(sign)) {
        return None;
    }
    let letters = sign.checked_sub(1).filter(|letters| *letters >= start);
    let touches = |letters: &usize| text.tokens[*letters].span.end() == text.tokens[sign].span.start();
    let is_code = |letters: &usize| {
        let word = text.word(*letters).trim_end_matches('.');
        (1..=4).contains(&word.len()) && word.starts_with(|letter: char| letter.is_ascii_uppercase())
    };
    Some(letters.filter(touches).filter(is_code).unwrap_or(sign)..at)
}

/// The tokens of the unit that begins with token `at`, or, behind "of the", stands a little later.
pub(super) fn unit_at(text: &Text<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    if at >= end {
        return None;
    }
    if text.is(at, "%") || SIGNS.contains(&text.word(at)) || text.is_any(at, &["percent", "pc", "pct"]) {
        return Some(at..at + 1 + points(text, at + 1));
    }
    if text.is(at, "per") && text.is(at + 1, "cent") {
        return Some(at..at + 2 + points(text, at + 2));
    }
    if text.is_any(at, &["percentage", "basis"]) && text.is_any(at + 1, &["point", "points"]) {
        return Some(at..at + 2);
    }
    if CODES.contains(&text.word(at)) && !text.is(at + 1, "francs") {
        return Some(at..at + 1);
    }
    counted_noun(text, at, end).or_else(|| part_of(text, at, end))
}

/// Whether "points" goes on from "per cent".
fn points(text: &Text<'_>, at: usize) -> usize {
    usize::from(text.is_any(at, &["point", "points"]))
}

/// The noun of what is counted, with its adjectives: "tonnes", "new jobs", "Saudi riyals", "patrol boats".
fn counted_noun(text: &Text<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    for last in at..end.min(at + LONGEST) {
        if text.kind(last) != Some(TokenKind::Word) || text.tokens[last].quotation != text.tokens[at].quotation {
            return None;
        }
        let unit = at..last + 1 + words_of_office(text, last);
        if is_noun(text, last) {
            return (!is_clause(text, &unit)).then_some(unit);
        }
        if !is_modifier(text, last) {
            return None;
        }
    }
    None
}

/// How many words "of state and government" has behind "heads".
fn words_of_office(text: &Text<'_>, heads: usize) -> usize {
    let of = |first: usize| text.is(first + 1, "and") && text.is_any(first + 2, &["government", "state"]);
    let opens = text.is(heads, "heads") && text.is(heads + 1, "of") && text.is_any(heads + 2, &["government", "state"]);
    if !opens {
        return 0;
    }
    if of(heads + 2) { 4 } else { 2 }
}

/// Whether a word alone is what is counted.
fn is_noun(text: &Text<'_>, at: usize) -> bool {
    let word = text.word(at);
    let is_people = matches!(lexicon().place(word), Some(Place::Demonym(_)));
    if word.starts_with(char::is_uppercase) {
        return is_people && word.ends_with('s') && !word.ends_with("ss");
    }
    let is_plural = word.ends_with('s')
        && !["ss", "ous", "'s"].iter().any(|ending| word.ends_with(ending))
        && NO_UNITS.binary_search(&word).is_err();
    let form = lexicon().verb_form(word);
    let is_lowercase = word.chars().all(|character| character.is_lowercase() || "-'’".contains(character));
    is_lowercase
        && (is_plural && (!form.third || form.noun)
            || word.len() > 3 && word.ends_with("men") && !["abdomen", "regimen", "specimen"].contains(&word)
            || NOUNS.contains(&word)
            || MONEY.contains(&word)
            || MONEYS.contains(&word))
}

/// Whether a word may stand between a number and its noun.
fn is_modifier(text: &Text<'_>, at: usize) -> bool {
    let word = text.word(at);
    if word.starts_with(char::is_uppercase) {
        // "Tuvaluan families", "Hong Kong dollars", "CFA francs", "F-16 jets"; not a name that begins the next phrase.
        let names_place = lexicon().place(word).is_some() || lexicon().place(&text.words(at..at + 2)).is_some();
        let of_money = MONEYS.contains(&text.word(at + 1)) || MONEYS.contains(&text.word(at + 2));
        let is_code = word.len() > 1 && word.bytes().all(|byte| !byte.is_ascii_lowercase());
        return names_place || of_money || is_code;
    }
    let form = lexicon().verb_form(word);
    let is_verb = (form.third || form.past) && !form.noun && PARTICIPLES.binary_search(&word).is_err();
    // "412 wrongly delivered letters": behind an adverb, a participle is no verb of the clause.
    if word.ends_with("ed") && at > 0 && text.word(at - 1).ends_with("ly") {
        return true;
    }
    let is_past =
        word.ends_with("ed") && word.len() > 4 && !word.contains('-') && PARTICIPLES.binary_search(&word).is_err();
    let is_lowercase = word.chars().all(|character| character.is_lowercase() || character == '-');
    let is_plain_adverb = is_adverb(word) && !word.ends_with("ly");
    is_lowercase
        && !is_verb
        && !is_past
        && !is_plain_adverb
        && STOPS.binary_search(&word).is_err()
        && NO_UNITS.binary_search(&word).is_err()
}

/// Whether what looks like adjectives and a noun is an adverb before a verb: "20 now seems".
fn is_clause(text: &Text<'_>, unit: &Range<usize>) -> bool {
    unit.len() > 1 && text.is_any(unit.start, &["can", "could", "may", "might", "must", "should", "will", "would"])
}

/// What a part is taken of: "embassies" of "20 of the country's embassies".
fn part_of(text: &Text<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let determiner = at + 1;
    let opens =
        text.is(at, "of") && text.is_any(determiner, &["her", "his", "its", "our", "the", "their", "these", "those"]);
    if !opens {
        return None;
    }
    let owner =
        (determiner + 1..end.min(determiner + LONGEST)).find(|&at| text.kind(at) == Some(TokenKind::Possessive));
    counted_noun(text, owner.unwrap_or(determiner) + 1, end)
}
