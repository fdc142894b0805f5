//! What a month's tickets say of an engineer: evidence beside the scores, and the points of rubric items that the province has
//! computed from it (ASS-16, TKT-61; issue item "rating feeding the month").
//!
//! What ended counts for the month of the day on which it ended, for whoever answered for it then. Start reading at
//! [`work_months`], then [`WorkRule::points`].

mod computed;
mod month;
mod rule;

pub use computed::{Computed, Piece, computed, pieces};
pub use month::{EndedTicket, PieceOfWork, ReturnedIncident, WorkMonth, work_months};
pub use rule::{Measure, RuleUnfit, WorkRule};

#[cfg(test)]
mod tests;
