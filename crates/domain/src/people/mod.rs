//! Engineers (售前支撑人员) and their dated membership of units.

mod membership;
mod rule;

pub use membership::{Membership, on_duty_days};
pub use rule::{EngineerRow, PeopleFacts, Probation, REPLACEMENT_BELOW, import_people, may_ask_replacement};

#[cfg(test)]
mod tests;
