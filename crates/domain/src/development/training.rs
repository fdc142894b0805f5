//! Training plans and who attended (catalogue PER-20…PER-22): technical, service, confidentiality. What was attended can be
//! named as evidence of a certification.

use crate::event::{Event, TrainingAttended, TrainingCancelled, TrainingPlanned};
use crate::kernel::{Score, StaffNo};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TrainingKind {
    /// 技术.
    Technical,
    /// 服务技能.
    Service,
    /// 保密.
    Confidentiality,
}

/// A training as planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Training {
    /// What it is about.
    pub kind: TrainingKind,
    /// 主题.
    pub title: String,
    /// Its day.
    pub on: NaiveDate,
    /// 课时.
    pub hours: u32,
    /// Who is to attend.
    pub people: Vec<StaffNo>,
    /// 主讲人, where it is somebody on record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trainer: Option<StaffNo>,
}

/// A training on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrainingState {
    /// 1, 2, …
    pub number: u32,
    /// As planned.
    pub training: Training,
    /// Who was recorded: whether they attended, and their result.
    pub recorded: Vec<(StaffNo, bool, Option<Score>)>,
    /// Whether it was called off.
    pub cancelled: bool,
}

const TITLE: u32 = 60;
const MOST_HOURS: u32 = 999;

/// Plans a training for people on record.
pub fn plan_training(
    last: u32,
    known: &BTreeSet<StaffNo>,
    mut training: Training,
) -> Result<Vec<Event>, Refusal> {
    training.title = training.title.trim().to_owned();
    let length = training.title.chars().count() as u32;
    if length == 0 || length > TITLE {
        return Err(Refusal::NameLength { limit: TITLE });
    }
    if training.hours == 0 || training.hours > MOST_HOURS {
        return Err(Refusal::CountOutOfRange { most: MOST_HOURS });
    }
    training.people = training.people.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    if training.people.is_empty() {
        return Err(Refusal::NobodyNamed);
    }
    let mut named = training.people.iter().chain(&training.trainer);
    if let Some(staff_no) = named.find(|staff_no| !known.contains(*staff_no)) {
        return Err(Refusal::UnknownEngineer { staff_no: staff_no.clone() });
    }
    Ok(vec![Event::TrainingPlanned(TrainingPlanned { number: last + 1, training })])
}

fn open(state: Option<&TrainingState>, number: u32) -> Result<&TrainingState, Refusal> {
    state.filter(|state| !state.cancelled).ok_or(Refusal::UnknownTraining { number })
}

/// Records whether somebody attended, with a result where there was a test. What stands already does nothing; another
/// answer replaces it.
pub fn record_attendance(
    state: Option<&TrainingState>,
    number: u32,
    staff_no: &StaffNo,
    (attended, result): (bool, Option<Score>),
    today: NaiveDate,
) -> Result<Vec<Event>, Refusal> {
    let state = open(state, number)?;
    if state.training.on > today {
        return Err(Refusal::DateInFuture { date: state.training.on, today });
    }
    if !state.training.people.contains(staff_no) {
        return Err(Refusal::NotInvited { staff_no: staff_no.clone(), number });
    }
    let result = result.filter(|_| attended);
    if state.recorded.contains(&(staff_no.clone(), attended, result)) {
        return Ok(Vec::new());
    }
    let staff_no = staff_no.clone();
    Ok(vec![Event::TrainingAttended(TrainingAttended { number, staff_no, attended, result })])
}

/// Calls a training off that nobody was recorded for.
pub fn cancel_training(
    state: Option<&TrainingState>,
    number: u32,
    reason: &str,
) -> Result<Vec<Event>, Refusal> {
    let state = open(state, number)?;
    if reason.trim().is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    if !state.recorded.is_empty() {
        return Err(Refusal::TrainingHeld { number });
    }
    Ok(vec![Event::TrainingCancelled(TrainingCancelled { number, reason: reason.trim().to_owned() })])
}
