//! Numbers in words and in digits, as times need them.

use super::Text;

pub(super) const NUMBERS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

/// Whole tens in words.
pub(super) const TENS: [(&str, u32); 8] = [
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// The number that digits write, thousands divided by commas or not.
pub(super) fn digits(word: &str) -> Option<u32> {
    if !word.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let figures: String = word.chars().filter(|character| *character != ',').collect();
    figures.parse().ok()
}

/// The number that one word names, an article being one: "two", "ninety", "forty-five".
pub(super) fn number_word(word: &str) -> Option<u32> {
    if word.eq_ignore_ascii_case("a") || word.eq_ignore_ascii_case("an") {
        return Some(1);
    }
    let unit = |word: &str| {
        let index = NUMBERS.iter().position(|name| name.eq_ignore_ascii_case(word));
        index.and_then(|index| u32::try_from(index).ok())
    };
    let tens = |word: &str| TENS.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, number)| *number);
    let both = || {
        let (before, after) = word.split_once('-')?;
        Some(tens(before)? + unit(after).filter(|unit| (1..10).contains(unit))?)
    };
    unit(word).or_else(|| tens(word)).or_else(both)
}

/// The number that the word at token `at` names.
pub(super) fn spelled_number(text: &Text<'_>, at: usize) -> Option<u32> {
    number_word(text.word(at))
}
