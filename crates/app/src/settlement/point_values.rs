//! 差距分析 in the shape that the page asks.

use super::compute;
use super::shape::Settle;
use crate::error::AppError;
use crate::session::App;
use domain::kernel::Role;
use domain::organisation::Party;
use domain::settlement::{Shifted, point_values};
use ledger::rulebook::query::{rule_set_of, rule_sets};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Asks what one point of each unit's score is worth to the fee.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PointValues {
    /// 季度.
    pub quarter: String,
}

/// The quarter with a unit's score one point away. Decimal texts; amounts in yuan.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ShiftedView {
    /// 总分.
    pub overall: String,
    /// 支付系数.
    pub coefficient: String,
    /// The quarter's own fee.
    pub fee_payable: Option<String>,
    /// Its distance from the fee as it stands.
    pub difference: Option<String>,
}

/// What a point of one unit is worth.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PointValueView {
    /// 单位代码.
    pub code: String,
    /// 单位名称.
    pub name: String,
    /// Its score as it stands, exact.
    pub score: Option<String>,
    /// With one point more; absent over 99.
    pub plus_one: Option<ShiftedView>,
    /// With one point less; absent under 1.
    pub minus_one: Option<ShiftedView>,
}

/// `pointValues`. The client is told once every month is closed.
pub fn values(app: &mut App, request: PointValues) -> Result<Vec<PointValueView>, AppError> {
    let settle = Settle { quarter: request.quarter, what_if: BTreeMap::new(), revision: None };
    let settlement = compute(app, &settle)?.settlement;
    let conn = app.conn()?;
    let applied = rule_sets(conn)?.into_iter().find(|r| r.version == settlement.rule_set);
    let rule_set = applied.map_or_else(|| rule_set_of(conn, settlement.quarter), Ok)?;
    let viewer = match app.signed_in()?.role {
        Role::ProviderRepresentative => Party::Provider,
        _ => Party::Client,
    };
    let units: BTreeMap<_, _> =
        settlement.groups.iter().flat_map(|g| &g.units).map(|unit| (&unit.code, unit)).collect();
    let values = point_values(&settlement, &rule_set, viewer)?;
    Ok(values
        .into_iter()
        .filter_map(|value| {
            let unit = units.get(&value.unit)?;
            Some(PointValueView {
                code: unit.code.to_string(),
                name: unit.name.clone(),
                score: unit.score.as_ref().map(ToString::to_string),
                plus_one: value.plus_one.map(shown),
                minus_one: value.minus_one.map(shown),
            })
        })
        .collect())
}

fn shown(shifted: Shifted) -> ShiftedView {
    ShiftedView {
        overall: shifted.overall.to_string(),
        coefficient: shifted.coefficient.to_string(),
        fee_payable: shifted.payable.map(|p| p.to_string()),
        difference: shifted.difference.map(|d| d.to_string()),
    }
}
