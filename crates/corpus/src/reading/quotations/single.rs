//! Single marks, where they are the main ones: ‘We agree,’ she said.

use memchr::memchr2;

use super::{Marked, marked};

/// Words that begin with an apostrophe: 'tis, rock 'n' roll.
const ELIDED: [&str; 9] = ["bout", "cause", "cos", "em", "n", "round", "til", "tis", "twas"];

/// The strings between single marks of a paragraph that begins with byte `start` of the text.
pub(super) fn strings(words: &str, start: usize) -> Vec<Marked> {
    let mut found = Vec::new();
    // The mark that opened, and the first one that can close it, if only after a letter.
    let mut open: Option<(usize, Option<usize>)> = None;
    let mut close = |(from, end): (usize, Option<usize>)| {
        found.extend(end.and_then(|end| marked(start + from, start + end, true)));
    };
    for (at, mark) in marks(words) {
        let end = at + mark.len_utf8();
        let before = words[..at].chars().next_back();
        let rest = &words[end..];
        if can_open(mark, before, rest) {
            open.replace((at, None)).into_iter().for_each(&mut close);
        } else if let Some((from, first)) = open
            && can_close(mark, before, rest)
        {
            open = Some((from, first.or(Some(end))));
            if before.is_some_and(|before| matches!(before, ',' | '.' | '?' | '!' | '…')) {
                close((from, Some(end)));
                open = None;
            }
        }
    }
    open.into_iter().for_each(close);
    found
}

/// The single marks and where they stand. Two apostrophes are another mark.
fn marks(words: &str) -> impl Iterator<Item = (usize, char)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            // The byte that curly marks begin with is found beside the apostrophes.
            at += memchr2(b'\'', 0xe2, &words.as_bytes()[at..])?;
            let first = at;
            let rest = &words[first..];
            let mark = rest.chars().next()?;
            at += if rest.starts_with("''") { 2 } else { mark.len_utf8() };
            if matches!(mark, '‘' | '’' | '\'') && at == first + mark.len_utf8() {
                return Some((first, mark));
            }
        }
    })
}

pub(super) fn can_open(mark: char, before: Option<char>, rest: &str) -> bool {
    let is_free = before.is_none_or(|before| before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–'));
    if mark == '’' || !is_free || !rest.starts_with(char::is_alphabetic) {
        return false;
    }
    // The longest of the words has five letters: a sixth makes it another word.
    let mut letters = rest.chars().take_while(|character| character.is_alphabetic());
    let word: String = letters.by_ref().take(6).collect();
    !ELIDED.iter().any(|elided| elided.eq_ignore_ascii_case(&word))
}

pub(super) fn can_close(mark: char, before: Option<char>, rest: &str) -> bool {
    mark != '‘' && !before.is_none_or(char::is_whitespace) && !rest.starts_with(char::is_alphanumeric)
}
