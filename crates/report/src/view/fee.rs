//! Money on paper: amounts, invoices, payments, and the one-page statement for the finance department.

use serde::{Deserialize, Serialize};

use super::{DocumentHead, PartySignatory, Responsible};

/// An amount in yuan as it is printed: `1,060,800.00`, with tax, without, and the tax alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Money {
    /// 含税
    pub including_tax: String,
    /// 不含税
    pub excluding_tax: String,
    /// 税额
    pub tax: String,
    /// The amount with tax in capitals: 人民币壹佰零陆万零捌佰元整.
    pub capitals: String,
}

/// A line of money with its reason: an adjustment carried in from another quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MoneyLine {
    /// 补付, 扣回 …
    pub kind: String,
    /// The quarter it comes from.
    pub quarter: String,
    /// Why.
    pub reason: String,
    /// Yuan, with its sign.
    pub amount: String,
}

/// An invoice that the provider sent for the quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Invoice {
    /// 发票号码
    pub number: String,
    /// 专票, 普票; 红字 for a red one.
    pub kind: String,
    /// Date as `2026-11-25`.
    pub date: String,
    /// Yuan with tax.
    pub amount: String,
}

/// A payment that the client made for the quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Payment {
    /// 凭证号
    pub voucher: String,
    /// Date as `2026-12-05`.
    pub date: String,
    /// Yuan.
    pub amount: String,
}

/// 服务费结算单: what the finance department needs, on one page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FeeStatement {
    /// The document about itself.
    pub head: DocumentHead,
    /// 合同编号
    pub contract_no: String,
    /// 合同名称
    pub contract_name: String,
    /// Number of the settlement report that the figures come from.
    pub settlement_report_no: String,
    /// Overall score, rounded, as the fee uses it: `88.40`.
    pub overall: String,
    /// Which band it falls in, in words.
    pub band: String,
    /// `0.8840`
    pub coefficient: String,
    /// 税率: `6%`
    pub tax_rate: String,
    /// 季度服务费基数; its capitals are not printed here.
    pub base: Money,
    /// 本季度应付服务费
    pub payable: Money,
    /// Lines from other quarters.
    pub adjustments: Vec<MoneyLine>,
    /// What was already paid for this quarter; empty when nothing was.
    pub already_paid: String,
    /// 本次应结金额
    pub due: Money,
    /// How the amount due was worked out, with the numbers put in.
    pub formula: String,
    /// Account that is paid to, line by line as label and value; may be empty.
    #[serde(default)]
    pub payee: Vec<(String, String)>,
    /// 编制, 复核, 审定
    pub responsible: Vec<Responsible>,
    /// Who signs for the client.
    pub client_signatory: PartySignatory,
    /// Who signs for the provider.
    pub provider_signatory: PartySignatory,
}
