//! What a day comes to, as tables and properties; hours, punches, corrections, applications, deductions.

mod acts;
mod days;
mod properties;

use super::*;
use crate::sample::unit;

/// 08:30–12:00, 13:30–18:00.
fn plain() -> WorkingHours {
    WorkingHours::default_of(unit("CD"))
}

fn at(text: &str) -> TimeOfDay {
    TimeOfDay::parse(text).unwrap()
}

/// Minutes from midnight; `+06:02` is on the day after, `-23:50` on the day before.
fn minutes(text: &str) -> i32 {
    let (day, time) = match text.as_bytes()[0] {
        b'+' => (1440, &text[1..]),
        b'-' => (-1440, &text[1..]),
        _ => (0, text),
    };
    day + i32::from(at(time).minutes())
}

/// A working day that is over, with these punches.
fn punched(punches: &[&str]) -> DayFacts<'static> {
    DayFacts {
        standing: Standing::Working,
        judged: true,
        punches: punches.iter().map(|text| minutes(text)).collect(),
        ..DayFacts::default()
    }
}

/// `late early missing absent present unrecorded`.
fn marks(day: &DayResult) -> String {
    let DayResult { late, early, missing, absent, present, unrecorded, .. } = day;
    format!("{late} {early} {missing} {absent} {present} {unrecorded}")
}
