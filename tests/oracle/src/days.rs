//! Days of the week, by stepping from day to day.

use chrono::{Datelike, NaiveDate};
use rapporteur_model::{Date, Weekday};

/// The day of the week of `date`, as chrono reckons it.
pub fn weekday(date: Date) -> Weekday {
    match NaiveDate::from(date).weekday() {
        chrono::Weekday::Mon => Weekday::Monday,
        chrono::Weekday::Tue => Weekday::Tuesday,
        chrono::Weekday::Wed => Weekday::Wednesday,
        chrono::Weekday::Thu => Weekday::Thursday,
        chrono::Weekday::Fri => Weekday::Friday,
        chrono::Weekday::Sat => Weekday::Saturday,
        chrono::Weekday::Sun => Weekday::Sunday,
    }
}

/// The latest such day that is `not_after`, itself included; `None` where that lies before the year 0.
pub fn latest_weekday(weekday: Weekday, not_after: Date) -> Option<Date> {
    step(weekday, not_after, NaiveDate::pred_opt)
}

/// The first such day `after` that one, itself excluded; `None` where that lies after the year 9999.
pub fn next_weekday(weekday: Weekday, after: Date) -> Option<Date> {
    step(weekday, Date::try_from(NaiveDate::from(after).succ_opt()?).ok()?, NaiveDate::succ_opt)
}

/// The first such day from `date` on, itself included, in the direction of the steps.
fn step(wanted: Weekday, mut date: Date, next: impl Fn(&NaiveDate) -> Option<NaiveDate>) -> Option<Date> {
    while weekday(date) != wanted {
        date = Date::try_from(next(&NaiveDate::from(date))?).ok()?;
    }
    Some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: u16, month: u8, day: u8) -> Date {
        Date::new(year, month, day).unwrap()
    }

    #[test]
    fn the_latest_day_may_be_the_day_itself() {
        let thursday = date(2025, 10, 30);
        assert_eq!(latest_weekday(Weekday::Thursday, thursday), Some(thursday));
        assert_eq!(latest_weekday(Weekday::Friday, thursday), Some(date(2025, 10, 24)));
        assert_eq!(latest_weekday(Weekday::Friday, date(2024, 3, 1)), Some(date(2024, 3, 1)));
        assert_eq!(latest_weekday(Weekday::Thursday, date(2024, 3, 1)), Some(date(2024, 2, 29)));
    }

    #[test]
    fn the_next_day_is_never_the_day_itself() {
        let thursday = date(2025, 10, 30);
        assert_eq!(next_weekday(Weekday::Thursday, thursday), Some(date(2025, 11, 6)));
        assert_eq!(next_weekday(Weekday::Friday, thursday), Some(date(2025, 10, 31)));
    }

    #[test]
    fn the_calendar_has_two_ends() {
        assert_eq!(weekday(date(0, 1, 1)), Weekday::Saturday);
        assert_eq!(latest_weekday(Weekday::Friday, date(0, 1, 1)), None);
        assert_eq!(weekday(date(9999, 12, 31)), Weekday::Friday);
        assert_eq!(next_weekday(Weekday::Friday, date(9999, 12, 31)), None);
    }
}
