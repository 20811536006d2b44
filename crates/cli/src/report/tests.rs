use std::path::PathBuf;

use rapporteur_corpus::checking::{Input, Levels, Subject, check};
use rapporteur_corpus::document::Limits;

use super::*;

fn entry() -> Entry {
    let place = |name: &str| files::Place::File(PathBuf::from(name));
    Entry { id: "a".to_owned(), article: place("a\u{1b}.txt"), record: place("a.record.json"), named: true }
}

fn printed(article: &[u8], look: &Look) -> String {
    let subject = Subject::new("a", Input::Bytes(article), Input::Missing, Limits::default());
    let diagnostics = check(&subject, &Levels::default());
    Exhibit::new(&entry(), Some(article), None).print(&diagnostics, look)
}

#[test]
fn carets_stand_under_the_escaped_words() {
    let report = printed(
        "Täg\r\nBad \u{9b}31m 大統領 ".bytes().chain(*b"\xff end\nmore").collect::<Vec<_>>().as_slice(),
        &Look::default(),
    );
    let lines: Vec<&str> = report.lines().collect();
    assert!(lines[0].starts_with("error[not-utf8]: "), "{report}");
    assert!(lines[1].ends_with("--> a\\u{1b}.txt:2:14"), "{report}");
    let at = lines.iter().position(|line| line.contains("Bad")).unwrap();
    assert!(lines[at].ends_with("Bad \\u{9b}31m 大統領 \\xff end"), "{report}");
    let column = |line: &str, words: &str| {
        let before = &line[..line.find(words).unwrap()];
        before.chars().map(|c| unicode_width::UnicodeWidthChar::width(c).unwrap_or(0)).sum::<usize>()
    };
    assert_eq!(column(lines[at], "\\xff"), column(lines[at + 1], "^"), "{report}");
}

#[test]
fn of_many_errors_of_a_draft_the_first_are_shown() {
    let error = |at: usize| DraftError { pointer: format!("/people/{at}"), message: "one\nerror: two".to_owned() };
    let errors: Vec<_> = (0..20_000).map(error).collect();
    let record = format!("{{\"people\": [{}0]}}", "0,\n".repeat(20_000));
    let report = Exhibit::new(&entry(), None, Some(record.as_bytes())).print_draft_errors(&errors, &Look::default());
    assert_eq!(report.matches("error: one\\nerror: two\n").count(), 100, "{report}");
    assert!(report.contains("a.record.json:100:1") && report.ends_with("and 19900 more\n\n"), "{report}");
}

#[test]
fn a_line_of_a_megabyte_shows_its_window() {
    let mut article = "word ".repeat(200_000).into_bytes();
    article[500_000] = 0xff;
    let report = printed(&article, &Look::default());
    assert!(report.len() < 1_000 && report.contains("... word") && report.contains("\\xff"), "{report}");
    assert!(report.contains("a\\u{1b}.txt:1:500001"), "{report}");
}

#[test]
fn json_gives_offsets_lines_and_columns() {
    let look = Look { format: Format::Json, ..Look::default() };
    let report = printed(b"one\ntw\xff", &look);
    let finding: serde_json::Value = serde_json::from_str(report.lines().next().unwrap()).unwrap();
    assert_eq!(finding["rule"], "not-utf8");
    let label = &finding["labels"][0];
    assert_eq!(
        [&label["start"], &label["line"], &label["column"]].map(serde_json::Value::as_u64),
        [Some(6), Some(2), Some(3)]
    );
}
