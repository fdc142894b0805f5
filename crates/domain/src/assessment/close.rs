//! Closing a unit's month (编制 → 审核) and reopening it with a reason.

use super::{Assessment, Expected, MonthState, Submitted};
use crate::approval::{Step, second_person};
use crate::event::{ConfirmationVoided, Event, MonthClosed, MonthReopened};
use crate::kernel::{AccountName, Actor, Month, Score, StaffNo, UnitCode};
use crate::organisation::Party;
use crate::refusal::Refusal;
use crate::rulebook::Rubric;
use crate::work::{WorkMonth, computed};
use std::collections::{BTreeMap, BTreeSet};

/// What closing needs to know of one unit and month.
#[derive(Debug)]
pub struct CloseFacts {
    /// Where the month stands.
    pub state: MonthState,
    /// Engineers on duty.
    pub expected: Vec<Expected>,
    /// Scores on record.
    pub submitted: Vec<Submitted>,
    /// Persons declared 本月不评分.
    pub not_assessed: BTreeSet<StaffNo>,
    /// Who declared them, or 本月无在岗人员.
    pub declared_by: BTreeSet<AccountName>,
    /// Whether 本月无在岗人员 was declared.
    pub no_engineer: bool,
    /// Whether the quarter is final and has no open revision.
    pub quarter_final: bool,
    /// Confirmations of the unit's quarter on record.
    pub confirmed: Vec<Party>,
    /// Whether two-person work is on.
    pub two_person: bool,
    /// The rubric in force in the month.
    pub rubric: Rubric,
    /// What the month's tickets say of everybody, where the rubric computes items from them.
    pub work: BTreeMap<StaffNo, WorkMonth>,
    /// Whether the month lies in the future: it cannot be closed yet; the current one can.
    pub in_future: bool,
}

impl CloseFacts {
    /// Engineers whose score is due and neither given nor declared away.
    #[must_use]
    pub fn missing(&self) -> Vec<StaffNo> {
        self.expected
            .iter()
            .filter(|e| e.due && !self.not_assessed.contains(&e.staff_no))
            .filter(|e| !self.submitted.iter().any(|s| s.assessment.staff_no == e.staff_no))
            .map(|e| e.staff_no.clone())
            .collect()
    }

    /// Whether what the rubric makes of the month's tickets is still what the score was submitted with. A total has no items,
    /// and what was scored by another version of the rubric is not held against this one.
    #[must_use]
    pub fn changed(&self, submitted: &Submitted) -> bool {
        let Assessment { staff_no, items, rubric, .. } = &submitted.assessment;
        if items.is_empty() || *rubric != self.rubric.version {
            return false;
        }
        let none = WorkMonth::default();
        let work = self.work.get(staff_no).unwrap_or(&none);
        self.rubric.items.iter().filter(|item| item.work.is_some()).any(|item| {
            let kept =
                items.iter().find(|kept| kept.code == item.code).and_then(|kept| kept.computed.as_ref());
            computed(item, work).as_ref() != kept
        })
    }
}

/// Closes the month: everybody due is scored or declared, what was computed from tickets still
/// holds, and the reviewer is a second person where asked.
/// A closed month does nothing.
pub fn close_month(
    facts: &CloseFacts,
    unit: &UnitCode,
    month: Month,
    actor: &Actor,
) -> Result<Vec<Event>, Refusal> {
    if facts.state == MonthState::Closed {
        return Ok(Vec::new());
    }
    if facts.in_future {
        return Err(Refusal::MonthNotOver { month });
    }
    if facts.quarter_final {
        return Err(Refusal::QuarterFinal { quarter: month.quarter() });
    }
    let missing = facts.missing();
    if !missing.is_empty() {
        return Err(Refusal::PersonsNotScored { unit: unit.clone(), month, staff_nos: missing });
    }
    // Somebody below `min_days` is not assessed: the month of such persons alone wants the declaration too.
    let assessable = facts.expected.iter().any(|e| e.due) || !facts.not_assessed.is_empty();
    if !assessable && !facts.no_engineer {
        return Err(Refusal::MonthWithoutScores { unit: unit.clone(), month });
    }
    let changed: Vec<StaffNo> = facts
        .submitted
        .iter()
        .filter(|submitted| facts.changed(submitted))
        .map(|submitted| submitted.assessment.staff_no.clone())
        .collect();
    if !changed.is_empty() {
        return Err(Refusal::ComputedChanged { unit: unit.clone(), month, staff_nos: changed });
    }
    let prepared_by: BTreeSet<&AccountName> =
        facts.submitted.iter().map(|s| &s.account).chain(&facts.declared_by).collect();
    second_person(prepared_by.iter().copied(), Step::Review, actor, facts.two_person)?;
    Ok(vec![Event::MonthClosed(MonthClosed {
        unit: unit.clone(),
        month,
        prepared_by: prepared_by.into_iter().cloned().collect(),
        headcount: facts.submitted.len() as u32,
        mean: Score::mean(facts.submitted.iter().map(|s| s.assessment.score)),
    })])
}

/// Reopens a closed month (退回修改); confirmations of the unit's quarter lose their force (catalogue ASM-11).
/// An open month with submitted scores may be reopened too, so that a wrong score can be mended.
pub fn reopen_month(
    facts: &CloseFacts,
    unit: &UnitCode,
    month: Month,
    reason: &str,
) -> Result<Vec<Event>, Refusal> {
    if reason.trim().is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    if facts.quarter_final {
        return Err(Refusal::QuarterFinal { quarter: month.quarter() });
    }
    if facts.state == MonthState::Reopened {
        return Ok(Vec::new());
    }
    if facts.state == MonthState::Open && facts.submitted.is_empty() {
        return Err(Refusal::NothingToReopen { unit: unit.clone(), month });
    }
    let mut events = vec![Event::MonthReopened(MonthReopened {
        unit: unit.clone(),
        month,
        reason: reason.trim().to_owned(),
    })];
    events.extend(facts.confirmed.iter().map(|party| {
        Event::ConfirmationVoided(ConfirmationVoided {
            unit: unit.clone(),
            quarter: month.quarter(),
            party: *party,
        })
    }));
    Ok(events)
}
