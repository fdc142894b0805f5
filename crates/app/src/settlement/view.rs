//! A quarter, worked out, as `settle --json` promises it.

use crate::error::{AppError, coded};
use crate::parse;
use crate::session::App;
use domain::kernel::{Score, TaxSplit, UnitCode};
use domain::settlement::official::RevisionState;
use domain::settlement::{Settlement, UnitResult};
use ledger::settlement::{facts, query};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Works a quarter out.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct Settle {
    /// 季度.
    pub quarter: String,
    /// 试算: unit-quarter scores put in the place of the computed ones, by unit code.
    #[serde(default)]
    pub what_if: BTreeMap<String, String>,
    /// An earlier revision instead of the newest.
    #[serde(default)]
    pub revision: Option<u32>,
}

/// Lists every quarter with data.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Quarters {}

/// One unit's quarter, for those who see that unit only.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct UnitQuarter {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 季度.
    pub quarter: String,
}

/// Which rule set was applied.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RuleSetRef {
    /// Its name.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// Version of the rubric.
    pub rubric: u32,
}

/// An amount three ways, decimal text in yuan.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TaxView {
    /// 含税.
    pub gross: String,
    /// 不含税.
    pub net: String,
    /// 税额.
    pub tax: String,
    /// 人民币大写 of the amount incl. tax.
    pub capitals: String,
}

/// A person's month.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PersonScoreView {
    /// 工号.
    pub staff_no: String,
    /// 姓名.
    pub name: String,
    /// 得分.
    pub score: Option<String>,
    /// Whether it enters the unit's month.
    pub counted: bool,
    /// 试用.
    pub probation: bool,
    /// 本月不评分.
    pub not_assessed: bool,
}

/// A unit's month.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct MonthView {
    /// 月份.
    pub month: String,
    /// Exact decimal or fraction.
    pub score: Option<String>,
    /// Two decimals, for the eye.
    pub shown: Option<String>,
    /// 人数.
    pub headcount: u32,
    /// 本月无在岗人员.
    #[serde(rename = "noEngineer")]
    pub no_engineer: bool,
    /// Reviewed and closed.
    pub closed: bool,
    /// Persons.
    pub people: Vec<PersonScoreView>,
}

/// A unit's quarter.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct UnitScoreView {
    /// 单位代码.
    pub code: String,
    /// 单位名称.
    pub name: String,
    /// Exact decimal or fraction.
    pub score: Option<String>,
    /// Two decimals, for the eye.
    pub shown: Option<String>,
    /// Reason of 不纳入考核.
    pub exempt: Option<String>,
    /// Its months.
    pub months: Vec<MonthView>,
    /// Parties whose confirmation is in force.
    pub confirmed: Vec<String>,
}

/// A group's quarter.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct GroupView {
    /// `provincial` or `city`.
    pub kind: String,
    /// Weight applied, decimal text.
    pub weight: String,
    /// Exact decimal or fraction.
    pub score: Option<String>,
    /// Two decimals, for the eye.
    pub shown: Option<String>,
    /// Units in the denominator.
    pub counted: u32,
    /// Units left out.
    pub exempt: u32,
    /// Its units.
    pub units: Vec<UnitScoreView>,
}

/// A line carried in from another quarter.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AdjustmentView {
    /// From.
    pub from_quarter: String,
    /// Yuan.
    pub amount: String,
    /// Why.
    pub reason: String,
}

/// A step taken: by whom, when.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct StepView {
    /// The holder's name.
    pub name: String,
    /// Local time.
    pub at: String,
}

/// A party's confirmation of a unit.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ConfirmationView {
    /// 单位代码.
    pub unit: String,
    /// `client` or `provider`.
    pub party: String,
    /// 代录.
    pub on_behalf: bool,
    /// Who recorded it.
    pub name: String,
    /// Local time.
    pub at: String,
}

/// An objection.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ObjectionView {
    /// 单位代码.
    pub unit: String,
    /// Its number.
    pub number: u32,
    /// By which party.
    pub by: String,
    /// About whom.
    pub staff_no: Option<String>,
    /// What.
    pub text: String,
    /// `open`, `rejected` or `settled`.
    pub state: String,
    /// The unit's answer.
    pub answer: Option<String>,
    /// The province's decision.
    pub decision: Option<String>,
}

/// A quarter, worked out. Decimals are text.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct SettlementView {
    /// 季度.
    pub quarter: String,
    /// `draft`, `final` or `closed`.
    pub status: String,
    /// Where the revision stands: `open`, `prepared`, `reviewed`, `final` or `closed`.
    pub state: String,
    /// 1, 2, …
    pub revision: u32,
    /// Which rules were applied.
    pub rule_set: RuleSetRef,
    /// Provincial first.
    pub groups: Vec<GroupView>,
    /// Before rounding.
    pub overall_exact: Option<String>,
    /// Two decimals: what decides.
    pub overall: Option<String>,
    /// Four decimals.
    pub coefficient: Option<String>,
    /// `full`, `linear` or `none`.
    pub band: Option<String>,
    /// 含税, yuan.
    pub fee_base: Option<String>,
    /// 含税, yuan.
    pub fee_payable: Option<String>,
    /// Lines carried in.
    pub adjustments: Vec<AdjustmentView>,
    /// Already paid for this quarter, yuan.
    pub paid: String,
    /// 含税, yuan.
    pub amount_due: Option<String>,
    /// 税率, `6%`.
    pub tax_rate: Option<String>,
    /// Base three ways.
    pub fee_base_split: Option<TaxView>,
    /// Payable three ways.
    pub fee_payable_split: Option<TaxView>,
    /// Due three ways.
    pub amount_due_split: Option<TaxView>,
    /// Difference of the payable from the earlier revision's, yuan; shown, never added in.
    pub difference: Option<String>,
    /// Consecutive quarters below the threshold.
    pub consecutive_below: u32,
    /// Whether the client may end the contract: this quarter and the one before are final and below.
    pub termination_right: bool,
    /// What keeps it from becoming final.
    #[ts(type = "Array<{ code: string } & Record<string, unknown>>")]
    pub blockers: Vec<Value>,
    /// What a reader should know.
    #[ts(type = "Array<{ code: string; params: Record<string, unknown> }>")]
    pub warnings: Vec<Value>,
    /// Confirmations in force.
    pub confirmations: Vec<ConfirmationView>,
    /// Objections.
    pub objections: Vec<ObjectionView>,
    /// 编制.
    pub prepared: Option<StepView>,
    /// 复核.
    pub reviewed: Option<StepView>,
    /// 审批.
    pub finalised: Option<StepView>,
    /// Hash of the finalising entry where final, else of the ledger's last entry.
    pub journal_head: Option<String>,
}

/// A quarter in the list.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct QuarterView {
    /// 季度.
    pub quarter: String,
    /// `draft`, `final` or `closed`.
    pub status: String,
    /// Revision shown.
    pub revision: u32,
    /// Two decimals.
    pub overall: Option<String>,
    /// Four decimals.
    pub coefficient: Option<String>,
    /// 含税, yuan.
    pub fee_payable: Option<String>,
    /// Gaps left.
    #[ts(type = "number")]
    pub blockers: usize,
}

/// One unit's quarter.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct UnitQuarterView {
    /// 季度.
    pub quarter: String,
    /// The unit.
    pub unit: UnitScoreView,
    /// What keeps it open.
    #[ts(type = "Array<{ code: string } & Record<string, unknown>>")]
    pub blockers: Vec<Value>,
}

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
                units: group.units.iter().map(|u| unit_view(u, &confirmations, &names)).collect(),
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
            .map(|c| {
                Ok(ConfirmationView {
                    unit: c.unit.to_string(),
                    party: c.party.code().to_owned(),
                    on_behalf: c.on_behalf,
                    name: app.account_name(&c.account)?,
                    at: crate::clock::local_text(c.at),
                })
            })
            .collect::<Result<_, AppError>>()?,
        objections: query::objections(conn, settlement.quarter)?.into_iter().map(objection_view).collect(),
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

fn status(is_final: bool, state: RevisionState) -> &'static str {
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

fn objection_view(o: query::ObjectionRecord) -> ObjectionView {
    ObjectionView {
        unit: o.unit.to_string(),
        number: o.number,
        by: o.by.code().to_owned(),
        staff_no: o.staff_no.map(|s| s.to_string()),
        text: o.text,
        state: crate::organisation::word(&o.state),
        answer: o.answer.map(|(_, text, _)| text),
        decision: o.decision.map(|(_, text, _)| text),
    }
}

fn unit_view(
    unit: &UnitResult,
    confirmations: &[query::Confirmation],
    names: &BTreeMap<String, String>,
) -> UnitScoreView {
    UnitScoreView {
        code: unit.code.to_string(),
        name: unit.name.clone(),
        score: unit.score.as_ref().map(ToString::to_string),
        shown: unit.score.as_ref().map(|s| s.to_fixed(2)),
        exempt: unit.exempt.clone(),
        months: unit
            .months
            .iter()
            .map(|month| MonthView {
                month: month.month.to_string(),
                score: month.score.as_ref().map(ToString::to_string),
                shown: month.score.as_ref().map(|s| s.to_fixed(2)),
                headcount: month.headcount,
                no_engineer: month.no_engineer,
                closed: month.closed,
                people: month
                    .people
                    .iter()
                    .map(|p| PersonScoreView {
                        name: names
                            .get(&crate::personal::engineer_subject(&p.staff_no))
                            .cloned()
                            .unwrap_or_else(|| p.staff_no.to_string()),
                        staff_no: p.staff_no.to_string(),
                        score: p.score.map(|s| s.to_string()),
                        counted: p.counted,
                        probation: p.probation,
                        not_assessed: p.not_assessed,
                    })
                    .collect(),
            })
            .collect(),
        confirmed: confirmations
            .iter()
            .filter(|c| c.unit == unit.code)
            .map(|c| c.party.code().to_owned())
            .collect(),
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

/// `unitQuarter`.
pub fn unit_quarter(app: &mut App, request: UnitQuarter) -> Result<UnitQuarterView, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    let conn = app.conn()?;
    let facts = facts::quarter(conn, quarter, app.this_month()?, &BTreeMap::new())?;
    let Some(unit) = facts.units.iter().find(|u| u.code == request.unit) else {
        return Err(domain::Refusal::UnknownUnit { unit: request.unit }.into());
    };
    let (result, blockers) = domain::settlement::unit_result(unit, &facts.rule_set);
    let staff: std::collections::BTreeSet<String> = result
        .months
        .iter()
        .flat_map(|m| &m.people)
        .map(|p| crate::personal::engineer_subject(&p.staff_no))
        .collect();
    let names = app.names(&staff.into_iter().collect::<Vec<_>>())?;
    Ok(UnitQuarterView {
        quarter: quarter.to_string(),
        unit: unit_view(&result, &query::confirmations(conn, quarter)?, &names),
        blockers: blockers.iter().map(|b| serde_json::to_value(b).unwrap_or_default()).collect(),
    })
}
