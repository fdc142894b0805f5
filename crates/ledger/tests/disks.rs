//! Real full and read-only disks, where this machine lets a test mount one. The same errors without a mount: see
//! `journal::a_full_disk_…` and `opening::a_connection_that_cannot_write_…`, which always run.

use crate::toy::{WITH_TOY, actor, add, noon, project, sum};
use ledger::{Ledger, LedgerError, restore_with};
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// A file system in memory of so many KiB, unmounted when dropped.
struct Disk(TempDir);

impl Disk {
    fn mount(kib: u32) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let size = format!("size={kib}k");
        let done =
            Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder.path()).output();
        match done {
            Ok(output) if output.status.success() => Some(Self(folder)),
            Ok(output) => {
                println!("skipped: mount says {}", String::from_utf8_lossy(&output.stderr));
                None
            }
            Err(error) => {
                println!("skipped: no mount command: {error}");
                None
            }
        }
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn remount(&self, option: &str) {
        let options = format!("remount,{option}");
        let done = Command::new("mount").args(["-o", &options]).arg(self.path()).status().unwrap();
        assert!(done.success());
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.path()).status();
    }
}

fn is_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder).unwrap().next().is_none()
}

#[test]
fn a_disk_without_room_for_a_ledger_stays_empty() {
    for kib in [4, 16, 40, 80] {
        let Some(disk) = Disk::mount(kib) else { return };
        let refused = Ledger::found(&disk.path().join("a/b"), noon());
        assert!(matches!(refused, Err(LedgerError::DiskFull { .. })), "{kib} KiB: {refused:?}");
        assert!(is_empty(disk.path()), "{kib} KiB");
    }
}

#[test]
fn a_disk_that_fills_up_loses_nothing_and_goes_on_after_room_is_made() {
    let Some(disk) = Disk::mount(2048) else { return };
    let dir = disk.path().join("ledger");
    let mut ledger = Ledger::found_with(&dir, noon(), WITH_TOY).unwrap();
    let ballast = disk.path().join("ballast");
    std::fs::write(&ballast, vec![0; 400 << 10]).unwrap();
    let mut acts = 0;
    let full = loop {
        let body = vec![b'1'; 3000];
        match ledger.submit(noon(), |tx| tx.append(&actor("wang"), "Filler", 1, &body)) {
            Ok(_) => acts += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(full, LedgerError::DiskFull { .. }), "{full:?}");
    let blob = ledger.submit(noon(), |tx| tx.put_blob(&vec![1_u8; 1 << 20][..]));
    assert!(matches!(blob, Err(LedgerError::DiskFull { .. })), "{blob:?}");
    let backup = ledger.backup(&disk.path().join("backup"), &mut |_| true);
    assert!(matches!(backup, Err(LedgerError::DiskFull { .. })), "{backup:?}");
    assert_eq!(ledger.head().unwrap().unwrap().seq, acts);
    std::fs::remove_file(ballast).unwrap();
    add(&mut ledger, "wang", 1).unwrap();
    assert_eq!((ledger.head().unwrap().unwrap().seq, sum(&ledger, "wang")), (acts + 1, Some(1)));
    let report = ledger.verify_journal(&mut |_| true).unwrap();
    assert_eq!((report.findings.as_slice(), report.counts.entries), (&[][..], acts + 1));
    drop(ledger);
    let names: Vec<_> = std::fs::read_dir(disk.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names, ["ledger"]);
    Ledger::open_with(&dir, WITH_TOY).unwrap();
}

#[test]
fn restoring_onto_a_disk_without_room_leaves_nothing() {
    let toy = crate::toy::toy();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup");
    toy.ledger.backup(&file, &mut |_| true).unwrap();
    let Some(disk) = Disk::mount(64) else { return };
    let refused = restore_with(&file, &disk.path().join("new"), (WITH_TOY, project), &mut |_| true);
    assert!(matches!(refused, Err(LedgerError::DiskFull { .. })), "{refused:?}");
    assert!(is_empty(disk.path()));
}

#[test]
fn a_read_only_disk_is_called_read_only() {
    let Some(disk) = Disk::mount(4096) else { return };
    let dir = disk.path().join("ledger");
    let mut ledger = Ledger::found_with(&dir, noon(), WITH_TOY).unwrap();
    add(&mut ledger, "wang", 1).unwrap();
    drop(ledger);
    disk.remount("ro");
    let opened = Ledger::open_with(&dir, WITH_TOY);
    assert!(matches!(opened, Err(LedgerError::ReadOnly { .. })), "{opened:?}");
    let founded = Ledger::found(&disk.path().join("other"), noon());
    assert!(matches!(founded, Err(LedgerError::ReadOnly { .. })), "{founded:?}");
    disk.remount("rw");
    assert!(Ledger::open_with(&dir, WITH_TOY).unwrap().verify(project, &mut |_| true).unwrap().intact());
}
