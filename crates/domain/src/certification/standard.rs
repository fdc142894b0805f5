//! The qualification standard: levels, their gates, and what behaviour is counted (catalogue QUA-01…QUA-14).

use crate::event::{Event, StandardIssued};
use crate::kernel::{Exact, Score};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// 等第 of a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// The best.
    A,
    /// Good.
    B,
    /// Sufficient.
    C,
    /// Poor.
    D,
}

/// From how many points a quarter has which grade; below `c` it is D (catalogue AMB-15).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GradeBands {
    /// Lower edge of A, belongs to it.
    pub a: Score,
    /// Lower edge of B.
    pub b: Score,
    /// Lower edge of C.
    pub c: Score,
}

impl GradeBands {
    /// The grade of a quarter's mean, which is compared unrounded.
    #[must_use]
    pub fn grade(&self, mean: &Exact) -> Grade {
        match mean {
            mean if *mean >= self.a.exact() => Grade::A,
            mean if *mean >= self.b.exact() => Grade::B,
            mean if *mean >= self.c.exact() => Grade::C,
            _ => Grade::D,
        }
    }
}

/// What a grade of a behaviour's object grades.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum GradedObject {
    /// 客户, by post.
    Client,
    /// 项目 or 活动, by reach.
    Project,
}

/// 对象级别: whom a behaviour was shown to, or how far its project reached (catalogue QUA-10, QUA-12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ObjectGrade {
    /// Of what.
    pub of: GradedObject,
    /// Its name.
    pub name: String,
    /// Higher counts where lower is asked for; equal numbers stand for each other.
    pub order: u8,
}

/// 晋级条件: how many poor grades the last quarters may hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QuarterRule {
    /// So many quarters before the one of the judgement.
    pub window: u32,
    /// At most so many C.
    pub max_c: u32,
    /// At most so many D.
    pub max_d: u32,
}

/// 知识: what the two exams must show. Neither limit is given in the source; without them having sat both is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KnowledgeRule {
    /// 综合成绩, the mean of both exams, at least so many points.
    pub minimum: Option<Score>,
    /// Among so many of those examined in the sitting.
    pub top: Option<u32>,
}

/// A level and its gates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Level {
    /// 1, 2, …
    pub level: u32,
    /// 称谓.
    pub title: String,
    /// 角色, in a few words.
    pub description: String,
    /// 必要条件一: months with the company.
    pub company_months: u32,
    /// 必要条件二: months in service marketing.
    pub service_months: u32,
    /// 晋级条件.
    pub quarters: QuarterRule,
    /// 知识.
    pub knowledge: KnowledgeRule,
}

/// What the ledger knows of and can count for a behaviour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum LedgerCount {
    /// 工作记录 that stand.
    WorkNote,
    /// 主讲培训: trainings of which the person is the trainer and that somebody attended.
    TrainingHeld,
    /// 参加培训.
    TrainingAttended,
    /// 表彰奖励 that stand, for learning too.
    Commendation,
    /// 办结工单: tickets done for which the person was responsible first.
    Ticket,
}

impl LedgerCount {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::WorkNote, Self::TrainingHeld, Self::TrainingAttended, Self::Commendation, Self::Ticket];
}

/// One cell of the behaviour table: element × part × level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Requirement {
    /// Of which level.
    pub level: u32,
    /// Names the cell within the level, as `1.5.1`.
    pub code: String,
    /// 要素.
    pub element: String,
    /// 子项.
    pub part: String,
    /// What; empty where the source does not say, `None` for 无: not assessed at this level.
    pub text: Option<String>,
    /// At least so many times; 0 describes only, for the reviewers to read.
    pub minimum: u32,
    /// 对象级别 that counts, or a higher one.
    pub object_grade: Option<String>,
    /// Whether the source prints this cell without doubt (catalogue AMB-16).
    pub sure: bool,
    /// What of the ledger counts by itself; a note that names the cell counts without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<LedgerCount>,
}

impl Requirement {
    /// Whether it is counted: assessed, with a number.
    #[must_use]
    pub fn counted(&self) -> bool {
        self.text.is_some() && self.minimum > 0
    }
}

/// A version of the standard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Standard {
    /// 1, 2, …; 0 is the one the program brings along.
    pub version: u32,
    /// First day it holds for.
    pub from: NaiveDate,
    /// Shown beside it; the program's own says 建议值.
    pub label: String,
    /// Points to grades.
    pub bands: GradeBands,
    /// 对象级别 that requirements may ask for.
    pub object_grades: Vec<ObjectGrade>,
    /// Lowest first.
    pub levels: Vec<Level>,
    /// Behaviour, by level and code.
    pub requirements: Vec<Requirement>,
}

/// At most so many levels.
pub(super) const MOST_LEVELS: u32 = 9;
/// A title has at most so many characters.
const TITLE: u32 = 60;

impl Standard {
    /// The one the program brings along (version 0): years, grades and counts of the source's table in our own words.
    ///
    /// # Panics
    /// Never: the file is part of the program, and a test reads it.
    #[must_use]
    pub fn default_version() -> Self {
        serde_json::from_str(include_str!("../../data/qualification-standard.json"))
            .expect("the standard that comes with the program")
    }

    /// The version in force on a day: the latest that holds from that day or earlier; the program's own where there is none.
    #[must_use]
    pub fn in_force(versions: &[Self], day: NaiveDate) -> Self {
        let held = versions.iter().filter(|s| s.from <= day).max_by_key(|s| (s.from, s.version));
        held.cloned().unwrap_or_else(Self::default_version)
    }

    /// A level by its number.
    ///
    /// # Errors
    /// [`Refusal::UnknownLevel`] where there is none.
    pub fn level(&self, level: u32) -> Result<&Level, Refusal> {
        let highest = self.levels.len() as u32;
        self.levels.iter().find(|l| l.level == level).ok_or(Refusal::UnknownLevel { level, highest })
    }

    /// The behaviour asked for at a level, in the order of the standard.
    pub fn requirements_of(&self, level: u32) -> impl Iterator<Item = &Requirement> {
        self.requirements.iter().filter(move |r| r.level == level)
    }

    /// An 对象级别 by its name.
    ///
    /// # Errors
    /// [`Refusal::UnknownObjectGrade`] where there is none.
    pub fn object_grade(&self, name: &str) -> Result<&ObjectGrade, Refusal> {
        let found = self.object_grades.iter().find(|g| g.name == name);
        found.ok_or_else(|| Refusal::UnknownObjectGrade { name: name.to_owned() })
    }

    /// Whether an object of grade `shown` counts where `asked` is asked for: of the same kind and not lower.
    #[must_use]
    pub fn object_counts(&self, asked: Option<&str>, shown: Option<&str>) -> bool {
        let Some(asked) = asked else { return true };
        let grade = |name: &str| self.object_grade(name).ok();
        match (grade(asked), shown.and_then(grade)) {
            (Some(asked), Some(shown)) => shown.of == asked.of && shown.order >= asked.order,
            _ => false,
        }
    }

    /// What makes it a standard: levels 1, 2, …; grades in order; every cell once and of a known level and grade.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), Refusal> {
        let count = self.levels.len() as u32;
        let numbered = self.levels.iter().map(|l| l.level).eq(1..=count);
        if count == 0 || count > MOST_LEVELS || !numbered {
            return Err(Refusal::StandardLevels { most: MOST_LEVELS });
        }
        for level in &self.levels {
            let length = level.title.trim().chars().count() as u32;
            if length == 0 || length > TITLE {
                return Err(Refusal::NameLength { limit: TITLE });
            }
            if level.quarters.window > 8 || level.knowledge.top == Some(0) {
                return Err(Refusal::StandardNumber { level: level.level });
            }
        }
        if self.bands.a <= self.bands.b
            || self.bands.b <= self.bands.c
            || self.bands.c.decimal() <= Decimal::ZERO
        {
            return Err(Refusal::StandardBands);
        }
        let mut cells = BTreeSet::new();
        for cell in &self.requirements {
            self.level(cell.level)?;
            if cell.code.trim().is_empty() || !cells.insert((cell.level, cell.code.as_str())) {
                return Err(Refusal::RequirementTwice { level: cell.level, requirement: cell.code.clone() });
            }
            if let Some(name) = &cell.object_grade {
                self.object_grade(name)?;
            }
        }
        let names: BTreeSet<&str> = self.object_grades.iter().map(|g| g.name.as_str()).collect();
        if names.len() != self.object_grades.len() {
            let mut seen = BTreeSet::new();
            let twice = self.object_grades.iter().find(|g| !seen.insert(g.name.as_str()));
            let name = twice.map(|g| g.name.clone()).unwrap_or_default();
            return Err(Refusal::ObjectGradeTwice { name });
        }
        Ok(())
    }
}

/// Issues a new version, which holds from no earlier than the last one. The same text as the last one does nothing.
pub fn issue_standard(known: &[Standard], standard: Standard) -> Result<Vec<Event>, Refusal> {
    standard.check()?;
    let last = known.iter().max_by_key(|s| s.version);
    if let Some(last) = last {
        if (Standard { version: last.version, ..standard.clone() }) == *last {
            return Ok(Vec::new());
        }
        if standard.from < last.from {
            return Err(Refusal::StandardFromEarlier { from: last.from });
        }
    }
    let version = last.map_or(0, |s| s.version) + 1;
    Ok(vec![Event::StandardIssued(StandardIssued { standard: Standard { version, ..standard } })])
}
