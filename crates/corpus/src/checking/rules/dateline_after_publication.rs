use rapporteur_model::Date;

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::days_after};

/// The day of a dateline lies after publication.
pub(super) static RULE: Rule = Rule {
    name: "dateline-after-publication",
    code: "A014",
    level: Level::Warn,
    since: "0.1.0",
    summary: "The day of a dateline lies after publication",
    explanation: "A dateline says where and on which day a report was filed, so it cannot be later than the day on which it was published, save by a day where the two are in different zones.\n\
        One of the two dates is wrong, or the stamp belongs to another article.",
    examples: &[
        Example {
            accepted: true,
            title: "the same day",
            steps: &[
                Step::Article(
                    "Leaders meet\nPublished: 9 May 2024, 10:00\nOSLO, May 9 (Nordlys) -- The leaders met.\n"
                        .as_bytes(),
                ),
                Step::NoRecord,
            ],
        },
        Example {
            accepted: true,
            title: "the last day of the year before",
            steps: &[
                Step::Article(
                    "Leaders meet\nPublished: 1 Jan. 2024, 10:00\nOSLO, Dec. 31 (Nordlys) -- The leaders met.\n"
                        .as_bytes(),
                ),
                Step::NoRecord,
            ],
        },
        Example {
            accepted: false,
            title: "three days later",
            steps: &[
                Step::Article(
                    "Leaders meet\nPublished: 9 May 2024, 10:00\nOSLO, May 12 (Nordlys) -- The leaders met.\n"
                        .as_bytes(),
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
    let (Some(filed), Some(published)) = (head.dateline_day, head.published) else { return };
    let Some(day) = published.value.date() else { return };
    let years = match filed.year {
        Some(year) => year..=year,
        None => day.year().saturating_sub(1)..=day.year().saturating_add(1),
    };
    let dates = years.filter_map(|year| Date::new(year, filed.month, filed.day).ok());
    let Some(days) = dates.map(|date| days_after(date, day)).min_by_key(|days| days.abs()) else { return };
    if days > 1 {
        findings
            .report(Place::ArticleSpan(filed.span), format!("this day lies {days} days after publication"))
            .also(Place::ArticleSpan(published.day_span), "published here")
            .help("compare the article with where it came from");
    }
}
