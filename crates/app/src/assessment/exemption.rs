//! 不纳入考核 as it stands in a quarter: which units, why, with what paper, who agreed. Whoever is to agree reads it here.

use crate::attached::{AttachedView, saved, shown};
use crate::clock::local_text;
use crate::error::AppError;
use crate::exchange::FileView;
use crate::parse;
use crate::session::App;
use domain::kernel::UnitCode;
use ledger::assessment::query;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Asks which units were declared 不纳入考核.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Exemptions {
    /// 季度.
    pub quarter: String,
}

/// Shows the paper behind a declaration.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct LookAtExemptionPaper {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 季度.
    pub quarter: String,
}

/// Writes the paper behind a declaration to a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SaveExemptionPaper {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 季度.
    pub quarter: String,
    /// The file. It gets the ending of the contents where it has none, or that of another kind of file.
    pub out: String,
}

/// A declaration 不纳入考核.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ExemptionView {
    /// 单位代码.
    pub unit: String,
    /// Why.
    pub reason: String,
    /// SHA-256 of the paper behind it; `lookAtExemptionPaper` shows it, `saveExemptionPaper` writes it.
    pub paper: Option<String>,
    /// Who declared it.
    pub declared_by: String,
    /// When, local time.
    pub declared_at: String,
    /// Who agreed; until then it does not count.
    pub approved_by: Option<String>,
    /// When they agreed, local time.
    pub approved_at: Option<String>,
}

/// `exemptions`, by unit code.
pub fn exemptions(app: &mut App, request: Exemptions) -> Result<Vec<ExemptionView>, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    query::exemptions(app.conn()?, quarter)?
        .into_iter()
        .map(|(unit, known)| {
            Ok(ExemptionView {
                unit: unit.to_string(),
                reason: known.reason,
                paper: known.attachment.map(|digest| digest.to_string()),
                declared_by: app.account_name(&known.declared_by)?,
                declared_at: local_text(known.declared_at),
                approved_by: known.approved_by.map(|account| app.account_name(&account)).transpose()?,
                approved_at: known.approved_at.map(local_text),
            })
        })
        .collect()
}

/// `lookAtExemptionPaper`.
pub fn look_at_paper(app: &mut App, request: LookAtExemptionPaper) -> Result<AttachedView, AppError> {
    let bytes = paper(app, &request.unit, &request.quarter)?;
    shown(app, &bytes)
}

/// `saveExemptionPaper`.
pub fn save_paper(app: &mut App, request: SaveExemptionPaper) -> Result<FileView, AppError> {
    saved(&request.out, &paper(app, &request.unit, &request.quarter)?)
}

fn paper(app: &App, unit: &UnitCode, quarter: &str) -> Result<Vec<u8>, AppError> {
    let quarter = parse::quarter(quarter)?;
    let known = query::exemptions(app.conn()?, quarter)?.remove(unit);
    let Some(digest) = known.and_then(|known| known.attachment) else {
        let params = json!({ "unit": unit, "quarter": quarter });
        return Err(AppError::refused("noExemptionPaper", params));
    };
    Ok(app.ledger()?.read_blob(&digest)?)
}
