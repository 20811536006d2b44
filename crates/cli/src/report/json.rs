//! The form that `docs/findings.md` describes.

use rapporteur_corpus::checking::Level;
use serde::Serialize;

use super::{Finding, Site, one_line_of_json, pointer};
use crate::check::{Counts, Summary};

/// The name of this form. Members are never given another meaning under it, and new ones may come.
const SCHEMA: &str = "rapporteur.findings/1";

/// What `rapporteur check --format json` prints.
// It is printed piece by piece, as findings come in; the whole is there for its schema.
#[cfg(feature = "schemars")]
#[derive(Serialize, schemars::JsonSchema)]
#[schemars(title = "Findings")]
struct JsonReport<'a> {
    /// `rapporteur.findings/1`.
    schema: &'a str,
    /// What was found, in the order of the files.
    findings: Vec<JsonFinding<'a>>,
    /// What was read, and how much was found in all.
    summary: JsonSummary,
}

/// What is wrong, where, and how to mend it.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
struct JsonFinding<'a> {
    /// The rule's name.
    rule: &'a str,
    /// The rule's code.
    code: &'a str,
    /// `deny` or `warn`.
    level: JsonLevel,
    /// What is wrong, in one sentence without a stop.
    message: &'a str,
    /// The places that it is about, the primary one first.
    labels: Vec<JsonLabel<'a>>,
    /// What should stand there, where two things were compared.
    expected: Option<&'a str>,
    /// What stands there instead.
    found: Option<&'a str>,
    /// What else is worth knowing.
    notes: &'a [String],
    /// How a person mends it.
    help: Option<&'a str>,
    /// How the program mends it, where it can.
    fix: Option<JsonFix<'a>>,
}

/// How much a finding matters.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
enum JsonLevel {
    Deny,
    Warn,
}

/// A place in a file. Offsets are bytes, and lines and columns count from 1; all are null where the whole file is meant.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
struct JsonLabel<'a> {
    /// The file's path, or `-` for standard input.
    file: &'a str,
    /// The JSON pointer of a value of a record.
    pointer: Option<&'a str>,
    /// The first byte.
    start: Option<usize>,
    /// The byte after the last.
    end: Option<usize>,
    /// The line of the first byte.
    line: Option<usize>,
    /// Its column in characters.
    column: Option<usize>,
    /// Its column in UTF-16 code units.
    utf16_column: Option<usize>,
    /// Its column in bytes.
    byte_column: Option<usize>,
    /// The line of the end.
    end_line: Option<usize>,
    /// The column of the end in characters: the one after the last.
    end_column: Option<usize>,
    /// The column of the end in UTF-16 code units.
    end_utf16_column: Option<usize>,
    /// The column of the end in bytes.
    end_byte_column: Option<usize>,
    /// Whether this is the place of the finding, and not only one that explains it.
    primary: bool,
    /// What is said there; empty where the message says it all.
    text: &'a str,
}

/// How the program mends a finding.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
struct JsonFix<'a> {
    /// `safe` where `--fix` does it, `unsafe` where `--fix --unsafe-fixes` does.
    safety: &'a str,
    /// What it does.
    title: &'a str,
    /// What is replaced; null where an earlier finding has the same fix, which mends this one too.
    edits: Option<Vec<JsonEdit<'a>>>,
}

/// A replacement: the bytes from `start` to `end` of a file give way to `text`.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
struct JsonEdit<'a> {
    /// The file's path.
    file: &'a str,
    /// The first byte; null where the whole file is replaced.
    start: Option<usize>,
    /// The byte after the last.
    end: Option<usize>,
    /// What stands there afterwards.
    text: &'a str,
}

/// What was read, and how much was found in all.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
struct JsonSummary {
    #[serde(flatten)]
    counts: Counts,
    /// Findings that are counted above and were not printed, because there were more than `--max-findings`.
    hidden: usize,
}

pub(super) fn head() -> String {
    format!("{{\"schema\": \"{SCHEMA}\", \"findings\": [")
}

pub(super) fn tail(summary: &Summary, hidden: usize) -> String {
    let summary = one_line_of_json(&JsonSummary { counts: summary.counts, hidden });
    format!("\n], \"summary\": {summary}}}\n")
}

pub(super) fn print(finding: &Finding<'_>) -> String {
    let (rule, code) = finding.rule();
    let fix = finding.fix.map(|fix| JsonFix {
        safety: fix.safety.as_str(),
        title: &fix.title,
        edits: finding.edits.as_ref().map(|edits| {
            let edits = edits.iter().map(|edit| {
                let (start, end) = ends(&edit.site);
                JsonEdit { file: &edit.site.sheet.path, start, end, text: edit.text }
            });
            edits.collect()
        }),
    });
    one_line_of_json(&JsonFinding {
        rule,
        code,
        level: if finding.level == Level::Deny { JsonLevel::Deny } else { JsonLevel::Warn },
        message: finding.message,
        labels: finding.labels.iter().map(|(label, site)| json_label(label, site)).collect(),
        expected: finding.expected,
        found: finding.found,
        notes: finding.notes,
        help: finding.help,
        fix,
    })
}

fn ends(site: &Site<'_>) -> (Option<usize>, Option<usize>) {
    (site.range.as_ref().map(|range| range.start), site.range.as_ref().map(|range| range.end))
}

fn json_label<'l>(label: &'l rapporteur_corpus::checking::Label, site: &'l Site<'_>) -> JsonLabel<'l> {
    let (from, to) = site.positions().map_or((None, None), |(from, to)| (Some(from), Some(to)));
    let (start, end) = ends(site);
    JsonLabel {
        file: &site.sheet.path,
        pointer: pointer(&label.place),
        start,
        end,
        line: from.map(|position| position.line),
        column: from.map(|position| position.column),
        utf16_column: from.map(|position| position.utf16_column),
        byte_column: from.map(|position| position.byte_column),
        end_line: to.map(|position| position.line),
        end_column: to.map(|position| position.column),
        end_utf16_column: to.map(|position| position.utf16_column),
        end_byte_column: to.map(|position| position.byte_column),
        primary: label.primary,
        text: &label.text,
    }
}

/// The JSON Schema of what `rapporteur check --format json` prints.
#[cfg(feature = "schemars")]
pub fn schema() -> serde_json::Value {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<JsonReport<'static>>().to_value()
}
