//! Attendance: hours, the month's grid, days set by hand, leave and overtime.

use super::{Program, maybe_unit, unit, word};
use crate::arguments::{Attendance, Hours};
use crate::output::{Answer, Side, table};
use app::AppError;
use app::requests::{
    ApplicationView, ApplyLeave, ApplyOvertime, AttendanceApplications, AttendanceHours, AttendanceMonth,
    AttendanceMonthView, AttendanceWorkbook, CorrectAttendance, CorrectionInput, DecideApplication,
    SetAttendanceHours, WithdrawApplication, WorkingHoursView,
};
use app::words::Lang;

impl Program {
    pub(super) fn attendance(&mut self, command: Attendance) -> Result<Answer, AppError> {
        let lang = if self.words.lang == Lang::En { "en" } else { "zh-CN" }.to_owned();
        match command {
            Attendance::Hours(hours) => self.hours(hours),
            Attendance::Month { unit: code, month, out: Some(out) } => {
                let file = self.invoke(AttendanceWorkbook { unit: unit(&code)?, month, lang, out })?;
                self.written(&file)
            }
            Attendance::Month { unit: code, month, out: None } => {
                let view = self.invoke(AttendanceMonth { unit: unit(&code)?, month, lang })?;
                let text = self.grid(&view);
                Answer::of(&view, text)
            }
            Attendance::Correct { unit: code, staff_no, day, mark, reason } => {
                let rows = vec![CorrectionInput { staff_no, day, text: mark }];
                self.record(CorrectAttendance { unit: unit(&code)?, rows, reason, lang })
            }
            Attendance::Leave {
                unit: code,
                staff_no,
                kind,
                from,
                to,
                from_noon,
                until_noon,
                reason,
                note,
            } => self.record(ApplyLeave {
                unit: unit(&code)?,
                staff_no,
                leave: word("badRequest", &kind)?,
                from,
                from_half: word("badRequest", if from_noon { "second" } else { "first" })?,
                to,
                to_half: word("badRequest", if until_noon { "first" } else { "second" })?,
                reason,
                note,
            }),
            Attendance::Overtime { unit: code, staff_no, day, hours, reason, note } => {
                self.record(ApplyOvertime { unit: unit(&code)?, staff_no, day, hours, reason, note })
            }
            Attendance::Applications { unit, month } => {
                let list = self.invoke(AttendanceApplications { unit: maybe_unit(unit)?, month })?;
                let text = self.applications(&list);
                Answer::of(&list, text)
            }
            Attendance::Decide {
                unit: code, staff_no, number, approve, reason, document, evidence, ..
            } => {
                let unit = unit(&code)?;
                self.record(DecideApplication {
                    unit,
                    staff_no,
                    number,
                    approved: approve,
                    reason,
                    document,
                    evidence,
                })
            }
            Attendance::Withdraw { unit: code, staff_no, number, reason } => {
                self.record(WithdrawApplication { unit: unit(&code)?, staff_no, number, reason })
            }
        }
    }

    fn hours(&mut self, hours: Hours) -> Result<Answer, AppError> {
        let unit = unit(&hours.unit)?;
        let (Some(from), Some(start), Some(end)) = (hours.from, hours.start, hours.end) else {
            let view = self.invoke(AttendanceHours { unit })?;
            let mut lines = vec![self.hours_line(&view.current)];
            lines.extend(
                view.set.iter().filter(|set| set.from != view.current.from).map(|set| self.hours_line(set)),
            );
            return Answer::of(&view, lines.join("\n"));
        };
        self.record(SetAttendanceHours {
            unit,
            from,
            weekdays: hours.weekdays,
            start,
            end,
            rest_from: hours.rest_from,
            rest_to: hours.rest_to,
            grace: hours.grace,
            flexible: hours.flexible,
            absent_after: hours.absent_after,
        })
    }

    fn hours_line(&self, hours: &WorkingHoursView) -> String {
        let weekday = |day: &u8| self.words.term("weekdayShort", &day.to_string());
        let weekdays: String = hours.weekdays.iter().map(weekday).collect::<Vec<_>>().join(" ");
        let none = || self.words.plain("settlement.none");
        let rest = match (&hours.rest_from, &hours.rest_to) {
            (Some(from), Some(to)) => format!("{from}–{to}"),
            _ => none(),
        };
        self.say(
            "attendance.hours",
            &[
                ("from", &hours.from.clone().unwrap_or_else(none)),
                ("weekdays", &weekdays),
                ("start", &hours.start),
                ("end", &hours.end),
                ("rest", &rest),
                ("hours", &hours.hours),
                ("grace", &hours.grace.to_string()),
                ("flexible", &hours.flexible.to_string()),
            ],
        )
    }

    /// Days as columns by their number; marks as the window shows them.
    fn grid(&self, view: &AttendanceMonthView) -> String {
        let heading = |key: &str, side| (self.words.plain(key), side);
        let mut headings = vec![heading("option.staff_no", Side::Left), heading("column.name", Side::Left)];
        headings.extend(view.days.iter().map(|day| {
            let number = day.day.rsplit('-').next().unwrap_or_default().trim_start_matches('0').to_owned();
            (if day.working { number } else { format!("({number})") }, Side::Left)
        }));
        for key in ["present", "late", "early", "missing", "absent", "away", "overtime"] {
            headings.push((self.words.term("attendanceTotal", key), Side::Right));
        }
        let rows = view.people.iter().map(|person| {
            let totals = &person.totals;
            let mut row = vec![person.staff_no.clone(), person.name.clone()];
            row.extend(person.marks.iter().map(|mark| mark.text.clone()));
            row.extend([
                format!("{}/{}", totals.present, totals.due),
                totals.late.to_string(),
                totals.early.to_string(),
                totals.missing.to_string(),
                totals.absent.clone(),
                totals.away.clone(),
                totals.overtime.clone(),
            ]);
            row
        });
        table(&headings, rows.collect())
    }

    fn applications(&self, list: &[ApplicationView]) -> String {
        let heading = |key: &str, side| (self.words.plain(key), side);
        let headings = [
            heading("column.unit", Side::Left),
            heading("option.staff_no", Side::Left),
            heading("column.name", Side::Left),
            heading("column.place", Side::Right),
            heading("column.text", Side::Left),
            heading("column.state", Side::Left),
            heading("option.reason", Side::Left),
        ];
        let row = |application: &ApplicationView| {
            let what = match (&application.leave, &application.hours) {
                (Some(leave), _) => {
                    let leave = self.words.term("leave", leave);
                    self.say(
                        "attendance.leave",
                        &[("leave", &leave), ("from", &application.from), ("to", &application.to)],
                    )
                }
                (None, hours) => {
                    let hours = hours.clone().unwrap_or_default();
                    self.say("attendance.overtime", &[("day", &application.from), ("hours", &hours)])
                }
            };
            vec![
                application.unit.clone(),
                application.staff_no.clone(),
                application.name.clone(),
                application.number.to_string(),
                what,
                self.words.term("applicationState", &application.state),
                application.reason.clone().unwrap_or_default(),
            ]
        };
        table(&headings, list.iter().map(row).collect())
    }
}
