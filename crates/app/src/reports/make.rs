//! Making a report: read, printed, written, and recorded where it is formal.

use super::head::{Fixed, Tables};
use super::{confirmation_sheet, fee_statement, settlement_report};
use crate::copies::handed_out;
use crate::error::AppError;
use crate::exchange::write_file;
use crate::parse;
use crate::session::App;
use crate::settlement::{Computed, compute_with};
use domain::event::ReportIssued;
use domain::kernel::{Digest, Quarter, UnitCode};
use domain::signing::{ReportSubject, issue_report};
use ledger::signing::query;
use report::Fonts;
use report::view::{ConfirmationSheet, DocumentHead, FeeStatement, SettlementReport};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
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

/// What is to be made, read and ready to be printed.
pub(super) enum Document {
    Settlement(Box<SettlementReport>),
    Fee(Box<FeeStatement>),
    Confirmation(Box<ConfirmationSheet>),
}

impl Document {
    pub(super) fn head(&self) -> &DocumentHead {
        match self {
            Self::Settlement(view) => &view.head,
            Self::Fee(view) => &view.head,
            Self::Confirmation(view) => &view.head,
        }
    }

    pub(super) fn render(&self, fonts: &Fonts) -> Result<Vec<u8>, AppError> {
        Ok(match self {
            Self::Settlement(view) => report::render_settlement(view, fonts)?,
            Self::Fee(view) => report::render_fee_statement(view, fonts)?,
            Self::Confirmation(view) => report::render_confirmation(view, fonts)?,
        })
    }
}

/// `makeReport`. A formal report is recorded as given out together with its file; a draft is not.
pub fn make(app: &mut App, request: MakeReport) -> Result<ReportView, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    let (document, subject) = read(app, &request, quarter)?;
    let bytes = document.render(&app.fonts()?)?;
    let digest = Digest::of(&[&bytes]);
    let head = document.head();
    let file = if head.formal {
        let issued = ReportIssued {
            subject,
            quarter,
            revision: head.revision,
            report_no: head.report_no.clone(),
            check_code: head.check_code.clone(),
            file: digest,
        };
        let (file, _) = app.act(|tx, _| {
            let given_out = query::issued(tx.conn(), quarter)?;
            let known: Vec<Digest> = given_out.iter().map(|i| i.file).collect();
            let events = issue_report(&known, issued);
            // Within the transaction: what could not be written was not given out.
            Ok((events, write_file(&request.out, &bytes)?))
        })?;
        file
    } else {
        write_file(&request.out, &bytes)?
    };
    // The statement for the finance department names nobody.
    let file =
        if request.statement { file } else { handed_out(app, "makeReport", request.unit.clone(), file)? };
    Ok(ReportView {
        path: file.path,
        bytes: file.bytes,
        report_no: head.report_no.clone(),
        revision: head.revision,
        formal: head.formal,
        check_code: head.check_code.clone(),
        sha256: digest.to_string(),
    })
}

/// Reads what is asked for.
pub(super) fn read(
    app: &App,
    request: &MakeReport,
    quarter: Quarter,
) -> Result<(Document, ReportSubject), AppError> {
    let this_month = app.this_month()?;
    let none = BTreeMap::new();
    let asked = compute_with(app.conn()?, quarter, this_month, &none, request.revision)?;
    let fixed = fixed(&asked);
    if let Some(unit) = &request.unit {
        // An earlier revision's sheet is read as of that revision's end; the newest one's from the tables as they are.
        let newest = compute_with(app.conn()?, quarter, this_month, &none, None)?.revision;
        let entry = fixed.as_ref().filter(|_| asked.revision < newest).map(|f| f.hash);
        let tables = Tables::read(app, entry.as_ref())?;
        let view = confirmation_sheet::view(app, &tables, unit, quarter, this_month, asked.revision)?;
        return Ok((
            Document::Confirmation(Box::new(view)),
            ReportSubject::Confirmation { unit: unit.clone() },
        ));
    }
    let tables = Tables::read(app, fixed.as_ref().map(|f| &f.hash))?;
    let computed = match &fixed {
        None => asked,
        // Worked out from those tables: a formal one with the payments that were on record when it was finalised.
        Some(_) => compute_with(tables.conn(), quarter, this_month, &none, None)?,
    };
    Ok(if request.statement {
        let view = fee_statement::view(app, &tables, &computed, fixed.as_ref())?;
        (Document::Fee(Box::new(view)), ReportSubject::FeeStatement)
    } else {
        let view = settlement_report::view(app, &tables, &computed, fixed.as_ref())?;
        (Document::Settlement(Box::new(view)), ReportSubject::Settlement)
    })
}

/// What a final revision rests on; `None` for one that is not final.
pub(super) fn fixed(computed: &Computed) -> Option<Fixed> {
    let record = computed.record.as_ref().filter(|r| r.rule_view().is_final() && r.settlement.is_some())?;
    let (key, hash) = record.entry.as_ref()?;
    let (_, at) = record.finalised.as_ref()?;
    Some(Fixed { at: *at, hash: *hash, origin: key.origin.clone() })
}
