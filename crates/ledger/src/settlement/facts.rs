//! What the settlement's rules need to read: everything on record about one quarter.

use super::query;
use crate::assessment::query as assessment;
use crate::organisation::query as organisation;
use crate::people::query::memberships;
use crate::rulebook::query::{rubric_of, rule_set_of};
use domain::assessment::{Expected, MonthState, expected};
use domain::kernel::{Month, Quarter, Score, StaffNo, UnitCode};
use domain::people::Membership;
use domain::settlement::official::ObjectionState;
use domain::settlement::{
    ConfirmationFact, ExemptionFact, FinalQuarter, MonthFacts, PersonFacts, QuarterFacts, UnitFacts,
};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet, HashMap};

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
    let mut stays = stays_by_unit(memberships(conn)?);
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
        let own = stays.remove(&code).unwrap_or_default();
        let mut months = Vec::new();
        for month in quarter.months() {
            let due = expected(&own, &code, month, &calendar, rule_set.min_days);
            let given = assessment::points(conn, &code, month)?;
            let key = (code.clone(), month);
            months.push(MonthFacts {
                month,
                people: people(due, given, |staff_no| not_assessed.contains(&(&code, month, staff_no))),
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

/// Each unit's stays. Probation runs from a person's first arrival anywhere, so that stay goes along with the unit's own.
/// `all` is by person and arrival.
fn stays_by_unit(all: Vec<Membership>) -> HashMap<UnitCode, Vec<Membership>> {
    let mut stays: HashMap<UnitCode, Vec<Membership>> = HashMap::new();
    let mut first: Option<Membership> = None;
    for stay in all {
        let own = stays.entry(stay.unit.clone()).or_default();
        match &first {
            Some(first) if first.staff_no == stay.staff_no => {
                if first.unit != stay.unit {
                    own.push(first.clone());
                }
            }
            _ => first = Some(stay.clone()),
        }
        own.push(stay);
    }
    stays
}

/// Joins who is due with the scores given; both are by staff number.
fn people(
    due: Vec<Expected>,
    given: Vec<(StaffNo, Score)>,
    not_assessed: impl Fn(&StaffNo) -> bool,
) -> Vec<PersonFacts> {
    // Scored without having been on duty at all.
    let not_due = |(staff_no, score)| PersonFacts {
        staff_no,
        score: Some(score),
        due: false,
        not_assessed: false,
        probation: false,
    };
    let mut people = Vec::with_capacity(due.len().max(given.len()));
    let mut given = given.into_iter().peekable();
    for person in due {
        while let Some(earlier) = given.next_if(|(staff_no, _)| *staff_no < person.staff_no) {
            people.push(not_due(earlier));
        }
        let score = given.next_if(|(staff_no, _)| *staff_no == person.staff_no).map(|(_, score)| score);
        people.push(PersonFacts {
            not_assessed: not_assessed(&person.staff_no),
            staff_no: person.staff_no,
            score,
            due: person.due,
            probation: person.probation,
        });
    }
    people.extend(given.map(not_due));
    people
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
