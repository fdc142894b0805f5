//! The five gates of a level, in order: met, not met, or in need of proof, each with the values it was judged by
//! (catalogue QUA-02…QUA-13).

use super::counting::{CountedFrom, LedgerLine, counted_from};
use super::evidence::{EvidenceLine, Proof};
use super::standard::{Grade, KnowledgeRule, QuarterRule, Standard};
use crate::kernel::{Exact, Quarter, Score};
use crate::people::Membership;
use crate::refusal::Refusal;
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One of the five, in the order in which they are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Gate {
    /// 必要条件一: 公司工作经验.
    CompanyExperience,
    /// 必要条件二: 服务营销工作经验.
    ServiceExperience,
    /// 晋级条件: the last quarters' grades.
    Quarters,
    /// 知识: two exams.
    Knowledge,
    /// 行为: counted behaviour.
    Behaviour,
}

/// How a gate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// 满足.
    Met,
    /// 不满足.
    NotMet,
    /// 待举证.
    NeedsProof,
}

/// A quarter as it was judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QuarterGrade {
    /// Which.
    pub quarter: Quarter,
    /// Mean of the person's month scores; absent where there are none, or the grade was brought from outside.
    pub mean: Option<Exact>,
    /// Months scored.
    pub months: u32,
    /// 等第; absent where nothing is known.
    pub grade: Option<Grade>,
}

/// An exam as it was judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExamResult {
    /// Day of the sitting.
    pub sitting: NaiveDate,
    /// 综合知识.
    pub general: Score,
    /// 服务营销业务专业.
    pub professional: Score,
    /// 综合成绩.
    pub combined: Exact,
    /// 名次 among everyone examined.
    pub rank: u32,
    /// How many those were.
    pub examined: u32,
}

/// A counted behaviour as it was judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CounterResult {
    /// Code of the requirement.
    pub requirement: String,
    /// At least so many.
    pub minimum: u32,
    /// So many are shown.
    pub counted: u32,
    /// From where; cases decided before this was kept have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<CountedFrom>,
}

/// What a gate was judged by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum GateValues {
    /// Experience in months.
    Experience {
        /// Asked for.
        required: u32,
        /// By the stays on record and what was proven.
        proven: u32,
        /// By what was only claimed, where that is more.
        claimed: Option<u32>,
    },
    /// The last quarters, latest first.
    Quarters {
        /// The limits.
        rule: QuarterRule,
        /// One by one.
        quarters: Vec<QuarterGrade>,
    },
    /// The exams.
    Knowledge {
        /// The limits.
        rule: KnowledgeRule,
        /// The latest sitting; absent where the person sat none.
        exam: Option<ExamResult>,
    },
    /// Behaviour, in the order of the standard.
    Behaviour {
        /// One by one.
        counters: Vec<CounterResult>,
    },
}

/// A gate's verdict with its values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GateResult {
    /// Which.
    pub gate: Gate,
    /// How it stands.
    pub verdict: Verdict,
    /// By what.
    pub values: GateValues,
}

/// What judging needs to know of a person.
#[derive(Clone, Debug)]
pub struct GateFacts {
    /// The day of the judgement.
    pub today: NaiveDate,
    /// All stays of the person.
    pub stays: Vec<Membership>,
    /// Month scores by quarter.
    pub scores: BTreeMap<Quarter, Vec<Score>>,
    /// The latest sitting.
    pub exam: Option<ExamResult>,
    /// Evidence that counts.
    pub evidence: Vec<EvidenceLine>,
    /// What the ledger knows of that may count for behaviour.
    pub ledger: Vec<LedgerLine>,
}

/// Judges every gate of a level (catalogue QUA-13).
pub fn gates(standard: &Standard, level: u32, facts: &GateFacts) -> Result<Vec<GateResult>, Refusal> {
    let asked = standard.level(level)?;
    let company = facts.experience(|evidence| match evidence {
        Proof::CompanyExperience { since } => Some(*since),
        _ => None,
    });
    let service = facts.experience(|evidence| match evidence {
        Proof::ServiceExperience { since } => Some(*since),
        _ => None,
    });
    Ok(vec![
        experience(Gate::CompanyExperience, asked.company_months, company),
        experience(Gate::ServiceExperience, asked.service_months, service),
        facts.quarters(standard, &asked.quarters),
        knowledge(&asked.knowledge, facts.exam.clone()),
        facts.behaviour(standard, level),
    ])
}

/// Whether nothing stands in the way of passing.
#[must_use]
pub fn all_met(gates: &[GateResult]) -> bool {
    gates.iter().all(|gate| gate.verdict == Verdict::Met)
}

/// The quarters that a window of so many looks at on a day, latest first: those before the day's own.
#[must_use]
pub fn quarters_judged(today: NaiveDate, window: u32) -> Vec<Quarter> {
    let Some(month) = crate::kernel::Month::of(today) else { return Vec::new() };
    let mut quarter = month.quarter();
    (0..window)
        .map(|_| {
            quarter = quarter.previous();
            quarter
        })
        .collect()
}

/// Whole months from a day through another, both included.
fn whole_months(from: NaiveDate, through: NaiveDate) -> u32 {
    let Some(end) = through.succ_opt().filter(|end| *end > from) else { return 0 };
    (1..=2400).take_while(|n| from.checked_add_months(Months::new(*n)).is_some_and(|day| day <= end)).count()
        as u32
}

/// Months on duty by the stays alone: stays that follow each other without a day between count as one; of each such time
/// whole months.
#[must_use]
pub fn months_served(stays: &[Membership], today: NaiveDate) -> u32 {
    let mut spans: Vec<(NaiveDate, NaiveDate)> = stays
        .iter()
        .filter(|stay| stay.arrived_on <= today)
        .map(|stay| (stay.arrived_on, stay.left_on.map_or(today, |left| left.min(today))))
        .collect();
    spans.sort_unstable();
    let mut joined: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for (from, to) in spans {
        match joined.last_mut() {
            Some((_, end)) if end.succ_opt().is_some_and(|next| from <= next) => *end = (*end).max(to),
            _ => joined.push((from, to)),
        }
    }
    joined.into_iter().map(|(from, to)| whole_months(from, to)).sum()
}

/// Months of experience that are proven, and those that are claimed, if anything is.
struct Experience {
    proven: u32,
    claimed: Option<u32>,
    /// Whether a beginning was proven: then nothing more is to come.
    settled: bool,
}

fn experience(gate: Gate, required: u32, found: Experience) -> GateResult {
    let Experience { proven, claimed, settled } = found;
    let claimed = claimed.filter(|months| *months > proven);
    let verdict = match claimed {
        _ if proven >= required => Verdict::Met,
        Some(claimed) if claimed >= required => Verdict::NeedsProof,
        Some(_) => Verdict::NotMet,
        // Nobody has said yet what there was before the first stay.
        None if !settled => Verdict::NeedsProof,
        None => Verdict::NotMet,
    };
    GateResult { gate, verdict, values: GateValues::Experience { required, proven, claimed } }
}

fn knowledge(rule: &KnowledgeRule, exam: Option<ExamResult>) -> GateResult {
    let verdict = match &exam {
        None => Verdict::NeedsProof,
        Some(exam) => {
            let enough = rule.minimum.is_none_or(|minimum| exam.combined >= minimum.exact());
            let among = rule.top.is_none_or(|top| exam.rank <= top);
            if enough && among { Verdict::Met } else { Verdict::NotMet }
        }
    };
    let values = GateValues::Knowledge { rule: rule.clone(), exam };
    GateResult { gate: Gate::Knowledge, verdict, values }
}

impl GateFacts {
    fn experience(&self, since: impl Fn(&Proof) -> Option<NaiveDate>) -> Experience {
        let latest = |proven: bool| {
            let lines = self.evidence.iter().filter(|line| line.proven == proven);
            lines.filter_map(|line| since(&line.evidence)).next_back()
        };
        let months = |day| whole_months(day, self.today);
        let stays = months_served(&self.stays, self.today);
        let (proven, claimed) = (latest(true).map(months), latest(false).map(months));
        Experience { proven: proven.unwrap_or(0).max(stays), claimed, settled: proven.is_some() }
    }

    /// A quarter's grade: by the person's month scores where there are any, else by what was brought.
    fn quarters(&self, standard: &Standard, rule: &QuarterRule) -> GateResult {
        let brought = |wanted: Quarter| {
            self.evidence.iter().rev().find_map(|line| match &line.evidence {
                Proof::QuarterGrade { quarter, grade } if *quarter == wanted => Some(*grade),
                _ => None,
            })
        };
        let judged = quarters_judged(self.today, rule.window).into_iter().map(|quarter| {
            let scores = self.scores.get(&quarter).map(Vec::as_slice).unwrap_or_default();
            let mean = Score::mean(scores.iter().copied());
            let grade = mean.as_ref().map(|mean| standard.bands.grade(mean)).or_else(|| brought(quarter));
            QuarterGrade { quarter, mean, months: scores.len() as u32, grade }
        });
        let quarters: Vec<QuarterGrade> = judged.collect();
        let count = |grade| quarters.iter().filter(|q| q.grade == Some(grade)).count() as u32;
        let verdict = if count(Grade::C) > rule.max_c || count(Grade::D) > rule.max_d {
            Verdict::NotMet
        } else if quarters.iter().any(|q| q.grade.is_none()) {
            Verdict::NeedsProof
        } else {
            Verdict::Met
        };
        let values = GateValues::Quarters { rule: rule.clone(), quarters };
        GateResult { gate: Gate::Quarters, verdict, values }
    }

    fn behaviour(&self, standard: &Standard, level: u32) -> GateResult {
        let asked = standard.requirements_of(level).filter(|r| r.counted());
        let counters: Vec<CounterResult> = asked
            .map(|asked| {
                let from = counted_from(standard, asked, &self.evidence, &self.ledger, self.today);
                let counted = from.iter().fold(0_u32, |all, part| all.saturating_add(part.count));
                CounterResult { requirement: asked.code.clone(), minimum: asked.minimum, counted, from }
            })
            .collect();
        let enough = counters.iter().all(|counter| counter.counted >= counter.minimum);
        let verdict = if enough { Verdict::Met } else { Verdict::NeedsProof };
        GateResult { gate: Gate::Behaviour, verdict, values: GateValues::Behaviour { counters } }
    }
}
