//! 合同: what is on record for each quarter.

use crate::error::AppError;
use crate::session::App;
use domain::kernel::TaxSplit;
use ledger::{organisation, settlement};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Lists the contract's quarters.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Contract {}

/// What the contract says of a quarter.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ContractTermView {
    /// 季度.
    pub quarter: String,
    /// 合同号.
    pub no: String,
    /// 甲方.
    pub client: String,
    /// 乙方.
    pub provider: String,
    /// 生效.
    pub from: String,
    /// 截止.
    pub to: String,
    /// 含税, yuan.
    pub amount: String,
    /// 不含税, yuan.
    pub net: String,
    /// 税额, yuan.
    pub tax: String,
    /// 税率, as people write it: `6%`.
    pub tax_rate: String,
    /// Whether the quarter is final, so that the amount cannot be changed.
    pub is_final: bool,
}

/// `contract`: newest quarter first.
pub fn contract(app: &mut App, _: Contract) -> Result<Vec<ContractTermView>, AppError> {
    let conn = app.conn()?;
    let finals = settlement::query::final_quarters(conn)?;
    let terms = organisation::query::contract_terms(conn)?;
    let view = |term: domain::organisation::ContractTerm| {
        let split = TaxSplit::of(term.amount, term.tax_rate);
        ContractTermView {
            quarter: term.quarter.to_string(),
            no: term.no.to_string(),
            client: term.client,
            provider: term.provider,
            from: term.from.to_string(),
            to: term.to.to_string(),
            amount: split.gross.to_string(),
            net: split.net.to_string(),
            tax: split.tax.to_string(),
            tax_rate: term.tax_rate.percent(),
            is_final: finals.contains(&term.quarter),
        }
    };
    Ok(terms.into_values().rev().map(view).collect())
}
