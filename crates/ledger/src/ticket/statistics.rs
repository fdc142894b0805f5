//! What statistics of tickets are counted from.

use crate::column::{get, get_day, get_day_opt, get_json_opt, get_opt};
use crate::filter::Filter;
use chrono::NaiveDate;
use domain::kernel::UnitCode;
use domain::ticket::{Concern, CountedTicket, Milestones, TermDays, TypeKey};
use rusqlite::{Connection, params_from_iter};

/// The tickets of these units, of all where none is named, and of those the ones that are somebody's own where said, that were there between two days. Those that ended before count for
/// nothing of it, for nothing happens to a ticket that has ended.
pub fn counted(
    conn: &Connection,
    units: &[UnitCode],
    mine: Option<&Concern>,
    (from, to): (NaiveDate, NaiveDate),
) -> rusqlite::Result<Vec<CountedTicket>> {
    let mut filter = Filter::behind(vec![from.to_string().into(), to.to_string().into()]);
    filter.one_of("unit", units.iter().map(UnitCode::to_string));
    if let Some(whom) = mine {
        super::list::concerned(&mut filter, whom);
    }
    let text = format!("{}{}", include_str!("sql/counted.sql"), filter.rest());
    conn.prepare_cached(&text)?
        .query_map(params_from_iter(filter.values), |row| {
            let type_unit: String = row.get(1)?;
            Ok(CountedTicket {
                unit: get(row, 0)?,
                kind: TypeKey {
                    unit: if type_unit.is_empty() { None } else { Some(get(row, 1)?) },
                    code: row.get(2)?,
                },
                first: get_opt(row, 3)?,
                received_on: get_day(row, 5)?,
                days: TermDays {
                    state: get(row, 4)?,
                    review_by: None,
                    reviewed_on: None,
                    take_by: get_day_opt(row, 6)?,
                    taken_on: get_day_opt(row, 7)?,
                    tender_deadline: None,
                    audit_asked_on: None,
                    due_on: get_day_opt(row, 8)?,
                    delivered_on: get_day_opt(row, 9)?,
                    waiting: row.get::<_, Option<String>>(10)?.is_some(),
                    // Whether the manager has to act is nothing that is counted here.
                    escalated_on: None,
                    help_since: None,
                    milestones: Milestones::default(),
                },
                closed_on: get_day_opt(row, 11)?,
                rating: get_json_opt(row, 12)?,
            })
        })?
        .collect()
}
