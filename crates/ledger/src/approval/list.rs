//! Lists of approvals: those that wait for somebody, those that somebody submitted, all of them.

use crate::column::{get, get_day_opt, get_json, word};
use crate::filter::Filter;
use chrono::NaiveDate;
use domain::approval::ApprovalState;
use domain::document::DocumentNo;
use domain::kernel::{AccountName, Digest, UnitCode};
use rusqlite::{Connection, params_from_iter};

/// Whose approvals.
#[derive(Clone, Debug, Default)]
pub enum Whose {
    /// All.
    #[default]
    All,
    /// Those that wait for that account's opinion on that day, its own or as who stands in.
    WaitingFor(AccountName, NaiveDate),
    /// Those that it submitted.
    SubmittedBy(AccountName),
}

/// Which approvals.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Whose.
    pub whose: Whose,
    /// Of these units; of all where empty.
    pub units: Vec<UnitCode>,
    /// In these states; in all where empty.
    pub states: Vec<ApprovalState>,
    /// Each document's last approval alone.
    pub last: bool,
    /// Without those of these documents: they are not for the reader.
    pub hidden: Vec<DocumentNo>,
    /// So many are passed over.
    pub offset: u32,
    /// So many at most.
    pub limit: u32,
}

/// An approval in a list.
#[derive(Clone, Debug)]
pub struct ApprovalRow {
    /// Of which document.
    pub document: DocumentNo,
    /// 1, 2, … of the document.
    pub number: u32,
    /// The version that it is bound to.
    pub version: u32,
    /// SHA-256 of that version.
    pub file: Digest,
    /// Number and salted digest of the document's title.
    pub text: (u32, Digest),
    /// What became of it.
    pub state: ApprovalState,
    /// The stage that it has reached, from 1.
    pub stage: u32,
    /// The names of all stages.
    pub stages: Vec<String>,
    /// Who submitted.
    pub submitter: AccountName,
    /// When, RFC 3339.
    pub submitted_at: String,
    /// When something was done with it last, RFC 3339.
    pub changed_at: String,
    /// Who is waited for; `None` stands for somebody without an account.
    pub waiting: Vec<Option<AccountName>>,
    /// Since when, RFC 3339, somebody is waited for.
    pub since: Option<String>,
    /// The day of the last reminder.
    pub reminded_on: Option<NaiveDate>,
}

impl Wanted {
    fn filter(&self) -> Filter {
        let mut filter = Filter::default();
        match &self.whose {
            Whose::All => {}
            Whose::WaitingFor(account, today) => {
                let (account, today) = (filter.value(account.to_string()), filter.value(today.to_string()));
                filter.and(format!(
                    "EXISTS (SELECT 1 FROM approval_waiting AS w \
                     LEFT JOIN approval_stand_in AS s ON s.document = w.document AND s.number = w.number AND s.seat = w.seat \
                     WHERE w.document = approval.document AND w.number = approval.number AND (w.account = {account} \
                       OR s.account = {account} AND s.from_day <= {today} AND coalesce(s.to_day, {today}) >= {today}))"
                ));
            }
            Whose::SubmittedBy(account) => filter.one_of("approval.submitter", [account.to_string()]),
        }
        filter.one_of("approval.unit", self.units.iter().map(UnitCode::to_string));
        filter.one_of("approval.state", self.states.iter().map(word));
        if self.last {
            filter.and(
                "approval.number = (SELECT max(number) FROM approval AS other WHERE other.document = approval.document)"
                    .to_owned(),
            );
        }
        if !self.hidden.is_empty() {
            let place = filter.value(serde_json::to_string(&self.hidden).unwrap_or_default());
            filter.and(format!("approval.document NOT IN (SELECT value FROM json_each({place}))"));
        }
        filter
    }
}

/// How many there are.
pub fn count(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<u32> {
    let filter = wanted.filter();
    let sql = format!("SELECT count(*) FROM approval {}", filter.clause());
    conn.prepare_cached(&sql)?.query_row(params_from_iter(&filter.values), |row| row.get(0))
}

/// A page of them, those that changed last first.
pub fn page(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<Vec<ApprovalRow>> {
    let mut filter = wanted.filter();
    let clause = filter.clause();
    let (limit, offset) = (filter.value(i64::from(wanted.limit)), filter.value(i64::from(wanted.offset)));
    let sql = format!(
        "{} {clause} ORDER BY approval.changed_at DESC, approval.document, approval.number DESC LIMIT {limit} OFFSET {offset}",
        include_str!("sql/list.sql"),
    );
    conn.prepare_cached(&sql)?
        .query_map(params_from_iter(filter.values), |row| {
            Ok(ApprovalRow {
                document: get(row, 0)?,
                number: row.get(1)?,
                version: row.get(2)?,
                file: get(row, 3)?,
                text: (row.get(4)?, get(row, 5)?),
                state: get(row, 6)?,
                stage: row.get(7)?,
                stages: get_json(row, 8)?,
                submitter: get(row, 9)?,
                submitted_at: row.get(10)?,
                changed_at: row.get(11)?,
                waiting: get_json(row, 12)?,
                since: row.get(13)?,
                reminded_on: get_day_opt(row, 14)?,
            })
        })?
        .collect()
}
