//! What of a ticket's terms has to be told to whom (SLA-34): due soon and overdue to those who do the work, what is late for
//! longer to those whom the term's escalation names.

use super::{TermDays, TicketTerm};
use crate::deadline::{Escalation, Lateness, Reckoning, Standing, escalated, standing};
use crate::kernel::Role;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What is told, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TicketTask {
    /// 第二责任人无法接办: 售前经理 has to act (DSP-08).
    Refused,
    /// 已超时.
    Overdue,
    /// 投标截止临近: a bid is to be handed in soon, or its deadline is past (SLA-23).
    Bid,
    /// 已超时，升级: told to somebody who does not do the work.
    Escalated,
    /// 资源申请没有进展: to be followed by phone (DSP-14).
    Follow,
    /// 即将到期.
    Soon,
}

/// Code of the term after which what others were asked for is followed.
const FOLLOW: &str = "follow";

/// Who asks what is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hearer {
    /// In that role.
    pub role: Role,
    /// Whether the ticket's unit is theirs to work for.
    pub does: bool,
}

/// What is told of a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TicketDue {
    /// What.
    pub task: TicketTask,
    /// Of which term, where it is about one.
    pub term: Option<TicketTerm>,
    /// Its last day; the day of the refusal, or from which on others are called.
    pub by: NaiveDate,
}

/// A term that has not been met, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pressing {
    /// Which.
    pub term: TicketTerm,
    /// Its days.
    pub days: Lateness,
    /// Where it stands.
    pub standing: Standing,
}

/// Who has heard of a late term by today, the earliest step first.
#[must_use]
pub fn told<'a>(term: TicketTerm, stands: Standing, with: &Reckoning<'a>) -> Vec<&'a Escalation> {
    with.rules.rule(term.code()).map_or_else(Vec::new, |rule| escalated(stands, &rule.escalation))
}

impl TermDays {
    /// The term that presses most: what is late before what is due soon before the rest, then the earliest day.
    #[must_use]
    pub fn pressing(&self, with: &Reckoning<'_>) -> Option<Pressing> {
        let open = self.terms(with).into_iter().filter(|(_, days)| days.done_on.is_none());
        let stands = open.map(|(term, days)| Pressing {
            term,
            days,
            standing: standing(&days, with.calendar, with.today),
        });
        stands.min_by_key(|one| {
            let rank = match one.standing {
                Standing::Overdue { .. } => 0,
                Standing::Soon { .. } => 1,
                _ => 2,
            };
            (rank, one.days.due_on, one.term)
        })
    }

    /// What somebody is told of it today: what the second refused, of its terms the most pressing, and whom to call.
    #[must_use]
    pub fn due_for(&self, hearer: Hearer, with: &Reckoning<'_>) -> Vec<TicketDue> {
        if !hearer.does {
            return self.escalated_to(hearer.role, with).into_iter().collect();
        }
        let refused = self.escalated_on.filter(|_| !self.state.ended());
        let refused = refused.map(|by| TicketDue { task: TicketTask::Refused, term: None, by });
        let pressing = self.pressing(with).and_then(|Pressing { term, days, standing }| {
            let task = match standing {
                Standing::Overdue { .. } => TicketTask::Overdue,
                Standing::Soon { .. } => TicketTask::Soon,
                _ => return None,
            };
            Some(TicketDue { task, term: Some(term), by: days.due_on })
        });
        refused.into_iter().chain(pressing).chain(self.to_hand_in(with)).chain(self.to_follow(with)).collect()
    }

    /// Whether somebody is told that of it today, as [`Self::due_for`] says; for lists of many tickets, without counting the
    /// working days of those that are not asked for.
    #[must_use]
    pub fn is_told(&self, task: TicketTask, hearer: Hearer, with: &Reckoning<'_>) -> bool {
        if !hearer.does {
            return task == TicketTask::Escalated && self.escalated_to(hearer.role, with).is_some();
        }
        match task {
            TicketTask::Refused => self.escalated_on.is_some() && !self.state.ended(),
            TicketTask::Overdue => self.is_overdue(with),
            // What is late presses more than what is due soon.
            TicketTask::Soon => {
                let pressing = self.pressing(with).map(|pressing| pressing.standing);
                matches!(pressing, Some(Standing::Soon { .. }))
            }
            TicketTask::Bid => self.to_hand_in(with).is_some(),
            TicketTask::Follow => self.to_follow(with).is_some(),
            TicketTask::Escalated => false,
        }
    }

    /// Whether any of its terms is past its last day.
    fn is_overdue(&self, with: &Reckoning<'_>) -> bool {
        self.terms(with).iter().any(|(_, days)| days.is_overdue(with.today))
    }

    /// A bid whose deadline is near or past.
    fn to_hand_in(&self, with: &Reckoning<'_>) -> Option<TicketDue> {
        let (term, days) =
            self.terms(with).into_iter().find(|(term, _)| *term == TicketTerm::BidSubmission)?;
        let near = matches!(
            standing(&days, with.calendar, with.today),
            Standing::Overdue { .. } | Standing::Soon { .. }
        );
        near.then_some(TicketDue { task: TicketTask::Bid, term: Some(term), by: days.due_on })
    }

    /// What others were asked for and have not answered for so long that somebody has to call them.
    fn to_follow(&self, with: &Reckoning<'_>) -> Option<TicketDue> {
        let asked = self.help_since.filter(|_| !self.state.ended())?;
        let by = with.after(FOLLOW, asked);
        (by <= with.today).then_some(TicketDue { task: TicketTask::Follow, term: None, by })
    }

    /// The earliest of its late terms of which that role has heard.
    fn escalated_to(&self, role: Role, with: &Reckoning<'_>) -> Option<TicketDue> {
        let late = self.terms(with).into_iter().filter(|(term, days)| {
            let stands = standing(days, with.calendar, with.today);
            told(*term, stands, with).iter().any(|step| step.role == role)
        });
        let (term, days) = late.min_by_key(|(term, days)| (days.due_on, *term))?;
        Some(TicketDue { task: TicketTask::Escalated, term: Some(term), by: days.due_on })
    }
}
