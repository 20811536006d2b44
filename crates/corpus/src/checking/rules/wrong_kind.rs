use rapporteur_model::{Span, StatementKind};

use super::super::{Example, Findings, Fix, Level, Place, Rule, Step, Subject};

/// A statement's kind does not fit the quotation marks in its parts.
pub(super) static RULE: Rule = Rule {
    name: "wrong-kind",
    code: "C006",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A statement's kind does not fit the quotation marks in its parts",
    explanation: "`kind` says whose words the parts are, and the marks show it: `direct` where every part stands in marks, \
        `mixed` where only some of the words do, `indirect` where none do.\n\
        Words without any marks may be `direct` too, in a transcript or after a colon; a title or a scare quote in marks makes no statement mixed.\n\
        Correct the kind, or the parts.",
    examples: &[
        Example { accepted: true, title: "words in marks, direct", steps: &[] },
        Example {
            accepted: false,
            title: "words in marks, indirect",
            steps: &[Step::Set("/statements/0/kind", r#""indirect""#)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(file) = subject.record_file() else { return };
    let record = file.record;
    let mut mended = Vec::new();
    let Some(document) = subject.document() else { return };
    let is_sound = |span: Span| span.slice(document.text()).is_some();
    let parts: Vec<Vec<Span>> =
        record.statements.iter().map(|statement| statement.parts.iter().map(|part| part.span).collect()).collect();
    let kinds = subject.statement_kinds(&parts);
    for (index, ((statement, parts), marked)) in record.statements.iter().zip(&parts).zip(kinds).enumerate() {
        // A part that lies nowhere is another rule's finding.
        if parts.is_empty() || !parts.iter().copied().all(is_sound) {
            continue;
        }
        let fits = match (statement.kind, marked) {
            (StatementKind::Direct, StatementKind::Direct | StatementKind::Indirect) => true,
            // A turn of a transcript quotes others inside its own words.
            (StatementKind::Direct, StatementKind::Mixed) => statement.cue.is_none(),
            (_, StatementKind::Direct) => false,
            (StatementKind::Mixed, marked) => marked == StatementKind::Mixed,
            (StatementKind::Indirect, _) => true,
        };
        if !fits {
            let help = match marked {
                StatementKind::Direct => "every part stands in marks, which is direct",
                StatementKind::Mixed => "some of the words stand in marks, which is mixed",
                StatementKind::Indirect => "no words stand in marks, which is indirect",
            };
            findings
                .report(
                    Place::RecordPointer(format!("/statements/{index}/kind")),
                    "this kind does not fit the quotation marks in the parts",
                )
                .expected(word(marked))
                .found(word(statement.kind))
                .help(help);
            mended.push((index, marked));
        }
    }
    if !mended.is_empty() {
        let mut record = record.clone();
        for (index, kind) in mended {
            if let Some(statement) = record.statements.get_mut(index) {
                statement.kind = kind;
            }
        }
        findings.fix(Fix::rewriting(file, record, "let the kinds be what the quotation marks say"));
    }
}

fn word(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Direct => "direct",
        StatementKind::Indirect => "indirect",
        StatementKind::Mixed => "mixed",
    }
}
