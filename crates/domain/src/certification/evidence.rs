//! What is brought for a case: experience, earlier quarters, shown behaviour. Entered by the client's clerk for the person
//! (代录), each with what it rests on.

use super::case::CaseState;
use super::standard::{Grade, Standard};
use crate::event::{Event, EvidenceRecorded, EvidenceStruck};
use crate::kernel::{Digest, Quarter};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One thing that is brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Proof {
    /// 公司工作经验: with the company since that day.
    CompanyExperience {
        /// First day.
        since: NaiveDate,
    },
    /// 服务营销工作经验: in service marketing since that day.
    ServiceExperience {
        /// First day.
        since: NaiveDate,
    },
    /// The grade of a quarter of which this ledger has no scores.
    QuarterGrade {
        /// Which.
        quarter: Quarter,
        /// 等第.
        grade: Grade,
    },
    /// A counted behaviour.
    Behaviour {
        /// Code of the requirement.
        requirement: String,
        /// On that day.
        on: NaiveDate,
        /// So many times.
        count: u32,
        /// 对象级别.
        object_grade: Option<String>,
    },
}

/// Evidence on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceLine {
    /// 1, 2, … within the case.
    pub line: u32,
    /// What.
    pub evidence: Proof,
    /// Whether words or a paper stand behind it; else it is only claimed.
    pub proven: bool,
}

/// More than this a line does not count; a typing error is likelier.
const MOST_COUNTED: u32 = 999;

/// Records evidence for an open case. Experience may be claimed before it is proven (its gate then needs proof); a quarter
/// and a behaviour need words or a paper.
pub fn record_evidence(
    case: &CaseState,
    standard: &Standard,
    lines: u32,
    evidence: Proof,
    (text, paper): (Option<Digest>, Option<Digest>),
    today: NaiveDate,
) -> Result<Vec<Event>, Refusal> {
    case.require_open()?;
    let not_future = |date: NaiveDate| {
        if date > today { Err(Refusal::DateInFuture { date, today }) } else { Ok(()) }
    };
    let proven = text.is_some() || paper.is_some();
    match &evidence {
        Proof::CompanyExperience { since } | Proof::ServiceExperience { since } => not_future(*since)?,
        Proof::QuarterGrade { quarter, .. } => {
            not_future(quarter.last_day())?;
            if !proven {
                return Err(Refusal::EvidenceNeeded);
            }
        }
        Proof::Behaviour { requirement, on, count, object_grade } => {
            not_future(*on)?;
            let known = standard.requirements_of(case.level).find(|r| r.code == *requirement && r.counted());
            if known.is_none() {
                let (level, requirement) = (case.level, requirement.clone());
                return Err(Refusal::UnknownRequirement { requirement, level });
            }
            if *count == 0 || *count > MOST_COUNTED {
                return Err(Refusal::CountOutOfRange { most: MOST_COUNTED });
            }
            if let Some(name) = object_grade {
                standard.object_grade(name)?;
            }
            if !proven {
                return Err(Refusal::EvidenceNeeded);
            }
        }
    }
    Ok(vec![Event::EvidenceRecorded(EvidenceRecorded {
        staff_no: case.staff_no.clone(),
        number: case.number,
        line: lines + 1,
        evidence,
        text,
        paper,
    })])
}

/// Takes evidence back (作废), with the reason; it stays readable and counts no more.
pub fn strike_evidence(
    case: &CaseState,
    lines: &[EvidenceLine],
    line: u32,
    reason: &str,
) -> Result<Vec<Event>, Refusal> {
    case.require_open()?;
    if reason.trim().is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    if !lines.iter().any(|known| known.line == line) {
        return Err(Refusal::UnknownEvidence { line });
    }
    Ok(vec![Event::EvidenceStruck(EvidenceStruck {
        staff_no: case.staff_no.clone(),
        number: case.number,
        line,
        reason: reason.trim().to_owned(),
    })])
}
