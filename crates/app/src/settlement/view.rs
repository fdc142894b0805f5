//! A quarter, worked out from what is on record or as it was made official.

use super::objected::{deliveries, objections};
use super::shape::{
    AdjustmentView, GroupView, QuarterView, Quarters, RuleSetRef, Settle, SettlementView, StepView, TaxView,
    TerminationView,
};
use super::unit::{confirmation_view, unit_view};
use crate::error::{AppError, coded};
use crate::parse;
use crate::session::App;
use domain::kernel::{Score, TaxSplit, UnitCode};
use domain::settlement::Settlement;
use domain::settlement::official::RevisionState;
use domain::signing::ReportSubject;
use ledger::settlement::{facts, query};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// A settlement with the revision it belongs to.
pub(crate) struct Computed {
    pub settlement: Settlement,
    pub revision: u32,
    pub state: RevisionState,
    pub record: Option<query::RevisionRecord>,
    pub difference: Option<domain::kernel::Yuan>,
}

/// Works a quarter out from what is on record, or takes the settlement that was made official.
pub(crate) fn compute(app: &App, request: &Settle) -> Result<Computed, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    let mut what_if = BTreeMap::new();
    for (unit, score) in &request.what_if {
        let unit = parse::unit(unit)?;
        crate::assessment::known_unit(app, &unit)?;
        what_if.insert(unit, parse::score(score)?);
    }
    compute_with(app.conn()?, quarter, app.this_month()?, &what_if, request.revision)
}

pub(crate) fn compute_with(
    conn: &ledger::rusqlite::Connection,
    quarter: domain::kernel::Quarter,
    this_month: domain::kernel::Month,
    what_if: &BTreeMap<UnitCode, Score>,
    revision: Option<u32>,
) -> Result<Computed, AppError> {
    let mut revisions = query::revisions(conn, quarter)?;
    if let Some(wanted) = revision {
        let Some(at) = revisions.iter().position(|r| r.revision == wanted) else {
            return Err(AppError::refused(
                "noSuchRevision",
                json!({ "quarter": quarter, "revision": wanted }),
            ));
        };
        revisions.truncate(at + 1);
    }
    let record = revisions.pop();
    let earlier = revisions.iter().rev().find_map(|r| r.settlement.as_ref());
    let official = record.as_ref().filter(|r| r.rule_view().is_final()).and_then(|r| r.settlement.clone());
    let settlement = match official {
        // Money paid after it became official is shown beside it; nothing else of it changes.
        Some(official) if what_if.is_empty() => official.with_payments(&query::payments(conn, quarter)?),
        _ => domain::settlement::settle(&facts::quarter(conn, quarter, this_month, what_if)?),
    };
    let payable = settlement.fee_payable.map(|split| split.gross);
    let before = earlier.and_then(|s| s.fee_payable).map(|split| split.gross);
    Ok(Computed {
        revision: record.as_ref().map_or(1, |r| r.revision),
        state: record.as_ref().map_or(RevisionState::Open, |r| r.state),
        difference: payable.zip(before).map(|(now, before)| now - before),
        settlement,
        record,
    })
}

/// `settle`.
pub fn settle(app: &mut App, request: Settle) -> Result<SettlementView, AppError> {
    let computed = compute(app, &request)?;
    view(app, &computed)
}

pub(crate) fn view(app: &App, computed: &Computed) -> Result<SettlementView, AppError> {
    let settlement = &computed.settlement;
    let is_final = matches!(computed.state, RevisionState::Final | RevisionState::Closed)
        && settlement.blockers.is_empty();
    let conn = app.conn()?;
    let confirmations = query::confirmations(conn, settlement.quarter)?;
    let staff: std::collections::BTreeSet<String> =
        people(settlement).map(|p| crate::personal::engineer_subject(&p.staff_no)).collect();
    let names = app.names(&staff.into_iter().collect::<Vec<_>>())?;
    let step = |taken: Option<&(domain::kernel::AccountName, chrono::DateTime<chrono::Utc>)>| {
        taken
            .map(|(account, at)| {
                Ok::<_, AppError>(StepView {
                    name: app.account_name(account)?,
                    at: crate::clock::local_text(*at),
                })
            })
            .transpose()
    };
    let record = computed.record.as_ref();
    let this_month = app.this_month()?;
    let deliveries = deliveries(app, settlement.quarter, None)?;
    let report_no =
        domain::signing::report_no(settlement.quarter, &ReportSubject::Settlement, computed.revision);
    let waiting = ledger::signing::query::acceptances(conn, settlement.quarter)?
        .into_iter()
        .find(|a| a.revision == computed.revision && a.paper.is_some() && a.approved_by.is_none())
        .filter(|_| computed.state == RevisionState::Final)
        .map(|a| (a.account, a.at));
    let termination = query::termination(conn, settlement.quarter)?
        .map(|decided| {
            Ok::<_, AppError>(TerminationView {
                exercise: decided.exercise,
                reason: decided.reason,
                name: app.account_name(&decided.account)?,
                at: crate::clock::local_text(decided.at),
            })
        })
        .transpose()?;
    let mut warnings: Vec<Value> = settlement.warnings.iter().map(coded_value).collect();
    if !is_final {
        warnings.push(json!({ "code": "provisional", "params": {} }));
    }
    let head = match record.and_then(|r| r.entry.as_ref()) {
        Some((_, hash)) if is_final => Some(hash.to_string()),
        _ => app.ledger()?.head()?.map(|head| head.hash.to_string()),
    };
    let amount = |split: &Option<TaxSplit>| split.map(|s| s.gross.to_string());
    Ok(SettlementView {
        quarter: settlement.quarter.to_string(),
        status: status(is_final, computed.state).to_owned(),
        state: crate::organisation::word(&computed.state),
        revision: computed.revision,
        rule_set: RuleSetRef {
            id: "settlement".to_owned(),
            version: settlement.rule_set,
            rubric: settlement.rubric,
        },
        groups: settlement
            .groups
            .iter()
            .map(|group| GroupView {
                kind: crate::organisation::word(&group.kind),
                weight: weight(group.weight),
                score: group.score.as_ref().map(ToString::to_string),
                shown: group.score.as_ref().map(|s| s.to_fixed(2)),
                counted: group.counted,
                exempt: group.exempt,
                units: group
                    .units
                    .iter()
                    .map(|u| unit_view(u, &settlement.blockers, this_month, &confirmations, &names))
                    .collect(),
            })
            .collect(),
        overall_exact: settlement.overall_exact.as_ref().map(ToString::to_string),
        overall: settlement.overall.map(|d| d.to_string()),
        coefficient: settlement.coefficient.map(|d| d.to_string()),
        band: settlement.band.map(|b| crate::organisation::word(&b)),
        fee_base: amount(&settlement.fee_base),
        fee_payable: amount(&settlement.fee_payable),
        adjustments: settlement
            .adjustments
            .iter()
            .map(|a| AdjustmentView {
                from_quarter: a.from_quarter.to_string(),
                amount: a.amount.to_string(),
                reason: a.reason.clone(),
            })
            .collect(),
        paid: settlement.paid.to_string(),
        amount_due: amount(&settlement.amount_due),
        tax_rate: settlement.tax_rate.map(domain::kernel::TaxRate::percent),
        fee_base_split: settlement.fee_base.map(tax_view),
        fee_payable_split: settlement.fee_payable.map(tax_view),
        amount_due_split: settlement.amount_due.map(tax_view),
        difference: computed.difference.map(|d| d.to_string()),
        consecutive_below: settlement.consecutive_below,
        termination_right: is_final && settlement.termination_right,
        blockers: settlement.blockers.iter().map(|b| serde_json::to_value(b).unwrap_or_default()).collect(),
        warnings,
        confirmations: confirmations
            .iter()
            .map(|c| confirmation_view(app, c))
            .collect::<Result<_, AppError>>()?,
        objections: objections(app, settlement.quarter, None, &deliveries)?,
        deliveries: deliveries.into_values().collect(),
        report_issued: ledger::signing::query::issued(conn, settlement.quarter)?
            .iter()
            .any(|issued| issued.report_no == report_no),
        report_no,
        paper_waiting: step(waiting.as_ref())?,
        termination,
        prepared: step(record.and_then(|r| r.prepared.as_ref()))?,
        reviewed: step(record.and_then(|r| r.reviewed.as_ref()))?,
        finalised: step(record.and_then(|r| r.finalised.as_ref()))?,
        journal_head: head,
    })
}

/// Weights with at least two decimals, as the promised JSON shows them.
fn weight(value: rust_decimal::Decimal) -> String {
    let mut value = value.normalize();
    if value.scale() < 2 {
        value.rescale(2);
    }
    value.to_string()
}

fn people(settlement: &Settlement) -> impl Iterator<Item = &domain::settlement::PersonResult> {
    settlement.groups.iter().flat_map(|g| &g.units).flat_map(|u| &u.months).flat_map(|m| &m.people)
}

fn coded_value(value: &impl Serialize) -> Value {
    let (code, params): (String, Map<String, Value>) = coded(value);
    json!({ "code": code, "params": params })
}

pub(super) fn status(is_final: bool, state: RevisionState) -> &'static str {
    match (is_final, state) {
        (true, RevisionState::Closed) => "closed",
        (true, _) => "final",
        (false, _) => "draft",
    }
}

fn tax_view(split: TaxSplit) -> TaxView {
    TaxView {
        gross: split.gross.to_string(),
        net: split.net.to_string(),
        tax: split.tax.to_string(),
        capitals: domain::kernel::capitals(split.gross),
    }
}

/// `quarters`: every quarter with a contract, a score or a settlement, newest first.
pub fn quarters(app: &mut App, _: Quarters) -> Result<Vec<QuarterView>, AppError> {
    let conn = app.conn()?;
    let this_month = app.this_month()?;
    let mut list = Vec::new();
    for quarter in query::quarters(conn)? {
        let computed = compute_with(conn, quarter, this_month, &BTreeMap::new(), None)?;
        let settlement = &computed.settlement;
        let is_final = matches!(computed.state, RevisionState::Final | RevisionState::Closed);
        list.push(QuarterView {
            quarter: quarter.to_string(),
            status: status(is_final, computed.state).to_owned(),
            revision: computed.revision,
            overall: settlement.overall.map(|d| d.to_string()),
            coefficient: settlement.coefficient.map(|d| d.to_string()),
            fee_payable: settlement.fee_payable.map(|s| s.gross.to_string()),
            blockers: settlement.blockers.len(),
        });
    }
    list.reverse();
    Ok(list)
}
