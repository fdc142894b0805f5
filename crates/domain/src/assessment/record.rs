//! Recording scores: one person, a unit's month or a whole file, all or nothing.

use super::{Assessment, ItemScore, MonthState, Submitted};
use crate::event::{AssessmentRecorded, Event};
use crate::kernel::{Month, Quarter, Score, StaffNo, UnitCode};
use crate::people::Membership;
use crate::refusal::Refusal;
use crate::rulebook::{Rubric, RubricItem};
use crate::work::{Computed, WorkMonth, computed};
use std::collections::{BTreeMap, BTreeSet};

/// What a row gives: a total, or points per item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// One total of 0..100 points.
    Total(Score),
    /// Points per rubric item.
    Items(Vec<ItemScore>),
}

/// A score to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessmentRow {
    /// 用人单位.
    pub unit: UnitCode,
    /// 月份.
    pub month: Month,
    /// 工号.
    pub staff_no: StaffNo,
    /// Total or items.
    pub content: Content,
    /// 说明.
    pub note: Option<String>,
}

/// Which cell of a row a refusal speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AssessmentColumn {
    /// 单位代码.
    Unit,
    /// 月份.
    Month,
    /// 工号.
    StaffNo,
    /// 得分.
    Score,
    /// The column of that rubric item.
    Item(String),
}

/// What the rule needs to know.
#[derive(Debug)]
pub struct RecordFacts {
    /// The month in which we are; later ones are in the future.
    pub this_month: Month,
    /// Units on record.
    pub units: BTreeSet<UnitCode>,
    /// Memberships on record.
    pub memberships: Vec<Membership>,
    /// Where the months stand; absent means open.
    pub states: BTreeMap<(UnitCode, Month), MonthState>,
    /// Scores on record.
    pub submitted: BTreeMap<(UnitCode, Month, StaffNo), Submitted>,
    /// Persons declared 本月不评分.
    pub not_assessed: BTreeSet<(UnitCode, Month, StaffNo)>,
    /// The rubric in force per quarter (that of its first month).
    pub rubrics: BTreeMap<Quarter, Rubric>,
    /// Quarters that are final and have no open revision.
    pub final_quarters: BTreeSet<Quarter>,
    /// 代录: recorded by an administrator for the units.
    pub on_behalf: bool,
    /// What the months' tickets say of everybody, for the months whose rubric computes items from them.
    pub work: WorkMonths,
}

/// Everybody's tickets, by unit and month.
pub type WorkMonths = BTreeMap<(UnitCode, Month), BTreeMap<StaffNo, WorkMonth>>;

/// Where a row goes wrong.
pub type RowRefusal = (usize, AssessmentColumn, Refusal);

/// Records the rows. A row identical to what is on record does nothing; a different score for a submitted one is
/// refused until the month is reopened.
pub fn record_assessments(
    facts: &RecordFacts,
    rows: &[AssessmentRow],
) -> Result<Vec<Event>, Vec<RowRefusal>> {
    let mut seen: BTreeMap<(&UnitCode, Month, &StaffNo), usize> = BTreeMap::new();
    let mut stays: BTreeMap<&StaffNo, Vec<&Membership>> = BTreeMap::new();
    for membership in &facts.memberships {
        stays.entry(&membership.staff_no).or_default().push(membership);
    }
    let mut events = Vec::new();
    let mut refused = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let first = *seen.entry((&row.unit, row.month, &row.staff_no)).or_insert(index);
        if first != index {
            let refusal = Refusal::PersonTwice { staff_no: row.staff_no.clone(), first_row: first };
            refused.push((index, AssessmentColumn::StaffNo, refusal));
            continue;
        }
        match record_one(facts, stays.get(&row.staff_no).map_or(&[], Vec::as_slice), row) {
            Ok(Some(event)) => events.push(event),
            Ok(None) => {}
            Err((column, refusal)) => refused.push((index, column, refusal)),
        }
    }
    if refused.is_empty() { Ok(events) } else { Err(refused) }
}

/// `stays`: the memberships of the row's person.
fn record_one(
    facts: &RecordFacts,
    stays: &[&Membership],
    row: &AssessmentRow,
) -> Result<Option<Event>, (AssessmentColumn, Refusal)> {
    use AssessmentColumn as Column;
    let (unit, month, staff_no) = (&row.unit, row.month, &row.staff_no);
    let quarter = month.quarter();
    if !facts.units.contains(unit) {
        return Err((Column::Unit, Refusal::UnknownUnit { unit: unit.clone() }));
    }
    if month > facts.this_month {
        return Err((Column::Month, Refusal::MonthInFuture { month, this_month: facts.this_month }));
    }
    if facts.final_quarters.contains(&quarter) {
        return Err((Column::Month, Refusal::QuarterFinal { quarter }));
    }
    if stays.is_empty() {
        return Err((Column::StaffNo, Refusal::UnknownEngineer { staff_no: staff_no.clone() }));
    }
    if !stays.iter().any(|m| m.unit == *unit && m.touches(month)) {
        let (unit, staff_no) = (unit.clone(), staff_no.clone());
        return Err((Column::StaffNo, Refusal::NotOnDuty { staff_no, unit, month }));
    }
    if facts.not_assessed.contains(&(unit.clone(), month, staff_no.clone())) {
        return Err((Column::StaffNo, Refusal::DeclaredNotAssessed { staff_no: staff_no.clone(), month }));
    }
    let rubric = facts.rubrics.get(&quarter).ok_or((Column::Month, Refusal::NoRubric { quarter }))?;
    let work = facts.work.get(&(unit.clone(), month)).and_then(|people| people.get(staff_no));
    let (score, items) = content(rubric, &row.content, work.unwrap_or(&WorkMonth::default()))?;
    let assessment = Assessment {
        unit: unit.clone(),
        month,
        staff_no: staff_no.clone(),
        score,
        items,
        note: row.note.clone().filter(|n| !n.trim().is_empty()),
        rubric: rubric.version,
        on_behalf: facts.on_behalf,
    };
    let known = facts.submitted.get(&(unit.clone(), month, staff_no.clone()));
    let state = facts.states.get(&(unit.clone(), month)).copied().unwrap_or_default();
    match known {
        Some(old) if same(&old.assessment, &assessment) => Ok(None),
        Some(old) if state != MonthState::Reopened => Err((
            Column::Score,
            Refusal::ScoreSubmitted { staff_no: staff_no.clone(), month, submitted: old.assessment.score },
        )),
        None if state == MonthState::Closed => {
            Err((Column::Month, Refusal::MonthClosed { unit: unit.clone(), month }))
        }
        _ => Ok(Some(Event::AssessmentRecorded(AssessmentRecorded { assessment }))),
    }
}

/// Two records that say the same of the person: who recorded them does not matter.
fn same(a: &Assessment, b: &Assessment) -> bool {
    a.score == b.score && a.items == b.items && a.note == b.note
}

fn content(
    rubric: &Rubric,
    content: &Content,
    work: &WorkMonth,
) -> Result<(Score, Vec<ItemScore>), (AssessmentColumn, Refusal)> {
    let items = match content {
        Content::Total(score) if rubric.total_allowed => return Ok((*score, Vec::new())),
        Content::Total(_) => {
            return Err((AssessmentColumn::Score, Refusal::TotalNotAllowed { version: rubric.version }));
        }
        Content::Items(items) => items,
    };
    let mut seen = BTreeSet::new();
    for item in items {
        let column = AssessmentColumn::Item(item.code.clone());
        if !seen.insert(&item.code) {
            return Err((column, Refusal::ItemTwice { item: item.code.clone() }));
        }
        let Some(known) = rubric.item(&item.code) else {
            return Err((column, Refusal::UnknownItem { item: item.code.clone(), version: rubric.version }));
        };
        let outside = item.points.is_sign_negative() && !item.points.is_zero() || item.points > known.max;
        // A veto item has no points: anything but zero in it is the veto.
        if outside && !known.veto {
            return Err((column, Refusal::PointsOutOfRange { item: item.code.clone(), max: known.max }));
        }
        if item.points.normalize().scale() > 4 {
            return Err((column, Refusal::PointsTooFine { item: item.code.clone() }));
        }
        if known.needs_reason
            && known.takes_off(item.points)
            // What a rule computes asks for its own reason.
            && computed(known, work).is_none()
            && item.reason.as_deref().is_none_or(|r| r.trim().is_empty())
        {
            return Err((column, Refusal::ReasonMissing { item: item.code.clone() }));
        }
    }
    let mut filled = Vec::new();
    for known in &rubric.items {
        let column = || AssessmentColumn::Item(known.code.clone());
        let given = items.iter().find(|item| item.code == known.code);
        match (given, computed(known, work)) {
            (given, Some(computed)) => {
                filled.push(by_rule(known, given, computed).map_err(|refusal| (column(), refusal))?);
            }
            (Some(given), None) => filled.push(ItemScore { computed: None, ..given.clone() }),
            (None, None) if known.veto => {}
            (None, None) => return Err((column(), Refusal::ItemMissing { item: known.code.clone() })),
        }
    }
    let points: Vec<_> = filled.iter().map(|item| (item.code.clone(), item.points)).collect();
    Ok((rubric.total(&points), filled))
}

/// An item for which the rubric has a rule and the month enough tickets: what came out stands where nothing was given, and
/// says itself why. Other points want a reason, and what came out is kept beside them.
fn by_rule(known: &RubricItem, given: Option<&ItemScore>, computed: Computed) -> Result<ItemScore, Refusal> {
    match given.filter(|given| given.points != computed.points) {
        None => Ok(ItemScore {
            code: known.code.clone(),
            points: computed.points,
            reason: computed.explained(known),
            evidence: computed.seen_in(known),
            computed: Some(computed),
        }),
        Some(given) if given.reason.as_deref().is_none_or(|reason| reason.trim().is_empty()) => {
            Err(Refusal::ComputedDiffers {
                item: known.code.clone(),
                computed: computed.points,
                given: given.points.normalize(),
            })
        }
        Some(given) => Ok(ItemScore { computed: Some(computed), ..given.clone() }),
    }
}
