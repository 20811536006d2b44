//! What single rows of an article look like. `docs/documents.md` defines each shape.

use memchr::{memchr, memchr2};

use super::{
    cursor::{Cursor, FirstBytes, is_letter_or_digit},
    heading::is_desk_row,
    stamps::{eat_label, eat_month},
};

/// Names of news agencies as credits print them, in lower case and byte order.
const AGENCIES: [&str; 37] = [
    "afp",
    "anadolu",
    "anadolu agency",
    "ani",
    "ansa",
    "antara",
    "ap",
    "associated press",
    "bernama",
    "bloomberg",
    "cna",
    "dpa",
    "efe",
    "epa",
    "epa-efe",
    "getty images",
    "interfax",
    "jiji",
    "jiji press",
    "kcna",
    "kyodo",
    "kyodo news",
    "lusa",
    "news1",
    "newsis",
    "pool",
    "pti",
    "reuters",
    "tanjug",
    "tass",
    "the associated press",
    "ukrinform",
    "upi",
    "vna",
    "xinhua",
    "yonhap",
    "yonhap news agency",
];

pub(super) fn is_agency(name: &str) -> bool {
    AGENCIES.binary_search(&name.to_ascii_lowercase().as_str()).is_ok()
}

/// At least two letters, none of them lower case; `Mc` may begin a word.
pub(super) fn is_all_capitals(text: &str) -> bool {
    let mut letters = 0;
    let mut before = [' ', ' '];
    for character in text.chars() {
        if character.is_alphabetic() {
            let is_mc = character == 'c' && before[1] == 'M' && before[0].is_whitespace();
            if character.is_lowercase() && !is_mc {
                return false;
            }
            letters += 1;
        }
        before = [before[1], character];
    }
    letters >= 2
}

/// Whether the first letter or digit of the word is a capital.
pub(super) fn is_capital_word(word: &str) -> bool {
    word.chars().find(|character| is_letter_or_digit(*character)).is_some_and(char::is_uppercase)
}

pub(super) fn width_is_at_most(text: &str, most: usize) -> bool {
    // A character takes four bytes at most.
    text.len() <= most || (text.len() <= 4 * most && text.chars().nth(most).is_none())
}

/// Whether an ASCII digit is in the row, as one is in every moment.
pub(super) fn has_digit(row: &str) -> bool {
    row.bytes().any(|byte| byte.is_ascii_digit())
}

pub(super) fn is_one_line(row: &str) -> bool {
    memchr2(b'\n', b'\r', row.as_bytes()).is_none()
}

/// What stands before and behind the first colon of a row, if that comes after at most so many characters.
pub(super) fn at_colon(row: &str, most: usize) -> Option<(&str, &str)> {
    let within = &row.as_bytes()[..row.len().min(4 * most + 1)];
    let colon = memchr(b':', within)?;
    let (before, behind) = (&row[..colon], &row[colon + 1..]);
    width_is_at_most(before, most).then_some((before, behind))
}

/// The end of the prefix `date 2025-10-30` that the row opens with, and where its digits begin.
pub(super) fn prefix_date(row: &str) -> Option<(usize, usize)> {
    let mut cursor = Cursor::new(row, 0, row.len());
    if !cursor.eat("date") || cursor.eat_blanks().is_empty() {
        return None;
    }
    let digits_start = cursor.at();
    cursor.eat_number(4, 4)?;
    cursor.eat("-").then(|| cursor.eat_number(2, 2))??;
    cursor.attempt(|cursor| cursor.eat("-").then(|| cursor.eat_number(2, 2))?);
    let ends = cursor.peek().is_none_or(char::is_whitespace);
    ends.then_some((digits_start, cursor.at()))
}

/// The length of the story tag that the row opens with.
pub(super) fn tag(row: &str) -> Option<usize> {
    let mut cursor = Cursor::new(row, 0, row.len());
    match cursor.peek()? {
        '(' | '[' => bracketed_tag(row),
        _ => {
            const WORDS: [&str; 7] =
                ["URGENT", "BREAKING NEWS", "BREAKING", "EXCLUSIVE", "CORRECTED", "FLASH", "UPDATE"];
            const OPENING: FirstBytes = FirstBytes::of(&WORDS);
            if !OPENING.can_open(row) {
                return None;
            }
            let word = WORDS.into_iter().find(|word| cursor.eat(word))?;
            if word == "UPDATE" {
                cursor.attempt(|cursor| {
                    cursor.eat_blank().then_some(())?;
                    cursor.peek().filter(char::is_ascii_digit).map(|_| cursor.bump(1))
                });
            }
            cursor.eat(":").then(|| cursor.at())
        }
    }
}

fn bracketed_tag(row: &str) -> Option<usize> {
    let (open, close) = if row.starts_with('(') { ('(', ')') } else { ('[', ']') };
    let inside = row.strip_prefix(open)?;
    let inside = &inside[..inside.find(['(', ')', '[', ']', '\n', '\r'])?];
    let ends_well = row[1 + inside.len()..].starts_with(close);
    (ends_well && width_is_at_most(inside, 200) && is_tag_inside(inside)).then_some(inside.len() + 2)
}

fn is_tag_inside(inside: &str) -> bool {
    const WORDS: [&str; 8] =
        ["URGENT", "BREAKING", "BREAKING NEWS", "EXCLUSIVE", "CORRECTED", "CORRECTION", "DEVELOPING", "LEAD"];
    let inside = inside.to_ascii_uppercase();
    if inside.starts_with("ATTN:") || inside == "LD" || WORDS.contains(&inside.as_str()) {
        return true;
    }
    let mut cursor = Cursor::new(&inside, 0, inside.len());
    if cursor.eat("UPDATED") || cursor.eat("UPDATE") {
        let numbered = |cursor: &mut Cursor<'_>| {
            cursor.eat_blank() && !cursor.eat_while(|character| character.is_ascii_digit()).is_empty()
        };
        return cursor.is_at_end() || (numbered(&mut cursor) && cursor.is_at_end());
    }
    let is_numbered = !cursor.eat_while(|character| character.is_ascii_digit()).is_empty()
        && ["ST", "ND", "RD", "TH"].into_iter().any(|suffix| cursor.eat(suffix))
        && cursor.eat_blank();
    is_numbered && matches!(cursor.rest(), "LEAD" | "LD")
}

/// Where the tag begins that a headline ends with.
pub(super) fn closing_tag(headline: &str) -> Option<usize> {
    let open = match headline.chars().next_back()? {
        ')' => '(',
        ']' => '[',
        _ => return None,
    };
    let start = headline.rfind(open).filter(|&start| start > 0)?;
    (bracketed_tag(&headline[start..]) == Some(headline.len() - start)).then_some(start)
}

/// Where the name begins in a byline.
pub(super) fn byline(row: &str) -> Option<usize> {
    if !width_is_at_most(row, 100) || !is_one_line(row) {
        return None;
    }
    signed_byline(row).or_else(|| {
        let mut cursor = Cursor::new(row, 0, row.len());
        let by = cursor.eat("By");
        let named = by || cursor.eat("by");
        if !named || cursor.eat_blanks().is_empty() {
            return None;
        }
        let name = cursor.rest();
        let is_name = if by {
            is_capital_word(name.split_whitespace().next()?)
                && row.split_whitespace().count() <= 12
                && !ends_like_speech(row)
        } else {
            is_agency(name)
        };
        is_name.then(|| cursor.at())
    })
}

/// Whether a row ends as no name does.
pub(super) fn ends_like_speech(row: &str) -> bool {
    row.ends_with(['.', '?', '!', ':', '"', '”', '’'])
}

/// Where the name begins in a byline that needs no "By".
pub(super) fn signed_byline(row: &str) -> Option<usize> {
    if !width_is_at_most(row, 100) || !is_one_line(row) {
        return None;
    }
    let mut cursor = Cursor::new(row, 0, row.len());
    if cursor.eat("-") || cursor.eat("–") || cursor.eat("—") {
        let name = cursor.eat_blanks();
        let words = cursor.rest().split_whitespace().count();
        let is_name = !name.is_empty() && (2..=5).contains(&words);
        if is_name && is_all_capitals(cursor.rest()) {
            return Some(cursor.at());
        }
    }
    memchr(b'@', row.as_bytes())?;
    let mut words = row.split_whitespace();
    if row.split_whitespace().count() > 6 || !words.any(is_address) {
        return None;
    }
    let mut name = Cursor::new(row, 0, row.len());
    let opens = ["By", "by", "-", "–", "—"].into_iter().any(|opening| name.eat(opening));
    let is_opening = opens && !name.eat_blanks().is_empty();
    Some(if is_opening { name.at() } else { 0 })
}

fn is_address(word: &str) -> bool {
    let alphanumeric = |character: Option<char>| character.is_some_and(is_letter_or_digit);
    word.match_indices('@').any(|(at, _)| {
        alphanumeric(word[..at].chars().next_back())
            && word[at..].match_indices('.').any(|(stop, _)| {
                let stop = at + stop;
                alphanumeric(word[..stop].chars().next_back()) && alphanumeric(word[stop + 1..].chars().next())
            })
    })
}

/// How a row ends that a picture's credit closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Credit {
    /// Where the bracket opens.
    pub(super) start: usize,
    /// Whether the bracket is a round one, which an article's last line may also have.
    pub(super) is_round: bool,
}

/// The credit that the row ends with.
pub(super) fn credit(row: &str) -> Option<Credit> {
    let (open, close, is_round) = match row.chars().next_back()? {
        ')' => ('(', ')', true),
        ']' => ('[', ']', false),
        _ => return None,
    };
    let start = row[..row.len() - 1].rfind(['(', ')', '[', ']']).filter(|&at| row[at..].starts_with(open))?;
    let inside = row[start + 1..].strip_suffix(close)?;
    let is_other = matches!(inside, "END" | "End") || is_tag_inside(inside);
    let fits = inside.chars().nth(1).is_some() && width_is_at_most(inside, 60) && !is_other;
    let is_credit = if is_round {
        is_round_credit(inside) || (row[..start].trim_end().ends_with('.') && is_credit_name(inside))
    } else {
        is_all_capitals(inside)
    };
    (fits && is_credit).then_some(Credit { start, is_round })
}

fn is_round_credit(inside: &str) -> bool {
    let inside = inside.to_ascii_lowercase();
    if inside.starts_with("photo") || inside.starts_with("courtesy of") || inside.ends_with(" photo") {
        return true;
    }
    let names = inside.strip_suffix(" news").unwrap_or(&inside);
    is_agency(&inside) || are_agencies(names) || are_agencies(&inside)
}

/// Whether the text is one to three capital words, as an agency's or a photographer's name is.
fn is_credit_name(inside: &str) -> bool {
    let is_name_word = |word: &str| {
        is_capital_word(word)
            && word.chars().all(|character| is_letter_or_digit(character) || matches!(character, '-' | '/'))
    };
    (1..=3).contains(&inside.split_whitespace().count()) && inside.split_whitespace().all(is_name_word)
}

/// Whether the text is names of agencies joined by `-`, `/` or ` via `.
fn are_agencies(names: &str) -> bool {
    let joints = ["-", "/", " via "];
    is_agency(names)
        || joints
            .into_iter()
            .flat_map(|joint| names.match_indices(joint))
            .any(|(at, joint)| is_agency(&names[..at]) && are_agencies(&names[at + joint.len()..]))
}

/// Whether the row is the words under a picture.
pub(super) fn is_caption(row: &str) -> bool {
    is_picture_label(row) || credit(row).is_some_and(|credit| row[..credit.start].split_whitespace().nth(3).is_some())
}

/// Whether the row opens with `Photo :` or `Caption:`.
fn is_picture_label(row: &str) -> bool {
    let mut cursor = Cursor::new(row, 0, row.len());
    let labelled = cursor.eat_ignoring_case("photo") || cursor.eat_ignoring_case("caption");
    cursor.eat_blanks();
    labelled && cursor.eat(":")
}

/// Whether the row is a page's own: a menu, a button, a line of ornaments.
pub(super) fn is_menu(row: &str) -> bool {
    const ENTRIES: [&str; 13] = [
        "print",
        "share",
        "dictionary",
        "print dictionary print",
        "go to contents",
        "related article",
        "related articles",
        "related stories",
        "associated links",
        "advertisement",
        "listen",
        "font size",
        "most read",
    ];
    let is_trail = memchr(b'>', row.as_bytes()).is_some()
        && row.contains(" > ")
        && row.split(" > ").all(|piece| !piece.is_empty() && width_is_at_most(piece, 40));
    is_trail
        || ENTRIES.iter().any(|entry| row.eq_ignore_ascii_case(entry))
        || row.starts_with("Recommended #")
        || !row.contains(is_letter_or_digit)
}

/// A dateline, as byte offsets into its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dateline {
    /// Where the last place ends.
    pub(super) places_end: usize,
    /// The words of the day, with its month, day and year.
    pub(super) day: Option<(usize, usize, u16, u16, Option<u16>)>,
    /// Where the dash, or the colon, and the blanks after it end.
    pub(super) end: usize,
}

/// The dateline that a row opens with, whose first line has so many bytes. `has_headline` says whether the row may be
/// told by its sentence, and `colon_counts` whether by a colon.
pub(super) fn dateline(row: &str, first_line: usize, has_headline: bool, colon_counts: bool) -> Option<Dateline> {
    let line = &row[..first_line];
    let limit = match line.as_bytes().get(..120) {
        None => line.len(),
        Some(opening) if opening.is_ascii() => opening.len(),
        Some(_) => line.char_indices().nth(120).map_or(line.len(), |(at, _)| at),
    };
    let mut cursor = Cursor::new(line, 0, limit);
    eat_place(&mut cursor)?;
    let first_is_capital = is_all_capitals(&line[..cursor.at()]);
    // Places with a comma between each two.
    let mut listed = true;
    for count in 1..=3 {
        let places_end = cursor.at();
        if first_is_capital && colon_counts && listed {
            let mut colon = cursor;
            if colon.eat(":") && !colon.eat_blanks().is_empty() {
                return Some(Dateline { places_end, day: None, end: colon.at() });
            }
        }
        let mut rest = cursor;
        let day = rest.attempt(eat_dateline_day);
        if has_headline && listed && day.is_some_and(|(.., year)| year.is_some()) {
            let mut colon = rest;
            if colon.eat(":") && !colon.eat_blanks().is_empty() {
                return Some(Dateline { places_end, day, end: colon.at() });
            }
        }
        let agency = rest.attempt(eat_agency);
        let before_dash = rest;
        if eat_dash(&mut rest) {
            let dash = &line[before_dash.at()..rest.at()];
            let is_spaced = dash.starts_with(char::is_whitespace) && dash.ends_with(char::is_whitespace);
            if agency.is_none() {
                rest.attempt(eat_agency_behind_dash);
            }
            let by_sentence = || has_headline && count > 1 && listed && is_spaced && opens_sentence(row, rest.at());
            if first_is_capital || day.is_some() || agency.is_some() || by_sentence() {
                return Some(Dateline { places_end, day, end: rest.at() });
            }
        }
        let comma = cursor.eat(", ");
        if !(comma || cursor.eat("/")) {
            return None;
        }
        listed &= comma;
        eat_place(&mut cursor)?;
    }
    None
}

/// Whether what stands from byte `at` of the row on is a sentence.
fn opens_sentence(row: &str, at: usize) -> bool {
    let opens = |first: char| first.is_uppercase() || matches!(first, '"' | '“' | '\'' | '‘');
    // An end mark or a credit may close the article's only row.
    let before_brackets = || {
        let inside = row.strip_suffix(')')?;
        inside.rfind(['(', ')', '[', ']']).filter(|&open| inside[open..].starts_with('(')).map(|open| &row[..open])
    };
    let ends = |text: &str| !can_be_headline(text);
    row[at..].trim_start().starts_with(opens)
        && (ends(row) || before_brackets().is_some_and(|before| ends(before.trim_end())))
}

/// Eats an agency in brackets, and another dash after it if one is there.
fn eat_agency_behind_dash(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.eat("(").then_some(())?;
    let inside = cursor.eat_while(|character| !matches!(character, '(' | ')' | '[' | ']'));
    let is_in_name = |character: char| is_letter_or_digit(character) || matches!(character, '-' | '/' | '.' | '&');
    let is_name_word = |word: &str| is_capital_word(word) && word.chars().all(is_in_name);
    let is_name = width_is_at_most(inside, 40)
        && (1..=4).contains(&inside.split_whitespace().count())
        && inside.split_whitespace().all(is_name_word);
    (is_name && cursor.eat(")") && !cursor.eat_blanks().is_empty()).then_some(())?;
    eat_dash(cursor);
    Some(())
}

/// Eats one to three capital words.
pub(super) fn eat_place(cursor: &mut Cursor<'_>) -> Option<()> {
    eat_place_word(cursor)?;
    for _ in 0..2 {
        cursor.attempt(|cursor| cursor.eat_blank().then(|| eat_place_word(cursor))?);
    }
    Some(())
}

/// Eats a capital word: runs of letters joined by one `.`, `'`, `’` or `-` each, perhaps with `.` at its end.
fn eat_place_word(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.attempt(|cursor| {
        if !cursor.peek().is_some_and(char::is_uppercase) {
            return None;
        }
        cursor.eat_while(char::is_alphabetic);
        while cursor
            .attempt(|cursor| {
                cursor
                    .peek()
                    .filter(|next| matches!(next, '.' | '\'' | '’' | '-'))
                    .map(|next| cursor.bump(next.len_utf8()))?;
                (!cursor.eat_while(char::is_alphabetic).is_empty()).then_some(())
            })
            .is_some()
        {}
        cursor.eat(".");
        Some(())
    })
}

fn eat_dateline_day(cursor: &mut Cursor<'_>) -> Option<(usize, usize, u16, u16, Option<u16>)> {
    cursor.eat(", ").then_some(())?;
    let start = cursor.at();
    if let Some(month) = eat_month(cursor) {
        let day = cursor.eat_blank().then(|| cursor.eat_number(1, 2))??;
        let year = cursor.attempt(|cursor| cursor.eat(", ").then(|| cursor.eat_number(4, 4))?);
        return Some((start, cursor.at(), month, day, year));
    }
    let day = cursor.eat_number(1, 2)?;
    let month = cursor.eat_blank().then(|| eat_month(cursor))??;
    let year = cursor.attempt(|cursor| cursor.eat_blank().then(|| cursor.eat_number(4, 4))?);
    Some((start, cursor.at(), month, day, year))
}

fn eat_agency(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.eat_blank().then_some(())?;
    if cursor.eat("(") {
        let inside = cursor.eat_while(|character| !matches!(character, '(' | ')' | '[' | ']'));
        return (!inside.is_empty() && width_is_at_most(inside, 40) && cursor.eat(")")).then_some(());
    }
    let inside = cursor
        .eat("/")
        .then(|| cursor.eat_while(|character| is_letter_or_digit(character) || character.is_whitespace()))?;
    (!inside.is_empty() && width_is_at_most(inside, 40) && cursor.eat("/")).then_some(())
}

/// Eats a dash with the blanks around it.
fn eat_dash(cursor: &mut Cursor<'_>) -> bool {
    let eaten = cursor.attempt(|cursor| {
        cursor.eat_blanks();
        let is_dash = cursor.eat("--") || cursor.eat("—") || cursor.eat("–") || {
            let before = cursor.before();
            before.is_some_and(|before| before.is_whitespace() || matches!(before, ')' | '/')) && cursor.eat("-")
        };
        cursor.eat_blanks();
        is_dash.then_some(())
    });
    eaten.is_some()
}

/// Where the speaker label ends that a row opens with, the blanks after it included. Labels of capitals, of names and
/// titled ones count only `in_transcript`.
///
/// A name with an office counts only where `slashed_counts`: before the headline it is one itself.
pub(super) fn speaker_label(row: &str, in_transcript: bool, slashed_counts: bool) -> Option<usize> {
    let cursor = Cursor::new(row, 0, row.len());
    let spoken = || in_transcript.then(|| colon_label(row).or_else(|| titled_label(cursor))).flatten();
    question_label(cursor).or_else(spoken).or_else(|| slashed_label(row).filter(|_| slashed_counts))
}

/// Whether a row opens as the turns of a transcript do.
pub(super) fn opens_turn(row: &str) -> bool {
    let cursor = Cursor::new(row, 0, row.len());
    question_label(cursor).is_some() || colon_label(row).is_some() || titled_label(cursor).is_some()
}

fn question_label(mut cursor: Cursor<'_>) -> Option<usize> {
    let is_label = if cursor.eat("Q") {
        let _ = cursor.eat(".") || cursor.eat(":");
        true
    } else {
        cursor.eat("A") && (cursor.eat(".") || cursor.eat(":"))
    };
    eat_label_end(&mut cursor, is_label)
}

/// Eats the blanks after a label, which the label needs unless it is the whole row.
fn eat_label_end(cursor: &mut Cursor<'_>, is_label: bool) -> Option<usize> {
    let ends = is_label && (cursor.is_at_end() || cursor.peek().is_some_and(char::is_whitespace));
    cursor.eat_blanks();
    ends.then(|| cursor.at())
}

/// A label of capitals, or of names, up to its colon.
fn colon_label(row: &str) -> Option<usize> {
    let (name, _) = at_colon(row, 79)?;
    let is_other = tag(row).is_some()
        || eat_label(&mut Cursor::new(row, 0, row.len())).is_some()
        || is_picture_label(row)
        || is_desk_row(row);
    if is_other || !(is_capitals_name(name) || is_capital_words(name)) {
        return None;
    }
    let mut cursor = Cursor::new(row, name.len() + 1, row.len());
    eat_label_end(&mut cursor, true)
}

/// Whether the text is letters, digits, blanks and a name's punctuation, all capitals, what stands in round brackets
/// apart.
fn is_capitals_name(name: &str) -> bool {
    let is_allowed = |character: char| {
        is_letter_or_digit(character)
            || (character.is_whitespace() && !matches!(character, '\n' | '\r'))
            || matches!(character, '.' | '-' | '\'' | '’' | ',' | '(' | ')')
    };
    let mut outside = name.to_owned();
    while let Some((open, close)) = outside.find('(').and_then(|open| Some((open, open + outside[open..].find(')')?))) {
        outside.replace_range(open..=close, " ");
    }
    name.chars().all(is_allowed) && is_all_capitals(&outside)
}

/// Whether the text is one to six capital words, `of`, `the` and `and` among them, the first a capital one.
fn is_capital_words(name: &str) -> bool {
    let is_name_word = |word: &str| {
        !word.is_empty()
            && word.chars().all(|character| character.is_alphabetic() || matches!(character, '.' | '-' | '\'' | '’'))
            && (is_capital_word(word) || matches!(word, "of" | "the" | "and"))
    };
    let words = || name.split(char::is_whitespace);
    // "Ann Roy, Harbour Times": a comma sets off what the speaker is.
    let is_word = |(index, word): (usize, &str)| {
        let is_last = words().nth(index + 1).is_none();
        is_name_word(word.strip_suffix(',').filter(|_| !is_last).unwrap_or(word))
    };
    words().next().is_some_and(is_capital_word) && words().nth(6).is_none() && words().enumerate().all(is_word)
}

fn titled_label(cursor: Cursor<'_>) -> Option<usize> {
    const TITLES: [&str; 9] =
        ["President", "Prime Minister", "Chancellor", "Premier", "Secretary", "Senator", "Mr.", "Mrs.", "Ms."];
    const OPENING: FirstBytes = FirstBytes::of(&TITLES).and(&["The President"]);
    if !OPENING.can_open(cursor.rest()) {
        return None;
    }
    let end_with_stop = |mut cursor: Cursor<'_>| {
        let is_label = cursor.eat(".");
        eat_label_end(&mut cursor, is_label)
    };
    let mut president = cursor;
    if president.eat("The President") {
        return end_with_stop(president);
    }
    let mut cursor = cursor;
    TITLES.into_iter().find(|title| cursor.eat(title))?;
    for _ in 0..3 {
        let word = cursor.attempt(|cursor| {
            cursor.eat_blank().then_some(())?;
            let is_in_name = |character: char| character.is_alphabetic() || matches!(character, '-' | '\'' | '’');
            is_capital_word(cursor.eat_while(is_in_name)).then_some(())
        });
        word?;
        if let Some(end) = end_with_stop(cursor) {
            return Some(end);
        }
    }
    None
}

fn slashed_label(row: &str) -> Option<usize> {
    // Neither side has more than 60 characters, of four bytes at most.
    if row.len() > 2 * 4 * 60 + " / ".len() {
        return None;
    }
    memchr(b'/', row.as_bytes())?;
    let (name, office) = row.split_once(" / ")?;
    let fits = |piece: &str| piece.chars().nth(1).is_some() && width_is_at_most(piece, 60);
    let words = name.split_whitespace().count();
    let is_label = is_one_line(row)
        && fits(name)
        && fits(office)
        && (2..=4).contains(&words)
        && name.split_whitespace().all(is_capital_word)
        && office.starts_with(char::is_uppercase)
        && !office.contains(" / ")
        && !row.ends_with(['.', '?', '!']);
    is_label.then_some(row.len())
}

/// The row without the marks that close quotations and brackets at its end.
pub(super) fn without_closing_marks(row: &str) -> &str {
    row.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']'])
}

/// Whether a row can be a headline where nothing but its words tells.
pub(super) fn can_be_headline(row: &str) -> bool {
    let bare = without_closing_marks(row);
    let last_word = bare.split_whitespace().next_back().unwrap_or_default();
    !bare.ends_with('.') || last_word.matches('.').count() > 1
}

/// Whether a row ends as an article's last one does.
pub(super) fn ends_like_last(row: &str) -> bool {
    row.ends_with("(END)") || row.ends_with("(End)") || credit(row).is_some_and(|credit| credit.is_round)
}

/// Whether a row is short enough for a headline.
pub(super) fn fits_headline(row: &str) -> bool {
    width_is_at_most(row, 250)
}
