//! The time as the users live it: China has one time zone, +08:00.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc};
use domain::kernel::Month;

/// Where "now" comes from.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// Always this moment, for tests.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// Now.
    #[must_use]
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now(),
            Self::Fixed(at) => at,
        }
    }
}

/// +08:00.
#[must_use]
pub fn china() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).expect("8 hours is an offset")
}

/// The day in China at that moment.
#[must_use]
pub fn local_day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&china()).date_naive()
}

/// `2026-11-20 10:30:00` in China.
#[must_use]
pub fn local_text(at: DateTime<Utc>) -> String {
    at.with_timezone(&china()).format("%Y-%m-%d %H:%M:%S").to_string()
}

/// A moment as rows keep it, in RFC 3339, as [`local_text`].
#[must_use]
pub fn stored_text(at: &str) -> String {
    DateTime::parse_from_rfc3339(at).map_or_else(|_| at.to_owned(), |at| local_text(at.to_utc()))
}

/// The local day of a time as the ledger keeps it; `None` where it is none.
#[must_use]
pub fn stored_day(at: &str) -> Option<NaiveDate> {
    DateTime::parse_from_rfc3339(at).ok().map(|at| local_day(at.with_timezone(&Utc)))
}

/// Midnight at which that day begins in China.
#[must_use]
pub fn midnight(day: NaiveDate) -> DateTime<Utc> {
    morning(day) - TimeDelta::hours(9)
}

/// Nine in the morning of that day in China.
#[must_use]
pub fn morning(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(1, 0, 0).unwrap_or_default().and_utc()
}

/// The moment an act is recorded at. A ledger with its own today (demo year) lives in that day: at nine in the morning,
/// or just after its last entry.
#[must_use]
pub fn act_time(clock: Clock, fixed_today: Option<NaiveDate>, last: Option<DateTime<Utc>>) -> DateTime<Utc> {
    match fixed_today {
        None => clock.now(),
        Some(day) => last.map_or(morning(day), |last| morning(day).max(last + TimeDelta::seconds(1))),
    }
}

/// The month of a day; days outside 2000..2199 count as the nearest month.
#[must_use]
pub fn month_of(day: NaiveDate) -> Month {
    Month::of(day).unwrap_or_else(|| {
        let year = if day < NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default() { 2000 } else { 2199 };
        Month::new(year, if year == 2000 { 1 } else { 12 }).expect("both are months")
    })
}
