//! 异议单: what the provider objects to in one confirmation sheet, as a document that travels from a machine that may have
//! no ledger to the one that answers. Here stands what it holds and may hold;
//! [`take_slip`] raises what it says.

mod take;

pub use take::{RaisedBefore, SlipArrival, SlipRecord, take_slip};

use crate::kernel::{Digest, Month, Quarter, Score, StaffNo, UnitCode};
use crate::refusal::Refusal;
use crate::settlement::official::objection::objection_text;
use crate::settlement::{check_code, code_of};
use crate::signing::{ReportSubject, report_no};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most objections of one slip.
pub const MOST_OBJECTIONS: u32 = 100;
/// Most characters of the writer's name, and of their post.
const LONGEST_NAME: u32 = 60;

/// A person of a sheet with the months they are assessed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetPerson {
    /// 工号.
    pub staff_no: StaffNo,
    /// Months with their scores; `None`: 本月不评分, or not scored.
    pub months: Vec<(Month, Option<Score>)>,
}

/// What a machine reads from a unit's confirmation sheet: its canonical figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRead {
    /// Which quarter.
    pub quarter: Quarter,
    /// Which unit.
    pub unit: UnitCode,
    /// Everybody, by staff number.
    pub people: Vec<SheetPerson>,
}

/// Reads the canonical figures of a confirmation sheet; `None` where they are of another document.
#[must_use]
pub fn read_sheet(figures: &str) -> Option<SheetRead> {
    #[derive(Deserialize)]
    struct Figures {
        kind: String,
        quarter: Quarter,
        unit: Unit,
    }
    #[derive(Deserialize)]
    struct Unit {
        code: UnitCode,
        months: Vec<MonthOf>,
    }
    #[derive(Deserialize)]
    struct MonthOf {
        month: Month,
        people: Vec<(StaffNo, Option<Score>, bool)>,
    }
    let read: Figures = serde_json::from_str(figures).ok()?;
    if read.kind != "confirmation" {
        return None;
    }
    let mut people: BTreeMap<StaffNo, Vec<(Month, Option<Score>)>> = BTreeMap::new();
    for month in read.unit.months {
        for (staff_no, score, _) in month.people {
            people.entry(staff_no).or_default().push((month.month, score));
        }
    }
    Some(SheetRead {
        quarter: read.quarter,
        unit: read.unit.code,
        people: people.into_iter().map(|(staff_no, months)| SheetPerson { staff_no, months }).collect(),
    })
}

/// The sheet that a slip objects to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SheetRef {
    /// 报告编号.
    pub report_no: String,
    /// Its revision.
    pub revision: u32,
    /// 校验码.
    pub check_code: String,
    /// Digest of its canonical figures.
    pub figures: Digest,
}

/// One objection of a slip.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SlipObjection {
    /// About whom; `None`: the whole unit.
    pub staff_no: Option<StaffNo>,
    /// What, and why.
    pub text: String,
}

/// 异议单, as a machine reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ObjectionSlip {
    kind: SlipKind,
    /// Which quarter.
    pub quarter: Quarter,
    /// Which unit.
    pub unit: UnitCode,
    /// What it objects to.
    pub sheet: SheetRef,
    /// The objections, each once.
    pub objections: Vec<SlipObjection>,
    /// Name of the writer.
    pub written_by: String,
    /// 职务; may be empty.
    pub post: String,
    /// The day, by the writer's own clock.
    pub written_on: NaiveDate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum SlipKind {
    #[serde(rename = "objectionSlip")]
    ObjectionSlip,
}

impl ObjectionSlip {
    /// Canonical form: the order of the fields above.
    #[must_use]
    pub fn figures(&self) -> String {
        serde_json::to_string(self).expect("a slip holds text keys only")
    }

    /// Reads a slip from its canonical form; `None` where it is none, or one that this program would not have written.
    #[must_use]
    pub fn read(figures: &str) -> Option<Self> {
        let slip: Self = serde_json::from_str(figures).ok()?;
        let kept = checked(&slip.objections).ok()?;
        let unit = slip.unit.clone();
        let sheet_no = report_no(slip.quarter, &ReportSubject::Confirmation { unit }, slip.sheet.revision);
        let written = kept == slip.objections
            && slip.sheet.report_no == sheet_no
            && slip.sheet.check_code == code_of(&slip.sheet.figures)
            && named(&slip.written_by, &slip.post).is_ok()
            && slip.figures() == figures;
        written.then_some(slip)
    }

    /// `HQ-2026Q3-CD-R1-YY-1A2B`: the sheet's number and the beginning of the slip's check code, because a sheet may get
    /// several slips from machines that know nothing of each other.
    #[must_use]
    pub fn number(&self) -> String {
        let code = check_code(&self.figures());
        format!("{}-YY-{}", self.sheet.report_no, code.split('-').next().unwrap_or_default())
    }
}

/// The objections with their texts trimmed, each once; refused where they are none, too many, empty or too long.
fn checked(objections: &[SlipObjection]) -> Result<Vec<SlipObjection>, Refusal> {
    let mut kept: Vec<SlipObjection> = Vec::new();
    for one in objections {
        let one = SlipObjection { staff_no: one.staff_no.clone(), text: objection_text(&one.text)? };
        if !kept.contains(&one) {
            kept.push(one);
        }
        if kept.len() > MOST_OBJECTIONS as usize {
            return Err(Refusal::ObjectionCount { limit: MOST_OBJECTIONS });
        }
    }
    if kept.is_empty() { Err(Refusal::ObjectionCount { limit: MOST_OBJECTIONS }) } else { Ok(kept) }
}

/// A writer has a name, and name and post fit on a line.
fn named(writer: &str, post: &str) -> Result<(), Refusal> {
    if writer.trim().is_empty() {
        return Err(Refusal::WriterNeeded);
    }
    if [writer, post].iter().any(|text| text.trim().chars().count() > LONGEST_NAME as usize) {
        return Err(Refusal::NameLength { limit: LONGEST_NAME });
    }
    Ok(())
}

/// Writes a slip against a sheet. `writer`: name and post.
pub fn write_slip(
    read: &SheetRead,
    sheet: SheetRef,
    objections: &[SlipObjection],
    (writer, post): (&str, &str),
    today: NaiveDate,
) -> Result<ObjectionSlip, Refusal> {
    let objections = checked(objections)?;
    for staff_no in objections.iter().filter_map(|one| one.staff_no.as_ref()) {
        if read.people.iter().all(|person| person.staff_no != *staff_no) {
            return Err(Refusal::NotOnSheet { staff_no: staff_no.clone() });
        }
    }
    named(writer, post)?;
    Ok(ObjectionSlip {
        kind: SlipKind::ObjectionSlip,
        quarter: read.quarter,
        unit: read.unit.clone(),
        sheet,
        objections,
        written_by: writer.trim().to_owned(),
        post: post.trim().to_owned(),
        written_on: today,
    })
}

#[cfg(test)]
mod tests;
