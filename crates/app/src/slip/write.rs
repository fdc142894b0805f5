//! Writing an 异议单. No ledger and no account are needed: whoever has the sheet may object to it.

use super::{SlipView, slip_view};
use crate::error::AppError;
use crate::exchange::write_file;
use crate::parse;
use crate::session::App;
use crate::signing::find;
use domain::kernel::Digest;
use domain::settlement::check_code;
use domain::settlement::official::{SheetRef, SlipObjection, read_sheet, write_slip};
use report::ReportKind;
use seal::Verdict;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// One objection to be written.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct SlipText {
    /// 工号 of a person of the sheet; `null`: the whole unit.
    pub staff_no: Option<String>,
    /// What, and why.
    pub text: String,
}

/// Writes an 异议单 against a unit's confirmation sheet.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct WriteObjectionSlip {
    /// The sheet (PDF).
    pub path: String,
    /// The slip (PDF).
    pub out: String,
    /// Name of the writer.
    pub writer: String,
    /// 职务.
    pub post: Option<String>,
    /// The objections.
    pub objections: Vec<SlipText>,
}

/// A slip that was written.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct WrittenSlipView {
    /// The file.
    pub path: String,
    /// Bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// What it says.
    pub slip: SlipView,
}

/// `writeObjectionSlip`. Nothing is recorded: the slip is the provider's word, on record once the client's side takes it in.
pub fn write(app: &mut App, request: WriteObjectionSlip) -> Result<WrittenSlipView, AppError> {
    let found = find(app, &request.path, &[])?;
    let sheet = found.facts.as_ref().filter(|facts| facts.kind == ReportKind::ConfirmationSheet);
    let Some((sheet, read)) = sheet.and_then(|sheet| Some((sheet, read_sheet(&sheet.figures)?))) else {
        return Err(AppError::refused("notASheet", json!({ "path": request.path })));
    };
    let verdict = found.inspection.verdict;
    if matches!(verdict, Verdict::Altered | Verdict::Invalid)
        || sheet.check_code != check_code(&sheet.figures)
    {
        return Err(AppError::refused("sheetNotIntact", json!({ "path": request.path })));
    }
    // What a draft shows is nobody's result yet.
    if !sheet.formal {
        return Err(AppError::refused("sheetIsDraft", json!({ "path": request.path })));
    }
    if is_same_file(&request.out, &request.path) {
        return Err(AppError::refused("fileExists", json!({ "path": request.out })));
    }
    let objections = request
        .objections
        .iter()
        .map(|one| {
            let staff_no = one.staff_no.as_deref().map(parse::staff_no).transpose()?;
            Ok(SlipObjection { staff_no, text: one.text.clone() })
        })
        .collect::<Result<Vec<_>, AppError>>()?;
    let of = SheetRef {
        report_no: sheet.report_no.clone(),
        revision: sheet.revision,
        check_code: sheet.check_code.clone(),
        figures: Digest::of(&[sheet.figures.as_bytes()]),
    };
    let writer = (request.writer.as_str(), request.post.as_deref().unwrap_or_default());
    let slip = write_slip(&read, of, &objections, writer, app.today()?)?;
    let bytes = crate::reports::objection_slip(app, &slip, sheet)?;
    let file = write_file(request.out.trim(), &bytes)?;
    Ok(WrittenSlipView { path: file.path, bytes: file.bytes, slip: slip_view(app, sheet, &slip)? })
}

/// Whether both name one file, however they are spelled. A file that is not there yet is no other.
fn is_same_file(a: &str, b: &str) -> bool {
    let real = |path: &str| std::fs::canonicalize(path.trim());
    matches!((real(a), real(b)), (Ok(a), Ok(b)) if a == b)
}
