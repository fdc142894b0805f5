//! A toy feature: its table, its projector, its one act.

use chrono::{DateTime, TimeZone as _, Utc};
use domain::kernel::{AccountName, Actor, Digest, Role};

use ledger::{Appended, Entry, Ledger, LedgerError, MIGRATIONS, Migration, Submitted};
use rusqlite::{Connection, params};
use serde_json::{Value, json};
use tempfile::TempDir;

pub const WITH_TOY: &[Migration] = &[
    MIGRATIONS[0],
    Migration {
        name: "0002_toy.sql",
        sql: "CREATE TABLE toy (account TEXT PRIMARY KEY, sum INTEGER NOT NULL, acts INTEGER NOT NULL) STRICT; \
              CREATE VIEW named_file AS SELECT NULL AS digest WHERE 0;",
    },
];

pub struct Toy {
    pub folder: TempDir,
    pub ledger: Ledger,
}

pub fn toy() -> Toy {
    let folder = tempfile::tempdir().unwrap();
    let ledger = Ledger::found_with(folder.path(), noon(), WITH_TOY).unwrap();
    Toy { folder, ledger }
}

pub fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 7, 31, 4, 0, 0).unwrap()
}

pub fn actor(name: &str) -> Actor {
    Actor { account: AccountName::parse(name).unwrap(), role: Role::Clerk, unit: None }
}

pub fn add(ledger: &mut Ledger, name: &str, number: i64) -> Result<Submitted<Appended>, LedgerError> {
    add_at(ledger, noon(), name, number)
}

pub fn add_at(
    ledger: &mut Ledger,
    at: DateTime<Utc>,
    name: &str,
    number: i64,
) -> Result<Submitted<Appended>, LedgerError> {
    ledger.submit(at, |tx| {
        let appended = tx.append(&actor(name), "Added", 1, number.to_string().as_bytes())?;
        count(tx.conn(), name, number)?;
        Ok(appended)
    })
}

/// Keeps personal data of a subject, and names them in the journal.
pub fn keep(ledger: &mut Ledger, subject: &str, fields: Value) -> Digest {
    let fields = fields.as_object().unwrap().clone();
    let done = ledger.submit(noon(), |tx| {
        let digest = tx.put_personal(subject, &fields)?;
        tx.append(&actor("wang"), "Named", 1, json!([subject, digest]).to_string().as_bytes())?;
        name(tx.conn(), subject, &digest.to_string())?;
        Ok::<_, LedgerError>(digest)
    });
    done.unwrap().value
}

fn name(conn: &Connection, subject: &str, digest: &str) -> Result<(), LedgerError> {
    conn.execute("INSERT OR IGNORE INTO personal_named VALUES (?1, ?2)", [subject, digest])?;
    Ok(())
}

fn count(conn: &Connection, name: &str, number: i64) -> Result<(), LedgerError> {
    conn.execute(
        "INSERT INTO toy (account, sum, acts) VALUES (?1, ?2, 1)
         ON CONFLICT (account) DO UPDATE SET sum = sum + excluded.sum, acts = acts + 1",
        params![name, number],
    )?;
    Ok(())
}

pub fn project(conn: &Connection, entry: &Entry) -> Result<(), LedgerError> {
    match (entry.kind.as_str(), entry.version) {
        ("Added", 1) => count(conn, entry.actor.account.as_str(), entry.event()?),
        ("Named", 1) => {
            let (subject, digest): (String, String) = entry.event()?;
            name(conn, &subject, &digest)
        }
        _ => Err(entry.unknown()),
    }
}

pub fn sum(ledger: &Ledger, name: &str) -> Option<i64> {
    let sql = "SELECT sum FROM toy WHERE account = ?1";
    ledger.conn().query_row(sql, [name], |row| row.get(0)).ok()
}
