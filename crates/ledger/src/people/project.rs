//! People events → rows.

use crate::column::word;
use crate::project::run;
use domain::event::{EngineerRecorded, MembershipRecorded};
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
