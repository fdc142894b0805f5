//! Whatever is changed behind the program's back is noticed, and named.

use crate::toy::{Toy, WITH_TOY, actor, add, keep, noon, project, toy};
use ledger::{Finding, Ledger, LedgerError, Stage, VerifyReport};
use rusqlite::Connection;
use rusqlite::types::Value;
use serde_json::json;
use std::path::Path;

fn verify(ledger: &Ledger) -> VerifyReport {
    ledger.verify(project, &mut |_| true).unwrap()
}

/// The guard that tampering takes away and puts back, as the schema has it.
const GUARD: &str = "CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN
    SELECT RAISE(ABORT, 'a journal entry is never changed');
END";

/// Where the previous hash stands in a record: after the format, the origin and the place, each with its length.
const PREV: usize = (4 + 15) + (4 + 32) + (4 + 8) + 4;

/// Three entries, two accounts, a person, an attachment.
fn small() -> Toy {
    let mut toy = toy();
    add(&mut toy.ledger, "wang", 3).unwrap();
    add(&mut toy.ledger, "li", 4).unwrap();
    toy.ledger.submit(noon(), |tx| tx.put_blob(&b"contents"[..])).unwrap();
    keep(&mut toy.ledger, "person/1", json!({"name": "王芳"}));
    add(&mut toy.ledger, "wang", 5).unwrap();
    toy
}

/// Runs SQL without the program's own guards, and puts those back.
fn tamper(conn: &Connection, sql: &str) {
    let guards: Vec<(String, String)> = conn
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for (name, _) in &guards {
        conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    conn.execute_batch(sql).unwrap();
    for (_, guard) in &guards {
        conn.execute_batch(guard).unwrap();
    }
}

#[test]
fn an_untouched_ledger_is_intact_and_everything_was_looked_at() {
    let toy = small();
    let report = verify(&toy.ledger);
    assert!(report.intact());
    assert_eq!((report.findings.as_slice(), report.more), (&[][..], 0));
    let counts = report.counts;
    assert_eq!((counts.entries, counts.origins, counts.personal), (4, 1, 1));
    assert_eq!((counts.attachments, counts.attachment_bytes), (1, 8));
    assert_eq!((counts.tables, counts.rows), (2, 3));
    assert_eq!(report.head, toy.ledger.head().unwrap());
    assert_eq!(verify(&crate::toy::toy().ledger).counts.entries, 0);
}

/// Every byte of every stored column, changed, and each cut and lengthened; 32 bits of every integer.
#[test]
fn every_changed_byte_of_the_journal_is_noticed() {
    let toy = small();
    let conn = toy.ledger.conn();
    let columns = ["origin", "seq", "hash", "recorded_at", "account", "kind", "record"];
    let mut changes = 0;
    for position in 1..=3_i64 {
        for column in columns {
            let select = format!("SELECT {column} FROM entry WHERE position = ?1");
            let stored: Value = conn.query_row(&select, [position], |row| row.get(0)).unwrap();
            for changed in changed(&stored) {
                // A change that SQLite itself refuses (a doubled key) is none.
                let update = format!("UPDATE entry SET {column} = ?2 WHERE position = ?1");
                conn.execute_batch("SAVEPOINT s; DROP TRIGGER entry_is_never_changed").unwrap();
                let accepted = conn.execute(&update, (position, &changed)).is_ok();
                conn.execute_batch("RELEASE s").unwrap();
                if accepted {
                    changes += 1;
                    let report = chain_only(&toy.ledger);
                    assert!(!report.intact(), "{column} of {position}: {stored:?} became {changed:?}");
                    conn.execute(&update, (position, &stored)).unwrap();
                }
                conn.execute_batch(GUARD).unwrap();
            }
        }
    }
    assert!(changes > 1000, "{changes}");
    assert_eq!(chain_only(&toy.ledger).findings, []);
}

fn chain_only(ledger: &Ledger) -> VerifyReport {
    ledger.verify_journal(&mut |_| true).unwrap()
}

fn changed(value: &Value) -> Vec<Value> {
    let flips = |bytes: &[u8]| -> Vec<Vec<u8>> {
        (0..bytes.len())
            .map(|index| {
                let mut copy = bytes.to_vec();
                copy[index] ^= 1;
                copy
            })
            .chain([bytes[1..].to_vec(), [bytes, b"0"].concat()])
            .collect()
    };
    match value {
        Value::Integer(number) => (0..32).map(|bit| Value::Integer(number ^ (1 << bit))).collect(),
        Value::Blob(bytes) => flips(bytes).into_iter().map(Value::Blob).collect(),
        Value::Text(text) => flips(text.as_bytes())
            .into_iter()
            .filter_map(|bytes| String::from_utf8(bytes).ok())
            .map(Value::Text)
            .collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_kind_of_change_is_called_by_its_name() {
    let origin = |ledger: &Ledger| ledger.origin().to_string();
    type Expect = fn(String) -> Finding;
    let cases: [(&str, Expect); 11] = [
        ("UPDATE entry SET kind = 'Other' WHERE seq = 2", |origin| Finding::Copy {
            origin,
            seq: 2,
            column: "kind",
        }),
        ("UPDATE entry SET account = 'li' WHERE seq = 1", |origin| Finding::Copy {
            origin,
            seq: 1,
            column: "account",
        }),
        ("UPDATE entry SET hash = zeroblob(32) WHERE seq = 3", |origin| Finding::Hash { origin, seq: 3 }),
        ("UPDATE entry SET record = x'00' WHERE seq = 2", |_| Finding::Record { position: 2 }),
        ("DELETE FROM entry WHERE seq = 2", |origin| Finding::Gap { origin, after: 1, next: 3 }),
        ("DELETE FROM entry WHERE seq = 1", |origin| Finding::Gap { origin, after: 0, next: 2 }),
        ("DELETE FROM personal", |_| Finding::Personal { subject: "person/1".into() }),
        ("INSERT INTO personal SELECT 'person/2', digest, salt, fields, 1 FROM personal", |_| {
            Finding::Personal { subject: "person/2".into() }
        }),
        ("UPDATE personal SET fields = '{}'", |_| Finding::Personal { subject: "person/1".into() }),
        ("CREATE TRIGGER spy AFTER INSERT ON toy BEGIN SELECT 1; END", |_| Finding::Schema {
            name: "trigger spy".into(),
        }),
        ("DROP INDEX personal_current", |_| Finding::Schema { name: "index personal_current".into() }),
    ];
    for (sql, expected) in cases {
        let toy = small();
        tamper(toy.ledger.conn(), sql);
        let report = verify(&toy.ledger);
        let expected = expected(origin(&toy.ledger));
        assert!(!report.intact() && report.findings.contains(&expected), "{sql}: {:?}", report.findings);
    }
}

#[test]
fn entries_that_changed_places_are_noticed() {
    let toy = small();
    tamper(
        toy.ledger.conn(),
        "UPDATE entry SET position = 9 WHERE position = 1; UPDATE entry SET position = 1 WHERE position = 2;
         UPDATE entry SET position = 2 WHERE position = 9;",
    );
    assert!(!verify(&toy.ledger).intact());
}

#[test]
fn a_forged_entry_needs_all_that_follow_to_be_forged() {
    let (toy, mut forger) = (small(), toy());
    // The same place and time, another number, by somebody who can hash as well as we do.
    add(&mut forger.ledger, "wang", 300).unwrap();
    let (record, hash): (Vec<u8>, Vec<u8>) = forger
        .ledger
        .conn()
        .query_row("SELECT record, hash FROM entry", [], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    let find = forger.ledger.origin().to_string();
    let text = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
    let forged =
        text(&record).replace(&text(find.as_bytes()), &text(toy.ledger.origin().as_str().as_bytes()));
    tamper(
        toy.ledger.conn(),
        &format!("UPDATE entry SET record = x'{forged}', hash = x'{}' WHERE seq = 1", text(&hash)),
    );
    let origin = toy.ledger.origin().to_string();
    let findings = verify(&toy.ledger).findings;
    assert!(findings.contains(&Finding::Link { origin, seq: 2 }), "{findings:?}");
}

#[test]
fn a_tail_cut_off_is_seen_only_from_a_head_kept_elsewhere() {
    let toy = small();
    let printed = toy.ledger.head().unwrap().unwrap();
    tamper(
        toy.ledger.conn(),
        "DELETE FROM entry WHERE seq = 4; UPDATE toy SET sum = 3, acts = 1 WHERE account = 'wang'",
    );
    let report = verify(&toy.ledger);
    assert!(report.intact(), "{:?}", report.findings);
    assert_ne!(report.head, Some(printed));
    assert_eq!(toy.ledger.find_hash(&printed.hash).unwrap(), None);
}

#[test]
fn rows_that_differ_from_a_replay_are_named() {
    let toy = small();
    toy.ledger.conn().execute("UPDATE toy SET sum = 9 WHERE account = 'wang'", []).unwrap();
    let report = verify(&toy.ledger);
    assert_eq!(
        report.findings,
        [Finding::Table {
            table: "toy".into(),
            rows: 2,
            missing: vec!["account=wang, sum=8, acts=2".into()],
            unexpected: vec!["account=wang, sum=9, acts=2".into()],
        }]
    );
    assert!(!report.intact());
}

#[test]
fn another_order_of_the_same_rows_is_no_difference() {
    let toy = small();
    toy.ledger
        .conn()
        .execute_batch(
            "CREATE TEMP TABLE t AS SELECT * FROM toy; DELETE FROM toy;
            INSERT INTO toy SELECT * FROM t ORDER BY account; DROP TABLE t",
        )
        .unwrap();
    assert!(verify(&toy.ledger).intact());
}

#[test]
fn attachments_are_compared_both_ways() {
    let toy = small();
    let folder = toy.folder.path().join("attachments");
    let digest = domain::kernel::Digest::of(&[b"contents"]);
    let name = digest.to_string();
    let file = folder.join(&name[..2]).join(&name[2..4]).join(&name);
    let findings = || verify(&toy.ledger);

    std::fs::write(&file, b"contentz").unwrap();
    assert_eq!(findings().findings, [Finding::AttachmentDamaged { digest }]);
    std::fs::write(&file, b"content").unwrap();
    assert_eq!(findings().findings, [Finding::AttachmentDamaged { digest }]);
    std::fs::remove_file(&file).unwrap();
    assert_eq!(findings().findings, [Finding::AttachmentMissing { digest }]);
    std::fs::write(&file, b"contents").unwrap();
    assert_eq!(findings().findings, []);

    let (unknown, leftover) = (folder.join("ab"), folder.join(".incoming-x"));
    std::fs::write(&unknown, b"").unwrap();
    std::fs::write(&leftover, b"").unwrap();
    let report = findings();
    assert!(report.intact());
    assert!(report.findings.contains(&Finding::UnknownFile { path: unknown }));
    assert!(report.findings.contains(&Finding::Leftover { path: leftover }));
}

#[test]
fn an_unknown_event_is_shown_and_is_no_damage() {
    let mut toy = small();
    toy.ledger.submit(noon(), |tx| tx.append(&actor("li"), "FromTheFuture", 1, b"{}")).unwrap();
    let report = verify(&toy.ledger);
    assert!(report.intact());
    assert!(
        matches!(report.findings.as_slice(), [Finding::Stopped(stop)] if stop.kind == "FromTheFuture"),
        "{:?}",
        report.findings
    );
}

#[test]
fn verifying_can_be_cancelled_at_every_stage() {
    let toy = small();
    for stop_at in [Stage::Database, Stage::Chain, Stage::Attachments, Stage::Replay, Stage::Compare] {
        let cancelled = toy.ledger.verify(project, &mut |progress| progress.stage != stop_at);
        assert!(matches!(cancelled, Err(LedgerError::Cancelled)), "{stop_at:?}");
    }
    assert_eq!(verify(&toy.ledger).findings, []);
}

#[test]
fn a_long_journal_is_split_over_threads_and_joined_without_false_alarm() {
    let mut toy = toy();
    let count = 25_000;
    toy.ledger
        .submit(noon(), |tx| {
            for _ in 0..count {
                tx.append(&actor("wang"), "Added", 1, b"1")?;
            }
            tx.conn().execute("INSERT INTO toy VALUES ('wang', ?1, ?1)", [count])?;
            Ok::<_, LedgerError>(())
        })
        .unwrap();
    let report = verify(&toy.ledger);
    assert_eq!((report.findings.as_slice(), report.counts.entries), (&[][..], 25_000));
    // Links forged with everything else made to fit, at the borders of the ranges as well as inside.
    let conn = toy.ledger.conn();
    let origin = toy.ledger.origin().to_string();
    for seq in [1_i64, 6_250, 6_251, 12_500, 12_501, 18_751, 25_000] {
        let select = "SELECT record FROM entry WHERE seq = ?1";
        let stored: Vec<u8> = conn.query_row(select, [seq], |row| row.get(0)).unwrap();
        let set = |record: &[u8]| {
            let hash = *domain::kernel::Digest::of(&[record]).bytes();
            let update = "UPDATE entry SET record = ?2, hash = ?3 WHERE seq = ?1";
            conn.execute_batch("DROP TRIGGER entry_is_never_changed").unwrap();
            conn.execute(update, (seq, record, hash)).unwrap();
            conn.execute_batch(GUARD).unwrap();
        };
        let mut forged = stored.clone();
        forged[PREV] ^= 1;
        set(&forged);
        let findings = chain_only(&toy.ledger).findings;
        let link = Finding::Link { origin: origin.clone(), seq: seq.unsigned_abs() };
        assert!(findings.contains(&link) && findings.len() <= 2, "{seq}: {findings:?}");
        set(&stored);
        assert_eq!(chain_only(&toy.ledger).findings, []);
    }
}

/// Bytes all over the file, one at a time: nothing that matters changes unnoticed, and nothing panics.
#[test]
fn bytes_flipped_in_the_file_are_noticed_or_change_nothing() {
    let toy = small();
    let dir = toy.folder.path().to_owned();
    let contents = |conn: &Connection| -> Vec<Vec<Value>> {
        let mut all = Vec::new();
        for table in ["entry", "toy", "personal", "attachment"] {
            let mut statement = conn.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
            let columns = statement.column_count();
            let mut rows = statement.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                all.push((0..columns).map(|column| row.get(column).unwrap()).collect());
            }
        }
        all
    };
    let before = contents(toy.ledger.conn());
    drop(toy.ledger);
    let whole = std::fs::read(dir.join("ledger.sqlite3")).unwrap();
    let (mut refused, mut noticed, mut harmless) = (0, 0, 0);
    // Most of a small database is zeros between cells; what is in use is met all over.
    let used = (0..whole.len()).filter(|offset| whole[*offset] != 0);
    for offset in used.step_by(31) {
        let copy = tempfile::tempdir().unwrap();
        copy_folder(&dir.join("attachments"), &copy.path().join("attachments"));
        let mut bytes = whole.clone();
        bytes[offset] ^= 0x55;
        std::fs::write(copy.path().join("ledger.sqlite3"), &bytes).unwrap();
        match Ledger::open_with(copy.path(), WITH_TOY) {
            Err(_) => refused += 1,
            Ok(ledger) => match ledger.verify(project, &mut |_| true) {
                Ok(report) if report.intact() => {
                    harmless += 1;
                    assert_eq!(contents(ledger.conn()), before, "byte {offset}");
                }
                Ok(_) => noticed += 1,
                Err(error) => panic!("byte {offset}: {error}"),
            },
        }
    }
    assert!(refused > 0 && noticed > 20, "{refused} refused, {noticed} noticed, {harmless} in unused room");
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
