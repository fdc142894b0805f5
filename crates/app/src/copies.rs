//! Copies of personal data outside the ledger: where files with people's names went, so that whoever erases somebody's data
//! can have the copies destroyed too (个人信息保护法 §47).

use crate::clock::local_text;
use crate::error::AppError;
use crate::exchange::FileView;
use crate::keeping::known_backups;
use crate::session::App;
use domain::kernel::{StaffNo, UnitCode};
use ledger::handed_out::{self, HandedOut};
use ledger::people::query::memberships;
use ledger::signing::query::issued_with;
use serde::Serialize;
use std::collections::BTreeSet;
use std::path::Path;
use ts_rs::TS;

/// Something outside the ledger that may still name the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CopyView {
    /// What: `backup`, `formalReport`, or the use case that wrote it: `exportSheet`, `makeTemplate`, `settlementWorkbook`,
    /// `makeReport` ….
    pub kind: String,
    /// The file; of a formal report its number, for the parties have their own files of it.
    pub name: String,
    /// When, local time, where that is known.
    pub at: Option<String>,
}

/// Remembers a file with people's names in it, that of one unit or of everybody.
pub(crate) fn handed_out(
    app: &App,
    kind: &str,
    unit: Option<UnitCode>,
    file: FileView,
) -> Result<FileView, AppError> {
    // As it was typed it may depend on the folder that the program was started in.
    let path =
        std::path::absolute(&file.path).map_err(|error| AppError::file(Path::new(&file.path), &error))?;
    let kept =
        HandedOut { path: path.display().to_string(), kind: kind.to_owned(), unit, at: app.clock.now() };
    handed_out::remember(app.conn()?, &kept)?;
    Ok(file)
}

/// Every copy that the program knows of in which an engineer may stand: formal reports with their scores, files
/// of their units, backups.
pub(crate) fn of_engineer(app: &App, staff_no: &StaffNo) -> Result<Vec<CopyView>, AppError> {
    let conn = app.conn()?;
    let own: BTreeSet<UnitCode> = memberships(conn)?
        .into_iter()
        .filter(|stay| stay.staff_no == *staff_no)
        .map(|stay| stay.unit)
        .collect();
    let reports = issued_with(conn, staff_no)?.into_iter().map(|(number, at)| CopyView {
        kind: "formalReport".to_owned(),
        name: number,
        at: Some(local_text(at)),
    });
    let files = handed_out::files(conn)?.into_iter();
    let files = files.filter(|file| file.unit.as_ref().is_none_or(|unit| own.contains(unit)));
    let files =
        files.map(|file| CopyView { kind: file.kind, name: file.path, at: Some(local_text(file.at)) });
    let mut copies: Vec<CopyView> = reports.chain(files).collect();
    copies.extend(backups(app)?);
    Ok(copies)
}

/// Every backup that the program remembers: whoever is in the ledger stands in it.
pub(crate) fn backups(app: &App) -> Result<Vec<CopyView>, AppError> {
    let known = known_backups(app.conn()?)?.into_iter();
    let view = |(name, at): (String, Option<_>)| CopyView {
        kind: "backup".to_owned(),
        name,
        at: at.map(local_text),
    };
    Ok(known.map(view).collect())
}
