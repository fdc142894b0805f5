//! Leave and overtime: applied for beforehand, decided by the unit's leader (catalogue ATT-06, ATT-07).

use super::Half;
use crate::event::{ApplicationDecided, ApplicationMade, ApplicationWithdrawn, Event};
use crate::kernel::{Digest, Month, Role, StaffNo, UnitCode};
use crate::people::Membership;
use crate::refusal::Refusal;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// 请假类别.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum LeaveKind {
    /// 事假.
    Personal,
    /// 病假.
    Sick,
    /// 年假.
    Annual,
    /// 婚假.
    Marriage,
    /// 产假、陪产假.
    Parental,
    /// 丧假.
    Bereavement,
    /// 调休.
    TimeOff,
    /// 公出: at work elsewhere.
    Business,
    /// 培训.
    Training,
}

impl LeaveKind {
    /// All of them, in the order in which screens list them.
    pub const ALL: [Self; 9] = [
        Self::Personal,
        Self::Sick,
        Self::Annual,
        Self::Marriage,
        Self::Parental,
        Self::Bereavement,
        Self::TimeOff,
        Self::Business,
        Self::Training,
    ];

    /// Whether it counts as 出勤: on duty, though not at the desk.
    #[must_use]
    pub fn is_duty(self) -> bool {
        matches!(self, Self::Business | Self::Training)
    }
}

/// From a half day to a half day, both included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Leave {
    /// What for.
    pub kind: LeaveKind,
    /// First day.
    pub from: NaiveDate,
    /// Its first half that is taken.
    pub from_half: Half,
    /// Last day.
    pub to: NaiveDate,
    /// Its last half that is taken.
    pub to_half: Half,
}

impl Leave {
    /// Which halves of a day it takes.
    #[must_use]
    pub fn halves(&self, day: NaiveDate) -> [bool; 2] {
        [Half::First, Half::Second]
            .map(|half| (self.from, self.from_half) <= (day, half) && (day, half) <= (self.to, self.to_half))
    }

    fn overlaps(&self, other: &Self) -> bool {
        (self.from, self.from_half) <= (other.to, other.to_half)
            && (other.from, other.from_half) <= (self.to, self.to_half)
    }
}

/// What is applied for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "matter", rename_all = "camelCase")]
pub enum Matter {
    /// 请假.
    Leave(Leave),
    /// 加班.
    Overtime {
        /// The day.
        day: NaiveDate,
        /// How long.
        minutes: u32,
    },
}

impl Matter {
    /// First and last day.
    #[must_use]
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        match self {
            Self::Leave(leave) => (leave.from, leave.to),
            Self::Overtime { day, .. } => (*day, *day),
        }
    }
}

/// Where an application stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ApplicationState {
    /// 待批.
    Open,
    /// 已批准.
    Approved,
    /// 未批准.
    Refused,
    /// 已撤回 (销假).
    Withdrawn,
}

/// An application on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// 用人单位.
    pub unit: UnitCode,
    /// 工号.
    pub staff_no: StaffNo,
    /// Number among the person's records.
    pub number: u32,
    /// What for.
    pub matter: Matter,
    /// Where it stands.
    pub state: ApplicationState,
}

impl Application {
    /// Whether it keeps the person away for the whole of that day: an approved leave or business trip.
    #[must_use]
    pub fn keeps_away(&self, day: NaiveDate) -> bool {
        let whole_day = matches!(&self.matter, Matter::Leave(leave) if leave.halves(day) == [true, true]);
        whole_day && self.state == ApplicationState::Approved
    }
}

/// What applying needs to know of a person.
#[derive(Debug)]
pub struct ApplyFacts {
    /// Today.
    pub today: NaiveDate,
    /// The person's stays.
    pub stays: Vec<Membership>,
    /// The person's applications.
    pub applications: Vec<Application>,
    /// The next number of the person's records.
    pub next: u32,
}

/// Longest leave in days.
const LEAVE_LIMIT: u32 = 366;
/// Longest overtime of a day in hours.
const OVERTIME_LIMIT: u32 = 16;

/// Applies for a person. After the first day has passed it needs a note why it was not applied for beforehand
/// (catalogue ATT-06, ATT-07).
///
/// # Errors
/// What is wrong with the days, the length or the reason.
pub fn apply(
    facts: &ApplyFacts,
    unit: &UnitCode,
    staff_no: &StaffNo,
    matter: Matter,
    reason: Option<Digest>,
    has_note: bool,
) -> Result<Vec<Event>, Refusal> {
    let (from, to) = matter.days();
    if facts.stays.is_empty() {
        return Err(Refusal::UnknownEngineer { staff_no: staff_no.clone() });
    }
    check_length(&matter)?;
    let here = |day: NaiveDate| facts.stays.iter().any(|stay| stay.unit == *unit && stay.covers(day));
    if let Some(day) = [from, to].into_iter().find(|day| !here(*day)) {
        return Err(Refusal::NotOnDutyThatDay { staff_no: staff_no.clone(), day });
    }
    let standing = facts
        .applications
        .iter()
        .filter(|a| matches!(a.state, ApplicationState::Open | ApplicationState::Approved));
    for known in standing {
        match (&known.matter, &matter) {
            (Matter::Leave(a), Matter::Leave(b)) if a.overlaps(b) => {
                return Err(Refusal::LeaveOverlaps { number: known.number, from: a.from, to: a.to });
            }
            (Matter::Overtime { day: a, .. }, Matter::Overtime { day: b, .. }) if a == b => {
                return Err(Refusal::OvertimeTwice { number: known.number, day: *a });
            }
            _ => {}
        }
    }
    let reason = reason.ok_or(Refusal::ReasonNeeded)?;
    let late = from < facts.today;
    if late && !has_note {
        return Err(Refusal::AppliedLate { day: from, today: facts.today });
    }
    Ok(vec![Event::ApplicationMade(ApplicationMade {
        unit: unit.clone(),
        staff_no: staff_no.clone(),
        number: facts.next,
        matter,
        late,
        reason,
    })])
}

fn check_length(matter: &Matter) -> Result<(), Refusal> {
    match matter {
        Matter::Leave(leave) => {
            if (leave.from, leave.from_half) > (leave.to, leave.to_half) {
                return Err(Refusal::DatesReversed { from: leave.from, to: leave.to });
            }
            let most = leave.from.checked_add_days(Days::new(LEAVE_LIMIT.into()));
            if most.is_none_or(|most| leave.to >= most) {
                return Err(Refusal::LeaveTooLong { most: LEAVE_LIMIT });
            }
        }
        Matter::Overtime { minutes, .. } => {
            if *minutes == 0 || *minutes > OVERTIME_LIMIT * 60 {
                return Err(Refusal::OvertimeOutOfRange { most: OVERTIME_LIMIT });
            }
        }
    }
    Ok(())
}

/// What shows that the leader decided, where somebody else records it (代录).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    /// 快文号.
    pub document: Option<String>,
    /// Picture or scan.
    pub evidence: Option<Digest>,
}

/// A decision to be recorded.
#[derive(Clone, Debug)]
pub struct Decision {
    /// 批准.
    pub approved: bool,
    /// Why; needed where it is not approved.
    pub reason: Option<Digest>,
    /// Behind a decision that is recorded for the leader.
    pub basis: Basis,
}

/// What a reviewed month rests on stays as it is until the month is reopened. `closed`: the unit's reviewed months.
fn untouched(known: &Application, closed: &BTreeSet<Month>) -> Result<(), Refusal> {
    let (from, to) = known.matter.days();
    let within = |month: &&Month| month.first_day() <= to && from <= month.last_day();
    match closed.iter().find(within) {
        Some(month) => Err(Refusal::AttendanceMonthClosed { unit: known.unit.clone(), month: *month }),
        None => Ok(()),
    }
}

/// Decides an application. The unit's leader decides; whoever else records it names what it rests on. `closed`: the
/// unit's reviewed months, in which nothing is approved any more.
///
/// # Errors
/// [`Refusal::UnknownApplication`], [`Refusal::ApplicationDecided`], [`Refusal::AttendanceMonthClosed`],
/// [`Refusal::ReasonNeeded`], [`Refusal::DecisionBasisNeeded`].
pub fn decide_application(
    known: Option<&Application>,
    closed: &BTreeSet<Month>,
    staff_no: &StaffNo,
    number: u32,
    role: Role,
    decision: Decision,
) -> Result<Vec<Event>, Refusal> {
    let staff_no = || staff_no.clone();
    let known = known.ok_or_else(|| Refusal::UnknownApplication { staff_no: staff_no(), number })?;
    if known.state != ApplicationState::Open {
        return Err(Refusal::ApplicationDecided { staff_no: staff_no(), number });
    }
    if decision.approved {
        untouched(known, closed)?;
    } else if decision.reason.is_none() {
        return Err(Refusal::ReasonNeeded);
    }
    let on_behalf = role != Role::UnitLeader;
    let document = decision.basis.document.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    if on_behalf && document.is_none() && decision.basis.evidence.is_none() {
        return Err(Refusal::DecisionBasisNeeded);
    }
    Ok(vec![Event::ApplicationDecided(ApplicationDecided {
        unit: known.unit.clone(),
        staff_no: staff_no(),
        number,
        approved: decision.approved,
        reason: decision.reason,
        on_behalf,
        document,
        evidence: decision.basis.evidence,
    })])
}

/// Takes an application back, decided or not (销假). One that was refused or taken back stays so; one that was approved
/// stays where it reaches into a reviewed month (`closed`: those of the unit).
///
/// # Errors
/// [`Refusal::UnknownApplication`], [`Refusal::ApplicationDecided`], [`Refusal::AttendanceMonthClosed`], [`Refusal::ReasonNeeded`].
pub fn withdraw_application(
    known: Option<&Application>,
    closed: &BTreeSet<Month>,
    staff_no: &StaffNo,
    number: u32,
    reason: Option<Digest>,
) -> Result<Vec<Event>, Refusal> {
    let staff_no = || staff_no.clone();
    let known = known.ok_or_else(|| Refusal::UnknownApplication { staff_no: staff_no(), number })?;
    if !matches!(known.state, ApplicationState::Open | ApplicationState::Approved) {
        return Err(Refusal::ApplicationDecided { staff_no: staff_no(), number });
    }
    if known.state == ApplicationState::Approved {
        untouched(known, closed)?;
    }
    Ok(vec![Event::ApplicationWithdrawn(ApplicationWithdrawn {
        unit: known.unit.clone(),
        staff_no: staff_no(),
        number,
        reason: reason.ok_or(Refusal::ReasonNeeded)?,
    })])
}
