//! What a day comes to: from calendar, stay, hours, punches, leave and what was set by hand. One rule for all of it.

use super::time::{DAY, TimeOfDay};
use super::{Correction, LeaveKind, WorkingHours};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Whether a day is one for the person at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Standing {
    /// Before the arrival or after the leaving.
    #[default]
    NotOnDuty,
    /// 休: nobody works that day.
    Off,
    /// 工作日.
    Working,
}

/// What is known of a person's day.
#[derive(Clone, Debug, Default)]
pub struct DayFacts<'f> {
    /// Whose day it is, and whether it is worked.
    pub standing: Standing,
    /// Whether whoever did not punch was away: the day is over and the unit's punches are on record.
    pub judged: bool,
    /// Approved leave of both halves.
    pub leave: [Option<LeaveKind>; 2],
    /// The person's punches, in minutes from this day's midnight, rising; those of other days may be among them.
    pub punches: Vec<i32>,
    /// What was set by hand.
    pub correction: Option<&'f Correction>,
    /// Approved overtime, minutes.
    pub overtime: u32,
}

/// What a day comes to. Halves are halves of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayResult {
    /// Whether it counts.
    pub standing: Standing,
    /// 出勤: halves there.
    pub present: u8,
    /// 迟到: minutes late.
    pub late: u32,
    /// 早退: minutes early.
    pub early: u32,
    /// 缺卡: punches missing.
    pub missing: u8,
    /// 旷工: halves away without leave.
    pub absent: u8,
    /// 请假: of both halves.
    pub leave: [Option<LeaveKind>; 2],
    /// 加班: minutes.
    pub overtime: u32,
    /// 未登记: halves of which nothing is known.
    pub unrecorded: u8,
    /// Whether something was set by hand.
    pub corrected: bool,
}

/// Two punches closer than this are one person pressing twice.
const SAME_PRESS: i32 = 30;

/// The punches that belong to the day: from its turn to the next day's.
fn of_the_day<'p>(hours: &WorkingHours, punches: &'p [i32]) -> &'p [i32] {
    let turn = hours.turn();
    let first = punches.partition_point(|at| *at < turn);
    let last = punches.partition_point(|at| *at < turn + DAY);
    punches.get(first..last).unwrap_or_default()
}

/// What a day comes to (catalogue ATT-01, ATT-02; §6.3: no lateness, no leaving early, no absence without leave).
///
/// Leave takes its halves out; the rest of the day is due. Of the punches the first is the arrival and the last the
/// leaving; a single one stands for whichever end of the due time is nearer, and the other is 缺卡. Nothing at all is
/// 旷工, but only where the unit's punches are on record. What was set by hand stands before all punches.
#[must_use]
pub fn judge(hours: &WorkingHours, facts: &DayFacts<'_>) -> DayResult {
    let mut day = DayResult {
        standing: facts.standing,
        overtime: facts.overtime,
        corrected: facts.correction.is_some() && facts.standing == Standing::Working,
        ..DayResult::default()
    };
    if facts.standing == Standing::NotOnDuty {
        day.overtime = 0;
    }
    if facts.standing != Standing::Working {
        return day;
    }
    day.leave = facts.leave;
    let due = facts.leave.iter().filter(|half| half.is_none()).count() as u8;
    if due == 0 {
        return day;
    }
    match facts.correction {
        Some(Correction::Marks { late, early, absent }) => {
            (day.late, day.early, day.absent) = (*late, *early, (*absent).min(due));
            day.present = due - day.absent;
        }
        Some(Correction::Punches { at }) => {
            let mut punches = of_the_day(hours, &facts.punches).to_vec();
            // A time before the turn is one of the morning after.
            let within = |time: &TimeOfDay| {
                let minutes = i32::from(time.minutes());
                if minutes < hours.turn() { minutes + DAY } else { minutes }
            };
            punches.extend(at.iter().map(within));
            punches.sort_unstable();
            by_punches(hours, &mut day, &punches, due);
        }
        None if facts.judged => by_punches(hours, &mut day, of_the_day(hours, &facts.punches), due),
        None => day.unrecorded = due,
    }
    day
}

/// Holds the punches against the halves that are due.
fn by_punches(hours: &WorkingHours, day: &mut DayResult, punches: &[i32], due: u8) {
    let (Some(&first), Some(&last)) = (punches.first(), punches.last()) else {
        day.absent = due;
        return;
    };
    day.present = due;
    let [start, rest, back, end] = hours.marks();
    let begins = if day.leave[0].is_some() { back } else { start };
    let ends = if day.leave[1].is_some() { rest } else { end };
    let (mut came, mut left) = (Some(first), Some(last));
    if last - first < SAME_PRESS {
        day.missing = 1;
        let nearer_to_end = (first - begins).abs() > (ends - last).abs();
        *(if nearer_to_end { &mut came } else { &mut left }) = None;
    }
    let flexible = if day.leave[0].is_none() { i32::try_from(hours.flexible).unwrap_or_default() } else { 0 };
    let stays_longer = came.map_or(0, |came| (came - begins).clamp(0, flexible));
    let past_grace = |minutes: i32| {
        u32::try_from(minutes).ok().filter(|minutes| *minutes > hours.grace).unwrap_or_default()
    };
    let late = came.map_or(0, |came| past_grace(came - begins - flexible));
    let early = left.map_or(0, |left| past_grace(ends + stays_longer - left));
    for (minutes, mark) in [(late, &mut day.late), (early, &mut day.early)] {
        if hours.absent_after > 0 && minutes > hours.absent_after && day.absent < due {
            day.absent += 1;
        } else {
            *mark = minutes;
        }
    }
    day.present = due - day.absent;
}

/// What a person's days come to. Halves are halves of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// 应出勤: halves that were to be worked.
    pub due: u32,
    /// 出勤: halves there, on business elsewhere included.
    pub present: u32,
    /// 迟到: times.
    pub late: u32,
    /// Minutes of all of them.
    pub late_minutes: u32,
    /// 早退: times.
    pub early: u32,
    /// Minutes of all of them.
    pub early_minutes: u32,
    /// 缺卡: times.
    pub missing: u32,
    /// 旷工: halves.
    pub absent: u32,
    /// 请假: halves by kind.
    pub leave: BTreeMap<LeaveKind, u32>,
    /// 加班: minutes.
    pub overtime: u32,
    /// 未登记: halves of which nothing is known.
    pub unrecorded: u32,
}

impl Totals {
    /// Adds a day.
    pub fn add(&mut self, day: &DayResult) {
        self.overtime += day.overtime;
        if day.standing != Standing::Working {
            return;
        }
        self.due += 2;
        self.present += u32::from(day.present);
        self.late += u32::from(day.late > 0);
        self.late_minutes += day.late;
        self.early += u32::from(day.early > 0);
        self.early_minutes += day.early;
        self.missing += u32::from(day.missing);
        self.absent += u32::from(day.absent);
        self.unrecorded += u32::from(day.unrecorded);
        for kind in day.leave.into_iter().flatten() {
            *self.leave.entry(kind).or_default() += 1;
            self.present += u32::from(kind.is_duty());
        }
    }

    /// Of many days.
    pub fn of<'d>(days: impl IntoIterator<Item = &'d DayResult>) -> Self {
        let mut totals = Self::default();
        days.into_iter().for_each(|day| totals.add(day));
        totals
    }
}
