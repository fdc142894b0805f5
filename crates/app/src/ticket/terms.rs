//! The terms that are counted: as they hold, and set anew from a day on.

use crate::error::AppError;
use crate::parse;
use crate::session::{App, Receipt};
use domain::deadline::DeadlineRule;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Lists the terms that hold, and those that will.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DeadlineTerms {}

/// How long a term is, one of these.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub enum TermLength {
    /// 工作日.
    WorkingDays(u32),
    /// 自然日.
    Days(u32),
    /// Calendar months.
    Months(u32),
    /// Minutes before an appointment.
    Minutes(u32),
    /// As the type of what is done says.
    ByType,
}

/// Who hears of it when.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct EscalationBody {
    /// Working days after the last day.
    pub after: u32,
    /// Role.
    pub role: String,
}

/// A term.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DeadlineRuleBody {
    /// Names it.
    pub code: String,
    /// What users call it.
    pub title: String,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub clause: Option<String>,
    /// Counted from: `received`, `assigned`, `helpAsked`, `surveyPlanned`, `tenderDeadline`, `visitArrival`, `contractSigned`, `trialBegun`, `lastVisit`, `agreed`, `lastSurvey`, `contractEnds` or `expires`.
    pub anchor: String,
    /// `after` or `before`.
    pub direction: String,
    /// How long.
    pub length: TermLength,
    /// Due soon from so many working days before.
    pub soon: u32,
    /// Whether waiting stops it.
    pub pausable: bool,
    /// Who hears of it when the day is past.
    pub escalation: Vec<EscalationBody>,
}

/// The terms in force, and those that will be.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DeadlineRulesView {
    /// In force today.
    pub rules: Vec<DeadlineRuleBody>,
    /// Since that day; absent for those that come with the program.
    pub from: Option<String>,
    /// Those that will hold, where others are set.
    pub next: Option<Vec<DeadlineRuleBody>>,
    /// From that day.
    pub next_from: Option<String>,
}

/// Sets the terms that hold from a day on.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SetDeadlineTerms {
    /// From that day.
    pub from: String,
    /// All of them.
    pub rules: Vec<DeadlineRuleBody>,
    /// Why.
    pub reason: String,
}

fn bodies(rules: &[DeadlineRule]) -> Result<Vec<DeadlineRuleBody>, AppError> {
    super::types::same_shape(&rules)
}

/// `deadlineTerms`.
pub fn terms(app: &mut App, _: DeadlineTerms) -> Result<DeadlineRulesView, AppError> {
    let today = app.today()?;
    let conn = app.conn()?;
    let rules = ledger::ticket::facts::rules(conn, today)?;
    let last = ledger::ticket::facts::last_rules(conn)?;
    let later = last.from.is_some_and(|from| from > today);
    Ok(DeadlineRulesView {
        rules: bodies(&rules.rules)?,
        from: rules.from.map(|day| day.to_string()),
        next: if later { Some(bodies(&last.rules)?) } else { None },
        next_from: last.from.filter(|_| later).map(|day| day.to_string()),
    })
}

/// `setDeadlineTerms`.
pub fn set_terms(app: &mut App, request: SetDeadlineTerms) -> Result<Receipt, AppError> {
    let from = parse::date(&request.from)?;
    let rules: Vec<DeadlineRule> = super::types::same_shape(&request.rules)?;
    app.decide(|tx, _| {
        let current = ledger::ticket::facts::last_rules(tx.conn())?;
        Ok(domain::deadline::set_deadline_rules(&current, from, rules, &request.reason)?)
    })
}
