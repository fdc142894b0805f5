//! Short ways to write the words of the kernel in tests.

use crate::approval::{Step, Taken};
use crate::kernel::{
    AccountName, Actor, ContractNo, Digest, Month, Quarter, Role, Score, StaffNo, TaxRate, UnitCode, Yuan,
};
use crate::organisation::ContractTerm;
use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;

pub(crate) fn unit(code: &str) -> UnitCode {
    UnitCode::parse(code).unwrap()
}

pub(crate) fn staff(no: &str) -> StaffNo {
    StaffNo::parse(no).unwrap()
}

pub(crate) fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

pub(crate) fn quarter(text: &str) -> Quarter {
    Quarter::parse(text).unwrap()
}

pub(crate) fn score(text: &str) -> Score {
    Score::parse(text).unwrap()
}

pub(crate) fn yuan(text: &str) -> Yuan {
    Yuan::parse(text).unwrap()
}

pub(crate) fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(crate) fn digest(text: &str) -> Digest {
    Digest::of(&[text.as_bytes()])
}

pub(crate) fn account(name: &str) -> AccountName {
    AccountName::parse(name).unwrap()
}

pub(crate) fn actor(name: &str, role: Role) -> Actor {
    Actor { account: account(name), role, unit: None }
}

pub(crate) fn taken(step: Step, name: &str) -> Taken {
    Taken { step, account: account(name) }
}

/// The term of a contract that runs from 2025 to 2027, at 6 %.
pub(crate) fn term(in_quarter: &str, amount: &str) -> ContractTerm {
    ContractTerm {
        no: ContractNo::parse("SCMCC-2025-001").unwrap(),
        client: "四川移动".to_owned(),
        provider: "四川全通".to_owned(),
        from: day("2025-01-01"),
        to: day("2027-12-31"),
        quarter: quarter(in_quarter),
        amount: yuan(amount),
        tax_rate: TaxRate::parse("6%").unwrap(),
    }
}
