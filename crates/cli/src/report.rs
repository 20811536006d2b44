//! Findings for people and for programs.
//!
//! The rules speak of places: spans of the article, JSON pointers into the record. Here they become lines and columns.
//! All words of others are escaped, and of a line only the window round the finding is shown, so that neither a hostile
//! article nor a line of a megabyte does harm.

use std::{cell::OnceCell, collections::HashMap, fmt::Write, ops::Range};

use annotate_snippets::{AnnotationKind, Element, Group, Level as Shown, Origin, Renderer, Snippet};
use rapporteur_corpus::{
    checking::{Diagnostic, Label, Level, Place},
    document::LineIndex,
    record_file::{self, DraftError},
};
use serde::Serialize;

use crate::{
    escape,
    files::{self, Entry},
};

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// As a compiler prints them: the line with carets under the words.
    #[default]
    Human,
    /// `{"findings": [...], "summary": {...}}`, a finding a line.
    Json,
}

/// How findings look.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// For people or for programs.
    pub format: Format,
    /// Whether to use colours.
    pub colour: bool,
    /// The width of a line in columns.
    pub width: usize,
}

impl Default for Look {
    fn default() -> Self {
        Self { format: Format::Human, colour: false, width: 100 }
    }
}

/// The files that findings are about, as they were read.
pub struct Exhibit<'a> {
    article: Sheet<'a>,
    record: Sheet<'a>,
}

/// A file with its lines, which are only looked for where something was found.
struct Sheet<'a> {
    /// For people, escaped.
    name: String,
    /// For programs, as it is.
    path: String,
    bytes: &'a [u8],
    lines: OnceCell<LineIndex<'a>>,
}

/// Where in a file something was found.
struct Site<'s, 'a> {
    sheet: &'s Sheet<'a>,
    range: Option<Range<usize>>,
}

/// Where values of the record stand in its file, by pointer.
type Ranges<'p> = HashMap<&'p str, Range<usize>>;

/// Something to show, whatever found it.
struct Finding<'f> {
    level: Shown<'static>,
    rule: Option<&'f str>,
    message: &'f str,
    labels: &'f [Label],
    notes: &'f [String],
    help: Option<&'f str>,
}

#[derive(Serialize)]
struct JsonFinding<'a> {
    rule: &'a str,
    code: &'a str,
    level: &'a str,
    message: &'a str,
    labels: Vec<JsonLabel<'a>>,
    notes: &'a [String],
    help: Option<&'a str>,
}

/// A place: offsets in bytes, lines and columns from 1, null where the whole file is meant.
#[derive(Serialize)]
struct JsonLabel<'a> {
    file: &'a str,
    pointer: Option<&'a str>,
    start: Option<usize>,
    end: Option<usize>,
    line: Option<usize>,
    column: Option<usize>,
    utf16_column: Option<usize>,
    primary: bool,
    text: &'a str,
}

impl<'a> Sheet<'a> {
    fn new(place: &files::Place, bytes: Option<&'a [u8]>) -> Self {
        let path = place.path().map_or_else(|| "-".to_owned(), |path| path.to_string_lossy().into_owned());
        Self { name: place.name(), path, bytes: bytes.unwrap_or_default(), lines: OnceCell::new() }
    }

    /// The lines, up to the first byte that is not UTF-8.
    fn lines(&self) -> &LineIndex<'a> {
        self.lines.get_or_init(|| {
            let valid = self.bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
            LineIndex::new(valid)
        })
    }
}

impl<'a> Exhibit<'a> {
    /// The files of an entry, with the bytes that were found there.
    pub fn new(entry: &Entry, article: Option<&'a [u8]>, record: Option<&'a [u8]>) -> Self {
        Self { article: Sheet::new(&entry.article, article), record: Sheet::new(&entry.record, record) }
    }

    /// The findings, ready to be printed.
    pub fn print(&self, diagnostics: &[Diagnostic], look: &Look) -> String {
        let mut out = String::new();
        let ranges = self.locate(diagnostics.iter().flat_map(|diagnostic| &diagnostic.labels));
        for diagnostic in diagnostics {
            match look.format {
                Format::Human => {
                    let finding = Finding {
                        level: if diagnostic.level == Level::Deny { Shown::ERROR } else { Shown::WARNING },
                        rule: Some(diagnostic.rule.name),
                        message: &diagnostic.message,
                        labels: &diagnostic.labels,
                        notes: &diagnostic.notes,
                        help: diagnostic.help.as_deref(),
                    };
                    out.push_str(&self.human(&finding, &ranges, look));
                    out.push_str("\n\n");
                }
                Format::Json => {
                    // Strings and numbers, which JSON can always say.
                    let finding = serde_json::to_string(&self.json(diagnostic, &ranges)).unwrap_or_default();
                    out.push_str(&escape::json(&finding));
                    out.push('\n');
                }
            }
        }
        out
    }

    /// What is wrong with a draft, ready to be printed.
    pub fn print_draft_errors(&self, errors: &[DraftError], look: &Look) -> String {
        /// Nobody reads more, and a hostile draft could ask for millions.
        const MOST: usize = 100;

        let mut out = String::new();
        let shown = &errors[..errors.len().min(MOST)];
        let labels: Vec<Label> = shown
            .iter()
            .map(|DraftError { pointer, .. }| {
                let place = if pointer.is_empty() { Place::Record } else { Place::RecordPointer(pointer.clone()) };
                Label { place, text: String::new(), primary: true }
            })
            .collect();
        let ranges = self.locate(&labels);
        for (DraftError { message, .. }, label) in shown.iter().zip(&labels) {
            let labels = std::slice::from_ref(label);
            let finding = Finding { level: Shown::ERROR, rule: None, message, labels, notes: &[], help: None };
            out.push_str(&self.human(&finding, &ranges, look));
            out.push_str("\n\n");
        }
        if errors.len() > MOST {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "and {} more\n", errors.len() - MOST);
        }
        out
    }

    /// Something wrong that no rule is about, at a place of the article's file.
    pub(crate) fn print_flaw(&self, message: &str, label: &Label, help: Option<&str>, look: &Look) -> String {
        let labels = std::slice::from_ref(label);
        let finding = Finding { level: Shown::ERROR, rule: None, message, labels, notes: &[], help };
        self.human(&finding, &Ranges::new(), look)
    }

    /// Where the values of the record stand that labels point at, found in one pass: the record may be long, and so may
    /// the list.
    fn locate<'l>(&self, labels: impl IntoIterator<Item = &'l Label>) -> Ranges<'l> {
        let pointer = |label: &'l Label| match &label.place {
            Place::RecordPointer(pointer) => Some(pointer.as_str()),
            _ => None,
        };
        let pointers: Vec<&str> = labels.into_iter().filter_map(pointer).collect();
        let Ok(json) = str::from_utf8(self.record.bytes) else { return Ranges::new() };
        let ranges = record_file::locate_all(json, &pointers);
        pointers.into_iter().zip(ranges).filter_map(|(pointer, range)| Some((pointer, range?))).collect()
    }

    fn human(&self, finding: &Finding<'_>, ranges: &Ranges<'_>, look: &Look) -> String {
        let mut title = finding.level.clone().primary_title(escape::text(finding.message));
        if let Some(rule) = finding.rule {
            title = title.id(rule);
        }
        let mut group: Group<'_> = Group::with_title(title);
        let mut origins = Vec::new();
        for (label, site) in self.sites(finding.labels, ranges) {
            let kind = if label.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            let text = escape::text(&label.text).into_owned();
            let name = &site.sheet.name;
            let Some(window) = site.window() else {
                group = group.element(Element::Origin(Origin::path(name.clone())));
                if !text.is_empty() {
                    group = group.element(Shown::NOTE.message(text));
                }
                continue;
            };
            let annotation = kind.span(window.mark).label((!text.is_empty()).then_some(text));
            // The renderer counts columns in the window, so the place in the file is put in afterwards.
            let snippet = Snippet::source(window.words).path(stand_in(origins.len())).line_start(window.line);
            origins.push(format!("{name}:{}:{}", window.line, window.column));
            group = group.element(snippet.annotation(annotation));
        }
        for note in finding.notes {
            group = group.element(Shown::NOTE.message(escape::text(note)));
        }
        if let Some(help) = finding.help {
            group = group.element(Shown::HELP.message(escape::text(help)));
        }
        let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
        let mut out = renderer.term_width(look.width).render(&[group]);
        for (index, origin) in origins.iter().enumerate() {
            out = with_origin(&out, &stand_in(index), origin);
        }
        out
    }

    fn json<'d>(&'d self, diagnostic: &'d Diagnostic, ranges: &Ranges<'_>) -> JsonFinding<'d> {
        let labels = self.sites(&diagnostic.labels, ranges).into_iter().map(|(label, site)| {
            let position = site.range.as_ref().map(|range| site.sheet.lines().position(range.start));
            JsonLabel {
                file: &site.sheet.path,
                pointer: match &label.place {
                    Place::RecordPointer(pointer) => Some(pointer),
                    _ => None,
                },
                start: site.range.as_ref().map(|range| range.start),
                end: site.range.as_ref().map(|range| range.end),
                line: position.map(|position| position.line),
                column: position.map(|position| position.column),
                utf16_column: position.map(|position| position.utf16_column),
                primary: label.primary,
                text: &label.text,
            }
        });
        JsonFinding {
            rule: diagnostic.rule.name,
            code: diagnostic.rule.code,
            level: if diagnostic.level == Level::Deny { "deny" } else { "warn" },
            message: &diagnostic.message,
            labels: labels.collect(),
            notes: &diagnostic.notes,
            help: diagnostic.help.as_deref(),
        }
    }

    /// Where each label points.
    fn sites<'s, 'l>(&'s self, labels: &'l [Label], ranges: &Ranges<'_>) -> Vec<(&'l Label, Site<'s, 'a>)> {
        let site = |sheet, range| Site { sheet, range };
        labels
            .iter()
            .map(|label| {
                let site = match &label.place {
                    Place::Article => site(&self.article, None),
                    Place::ArticleSpan(span) => site(&self.article, Some(span.range())),
                    Place::ArticleByte(at) => site(&self.article, Some(*at..at.saturating_add(1))),
                    Place::Record => site(&self.record, None),
                    Place::RecordByte(at) => site(&self.record, Some(*at..at.saturating_add(1))),
                    Place::RecordPointer(pointer) => site(&self.record, ranges.get(pointer.as_str()).cloned()),
                };
                (label, site)
            })
            .collect()
    }
}

/// What stands for a place until the report is rendered. No escaped text holds this character.
fn stand_in(index: usize) -> String {
    format!("\u{1}{index}\u{1}")
}

/// The report with the place in the file instead of its stand-in and the line and column after it.
fn with_origin(report: &str, stand_in: &str, origin: &str) -> String {
    let Some((before, after)) = report.split_once(stand_in) else { return report.to_owned() };
    let after = after.trim_start_matches(|character: char| character == ':' || character.is_ascii_digit());
    [before, origin, after].concat()
}

/// The part of a line that is shown.
struct Window {
    line: usize,
    column: usize,
    words: String,
    mark: Range<usize>,
}

impl Site<'_, '_> {
    /// The first line of the place, as far as it lies round it; `None` where the whole file is meant.
    fn window(&self) -> Option<Window> {
        /// Bytes shown before and after the words.
        const AROUND: usize = 80;
        /// Bytes of the words.
        const MOST: usize = 240;

        let bytes = self.sheet.bytes;
        let range = self.range.as_ref()?;
        let (start, end) = (range.start.min(bytes.len()), range.end.min(bytes.len()));
        let position = self.sheet.lines().position(start);
        let line_start = self.sheet.lines().line(position.line).start.min(start);
        let from = boundary(bytes, line_start.max(start.saturating_sub(AROUND)));
        let furthest = bytes.len().min(end.clamp(start, start.saturating_add(MOST)).saturating_add(AROUND));
        let line_end = bytes[start..furthest].iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let to = line_end.map_or_else(|| boundary(bytes, furthest), |length| start + length).max(start);
        let mark = start - from..end.clamp(start, to.max(start)) - from;
        let (shown, mark) = escape::marked(&bytes[from..to], mark);
        let before = if from > line_start { "…" } else { "" };
        let after = if line_end.is_none() && to < bytes.len() { "…" } else { "" };
        let shift = before.len();
        let mut words = String::with_capacity(shown.len() + 6);
        let _ = write!(words, "{before}{shown}{after}");
        Some(Window { line: position.line, column: position.column, words, mark: mark.start + shift..mark.end + shift })
    }
}

/// The beginning of the character in which offset `at` lies.
fn boundary(bytes: &[u8], at: usize) -> usize {
    let is_inside = |at: usize| bytes.get(at).is_some_and(|byte| byte & 0b1100_0000 == 0b1000_0000);
    (at.saturating_sub(3)..=at).rev().find(|&at| !is_inside(at)).unwrap_or(at)
}

#[cfg(test)]
mod tests {
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
        let report =
            Exhibit::new(&entry(), None, Some(record.as_bytes())).print_draft_errors(&errors, &Look::default());
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
}
