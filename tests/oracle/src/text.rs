//! The page's terms: blanks, words, capitals, brackets; and how a text begins.

pub(crate) fn is_blank(character: char) -> bool {
    character.is_whitespace()
}

pub(crate) fn is_line_ending(character: char) -> bool {
    matches!(character, '\n' | '\r')
}

pub(crate) fn is_letter(character: char) -> bool {
    character.is_alphabetic()
}

pub(crate) fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

pub(crate) fn is_letter_or_digit(character: char) -> bool {
    is_letter(character) || is_digit(character)
}

pub(crate) fn is_bracket(character: char) -> bool {
    matches!(character, '(' | ')' | '[' | ']')
}

/// The number of characters.
pub(crate) fn width(text: &str) -> usize {
    text.chars().count()
}

/// The words: longest runs of characters that are not blank.
pub(crate) fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// Whether the first letter or digit of the word is an upper-case letter.
pub(crate) fn is_capital_word(word: &str) -> bool {
    word.chars().find(|&character| is_letter_or_digit(character)).is_some_and(char::is_uppercase)
}

/// Whether there are at least two letters, none of them lower case but the `c` of a `Mc` that begins a word.
pub(crate) fn is_all_capitals(text: &str) -> bool {
    let mut letters = 0;
    for word in words(text) {
        let rest = if let Some(rest) = word.strip_prefix("Mc") {
            letters += 2;
            rest
        } else {
            word
        };
        for letter in rest.chars().filter(|&character| is_letter(character)) {
            if letter.is_lowercase() {
                return false;
            }
            letters += 1;
        }
    }
    letters >= 2
}

/// Length of the longest beginning whose characters all are so.
pub(crate) fn length_while(text: &str, so: impl Fn(char) -> bool) -> usize {
    text.find(|character| !so(character)).unwrap_or(text.len())
}

/// Length of the blanks that the text begins with.
pub(crate) fn blanks(text: &str) -> usize {
    length_while(text, is_blank)
}

/// Length of the one blank that the text begins with.
pub(crate) fn one_blank(text: &str) -> Option<usize> {
    text.chars().next().filter(|&character| is_blank(character)).map(char::len_utf8)
}

/// Whether the text begins with these ASCII characters, in whatever case.
pub(crate) fn opens_in_any_case(text: &str, with: &str) -> bool {
    text.get(..with.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(with))
}

/// Whether the text ends with these ASCII characters, in whatever case.
pub(crate) fn ends_in_any_case(text: &str, with: &str) -> bool {
    text.len().checked_sub(with.len()).and_then(|at| text.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(with))
}

/// Whether the text is one of these, in whatever case.
pub(crate) fn is_one_of_in_any_case(text: &str, candidates: &[&str]) -> bool {
    candidates.iter().any(|candidate| text.eq_ignore_ascii_case(candidate))
}

/// A pair of brackets of one kind, and what stands between them: no bracket.
#[derive(Clone, Copy)]
pub(crate) struct Brackets<'a> {
    /// Where the opening one stands.
    pub(crate) start: usize,
    /// Behind the closing one.
    pub(crate) end: usize,
    pub(crate) round: bool,
    pub(crate) inside: &'a str,
}

/// The brackets that the text begins with.
pub(crate) fn brackets_at_start(text: &str) -> Option<Brackets<'_>> {
    let closing = match text.chars().next()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let rest = &text[1..];
    let inside = &rest[..length_while(rest, |character| !is_bracket(character))];
    let end = 1 + inside.len();
    text[end..].starts_with(closing).then_some(Brackets { start: 0, end: end + 1, round: closing == ')', inside })
}

/// The brackets that the text ends with.
pub(crate) fn brackets_at_end(text: &str) -> Option<Brackets<'_>> {
    let start = text.rfind(['(', '['])?;
    let brackets = brackets_at_start(&text[start..])?;
    (start + brackets.end == text.len()).then_some(Brackets { start, end: text.len(), ..brackets })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capital_word_is_told_by_its_first_letter_or_digit() {
        for word in ["Lee", "(Lee", "“U.S.", "Élysée", "McKay"] {
            assert!(is_capital_word(word), "{word}");
        }
        for word in ["lee", "4Lee", "--", "e-Mail", "이"] {
            assert!(!is_capital_word(word), "{word}");
        }
    }

    #[test]
    fn all_capitals_needs_two_letters_and_admits_mc() {
        for text in ["AP", "U.S.", "McDONALD", "A 1 B", "JOHN McDONALD", "서울"] {
            assert!(is_all_capitals(text), "{text}");
        }
        for text in ["", "A", "Ap", "A-McDONALD", "Mccain", "MacDONALD"] {
            assert!(!is_all_capitals(text), "{text}");
        }
    }

    #[test]
    fn brackets_are_of_one_kind_and_hold_none() {
        let inside = |brackets: Option<Brackets<'_>>| brackets.map(|brackets| brackets.inside.to_owned());
        assert_eq!(inside(brackets_at_start("(a b) c")), Some("a b".to_owned()));
        assert_eq!(inside(brackets_at_start("(a [b]) c")), None);
        assert_eq!(inside(brackets_at_start("(a]")), None);
        assert_eq!(inside(brackets_at_end("x (a) [b]")), Some("b".to_owned()));
        assert_eq!(inside(brackets_at_end("x (a) b")), None);
        assert_eq!(inside(brackets_at_end("x (a))")), None);
        assert_eq!(inside(brackets_at_end("x")), None);
    }
}
