//! Registering an opportunity, changing what it is, filling in what its stages ask for.

use super::no::HIGHEST;
use super::stage::{choices, fields};
use super::{Opportunity, OpportunityNo, Stage};
use crate::customer::CustomerNo;
use crate::event::{Event, OpportunityChanged, OpportunityFilled, OpportunityRegistered};
use crate::form::{Answer, Answers, Field, FieldKind};
use crate::kernel::{Digest, StaffNo, Yuan};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

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
    /// Whether the customer is one of its own, or registered along.
    pub customer_known: bool,
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
        if !facts.customer_known {
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

/// Refuses answers that these fields cannot have: amounts below nothing, and days ahead of what has been done.
pub(super) fn checked_answers<'a>(
    fields: impl IntoIterator<Item = &'a Field> + Clone,
    answers: &Answers,
    today: NaiveDate,
) -> Result<(), Refusal> {
    for (code, answer) in &answers.plain {
        let field = fields.clone().into_iter().find(|field| field.code == *code);
        let field = field.ok_or_else(|| Refusal::UnknownField { field: code.clone() })?;
        match answer {
            Answer::Yuan(amount) if amount.is_negative() => {
                return Err(Refusal::NegativeAmount { amount: *amount });
            }
            Answer::Day(date) if !field.ahead && *date > today => {
                return Err(Refusal::DateInFuture { date: *date, today });
            }
            _ => {}
        }
    }
    Ok(())
}

/// Reads what was typed into these fields, as [`Answers::read`]. Amounts that are kept beside the journal are checked here: what
/// is read of them stays a text.
///
/// # Errors
/// Those of [`Answers::read`]; [`Refusal::NegativeAmount`].
pub fn read_typed(
    fields: &[Field],
    typed: &BTreeMap<String, String>,
) -> Result<(Answers, BTreeMap<String, String>), Refusal> {
    let (answers, texts) = Answers::read(fields, typed)?;
    for field in fields.iter().filter(|field| field.kind == FieldKind::Yuan) {
        let amount = texts.get(&field.code).map(|text| Answer::parse(field, text)).transpose()?;
        if let Some(Answer::Yuan(amount)) = amount.filter(|_| field.beside())
            && amount.is_negative()
        {
            return Err(Refusal::NegativeAmount { amount });
        }
    }
    Ok((answers, texts))
}

/// The day of the first contact, which opens the count of PIP-30.
pub(super) fn first_contact(answers: &Answers) -> Option<NaiveDate> {
    match answers.plain.get("firstContactOn") {
        Some(Answer::Day(on)) => Some(*on),
        _ => None,
    }
}

/// Refuses what the stages cannot hold; nobody was contacted before anything was known.
fn checked_stages(answers: &Answers, found_on: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    checked_answers(fields(), answers, today)?;
    match first_contact(answers).filter(|on| *on < found_on) {
        Some(day) => Err(Refusal::DayOutside { day, from: found_on, to: today }),
        None => Ok(()),
    }
}

/// Registers an opportunity under `opportunity`, the unit's next number of the month.
///
/// # Errors
/// [`Refusal::TitleLength`], [`Refusal::UnknownCustomer`], [`Refusal::NotInList`], [`Refusal::NegativeAmount`], [`Refusal::NotServing`],
/// [`Refusal::AccountManagerNeeded`], [`Refusal::DateInFuture`], [`Refusal::DayOutside`], [`Refusal::NumbersUsedUp`].
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
    checked_stages(&new.answers, new.found_on, facts.today)?;
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
    /// Whether it stands where it began.
    fn unmoved(&self) -> bool {
        self.stage == Stage::Collection && self.since == self.found_on
    }

    /// The latest day since which it can have been known of, as far as something is on record: nothing was done with it before.
    fn found_by(&self) -> Option<NaiveDate> {
        let moved = (!self.unmoved()).then_some(self.since);
        let records = self.records.iter().filter(|row| !row.struck).map(|row| row.on);
        moved.into_iter().chain(first_contact(&self.answers)).chain(records).min()
    }

    /// Records anew what it is and since when it is known of; saying the same again does nothing.
    ///
    /// # Errors
    /// [`Refusal::OpportunityEnded`], [`Refusal::FoundAfter`] and those of [`register`].
    pub fn change(
        &self,
        basics: Basics,
        people: Option<Digest>,
        found_on: NaiveDate,
        facts: &UnitFacts,
    ) -> Result<Vec<Event>, Refusal> {
        self.open()?;
        let basics = basics.checked(facts, Some(&self.basics))?;
        let people = people.ok_or(Refusal::AccountManagerNeeded)?;
        if basics == self.basics && people == self.people && found_on == self.found_on {
            return Ok(Vec::new());
        }
        if found_on > facts.today {
            return Err(Refusal::DateInFuture { date: found_on, today: facts.today });
        }
        if let Some(latest) = self.found_by().filter(|latest| found_on > *latest) {
            return Err(Refusal::FoundAfter { day: found_on, latest });
        }
        Ok(vec![Event::OpportunityChanged(OpportunityChanged {
            opportunity: self.no.clone(),
            basics,
            people,
            found_on,
            since: if self.unmoved() { found_on } else { self.since },
        })])
    }

    /// Fills in what the stages ask for anew, all of it at once.
    ///
    /// # Errors
    /// [`Refusal::OpportunityEnded`], [`Refusal::UnknownField`], [`Refusal::NegativeAmount`], [`Refusal::DateInFuture`],
    /// [`Refusal::DayOutside`].
    pub fn fill(
        &self,
        answers: Answers,
        text: Option<Digest>,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        self.open()?;
        checked_stages(&answers, self.found_on, today)?;
        if answers == self.answers && text == self.text {
            return Ok(Vec::new());
        }
        Ok(vec![Event::OpportunityFilled(OpportunityFilled { opportunity: self.no.clone(), answers, text })])
    }
}
