//! Which terms there are: data with the day from which they hold (SLA-35).

use super::Length;
use crate::event::{DeadlineRulesSet, Event};
use crate::kernel::Role;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What a term is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Anchor {
    /// A request came in.
    Received,
    /// Somebody was made responsible.
    Assigned,
    /// Others were asked for something.
    HelpAsked,
    /// A survey was planned.
    SurveyPlanned,
    /// 投标截止.
    TenderDeadline,
    /// Visitors arrive.
    VisitArrival,
    /// A contract is signed.
    ContractSigned,
    /// A procedure was put on trial.
    TrialBegun,
    /// The last visit to the client.
    LastVisit,
    /// A day agreed on with the client.
    Agreed,
    /// The client was asked how satisfied they are.
    LastSurvey,
    /// A contract ends.
    ContractEnds,
    /// A licence or certificate expires.
    Expires,
}

/// Whether a term runs from its anchor or up to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Direction {
    /// So long after it.
    After,
    /// So long before it.
    Before,
}

/// A step of escalation: who hears of it when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Escalation {
    /// So many working days after the last day.
    pub after: u32,
    /// Who.
    pub role: Role,
}

/// One term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeadlineRule {
    /// Names it, as `review`.
    pub code: String,
    /// What users call it.
    pub title: String,
    /// Where it comes from (catalogue section 7); `None` for what was added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Counted from.
    pub anchor: Anchor,
    /// After or before.
    pub direction: Direction,
    /// How long.
    pub length: Length,
    /// Due soon from so many working days before.
    pub soon: u32,
    /// Whether waiting stops it.
    pub pausable: bool,
    /// Who hears of it when the day is past, the earliest first.
    pub escalation: Vec<Escalation>,
}

/// All terms that hold from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeadlineRules {
    /// From that day; `None` for those that come with the program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The terms.
    pub rules: Vec<DeadlineRule>,
}

impl Default for DeadlineRules {
    /// Those that come with the program. Lengths that the source leaves open are ours, and carry no clause.
    fn default() -> Self {
        OWN.clone()
    }
}

static OWN: LazyLock<DeadlineRules> = LazyLock::new(|| {
    let text = include_str!("../../data/deadlines.json");
    serde_json::from_str(text).expect("the program's own terms can be read")
});

impl DeadlineRules {
    /// Terms that were set with an earlier program: those that it did not know hold as they come with this one, and where
    /// the type gives the length now, it does for these too.
    #[must_use]
    pub fn completed(mut self) -> Self {
        for own in &OWN.rules {
            match self.rules.iter_mut().find(|rule| rule.code == own.code) {
                Some(rule) if own.length == Length::ByType => rule.length = Length::ByType,
                Some(_) => {}
                None => self.rules.push(own.clone()),
            }
        }
        self
    }

    /// The term of that name.
    #[must_use]
    pub fn rule(&self, code: &str) -> Option<&DeadlineRule> {
        self.rules.iter().find(|rule| rule.code == code)
    }
}

/// Longest name of a term in characters.
const LONGEST_TITLE: u32 = 40;

/// Sets the terms that hold from a day on, with the reason; terms that the program counts itself may change and not go away,
/// and those whose length the type gives keep it so.
///
/// # Errors
/// [`Refusal::ReasonNeeded`], [`Refusal::DeadlineTwice`], [`Refusal::DeadlineMissing`], [`Refusal::DeadlineTitle`], [`Refusal::DeadlineLength`],
/// [`Refusal::DeadlineEscalation`] and [`Refusal::DeadlinesFromEarlier`].
pub fn set_deadline_rules(
    current: &DeadlineRules,
    from: NaiveDate,
    rules: Vec<DeadlineRule>,
    reason: &str,
) -> Result<Vec<Event>, Refusal> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    let own = DeadlineRules::default();
    let by_type = |code: &str| own.rule(code).is_some_and(|rule| rule.length == Length::ByType);
    if current.from.is_some_and(|known| from < known) {
        return Err(Refusal::DeadlinesFromEarlier { from: current.from.unwrap_or(from) });
    }
    let mut seen = BTreeSet::new();
    for rule in &rules {
        let named = || rule.code.clone();
        if rule.code.is_empty() || !seen.insert(&rule.code) {
            return Err(Refusal::DeadlineTwice { deadline: named() });
        }
        if rule.title.trim().is_empty() || rule.title.chars().count() > LONGEST_TITLE as usize {
            return Err(Refusal::DeadlineTitle { deadline: named(), limit: LONGEST_TITLE });
        }
        // Minutes remind of an appointment: there is nothing to count from its end.
        let minutes = matches!(rule.length, Length::Minutes(_));
        let length = (rule.length == Length::ByType) == by_type(&rule.code);
        if !length || !rule.length.fits() || (minutes && rule.direction == Direction::After) {
            return Err(Refusal::DeadlineLength { deadline: named() });
        }
        if !rule.escalation.windows(2).all(|pair| pair[0].after < pair[1].after) {
            return Err(Refusal::DeadlineEscalation { deadline: named() });
        }
    }
    if let Some(gone) = own.rules.iter().find(|rule| !seen.contains(&rule.code)) {
        return Err(Refusal::DeadlineMissing { deadline: gone.code.clone() });
    }
    let rules = DeadlineRules { from: Some(from), rules };
    if rules == *current {
        return Ok(Vec::new());
    }
    Ok(vec![Event::DeadlineRulesSet(DeadlineRulesSet { rules, reason: Some(reason.to_owned()) })])
}
