//! Lists of customers: found by what they are, a page at a time, with what hangs on each.

use crate::column::get;
use domain::customer::CustomerNo;
use domain::kernel::UnitCode;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// Which customers.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Of these units; of all where empty.
    pub units: Vec<UnitCode>,
    /// Of that sector.
    pub sector: Option<String>,
    /// Words of number or name.
    pub text: String,
    /// So many are passed over.
    pub offset: u32,
    /// So many at most.
    pub limit: u32,
}

/// A customer in a list.
#[derive(Clone, Debug)]
pub struct CustomerRow {
    /// 客户编号.
    pub no: CustomerNo,
    /// Its name.
    pub name: String,
    /// 行业.
    pub sector: Option<String>,
    /// 客户级别.
    pub grade: Option<String>,
    /// People who are still there.
    pub contacts: u32,
    /// Opportunities that have not ended.
    pub open: u32,
    /// Opportunities that were won or agreed on.
    pub won: u32,
    /// Tickets.
    pub tickets: u32,
}

fn filter(wanted: &Wanted) -> (String, Vec<Value>) {
    let (mut conditions, mut values) = (vec!["struck IS NULL".to_owned()], Vec::new());
    let mut place = |value: String| {
        values.push(Value::from(value));
        format!("?{}", values.len())
    };
    let units: Vec<String> = wanted.units.iter().map(|unit| place(unit.to_string())).collect();
    if !units.is_empty() {
        conditions.push(format!("unit IN ({})", units.join(", ")));
    }
    if let Some(sector) = &wanted.sector {
        conditions.push(format!("sector = {}", place(sector.clone())));
    }
    for part in wanted.text.split_whitespace() {
        let escaped = part.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        let like = place(format!("%{escaped}%"));
        conditions.push(format!("(customer LIKE {like} ESCAPE '\\' OR name LIKE {like} ESCAPE '\\')"));
    }
    (format!("WHERE {}", conditions.join(" AND ")), values)
}

/// How many there are.
pub fn count(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<u32> {
    let (filter, values) = filter(wanted);
    conn.prepare_cached(&format!("SELECT count(*) FROM customer {filter}"))?
        .query_row(params_from_iter(values), |row| row.get(0))
}

/// A page of them, by number.
pub fn page(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<Vec<CustomerRow>> {
    let (filter, mut values) = filter(wanted);
    values.extend([Value::from(i64::from(wanted.limit)), Value::from(i64::from(wanted.offset))]);
    let (limit, offset) = (values.len() - 1, values.len());
    let select = include_str!("sql/list.sql");
    let text = format!("{select} {filter} ORDER BY unit, serial LIMIT ?{limit} OFFSET ?{offset}");
    conn.prepare_cached(&text)?
        .query_map(params_from_iter(values), |row| {
            Ok(CustomerRow {
                no: get(row, 0)?,
                name: row.get(1)?,
                sector: row.get(2)?,
                grade: row.get(3)?,
                contacts: row.get(4)?,
                open: row.get(5)?,
                won: row.get(6)?,
                tickets: row.get(7)?,
            })
        })?
        .collect()
}
