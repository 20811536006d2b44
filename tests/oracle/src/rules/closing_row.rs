//! What stands below the last paragraph and is no part of it.

use crate::{
    rules::{agency::AGENCIES, headline::without_closing_marks, placed_stamp::are_name_words},
    text::{is_digit, is_line_ending, is_one_of_in_any_case, opens_in_any_case, width},
};

/// Whether the text is a closing row; `before` is the row before it, and `words` says whether a word of capitals may be
/// one.
pub(crate) fn is_closing_row(text: &str, before: Option<&str>, words: bool) -> bool {
    let bare = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(text);
    let follows_sentence = || before.is_some_and(|row| without_closing_marks(row).ends_with(['.', '?', '!']));
    is_capital_initials(text)
        || is_one_of_in_any_case(bare, &AGENCIES)
        || is_dash_and_agency(text)
        || is_release(bare)
        || is_desk_row(text)
        || (words && is_capital_word_alone(text) && follows_sentence())
}

/// Whether the text is a desk row: `Editor: Ann Roy`.
pub(crate) fn is_desk_row(text: &str) -> bool {
    const DESKS: [&str; 6] = ["Author", "Correspondent", "Editor", "Reporter", "Translator", "Writer"];
    const MANY: [&str; 3] = ["Editors", "Reporters", "Writers"];
    let fits = DESKS.into_iter().chain(MANY).any(|desk| {
        let name = text.strip_prefix(desk).and_then(|rest| rest.trim_start().strip_prefix(':'));
        name.is_some_and(|name| are_name_words(name.trim_start()))
    });
    fits && width(text) <= 100 && !text.contains(is_line_ending)
}

/// `ab/CD`
pub(crate) fn is_initials(text: &str) -> bool {
    let groups: Vec<&str> = text.split('/').collect();
    let fits = |group: &str| {
        let lower = group.chars().all(|letter| letter.is_ascii_lowercase());
        let upper = group.chars().all(|letter| letter.is_ascii_uppercase());
        (2..=4).contains(&group.len()) && (lower || upper)
    };
    (2..=4).contains(&groups.len()) && groups.into_iter().all(fits)
}

fn is_capital_initials(text: &str) -> bool {
    is_initials(text) && text.chars().all(|character| character == '/' || character.is_ascii_uppercase())
}

fn is_dash_and_agency(text: &str) -> bool {
    text.strip_prefix(['-', '–', '—']).is_some_and(|rest| is_one_of_in_any_case(rest.trim_start(), &AGENCIES))
}

fn is_capital_word_alone(text: &str) -> bool {
    (2..=12).contains(&text.chars().count()) && text.chars().all(|letter| letter.is_ascii_uppercase())
}

fn is_release(text: &str) -> bool {
    if !opens_in_any_case(text, "release id") {
        return false;
    }
    let rest = text["release id".len()..].trim_start();
    rest.strip_prefix(':').map(str::trim_start).is_some_and(|digits| !digits.is_empty() && digits.chars().all(is_digit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, kinds};

    #[test]
    fn closing_rows() {
        for text in
            ["AB/CD", "ABC/DE/FGHI", "Yonhap", "(Reuters)", "- AFP", "—dpa", "(Release ID: 12)", "RELEASE ID :3"]
        {
            assert!(is_closing_row(text, None, false), "{text}");
        }
        for text in
            ["A/BC", "ABCDE/FG", "AB/cd", "Ab/Cd", "AB", "Meridian", "(AFP", "Release ID: x", "Release 12", "SEOUL/"]
        {
            assert!(!is_closing_row(text, Some("They met."), false), "{text}");
        }
        assert!(is_closing_row("MERIDIAN", Some("“They met.”"), true));
        assert!(!is_closing_row("MERIDIAN", Some("Present were"), true));
        assert!(!is_closing_row("Meridian", Some("They met."), true));
    }

    #[test]
    fn they_count_at_the_end_alone() {
        check(
            "A title\nThey met.\n***\nAB/CD\n(Release ID: 12)\n",
            "headline|A title⏎
             paragraph|They met.⏎
             furniture|***⏎
             furniture|AB/CD⏎
             furniture|(Release ID: 12)⏎",
        );
        assert_eq!(kinds("A title\nThey met.\nUS/UK\nThey met again.\n"), "hppp");
        assert_eq!(kinds("A title\nThey met.\nMERIDIAN\n###\nx\n"), "hpfff");
        assert_eq!(kinds("A title\nKIM: Yes.\nLEE: No.\nMERIDIAN\n"), "hapapp");
    }

    #[test]
    fn initials_are_split_from_the_last_paragraph() {
        check(
            "A title\nText.\nThey met. (abc/de)\n",
            "headline|A title⏎\nparagraph|Text.⏎\nparagraph|They met. \nfurniture|(abc/de)⏎",
        );
        assert_eq!(kinds("A title\nText.\nThey met (and/or)\n"), "hpp");
        assert_eq!(kinds("A title\nThey met. (abc/de)\nText.\n"), "hpp");
    }

    #[test]
    fn who_wrote_and_edited_a_text_closes_it() {
        check(
            "A title\nText.\nReporter: Ada Lund\nEditors : Bo Ek-Lund\n",
            "headline|A title⏎\nparagraph|Text.⏎\nfurniture|Reporter: Ada Lund⏎\nfurniture|Editors : Bo Ek-Lund⏎",
        );
        assert_eq!(kinds("A title\nText.\nReporter: Ada Lund\nText.\nEditor: Bo Ek\nText.\n"), "hppppp");
        assert_eq!(kinds("A title\nReporter: Will it rain?\nEditor: No.\n"), "hapap");
        assert_eq!(kinds("A title\nText.\nBaker: Ada Lund\n"), "hpp");
    }
}
