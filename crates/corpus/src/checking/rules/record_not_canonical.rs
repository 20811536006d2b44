use super::super::{Example, Findings, Fix, Level, Place, Rule, Step, Subject, diagnostic::short};
use crate::record_file;

/// The record is not printed in the canonical form.
pub(super) static RULE: Rule = Rule {
    name: "record-not-canonical",
    code: "F007",
    level: Level::Deny,
    since: "0.1.0",
    summary: "The record is not printed in the canonical form",
    explanation: "A record has one printed form, byte for byte; `docs/record.md` describes it.\n\
        So differences between two versions of a file are differences in what they say, and no byte changes unnoticed.\n\
        The usual cause is an edit by hand or by another tool: `rapporteur accept --reviewed` prints the file anew, and `rapporteur accept` does so for the reader's own records.",
    examples: &[
        Example { accepted: true, title: "the canonical form", steps: &[] },
        Example { accepted: false, title: "a blank at the end of a line", steps: &[Step::Replace(",\n", ", \n")] },
        Example { accepted: false, title: "an escape that is not needed", steps: &[Step::Replace("Tom", "\\u0054om")] },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    // What nothing knows is not printed, and is a finding of its own.
    let Some(file) = subject.record_file().filter(|file| !file.is_canonical && file.unknown.is_empty()) else { return };
    let Some(found) = subject.record_text() else { return };
    let canonical = record_file::print(file.record);
    let same = found.bytes().zip(canonical.bytes()).take_while(|(one, other)| one == other).count();
    let start = found[..found.floor_char_boundary(same)].rfind('\n').map_or(0, |end| end + 1);
    let line = |text: &str| match text.get(start..).and_then(|rest| rest.split('\n').next()) {
        Some(line) => format!("`{}`", short(line)),
        None => "the end of the file".to_owned(),
    };
    let (expected, there) = (line(&canonical), line(found));
    let finding =
        findings.report(Place::RecordByte(start), "the record is not printed in the canonical form from this line on");
    // Two long lines may differ only behind what is shown of them.
    if expected != there {
        finding.expected(expected).found(there);
    }
    finding.help("`rapporteur accept` prints the file anew, with `--reviewed` if a person edited it");
    findings.fix(Fix::rewriting(file, file.record.clone(), "print the record in its canonical form"));
}
