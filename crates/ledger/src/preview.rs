//! Looking into a backup before anything is made of it. Writes nothing but a scratch copy of the database, which goes
//! away with the look.

use crate::backup::{read_manifest, reading, unpack};
use crate::error::{AtPath as _, LedgerError};
use crate::journal;
use crate::manifest::{Manifest, check_seal};
use crate::migration;
use crate::open::{DATABASE, SCRATCH};
use crate::progress::Watcher;
use chrono::{DateTime, Utc};
use domain::organisation::Installation;
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::path::Path;
use zip::ZipArchive;

/// What a backup is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupPreview {
    /// Whether its hash is right. Where it is not, only what the manifest says is told.
    pub intact: bool,
    /// Whether a newer program made it, whose ledgers this one cannot open.
    pub newer: bool,
    /// Bytes of the file.
    pub size: u64,
    /// When it was made (RFC 3339, UTC), by the clock of that computer.
    pub made_at: String,
    /// Attachments in it.
    pub attachments: u64,
    /// Attachments that the ledger itself lacked.
    pub lacking: u64,
    /// What its database says; `None` where it cannot be looked at.
    pub ledger: Option<PreviewedLedger>,
}

/// The ledger in a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewedLedger {
    /// For whom it was founded.
    pub installation: Option<Installation>,
    /// 单位名称 of its unit.
    pub unit_name: Option<String>,
    /// Entries of its journal, those before an earlier restoring included.
    pub entries: u64,
    /// When the last one was recorded.
    pub last: Option<DateTime<Utc>>,
}

/// Reads a backup as far as it can be read.
///
/// # Errors
/// [`LedgerError::Damaged`] for what is no backup at all, [`LedgerError::Cancelled`], or what the disk says.
pub fn preview(
    file: &Path,
    progress: &mut dyn FnMut(crate::Progress) -> bool,
) -> Result<BackupPreview, LedgerError> {
    let mut source = File::open(file).at(file)?;
    let size = source.metadata().at(file)?.len();
    let intact = match check_seal(&mut source, file, progress) {
        Ok(_) => true,
        Err(LedgerError::Damaged { .. }) => false,
        Err(other) => return Err(other),
    };
    let mut zip = ZipArchive::new(&mut source).map_err(reading)?;
    let manifest = read_manifest(&mut zip)?;
    let newer = manifest.schema > migration::known(migration::MIGRATIONS);
    let ledger = if intact && !newer { Some(look(&mut zip, &manifest, progress)?) } else { None };
    Ok(BackupPreview {
        intact,
        newer,
        size,
        made_at: manifest.made_at,
        attachments: manifest.files.len().saturating_sub(1) as u64,
        lacking: manifest.lacking.len() as u64,
        ledger,
    })
}

fn look(
    zip: &mut ZipArchive<&mut File>,
    manifest: &Manifest,
    watcher: Watcher<'_>,
) -> Result<PreviewedLedger, LedgerError> {
    let scratch = tempfile::Builder::new().prefix(SCRATCH).tempdir().at(Path::new(SCRATCH))?;
    let database = scratch.path().join(DATABASE);
    let listed = manifest.files.iter().find(|file| file.path == DATABASE);
    let listed = listed.ok_or_else(|| LedgerError::damaged("backup: no database"))?;
    crate::progress::tell(watcher, crate::Stage::Unpack, 0, 1)?;
    unpack(zip, listed, &mut File::create_new(&database).at(&database)?, &database)?;
    crate::progress::tell(watcher, crate::Stage::Unpack, 1, 1)?;
    let conn = Connection::open_with_flags(&database, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    // An older schema may lack what is asked here; restoring brings it up to date.
    let installation = crate::account::query::installation(&conn).ok().flatten().map(|(found, _)| found);
    let units = crate::organisation::query::units(&conn).unwrap_or_default();
    let unit = installation.as_ref().and_then(|found| units.get(&found.unit));
    Ok(PreviewedLedger {
        unit_name: unit.map(|unit| unit.name.clone()),
        installation,
        entries: journal::count(&conn)?,
        last: journal::last_arrival(&conn)?,
    })
}
