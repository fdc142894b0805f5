//! Attendance of three units since May: their hours, what their machines recorded, leave and overtime, what was set by hand.

use super::cast::Engineer;
use super::course::staff;
use super::year::{Stage, at, leader, manager, unit_code};
use crate::attendance::SetAttendanceHours;
use crate::attendance::{ApplyLeave, ApplyOvertime, CorrectAttendance, CorrectionInput, DecideApplication};
use crate::error::AppError;
use chrono::{DateTime, NaiveDate, Utc};
use domain::attendance::{
    ApplicationState, Half, Leave, LeaveKind, Matter, MonthFacts, PunchDay, Standing, TimeOfDay,
    record_punches,
};
use domain::kernel::{Month, Role, StaffNo};
use ledger::attendance::facts;
use std::collections::BTreeSet;

/// Units with a machine: their beginning, end, grace and flexible minutes.
const UNITS: [(&str, &str, &str, u32, u32); 3] =
    [("CD", "09:00", "18:00", 5, 0), ("MY", "08:30", "17:30", 0, 0), ("NC", "08:30", "18:00", 0, 30)];

/// Leave or hours of overtime.
enum For {
    Leave(LeaveKind, Half, &'static str, Half),
    Overtime(&'static str),
}

/// What became of an application.
enum Answer {
    Approved,
    Refused(&'static str),
    Waits,
}

/// One application of the year.
struct Asked {
    unit: &'static str,
    /// Which of the unit's people.
    who: usize,
    what: For,
    from: &'static str,
    on: &'static str,
    reason: &'static str,
    note: Option<&'static str>,
    answer: Answer,
}

/// Somebody's day that is other than their days are: the unit, who, the day, and the punches there are.
const ODD: [(&str, usize, &str, &[&str]); 3] = [
    ("CD", 1, "2026-08-19", &["08:52"]),
    ("NC", 2, "2026-09-17", &[]),
    ("MY", 3, "2026-10-21", &["08:24", "16:20"]),
];

fn applications() -> Vec<Asked> {
    use Half::{First, Second};
    let asked = |unit, who, what, from, on, reason, answer| Asked {
        unit,
        who,
        what,
        from,
        on,
        reason,
        note: None,
        answer,
    };
    let leave = |kind, to| For::Leave(kind, First, to, Second);
    let late = |asked: Asked| Asked { note: Some("当天已电话告知，事后补办。"), ..asked };
    vec![
        asked(
            "CD",
            3,
            leave(LeaveKind::Annual, "2026-07-24"),
            "2026-07-22",
            "2026-07-17",
            "回乡探亲",
            Answer::Approved,
        ),
        asked("CD", 4, For::Overtime("4"), "2026-07-25", "2026-07-23", "割接配合", Answer::Approved),
        late(asked(
            "MY",
            2,
            For::Leave(LeaveKind::Sick, Second, "2026-07-28", Second),
            "2026-07-27",
            "2026-07-29",
            "发热就医",
            Answer::Approved,
        )),
        asked(
            "MY",
            4,
            For::Overtime("6"),
            "2026-08-08",
            "2026-08-06",
            "整理资料",
            Answer::Refused("工作日内可以完成"),
        ),
        asked(
            "NC",
            2,
            For::Leave(LeaveKind::Personal, First, "2026-08-12", First),
            "2026-08-12",
            "2026-08-11",
            "办理户籍",
            Answer::Approved,
        ),
        asked(
            "CD",
            5,
            leave(LeaveKind::Marriage, "2026-08-21"),
            "2026-08-17",
            "2026-08-12",
            "结婚",
            Answer::Approved,
        ),
        asked(
            "NC",
            1,
            leave(LeaveKind::Business, "2026-08-26"),
            "2026-08-24",
            "2026-08-20",
            "赴省公司参加方案评审",
            Answer::Approved,
        ),
        late(asked(
            "MY",
            2,
            leave(LeaveKind::Sick, "2026-10-28"),
            "2026-10-27",
            "2026-10-29",
            "急性肠胃炎",
            Answer::Approved,
        )),
        asked("CD", 2, For::Overtime("3"), "2026-11-21", "2026-11-16", "投标文件封装", Answer::Approved),
        asked(
            "CD",
            6,
            leave(LeaveKind::Annual, "2026-11-27"),
            "2026-11-25",
            "2026-11-17",
            "年假",
            Answer::Waits,
        ),
    ]
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}

impl Stage<'_> {
    /// Three units set their hours when they get their machines.
    pub(super) fn working_hours(&mut self) -> Result<(), AppError> {
        for (code, start, end, grace, flexible) in UNITS {
            self.by(&manager(code), Role::UnitManager, Some(code), at("2026-05-11", 9))?;
            self.app.invoke(SetAttendanceHours {
                unit: unit_code(code)?,
                from: "2026-05".to_owned(),
                weekdays: (1..=5).collect(),
                start: start.to_owned(),
                end: end.to_owned(),
                rest_from: Some("12:00".to_owned()),
                rest_to: Some("13:30".to_owned()),
                grace,
                flexible,
                absent_after: 180,
            })?;
        }
        Ok(())
    }

    /// A month's applications, and on the morning after it the machines' files.
    pub(super) fn attendance(&mut self, engineers: &[Engineer], month: Month) -> Result<(), AppError> {
        if month < Month::of(day("2026-05-01")).unwrap_or(month) {
            return Ok(());
        }
        self.applied(engineers, month)?;
        self.machines(engineers, month, at(&month.next().first_day().to_string(), 8))?;
        if month.to_string() != "2026-08" {
            return Ok(());
        }
        // Somebody forgot to punch on leaving.
        let people = staff(engineers, "CD");
        let Some(staff_no) = people.get(1) else { return Ok(()) };
        self.by(&manager("CD"), Role::UnitManager, Some("CD"), self.now)?;
        self.app.invoke(CorrectAttendance {
            unit: unit_code("CD")?,
            rows: vec![CorrectionInput {
                staff_no: (*staff_no).to_owned(),
                day: "2026-08-19".to_owned(),
                text: Some("18:05".to_owned()),
            }],
            reason: "下班忘记打卡，同事证明".to_owned(),
            lang: "zh-CN".to_owned(),
        })?;
        Ok(())
    }

    /// November up to the demo's last days.
    pub(super) fn november_attendance(&mut self, engineers: &[Engineer]) -> Result<(), AppError> {
        let november = Month::of(day("2026-11-01"))
            .ok_or_else(|| AppError::refused("internal", serde_json::json!({})))?;
        self.applied(engineers, november)?;
        self.machines(engineers, november, at("2026-11-18", 8))
    }

    fn applied(&mut self, engineers: &[Engineer], month: Month) -> Result<(), AppError> {
        for asked in applications().into_iter().filter(|asked| Month::of(day(asked.on)) == Some(month)) {
            let people = staff(engineers, asked.unit);
            let Some(staff_no) = people.get(asked.who).map(|staff_no| (*staff_no).to_owned()) else {
                continue;
            };
            let unit = unit_code(asked.unit)?;
            self.by(&manager(asked.unit), Role::UnitManager, Some(asked.unit), at(asked.on, 10))?;
            let (from, reason, note) =
                (asked.from.to_owned(), asked.reason.to_owned(), asked.note.map(str::to_owned));
            let (unit_of, person) = (unit.clone(), staff_no.clone());
            match asked.what {
                For::Leave(leave, from_half, to, to_half) => self.app.invoke(ApplyLeave {
                    unit: unit_of,
                    staff_no: person,
                    leave,
                    from,
                    from_half,
                    to: to.to_owned(),
                    to_half,
                    reason,
                    note,
                })?,
                For::Overtime(hours) => self.app.invoke(ApplyOvertime {
                    unit: unit_of,
                    staff_no: person,
                    day: from,
                    hours: hours.to_owned(),
                    reason,
                    note,
                })?,
            };
            let (approved, reason) = match asked.answer {
                Answer::Approved => (true, None),
                Answer::Refused(why) => (false, Some(why.to_owned())),
                Answer::Waits => continue,
            };
            let number =
                facts::apply(self.app.conn()?, &crate::parse::staff_no(&staff_no)?, day(asked.on))?.next - 1;
            self.by(&leader(asked.unit), Role::UnitLeader, Some(asked.unit), at(asked.on, 16))?;
            self.app.invoke(DecideApplication {
                unit,
                staff_no,
                number,
                approved,
                reason,
                document: None,
                evidence: None,
            })?;
        }
        Ok(())
    }

    /// What the machines of a month recorded, entered as their files would be: an entry for a person's month.
    fn machines(
        &mut self,
        engineers: &[Engineer],
        month: Month,
        when: DateTime<Utc>,
    ) -> Result<(), AppError> {
        for (code, ..) in UNITS {
            self.by(&manager(code), Role::UnitManager, Some(code), when)?;
            let today = self.app.today()?;
            let unit = unit_code(code)?;
            // Its own chance, so that scores do not depend on punches.
            let seed = code.bytes().fold(u64::from(month.number()), |seed, byte| seed * 31 + u64::from(byte));
            let mut random = fastrand::Rng::with_seed(seed);
            let people = staff(engineers, code);
            self.app.decide(|tx, _| {
                let known = facts::month(tx.conn(), &unit, month, today)?;
                let mut rows = punches(&known, &mut random);
                for (_, who, on, times) in ODD.iter().filter(|(of, ..)| *of == code) {
                    let Some(staff_no) = people.get(*who) else { continue };
                    let odd = |row: &&mut PunchDay| row.staff_no.as_str() == *staff_no && row.day == day(on);
                    if let Some(row) = rows.iter_mut().find(odd) {
                        row.times = times.iter().filter_map(|time| TimeOfDay::parse(time).ok()).collect();
                    }
                }
                let named: BTreeSet<&StaffNo> = rows.iter().map(|row| &row.staff_no).collect();
                let facts = facts::punches(tx.conn(), &named, None, today)?;
                record_punches(&facts, &rows).map_err(|refused| {
                    AppError::refused("internal", serde_json::json!({ "rows": refused.len() }))
                })
            })?;
        }
        Ok(())
    }
}

/// A month of punches: most come a little early and stay a little longer, a few are late, leave early or forget.
fn punches(month: &MonthFacts, random: &mut fastrand::Rng) -> Vec<PunchDay> {
    let hours = &month.hours;
    let (start, end) = (i32::from(hours.start.minutes()), i32::from(hours.end.minutes()));
    let (rest, back) = hours
        .rest
        .map_or((end, start), |rest| (i32::from(rest.from.minutes()), i32::from(rest.to.minutes())));
    let mut rows = Vec::new();
    for ((staff_no, on), standing) in month.standings() {
        if standing != Standing::Working || on >= month.today {
            continue;
        }
        let away = leave(month, &staff_no, on);
        let (mut came, mut left) = (start - random.i32(2..24), end + random.i32(1..46));
        match random.u32(..60) {
            0 | 1 => came = start + random.i32(7..36),
            2 => left = end - random.i32(8..32),
            _ => {}
        }
        let forgotten = random.u32(..120) == 0;
        match away {
            [true, true] => continue,
            [true, false] => came = back - random.i32(2..12),
            [false, true] => left = rest + random.i32(1..9),
            [false, false] => {}
        }
        let times = [Some(came), Some(left).filter(|_| !forgotten)].into_iter().flatten();
        let time = |minutes: i32| {
            let minutes = u16::try_from(minutes).ok()?;
            TimeOfDay::new(minutes / 60, minutes % 60).ok()
        };
        rows.push(PunchDay { staff_no, day: on, times: times.filter_map(time).collect() });
    }
    rows
}

/// Which halves of a day somebody is away with leave.
fn leave(month: &MonthFacts, staff_no: &StaffNo, on: NaiveDate) -> [bool; 2] {
    let mut away = [false; 2];
    let granted = month
        .applications
        .iter()
        .filter(|known| known.staff_no == *staff_no && known.state == ApplicationState::Approved);
    for application in granted {
        if let Matter::Leave(taken) = &application.matter {
            let halves = Leave::halves(taken, on);
            away = [away[0] || halves[0], away[1] || halves[1]];
        }
    }
    away
}
