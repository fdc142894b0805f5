//! Invoices, payments, lines carried to another quarter, the settlement account (结算台账).

use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use crate::parse;
use crate::session::{App, Receipt};
use crate::settlement::Settle;
use domain::settlement::official::{carry_adjustment, record_invoice, record_payment};
use ledger::settlement::query::{self, MoneyDay, MoneyKind, MoneyRecord};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Records an invoice.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RecordInvoice {
    /// 季度.
    pub quarter: String,
    /// 发票号码.
    pub number: String,
    /// 专票 rather than 普票.
    pub special: bool,
    /// Yuan; negative is a red invoice.
    pub amount: String,
    /// Its date.
    pub on: String,
}

/// Records a payment.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RecordPayment {
    /// 季度.
    pub quarter: String,
    /// 凭证号.
    pub voucher: String,
    /// Yuan; negative is a refund.
    pub amount: String,
    /// Its date.
    pub on: String,
}

/// Carries a line from one quarter into another.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CarryAdjustment {
    /// From.
    pub from: String,
    /// To; must not be final.
    pub to: String,
    /// Yuan; negative is 扣回.
    pub amount: String,
    /// Why.
    pub reason: String,
}

/// What stands after a payment.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PaidView {
    /// 季度.
    pub quarter: String,
    /// Paid in all, yuan.
    pub paid: String,
    /// Still due, yuan; negative is 扣回.
    pub amount_due: Option<String>,
}

/// Lists what is on record of a quarter's money.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct MoneyRecords {
    /// 季度.
    pub quarter: String,
}

/// An invoice, a payment, or a line carried from or to another quarter.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct MoneyRecordView {
    /// `invoice`, `payment`, `adjustmentIn` or `adjustmentOut`.
    #[ts(type = "\"invoice\" | \"payment\" | \"adjustmentIn\" | \"adjustmentOut\"")]
    pub kind: String,
    /// Number of the invoice or voucher; the other quarter of a carried line.
    pub number: String,
    /// 专票 rather than 普票; `null` for what is no invoice.
    pub special: Option<bool>,
    /// Its date; of a carried line the day it was recorded.
    pub on: String,
    /// Yuan.
    pub amount: String,
    /// Why, for a carried line.
    pub reason: Option<String>,
    /// Who recorded it.
    pub by: String,
}

/// Writes the settlement account as a workbook.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AccountWorkbook {
    /// The file.
    pub out: String,
}

/// `recordInvoice`.
pub fn invoice(app: &mut App, request: RecordInvoice) -> Result<Receipt, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    let (amount, on, today) = (parse::amount(&request.amount)?, parse::date(&request.on)?, app.today()?);
    app.decide(|tx, _| {
        let (numbers, _) = query::numbers(tx.conn())?;
        Ok(record_invoice(&numbers, quarter, &request.number, request.special, amount, on, today)?)
    })
}

/// `recordPayment`.
pub fn pay(app: &mut App, request: RecordPayment) -> Result<PaidView, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    let (amount, on, today) = (parse::amount(&request.amount)?, parse::date(&request.on)?, app.today()?);
    app.decide(|tx, _| {
        let (_, vouchers) = query::numbers(tx.conn())?;
        let is_final = query::final_quarters(tx.conn())?.contains(&quarter);
        Ok(record_payment(&vouchers, is_final, quarter, &request.voucher, amount, on, today)?)
    })?;
    let settle = Settle { quarter: request.quarter, what_if: BTreeMap::new(), revision: None };
    let computed = crate::settlement::compute(app, &settle)?;
    Ok(PaidView {
        quarter: quarter.to_string(),
        paid: computed.settlement.paid.to_string(),
        amount_due: computed.settlement.amount_due.map(|due| due.gross.to_string()),
    })
}

/// `carryAdjustment`.
pub fn carry(app: &mut App, request: CarryAdjustment) -> Result<Receipt, AppError> {
    let (from, to) = (parse::quarter(&request.from)?, parse::quarter(&request.to)?);
    let amount = parse::amount(&request.amount)?;
    app.decide(|tx, _| {
        let is_final = query::final_quarters(tx.conn())?.contains(&to);
        Ok(carry_adjustment(from, to, is_final, amount, &request.reason)?)
    })
}

/// `moneyRecords`.
pub fn records(app: &mut App, request: MoneyRecords) -> Result<Vec<MoneyRecordView>, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    let on_record = query::money_records(app.conn()?, quarter)?;
    let view = |record: MoneyRecord| {
        let (kind, number, special) = match record.kind {
            MoneyKind::Invoice { special } => ("invoice", record.number, Some(special)),
            MoneyKind::Payment => ("payment", record.number, None),
            MoneyKind::CarriedIn(from) => ("adjustmentIn", from.to_string(), None),
            MoneyKind::CarriedOut(to) => ("adjustmentOut", to.to_string(), None),
        };
        let on = match record.on {
            MoneyDay::Dated(day) => day,
            MoneyDay::Recorded(at) => crate::clock::local_day(at),
        };
        Ok(MoneyRecordView {
            kind: kind.to_owned(),
            number,
            special,
            on: on.to_string(),
            amount: record.amount.to_string(),
            reason: record.reason,
            by: app.account_name(&record.account)?,
        })
    };
    on_record.into_iter().map(view).collect()
}

/// `accountWorkbook`.
pub fn account_workbook(app: &mut App, request: AccountWorkbook) -> Result<FileView, AppError> {
    let conn = app.conn()?;
    let this_month = app.this_month()?;
    let mut rows = Vec::new();
    for quarter in query::quarters(conn)? {
        let computed = crate::settlement::compute_with(conn, quarter, this_month, &BTreeMap::new(), None)?;
        let settlement = &computed.settlement;
        let payable = settlement.fee_payable.map(|s| s.gross);
        let carried: domain::kernel::Yuan = settlement.adjustments.iter().map(|a| a.amount).sum();
        let acceptances = ledger::signing::query::acceptances(conn, quarter)?;
        let paper = acceptances.iter().rev().find_map(|a| a.paper.as_ref());
        rows.push(sheet::AccountRow {
            quarter,
            score: settlement.overall,
            coefficient: settlement.coefficient,
            due: payable.map(|p| p + carried),
            invoices: query::invoices(conn, quarter)?.into_iter().map(|i| i.number).collect(),
            paid: settlement.paid,
            balance: settlement.amount_due.map(|due| due.gross),
            seal_approval_no: paper.map(|p| p.paper.seal_approval.clone()),
            archive_no: acceptances.last().map(|_| {
                domain::signing::report_no(
                    quarter,
                    &domain::signing::ReportSubject::Settlement,
                    computed.revision,
                )
            }),
        });
    }
    write_file(&request.out, &sheet::account_workbook(&rows)?)
}
