//! Announcing an engineer (登记): without the 到岗接收函 nobody is on duty (§6.1, PER-01…03).

use super::{Dossier, Membership};
use crate::event::{ArrivalAnnounced, ArrivalWithdrawn, EngineerRecorded, Event};
use crate::kernel::{Digest, StaffNo, UnitCode};
use crate::refusal::Refusal;
use chrono::NaiveDate;

/// What became of an announcement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArrivalState {
    /// Waits for the letter (待到岗).
    Open,
    /// The letter was filed; on duty from that day.
    Arrived(NaiveDate),
    /// Taken back.
    Withdrawn {
        /// On that day.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
}

/// Somebody who is to come to a unit, for the first time or again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// 1, 2, … of the person.
    pub number: u32,
    /// Where to.
    pub unit: UnitCode,
    /// The day on which they are to come.
    pub expected_on: NaiveDate,
    /// The day on which it was announced.
    pub announced_on: NaiveDate,
    /// What became of it.
    pub state: ArrivalState,
}

/// What is recorded of a person; personal data as their digest alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonData {
    /// 岗位; `None` says nothing about it.
    pub post: Option<String>,
    /// Salted digest of name, telephone, other contact and skills.
    pub personal: Option<Digest>,
}

/// Skills as a list writes them, each once: between `、`, commas or semicolons.
#[must_use]
pub fn skills_of(text: &str) -> Vec<String> {
    let mut skills: Vec<String> = Vec::new();
    for skill in
        text.split(['、', '，', ',', ';', '；', '\n']).map(str::trim).filter(|skill| !skill.is_empty())
    {
        if skills.iter().all(|known| known != skill) {
            skills.push(skill.to_owned());
        }
    }
    skills
}

/// Records what is new about a person; the same again does nothing. `known`: post and digest on record, `None` for
/// somebody new.
pub fn record_person(
    known: Option<(Option<&str>, Option<Digest>)>,
    staff_no: &StaffNo,
    data: PersonData,
) -> Vec<Event> {
    let post = data.post.filter(|post| !post.trim().is_empty()).map(|post| post.trim().to_owned());
    let (known_post, known_personal) = known.unwrap_or_default();
    let personal = data.personal.filter(|digest| known_personal != Some(*digest));
    let new_post = post.is_some() && post.as_deref() != known_post;
    if known.is_some() && personal.is_none() && !new_post {
        return Vec::new();
    }
    let post = post.or_else(|| known_post.map(str::to_owned));
    vec![Event::EngineerRecorded(EngineerRecorded { staff_no: staff_no.clone(), post, personal })]
}

impl Dossier {
    /// Announces that the person is to come to a unit that day, for the first time or again after having left. Announced
    /// again for the same unit, the day changes; the same again does nothing.
    ///
    /// # Errors
    /// [`Refusal::AnnouncedElsewhere`]; [`Refusal::MembershipOverlaps`] where the person is still on duty that day.
    pub fn announce(&self, unit: &UnitCode, expected_on: NaiveDate) -> Result<Vec<Event>, Refusal> {
        let event = |number| {
            let (staff_no, unit) = (self.staff_no.clone(), unit.clone());
            Event::ArrivalAnnounced(ArrivalAnnounced { staff_no, number, unit, expected_on })
        };
        self.free_from(unit, expected_on)?;
        match self.announced() {
            Some(open) if open.unit != *unit => {
                Err(Refusal::AnnouncedElsewhere { staff_no: self.staff_no.clone(), unit: open.unit.clone() })
            }
            Some(open) if open.expected_on == expected_on => Ok(Vec::new()),
            Some(open) => Ok(vec![event(open.number)]),
            None => Ok(vec![event(self.arrivals.iter().map(|a| a.number).max().unwrap_or(0) + 1)]),
        }
    }

    /// Takes an announcement back: the person does not come.
    ///
    /// # Errors
    /// [`Refusal::NotAnnounced`], [`Refusal::ReasonNeeded`].
    pub fn withdraw_arrival(&self, reason: &str) -> Result<Vec<Event>, Refusal> {
        let staff_no = self.staff_no.clone();
        let Some(open) = self.announced() else { return Err(Refusal::NotAnnounced { staff_no }) };
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Refusal::ReasonNeeded);
        }
        let (number, reason) = (open.number, reason.to_owned());
        Ok(vec![Event::ArrivalWithdrawn(ArrivalWithdrawn { staff_no, number, reason })])
    }

    /// Refuses a stay from that day on while another stay lasts.
    pub(super) fn free_from(&self, unit: &UnitCode, arrived_on: NaiveDate) -> Result<(), Refusal> {
        let staff_no = self.staff_no.clone();
        let new = Membership { staff_no, unit: unit.clone(), arrived_on, left_on: None };
        match self.stays.iter().map(|stay| &stay.membership).find(|known| known.overlaps(&new)) {
            None => Ok(()),
            Some(known) => Err(Refusal::MembershipOverlaps {
                staff_no: known.staff_no.clone(),
                unit: known.unit.clone(),
                from: known.arrived_on,
                to: known.left_on,
            }),
        }
    }
}
