//! Reading scores, month states and declarations.

use crate::column::{get, get_json, get_opt, parsed};
use crate::gather::{self, Gathered, Unread, gather_unread};
use chrono::{DateTime, Utc};
use domain::assessment::{Assessment, MonthState, Submitted};
use domain::kernel::{AccountName, Digest, Month, Quarter, Score, StaffNo, UnitCode};
use rusqlite::{Connection, OptionalExtension as _, Row};
use std::collections::{BTreeMap, BTreeSet};

fn submitted(row: &Row<'_>) -> rusqlite::Result<Submitted> {
    let assessment = Assessment {
        month: get(row, 0)?,
        unit: get(row, 1)?,
        staff_no: get(row, 2)?,
        score: get(row, 3)?,
        items: get_json(row, 4)?,
        note: row.get(5)?,
        rubric: row.get(6)?,
        on_behalf: row.get(7)?,
    };
    Ok(Submitted { assessment, account: get(row, 8)? })
}

/// Scores of a range of months, both included, by month, unit and person.
pub fn scores(conn: &Connection, from: Month, to: Month) -> rusqlite::Result<Vec<Submitted>> {
    conn.prepare_cached(include_str!("sql/scores.sql"))?
        .query_map([from.to_string(), to.to_string()], submitted)?
        .collect()
}

/// The scores of a person, by month.
pub fn scores_of(conn: &Connection, staff_no: &StaffNo) -> rusqlite::Result<Vec<Assessment>> {
    conn.prepare_cached(include_str!("sql/scores_of.sql"))?
        .query_map([staff_no.as_str()], |row| Ok(submitted(row)?.assessment))?
        .collect()
}

/// The scores of a unit's month without what stands beside them, for [`points`] to read, on whichever thread.
pub(crate) fn points_unread(conn: &Connection, unit: &UnitCode, month: Month) -> rusqlite::Result<Unread<2>> {
    gather_unread(conn, include_str!("sql/points.sql"), [&month.to_string(), unit.as_str()])
}

/// The text of each staff number, and the score. For whoever has the numbers already, of many people.
pub(crate) fn points(rows: Gathered<'_, 2>) -> impl Iterator<Item = rusqlite::Result<(&str, Score)>> {
    rows.map(|[staff_no, score]| {
        Ok((gather::text(staff_no, 0)?, parsed(gather::text(score, 1)?, 1, Score::parse)?))
    })
}

/// Where a unit's month stands, with the reviewer where it is closed.
pub type MonthStates = BTreeMap<(UnitCode, Month), (MonthState, Option<AccountName>)>;

/// Where the months of that range stand; absent means open.
pub fn month_states(conn: &Connection, from: Month, to: Month) -> rusqlite::Result<MonthStates> {
    conn.prepare_cached(include_str!("sql/month_states.sql"))?
        .query_map([from.to_string(), to.to_string()], |row| {
            Ok(((get(row, 0)?, get(row, 1)?), (get(row, 2)?, get_opt(row, 3)?)))
        })?
        .collect()
}

/// Every unit's months whose scores are reviewed.
pub fn reviewed_months(conn: &Connection) -> rusqlite::Result<BTreeSet<(UnitCode, Month)>> {
    conn.prepare_cached("SELECT unit, month FROM unit_month WHERE state = 'closed'")?
        .query_map([], |row| Ok((get(row, 0)?, get(row, 1)?)))?
        .collect()
}

/// Months of that range declared 本月无在岗人员, with the reason.
pub fn no_engineer(
    conn: &Connection,
    from: Month,
    to: Month,
) -> rusqlite::Result<BTreeMap<(UnitCode, Month), String>> {
    conn.prepare_cached("SELECT unit, month, reason FROM no_engineer WHERE month BETWEEN ?1 AND ?2")?
        .query_map([from.to_string(), to.to_string()], |row| Ok(((get(row, 0)?, get(row, 1)?), row.get(2)?)))?
        .collect()
}

/// When months of a unit in that range were closed and by which entry, oldest first; open months are left out.
pub fn closings(
    conn: &Connection,
    unit: &UnitCode,
    from: Month,
    to: Month,
) -> rusqlite::Result<Vec<(DateTime<Utc>, Digest)>> {
    conn.prepare_cached(include_str!("sql/closings.sql"))?
        .query_map([unit.as_str(), &from.to_string(), &to.to_string()], |row| {
            Ok((get(row, 0)?, get(row, 1)?))
        })?
        .collect()
}

/// How a unit's month was closed.
#[derive(Clone, Debug)]
pub struct Closing {
    /// 编制: who recorded its scores or declared its gaps.
    pub prepared_by: Vec<AccountName>,
    /// 审核.
    pub reviewer: AccountName,
    /// When it was closed.
    pub at: DateTime<Utc>,
    /// The entry that closed it.
    pub hash: Digest,
}

/// How a unit's month was closed; `None` while it is not.
pub fn closing(conn: &Connection, unit: &UnitCode, month: Month) -> rusqlite::Result<Option<Closing>> {
    conn.prepare_cached(include_str!("sql/closing.sql"))?
        .query_row([unit.as_str(), &month.to_string()], |row| {
            Ok(Closing {
                prepared_by: get_json(row, 0)?,
                reviewer: get(row, 1)?,
                at: get(row, 2)?,
                hash: get(row, 3)?,
            })
        })
        .optional()
}

/// 本月无在岗人员 (nobody named) or 本月不评分 (of that person).
#[derive(Clone, Debug)]
pub struct Declaration {
    /// Which month.
    pub month: Month,
    /// Whom it concerns; `None` where nobody was on duty.
    pub staff_no: Option<StaffNo>,
    /// Why.
    pub reason: String,
    /// Who declared it.
    pub account: AccountName,
    /// When.
    pub at: DateTime<Utc>,
}

/// What was declared of a unit's months in that range, by month.
pub fn declarations(
    conn: &Connection,
    unit: &UnitCode,
    from: Month,
    to: Month,
) -> rusqlite::Result<Vec<Declaration>> {
    conn.prepare_cached(include_str!("sql/declarations.sql"))?
        .query_map([unit.as_str(), &from.to_string(), &to.to_string()], |row| {
            Ok(Declaration {
                month: get(row, 0)?,
                staff_no: get_opt(row, 1)?,
                reason: row.get(2)?,
                account: get(row, 3)?,
                at: get(row, 4)?,
            })
        })?
        .collect()
}

/// Persons declared 本月不评分 in that range, with the reason.
pub fn not_assessed(
    conn: &Connection,
    from: Month,
    to: Month,
) -> rusqlite::Result<BTreeMap<(UnitCode, Month, StaffNo), String>> {
    conn.prepare_cached(include_str!("sql/not_assessed.sql"))?
        .query_map([from.to_string(), to.to_string()], |row| {
            Ok(((get(row, 0)?, get(row, 1)?, get(row, 2)?), row.get(3)?))
        })?
        .collect()
}

/// A declaration 不纳入考核 on record.
#[derive(Clone, Debug)]
pub struct Exemption {
    /// Why.
    pub reason: String,
    /// The paper behind it.
    pub attachment: Option<Digest>,
    /// Who declared it.
    pub declared_by: AccountName,
    /// When.
    pub declared_at: DateTime<Utc>,
    /// The second person, once agreed.
    pub approved_by: Option<AccountName>,
    /// When they agreed.
    pub approved_at: Option<DateTime<Utc>>,
}

/// Units declared 不纳入考核 in a quarter.
pub fn exemptions(conn: &Connection, quarter: Quarter) -> rusqlite::Result<BTreeMap<UnitCode, Exemption>> {
    conn.prepare_cached(include_str!("sql/exemptions.sql"))?
        .query_map([quarter.to_string()], |row| {
            let exemption = Exemption {
                reason: row.get(1)?,
                attachment: get_opt(row, 2)?,
                declared_by: get(row, 3)?,
                declared_at: get(row, 4)?,
                approved_by: get_opt(row, 5)?,
                approved_at: get_opt(row, 6)?,
            };
            Ok((get(row, 0)?, exemption))
        })?
        .collect()
}

/// Staff numbers scored in a unit's month.
pub fn scored(conn: &Connection, unit: &UnitCode, month: Month) -> rusqlite::Result<BTreeSet<StaffNo>> {
    conn.prepare_cached("SELECT staff_no FROM assessment WHERE month = ?1 AND unit = ?2")?
        .query_map([month.to_string(), unit.to_string()], |row| get(row, 0))?
        .collect()
}
