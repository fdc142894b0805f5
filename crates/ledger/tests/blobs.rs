//! Attachments.

use crate::toy::{noon, toy};
use domain::kernel::Digest;
use ledger::LedgerError;
use std::io::Read as _;
use std::path::{Path, PathBuf};

fn file_of(folder: &Path, digest: &Digest) -> PathBuf {
    let name = digest.to_string();
    folder.join("attachments").join(&name[..2]).join(&name[2..4]).join(&name)
}

#[test]
fn contents_are_stored_once_under_their_hash() {
    let mut toy = toy();
    // Empty, small, around the size that is read at once, and several times it.
    for size in [0, 5, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 5 << 20] {
        let contents: Vec<u8> = (0..size).map(|n| (n % 251) as u8).collect();
        let digest = Digest::of(&[&contents]);
        for _ in 0..2 {
            let stored = toy.ledger.submit(noon(), |tx| tx.put_blob(&contents[..])).unwrap().value;
            assert_eq!((stored.digest, stored.size), (digest, size as u64));
        }
        assert_eq!(toy.ledger.read_blob(&digest).unwrap(), contents);
        assert!(file_of(toy.folder.path(), &digest).exists());
    }
    let rows: i64 =
        toy.ledger.conn().query_row("SELECT count(*) FROM attachment", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 6);
}

#[test]
fn a_staged_file_that_is_not_attached_is_gone() {
    let mut toy = toy();
    let staged = toy.ledger.stage(&b"one"[..]).unwrap();
    assert_eq!((staged.digest(), staged.size()), (Digest::of(&[b"one"]), 3));
    drop(staged);
    assert!(std::fs::read_dir(toy.folder.path().join("attachments")).unwrap().next().is_none());
    let staged = toy.ledger.stage(&b"one"[..]).unwrap();
    let stored = toy.ledger.submit(noon(), |tx| tx.put_staged(staged)).unwrap().value;
    assert_eq!(toy.ledger.read_blob(&stored.digest).unwrap(), b"one");
}

#[test]
fn a_transaction_that_fails_takes_its_files_with_it_but_not_those_of_others() {
    let mut toy = toy();
    let kept = toy.ledger.submit(noon(), |tx| tx.put_blob(&b"kept"[..])).unwrap().value;
    let failed: Result<_, LedgerError> = toy.ledger.submit(noon(), |tx| {
        tx.put_blob(&b"kept"[..])?;
        tx.put_blob(&b"new"[..])?;
        Err::<(), _>(LedgerError::Cancelled)
    });
    assert!(failed.is_err());
    assert!(!file_of(toy.folder.path(), &Digest::of(&[b"new"])).exists());
    assert_eq!(toy.ledger.read_blob(&kept.digest).unwrap(), b"kept");
}

#[test]
fn missing_and_damaged_contents_are_noticed_and_healed_by_attaching_again() {
    let mut toy = toy();
    let stored = toy.ledger.submit(noon(), |tx| tx.put_blob(&b"contents"[..])).unwrap().value;
    let path = file_of(toy.folder.path(), &stored.digest);
    let damaged = |result: Result<Vec<u8>, LedgerError>| {
        assert!(matches!(result, Err(LedgerError::AttachmentDamaged { digest }) if digest == stored.digest));
    };
    std::fs::write(&path, b"c0ntents").unwrap();
    damaged(toy.ledger.read_blob(&stored.digest));
    assert!(toy.ledger.open_blob(&stored.digest).unwrap().read_to_end(&mut Vec::new()).is_err());
    std::fs::remove_file(&path).unwrap();
    damaged(toy.ledger.read_blob(&stored.digest));
    std::fs::write(&path, b"").unwrap();
    toy.ledger.submit(noon(), |tx| tx.put_blob(&b"contents"[..])).unwrap();
    assert_eq!(toy.ledger.read_blob(&stored.digest).unwrap(), b"contents");
}

#[test]
fn what_crashes_left_behind_is_swept_and_nothing_else() {
    let mut toy = toy();
    let stored = toy.ledger.submit(noon(), |tx| tx.put_blob(&b"kept"[..])).unwrap().value;
    let orphan = file_of(toy.folder.path(), &Digest::of(&[b"orphan"]));
    std::fs::create_dir_all(orphan.parent().unwrap()).unwrap();
    std::fs::write(&orphan, b"orphan").unwrap();
    let scratch = toy.folder.path().join(".scratch-x");
    std::fs::create_dir(&scratch).unwrap();
    std::fs::write(scratch.join("ledger.sqlite3"), b"").unwrap();
    let incoming = toy.folder.path().join("attachments/.incoming-x");
    std::fs::write(&incoming, b"").unwrap();
    let other = toy.folder.path().join("attachments/说明.txt");
    std::fs::write(&other, b"").unwrap();

    let second = ledger::Ledger::open_with(toy.folder.path(), crate::toy::WITH_TOY).unwrap();
    assert!(matches!(toy.ledger.sweep(), Err(LedgerError::Busy { .. })));
    drop(second);
    let mut removed = toy.ledger.sweep().unwrap();
    removed.sort();
    let mut expected = vec![orphan, scratch, incoming];
    expected.sort();
    assert_eq!(removed, expected);
    assert!(other.exists() && removed.iter().all(|path| !path.exists()));
    assert_eq!(toy.ledger.read_blob(&stored.digest).unwrap(), b"kept");
}
