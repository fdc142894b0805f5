//! Invoices, partial payments and lines carried to another quarter (settlement-rules.md).

use crate::event::{AdjustmentCarried, Event, InvoiceRecorded, PaymentRecorded};
use crate::kernel::{Quarter, Yuan};
use crate::refusal::Refusal;
use chrono::NaiveDate;

/// Records an invoice (several per quarter; the red one of a refund has a negative amount).
pub fn record_invoice(
    known_numbers: &[String],
    quarter: Quarter,
    number: &str,
    special: bool,
    amount: Yuan,
    on: NaiveDate,
    today: NaiveDate,
) -> Result<Vec<Event>, Refusal> {
    let number = named(number)?;
    if known_numbers.contains(&number) {
        return Err(Refusal::NumberTaken { number });
    }
    if amount == Yuan::ZERO {
        return Err(Refusal::ZeroAmount);
    }
    dated(on, today)?;
    Ok(vec![Event::InvoiceRecorded(InvoiceRecorded { quarter, number, special, amount, on })])
}

/// Records a payment, in part or in whole; a refund (退款) has a negative amount. Only a final quarter is paid.
pub fn record_payment(
    known_vouchers: &[String],
    is_final: bool,
    quarter: Quarter,
    voucher: &str,
    amount: Yuan,
    on: NaiveDate,
    today: NaiveDate,
) -> Result<Vec<Event>, Refusal> {
    if !is_final {
        return Err(Refusal::QuarterNotFinal { quarter });
    }
    let voucher = named(voucher)?;
    if known_vouchers.contains(&voucher) {
        return Err(Refusal::NumberTaken { number: voucher });
    }
    if amount == Yuan::ZERO {
        return Err(Refusal::ZeroAmount);
    }
    dated(on, today)?;
    Ok(vec![Event::PaymentRecorded(PaymentRecorded { quarter, voucher, amount, on })])
}

/// Carries a line from one quarter into another that is not final (抵扣下季, 补付/扣回).
pub fn carry_adjustment(
    from_quarter: Quarter,
    to_quarter: Quarter,
    to_final: bool,
    amount: Yuan,
    reason: &str,
) -> Result<Vec<Event>, Refusal> {
    if from_quarter == to_quarter {
        return Err(Refusal::SameQuarter { quarter: to_quarter });
    }
    if to_final {
        return Err(Refusal::QuarterFinal { quarter: to_quarter });
    }
    if amount == Yuan::ZERO {
        return Err(Refusal::ZeroAmount);
    }
    if reason.trim().is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    let reason = reason.trim().to_owned();
    Ok(vec![Event::AdjustmentCarried(AdjustmentCarried { from_quarter, to_quarter, amount, reason })])
}

fn named(number: &str) -> Result<String, Refusal> {
    let number = number.trim();
    if number.is_empty() || number.chars().count() > 60 {
        return Err(Refusal::NumberNeeded);
    }
    Ok(number.to_owned())
}

fn dated(on: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if on > today { Err(Refusal::DateInFuture { date: on, today }) } else { Ok(()) }
}
