//! A place in a text that moves forward over what it recognizes.

/// A place in a text. What an `eat` does not recognize it leaves where it was.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    at: usize,
    end: usize,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str, at: usize, end: usize) -> Self {
        Self { text, at, end }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.at..self.end]
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.end
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn before(&self) -> Option<char> {
        self.text[..self.at].chars().next_back()
    }

    pub(super) fn bump(&mut self, bytes: usize) {
        self.at += bytes;
    }

    pub(super) fn eat(&mut self, expected: &str) -> bool {
        let found = self.rest().starts_with(expected);
        self.bump(if found { expected.len() } else { 0 });
        found
    }

    /// Eats `expected` in any mixture of ASCII capitals and small letters.
    pub(super) fn eat_ignoring_case(&mut self, expected: &str) -> bool {
        let found = self.rest().get(..expected.len()).is_some_and(|found| found.eq_ignore_ascii_case(expected));
        self.bump(if found { expected.len() } else { 0 });
        found
    }

    /// Eats the longest run of characters that are `wanted`, and returns it.
    pub(super) fn eat_while(&mut self, wanted: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let run = &rest[..rest.find(|character| !wanted(character)).unwrap_or(rest.len())];
        self.bump(run.len());
        run
    }

    pub(super) fn eat_blanks(&mut self) -> &'t str {
        self.eat_while(char::is_whitespace)
    }

    /// Eats one blank.
    pub(super) fn eat_blank(&mut self) -> bool {
        let blank = self.peek().filter(|character| character.is_whitespace());
        self.bump(blank.map_or(0, char::len_utf8));
        blank.is_some()
    }

    /// Eats from `least` to `most` ASCII digits that no further digit follows.
    pub(super) fn eat_number(&mut self, least: usize, most: usize) -> Option<u16> {
        let mut after = *self;
        let digits = after.eat_while(|character| character.is_ascii_digit());
        if !(least..=most).contains(&digits.len()) {
            return None;
        }
        let number = digits.parse().ok()?;
        *self = after;
        Some(number)
    }

    /// Whether no letter or digit comes next.
    pub(super) fn is_word_end(&self) -> bool {
        !self.peek().is_some_and(is_letter_or_digit)
    }

    /// Runs `eat`, and goes back where it recognizes nothing.
    pub(super) fn attempt<T>(&mut self, eat: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut after = *self;
        let found = eat(&mut after)?;
        *self = after;
        Some(found)
    }
}

/// A letter of any script, or an ASCII digit.
pub(super) fn is_letter_or_digit(character: char) -> bool {
    character.is_alphabetic() || character.is_ascii_digit()
}

/// The bytes that words begin with, in either case, so that a text which begins otherwise is compared with none of them.
#[derive(Debug)]
pub(super) struct FirstBytes([bool; 256]);

impl FirstBytes {
    /// Those of these words.
    pub(super) const fn of(words: &[&str]) -> Self {
        Self([false; 256]).and(words)
    }

    /// These and those of further words.
    pub(super) const fn and(self, words: &[&str]) -> Self {
        let mut bytes = self.0;
        let mut index = 0;
        while index < words.len() {
            let first = words[index].as_bytes()[0];
            bytes[first.to_ascii_lowercase() as usize] = true;
            bytes[first.to_ascii_uppercase() as usize] = true;
            index += 1;
        }
        Self(bytes)
    }

    /// Whether the text can begin with one of the words.
    pub(super) fn can_open(&self, text: &str) -> bool {
        text.as_bytes().first().is_some_and(|first| self.0[usize::from(*first)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_begins_as_no_word_does_is_told_by_its_first_byte() {
        const FIRST: FirstBytes = FirstBytes::of(&["Date"]).and(&["©"]);
        let can_open = ["date", "D", "© 2025", "edit", "“", ""].map(|text| FIRST.can_open(text));
        assert_eq!(can_open, [true, true, true, false, false, false]);
    }
}
