//! A day in a few characters, as the grid, its workbook and the command line write it, and in whole words.

use super::hours_text;
use crate::words::{Lang, has, word};
use domain::attendance::{Correction, DayResult, LeaveKind, Standing};
use std::collections::BTreeMap;

/// The words of a language, taken out once: a month has thousands of marks.
pub(super) struct Marks {
    short: Texts,
    long: Texts,
    leave: BTreeMap<LeaveKind, (String, String)>,
    separator: String,
}

struct Texts {
    present: String,
    late: String,
    early: String,
    missing: String,
    absent: String,
    absent_half: String,
    leave: String,
    leave_half: String,
    overtime: String,
    off: String,
    not_on_duty: String,
    unrecorded: String,
}

impl Texts {
    fn of(lang: Lang, prefix: &str) -> Self {
        // Days off are shaded and say nothing else in a cell.
        let text = |key: &str| {
            let key = format!("{prefix}.{key}");
            if has(lang, &key) { word(lang, &key) } else { String::new() }
        };
        Self {
            present: text("present"),
            late: text("late"),
            early: text("early"),
            missing: text("missing"),
            absent: text("absent"),
            absent_half: text("absentHalf"),
            leave: text("leave"),
            leave_half: text("leaveHalf"),
            overtime: text("overtime"),
            off: text("off"),
            not_on_duty: text("notOnDuty"),
            unrecorded: text("unrecorded"),
        }
    }
}

impl Marks {
    pub fn new(lang: Lang) -> Self {
        let leave = |kind: &LeaveKind| {
            let code = crate::organisation::word(kind);
            let names = (word(lang, &format!("leaveShort.{code}")), word(lang, &format!("leave.{code}")));
            (*kind, names)
        };
        Self {
            short: Texts::of(lang, "mark"),
            long: Texts::of(lang, "markInWords"),
            leave: LeaveKind::ALL.iter().map(leave).collect(),
            separator: word(lang, "listSeparator"),
        }
    }

    /// What is remarkable of the day, most so first: what a cell is coloured by.
    pub fn kind(day: &DayResult) -> &'static str {
        match day.standing {
            Standing::NotOnDuty => "notOnDuty",
            Standing::Off => "off",
            Standing::Working if day.absent > 0 => "absent",
            Standing::Working if day.missing > 0 => "missing",
            Standing::Working if day.late > 0 || day.early > 0 => "late",
            Standing::Working if day.leave.iter().any(Option::is_some) => "leave",
            Standing::Working if day.unrecorded > 0 => "unrecorded",
            Standing::Working => "present",
        }
    }

    /// `迟12 早5`.
    pub fn short(&self, day: &DayResult) -> String {
        self.parts(day, false).join(" ")
    }

    /// `迟到 12 分钟、早退 5 分钟`.
    pub fn long(&self, day: &DayResult) -> String {
        self.parts(day, true).join(&self.separator)
    }

    fn parts(&self, day: &DayResult, long: bool) -> Vec<String> {
        let texts = if long { &self.long } else { &self.short };
        let overtime =
            || (day.overtime > 0).then(|| texts.overtime.replace("{hours}", &hours_text(day.overtime)));
        let standing = match day.standing {
            Standing::NotOnDuty => Some(&texts.not_on_duty),
            Standing::Off => Some(&texts.off),
            Standing::Working => None,
        };
        if let Some(text) = standing {
            return [Some(text.clone()).filter(|text| !text.is_empty()), overtime()]
                .into_iter()
                .flatten()
                .collect();
        }
        let mut parts = Vec::new();
        let name = |kind: &LeaveKind| {
            let (short, whole) = &self.leave[kind];
            if long { whole } else { short }
        };
        match day.leave {
            [Some(first), Some(second)] if first == second => {
                parts.push(texts.leave.replace("{leave}", name(&first)));
            }
            halves => parts
                .extend(halves.iter().flatten().map(|kind| texts.leave_half.replace("{leave}", name(kind)))),
        }
        for (minutes, text) in [(day.late, &texts.late), (day.early, &texts.early)] {
            if minutes > 0 {
                parts.push(text.replace("{minutes}", &minutes.to_string()));
            }
        }
        if day.missing > 0 {
            parts.push(texts.missing.clone());
        }
        match day.absent {
            0 => {}
            1 => parts.push(texts.absent_half.clone()),
            _ => parts.push(texts.absent.clone()),
        }
        if day.unrecorded > 0 {
            parts.push(texts.unrecorded.clone());
        }
        if parts.is_empty() {
            parts.push(texts.present.clone());
        }
        parts.extend(overtime());
        parts
    }

    /// What was set by hand, as it would be typed.
    pub fn correction(&self, correction: &Correction) -> String {
        match correction {
            Correction::Punches { at } => at.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
            Correction::Marks { late, early, absent } => self.short(&DayResult {
                standing: Standing::Working,
                late: *late,
                early: *early,
                absent: *absent,
                ..DayResult::default()
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(day: &DayResult) -> [String; 3] {
        [Marks::new(Lang::ZhCn).short(day), Marks::new(Lang::ZhCn).long(day), Marks::new(Lang::En).short(day)]
    }

    #[test]
    fn a_day_in_a_few_characters() {
        let working = DayResult { standing: Standing::Working, ..DayResult::default() };
        let sick = Some(LeaveKind::Sick);
        for (day, expected) in [
            (working, ["√", "出勤", "√"]),
            (
                DayResult { late: 12, early: 5, ..working },
                ["迟12 早5", "迟到 12 分钟、早退 5 分钟", "L12 E5"],
            ),
            (DayResult { absent: 2, ..working }, ["旷", "旷工一天", "A"]),
            (
                DayResult { absent: 1, leave: [sick, None], ..working },
                ["病半 旷半", "病假半天、旷工半天", "S½ A½"],
            ),
            (DayResult { leave: [sick, sick], ..working }, ["病", "病假", "S"]),
            (
                DayResult { missing: 1, overtime: 150, ..working },
                ["缺卡 加2.5", "缺卡、加班 2.5 小时", "NP +2.5h"],
            ),
            (
                DayResult { standing: Standing::Off, overtime: 60, ..working },
                ["加1", "休、加班 1 小时", "+1h"],
            ),
            (DayResult { unrecorded: 2, ..working }, ["—", "未登记", "—"]),
        ] {
            assert_eq!(both(&day), expected.map(str::to_owned));
        }
    }

    #[test]
    fn what_is_set_by_hand_is_written_as_it_is_read() {
        for text in ["√", "迟12", "迟12 早5", "旷", "旷半", "08:30", "08:30 18:00"] {
            let correction = Correction::parse(text).unwrap();
            assert_eq!(Marks::new(Lang::ZhCn).correction(&correction), text);
            let english = Marks::new(Lang::En).correction(&correction);
            assert_eq!(Correction::parse(&english), Ok(correction), "{english}");
        }
    }
}
