//! Rows with which an article ends. `docs/documents.md` defines each.

use super::{
    cursor::{Cursor, FirstBytes},
    heading::is_desk_row,
    shapes::{is_agency, without_closing_marks},
    stamps::eat_closing_time,
};

/// Rows that are an end mark.
const MARKS: [&str; 5] = ["END", "###", "-30-", "- 30 -", "/END"];

/// Rows below which a page links to other articles.
const LINKS: [&str; 4] = ["associated links", "related article", "related articles", "related stories"];

/// What rows begin with that tell of rights and editors.
const OPENINGS: [&str; 8] = [
    "copyright",
    "©",
    "all rights reserved",
    "(reporting by",
    "(additional reporting by",
    "(writing by",
    "(editing by",
    "(edited by",
];

/// What a signature at the end begins with.
const SIGNATURE: &str = "==";

/// What an end row begins with.
const END_ROW: FirstBytes = FirstBytes::of(&MARKS).and(&LINKS).and(&OPENINGS).and(&[SIGNATURE, "(END)"]);

/// Whether the row ends the article.
pub(super) fn is_end_row(row: &str, in_head: bool) -> bool {
    if !END_ROW.can_open(row) {
        return false;
    }
    if row.starts_with("(END)") || row.starts_with("(End)") || row == "###" {
        return true;
    }
    if in_head {
        return false;
    }
    let is_signature =
        row.strip_prefix(SIGNATURE).is_some_and(|word| !word.is_empty() && !word.contains(char::is_whitespace));
    MARKS.contains(&row)
        || LINKS.iter().any(|link| row.eq_ignore_ascii_case(link))
        || OPENINGS.iter().any(|opening| Cursor::new(row, 0, row.len()).eat_ignoring_case(opening))
        || is_end_with_time(row)
        || is_signature
}

/// `END 3:26 P.M. EST`.
fn is_end_with_time(row: &str) -> bool {
    let mut cursor = Cursor::new(row, 0, row.len());
    cursor.eat("END") && !cursor.eat_blanks().is_empty() && eat_closing_time(&mut cursor) && cursor.is_at_end()
}

/// Whether the row, which `before` precedes, may stand below the last paragraph and ends the article where nothing
/// else follows. A word of capitals counts where `words_count`.
pub(super) fn is_closing_row(row: &str, before: Option<&str>, words_count: bool) -> bool {
    let is_word = || (2..=12).contains(&row.len()) && row.bytes().all(|byte| byte.is_ascii_uppercase());
    let ends = |before: &str| without_closing_marks(before).ends_with(['.', '?', '!']);
    (is_initials(row) && !row.contains(|character: char| character.is_ascii_lowercase()))
        || is_agency_sign(row)
        || is_release_id(row)
        || is_desk_row(row)
        || (words_count && is_word() && before.is_some_and(ends))
}

/// Two to four groups of letters, as those who wrote and edited a text sign it.
pub(super) fn is_initials(text: &str) -> bool {
    let is_group = |group: &str| {
        (2..=4).contains(&group.len())
            && (group.bytes().all(|byte| byte.is_ascii_uppercase())
                || group.bytes().all(|byte| byte.is_ascii_lowercase()))
    };
    // Four groups of four letters and three slashes are the longest.
    text.len() <= 19 && text.contains('/') && text.split('/').count() <= 4 && text.split('/').all(is_group)
}

/// Where the bracket opens with the initials that a paragraph ends with.
pub(super) fn closing_initials(text: &str) -> Option<usize> {
    let open = text.strip_suffix(')').and_then(|rest| rest.rfind('('))?;
    let is_ended = text[..open].trim_end().ends_with(['.', '?', '!', '"', '”', '’']);
    (is_ended && is_initials(&text[open + 1..text.len() - 1])).then_some(open)
}

/// An agency's name alone, in brackets, or behind a dash.
fn is_agency_sign(row: &str) -> bool {
    let bare = row
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .unwrap_or_else(|| row.strip_prefix(['-', '–', '—']).map_or(row, str::trim_start));
    is_agency(bare)
}

fn is_release_id(row: &str) -> bool {
    let bare = row.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(row);
    let mut cursor = Cursor::new(bare, 0, bare.len());
    let is_labelled = cursor.eat_ignoring_case("release id");
    cursor.eat_blanks();
    let has_colon = cursor.eat(":");
    cursor.eat_blanks();
    let digits = cursor.eat_while(|character| character.is_ascii_digit());
    is_labelled && has_colon && !digits.is_empty() && cursor.is_at_end()
}
