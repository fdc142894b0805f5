//! Certification events → rows.

use crate::column::{json, word};
use crate::project::{Origin, run};
use domain::certification::Decision;
use domain::event::{
    CaseDecided, CaseOpened, CaseWithdrawn, EvidenceRecorded, EvidenceStruck, ExamRecorded, StandardIssued,
};
use rusqlite::{Connection, params};

pub(crate) fn standard(conn: &Connection, from: &Origin<'_>, e: &StandardIssued) -> rusqlite::Result<()> {
    let row = params![e.standard.version, word(&e.standard.from), json(&e.standard), from.at];
    run(conn, "INSERT OR REPLACE INTO qualification_standard VALUES (?1, ?2, ?3, ?4)", row)
}

pub(crate) fn opened(conn: &Connection, from: &Origin<'_>, e: &CaseOpened) -> rusqlite::Result<()> {
    let row = params![e.staff_no.as_str(), e.number, e.level, e.standard, word(&e.on), from.account];
    run(conn, include_str!("sql/open_case.sql"), row)
}

pub(crate) fn evidence(conn: &Connection, from: &Origin<'_>, e: &EvidenceRecorded) -> rusqlite::Result<()> {
    let row = params![
        e.staff_no.as_str(),
        e.number,
        e.line,
        json(&e.evidence),
        e.text.map(|digest| digest.to_string()),
        e.paper.map(|digest| digest.to_string()),
        from.account,
        from.at,
    ];
    run(conn, include_str!("sql/record_evidence.sql"), row)
}

pub(crate) fn struck(conn: &Connection, e: &EvidenceStruck) -> rusqlite::Result<()> {
    let row = params![e.staff_no.as_str(), e.number, e.line, e.reason];
    run(conn, include_str!("sql/strike_evidence.sql"), row)
}

pub(crate) fn exam(conn: &Connection, from: &Origin<'_>, e: &ExamRecorded) -> rusqlite::Result<()> {
    let row = params![
        e.staff_no.as_str(),
        word(&e.sitting),
        word(&e.general),
        word(&e.professional),
        e.correction,
        from.account,
        from.at,
    ];
    run(conn, "INSERT OR REPLACE INTO exam VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", row)
}

pub(crate) fn decided(conn: &Connection, from: &Origin<'_>, e: &CaseDecided) -> rusqlite::Result<()> {
    let (hash, origin) = (from.entry.hash.to_string(), from.entry.key.origin.as_str());
    let row = params![e.staff_no.as_str(), e.number, json(e), from.account, from.at, hash, origin];
    run(conn, include_str!("sql/decide_case.sql"), row)?;
    if let Decision::Passed { valid_from, .. } = &e.decision {
        let row = params![e.staff_no.as_str(), e.number, e.level, word(valid_from)];
        run(conn, "INSERT OR REPLACE INTO certified_level VALUES (?1, ?2, ?3, ?4)", row)?;
    }
    Ok(())
}

pub(crate) fn withdrawn(conn: &Connection, e: &CaseWithdrawn) -> rusqlite::Result<()> {
    let row = params![e.staff_no.as_str(), e.number, e.reason];
    run(conn, "UPDATE certification_case SET withdrawn = ?3 WHERE staff_no = ?1 AND number = ?2", row)
}
