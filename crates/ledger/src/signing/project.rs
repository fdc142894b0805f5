//! Signing events → rows.

use crate::column::{json, word};
use crate::project::{Origin, run};
use domain::event::{PaperApproved, PaperRecorded, ReportAccepted, ReportIssued};
use domain::kernel::Quarter;
use domain::signing::ReportSubject;
use rusqlite::{Connection, params};

pub(crate) fn issued(conn: &Connection, from: &Origin<'_>, e: &ReportIssued) -> rusqlite::Result<()> {
    let (kind, unit) = match &e.subject {
        ReportSubject::Settlement => ("settlement", None),
        ReportSubject::FeeStatement => ("feeStatement", None),
        ReportSubject::Confirmation { unit } => ("confirmation", Some(unit.as_str())),
    };
    run(
        conn,
        "INSERT OR REPLACE INTO report_issued VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            e.file.to_string(),
            kind,
            unit,
            word(&e.quarter),
            e.revision,
            e.report_no,
            e.check_code,
            from.at
        ],
    )
}

fn close(conn: &Connection, from: &Origin<'_>, quarter: Quarter, revision: u32) -> rusqlite::Result<()> {
    run(
        conn,
        "UPDATE revision SET state = 'closed', closed_at = ?3 WHERE quarter = ?1 AND revision = ?2",
        params![word(&quarter), revision, from.at],
    )
}

pub(crate) fn accepted(conn: &Connection, from: &Origin<'_>, e: &ReportAccepted) -> rusqlite::Result<()> {
    let file = e.file.to_string();
    run(
        conn,
        "INSERT OR REPLACE INTO acceptance VALUES (?1, ?2, 'digital', ?3, ?4, ?5, ?6, NULL)",
        params![word(&e.quarter), e.revision, file, json(&e.signatures), from.account, from.at],
    )?;
    close(conn, from, e.quarter, e.revision)
}

pub(crate) fn paper_recorded(
    conn: &Connection,
    from: &Origin<'_>,
    e: &PaperRecorded,
) -> rusqlite::Result<()> {
    let scan = e.scan.to_string();
    run(
        conn,
        "INSERT OR REPLACE INTO acceptance VALUES (?1, ?2, 'paper', ?3, ?4, ?5, ?6, NULL)",
        params![word(&e.quarter), e.revision, scan, json(e), from.account, from.at],
    )
}

pub(crate) fn paper_approved(
    conn: &Connection,
    from: &Origin<'_>,
    e: &PaperApproved,
) -> rusqlite::Result<()> {
    run(
        conn,
        "UPDATE acceptance SET approved_by = ?3 WHERE quarter = ?1 AND revision = ?2",
        params![word(&e.quarter), e.revision, from.account],
    )?;
    close(conn, from, e.quarter, e.revision)
}
