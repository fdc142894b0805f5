//! People events → rows.

use crate::column::{json, word};
use crate::project::{Origin, run};
use domain::event::{
    ArrivalAnnounced, ArrivalWithdrawn, Arrived, EngineerRecorded, LeavingRecorded, ManagerNamed,
    MembershipRecorded, PaperFiled, WorkNoteStruck, WorkNoted,
};
use rusqlite::{Connection, params};

pub(crate) fn engineer(conn: &Connection, e: &EngineerRecorded) -> rusqlite::Result<()> {
    let personal = e.personal.map(|d| d.to_string());
    let row = params![e.staff_no.as_str(), e.post, personal];
    run(conn, include_str!("sql/record_engineer.sql"), row)
}

pub(crate) fn membership(conn: &Connection, e: &MembershipRecorded) -> rusqlite::Result<()> {
    let m = &e.membership;
    let left_on = m.left_on.map(|d| word(&d));
    let row = params![m.staff_no.as_str(), m.unit.as_str(), word(&m.arrived_on), left_on];
    run(conn, "INSERT OR REPLACE INTO membership VALUES (?1, ?2, ?3, ?4)", row)
}

pub(crate) fn announced(conn: &Connection, from: &Origin<'_>, e: &ArrivalAnnounced) -> rusqlite::Result<()> {
    let row = params![e.staff_no.as_str(), e.number, e.unit.as_str(), word(&e.expected_on), from.at];
    run(conn, include_str!("sql/announce.sql"), row)
}

pub(crate) fn announcement_withdrawn(
    conn: &Connection,
    from: &Origin<'_>,
    e: &ArrivalWithdrawn,
) -> rusqlite::Result<()> {
    let row = params![e.staff_no.as_str(), e.number, from.at, e.reason];
    run(conn, include_str!("sql/withdraw_arrival.sql"), row)
}

pub(crate) fn arrived(conn: &Connection, e: &Arrived) -> rusqlite::Result<()> {
    let row = params![e.staff_no.as_str(), e.number, word(&e.arrived_on)];
    run(conn, include_str!("sql/arrive.sql"), row)
}

pub(crate) fn paper_filed(conn: &Connection, from: &Origin<'_>, e: &PaperFiled) -> rusqlite::Result<()> {
    let paper = &e.paper;
    run(
        conn,
        "INSERT OR REPLACE INTO stay_paper VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            e.staff_no.as_str(),
            word(&e.arrived_on),
            word(&paper.kind),
            paper.number,
            word(&paper.signed_on),
            paper.scan.to_string(),
            paper.on_behalf.as_ref().map(json),
            e.correction,
            from.account,
            from.at
        ],
    )
}

pub(crate) fn manager_named(conn: &Connection, e: &ManagerNamed) -> rusqlite::Result<()> {
    let account = e.account.as_ref().map(|account| account.as_str());
    let name = e.name.map(|digest| digest.to_string());
    let row = params![e.staff_no.as_str(), word(&e.arrived_on), account, name];
    run(conn, "INSERT OR REPLACE INTO stay_manager VALUES (?1, ?2, ?3, ?4)", row)
}

pub(crate) fn work_noted(conn: &Connection, from: &Origin<'_>, e: &WorkNoted) -> rusqlite::Result<()> {
    let (unit, on, text) = (e.unit.as_str(), word(&e.on), e.text.to_string());
    let shows = e.shows.as_ref().map(json);
    let row = params![e.staff_no.as_str(), e.number, unit, on, text, from.account, from.at, shows];
    run(conn, "INSERT INTO work_note VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, NULL, ?8)", row)
}

pub(crate) fn note_struck(conn: &Connection, e: &WorkNoteStruck) -> rusqlite::Result<()> {
    let row = params![e.staff_no.as_str(), e.number, e.reason];
    run(conn, "UPDATE work_note SET struck = ?3 WHERE staff_no = ?1 AND number = ?2", row)
}

pub(crate) fn leaving(conn: &Connection, from: &Origin<'_>, e: &LeavingRecorded) -> rusqlite::Result<()> {
    let row = params![e.staff_no.as_str(), word(&e.arrived_on), json(&e.leaving), from.account, from.at];
    run(conn, "INSERT OR REPLACE INTO leaving VALUES (?1, ?2, ?3, ?4, ?5)", row)
}
