//! The first start after an update: tables that the earlier program did not have are filled from the journal.

use super::tickets::{desk, register, sign_in};
use ledger::rusqlite::Connection;
use serde_json::json;

#[test]
fn an_updated_program_knows_what_was_entered_before() {
    let mut desk = desk();
    register(&mut desk, "analysis", json!({}));
    desk.ok("assignTicket", json!({ "ticket": "C01-202610-0001", "first": "QT1", "second": null }));
    // As a program left it that knew of no turns.
    let conn = Connection::open(desk.app.dir().join("ledger.sqlite3")).unwrap();
    assert_eq!(conn.execute("DELETE FROM ticket_turn", []).unwrap(), 1);
    drop(conn);
    sign_in(&mut desk, "admin");
    assert_eq!(
        desk.ok("verifyLedger", json!({}))["intact"],
        false,
        "a table that is not what the journal says"
    );
    desk.restart("2026-10-14T02:00:00Z");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], false, "the same program hides nothing");
    let conn = Connection::open(desk.app.dir().join("ledger.sqlite3")).unwrap();
    conn.execute("UPDATE meta SET value = '10' WHERE key = 'projected_with'", []).unwrap();
    drop(conn);
    desk.restart("2026-10-14T02:00:00Z");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
    assert_eq!(desk.ok("tickets", json!({}))["total"], 1);
}
