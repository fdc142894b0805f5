//! Lists of tickets: found by what they are, sorted, a page at a time.

use crate::column::{get, get_day, get_day_opt, get_opt, word};
use crate::filter::Filter;
use chrono::NaiveDate;
use domain::kernel::{StaffNo, UnitCode};
use domain::ticket::{ApprovalPost, Concern, TicketNo, TicketState, Urgency};
use rusqlite::{Connection, params_from_iter};
use std::collections::BTreeMap;

/// By what a list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// The day on which they came in.
    #[default]
    Received,
    /// The last day; those without one last.
    Due,
    /// The number.
    Number,
    /// How urgent: the most urgent first.
    Urgency,
}

/// Which tickets, in which order.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Of these units; of all where empty.
    pub units: Vec<UnitCode>,
    /// In these states; in all where empty.
    pub states: Vec<TicketState>,
    /// Of this type, by code.
    pub kind: Option<String>,
    /// For which this engineer is responsible, first or second.
    pub engineer: Option<StaffNo>,
    /// That are theirs; all where `None`.
    pub mine: Option<Concern>,
    /// Among these only, where given.
    pub among: Option<Vec<TicketNo>>,
    /// Words of number, title or customer.
    pub text: String,
    /// Sorted by.
    pub sort: SortBy,
    /// The other way round.
    pub descending: bool,
    /// So many are passed over.
    pub offset: u32,
    /// So many at most.
    pub limit: u32,
}

/// A ticket in a list.
#[derive(Clone, Debug)]
pub struct TicketRow {
    /// 工单号.
    pub no: TicketNo,
    /// The unit of its type, empty for all.
    pub type_unit: String,
    /// Its type.
    pub type_code: String,
    /// What it is about.
    pub title: String,
    /// The customer's organisation.
    pub customer: Option<String>,
    /// How urgent.
    pub urgency: Urgency,
    /// Where it stands.
    pub state: TicketState,
    /// Came in that day.
    pub received_on: NaiveDate,
    /// The last day.
    pub due_on: Option<NaiveDate>,
    /// 第一责任人.
    pub first: Option<StaffNo>,
    /// 第二责任人.
    pub second: Option<StaffNo>,
}

/// Where these rows stand, instead of looking for them.
fn standing_at(rows: &[i64]) -> Filter {
    let mut filter = Filter::default();
    let place = filter.value(serde_json::to_string(rows).unwrap_or_default());
    filter.and(format!("rowid IN (SELECT value FROM json_each({place}))"));
    filter
}

/// Those that are theirs, as [`Concern`] says.
pub(super) fn concerned(filter: &mut Filter, whom: &Concern) {
    match whom {
        Concern::AskedBy(account) => {
            let place = filter.value(account.to_string());
            filter.and(format!("requester = {place}"));
        }
        Concern::HandOf(staff_no) => {
            let place = filter.value(staff_no.to_string());
            let approvals = ApprovalPost::ALL.len();
            filter.and(format!(
                "(first = {place} OR second = {place} \
                 OR ticket IN (SELECT ticket FROM ticket_incident WHERE staff_no = {place}) \
                 OR ticket IN (SELECT ticket FROM ticket_third WHERE staff_no = {place} \
                               GROUP BY ticket HAVING count(*) = {approvals}))"
            ));
        }
        Concern::Nobody => filter.and("0".to_owned()),
    }
}

/// The numbers of those that are theirs.
pub fn numbers_of(conn: &Connection, whom: &Concern) -> rusqlite::Result<Vec<TicketNo>> {
    let mut filter = Filter::default();
    concerned(&mut filter, whom);
    conn.prepare_cached(&format!("SELECT ticket FROM ticket {}", filter.clause()))?
        .query_map(params_from_iter(filter.values), |row| get(row, 0))?
        .collect()
}

impl Wanted {
    pub(super) fn filter(&self) -> Filter {
        let mut filter = Filter::default();
        filter.one_of("unit", self.units.iter().map(UnitCode::to_string));
        filter.one_of("state", self.states.iter().map(word));
        filter.one_of("type_code", self.kind.clone());
        if let Some(engineer) = &self.engineer {
            let place = filter.value(engineer.to_string());
            filter.and(format!("(first = {place} OR second = {place})"));
        }
        if let Some(whom) = &self.mine {
            concerned(&mut filter, whom);
        }
        if let Some(tickets) = &self.among {
            let numbers: Vec<String> = tickets.iter().map(ToString::to_string).collect();
            let place = filter.value(serde_json::to_string(&numbers).unwrap_or_default());
            filter.and(format!("ticket IN (SELECT value FROM json_each({place}))"));
        }
        let linked = |place: &str| Some(include_str!("sql/of_named_customer.sql").replace("{place}", place));
        filter.words_or(&self.text, &["ticket", "title", "customer"], linked);
        filter
    }

    pub(super) fn order(&self) -> String {
        let way = if self.descending { "DESC" } else { "ASC" };
        let number = format!("month {way}, unit {way}, serial {way}");
        match self.sort {
            SortBy::Received => format!("received_on {way}, {number}"),
            SortBy::Due => format!("due_on IS NULL, due_on {way}, {number}"),
            SortBy::Number => number,
            SortBy::Urgency => {
                format!("CASE urgency WHEN 'critical' THEN 0 WHEN 'urgent' THEN 1 ELSE 2 END {way}, {number}")
            }
        }
    }
}

/// How many there are.
pub fn count(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<u32> {
    let filter = wanted.filter();
    conn.prepare_cached(&format!("SELECT count(*) FROM ticket {}", filter.clause()))?
        .query_row(params_from_iter(filter.values), |row| row.get(0))
}

/// How many there are in each state.
pub fn states(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<BTreeMap<TicketState, u32>> {
    let filter = wanted.filter();
    conn.prepare_cached(&format!("SELECT state, count(*) FROM ticket {} GROUP BY state", filter.clause()))?
        .query_map(params_from_iter(filter.values), |row| Ok((get(row, 0)?, row.get(1)?)))?
        .collect()
}

/// So many of those found by their words are read from where they stand; of more, a page is soon found in their order.
const FEW: usize = 2_000;

/// A page of them, and how many there are. Words are looked for in every ticket and those of a list one by one, which is done once
/// for both.
pub fn found(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<(Vec<TicketRow>, u32)> {
    if wanted.text.trim().is_empty() && wanted.among.is_none() {
        return Ok((page(conn, wanted)?, count(conn, wanted)?));
    }
    let filter = wanted.filter();
    let rows: Vec<i64> = conn
        .prepare_cached(&format!("SELECT rowid FROM ticket {}", filter.clause()))?
        .query_map(params_from_iter(filter.values), |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let known = rows.len() <= FEW || wanted.among.is_some();
    let page = if known { read(conn, wanted, standing_at(&rows)) } else { page(conn, wanted) };
    Ok((page?, total))
}

/// A page of them.
pub fn page(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<Vec<TicketRow>> {
    read(conn, wanted, wanted.filter())
}

fn read(conn: &Connection, wanted: &Wanted, mut filter: Filter) -> rusqlite::Result<Vec<TicketRow>> {
    let clause = filter.clause();
    let (limit, offset) = (filter.value(wanted.limit), filter.value(wanted.offset));
    let text = format!(
        "{} {clause} ORDER BY {} LIMIT {limit} OFFSET {offset}",
        include_str!("sql/list.sql"),
        wanted.order()
    );
    conn.prepare_cached(&text)?
        .query_map(params_from_iter(filter.values), |row| {
            Ok(TicketRow {
                no: get(row, 0)?,
                type_unit: row.get(1)?,
                type_code: row.get(2)?,
                title: row.get(3)?,
                customer: row.get(4)?,
                urgency: get(row, 5)?,
                state: get(row, 6)?,
                received_on: get_day(row, 7)?,
                due_on: get_day_opt(row, 8)?,
                first: get_opt(row, 9)?,
                second: get_opt(row, 10)?,
            })
        })?
        .collect()
}
