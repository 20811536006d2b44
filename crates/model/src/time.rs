use alloc::string::String;
use core::{fmt, str::FromStr};

/// A month of a year of the Gregorian calendar, written `YYYY-MM`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: u16,
    month: u8,
}

impl Month {
    /// The `month`-th month (1 to 12) of `year`.
    ///
    /// # Errors
    ///
    /// When there is no such month, or the year has more than four digits.
    pub const fn new(year: u16, month: u8) -> Result<Self, TimeError> {
        if year <= 9999 && 1 <= month && month <= 12 { Ok(Self { year, month }) } else { Err(TimeError) }
    }

    /// The year.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// How many days it has.
    pub const fn days(self) -> u8 {
        match self.month {
            4 | 6 | 9 | 11 => 30,
            2 if self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400)) => 29,
            2 => 28,
            _ => 31,
        }
    }
}

/// A day of the Gregorian calendar, written `YYYY-MM-DD`. It exists: there is no 30 February.
///
/// ```
/// use rapporteur_model::{Date, Weekday};
///
/// let date = Date::new(2025, 10, 30)?;
/// assert_eq!(date.to_string(), "2025-10-30");
/// assert_eq!(date.weekday(), Weekday::Thursday);
/// assert!(Date::new(2025, 2, 29).is_err());
/// # Ok::<(), rapporteur_model::TimeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    month: Month,
    day: u8,
}

impl Date {
    /// The `day`-th day of the `month`-th month of `year`.
    ///
    /// # Errors
    ///
    /// When there is no such day, or the year has more than four digits.
    pub const fn new(year: u16, month: u8, day: u8) -> Result<Self, TimeError> {
        match Month::new(year, month) {
            Ok(month) if 1 <= day && day <= month.days() => Ok(Self { month, day }),
            _ => Err(TimeError),
        }
    }

    /// The year.
    pub const fn year(self) -> u16 {
        self.month.year
    }

    /// The month of the year, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month.month
    }

    /// The day of the month, from 1.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day of the week.
    pub const fn weekday(self) -> Weekday {
        // Sakamoto's method: the offsets are those of each month's first day in a year that begins in March.
        const OFFSETS: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        // A whole cycle of 400 years leaves weekdays as they are and keeps January of year 0 from going below it.
        let year = self.year() as u32 + 400 - (self.month() < 3) as u32;
        let days = year + year / 4 - year / 100 + year / 400 + OFFSETS[self.month() as usize - 1] + self.day as u32;
        Weekday::ALL[((days + 6) % 7) as usize]
    }
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// All seven, from Monday (ISO 8601).
    pub const ALL: [Self; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];
}

/// A minute of a day, written `HH:MM`, `00:00` to `23:59`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay {
    hour: u8,
    minute: u8,
}

impl TimeOfDay {
    /// The `minute`-th minute of the `hour`-th hour.
    ///
    /// # Errors
    ///
    /// When there is no such minute.
    pub const fn new(hour: u8, minute: u8) -> Result<Self, TimeError> {
        if hour < 24 && minute < 60 { Ok(Self { hour, minute }) } else { Err(TimeError) }
    }

    /// The hour, 0 to 23.
    pub const fn hour(self) -> u8 {
        self.hour
    }

    /// The minute, 0 to 59.
    pub const fn minute(self) -> u8 {
        self.minute
    }
}

/// When something was, in local time as the article writes it, as finely as it says: a month, a day or a minute.
///
/// ```
/// use rapporteur_model::{Date, LocalTime};
///
/// let time: LocalTime = "2025-10-30T15:30".parse()?;
/// assert_eq!(time.date(), Some(Date::new(2025, 10, 30)?));
/// assert_eq!("2025-10".parse::<LocalTime>()?.date(), None);
/// assert!("2025-10-30 15:30".parse::<LocalTime>().is_err());
/// # Ok::<(), rapporteur_model::TimeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(try_from = "String"))]
pub enum LocalTime {
    /// `YYYY-MM`.
    Month(Month),
    /// `YYYY-MM-DD`.
    Day(Date),
    /// `YYYY-MM-DDTHH:MM`.
    Minute(Date, TimeOfDay),
}

impl LocalTime {
    /// The day, where one is known.
    pub const fn date(self) -> Option<Date> {
        match self {
            Self::Month(_) => None,
            Self::Day(date) | Self::Minute(date, _) => Some(date),
        }
    }

    /// The time of day, where one is known.
    pub const fn time_of_day(self) -> Option<TimeOfDay> {
        match self {
            Self::Minute(_, time) => Some(time),
            Self::Month(_) | Self::Day(_) => None,
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.month, self.day)
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(month) => month.fmt(f),
            Self::Day(date) => date.fmt(f),
            Self::Minute(date, time) => write!(f, "{date}T{time}"),
        }
    }
}

macro_rules! debug_as_display {
    ($($type:ty),+) => {
        $(impl fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        })+
    };
}
debug_as_display!(Month, Date, TimeOfDay, LocalTime);

/// The number that `digits` write, where they are exactly `width` decimal digits.
fn number(digits: &str, width: usize) -> Result<u16, TimeError> {
    let well_formed = digits.len() == width && digits.bytes().all(|byte| byte.is_ascii_digit());
    if well_formed { digits.parse().map_err(|_| TimeError) } else { Err(TimeError) }
}

/// The number that two decimal digits write.
fn pair(digits: &str) -> Result<u8, TimeError> {
    number(digits, 2).and_then(|value| u8::try_from(value).map_err(|_| TimeError))
}

impl FromStr for LocalTime {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let (day, time) = text.split_once('T').map_or((text, None), |(day, time)| (day, Some(time)));
        let (year, month) = day.split_once('-').ok_or(TimeError)?;
        let year = number(year, 4)?;
        let Some((month, day)) = month.split_once('-') else {
            return if time.is_none() { Month::new(year, pair(month)?).map(Self::Month) } else { Err(TimeError) };
        };
        let date = Date::new(year, pair(month)?, pair(day)?)?;
        let Some(time) = time else { return Ok(Self::Day(date)) };
        let (hour, minute) = time.split_once(':').ok_or(TimeError)?;
        Ok(Self::Minute(date, TimeOfDay::new(pair(hour)?, pair(minute)?)?))
    }
}

impl TryFrom<String> for LocalTime {
    type Error = TimeError;

    fn try_from(text: String) -> Result<Self, TimeError> {
        text.parse()
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for LocalTime {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for LocalTime {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "LocalTime".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "local time as written: a month, a day or a minute",
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2})?)?$",
        })
    }
}

#[cfg(feature = "chrono")]
mod chrono_conversions {
    use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

    use super::{Date, TimeError, TimeOfDay};

    impl From<Date> for NaiveDate {
        fn from(date: Date) -> Self {
            let (year, month, day) = (i32::from(date.year()), u32::from(date.month()), u32::from(date.day()));
            // The day exists in both calendars, so the fallback is never taken.
            Self::from_ymd_opt(year, month, day).unwrap_or_default()
        }
    }

    /// Fails for years before 0 or after 9999.
    impl TryFrom<NaiveDate> for Date {
        type Error = TimeError;

        fn try_from(date: NaiveDate) -> Result<Self, TimeError> {
            let part = |number: u32| u8::try_from(number).map_err(|_| TimeError);
            let year = u16::try_from(date.year()).map_err(|_| TimeError)?;
            Self::new(year, part(date.month())?, part(date.day())?)
        }
    }

    impl From<TimeOfDay> for NaiveTime {
        fn from(time: TimeOfDay) -> Self {
            Self::from_hms_opt(u32::from(time.hour()), u32::from(time.minute()), 0).unwrap_or_default()
        }
    }

    /// Seconds are dropped: a record knows minutes.
    impl TryFrom<NaiveTime> for TimeOfDay {
        type Error = TimeError;

        fn try_from(time: NaiveTime) -> Result<Self, TimeError> {
            let part = |number: u32| u8::try_from(number).map_err(|_| TimeError);
            Self::new(part(time.hour())?, part(time.minute())?)
        }
    }
}

/// A month, day or minute that does not exist, or is not written as a record writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeError;

impl fmt::Display for TimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a time is an existing `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`")
    }
}

impl core::error::Error for TimeError {}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;

    #[test]
    fn weekdays_of_known_days() {
        for (date, weekday) in [
            ((1, 1, 1), Weekday::Monday),
            ((0, 1, 1), Weekday::Saturday),
            ((1900, 2, 28), Weekday::Wednesday),
            ((2000, 2, 29), Weekday::Tuesday),
            ((2024, 12, 31), Weekday::Tuesday),
            ((2025, 10, 30), Weekday::Thursday),
            ((9999, 12, 31), Weekday::Friday),
        ] {
            let date = Date::new(date.0, date.1, date.2).unwrap();
            assert_eq!(date.weekday(), weekday, "{date}");
        }
    }

    #[test]
    fn a_day_that_does_not_exist_is_refused() {
        for text in ["2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-10-30T24:00"] {
            assert_eq!(text.parse::<LocalTime>(), Err(TimeError), "{text}");
        }
    }

    #[test]
    fn a_time_is_read_back_as_it_was_written() {
        for text in ["2025-10", "2024-02-29", "0000-01-01", "2025-10-30T15:30"] {
            assert_eq!(format!("{}", text.parse::<LocalTime>().unwrap()), text);
        }
    }
}
