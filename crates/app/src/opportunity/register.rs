//! Registering an opportunity and changing what it is.

use super::{number_for, read, subject};
use crate::api::Act;
use crate::error::AppError;
use crate::parse::{self, choice, day_or, text_given};
use crate::personal::keep_texts;
use crate::session::{App, Receipt};
use crate::ticket::words::ticket_no;
use domain::customer::{CustomerBasics, CustomerNo, Whose, register_customer, whose};
use domain::kernel::{Digest, UnitCode};
use domain::opportunity::{Basics, OpportunityNo, Registration, stages};
use domain::personal::OpportunityPart;
use domain::{Event, Refusal};
use ledger::Tx;
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What an opportunity is.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct OpportunityFields {
    /// 项目名称.
    pub title: String,
    /// 客户编号. Where none is given, a new project's is said by the customer's name, and one on record keeps its own.
    #[serde(default)]
    pub customer: Option<String>,
    /// 商机分类.
    pub class: String,
    /// 商机来源.
    #[serde(default)]
    pub source: Option<String>,
    /// `accountManager`, `industryManager` or `engineer`.
    pub finder: String,
    /// 客户经理 or 行业经理: a name, kept beside the journal.
    pub manager: String,
    /// 预计金额, yuan.
    #[serde(default)]
    pub amount: Option<String>,
    /// 预计成交日期.
    #[serde(default)]
    pub expected_on: Option<String>,
    /// 工号 of the 支撑人员 who is responsible.
    #[serde(default)]
    pub engineer: Option<String>,
}

/// Registers an opportunity.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RegisterOpportunity {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// What it is.
    #[serde(flatten)]
    pub basics: OpportunityFields,
    /// 客户名称, where no number is given: the customer of that name, else a new one; refused where several have it.
    #[serde(default)]
    pub customer_name: Option<String>,
    /// 线索日期; today where absent.
    #[serde(default)]
    pub found_on: Option<String>,
    /// 工单号 of the ticket from which it comes: it belongs to the opportunity from now on.
    #[serde(default)]
    pub ticket: Option<String>,
    /// What the stages ask for, as far as it is known, as typed.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
}

/// An opportunity that was registered.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RegisteredOpportunityView {
    /// 商机编号.
    pub opportunity: String,
    /// What was recorded.
    pub receipt: Receipt,
}

/// Records anew what an opportunity is.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ChangeOpportunity {
    /// 商机编号.
    pub opportunity: String,
    /// What it is.
    #[serde(flatten)]
    pub basics: OpportunityFields,
    /// 线索日期; where absent it stays.
    #[serde(default)]
    pub found_on: Option<String>,
}

impl RegisterOpportunity {
    /// Whose project it is, and what is recorded where the customer is a new one.
    fn customer(&self, conn: &Connection) -> Result<(CustomerNo, Vec<Event>), AppError> {
        let (unit, number) = (&self.unit, self.basics.customer()?);
        let name = text_given(self.customer_name.as_deref());
        let mut known = match name {
            Some(name) => ledger::customer::facts::namesakes(conn, unit, name)?,
            None => Vec::new(),
        };
        if let Some(no) = number.as_ref().filter(|no| no.unit == *unit) {
            known.extend(ledger::customer::query::name(conn, no)?.map(|name| (no.clone(), name)));
        }
        match whose(&known, number, name)? {
            Whose::Known(no) => Ok((no, Vec::new())),
            Whose::New(name) => {
                let serial = ledger::customer::facts::last_serial(conn, unit)? + 1;
                let no = CustomerNo { unit: unit.clone(), serial };
                let basics = CustomerBasics { name, sector: None, grade: None };
                Ok((no.clone(), register_customer(basics, None, no, &known, false)?))
            }
        }
    }
}

impl OpportunityFields {
    /// The number that is given.
    fn customer(&self) -> Result<Option<CustomerNo>, AppError> {
        text_given(self.customer.as_deref()).map(crate::customer::number).transpose()
    }

    fn basics(&self, customer: CustomerNo) -> Result<Basics, AppError> {
        Ok(Basics {
            title: self.title.clone(),
            customer,
            class: self.class.trim().to_owned(),
            source: text_given(self.source.as_deref()).map(str::to_owned),
            finder: choice(&self.finder)?,
            amount: text_given(self.amount.as_deref()).map(parse::amount).transpose()?,
            expected_on: text_given(self.expected_on.as_deref()).map(parse::date).transpose()?,
            engineer: text_given(self.engineer.as_deref()).map(parse::staff_no).transpose()?,
        })
    }

    fn keep_manager(&self, tx: &Tx<'_>, no: &OpportunityNo) -> Result<Option<Digest>, AppError> {
        let texts = BTreeMap::from([("name".to_owned(), self.manager.clone())]);
        keep_texts(tx, &subject(OpportunityPart::Manager, no), &texts)
    }
}

/// `registerOpportunity`.
pub fn register(app: &mut App, request: RegisterOpportunity) -> Result<RegisteredOpportunityView, AppError> {
    let (today, month) = (app.today()?, app.this_month()?);
    let ticket = text_given(request.ticket.as_deref());
    let ticket = ticket.map(|text| ticket_no(app, Act::LinkTicket, text)).transpose()?;
    let found_on = day_or(request.found_on.as_deref(), today)?;
    let (opportunity, receipt) = app.act(|tx, _| {
        let (no, mut events) = registration(tx, &request, found_on, (today, month))?;
        if let Some(ticket) = &ticket {
            events.extend(crate::ticket::into_new_opportunity(tx.conn(), ticket, &no, &events)?);
        }
        Ok((events, no.to_string()))
    })?;
    Ok(RegisteredOpportunityView { opportunity, receipt })
}

/// What registering one records, and under which number.
fn registration(
    tx: &Tx<'_>,
    request: &RegisterOpportunity,
    found_on: chrono::NaiveDate,
    (today, month): (chrono::NaiveDate, domain::kernel::Month),
) -> Result<(OpportunityNo, Vec<Event>), AppError> {
    let (conn, unit) = (tx.conn(), &request.unit);
    if !ledger::organisation::query::units(conn)?.contains_key(unit) {
        return Err(Refusal::UnknownUnit { unit: unit.clone() }.into());
    }
    let (customer, mut events) = request.customer(conn)?;
    let mut facts = ledger::opportunity::facts::unit(conn, unit, &customer, today)?;
    facts.customer_known |= !events.is_empty();
    let serial = ledger::opportunity::facts::last_serial(conn, unit, month)? + 1;
    let no = OpportunityNo { unit: unit.clone(), month, serial };
    let fields: Vec<_> = stages().iter().flat_map(|needs| needs.fields.clone()).collect();
    let (answers, texts) = domain::opportunity::read_typed(&fields, &request.fields)?;
    let new = Registration {
        basics: request.basics.basics(customer)?,
        people: request.basics.keep_manager(tx, &no)?,
        found_on,
        answers,
        text: keep_texts(tx, &subject(OpportunityPart::Fields, &no), &texts)?,
    };
    events.extend(domain::opportunity::register(new, no.clone(), &facts)?);
    Ok((no, events))
}

/// `changeOpportunity`.
pub fn change(app: &mut App, request: ChangeOpportunity) -> Result<Receipt, AppError> {
    let no = number_for(app, Act::ChangeOpportunity, &request.opportunity)?;
    let today = app.today()?;
    let found_on = text_given(request.found_on.as_deref()).map(parse::date).transpose()?;
    let chosen = request.basics.customer()?;
    app.decide(|tx, _| {
        let known = read(tx.conn(), &no)?;
        let customer = chosen.unwrap_or_else(|| known.basics.customer.clone());
        let facts = ledger::opportunity::facts::unit(tx.conn(), &no.unit, &customer, today)?;
        let people = request.basics.keep_manager(tx, &no)?;
        let basics = request.basics.basics(customer)?;
        Ok(known.change(basics, people, found_on.unwrap_or(known.found_on), &facts)?)
    })
}
