use proptest::prelude::*;
use rapporteur_model::{Date, LocalTime, Span, Weekday};

use super::*;
use crate::document::Document;

const PUBLISHED: &str = "2025-10-30";

fn date(date: &str) -> Date {
    date.parse::<LocalTime>().unwrap().date().unwrap()
}

fn anchor(published: Date) -> Anchor {
    Anchor { date: published, span: Span::new(0, 1).unwrap(), source: AnchorSource::Published }
}

/// All times of a paragraph, one a line: the words, what they say, and by which rule.
fn found_on(paragraph: &str, published: Date, tense: Tense) -> Vec<String> {
    let article = format!("Headline\n\nPublished: 30 Oct. 2025\n\n{paragraph}\n");
    let text = Text::new(&Document::parse(&article));
    let passage = text.passages.last().unwrap().tokens.clone();
    let show_day = |day: &DayFound| {
        let resolved = resolve(&text, day, Some(anchor(published)), tense);
        let date = match resolved {
            Ok(resolved) => format!("{} {}", resolved.time, resolved.rule.unwrap_or("stated")),
            Err(reason) => format!("{reason:?}"),
        };
        let last = day
            .last_day()
            .map(|last| format!(" to {}", resolve(&text, &last, Some(anchor(published)), tense).unwrap().time));
        let part = day.part.map(|part| format!(", {part:?}")).unwrap_or_default();
        format!("{date}{}{part}", last.unwrap_or_default())
    };
    let show_clock = |clock: &ClockFound| {
        let zone = clock.zone.clone().map(|zone| format!(" {}", text.phrase(zone))).unwrap_or_default();
        let part = clock.part.map(|part| format!(", {part:?}")).unwrap_or_default();
        format!("{}{zone}{part}", clock.time)
    };
    times(&text, &passage)
        .into_iter()
        .map(|time| match time {
            Time::Day(day) => format!("{}: {}", text.phrase(day.tokens.clone()), show_day(&day)),
            Time::Clock(clock) => format!("{}: {}", text.phrase(clock.tokens.clone()), show_clock(&clock)),
            Time::Length(length) => format!("{}: {} minutes", text.phrase(length.tokens), length.minutes),
            Time::Part(part, tokens) => format!("{}: {part:?}", text.phrase(tokens)),
            Time::End(end) => {
                let clock = end.clock.as_ref().map(show_clock).into_iter();
                let day = end.day.as_ref().map(show_day);
                let all: Vec<String> = clock.chain(day).collect();
                format!("{}: {}", text.phrase(end.tokens), all.join(" on "))
            }
        })
        .collect()
}

fn found(paragraph: &str, future: bool) -> Vec<String> {
    found_on(paragraph, date(PUBLISHED), if future { Tense::Future } else { Tense::Past })
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
    check("They met on 2 January.", &["2 January: 2025-01-02 nearest-year"]);
    check("They met on Feb. 29.", &["Feb. 29: 2024-02-29 nearest-year"]);
    check("They met on Feb. 30.", &["Feb. 30: NoSuchDay"]);
}

#[test]
fn a_whole_date_says_itself() {
    check("They met on Sept. 3, 2024.", &["Sept. 3, 2024: 2024-09-03 stated"]);
    check("They met on 3 September 2024.", &["3 September 2024: 2024-09-03 stated"]);
    check("They met on Feb. 30, 2024.", &["Feb. 30, 2024: NoSuchDay"]);
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
fn names_that_begin_like_a_month_are_none() {
    check("Mark 3 and Marc 4 met.", &[]);
    check("He said May would come.", &[]);
}

#[test]
fn a_date_may_be_written_in_many_ways() {
    for words in [
        "October 30, 2025",
        "Oct. 30, 2025",
        "OCT 30 2025",
        "October 30th, 2025",
        "30 October 2025",
        "30 Oct 2025",
        "30th of October, 2025",
        "2025-10-30",
        "2025/10/30",
        "10/30/2025",
        "30/10/2025",
        "30.10.2025",
        "Thursday, October 30, 2025",
        "Thursday (30 October 2025)",
        "October 30, 2025 (Thurs.)",
    ] {
        check(&format!("They met on {words}."), &[&format!("{words}: 2025-10-30 stated")]);
    }
    check("They met on the ninth of May.", &["the ninth of May: 2025-05-09 nearest-year"]);
    check("They met on the 17th of May.", &["the 17th of May: 2025-05-17 nearest-year"]);
    check("They met on 10/28 there.", &["10/28: 2025-10-28 nearest-year"]);
}

#[test]
fn figures_that_may_be_two_days_are_none() {
    check("They met on 10/11/2025.", &["10/11/2025: Ambiguous"]);
    check("The line is open 24/7 and 3/4 full, and costs 1.2.2025 or 3-2.", &["1.2.2025: 2025-02-01 stated"]);
}

#[test]
fn a_weekday_that_its_date_is_not_is_no_day() {
    check("They met on Friday, Oct. 24.", &["Friday, Oct. 24: 2025-10-24 nearest-year"]);
    check("They met on Tuesday, Oct. 24.", &["Tuesday, Oct. 24: OtherWeekday"]);
    check("They met on Tuesday, May 9, 2024.", &["Tuesday, May 9, 2024: OtherWeekday"]);
    check("They met on Oct. 24 (Monday).", &["Oct. 24 (Monday): OtherWeekday"]);
}

#[test]
fn days_that_follow_each_other_have_a_first_and_a_last() {
    check("They met on Sept. 3-5 there.", &["Sept. 3-5: 2025-09-03 nearest-year to 2025-09-05"]);
    check("They met on May 9 and 10.", &["May 9 and 10: 2025-05-09 nearest-year to 2025-05-10"]);
    check("They met on 3–5 September 2024.", &["3–5 September 2024: 2024-09-03 stated to 2024-09-05"]);
    check("They met from Dec. 31 to Jan. 2, 2025.", &["Dec. 31 to Jan. 2, 2025: 2024-12-31 stated to 2025-01-02"]);
    check("On May 9 and 10 ministers came.", &["May 9: 2025-05-09 nearest-year"]);
}

#[test]
fn the_year_is_that_of_the_tense_where_two_are_near() {
    let on = |paragraph, published, tense| found_on(paragraph, date(published), tense);
    assert_eq!(on("They met on Dec. 31.", "2026-01-01", Tense::Past), ["Dec. 31: 2025-12-31 nearest-year"]);
    assert_eq!(on("They will meet on Jan. 2.", "2025-12-30", Tense::Future), ["Jan. 2: 2026-01-02 nearest-year"]);
    assert_eq!(on("They will meet on Oct. 1.", "2026-01-10", Tense::Future), ["Oct. 1: 2026-10-01 nearest-year"]);
    assert_eq!(on("They met on June 1.", "2026-01-10", Tense::Past), ["June 1: 2025-06-01 nearest-year"]);
}

#[test]
fn the_weekday_of_another_week_may_be_two_days() {
    let planned = |paragraph| found(paragraph, true);
    check("They met last Friday.", &["last Friday: 2025-10-24 weekday-before-publication"]);
    check("They met last Monday.", &["last Monday: Ambiguous"]);
    check("They met this Wednesday.", &["this Wednesday: 2025-10-29 weekday-before-publication"]);
    assert_eq!(planned("They meet this Friday."), ["this Friday: 2025-10-31 weekday-after-publication"]);
    assert_eq!(planned("They meet next Friday."), ["next Friday: Ambiguous"]);
    assert_eq!(planned("They meet next Tuesday."), ["next Tuesday: 2025-11-04 weekday-after-publication"]);
    assert_eq!(planned("They meet on Friday of next week."), ["Friday of next week: 2025-11-07 weekday-of-week"]);
    assert_eq!(planned("They meet Sunday next week."), ["Sunday next week: Ambiguous"]);
}

#[test]
fn days_are_counted_from_the_day_told_before() {
    check(
        "They met on Tuesday. A day earlier, he had flown in. They dined the same evening.",
        &[
            "Tuesday: 2025-10-28 weekday-before-publication",
            "A day earlier: 2025-10-27 days-from-day-told",
            "the same evening: 2025-10-27 day-told-before, Evening",
        ],
    );
    check(
        "They met on Oct. 3. Later in the day they dined, and the following morning they parted.",
        &[
            "Oct. 3: 2025-10-03 nearest-year",
            "Later in the day: 2025-10-03 day-told-before",
            "the following morning: 2025-10-04 days-from-day-told, Morning",
        ],
    );
    check("A day earlier, he had flown in.", &["A day earlier: Unanchored"]);
    check("They met on Monday, a day after he landed.", &["Monday: 2025-10-27 weekday-before-publication"]);
    check("They met a day after the vote, the 17th meeting.", &[]);
    check(
        "Since Oct. 3 they write. They met the day before.",
        &["Oct. 3: 2025-10-03 nearest-year", "the day before: Unanchored"],
    );
}

#[test]
fn the_words_that_a_day_is_counted_from_are_its_support() {
    let article = "Headline\n\nPublished: 30 Oct. 2025\n\nThey met on Tuesday. A day later, she left.\n";
    let text = Text::new(&Document::parse(article));
    let at = (0..text.tokens.len()).find(|&at| text.is(at, "A")).unwrap();
    let resolved = resolve(&text, &day_at(&text, at).unwrap(), Some(anchor(date(PUBLISHED))), Tense::Past).unwrap();
    let from: Vec<&str> = resolved.from.iter().map(|span| text.slice(*span)).collect();
    assert_eq!(from, ["Tuesday", "H"]);
}

#[test]
fn days_farther_off_are_counted_from_publication() {
    check("They met three days ago.", &["three days ago: 2025-10-27 days-from-publication"]);
    check("They met the day before yesterday.", &["the day before yesterday: 2025-10-28 days-from-publication"]);
    check("They met last night.", &["last night: 2025-10-29 day-before-publication, Night"]);
}

#[test]
fn a_month_is_no_day() {
    let planned = |paragraph| found(paragraph, true);
    check("They met in November.", &["November: 2024-11 month-before-publication"]);
    check("They met in November 2023.", &["November 2023: 2023-11 stated"]);
    assert_eq!(planned("They meet in January."), ["January: 2026-01 month-after-publication"]);
    assert_eq!(planned("They meet early next month."), ["next month: 2025-11 months-from-publication"]);
}

#[test]
fn clocks_are_written_in_many_ways() {
    for words in ["2:05 p.m.", "2:05pm", "2.05 p.m.", "2:05 PM", "14:05", "14h05"] {
        check(&format!("They met at {words} there."), &[&format!("{words}: 14:05")]);
    }
    check("They met at 1400 GMT.", &["1400: 14:00 GMT"]);
    check("They met at noon.", &["noon: 12:00"]);
    check("They met at ten in the morning.", &["ten in the morning: 10:00, Morning"]);
    check("They met at half past nine in the evening.", &["half past nine in the evening: 21:30, Evening"]);
    check("They met at 2 p.m. Seoul time.", &["2 p.m.: 14:00 Seoul time"]);
    check("They met at 2 p.m. (KST).", &["2 p.m.: 14:00 KST"]);
    check("They met at six, at 24:10, at 1400, with 3:2 goals.", &[]);
}

#[test]
fn the_same_moment_elsewhere_is_no_second_clock() {
    check("They meet at 3 p.m. local time (1500 GMT) there.", &["3 p.m.: 15:00"]);
    check("They met at 4 p.m., or 6 a.m. Saturday in Korea, and left.", &["4 p.m.: 16:00"]);
    check("It began at 1:05 p.m. (local time. 7:05 p.m. on July 12, JST).", &["1:05 p.m.: 13:05"]);
}

#[test]
fn an_end_is_no_beginning() {
    check(
        "It lasted nearly two hours, until around 6:50 p.m. Tuesday.",
        &["two hours: 120 minutes", "until around 6:50 p.m. Tuesday: 18:50 on 2025-10-28 weekday-before-publication"],
    );
    check("They met from 2 p.m. to 3:10 p.m. there.", &["2 p.m.: 14:00", "to 3:10 p.m.: 15:10"]);
    check("They met from 11 to 1:30 p.m. there.", &["11: 11:00", "to 1:30 p.m.: 13:30"]);
    check("They met from 2 to 3:10 p.m. there.", &["2: 14:00", "to 3:10 p.m.: 15:10"]);
    check("The talks wrapped up at 5 p.m. there.", &["wrapped up at 5 p.m.: 17:00"]);
}

#[test]
fn an_end_before_its_beginning_is_on_the_next_day() {
    let article = "Headline\n\nPublished: 30 Oct. 2025\n\nThey talked until 1 a.m. there.\n";
    let text = Text::new(&Document::parse(article));
    let at = (0..text.tokens.len()).find(|&at| text.is(at, "until")).unwrap();
    let end = end_at(&text, at, false).unwrap();
    let ended = |begins: &str| {
        let begins = begins.parse().ok();
        resolve_end(&text, &end, begins, None, Tense::Past).map(|resolved| resolved.time.to_string())
    };
    assert_eq!(ended("2025-10-30T22:00").as_deref(), Ok("2025-10-31T01:00"));
    assert_eq!(ended("2025-10-30T00:30").as_deref(), Ok("2025-10-30T01:00"));
    assert!(resolve_end(&text, &end, None, None, Tense::Past).is_err());
}

#[test]
fn lengths_are_minutes() {
    for (words, minutes) in [
        ("50 minutes", 50),
        ("45 mins", 45),
        ("two hours", 120),
        ("an hour and 20 minutes", 80),
        ("an hour and a half", 90),
        ("two and a half hours", 150),
        ("two hours and ten minutes", 130),
        ("1.5 hours", 90),
        ("1½ hours", 90),
        ("half an hour", 30),
        ("three quarters of an hour", 45),
        ("ninety minutes", 90),
        ("forty-five minutes", 45),
    ] {
        check(&format!("They met for about {words}."), &[&format!("{words}: {minutes} minutes")]);
    }
    for (word, minutes) in [
        ("100-minute", 100),
        ("two-and-a-half-hour", 150),
        ("half-hour", 30),
        ("hour-long", 60),
        ("90-minute-long", 90),
    ] {
        check(&format!("After the {word} talks they left."), &[&format!("{word}: {minutes} minutes")]);
    }
}

#[test]
fn what_ran_to_or_was_over_in_a_length_was_as_long() {
    check("The lunch ran to two hours.", &["two hours: 120 minutes"]);
    check("It was over in half an hour.", &["half an hour: 30 minutes"]);
    check("They meet in two hours.", &[]);
}

#[test]
fn a_day_may_be_counted_from_the_day_of_the_news() {
    check(
        "They met on Tuesday. It rained. It stopped. It rained again. It stopped. He had called the day before.",
        &["Tuesday: 2025-10-28 weekday-before-publication", "the day before: 2025-10-27 days-from-day-told"],
    );
    check(
        "As of Tuesday it rained. That evening, it stopped.",
        &["Tuesday: 2025-10-28 weekday-before-publication", "That evening: Unanchored, Evening"],
    );
}

#[test]
fn what_is_no_length_is_none() {
    check("It took 99999999999 hours.", &[]);
    check("They came 20 minutes later, and 50 minutes before noon.", &["noon: 12:00"]);
    check("It lasted for a couple of hours, a few minutes, two days.", &[]);
}

#[test]
fn a_part_of_no_day_stands_alone() {
    check("In the evening they met.", &["evening: Evening"]);
}

#[test]
fn a_text_of_openings_is_read_once() {
    for words in ["the morning of ", "from 2 to ", "2 p.m. (", "the day before ", "Monday, ", "May 9 and ", "until "] {
        let _ = found(&format!("{}.", words.repeat(4000)), false);
    }
}

proptest! {
    #[test]
    fn the_latest_weekday_is_within_the_week_before(year in 1600_u16..2400, month in 1_u8..=12, day in 1_u8..=28, at in 0_usize..7) {
        let published = Date::new(year, month, day).unwrap();
        let weekday = Weekday::ALL[at];
        let latest = latest_weekday(weekday, published).unwrap();
        let next = next_weekday(weekday, published).unwrap();
        prop_assert_eq!((latest.weekday(), next.weekday()), (weekday, weekday));
        prop_assert!(latest <= published && published < next);
        let days = chrono::NaiveDate::from(next) - chrono::NaiveDate::from(latest);
        prop_assert_eq!(days.num_days(), 7);
    }

    #[test]
    fn a_printed_date_is_read_back(year in 1600_u16..2400, month in 1_u8..=12, day in 1_u8..=31, form in 0_usize..6) {
        prop_assume!(Date::new(year, month, day).is_ok());
        let date = Date::new(year, month, day).unwrap();
        let names = ["January", "Feb.", "March", "April", "May", "Jun", "July", "AUG", "Sept.", "October", "Nov", "December"];
        let (name, weekday) = (names[usize::from(month) - 1], date.weekday());
        let words = match form {
            0 => format!("{name} {day}, {year}"),
            1 => format!("{day} {name} {year}"),
            2 => format!("{year}-{month:02}-{day:02}"),
            3 => format!("{weekday:?}, {name} {day}, {year}"),
            4 => format!("the {day}th of {name} {year}"),
            _ => format!("{day:02}.{month:02}.{year}"),
        };
        let lines = found_on(&format!("They met on {words}."), self::date(PUBLISHED), Tense::Past);
        prop_assert_eq!(lines, [format!("{words}: {date} stated")]);
    }

    #[test]
    fn no_words_of_time_are_too_strange(words in prop::collection::vec(prop::sample::select(vec![
        "the", "a", "day", "before", "17th", "May", "9", "and", "10", "to", "-", "until", "p.m.", "2", "noon", "half",
        "hour", "Monday", "next", "week", "(", ")", ",", "of", "2025", "in", "morning", "1400", "GMT", "or", "½", "é",
    ]), 0..30)) {
        let paragraph = words.join(" ");
        let article = format!("Headline\n\nPublished: 30 Oct. 2025\n\nX {paragraph}.\n");
        let text = Text::new(&Document::parse(&article));
        for time in times(&text, &(0..text.tokens.len())) {
            if let Time::Day(day) = time {
                let _ = resolve(&text, &day, Some(anchor(date(PUBLISHED))), Tense::Past);
            }
        }
    }
}

#[test]
fn a_day_of_the_month_may_be_of_one_counted_from_publication() {
    check("They met on the 17th of last month.", &["the 17th of last month: 2025-09-17 months-from-publication"]);
    assert_eq!(
        found("They meet on the 2nd of next month.", true),
        ["the 2nd of next month: 2025-11-02 months-from-publication"]
    );
    assert_eq!(found("They meet on the 31st of next month.", true), ["the 31st of next month: NoSuchDay"]);
}

#[test]
fn a_date_behind_a_counted_day_says_which_it_is() {
    check("They met the previous day, Oct. 29, in Oslo.", &["the previous day, Oct. 29: 2025-10-29 nearest-year"]);
}

#[test]
fn what_has_been_is_not_counted_from_what_is_to_come_or_told_aside() {
    check(
        "They met on Monday. She will leave tomorrow. They had talked the day before.",
        &[
            "Monday: 2025-10-27 weekday-before-publication",
            "tomorrow: 2025-10-31 day-after-publication",
            "the day before: 2025-10-26 days-from-day-told",
        ],
    );
    check(
        "They met on Monday. Roy, who came on Sunday, saw her later in the day.",
        &[
            "Monday: 2025-10-27 weekday-before-publication",
            "Sunday: 2025-10-26 weekday-before-publication",
            "later in the day: 2025-10-27 day-told-before",
        ],
    );
}

#[test]
fn the_part_of_the_day_beside_a_clock_gives_its_half() {
    check(
        "They met at nine o'clock on Wednesday morning.",
        &["nine o'clock: 09:00, Morning", "Wednesday morning: 2025-10-29 weekday-before-publication, Morning"],
    );
    check(
        "They met at half past eight on Tuesday evening.",
        &["half past eight: 20:30, Evening", "Tuesday evening: 2025-10-28 weekday-before-publication, Evening"],
    );
    check("They met at half past eight on Tuesday.", &["Tuesday: 2025-10-28 weekday-before-publication"]);
}

#[test]
fn lengths_have_hedges_and_quarters() {
    check("They spoke for close to three hours.", &["three hours: 180 minutes"]);
    check("The talks were extended to two hours.", &["two hours: 120 minutes"]);
    check("They spoke for an hour and three quarters.", &["an hour and three quarters: 105 minutes"]);
    check("They spoke for another hour.", &["another hour: 60 minutes"]);
}

#[test]
fn a_feast_says_its_date() {
    check("They met on Christmas Eve.", &["Christmas Eve: 2024-12-24 nearest-year"]);
    assert_eq!(found("They meet on New Year's Day.", true), ["New Year's Day: 2026-01-01 nearest-year"]);
    check("They met over Christmas dinner.", &[]);
}

/// The times of a range, each token looked at anew.
fn times_one_by_one(text: &Text<'_>, tokens: &Range<usize>) -> Vec<Time> {
    let mut times = Vec::new();
    let (mut at, mut beginning) = (tokens.start, None);
    while at < tokens.end {
        let found = if text.is_outside_quotations(at) { time_at(text, at, beginning == Some(at)) } else { None };
        match found.filter(|(_, end)| *end <= tokens.end) {
            Some((time, end)) => {
                at = end;
                beginning = matches!(time, Time::Clock(_) | Time::Day(_)).then_some(end);
                times.push(time);
            }
            None => at += 1,
        }
    }
    times
}

/// As [`numbers::number_word`], by what each word is in lower case.
fn number_in_lower_case(word: &str) -> Option<u32> {
    const UNITS: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
                         sixteen seventeen eighteen nineteen";
    const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";
    let word = word.to_ascii_lowercase();
    let place =
        |list: &str, word: &str| list.split(' ').zip(0..).find(|(name, _)| *name == word).map(|(_, place)| place);
    let tens = |word: &str| place(TENS, word).map(|place: u32| 10 * (place + 2));
    let both = || {
        let (before, after) = word.split_once('-')?;
        Some(tens(before)? + place(UNITS, after).filter(|unit| (1..10).contains(unit))?)
    };
    let article = ["a", "an"].contains(&word.as_str()).then_some(1);
    article.or_else(|| place(UNITS, &word)).or_else(|| tens(&word)).or_else(both)
}

proptest! {
    #[test]
    fn times_are_the_same_however_often_tokens_are_looked_at(
        words in proptest::collection::vec(
            "(two|ten|an hour|30|Oct\\.|May|from|to|until|at|the|in|evening|p\\.m\\.|Friday|minutes|,|“|”|-|2025|today|said\\.)",
            0..16,
        ),
        cut in 0usize..8,
    ) {
        let article = format!("Headline\n\nPublished: 30 Oct. 2025\n\nThey {}\n", words.join(" "));
        let text = Text::new(&Document::parse(&article));
        let end = text.tokens.len();
        for range in [0..end, cut.min(end)..end, 0..end - cut.min(end)] {
            prop_assert_eq!(times(&text, &range), times_one_by_one(&text, &range));
        }
    }

    #[test]
    fn a_number_is_read_whatever_its_capitals(word in "([A-Za-z-]{0,8}|(?i:twenty|seventy)-?(?i:one|nine|ten|zero)|(?i:an?|zero|nineteen|forty))") {
        prop_assert_eq!(numbers::number_word(&word), number_in_lower_case(&word));
    }
}
