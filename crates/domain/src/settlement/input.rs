//! What the computation reads: everything on record about one quarter.

use super::watch::FinalQuarter;
use crate::kernel::{Month, Quarter, Score, StaffNo, UnitCode, Yuan};
use crate::organisation::{ContractTerm, Group, Party};
use crate::rulebook::RuleSet;
use serde::{Deserialize, Serialize};

/// A person in a unit's month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFacts {
    /// 工号.
    pub staff_no: StaffNo,
    /// The submitted score, if any.
    pub score: Option<Score>,
    /// Whether a score is due (on duty at least `min_days` working days); below that the person is not assessed and
    /// a score on record does not count.
    pub due: bool,
    /// Declared 本月不评分.
    pub not_assessed: bool,
    /// Whether the month shares a day with the probation.
    pub probation: bool,
}

/// A unit's month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthFacts {
    /// Which.
    pub month: Month,
    /// Engineers on duty or scored.
    pub people: Vec<PersonFacts>,
    /// Declared 本月无在岗人员.
    pub no_engineer: bool,
    /// Whether the month is closed (reviewed).
    pub closed: bool,
}

/// A unit declared 不纳入考核.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExemptionFact {
    /// Why.
    pub reason: String,
    /// Whether a second person has agreed.
    pub approved: bool,
}

/// A party's confirmation of a unit's quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmationFact {
    /// Which party.
    pub party: Party,
}

/// A unit's quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitFacts {
    /// 单位代码.
    pub code: UnitCode,
    /// 单位名称.
    pub name: String,
    /// 类别.
    pub group: Group,
    /// Declared 不纳入考核.
    pub exempt: Option<ExemptionFact>,
    /// Its three months.
    pub months: Vec<MonthFacts>,
    /// Confirmations in force.
    pub confirmations: Vec<ConfirmationFact>,
    /// Whether an objection is open.
    pub objection_open: bool,
    /// 试算: a unit-quarter score put in the place of the computed one.
    pub what_if: Option<Score>,
}

/// A line carried in from another quarter (补付/扣回).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Adjustment {
    /// The quarter it comes from.
    pub from_quarter: Quarter,
    /// Yuan; negative is 扣回.
    pub amount: Yuan,
    /// Why.
    pub reason: String,
}

/// What was already paid for this quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Payment {
    /// 凭证号.
    pub voucher: String,
    /// Yuan; negative is a refund (退款).
    pub amount: Yuan,
    /// Day.
    pub on: chrono::NaiveDate,
}

/// Everything on record about one quarter.
#[derive(Clone, Debug)]
pub struct QuarterFacts {
    /// Which.
    pub quarter: Quarter,
    /// The rule set in force.
    pub rule_set: RuleSet,
    /// Version of the rubric in force.
    pub rubric: u32,
    /// All units.
    pub units: Vec<UnitFacts>,
    /// The contract's term for the quarter.
    pub contract: Option<ContractTerm>,
    /// Lines carried in.
    pub adjustments: Vec<Adjustment>,
    /// Payments made for this quarter.
    pub payments: Vec<Payment>,
    /// Sum of the invoices for this quarter, yuan; `None` where there is none.
    pub invoiced: Option<Yuan>,
    /// Final quarters before this one, newest revision each.
    pub history: Vec<FinalQuarter>,
    /// The month in which we are: the quarter must be over before it can be final.
    pub this_month: Month,
}
