//! Registering a customer and changing what is known of it.

use super::no::HIGHEST;
use super::{Contact, CustomerNo};
use crate::event::{CustomerChanged, CustomerRegistered, CustomerStruck, Event};
use crate::kernel::Digest;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// What of a customer is journaled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CustomerBasics {
    /// 客户名称, the organisation's.
    pub name: String,
    /// 行业.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    /// 客户级别.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<String>,
}

/// What may be chosen of customers and their people.
#[derive(Clone, Debug, Deserialize)]
pub struct Choices {
    /// 行业.
    pub sectors: Vec<String>,
    /// 客户级别.
    pub grades: Vec<String>,
    /// 层次 of a customer's people (各层次沟通, TKT-10).
    pub levels: Vec<String>,
}

/// The choices that come with the program.
#[must_use]
pub fn choices() -> &'static Choices {
    static CHOICES: LazyLock<Choices> = LazyLock::new(|| {
        let text = include_str!("../../data/customer.json");
        serde_json::from_str(text).expect("the program's own choices can be read")
    });
    &CHOICES
}

/// Most characters of a name.
const LONGEST_NAME: u32 = 100;

/// Refuses what is chosen from a list and not in it.
pub(super) fn offered(list: &[String], chosen: Option<&String>) -> Result<(), Refusal> {
    match chosen.filter(|value| !list.contains(value)) {
        Some(value) => Err(Refusal::NotInList { value: value.clone() }),
        None => Ok(()),
    }
}

/// One spelling of a name, by which customers are recognised (CUS-07): without blanks, brackets in one width, letters in lower
/// case.
#[must_use]
pub fn spelling(name: &str) -> String {
    let plain = |c: char| match c {
        '（' => '(',
        '）' => ')',
        other => other,
    };
    name.chars().filter(|c| !c.is_whitespace()).map(plain).collect::<String>().to_lowercase()
}

/// Those among them that have that name, however it is spelt.
pub(super) fn namesakes<'a>(
    known: &'a [(CustomerNo, String)],
    name: &str,
) -> impl Iterator<Item = &'a (CustomerNo, String)> + use<'a> {
    let wanted = spelling(name);
    known.iter().filter(move |(_, other)| spelling(other) == wanted)
}

impl CustomerBasics {
    /// As it is recorded. `known` are the unit's other customers of that name; one of the same name is told first, and taken as
    /// another one only where the user says so (CUS-07).
    fn checked(self, known: &[(CustomerNo, String)], anyway: bool) -> Result<Self, Refusal> {
        let name = self.name.trim().to_owned();
        if name.is_empty() || name.chars().count() > LONGEST_NAME as usize {
            return Err(Refusal::NameLength { limit: LONGEST_NAME });
        }
        let given = |text: Option<String>| text.map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
        let (sector, grade) = (given(self.sector), given(self.grade));
        offered(&choices().sectors, sector.as_ref())?;
        offered(&choices().grades, grade.as_ref())?;
        match namesakes(known, &name).next().filter(|_| !anyway) {
            Some((customer, name)) => {
                Err(Refusal::CustomerKnown { customer: customer.clone(), name: name.clone() })
            }
            None => Ok(Self { name, sector, grade }),
        }
    }
}

/// Registers a customer under `customer`, the unit's next number; `text` is what is kept beside the journal.
///
/// # Errors
/// [`Refusal::NameLength`], [`Refusal::NotInList`], [`Refusal::CustomerKnown`], [`Refusal::NumbersUsedUp`].
pub fn register_customer(
    basics: CustomerBasics,
    text: Option<Digest>,
    customer: CustomerNo,
    known: &[(CustomerNo, String)],
    anyway: bool,
) -> Result<Vec<Event>, Refusal> {
    let basics = basics.checked(known, anyway)?;
    if customer.serial > HIGHEST {
        return Err(Refusal::NumbersUsedUp { unit: customer.unit });
    }
    Ok(vec![Event::CustomerRegistered(CustomerRegistered { customer, basics, text })])
}

/// A customer on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// 客户编号.
    pub no: CustomerNo,
    /// What of it is journaled.
    pub basics: CustomerBasics,
    /// Salted digest of what is kept beside.
    pub text: Option<Digest>,
    /// Its people, those who left among them.
    pub contacts: Vec<Contact>,
    /// Whether it was struck from the list.
    pub struck: bool,
    /// Whether it was struck because it is another customer, whose people its people are now.
    pub merged: bool,
}

/// What belongs to a customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Belongings {
    /// Opportunities, voided ones not.
    pub opportunities: u32,
    /// Tickets, by themselves or through an opportunity.
    pub tickets: u32,
    /// Forms of the registers.
    pub forms: u32,
    /// Documents that hang on it.
    pub documents: u32,
}

impl Customer {
    /// Refuses what cannot be done with a customer that was struck.
    pub(super) fn listed(&self) -> Result<(), Refusal> {
        if self.struck {
            return Err(Refusal::CustomerStruck { customer: self.no.clone() });
        }
        Ok(())
    }

    /// Strikes it from the list: one that was registered by mistake, to which nothing belongs, or one that is another customer,
    /// `into` which everything of it goes. `into_known`: whether that one is on the unit's list.
    ///
    /// # Errors
    /// [`Refusal::CustomerStruck`], [`Refusal::ReasonNeeded`], [`Refusal::UnknownCustomer`], [`Refusal::CustomerInUse`].
    pub fn strike(
        &self,
        into: Option<CustomerNo>,
        into_known: bool,
        belongings: Belongings,
        reason: &str,
    ) -> Result<Vec<Event>, Refusal> {
        self.listed()?;
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(Refusal::ReasonNeeded);
        }
        match &into {
            Some(other) if !into_known || *other == self.no => {
                return Err(Refusal::UnknownCustomer { customer: other.to_string() });
            }
            None if belongings != Belongings::default() => {
                let Belongings { opportunities, tickets, forms, documents } = belongings;
                return Err(Refusal::CustomerInUse {
                    customer: self.no.clone(),
                    opportunities,
                    tickets,
                    forms,
                    documents,
                });
            }
            _ => {}
        }
        Ok(vec![Event::CustomerStruck(CustomerStruck { customer: self.no.clone(), into, reason })])
    }

    /// Records anew what is known of it; saying the same again does nothing.
    ///
    /// # Errors
    /// [`Refusal::CustomerStruck`] and those of [`register_customer`].
    pub fn change(
        &self,
        basics: CustomerBasics,
        text: Option<Digest>,
        known: &[(CustomerNo, String)],
        anyway: bool,
    ) -> Result<Vec<Event>, Refusal> {
        self.listed()?;
        let others: Vec<_> = known.iter().filter(|(no, _)| *no != self.no).cloned().collect();
        // A name that stays was let pass when it was given.
        let same_name = basics.name.trim() == self.basics.name;
        let basics = basics.checked(&others, anyway || same_name)?;
        if basics == self.basics && text == self.text {
            return Ok(Vec::new());
        }
        Ok(vec![Event::CustomerChanged(CustomerChanged { customer: self.no.clone(), basics, text })])
    }
}
