//! What lets a unit ask for a replacement besides a low score in probation: a decision that says so. §6.4 names the score
//! alone and leaves open what follows a failed certification (AMB-14); there and for a violation (INC-05) people decide, and
//! what they decided can be done (CER-06).

use super::{Dossier, REPLACEMENT_BELOW, Replacement, Stay};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A decision that asks for a replacement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "camelCase")]
pub enum Ground {
    /// 认证不通过, to be followed by a replacement.
    Certification {
        /// The person's case.
        number: u32,
    },
    /// A violation (泄密 among them) whose decision asks for a replacement.
    Violation {
        /// The line among the person's awards and violations.
        number: u32,
    },
}

/// Such a decision with its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecidedGround {
    /// Which.
    pub ground: Ground,
    /// Decided on.
    pub on: NaiveDate,
}

impl Dossier {
    /// Decisions taken during a stay that ask for a replacement.
    pub fn decided_in<'a>(&'a self, stay: &'a Stay) -> impl Iterator<Item = Ground> + 'a {
        self.decided.iter().filter(|decided| stay.membership.covers(decided.on)).map(|decided| decided.ground)
    }

    /// Whether a replacement may be asked for today, and of which stay: the person is on duty, no request of that stay is on
    /// its way or done, and a score in probation is low enough or a decision taken during the stay asks for it.
    ///
    /// # Errors
    /// [`Refusal::NotThereOn`], [`Refusal::ReplacementOpen`], [`Refusal::NoReplacementGround`].
    pub fn may_request(&self, today: NaiveDate) -> Result<&Stay, Refusal> {
        let staff_no = self.staff_no.clone();
        let Some(stay) = self.stay_on(today) else {
            return Err(Refusal::NotThereOn { staff_no, date: today });
        };
        let (unit, arrived_on) = (&stay.membership.unit, stay.membership.arrived_on);
        let known = self.replacements.iter().find(|r| r.arrived_on == arrived_on && r.withdrawn.is_none());
        if let Some(known) = known {
            return Err(Refusal::ReplacementOpen { staff_no, number: known.number });
        }
        if self.grounds(unit).next().is_none() && self.decided_in(stay).next().is_none() {
            let unit = unit.clone();
            return Err(Refusal::NoReplacementGround { staff_no, unit, points: REPLACEMENT_BELOW });
        }
        Ok(stay)
    }

    /// The request that followed a decision, unless it was taken back.
    #[must_use]
    pub fn requested_for(&self, ground: Ground) -> Option<&Replacement> {
        let rests = |request: &&Replacement| {
            request.withdrawn.is_none() && request.evidence.decisions.contains(&ground)
        };
        self.replacements.iter().rfind(rests)
    }
}
