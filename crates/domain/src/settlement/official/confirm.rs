//! Both parties confirm each unit's quarter result (§7.3 经用人单位及四川全通共同确认).

use crate::event::{Event, UnitConfirmed};
use crate::kernel::{Digest, Quarter};
use crate::organisation::Party;
use crate::refusal::Refusal;
use crate::settlement::{Blocker, UnitResult};

/// What confirming needs to know of one unit's quarter.
#[derive(Debug)]
pub struct ConfirmFacts {
    /// The unit's result as it stands.
    pub result: UnitResult,
    /// What blocks it.
    pub blockers: Vec<Blocker>,
    /// Parties that have confirmed this result.
    pub confirmed: Vec<Party>,
    /// Whether the quarter is final and has no open revision.
    pub quarter_final: bool,
    /// Canonical figures of the countersigned sheet behind it, where there is one.
    pub signed: Option<String>,
}

/// Records that a party confirmed the unit's result. It binds to the figures: a later change voids it. Open months
/// or an open objection refuse, and so does a signed sheet of other figures than those that stand now. Confirming twice
/// does nothing.
pub fn confirm_unit(
    facts: &ConfirmFacts,
    quarter: Quarter,
    party: Party,
    on_behalf: bool,
    evidence: Option<Digest>,
) -> Result<Vec<Event>, Refusal> {
    let unit = facts.result.code.clone();
    if facts.quarter_final {
        return Err(Refusal::QuarterFinal { quarter });
    }
    if facts.result.exempt.is_some() {
        return Err(Refusal::UnitExempt { unit, quarter });
    }
    let figures = crate::settlement::confirmation_figures(quarter, &facts.result);
    if facts.signed.as_ref().is_some_and(|signed| *signed != figures) {
        return Err(Refusal::ReportNotOfLedger { quarter });
    }
    let gap = facts.blockers.iter().find(|b| !matches!(b, Blocker::UnitNotConfirmed { .. }));
    if let Some(blocker) = gap {
        return Err(Refusal::UnitIncomplete { unit, blocker: blocker.clone() });
    }
    if facts.confirmed.contains(&party) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::UnitConfirmed(UnitConfirmed {
        unit,
        quarter,
        party,
        on_behalf,
        evidence,
        figures: Digest::of(&[figures.as_bytes()]),
        score: facts.result.score.clone(),
    })])
}
