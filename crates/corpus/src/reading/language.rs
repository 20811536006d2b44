//! The language of a text, as far as the reader must know it: English, or not.

use super::{
    text::{Text, TokenKind},
    traits::Trait,
};

/// Words that make up a third of any English text, and little of any other.
pub(super) const COMMON: [&str; 24] = [
    "a", "and", "are", "as", "at", "be", "by", "for", "from", "has", "he", "his", "in", "is", "it", "of", "on", "said",
    "that", "the", "to", "was", "will", "with",
];

/// At least one word in this many is a common one in English prose.
const ONE_IN: usize = 12;

/// `en` for an English text, `None` for one in a language that the reader does not know. A text of few words is taken
/// for English if all its letters are Latin.
pub(super) fn language(text: &Text<'_>) -> Option<&'static str> {
    let words = || {
        let tokens = text.tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Word);
        tokens.map(|(at, _)| at).take(2000)
    };
    let count = words().count();
    let is_latin = |at: usize| text.lower(at).starts_with(|letter: char| letter < '\u{250}');
    let is_english = if count < 40 {
        count > 0 && words().all(is_latin)
    } else {
        words().filter(|&at| text.has(at, Trait::Common)).count() * ONE_IN >= count
    };
    is_english.then_some("en")
}

#[cfg(test)]
mod tests;
