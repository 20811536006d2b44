use rapporteur_model::Record;

use super::super::{Example, Findings, Fix, Level, Place, Rule, Step, Subject};

/// A record does not call itself what its article is called.
pub(super) static RULE: Rule = Rule {
    name: "id-is-not-the-name",
    code: "F010",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A record does not call itself what its article is called",
    explanation: "A record's `id` is the name of its article's file without the extension.\n\
        Where it is another, tables made from several records name an article that nobody finds.\n\
        The usual cause is a renamed file: `rapporteur accept` corrects the id of the reader's own record, `rapporteur accept --reviewed` that of a reviewed one.",
    examples: &[
        Example { accepted: true, title: "an id that is the name", steps: &[] },
        Example { accepted: false, title: "the id of another article", steps: &[Step::Set("/id", r#""other""#)] },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(file) = subject.record_file() else { return };
    let (id, name) = (&file.record.id, subject.id());
    if id != name {
        findings
            .report(
                Place::RecordPointer("/id".to_owned()),
                format!("the record calls itself `{id}`, and its article is `{name}`"),
            )
            .expected(name)
            .found(id)
            .help(format!("let the id be `{name}`"));
        let record = Record { id: name.to_owned(), ..file.record.clone() };
        findings.fix(Fix::rewriting(file, record, format!("let the id be `{name}`")));
    }
}
