//! All support of a ticket is done by its first and second; anybody else needs three approvals (DSP-02, DSP-03).

use super::{Behalf, Ticket, TicketState, Words};
use crate::event::{Event, ThirdApproved};
use crate::kernel::{AccountName, Actor, Role, StaffNo};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Whose approval it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ApprovalPost {
    /// 技术支持部经理.
    SupportManager,
    /// 技术总监.
    TechnicalDirector,
    /// 总经理.
    GeneralManager,
}

impl ApprovalPost {
    /// All three, in the order of the source.
    pub const ALL: [Self; 3] = [Self::SupportManager, Self::TechnicalDirector, Self::GeneralManager];

    /// Who may give it in their own name; everybody else enters it for them (代录).
    fn own(self, role: Role) -> bool {
        match self {
            Self::SupportManager => role == Role::UnitManager,
            Self::TechnicalDirector | Self::GeneralManager => role == Role::UnitLeader,
        }
    }
}

/// An approval on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThirdApproval {
    /// Of whom.
    pub staff_no: StaffNo,
    /// Whose.
    pub post: ApprovalPost,
    /// The account that gave it in its own name.
    pub own: Option<AccountName>,
}

impl Ticket {
    /// Whether somebody is a third: two were named together at some time, and it is neither of the last two, not even after
    /// one of them was dropped again (DSP-02).
    fn is_third(&self, staff_no: &StaffNo) -> bool {
        self.engaged.as_ref().is_some_and(|two| !two.contains(staff_no))
    }

    /// The approvals that are missing before somebody may be responsible for it; none for who is no third.
    #[must_use]
    pub fn approvals_missing(&self, staff_no: &StaffNo) -> Vec<ApprovalPost> {
        if !self.is_third(staff_no) {
            return Vec::new();
        }
        let given = |post: &ApprovalPost| {
            self.thirds.iter().any(|approval| approval.staff_no == *staff_no && approval.post == *post)
        };
        ApprovalPost::ALL.into_iter().filter(|post| !given(post)).collect()
    }

    /// Records the approval of a third engineer; one person gives one of the three.
    ///
    /// # Errors
    /// [`Refusal::TicketElsewhere`], [`Refusal::NotServing`], [`Refusal::ThirdNotNeeded`], [`Refusal::ApprovedAlready`],
    /// [`Refusal::ApproverTwice`], [`Refusal::BasisNeeded`], [`Refusal::PersonNeeded`].
    #[expect(clippy::too_many_arguments, reason = "each is a part of the approval")]
    pub fn approve_third(
        &self,
        actor: &Actor,
        staff_no: StaffNo,
        post: ApprovalPost,
        words: Words,
        behalf: Option<Behalf>,
        on_duty: &BTreeSet<StaffNo>,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        self.in_state(&[TicketState::Assigned, TicketState::Running])?;
        if !on_duty.contains(&staff_no) {
            return Err(Refusal::NotServing { staff_no });
        }
        if !self.is_third(&staff_no) {
            return Err(Refusal::ThirdNotNeeded { staff_no });
        }
        if !self.approvals_missing(&staff_no).contains(&post) {
            return Err(Refusal::ApprovedAlready { post });
        }
        let behalf = behalf.map(|behalf| behalf.checked(words)).transpose()?;
        let own = behalf.is_none();
        let mut others = self.thirds.iter().filter(|approval| approval.staff_no == staff_no);
        if own && others.any(|approval| approval.own.as_ref() == Some(&actor.account)) {
            return Err(Refusal::ApproverTwice { account: actor.account.clone() });
        }
        if own && !post.own(actor.role) {
            return Err(Refusal::BasisNeeded);
        }
        Ok(vec![Event::ThirdApproved(ThirdApproved {
            ticket: self.no.clone(),
            number: self.next_words,
            staff_no,
            post,
            on: today,
            text: words.kept,
            behalf,
        })])
    }
}
