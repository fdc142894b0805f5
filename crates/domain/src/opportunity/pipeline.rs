//! The board (看板): what stands in each stage, and for how long.

use super::register::first_contact;
use super::{Opportunity, Stage};
use crate::kernel::Yuan;
use chrono::NaiveDate;

/// A column of the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its stage.
    pub stage: Stage,
    /// Opportunities in it.
    pub count: u32,
    /// Their 预计金额 together, yuan.
    pub amount: Yuan,
    /// Those among them of which no amount is known.
    pub unpriced: u32,
}

/// The six columns of open opportunities, each given by its stage and 预计金额.
#[must_use]
pub fn columns(open: &[(Stage, Option<Yuan>)]) -> [Column; 6] {
    Stage::ALL.map(|stage| {
        let here = || open.iter().filter(move |(of, _)| *of == stage).map(|(_, amount)| *amount);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Column {
            stage,
            count: count(here().count()),
            amount: here().flatten().sum(),
            unpriced: count(here().filter(Option::is_none).count()),
        }
    })
}

/// Whole days since then; 0 on the day itself.
#[must_use]
pub fn age(since: NaiveDate, today: NaiveDate) -> u32 {
    u32::try_from((today - since).num_days()).unwrap_or(0)
}

impl Opportunity {
    /// Whole days from 线索 to the first contact (PIP-30); `None` until there was one.
    #[must_use]
    pub fn response(&self) -> Option<u32> {
        first_contact(&self.answers).map(|on| age(self.found_on, on))
    }
}
