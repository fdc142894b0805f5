//! Registering a customer and changing what is known of it.

use super::{number_for, read};
use crate::api::Act;
use crate::error::AppError;
use crate::parse::text_given;
use crate::personal::keep_texts;
use crate::session::{App, Receipt};
use domain::Refusal;
use domain::customer::{CustomerBasics, CustomerNo, register_customer};
use domain::kernel::{Digest, UnitCode};
use domain::personal::{CustomerPart, Subject};
use ledger::Tx;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What is known of a customer. Address, telephone, fax, business and needs are kept beside the journal.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CustomerFields {
    /// 客户名称, the organisation's.
    pub name: String,
    /// 行业.
    #[serde(default)]
    pub sector: Option<String>,
    /// 客户级别.
    #[serde(default)]
    pub grade: Option<String>,
    /// 地址.
    #[serde(default)]
    pub address: Option<String>,
    /// 电话.
    #[serde(default)]
    pub phone: Option<String>,
    /// 传真.
    #[serde(default)]
    pub fax: Option<String>,
    /// 主营业务.
    #[serde(default)]
    pub business: Option<String>,
    /// 需求与注意事项.
    #[serde(default)]
    pub needs: Option<String>,
}

impl CustomerFields {
    pub(super) fn basics(&self) -> CustomerBasics {
        CustomerBasics { name: self.name.clone(), sector: self.sector.clone(), grade: self.grade.clone() }
    }

    pub(super) fn keep(&self, tx: &Tx<'_>, no: &CustomerNo) -> Result<Option<Digest>, AppError> {
        let texts = [
            ("address", &self.address),
            ("phone", &self.phone),
            ("fax", &self.fax),
            ("business", &self.business),
            ("needs", &self.needs),
        ];
        let given =
            |(code, text): (&str, &Option<String>)| (code.to_owned(), text.clone().unwrap_or_default());
        let texts: BTreeMap<String, String> = texts.map(given).into();
        keep_texts(tx, &Subject::Customer(CustomerPart::Profile, no.clone()), &texts)
    }
}

/// Registers a customer.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RegisterCustomer {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// What is known of it.
    pub fields: CustomerFields,
    /// Although the unit has a customer of that name.
    #[serde(default)]
    pub anyway: bool,
}

/// A customer that was registered.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RegisteredCustomerView {
    /// 客户编号.
    pub customer: String,
    /// What was recorded.
    pub receipt: Receipt,
}

/// Records anew what is known of a customer.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ChangeCustomer {
    /// 客户编号.
    pub customer: String,
    /// All that is known of it.
    pub fields: CustomerFields,
    /// Although the unit has another customer of that name.
    #[serde(default)]
    pub anyway: bool,
}

/// `registerCustomer`.
pub fn register(app: &mut App, request: RegisterCustomer) -> Result<RegisteredCustomerView, AppError> {
    let RegisterCustomer { unit, fields, anyway } = request;
    let (customer, receipt) = app.act(|tx, _| {
        let conn = tx.conn();
        if !ledger::organisation::query::units(conn)?.contains_key(&unit) {
            return Err(Refusal::UnknownUnit { unit: unit.clone() }.into());
        }
        let serial = ledger::customer::facts::last_serial(conn, &unit)? + 1;
        let no = CustomerNo { unit: unit.clone(), serial };
        let known = ledger::customer::facts::namesakes(conn, &unit, &fields.name)?;
        let text = fields.keep(tx, &no)?;
        Ok((register_customer(fields.basics(), text, no.clone(), &known, anyway)?, no.to_string()))
    })?;
    Ok(RegisteredCustomerView { customer, receipt })
}

/// `changeCustomer`.
pub fn change(app: &mut App, request: ChangeCustomer) -> Result<Receipt, AppError> {
    let no = number_for(app, Act::ChangeCustomer, &request.customer)?;
    app.decide(|tx, _| {
        let customer = read(tx.conn(), &no)?;
        let known = ledger::customer::facts::namesakes(tx.conn(), &no.unit, &request.fields.name)?;
        let text = request.fields.keep(tx, &no)?;
        Ok(customer.change(request.fields.basics(), text, &known, request.anyway)?)
    })
}

/// Strikes a customer from the list, or merges it into the one that it is.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct StrikeCustomer {
    /// 客户编号.
    pub customer: String,
    /// 客户编号 of the customer that it is, to whom its opportunities, tickets and forms go; nobody's where absent.
    #[serde(default)]
    pub into: Option<String>,
    /// Why.
    pub reason: String,
}

/// `strikeCustomer`.
pub fn strike(app: &mut App, request: StrikeCustomer) -> Result<Receipt, AppError> {
    let no = number_for(app, Act::StrikeCustomer, &request.customer)?;
    let into = text_given(request.into.as_deref()).map(super::number).transpose()?;
    app.decide(|tx, _| {
        let conn = tx.conn();
        let known = |into: &CustomerNo| ledger::customer::facts::is_known(conn, &no.unit, into);
        let into_known = into.as_ref().map(known).transpose()?.unwrap_or_default();
        let belongings = ledger::customer::facts::belongings(conn, &no)?;
        Ok(read(conn, &no)?.strike(into, into_known, belongings, &request.reason)?)
    })
}
