//! Reading confirmations, objections, revisions and money.

mod money;

pub use money::{
    Invoice, MoneyDay, MoneyKind, MoneyRecord, adjustments, invoices, money_records, numbers, payments,
};

use crate::column::{get, get_json_opt, get_opt};
use chrono::{DateTime, NaiveDate, Utc};
use domain::approval::{Step, Taken};
use domain::kernel::{AccountName, Digest, EntryKey, Exact, Origin, Quarter, StaffNo, UnitCode};
use domain::organisation::Party;
use domain::settlement::Settlement;
use domain::settlement::official::{Delivery, ObjectionState, Revision, RevisionState, SlipRecord};
use rusqlite::{Connection, Row};
use std::collections::{BTreeMap, BTreeSet};

/// A revision of a quarter's settlement, as the ledger has it.
#[derive(Clone, Debug)]
pub struct RevisionRecord {
    /// Which quarter.
    pub quarter: Quarter,
    /// 1, 2, …
    pub revision: u32,
    /// Where it stands.
    pub state: RevisionState,
    /// Why it was opened or returned.
    pub reason: Option<String>,
    /// Digest of the figures prepared.
    pub figures: Option<Digest>,
    /// The settlement, once final.
    pub settlement: Option<Settlement>,
    /// 编制.
    pub prepared: Option<(AccountName, DateTime<Utc>)>,
    /// 复核.
    pub reviewed: Option<(AccountName, DateTime<Utc>)>,
    /// 审批.
    pub finalised: Option<(AccountName, DateTime<Utc>)>,
    /// The finalising entry and its hash.
    pub entry: Option<(EntryKey, Digest)>,
    /// When both signatures were accepted.
    pub closed_at: Option<DateTime<Utc>>,
}

impl RevisionRecord {
    /// What the rules need of it.
    #[must_use]
    pub fn rule_view(&self) -> Revision {
        let step = |step, taken: &Option<(AccountName, DateTime<Utc>)>| {
            taken.as_ref().map(|(account, _)| Taken { step, account: account.clone() })
        };
        Revision {
            revision: self.revision,
            state: self.state,
            taken: [step(Step::Prepare, &self.prepared), step(Step::Review, &self.reviewed)]
                .into_iter()
                .flatten()
                .collect(),
            figures: self.figures,
        }
    }
}

fn taken(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<(AccountName, DateTime<Utc>)>> {
    let account: Option<AccountName> = get_opt(row, index)?;
    let at: Option<DateTime<Utc>> = get_opt(row, index + 1)?;
    Ok(account.zip(at))
}

/// All revisions of a quarter, oldest first.
pub fn revisions(conn: &Connection, quarter: Quarter) -> rusqlite::Result<Vec<RevisionRecord>> {
    conn.prepare_cached(include_str!("sql/revisions.sql"))?
        .query_map([quarter.to_string()], |row| {
            let origin: Option<Origin> = get_opt(row, 12)?;
            let seq: Option<i64> = row.get(13)?;
            let hash: Option<Digest> = get_opt(row, 14)?;
            let key = origin.zip(seq).map(|(origin, seq)| EntryKey { origin, seq: seq as u64 });
            Ok(RevisionRecord {
                quarter: get(row, 0)?,
                revision: row.get(1)?,
                state: get(row, 2)?,
                reason: row.get(3)?,
                figures: get_opt(row, 4)?,
                settlement: get_json_opt(row, 5)?,
                prepared: taken(row, 6)?,
                reviewed: taken(row, 8)?,
                finalised: taken(row, 10)?,
                entry: key.zip(hash),
                closed_at: get_opt(row, 15)?,
            })
        })?
        .collect()
}

/// The newest revision; a quarter nobody began to settle has an open first one.
pub fn newest_revision(conn: &Connection, quarter: Quarter) -> rusqlite::Result<Revision> {
    Ok(revisions(conn, quarter)?.last().map_or_else(Revision::first, RevisionRecord::rule_view))
}

/// Quarters whose newest revision is final or closed: their scores are fixed.
pub fn final_quarters(conn: &Connection) -> rusqlite::Result<BTreeSet<Quarter>> {
    conn.prepare_cached(include_str!("sql/final_quarters.sql"))?.query_map([], |row| get(row, 0))?.collect()
}

/// The newest final settlement of every quarter, oldest first, with revision and state.
pub fn history(conn: &Connection) -> rusqlite::Result<Vec<(Settlement, u32, RevisionState)>> {
    conn.prepare_cached(include_str!("sql/history.sql"))?
        .query_map([], |row| Ok((crate::column::get_json(row, 0)?, row.get(1)?, get(row, 2)?)))?
        .collect()
}

/// A confirmation in force.
#[derive(Clone, Debug)]
pub struct Confirmation {
    /// Which unit.
    pub unit: UnitCode,
    /// Which party.
    pub party: Party,
    /// 代录.
    pub on_behalf: bool,
    /// The paper behind it.
    pub evidence: Option<Digest>,
    /// Digest of the figures confirmed.
    pub figures: Digest,
    /// The unit's score confirmed.
    pub score: Option<Exact>,
    /// Who recorded it.
    pub account: AccountName,
    /// When.
    pub at: DateTime<Utc>,
}

/// Confirmations of a quarter in force.
pub fn confirmations(conn: &Connection, quarter: Quarter) -> rusqlite::Result<Vec<Confirmation>> {
    conn.prepare_cached(include_str!("sql/confirmations.sql"))?
        .query_map([quarter.to_string()], |row| {
            Ok(Confirmation {
                unit: get(row, 0)?,
                party: get(row, 1)?,
                on_behalf: row.get(2)?,
                evidence: get_opt(row, 3)?,
                figures: get(row, 4)?,
                score: get_opt(row, 5)?,
                account: get(row, 6)?,
                at: get(row, 7)?,
            })
        })?
        .collect()
}

/// Parties whose confirmation of a unit's quarter is in force.
pub fn confirmed_parties(
    conn: &Connection,
    unit: &UnitCode,
    quarter: Quarter,
) -> rusqlite::Result<Vec<Party>> {
    Ok(confirmations(conn, quarter)?.into_iter().filter(|c| c.unit == *unit).map(|c| c.party).collect())
}

/// An objection with its answer and decision.
#[derive(Clone, Debug)]
pub struct ObjectionRecord {
    /// Which unit.
    pub unit: UnitCode,
    /// 1, 2, …
    pub number: u32,
    /// By which party.
    pub by: Party,
    /// About whom.
    pub staff_no: Option<StaffNo>,
    /// What.
    pub text: String,
    /// When it was entered.
    pub raised_at: DateTime<Utc>,
    /// Who entered it.
    pub account: AccountName,
    /// 代录.
    pub on_behalf: bool,
    /// The day it came in, where that is not the day it was entered.
    pub received_on: Option<NaiveDate>,
    /// The 异议单 it came by.
    pub slip: Option<SlipRecord>,
    /// Where it stands.
    pub state: ObjectionState,
    /// The unit's answer: accepted, why, when.
    pub answer: Option<(bool, String, DateTime<Utc>)>,
    /// When the objector accepted the unit's rejection.
    pub rejection_accepted_at: Option<DateTime<Utc>>,
    /// The province's decision: upheld, why, when.
    pub decision: Option<(bool, String, DateTime<Utc>)>,
}

fn verdict(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<(bool, String, DateTime<Utc>)>> {
    let yes: Option<bool> = row.get(index)?;
    let why: Option<String> = row.get(index + 1)?;
    let at: Option<DateTime<Utc>> = get_opt(row, index + 2)?;
    Ok(yes.zip(why).zip(at).map(|((yes, why), at)| (yes, why, at)))
}

/// Objections of a quarter.
pub fn objections(conn: &Connection, quarter: Quarter) -> rusqlite::Result<Vec<ObjectionRecord>> {
    conn.prepare_cached(include_str!("sql/objections.sql"))?
        .query_map([quarter.to_string()], |row| {
            Ok(ObjectionRecord {
                unit: get(row, 0)?,
                number: row.get(1)?,
                by: get(row, 2)?,
                staff_no: get_opt(row, 3)?,
                text: row.get(4)?,
                raised_at: get(row, 5)?,
                state: get(row, 6)?,
                answer: verdict(row, 7)?,
                decision: verdict(row, 10)?,
                account: get(row, 13)?,
                on_behalf: row.get(14)?,
                received_on: get_opt(row, 15)?,
                slip: get_json_opt(row, 16)?,
                rejection_accepted_at: get_opt(row, 17)?,
            })
        })?
        .collect()
}

/// Deliveries of a quarter's results.
pub fn deliveries(conn: &Connection, quarter: Quarter) -> rusqlite::Result<BTreeMap<UnitCode, Delivery>> {
    conn.prepare_cached("SELECT unit, delivered_on, receiver, figures FROM delivery WHERE quarter = ?1")?
        .query_map([quarter.to_string()], |row| {
            let delivery = Delivery { on: get(row, 1)?, to: get(row, 2)?, figures: get(row, 3)? };
            Ok((get(row, 0)?, delivery))
        })?
        .collect()
}

/// What the client decided about ending the contract after that quarter.
#[derive(Clone, Debug)]
pub struct Termination {
    /// 解除.
    pub exercise: bool,
    /// Why.
    pub reason: String,
    /// Who recorded it.
    pub account: AccountName,
    /// When.
    pub at: DateTime<Utc>,
}

/// The client's decision about ending the contract after that quarter.
pub fn termination(conn: &Connection, quarter: Quarter) -> rusqlite::Result<Option<Termination>> {
    let mut statement = conn
        .prepare_cached("SELECT exercise, reason, account, decided_at FROM termination WHERE quarter = ?1")?;
    let mut rows = statement.query_map([quarter.to_string()], |row| {
        Ok(Termination {
            exercise: row.get(0)?,
            reason: row.get(1)?,
            account: get(row, 2)?,
            at: get(row, 3)?,
        })
    })?;
    rows.next().transpose()
}

/// Every quarter with a contract's term, a score or a settlement, oldest first.
pub fn quarters(conn: &Connection) -> rusqlite::Result<BTreeSet<Quarter>> {
    let mut found: BTreeSet<Quarter> = conn
        .prepare_cached("SELECT quarter FROM contract_term UNION SELECT quarter FROM revision")?
        .query_map([], |row| get(row, 0))?
        .collect::<rusqlite::Result<_>>()?;
    let months: Vec<domain::kernel::Month> = conn
        .prepare_cached("SELECT DISTINCT month FROM assessment")?
        .query_map([], |row| get(row, 0))?
        .collect::<rusqlite::Result<_>>()?;
    found.extend(months.into_iter().map(|m| m.quarter()));
    Ok(found)
}
