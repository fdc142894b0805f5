//! The tables as they stood at an earlier moment, so that a report can be made again as it was first made.

use crate::error::LedgerError;
use crate::open::Ledger;
use crate::{Projector, journal, migration};
use chrono::DateTime;
use domain::kernel::{Digest, Origin};
use rusqlite::Connection;

impl Ledger {
    /// The projections as they stood right after the entry with this hash, in a database in memory: the journal up to
    /// it, replayed. What is no projection (journal, attachments, personal data) is not in it. `None`: no entry has
    /// that hash. Costs a replay; entries of an origin that holds one of an unknown kind wait from there on, as in the
    /// tables themselves.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`], or what SQLite or the projector says.
    pub fn as_of(&self, hash: &Digest, projector: Projector) -> Result<Option<Connection>, LedgerError> {
        if self.entry(hash)?.is_none() {
            return Ok(None);
        }
        let mut then = Connection::open_in_memory()?;
        crate::gather::teach(&then)?;
        then.execute_batch(include_str!("sql/scratch.sql"))?;
        migration::prepare(&then)?;
        migration::apply(&mut then, self.migrations, 0, DateTime::UNIX_EPOCH)?;
        let tx = then.transaction()?;
        let mut stopped: Vec<Origin> = Vec::new();
        journal::each_until(self.conn(), hash, |entry| {
            if stopped.contains(&entry.key.origin) {
                return Ok(());
            }
            match projector(&tx, &entry) {
                Err(LedgerError::UnknownEvent { .. }) => {
                    stopped.push(entry.key.origin);
                    Ok(())
                }
                other => other,
            }
        })?;
        tx.commit()?;
        Ok(Some(then))
    }
}
