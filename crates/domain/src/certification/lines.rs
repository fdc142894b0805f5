//! A standard as lines of a list and back: how a user's own standard comes in from a spreadsheet, and goes out again
//! unchanged (catalogue QUA-01, CER-04).

use super::standard::{
    Grade, GradeBands, KnowledgeRule, Level, MOST_LEVELS, ObjectGrade, QuarterRule, Requirement, Standard,
};
use crate::kernel::Score;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StandardLine {
    /// 说明.
    Label(String),
    /// 起用: first day.
    From(NaiveDate),
    /// 等第: lower edge of A, B or C.
    Band(Grade, Score),
    /// 对象级别.
    ObjectGrade(ObjectGrade),
    /// 称谓 of a level; makes the level.
    Title(u32, String),
    /// 角色.
    Description(u32, String),
    /// 公司工作经验, in months.
    CompanyMonths(u32, u32),
    /// 服务营销工作经验, in months.
    ServiceMonths(u32, u32),
    /// 绩效季度数.
    Window(u32, u32),
    /// C 不超过.
    MaxC(u32, u32),
    /// D 不超过.
    MaxD(u32, u32),
    /// 综合成绩不低于.
    Minimum(u32, Score),
    /// 名次在前.
    Top(u32, u32),
    /// 行为.
    Requirement(Requirement),
}

impl StandardLine {
    /// What may stand once: kind, level, name.
    fn identity(&self) -> (u8, u32, String) {
        let of = |kind, level: u32| (kind, level, String::new());
        match self {
            Self::Label(_) => of(0, 0),
            Self::From(_) => of(1, 0),
            Self::Band(grade, _) => (2, 0, format!("{grade:?}")),
            Self::ObjectGrade(grade) => (3, 0, grade.name.clone()),
            Self::Title(level, _) => of(4, *level),
            Self::Description(level, _) => of(5, *level),
            Self::CompanyMonths(level, _) => of(6, *level),
            Self::ServiceMonths(level, _) => of(7, *level),
            Self::Window(level, _) => of(8, *level),
            Self::MaxC(level, _) => of(9, *level),
            Self::MaxD(level, _) => of(10, *level),
            Self::Minimum(level, _) => of(11, *level),
            Self::Top(level, _) => of(12, *level),
            Self::Requirement(cell) => (13, cell.level, cell.code.clone()),
        }
    }

    fn level(&self) -> Option<u32> {
        Some(self.identity().1).filter(|_| !matches!(self.identity().0, 0..=3))
    }
}

/// The lines of a standard, in the order in which they are written.
#[must_use]
pub fn standard_lines(standard: &Standard) -> Vec<StandardLine> {
    use StandardLine as L;
    let mut lines = vec![
        L::Label(standard.label.clone()),
        L::From(standard.from),
        L::Band(Grade::A, standard.bands.a),
        L::Band(Grade::B, standard.bands.b),
        L::Band(Grade::C, standard.bands.c),
    ];
    lines.extend(standard.object_grades.iter().cloned().map(L::ObjectGrade));
    for level in &standard.levels {
        let at = level.level;
        lines.extend([
            L::Title(at, level.title.clone()),
            L::Description(at, level.description.clone()),
            L::CompanyMonths(at, level.company_months),
            L::ServiceMonths(at, level.service_months),
            L::Window(at, level.quarters.window),
            L::MaxC(at, level.quarters.max_c),
            L::MaxD(at, level.quarters.max_d),
        ]);
        lines.extend(level.knowledge.minimum.map(|points| L::Minimum(at, points)));
        lines.extend(level.knowledge.top.map(|top| L::Top(at, top)));
    }
    lines.extend(standard.requirements.iter().cloned().map(L::Requirement));
    lines
}

/// A standard from lines in any order. Every line that is wrong is named by its place; what is missing, at the line that
/// asks for it. The version is the ledger's to give.
pub fn standard_from_lines(lines: &[StandardLine]) -> Result<Standard, Vec<(usize, Refusal)>> {
    let mut refused = Vec::new();
    let mut first: BTreeMap<(u8, u32, String), usize> = BTreeMap::new();
    let titled: BTreeSet<u32> = lines
        .iter()
        .filter_map(|line| if let StandardLine::Title(level, _) = line { Some(*level) } else { None })
        .collect();
    let highest = titled.len() as u32;
    for (at, line) in lines.iter().enumerate() {
        if let Some(first_row) = first.insert(line.identity(), at) {
            refused.push((at, Refusal::StandardLineTwice { first_row }));
        } else if let Some(level) = line.level().filter(|level| !titled.contains(level)) {
            refused.push((at, Refusal::UnknownLevel { level, highest }));
        }
    }
    if titled.is_empty() || highest > MOST_LEVELS || !titled.iter().copied().eq(1..=highest) {
        refused.push((0, Refusal::StandardLevels { most: MOST_LEVELS }));
    }
    let mut standard = Standard {
        version: 0,
        from: NaiveDate::default(),
        label: String::new(),
        bands: Standard::default_version().bands,
        object_grades: Vec::new(),
        levels: titled.iter().map(|level| empty_level(*level)).collect(),
        requirements: Vec::new(),
    };
    let mut dated = false;
    for line in lines {
        dated |= matches!(line, StandardLine::From(_));
        take(&mut standard, line);
    }
    // Where each level's own line stands, for what is missing of it.
    for level in &titled {
        let title = first.get(&(4, *level, String::new())).copied().unwrap_or_default();
        if (6..=10).any(|kind| !first.contains_key(&(kind, *level, String::new()))) {
            refused.push((title, Refusal::StandardLineMissing { level: *level }));
        }
    }
    if !dated {
        refused.push((0, Refusal::StandardFromMissing));
    }
    for (at, line) in lines.iter().enumerate() {
        if let StandardLine::Requirement(Requirement { object_grade: Some(name), .. }) = line
            && let Err(unknown) = standard.object_grade(name)
        {
            refused.push((at, unknown));
        }
    }
    if refused.is_empty()
        && let Err(whole) = standard.check()
    {
        refused.push((0, whole));
    }
    refused.sort_by_key(|(at, _)| *at);
    if refused.is_empty() { Ok(standard) } else { Err(refused) }
}

fn empty_level(level: u32) -> Level {
    Level {
        level,
        title: String::new(),
        description: String::new(),
        company_months: 0,
        service_months: 0,
        quarters: QuarterRule { window: 0, max_c: 0, max_d: 0 },
        knowledge: KnowledgeRule::default(),
    }
}

fn take(standard: &mut Standard, line: &StandardLine) {
    let GradeBands { a, b, c } = &mut standard.bands;
    let levels = &mut standard.levels;
    let mut of = |level: &u32, set: &mut dyn FnMut(&mut Level)| {
        if let Some(found) = levels.iter_mut().find(|l| l.level == *level) {
            set(found);
        }
    };
    match line {
        StandardLine::Label(text) => standard.label.clone_from(text),
        StandardLine::From(day) => standard.from = *day,
        StandardLine::Band(Grade::A, points) => *a = *points,
        StandardLine::Band(Grade::B, points) => *b = *points,
        StandardLine::Band(_, points) => *c = *points,
        StandardLine::ObjectGrade(grade) => standard.object_grades.push(grade.clone()),
        StandardLine::Title(level, text) => of(level, &mut |l| l.title.clone_from(text)),
        StandardLine::Description(level, text) => of(level, &mut |l| l.description.clone_from(text)),
        StandardLine::CompanyMonths(level, months) => of(level, &mut |l| l.company_months = *months),
        StandardLine::ServiceMonths(level, months) => of(level, &mut |l| l.service_months = *months),
        StandardLine::Window(level, count) => of(level, &mut |l| l.quarters.window = *count),
        StandardLine::MaxC(level, count) => of(level, &mut |l| l.quarters.max_c = *count),
        StandardLine::MaxD(level, count) => of(level, &mut |l| l.quarters.max_d = *count),
        StandardLine::Minimum(level, points) => of(level, &mut |l| l.knowledge.minimum = Some(*points)),
        StandardLine::Top(level, count) => of(level, &mut |l| l.knowledge.top = Some(*count)),
        StandardLine::Requirement(cell) => standard.requirements.push(cell.clone()),
    }
}
