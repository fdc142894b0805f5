//! Registering an opportunity and changing what it is.

use super::{number_for, read, subject};
use crate::api::Act;
use crate::error::AppError;
use crate::parse::{self, choice, day_or, text_given};
use crate::personal::keep_texts;
use crate::session::{App, Receipt};
use domain::customer::{CustomerBasics, CustomerNo, known_as, register_customer};
use domain::form::Answers;
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
    /// 客户编号.
    #[serde(default)]
    pub customer: Option<String>,
    /// 客户名称, where no number is given: a customer of that name, else a new one.
    #[serde(default)]
    pub customer_name: Option<String>,
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
    /// 线索日期; today where absent.
    #[serde(default)]
    pub found_on: Option<String>,
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
#[ts(export_to = "bindings.ts")]
pub struct ChangeOpportunity {
    /// 商机编号.
    pub opportunity: String,
    /// What it is.
    #[serde(flatten)]
    pub basics: OpportunityFields,
}

impl OpportunityFields {
    /// Whose project it is: the number, the customer of that name, or a new one with what is recorded of it.
    fn customer(&self, conn: &Connection, unit: &UnitCode) -> Result<(CustomerNo, Vec<Event>), AppError> {
        if let Some(number) = text_given(self.customer.as_deref()) {
            return Ok((crate::customer::number(number)?, Vec::new()));
        }
        let name = text_given(self.customer_name.as_deref()).ok_or(Refusal::CustomerNeeded)?;
        let known = ledger::customer::facts::names(conn, unit)?;
        if let Some((no, _)) = known_as(&known, name) {
            return Ok((no.clone(), Vec::new()));
        }
        let serial = ledger::customer::facts::last_serial(conn, unit)? + 1;
        let no = CustomerNo { unit: unit.clone(), serial };
        let basics = CustomerBasics { name: name.to_owned(), sector: None, grade: None };
        Ok((no.clone(), register_customer(basics, None, no, &known, false)?))
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
    let found_on = day_or(request.found_on.as_deref(), today)?;
    let (opportunity, receipt) = app.act(|tx, _| {
        let (no, events) = registration(tx, &request, found_on, (today, month))?;
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
    let (customer, mut events) = request.basics.customer(conn, unit)?;
    let mut facts = ledger::opportunity::facts::unit(conn, unit, today)?;
    if !events.is_empty() {
        facts.customers.insert(customer.clone());
    }
    let serial = ledger::opportunity::facts::last_serial(conn, unit, month)? + 1;
    let no = OpportunityNo { unit: unit.clone(), month, serial };
    let fields: Vec<_> = stages().iter().flat_map(|needs| needs.fields.clone()).collect();
    let (answers, texts) = Answers::read(&fields, &request.fields)?;
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
    app.decide(|tx, _| {
        let known = read(tx.conn(), &no)?;
        let (customer, mut events) = request.basics.customer(tx.conn(), &no.unit)?;
        let mut facts = ledger::opportunity::facts::unit(tx.conn(), &no.unit, today)?;
        if !events.is_empty() {
            facts.customers.insert(customer.clone());
        }
        let people = request.basics.keep_manager(tx, &no)?;
        events.extend(known.change(request.basics.basics(customer)?, people, &facts)?);
        Ok(events)
    })
}
