//! Numbers in digits, with the words that scale them.

use std::ops::Range;

use rapporteur_model::Decimal;

use super::units::OWN_UNITS;
use crate::reading::{
    text::{Text, TokenKind},
    times,
};

/// A number that may count something.
#[derive(Debug)]
pub(super) struct NumberFound<'t> {
    /// The digits and the words that scale them.
    pub(super) tokens: Range<usize>,
    digits: &'t str,
    zeros: usize,
    /// Whether a word or letter scales it.
    pub(super) is_scaled: bool,
    /// "km" of "5km".
    pub(super) own_unit: Option<&'t str>,
    /// "20-odd".
    pub(super) is_odd: bool,
    /// "2,000-plus", "2,000+".
    pub(super) is_plus: bool,
    /// The first of two that "between" opens.
    pub(super) is_lower_end: bool,
    /// Four digits that name a year as often as they count.
    pub(super) may_be_year: bool,
}

impl NumberFound<'_> {
    /// Takes the scale of the number that it shares its words with.
    pub(super) fn scale_as(&mut self, other: &Self) {
        self.zeros += other.zeros;
    }

    pub(super) fn value(&self) -> Option<Decimal> {
        decimal(self.digits, self.zeros)
    }
}

/// Words before a number that make it the number of something.
const NUMBERED: [&str; 37] = [
    "Act",
    "Airbus",
    "Annex",
    "Apollo",
    "Article",
    "Articles",
    "Boeing",
    "Channel",
    "Chapter",
    "Clause",
    "Clauses",
    "Expo",
    "Flight",
    "Gate",
    "Highway",
    "Line",
    "No",
    "No.",
    "Nos.",
    "Number",
    "Page",
    "Paragraph",
    "Phase",
    "Pier",
    "Platform",
    "Resolution",
    "Resolutions",
    "Room",
    "Route",
    "Section",
    "Sections",
    "Stage",
    "Terminal",
    "Track",
    "Unit",
    "age",
    "aged",
];

/// The number whose digits are token `at`, if it may count something.
pub(super) fn number_at<'t>(text: &Text<'t>, at: usize, passage: &Range<usize>) -> Option<NumberFound<'t>> {
    if !passage.contains(&at) || text.kind(at) != Some(TokenKind::Number) || is_named(text, at, passage) {
        return None;
    }
    let word = text.word(at);
    let end = word.find(|character: char| character.is_alphabetic() || character == '-').unwrap_or(word.len());
    let (digits, suffix) = word.split_at(end);
    let mut number = NumberFound {
        tokens: at..at + 1,
        digits,
        zeros: 0,
        is_scaled: false,
        own_unit: None,
        is_odd: false,
        is_plus: false,
        is_lower_end: at > passage.start && text.is_any(at - 1, &["between"]),
        may_be_year: is_year(digits),
    };
    match suffix.trim_start_matches('-') {
        "" => {}
        "odd" => number.is_odd = true,
        "plus" => number.is_plus = true,
        letters => {
            let zeros = scale(letters).or_else(|| letter_scale(letters).filter(|_| has_unit(text, at, passage)));
            if let Some(zeros) = zeros {
                number.zeros = zeros;
                number.is_scaled = true;
            } else {
                number.own_unit = Some(OWN_UNITS.contains(&letters).then_some(letters)?);
            }
        }
    }
    if text.is(at + 1, "+") && number.own_unit.is_none() {
        number.is_plus = true;
        number.tokens.end += 1;
    }
    // "500 hundred thousand", "2 lakh crore": two of them at most.
    for _ in 0..2 {
        let next = number.tokens.end;
        let next = next + usize::from(text.is(next, "-") && scale(text.word(next + 1)).is_some());
        let zeros =
            scale(text.word(next)).or_else(|| letter_scale(text.word(next)).filter(|_| next > at && !number.is_scaled));
        let Some(zeros) = zeros.filter(|_| next < passage.end) else { break };
        number.zeros += zeros;
        number.is_scaled = true;
        number.tokens.end = next + 1;
    }
    number.may_be_year &= !number.is_scaled;
    Some(number)
}

/// Whether money or another unit stands beside token `at`, so that a letter can only scale it: "€40m", "40m euros".
fn has_unit(text: &Text<'_>, at: usize, passage: &Range<usize>) -> bool {
    super::units::currency_before(text, at, passage.start).is_some()
        || super::units::unit_at(text, at + 1, passage.end).is_some()
}

/// Whether the number names a day, a minute, a score or a numbered thing.
fn is_named(text: &Text<'_>, at: usize, passage: &Range<usize>) -> bool {
    let before = at.checked_sub(1).filter(|before| passage.contains(before)).map_or("", |before| text.word(before));
    let is_day = times::month_in_short(before).is_some() || times::day_at(text, at).is_some();
    let is_group = at >= passage.start + 2 && before == "of" && text.is(at - 2, "Group");
    let is_fraction = before == "/" || text.is(at + 1, "/");
    let is_minute = text.word(at).contains(':') || times::clock_at(text, at).is_some();
    is_day || is_minute || is_fraction || is_group || NUMBERED.contains(&before)
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && digits.parse().is_ok_and(|year: u16| (1900..2100).contains(&year))
}

/// The zeros that a scale word adds.
fn scale(word: &str) -> Option<usize> {
    Some(match word {
        "hundred" => 2,
        "thousand" => 3,
        "lakh" | "lakhs" => 5,
        "million" | "mln" => 6,
        "crore" | "crores" => 7,
        "billion" | "bn" | "bln" => 9,
        "trillion" | "tn" | "trn" | "trln" => 12,
        _ => return None,
    })
}

/// The zeros that a letter adds beside money, where it can be no unit.
fn letter_scale(word: &str) -> Option<usize> {
    Some(match word {
        "k" | "K" => 3,
        "m" | "M" | "mn" => 6,
        "b" | "B" => 9,
        _ => return None,
    })
}

/// The number that digits with separators write, with zeros for its scale, in its one form.
fn decimal(digits: &str, zeros: usize) -> Option<Decimal> {
    let plain: String = digits.chars().filter(|character| *character != ',').collect();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut digits = String::with_capacity(plain.len() + zeros);
    digits.push_str(whole);
    let moved = fraction.len().min(zeros);
    if !fraction.is_ascii() {
        return None;
    }
    digits.push_str(&fraction[..moved]);
    digits.extend(std::iter::repeat_n('0', zeros - moved));
    let whole = digits.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let rest = fraction[moved..].trim_end_matches('0');
    Decimal::new(if rest.is_empty() { whole.to_owned() } else { format!("{whole}.{rest}") }).ok()
}
