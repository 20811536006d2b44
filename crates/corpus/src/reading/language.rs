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
    let words = (0..text.tokens.len()).filter(|&at| text.kind(at) == Some(TokenKind::Word)).take(2000);
    let (mut count, mut common, mut latin) = (0_usize, 0_usize, 0_usize);
    for at in words {
        count += 1;
        common += usize::from(text.has(at, Trait::Common));
        latin += usize::from(text.lower(at).starts_with(|letter: char| letter < '\u{250}'));
    }
    let is_english = if count < 40 { latin == count && count > 0 } else { common * ONE_IN >= count };
    is_english.then_some("en")
}

#[cfg(test)]
mod tests;
