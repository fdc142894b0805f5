//! Entries: what is hashed, and how an entry joins its chain.
//!
//! The hashed bytes ("record") are these fields one after the other, each after its length (4 bytes, big-endian):
//! the word `huiqian-entry-1`, origin, seq (8 bytes, big-endian), previous hash (32 bytes, zero before the first),
//! recorded-at (`2026-07-31T08:00:00.000Z`), actor (JSON), kind, version (2 bytes, big-endian), body. They are stored
//! as they are, and nothing is ever serialised again to verify them.

use crate::error::{ChainFault, LedgerError};
use chrono::{DateTime, SecondsFormat, Utc};
use domain::kernel::{Actor, Digest, EntryKey, Origin};
use rusqlite::{Connection, OptionalExtension as _, Row, params};

const FORMAT: &[u8] = b"huiqian-entry-1";

/// Bytes a record may have. Business acts are some hundred bytes; files are attachments.
pub(crate) const RECORD_LIMIT: usize = 16 << 20;

const HEAD: &str = include_str!("sql/head.sql");
const INSERT: &str = include_str!("sql/entry_insert.sql");
const RANGE: &str = include_str!("sql/entry_range.sql");
const BY_HASH: &str = include_str!("sql/entry_by_hash.sql");
const BY_KEY: &str = include_str!("sql/entry_by_key.sql");

/// The last entry of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its place, from 1.
    pub seq: u64,
    /// Its hash: printed on reports, it anchors everything before it.
    pub hash: Digest,
}

/// One entry of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Whose chain, which place.
    pub key: EntryKey,
    /// Hash of the entry before; [`Digest::NONE`] for the first.
    pub prev: Digest,
    /// SHA-256 of the record.
    pub hash: Digest,
    /// When it was recorded (UTC, milliseconds).
    pub at: DateTime<Utc>,
    /// Who acted.
    pub actor: Actor,
    /// What kind of event the body holds.
    pub kind: String,
    /// The version of that kind.
    pub version: u16,
    /// The event, as its writer serialised it.
    pub body: Vec<u8>,
}

impl Entry {
    /// The error for a projector that does not know this kind or version.
    #[must_use]
    pub fn unknown(&self) -> LedgerError {
        LedgerError::UnknownEvent { key: self.key.clone(), kind: self.kind.clone(), version: self.version }
    }

    /// Reads the body as JSON.
    pub fn event<T: serde::de::DeserializeOwned>(&self) -> Result<T, LedgerError> {
        serde_json::from_slice(&self.body).map_err(|source| LedgerError::BadBody {
            key: self.key.clone(),
            kind: self.kind.clone(),
            version: self.version,
            source,
        })
    }

    /// Reads an entry from its exact bytes. `None`: not a record.
    pub(crate) fn from_record(record: &[u8]) -> Option<Self> {
        let fields = Fields::decode(record)?;
        Some(Self {
            key: EntryKey { origin: Origin::parse(fields.origin)?, seq: fields.seq },
            prev: Digest::new(*fields.prev),
            hash: Digest::of(&[record]),
            at: parse_time(fields.recorded_at)?,
            actor: serde_json::from_slice(fields.actor).ok()?,
            kind: fields.kind.to_owned(),
            version: fields.version,
            body: fields.body.to_owned(),
        })
    }
}

/// A record's fields, borrowed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fields<'a> {
    pub origin: &'a str,
    pub seq: u64,
    pub prev: &'a [u8; 32],
    pub recorded_at: &'a str,
    pub actor: &'a [u8],
    pub kind: &'a str,
    pub version: u16,
    pub body: &'a [u8],
}

impl<'a> Fields<'a> {
    /// The bytes to hash.
    pub(crate) fn encode(&self) -> Result<Vec<u8>, LedgerError> {
        let seq = self.seq.to_be_bytes();
        let version = self.version.to_be_bytes();
        let fields: [&[u8]; 9] = [
            FORMAT,
            self.origin.as_bytes(),
            &seq,
            self.prev,
            self.recorded_at.as_bytes(),
            self.actor,
            self.kind.as_bytes(),
            &version,
            self.body,
        ];
        let size: usize = fields.iter().map(|field| field.len() + 4).sum();
        if size > RECORD_LIMIT {
            return Err(LedgerError::TooLarge { size: size as u64, limit: RECORD_LIMIT as u64 });
        }
        let mut record = Vec::with_capacity(size);
        for field in fields {
            let length = u32::try_from(field.len()).expect("below RECORD_LIMIT");
            record.extend_from_slice(&length.to_be_bytes());
            record.extend_from_slice(field);
        }
        Ok(record)
    }

    /// Reads a record; anything missing, of another length, or left over makes it none.
    pub(crate) fn decode(record: &'a [u8]) -> Option<Self> {
        let mut rest = record;
        let mut next = || -> Option<&'a [u8]> {
            let (length, tail) = rest.split_first_chunk::<4>()?;
            let (field, tail) = tail.split_at_checked(u32::from_be_bytes(*length) as usize)?;
            rest = tail;
            Some(field)
        };
        if next()? != FORMAT {
            return None;
        }
        let fields = Self {
            origin: std::str::from_utf8(next()?).ok()?,
            seq: u64::from_be_bytes(next()?.try_into().ok()?),
            prev: next()?.try_into().ok()?,
            recorded_at: std::str::from_utf8(next()?).ok()?,
            actor: next()?,
            kind: std::str::from_utf8(next()?).ok()?,
            version: u16::from_be_bytes(next()?.try_into().ok()?),
            body: next()?,
        };
        rest.is_empty().then_some(fields)
    }
}

/// How a time is written in a record.
pub(crate) fn time_text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

pub(crate) fn parse_time(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text).ok().map(|at| at.with_timezone(&Utc))
}

/// The last entry of an origin and when it was recorded.
pub(crate) fn head(conn: &Connection, origin: &Origin) -> Result<Option<(Head, DateTime<Utc>)>, LedgerError> {
    let row: Option<(i64, [u8; 32], String)> = conn
        .prepare_cached(HEAD)?
        .query_row([origin.as_str()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((seq, hash, at)) = row else { return Ok(None) };
    let place = || LedgerError::damaged(format!("journal: columns of the last entry of {origin}"));
    let head = Head { seq: u64::try_from(seq).map_err(|_| place())?, hash: Digest::new(hash) };
    Ok(Some((head, parse_time(&at).ok_or_else(place)?)))
}

/// When the entry that arrived last was recorded, whatever its origin.
pub(crate) fn last_arrival(conn: &Connection) -> Result<Option<DateTime<Utc>>, LedgerError> {
    let sql = "SELECT recorded_at FROM entry ORDER BY position DESC LIMIT 1";
    let text: Option<String> = conn.query_row(sql, [], |row| row.get(0)).optional()?;
    Ok(text.as_deref().and_then(parse_time))
}

/// Writes a record and the copies of its fields.
pub(crate) fn insert(
    conn: &Connection,
    fields: &Fields<'_>,
    account: &str,
    hash: Digest,
    record: &[u8],
) -> Result<(), LedgerError> {
    let seq = i64::try_from(fields.seq).map_err(|_| LedgerError::damaged("journal: seq"))?;
    conn.prepare_cached(INSERT)?.execute(params![
        fields.origin,
        seq,
        hash.bytes(),
        fields.recorded_at,
        account,
        fields.kind,
        record
    ])?;
    Ok(())
}

/// Says what speaks against putting `entry` at the end of its chain: a fork, a gap, another predecessor.
/// `Ok(false)`: it is there already.
pub(crate) fn admissible(conn: &Connection, entry: &Entry) -> Result<bool, LedgerError> {
    let refuse = |fault| Err(LedgerError::Chain { key: entry.key.clone(), fault });
    if let Some(known) = by_key(conn, &entry.key)? {
        if known.hash == entry.hash {
            return Ok(false);
        }
        return refuse(ChainFault::Fork { known: known.hash, other: entry.hash });
    }
    let (expected, stored) =
        head(conn, &entry.key.origin)?.map_or((1, Digest::NONE), |(head, _)| (head.seq + 1, head.hash));
    if entry.key.seq != expected {
        return refuse(ChainFault::Gap { expected });
    }
    if entry.prev != stored {
        return refuse(ChainFault::Link { named: entry.prev, stored });
    }
    Ok(true)
}

pub(crate) fn read(row: &Row<'_>) -> Result<Entry, LedgerError> {
    let record = row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?;
    let stored: [u8; 32] = row.get(1)?;
    Entry::from_record(record)
        .filter(|entry| entry.hash.bytes() == &stored)
        .ok_or_else(|| LedgerError::damaged(format!("journal entry {}", Digest::new(stored))))
}

/// Entries of an origin in order, at most `limit`. Each one's hash is compared with its bytes.
pub(crate) fn range(
    conn: &Connection,
    origin: &Origin,
    from_seq: u64,
    limit: u32,
) -> Result<Vec<Entry>, LedgerError> {
    let from = i64::try_from(from_seq).unwrap_or(i64::MAX);
    let mut statement = conn.prepare_cached(RANGE)?;
    let mut rows = statement.query(params![origin.as_str(), from, limit])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.push(read(row)?);
    }
    Ok(entries)
}

/// The entry with this hash.
pub(crate) fn by_hash(conn: &Connection, hash: &Digest) -> Result<Option<Entry>, LedgerError> {
    let mut statement = conn.prepare_cached(BY_HASH)?;
    let mut rows = statement.query([hash.bytes()])?;
    rows.next()?.map(read).transpose()
}

/// The entry at this place.
pub(crate) fn by_key(conn: &Connection, key: &EntryKey) -> Result<Option<Entry>, LedgerError> {
    let seq = i64::try_from(key.seq).unwrap_or(i64::MAX);
    let mut statement = conn.prepare_cached(BY_KEY)?;
    let mut rows = statement.query(params![key.origin.as_str(), seq])?;
    rows.next()?.map(read).transpose()
}

/// Calls `each` with every entry in order of arrival.
pub(crate) fn each(
    conn: &Connection,
    mut each: impl FnMut(Entry) -> Result<(), LedgerError>,
) -> Result<(), LedgerError> {
    let mut statement = conn.prepare("SELECT record, hash FROM entry ORDER BY position")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(read(row)?)?;
    }
    Ok(())
}

/// Calls `each` with every entry in order of arrival, up to the one with this hash and with it.
pub(crate) fn each_until(
    conn: &Connection,
    last: &Digest,
    mut each: impl FnMut(Entry) -> Result<(), LedgerError>,
) -> Result<(), LedgerError> {
    let mut statement = conn.prepare(include_str!("sql/entries_until.sql"))?;
    let mut rows = statement.query([last.bytes()])?;
    while let Some(row) = rows.next()? {
        each(read(row)?)?;
    }
    Ok(())
}

/// How many entries there are.
pub(crate) fn count(conn: &Connection) -> Result<u64, LedgerError> {
    let count: i64 = conn.query_row("SELECT count(*) FROM entry", [], |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

/// The entries whose records such a statement selects, in its order; `of` is its one parameter.
pub(crate) fn entries_of(
    conn: &Connection,
    select: &str,
    of: impl rusqlite::Params,
) -> Result<Vec<Entry>, LedgerError> {
    let mut statement = conn.prepare_cached(select)?;
    let mut rows = statement.query(of)?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let record: Vec<u8> = row.get(0)?;
        let entry = Entry::from_record(&record).ok_or_else(|| LedgerError::damaged("an entry's record"))?;
        entries.push(entry);
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields() -> Fields<'static> {
        Fields {
            origin: "00112233445566778899aabbccddeeff",
            seq: 7,
            prev: &[9; 32],
            recorded_at: "2026-07-31T08:00:00.000Z",
            actor: br#"{"account":"wang","role":"clerk"}"#,
            kind: "MonthScored",
            version: 2,
            body: b"{}",
        }
    }

    #[test]
    fn a_record_reads_back_as_it_was_written() {
        let record = fields().encode().unwrap();
        assert_eq!(Fields::decode(&record), Some(fields()));
        let entry = Entry::from_record(&record).unwrap();
        assert_eq!((entry.key.seq, entry.version, entry.body.as_slice()), (7, 2, &b"{}"[..]));
        assert_eq!(time_text(entry.at), "2026-07-31T08:00:00.000Z");
    }

    #[test]
    fn moving_a_byte_over_a_border_gives_another_record() {
        let one = Fields { kind: "ab", body: b"c", ..fields() }.encode().unwrap();
        let two = Fields { kind: "a", body: b"bc", ..fields() }.encode().unwrap();
        assert_ne!(one, two);
    }

    #[test]
    fn every_cut_and_every_extension_is_refused() {
        let mut record = fields().encode().unwrap();
        for length in 0..record.len() {
            assert_eq!(Fields::decode(&record[..length]), None, "{length}");
        }
        record.push(0);
        assert_eq!(Fields::decode(&record), None);
    }

    #[test]
    fn a_body_beyond_the_limit_is_refused() {
        let body = vec![0; RECORD_LIMIT];
        let refused = Fields { body: &body, ..fields() }.encode();
        assert!(matches!(refused, Err(LedgerError::TooLarge { .. })));
    }
}
