//! Opportunities in spreadsheets: the filtered list given out, rows registered.

use super::list::{Opportunities, lines_of, wanted};
use super::{read, subject};
use crate::copies::handed_out;
use crate::error::AppError;
use crate::exchange::{FileView, write_sheet};
use crate::parse::{self, text_given};
use crate::personal::{keep_texts, texts_at};
use crate::session::App;
use crate::ticket::said;
use ::sheet::cell::folded;
use ::sheet::kinds::{OpportunityCells, OpportunityRow};
use chrono::NaiveDate;
use domain::Refusal;
use domain::customer::{CustomerBasics, CustomerNo, Whose, register_customer, whose};
use domain::event::Event;
use domain::form::Answers;
use domain::kernel::{Month, UnitCode};
use domain::opportunity::{Basics, OpportunityNo, Registration, UnitFacts};
use domain::personal::OpportunityPart;
use ledger::Tx;
use ledger::customer::facts::namesakes;
use ledger::opportunity::list::Wanted;
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Writes a list of opportunities as a spreadsheet.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ExportOpportunities {
    /// Which, and in which order; all pages of them.
    pub list: Opportunities,
    /// The file; `.csv` writes CSV.
    pub out: String,
}

/// `exportOpportunities`.
pub fn export(app: &mut App, request: ExportOpportunities) -> Result<FileView, AppError> {
    let unit = text_given(request.list.unit.as_deref()).map(parse::unit).transpose()?;
    let rows = rows(app, request.list)?;
    let written = write_sheet(&::sheet::kinds::Opportunities, &rows, &request.out)?;
    handed_out(app, "exportOpportunities", unit, written)
}

/// Opportunities as rows.
pub(crate) fn rows(app: &App, list: Opportunities) -> Result<Vec<OpportunityRow>, AppError> {
    let list = Opportunities { offset: 0, limit: None, ..list };
    let Some(wanted) = wanted(app, list, u32::MAX)? else { return Ok(Vec::new()) };
    let conn = app.conn()?;
    let found = ledger::opportunity::list::page(conn, &wanted)?;
    let numbers: Vec<OpportunityNo> = found.iter().map(|row| row.no.clone()).collect();
    let lines = lines_of(app, found)?;
    let rows = numbers.into_iter().zip(lines).map(|(no, line)| {
        let known = read(conn, &no)?;
        let people = texts_at(conn, &subject(OpportunityPart::Manager, &no), Some(&known.people))?;
        Ok(OpportunityRow {
            opportunity: Some(line.opportunity),
            title: line.title,
            customer: line.customer_name,
            class: line.class,
            source: known.basics.source,
            finder: known.basics.finder,
            manager: people.get("name").cloned(),
            amount: known.basics.amount,
            expected_on: known.basics.expected_on,
            engineer: known.basics.engineer,
            found_on: known.found_on,
            standing: OpportunityCells {
                stage: Some(said::of("pipelineStage", &line.stage)),
                outcome: line.outcome.map(|outcome| said::of("dealOutcome", &outcome)),
                concluded_on: known.concluded.map(|end| end.on),
                deal: known.concluded.and_then(|end| end.amount),
                engineer_name: line.engineer_name,
            },
            unit: no.unit,
        })
    });
    rows.collect()
}

/// Writes the number of every opportunity that is on record into its row: of the same title and customer, where it has none.
pub(crate) fn recognise(conn: &Connection, rows: &mut [&mut OpportunityRow]) -> Result<(), AppError> {
    let mut units: BTreeMap<UnitCode, BTreeMap<(String, CustomerNo), OpportunityNo>> = BTreeMap::new();
    for row in rows.iter_mut().filter(|row| row.opportunity.is_none()) {
        if !units.contains_key(&row.unit) {
            let wanted = Wanted { units: vec![row.unit.clone()], limit: u32::MAX, ..Wanted::default() };
            let found = ledger::opportunity::list::page(conn, &wanted)?.into_iter();
            let known = found.map(|one| ((folded(&one.title), one.customer), one.no)).collect();
            units.insert(row.unit.clone(), known);
        }
        if let [(customer, _)] = namesakes(conn, &row.unit, &row.customer)?.as_slice() {
            let found = units[&row.unit].get(&(folded(&row.title), customer.clone()));
            row.opportunity = found.map(ToString::to_string);
        }
    }
    Ok(())
}

/// A row that cannot be taken in: its place, the column it is about, why.
type Refused = (usize, &'static str, Refusal);

/// What is known of a unit while rows are registered one after another.
struct Unit {
    /// Customers that the file itself has brought.
    new: Vec<(CustomerNo, String)>,
    last_customer: u32,
    last: u32,
}

impl Unit {
    fn read(conn: &Connection, unit: &UnitCode, month: Month) -> Result<Self, AppError> {
        Ok(Self {
            new: Vec::new(),
            last_customer: ledger::customer::facts::last_serial(conn, unit)?,
            last: ledger::opportunity::facts::last_serial(conn, unit, month)?,
        })
    }

    /// The customer of that name, registered where it is new.
    fn customer(
        &mut self,
        conn: &Connection,
        unit: &UnitCode,
        name: &str,
    ) -> Result<Result<(CustomerNo, Vec<Event>), Refusal>, AppError> {
        let mut known = namesakes(conn, unit, name)?;
        known.extend(self.new.iter().cloned());
        let registered = |name: String| {
            let no = CustomerNo { unit: unit.clone(), serial: self.last_customer + 1 };
            let basics = CustomerBasics { name, sector: None, grade: None };
            Ok((no.clone(), register_customer(basics, None, no, &known, false)?))
        };
        let found = match whose(&known, None, Some(name)) {
            Ok(Whose::Known(no)) => Ok((no, Vec::new())),
            Ok(Whose::New(name)) => registered(name),
            Err(refusal) => Err(refusal),
        };
        if let Ok((no, events)) = &found
            && !events.is_empty()
        {
            self.last_customer += 1;
            self.new.push((no.clone(), name.to_owned()));
        }
        Ok(found)
    }
}

/// Registers rows that are not registered yet; those that are stay as they are.
pub(crate) fn register_rows(
    tx: &Tx<'_>,
    rows: &[OpportunityRow],
    day: (NaiveDate, Month),
) -> Result<Result<Vec<Event>, Vec<Refused>>, AppError> {
    let conn = tx.conn();
    let all = ledger::organisation::query::units(conn)?;
    let mut units: BTreeMap<UnitCode, Unit> = BTreeMap::new();
    let mut rows_of: BTreeMap<(String, CustomerNo), usize> = BTreeMap::new();
    let (mut events, mut refused) = (Vec::new(), Vec::new());
    for (index, row) in rows.iter().enumerate() {
        if !all.contains_key(&row.unit) {
            refused.push((index, "单位代码", Refusal::UnknownUnit { unit: row.unit.clone() }));
            continue;
        }
        if let Some(number) = &row.opportunity {
            let no: Option<OpportunityNo> = number.parse().ok();
            let known =
                no.map(|no| ledger::opportunity::facts::opportunity(conn, &no)).transpose()?.flatten();
            if known.is_none_or(|known| known.no.unit != row.unit) {
                let unknown = Refusal::UnknownOpportunity { opportunity: number.clone() };
                refused.push((index, "商机编号", unknown));
            }
            continue;
        }
        if !units.contains_key(&row.unit) {
            units.insert(row.unit.clone(), Unit::read(conn, &row.unit, day.1)?);
        }
        let Some(unit) = units.get_mut(&row.unit) else { continue };
        let no = OpportunityNo { unit: row.unit.clone(), month: day.1, serial: unit.last + 1 };
        let (customer, registered) = match unit.customer(conn, &row.unit, &row.customer)? {
            Ok(found) => found,
            Err(refusal) => {
                refused.push((index, "客户名称", refusal));
                continue;
            }
        };
        events.extend(registered);
        if let Some(first_row) = rows_of.insert((folded(&row.title), customer.clone()), index) {
            refused.push((index, "项目名称", Refusal::OpportunityTwice { first_row }));
            continue;
        }
        let mut facts = ledger::opportunity::facts::unit(conn, &row.unit, &customer, day.0)?;
        facts.customer_known |= unit.new.iter().any(|(no, _)| *no == customer);
        match register_row(tx, row, no, customer, &facts)? {
            Ok(more) => {
                unit.last += 1;
                events.extend(more);
            }
            Err(refusal) => refused.push((index, column(row, &refusal), refusal)),
        }
    }
    Ok(if refused.is_empty() { Ok(events) } else { Err(refused) })
}

fn register_row(
    tx: &Tx<'_>,
    row: &OpportunityRow,
    no: OpportunityNo,
    customer: CustomerNo,
    facts: &UnitFacts,
) -> Result<Result<Vec<Event>, Refusal>, AppError> {
    let manager = BTreeMap::from([("name".to_owned(), row.manager.clone().unwrap_or_default())]);
    let new = Registration {
        basics: Basics {
            title: row.title.clone(),
            customer,
            class: row.class.trim().to_owned(),
            source: row.source.clone(),
            finder: row.finder,
            amount: row.amount,
            expected_on: row.expected_on,
            engineer: row.engineer.clone(),
        },
        people: keep_texts(tx, &subject(OpportunityPart::Manager, &no), &manager)?,
        found_on: row.found_on,
        answers: Answers::default(),
        text: None,
    };
    Ok(domain::opportunity::register(new, no, facts))
}

/// The column that a refusal is about.
fn column(row: &OpportunityRow, refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::AccountManagerNeeded => "客户经理或行业经理",
        Refusal::NotServing { .. } => "支撑人员工号",
        Refusal::DateInFuture { .. } => "线索日期",
        Refusal::NegativeAmount { .. } => "预计金额",
        Refusal::NotInList { value } if row.source.as_ref() == Some(value) => "商机来源",
        Refusal::NotInList { .. } => "商机分类",
        _ => "项目名称",
    }
}
