//! A quarter: working it out, confirming, objecting, making it official, paying.

use super::{Program, maybe_unit, unit, word};
use crate::arguments::{Command, Declare, Settle as Typed};
use crate::output::{self, Answer, REFUSED, money};
use app::AppError;
use app::requests::{
    AcceptRejection, AnswerObjection, ApproveExemption, CarryAdjustment, ConfirmUnits, DecideObjection,
    DecideTermination, DeclareExempt, DeclareNoEngineer, DeclareNotAssessed, DeliverResult, OpenRevision,
    PrepareSettlement, Quarters, RaiseObjection, RecordInvoice, RecordPayment, ReopenMonth, ReturnSettlement,
    Settle, SettlementView, StepSettlement, UnitOutcome,
};

impl Program {
    pub(super) fn settle(&mut self, typed: Typed) -> Result<Answer, AppError> {
        let quarter = typed.quarter;
        let reason = typed.reason.unwrap_or_default();
        let view = if typed.return_it {
            return self.record(ReturnSettlement { quarter, reason });
        } else if typed.revise {
            return self.record(OpenRevision { quarter, reason });
        } else if typed.prepare {
            self.invoke(PrepareSettlement { quarter })?
        } else if typed.review {
            self.invoke(StepSettlement { quarter, step: word("badRequest", "review")? })?
        } else if typed.finalise {
            self.invoke(StepSettlement { quarter, step: word("badRequest", "finalise")? })?
        } else {
            let what_if = typed.what_if.into_iter().collect();
            self.invoke(Settle { quarter, what_if, revision: typed.revision })?
        };
        self.settlement(&view)
    }

    fn settlement(&self, view: &SettlementView) -> Result<Answer, AppError> {
        Answer::of(view, output::settlement(view, self.words))
    }

    pub(super) fn history(&mut self) -> Result<Answer, AppError> {
        let quarters = self.invoke(Quarters {})?;
        let text = output::history(&quarters, self.words);
        Answer::of(&quarters, text)
    }

    /// One unit, or every unit where none is named; those that were refused are named after the others were done.
    pub(super) fn confirm(
        &mut self,
        quarter: String,
        unit: Option<String>,
        party: String,
        evidence: Option<String>,
    ) -> Result<Answer, AppError> {
        let unit = maybe_unit(unit)?;
        let done = self.invoke(ConfirmUnits { quarter, unit, party, evidence })?;
        let mut lines: Vec<String> = done.units.iter().map(|unit| self.outcome(unit)).collect();
        let refused = done.units.iter().filter(|u| u.error.is_some()).count();
        let (confirmed, refused_text) = (done.confirmed.to_string(), refused.to_string());
        lines.push(self.say("confirm.done", &[("confirmed", &confirmed), ("refused", &refused_text)]));
        let answer = Answer::of(&done, lines.join("\n"))?;
        Ok(if refused > 0 { answer.with_status(REFUSED) } else { answer })
    }

    fn outcome(&self, unit: &UnitOutcome) -> String {
        match &unit.error {
            Some(error) => format!("{}: {}", unit.unit, self.words.error(error)),
            None => format!("{}: {}", unit.unit, self.words.term("outcome", &unit.outcome)),
        }
    }

    pub(super) fn declare(&mut self, declare: Declare) -> Result<Answer, AppError> {
        match declare {
            Declare::Exempt { unit: code, quarter, approve: true, .. } => {
                self.record(ApproveExemption { unit: unit(&code)?, quarter })
            }
            Declare::Exempt { unit: code, quarter, reason, attach, .. } => {
                let reason = reason.unwrap_or_default();
                self.record(DeclareExempt { unit: unit(&code)?, quarter, reason, attachment: attach })
            }
            Declare::NoEngineer { unit: code, month, reason } => {
                self.record(DeclareNoEngineer { unit: unit(&code)?, month, reason })
            }
            Declare::NotAssessed { staff_no, month, reason, unit } => {
                self.record(DeclareNotAssessed { staff_no, month, reason, unit: maybe_unit(unit)? })
            }
        }
    }

    /// Acts that record one fact about a quarter or a month.
    pub(super) fn quarter_act(&mut self, command: Command) -> Result<Answer, AppError> {
        match command {
            Command::Reopen { unit: code, month, reason } => {
                self.record(ReopenMonth { unit: unit(&code)?, month, reason })
            }
            Command::Deliver { unit: code, quarter, to, on, correction } => {
                self.record(DeliverResult { unit: unit(&code)?, quarter, on, to, correction })
            }
            Command::Object { unit: code, quarter, by, text, staff } => {
                self.record(RaiseObjection { unit: unit(&code)?, quarter, by, staff_no: staff, text })
            }
            Command::Answer { unit: code, quarter, number, accept, text, .. } => {
                self.record(AnswerObjection { unit: unit(&code)?, quarter, number, accepted: accept, text })
            }
            Command::Agree { unit: code, quarter, number } => {
                self.record(AcceptRejection { unit: unit(&code)?, quarter, number })
            }
            Command::Decide { unit: code, quarter, number, uphold, reason, .. } => {
                self.record(DecideObjection { unit: unit(&code)?, quarter, number, upheld: uphold, reason })
            }
            Command::Invoice { quarter, number, kind, amount, on } => {
                self.record(RecordInvoice { quarter, number, special: kind == "special", amount, on })
            }
            Command::Carry { from, to, amount, reason } => {
                self.record(CarryAdjustment { from, to, amount, reason })
            }
            Command::Terminate { quarter, exercise, reason, .. } => {
                self.record(DecideTermination { quarter, exercise, reason })
            }
            Command::Pay { quarter, voucher, amount, on } => self.pay(quarter, voucher, amount, on),
            other => unreachable!("{other:?} is dispatched elsewhere"),
        }
    }

    fn pay(
        &mut self,
        quarter: String,
        voucher: String,
        amount: String,
        on: String,
    ) -> Result<Answer, AppError> {
        let done = self.invoke(RecordPayment { quarter, voucher, amount, on })?;
        let due = done.amount_due.as_deref().map(money).unwrap_or_default();
        let values = [("quarter", done.quarter.as_str()), ("paid", &money(&done.paid)), ("due", &due)];
        Answer::of(&done, self.say("pay.done", &values))
    }
}
