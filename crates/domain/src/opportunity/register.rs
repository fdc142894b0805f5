//! Registering an opportunity, changing what it is, filling in what its stages ask for.

use super::no::HIGHEST;
use super::stage::{choices, fields};
use super::{Opportunity, OpportunityNo};
use crate::customer::CustomerNo;
use crate::event::{Event, OpportunityChanged, OpportunityFilled, OpportunityRegistered};
use crate::form::{Answer, Answers};
use crate::kernel::{Digest, StaffNo, Yuan};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Who found it (PIP-01).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Finder {
    /// 客户经理.
    AccountManager,
    /// 行业经理.
    IndustryManager,
    /// 支撑人员.
    Engineer,
}

impl Finder {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::AccountManager, Self::IndustryManager, Self::Engineer];
}

/// What an opportunity is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Basics {
    /// 项目名称.
    pub title: String,
    /// Whose project it is.
    pub customer: CustomerNo,
    /// 商机分类 (TKT-03).
    pub class: String,
    /// 商机来源 (PIP-05).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Who found it.
    pub finder: Finder,
    /// 预计金额, yuan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Yuan>,
    /// 预计成交日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_on: Option<NaiveDate>,
    /// 支撑人员 who is responsible; success rates are counted by them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub engineer: Option<StaffNo>,
}

/// An opportunity to be registered.
#[derive(Clone, Debug)]
pub struct Registration {
    /// What it is.
    pub basics: Basics,
    /// 客户经理 or 行业经理 (TKT-05), kept beside the journal.
    pub people: Option<Digest>,
    /// 线索日期: known of since that day.
    pub found_on: NaiveDate,
    /// What its stages ask for, as far as it is known.
    pub answers: Answers,
    /// Personal fields, kept beside the journal.
    pub text: Option<Digest>,
}

/// What the rules need to know of the unit.
#[derive(Clone, Debug)]
pub struct UnitFacts {
    /// Its customers.
    pub customers: BTreeSet<CustomerNo>,
    /// Engineers on duty there.
    pub on_duty: BTreeSet<StaffNo>,
    /// The day.
    pub today: NaiveDate,
}

/// Most characters of a title.
const LONGEST_TITLE: u32 = 100;

impl Basics {
    /// As it is recorded; `before` is what stood there, whose engineer may have left meanwhile.
    fn checked(self, facts: &UnitFacts, before: Option<&Self>) -> Result<Self, Refusal> {
        let title = self.title.trim().to_owned();
        if title.is_empty() || title.chars().count() > LONGEST_TITLE as usize {
            return Err(Refusal::TitleLength { limit: LONGEST_TITLE });
        }
        if !facts.customers.contains(&self.customer) {
            return Err(Refusal::UnknownCustomer { customer: self.customer.to_string() });
        }
        let listed = |list: &[String], value: &String| {
            if list.contains(value) {
                return Ok(());
            }
            Err(Refusal::NotInList { value: value.clone() })
        };
        listed(&choices().classes, &self.class)?;
        self.source.iter().try_for_each(|source| listed(&choices().sources, source))?;
        if let Some(amount) = self.amount.filter(|amount| amount.is_negative()) {
            return Err(Refusal::NegativeAmount { amount });
        }
        let stays = |staff_no: &StaffNo| before.is_some_and(|b| b.engineer.as_ref() == Some(staff_no));
        match &self.engineer {
            Some(staff_no) if !stays(staff_no) && !facts.on_duty.contains(staff_no) => {
                Err(Refusal::NotServing { staff_no: staff_no.clone() })
            }
            _ => Ok(Self { title, ..self }),
        }
    }
}

/// Refuses answers that no opportunity can have.
fn checked_answers(answers: &Answers, today: NaiveDate) -> Result<(), Refusal> {
    for (code, answer) in &answers.plain {
        let known = fields().any(|field| field.code == *code);
        match answer {
            _ if !known => return Err(Refusal::UnknownField { field: code.clone() }),
            Answer::Yuan(amount) if amount.is_negative() => {
                return Err(Refusal::NegativeAmount { amount: *amount });
            }
            // Days of what has been done; a deadline lies ahead.
            Answer::Day(date) if code != "tenderDeadline" && *date > today => {
                return Err(Refusal::DateInFuture { date: *date, today });
            }
            _ => {}
        }
    }
    Ok(())
}

/// Registers an opportunity under `opportunity`, the unit's next number of the month.
///
/// # Errors
/// [`Refusal::TitleLength`], [`Refusal::UnknownCustomer`], [`Refusal::NotInList`], [`Refusal::NegativeAmount`], [`Refusal::NotServing`],
/// [`Refusal::AccountManagerNeeded`], [`Refusal::DateInFuture`], [`Refusal::NumbersUsedUp`].
pub fn register(
    new: Registration,
    opportunity: OpportunityNo,
    facts: &UnitFacts,
) -> Result<Vec<Event>, Refusal> {
    let basics = new.basics.checked(facts, None)?;
    let people = new.people.ok_or(Refusal::AccountManagerNeeded)?;
    if new.found_on > facts.today {
        return Err(Refusal::DateInFuture { date: new.found_on, today: facts.today });
    }
    checked_answers(&new.answers, facts.today)?;
    if opportunity.serial > HIGHEST {
        return Err(Refusal::NumbersUsedUp { unit: opportunity.unit });
    }
    let registered = Event::OpportunityRegistered(OpportunityRegistered {
        opportunity: opportunity.clone(),
        basics,
        people,
        found_on: new.found_on,
    });
    let filled = (new.answers != Answers::default()).then(|| {
        Event::OpportunityFilled(OpportunityFilled { opportunity, answers: new.answers, text: new.text })
    });
    Ok([registered].into_iter().chain(filled).collect())
}

impl Opportunity {
    /// Records anew what it is; saying the same again does nothing.
    ///
    /// # Errors
    /// [`Refusal::OpportunityEnded`] and those of [`register`].
    pub fn change(
        &self,
        basics: Basics,
        people: Option<Digest>,
        facts: &UnitFacts,
    ) -> Result<Vec<Event>, Refusal> {
        self.open()?;
        let basics = basics.checked(facts, Some(&self.basics))?;
        let people = people.ok_or(Refusal::AccountManagerNeeded)?;
        if basics == self.basics && people == self.people {
            return Ok(Vec::new());
        }
        let opportunity = self.no.clone();
        Ok(vec![Event::OpportunityChanged(OpportunityChanged { opportunity, basics, people })])
    }

    /// Fills in what the stages ask for anew, all of it at once.
    ///
    /// # Errors
    /// [`Refusal::OpportunityEnded`], [`Refusal::UnknownField`], [`Refusal::NegativeAmount`], [`Refusal::DateInFuture`].
    pub fn fill(
        &self,
        answers: Answers,
        text: Option<Digest>,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        self.open()?;
        checked_answers(&answers, today)?;
        if answers == self.answers && text == self.text {
            return Ok(Vec::new());
        }
        Ok(vec![Event::OpportunityFilled(OpportunityFilled { opportunity: self.no.clone(), answers, text })])
    }
}
