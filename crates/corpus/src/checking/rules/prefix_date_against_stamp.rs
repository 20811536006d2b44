use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::days_after};

/// The date before the headline is not the day of publication.
pub(super) static RULE: Rule = Rule {
    name: "prefix-date-against-stamp",
    code: "A013",
    level: Level::Warn,
    since: "0.1.0",
    summary: "The date before the headline is not the day of publication",
    explanation: "Whoever collected the text put a date before the headline, and the article itself says that it was published on another day.\n\
        The two may lie a day apart, since collector and newspaper may count in different zones.\n\
        The published line is believed; but the text may stand under the wrong date in its collection, or the stamp may belong to another article.",
    examples: &[
        Example {
            accepted: true,
            title: "the same day",
            steps: &[
                Step::Article(
                    " date 2024-05-09 Leaders meet\nPublished: 9 May 2024, 10:00\nThe leaders met.\n".as_bytes(),
                ),
                Step::NoRecord,
            ],
        },
        Example {
            accepted: true,
            title: "the day after, in another zone",
            steps: &[
                Step::Article(
                    " date 2024-05-10 Leaders meet\nPublished: 9 May 2024, 23:00\nThe leaders met.\n".as_bytes(),
                ),
                Step::NoRecord,
            ],
        },
        Example {
            accepted: false,
            title: "another month",
            steps: &[
                Step::Article(
                    " date 2024-06-09 Leaders meet\nPublished: 9 May 2024, 10:00\nThe leaders met.\n".as_bytes(),
                ),
                Step::NoRecord,
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(document) = subject.document() else { return };
    let head = document.head();
    let (Some(prefix), Some(published)) = (head.prefix_date, head.published) else { return };
    let (Some(collected), Some(day)) = (prefix.value.date(), published.value.date()) else { return };
    let days = days_after(collected, day);
    if days.abs() > 1 {
        let side = if days > 0 { "after" } else { "before" };
        findings
            .report(
                Place::ArticleSpan(prefix.span),
                format!("this date lies {} days {side} that of publication", days.abs()),
            )
            .also(Place::ArticleSpan(published.day_span), "published here")
            .help("compare the article with where it came from; the published line is believed");
    }
}
