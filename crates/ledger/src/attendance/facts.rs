//! What the rules of attendance need to read.

use super::query;
use crate::assessment::query::reviewed_months;
use crate::organisation::query::{units, working_days};
use crate::people::query::{memberships, memberships_in};
use chrono::NaiveDate;
use domain::attendance::{ApplyFacts, CorrectFacts, PunchFacts, WorkingHours};
use domain::attendance::{MonthFacts, hours_in};
use domain::kernel::{Month, StaffNo, UnitCode};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// The unit's months whose scores are reviewed.
pub fn closed_months(conn: &Connection, unit: &UnitCode) -> rusqlite::Result<BTreeSet<Month>> {
    let of_unit = |(of, month): (UnitCode, Month)| (of == *unit).then_some(month);
    Ok(reviewed_months(conn)?.into_iter().filter_map(of_unit).collect())
}

/// Facts for setting a unit's hours: units on record, and what the unit has set.
pub fn hours(
    conn: &Connection,
    unit: &UnitCode,
) -> rusqlite::Result<(BTreeSet<UnitCode>, BTreeMap<Month, WorkingHours>)> {
    let set = query::hours(conn, unit)?.into_iter().map(|hours| (hours.from, hours)).collect();
    Ok((units(conn)?.into_keys().collect(), set))
}

/// Facts for recording punches of these days and people.
pub fn punches(
    conn: &Connection,
    staff: &BTreeSet<&StaffNo>,
    days: Option<(NaiveDate, NaiveDate)>,
    today: NaiveDate,
) -> rusqlite::Result<PunchFacts> {
    let mut stays: BTreeMap<StaffNo, Vec<_>> = BTreeMap::new();
    for stay in memberships(conn)? {
        if staff.contains(&stay.staff_no) {
            stays.entry(stay.staff_no.clone()).or_default().push(stay);
        }
    }
    let staff: Vec<&StaffNo> = staff.iter().copied().collect();
    let mut known = BTreeSet::new();
    if let Some((from, to)) = days {
        for (staff_no, times) in query::punches(conn, &staff, from, to)? {
            known.extend(times.into_iter().map(|(day, time)| (staff_no.clone(), day, time)));
        }
    }
    Ok(PunchFacts { today, stays, known, closed: reviewed_months(conn)? })
}

/// Everything about a unit's month: who was there, its calendar and hours, punches, leave, overtime, what was set by hand.
/// One query a table.
pub fn month(
    conn: &Connection,
    unit: &UnitCode,
    month: Month,
    today: NaiveDate,
) -> rusqlite::Result<MonthFacts> {
    let (first, last) = (month.first_day(), month.last_day());
    let mut stays: BTreeMap<StaffNo, Vec<_>> = BTreeMap::new();
    for stay in memberships_in(conn, unit)?.into_iter().filter(|stay| stay.touches(month)) {
        stays.entry(stay.staff_no.clone()).or_default().push(stay);
    }
    let staff: Vec<&StaffNo> = stays.keys().collect();
    let punches = punches_around(conn, &staff, first, last)?;
    let recorded_from = query::first_punched(conn, &staff)?;
    let recorded_to = query::last_punched(conn, &staff, first, last)?;
    let mut corrections = BTreeMap::new();
    for known in query::corrections(conn, &staff, first, last)? {
        if known.unit == *unit {
            corrections.insert((known.staff_no, known.day), known.correction);
        }
    }
    let applications = query::applications(conn, unit, first, last)?;
    Ok(MonthFacts {
        month,
        today,
        hours: hours_in(&query::hours(conn, unit)?, unit, month),
        calendar: working_days(conn)?,
        stays,
        punches,
        recorded_from,
        recorded_to,
        corrections: corrections.into_iter().filter_map(|(key, set)| Some((key, set?))).collect(),
        applications: applications.into_iter().map(|a| a.application).collect(),
    })
}

/// Punches of these days; those of a night shift lie on the days beside them.
fn punches_around(
    conn: &Connection,
    staff: &[&StaffNo],
    first: NaiveDate,
    last: NaiveDate,
) -> rusqlite::Result<query::Punches> {
    let (from, to) = (first.pred_opt().unwrap_or(first), last.succ_opt().unwrap_or(last));
    query::punches(conn, staff, from, to)
}

/// One person's months in a unit: as [`month`] has them, and of the others only how far the unit's punches reach, by
/// which days are judged.
pub fn months_of(
    conn: &Connection,
    staff_no: &StaffNo,
    unit: &UnitCode,
    months: &BTreeSet<Month>,
    today: NaiveDate,
) -> rusqlite::Result<Vec<MonthFacts>> {
    let (Some(oldest), Some(newest)) = (months.first(), months.last()) else { return Ok(Vec::new()) };
    let (first, last) = (oldest.first_day(), newest.last_day());
    let everybody = memberships_in(conn, unit)?;
    let of_person: Vec<_> = everybody.iter().filter(|stay| stay.staff_no == *staff_no).cloned().collect();
    let punches = punches_around(conn, &[staff_no], first, last)?;
    let mut corrections = BTreeMap::new();
    for known in query::corrections(conn, &[staff_no], first, last)? {
        if known.unit == *unit {
            corrections.insert((known.staff_no, known.day), known.correction);
        }
    }
    let corrections: BTreeMap<_, _> =
        corrections.into_iter().filter_map(|(key, set)| Some((key, set?))).collect();
    let mut applications = query::applications_of(conn, staff_no)?;
    applications.retain(|applied| applied.application.unit == *unit);
    let (hours, calendar) = (query::hours(conn, unit)?, working_days(conn)?);
    let of_month = |month: &Month| {
        let there: BTreeSet<&StaffNo> =
            everybody.iter().filter(|stay| stay.touches(*month)).map(|stay| &stay.staff_no).collect();
        let there: Vec<&StaffNo> = there.into_iter().collect();
        let (first, last) = (month.first_day(), month.last_day());
        Ok(MonthFacts {
            month: *month,
            today,
            hours: hours_in(&hours, unit, *month),
            calendar: calendar.clone(),
            stays: [(staff_no.clone(), of_person.clone())].into(),
            punches: punches.clone(),
            recorded_from: query::first_punched(conn, &there)?,
            recorded_to: query::last_punched(conn, &there, first, last)?,
            corrections: corrections.clone(),
            applications: applications.iter().map(|applied| applied.application.clone()).collect(),
        })
    };
    months.iter().map(of_month).collect()
}

/// Facts for setting days of one month by hand.
pub fn correct(
    conn: &Connection,
    unit: &UnitCode,
    months: &BTreeSet<Month>,
    today: NaiveDate,
) -> rusqlite::Result<CorrectFacts> {
    let mut facts = CorrectFacts {
        unit: unit.clone(),
        today,
        standing: BTreeMap::new(),
        known: BTreeMap::new(),
        next: BTreeMap::new(),
        closed: BTreeSet::new(),
    };
    facts.closed = closed_months(conn, unit)?;
    for at in months {
        let of_month = month(conn, unit, *at, today)?;
        facts.standing.extend(of_month.standings());
        facts.next.extend(query::next_numbers(conn, &of_month.stays.keys().collect::<Vec<_>>())?);
        facts.known.extend(of_month.corrections);
    }
    Ok(facts)
}

/// Facts for applying for a person.
pub fn apply(conn: &Connection, staff_no: &StaffNo, today: NaiveDate) -> rusqlite::Result<ApplyFacts> {
    let stays = memberships(conn)?.into_iter().filter(|stay| stay.staff_no == *staff_no).collect();
    let applications = query::applications_of(conn, staff_no)?;
    Ok(ApplyFacts {
        today,
        stays,
        applications: applications.into_iter().map(|a| a.application).collect(),
        next: query::next_numbers(conn, &[staff_no])?.remove(staff_no).unwrap_or(1),
    })
}
