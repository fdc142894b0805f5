//! The watch over consecutive low quarters (§7.3; settlement-rules.md, formula 8).

use crate::kernel::{ContractNo, Quarter};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A final quarter as the watch and the trend read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FinalQuarter {
    /// Which.
    pub quarter: Quarter,
    /// Its rounded overall score, points.
    pub overall: Decimal,
    /// The contract it was settled under.
    pub contract: Option<ContractNo>,
}

/// How many adjacent calendar quarters of the same contract, ending with this one, lie below the threshold: 0 where
/// this one does not. A quarter that is not final, another contract or an unknown one breaks the run.
#[must_use]
pub fn consecutive_below(
    history: &[FinalQuarter],
    quarter: Quarter,
    overall: Decimal,
    contract: Option<&ContractNo>,
    below: Decimal,
) -> u32 {
    if overall >= below {
        return 0;
    }
    let mut count = 1;
    let mut at = quarter.previous();
    while let Some(earlier) = history.iter().find(|h| h.quarter == at) {
        if earlier.overall >= below || contract.is_none() || earlier.contract.as_ref() != contract {
            break;
        }
        count += 1;
        at = at.previous();
    }
    count
}
