//! Lists of customers: found by what they are, a page at a time, with what hangs on each.

use crate::column::get;
use crate::filter::Filter;
use domain::customer::CustomerNo;
use domain::kernel::UnitCode;
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

fn filter(wanted: &Wanted) -> Filter {
    let mut filter = Filter::default();
    filter.and("struck IS NULL".to_owned());
    filter.one_of("unit", wanted.units.iter().map(UnitCode::to_string));
    filter.one_of("sector", wanted.sector.clone());
    filter.words(&wanted.text, &["customer", "name"]);
    filter
}

/// How many there are.
pub fn count(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<u32> {
    let filter = filter(wanted);
    conn.prepare_cached(&format!("SELECT count(*) FROM customer {}", filter.clause()))?
        .query_row(params_from_iter(filter.values), |row| row.get(0))
}

/// A page of them, by number.
pub fn page(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<Vec<CustomerRow>> {
    let mut filter = filter(wanted);
    let (select, clause) = (include_str!("sql/list.sql"), filter.clause());
    let (limit, offset) = (filter.value(wanted.limit), filter.value(wanted.offset));
    let text = format!("{select} {clause} ORDER BY unit, serial LIMIT {limit} OFFSET {offset}");
    conn.prepare_cached(&text)?
        .query_map(params_from_iter(filter.values), |row| {
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
