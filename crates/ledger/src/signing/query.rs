//! Reading reports given out and accepted.

use crate::column::{get, get_json, get_opt};
use chrono::{DateTime, Utc};
use domain::event::PaperRecorded;
use domain::kernel::{AccountName, Digest, Quarter, StaffNo};
use rusqlite::Connection;

/// A report given out.
#[derive(Clone, Debug)]
pub struct Issued {
    /// SHA-256 of the file.
    pub file: Digest,
    /// 报告编号.
    pub report_no: String,
    /// Its revision.
    pub revision: u32,
    /// 校验码.
    pub check_code: String,
}

/// Reports given out for a quarter, oldest first.
pub fn issued(conn: &Connection, quarter: Quarter) -> rusqlite::Result<Vec<Issued>> {
    conn.prepare_cached(include_str!("sql/issued.sql"))?
        .query_map([quarter.to_string()], |row| {
            Ok(Issued {
                file: get(row, 0)?,
                report_no: row.get(1)?,
                revision: row.get(2)?,
                check_code: row.get(3)?,
            })
        })?
        .collect()
}

/// Numbers of the formal reports in which an engineer's scores stand, and since when they are out, oldest first.
pub fn issued_with(conn: &Connection, staff_no: &StaffNo) -> rusqlite::Result<Vec<(String, DateTime<Utc>)>> {
    conn.prepare_cached(include_str!("sql/issued_with.sql"))?
        .query_map([staff_no.as_str()], |row| Ok((row.get(0)?, get(row, 1)?)))?
        .collect()
}

/// How a revision was signed: digitally or on paper.
#[derive(Clone, Debug)]
pub struct Acceptance {
    /// Which revision.
    pub revision: u32,
    /// What was recorded of a paper signature; `None` where it was signed digitally.
    pub paper: Option<PaperRecorded>,
    /// SHA-256 of the signed file or the scan.
    pub file: Digest,
    /// Who recorded it.
    pub account: AccountName,
    /// When.
    pub at: DateTime<Utc>,
    /// The second person of a paper signature.
    pub approved_by: Option<AccountName>,
}

/// Acceptances of a quarter by revision.
pub fn acceptances(conn: &Connection, quarter: Quarter) -> rusqlite::Result<Vec<Acceptance>> {
    conn.prepare_cached(include_str!("sql/acceptances.sql"))?
        .query_map([quarter.to_string()], |row| {
            let on_paper = row.get_ref(1)?.as_str()? == "paper";
            Ok(Acceptance {
                revision: row.get(0)?,
                paper: if on_paper { Some(get_json(row, 3)?) } else { None },
                file: get(row, 2)?,
                account: get(row, 4)?,
                at: get(row, 5)?,
                approved_by: get_opt(row, 6)?,
            })
        })?
        .collect()
}
