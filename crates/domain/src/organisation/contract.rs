//! The contract and its fee base per quarter (§7.3 当季度全部服务费; catalogue FEE-06).

use crate::event::{ContractTermRecorded, Event};
use crate::kernel::{ContractNo, Quarter, TaxRate, Yuan};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a contract says of one quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ContractTerm {
    /// 合同号.
    pub no: ContractNo,
    /// 甲方.
    pub client: String,
    /// 乙方.
    pub provider: String,
    /// 生效.
    pub from: NaiveDate,
    /// 截止.
    pub to: NaiveDate,
    /// The quarter this amount is for.
    pub quarter: Quarter,
    /// 含税金额, yuan.
    pub amount: Yuan,
    /// 税率.
    pub tax_rate: TaxRate,
}

/// Records the terms; identical rows do nothing. One quarter has one term. A quarter that is final refuses a
/// change until a revision is open.
pub fn record_contract(
    known: &BTreeMap<Quarter, ContractTerm>,
    is_final: &dyn Fn(Quarter) -> bool,
    rows: &[ContractTerm],
) -> Result<Vec<Event>, Vec<(usize, Refusal)>> {
    let mut seen: BTreeMap<Quarter, usize> = BTreeMap::new();
    let mut refused = Vec::new();
    let mut events = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let refusal = if let Some(first) = seen.insert(row.quarter, index) {
            Some(Refusal::QuarterTwice { quarter: row.quarter, first_row: first })
        } else if row.to < row.from {
            Some(Refusal::DatesReversed { from: row.from, to: row.to })
        } else if row.quarter.last_day() < row.from || row.quarter.first_day() > row.to {
            Some(Refusal::QuarterOutsideContract { quarter: row.quarter, from: row.from, to: row.to })
        } else if row.amount.is_negative() {
            Some(Refusal::NegativeAmount { amount: row.amount })
        } else {
            None
        };
        if let Some(refusal) = refusal {
            refused.push((index, refusal));
        } else if known.get(&row.quarter) == Some(row) {
        } else if is_final(row.quarter) {
            refused.push((index, Refusal::QuarterFinal { quarter: row.quarter }));
        } else {
            events.push(Event::ContractTermRecorded(ContractTermRecorded { term: row.clone() }));
        }
    }
    if refused.is_empty() { Ok(events) } else { Err(refused) }
}
