use memchr::memmem;
use rapporteur_model::Span;

use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    diagnostic::short,
    walk::{Misfit, misfits},
};

/// Other words stand where a span points.
pub(super) static RULE: Rule = Rule {
    name: "text-is-not-the-slice",
    code: "B005",
    level: Level::Deny,
    since: "0.1.0",
    summary: "Other words stand where a span points",
    explanation: "Each span of a record carries its words, and they are those that stand there in the article, byte for byte: quotation marks, blanks and capitals included.\n\
        This is what lets a reader trust a record without opening the article, and what shows that offsets and words were not changed apart.\n\
        If the words are right, delete the offsets and let `rapporteur accept --reviewed` find them; if the offsets are right, copy the words from the article.",
    examples: &[
        Example { accepted: true, title: "the words as they stand", steps: &[] },
        Example {
            accepted: false,
            title: "a straight mark for a curly one",
            steps: &[Step::Set("/statements/1/parts/0/text", r#""“We do,\"""#)],
        },
        Example {
            accepted: false,
            title: "the words stand elsewhere",
            steps: &[Step::Set("/statements/1/cue/start", "0"), Step::Set("/statements/1/cue/end", "7")],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    misfits(subject, Misfit::OtherWords, &mut |path, span, words| {
        let (text, words) = (subject.text().unwrap_or_default(), words.unwrap_or_default());
        // The search reads the whole article, so it is made only for findings that will be seen.
        let elsewhere = if findings.has_room() { only_place(text, words) } else { None };
        let there = span.slice(text).unwrap_or_default();
        let finding = findings.report(
            Place::RecordPointer(path.to_string()),
            format!("the record has `{}`, but `{}` stands at {span}", short(words), short(there)),
        );
        finding
            .expected(short(there))
            .found(short(words))
            .label("these words")
            .also(Place::ArticleSpan(span), "stands here");
        if let Some(place) = elsewhere {
            finding.also(Place::ArticleSpan(place), format!("the words of the record stand here, at {place}"));
        }
        finding.help("delete `start` and `end`, and `rapporteur accept --reviewed` finds the words; or correct `text`");
    });
}

/// Where the words stand, if that is one place.
fn only_place(text: &str, words: &str) -> Option<Span> {
    if words.is_empty() {
        return None;
    }
    let mut places = memmem::find_iter(text.as_bytes(), words);
    let start = u32::try_from(places.next()?).ok()?;
    let end = start.checked_add(u32::try_from(words.len()).ok()?)?;
    if places.next().is_none() { Span::new(start, end).ok() } else { None }
}
