//! Looking at a report before it is made: the same bytes, nothing written, nothing recorded.

use super::make::{MakeReport, read};
use crate::error::AppError;
use crate::parse;
use crate::session::App;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::kernel::UnitCode;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Shows a report as `makeReport` would make it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PreviewReport {
    /// 季度.
    pub quarter: String,
    /// 单位代码: that unit's confirmation sheet instead of the settlement report.
    #[ts(type = "string | null")]
    pub unit: Option<UnitCode>,
    /// The one-page fee statement (服务费结算单) instead.
    #[serde(default)]
    pub statement: bool,
    /// An earlier revision instead of the newest.
    #[serde(default)]
    pub revision: Option<u32>,
}

/// A report to be looked at.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PreviewView {
    /// The PDF, base64.
    pub bytes: String,
    /// A name to save it under.
    pub file_name: String,
    /// 报告编号.
    pub report_no: String,
    /// Revision.
    pub revision: u32,
    /// Formal, or 草稿.
    pub formal: bool,
    /// 校验码.
    pub check_code: String,
}

/// `previewReport`.
pub fn preview(app: &mut App, request: PreviewReport) -> Result<PreviewView, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    let PreviewReport { quarter: text, unit, statement, revision } = request;
    let asked = MakeReport { quarter: text, unit, statement, revision, out: String::new() };
    let (document, _) = read(app, &asked, quarter)?;
    let bytes = document.render(&app.fonts()?)?;
    let head = document.head();
    Ok(PreviewView {
        bytes: STANDARD.encode(bytes),
        file_name: format!("{}{}.pdf", head.report_no, if head.formal { "" } else { "-草稿" }),
        report_no: head.report_no.clone(),
        revision: head.revision,
        formal: head.formal,
        check_code: head.check_code.clone(),
    })
}
