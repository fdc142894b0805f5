//! Leaving a unit, for good or for another one, with what is handed over (PER-16, PER-19; §6.5.5).

use super::{Dossier, Membership, Stay};
use crate::event::{Event, LeavingRecorded, MembershipRecorded};
use crate::kernel::{Digest, StaffNo, UnitCode};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum HandoverKind {
    /// 工单.
    Ticket,
    /// 文档.
    Document,
    /// 客户.
    Customer,
    /// 其他.
    Other,
}

/// A line of the handover list. It may name people, so that it stands beside the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoverEntry {
    /// Of which kind.
    pub kind: HandoverKind,
    /// What.
    pub what: String,
    /// What is to be known of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Who takes over, and what, as it stands beside the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoverList {
    /// The lines.
    pub entries: Vec<HandoverEntry>,
    /// Why there is nothing to hand over, where there are no lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nothing: Option<String>,
    /// Name of a receiver who is no engineer on record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receiver: Option<String>,
}

/// Most lines of a handover list.
pub const MOST_ENTRIES: u32 = 500;

impl HandoverList {
    /// The list as it is kept, trimmed. `receiver`: somebody is named by staff number.
    ///
    /// # Errors
    /// [`Refusal::HandoverEmpty`], [`Refusal::HandoverReceiverNeeded`], [`Refusal::TextNeeded`], [`Refusal::TextLong`].
    pub fn checked(self, receiver: Option<&StaffNo>) -> Result<Self, Refusal> {
        let trimmed =
            |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let list = Self {
            entries: self
                .entries
                .into_iter()
                .map(|e| HandoverEntry {
                    kind: e.kind,
                    what: e.what.trim().to_owned(),
                    note: trimmed(e.note),
                })
                .collect(),
            nothing: trimmed(self.nothing),
            receiver: trimmed(self.receiver),
        };
        if list.entries.is_empty() == list.nothing.is_none() || list.entries.len() > MOST_ENTRIES as usize {
            return Err(Refusal::HandoverEmpty { most: MOST_ENTRIES });
        }
        if list.entries.iter().any(|entry| entry.what.is_empty()) {
            return Err(Refusal::TextNeeded);
        }
        let long = |text: &String| text.chars().count() > super::LONGEST_NOTE as usize;
        let long_line = |e: &HandoverEntry| long(&e.what) || e.note.as_ref().is_some_and(long);
        if list.entries.iter().any(long_line)
            || [&list.nothing, &list.receiver].into_iter().flatten().any(long)
        {
            return Err(Refusal::TextLong { limit: super::LONGEST_NOTE });
        }
        if !list.entries.is_empty() && receiver.is_none() && list.receiver.is_none() {
            return Err(Refusal::HandoverReceiverNeeded);
        }
        Ok(list)
    }
}

/// How a stay ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Leaving {
    /// The last day there; access to customers' documents ends with it (SEC-05).
    pub last_day: NaiveDate,
    /// Why.
    pub reason: String,
    /// The unit moved to, where it is a transfer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_to: Option<UnitCode>,
    /// Lines of the handover list; 0 where there is nothing to hand over.
    pub entries: u32,
    /// Who takes over, by staff number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receiver: Option<StaffNo>,
    /// Salted digest of the handover list.
    pub list: Digest,
    /// SHA-256 of the signed list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scan: Option<Digest>,
}

/// What a leaving needs beside the person's own file.
#[derive(Debug, Default)]
pub struct LeavingFacts {
    /// Units on record.
    pub units: BTreeSet<UnitCode>,
    /// Whether the receiver is an engineer on record.
    pub receiver_known: bool,
}

/// What stands in an act of leaving.
#[derive(Clone, Debug)]
pub struct NewLeaving {
    /// The last day.
    pub last_day: NaiveDate,
    /// Why.
    pub reason: String,
    /// Who takes over, by staff number.
    pub receiver: Option<StaffNo>,
    /// Lines of the handover list.
    pub entries: u32,
    /// Salted digest of the handover list, which is [`HandoverList::checked`].
    pub list: Digest,
    /// SHA-256 of the signed list.
    pub scan: Option<Digest>,
}

impl Dossier {
    /// Who takes over where nobody is named: the successor of a replacement (PER-12).
    #[must_use]
    pub fn default_receiver(&self) -> Option<StaffNo> {
        let stay = self.stays.last()?;
        let of_stay = |r: &&super::Replacement| r.arrived_on == stay.membership.arrived_on;
        self.replacements.iter().filter(of_stay).find_map(|r| r.successor.clone())
    }

    /// The person leaves the unit: the last day, and what is handed over to whom.
    ///
    /// # Errors
    /// [`Refusal::NeverOnDuty`], [`Refusal::LeftAlready`], [`Refusal::DatesReversed`],
    /// [`Refusal::ScoredOutsideMembership`], [`Refusal::ReasonNeeded`], [`Refusal::UnknownEngineer`],
    /// [`Refusal::ReceiverLeaves`].
    pub fn leave(&self, facts: &LeavingFacts, new: NewLeaving) -> Result<Vec<Event>, Refusal> {
        let (stay, leaving) = self.leaving(facts, new, None)?;
        Ok(ends(stay, leaving))
    }

    /// The person moves to another unit and begins there on `first_day`, the day after the last one here, in one act.
    ///
    /// # Errors
    /// As [`leave`](Self::leave); [`Refusal::UnknownUnit`], [`Refusal::SameUnit`].
    pub fn transfer(
        &self,
        facts: &LeavingFacts,
        new: NewLeaving,
        to: &UnitCode,
    ) -> Result<Vec<Event>, Refusal> {
        if !facts.units.contains(to) {
            return Err(Refusal::UnknownUnit { unit: to.clone() });
        }
        let first_day = new.last_day.succ_opt().unwrap_or(new.last_day);
        let (stay, leaving) = self.leaving(facts, new, Some(to))?;
        let membership = Membership {
            staff_no: self.staff_no.clone(),
            unit: to.clone(),
            arrived_on: first_day,
            left_on: None,
        };
        let mut events = ends(stay, leaving);
        events.push(Event::MembershipRecorded(MembershipRecorded { membership }));
        Ok(events)
    }

    fn leaving(
        &self,
        facts: &LeavingFacts,
        new: NewLeaving,
        to: Option<&UnitCode>,
    ) -> Result<(&Stay, Leaving), Refusal> {
        let stay = self.stay(None)?;
        let Membership { staff_no, unit, arrived_on, left_on } = stay.membership.clone();
        // An end that came in from a list may get its handover later.
        let only_handover = left_on == Some(new.last_day) && stay.leaving.is_none() && to.is_none();
        if let Some(left_on) = left_on.filter(|_| !only_handover) {
            return Err(Refusal::LeftAlready { staff_no, unit, left_on });
        }
        if to == Some(&unit) {
            return Err(Refusal::SameUnit { staff_no, unit });
        }
        if new.last_day < arrived_on {
            return Err(Refusal::DatesReversed { from: arrived_on, to: new.last_day });
        }
        let ended = Membership { left_on: Some(new.last_day), ..stay.membership.clone() };
        let scored = |at: &&super::MonthScore| at.unit == unit && stay.membership.touches(at.month);
        if let Some(at) = self.scores.iter().filter(scored).find(|at| !ended.touches(at.month)) {
            return Err(Refusal::ScoredOutsideMembership { staff_no, unit, month: at.month });
        }
        let reason = new.reason.trim().to_owned();
        if reason.is_empty() {
            return Err(Refusal::ReasonNeeded);
        }
        match &new.receiver {
            Some(receiver) if *receiver == staff_no => return Err(Refusal::ReceiverLeaves { staff_no }),
            Some(receiver) if !facts.receiver_known => {
                return Err(Refusal::UnknownEngineer { staff_no: receiver.clone() });
            }
            _ => {}
        }
        let leaving = Leaving {
            last_day: new.last_day,
            reason,
            moved_to: to.cloned(),
            entries: new.entries,
            receiver: new.receiver,
            list: new.list,
            scan: new.scan,
        };
        Ok((stay, leaving))
    }
}

/// The end of a stay, and the record of it.
fn ends(stay: &Stay, leaving: Leaving) -> Vec<Event> {
    let membership = Membership { left_on: Some(leaving.last_day), ..stay.membership.clone() };
    let Membership { staff_no, unit, arrived_on, .. } = stay.membership.clone();
    let ended = (membership != stay.membership).then_some(MembershipRecorded { membership });
    let recorded = Event::LeavingRecorded(LeavingRecorded { staff_no, unit, arrived_on, leaving });
    ended.map(Event::MembershipRecorded).into_iter().chain([recorded]).collect()
}
