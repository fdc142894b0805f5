//! Lists of opportunities: found by what they are, sorted, a page at a time.

use crate::column::{get, get_day, get_day_opt, get_opt, word};
use crate::filter::Filter;
use chrono::NaiveDate;
use domain::customer::CustomerNo;
use domain::kernel::{StaffNo, UnitCode, Yuan};
use domain::opportunity::{OpportunityNo, Outcome, Stage, VoidedFor};
use rusqlite::{Connection, Row, params_from_iter};

/// By what a list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// The number.
    #[default]
    Number,
    /// 预计金额; those without one last.
    Amount,
    /// How long it has been where it stands.
    Since,
    /// 预计成交日期; those without one last.
    Expected,
}

/// Which opportunities, in which order.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Of these units; of all where empty.
    pub units: Vec<UnitCode>,
    /// In these stages; in all where empty.
    pub stages: Vec<Stage>,
    /// Only those that have not ended, or only those that have.
    pub ended: Option<bool>,
    /// Those that were voided, and not the others.
    pub voided: bool,
    /// Of that class.
    pub class: Option<String>,
    /// For which this engineer is responsible.
    pub engineer: Option<StaffNo>,
    /// Of that customer.
    pub customer: Option<CustomerNo>,
    /// With a checkpoint that waits for a day between these two.
    pub checkpoint: Option<(NaiveDate, NaiveDate)>,
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

/// An opportunity in a list.
#[derive(Clone, Debug)]
pub struct OpportunityRow {
    /// 商机编号.
    pub no: OpportunityNo,
    /// 项目名称.
    pub title: String,
    /// Whose project it is.
    pub customer: CustomerNo,
    /// The customer's name.
    pub customer_name: String,
    /// 商机分类.
    pub class: String,
    /// 预计金额, yuan.
    pub amount: Option<Yuan>,
    /// 预计成交日期.
    pub expected_on: Option<NaiveDate>,
    /// 支撑人员.
    pub engineer: Option<StaffNo>,
    /// Known of since.
    pub found_on: NaiveDate,
    /// Where it stands.
    pub stage: Stage,
    /// Since that day.
    pub since: NaiveDate,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// On that day.
    pub concluded_on: Option<NaiveDate>,
    /// 成交金额, yuan.
    pub deal: Option<Yuan>,
    /// 重点跟进项目.
    pub key: bool,
    /// Tickets that belong to it.
    pub tickets: u32,
    /// Why it was voided.
    pub voided: Option<VoidedFor>,
    /// The day of the next checkpoint that waits, of one that has not ended.
    pub checkpoint: Option<NaiveDate>,
}

impl Wanted {
    fn filter(&self) -> Filter {
        let mut filter = Filter::default();
        filter.one_of("o.unit", self.units.iter().map(UnitCode::to_string));
        filter.one_of("o.stage", self.stages.iter().map(word));
        filter.one_of("o.class", self.class.clone());
        filter.one_of("o.engineer", self.engineer.iter().map(StaffNo::to_string));
        filter.one_of("o.customer", self.customer.iter().map(CustomerNo::to_string));
        let is = |there: bool| if there { "IS NOT NULL" } else { "IS NULL" };
        filter.and(format!("o.voided {}", is(self.voided)));
        if let Some(ended) = self.ended {
            filter.and(format!("o.outcome {}", is(ended)));
        }
        if let Some((from, to)) = self.checkpoint {
            let (from, to) = (filter.value(from.to_string()), filter.value(to.to_string()));
            let waits = "SELECT opportunity FROM opportunity_checkpoint WHERE due BETWEEN";
            filter.and(format!("o.opportunity IN ({waits} {from} AND {to}) AND o.outcome IS NULL"));
        }
        filter.words(&self.text, &["o.opportunity", "o.title", "customer.name"]);
        filter
    }

    fn order(&self) -> String {
        let way = if self.descending { "DESC" } else { "ASC" };
        let number = format!("o.month {way}, o.unit {way}, o.serial {way}");
        match self.sort {
            SortBy::Number => number,
            SortBy::Amount => {
                format!("o.amount IS NULL, CAST(o.amount AS REAL) {way}, {number}")
            }
            SortBy::Since => format!("o.since {way}, {number}"),
            SortBy::Expected => format!("o.expected_on IS NULL, o.expected_on {way}, {number}"),
        }
    }
}

const FROM: &str = "FROM opportunity AS o JOIN customer ON customer.customer = o.customer";

/// How many there are.
pub fn count(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<u32> {
    let filter = wanted.filter();
    conn.prepare_cached(&format!("SELECT count(*) {FROM} {}", filter.clause()))?
        .query_row(params_from_iter(filter.values), |row| row.get(0))
}

/// Stage and 预计金额 of all of them.
pub fn amounts(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<Vec<(Stage, Option<Yuan>)>> {
    let filter = wanted.filter();
    conn.prepare_cached(&format!("SELECT o.stage, o.amount {FROM} {}", filter.clause()))?
        .query_map(params_from_iter(filter.values), |row| Ok((get(row, 0)?, get_opt(row, 1)?)))?
        .collect()
}

/// A page of them.
pub fn page(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<Vec<OpportunityRow>> {
    let mut filter = wanted.filter();
    let clause = filter.clause();
    let (limit, offset) = (filter.value(wanted.limit), filter.value(wanted.offset));
    let select = include_str!("sql/list.sql");
    let text = format!("{select} {FROM} {clause} ORDER BY {} LIMIT {limit} OFFSET {offset}", wanted.order());
    conn.prepare_cached(&text)?.query_map(params_from_iter(filter.values), row_of)?.collect()
}

fn row_of(row: &Row<'_>) -> rusqlite::Result<OpportunityRow> {
    Ok(OpportunityRow {
        no: get(row, 0)?,
        title: row.get(1)?,
        customer: get(row, 2)?,
        customer_name: row.get(3)?,
        class: row.get(4)?,
        amount: get_opt(row, 5)?,
        expected_on: get_day_opt(row, 6)?,
        engineer: get_opt(row, 7)?,
        found_on: get_day(row, 8)?,
        stage: get(row, 9)?,
        since: get_day(row, 10)?,
        outcome: get_opt(row, 11)?,
        concluded_on: get_day_opt(row, 12)?,
        deal: get_opt(row, 13)?,
        key: row.get(14)?,
        tickets: row.get(15)?,
        voided: get_opt(row, 16)?,
        checkpoint: get_day_opt(row, 17)?,
    })
}
