//! Workflow commands, by which GitHub shows findings beside the lines of a pull request.

use std::fmt::Write as _;

use rapporteur_corpus::checking::Level;

use super::{Finding, plain};
use crate::{check::Summary, escape};

pub(super) fn print(finding: &Finding<'_>) -> String {
    let command = if finding.level == Level::Deny { "error" } else { "warning" };
    let (rule, code) = finding.rule();
    let mut out = format!("::{command} ");
    // Writing to a string cannot fail.
    if let Some(site) = finding.site() {
        let _ = write!(out, "file={},", property(plain(&site.sheet.path)));
        if let Some((from, to)) = site.positions_without_mark() {
            let _ = write!(out, "line={},endLine={},", from.line, to.line);
            // Columns are only taken where the line is one.
            if from.line == to.line {
                let _ = write!(out, "col={},endColumn={},", from.utf16_column, to.utf16_column);
            }
        }
    }
    let _ = writeln!(
        out,
        "title={}::{}",
        property(&format!("{rule} ({code})")),
        data(&finding.lines_and_places().join("\n"))
    );
    out
}

pub(super) fn tail(summary: &Summary, hidden: Option<&str>) -> String {
    let mut out = String::new();
    if let Some(hidden) = hidden {
        let _ = writeln!(out, "::notice title=rapporteur::{}", data(hidden));
    }
    let _ = writeln!(out, "{summary}");
    out
}

/// Words as the value of a property.
fn property(words: &str) -> String {
    data(words).replace(':', "%3A").replace(',', "%2C")
}

/// Words as a message, which may have several lines. A line that begins a command of its own cannot come of them.
fn data(words: &str) -> String {
    escape::lines(&words.replace('%', "%25")).replace('\n', "%0A")
}
