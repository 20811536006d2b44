use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::days_after};
use crate::document::Moment;
/// An article was changed before it was published.
pub(super) static RULE: Rule = Rule {
    name: "updated-before-published",
    code: "A012",
    level: Level::Warn,
    since: "0.1.0",
    summary: "An article was changed before it was published",
    explanation: "The stamp that says when the article was last changed lies before the one that says when it was published.\n\
        Stamps of different zones are compared by the day, and may lie a day apart.\n\
        One of the two is wrong, or the labels were exchanged: compare the article with where it came from.",
    examples: &[
Example { accepted: true, title: "changed later on the day", steps: &[Step::Article("Leaders meet\nPublished: 9 May 2024, 10:00\nUpdated: 9 May 2024, 11:30\nThe leaders met.\n".as_bytes()), Step::NoRecord] },
Example { accepted: true, title: "changed on the day before in another zone", steps: &[Step::Article("Leaders meet\nPublished: 9 May 2024, 01:00 KST\nUpdated: 8 May 2024, 19:00 GMT\nThe leaders met.\n".as_bytes()), Step::NoRecord] },
Example { accepted: false, title: "changed an hour before", steps: &[Step::Article("Leaders meet\nPublished: 9 May 2024, 10:00\nUpdated: 9 May 2024, 09:00\nThe leaders met.\n".as_bytes()), Step::NoRecord] },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let (Some(text), Some(document)) = (subject.text(), subject.document()) else { return };
    let head = document.head();
    let (Some(published), Some(updated)) = (head.published, head.updated) else { return };
    let (Some(published_day), Some(updated_day)) = (published.value.date(), updated.value.date()) else { return };
    let zone = |moment: Moment| moment.zone.and_then(|zone| zone.slice(text));
    let is_before = if zone(published) == zone(updated) {
        match (updated.value.time_of_day(), published.value.time_of_day()) {
            (Some(updated_time), Some(published_time)) => (updated_day, updated_time) < (published_day, published_time),
            _ => updated_day < published_day,
        }
    } else {
        days_after(published_day, updated_day) > 1
    };
    if is_before {
        findings
            .report(Place::ArticleSpan(updated.span), "the article was changed before it was published")
            .also(Place::ArticleSpan(published.span), "published here")
            .help("compare the article with where it came from");
    }
}
