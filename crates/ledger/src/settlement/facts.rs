//! What the settlement's rules need to read: everything on record about one quarter.

use super::query;
use crate::assessment::query as assessment;
use crate::column::parsed;
use crate::gather::Unread;
use crate::organisation::query as organisation;
use crate::people::query::{self as people, letters, memberships_unread};
use crate::rulebook::query::{rubric_of, rule_set_of};
use domain::assessment::{MonthState, Roster};
use domain::kernel::{Month, Quarter, Score, StaffNo, UnitCode, WorkingDays};
use domain::people::Letters;
use domain::settlement::official::ObjectionState;
use domain::settlement::{
    ConfirmationFact, ExemptionFact, FinalQuarter, MonthFacts, PersonFacts, QuarterFacts, UnitFacts,
};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc;
use std::thread;

/// Facts of a quarter; `what_if` puts unit scores in the place of the computed ones (试算).
pub fn quarter(
    conn: &Connection,
    quarter: Quarter,
    this_month: Month,
    what_if: &BTreeMap<UnitCode, Score>,
) -> rusqlite::Result<QuarterFacts> {
    let [first, _, last] = quarter.months();
    let rule_set = rule_set_of(conn, quarter)?;
    let calendar = organisation::working_days(conn)?;
    let (stays, letters) = (memberships_unread(conn)?, letters(conn)?);
    let states = assessment::month_states(conn, first, last)?;
    let no_engineer = assessment::no_engineer(conn, first, last)?;
    let not_assessed = assessment::not_assessed(conn, first, last)?;
    let not_assessed: BTreeSet<(&UnitCode, Month, &StaffNo)> =
        not_assessed.keys().map(|(unit, month, staff_no)| (unit, *month, staff_no)).collect();
    let exemptions = assessment::exemptions(conn, quarter)?;
    let confirmations = query::confirmations(conn, quarter)?;
    let objections = query::objections(conn, quarter)?;
    let on_record = organisation::units(conn)?;
    let due = Due { calendar: &calendar, min_days: rule_set.min_days, not_assessed: &not_assessed };
    let mut people = everybody(conn, &stays, &letters, due, on_record.keys(), quarter)?.into_iter();
    let mut units = Vec::new();
    for (code, unit) in on_record {
        let mut months = Vec::new();
        for (month, people) in quarter.months().into_iter().zip(&mut people) {
            let key = (code.clone(), month);
            months.push(MonthFacts {
                month,
                people,
                no_engineer: no_engineer.contains_key(&key),
                closed: states.get(&key).is_some_and(|(state, _)| *state == MonthState::Closed),
            });
        }
        units.push(UnitFacts {
            exempt: exemptions
                .get(&code)
                .map(|e| ExemptionFact { reason: e.reason.clone(), approved: e.approved_by.is_some() }),
            confirmations: confirmations
                .iter()
                .filter(|c| c.unit == code)
                .map(|c| ConfirmationFact { party: c.party })
                .collect(),
            objection_open: objections.iter().any(|o| o.unit == code && o.state != ObjectionState::Settled),
            what_if: what_if.get(&code).copied(),
            months,
            name: unit.name,
            group: unit.group,
            code,
        });
    }
    let invoices = query::invoices(conn, quarter)?;
    Ok(QuarterFacts {
        quarter,
        rule_set,
        rubric: rubric_of(conn, quarter)?.version,
        units,
        contract: organisation::contract_terms(conn)?.remove(&quarter),
        adjustments: query::adjustments(conn, quarter)?,
        payments: query::payments(conn, quarter)?,
        invoiced: (!invoices.is_empty()).then(|| invoices.iter().map(|i| i.amount).sum()),
        history: history(conn, quarter)?,
        this_month,
    })
}

/// What decides whether a score is due.
#[derive(Clone, Copy)]
struct Due<'f> {
    calendar: &'f WorkingDays,
    min_days: u32,
    not_assessed: &'f BTreeSet<(&'f UnitCode, Month, &'f StaffNo)>,
}

/// The people of these units' months, unit by unit. SQLite goes through the scores on this thread; who was on duty, and
/// which score is whose, is found out beside it on another.
fn everybody<'u>(
    conn: &Connection,
    stays: &Unread<4>,
    letters: &Letters,
    due: Due<'_>,
    units: impl Iterator<Item = &'u UnitCode>,
    quarter: Quarter,
) -> rusqlite::Result<Vec<Vec<PersonFacts>>> {
    thread::scope(|scope| {
        let (sender, found) = mpsc::channel::<(&UnitCode, Month, Unread<2>)>();
        let beside = scope.spawn(move || {
            let stays = people::stays(stays.rows())?;
            let rosters = Roster::by_unit(&stays, letters);
            found
                .into_iter()
                .map(|(unit, month, points)| scored(rosters.get(unit), unit, month, due, &points))
                .collect()
        });
        for unit in units {
            for month in quarter.months() {
                // Nobody listens any more where the other thread has met an error, which it tells.
                let _ = sender.send((unit, month, assessment::points_unread(conn, unit, month)?));
            }
        }
        drop(sender);
        beside.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// Joins who is due in a unit's month with the scores given.
fn scored(
    roster: Option<&Roster<'_>>,
    unit: &UnitCode,
    month: Month,
    due: Due<'_>,
    points: &Unread<2>,
) -> rusqlite::Result<Vec<PersonFacts>> {
    let expected = roster.into_iter().flat_map(|roster| roster.expected(month, due.calendar, due.min_days));
    let mut people: Vec<PersonFacts> = expected
        .map(|person| PersonFacts {
            not_assessed: due.not_assessed.contains(&(unit, month, &person.staff_no)),
            staff_no: person.staff_no,
            score: None,
            due: person.due,
            probation: person.probation,
        })
        .collect();
    let mut not_due = Vec::new();
    // Both are by staff number, so that the next score is nearly always the next person's.
    let mut next = 0;
    for point in assessment::points(points.rows()) {
        let (staff_no, score) = point?;
        let place = match people.get(next) {
            Some(person) if person.staff_no.as_str() == staff_no => Ok(next),
            _ => people.binary_search_by(|person| person.staff_no.as_str().cmp(staff_no)),
        };
        match place {
            Ok(at) => {
                people[at].score = Some(score);
                next = at + 1;
            }
            // Scored without having been on duty at all.
            Err(_) => not_due.push(PersonFacts {
                staff_no: parsed(staff_no, 0, StaffNo::parse)?,
                score: Some(score),
                due: false,
                not_assessed: false,
                probation: false,
            }),
        }
    }
    if !not_due.is_empty() {
        people.append(&mut not_due);
        people.sort_by(|a, b| a.staff_no.cmp(&b.staff_no));
    }
    Ok(people)
}

/// Final quarters before this one.
fn history(conn: &Connection, quarter: Quarter) -> rusqlite::Result<Vec<FinalQuarter>> {
    let terms = organisation::contract_terms(conn)?;
    let settled = query::history(conn)?;
    Ok(settled
        .into_iter()
        .map(|(settlement, _, _)| settlement)
        .filter(|s| s.quarter < quarter)
        .filter_map(|s| {
            Some(FinalQuarter {
                quarter: s.quarter,
                overall: s.overall?,
                contract: terms.get(&s.quarter).map(|t| t.no.clone()),
            })
        })
        .collect())
}
