//! 项目成功率 by unit and by person.

use super::list::seen_units;
use crate::error::AppError;
use crate::parse::date;
use crate::personal::engineer_subject;
use crate::session::App;
use domain::opportunity::{SuccessRate, success_rates};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Shows how many of the opportunities that ended between two days were won.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SuccessRates {
    /// Of that unit; of all that one sees where absent.
    #[ts(optional = nullable)]
    pub unit: Option<String>,
    /// From that day on.
    pub from: String,
    /// To that day.
    pub to: String,
}

/// What was concluded, and the rate of success.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RateView {
    /// 中标.
    pub won: u32,
    /// 达成合作意向.
    pub agreed: u32,
    /// 未中标.
    pub lost: u32,
    /// 放弃.
    pub dropped: u32,
    /// All that were concluded.
    pub concluded: u32,
    /// (won + agreed) ÷ concluded, in percent with one decimal; absent where nothing was concluded.
    pub percent: Option<String>,
}

/// The rate of a unit.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct UnitRateLine {
    /// 单位代码.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// The rate.
    pub rate: RateView,
}

/// The rate of an engineer.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct EngineerRateLine {
    /// 工号; absent for what nobody was responsible for.
    pub staff_no: Option<String>,
    /// Their name; the staff number where it was erased.
    pub name: Option<String>,
    /// The rate.
    pub rate: RateView,
}

/// Rates of a period.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SuccessRatesView {
    /// Of all.
    pub total: RateView,
    /// Of each unit that concluded something.
    pub units: Vec<UnitRateLine>,
    /// Of each engineer.
    pub engineers: Vec<EngineerRateLine>,
}

fn view(rate: SuccessRate) -> RateView {
    RateView {
        won: rate.won,
        agreed: rate.agreed,
        lost: rate.lost,
        dropped: rate.dropped,
        concluded: rate.concluded(),
        percent: rate.percent().map(|percent| percent.to_fixed(1)),
    }
}

/// `successRates`.
pub fn rates(app: &mut App, request: SuccessRates) -> Result<SuccessRatesView, AppError> {
    let (from, to) = (date(&request.from)?, date(&request.to)?);
    let conn = app.conn()?;
    let units = ledger::organisation::query::units(conn)?;
    let seen = match seen_units(app, request.unit.as_deref())? {
        None => Vec::new(),
        Some(all) if all.is_empty() => units.keys().cloned().collect(),
        Some(some) => some,
    };
    let concluded = ledger::opportunity::facts::concluded(conn, &seen, from, to)?;
    let found = success_rates(&concluded, from, to);
    let subjects: Vec<String> = found.engineers.keys().flatten().map(engineer_subject).collect();
    let names = app.names(&subjects)?;
    Ok(SuccessRatesView {
        total: view(found.total),
        units: found
            .units
            .into_iter()
            .map(|(unit, rate)| UnitRateLine {
                name: units.get(&unit).map_or_else(|| unit.to_string(), |known| known.name.clone()),
                unit: unit.to_string(),
                rate: view(rate),
            })
            .collect(),
        engineers: found
            .engineers
            .into_iter()
            .map(|(staff_no, rate)| EngineerRateLine {
                name: staff_no
                    .as_ref()
                    .map(|no| names.get(&engineer_subject(no)).cloned().unwrap_or_else(|| no.to_string())),
                staff_no: staff_no.map(|no| no.to_string()),
                rate: view(rate),
            })
            .collect(),
    })
}
