//! Founding and opening: what is refused, and with which word.

use crate::toy::{WITH_TOY, add, noon, project, toy};
use ledger::{Contender, Ledger, LedgerError, MIGRATIONS, Migration, Unsuitable};
use std::path::Path;

fn is_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder).unwrap().next().is_none()
}

#[test]
fn a_new_ledger_is_empty_has_an_origin_and_opens_again() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("慧签 账本/四川");
    let founded = Ledger::found(&dir, noon()).unwrap();
    let origin = founded.origin().clone();
    drop(founded);
    let opened = Ledger::open(&dir).unwrap();
    assert_eq!((opened.origin(), opened.dir()), (&origin, dir.as_path()));
    assert_eq!((opened.head().unwrap(), opened.former_origins().unwrap()), (None, vec![]));
    let pragma = |name: &str| -> String {
        let sql = format!("SELECT CAST((SELECT * FROM pragma_{name}) AS TEXT)");
        opened.conn().query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    for (name, value) in
        [("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("trusted_schema", "0")]
    {
        assert_eq!(pragma(name), value, "{name}");
    }
    assert_eq!((pragma("secure_delete"), pragma("user_version")), ("1".into(), MIGRATIONS.len().to_string()));
}

#[test]
fn a_second_ledger_in_the_same_folder_is_refused_and_the_first_stays() {
    let toy = toy();
    let refused = Ledger::found_with(toy.folder.path(), noon(), WITH_TOY);
    assert!(matches!(refused, Err(LedgerError::AlreadyThere { .. })));
    Ledger::open_with(toy.folder.path(), WITH_TOY).unwrap();
}

#[test]
fn a_missing_ledger_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(Ledger::open(folder.path()), Err(LedgerError::NotFound { .. })));
    assert!(is_empty(folder.path()));
}

#[test]
fn nothing_stays_behind_when_founding_fails() {
    const BROKEN: &[Migration] = &[MIGRATIONS[0], Migration { name: "0002_broken.sql", sql: "CREATE TABEL" }];
    let folder = tempfile::tempdir().unwrap();
    let failed = Ledger::found_with(&folder.path().join("a/b"), noon(), BROKEN);
    assert!(matches!(failed, Err(LedgerError::Sql(_))), "{failed:?}");
    assert!(is_empty(folder.path()));
}

#[test]
fn synchronised_folders_are_refused_for_founding_and_opening() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("OneDrive - 四川移动");
    for refused in [Ledger::found(&dir, noon()), Ledger::open(&dir)] {
        match refused {
            Err(LedgerError::UnsuitableLocation { reason: Unsuitable::SyncClient(name), .. }) => {
                assert_eq!(name, "OneDrive - 四川移动");
            }
            other => panic!("{other:?}"),
        }
    }
    assert!(is_empty(folder.path()));
}

#[test]
fn a_ledger_of_a_newer_version_is_refused_and_stays_as_it_is() {
    let toy = toy();
    let dir = toy.folder.path().to_owned();
    drop(toy.ledger);
    let before = std::fs::read(dir.join("ledger.sqlite3")).unwrap();
    let refused = Ledger::open_with(&dir, &WITH_TOY[..1]);
    assert!(matches!(refused, Err(LedgerError::NewerVersion { found: 2, known: 1 })), "{refused:?}");
    assert_eq!(std::fs::read(dir.join("ledger.sqlite3")).unwrap(), before);
}

#[test]
fn an_older_ledger_is_brought_up_to_date_once_nobody_else_has_it_open() {
    const NEWER: &[Migration] = &[
        WITH_TOY[0],
        WITH_TOY[1],
        Migration { name: "0003_more.sql", sql: "ALTER TABLE toy ADD COLUMN more INTEGER;" },
    ];
    let mut toy = toy();
    add(&mut toy.ledger, "wang", 1).unwrap();
    let busy = Ledger::open_with(toy.folder.path(), NEWER);
    assert!(matches!(busy, Err(LedgerError::Busy { by: Contender::OtherProgram })), "{busy:?}");
    drop(toy.ledger);
    let mut newer = Ledger::open_with(toy.folder.path(), NEWER).unwrap();
    newer.conn().prepare("SELECT more FROM toy").unwrap();
    assert_eq!(newer.head().unwrap().unwrap().seq, 1);
    assert!(newer.is_behind().unwrap(), "its tables were filled by the older program");
    newer.rebuild(project, &mut |_| true).unwrap();
    assert!(!newer.is_behind().unwrap());
    drop(newer);
    assert!(!Ledger::open_with(toy.folder.path(), NEWER).unwrap().is_behind().unwrap());
}

#[test]
fn a_migration_with_another_text_is_refused() {
    const OTHER: &[Migration] =
        &[MIGRATIONS[0], Migration { name: "0002_toy.sql", sql: "CREATE TABLE toy (other TEXT) STRICT;" }];
    let toy = toy();
    let refused = Ledger::open_with(toy.folder.path(), OTHER);
    assert!(
        matches!(&refused, Err(LedgerError::MigrationChanged { name }) if name == "0002_toy.sql"),
        "{refused:?}"
    );
}

#[test]
fn what_is_no_ledger_is_called_damaged() {
    let not_a_database = b"PK\x03\x04 some other file, long enough to be looked at ".repeat(200);
    let other_database = tempfile::NamedTempFile::new().unwrap();
    let conn = rusqlite::Connection::open(other_database.path()).unwrap();
    conn.execute_batch("CREATE TABLE t (x); PRAGMA journal_mode = WAL; PRAGMA journal_mode = DELETE;")
        .unwrap();
    drop(conn);
    let other_database = std::fs::read(other_database.path()).unwrap();
    for contents in [Vec::new(), not_a_database, other_database] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("ledger.sqlite3"), &contents).unwrap();
        let refused = Ledger::open(folder.path());
        assert!(matches!(refused, Err(LedgerError::Damaged { .. })), "{} bytes: {refused:?}", contents.len());
    }
}

#[test]
fn a_truncated_database_is_called_damaged() {
    let mut toy = toy();
    add(&mut toy.ledger, "wang", 1).unwrap();
    drop(toy.ledger);
    let path = toy.folder.path().join("ledger.sqlite3");
    let whole = std::fs::read(&path).unwrap();
    for length in [100, 4096, whole.len() / 2, whole.len() - 4096] {
        std::fs::write(&path, &whole[..length]).unwrap();
        let refused = Ledger::open_with(toy.folder.path(), WITH_TOY);
        assert!(matches!(refused, Err(LedgerError::Damaged { .. })), "{length} bytes: {refused:?}");
    }
}

#[test]
fn a_connection_that_cannot_write_says_read_only() {
    let mut toy = toy();
    toy.ledger.conn().execute_batch("PRAGMA query_only = ON").unwrap();
    let refused = add(&mut toy.ledger, "wang", 1);
    assert!(matches!(refused, Err(LedgerError::ReadOnly { .. })), "{refused:?}");
    toy.ledger.conn().execute_batch("PRAGMA query_only = OFF").unwrap();
    add(&mut toy.ledger, "wang", 1).unwrap();
}
