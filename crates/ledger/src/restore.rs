//! From a backup to a ledger in a new folder. The restored ledger writes a chain of its own: were it to go on with the
//! old one, the same places would soon hold different entries in two ledgers.

use crate::backup::{read_manifest, reading, unpack};
use crate::error::{AtPath as _, LedgerError, Unsuitable};
use crate::finding::Finding;
use crate::journal::{self, Head};
use crate::manifest::{Manifest, check_seal};
use crate::migration::{self, MIGRATIONS, Migration};
use crate::open::{self, DATABASE, FormerOrigin, Ledger, SCRATCH};
use crate::progress::{Progress, Stage, Watcher, tell};
use crate::{Projector, blob, in_place, location};
use domain::kernel::{Digest, Origin};
use rusqlite::OpenFlags;
use std::fs::File;
use std::path::Path;
use zip::ZipArchive;

/// A restored ledger. The next line of the caller appends, under the new origin, that it was restored and from which
/// head.
#[derive(Debug)]
pub struct Restored {
    /// The ledger, open; its own chain has no entry yet.
    pub ledger: Ledger,
    /// The chain that the backup was taken from.
    pub former: Origin,
    /// Its last entry in the backup.
    pub former_head: Option<Head>,
    /// When the backup was made, as its manifest says (RFC 3339, UTC).
    pub made_at: String,
    /// Attachments that the backup lacks.
    pub lacking: Vec<Digest>,
}

/// Checks the backup `file` and makes a ledger of it in `dir`, which must be empty or not exist; the new ledger is
/// verified, tables replayed with `projector`, before it takes its name. Nothing stays behind on failure.
///
/// # Errors
/// [`LedgerError::Damaged`] for what is cut off, changed or no backup; [`LedgerError::AlreadyThere`],
/// [`LedgerError::UnsuitableLocation`], [`LedgerError::NewerVersion`], [`LedgerError::DiskFull`],
/// [`LedgerError::Cancelled`], or what the disk says.
pub fn restore(
    file: &Path,
    dir: &Path,
    projector: Projector,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Restored, LedgerError> {
    restore_with(file, dir, (MIGRATIONS, projector), progress)
}

/// [`restore`] with other migrations than this program's.
///
/// # Errors
/// As [`restore`].
pub fn restore_with(
    file: &Path,
    dir: &Path,
    (migrations, projector): (&'static [Migration], Projector),
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Restored, LedgerError> {
    let dir = &std::path::absolute(dir).at(dir)?;
    location::check(dir)?;
    refuse_occupied(dir)?;
    let mut source = File::open(file).at(file)?;
    check_seal(&mut source, file, progress)?;
    let mut zip = ZipArchive::new(&mut source).map_err(reading)?;
    let manifest = read_manifest(&mut zip)?;
    let known = migration::known(migrations);
    if manifest.schema > known {
        return Err(LedgerError::NewerVersion { found: manifest.schema, known });
    }

    let parent = dir.parent().unwrap_or(dir);
    let made = open::MadeFolders::make(parent)?;
    let done = unpack_beside(&mut zip, &manifest, dir, (migrations, projector), progress);
    if done.is_err() {
        made.remove();
    }
    let (former, former_head) = done?;
    Ok(Restored {
        ledger: Ledger::open_with(dir, migrations)?,
        former,
        former_head,
        made_at: manifest.made_at,
        lacking: manifest.lacking,
    })
}

fn refuse_occupied(dir: &Path) -> Result<(), LedgerError> {
    if dir.join(DATABASE).exists() {
        return Err(LedgerError::AlreadyThere { path: dir.to_owned() });
    }
    match std::fs::read_dir(dir) {
        Ok(mut entries) => match entries.next() {
            Some(_) => {
                Err(LedgerError::UnsuitableLocation { path: dir.to_owned(), reason: Unsuitable::NotEmpty })
            }
            None => Ok(()),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(LedgerError::io(dir, error)),
    }
}

/// Unpacks into a folder beside the wanted one, checks it, and gives it its name as the last step.
fn unpack_beside(
    zip: &mut ZipArchive<&mut File>,
    manifest: &Manifest,
    dir: &Path,
    (migrations, projector): (&'static [Migration], Projector),
    watcher: Watcher<'_>,
) -> Result<(Origin, Option<Head>), LedgerError> {
    let parent = dir.parent().unwrap_or(dir);
    let needed = manifest.files.iter().try_fold(0_u64, |sum, file| sum.checked_add(file.size));
    let room = fs4::available_space(parent).at(parent)?;
    if needed.is_none_or(|needed| needed > room) {
        return Err(LedgerError::DiskFull { path: Some(parent.to_owned()) });
    }
    let beside = tempfile::Builder::new().prefix(SCRATCH).tempdir_in(parent).at(parent)?;
    let total = manifest.files.len() as u64;
    for (file, done) in manifest.files.iter().zip(0..) {
        tell(watcher, Stage::Unpack, done, total)?;
        let path = beside.path().join(&file.path);
        let folder = path.parent().expect("below the scratch folder");
        std::fs::create_dir_all(folder).at(folder)?;
        let mut target = File::create_new(&path).at(&path)?;
        unpack(zip, file, &mut target, &path)?;
        target.sync_all().at(&path)?;
    }
    tell(watcher, Stage::Unpack, total, total)?;
    let former = take_new_origin(beside.path(), manifest, migrations)?;
    prove(beside.path(), manifest, (migrations, projector), watcher)?;
    if dir.exists() {
        std::fs::remove_dir(dir).at(dir)?;
    }
    in_place::rename(beside.path(), dir).at(dir)?;
    // The folder has left its temporary name; there is nothing to remove any more.
    let _ = beside.keep();
    blob::sync_folder(parent)?;
    Ok(former)
}

/// Verifies the unpacked ledger as a whole: hashes, files, and every table against a replay of the journal. Attachments
/// that the backup is known to lack are no fault of the restoring.
fn prove(
    folder: &Path,
    manifest: &Manifest,
    (migrations, projector): (&'static [Migration], Projector),
    watcher: Watcher<'_>,
) -> Result<(), LedgerError> {
    let mut ledger = Ledger::open_with(folder, migrations)?;
    // Of an older program: tables that it did not have are filled before they are compared.
    if ledger.is_behind()? {
        ledger.rebuild(projector, watcher)?;
    }
    let report = ledger.verify(projector, watcher)?;
    let lacking = |finding: &Finding| match finding {
        Finding::AttachmentMissing { digest } => manifest.lacking.contains(digest),
        _ => false,
    };
    match report.findings.iter().find(|finding| finding.is_damage() && !lacking(finding)) {
        Some(finding) => Err(LedgerError::damaged(format!("backup: {finding:?}"))),
        None => Ok(()),
    }
}

/// Checks the unpacked journal against the manifest, and starts a new chain.
fn take_new_origin(
    folder: &Path,
    manifest: &Manifest,
    migrations: &'static [Migration],
) -> Result<(Origin, Option<Head>), LedgerError> {
    let mut conn = crate::connect::connect(&folder.join(DATABASE), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    migration::check(&conn, migrations)?;
    let stored = open::meta(&conn, "origin")?.and_then(|text| Origin::parse(&text));
    let head = journal::head(&conn, &manifest.origin)?.map(|(head, _)| head);
    let stated = manifest.head.map(|head| Head { seq: head.seq, hash: head.hash });
    if stored.as_ref() != Some(&manifest.origin) || head != stated {
        return Err(LedgerError::damaged("backup: the manifest does not fit the journal"));
    }
    let tx = conn.transaction()?;
    let mut former = open::former_origins(&tx)?;
    former.push(FormerOrigin {
        origin: manifest.origin.clone(),
        seq: head.map_or(0, |head| head.seq),
        hash: head.map_or(Digest::NONE, |head| head.hash),
    });
    open::set_meta(&tx, "origin", Origin::from_random(open::random()?).as_str())?;
    // What belongs to the computer that the backup was made on does not hold here, from the first moment on.
    tx.execute("DELETE FROM setting_local", [])?;
    open::set_meta(&tx, "former_origins", &serde_json::to_string(&former).expect("plain fields"))?;
    tx.commit()?;
    conn.close().map_err(|(_, error)| LedgerError::from(error))?;
    Ok((manifest.origin.clone(), head))
}
