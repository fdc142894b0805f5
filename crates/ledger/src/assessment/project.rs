//! Assessment events → rows.

use crate::column::{json, word};
use crate::project::{Origin, run};
use domain::event::{
    AssessmentRecorded, ExemptionApproved, ExemptionDeclared, MonthClosed, MonthReopened, NoEngineerDeclared,
    NotAssessedDeclared,
};
use rusqlite::{Connection, params};

pub(crate) fn recorded(conn: &Connection, from: &Origin<'_>, e: &AssessmentRecorded) -> rusqlite::Result<()> {
    let a = &e.assessment;
    run(
        conn,
        "INSERT OR REPLACE INTO assessment VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            word(&a.month),
            a.unit.as_str(),
            a.staff_no.as_str(),
            word(&a.score),
            json(&a.items),
            a.note,
            a.rubric,
            a.on_behalf,
            from.account,
            from.at
        ],
    )
}

pub(crate) fn closed(conn: &Connection, from: &Origin<'_>, e: &MonthClosed) -> rusqlite::Result<()> {
    let prepared = json(&e.prepared_by);
    run(
        conn,
        "INSERT OR REPLACE INTO unit_month VALUES (?1, ?2, 'closed', NULL, ?3, ?4, ?5, ?6)",
        params![
            e.unit.as_str(),
            word(&e.month),
            prepared,
            from.account,
            from.at,
            from.entry.hash.to_string()
        ],
    )
}

pub(crate) fn reopened(conn: &Connection, from: &Origin<'_>, e: &MonthReopened) -> rusqlite::Result<()> {
    run(
        conn,
        "INSERT OR REPLACE INTO unit_month VALUES (?1, ?2, 'reopened', ?3, NULL, NULL, ?4, ?5)",
        params![e.unit.as_str(), word(&e.month), e.reason, from.at, from.entry.hash.to_string()],
    )
}

pub(crate) fn no_engineer(
    conn: &Connection,
    from: &Origin<'_>,
    e: &NoEngineerDeclared,
) -> rusqlite::Result<()> {
    let row = params![e.unit.as_str(), word(&e.month), e.reason, from.account, from.at];
    run(conn, "INSERT OR REPLACE INTO no_engineer VALUES (?1, ?2, ?3, ?4, ?5)", row)
}

pub(crate) fn not_assessed(
    conn: &Connection,
    from: &Origin<'_>,
    e: &NotAssessedDeclared,
) -> rusqlite::Result<()> {
    let row = params![e.unit.as_str(), word(&e.month), e.staff_no.as_str(), e.reason, from.account, from.at];
    run(conn, "INSERT OR REPLACE INTO not_assessed VALUES (?1, ?2, ?3, ?4, ?5, ?6)", row)
}

pub(crate) fn exemption_declared(
    conn: &Connection,
    from: &Origin<'_>,
    e: &ExemptionDeclared,
) -> rusqlite::Result<()> {
    let attachment = e.attachment.map(|d| d.to_string());
    run(
        conn,
        "INSERT OR REPLACE INTO exemption VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULL, NULL)",
        params![e.unit.as_str(), word(&e.quarter), e.reason, attachment, from.account, from.at],
    )
}

pub(crate) fn exemption_approved(
    conn: &Connection,
    from: &Origin<'_>,
    e: &ExemptionApproved,
) -> rusqlite::Result<()> {
    run(
        conn,
        "UPDATE exemption SET approved_by = ?3, approved_at = ?4 WHERE unit = ?1 AND quarter = ?2",
        params![e.unit.as_str(), word(&e.quarter), from.account, from.at],
    )
}
