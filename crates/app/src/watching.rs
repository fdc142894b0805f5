//! Whoever waits for a long job: told how far it has come, asked whether to go on.

use crate::error::AppError;
use ledger::{LedgerError, Progress, Stage};

/// Told how far a long job has come; the answer `false` cancels it.
pub type Watch = Box<dyn FnMut(Progress) -> bool + Send>;

/// Most times that a stage is told of, so that telling never costs more than the work.
const TOLD: usize = 200;

/// Tells the watch of the program.
pub(crate) struct Watching(Watch);

impl Default for Watching {
    /// Nobody waits: every job goes on.
    fn default() -> Self {
        Self(Box::new(|_| true))
    }
}

impl From<Watch> for Watching {
    fn from(watch: Watch) -> Self {
        Self(watch)
    }
}

impl Watching {
    /// The watch itself, for jobs that tell it on their own.
    pub fn watch(&mut self) -> &mut dyn FnMut(Progress) -> bool {
        &mut self.0
    }

    /// Whether to go on now that so much of the stage is done. Asks the watch only now and then, and at the stage's
    /// two ends.
    pub fn goes_on(&mut self, stage: Stage, done: usize, total: usize) -> bool {
        let worth_telling = done.is_multiple_of(total.div_ceil(TOLD).max(1)) || done >= total;
        !worth_telling || (self.0)(Progress { stage, done: done as u64, total: total as u64 })
    }

    /// As [`goes_on`](Self::goes_on); a watch that says no is the refusal `cancelled`.
    pub fn tell(&mut self, stage: Stage, done: usize, total: usize) -> Result<(), AppError> {
        if self.goes_on(stage, done, total) { Ok(()) } else { Err(LedgerError::Cancelled.into()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};

    #[test]
    fn a_stage_is_told_at_its_ends_and_now_and_then() {
        for total in [0, 1, 7, 200, 201, 10_000] {
            let told = Arc::new(Mutex::new(Vec::new()));
            let heard = Arc::clone(&told);
            let watch: Watch = Box::new(move |p| {
                heard.lock().unwrap().push(p.done);
                true
            });
            let mut watching = Watching::from(watch);
            for done in 0..=total {
                watching.tell(Stage::Rows, done, total).unwrap();
            }
            let told = told.lock().unwrap();
            assert_eq!((told.first(), told.last()), (Some(&0), Some(&(total as u64))), "{total}");
            assert!(told.len() <= TOLD + 2, "{total}: {}", told.len());
        }
    }

    #[test]
    fn a_watch_that_says_no_is_the_refusal() {
        let mut watching = Watching::from(Box::new(|p: Progress| p.done < 2) as Watch);
        assert_eq!(watching.tell(Stage::Record, 1, 3), Ok(()));
        let error = watching.tell(Stage::Record, 2, 3).unwrap_err();
        assert_eq!(error.code, "cancelled");
    }
}
