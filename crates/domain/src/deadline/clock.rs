//! A running term, day by day.

use super::Length;
use crate::kernel::WorkingDays;
use chrono::NaiveDate;

/// 等待: the count stands still, because somebody else has to do something first.
///
/// A day is not counted when the count stood still at its end: neither the day on which the waiting begins nor the ones
/// after it; the day on which it ends is counted again. Why, is known where it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// The day on which the waiting began.
    pub from: NaiveDate,
    /// The day on which it ended; `None` while it lasts.
    pub to: Option<NaiveDate>,
}

impl Pause {
    /// Whether the count stands still at the end of that day.
    #[must_use]
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day < to)
    }
}

/// What a day does to a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayCounted {
    /// Day 0: from here it runs.
    Start,
    /// The n-th day of the term.
    Counted(u32),
    /// A weekend.
    Weekend,
    /// A published holiday.
    Holiday,
    /// 等待, with the place among the clock's pauses.
    Waiting(usize),
}

/// A day of a term and why it was counted or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockDay {
    /// The day.
    pub day: NaiveDate,
    /// What it did.
    pub counted: DayCounted,
    /// Whether it is a weekend day that is worked (补班).
    pub make_up: bool,
}

/// A term that runs: from a day, so long, with its pauses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Day 0.
    pub started_on: NaiveDate,
    /// How long it may take.
    pub length: Length,
    /// When it stood still.
    pub pauses: Vec<Pause>,
}

impl Clock {
    /// A term that was given by its last day: as many working days as lie between, so that waiting moves the day on. Where
    /// the day was agreed upon later, on `agreed_at`, what had been waited until then is known in it already.
    #[must_use]
    pub fn until(
        started_on: NaiveDate,
        due_on: NaiveDate,
        pauses: Vec<Pause>,
        agreed_at: Option<NaiveDate>,
        calendar: &WorkingDays,
    ) -> Self {
        let known = |day: NaiveDate| {
            agreed_at.is_some_and(|agreed| day < agreed) && pauses.iter().any(|pause| pause.holds(day))
        };
        let worked = |day: &NaiveDate| calendar.is_working(*day) && !known(*day);
        let days = started_on.iter_days().skip(1).take_while(|day| *day <= due_on).filter(worked).count();
        let length = Length::WorkingDays(u32::try_from(days).unwrap_or(u32::MAX));
        Self { started_on, length, pauses }
    }

    /// Whether it stands still today.
    #[must_use]
    pub fn waiting(&self) -> Option<&Pause> {
        self.pauses.iter().find(|pause| pause.to.is_none())
    }

    /// The last day. While somebody is waited for, the day that it would be if the waiting ended tomorrow.
    #[must_use]
    pub fn due(&self, calendar: &WorkingDays, today: NaiveDate) -> NaiveDate {
        self.days(calendar, today).last().map_or(self.started_on, |last| last.day)
    }

    /// Every day of the term with the reason why it was counted or not, to the last one.
    #[must_use]
    pub fn days(&self, calendar: &WorkingDays, today: NaiveDate) -> Vec<ClockDay> {
        let (wanted, working) = match self.length {
            Length::WorkingDays(days) => (days, true),
            Length::Days(days) => (days, false),
            length @ Length::Months(_) => {
                let days = (length.after(self.started_on, calendar) - self.started_on).num_days();
                (u32::try_from(days).unwrap_or(0), false)
            }
            Length::Minutes(_) | Length::ByType => (0, false),
        };
        let mut days = vec![ClockDay { day: self.started_on, counted: DayCounted::Start, make_up: false }];
        let mut counted = 0;
        for day in self.started_on.iter_days().skip(1) {
            if counted == wanted {
                break;
            }
            // Waiting that lasts is known to last until today, and no further.
            let holds = |pause: &Pause| pause.holds(day) && (pause.to.is_some() || day <= today);
            let moved = calendar.moved(day);
            let state = if let Some(pause) = self.pauses.iter().position(holds) {
                DayCounted::Waiting(pause)
            } else if working && !calendar.is_working(day) {
                if moved.is_some() { DayCounted::Holiday } else { DayCounted::Weekend }
            } else {
                counted += 1;
                DayCounted::Counted(counted)
            };
            let make_up = working && moved == Some(true);
            days.push(ClockDay { day, counted: state, make_up });
        }
        days
    }
}
