//! A ledger's folder: founding one, opening one, reading from it.

use crate::blob::{Attachments, BlobReader, Staged};
use crate::connect::{connect, opening};
use crate::error::{AtPath as _, LedgerError};
use crate::journal::{self, Entry, Head};
use crate::lock::FolderLock;
use crate::migration::{self, MIGRATIONS, Migration};
use crate::{blob, in_place, location};
use chrono::{DateTime, Utc};
use domain::kernel::{Digest, EntryKey, Origin};
use rusqlite::{Connection, OpenFlags, OptionalExtension as _, Transaction, TransactionBehavior};
use serde::{Deserialize, Serialize};
use std::io::Read;
use std::path::{Path, PathBuf};

/// The database's name in the ledger's folder.
pub(crate) const DATABASE: &str = "ledger.sqlite3";
/// The folder of attachments.
pub(crate) const ATTACHMENTS: &str = "attachments";
/// The file that carries the operating system's lock.
pub(crate) const LOCK_FILE: &str = "ledger.lock";
/// Key of how many migrations the program knew that last wrote all tables anew.
pub(crate) const PROJECTED_WITH: &str = "projected_with";
/// The database until it is whole.
const UNFINISHED: &str = "ledger.sqlite3.new";
/// How scratch folders of verify and backup begin.
pub(crate) const SCRATCH: &str = ".scratch-";

/// An open ledger. One thread uses it at a time; open it again for another thread.
#[derive(Debug)]
pub struct Ledger {
    pub(crate) dir: PathBuf,
    pub(crate) conn: Connection,
    pub(crate) origin: Origin,
    pub(crate) attachments: Attachments,
    pub(crate) migrations: &'static [Migration],
    pub(crate) erasure_pending: bool,
    /// Last, so that the connection is closed before others may migrate.
    pub(crate) lock: FolderLock,
}

/// A consistent view for several queries: whatever others write meanwhile is not seen.
#[derive(Debug)]
pub struct ReadTx<'l>(Transaction<'l>);

impl std::ops::Deref for ReadTx<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.0
    }
}

/// An origin this ledger had before it was restored from a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FormerOrigin {
    /// The origin.
    pub origin: Origin,
    /// The last place in its chain; 0 where it had no entries.
    pub seq: u64,
    /// The last entry's hash; [`Digest::NONE`] where it had none.
    pub hash: Digest,
}

/// Where an origin's projection stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// The entry that is not understood.
    pub key: EntryKey,
    /// Its kind.
    pub kind: String,
    /// Its version.
    pub version: u16,
}

impl Ledger {
    /// Makes a new ledger in `dir`, which may exist. Nothing stays behind on failure.
    ///
    /// # Errors
    /// [`LedgerError::AlreadyThere`], [`LedgerError::UnsuitableLocation`], or what the disk says.
    pub fn found(dir: &Path, at: DateTime<Utc>) -> Result<Self, LedgerError> {
        Self::found_with(dir, at, MIGRATIONS)
    }

    /// [`found`](Self::found) with other migrations than this program's, for tests of projections and versions.
    ///
    /// # Errors
    /// As [`found`](Self::found).
    pub fn found_with(
        dir: &Path,
        at: DateTime<Utc>,
        migrations: &'static [Migration],
    ) -> Result<Self, LedgerError> {
        location::check(dir)?;
        if dir.join(DATABASE).exists() {
            return Err(LedgerError::AlreadyThere { path: dir.to_owned() });
        }
        let made = MadeFolders::make(dir)?;
        let lock = FolderLock::exclusive(dir)?;
        let built = build(dir, at, migrations);
        drop(lock);
        if let Err(error) = built {
            let already_there = matches!(error, LedgerError::AlreadyThere { .. });
            if !already_there {
                let _ = std::fs::remove_file(dir.join(UNFINISHED));
                let _ = std::fs::remove_dir(dir.join(ATTACHMENTS));
                let _ = std::fs::remove_file(dir.join(LOCK_FILE));
                made.remove();
            }
            return Err(error);
        }
        Self::open_with(dir, migrations)
    }

    /// Opens the ledger in `dir`, bringing its schema up to date.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`], [`LedgerError::NewerVersion`], [`LedgerError::Damaged`],
    /// [`LedgerError::UnsuitableLocation`], [`LedgerError::Busy`] where a migration is due and somebody has the ledger
    /// open, or what the disk says.
    pub fn open(dir: &Path) -> Result<Self, LedgerError> {
        Self::open_with(dir, MIGRATIONS)
    }

    /// [`open`](Self::open) with other migrations than this program's.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn open_with(dir: &Path, migrations: &'static [Migration]) -> Result<Self, LedgerError> {
        location::check(dir)?;
        let database = dir.join(DATABASE);
        std::fs::metadata(&database).at(&database)?;
        let mut lock = FolderLock::shared(dir)?;
        let mut conn = connect(&database, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        if migration::check(&conn, migrations)? < migration::known(migrations) {
            drop(conn);
            drop(lock);
            migrate(dir, migrations)?;
            lock = FolderLock::shared(dir)?;
            conn = connect(&database, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
            migration::check(&conn, migrations)?;
        }
        let origin = meta(&conn, "origin")?
            .and_then(|text| Origin::parse(&text))
            .ok_or_else(|| LedgerError::damaged("ledger.sqlite3: no origin"))?;
        let attachments = Attachments::new(dir);
        std::fs::create_dir_all(attachments.root()).at(attachments.root())?;
        Ok(Self { dir: dir.to_owned(), conn, origin, attachments, migrations, erasure_pending: false, lock })
    }

    /// The folder.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// This installation's chain.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Chains this ledger wrote before it was restored, oldest first.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn former_origins(&self) -> Result<Vec<FormerOrigin>, LedgerError> {
        former_origins(&self.conn)
    }

    /// The last entry of this ledger's own chain.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn head(&self) -> Result<Option<Head>, LedgerError> {
        Ok(journal::head(&self.conn, &self.origin)?.map(|(head, _)| head))
    }

    /// When that entry was recorded.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn head_at(&self) -> Result<Option<DateTime<Utc>>, LedgerError> {
        Ok(journal::head(&self.conn, &self.origin)?.map(|(_, at)| at))
    }

    /// When the ledger was founded; a restored one, when the one was that it was restored from.
    ///
    /// # Errors
    /// What SQLite says; [`LedgerError::Damaged`] where it is not written down.
    pub fn founded_at(&self) -> Result<DateTime<Utc>, LedgerError> {
        meta(&self.conn, "founded_at")?
            .as_deref()
            .and_then(journal::parse_time)
            .ok_or_else(|| LedgerError::damaged("meta: founded_at"))
    }

    /// Changes whenever somebody else has written.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn data_version(&self) -> Result<i64, LedgerError> {
        Ok(self.conn.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }

    /// For single queries, and for rows that are no business acts (drafts, settings).
    #[must_use]
    pub fn conn(&self) -> &Connection {
        &self.conn
    }

    /// For several queries that must see the same state.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn read(&self) -> Result<ReadTx<'_>, LedgerError> {
        Ok(ReadTx(Transaction::new_unchecked(&self.conn, TransactionBehavior::Deferred)?))
    }

    /// Entries of this ledger's own chain from a place on, at most `limit`.
    ///
    /// # Errors
    /// What SQLite says; [`LedgerError::Damaged`] for an entry that is not what was hashed.
    pub fn entries(&self, from_seq: u64, limit: u32) -> Result<Vec<Entry>, LedgerError> {
        journal::range(&self.conn, &self.origin, from_seq, limit)
    }

    /// Entries of any origin.
    ///
    /// # Errors
    /// As [`entries`](Self::entries).
    pub fn entries_of(&self, origin: &Origin, from_seq: u64, limit: u32) -> Result<Vec<Entry>, LedgerError> {
        journal::range(&self.conn, origin, from_seq, limit)
    }

    /// The entry with this hash.
    ///
    /// # Errors
    /// As [`entries`](Self::entries).
    pub fn entry(&self, hash: &Digest) -> Result<Option<Entry>, LedgerError> {
        journal::by_hash(&self.conn, hash)
    }

    /// Whether a hash, say one printed on a report, is in the journal, and where. `None`: history was cut off or
    /// rewritten, or the hash is from elsewhere.
    ///
    /// # Errors
    /// As [`entries`](Self::entries).
    pub fn find_hash(&self, hash: &Digest) -> Result<Option<EntryKey>, LedgerError> {
        Ok(self.entry(hash)?.map(|entry| entry.key))
    }

    /// Whether the tables were last written by a program with other migrations: a newer one may say more about entries that
    /// were there before, and understand what stopped an origin. [`rebuild`](Self::rebuild) brings them up to date.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn is_behind(&self) -> Result<bool, LedgerError> {
        Ok(meta(&self.conn, PROJECTED_WITH)?.as_deref()
            != Some(&*migration::known(self.migrations).to_string()))
    }

    /// Origins whose projection has stopped at an entry that this program does not understand.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn stopped(&self) -> Result<Vec<Stopped>, LedgerError> {
        crate::replay::stopped(&self.conn)
    }

    /// Whether erased personal data may still lie in the write-ahead log, because somebody was reading an older state;
    /// they leave it with the next act after that.
    #[must_use]
    pub fn erasure_pending(&self) -> bool {
        self.erasure_pending
    }

    /// Copies a file to the ledger's disk ahead of the transaction that attaches it.
    ///
    /// # Errors
    /// What the reader or the disk says.
    pub fn stage(&self, contents: impl Read) -> Result<Staged, LedgerError> {
        self.attachments.stage(contents)
    }

    /// Opens an attachment; its last read fails where the contents are damaged.
    ///
    /// # Errors
    /// [`LedgerError::AttachmentDamaged`] where it is missing.
    pub fn open_blob(&self, digest: &Digest) -> Result<BlobReader, LedgerError> {
        self.attachments.open(digest)
    }

    /// An attachment as a file of the system, for a process that reads it; nobody compares its hash.
    ///
    /// # Errors
    /// Where it cannot be opened.
    pub fn attachment_file(&self, digest: &Digest) -> std::io::Result<std::fs::File> {
        std::fs::File::open(self.attachments.path(digest))
    }

    /// Reads an attachment whole.
    ///
    /// # Errors
    /// [`LedgerError::AttachmentDamaged`] where it is missing or has other contents.
    pub fn read_blob(&self, digest: &Digest) -> Result<Vec<u8>, LedgerError> {
        let path = self.attachments.path(digest);
        let mut contents = Vec::new();
        self.open_blob(digest)?.read_to_end(&mut contents).map_err(|error| match error.kind() {
            std::io::ErrorKind::InvalidData => LedgerError::AttachmentDamaged { digest: *digest },
            _ => LedgerError::io(&path, error),
        })?;
        Ok(contents)
    }
}

/// Builds the database under another name and renames it once it is whole.
fn build(dir: &Path, at: DateTime<Utc>, migrations: &[Migration]) -> Result<(), LedgerError> {
    let (database, unfinished) = (dir.join(DATABASE), dir.join(UNFINISHED));
    // Somebody may have founded it between the first look and the lock.
    if database.exists() {
        return Err(LedgerError::AlreadyThere { path: dir.to_owned() });
    }
    let attachments = dir.join(ATTACHMENTS);
    std::fs::create_dir_all(&attachments).at(&attachments)?;
    if unfinished.exists() {
        std::fs::remove_file(&unfinished).at(&unfinished)?;
    }
    let mut conn = Connection::open(&unfinished).map_err(|error| opening(&unfinished, error))?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    migration::prepare(&conn)?;
    migration::apply(&mut conn, migrations, 0, at)?;
    set_meta(&conn, "origin", Origin::from_random(random()?).as_str())?;
    set_meta(&conn, "founded_at", &journal::time_text(at))?;
    set_meta(&conn, PROJECTED_WITH, &migration::known(migrations).to_string())?;
    conn.close().map_err(|(_, error)| LedgerError::from(error))?;
    in_place::rename(&unfinished, &database).at(&database)?;
    blob::sync_folder(dir)
}

fn migrate(dir: &Path, migrations: &[Migration]) -> Result<(), LedgerError> {
    let _lock = FolderLock::exclusive(dir)?;
    let mut conn = connect(&dir.join(DATABASE), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let applied = migration::check(&conn, migrations)?;
    migration::apply(&mut conn, migrations, applied, Utc::now())
}

/// 128 random bits, for origins and salts.
pub(crate) fn random() -> Result<[u8; 16], LedgerError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| LedgerError::Io {
        path: "random source".into(),
        source: std::io::Error::other(error.to_string()),
    })?;
    Ok(bytes)
}

pub(crate) fn meta(conn: &Connection, key: &str) -> Result<Option<String>, LedgerError> {
    let sql = "SELECT value FROM meta WHERE key = ?1";
    Ok(conn.query_row(sql, [key], |row| row.get(0)).optional()?)
}

pub(crate) fn set_meta(conn: &Connection, key: &str, value: &str) -> Result<(), LedgerError> {
    conn.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)", [key, value])?;
    Ok(())
}

pub(crate) fn former_origins(conn: &Connection) -> Result<Vec<FormerOrigin>, LedgerError> {
    let Some(text) = meta(conn, "former_origins")? else { return Ok(Vec::new()) };
    serde_json::from_str(&text).map_err(|_| LedgerError::damaged("meta: former_origins"))
}

/// The folders that were made for a new ledger, deepest first.
pub(crate) struct MadeFolders(Vec<PathBuf>);

impl MadeFolders {
    pub(crate) fn make(dir: &Path) -> Result<Self, LedgerError> {
        let missing: Vec<PathBuf> = dir
            .ancestors()
            .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
            .map(Path::to_owned)
            .collect();
        let made = Self(missing);
        if let Err(error) = std::fs::create_dir_all(dir).at(dir) {
            made.remove();
            return Err(error);
        }
        Ok(made)
    }

    /// Removes them as far as they are empty.
    pub(crate) fn remove(&self) {
        for folder in &self.0 {
            if std::fs::remove_dir(folder).is_err() {
                return;
            }
        }
    }
}
