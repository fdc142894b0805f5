//! What the page shows of a standard and of a gate: the domain's values as texts and numbers, nothing worked out.

use domain::certification::{
    CountSource, CountedFrom, ExamResult, Gate, GateResult, GateValues, GradeBands, GradedObject,
    KnowledgeRule, LedgerCount, Level, ObjectGrade, QuarterGrade, QuarterRule, Requirement, Standard,
    Verdict,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Edges of the grades, in points.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct GradeBandsView {
    /// A from.
    #[ts(type = "string")]
    pub a: domain::kernel::Score,
    /// B from.
    #[ts(type = "string")]
    pub b: domain::kernel::Score,
    /// C from; below it is D.
    #[ts(type = "string")]
    pub c: domain::kernel::Score,
}

/// 对象级别.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ObjectGradeView {
    /// Of a client or of a project.
    #[ts(type = "\"client\" | \"project\"")]
    pub of: GradedObject,
    /// Its name.
    pub name: String,
    /// Higher counts where lower is asked for.
    pub order: u8,
}

/// A level of a standard.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct LevelView {
    /// 1, 2, …
    pub level: u32,
    /// 称谓.
    pub title: String,
    /// 角色.
    pub description: String,
    /// 公司工作经验 in months.
    pub company_months: u32,
    /// 服务营销工作经验 in months.
    pub service_months: u32,
    /// So many last quarters are looked at.
    pub window: u32,
    /// At most so many C among them.
    pub max_c: u32,
    /// At most so many D.
    pub max_d: u32,
    /// 综合成绩 at least.
    #[ts(type = "string | null")]
    pub minimum: Option<domain::kernel::Score>,
    /// 名次 at most.
    pub top: Option<u32>,
}

/// A cell of the behaviour table.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RequirementView {
    /// Of which level.
    pub level: u32,
    /// Names the cell within the level.
    pub code: String,
    /// 要素.
    pub element: String,
    /// 子项.
    pub part: String,
    /// What; null for 无, empty where the source does not say.
    pub text: Option<String>,
    /// At least so many times; 0 only describes.
    pub minimum: u32,
    /// 对象级别 at least.
    pub object_grade: Option<String>,
    /// Whether the source prints it without doubt.
    pub sure: bool,
    /// What of the ledger counts by itself.
    #[serde(default)]
    #[ts(type = "\"workNote\" | \"trainingHeld\" | \"trainingAttended\" | \"commendation\" | null")]
    pub counts: Option<LedgerCount>,
}

/// A version of the qualification standard.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct StandardView {
    /// 1, 2, …; 0 is the program's own; of a new version the ledger's to give.
    pub version: u32,
    /// First day it holds for.
    #[ts(type = "string")]
    pub from: chrono::NaiveDate,
    /// Shown beside it.
    pub label: String,
    /// Points to grades.
    pub bands: GradeBandsView,
    /// 对象级别.
    pub object_grades: Vec<ObjectGradeView>,
    /// Lowest first.
    pub levels: Vec<LevelView>,
    /// Behaviour.
    pub requirements: Vec<RequirementView>,
}

impl From<&Level> for LevelView {
    fn from(level: &Level) -> Self {
        Self {
            level: level.level,
            title: level.title.clone(),
            description: level.description.clone(),
            company_months: level.company_months,
            service_months: level.service_months,
            window: level.quarters.window,
            max_c: level.quarters.max_c,
            max_d: level.quarters.max_d,
            minimum: level.knowledge.minimum,
            top: level.knowledge.top,
        }
    }
}

impl From<LevelView> for Level {
    fn from(level: LevelView) -> Self {
        Self {
            level: level.level,
            title: level.title,
            description: level.description,
            company_months: level.company_months,
            service_months: level.service_months,
            quarters: QuarterRule { window: level.window, max_c: level.max_c, max_d: level.max_d },
            knowledge: KnowledgeRule { minimum: level.minimum, top: level.top },
        }
    }
}

impl From<&Requirement> for RequirementView {
    fn from(cell: &Requirement) -> Self {
        Self {
            level: cell.level,
            code: cell.code.clone(),
            element: cell.element.clone(),
            part: cell.part.clone(),
            text: cell.text.clone(),
            minimum: cell.minimum,
            object_grade: cell.object_grade.clone(),
            sure: cell.sure,
            counts: cell.counts,
        }
    }
}

impl From<RequirementView> for Requirement {
    fn from(cell: RequirementView) -> Self {
        let RequirementView { level, code, element, part, text, minimum, object_grade, sure, counts } = cell;
        Self { level, code, element, part, text, minimum, object_grade, sure, counts }
    }
}

impl From<&Standard> for StandardView {
    fn from(standard: &Standard) -> Self {
        let GradeBands { a, b, c } = standard.bands;
        let grade = |g: &ObjectGrade| ObjectGradeView { of: g.of, name: g.name.clone(), order: g.order };
        Self {
            version: standard.version,
            from: standard.from,
            label: standard.label.clone(),
            bands: GradeBandsView { a, b, c },
            object_grades: standard.object_grades.iter().map(grade).collect(),
            levels: standard.levels.iter().map(Into::into).collect(),
            requirements: standard.requirements.iter().map(Into::into).collect(),
        }
    }
}

impl From<StandardView> for Standard {
    fn from(view: StandardView) -> Self {
        let GradeBandsView { a, b, c } = view.bands;
        let grade = |g: ObjectGradeView| ObjectGrade { of: g.of, name: g.name, order: g.order };
        Self {
            version: view.version,
            from: view.from,
            label: view.label,
            bands: GradeBands { a, b, c },
            object_grades: view.object_grades.into_iter().map(grade).collect(),
            levels: view.levels.into_iter().map(Into::into).collect(),
            requirements: view.requirements.into_iter().map(Into::into).collect(),
        }
    }
}

/// Experience as it was judged, in months.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ExperienceView {
    /// Asked for.
    pub required: u32,
    /// By the stays on record and what was proven.
    pub proven: u32,
    /// By what was only claimed, where that is more.
    pub claimed: Option<u32>,
}

/// A quarter as it was judged.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct QuarterGradeView {
    /// 季度.
    pub quarter: String,
    /// Mean of the person's months, two decimals.
    pub mean: Option<String>,
    /// Months scored.
    pub months: u32,
    /// `A` to `D`; null where nothing is known.
    pub grade: Option<String>,
}

/// The last quarters as they were judged.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct QuartersGateView {
    /// At most so many C.
    pub max_c: u32,
    /// At most so many D.
    pub max_d: u32,
    /// Latest first.
    pub quarters: Vec<QuarterGradeView>,
}

/// Both exams of a sitting.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ExamView {
    /// Day of the sitting.
    pub sitting: String,
    /// 综合知识.
    pub general: String,
    /// 服务营销业务专业.
    pub professional: String,
    /// 综合成绩, two decimals.
    pub combined: String,
    /// 名次.
    pub rank: u32,
    /// Among so many.
    pub examined: u32,
}

/// The exams as they were judged.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct KnowledgeGateView {
    /// 综合成绩 at least.
    pub minimum: Option<String>,
    /// 名次 at most.
    pub top: Option<u32>,
    /// The latest sitting.
    pub exam: Option<ExamView>,
}

/// Something that was counted.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CountedLineView {
    /// Its number among its kind.
    pub number: u32,
    /// Its day; null where it is no longer on record as it was.
    pub on: Option<String>,
    /// What it is, in words, of an award its kind; null where they were erased.
    pub text: Option<String>,
}

/// A part of a count.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CountedFromView {
    /// From where.
    #[ts(type = "\"evidence\" | \"workNote\" | \"trainingHeld\" | \"trainingAttended\" | \"commendation\"")]
    pub source: CountSource,
    /// So many.
    pub count: u32,
    /// What they are.
    pub lines: Vec<CountedLineView>,
}

/// A counted behaviour as it was judged.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct CounterView {
    /// The cell of the standard.
    pub requirement: RequirementView,
    /// So many are shown.
    pub counted: u32,
    /// From where.
    pub from: Vec<CountedFromView>,
    /// Whether that is enough.
    pub met: bool,
}

/// A gate's verdict with the values it was judged by.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct GateView {
    /// Which.
    #[ts(
        type = "\"companyExperience\" | \"serviceExperience\" | \"quarters\" | \"knowledge\" | \"behaviour\""
    )]
    pub gate: Gate,
    /// 满足, 不满足, 待举证.
    #[ts(type = "\"met\" | \"notMet\" | \"needsProof\"")]
    pub verdict: Verdict,
    /// Of the two gates of experience.
    pub experience: Option<ExperienceView>,
    /// Of the last quarters.
    pub quarters: Option<QuartersGateView>,
    /// Of the exams.
    pub knowledge: Option<KnowledgeGateView>,
    /// Of behaviour.
    pub counters: Option<Vec<CounterView>>,
}

pub(super) fn exam(exam: &ExamResult) -> ExamView {
    ExamView {
        sitting: exam.sitting.to_string(),
        general: exam.general.to_string(),
        professional: exam.professional.to_string(),
        combined: exam.combined.to_fixed(2),
        rank: exam.rank,
        examined: exam.examined,
    }
}

fn quarter(quarter: &QuarterGrade) -> QuarterGradeView {
    QuarterGradeView {
        quarter: quarter.quarter.to_string(),
        mean: quarter.mean.as_ref().map(|mean| mean.to_fixed(2)),
        months: quarter.months,
        grade: quarter.grade.map(|grade| format!("{grade:?}")),
    }
}

fn counted(part: &CountedFrom, line: &impl Fn(CountSource, u32) -> CountedLineView) -> CountedFromView {
    let lines = part.lines.iter().map(|number| line(part.source, *number)).collect();
    CountedFromView { source: part.source, count: part.count, lines }
}

/// A gate of that level of the standard; `line`: what a line that was counted is.
pub(super) fn gate(
    result: &GateResult,
    standard: &Standard,
    level: u32,
    line: &impl Fn(CountSource, u32) -> CountedLineView,
) -> GateView {
    let mut view = GateView {
        gate: result.gate,
        verdict: result.verdict,
        experience: None,
        quarters: None,
        knowledge: None,
        counters: None,
    };
    match &result.values {
        GateValues::Experience { required, proven, claimed } => {
            let (required, proven, claimed) = (*required, *proven, *claimed);
            view.experience = Some(ExperienceView { required, proven, claimed });
        }
        GateValues::Quarters { rule, quarters } => {
            view.quarters = Some(QuartersGateView {
                max_c: rule.max_c,
                max_d: rule.max_d,
                quarters: quarters.iter().map(quarter).collect(),
            });
        }
        GateValues::Knowledge { rule, exam: taken } => {
            view.knowledge = Some(KnowledgeGateView {
                minimum: rule.minimum.map(|points| points.to_string()),
                top: rule.top,
                exam: taken.as_ref().map(exam),
            });
        }
        GateValues::Behaviour { counters } => {
            let cell = |code: &str| standard.requirements_of(level).find(|cell| cell.code == code);
            let counters = counters.iter().filter_map(|counter| {
                Some(CounterView {
                    requirement: cell(&counter.requirement)?.into(),
                    counted: counter.counted,
                    from: counter.from.iter().map(|part| counted(part, line)).collect(),
                    met: counter.counted >= counter.minimum,
                })
            });
            view.counters = Some(counters.collect());
        }
    }
    view
}
