//! Strings between double quotation marks.

use crate::text::{is_blank, is_digit, is_letter_or_digit};

/// The strings between double quotation marks in one paragraph, as byte ranges with the marks.
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
/// Inside, the first such closing mark ends the string. A string that `"`, `“` or `”` opened also ends with the other of
/// `"` and `”` if the character before that is not blank and the one after it is no letter or digit. A string that never
/// ends runs to the end of the paragraph without the blanks there.
///
/// ```
/// use rapporteur_oracle::quotations;
///
/// let paragraph = "“Yes,” he said. \"No";
/// let strings: Vec<_> = quotations(paragraph).iter().map(|&(start, end)| &paragraph[start..end]).collect();
/// assert_eq!(strings, ["“Yes,”", "\"No"]);
/// ```
pub fn quotations(paragraph: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = paragraph[at..].chars().next() {
        match opening(paragraph, at) {
            Mark::Opens { length, closers, lenient } => {
                let end = closing(paragraph, at + length, closers, lenient).unwrap_or(paragraph.trim_end().len());
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
        lenient: bool,
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
        return opens("``", &["''"], false);
    }
    for mark in ["''", "\""] {
        if here.starts_with(mark) {
            return match mark {
                _ if after_digit => Mark::FeetAndInches { length: mark.len() },
                "''" => opens(mark, &["''"], false),
                _ => opens(mark, &["\""], true),
            };
        }
    }
    let mut characters = here.chars();
    match characters.next() {
        Some('“') => opens("“", &["”"], true),
        Some('„') => opens("„", &["“", "”"], false),
        Some('«') => opens("«", &["»"], false),
        Some('»') if after_blank => opens("»", &["«"], false),
        Some('”') => {
            let free_before = after_blank || before.is_some_and(|character| "([—-".contains(character));
            let word_after =
                characters.next().is_some_and(|character| is_letter_or_digit(character) || "[$".contains(character));
            if free_before && word_after { opens("”", &["”"], true) } else { Mark::None }
        }
        _ => Mark::None,
    }
}

/// Behind the mark that ends the string whose words begin at `from`.
fn closing(paragraph: &str, from: usize, closers: &[&str], lenient: bool) -> Option<usize> {
    paragraph[from..].char_indices().find_map(|(at, _)| {
        let (before, here) = paragraph.split_at(from + at);
        if let Some(closer) = closers.iter().find(|closer| here.starts_with(**closer)) {
            return Some(from + at + closer.len());
        }
        let other = ["\"", "”"].into_iter().find(|other| lenient && here.starts_with(*other))?;
        let after_word = !before.chars().next_back().is_some_and(is_blank);
        let before_word = here[other.len()..].chars().next().is_some_and(is_letter_or_digit);
        (after_word && !before_word).then_some(from + at + other.len())
    })
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
            ("“a „b“ c”", "“a „b“ c”"),
            ("“” and \"\"", "“”|\"\""),
            ("''''", "''''"),
            ("none, 'single' and it’s", ""),
            ("", ""),
        ] {
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
