//! A unit's month: every person's days, and what they come to.

use super::time::{DAY, TimeOfDay};
use super::{
    Application, ApplicationState, Correction, DayFacts, DayResult, LeaveKind, Matter, Standing, Totals,
    WorkingHours, judge,
};
use crate::kernel::{Month, StaffNo, WorkingDays};
use crate::people::Membership;
use chrono::{Datelike as _, NaiveDate};
use std::collections::BTreeMap;

/// Everything about a unit's month.
#[derive(Debug)]
pub struct MonthFacts {
    /// Which.
    pub month: Month,
    /// Today: no day is judged before it is over.
    pub today: NaiveDate,
    /// The unit's hours.
    pub hours: WorkingHours,
    /// Holidays and make-up days.
    pub calendar: WorkingDays,
    /// Who was in the unit on a day of the month, with their stays there.
    pub stays: BTreeMap<StaffNo, Vec<Membership>>,
    /// Their punches, in order, of the month and the days beside it.
    pub punches: BTreeMap<StaffNo, Vec<(NaiveDate, TimeOfDay)>>,
    /// The first day of which any of them has a punch on record, in whatever month: earlier days are not judged.
    pub recorded_from: Option<NaiveDate>,
    /// The last day of the month of which any of them has a punch on record: later days are not judged.
    pub recorded_to: Option<NaiveDate>,
    /// What was set by hand.
    pub corrections: BTreeMap<(StaffNo, NaiveDate), Correction>,
    /// Leave and overtime that touch the month.
    pub applications: Vec<Application>,
}

/// A person's month.
#[derive(Clone, Debug)]
pub struct PersonMonth {
    /// 工号.
    pub staff_no: StaffNo,
    /// One for each day.
    pub days: Vec<DayResult>,
    /// What they come to.
    pub totals: Totals,
}

impl MonthFacts {
    /// The month's days, and whether the unit works on them.
    #[must_use]
    pub fn days(&self) -> Vec<(NaiveDate, bool)> {
        let weekdays = &self.hours.weekdays;
        let last = self.month.last_day();
        let works = |day: NaiveDate| {
            let weekday = u8::try_from(day.weekday().number_from_monday()).unwrap_or_default();
            self.calendar.moved(day).unwrap_or_else(|| weekdays.contains(&weekday))
        };
        self.month
            .first_day()
            .iter_days()
            .take_while(|day| *day <= last)
            .map(|day| (day, works(day)))
            .collect()
    }

    /// What each day is for each person.
    #[must_use]
    pub fn standings(&self) -> BTreeMap<(StaffNo, NaiveDate), Standing> {
        let days = self.days();
        let of = |(staff_no, stays): (&StaffNo, &Vec<Membership>)| {
            days.iter()
                .map(|(day, works)| ((staff_no.clone(), *day), standing(stays, *day, *works)))
                .collect::<Vec<_>>()
        };
        self.stays.iter().flat_map(of).collect()
    }

    /// Judges every day of every person, by staff number.
    #[must_use]
    pub fn judged(&self) -> Vec<PersonMonth> {
        let days = self.days();
        let judged_to = self.recorded_to.min(self.today.pred_opt());
        let mut granted: BTreeMap<&StaffNo, Vec<&Matter>> = BTreeMap::new();
        for application in self.applications.iter().filter(|a| a.state == ApplicationState::Approved) {
            granted.entry(&application.staff_no).or_default().push(&application.matter);
        }
        let person = |(staff_no, stays): (&StaffNo, &Vec<Membership>)| {
            let punches = self.punches.get(staff_no).map_or(&[][..], Vec::as_slice);
            let granted = granted.get(staff_no).map_or(&[][..], Vec::as_slice);
            let results: Vec<DayResult> = days
                .iter()
                .map(|(day, works)| {
                    let (leave, overtime) = on_day(granted, *day);
                    let facts = DayFacts {
                        standing: standing(stays, *day, *works),
                        judged: judged_to.is_some_and(|to| *day <= to)
                            && self.recorded_from.is_some_and(|from| from <= *day),
                        leave,
                        punches: around(punches, *day),
                        correction: self.corrections.get(&(staff_no.clone(), *day)),
                        overtime,
                    };
                    judge(&self.hours, &facts)
                })
                .collect();
            PersonMonth { staff_no: staff_no.clone(), totals: Totals::of(&results), days: results }
        };
        self.stays.iter().map(person).collect()
    }
}

fn standing(stays: &[Membership], day: NaiveDate, works: bool) -> Standing {
    match (stays.iter().any(|stay| stay.covers(day)), works) {
        (false, _) => Standing::NotOnDuty,
        (true, false) => Standing::Off,
        (true, true) => Standing::Working,
    }
}

/// Leave of both halves and minutes of overtime that were granted for a day.
fn on_day(granted: &[&Matter], day: NaiveDate) -> ([Option<LeaveKind>; 2], u32) {
    let (mut leave, mut overtime) = ([None; 2], 0);
    for matter in granted {
        match matter {
            Matter::Leave(taken) => {
                for (half, is_taken) in leave.iter_mut().zip(taken.halves(day)) {
                    if is_taken {
                        *half = Some(taken.kind);
                    }
                }
            }
            Matter::Overtime { day: on, minutes } if *on == day => overtime += minutes,
            Matter::Overtime { .. } => {}
        }
    }
    (leave, overtime)
}

/// Punches of the day and the days beside it, in minutes from the day's midnight.
fn around(punches: &[(NaiveDate, TimeOfDay)], day: NaiveDate) -> Vec<i32> {
    let (before, after) = (day.pred_opt().unwrap_or(day), day.succ_opt().unwrap_or(day));
    let first = punches.partition_point(|(on, _)| *on < before);
    let near = punches.get(first..).unwrap_or_default().iter().take_while(|(on, _)| *on <= after);
    near.map(|(on, time)| {
        let days = i32::try_from((*on - day).num_days()).unwrap_or_default();
        days * DAY + i32::from(time.minutes())
    })
    .collect()
}
