//! What the rules of assessment need to read.

use super::query;
use crate::organisation::query::{units, working_days};
use crate::people::query::{letters, memberships};
use crate::rulebook::query::{rubric_of, rule_set_of};
use crate::settlement::query::{confirmed_parties, final_quarters};
use crate::ticket::work::months as months_of_work;
use domain::assessment::{
    CloseFacts, DeclareFacts, ExemptFacts, Exemption, RecordFacts, WorkMonths, expected,
};
use domain::kernel::{Month, Quarter, StaffNo, UnitCode};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// Facts for recording scores in these months.
pub fn record(
    conn: &Connection,
    months: &BTreeSet<Month>,
    this_month: Month,
    on_behalf: bool,
) -> rusqlite::Result<RecordFacts> {
    let (from, to) = match (months.first(), months.last()) {
        (Some(first), Some(last)) => (*first, *last),
        _ => (this_month, this_month),
    };
    let submitted = query::scores(conn, from, to)?
        .into_iter()
        .map(|s| ((s.assessment.unit.clone(), s.assessment.month, s.assessment.staff_no.clone()), s))
        .collect();
    let mut rubrics = BTreeMap::new();
    for quarter in months.iter().map(|m| m.quarter()) {
        rubrics.insert(quarter, rubric_of(conn, quarter)?);
    }
    let units: BTreeSet<UnitCode> = units(conn)?.into_keys().collect();
    let mut work = WorkMonths::new();
    for month in months.iter().filter(|month| rubrics[&month.quarter()].is_computed()) {
        for unit in &units {
            work.insert((unit.clone(), *month), months_of_work(conn, unit, *month, None)?);
        }
    }
    Ok(RecordFacts {
        this_month,
        units,
        memberships: memberships(conn)?,
        states: query::month_states(conn, from, to)?.into_iter().map(|(k, (state, _))| (k, state)).collect(),
        submitted,
        not_assessed: query::not_assessed(conn, from, to)?.into_keys().collect(),
        rubrics,
        final_quarters: final_quarters(conn)?,
        on_behalf,
        work,
    })
}

/// Facts for closing or reopening one unit's month.
pub fn close(
    conn: &Connection,
    unit: &UnitCode,
    month: Month,
    this_month: Month,
    two_person: bool,
) -> rusqlite::Result<CloseFacts> {
    let quarter = month.quarter();
    let rule_set = rule_set_of(conn, quarter)?;
    let here = |key: &(UnitCode, Month)| key.0 == *unit && key.1 == month;
    let declared = query::declarations(conn, unit, month, month)?;
    let rubric = rubric_of(conn, quarter)?;
    let work = if rubric.is_computed() { months_of_work(conn, unit, month, None)? } else { BTreeMap::new() };
    Ok(CloseFacts {
        state: query::month_states(conn, month, month)?
            .into_iter()
            .find(|(key, _)| here(key))
            .map(|(_, (state, _))| state)
            .unwrap_or_default(),
        expected: expected(
            &memberships(conn)?,
            &letters(conn)?,
            unit,
            month,
            &working_days(conn)?,
            rule_set.min_days,
        ),
        submitted: query::scores(conn, month, month)?
            .into_iter()
            .filter(|s| s.assessment.unit == *unit)
            .collect(),
        no_engineer: declared.iter().any(|d| d.staff_no.is_none()),
        not_assessed: declared.iter().filter_map(|d| d.staff_no.clone()).collect(),
        declared_by: declared.into_iter().map(|d| d.account).collect(),
        quarter_final: final_quarters(conn)?.contains(&quarter),
        confirmed: confirmed_parties(conn, unit, quarter)?,
        two_person,
        rubric,
        work,
        in_future: month > this_month,
    })
}

/// Facts for declaring something of one unit's month.
pub fn declare(
    conn: &Connection,
    unit: &UnitCode,
    month: Month,
    this_month: Month,
) -> rusqlite::Result<DeclareFacts> {
    let close = close(conn, unit, month, this_month, false)?;
    Ok(DeclareFacts {
        state: close.state,
        expected: close.expected,
        scored: close.submitted.into_iter().map(|s| s.assessment.staff_no).collect(),
        not_assessed: close.not_assessed,
        no_engineer: close.no_engineer,
        quarter_final: close.quarter_final,
    })
}

/// Facts for declaring one unit 不纳入考核 in a quarter. On duty is who was there on any working day of a month for
/// which they are not declared away.
pub fn exempt(
    conn: &Connection,
    unit: &UnitCode,
    quarter: Quarter,
    two_person: bool,
) -> rusqlite::Result<ExemptFacts> {
    let (calendar, stays, months) = (working_days(conn)?, memberships(conn)?, quarter.months());
    let away: BTreeSet<(Month, StaffNo)> = query::declarations(conn, unit, months[0], months[2])?
        .into_iter()
        .filter_map(|d| Some((d.month, d.staff_no?)))
        .collect();
    let letters = letters(conn)?;
    let present = months.into_iter().flat_map(|month| {
        let there = expected(&stays, &letters, unit, month, &calendar, 1).into_iter().filter(|e| e.due);
        there.map(move |e| (month, e.staff_no))
    });
    Ok(ExemptFacts {
        on_duty: present.into_iter().find(|there| !away.contains(there)).map(|(_, staff_no)| staff_no),
        known: query::exemptions(conn, quarter)?.remove(unit).map(|known| Exemption {
            declared_by: known.declared_by,
            reason: known.reason,
            attachment: known.attachment,
            approved: known.approved_by.is_some(),
        }),
        quarter_final: final_quarters(conn)?.contains(&quarter),
        two_person,
    })
}
