//! The files of attachments read again and compared with their hashes, a piece at a time: a disk forgets quietly, and whoever
//! notices early still has a backup with the right file in it.

use crate::blob::{self, Stored};
use crate::error::LedgerError;
use crate::open::Ledger;
use domain::kernel::Digest;
use serde::{Deserialize, Serialize};

/// An attachment whose file is not what was attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BadFile {
    /// SHA-256 of what was attached.
    pub digest: Digest,
    /// Whether there is no file at all; otherwise it has other contents or cannot be read.
    pub missing: bool,
}

/// What came of reading some of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scrubbed {
    /// Files that were read.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Those that are not as they were attached.
    pub bad: Vec<BadFile>,
    /// Where to go on; `None` where all were read.
    pub next: Option<Digest>,
}

impl Ledger {
    /// Reads attachments in the order of their digests, those behind `after`, until `goes_on` says no; it is asked after each file
    /// with how many were read.
    ///
    /// # Errors
    /// What SQLite says. Damage is no error.
    pub fn scrub(
        &self,
        after: Option<&Digest>,
        goes_on: &mut dyn FnMut(u64) -> bool,
    ) -> Result<Scrubbed, LedgerError> {
        let mut done = Scrubbed::default();
        let mut after = after.map_or_else(String::new, Digest::to_string);
        loop {
            let Some(stored) = blob::row_behind(&self.conn, &after)? else {
                done.next = None;
                return Ok(done);
            };
            after = stored.digest.to_string();
            done.files += 1;
            done.bytes += stored.size;
            done.bad.extend(self.fault_of(&stored));
            done.next = Some(stored.digest);
            if !goes_on(done.files) {
                return Ok(done);
            }
        }
    }

    /// Reads one attachment; `None` where it is as it was attached, or where none of that digest is known.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn fault(&self, digest: &Digest) -> Result<Option<BadFile>, LedgerError> {
        let size = blob::attachment_size(&self.conn, digest)?;
        Ok(size.and_then(|size| self.fault_of(&Stored { digest: *digest, size })))
    }

    /// How many attachments there are.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn attachment_count(&self) -> Result<u64, LedgerError> {
        let count = self.conn.query_row("SELECT count(*) FROM attachment", [], |row| row.get::<_, i64>(0))?;
        Ok(count.unsigned_abs())
    }

    fn fault_of(&self, stored: &Stored) -> Option<BadFile> {
        match blob::hash_file(&self.attachments.path(&stored.digest)) {
            Ok(found) if found == *stored => None,
            // What cannot be read is as good as damaged.
            found => {
                let missing = found.is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound);
                Some(BadFile { digest: stored.digest, missing })
            }
        }
    }
}
