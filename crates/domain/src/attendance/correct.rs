//! What a unit sets by hand: a forgotten punch (补卡), or what a day was (更正, 登记).

use super::{Standing, TimeOfDay};
use crate::event::{DayCorrected, Event};
use crate::kernel::{Digest, Month, StaffNo, UnitCode};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a day is set to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "as", rename_all = "camelCase")]
pub enum Correction {
    /// 补卡: these punches are added to the machine's.
    Punches {
        /// Their times.
        at: Vec<TimeOfDay>,
    },
    /// 登记: what the day was, whatever the machine says. All zero is 出勤.
    Marks {
        /// 迟到, minutes.
        late: u32,
        /// 早退, minutes.
        early: u32,
        /// 旷工, halves of a day.
        absent: u8,
    },
}

/// Longest lateness in minutes that a mark may say.
const MINUTES_LIMIT: u32 = 720;

impl Correction {
    /// Reads a mark as the grid writes it, several with blanks between: `√` or `出勤`, `迟12`, `早5`, `旷`, `旷半`; or
    /// punches, `08:25 18:03`.
    ///
    /// # Errors
    /// [`Refusal::MarkUnreadable`], with the text.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let unreadable = || Refusal::MarkUnreadable { text: text.trim().chars().take(20).collect() };
        let words: Vec<&str> = text
            .split(|c: char| c.is_whitespace() || "、，,;；".contains(c))
            .filter(|word| !word.is_empty())
            .collect();
        if words.is_empty() {
            return Err(unreadable());
        }
        if words.iter().all(|word| word.contains([':', '：'])) {
            let times: Result<BTreeSet<_>, _> = words.iter().map(|word| TimeOfDay::parse(word)).collect();
            return Ok(Self::Punches { at: times.map_err(|_| unreadable())?.into_iter().collect() });
        }
        let (mut late, mut early, mut absent, mut present) = (None, None, None, false);
        for word in words {
            let lower = word.to_lowercase();
            let minutes = |names: [&str; 4]| {
                let rest = names.into_iter().find_map(|name| lower.strip_prefix(name))?;
                let digits = rest.trim_end_matches("分钟").trim_end_matches(['分', '\'']);
                let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
                plain.then(|| digits.parse().ok()).flatten().filter(|m| (1..=MINUTES_LIMIT).contains(m))
            };
            // Each mark at most once: `迟5 迟7` is a slip.
            let fits = if let Some(found) = minutes(["迟到", "迟", "late", "l"]) {
                late.replace(found).is_none()
            } else if let Some(found) = minutes(["早退", "早", "early", "e"]) {
                early.replace(found).is_none()
            } else {
                match &*lower {
                    "√" | "✓" | "出勤" | "出" | "present" => !std::mem::replace(&mut present, true),
                    "旷工" | "旷" | "旷1" | "absent" | "a" => absent.replace(2).is_none(),
                    "旷工半天" | "旷半" | "旷0.5" | "a½" => absent.replace(1).is_none(),
                    _ => false,
                }
            };
            if !fits {
                return Err(unreadable());
            }
        }
        let marked = late.is_some() || early.is_some() || absent.is_some();
        // A whole day away is neither late nor early.
        if present == marked || absent == Some(2) && (late.is_some() || early.is_some()) {
            return Err(unreadable());
        }
        let (late, early) = (late.unwrap_or_default(), early.unwrap_or_default());
        Ok(Self::Marks { late, early, absent: absent.unwrap_or_default() })
    }
}

/// One day to be set, or, with `None`, to be left to the machine again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionRow {
    /// 工号.
    pub staff_no: StaffNo,
    /// 日期.
    pub day: NaiveDate,
    /// To what.
    pub correction: Option<Correction>,
    /// Why: digest of the text beside the journal.
    pub reason: Option<Digest>,
}

/// What the rule needs to know of a unit.
#[derive(Debug)]
pub struct CorrectFacts {
    /// 用人单位.
    pub unit: UnitCode,
    /// Today.
    pub today: NaiveDate,
    /// What the days concerned are for the persons concerned.
    pub standing: BTreeMap<(StaffNo, NaiveDate), Standing>,
    /// What is set by hand already.
    pub known: BTreeMap<(StaffNo, NaiveDate), Correction>,
    /// The next number of each person's records.
    pub next: BTreeMap<StaffNo, u32>,
    /// Months of the unit whose scores are reviewed: what they rest on stays as it is until they are reopened.
    pub closed: BTreeSet<Month>,
}

/// Sets days by hand, all or none. What is so already does nothing.
///
/// # Errors
/// Each with its place: [`Refusal::DateInFuture`], [`Refusal::NotOnDutyThatDay`], [`Refusal::DayOff`],
/// [`Refusal::AttendanceMonthClosed`], [`Refusal::ReasonNeeded`].
pub fn correct_days(
    facts: &CorrectFacts,
    rows: &[CorrectionRow],
) -> Result<Vec<Event>, Vec<(usize, Refusal)>> {
    let (mut events, mut refused) = (Vec::new(), Vec::new());
    let mut next = facts.next.clone();
    for (index, row) in rows.iter().enumerate() {
        let key = (row.staff_no.clone(), row.day);
        if facts.known.get(&key) == row.correction.as_ref() {
            continue;
        }
        match allowed(facts, row) {
            Err(refusal) => refused.push((index, refusal)),
            Ok(reason) => {
                let number = next.entry(row.staff_no.clone()).or_insert(1);
                events.push(Event::DayCorrected(DayCorrected {
                    unit: facts.unit.clone(),
                    staff_no: row.staff_no.clone(),
                    number: *number,
                    day: row.day,
                    correction: row.correction.clone(),
                    reason,
                }));
                *number += 1;
            }
        }
    }
    if refused.is_empty() { Ok(events) } else { Err(refused) }
}

fn allowed(facts: &CorrectFacts, row: &CorrectionRow) -> Result<Digest, Refusal> {
    if row.day > facts.today {
        return Err(Refusal::DateInFuture { date: row.day, today: facts.today });
    }
    match facts.standing.get(&(row.staff_no.clone(), row.day)) {
        Some(Standing::Working) => {}
        Some(Standing::Off) => return Err(Refusal::DayOff { day: row.day }),
        Some(Standing::NotOnDuty) | None => {
            return Err(Refusal::NotOnDutyThatDay { staff_no: row.staff_no.clone(), day: row.day });
        }
    }
    if let Some(month) = Month::of(row.day).filter(|month| facts.closed.contains(month)) {
        return Err(Refusal::AttendanceMonthClosed { unit: facts.unit.clone(), month });
    }
    row.reason.ok_or(Refusal::ReasonNeeded)
}
