//! What is missing to close a ticket, always on show (TKT-07, TKT-11…TKT-15, AMB-37).

use super::{Acceptance, Ticket, TicketState};
use crate::form::Need;
use serde::Serialize;

/// Something that is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "camelCase")]
pub enum Gap {
    /// Nobody is responsible.
    Responsible,
    /// It belongs to no opportunity (TKT-06).
    Opportunity,
    /// A field is empty.
    Field {
        /// Its code.
        part: String,
        /// Its label.
        label: String,
    },
    /// A part is not there.
    Item {
        /// Its code.
        part: String,
        /// Its label.
        label: String,
    },
    /// Too few records of a kind.
    Record {
        /// Its code.
        part: String,
        /// Its label.
        label: String,
        /// Kept.
        have: u32,
        /// Needed.
        need: u32,
    },
    /// Combinations that no record covers.
    Uncovered {
        /// Code of the kind of record.
        part: String,
        /// Its label.
        label: String,
        /// Covered.
        have: u32,
        /// To be covered.
        need: u32,
    },
    /// Opinions that nobody settled.
    Opinion {
        /// Code of the kind of record.
        part: String,
        /// Its label.
        label: String,
        /// So many.
        open: u32,
    },
    /// The next step.
    Step {
        /// Its code.
        part: String,
        /// Its label.
        label: String,
    },
    /// The file is not accepted by an audit.
    Audit,
    /// The wait has not ended.
    Waiting,
    /// The second has an incident still.
    Incident,
    /// Others have not answered.
    Help,
    /// The customer has not agreed.
    Customer,
    /// It was not delivered.
    Delivery,
    /// The requester has not confirmed.
    Confirmation,
    /// The requester has not rated a formal support.
    Rating,
}

impl Ticket {
    /// What is missing to close it, in the order in which it would be done; empty where it may be closed, and where it has
    /// ended.
    #[must_use]
    pub fn missing(&self) -> Vec<Gap> {
        if self.state.ended() {
            return Vec::new();
        }
        let mut gaps = Vec::new();
        if self.first.is_none() {
            gaps.push(Gap::Responsible);
        }
        if self.kind.opportunity && !self.in_opportunity {
            gaps.push(Gap::Opportunity);
        }
        let fields = self.kind.fields.iter().filter(|field| field.is_missing(&self.answers, Need::Close));
        gaps.extend(fields.map(|f| Gap::Field { part: f.code.clone(), label: f.label.clone() }));
        for kind in &self.kind.records {
            let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
            let have = number(self.counting(kind).count());
            let asked = kind.when.as_ref().is_none_or(|condition| condition.holds(&self.answers));
            let left = if asked { self.uncovered(kind).len() } else { 0 };
            // What is not covered says more than that records are too few.
            if asked && left == 0 && have < kind.at_least {
                let (part, label) = (kind.code.clone(), kind.label.clone());
                gaps.push(Gap::Record { part, label, have, need: kind.at_least });
            }
            if left > 0 {
                let (part, label, need) = (kind.code.clone(), kind.label.clone(), kind.combinations().len());
                gaps.push(Gap::Uncovered { part, label, have: number(need - left), need: number(need) });
            }
            let open = number(self.unsettled(kind).count());
            if open > 0 {
                gaps.push(Gap::Opinion { part: kind.code.clone(), label: kind.label.clone(), open });
            }
        }
        let done = |code: &str| self.has_part(code);
        let items = self.kind.items.iter().filter(|item| self.asks_part(item) && !done(&item.code));
        gaps.extend(items.map(|i| Gap::Item { part: i.code.clone(), label: i.label.clone() }));
        if let Some(step) = self.kind.steps.get(self.steps) {
            gaps.push(Gap::Step { part: step.code.clone(), label: step.label.clone() });
        }
        let accepted = self.audits.last().is_some_and(|round| round.decided.is_some_and(|(_, yes)| yes));
        let waits = self.waiting().is_some();
        let delivered = matches!(self.state, TicketState::Delivered | TicketState::Confirmed);
        let customer = self.kind.acceptance == Acceptance::Customer && self.accepted_on.is_none();
        let confirmed = self.state == TicketState::Confirmed;
        for (missing, gap) in [
            (self.kind.audited && !accepted, Gap::Audit),
            (waits, Gap::Waiting),
            (self.incident().is_some(), Gap::Incident),
            (self.helps_open().next().is_some(), Gap::Help),
            (customer, Gap::Customer),
            (!delivered, Gap::Delivery),
            (!confirmed, Gap::Confirmation),
            (self.kind.formal && self.rating.is_none(), Gap::Rating),
        ] {
            if missing {
                gaps.push(gap);
            }
        }
        gaps
    }
}
