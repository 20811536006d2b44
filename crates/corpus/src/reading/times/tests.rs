use super::*;
use crate::document::Document;

/// All times of a paragraph that was printed on Thursday, 30 October 2025, one a line: the words, what they say, and by
/// which rule.
fn found(paragraph: &str, future: bool) -> Vec<String> {
    let article = format!("Headline\n\nPublished: 30 Oct. 2025\n\n{paragraph}\n");
    let text = Text::new(&Document::parse(&article));
    let published = Date::new(2025, 10, 30).ok();
    let mut lines = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let (tokens, what) = if let Some(clock) = clock_at(&text, at) {
            let zone = clock.zone.map(|zone| format!(" {}", text.phrase(zone))).unwrap_or_default();
            (clock.tokens, format!("{}{zone}", clock.time))
        } else if let Some(day) = day_at(&text, at) {
            let resolved = resolve(day.day, published, future);
            let date = resolved.map_or("no date".to_owned(), |resolved| {
                format!("{} {}", resolved.date, resolved.rule.unwrap_or("stated"))
            });
            let part = day.part.map(|part| format!(", {part:?}")).unwrap_or_default();
            (day.tokens, format!("{date}{part}"))
        } else if let Some(duration) = duration_at(&text, at) {
            (duration.tokens, format!("{} minutes", duration.minutes))
        } else {
            at += 1;
            continue;
        };
        at = tokens.end;
        lines.push(format!("{}: {what}", text.phrase(tokens)));
    }
    lines
}

fn check(paragraph: &str, expected: &[&str]) {
    assert_eq!(found(paragraph, false), expected, "{paragraph}");
}

#[test]
fn a_weekday_is_the_last_one_not_after_publication() {
    check("They met on Thursday.", &["Thursday: 2025-10-30 weekday-before-publication"]);
    check("They met on Friday evening.", &["Friday evening: 2025-10-24 weekday-before-publication, Evening"]);
}

#[test]
fn a_weekday_of_what_is_to_come_is_the_next_one() {
    let planned = |paragraph| found(paragraph, true);
    assert_eq!(planned("They will meet on Thursday."), ["Thursday: 2025-11-06 weekday-after-publication"]);
    assert_eq!(planned("They will meet on Friday."), ["Friday: 2025-10-31 weekday-after-publication"]);
}

#[test]
fn a_day_without_a_year_is_the_nearest_one() {
    check("They met on Oct. 29.", &["Oct. 29: 2025-10-29 nearest-year"]);
    check("They met on 2 January.", &["2 January: 2026-01-02 nearest-year"]);
    check("They met on Feb. 29.", &["Feb. 29: 2024-02-29 nearest-year"]);
    check("They met on Feb. 30.", &["Feb. 30: no date"]);
}

#[test]
fn a_whole_date_says_itself() {
    check("They met on Sept. 3, 2024.", &["Sept. 3, 2024: 2024-09-03 stated"]);
    check("They met on 3 September 2024.", &["3 September 2024: 2024-09-03 stated"]);
    check("They met on Feb. 30, 2024.", &["Feb. 30, 2024: no date"]);
}

#[test]
fn a_day_of_the_month_is_the_last_one_or_the_next() {
    check("They met on the 17th.", &["the 17th: 2025-10-17 day-of-month"]);
    check("They met on the 31st.", &["the 31st: 2025-08-31 day-of-month"]);
    assert_eq!(found("They will meet on the 17th.", true), ["the 17th: 2025-11-17 day-of-month"]);
}

#[test]
fn days_are_counted_from_publication() {
    check(
        "They met today, yesterday and will tomorrow.",
        &[
            "today: 2025-10-30 day-of-publication",
            "yesterday: 2025-10-29 day-before-publication",
            "tomorrow: 2025-10-31 day-after-publication",
        ],
    );
    check("They dine tonight.", &["tonight: 2025-10-30 day-of-publication, Night"]);
}

#[test]
fn a_part_of_the_day_comes_only_from_a_word() {
    check("They met this morning.", &["this morning: 2025-10-30 day-of-publication, Morning"]);
    check("They met on the afternoon of Oct. 28.", &["the afternoon of Oct. 28: 2025-10-28 nearest-year, Afternoon"]);
    check("They met this week.", &[]);
}

#[test]
fn clocks_have_twelve_hours_and_sometimes_a_zone() {
    check("They met at 2 p.m. KST.", &["2 p.m.: 14:00 KST"]);
    check("They met at 12:05 a.m. in Seoul.", &["12:05 a.m.: 00:05"]);
    check("They met at 12 p.m. there.", &["12 p.m.: 12:00"]);
    check("They met at 13 p.m. there.", &[]);
}

#[test]
fn lengths_are_minutes() {
    check("It took 50 minutes.", &["50 minutes: 50 minutes"]);
    check("It took two hours.", &["two hours: 120 minutes"]);
    check("It took an hour and 20 minutes.", &["an hour and 20 minutes: 80 minutes"]);
    check("It took 99999999999 hours.", &[]);
}

#[test]
fn names_that_begin_like_a_month_are_none() {
    check("Mark 3 and Marc 4 met.", &[]);
    check("He said May would come.", &[]);
}
