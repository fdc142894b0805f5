//! Declarations that close gaps: no engineer this month, a person not assessed this month, a unit not assessed
//! this quarter (settlement-rules.md).

use super::{Expected, MonthState};
use crate::approval::{Step, second_person};
use crate::event::{Event, ExemptionApproved, ExemptionDeclared, NoEngineerDeclared, NotAssessedDeclared};
use crate::kernel::{AccountName, Actor, Digest, Month, Quarter, StaffNo, UnitCode};
use crate::refusal::Refusal;
use std::collections::BTreeSet;

/// What a declaration needs to know of one unit and month.
#[derive(Debug)]
pub struct DeclareFacts {
    /// Where the month stands.
    pub state: MonthState,
    /// Engineers on duty.
    pub expected: Vec<Expected>,
    /// Persons scored.
    pub scored: BTreeSet<StaffNo>,
    /// Persons already declared.
    pub not_assessed: BTreeSet<StaffNo>,
    /// Whether 本月无在岗人员 is declared already.
    pub no_engineer: bool,
    /// Whether the quarter is final and has no open revision.
    pub quarter_final: bool,
}

fn open(facts: &DeclareFacts, unit: &UnitCode, month: Month, reason: &str) -> Result<String, Refusal> {
    if facts.quarter_final {
        return Err(Refusal::QuarterFinal { quarter: month.quarter() });
    }
    if facts.state == MonthState::Closed {
        return Err(Refusal::MonthClosed { unit: unit.clone(), month });
    }
    let reason = reason.trim();
    if reason.is_empty() { Err(Refusal::ReasonNeeded) } else { Ok(reason.to_owned()) }
}

/// 本月无在岗人员: refused while somebody was on duty.
pub fn declare_no_engineer(
    facts: &DeclareFacts,
    unit: &UnitCode,
    month: Month,
    reason: &str,
) -> Result<Vec<Event>, Refusal> {
    let reason = open(facts, unit, month, reason)?;
    if let Some(person) = facts.expected.iter().find(|e| e.due) {
        return Err(Refusal::EngineerOnDuty { unit: unit.clone(), staff_no: person.staff_no.clone() });
    }
    if facts.no_engineer {
        return Ok(Vec::new());
    }
    Ok(vec![Event::NoEngineerDeclared(NoEngineerDeclared { unit: unit.clone(), month, reason })])
}

/// 本月不评分: on duty on paper but away the whole month; leaves that month's head count.
pub fn declare_not_assessed(
    facts: &DeclareFacts,
    unit: &UnitCode,
    month: Month,
    staff_no: &StaffNo,
    reason: &str,
) -> Result<Vec<Event>, Refusal> {
    let reason = open(facts, unit, month, reason)?;
    if !facts.expected.iter().any(|e| e.staff_no == *staff_no) {
        return Err(Refusal::NotOnDuty { staff_no: staff_no.clone(), unit: unit.clone(), month });
    }
    if facts.scored.contains(staff_no) {
        return Err(Refusal::PersonScored { staff_no: staff_no.clone(), month });
    }
    if facts.not_assessed.contains(staff_no) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::NotAssessedDeclared(NotAssessedDeclared {
        unit: unit.clone(),
        month,
        staff_no: staff_no.clone(),
        reason,
    })])
}

/// A declaration 不纳入考核 on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exemption {
    /// Who declared it.
    pub declared_by: AccountName,
    /// Why.
    pub reason: String,
    /// The paper behind it.
    pub attachment: Option<Digest>,
    /// Whether it counts: a second person agreed where one was asked for.
    pub approved: bool,
}

/// What an exemption needs to know of one unit and quarter.
#[derive(Debug)]
pub struct ExemptFacts {
    /// Somebody who was on duty in the quarter and not declared away (本月不评分) in that month.
    pub on_duty: Option<StaffNo>,
    /// What is declared already.
    pub known: Option<Exemption>,
    /// Whether the quarter is final and has no open revision.
    pub quarter_final: bool,
    /// Whether two-person work is on.
    pub two_person: bool,
}

/// 不纳入考核: refused while any engineer was on duty in the quarter, since leaving out one low unit could buy a
/// band. It needs a reason and the paper behind it (settlement-rules.md, row "a unit with no engineer in the whole
/// quarter"). With two-person work on it awaits a second person; with it off, one person's declaration is approved at
/// once. The same declaration again does nothing; another replaces it.
pub fn declare_exempt(
    facts: &ExemptFacts,
    unit: &UnitCode,
    quarter: Quarter,
    reason: &str,
    attachment: Option<Digest>,
) -> Result<Vec<Event>, Refusal> {
    if facts.quarter_final {
        return Err(Refusal::QuarterFinal { quarter });
    }
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    if let Some(staff_no) = &facts.on_duty {
        return Err(Refusal::EngineerOnDuty { unit: unit.clone(), staff_no: staff_no.clone() });
    }
    if attachment.is_none() {
        return Err(Refusal::AttachmentNeeded);
    }
    let same = |known: &&Exemption| known.reason == reason && known.attachment == attachment;
    let again = facts.known.as_ref().filter(same);
    let mut events = Vec::new();
    if again.is_none() {
        events.push(Event::ExemptionDeclared(ExemptionDeclared {
            unit: unit.clone(),
            quarter,
            reason: reason.to_owned(),
            attachment,
        }));
    }
    if !facts.two_person && !again.is_some_and(|known| known.approved) {
        events.push(Event::ExemptionApproved(ExemptionApproved { unit: unit.clone(), quarter }));
    }
    Ok(events)
}

/// The second person's agreement to an exemption; agreed once, it stays.
pub fn approve_exemption(
    facts: &ExemptFacts,
    unit: &UnitCode,
    quarter: Quarter,
    actor: &Actor,
) -> Result<Vec<Event>, Refusal> {
    if facts.quarter_final {
        return Err(Refusal::QuarterFinal { quarter });
    }
    let Some(known) = &facts.known else {
        return Err(Refusal::NoExemption { unit: unit.clone(), quarter });
    };
    if known.approved {
        return Ok(Vec::new());
    }
    second_person([&known.declared_by].into_iter(), Step::Approve, actor, facts.two_person)?;
    Ok(vec![Event::ExemptionApproved(ExemptionApproved { unit: unit.clone(), quarter })])
}
