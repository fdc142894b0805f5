//! Backup and restore.

use crate::toy::{Toy, WITH_TOY, actor, add, keep, noon, project, sum, toy};
use domain::kernel::Digest;
use ledger::{
    Entry, Finding, Ledger, LedgerError, Migration, Restored, Stage, Unsuitable, names, restore_with,
};
use rusqlite::{Connection, params};
use serde_json::json;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A ledger with some of everything, and a backup of it.
fn backed_up() -> (Toy, TempDir, PathBuf) {
    let mut toy = toy();
    add(&mut toy.ledger, "wang", 3).unwrap();
    toy.ledger
        .submit(noon(), |tx| {
            tx.put_blob(&b"one"[..])?;
            tx.put_blob(&vec![7_u8; 3 << 20][..])
        })
        .unwrap();
    add(&mut toy.ledger, "li", 4).unwrap();
    keep(&mut toy.ledger, "person/1", json!({"name": "王芳"}));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("备份 2026-07.huiqian");
    let report = toy.ledger.backup(&file, &mut |_| true).unwrap();
    assert_eq!((report.head, report.attachments), (toy.ledger.head().unwrap(), 2));
    assert_eq!(report.size, std::fs::metadata(&file).unwrap().len());
    (toy, folder, file)
}

fn restore(file: &Path, dir: &Path) -> Result<Restored, LedgerError> {
    restore_with(file, dir, (WITH_TOY, project), &mut |_| true)
}

fn entries_of(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_restored_ledger_is_the_same_and_writes_a_chain_of_its_own() {
    let (toy, folder, file) = backed_up();
    let dir = folder.path().join("new/账本");
    let mut restored = restore(&file, &dir).unwrap();
    assert_eq!(restored.former, *toy.ledger.origin());
    assert_eq!(restored.former_head, toy.ledger.head().unwrap());
    assert_eq!(restored.lacking, []);
    let ledger = &mut restored.ledger;
    assert_ne!(ledger.origin(), toy.ledger.origin());
    assert_eq!(ledger.head().unwrap(), None);
    assert_eq!((sum(ledger, "wang"), sum(ledger, "li")), (Some(3), Some(4)));
    assert_eq!(ledger.read_blob(&Digest::of(&[b"one"])).unwrap(), b"one");
    assert_eq!(names(ledger.conn(), &["person/1"]).unwrap()["person/1"], "王芳");
    assert_eq!(ledger.entries_of(toy.ledger.origin(), 1, 9).unwrap(), toy.ledger.entries(1, 9).unwrap());

    add(ledger, "wang", 1).unwrap();
    assert_eq!(ledger.entries(1, 9).unwrap()[0].prev, Digest::NONE);
    let report = ledger.verify(project, &mut |_| true).unwrap();
    assert_eq!((report.findings.as_slice(), report.counts.origins, report.counts.entries), (&[][..], 2, 4));
    let printed = toy.ledger.head().unwrap().unwrap().hash;
    assert!(ledger.find_hash(&printed).unwrap().is_some());

    // Once more: the chains before it are all remembered.
    let second = folder.path().join("second.huiqian");
    ledger.backup(&second, &mut |_| true).unwrap();
    let again = restore(&second, &folder.path().join("again")).unwrap();
    let former: Vec<_> = again.ledger.former_origins().unwrap().into_iter().map(|f| f.origin).collect();
    assert_eq!(former, [toy.ledger.origin().clone(), ledger.origin().clone()]);
    assert!(again.ledger.verify(project, &mut |_| true).unwrap().intact());
}

#[test]
fn a_former_chain_cut_short_is_noticed() {
    let (_toy, folder, file) = backed_up();
    let restored = restore(&file, &folder.path().join("new")).unwrap();
    let conn = restored.ledger.conn();
    conn.execute_batch("DROP TRIGGER entry_is_never_removed; DELETE FROM entry WHERE seq = 3").unwrap();
    let findings = restored.ledger.verify_journal(&mut |_| true).unwrap().findings;
    assert_eq!(findings, [Finding::FormerHead { origin: restored.former.to_string() }]);
}

#[test]
fn a_backup_whose_tables_are_not_those_of_its_journal_is_refused() {
    let (toy, folder, _) = backed_up();
    toy.ledger.conn().execute_batch("UPDATE toy SET sum = 1000 WHERE account = 'wang'").unwrap();
    let file = folder.path().join("tampered.huiqian");
    toy.ledger.backup(&file, &mut |_| true).unwrap();
    let new = folder.path().join("new");
    let refused = restore(&file, &new);
    assert!(matches!(&refused, Err(LedgerError::Damaged { .. })), "{refused:?}");
    assert!(!new.exists(), "nothing stays behind");
}

#[test]
fn a_backup_of_an_older_program_is_restored_with_what_a_newer_one_has_to_say() {
    const NEWER: &[Migration] = &[
        WITH_TOY[0],
        WITH_TOY[1],
        Migration {
            name: "0003_most.sql",
            sql: "CREATE TABLE most (account TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT;",
        },
    ];
    fn project_more(conn: &Connection, entry: &Entry) -> Result<(), LedgerError> {
        project(conn, entry)?;
        if entry.kind == "Added" {
            let sql = "INSERT INTO most VALUES (?1, ?2) ON CONFLICT DO UPDATE SET number = max(number, ?2)";
            conn.execute(sql, params![entry.actor.account.as_str(), entry.event::<i64>()?])?;
        }
        Ok(())
    }
    let (_toy, folder, file) = backed_up();
    let dir = folder.path().join("new");
    let restored = restore_with(&file, &dir, (NEWER, project_more), &mut |_| true).unwrap().ledger;
    assert!(!restored.is_behind().unwrap());
    let most = "SELECT number FROM most WHERE account = 'li'";
    assert_eq!(restored.conn().query_row(most, [], |row| row.get(0)), Ok(4));
    assert!(restored.verify(project_more, &mut |_| true).unwrap().intact());
}

#[test]
fn an_empty_ledger_can_be_backed_up_and_restored() {
    let toy = toy();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("b");
    toy.ledger.backup(&file, &mut |_| true).unwrap();
    let restored = restore(&file, &folder.path().join("new")).unwrap();
    assert_eq!(restored.former_head, None);
    assert!(restored.ledger.verify(project, &mut |_| true).unwrap().intact());
}

#[test]
fn a_backup_taken_while_others_write_is_a_consistent_moment() {
    let toy = toy();
    let folder = tempfile::tempdir().unwrap();
    let dir = toy.folder.path();
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut ledger = Ledger::open_with(dir, WITH_TOY).unwrap();
            let mut number = 0_u32;
            while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                add(&mut ledger, "wang", 1).unwrap();
                number += 1;
                if number.is_multiple_of(10) {
                    let contents = number.to_string();
                    ledger.submit(noon(), |tx| tx.put_blob(contents.as_bytes())).unwrap();
                }
            }
        });
        for round in 0..5 {
            while toy.ledger.head().unwrap().is_none_or(|head| head.seq < 20 * (round + 1)) {
                std::thread::sleep(std::time::Duration::from_millis(1));
            }
            let file = folder.path().join(format!("{round}.huiqian"));
            let report = toy.ledger.backup(&file, &mut |_| true).unwrap();
            assert_eq!(report.lacking, []);
            let restored = restore(&file, &folder.path().join(round.to_string())).unwrap();
            assert_eq!(restored.former_head, report.head);
            let verified = restored.ledger.verify(project, &mut |_| true).unwrap();
            assert_eq!(verified.findings, []);
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
    });
    let verified = toy.ledger.verify(project, &mut |_| true).unwrap();
    assert_eq!(verified.findings, []);
}

#[test]
fn every_cut_and_every_changed_byte_is_refused_and_leaves_nothing() {
    let (_toy, folder, file) = backed_up();
    let whole = std::fs::read(&file).unwrap();
    let place = tempfile::tempdir().unwrap();
    let (broken, dir) = (folder.path().join("broken"), place.path().join("new"));
    let refused = |bytes: &[u8], what: &str| {
        std::fs::write(&broken, bytes).unwrap();
        let result = restore(&broken, &dir);
        assert!(matches!(result, Err(LedgerError::Damaged { .. })), "{what}: {result:?}");
        assert_eq!(entries_of(place.path()), Vec::<String>::new(), "{what}");
    };
    for length in [0, 1, 50, whole.len() / 2, whole.len() - 65, whole.len() - 1] {
        refused(&whole[..length], &format!("cut to {length}"));
    }
    refused(&[&whole[..], b"x"].concat(), "one byte more");
    // Densely where the structure stands, here and there in the contents.
    let end = whole.len();
    let offsets = (0..200).chain((200..end - 1500).step_by(end / 40)).chain((end - 1500..end).step_by(7));
    let mut bytes = whole.clone();
    for offset in offsets {
        bytes[offset] ^= 0x20;
        refused(&bytes, &format!("byte {offset}"));
        bytes[offset] ^= 0x20;
    }
    restore(&file, &dir).unwrap();
}

/// Rewrites a backup file by file and seals it again, as somebody could who knows the format.
fn forged(file: &Path, to: &Path, change: impl Fn(&str, Vec<u8>) -> Option<(String, Vec<u8>)>) {
    let mut source = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
    let mut target = zip::ZipWriter::new(std::fs::File::create(to).unwrap());
    target.set_comment(format!("huiqian-backup sha256={}", "0".repeat(64))).unwrap();
    for index in 0..source.len() {
        let mut entry = source.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut contents = Vec::new();
        std::io::copy(&mut entry, &mut contents).unwrap();
        if let Some((name, contents)) = change(&name, contents) {
            target.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            target.write_all(&contents).unwrap();
        }
    }
    target.finish().unwrap();
    let mut bytes = std::fs::read(to).unwrap();
    let covered = bytes.len() - 64;
    let digest = Digest::of(&[&bytes[..covered]]).to_string();
    bytes[covered..].copy_from_slice(digest.as_bytes());
    std::fs::write(to, bytes).unwrap();
}

#[test]
fn a_sealed_forgery_is_refused_where_it_would_do_harm() {
    let (_toy, folder, file) = backed_up();
    let forgery = folder.path().join("forgery");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    type Change<'a> = Box<dyn Fn(&str, Vec<u8>) -> Option<(String, Vec<u8>)> + 'a>;
    let in_manifest = |from: &'static str, to: &'static str| -> Change<'_> {
        Box::new(move |name, contents| {
            let contents = if name == "manifest.json" {
                let changed = text(contents.clone()).replacen(from, to, 1);
                assert_ne!(changed.as_bytes(), contents, "{from}");
                changed.into_bytes()
            } else {
                contents
            };
            Some((name.to_owned(), contents))
        })
    };
    let same: Change<'_> = Box::new(|name, contents| Some((name.to_owned(), contents)));
    let cases: Vec<(&str, Change<'_>)> = vec![
        ("escaping path", in_manifest("\"attachments/", "\"../../attachments/")),
        ("absolute path", in_manifest("\"attachments/", "\"/attachments/")),
        ("no database", in_manifest("\"ledger.sqlite3\"", "\"ledger.sqlite4\"")),
        ("another format", in_manifest("huiqian-backup", "other-backup")),
        ("another head", in_manifest("\"seq\": 3", "\"seq\": 1")),
        ("a longer file than stated", in_manifest("\"size\": 3,", "\"size\": 2,")),
        ("a shorter file than stated", in_manifest("\"size\": 3,", "\"size\": 4,")),
        (
            "a file left out",
            Box::new(|name, contents| {
                (!name.starts_with("attachments/")).then(|| (name.to_owned(), contents))
            }),
        ),
        (
            "other contents",
            Box::new(|name, mut contents| {
                if name.starts_with("attachments/") {
                    contents[0] ^= 1;
                }
                Some((name.to_owned(), contents))
            }),
        ),
        (
            "a file of another name",
            Box::new(|name, contents| {
                let name = if name == "manifest.json" { "manifest.json" } else { "../evil" };
                Some((name.to_owned(), contents))
                    .filter(|(_, contents)| name != "../evil" || contents.len() < 10)
            }),
        ),
    ];
    for (what, change) in cases {
        forged(&file, &forgery, change);
        let result = restore(&forgery, &folder.path().join("new"));
        assert!(matches!(result, Err(LedgerError::Damaged { .. })), "{what}: {result:?}");
        assert!(!folder.path().join("new").exists(), "{what}");
    }
    forged(&file, &forgery, in_manifest("\"version\": 1", "\"version\": 2"));
    let newer = restore(&forgery, &folder.path().join("new"));
    assert!(matches!(newer, Err(LedgerError::NewerVersion { found: 2, known: 1 })), "{newer:?}");
    forged(&file, &forgery, in_manifest("\"size\": 3,", "\"size\": 9000000000000000,"));
    let bomb = restore(&forgery, &folder.path().join("new"));
    assert!(matches!(bomb, Err(LedgerError::DiskFull { .. })), "{bomb:?}");
    // The forging itself does no harm.
    forged(&file, &forgery, same);
    restore(&forgery, &folder.path().join("new")).unwrap();
}

#[test]
fn what_is_no_backup_is_called_damaged_and_what_is_missing_not_found() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("f");
    let missing = restore(&file, &folder.path().join("new"));
    assert!(matches!(missing, Err(LedgerError::NotFound { .. })), "{missing:?}");
    std::fs::write(&file, vec![b'x'; 5000]).unwrap();
    let other = restore(&file, &folder.path().join("new"));
    assert!(matches!(other, Err(LedgerError::Damaged { .. })), "{other:?}");
}

#[test]
fn an_occupied_or_unsuitable_place_is_refused() {
    let (toy, folder, file) = backed_up();
    let there = restore(&file, toy.folder.path());
    assert!(matches!(there, Err(LedgerError::AlreadyThere { .. })), "{there:?}");
    match restore(&file, folder.path()) {
        Err(LedgerError::UnsuitableLocation { reason: Unsuitable::NotEmpty, .. }) => {}
        other => panic!("{other:?}"),
    }
    let synced = restore(&file, &folder.path().join("Dropbox/new"));
    assert!(matches!(synced, Err(LedgerError::UnsuitableLocation { .. })), "{synced:?}");
    // An empty folder will do.
    let empty = tempfile::tempdir().unwrap();
    restore(&file, empty.path()).unwrap();
}

#[test]
fn a_backup_of_a_newer_version_is_refused() {
    let (_toy, folder, file) = backed_up();
    let refused = restore_with(&file, &folder.path().join("new"), (&WITH_TOY[..1], project), &mut |_| true);
    assert!(matches!(refused, Err(LedgerError::NewerVersion { found: 2, known: 1 })), "{refused:?}");
}

#[test]
fn a_cancelled_job_leaves_nothing_and_an_older_backup_stays() {
    let (toy, folder, file) = backed_up();
    let before = std::fs::read(&file).unwrap();
    let ledger_before = entries_of(toy.folder.path());
    for stop_at in [Stage::Copy, Stage::Pack, Stage::Check] {
        let cancelled = toy.ledger.backup(&file, &mut |progress| progress.stage != stop_at);
        assert!(matches!(cancelled, Err(LedgerError::Cancelled)), "{stop_at:?}");
    }
    for stop_at in [Stage::Check, Stage::Unpack, Stage::Chain] {
        let new = folder.path().join("a/new");
        let cancelled =
            restore_with(&file, &new, (WITH_TOY, project), &mut |progress| progress.stage != stop_at);
        assert!(matches!(cancelled, Err(LedgerError::Cancelled)), "{stop_at:?}");
    }
    assert_eq!(std::fs::read(&file).unwrap(), before);
    assert_eq!(entries_of(folder.path()).len(), 1);
    assert_eq!(entries_of(toy.folder.path()), ledger_before);
}

#[test]
fn what_the_ledger_lacks_is_said_and_the_rest_is_saved() {
    let (toy, folder, file) = backed_up();
    let digest = Digest::of(&[b"one"]);
    let name = digest.to_string();
    let attachment = toy.folder.path().join("attachments").join(&name[..2]).join(&name[2..4]).join(&name);
    std::fs::write(attachment, b"0ne").unwrap();
    let report = toy.ledger.backup(&file, &mut |_| true).unwrap();
    assert_eq!((report.attachments, report.lacking.as_slice()), (1, &[digest][..]));
    let restored = restore(&file, &folder.path().join("new")).unwrap();
    assert_eq!(restored.lacking, [digest]);
    let findings = restored.ledger.verify(project, &mut |_| true).unwrap().findings;
    assert_eq!(findings, [Finding::AttachmentMissing { digest }]);
}

#[test]
fn a_restored_ledger_whose_former_chain_is_not_understood_takes_no_acts() {
    let (mut toy, folder, file) = backed_up();
    toy.ledger.submit(noon(), |tx| tx.append(&actor("li"), "FromTheFuture", 1, b"{}")).unwrap();
    toy.ledger.backup(&file, &mut |_| true).unwrap();
    let mut restored = restore(&file, &folder.path().join("new")).unwrap();
    restored.ledger.rebuild(project, &mut |_| true).unwrap();
    assert_eq!(restored.ledger.stopped().unwrap()[0].key.origin, restored.former);
    let refused = add(&mut restored.ledger, "li", 1);
    assert!(matches!(refused, Err(LedgerError::UnknownEvent { .. })), "{refused:?}");
}
