//! Giving a copy back that was filed with a person's papers, or attached to their certification, awards and violations.

use super::file_of;
use crate::attached::{AttachedView, saved, shown};
use crate::error::AppError;
use crate::exchange::FileView;
use crate::organisation::sees;
use crate::parse;
use crate::session::App;
use domain::kernel::{Digest, StaffNo, UnitCode};
use domain::people::Dossier;
use ledger::certification::query as certification;
use ledger::development::query as development;
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Writes a filed copy to a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct SaveScan {
    /// 工号 of the person in whose file it is.
    pub staff_no: String,
    /// SHA-256 of the copy, as the person's page names it.
    pub scan: String,
    /// The file. It gets the ending of the contents where it has none, or that of another kind of scan.
    pub out: String,
}

/// Shows a filed copy.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct LookAtScan {
    /// 工号 of the person in whose file it is.
    pub staff_no: String,
    /// SHA-256 of the copy.
    pub scan: String,
}

/// `saveScan`.
pub fn save(app: &mut App, request: SaveScan) -> Result<FileView, AppError> {
    let bytes = read(app, &request.staff_no, &request.scan)?;
    saved(&request.out, &bytes)
}

/// `lookAtScan`.
pub fn look(app: &mut App, request: LookAtScan) -> Result<AttachedView, AppError> {
    let bytes = read(app, &request.staff_no, &request.scan)?;
    shown(app, &bytes)
}

/// A copy in the person's file that the account may see.
fn read(app: &App, staff_no: &str, scan: &str) -> Result<Vec<u8>, AppError> {
    let staff_no = parse::staff_no(staff_no)?;
    let file = file_of(app.conn()?, &staff_no, app.today()?)?;
    let wanted = Digest::parse(scan);
    let mut found = None;
    let units: Vec<&UnitCode> = file.stays.iter().map(|stay| &stay.membership.unit).collect();
    // What belongs to the person and not to a stay is seen wherever one of their stays is.
    let attached = attached(app.conn()?, &staff_no)?;
    let attached = units.iter().flat_map(|unit| attached.iter().map(|digest| (*unit, *digest)));
    for (unit, digest) in copies(&file).into_iter().chain(attached) {
        if Some(digest) == wanted && sees(app, unit)? {
            found = Some(digest);
        }
    }
    let Some(digest) = found else {
        return Err(AppError::refused("unknownScan", json!({ "staffNo": staff_no })));
    };
    Ok(app.ledger()?.read_blob(&digest)?)
}

/// Papers behind evidence and decisions of the person's certification, awards and violations.
fn attached(conn: &Connection, staff_no: &StaffNo) -> Result<Vec<Digest>, AppError> {
    let mut papers = Vec::new();
    for case in certification::cases_of(conn, staff_no)? {
        papers.extend(case.decided.and_then(|decided| decided.event.paper));
        let evidence = certification::evidence(conn, staff_no, case.state.number)?;
        papers.extend(evidence.into_iter().filter_map(|entry| entry.paper));
    }
    for line in development::conduct_of(conn, staff_no)? {
        papers.extend(line.paper.into_iter().chain(line.decided.and_then(|decided| decided.paper)));
    }
    Ok(papers)
}

/// Copies in a person's file, with the unit to which they belong.
fn copies(file: &Dossier) -> Vec<(&UnitCode, Digest)> {
    let mut copies = Vec::new();
    for stay in &file.stays {
        let unit = &stay.membership.unit;
        copies.extend(stay.papers.iter().map(|paper| (unit, paper.scan)));
        copies.extend(stay.leaving.iter().filter_map(|leaving| leaving.scan).map(|scan| (unit, scan)));
    }
    for request in &file.replacements {
        let approval = request.approved.as_ref().and_then(|(approval, _)| approval.evidence);
        let dispatch = request.sent.as_ref().and_then(|sent| sent.copy);
        copies.extend([approval, dispatch].into_iter().flatten().map(|digest| (&request.unit, digest)));
    }
    copies
}
