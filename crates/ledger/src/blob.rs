//! Attachments: files named by the SHA-256 of their contents, in two levels of folders beside the database
//! (`attachments/ab/cd/abcd…`). A file never changes once it has its name.

use crate::error::{AtPath as _, LedgerError};
use crate::in_place;
use domain::kernel::Digest;
use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use tempfile::NamedTempFile;

/// How files begin that have not got their name yet; a crash may leave one behind.
pub(crate) const INCOMING: &str = ".incoming-";

/// Bytes read at once.
const CHUNK: usize = 1 << 20;

/// A stored file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stored {
    /// SHA-256 of the contents: the file's name.
    pub digest: Digest,
    /// Bytes.
    pub size: u64,
}

/// A file copied to the ledger's disk and flushed, but not yet part of the ledger. Dropped, it is gone.
#[derive(Debug)]
pub struct Staged {
    file: NamedTempFile,
    stored: Stored,
}

impl Staged {
    /// SHA-256 of the contents.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.stored.digest
    }

    /// Bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.stored.size
    }
}

/// The folder of attachments.
#[derive(Clone, Debug)]
pub(crate) struct Attachments {
    root: PathBuf,
}

impl Attachments {
    pub(crate) fn new(dir: &Path) -> Self {
        Self { root: dir.join(crate::open::ATTACHMENTS) }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Where a file with this digest stands.
    pub(crate) fn path(&self, digest: &Digest) -> PathBuf {
        let name = digest.to_string();
        self.root.join(&name[..2]).join(&name[2..4]).join(name)
    }

    /// Copies, hashes and flushes; the name comes with [`adopt`](Self::adopt).
    pub(crate) fn stage(&self, contents: impl Read) -> Result<Staged, LedgerError> {
        let mut file = tempfile::Builder::new().prefix(INCOMING).tempfile_in(&self.root).at(&self.root)?;
        let stored = copy_hashing(contents, file.as_file_mut()).at(file.path())?;
        file.as_file().sync_all().at(file.path())?;
        Ok(Staged { file, stored })
    }

    /// Gives a staged file its name. `false`: the same contents were there already.
    pub(crate) fn adopt(&self, staged: Staged) -> Result<bool, LedgerError> {
        let path = self.path(&staged.stored.digest);
        // A damaged file of the same name is replaced by the good contents at hand.
        if matches!(hash_file(&path), Ok(there) if there == staged.stored) {
            return Ok(false);
        }
        let folder = path.parent().expect("below the root");
        let upper = folder.parent().expect("below the root");
        std::fs::create_dir_all(folder).at(folder)?;
        in_place::replace(staged.file, &path).at(&path)?;
        for folder in [folder, upper, &self.root] {
            sync_folder(folder)?;
        }
        Ok(true)
    }

    /// Opens a file; whoever reads it to its end knows that the contents are right.
    pub(crate) fn open(&self, digest: &Digest) -> Result<BlobReader, LedgerError> {
        let path = self.path(digest);
        let file = File::open(&path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => LedgerError::AttachmentDamaged { digest: *digest },
            _ => LedgerError::io(&path, error),
        })?;
        Ok(BlobReader { file, hasher: Sha256::new(), expected: *digest })
    }

    /// Removes files of a transaction that failed, unless somebody else's transaction uses them.
    pub(crate) fn withdraw(&self, conn: &Connection, digests: &[Digest]) {
        if digests.is_empty() {
            return;
        }
        // Only the lock keeps others from taking up a file between the look and the removal. SQLite may have rolled
        // back by itself already (disk full).
        let rolled_back = conn.is_autocommit() || conn.execute_batch("ROLLBACK").is_ok();
        if rolled_back && conn.execute_batch("BEGIN IMMEDIATE").is_ok() {
            for digest in digests {
                if matches!(has_row(conn, digest), Ok(false)) {
                    // What cannot be removed stays as a leftover that `verify` names.
                    let _ = std::fs::remove_file(self.path(digest));
                }
            }
            let _ = conn.execute_batch("ROLLBACK");
        }
    }
}

/// Reads an attachment and compares its hash at the end: the last read fails where the contents are damaged.
#[derive(Debug)]
pub struct BlobReader {
    file: File,
    hasher: Sha256,
    expected: Digest,
}

impl Read for BlobReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.hasher.update(&buffer[..read]);
        if read == 0 && !buffer.is_empty() {
            let found = Digest::new(self.hasher.clone().finalize().into());
            if found != self.expected {
                return Err(io::Error::new(io::ErrorKind::InvalidData, "attachment is damaged"));
            }
        }
        Ok(read)
    }
}

/// Copies and hashes in one pass, the hashing in a thread of its own where there is more than one chunk.
fn copy_hashing(mut from: impl Read, to: &mut File) -> io::Result<Stored> {
    let mut first = Vec::with_capacity(64 << 10);
    from.by_ref().take(CHUNK as u64).read_to_end(&mut first)?;
    to.write_all(&first)?;
    if first.len() < CHUNK {
        return Ok(Stored { digest: Digest::of(&[&first]), size: first.len() as u64 });
    }
    std::thread::scope(|scope| {
        let (full, chunks) = mpsc::sync_channel::<Vec<u8>>(4);
        let (emptied, empty) = mpsc::channel::<Vec<u8>>();
        let hasher = scope.spawn(move || {
            let mut hasher = Sha256::new();
            for chunk in chunks {
                hasher.update(&chunk);
                // Nobody takes buffers back at the end.
                let _ = emptied.send(chunk);
            }
            Digest::new(hasher.finalize().into())
        });
        let mut size = 0;
        let mut chunk = first;
        while !chunk.is_empty() {
            size += chunk.len() as u64;
            full.send(chunk).expect("the hasher runs until the channel closes");
            chunk = empty.try_recv().unwrap_or_default();
            chunk.clear();
            from.by_ref().take(CHUNK as u64).read_to_end(&mut chunk)?;
            to.write_all(&chunk)?;
        }
        drop(full);
        let digest = hasher.join().map_err(|_| io::Error::other("hashing failed"))?;
        Ok(Stored { digest, size })
    })
}

/// Digest and size of a file.
pub(crate) fn hash_file(path: &Path) -> io::Result<Stored> {
    let mut file = File::open(path)?;
    let mut hasher = Sha256::new();
    let size = io::copy(&mut file, &mut hasher)?;
    Ok(Stored { digest: Digest::new(hasher.finalize().into()), size })
}

/// Makes a rename in this folder survive a power cut. Windows has no such call and needs none on NTFS.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), LedgerError> {
    if cfg!(unix) {
        File::open(folder).and_then(|file| file.sync_all()).at(folder)?;
    }
    Ok(())
}

pub(crate) fn has_row(conn: &Connection, digest: &Digest) -> Result<bool, LedgerError> {
    let sql = "SELECT 1 FROM attachment WHERE digest = ?1";
    Ok(conn.prepare_cached(sql)?.exists([digest.to_string()])?)
}

pub(crate) fn insert_row(conn: &Connection, stored: &Stored) -> Result<(), LedgerError> {
    let size = i64::try_from(stored.size).map_err(|_| LedgerError::damaged("attachment size"))?;
    // The digest fixes the size, so that a row that is there already says the same.
    let sql = "INSERT INTO attachment (digest, size) VALUES (?1, ?2) ON CONFLICT (digest) DO NOTHING";
    conn.prepare_cached(sql)?.execute(params![stored.digest.to_string(), size])?;
    Ok(())
}

/// How large an attachment is, in bytes; `None` where the ledger knows none of that digest.
pub fn attachment_size(conn: &Connection, digest: &Digest) -> rusqlite::Result<Option<u64>> {
    conn.prepare_cached("SELECT size FROM attachment WHERE digest = ?1")?
        .query_row([digest.to_string()], |row| row.get::<_, i64>(0))
        .optional()
        .map(|size| size.and_then(|size| u64::try_from(size).ok()))
}

/// The next attachment in the order of digests; from the first on behind an empty text.
pub(crate) fn row_behind(conn: &Connection, after: &str) -> Result<Option<Stored>, LedgerError> {
    let found = conn
        .prepare_cached("SELECT digest, size FROM attachment WHERE digest > ?1 ORDER BY digest LIMIT 1")?
        .query_row([after], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))
        .optional()?;
    found.map(|(digest, size)| stored(&digest, size)).transpose()
}

/// Files that records name and that have no row among the attachments.
pub(crate) fn unlisted(conn: &Connection) -> Result<Vec<Digest>, LedgerError> {
    let sql =
        "SELECT digest FROM named_file WHERE digest NOT IN (SELECT digest FROM attachment) ORDER BY digest";
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let text: String = row.get(0)?;
        all.push(Digest::parse(&text).ok_or_else(|| LedgerError::damaged(format!("file {text}")))?);
    }
    Ok(all)
}

fn stored(digest: &str, size: i64) -> Result<Stored, LedgerError> {
    let wrong = || LedgerError::damaged(format!("attachment row {digest}"));
    Ok(Stored {
        digest: Digest::parse(digest).ok_or_else(wrong)?,
        size: u64::try_from(size).map_err(|_| wrong())?,
    })
}

/// Every attachment the ledger knows.
pub(crate) fn rows(conn: &Connection) -> Result<Vec<Stored>, LedgerError> {
    let mut statement = conn.prepare("SELECT digest, size FROM attachment ORDER BY digest")?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let (digest, size): (String, i64) = (row.get(0)?, row.get(1)?);
        all.push(stored(&digest, size)?);
    }
    Ok(all)
}
