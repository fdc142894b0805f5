//! A customer's people (客户联系人).

use super::Customer;
use super::record::{choices, offered};
use crate::event::{ContactLeft, ContactRecorded, Event};
use crate::kernel::Digest;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How high somebody stands at the customer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ContactGrades {
    /// 层次: 高层, 中层, … (TKT-10).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// 对象级别 of the qualification standard, which counts talks with such people (QUA-10).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<String>,
}

/// Somebody of a customer. Name, post and telephone are kept beside the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// 1, 2, … of the customer.
    pub number: u32,
    /// How high they stand.
    pub grades: ContactGrades,
    /// Salted digest of who they are.
    pub person: Digest,
    /// 离任: not there any more since that day.
    pub left_on: Option<NaiveDate>,
}

impl Customer {
    /// The number that the next of its people takes.
    #[must_use]
    pub fn next_contact(&self) -> u32 {
        self.contacts.iter().map(|contact| contact.number).max().unwrap_or(0) + 1
    }

    fn contact(&self, number: u32) -> Result<&Contact, Refusal> {
        let found = self.contacts.iter().find(|contact| contact.number == number);
        found.ok_or(Refusal::UnknownContact { number })
    }

    /// Records one of its people: somebody new under the next number, or what is known of somebody anew. People of a customer that
    /// was merged keep their numbers and are the other one's: what is known of them changes on, somebody new is recorded there.
    /// `person` is `None` where no name was given; `known_grades` are those of the qualification standard.
    ///
    /// # Errors
    /// [`Refusal::CustomerStruck`], [`Refusal::UnknownContact`], [`Refusal::PersonNeeded`], [`Refusal::NotInList`].
    pub fn record_contact(
        &self,
        number: u32,
        grades: ContactGrades,
        person: Option<Digest>,
        known_grades: &[String],
    ) -> Result<Vec<Event>, Refusal> {
        let known = if number == self.next_contact() { None } else { Some(self.contact(number)?) };
        if known.is_none() || !self.merged {
            self.listed()?;
        }
        let person = person.ok_or(Refusal::PersonNeeded)?;
        offered(&choices().levels, grades.level.as_ref())?;
        offered(known_grades, grades.grade.as_ref())?;
        if known
            .is_some_and(|known| known.grades == grades && known.person == person && known.left_on.is_none())
        {
            return Ok(Vec::new());
        }
        let customer = self.no.clone();
        Ok(vec![Event::ContactRecorded(ContactRecorded { customer, number, grades, person })])
    }

    /// Says that somebody is not there any more.
    ///
    /// # Errors
    /// [`Refusal::UnknownContact`], [`Refusal::DateInFuture`].
    pub fn contact_left(&self, number: u32, on: NaiveDate, today: NaiveDate) -> Result<Vec<Event>, Refusal> {
        let contact = self.contact(number)?;
        if on > today {
            return Err(Refusal::DateInFuture { date: on, today });
        }
        if contact.left_on == Some(on) {
            return Ok(Vec::new());
        }
        Ok(vec![Event::ContactLeft(ContactLeft { customer: self.no.clone(), number, on })])
    }
}
