//! SARIF 2.1.0, the form of findings that code scanning reads.

use std::{collections::BTreeMap, fmt::Write as _};

use rapporteur_corpus::checking::{self, Level, Place};
use serde::Serialize;

use super::{Finding, Site, one_line_of_json, pointer};
use crate::check::Summary;

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    name: String,
    short_description: Text,
    full_description: Text,
    help: Help,
    default_configuration: Configuration,
    properties: Named,
}

#[derive(Serialize)]
struct Named {
    /// The name by which users know the rule.
    name: &'static str,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: &'static str,
}

#[derive(Serialize)]
struct Configuration {
    enabled: bool,
    level: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultOf<'a> {
    rule_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'a str,
    message: Text,
    locations: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    partial_fingerprints: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<FixOf<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(rename = "physicalLocation")]
    physical: PhysicalLocation<'a>,
    #[serde(rename = "logicalLocations", skip_serializing_if = "Vec::is_empty")]
    logical: Vec<LogicalLocation<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation<'a> {
    fully_qualified_name: &'a str,
    kind: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation<'a> {
    artifact_location: ArtifactLocation<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct ArtifactLocation<'a> {
    uri: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    byte_offset: usize,
    byte_length: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FixOf<'a> {
    description: Text,
    artifact_changes: Vec<Change<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    artifact_location: ArtifactLocation<'a>,
    replacements: Vec<ReplacementOf<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReplacementOf<'a> {
    deleted_region: Region,
    inserted_content: Inserted<'a>,
}

#[derive(Serialize)]
struct Inserted<'a> {
    text: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Text,
}

pub(super) fn head() -> String {
    let rules = checking::rules().iter().map(|rule| Descriptor {
        id: rule.code,
        name: rule.name.split('-').map(capitalized).collect(),
        short_description: Text { text: format!("{}.", rule.summary.replace('`', "")) },
        full_description: Text { text: rule.explanation.replace('`', "") },
        help: Help { text: rule.explanation.replace('`', ""), markdown: rule.explanation },
        default_configuration: Configuration { enabled: rule.level > Level::Allow, level: level(rule.level) },
        properties: Named { name: rule.name },
    });
    let driver = Driver { name: "rapporteur", version: env!("CARGO_PKG_VERSION"), rules: rules.collect() };
    let driver = one_line_of_json(&driver);
    format!(
        "{{\"$schema\": \"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\", \
         \"version\": \"2.1.0\", \"runs\": [{{\"tool\": {{\"driver\": {driver}}}, \
         \"columnKind\": \"utf16CodeUnits\", \"newlineSequences\": [\"\\r\\n\", \"\\n\", \"\\r\"], \"results\": ["
    )
}

pub(super) fn tail(summary: &Summary, hidden: Option<&str>) -> String {
    let note = |level, text: String| Notification { level, message: Text { text } };
    let mut notes: Vec<Notification> =
        summary.troubles.iter().map(|trouble| note("error", trouble.to_string())).collect();
    notes.extend(hidden.map(|hidden| note("note", hidden.to_owned())));
    let invocation =
        Invocation { execution_successful: summary.troubles.is_empty(), tool_execution_notifications: notes };
    format!("\n], \"invocations\": [{}]}}]}}\n", one_line_of_json(&invocation))
}

pub(super) fn print(finding: &Finding<'_>) -> String {
    let (_, code) = finding.rule();
    let (primary, related): (Vec<_>, Vec<_>) = finding.labels.iter().partition(|(label, _)| label.primary);
    let fixes = finding.fix.zip(finding.edits.as_ref()).map(|(fix, edits)| {
        let mut changes: Vec<Change<'_>> = Vec::new();
        for edit in edits {
            let Some(deleted_region) = region(&edit.site) else { continue };
            let replacement = ReplacementOf { deleted_region, inserted_content: Inserted { text: edit.text } };
            let uri = edit.site.sheet.uri.as_str();
            match changes.iter_mut().find(|change| change.artifact_location.uri == uri) {
                Some(change) => change.replacements.push(replacement),
                None => changes
                    .push(Change { artifact_location: ArtifactLocation { uri }, replacements: vec![replacement] }),
            }
        }
        FixOf { description: Text { text: text(&fix.title) }, artifact_changes: changes }
    });
    one_line_of_json(&ResultOf {
        rule_id: code,
        rule_index: finding.rule.and_then(|rule| checking::rules().iter().position(|other| *other == rule)),
        level: level(finding.level),
        message: Text { text: text(&finding.lines().join("\n")) },
        locations: primary.into_iter().map(|labelled| located(None, labelled)).collect(),
        related_locations: related
            .into_iter()
            .enumerate()
            .map(|(index, labelled)| located(Some(index), labelled))
            .collect(),
        partial_fingerprints: BTreeMap::from([("rapporteurPlace/v1", fingerprint(finding))]),
        fixes: fixes.into_iter().filter(|fix| !fix.artifact_changes.is_empty()).collect(),
    })
}

fn located<'l>(id: Option<usize>, (label, site): &'l (&checking::Label, Site<'_>)) -> Location<'l> {
    let value = pointer(&label.place).filter(|pointer| !pointer.is_empty());
    Location {
        id,
        physical: PhysicalLocation {
            artifact_location: ArtifactLocation { uri: &site.sheet.uri },
            region: region(site),
        },
        logical: value
            .map(|value| LogicalLocation { fully_qualified_name: value, kind: "value" })
            .into_iter()
            .collect(),
        message: (id.is_some() && !label.text.is_empty()).then(|| Text { text: text(&label.text) }),
    }
}

fn region(site: &Site<'_>) -> Option<Region> {
    let range = site.range.as_ref()?;
    let (start, end) = site.positions_without_mark()?;
    Some(Region {
        start_line: start.line,
        start_column: start.utf16_column,
        end_line: end.line,
        end_column: end.utf16_column,
        byte_offset: range.start,
        byte_length: range.len(),
    })
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Deny => "error",
        Level::Warn => "warning",
        Level::Allow => "none",
    }
}

/// Words of others in a message, in which brackets could make a link of them.
fn text(words: &str) -> String {
    words.replace("](", "] (")
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}

/// A path as a relative reference or, where it is absolute, as a file URI.
pub(super) fn uri(path: &[u8]) -> String {
    let mut out = String::with_capacity(path.len());
    if path.starts_with(b"/") {
        out.push_str("file://");
    }
    let path = path.strip_prefix(b"./").filter(|rest| !rest.is_empty()).unwrap_or(path);
    for &byte in path {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            b'\\' if cfg!(windows) => out.push('/'),
            // Writing to a string cannot fail.
            _ => drop(write!(out, "%{byte:02X}")),
        }
    }
    out
}

/// What a finding is known by when lines move: its rule, its file's name, and its value or its words.
fn fingerprint(finding: &Finding<'_>) -> String {
    let mut hash = Fnv::default();
    hash.add(finding.rule().1.as_bytes());
    if let Some((label, site)) = finding.labels.first() {
        hash.add(site.sheet.path.rsplit(['/', '\\']).next().unwrap_or_default().as_bytes());
        match (&label.place, &site.range) {
            (Place::RecordPointer(pointer), _) => hash.add(pointer.as_bytes()),
            (Place::ArticleSpan(_), Some(range)) => hash.add(site.sheet.bytes.get(range.clone()).unwrap_or_default()),
            _ => {}
        }
    }
    format!("{:016x}", hash.0)
}

/// FNV-1a of 64 bits, which is the same on every machine and in every version.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes.iter().chain(&[0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
