//! What the settlement's rules need to read: everything on record about one quarter.

use super::query;
use crate::assessment::query as assessment;
use crate::column::parsed;
use crate::organisation::query as organisation;
use crate::people::query::{letters, memberships};
use crate::rulebook::query::{rubric_of, rule_set_of};
use domain::assessment::{Expected, MonthState, Roster};
use domain::kernel::{Month, Quarter, Score, StaffNo, UnitCode};
use domain::settlement::official::ObjectionState;
use domain::settlement::{
    ConfirmationFact, ExemptionFact, FinalQuarter, MonthFacts, PersonFacts, QuarterFacts, UnitFacts,
};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

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
    let memberships = memberships(conn)?;
    let mut rosters = Roster::by_unit(&memberships, &letters(conn)?);
    let states = assessment::month_states(conn, first, last)?;
    let no_engineer = assessment::no_engineer(conn, first, last)?;
    let not_assessed = assessment::not_assessed(conn, first, last)?;
    let not_assessed: BTreeSet<(&UnitCode, Month, &StaffNo)> =
        not_assessed.keys().map(|(unit, month, staff_no)| (unit, *month, staff_no)).collect();
    let exemptions = assessment::exemptions(conn, quarter)?;
    let confirmations = query::confirmations(conn, quarter)?;
    let objections = query::objections(conn, quarter)?;
    let mut units = Vec::new();
    for (code, unit) in organisation::units(conn)? {
        let roster = rosters.remove(&code).unwrap_or_default();
        let mut months = Vec::new();
        for month in quarter.months() {
            let due = roster.expected(month, &calendar, rule_set.min_days);
            let away = |staff_no: &StaffNo| not_assessed.contains(&(&code, month, staff_no));
            let key = (code.clone(), month);
            months.push(MonthFacts {
                month,
                people: people(conn, &code, month, due, away)?,
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

/// Joins who is due in a unit's month with the scores given.
fn people(
    conn: &Connection,
    unit: &UnitCode,
    month: Month,
    due: impl Iterator<Item = Expected>,
    not_assessed: impl Fn(&StaffNo) -> bool,
) -> rusqlite::Result<Vec<PersonFacts>> {
    let mut people: Vec<PersonFacts> = due
        .map(|person| PersonFacts {
            not_assessed: not_assessed(&person.staff_no),
            staff_no: person.staff_no,
            score: None,
            due: person.due,
            probation: person.probation,
        })
        .collect();
    let mut not_due = Vec::new();
    // Both are by staff number, so that the next score is nearly always the next person's.
    let mut next = 0;
    assessment::each_points(conn, unit, month, |staff_no, score| {
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
        Ok(())
    })?;
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
