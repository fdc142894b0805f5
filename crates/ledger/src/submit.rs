//! The one gate through which the ledger is written: a `BEGIN IMMEDIATE` transaction around facts, rule, journal and
//! projection. Either all of it is there afterwards, or nothing.

use crate::blob::{self, Attachments, Staged, Stored};
use crate::journal::{self, Entry, Fields, Head};
use crate::open::Ledger;
use crate::{LedgerError, Projector, personal, replay};
use chrono::{DateTime, DurationRound as _, TimeDelta, Utc};
use domain::kernel::{Actor, Digest, EntryKey, Origin};
use rusqlite::{Connection, TransactionBehavior};
use std::cell::{Cell, RefCell};
use std::io::Read;

/// How far the clock may lag behind the last entry: two machines' or programs' clocks differ, a set-back clock lies.
const CLOCK_TOLERANCE: TimeDelta = TimeDelta::minutes(5);

/// What came of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submitted<R> {
    /// What the act returned.
    pub value: R,
    /// The last entry of this ledger's own chain now.
    pub head: Option<Head>,
    /// Personal data was erased, but somebody is reading an older state, so that its bytes may stay in the write-ahead
    /// log until they have finished. Tried again after every later transaction; done at the latest when the last
    /// program closes the ledger.
    pub erasure_pending: bool,
}

/// One appended entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    /// Whose chain, which place.
    pub key: EntryKey,
    /// Its hash.
    pub hash: Digest,
    /// When it was recorded: not earlier than the entry before.
    pub at: DateTime<Utc>,
}

/// An open transaction.
#[derive(Debug)]
pub struct Tx<'l> {
    conn: &'l Connection,
    origin: &'l Origin,
    attachments: &'l Attachments,
    now: DateTime<Utc>,
    last: Cell<Option<(Head, DateTime<Utc>)>>,
    new_files: RefCell<Vec<Digest>>,
    erased: Cell<bool>,
    done: Cell<bool>,
}

impl Ledger {
    /// Runs `act` in a transaction at `at`; writes all it did, or, on an error or a panic, nothing.
    ///
    /// # Errors
    /// What `act` returns, or a [`LedgerError`]: busy, disk full, an origin whose projection has stopped.
    pub fn submit<R, E: From<LedgerError>>(
        &mut self,
        at: DateTime<Utc>,
        act: impl FnOnce(&Tx<'_>) -> Result<R, E>,
    ) -> Result<Submitted<R>, E> {
        let mut erasure_pending = self.erasure_pending;
        let transaction =
            self.conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(LedgerError::from)?;
        replay::refuse_if_stopped(&transaction, &self.origin)?;
        let tx = Tx {
            conn: &transaction,
            origin: &self.origin,
            attachments: &self.attachments,
            now: at.duration_trunc(TimeDelta::milliseconds(1)).unwrap_or(at),
            last: Cell::new(journal::head(&transaction, &self.origin)?),
            new_files: RefCell::default(),
            erased: Cell::new(false),
            done: Cell::new(false),
        };
        let value = act(&tx)?;
        // Not `Transaction::commit`: should it fail, `tx` must still be there to remove its files.
        tx.conn.execute_batch("COMMIT").map_err(LedgerError::from)?;
        tx.done.set(true);
        erasure_pending |= tx.erased.get();
        let head = tx.last.get().map(|(head, _)| head);
        drop(tx);
        drop(transaction);
        self.erasure_pending = erasure_pending && !personal::purge_log(&mut self.conn);
        Ok(Submitted { value, head, erasure_pending: self.erasure_pending })
    }
}

impl Ledger {
    /// Commits from now on without waiting for the disk: for what is thrown away where it does not come to its end, as a demo.
    /// [`Ledger::settle_on_disk`] ends it.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn run_ahead_of_disk(&mut self) -> Result<(), LedgerError> {
        Ok(self.conn.pragma_update(None, "synchronous", "OFF")?)
    }

    /// Has everything on the disk that was committed so far, and every later commit wait for it again.
    ///
    /// # Errors
    /// What SQLite or the disk says.
    pub fn settle_on_disk(&mut self) -> Result<(), LedgerError> {
        self.conn.pragma_update(None, "synchronous", "FULL")?;
        // A checkpoint with nothing to write would not wait for what earlier ones have written.
        self.conn.execute_batch("UPDATE meta SET value = value")?;
        self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }
}

impl Tx<'_> {
    /// For reading facts and writing rows.
    #[must_use]
    pub fn conn(&self) -> &Connection {
        self.conn
    }

    /// This ledger's own chain.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        self.origin
    }

    /// The time that the next entry gets: the transaction's, or the last entry's where the clock lags a little.
    ///
    /// # Errors
    /// [`LedgerError::ClockSetBack`] where it lags more than five minutes.
    pub fn at(&self) -> Result<DateTime<Utc>, LedgerError> {
        let last = match self.last.get() {
            Some((_, last)) => Some(last),
            // A restored ledger's new chain is not older than what it was restored from.
            None => journal::last_arrival(self.conn)?,
        };
        match last {
            Some(last) if self.now < last - CLOCK_TOLERANCE => {
                Err(LedgerError::ClockSetBack { last, now: self.now })
            }
            Some(last) => Ok(self.now.max(last)),
            None => Ok(self.now),
        }
    }

    /// Appends an event to this ledger's chain. Projecting it is the caller's next line.
    ///
    /// # Errors
    /// [`LedgerError::ClockSetBack`], [`LedgerError::TooLarge`], or what SQLite says.
    pub fn append(
        &self,
        actor: &Actor,
        kind: &str,
        version: u16,
        body: &[u8],
    ) -> Result<Appended, LedgerError> {
        let at = self.at()?;
        let actor_bytes = serde_json::to_vec(actor).expect("an actor is three plain fields");
        let (seq, prev) = self.last.get().map_or((1, Digest::NONE), |(head, _)| (head.seq + 1, head.hash));
        let recorded_at = journal::time_text(at);
        let fields = Fields {
            origin: self.origin.as_str(),
            seq,
            prev: prev.bytes(),
            recorded_at: &recorded_at,
            actor: &actor_bytes,
            kind,
            version,
            body,
        };
        let record = fields.encode()?;
        let hash = Digest::of(&[&record]);
        journal::insert(self.conn, &fields, actor.account.as_str(), hash, &record)?;
        self.last.set(Some((Head { seq, hash }, at)));
        Ok(Appended { key: EntryKey { origin: self.origin.clone(), seq }, hash, at })
    }

    /// Takes in an entry of another origin by its exact bytes. `None`: it is known already.
    ///
    /// # Errors
    /// [`LedgerError::Chain`] for a fork, a gap or a wrong predecessor; [`LedgerError::Damaged`] for what is no record.
    pub fn admit(&self, record: &[u8]) -> Result<Option<Entry>, LedgerError> {
        let not_a_record = || LedgerError::damaged("not a journal record");
        let fields = Fields::decode(record).ok_or_else(not_a_record)?;
        let entry = Entry::from_record(record).ok_or_else(not_a_record)?;
        if !journal::admissible(self.conn, &entry)? {
            return Ok(None);
        }
        journal::insert(self.conn, &fields, entry.actor.account.as_str(), entry.hash, record)?;
        if entry.key.origin == *self.origin {
            self.last.set(Some((Head { seq: entry.key.seq, hash: entry.hash }, entry.at)));
        }
        Ok(Some(entry))
    }

    /// Projects an admitted entry: one that the projector does not know stops its origin visibly
    /// ([`Ledger::stopped`]), and entries of a stopped origin wait.
    ///
    /// # Errors
    /// What the projector answers otherwise.
    pub fn project(&self, projector: Projector, entry: &Entry) -> Result<(), LedgerError> {
        replay::project(self.conn, projector, entry)
    }

    /// Stores a file's contents. Large ones are better [staged](Ledger::stage) before the transaction, so that others
    /// need not wait for the copying.
    ///
    /// # Errors
    /// What the reader or the disk says.
    pub fn put_blob(&self, contents: impl Read) -> Result<Stored, LedgerError> {
        self.put_staged(self.attachments.stage(contents)?)
    }

    /// Makes a staged file an attachment.
    ///
    /// # Errors
    /// What the disk says.
    pub fn put_staged(&self, staged: Staged) -> Result<Stored, LedgerError> {
        let stored = Stored { digest: staged.digest(), size: staged.size() };
        if self.attachments.adopt(staged)? && !blob::has_row(self.conn, &stored.digest)? {
            self.new_files.borrow_mut().push(stored.digest);
        }
        blob::insert_row(self.conn, &stored)?;
        Ok(stored)
    }

    /// Stores personal data of a subject (`engineer/QT0001`) outside the chain; earlier data of the subject stays as
    /// history. The digest is what an event may hold; the same data again keep the digest that they have.
    ///
    /// # Errors
    /// What SQLite or the system's random source says.
    pub fn put_personal(
        &self,
        subject: &str,
        fields: &serde_json::Map<String, serde_json::Value>,
    ) -> Result<Digest, LedgerError> {
        personal::put(self.conn, subject, fields)
    }

    /// Erases all personal data of a subject, with the salts. The chain stays whole: its digests can no longer be
    /// connected with anybody. Tells how many rows there were.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn erase_personal(&self, subject: &str) -> Result<usize, LedgerError> {
        let erased = personal::erase(self.conn, subject)?;
        self.erased.set(self.erased.get() || erased > 0);
        Ok(erased)
    }
}

impl Drop for Tx<'_> {
    /// Files of a transaction that did not happen are removed, while its lock still keeps others from using them.
    fn drop(&mut self) {
        if !self.done.get() {
            self.attachments.withdraw(self.conn, &self.new_files.borrow());
        }
    }
}
