//! Days counted on and back, and days and hours as news prints them.

use rapporteur_model::{Date, TimeOfDay, Weekday};

/// The day `days` after `date`; before it where `days` is negative.
pub(crate) fn after(date: Date, days: i32) -> Date {
    (0..days.unsigned_abs()).fold(date, |date, _| if days < 0 { previous(date) } else { next(date) })
}

fn next(date: Date) -> Date {
    Date::new(date.year(), date.month(), date.day() + 1)
        .or_else(|_| Date::new(date.year(), date.month() + 1, 1))
        .or_else(|_| Date::new(date.year() + 1, 1, 1))
        .unwrap_or(date)
}

fn previous(date: Date) -> Date {
    let last = |year, month| (28..=31).rev().find_map(|day| Date::new(year, month, day).ok());
    Date::new(date.year(), date.month(), date.day().wrapping_sub(1))
        .ok()
        .or_else(|| last(date.year(), date.month() - 1))
        .or_else(|| last(date.year() - 1, 12))
        .unwrap_or(date)
}

const MONTHS: [&str; 12] =
    ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

/// The month as a dateline prints it: "Oct.", "March".
pub(crate) const fn month_name(date: Date) -> &'static str {
    MONTHS[date.month() as usize - 1]
}

pub(crate) const fn weekday_name(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// The hour as running text prints it: "10:30 a.m.", "2 p.m.".
pub(crate) fn clock(time: TimeOfDay) -> String {
    let half = if time.hour() < 12 { "a.m." } else { "p.m." };
    let hour = (time.hour() + 11) % 12 + 1;
    if time.minute() == 0 { format!("{hour} {half}") } else { format!("{hour}:{:02} {half}", time.minute()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_the_ends_of_months_and_years() {
        let date = |year, month, day| Date::new(year, month, day).unwrap();
        assert_eq!(after(date(2025, 12, 30), 3), date(2026, 1, 2));
        assert_eq!(after(date(2024, 3, 1), -1), date(2024, 2, 29));
        assert_eq!(after(date(2025, 1, 1), -1), date(2024, 12, 31));
        assert_eq!(after(date(2025, 6, 15), 0), date(2025, 6, 15));
    }

    #[test]
    fn noon_and_midnight_are_twelve() {
        let clock = |hour, minute| clock(TimeOfDay::new(hour, minute).unwrap());
        assert_eq!([clock(0, 5), clock(12, 0), clock(13, 30)], ["12:05 a.m.", "12 p.m.", "1:30 p.m."]);
    }
}
