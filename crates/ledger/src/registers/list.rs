//! Lists of forms: found by what they are, sorted, a page at a time.

use super::facts::key;
use crate::column::{get, get_day, get_day_opt, get_json, get_opt, word};
use crate::filter::Filter;
use chrono::NaiveDate;
use domain::customer::CustomerNo;
use domain::form::Answers;
use domain::kernel::{AccountName, Digest, StaffNo, UnitCode};
use domain::opportunity::OpportunityNo;
use domain::registers::{FormNo, FormState, FormTypeKey, Register, StepOutcome};
use domain::ticket::TicketNo;
use rusqlite::{Connection, params_from_iter};

/// By what a list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// Its day.
    #[default]
    Day,
    /// The last day; those without one last.
    Due,
    /// The number.
    Number,
}

/// Which forms, in which order.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Of these units; of all where empty.
    pub units: Vec<UnitCode>,
    /// In these registers; in all where empty.
    pub registers: Vec<Register>,
    /// In these states; in all where empty.
    pub states: Vec<FormState>,
    /// Of this type, by code.
    pub kind: Option<String>,
    /// Linked to this engineer.
    pub engineer: Option<StaffNo>,
    /// Linked to this ticket.
    pub ticket: Option<TicketNo>,
    /// Linked to this customer.
    pub customer: Option<CustomerNo>,
    /// Linked to this opportunity.
    pub opportunity: Option<OpportunityNo>,
    /// Complaints with one of these verdicts.
    pub verdicts: Vec<StepOutcome>,
    /// Of that day or after it.
    pub from: Option<NaiveDate>,
    /// Of that day or before it.
    pub to: Option<NaiveDate>,
    /// Open with a last day before that one.
    pub late_on: Option<NaiveDate>,
    /// Only what was neither voided nor refused.
    pub counted: bool,
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

/// A form in a list.
#[derive(Clone, Debug)]
pub struct FormRow {
    /// 编号.
    pub no: FormNo,
    /// Its type.
    pub kind: FormTypeKey,
    /// In that version.
    pub kind_version: u32,
    /// What it is about.
    pub title: String,
    /// Its day.
    pub on: NaiveDate,
    /// The customer's organisation.
    pub customer: Option<String>,
    /// An engineer.
    pub engineer: Option<StaffNo>,
    /// A ticket.
    pub ticket: Option<TicketNo>,
    /// 客户编号.
    pub customer_no: Option<CustomerNo>,
    /// An opportunity.
    pub opportunity: Option<OpportunityNo>,
    /// The last day.
    pub due_on: Option<NaiveDate>,
    /// Where it stands.
    pub state: FormState,
    /// The step that comes next, by code.
    pub next_step: Option<String>,
    /// The verdict on a complaint.
    pub verdict: Option<StepOutcome>,
    /// Fields.
    pub answers: Answers,
    /// Salted digest of the personal fields.
    pub text: Option<Digest>,
    /// Times that it was filled in.
    pub version: u32,
    /// Who registered it.
    pub registered_by: AccountName,
}

impl Wanted {
    fn filter(&self) -> Filter {
        let mut filter = Filter::default();
        filter.one_of("unit", self.units.iter().map(UnitCode::to_string));
        filter.one_of("register", self.registers.iter().map(word));
        filter.one_of("state", self.states.iter().map(word));
        filter.one_of("type_code", self.kind.clone());
        filter.one_of("engineer", self.engineer.iter().map(StaffNo::to_string));
        filter.one_of("ticket", self.ticket.iter().map(TicketNo::to_string));
        filter.one_of("customer_no", self.customer.iter().map(CustomerNo::to_string));
        filter.one_of("opportunity", self.opportunity.iter().map(OpportunityNo::to_string));
        filter.one_of("verdict", self.verdicts.iter().map(word));
        if let Some(from) = self.from {
            let place = filter.value(from.to_string());
            filter.and(format!("day >= {place}"));
        }
        if let Some(to) = self.to {
            let place = filter.value(to.to_string());
            filter.and(format!("day <= {place}"));
        }
        if let Some(day) = self.late_on {
            let place = filter.value(day.to_string());
            filter.and(format!("state = 'open' AND due_on < {place}"));
        }
        if self.counted {
            filter.and("state NOT IN ('void', 'refused')".to_owned());
        }
        filter.words(&self.text, &["form", "title", "customer"]);
        filter
    }

    fn order(&self) -> String {
        let way = if self.descending { "DESC" } else { "ASC" };
        let number = format!("unit {way}, month {way}, serial {way}");
        match self.sort {
            SortBy::Day => format!("day {way}, {number}"),
            SortBy::Due => format!("due_on IS NULL, due_on {way}, {number}"),
            SortBy::Number => format!("month {way}, unit {way}, register {way}, serial {way}"),
        }
    }
}

/// A page of them, and how many there are.
pub fn found(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<(Vec<FormRow>, u32)> {
    let filter = wanted.filter();
    let total = conn
        .prepare_cached(&format!("SELECT count(*) FROM form {}", filter.clause()))?
        .query_row(params_from_iter(&filter.values), |row| row.get(0))?;
    Ok((page(conn, wanted)?, total))
}

/// A page of them.
pub fn page(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<Vec<FormRow>> {
    let mut filter = wanted.filter();
    let clause = filter.clause();
    let (limit, offset) = (filter.value(i64::from(wanted.limit)), filter.value(i64::from(wanted.offset)));
    let text = format!(
        "{} {clause} ORDER BY {} LIMIT {limit} OFFSET {offset}",
        include_str!("sql/list.sql"),
        wanted.order()
    );
    conn.prepare_cached(&text)?
        .query_map(params_from_iter(filter.values), |row| {
            Ok(FormRow {
                no: get(row, 0)?,
                kind: key(row, 1)?,
                kind_version: row.get(3)?,
                title: row.get(4)?,
                on: get_day(row, 5)?,
                customer: row.get(6)?,
                engineer: get_opt(row, 7)?,
                ticket: get_opt(row, 8)?,
                due_on: get_day_opt(row, 9)?,
                state: get(row, 10)?,
                next_step: row.get(11)?,
                verdict: get_opt(row, 12)?,
                answers: get_json(row, 13)?,
                text: get_opt(row, 14)?,
                version: row.get(15)?,
                registered_by: get(row, 16)?,
                customer_no: get_opt(row, 17)?,
                opportunity: get_opt(row, 18)?,
            })
        })?
        .collect()
}
