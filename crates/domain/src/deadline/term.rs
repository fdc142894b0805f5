//! How long a term is.

use crate::kernel::WorkingDays;
use chrono::{DateTime, Days, FixedOffset, Months, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

/// The longest term in days or working days, and twelve times as many months as years: ten years.
pub const LONGEST_TERM: u32 = 3660;

/// The length of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Length {
    /// 工作日: the next working day after the first one is day 1 (catalogue AMB-27).
    WorkingDays(u32),
    /// 自然日.
    Days(u32),
    /// Calendar months; the last day is clipped to the month's end (SLA-01).
    Months(u32),
    /// Minutes before an appointment (SLA-17, SLA-18): reminds, and is never counted in days.
    Minutes(u32),
    /// As long as the type of what is done says: delivery takes as many working days as the ticket's type gives it.
    ByType,
}

impl Length {
    /// Whether it is short enough to be counted.
    #[must_use]
    pub fn fits(self) -> bool {
        match self {
            Self::WorkingDays(days) | Self::Days(days) => days <= LONGEST_TERM,
            Self::Months(months) => months <= LONGEST_TERM / 30,
            Self::Minutes(minutes) => minutes <= 24 * 60,
            Self::ByType => true,
        }
    }

    /// The last day of the term that begins after `start`, when nobody waits.
    #[must_use]
    pub fn after(self, start: NaiveDate, calendar: &WorkingDays) -> NaiveDate {
        match self {
            Self::WorkingDays(days) => calendar.deadline(start, days),
            Self::Days(days) => start.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX),
            Self::Months(months) => start.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX),
            Self::Minutes(_) | Self::ByType => start,
        }
    }

    /// The last day on which something may be done that must be done so long before `event`; with working days it is the
    /// n-th working day before, so that 0 is the day itself.
    #[must_use]
    pub fn before(self, event: NaiveDate, calendar: &WorkingDays) -> NaiveDate {
        match self {
            Self::WorkingDays(days) => {
                let earlier = event.iter_days().rev().skip(1).filter(|day| calendar.is_working(*day));
                days.checked_sub(1).map_or(Some(event), |n| earlier.clone().nth(n as usize)).unwrap_or(event)
            }
            Self::Days(days) => event.checked_sub_days(Days::new(days.into())).unwrap_or(NaiveDate::MIN),
            Self::Months(months) => event.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN),
            Self::Minutes(_) | Self::ByType => event,
        }
    }
}

/// When to remind of an appointment: so many minutes before it; `None` for terms that are counted in days.
#[must_use]
pub fn reminder(length: Length, appointment: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
    match length {
        Length::Minutes(minutes) => {
            appointment.checked_sub_signed(TimeDelta::try_minutes(i64::from(minutes))?)
        }
        _ => None,
    }
}
