//! Looking through the journal, newest first, without reading more of it than is asked for.

use crate::error::LedgerError;
use crate::journal::{self, Entry, Fields};
use crate::open::Ledger;
use chrono::{DateTime, Utc};
use rusqlite::params;

/// Which entries are wanted.
#[derive(Clone, Debug, Default)]
pub struct Sought {
    /// Only those before this [`place`](Found::next).
    pub before: Option<i64>,
    /// Only this account's.
    pub account: Option<String>,
    /// Only these kinds; empty: all.
    pub kinds: Vec<String>,
    /// Recorded at this moment or later.
    pub from: Option<DateTime<Utc>>,
    /// Recorded before this moment.
    pub until: Option<DateTime<Utc>>,
}

/// An entry as it is looked at, before it is read.
#[derive(Clone, Copy, Debug)]
pub struct Glimpse<'a> {
    /// Its place in its chain.
    pub seq: u64,
    /// Whose act it was.
    pub account: &'a str,
    /// What kind of event.
    pub kind: &'a str,
    /// The event as it was serialised.
    pub body: &'a str,
    /// Its hash.
    pub hash: &'a [u8],
}

/// Entries found, newest first.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// At most as many as were asked for.
    pub entries: Vec<Entry>,
    /// Where to go on with [`Sought::before`]; `None` where there are no more.
    pub next: Option<i64>,
}

impl Ledger {
    /// Looks through all entries, those of the time before a restoring included, and reads the first `limit` that
    /// `fits` agrees to.
    ///
    /// # Errors
    /// What SQLite says; [`LedgerError::Damaged`] for an entry that is not what was hashed.
    pub fn look(
        &self,
        sought: &Sought,
        limit: u32,
        mut fits: impl FnMut(&Glimpse<'_>) -> bool,
    ) -> Result<Found, LedgerError> {
        let kinds = (!sought.kinds.is_empty())
            .then(|| serde_json::to_string(&sought.kinds).expect("a list of texts"));
        let mut statement = self.conn.prepare_cached(include_str!("sql/entry_look.sql"))?;
        let mut rows = statement.query(params![
            sought.before.unwrap_or(i64::MAX),
            sought.account,
            kinds,
            sought.from.map(journal::time_text),
            sought.until.map(journal::time_text),
        ])?;
        let mut found = Found::default();
        let mut last = None;
        while let Some(row) = rows.next()? {
            let text = |column| row.get_ref(column).map_err(LedgerError::from);
            let record = text(0)?.as_blob().map_err(rusqlite::Error::from)?;
            let hash = text(1)?.as_blob().map_err(rusqlite::Error::from)?;
            let account = text(3)?.as_str().map_err(rusqlite::Error::from)?;
            let fields = Fields::decode(record).ok_or_else(|| LedgerError::damaged("journal: a record"))?;
            let Fields { seq, kind, body, .. } = fields;
            let body = std::str::from_utf8(body).unwrap_or_default();
            if !fits(&Glimpse { seq, account, kind, body, hash }) {
                continue;
            }
            if found.entries.len() == limit as usize {
                found.next = last;
                break;
            }
            last = Some(row.get(2)?);
            found.entries.push(journal::read(row)?);
        }
        Ok(found)
    }
}
