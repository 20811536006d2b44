use rapporteur_model::{Anchored, Basis};

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};
use crate::record_file::Path;
/// A stated name, title or place is not what its words say.
pub(super) static RULE: Rule = Rule {
    name: "value-is-not-the-words",
    code: "C008",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A stated name, title or place is not what its words say",
    explanation: "The value of a stated name, title, headline, byline, venue, place or event is its words, with each run of blanks as one; capitals may differ, and a title may be the singular of its words.\n\
        Where the two differ, one of them was edited and the other forgotten.\n\
        Correct the value, or the words; a value that was concluded from its words has the basis `resolved` or `inferred`, and the rule by which.\n\
        A region may be its code.",
    examples: &[
        Example { accepted: true, title: "a name as it is printed", steps: &[] },
        Example {
            accepted: true,
            title: "a region by its code",
            steps: &[Step::Edit(
                "/summits/0/region",
                r#"{ "value": "NO-03", "text": "Oslo", "nth": 2, "basis": "stated" }"#,
            )],
        },
        Example {
            accepted: false,
            title: "another first name",
            steps: &[Step::Edit("/people/0/name/value", r#""Ida Quill""#)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    let mut compare = |path: &Path<'_>, stated: Option<&Anchored<String>>| {
        let Some((value, anchor)) = stated.and_then(|stated| Some((stated.value(), stated.anchor()?))) else { return };
        let is_same = || value == &anchor.text || says(&anchor.text, value);
        if anchor.basis() == Basis::Stated && !is_same() {
            let finding = findings.report(
                Place::RecordPointer(path.key("value").to_string()),
                "this value is not what its words say, though they state it",
            );
            show(finding, subject, anchor.span, "the words");
            finding.help("correct the value or the words, or name the rule that led from them to it");
        }
    };
    let root = Path::Root;
    let (article, people, summits) = (root.key("article"), root.key("people"), root.key("summits"));
    compare(&article.key("headline"), record.article.headline.as_ref());
    compare(&article.key("dateline"), record.article.dateline.as_ref());
    compare(&article.key("byline"), record.article.byline.as_ref());
    for (index, person) in record.people.iter().enumerate() {
        let path = people.item(index);
        compare(&path.key("name"), person.name.as_ref());
        let offices = path.key("offices");
        for (index, office) in person.offices.iter().enumerate() {
            compare(&offices.item(index).key("title"), Some(&office.title));
        }
    }
    for (index, summit) in record.summits.iter().enumerate() {
        let path = summits.item(index);
        compare(&path.key("venue"), summit.venue.as_ref());
        compare(&path.key("locality"), summit.locality.as_ref());
        compare(&path.key("host_event"), summit.host_event.as_ref());
        let participants = path.key("participants");
        for (index, participant) in summit.participants.iter().enumerate() {
            compare(&participants.item(index).key("organization"), participant.organization.as_ref());
        }
    }
}

/// Whether the words are the value, but for blanks and capitals, or its plural, as "presidents" gives two people the
/// title "president".
fn says(words: &str, value: &str) -> bool {
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let (words, value) = (folded(words), folded(value));
    words.strip_prefix(value.as_str()).is_some_and(|rest| matches!(rest, "" | "s"))
}
