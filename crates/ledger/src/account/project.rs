//! Account events → rows.

use crate::column::word;
use crate::project::{Origin, run};
use domain::event::{
    AccountClosed, AccountOpened, AccountTied, HandoverOffered, LedgerFounded, RetentionSet, TodayFixed,
    TwoPersonSet,
};
use domain::kernel::AccountName;
use rusqlite::{Connection, params};

pub(crate) fn founded(conn: &Connection, e: &LedgerFounded) -> rusqlite::Result<()> {
    let i = &e.installation;
    run(
        conn,
        "INSERT INTO installation (id, role, unit, two_person) VALUES (1, ?1, ?2, ?3)",
        params![word(&i.role), i.unit.as_str(), i.two_person],
    )
}

pub(crate) fn today(conn: &Connection, e: &TodayFixed) -> rusqlite::Result<()> {
    run(conn, "UPDATE installation SET today = ?1", [word(&e.today)])
}

pub(crate) fn two_person(conn: &Connection, e: &TwoPersonSet) -> rusqlite::Result<()> {
    run(conn, "UPDATE installation SET two_person = ?1", [e.on])
}

pub(crate) fn retention(conn: &Connection, e: &RetentionSet) -> rusqlite::Result<()> {
    run(conn, "UPDATE installation SET retention_months = ?1", [e.months])
}

pub(crate) fn opened(conn: &Connection, from: &Origin<'_>, e: &AccountOpened) -> rusqlite::Result<()> {
    let unit = e.unit.as_ref().map(|u| u.as_str());
    run(
        conn,
        "INSERT INTO account VALUES (?1, ?2, ?3, ?4, 1, ?5, ?6)",
        params![e.account.as_str(), word(&e.role), unit, e.post, e.personal.to_string(), from.at],
    )
}

pub(crate) fn tied(conn: &Connection, e: &AccountTied) -> rusqlite::Result<()> {
    run(
        conn,
        "INSERT OR REPLACE INTO account_engineer VALUES (?1, ?2)",
        params![e.account.as_str(), e.staff_no.as_str()],
    )
}

pub(crate) fn closed(conn: &Connection, e: &AccountClosed) -> rusqlite::Result<()> {
    run(conn, "UPDATE account SET open = 0 WHERE account = ?1", [e.account.as_str()])?;
    // Who is gone neither leaves work behind nor takes any.
    run(conn, "DELETE FROM handover WHERE leaver = ?1 OR successor = ?1", [e.account.as_str()])
}

pub(crate) fn handover_offered(
    conn: &Connection,
    from: &Origin<'_>,
    e: &HandoverOffered,
) -> rusqlite::Result<()> {
    let sql = "INSERT OR REPLACE INTO handover VALUES (?1, ?2, ?3, ?4)";
    run(conn, sql, params![e.from.as_str(), e.to.as_str(), e.note, from.at])
}

pub(crate) fn handover_ended(conn: &Connection, leaver: &AccountName) -> rusqlite::Result<()> {
    run(conn, "DELETE FROM handover WHERE leaver = ?1", [leaver.as_str()])
}
