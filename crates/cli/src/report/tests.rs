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

#[test]
fn a_whole_file_is_replaced_by_the_lines_that_differ() {
    for (old, new, lines, text) in [
        ("a\nb\nc\n", "a\nB\nc\n", "b\n", "B\n"),
        ("a\nb\nc\n", "a\nc\n", "b\n", ""),
        ("a\nc\n", "a\nb\nc\n", "", "b\n"),
        ("a\n", "a\n", "", ""),
        ("", "a\n", "", "a\n"),
        ("a", "b", "a", "b"),
        ("a\nb\n", "x", "a\nb\n", "x"),
        ("é\n", "è\n", "é\n", "è\n"),
        ("a\na\n", "a\n", "a\n", ""),
    ] {
        let (range, put) = changed_lines(old, new);
        assert_eq!((&old[range.clone()], put), (lines, text), "{old:?} to {new:?}");
        assert_eq!([&old[..range.start], put, &old[range.end..]].concat(), new);
    }
}

#[test]
fn a_label_can_point_into_another_entry() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("other.txt");
    std::fs::write(&other, "One.\nTwo.\n").unwrap();
    let found = files::find(&[other]);
    let span = rapporteur_model::Span::new(5, 8).unwrap();
    let subject = Subject::new("a", Input::Bytes(b"\xff"), Input::Missing, Limits::default());
    let mut diagnostics = check(&subject, &Levels::default());
    diagnostics[0].labels.push(Label {
        entry: Some(0),
        place: Place::ArticleSpan(span),
        text: "as here".to_owned(),
        primary: false,
    });
    let entry = entry();
    let exhibit = Exhibit::new(&entry, Some(b"\xff"), None).among(&found.entries, &|_| Limits::default());
    let report = exhibit.print(&diagnostics, &Look::default());
    assert!(report.contains("other.txt:2:1") && report.contains("as here"), "{report}");
    let json = exhibit.print(&diagnostics, &Look { format: Format::Json, ..Look::default() });
    assert!(json.contains("other.txt\",\"pointer\":null,\"start\":5,"), "{json}");
    // Of an entry that is not there, nothing is said.
    diagnostics[0].labels[1].entry = Some(9);
    assert!(!exhibit.print(&diagnostics, &Look::default()).contains("as here"));
}

#[test]
fn a_path_becomes_a_uri() {
    for (path, uri) in [
        ("./corpus/a b.txt", "corpus/a%20b.txt"),
        ("/tmp/Zürich#1.txt", "file:///tmp/Z%C3%BCrich%231.txt"),
        ("a:b\u{1b}", "a%3Ab%1B"),
        ("./", "./"),
    ] {
        assert_eq!(sarif::uri(path.as_bytes()), uri);
    }
}

#[test]
fn a_value_that_is_not_there_is_told_where_it_would_be() {
    let record = b"{\n  \"people\": [\n    {\"id\": \"p1\"}\n  ]\n}\n";
    let entry = entry();
    let exhibit = Exhibit::new(&entry, Some(b""), Some(record));
    let [article, sheet] = exhibit.sheets();
    for (pointer, words) in [
        ("/people/0/id", Some("\"p1\"")),
        ("/people/0/name/text", Some("{")),
        ("/people/7/id", Some("[")),
        ("/summits/1", Some("{")),
    ] {
        let opened = Opened::new(&article, &sheet, &[pointer]);
        let range = opened.site(&Place::RecordPointer(pointer.to_owned())).range;
        let found = range.map(|range| str::from_utf8(&record[range]).unwrap());
        assert_eq!(found, words, "{pointer}");
    }
}
