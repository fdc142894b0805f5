//! 监控点 (PIP-18): days in the plan of a project on which it is looked at again; told beforehand, and while they wait.

use crate::form::{Answer, Answers};
use chrono::{Days, NaiveDate};

/// Code of the record.
pub const CHECKPOINT: &str = "checkpoint";

/// So many calendar days before its day a checkpoint is told of. The source names none: a week is what a meeting with the
/// supervisor can be called in.
const SOON_DAYS: u64 = 7;

/// What is told of a checkpoint that is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CheckpointTask {
    /// Its day is past.
    Overdue,
    /// Its day is near.
    Soon,
}

/// The planned day of a checkpoint that is not done; `None` of one that is.
#[must_use]
pub fn waiting_checkpoint(answers: &Answers) -> Option<NaiveDate> {
    let day = |code: &str| match answers.plain.get(code) {
        Some(Answer::Day(day)) => Some(*day),
        _ => None,
    };
    if day("doneOn").is_some() { None } else { day("due") }
}

/// The last day of checkpoints that are told of today.
#[must_use]
pub fn told_until(today: NaiveDate) -> NaiveDate {
    today + Days::new(SOON_DAYS)
}

/// What is told today of a checkpoint that waits for that day.
#[must_use]
pub fn checkpoint_task(due: NaiveDate, today: NaiveDate) -> Option<CheckpointTask> {
    if due < today {
        Some(CheckpointTask::Overdue)
    } else if due <= told_until(today) {
        Some(CheckpointTask::Soon)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_checkpoint_is_told_of_from_a_week_before_until_it_is_done() {
        let told = |due: &str| checkpoint_task(day(due), day("2026-11-20"));
        assert_eq!(told("2026-11-19"), Some(CheckpointTask::Overdue));
        assert_eq!(told("2026-11-20"), Some(CheckpointTask::Soon));
        assert_eq!(told("2026-11-27"), Some(CheckpointTask::Soon));
        assert_eq!(told("2026-11-28"), None);
        let of = |days: &[(&str, &str)]| {
            let plain = days.iter().map(|(code, on)| ((*code).to_owned(), Answer::Day(day(on))));
            let answers = Answers { plain: plain.collect::<BTreeMap<_, _>>(), ..Answers::default() };
            waiting_checkpoint(&answers)
        };
        assert_eq!(of(&[("due", "2026-11-25")]), Some(day("2026-11-25")));
        assert_eq!(of(&[("due", "2026-11-25"), ("doneOn", "2026-11-20")]), None);
        assert_eq!(of(&[]), None);
    }
}
