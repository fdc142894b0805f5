//! Taking an 异议单 in: each of its objections is raised, once.

use super::{ObjectionSlip, SlipObjection};
use crate::event::{Event, ObjectionRaised};
use crate::kernel::{Digest, StaffNo};
use crate::organisation::Party;
use crate::refusal::Refusal;
use crate::settlement::official::{ObjectionFacts, ObjectionState};
use crate::signing::SignatureFound;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The slip that an objection came by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SlipRecord {
    /// Digest of the file, which is kept as an attachment.
    pub file: Digest,
    /// Its number.
    pub report_no: String,
    /// Digest of the figures of the sheet that it objects to.
    pub sheet: Digest,
    /// Its intact signatures; none: it was not signed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<SignatureFound>,
}

/// An objection of the provider on record, as far as a slip may say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RaisedBefore {
    /// About whom.
    pub staff_no: Option<StaffNo>,
    /// What.
    pub text: String,
    /// Where it stands.
    pub state: ObjectionState,
    /// Figures of the sheet that it objects to, where it came by a slip.
    pub sheet: Option<Digest>,
}

impl RaisedBefore {
    /// The same words about the same person and the same figures, or typed in before the slip came and still under way.
    fn same(&self, one: &SlipObjection, sheet: Digest) -> bool {
        let figures = match self.sheet {
            Some(known) => known == sheet,
            None => self.state != ObjectionState::Settled,
        };
        figures && self.staff_no == one.staff_no && self.text == one.text
    }
}

/// How a slip came in.
#[derive(Clone, Debug)]
pub struct SlipArrival {
    /// Digest of its file.
    pub file: Digest,
    /// Its intact signatures.
    pub signatures: Vec<SignatureFound>,
    /// Whether its sheet is of this ledger, or has the figures that stand or stood here.
    pub sheet_known: bool,
    /// The provider's objections on record.
    pub before: Vec<RaisedBefore>,
    /// Entered by the client's side.
    pub on_behalf: bool,
    /// The day it came in, where that is not today: the term is kept if it came in time, however late it is entered.
    pub received_on: Option<NaiveDate>,
}

/// Raises each objection of a slip for the provider, each once: the same slip again, signed or not, does nothing. The slip
/// speaks for itself, so that whoever may object for the unit may bring it in; who did stands beside it. It must belong to
/// this ledger and come within the term.
pub fn take_slip(
    facts: &ObjectionFacts,
    slip: &ObjectionSlip,
    arrival: &SlipArrival,
    today: NaiveDate,
) -> Result<Vec<Event>, Refusal> {
    let sheet = slip.sheet.figures;
    let fresh = |one: &&SlipObjection| arrival.before.iter().all(|known| !known.same(one, sheet));
    let fresh: Vec<&SlipObjection> = slip.objections.iter().filter(fresh).collect();
    if fresh.is_empty() {
        return Ok(Vec::new());
    }
    if !arrival.sheet_known {
        return Err(Refusal::SheetOfOtherLedger { unit: slip.unit.clone(), quarter: slip.quarter });
    }
    let received_on = arrival.received_on.filter(|day| *day != today);
    let came = received_on.unwrap_or(today);
    if came > today {
        return Err(Refusal::DateInFuture { date: came, today });
    }
    // When a slip came in is for the side to say that it came to.
    if let Some(date) = received_on.filter(|_| !arrival.on_behalf) {
        return Err(Refusal::ReceivedByClient { date });
    }
    // Only a day that somebody typed: the writer's own clock may be ahead of this one.
    if let Some(date) = received_on.filter(|day| *day < slip.written_on) {
        return Err(Refusal::ReceivedBeforeWritten { date, written_on: slip.written_on });
    }
    facts.heard(came)?;
    let raised = fresh.into_iter().zip(facts.next_number()..).map(|(one, number)| {
        facts.about(one.staff_no.as_ref())?;
        Ok(Event::ObjectionRaised(ObjectionRaised {
            unit: slip.unit.clone(),
            quarter: slip.quarter,
            number,
            by: Party::Provider,
            staff_no: one.staff_no.clone(),
            text: one.text.clone(),
            on_behalf: arrival.on_behalf,
            received_on,
            slip: Some(SlipRecord {
                file: arrival.file,
                report_no: slip.number(),
                sheet,
                signatures: arrival.signatures.clone(),
            }),
        }))
    });
    raised.collect()
}
