//! Tickets as a spreadsheet lists them, and which are registered already.

use super::facts::type_of;
use super::list::Wanted;
use crate::column::{get, get_day, get_day_opt, get_json, get_opt};
use chrono::NaiveDate;
use domain::form::Answers;
use domain::kernel::{AccountName, Digest, StaffNo, UnitCode};
use domain::ticket::{
    Channel, Complexity, Milestones, TermDays, TicketIdentity, TicketNo, TicketState, TicketType, TypeKey,
    Urgency,
};
use rusqlite::{Connection, params_from_iter};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A ticket of a spreadsheet.
#[derive(Clone, Debug)]
pub struct ListedTicket {
    /// 工单号.
    pub no: TicketNo,
    /// Its type, in the version that it began with.
    pub kind: Rc<TicketType>,
    /// What it is about.
    pub title: String,
    /// The customer's organisation.
    pub customer: Option<String>,
    /// 申请人, where they have an account.
    pub requester: Option<AccountName>,
    /// Salted digest of 申请人's name and phone.
    pub contact: Option<Digest>,
    /// How it came in.
    pub channel: Channel,
    /// How urgent.
    pub urgency: Urgency,
    /// How complex.
    pub complexity: Complexity,
    /// Came in that day.
    pub received_on: NaiveDate,
    /// The last day as first asked for.
    pub asked_for: Option<NaiveDate>,
    /// Fields.
    pub answers: Answers,
    /// Salted digest of the personal fields.
    pub text: Option<Digest>,
    /// 第一责任人.
    pub first: Option<StaffNo>,
    /// 第二责任人.
    pub second: Option<StaffNo>,
    /// Ended on that day.
    pub closed_on: Option<NaiveDate>,
    /// Where it stands, and the days of its delivery.
    pub days: TermDays,
}

/// All of them, however many; `wanted` says in which order.
pub fn listed(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<Vec<ListedTicket>> {
    let filter = wanted.filter();
    let text = format!("{} {} ORDER BY {}", include_str!("sql/listed.sql"), filter.clause(), wanted.order());
    let mut kinds: BTreeMap<(TypeKey, u32), Rc<TicketType>> = BTreeMap::new();
    let mut statement = conn.prepare_cached(&text)?;
    let mut rows = statement.query(params_from_iter(filter.values))?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let unit: String = row.get(1)?;
        let unit = if unit.is_empty() { None } else { Some(get(row, 1)?) };
        let key = (TypeKey { unit, code: row.get(2)? }, row.get::<_, u32>(3)?);
        let kind = match kinds.get(&key) {
            Some(kind) => Rc::clone(kind),
            None => {
                let kind = Rc::new(type_of(conn, &key.0, key.1)?);
                kinds.insert(key, Rc::clone(&kind));
                kind
            }
        };
        let state: TicketState = get(row, 14)?;
        all.push(ListedTicket {
            no: get(row, 0)?,
            kind,
            title: row.get(4)?,
            customer: row.get(5)?,
            requester: get_opt(row, 6)?,
            contact: get_opt(row, 7)?,
            channel: get(row, 8)?,
            urgency: get(row, 9)?,
            complexity: get(row, 10)?,
            received_on: get_day(row, 11)?,
            asked_for: get_day_opt(row, 12)?,
            answers: get_json(row, 13)?,
            text: get_opt(row, 20)?,
            first: get_opt(row, 15)?,
            second: get_opt(row, 16)?,
            closed_on: get_day_opt(row, 17)?,
            days: TermDays {
                state,
                review_by: None,
                reviewed_on: None,
                take_by: None,
                taken_on: None,
                tender_deadline: None,
                audit_asked_on: None,
                due_on: get_day_opt(row, 18)?,
                delivered_on: get_day_opt(row, 19)?,
                waiting: row.get::<_, Option<String>>(21)?.is_some(),
                // Whether the manager has to act is nothing that is counted here.
                escalated_on: None,
                help_since: None,
                milestones: Milestones::default(),
            },
        });
    }
    Ok(all)
}

/// The tickets of these units.
pub fn identities(
    conn: &Connection,
    units: impl IntoIterator<Item = UnitCode>,
) -> rusqlite::Result<BTreeSet<TicketIdentity>> {
    let mut statement = conn.prepare_cached(include_str!("sql/identities.sql"))?;
    let mut all = BTreeSet::new();
    for unit in units {
        let mut rows = statement.query([unit.as_str()])?;
        while let Some(row) = rows.next()? {
            let of: String = row.get(0)?;
            let of = if of.is_empty() { None } else { Some(get(row, 0)?) };
            let kind = TypeKey { unit: of, code: row.get(1)? };
            let (title, customer, received_on) = (row.get(2)?, row.get(3)?, get_day(row, 4)?);
            all.insert(TicketIdentity { unit: unit.clone(), kind, title, customer, received_on });
        }
    }
    Ok(all)
}
