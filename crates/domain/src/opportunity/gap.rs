//! What is missing for the next stage, always on show.

use super::{Opportunity, Outcome, Stage, stages};
use crate::form::Need;
use serde::Serialize;

/// Something that is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "camelCase")]
pub enum StageGap {
    /// A field is empty.
    Field {
        /// Of which stage.
        stage: Stage,
        /// Its code.
        part: String,
        /// Its label.
        label: String,
    },
    /// Too few records of a kind.
    Record {
        /// Of which stage.
        stage: Stage,
        /// Its code.
        part: String,
        /// Its label.
        label: String,
        /// Kept.
        have: u32,
        /// Needed.
        need: u32,
    },
    /// 商机来源 is not named (PIP-05).
    Source,
    /// 预计金额 is not estimated (PIP-01).
    Amount,
    /// No engineer is responsible.
    Engineer,
    /// Won, and not handed over to delivery (PIP-13).
    Handover,
}

impl StageGap {
    /// Which stage asks for it; what it is asked for from the beginning belongs to the first.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match self {
            Self::Field { stage, .. } | Self::Record { stage, .. } => *stage,
            Self::Source | Self::Amount | Self::Engineer => Stage::Collection,
            Self::Handover => Stage::Closing,
        }
    }
}

/// Fields without which nothing is a success: 商机 is entered in the ICT system (TKT-04, a duty of the 办法 itself).
const WITHOUT_FAIL: [&str; 2] = ["ictEnteredOn", "ictNo"];

impl Opportunity {
    /// What is missing up to that stage, itself among it, in the order of the stages.
    fn missing_up_to(&self, last: Stage) -> Vec<StageGap> {
        let mut gaps = Vec::new();
        for (missing, gap) in [
            (self.basics.source.is_none(), StageGap::Source),
            (self.basics.amount.is_none(), StageGap::Amount),
            (self.basics.engineer.is_none(), StageGap::Engineer),
        ] {
            if missing {
                gaps.push(gap);
            }
        }
        for needs in stages().iter().filter(|needs| needs.stage <= last) {
            let stage = needs.stage;
            let fields = needs.fields.iter().filter(|field| field.is_missing(&self.answers, Need::Close));
            gaps.extend(fields.map(|f| StageGap::Field {
                stage,
                part: f.code.clone(),
                label: f.label.clone(),
            }));
            for kind in &needs.records {
                let kept = self.records.iter().filter(|row| row.kind == kind.code && !row.struck).count();
                let have = u32::try_from(kept).unwrap_or(u32::MAX);
                let asked = kind.when.as_ref().is_none_or(|condition| condition.holds(&self.answers));
                if asked && have < kind.at_least {
                    let (part, label) = (kind.code.clone(), kind.label.clone());
                    gaps.push(StageGap::Record { stage, part, label, have, need: kind.at_least });
                }
            }
        }
        gaps
    }

    /// What is missing: for the next stage while it is open, what earlier stages were left without among it; the handover where
    /// it is won; else nothing.
    #[must_use]
    pub fn missing(&self) -> Vec<StageGap> {
        if self.voided {
            return Vec::new();
        }
        match self.concluded {
            None => self.missing_up_to(self.stage),
            Some(end) if end.outcome == Outcome::Won && self.handed_over_on.is_none() => {
                vec![StageGap::Handover]
            }
            Some(_) => Vec::new(),
        }
    }

    /// What is missing of the stage in which it is.
    pub(super) fn missing_here(&self) -> Vec<StageGap> {
        self.missing().into_iter().filter(|gap| gap.stage() == self.stage).collect()
    }

    /// What is missing for any success, whatever reason there may be.
    pub(super) fn missing_to_win(&self) -> Vec<StageGap> {
        let without_fail = |gap: &StageGap| match gap {
            StageGap::Field { part, .. } => WITHOUT_FAIL.contains(&part.as_str()),
            StageGap::Source | StageGap::Engineer => true,
            _ => false,
        };
        self.missing_up_to(Stage::Collection).into_iter().filter(without_fail).collect()
    }
}
