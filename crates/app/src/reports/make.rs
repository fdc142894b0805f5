//! Making reports and the settlement workbook.

use crate::error::AppError;
use crate::exchange::FileView;
use crate::session::App;
use domain::kernel::UnitCode;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Makes a report: the settlement report, a unit's confirmation sheet, or the one-page fee statement.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct MakeReport {
    /// 季度.
    pub quarter: String,
    /// 单位代码: that unit's confirmation sheet instead of the settlement report.
    #[ts(type = "string | null")]
    pub unit: Option<UnitCode>,
    /// The one-page fee statement (服务费结算单) instead.
    #[serde(default)]
    pub statement: bool,
    /// The file.
    pub out: String,
    /// An earlier revision instead of the newest.
    #[serde(default)]
    pub revision: Option<u32>,
}

/// A report that was made.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ReportView {
    /// The file.
    pub path: String,
    /// Bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// 报告编号.
    pub report_no: String,
    /// Revision.
    pub revision: u32,
    /// Formal, or 草稿.
    pub formal: bool,
    /// 校验码.
    pub check_code: String,
    /// SHA-256 of the file.
    pub sha256: String,
}

/// Writes the settlement as a workbook with live formulas.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SettlementWorkbook {
    /// 季度.
    pub quarter: String,
    /// The file.
    pub out: String,
}

/// `makeReport`.
pub fn make(_: &mut App, _: MakeReport) -> Result<ReportView, AppError> {
    Err(AppError::refused("internal", serde_json::json!({})))
}

/// `settlementWorkbook`.
pub fn workbook(_: &mut App, _: SettlementWorkbook) -> Result<FileView, AppError> {
    Err(AppError::refused("internal", serde_json::json!({})))
}
