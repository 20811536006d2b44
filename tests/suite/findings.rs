//! Findings in every format, against the schemas of the formats, and the fixes that they bring.

use std::{fs, path::Path};

use rapporteur::{
    check::{self, Options, Summary},
    report::{Format, Look},
};
use rapporteur_corpus::{checking::Safety, document::Document, reading, record_file};
use serde_json::Value;

use crate::support::at;

const ARTICLE: &str = "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\n\nThe leaders met on Thursday.\n";

/// A folder with something wrong in every way that a report has to show, hostile words among it.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    let record = |text: &str, id: &str| record_file::print(&reading::read(&Document::parse(text), id).record);
    write("a, b: 100%.txt", b"one\ntw\xff");
    write("bom.txt", b"\xef\xbb\xbfab\xff\x1b[31m\r\n");
    write("emoji.txt", "Leaders meet\n\n😀 e\u{301} We agree,” she said \u{1b}[31m\u{202e}[link](x).\n".as_bytes());
    write("renamed.txt", ARTICLE.as_bytes());
    write("renamed.record.json", record(ARTICLE, "old\u{9b}::error::\r\n%0A").as_bytes());
    write("edited.txt", ARTICLE.replace("met", "met again").as_bytes());
    write("edited.record.json", record(ARTICLE, "edited").as_bytes());
    write("loose.txt", ARTICLE.as_bytes());
    write("loose.record.json", record(ARTICLE, "loose").replace(": ", ":  ").as_bytes());
    write("none.record.json", b"{ \"schema\": \"\xc2\x9b\" }");
    folder
}

fn run(folder: &Path, format: Format, options: Options) -> (String, Summary) {
    let mut out = Vec::new();
    let look = Look { format, ..Look::default() };
    let summary = check::check(&[folder.to_owned()], &Options { look, ..options }, &mut out).unwrap();
    (String::from_utf8(out).unwrap(), summary)
}

fn json(folder: &Path, format: Format, options: Options) -> Value {
    let (out, _) = run(folder, format, options);
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}"))
}

fn assert_valid(schema: &str, report: &Value) {
    let schema: Value = serde_json::from_slice(&fs::read(at(schema)).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(report).map(|error| format!("{}: {error}", error.instance_path)).collect();
    assert_eq!(errors, [""; 0]);
}

/// Characters that no format may hold as they are, whatever it means by them.
fn assert_safe(report: &str) {
    let is_unsafe = |character: char| {
        (character.is_control() && character != '\n') || ('\u{202a}'..='\u{202e}').contains(&character)
    };
    assert!(!report.contains(is_unsafe), "{report:?}");
}

#[test]
fn every_format_fits_its_schema_and_hides_nothing_unsafe() {
    let folder = folder();
    let schemas = [
        (Format::Json, "docs/findings.schema.json"),
        (Format::Sarif, "tests/schemas/sarif-2.1.0.json"),
        (Format::Rdjson, "tests/schemas/rdjson.json"),
    ];
    for (format, schema) in schemas {
        for most in [None, Some(0), Some(1)] {
            assert_valid(schema, &json(folder.path(), format, Options { most, ..Options::default() }));
        }
        let empty = tempfile::tempdir().unwrap();
        assert_valid(schema, &json(empty.path(), format, Options::default()));
    }
    for format in [Format::Human, Format::Json, Format::Sarif, Format::Github, Format::Rdjson] {
        assert_safe(&run(folder.path(), format, Options::default()).0);
    }
}

/// The one finding of a rule in a report.
fn of<'r>(report: &'r Value, list: &str, is_it: impl Fn(&Value) -> bool) -> &'r Value {
    let found: Vec<&Value> =
        report.pointer(list).unwrap().as_array().unwrap().iter().filter(|one| is_it(one)).collect();
    assert_eq!(found.len(), 1, "{report:#}");
    found[0]
}

#[test]
fn positions_are_in_the_units_of_each_format() {
    let folder = folder();
    let report = json(folder.path(), Format::Json, Options::default());
    let finding = of(&report, "/findings", |one| one["rule"] == "unopened-quotation");
    let label = &finding["labels"][0];
    let numbers = |names: [&str; 6]| names.map(|name| label[name].as_u64().unwrap());
    // Before the mark: an emoji, an e with a combining accent, and eleven letters, blanks and stops of ASCII.
    assert_eq!(numbers(["start", "end", "line", "column", "utf16_column", "byte_column"]), [32, 35, 3, 15, 16, 19]);
    assert_eq!(
        numbers(["end_line", "end_column", "end_utf16_column", "end_byte_column", "start", "line"]),
        [3, 16, 17, 22, 32, 3]
    );

    let report = json(folder.path(), Format::Sarif, Options::default());
    let result = of(&report, "/runs/0/results", |one| one["ruleId"] == "A010");
    let region = &result["locations"][0]["physicalLocation"]["region"];
    let numbers = ["startLine", "startColumn", "endColumn", "byteOffset", "byteLength"]
        .map(|name| region[name].as_u64().unwrap());
    assert_eq!(numbers, [3, 16, 17, 32, 3]);
    assert_eq!(report["runs"][0]["columnKind"], "utf16CodeUnits");
    let rule =
        &report["runs"][0]["tool"]["driver"]["rules"][usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
    assert_eq!((&rule["id"], &rule["name"]), (&"A010".into(), &"UnopenedQuotation".into()));
    // A mark of byte order is no column of the first line, and it is three bytes of the file.
    let result = of(&report, "/runs/0/results", |one| {
        let uri = &one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        one["ruleId"] == "A003" && uri.as_str().unwrap().ends_with("/bom.txt")
    });
    let region = &result["locations"][0]["physicalLocation"]["region"];
    let numbers = ["startLine", "startColumn", "byteOffset"].map(|name| region[name].as_u64().unwrap());
    assert_eq!(numbers, [1, 3, 5]);

    let report = json(folder.path(), Format::Rdjson, Options::default());
    let found = of(&report, "/diagnostics", |one| one["code"]["value"] == "unopened-quotation");
    let start = &found["location"]["range"]["start"];
    assert_eq!((start["line"].as_u64(), start["column"].as_u64()), (Some(3), Some(19)));
}

#[test]
fn workflow_commands_cannot_be_forged() {
    let folder = folder();
    let (out, _) = run(folder.path(), Format::Github, Options::default());
    let commands: Vec<&str> = out.lines().filter(|line| line.starts_with("::")).collect();
    assert!(out.lines().count() == commands.len() + 1, "all else is the summary: {out}");
    let bad = commands.iter().find(|line| line.contains("not-utf8")).unwrap();
    assert!(bad.contains("a%2C b%3A 100%25.txt,line=2,endLine=2,col=3,"), "{bad}");
    assert!(bad.contains(",title=not-utf8 (A003)::the article is not UTF-8 from byte 6 on%0A"), "{bad}");
    let renamed = commands.iter().find(|line| line.contains("id-is-not-the-name")).unwrap();
    assert!(renamed.contains("`old\\u{9b}::error::\\r%0A%250A`"), "{renamed}");
}

#[test]
fn a_limit_hides_findings_and_changes_no_count() {
    let folder = folder();
    let (_, all) = run(folder.path(), Format::Human, Options::default());
    for format in [Format::Human, Format::Json, Format::Sarif, Format::Github, Format::Rdjson] {
        let (out, summary) = run(folder.path(), format, Options { most: Some(2), ..Options::default() });
        assert_eq!(summary.counts, all.counts);
        let hidden = all.counts.denied + all.counts.warned - 2;
        let told = match format {
            Format::Json => format!("\"hidden\":{hidden}}}"),
            _ => format!("{hidden} more findings not shown; `--max-findings` sets how many are"),
        };
        assert!(out.contains(&told), "{out}");
    }
}

#[test]
fn what_is_found_is_compared_and_its_fix_is_told() {
    let folder = folder();
    let (out, summary) = run(folder.path(), Format::Human, Options::default());
    let finding = out.split("\n\n").find(|finding| finding.contains("[id-is-not-the-name]")).unwrap();
    let ending = [
        "= expected: renamed",
        "= found: old\\u{9b}::error::\\r\\n%0A",
        "= help: let the id be `renamed`",
        "= fix: let the id be `renamed` (`--fix`)",
    ];
    let lines: Vec<&str> = finding.lines().map(str::trim).collect();
    assert!(lines.ends_with(&ending), "{finding}");
    assert_eq!((summary.counts.fixable, summary.counts.fixable_unsafe), (3, 0), "{out}");
    assert!(out.contains("; `--fix` would mend 3; took "), "{out}");

    let report = json(folder.path(), Format::Json, Options::default());
    let finding = of(&report, "/findings", |one| one["rule"] == "id-is-not-the-name");
    assert_eq!((&finding["expected"], &finding["fix"]["safety"]), (&"renamed".into(), &"safe".into()));
    let edit = &finding["fix"]["edits"][0];
    let json = fs::read_to_string(folder.path().join("renamed.record.json")).unwrap();
    let range = ["start", "end"].map(|end| usize::try_from(edit[end].as_u64().unwrap()).unwrap());
    assert_eq!(&json[range[0]..range[1]], "  \"id\": \"old\\u009b::error::\\r\\n%0A\",\n");
    assert_eq!(edit["text"], "  \"id\": \"renamed\",\n");
    let replacement = of(&self::json(folder.path(), Format::Sarif, Options::default()), "/runs/0/results", |one| {
        one["ruleId"] == "F010"
    })["fixes"][0]["artifactChanges"][0]["replacements"][0]
        .clone();
    assert_eq!(replacement["deletedRegion"]["byteOffset"].as_u64(), edit["start"].as_u64());
    assert_eq!(replacement["insertedContent"]["text"], "  \"id\": \"renamed\",\n");
}

#[test]
fn fixing_mends_the_files_and_reports_what_is_left() {
    let folder = folder();
    let fix = || Options { fix: Some(Safety::Safe), ..Options::default() };
    let (out, summary) = run(folder.path(), Format::Human, fix());
    assert_eq!((summary.counts.fixed, summary.counts.fixable), (3, 0), "{out}");
    assert!(out.contains("; fixed 3; took "), "{out}");
    for (name, text) in [
        ("renamed", ARTICLE.to_owned()),
        ("loose", ARTICLE.to_owned()),
        ("edited", ARTICLE.replace("met", "met again")),
    ] {
        let json = fs::read_to_string(folder.path().join(format!("{name}.record.json"))).unwrap();
        assert_eq!(json, record_file::print(&reading::read(&Document::parse(&text), name).record));
    }
    let names = |folder: &Path| fs::read_dir(folder).unwrap().count();
    assert_eq!(names(folder.path()), names(self::folder().path()), "no temporary file is left");
    let (again, summary) = run(folder.path(), Format::Human, fix());
    assert_eq!(summary.counts.fixed, 0, "{again}");
}

#[test]
fn what_records_allow_is_counted_only() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Leaders meet\nPublished: 03/04/2025\nThe leaders met.\n";
    fs::write(folder.path().join("a.txt"), text).unwrap();
    let record = record_file::print(&reading::read(&Document::parse(text), "a").record);
    let allowing = |rule: &str| {
        record.replace("\"allow\": []", &format!("\"allow\": [{{\"rule\": \"{rule}\", \"reason\": \"it is so\"}}]"))
    };
    let check = |record: &str| {
        fs::write(folder.path().join("a.record.json"), record).unwrap();
        run(folder.path(), Format::Human, Options { fix: Some(Safety::Safe), ..Options::default() })
    };
    let (out, summary) = check(&record);
    assert_eq!((summary.counts.warned, summary.counts.allowed), (1, 0), "{out}");
    let (out, summary) = check(&allowing("ambiguous-date"));
    assert_eq!((summary.counts.denied, summary.counts.warned, summary.counts.allowed), (0, 0, 1), "{out}");
    assert!(out.contains("found 0 errors, 0 warnings, 1 allowed in records"), "{out}");
    let (out, _) = check(&allowing("ambiguos-date"));
    assert!(out.contains("error[allow-unknown-rule]: there is no rule `ambiguos-date`"), "{out}");
    assert!(out.contains("= help: did you mean `ambiguous-date`?"), "{out}");
}
