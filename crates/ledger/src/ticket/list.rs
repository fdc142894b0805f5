//! Lists of tickets: found by what they are, sorted, a page at a time.

use crate::column::{get, get_day, get_day_opt, get_opt, word};
use chrono::NaiveDate;
use domain::kernel::{StaffNo, UnitCode};
use domain::ticket::{TicketNo, TicketState, Urgency};
use rusqlite::types::Value;
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

/// Conditions and their values.
pub(super) struct Sql {
    conditions: Vec<String>,
    pub(super) values: Vec<Value>,
}

impl Sql {
    fn value(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("?{}", self.values.len())
    }

    fn one_of(&mut self, column: &str, values: impl IntoIterator<Item = String>) {
        let condition = one_of(column, values, &mut self.values);
        self.conditions.extend(condition.strip_prefix("AND ").map(str::to_owned));
    }

    pub(super) fn of(wanted: &Wanted) -> Self {
        let mut sql = Self { conditions: Vec::new(), values: Vec::new() };
        sql.one_of("unit", wanted.units.iter().map(UnitCode::to_string));
        sql.one_of("state", wanted.states.iter().map(word));
        sql.one_of("type_code", wanted.kind.clone());
        if let Some(engineer) = &wanted.engineer {
            let place = sql.value(engineer.to_string());
            sql.conditions.push(format!("(first = {place} OR second = {place})"));
        }
        if let Some(tickets) = &wanted.among {
            let numbers: Vec<String> = tickets.iter().map(ToString::to_string).collect();
            let place = sql.value(serde_json::to_string(&numbers).unwrap_or_default());
            sql.conditions.push(format!("ticket IN (SELECT value FROM json_each({place}))"));
        }
        for part in wanted.text.split_whitespace() {
            let escaped = part.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            let place = sql.value(format!("%{escaped}%"));
            let like = |column: &str| format!("{column} LIKE {place} ESCAPE '\\'");
            let columns = ["ticket", "title", "coalesce(customer, '')"].map(like);
            let linked = include_str!("sql/of_named_customer.sql").replace("{place}", &place);
            sql.conditions.push(format!("({} OR {linked})", columns.join(" OR ")));
        }
        sql
    }

    /// Where these rows stand, instead of looking for them.
    fn rows(rows: &[i64]) -> Self {
        let mut sql = Self { conditions: Vec::new(), values: Vec::new() };
        let place = sql.value(serde_json::to_string(rows).unwrap_or_default());
        sql.conditions.push(format!("rowid IN (SELECT value FROM json_each({place}))"));
        sql
    }

    pub(super) fn filter(&self) -> String {
        if self.conditions.is_empty() {
            String::new()
        } else {
            format!("WHERE {}", self.conditions.join(" AND "))
        }
    }
}

/// `AND column IN (…)`; nothing where no value is named. The values go behind those that are there.
pub(super) fn one_of(
    column: &str,
    wanted: impl IntoIterator<Item = String>,
    values: &mut Vec<Value>,
) -> String {
    let mut places = Vec::new();
    for value in wanted {
        values.push(value.into());
        places.push(format!("?{}", values.len()));
    }
    if places.is_empty() { String::new() } else { format!("AND {column} IN ({})", places.join(", ")) }
}

impl Wanted {
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
    let sql = Sql::of(wanted);
    conn.prepare_cached(&format!("SELECT count(*) FROM ticket {}", sql.filter()))?
        .query_row(params_from_iter(sql.values), |row| row.get(0))
}

/// How many there are in each state.
pub fn states(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<BTreeMap<TicketState, u32>> {
    let sql = Sql::of(wanted);
    conn.prepare_cached(&format!("SELECT state, count(*) FROM ticket {} GROUP BY state", sql.filter()))?
        .query_map(params_from_iter(sql.values), |row| Ok((get(row, 0)?, row.get(1)?)))?
        .collect()
}

/// So many of those found by their words are read from where they stand; of more, a page is soon found in their order.
const FEW: usize = 2_000;

/// A page of them, and how many there are. Words are looked for in every ticket, which is done once for both.
pub fn found(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<(Vec<TicketRow>, u32)> {
    if wanted.text.trim().is_empty() {
        return Ok((page(conn, wanted)?, count(conn, wanted)?));
    }
    let sql = Sql::of(wanted);
    let rows: Vec<i64> = conn
        .prepare_cached(&format!("SELECT rowid FROM ticket {}", sql.filter()))?
        .query_map(params_from_iter(sql.values), |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let page = if rows.len() <= FEW { read(conn, wanted, Sql::rows(&rows)) } else { page(conn, wanted) };
    Ok((page?, total))
}

/// A page of them.
pub fn page(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<Vec<TicketRow>> {
    read(conn, wanted, Sql::of(wanted))
}

fn read(conn: &Connection, wanted: &Wanted, mut sql: Sql) -> rusqlite::Result<Vec<TicketRow>> {
    let filter = sql.filter();
    let (limit, offset) = (sql.value(i64::from(wanted.limit)), sql.value(i64::from(wanted.offset)));
    let text = format!(
        "{} {filter} ORDER BY {} LIMIT {limit} OFFSET {offset}",
        include_str!("sql/list.sql"),
        wanted.order()
    );
    conn.prepare_cached(&text)?
        .query_map(params_from_iter(sql.values), |row| {
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
