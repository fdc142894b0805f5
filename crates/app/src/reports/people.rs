//! Persons' months as both reports list them: scores, rubric items, and what was taken off.

use super::head::Tables;
use super::words;
use crate::error::AppError;
use chrono::NaiveDate;
use domain::assessment::Assessment;
use domain::attendance::Totals;
use domain::kernel::{Month, Quarter, StaffNo, UnitCode};
use domain::rulebook::Rubric;
use domain::settlement::{MonthResult, PersonResult, UnitResult};
use domain::work::WorkMonth;
use ledger::assessment::query;
use report::view::{
    AnnexPerson, AssessedPerson, ComputedItem, Deduction, MonthPerson, MonthTickets, PersonMonth,
};
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::BTreeMap;

/// What a unit's month of attendance comes to for each person.
pub(super) struct Attended(BTreeMap<StaffNo, Totals>);

impl Attended {
    pub fn of(
        tables: &Tables<'_>,
        unit: &UnitCode,
        month: Month,
        today: NaiveDate,
    ) -> Result<Self, AppError> {
        let judged = ledger::attendance::facts::month(tables.conn(), unit, month, today)?.judged();
        Ok(Self(judged.into_iter().map(|one| (one.staff_no, one.totals)).collect()))
    }

    /// In words; nothing where none is on record.
    pub fn words(&self, staff_no: &StaffNo) -> String {
        self.0.get(staff_no).map(words::attended).unwrap_or_default()
    }
}

/// The scores on record for a quarter, with the rubric they follow.
pub(super) struct Scored {
    by_person: BTreeMap<(UnitCode, Month, StaffNo), Assessment>,
    rubric: Rubric,
}

impl Scored {
    pub fn read(tables: &Tables<'_>, quarter: Quarter, rubric: Rubric) -> Result<Self, AppError> {
        let [first, _, last] = quarter.months();
        let by_person = query::scores(tables.conn(), first, last)?
            .into_iter()
            .map(|s| s.assessment)
            .map(|a| ((a.unit.clone(), a.month, a.staff_no.clone()), a))
            .collect();
        Ok(Self { by_person, rubric })
    }

    fn of(&self, unit: &UnitCode, month: Month, person: &PersonResult) -> Option<&Assessment> {
        self.by_person.get(&(unit.clone(), month, person.staff_no.clone()))
    }

    fn name<'a>(&'a self, code: &'a str) -> &'a str {
        self.rubric.item(code).map_or(code, |item| &item.name)
    }

    /// `商机收集 9/10；需求分析 15/15`, and what must be said of the score.
    fn items(&self, unit: &UnitCode, month: Month, person: &PersonResult) -> String {
        let mut parts = Vec::new();
        if let Some(assessment) = self.of(unit, month, person) {
            for given in &assessment.items {
                let name = self.name(&given.code);
                match self.rubric.item(&given.code) {
                    Some(item) if item.veto && given.points.is_zero() => {}
                    Some(item) if item.veto => parts.push(format!("{name}，总分计 0")),
                    Some(item) => {
                        let by = if given.follows_rule() { "（按工单）" } else { "" };
                        let (points, max) = (given.points.normalize(), item.max.normalize());
                        parts.push(format!("{name} {points}/{max}{by}"));
                    }
                    None => parts.push(format!("{name} {}", given.points.normalize())),
                }
            }
            if assessment.items.is_empty() {
                parts.push("只填报总分".to_owned());
            }
            let said = |note: &str| assessment.items.iter().any(|i| i.reason.as_deref() == Some(note));
            parts.extend(assessment.note.iter().filter(|n| !said(n)).map(|note| format!("说明：{note}")));
        }
        if person.probation {
            parts.push("试用期".to_owned());
        }
        if person.score.is_some() && !person.counted {
            parts.push("不计入".to_owned());
        }
        parts.join("；")
    }

    /// Everybody's month in a unit: the rows of the month sheet.
    pub fn month(
        &self,
        tables: &Tables<'_>,
        unit: &UnitCode,
        month: &MonthResult,
        today: NaiveDate,
    ) -> Result<Vec<MonthPerson>, AppError> {
        let attended = Attended::of(tables, unit, month.month, today)?;
        let person = |person: &PersonResult| {
            Ok(MonthPerson {
                staff_no: person.staff_no.to_string(),
                name: tables.engineer(&person.staff_no)?,
                score: score(person, 2),
                items: self.items(unit, month.month, person),
                attendance: attended.words(&person.staff_no),
            })
        };
        month.people.iter().map(person).collect()
    }

    /// What was taken off in a unit's quarter, by month, person and item.
    pub fn deductions(&self, tables: &Tables<'_>, unit: &UnitResult) -> Result<Vec<Deduction>, AppError> {
        let mut list = Vec::new();
        for month in &unit.months {
            for person in &month.people {
                let Some(assessment) = self.of(&unit.code, month.month, person) else { continue };
                let name = tables.engineer(&person.staff_no)?;
                for given in &assessment.items {
                    let Some(points) = self.taken_off(&given.code, given.points) else { continue };
                    list.push(Deduction {
                        unit: unit.name.clone(),
                        month: month.month.to_string(),
                        staff_no: shown_number(&name, &person.staff_no),
                        name: name.clone(),
                        item: self.name(&given.code).to_owned(),
                        points,
                        reason: given.reason.clone().unwrap_or_default(),
                        evidence: given.evidence.clone().unwrap_or_default(),
                        // The clause of the rules that the rubric rests on.
                        clause: "§6.4".to_owned(),
                    });
                }
            }
        }
        Ok(list)
    }

    /// Items of a unit's quarter that tickets decided, by month and person.
    pub fn computed(&self, tables: &Tables<'_>, unit: &UnitResult) -> Result<Vec<ComputedItem>, AppError> {
        let mut list = Vec::new();
        for month in &unit.months {
            for person in &month.people {
                let Some(assessment) = self.of(&unit.code, month.month, person) else { continue };
                for given in &assessment.items {
                    let (Some(item), Some(computed)) = (self.rubric.item(&given.code), &given.computed)
                    else {
                        continue;
                    };
                    let (name, no) = (tables.engineer(&person.staff_no)?, person.staff_no.as_str());
                    list.push(ComputedItem {
                        unit: unit.name.clone(),
                        month: month.month.to_string(),
                        person: if name == no { name } else { format!("{name}（{no}）") },
                        item: item.name.clone(),
                        points: format!("{}/{}", given.points.normalize(), item.max.normalize()),
                        how: words::computed(item, given, computed),
                        pieces: words::pieces(item, computed),
                    });
                }
            }
        }
        Ok(list)
    }

    fn taken_off(&self, code: &str, points: Decimal) -> Option<String> {
        let item = self.rubric.item(code)?;
        if item.veto {
            return (!points.is_zero()).then(|| "归零".to_owned());
        }
        let mut less = points - item.max;
        less.rescale(less.normalize().scale().max(2));
        (points < item.max).then(|| less.to_string())
    }
}

/// What a unit's month of tickets says of everybody who did any, up to its review.
pub(super) fn tickets(
    tables: &Tables<'_>,
    unit: &UnitCode,
    month: Month,
    reviewed_on: Option<NaiveDate>,
) -> Result<Vec<MonthTickets>, AppError> {
    let people = ledger::ticket::work::months(tables.conn(), unit, month, reviewed_on)?;
    let row = |(staff_no, work): (&StaffNo, &WorkMonth)| {
        let rated = work.rated().count();
        Ok(MonthTickets {
            staff_no: staff_no.to_string(),
            name: tables.engineer(staff_no)?,
            tickets: work.tickets().count().to_string(),
            incidents: work.incidents().count().to_string(),
            in_time: work.done.iter().filter(|piece| piece.in_time).count().to_string(),
            mean_mark: work
                .mean_mark()
                .map_or_else(|| words::NONE.to_owned(), |mean| format!("{}（{rated} 件）", mean.to_fixed(2))),
            low: work.rated_low().count().to_string(),
            complaints: work.complaints.len().to_string(),
        })
    };
    people.iter().map(row).collect()
}

/// Where the name is not known the number stands in its place, and not twice.
fn shown_number(name: &str, staff_no: &StaffNo) -> String {
    if name == staff_no.as_str() { String::new() } else { staff_no.to_string() }
}

fn score(person: &PersonResult, decimals: u32) -> String {
    match person.score {
        _ if person.not_assessed => "本月不评分".to_owned(),
        Some(score) => {
            let mut points =
                score.decimal().round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
            points.rescale(decimals);
            points.to_string()
        }
        None => "未评分".to_owned(),
    }
}

/// Every person's months in a unit, by person: the rows of 附件一.
pub(super) fn annex(
    tables: &Tables<'_>,
    scored: &Scored,
    unit: &UnitResult,
) -> Result<Vec<AnnexPerson>, AppError> {
    let mut rows = Vec::new();
    for (month, person) in unit.months.iter().flat_map(|m| m.people.iter().map(move |p| (m.month, p))) {
        rows.push((person.staff_no.clone(), month, person));
    }
    rows.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    rows.into_iter()
        .map(|(staff_no, month, person)| {
            Ok(AnnexPerson {
                unit: unit.name.clone(),
                name: tables.engineer(&staff_no)?,
                staff_no: staff_no.to_string(),
                month: month.to_string(),
                score: score(person, 6),
                items: scored.items(&unit.code, month, person),
            })
        })
        .collect()
}

/// Every person of a unit with the months in it: the rows of the confirmation sheet.
pub(super) fn assessed(
    tables: &Tables<'_>,
    scored: &Scored,
    unit: &UnitResult,
    today: NaiveDate,
) -> Result<Vec<AssessedPerson>, AppError> {
    let mut people: BTreeMap<&StaffNo, Vec<PersonMonth>> = BTreeMap::new();
    for month in &unit.months {
        let attended = Attended::of(tables, &unit.code, month.month, today)?;
        for person in &month.people {
            people.entry(&person.staff_no).or_default().push(PersonMonth {
                month: month.month.to_string(),
                score: score(person, 2),
                items: scored.items(&unit.code, month.month, person),
                attendance: attended.words(&person.staff_no),
            });
        }
    }
    people
        .into_iter()
        .map(|(staff_no, months)| {
            Ok(AssessedPerson { staff_no: staff_no.to_string(), name: tables.engineer(staff_no)?, months })
        })
        .collect()
}

/// The scores that a month's mean is made of, as its formula shows them.
pub(super) fn counted(month: &MonthResult) -> Vec<String> {
    let people = month.people.iter().filter(|p| p.counted);
    people.filter_map(|p| p.score).map(|s| words::exact(&s.exact())).collect()
}
