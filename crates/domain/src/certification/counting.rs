//! What counts for a behaviour, and from where: evidence that was brought, and what the ledger knows by itself (catalogue QUA-10,
//! QUA-11): work notes that name the behaviour, trainings held and attended, commendations. Whatever else the ledger comes to
//! know of is another [`LedgerCount`], with its lines among the facts.

use super::evidence::{EvidenceLine, Proof};
use super::standard::{LedgerCount, Requirement, Standard};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The behaviour that something shows, whatever level it is asked for at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ShownBehaviour {
    /// Code of the requirement, as `1.5.1`.
    pub requirement: String,
    /// 对象级别.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object_grade: Option<String>,
}

impl ShownBehaviour {
    /// A behaviour that the standard counts at some level, shown to an object of a grade that it knows.
    ///
    /// # Errors
    /// [`Refusal::UnknownBehaviour`], [`Refusal::UnknownObjectGrade`].
    pub fn checked(self, standard: &Standard) -> Result<Self, Refusal> {
        let Self { requirement, object_grade } = self;
        let requirement = requirement.trim().to_owned();
        if !standard.requirements.iter().any(|r| r.code == requirement && r.counted()) {
            return Err(Refusal::UnknownBehaviour { requirement });
        }
        if let Some(name) = &object_grade {
            standard.object_grade(name)?;
        }
        Ok(Self { requirement, object_grade })
    }
}

/// Something on record that may count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerLine {
    /// What it is.
    pub source: LedgerCount,
    /// Its number among its kind.
    pub number: u32,
    /// Its day.
    pub on: NaiveDate,
    /// The behaviour that it names.
    pub shows: Option<ShownBehaviour>,
}

/// From where something was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CountSource {
    /// 举证 of the case.
    Evidence,
    /// 工作记录.
    WorkNote,
    /// 主讲培训.
    TrainingHeld,
    /// 参加培训.
    TrainingAttended,
    /// 表彰奖励.
    Commendation,
    /// 办结工单.
    Ticket,
}

impl From<LedgerCount> for CountSource {
    fn from(source: LedgerCount) -> Self {
        match source {
            LedgerCount::WorkNote => Self::WorkNote,
            LedgerCount::TrainingHeld => Self::TrainingHeld,
            LedgerCount::TrainingAttended => Self::TrainingAttended,
            LedgerCount::Commendation => Self::Commendation,
            LedgerCount::Ticket => Self::Ticket,
        }
    }
}

/// A part of a count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CountedFrom {
    /// From where.
    pub source: CountSource,
    /// So many.
    pub count: u32,
    /// Numbers of the lines behind it: of the evidence, the notes, the trainings, the awards, the tickets by the day of closing.
    pub lines: Vec<u32>,
}

/// What counts for a requirement on a day, part by part; parts without anything are left out. Evidence counts as often as it says,
/// once it is proven; a line of the ledger once, where it names the requirement with an object of the grade asked for or a
/// higher one, or is of the kind that the requirement counts by itself.
#[must_use]
pub fn counted_from(
    standard: &Standard,
    asked: &Requirement,
    evidence: &[EvidenceLine],
    ledger: &[LedgerLine],
    today: NaiveDate,
) -> Vec<CountedFrom> {
    let grade = asked.object_grade.as_deref();
    let shown = evidence.iter().filter_map(|line| match &line.evidence {
        Proof::Behaviour { requirement, count, object_grade, .. }
            if *requirement == asked.code
                && line.proven
                && standard.object_counts(grade, object_grade.as_deref()) =>
        {
            Some((*count, line.line))
        }
        _ => None,
    });
    let (counts, lines): (Vec<u32>, Vec<u32>) = shown.unzip();
    let count = counts.into_iter().fold(0_u32, u32::saturating_add);
    let mut parts = vec![CountedFrom { source: CountSource::Evidence, count, lines }];
    for source in LedgerCount::ALL {
        let names = |shows: &ShownBehaviour| {
            shows.requirement == asked.code && standard.object_counts(grade, shows.object_grade.as_deref())
        };
        let fits = |line: &&LedgerLine| {
            line.source == source
                && line.on <= today
                && (asked.counts == Some(source) || line.shows.as_ref().is_some_and(names))
        };
        let lines: Vec<u32> = ledger.iter().filter(fits).map(|line| line.number).collect();
        parts.push(CountedFrom { source: source.into(), count: lines.len() as u32, lines });
    }
    parts.retain(|part| part.count > 0);
    parts
}
