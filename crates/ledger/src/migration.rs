//! The schema's history: numbered SQL texts, applied once each, their checksums kept and compared at every opening.

use crate::LedgerError;
use chrono::{DateTime, SecondsFormat, Utc};
use domain::kernel::Digest;
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};

/// One step of the schema. Additive: a released migration is never edited.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// `NNNN_name.sql`; the digits are its number.
    pub name: &'static str,
    /// The statements.
    pub sql: &'static str,
}

/// Every migration of this program, numbered from 1 without gaps.
pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "0001_core.sql", sql: include_str!("../migrations/0001_core.sql") },
    Migration { name: "0002_main_job.sql", sql: include_str!("../migrations/0002_main_job.sql") },
    Migration { name: "0003_retention.sql", sql: include_str!("../migrations/0003_retention.sql") },
    Migration { name: "0004_people.sql", sql: include_str!("../migrations/0004_people.sql") },
    Migration { name: "0005_certification.sql", sql: include_str!("../migrations/0005_certification.sql") },
    Migration { name: "0006_attendance.sql", sql: include_str!("../migrations/0006_attendance.sql") },
    Migration { name: "0007_development.sql", sql: include_str!("../migrations/0007_development.sql") },
    Migration {
        name: "0008_work_note_behaviour.sql",
        sql: include_str!("../migrations/0008_work_note_behaviour.sql"),
    },
    Migration { name: "0009_ticket.sql", sql: include_str!("../migrations/0009_ticket.sql") },
    Migration { name: "0010_ticket_order.sql", sql: include_str!("../migrations/0010_ticket_order.sql") },
    Migration { name: "0011_ticket_hands.sql", sql: include_str!("../migrations/0011_ticket_hands.sql") },
    Migration { name: "0012_opportunity.sql", sql: include_str!("../migrations/0012_opportunity.sql") },
    Migration { name: "0013_ticket_agreed.sql", sql: include_str!("../migrations/0013_ticket_agreed.sql") },
    Migration { name: "0014_form.sql", sql: include_str!("../migrations/0014_form.sql") },
    Migration {
        name: "0015_customer_spelling.sql",
        sql: include_str!("../migrations/0015_customer_spelling.sql"),
    },
    Migration {
        name: "0016_opportunity_ends.sql",
        sql: include_str!("../migrations/0016_opportunity_ends.sql"),
    },
    Migration { name: "0017_search.sql", sql: include_str!("../migrations/0017_search.sql") },
    Migration {
        name: "0018_ticket_settlement.sql",
        sql: include_str!("../migrations/0018_ticket_settlement.sql"),
    },
    Migration {
        name: "0019_customer_merged.sql",
        sql: include_str!("../migrations/0019_customer_merged.sql"),
    },
    Migration { name: "0020_document.sql", sql: include_str!("../migrations/0020_document.sql") },
    Migration { name: "0021_file_content.sql", sql: include_str!("../migrations/0021_file_content.sql") },
    Migration { name: "0022_named_file.sql", sql: include_str!("../migrations/0022_named_file.sql") },
    Migration { name: "0023_approval.sql", sql: include_str!("../migrations/0023_approval.sql") },
    Migration {
        name: "0024_account_engineer.sql",
        sql: include_str!("../migrations/0024_account_engineer.sql"),
    },
];

/// Marks our databases in SQLite's header: "HQL1".
pub(crate) const APPLICATION_ID: i32 = 0x4851_4c31;

const CREATE: &str = include_str!("sql/migration_table.sql");

impl Migration {
    /// The text with line feeds alone, so that a checkout with other line ends gives the same checksum.
    fn text(&self) -> String {
        self.sql.replace("\r\n", "\n")
    }

    fn checksum(&self) -> String {
        Digest::of(&[self.text().as_bytes()]).to_string()
    }
}

/// The newest schema version among these migrations.
pub(crate) fn known(migrations: &[Migration]) -> u32 {
    u32::try_from(migrations.len()).unwrap_or(u32::MAX)
}

/// Compares the database with the migrations; the answer is how many of them it has.
pub(crate) fn check(conn: &Connection, migrations: &[Migration]) -> Result<u32, LedgerError> {
    let id: i32 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if id != APPLICATION_ID {
        return Err(LedgerError::damaged("ledger.sqlite3 is not a Huiqian ledger"));
    }
    let known = known(migrations);
    let found: i64 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let last: Option<i64> = conn.query_row("SELECT max(number) FROM migration", [], |row| row.get(0))?;
    let applied = last.unwrap_or(0).max(found);
    let applied = u32::try_from(applied).map_err(|_| LedgerError::damaged("schema version"))?;
    if applied > known {
        return Err(LedgerError::NewerVersion { found: applied, known });
    }
    if i64::from(applied) != found || Some(i64::from(applied)) != last {
        return Err(LedgerError::damaged("schema version"));
    }
    for (number, migration) in (1..=applied).zip(migrations) {
        let kept: Option<String> = conn
            .query_row("SELECT sha256 FROM migration WHERE number = ?1", [number], |row| row.get(0))
            .optional()?;
        if kept.as_deref() != Some(&*migration.checksum()) {
            return Err(LedgerError::MigrationChanged { name: migration.name.to_owned() });
        }
    }
    Ok(applied)
}

/// Marks an empty database as ours.
pub(crate) fn prepare(conn: &Connection) -> Result<(), LedgerError> {
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.execute_batch(CREATE)?;
    Ok(())
}

/// Applies the migrations after the first `applied`, each in a transaction of its own.
pub(crate) fn apply(
    conn: &mut Connection,
    migrations: &[Migration],
    applied: u32,
    at: DateTime<Utc>,
) -> Result<(), LedgerError> {
    for (number, migration) in (1_u32..).zip(migrations).skip(applied as usize) {
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute_batch(&migration.text())?;
        tx.execute(
            "INSERT INTO migration (number, name, sha256, applied_at) VALUES (?1, ?2, ?3, ?4)",
            params![
                number,
                migration.name,
                migration.checksum(),
                at.to_rfc3339_opts(SecondsFormat::Millis, true)
            ],
        )?;
        tx.pragma_update(None, "user_version", number)?;
        tx.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn migrations_are_numbered_from_one_without_gaps() {
        for (number, migration) in (1..).zip(MIGRATIONS) {
            let digits = migration.name.split('_').next().unwrap();
            assert_eq!(digits.parse(), Ok(number), "{}", migration.name);
            assert!(migration.name.ends_with(".sql") && digits.len() == 4);
        }
    }

    #[test]
    fn every_file_in_the_folder_is_in_the_list() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations");
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        files.sort();
        assert_eq!(files, MIGRATIONS.iter().map(|m| m.name).collect::<Vec<_>>());
    }

    #[test]
    fn line_ends_do_not_change_the_checksum() {
        let unix = Migration { name: "0001_a.sql", sql: "a\nb\n" };
        let windows = Migration { name: "0001_a.sql", sql: "a\r\nb\r\n" };
        assert_eq!(unix.checksum(), windows.checksum());
        assert_ne!(unix.checksum(), Migration { name: "0001_a.sql", sql: "a\nc\n" }.checksum());
    }
}
