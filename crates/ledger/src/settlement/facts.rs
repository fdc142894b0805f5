//! What the settlement's rules need to read: everything on record about one quarter.

use super::query;
use crate::assessment::query as assessment;
use crate::organisation::query as organisation;
use crate::people::query::memberships;
use crate::rulebook::query::{rubric_of, rule_set_of};
use domain::assessment::{MonthState, Submitted, expected};
use domain::kernel::{Month, Quarter, Score, StaffNo, UnitCode};
use domain::people::Membership;
use domain::settlement::official::ObjectionState;
use domain::settlement::{
    ConfirmationFact, ExemptionFact, FinalQuarter, MonthFacts, PersonFacts, QuarterFacts, UnitFacts,
};
use rusqlite::Connection;
use std::collections::{BTreeMap, HashMap};

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
    let mut stays: HashMap<UnitCode, Vec<Membership>> = HashMap::new();
    let mut firsts: HashMap<StaffNo, Membership> = HashMap::new();
    for stay in memberships(conn)? {
        let earliest = firsts.entry(stay.staff_no.clone()).or_insert_with(|| stay.clone());
        if stay.arrived_on < earliest.arrived_on {
            *earliest = stay.clone();
        }
        stays.entry(stay.unit.clone()).or_default().push(stay);
    }
    let mut scores: HashMap<(UnitCode, Month), Vec<Submitted>> = HashMap::new();
    for score in assessment::scores(conn, first, last)? {
        let key = (score.assessment.unit.clone(), score.assessment.month);
        scores.entry(key).or_default().push(score);
    }
    let states = assessment::month_states(conn, first, last)?;
    let no_engineer = assessment::no_engineer(conn, first, last)?;
    let not_assessed = assessment::not_assessed(conn, first, last)?;
    let exemptions = assessment::exemptions(conn, quarter)?;
    let confirmations = query::confirmations(conn, quarter)?;
    let objections = query::objections(conn, quarter)?;
    let mut units = Vec::new();
    for (code, unit) in organisation::units(conn)? {
        // Probation runs from a person's first arrival anywhere, so that day goes along with the unit's own stays.
        let mut own = stays.remove(&code).unwrap_or_default();
        let mut arrivals: Vec<Membership> =
            own.iter().filter_map(|m| firsts.get(&m.staff_no)).filter(|m| m.unit != code).cloned().collect();
        own.append(&mut arrivals);
        let months = quarter
            .months()
            .into_iter()
            .map(|month| {
                let key = (code.clone(), month);
                let due = expected(&own, &code, month, &calendar, rule_set.min_days);
                let given = scores.remove(&key).unwrap_or_default();
                MonthFacts {
                    month,
                    people: people(due, &given, |staff| {
                        not_assessed.contains_key(&(code.clone(), month, staff.clone()))
                    }),
                    no_engineer: no_engineer.contains_key(&key),
                    closed: states.get(&key).is_some_and(|(state, _)| *state == MonthState::Closed),
                }
            })
            .collect();
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

fn people(
    due: Vec<domain::assessment::Expected>,
    given: &[Submitted],
    not_assessed: impl Fn(&StaffNo) -> bool,
) -> Vec<PersonFacts> {
    let mut people: BTreeMap<StaffNo, PersonFacts> = due
        .into_iter()
        .map(|e| {
            let facts = PersonFacts {
                not_assessed: not_assessed(&e.staff_no),
                staff_no: e.staff_no.clone(),
                score: None,
                due: e.due,
                probation: e.probation,
            };
            (e.staff_no, facts)
        })
        .collect();
    for score in given {
        let staff_no = &score.assessment.staff_no;
        let facts = people.entry(staff_no.clone()).or_insert_with(|| PersonFacts {
            staff_no: staff_no.clone(),
            score: None,
            due: false,
            not_assessed: false,
            probation: false,
        });
        facts.score = Some(score.assessment.score);
    }
    people.into_values().collect()
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
