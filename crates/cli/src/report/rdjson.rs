//! The form that reviewdog reads: columns are bytes, ends are exclusive.

use rapporteur_corpus::{checking::Level, document::Position};
use serde::Serialize;

use super::{Finding, Site, one_line_of_json, plain};

#[derive(Serialize)]
struct Diagnostic<'a> {
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Location<'a>>,
    severity: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<Code<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'a>>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Range {
    start: LineAndColumn,
    end: LineAndColumn,
}

#[derive(Serialize)]
struct LineAndColumn {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Code<'a> {
    value: &'a str,
}

#[derive(Serialize)]
struct Suggestion<'a> {
    range: Range,
    text: &'a str,
}

pub(super) fn head() -> String {
    "{\"source\": {\"name\": \"rapporteur\"}, \"diagnostics\": [".to_owned()
}

pub(super) fn tail(hidden: Option<&str>, is_first: bool) -> String {
    let hidden = hidden.map(|hidden| {
        let message = hidden.to_owned();
        let note = Diagnostic { message, location: None, severity: "INFO", code: None, suggestions: Vec::new() };
        format!("{}\n{}", if is_first { "" } else { "," }, one_line_of_json(&note))
    });
    format!("{}\n]}}\n", hidden.unwrap_or_default())
}

pub(super) fn print(finding: &Finding<'_>) -> String {
    let site = finding.site();
    let here = site.map(|site| site.sheet.path.as_str());
    // A suggestion is for the file of its finding.
    let edits = finding.edits.iter().flatten().filter(|edit| Some(edit.site.sheet.path.as_str()) == here);
    one_line_of_json(&Diagnostic {
        message: finding.lines_and_places().join("\n"),
        location: site.map(|site| Location { path: plain(&site.sheet.path), range: range(site) }),
        severity: if finding.level == Level::Deny { "ERROR" } else { "WARNING" },
        code: Some(Code { value: finding.rule().0 }),
        suggestions: edits.filter_map(|edit| Some(Suggestion { range: range(&edit.site)?, text: edit.text })).collect(),
    })
}

fn range(site: &Site<'_>) -> Option<Range> {
    let (start, end) = site.positions()?;
    let position = |Position { line, byte_column, .. }| LineAndColumn { line, column: byte_column };
    Some(Range { start: position(start), end: position(end) })
}
