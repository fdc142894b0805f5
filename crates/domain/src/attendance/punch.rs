//! Punches (打卡) of an attendance machine.

use super::TimeOfDay;
use crate::event::{Event, PunchesRecorded};
use crate::kernel::{Month, StaffNo, UnitCode};
use crate::people::Membership;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// One person's punches of a calendar day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PunchDay {
    /// 工号.
    pub staff_no: StaffNo,
    /// 日期.
    pub day: NaiveDate,
    /// Its times, in any order.
    pub times: Vec<TimeOfDay>,
}

/// Which cell of a row a refusal speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PunchColumn {
    /// 工号.
    StaffNo,
    /// 日期.
    Day,
}

/// What the rule needs to know.
#[derive(Debug)]
pub struct PunchFacts {
    /// Today.
    pub today: NaiveDate,
    /// Stays of those on record.
    pub stays: BTreeMap<StaffNo, Vec<Membership>>,
    /// Punches on record of the days concerned.
    pub known: BTreeSet<(StaffNo, NaiveDate, TimeOfDay)>,
    /// Months whose scores are reviewed: what they rest on stays as it is until they are reopened.
    pub closed: BTreeSet<(UnitCode, Month)>,
}

/// A month's times by day.
type Days = BTreeMap<NaiveDate, BTreeSet<TimeOfDay>>;

/// Records punches, one entry for a person's month. What is on record does nothing. Each refusal comes with its place
/// in the list.
///
/// # Errors
/// [`Refusal::UnknownEngineer`], [`Refusal::DateInFuture`], [`Refusal::NotOnDutyThatDay`], [`Refusal::AttendanceMonthClosed`].
pub fn record_punches(
    facts: &PunchFacts,
    rows: &[PunchDay],
) -> Result<Vec<Event>, Vec<(usize, PunchColumn, Refusal)>> {
    let mut refused = Vec::new();
    let mut fresh: BTreeMap<(&StaffNo, Option<Month>), Days> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        match duty(facts, row) {
            Err((column, refusal)) => refused.push((index, column, refusal)),
            Ok(unit) => {
                let on_record =
                    |time: &TimeOfDay| facts.known.contains(&(row.staff_no.clone(), row.day, *time));
                let times: Vec<TimeOfDay> =
                    row.times.iter().copied().filter(|time| !on_record(time)).collect();
                if times.is_empty() {
                    continue;
                }
                let month = Month::of(row.day);
                match month.filter(|month| facts.closed.contains(&(unit.clone(), *month))) {
                    Some(month) => {
                        let closed = Refusal::AttendanceMonthClosed { unit: unit.clone(), month };
                        refused.push((index, PunchColumn::Day, closed));
                    }
                    None => {
                        let days = fresh.entry((&row.staff_no, month)).or_default();
                        days.entry(row.day).or_default().extend(times);
                    }
                }
            }
        }
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    let entry = |((staff_no, _), days): ((&StaffNo, _), Days)| {
        let days = days.into_iter().map(|(day, times)| (day, times.into_iter().collect())).collect();
        Event::PunchesRecorded(PunchesRecorded { staff_no: staff_no.clone(), days })
    };
    Ok(fresh.into_iter().map(entry).collect())
}

/// The unit in which the person was on duty that day.
fn duty<'f>(facts: &'f PunchFacts, row: &PunchDay) -> Result<&'f UnitCode, (PunchColumn, Refusal)> {
    let staff_no = || row.staff_no.clone();
    let Some(stays) = facts.stays.get(&row.staff_no) else {
        return Err((PunchColumn::StaffNo, Refusal::UnknownEngineer { staff_no: staff_no() }));
    };
    if row.day > facts.today {
        return Err((PunchColumn::Day, Refusal::DateInFuture { date: row.day, today: facts.today }));
    }
    // Who worked through the night may punch out on the morning after the last day.
    let covers = |stay: &&Membership| {
        stay.covers(row.day) || row.day.pred_opt().is_some_and(|before| stay.left_on == Some(before))
    };
    stays
        .iter()
        .find(covers)
        .map(|stay| &stay.unit)
        .ok_or_else(|| (PunchColumn::Day, Refusal::NotOnDutyThatDay { staff_no: staff_no(), day: row.day }))
}
