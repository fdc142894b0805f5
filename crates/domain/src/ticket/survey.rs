//! A survey's report (SUR-06): from which records it is made, and when it can be.

use super::{SURVEY_PLAN, SURVEY_REPORT, Ticket};
use crate::refusal::Refusal;

/// Code of the kind of record that holds an interview.
pub const INTERVIEW: &str = "interview";
/// Code of the part that says which solution and demonstration documents a change of demand touches (SUR-08).
pub const AFFECTED: &str = "affected";

impl Ticket {
    /// Refuses where there is nothing to report yet.
    ///
    /// # Errors
    /// [`Refusal::NoSurvey`], [`Refusal::SurveyUnplanned`].
    pub fn check_survey(&self) -> Result<(), Refusal> {
        let asked = self.kind.item(SURVEY_REPORT).is_some_and(|item| self.asks_part(item));
        if !asked {
            return Err(Refusal::NoSurvey { ticket: self.no.clone() });
        }
        let kept = |code: &str| self.records.iter().any(|row| row.kind == code && !row.struck);
        if !kept(SURVEY_PLAN) || !kept(INTERVIEW) {
            return Err(Refusal::SurveyUnplanned { ticket: self.no.clone() });
        }
        Ok(())
    }
}
