//! Who speaks next in a transcript.

use crate::{
    rules::{caption::opens_with_photo, closing_row::is_desk_row, tag::tag},
    stamps,
    text::{
        blanks, is_all_capitals, is_blank, is_capital_word, is_digit, is_letter, is_line_ending, length_while,
        one_blank, width, words,
    },
};

const TITLES: [&str; 9] =
    ["President", "Prime Minister", "Chancellor", "Premier", "Secretary", "Senator", "Mr.", "Mrs.", "Ms."];

/// Which labels are admitted besides `Q` and `A`.
#[derive(Clone, Copy)]
pub(crate) struct Admitted {
    /// Those that count only where the text has two: capitals, names and titled ones.
    pub(crate) counted: bool,
    pub(crate) slashed: bool,
}

/// Length of the speaker label that the text begins with, without the blanks after it.
pub(crate) fn speaker_label(text: &str, admitted: Admitted) -> Option<usize> {
    let counted = |label: fn(&str) -> Option<usize>| if admitted.counted { label(text) } else { None };
    let rest_begins_on_same_line = |&end: &usize| {
        let rest = &text[end..];
        !rest[..blanks(rest)].contains(is_line_ending)
    };
    question_or_answer(text)
        .or_else(|| counted(capitals))
        .or_else(|| counted(names))
        .or_else(|| counted(titled))
        .or_else(|| if admitted.slashed { slashed(text) } else { None })
        .filter(rest_begins_on_same_line)
}

/// Whether a row of this text makes labels of capitals, names and titled labels count.
pub(crate) fn is_counted(text: &str) -> bool {
    speaker_label(text, Admitted { counted: true, slashed: false }).is_some()
}

fn question_or_answer(text: &str) -> Option<usize> {
    ["Q.", "Q:", "Q", "A.", "A:"]
        .into_iter()
        .find(|label| text.strip_prefix(*label).is_some_and(is_blank_or_end))
        .map(str::len)
}

/// Whether a blank follows, or nothing.
fn is_blank_or_end(rest: &str) -> bool {
    rest.chars().next().is_none_or(is_blank)
}

/// What stands before the first colon within 80 characters, which a blank or the end follows, unless the text opens with
/// something else that has a colon.
fn before_colon(text: &str) -> Option<&str> {
    let (label, rest) = text.split_once(':')?;
    let is_other = tag(text).is_some() || stamps::label(text).is_some() || opens_with_photo(text) || is_desk_row(text);
    (width(label) < 80 && is_blank_or_end(rest) && !is_other).then_some(label)
}

fn capitals(text: &str) -> Option<usize> {
    let label = before_colon(text)?;
    let admitted = |character: char| {
        is_letter(character)
            || is_digit(character)
            || (is_blank(character) && !is_line_ending(character))
            || ".-'’,()".contains(character)
    };
    (label.chars().all(admitted) && is_all_capitals(&without_brackets(label))).then_some(label.len() + 1)
}

/// The text without what stands in round brackets.
fn without_brackets(text: &str) -> String {
    let mut rest = text;
    let mut left = String::new();
    while let Some((before, after)) = rest.split_once('(') {
        let Some((_, behind)) = after.split_once(')') else { break };
        left.push_str(before);
        left.push(' ');
        rest = behind;
    }
    left + rest
}

fn names(text: &str) -> Option<usize> {
    let label = before_colon(text)?;
    let mut pieces: Vec<&str> = label.split(is_blank).collect();
    let last = pieces.pop()?;
    let mut pieces: Vec<&str> = pieces.into_iter().map(|word| word.strip_suffix(',').unwrap_or(word)).collect();
    pieces.push(last);
    let letters = |word: &str| word.chars().all(|character| is_letter(character) || ".-'’".contains(character));
    let fits = |word: &str| letters(word) && (is_capital_word(word) || ["of", "the", "and"].contains(&word));
    (pieces.len() <= 6 && is_capital_word(pieces[0]) && pieces.into_iter().all(fits)).then_some(label.len() + 1)
}

fn titled(text: &str) -> Option<usize> {
    let with_names = TITLES.into_iter().find_map(|title| {
        let mut at = text.starts_with(title).then_some(title.len())?;
        for _ in 0..3 {
            at += one_blank(&text[at..])?;
            let word = &text[at..];
            let word = &word[..length_while(word, |character| is_letter(character) || "-'’".contains(character))];
            if !is_capital_word(word) {
                return None;
            }
            at += word.len();
            if let Some(end) = stop(text, at) {
                return Some(end);
            }
        }
        None
    });
    with_names.or_else(|| stop(text, text.starts_with("The President").then_some("The President".len())?))
}

/// Behind the stop at `at`, if a blank or the end follows it.
fn stop(text: &str, at: usize) -> Option<usize> {
    text[at..].strip_prefix('.').filter(|rest| is_blank_or_end(rest)).map(|_| at + 1)
}

fn slashed(text: &str) -> Option<usize> {
    let (first, second) = text.split_once(" / ")?;
    let so_long = |piece: &str| (2..=60).contains(&width(piece));
    let fits = !text.contains(is_line_ending)
        && !second.contains(" / ")
        && so_long(first)
        && so_long(second)
        && (2..=4).contains(&words(first).len())
        && words(first).into_iter().all(is_capital_word)
        && second.starts_with(char::is_uppercase)
        && !text.ends_with(['.', '?', '!']);
    fits.then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, kinds};

    fn read(text: &str) -> Option<&str> {
        speaker_label(text, Admitted { counted: true, slashed: true }).map(|end| &text[..end])
    }

    #[test]
    fn labels() {
        for (text, label) in [
            ("Q What", "Q"),
            ("Q. What", "Q."),
            ("A: That", "A:"),
            ("PRESIDENT TRUMP: Yes", "PRESIDENT TRUMP:"),
            ("CHAIR (Mr. Kim, speaking): Yes", "CHAIR (Mr. Kim, speaking):"),
            ("KIM:", "KIM:"),
            ("Lee Jae Myung: Yes", "Lee Jae Myung:"),
            ("Secretary of the Interior: Yes", "Secretary of the Interior:"),
            ("The President. Yes", "The President."),
            ("Prime Minister Mark Carney. Yes", "Prime Minister Mark Carney."),
            ("Mr. Lee. Yes", "Mr. Lee."),
            ("Q", "Q"),
            ("A:", "A:"),
            ("The President.", "The President."),
            ("President Lee.", "President Lee."),
            ("Lee Jae Myung / President of Korea", "Lee Jae Myung / President of Korea"),
        ] {
            assert_eq!(read(text), Some(label), "{text}");
        }
        for text in [
            "A That",
            "A",
            "Q.x",
            "Question 1: x",
            "Published: x",
            "UPDATED : x",
            "Input Kim: x",
            "Photo: x",
            "CAPTION : x",
            "Prime\u{a0}Minister Lee. Yes",
            "KIM:x",
            "URGENT: x",
            "lee: x",
            "Lee said: x",
            "The president. Yes",
            "President lee. Yes",
            "Lee / President",
            "Lee Jae / president",
            "Lee Jae / President.",
            "Lee Jae / A / Bc",
            "10:30 KIM: x",
            "A Bc De Fg Hi Jk Lm: x",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn the_colon_stands_within_eighty_characters() {
        assert!(read(&format!("{}: x", "K".repeat(79))).is_some());
        assert!(read(&format!("{}: x", "K".repeat(80))).is_none());
    }

    #[test]
    fn one_label_is_none() {
        assert_eq!(kinds("A title\nText.\nKIM: Text.\nText.\n"), "hppp");
        assert_eq!(kinds("Kim: A title\nText.\nKIM: Text.\nText.\n"), "hppp");
        check(
            "A title\nKIM: Text.\nText.\nQ. Text?\nLee Jae / President\nText.\n",
            "headline|A title⏎
             speaker_label|KIM:\u{20}
             paragraph|Text.⏎
             paragraph|Text.⏎
             speaker_label|Q.\u{20}
             paragraph|Text?⏎
             speaker_label|Lee Jae / President⏎
             paragraph|Text.⏎",
        );
    }

    #[test]
    fn what_follows_the_end_is_not_counted() {
        assert_eq!(kinds("A title\nText.\nKIM: Text.\nEND\nKIM: Text.\n"), "hppff");
    }

    #[test]
    fn a_slash_before_the_headline_is_a_headline() {
        assert_eq!(kinds("Print\nLee Jae / President\nLee Jae / President\nText\n"), "fhap");
    }

    #[test]
    fn a_comma_sets_off_what_a_speaker_is() {
        assert_eq!(kinds("A title\nAnn Roy, Harbour Times: Why?\nBo Ek, Minister: No.\n"), "hapap");
        assert_eq!(kinds("A title\nAnn Roy,: Why?\nBo Ek,, Minister: No.\n"), "hpp");
    }
}
