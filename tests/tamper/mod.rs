//! Somebody edits the database behind the program's back.

use huiqian_tests::Desk;
use ledger::rusqlite::Connection;
use serde_json::json;

fn findings(desk: &mut Desk) -> Vec<String> {
    let verify = desk.ok("verifyLedger", json!({}));
    let found = verify["findings"].as_array().unwrap().iter();
    let codes =
        found.filter(|f| f["damage"] == true).filter_map(|f| f["code"].as_str().map(str::to_owned)).collect();
    assert_eq!(verify["intact"] == true, Vec::<String>::len(&codes) == 0);
    codes
}

#[test]
fn edits_of_tables_scores_and_files_are_found() {
    for (sql, expected) in [
        ("UPDATE assessment SET score = '100' WHERE unit = 'C01'", "finding.table"),
        ("UPDATE contract_term SET amount = '9999999.00'", "finding.table"),
        ("DELETE FROM confirmation", "finding.table"),
        (
            "UPDATE personal SET fields = '{\"name\":\"王五\"}' WHERE subject LIKE 'engineer/%'",
            "finding.personal",
        ),
        ("DROP TRIGGER entry_is_never_changed; UPDATE entry SET account = 'x' WHERE seq = 2", "finding.copy"),
        (
            "DROP TRIGGER entry_is_never_changed; UPDATE entry SET record = CAST(record || x'00' AS BLOB) WHERE seq = 2",
            "finding.record",
        ),
        ("DROP TRIGGER entry_is_never_removed; DELETE FROM entry WHERE seq = 3", "finding.gap"),
    ] {
        let mut desk = Desk::province("2026-04-12T02:00:00Z", 1, false);
        desk.quarter("2026Q1", ["2026-01", "2026-02", "2026-03"], "1000.00", |_, _| "80".to_owned());
        desk.confirm("2026Q1");
        assert!(findings(&mut desk).is_empty());
        let connection = Connection::open(desk.app.dir().join("ledger.sqlite3")).unwrap();
        connection.execute_batch(sql).unwrap();
        drop(connection);
        let found = findings(&mut desk);
        assert!(
            found.iter().any(|f| f == expected || (expected == "finding.record" && f == "finding.hash")),
            "{sql}: {found:?}"
        );
    }
}

#[test]
fn a_missing_attachment_is_named() {
    let mut desk = Desk::province("2026-04-12T02:00:00Z", 2, false);
    let paper = desk.file("paper.txt", "说明");
    let declare = json!({ "unit": "C02", "quarter": "2026Q1", "reason": "尚未派驻", "attachment": paper });
    desk.ok("declareExempt", declare);
    assert!(findings(&mut desk).is_empty());
    let folder = desk.app.dir().join("attachments");
    std::fs::remove_dir_all(&folder).unwrap();
    std::fs::create_dir_all(&folder).unwrap();
    assert_eq!(findings(&mut desk), ["finding.attachmentMissing"]);
}
