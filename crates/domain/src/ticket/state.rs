//! A ticket as it stands.

use super::{
    AuditRound, CloseResult, Complexity, Help, Incident, Postponement, Rating, RecordRow, Review, Settlement,
    ThirdApproval, TicketNo, TicketType, Urgency,
};
use crate::deadline::Pause;
use crate::form::{Answers, ItemState};
use crate::kernel::{AccountName, Digest, StaffNo};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where a ticket stands, and whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TicketState {
    /// 待同意: the sales manager has to consent (TKT-52).
    Applied,
    /// 待评审 (TKT-54).
    Consented,
    /// 待分派: the unit's manager has to name who is responsible.
    Unassigned,
    /// 待响应: the one responsible has to take it.
    Assigned,
    /// 处理中.
    Running,
    /// 待确认: the requester has to confirm (TKT-60).
    Delivered,
    /// 待办结: confirmed; to be rated and closed.
    Confirmed,
    /// 已办结.
    Closed,
    /// 未立项: the review did not accept it.
    Declined,
    /// 无效: closed with advice (TKT-36).
    Void,
}

impl TicketState {
    /// All of them, in the order of a ticket's life.
    pub const ALL: [Self; 10] = [
        Self::Applied,
        Self::Consented,
        Self::Unassigned,
        Self::Assigned,
        Self::Running,
        Self::Delivered,
        Self::Confirmed,
        Self::Closed,
        Self::Declined,
        Self::Void,
    ];

    /// Whether it counts as work of those who answer for it, when somebody is looked for with room for more (DSP-15): what is
    /// delivered waits for others, and what is applied for anew comes back.
    #[must_use]
    pub fn is_load(self) -> bool {
        matches!(self, Self::Applied | Self::Consented | Self::Assigned | Self::Running)
    }

    /// Whether nothing more is to be done.
    #[must_use]
    pub fn ended(self) -> bool {
        matches!(self, Self::Closed | Self::Declined | Self::Void)
    }
}

/// The three phases of a support (TKT-51).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Phase {
    /// 申请和评审.
    Review,
    /// 分派和实施.
    Work,
    /// 确认和归档.
    Confirmation,
}

impl Phase {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Review, Self::Work, Self::Confirmation];

    /// The states of open tickets in this phase, in their order.
    pub fn open_states(self) -> impl Iterator<Item = TicketState> {
        TicketState::ALL.into_iter().filter(move |state| !state.ended() && state.phase(true) == self)
    }
}

impl TicketState {
    /// In which phase a ticket is that stands so, or was when it ended; `assigned`: whether somebody was made responsible.
    fn phase(self, assigned: bool) -> Phase {
        match self {
            Self::Applied | Self::Consented | Self::Declined => Phase::Review,
            Self::Unassigned | Self::Assigned | Self::Running => Phase::Work,
            Self::Delivered | Self::Confirmed | Self::Closed => Phase::Confirmation,
            Self::Void if !assigned => Phase::Review,
            Self::Void => Phase::Work,
        }
    }
}

/// A ticket on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// 工单号.
    pub no: TicketNo,
    /// Its type, in the version that it began with.
    pub kind: TicketType,
    /// What it is about.
    pub title: String,
    /// 申请人, where they have an account.
    pub requester: Option<AccountName>,
    /// How urgent.
    pub urgency: Urgency,
    /// How complex.
    pub complexity: Complexity,
    /// Where it stands.
    pub state: TicketState,
    /// Came in that day.
    pub received_on: NaiveDate,
    /// Done on that day at the latest, as first asked for or first worked out.
    pub asked_for: Option<NaiveDate>,
    /// The day that was agreed instead (TKT-55).
    pub agreed_on: Option<NaiveDate>,
    /// It was agreed upon on that day; waiting until then is part of it.
    pub agreed_at: Option<NaiveDate>,
    /// The last day as it stands, after waiting.
    pub due_on: Option<NaiveDate>,
    /// To be reviewed by that day.
    pub review_by: Option<NaiveDate>,
    /// Assigned on that day, the first time: from here delivery is counted, whoever does it.
    pub assigned_on: Option<NaiveDate>,
    /// To be taken by that day.
    pub take_by: Option<NaiveDate>,
    /// Taken on that day, since it was assigned the latest time.
    pub taken_on: Option<NaiveDate>,
    /// 第一责任人.
    pub first: Option<StaffNo>,
    /// 第二责任人.
    pub second: Option<StaffNo>,
    /// The last two who were named together, even where one of them was dropped since.
    pub engaged: Option<[StaffNo; 2]>,
    /// The latest question whether it can be put off.
    pub postponement: Option<Postponement>,
    /// What was passed to the second, the latest last.
    pub incidents: Vec<Incident>,
    /// The second could not, and 售前经理 has not acted since that day.
    pub escalated_on: Option<NaiveDate>,
    /// Approvals of a third engineer.
    pub thirds: Vec<ThirdApproval>,
    /// What others were asked for.
    pub helps: Vec<Help>,
    /// Delivered on that day.
    pub delivered_on: Option<NaiveDate>,
    /// 确认归档: the requester confirmed on that day (TKT-62).
    pub confirmed_on: Option<NaiveDate>,
    /// The customer agreed on that day.
    pub accepted_on: Option<NaiveDate>,
    /// Fields.
    pub answers: Answers,
    /// Salted digest of the personal fields.
    pub text: Option<Digest>,
    /// Parts, by code; what is not named is open.
    pub items: BTreeMap<String, ItemState>,
    /// Records, struck ones among them.
    pub records: Vec<RecordRow>,
    /// What was filled into the records, by their number.
    pub written: BTreeMap<u32, Answers>,
    /// What became of opinions, by the number of their record.
    pub settled: BTreeMap<u32, Settlement>,
    /// The number of steps taken.
    pub steps: usize,
    /// Rounds of audit.
    pub audits: Vec<AuditRound>,
    /// Reviews of the application.
    pub reviews: Vec<Review>,
    /// Waiting, the latest last.
    pub pauses: Vec<Pause>,
    /// The requester's rating.
    pub rating: Option<Rating>,
    /// How it ended.
    pub closed: Option<(NaiveDate, CloseResult)>,
    /// The next number of what is kept beside the journal.
    pub next_words: u32,
    /// Whether it belongs to an opportunity.
    pub in_opportunity: bool,
}

impl Ticket {
    /// In which phase it is, or was when it ended.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.state.phase(self.first.is_some())
    }

    /// Refuses what can only be done with a ticket that has not ended.
    pub(super) fn open(&self) -> Result<(), Refusal> {
        if self.state.ended() {
            return Err(Refusal::TicketEnded { ticket: self.no.clone() });
        }
        Ok(())
    }

    /// Refuses what can only be done in these states.
    pub(super) fn in_state(&self, states: &[TicketState]) -> Result<(), Refusal> {
        self.open()?;
        if !states.contains(&self.state) {
            return Err(Refusal::TicketElsewhere { ticket: self.no.clone(), ticket_state: self.state });
        }
        Ok(())
    }

    /// The wait that lasts.
    #[must_use]
    pub fn waiting(&self) -> Option<&Pause> {
        self.pauses.iter().find(|pause| pause.to.is_none())
    }
}
