//! The course of an opportunity: from stage to stage, to its end, and on to delivery.

use super::{Conclusion, Opportunity, Outcome, Stage};
use crate::event::{
    Event, OpportunityConcluded, OpportunityHandedOver, OpportunityMoved, OpportunityReopened,
    OutcomeCorrected,
};
use crate::kernel::Yuan;
use crate::refusal::Refusal;
use crate::ticket::Words;
use chrono::NaiveDate;

/// 项目交接 after winning (PIP-13, PIP-20).
#[derive(Clone, Debug)]
pub struct HandOver {
    /// Its day.
    pub on: NaiveDate,
    /// 合同编号.
    pub contract_no: Option<String>,
    /// 合同签订日期.
    pub signed_on: Option<NaiveDate>,
    /// Who takes over, and the plan of delivery.
    pub words: Words,
}

/// Most characters of a contract's number.
const LONGEST_NUMBER: u32 = 60;

impl Opportunity {
    /// Refuses a day before `from` or after today.
    pub(super) fn between(day: NaiveDate, from: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
        if day < from || day > today {
            return Err(Refusal::DayOutside { day, from, to: today });
        }
        Ok(())
    }

    /// Takes it to a stage. The next one, with nothing missing of this one, needs no words; leaving something out, passing over a
    /// stage and going back need a reason (PIP-04). Moving it where it is does nothing.
    ///
    /// # Errors
    /// [`Refusal::OpportunityEnded`], [`Refusal::DayOutside`], [`Refusal::StageIncomplete`], [`Refusal::ReasonNeeded`].
    pub fn move_to(
        &self,
        stage: Stage,
        on: NaiveDate,
        words: Words,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        self.open()?;
        if stage == self.stage {
            return Ok(Vec::new());
        }
        Self::between(on, self.since, today)?;
        let gaps = if stage > self.stage { self.missing_here() } else { Vec::new() };
        if !words.text {
            if !gaps.is_empty() {
                let opportunity = self.no.clone();
                return Err(Refusal::StageIncomplete { opportunity, pipeline_stage: self.stage, gaps });
            }
            if self.stage.next() != Some(stage) {
                return Err(Refusal::ReasonNeeded);
            }
        }
        Ok(vec![Event::OpportunityMoved(OpportunityMoved {
            opportunity: self.no.clone(),
            number: self.next_words,
            from: self.stage,
            to: stage,
            on,
            text: words.kept,
        })])
    }

    /// Ends it, with the reason (PIP-12). `amount` is what was agreed on; only a success has one, and a won project has to. Every
    /// success has what nothing is won without.
    ///
    /// # Errors
    /// [`Refusal::OpportunityVoid`], [`Refusal::OpportunityEnded`], [`Refusal::DayOutside`], [`Refusal::ReasonNeeded`],
    /// [`Refusal::NegativeAmount`], [`Refusal::ZeroAmount`], [`Refusal::OpportunityIncomplete`].
    pub fn conclude(&self, end: Conclusion, words: Words, today: NaiveDate) -> Result<Vec<Event>, Refusal> {
        self.open()?;
        let Conclusion { outcome, on, amount } = self.checked_end(end, today)?;
        let text = words.needed()?.kept;
        let (opportunity, number) = (self.no.clone(), self.next_words);
        Ok(vec![Event::OpportunityConcluded(OpportunityConcluded {
            opportunity,
            number,
            outcome,
            on,
            amount,
            text,
        })])
    }

    /// Puts right how it ended; the handover that came after stays, and so the outcome of what was handed over stays a success.
    ///
    /// # Errors
    /// [`Refusal::OpportunityRuns`], [`Refusal::OpportunityHanded`], and those of [`Opportunity::conclude`].
    pub fn correct_end(
        &self,
        end: Conclusion,
        words: Words,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        self.valid()?;
        if self.concluded.is_none() {
            return Err(Refusal::OpportunityRuns { opportunity: self.no.clone() });
        }
        if self.handed_over_on.is_some() && !end.outcome.is_success() {
            return Err(Refusal::OpportunityHanded { opportunity: self.no.clone() });
        }
        let last = self.handed_over_on.unwrap_or(today);
        let Conclusion { outcome, on, amount } = self.checked_end(end, last)?;
        let text = words.needed()?.kept;
        let (opportunity, number) = (self.no.clone(), self.next_words);
        Ok(vec![Event::OutcomeCorrected(OutcomeCorrected { opportunity, number, outcome, on, amount, text })])
    }

    /// An end as it can be, on a day up to the last one.
    fn checked_end(&self, end: Conclusion, last: NaiveDate) -> Result<Conclusion, Refusal> {
        Self::between(end.on, self.since, last)?;
        if let Some(amount) = end.amount.filter(|amount| amount.is_negative()) {
            return Err(Refusal::NegativeAmount { amount });
        }
        let amount = end.amount.filter(|_| end.outcome.is_success());
        if end.outcome == Outcome::Won && amount.is_none_or(|amount| amount == Yuan::ZERO) {
            return Err(Refusal::ZeroAmount);
        }
        if end.outcome.is_success() {
            let gaps = self.missing_to_win();
            if !gaps.is_empty() {
                return Err(Refusal::OpportunityIncomplete { opportunity: self.no.clone(), gaps });
            }
        }
        Ok(Conclusion { amount, ..end })
    }

    /// Takes an end or a voiding back: it goes on in the stage where it was.
    ///
    /// # Errors
    /// [`Refusal::OpportunityRuns`], [`Refusal::ReasonNeeded`].
    pub fn reopen(&self, words: Words, today: NaiveDate) -> Result<Vec<Event>, Refusal> {
        if self.concluded.is_none() && !self.voided {
            return Err(Refusal::OpportunityRuns { opportunity: self.no.clone() });
        }
        Ok(vec![Event::OpportunityReopened(OpportunityReopened {
            opportunity: self.no.clone(),
            number: self.next_words,
            on: today,
            text: words.needed()?.kept,
        })])
    }

    /// Hands a success over to delivery, to somebody who answers for it (PIP-13), or says so anew.
    ///
    /// # Errors
    /// [`Refusal::OpportunityVoid`], [`Refusal::NotWon`], [`Refusal::DayOutside`], [`Refusal::DeliveryManagerNeeded`], [`Refusal::ReasonNeeded`], [`Refusal::TextLong`],
    /// [`Refusal::DateInFuture`].
    pub fn hand_over(&self, given: HandOver, today: NaiveDate) -> Result<Vec<Event>, Refusal> {
        self.valid()?;
        let won = self.concluded.filter(|end| end.outcome.is_success());
        let end = won.ok_or_else(|| Refusal::NotWon { opportunity: self.no.clone() })?;
        Self::between(given.on, end.on, today)?;
        if !given.words.person {
            return Err(Refusal::DeliveryManagerNeeded);
        }
        let words = given.words.needed()?;
        let number = given.contract_no.map(|no| no.trim().to_owned()).filter(|no| !no.is_empty());
        if number.as_ref().is_some_and(|no| no.chars().count() > LONGEST_NUMBER as usize) {
            return Err(Refusal::TextLong { limit: LONGEST_NUMBER });
        }
        if let Some(date) = given.signed_on.filter(|date| *date > today) {
            return Err(Refusal::DateInFuture { date, today });
        }
        Ok(vec![Event::OpportunityHandedOver(OpportunityHandedOver {
            opportunity: self.no.clone(),
            number: self.next_words,
            on: given.on,
            contract_no: number,
            signed_on: given.signed_on,
            text: words.kept,
        })])
    }
}
