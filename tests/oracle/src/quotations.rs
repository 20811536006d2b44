//! Strings between quotation marks.

use crate::text::{is_blank, is_digit, is_letter, is_letter_or_digit};

/// The strings between quotation marks in one paragraph, as byte ranges with the marks.
///
/// They are those between double marks, unless each of these lies inside a string between single ones.
///
/// ```
/// use rapporteur_oracle::quotations;
///
/// let paragraph = "“Yes,” he said. \"No";
/// let strings: Vec<_> = quotations(paragraph).iter().map(|&(start, end)| &paragraph[start..end]).collect();
/// assert_eq!(strings, ["“Yes,”", "\"No"]);
/// ```
pub fn quotations(paragraph: &str) -> Vec<(usize, usize)> {
    let double = double(paragraph);
    let single = single(paragraph);
    let is_inside = |inner: &(usize, usize)| single.iter().any(|outer| outer.0 <= inner.0 && inner.1 <= outer.1);
    if double.iter().all(is_inside) { single } else { double }
}

/// The strings between double marks.
///
/// Characters are read from left to right; marks of two characters are tried before those of one.
///
/// Outside of a string, these open one:
/// - `“` until `”`; `„` until `“` or `”`; `«` until `»`; two backquotes until `''`;
/// - `"` until `"`, and `''` until `''`, except directly after an ASCII digit, where they are feet and inches;
/// - `»` until `«`, where it stands at the start or after a blank;
/// - `”` until `”`, where it stands at the start or after a blank, `(`, `[`, `—` or `-`, and before a letter, a digit,
///   `[` or `$`.
///
/// Inside, the first such closing mark ends the string. Where the character before is not blank and the one after it is
/// no letter or digit, `"` and `”` both end what `"`, `“` or `”` opened, and `“` ends what `“` opened. Until `''` may
/// stand further apostrophes directly before it; inside `"`, a `“` takes the next `”` with it. A string that never ends
/// runs to the end of the paragraph without the blanks there.
fn double(paragraph: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = paragraph[at..].chars().next() {
        match opening(paragraph, at) {
            Mark::Opens { length, closers, lenient } => {
                let words = at + length;
                let end = closing(paragraph, words, closers, lenient).unwrap_or(paragraph.trim_end().len());
                found.push((at, end));
                at = end;
            }
            Mark::FeetAndInches { length } => at += length,
            Mark::None => at += first.len_utf8(),
        }
    }
    found
}

enum Mark {
    /// A string begins, which these marks end.
    Opens {
        length: usize,
        closers: &'static [&'static str],
        /// Marks that end it as well, where they stand as only a closing mark does.
        lenient: &'static [&'static str],
    },
    FeetAndInches {
        length: usize,
    },
    None,
}

/// What the mark at `at` does outside of a string.
fn opening(paragraph: &str, at: usize) -> Mark {
    let (before, here) = paragraph.split_at(at);
    let before = before.chars().next_back();
    let opens = |mark: &str, closers, lenient| Mark::Opens { length: mark.len(), closers, lenient };
    let after_digit = before.is_some_and(is_digit);
    let after_blank = before.is_none_or(is_blank);

    if here.starts_with("``") {
        return opens("``", &["''"], &[]);
    }
    for mark in ["''", "\""] {
        if here.starts_with(mark) {
            return match mark {
                _ if after_digit => Mark::FeetAndInches { length: mark.len() },
                "''" => opens(mark, &["''"], &[]),
                _ => opens(mark, &["\""], &["\"", "”"]),
            };
        }
    }
    let mut characters = here.chars();
    match characters.next() {
        Some('“') => opens("“", &["”"], &["\"", "”", "“"]),
        Some('„') => opens("„", &["“", "”"], &[]),
        Some('«') => opens("«", &["»"], &[]),
        Some('»') if after_blank => opens("»", &["«"], &[]),
        Some('”') => {
            // The last ones are the invisible marks of direction.
            let opens_after =
                "([—-\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}";
            let free_before = after_blank || before.is_some_and(|character| opens_after.contains(character));
            let word_after =
                characters.next().is_some_and(|character| is_letter_or_digit(character) || "[$".contains(character));
            if free_before && word_after { opens("”", &["”"], &["\"", "”"]) } else { Mark::None }
        }
        _ => Mark::None,
    }
}

/// Behind the mark that ends the string whose words begin at `from`.
fn closing(paragraph: &str, from: usize, closers: &[&str], lenient: &[&str]) -> Option<usize> {
    let is_straight = closers == ["\""];
    paragraph[from..].char_indices().find_map(|(at, _)| {
        let (before, here) = paragraph.split_at(from + at);
        // Of the marks inside `"` that pair with each other, the last one says whether another is awaited.
        let inner = before[from..].chars().rev().find(|character| "“”".contains(*character));
        if is_straight && here.starts_with('”') && inner == Some('“') {
            return None;
        }
        if closers.contains(&"''") && here.starts_with("'''") {
            return None;
        }
        if let Some(closer) = closers.iter().find(|closer| here.starts_with(**closer)) {
            return Some(from + at + closer.len());
        }
        let other = lenient.iter().find(|other| here.starts_with(**other))?;
        let after_word = !before.chars().next_back().is_some_and(is_blank);
        let before_word = here[other.len()..].chars().next().is_some_and(is_letter_or_digit);
        (after_word && !before_word).then_some(from + at + other.len())
    })
}

/// The strings between single marks.
///
/// From each mark that can open one, the text is looked through up to the next mark that can, or the end, for a mark that
/// can close after `,`, `.`, `?`, `!` or `…`, and then for any that can close. Where there is none, nothing is opened.
fn single(paragraph: &str) -> Vec<(usize, usize)> {
    let places: Vec<usize> = paragraph.char_indices().map(|(at, _)| at).collect();
    let opening: Vec<usize> = places.iter().copied().filter(|&at| opens_single(paragraph, at)).collect();
    let mut found = Vec::new();
    for (number, &from) in opening.iter().enumerate() {
        let until = opening.get(number + 1).copied().unwrap_or(paragraph.len());
        let closing = places.iter().copied().filter(|&at| from < at && at < until && closes_single(paragraph, at));
        let after_stop = |at: &usize| paragraph[..*at].ends_with([',', '.', '?', '!', '…']);
        let end = closing.clone().find(after_stop).or(closing.clone().next());
        found.extend(end.map(|end| (from, end + paragraph[end..].chars().next().map_or(0, char::len_utf8))));
    }
    found
}

/// Whether a single mark, and no half of a double one, stands at `at`.
fn is_single(paragraph: &str, at: usize) -> bool {
    let (before, here) = paragraph.split_at(at);
    let apostrophes = |text: &str| text.len() - text.trim_end_matches('\'').len();
    let run = here.len() - here.trim_start_matches('\'').len();
    // Pairs are taken from the left: what remains of an odd run is its last apostrophe.
    here.starts_with(['‘', '’']) || (run == 1 && apostrophes(before) % 2 == 0)
}

fn opens_single(paragraph: &str, at: usize) -> bool {
    let (before, here) = paragraph.split_at(at);
    let is_free = before.chars().next_back().is_none_or(|character| is_blank(character) || "([—–".contains(character));
    let word: String = here.chars().skip(1).take_while(|character| is_letter(*character)).collect();
    let elided = ["bout", "cause", "cos", "em", "n", "round", "til", "tis", "twas"];
    let is_elided = elided.contains(&word.to_ascii_lowercase().as_str());
    is_single(paragraph, at) && !here.starts_with('’') && is_free && !word.is_empty() && !is_elided
}

fn closes_single(paragraph: &str, at: usize) -> bool {
    let (before, here) = paragraph.split_at(at);
    let mut characters = here.chars();
    let mark = characters.next();
    let after_word = before.chars().next_back().is_some_and(|character| !is_blank(character));
    let before_word = characters.next().is_some_and(is_letter_or_digit);
    is_single(paragraph, at) && mark != Some('‘') && after_word && !before_word
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The strings, joined by `|`.
    fn strings(paragraph: &str) -> String {
        let strings: Vec<_> = quotations(paragraph).iter().map(|&(start, end)| &paragraph[start..end]).collect();
        strings.join("|")
    }

    #[test]
    fn each_mark_has_its_closers() {
        for (paragraph, expected) in [
            ("a “b” c “d” e", "“b”|“d”"),
            ("„a“ „b” c", "„a“|„b”"),
            ("«a» »b« c»d«", "«a»|»b«|«"),
            ("\"a\" ''b'' ``c'' d", "\"a\"|''b''|``c''"),
            ("“a „b” c", "“a „b”"),
            ("“” and \"\"", "“”|\"\""),
            ("''''", "''''"),
            ("one 'single' and it’s", "'single'"),
            ("", ""),
        ] {
            assert_eq!(strings(paragraph), expected, "{paragraph}");
        }
    }

    #[test]
    fn single_marks_count_where_no_double_one_stands_outside_them() {
        for (paragraph, expected) in [
            ("‘Yes,’ he said. ‘It’s so.’", "‘Yes,’|‘It’s so.’"),
            ("'The twins' plan failed,' he said", "'The twins' plan failed,'"),
            ("'A “b” c,' he said", "'A “b” c,'"),
            ("'a' “b”", "“b”"),
            ("'a 'b' c", "'b'"),
            ("'90s, 'tis, rock 'n' roll, twins' plan", ""),
        ] {
            assert_eq!(strings(paragraph), expected, "{paragraph}");
        }
    }

    #[test]
    fn what_belongs_to_the_words_closes_nothing() {
        for (paragraph, expected) in [("''a 'b''' c", "''a 'b'''"), ("\"a “b” c\" d", "\"a “b” c\""), ("“a“ b”", "“a“")]
        {
            assert_eq!(strings(paragraph), expected, "{paragraph}");
        }
    }

    #[test]
    fn feet_and_inches_open_nothing() {
        assert_eq!(strings("He is 6'2\" and 5'11'' tall, \"very\" tall"), "\"very\"");
        assert_eq!(strings("\"in 2025\" he"), "\"in 2025\"");
    }

    #[test]
    fn a_closing_mark_may_open_before_a_word() {
        for (paragraph, expected) in [
            ("”Yes,” he said", "”Yes,”"),
            ("said ”[the] end” (”$3”)", "”[the] end”|”$3”"),
            ("a” b” c", ""),
            ("a ” b", ""),
            ("—”b”", "”b”"),
        ] {
            assert_eq!(strings(paragraph), expected, "{paragraph}");
        }
    }

    #[test]
    fn mixed_marks_close_after_words_only() {
        for (paragraph, expected) in [
            ("“Yes,\" he said", "“Yes,\""),
            ("\"Yes,” he said", "\"Yes,”"),
            ("“a \"b\" c”", "“a \"b\""),
            ("“a \"b”", "“a \"b”"),
            ("“a\"b”", "“a\"b”"),
            ("”a\" b", "”a\""),
            ("«a\" b»", "«a\" b»"),
        ] {
            assert_eq!(strings(paragraph), expected, "{paragraph}");
        }
    }

    #[test]
    fn an_open_string_runs_to_the_end_without_blanks() {
        assert_eq!(strings("He said: “and so on \n"), "“and so on");
        assert_eq!(strings("He said: “ \n"), "“");
        assert_eq!(strings("a “"), "“");
    }
}
