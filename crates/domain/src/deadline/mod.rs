//! Deadlines (时限; catalogue section 7, SLA-01…SLA-36): how long something may take, when waiting stops the count, what
//! was agreed anew, and who hears of it when the day is past.
//!
//! A term is counted in days, never in hours: what must be done by a day may be done on the whole of it. Start reading at
//! [`Clock`], which can explain every day that it counted.

mod clock;
mod reckoning;
mod rule;
mod standing;
mod term;

pub use clock::{Clock, ClockDay, DayCounted, Pause};
pub use reckoning::Reckoning;
pub use rule::{Anchor, DeadlineRule, DeadlineRules, Direction, Escalation, set_deadline_rules};
pub use standing::{Lateness, Standing, done_in_time, escalated, standing};
pub use term::{LONGEST_TERM, Length, reminder};

#[cfg(test)]
mod tests;
