//! A person's case against one level: opened when the probation is over, decided by reviewers (§6.4).

use super::gate::{Gate, GateResult, Verdict};
use super::standard::Standard;
use crate::approval::{Step, second_person};
use crate::event::{CaseDecided, CaseOpened, CaseWithdrawn, Event};
use crate::kernel::{AccountName, Actor, Digest, StaffNo};
use crate::people::{Membership, Probation};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What follows a failed certification; the source leaves it open (catalogue AMB-14), so that it is chosen and recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum AfterFailing {
    /// 培训后再认证.
    Retrain,
    /// 要求更换.
    Replace,
}

/// What the reviewers decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Decision {
    /// 通过: the level holds from that day.
    Passed {
        /// 生效日期.
        valid_from: NaiveDate,
        /// 破格: why although a gate is not met.
        exception: Option<String>,
    },
    /// 不通过.
    Failed {
        /// Why.
        reason: String,
        /// What follows.
        then: AfterFailing,
    },
}

/// A case on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseState {
    /// 工号.
    pub staff_no: StaffNo,
    /// 1, 2, … of that person.
    pub number: u32,
    /// The level applied for.
    pub level: u32,
    /// Version of the standard it is judged by.
    pub standard: u32,
    /// Opened on.
    pub opened_on: NaiveDate,
    /// Opened by.
    pub opened_by: AccountName,
    /// Neither decided nor withdrawn.
    pub open: bool,
}

impl CaseState {
    pub(super) fn require_open(&self) -> Result<(), Refusal> {
        if self.open { Ok(()) } else { Err(Refusal::NoOpenCase { staff_no: self.staff_no.clone() }) }
    }
}

/// A level that somebody was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certified {
    /// Which.
    pub level: u32,
    /// 生效日期.
    pub valid_from: NaiveDate,
    /// By which case.
    pub number: u32,
}

/// The level held on a day: of those that hold by then, the one given last.
#[must_use]
pub fn level_held(history: &[Certified], today: NaiveDate) -> Option<&Certified> {
    history
        .iter()
        .filter(|given| given.valid_from <= today)
        .max_by_key(|given| (given.valid_from, given.number))
}

/// Whether somebody's certification is due: on duty, probation over, never certified, and no case open (§6.4). After
/// failing, a new case is opened by decision, not by itself.
#[must_use]
pub fn certification_due(
    stays: &[Membership],
    probation: Probation,
    cases: &[CaseState],
    today: NaiveDate,
) -> bool {
    stays.iter().any(|stay| stay.covers(today)) && probation.to < today && cases.is_empty()
}

/// What opening needs to know.
#[derive(Clone, Debug)]
pub struct OpenFacts<'a> {
    /// All stays of the person.
    pub stays: &'a [Membership],
    /// Their probation.
    pub probation: Option<Probation>,
    /// Their cases so far.
    pub cases: &'a [CaseState],
    /// Levels given so far.
    pub history: &'a [Certified],
    /// The standard in force.
    pub standard: &'a Standard,
    /// The day.
    pub today: NaiveDate,
}

/// Opens a case against a level, for somebody on duty whose probation is over; one at a time.
pub fn open_case(facts: &OpenFacts<'_>, staff_no: &StaffNo, level: u32) -> Result<Vec<Event>, Refusal> {
    let staff_no = staff_no.clone();
    let Some(probation) = facts.probation.filter(|_| !facts.stays.is_empty()) else {
        return Err(Refusal::UnknownEngineer { staff_no });
    };
    if !facts.stays.iter().any(|stay| stay.covers(facts.today)) {
        return Err(Refusal::NotServing { staff_no });
    }
    if probation.to >= facts.today {
        return Err(Refusal::OnProbation { staff_no, until: probation.to });
    }
    if let Some(open) = facts.cases.iter().find(|case| case.open) {
        return Err(Refusal::CaseOpen { staff_no, level: open.level });
    }
    facts.standard.level(level)?;
    if let Some(held) = facts.history.iter().filter(|given| given.level >= level).max_by_key(|g| g.level) {
        return Err(Refusal::LevelHeld { staff_no, level: held.level });
    }
    let number = facts.cases.iter().map(|case| case.number).max().unwrap_or(0) + 1;
    let (standard, on) = (facts.standard.version, facts.today);
    Ok(vec![Event::CaseOpened(CaseOpened { staff_no, number, level, standard, on })])
}

/// Takes an open case back, with the reason.
pub fn withdraw_case(case: &CaseState, reason: &str) -> Result<Vec<Event>, Refusal> {
    case.require_open()?;
    if reason.trim().is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    let (staff_no, number) = (case.staff_no.clone(), case.number);
    Ok(vec![Event::CaseWithdrawn(CaseWithdrawn { staff_no, number, reason: reason.trim().to_owned() })])
}

/// What deciding needs to know.
#[derive(Clone, Debug)]
pub struct DecideFacts<'a> {
    /// The case.
    pub case: &'a CaseState,
    /// Its gates as they stand.
    pub gates: Vec<GateResult>,
    /// Whether two-person work is on: whoever opened a case does not decide it.
    pub two_person: bool,
    /// 评定人; salted digest of the name.
    pub evaluator: Digest,
    /// Entered for the evaluator by somebody else (代录).
    pub on_behalf: bool,
    /// What a 代录 rests on, as a 快文号.
    pub basis: Option<String>,
    /// The paper behind it.
    pub paper: Option<Digest>,
}

/// Decides a case. Passing needs every gate judged; one that is not met needs a reason to pass all the same (破格).
/// Failing says why and what follows.
pub fn decide_case(facts: DecideFacts<'_>, decision: Decision, actor: &Actor) -> Result<Vec<Event>, Refusal> {
    let case = facts.case;
    case.require_open()?;
    second_person([&case.opened_by].into_iter(), Step::Approve, actor, facts.two_person)?;
    let basis = facts.basis.map(|basis| basis.trim().to_owned()).filter(|basis| !basis.is_empty());
    if facts.on_behalf && basis.is_none() && facts.paper.is_none() {
        return Err(Refusal::BasisNeeded);
    }
    let stand = |verdict: Verdict| -> Vec<Gate> {
        facts.gates.iter().filter(|gate| gate.verdict == verdict).map(|gate| gate.gate).collect()
    };
    let decision = match decision {
        Decision::Passed { valid_from, exception } => {
            let exception = exception.map(|why| why.trim().to_owned()).filter(|why| !why.is_empty());
            let (unproven, unmet) = (stand(Verdict::NeedsProof), stand(Verdict::NotMet));
            if !unproven.is_empty() {
                return Err(Refusal::GatesUnproven { gates: unproven });
            }
            if !unmet.is_empty() && exception.is_none() {
                return Err(Refusal::GatesUnmet { gates: unmet });
            }
            if valid_from < case.opened_on {
                return Err(Refusal::DatesReversed { from: case.opened_on, to: valid_from });
            }
            Decision::Passed { valid_from, exception: exception.filter(|_| !unmet.is_empty()) }
        }
        Decision::Failed { reason, then } => {
            if reason.trim().is_empty() {
                return Err(Refusal::ReasonNeeded);
            }
            Decision::Failed { reason: reason.trim().to_owned(), then }
        }
    };
    Ok(vec![Event::CaseDecided(CaseDecided {
        staff_no: case.staff_no.clone(),
        number: case.number,
        level: case.level,
        decision,
        gates: facts.gates,
        evaluator: facts.evaluator,
        on_behalf: facts.on_behalf,
        basis,
        paper: facts.paper,
    })])
}

/// Canonical figures of a decided case, for the check code of the paper about it: what the journal holds of the decision, so
/// that they stay the same when names are erased.
#[must_use]
pub fn certificate_figures(decided: &CaseDecided) -> String {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Figures<'a> {
        kind: &'static str,
        staff_no: &'a StaffNo,
        number: u32,
        level: u32,
        decision: &'a Decision,
        gates: &'a [GateResult],
    }
    let CaseDecided { staff_no, number, level, decision, gates, .. } = decided;
    let figures =
        Figures { kind: "certification", staff_no, number: *number, level: *level, decision, gates };
    serde_json::to_string(&figures).expect("figures hold text keys only")
}
