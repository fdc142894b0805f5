//! Awards, counselling, and violations with what was decided about them: warnings up to dismissal, a leaker's case among
//! them (catalogue INC-03…INC-05, INC-08). Entered with evidence, withdrawn with a reason, never deleted.

use crate::event::{AwardGiven, ConductWithdrawn, Event, ViolationDecided, ViolationFound};
use crate::kernel::{Digest, StaffNo};
use crate::people::{DecidedGround, Ground};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What somebody is given or told besides sanctions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Award {
    /// 表扬、奖励.
    Commendation,
    /// 学习奖励: for taking part in training.
    Learning,
    /// 约谈: an interview with somebody who does poorly.
    Interview,
}

/// What somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Violation {
    /// 违反制度.
    Rules,
    /// 泄密: told what is confidential (§6.6; catalogue SEC-01).
    Leak,
    /// 损害客户利益.
    ClientHarm,
    /// 虚假承诺 to a client.
    FalsePromise,
}

/// What is decided about it (catalogue INC-04).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Sanction {
    /// 不予处理: it turned out to be none.
    None,
    /// 口头警告.
    VerbalWarning,
    /// 书面警告.
    WrittenWarning,
    /// 取消奖励.
    RewardCancelled,
    /// 降职.
    Demotion,
    /// 解雇.
    Dismissal,
}

/// A line on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConductState {
    /// 1, 2, … of that person.
    pub number: u32,
    /// When a violation was found; absent for an award.
    pub found_on: Option<NaiveDate>,
    /// Whether a violation was decided.
    pub decided: bool,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
}

/// The ground for a replacement that the decision about a violation gives, while it stands: the decision asks for one.
#[must_use]
pub fn violation_ground(decided: &ViolationDecided, withdrawn: bool) -> Option<DecidedGround> {
    let ground = Ground::Violation { number: decided.number };
    (decided.replace && !withdrawn).then_some(DecidedGround { ground, on: decided.on })
}

/// What it rests on: words, a paper, or both.
type Basis = (Option<Digest>, Option<Digest>);

fn check(on: NaiveDate, today: NaiveDate, basis: &Basis) -> Result<(), Refusal> {
    if on > today {
        return Err(Refusal::DateInFuture { date: on, today });
    }
    if basis.0.is_none() && basis.1.is_none() { Err(Refusal::EvidenceNeeded) } else { Ok(()) }
}

fn next(known: &[ConductState]) -> u32 {
    known.iter().map(|line| line.number).max().unwrap_or(0) + 1
}

/// Records an award or an interview.
pub fn give_award(
    known: &[ConductState],
    staff_no: &StaffNo,
    (award, on): (Award, NaiveDate),
    basis: Basis,
    today: NaiveDate,
) -> Result<Vec<Event>, Refusal> {
    check(on, today, &basis)?;
    let (text, paper) = basis;
    let number = next(known);
    Ok(vec![Event::AwardGiven(AwardGiven { staff_no: staff_no.clone(), number, award, on, text, paper })])
}

/// Records that a violation was found; what comes of it is decided later.
pub fn find_violation(
    known: &[ConductState],
    staff_no: &StaffNo,
    (violation, found_on): (Violation, NaiveDate),
    basis: Basis,
    today: NaiveDate,
) -> Result<Vec<Event>, Refusal> {
    check(found_on, today, &basis)?;
    let (text, paper) = basis;
    let number = next(known);
    let staff_no = staff_no.clone();
    Ok(vec![Event::ViolationFound(ViolationFound { staff_no, number, violation, found_on, text, paper })])
}

fn standing(known: &[ConductState], number: u32) -> Result<&ConductState, Refusal> {
    let found = known.iter().find(|line| line.number == number && !line.withdrawn);
    found.ok_or(Refusal::UnknownConduct { number })
}

/// Decides about a violation: the sanction, and whether a replacement is asked for. Once.
pub fn decide_violation(
    known: &[ConductState],
    staff_no: &StaffNo,
    number: u32,
    (sanction, replace, on): (Sanction, bool, NaiveDate),
    basis: Basis,
    today: NaiveDate,
) -> Result<Vec<Event>, Refusal> {
    let line = standing(known, number)?;
    let Some(found_on) = line.found_on.filter(|_| !line.decided) else {
        return Err(Refusal::ConductDecided { number });
    };
    check(on, today, &basis)?;
    if on < found_on {
        return Err(Refusal::DatesReversed { from: found_on, to: on });
    }
    let (text, paper) = basis;
    let staff_no = staff_no.clone();
    let decided = ViolationDecided { staff_no, number, sanction, replace, on, text, paper };
    Ok(vec![Event::ViolationDecided(decided)])
}

/// Withdraws a line, with the reason: it stays readable and stands no more.
pub fn withdraw_conduct(
    known: &[ConductState],
    staff_no: &StaffNo,
    number: u32,
    reason: &str,
) -> Result<Vec<Event>, Refusal> {
    standing(known, number)?;
    if reason.trim().is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    let (staff_no, reason) = (staff_no.clone(), reason.trim().to_owned());
    Ok(vec![Event::ConductWithdrawn(ConductWithdrawn { staff_no, number, reason })])
}
