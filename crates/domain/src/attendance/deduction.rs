//! What the rubric takes off for attendance, where it says so (catalogue INC-07, AMB-36).

use super::Totals;
use crate::rulebook::RubricItem;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Points that an item loses; an item without this rule loses none by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AttendanceRule {
    /// 迟到, each time.
    pub late: Decimal,
    /// 早退, each time.
    pub early: Decimal,
    /// 缺卡, each time.
    pub missing: Decimal,
    /// 旷工, each day; half of it for half a day.
    pub absent: Decimal,
}

/// Points of the item after a month's attendance, never below 0, and why points go; `None` where the item has no rule or
/// loses nothing. A proposal: the unit's manager submits it or something else.
#[must_use]
pub fn proposed(item: &RubricItem, totals: &Totals) -> Option<(Decimal, String)> {
    let rule = item.attendance.as_ref()?;
    let days = Decimal::new(i64::from(totals.absent) * 5, 1).normalize();
    let lost = [
        (rule.late, Decimal::from(totals.late), "迟到", "次"),
        (rule.early, Decimal::from(totals.early), "早退", "次"),
        (rule.missing, Decimal::from(totals.missing), "缺卡", "次"),
        (rule.absent, days, "旷工", "天"),
    ];
    let counted = || lost.iter().filter(|(points, count, ..)| !points.is_zero() && !count.is_zero());
    let sum: Decimal = counted().map(|(points, count, ..)| points * count).sum();
    if sum.is_zero() {
        return None;
    }
    let parts: Vec<String> = counted()
        .map(|(points, count, name, each)| format!("{name}{count}{each}，每{each}扣{}分", points.normalize()))
        .collect();
    Some(((item.max - sum).max(Decimal::ZERO).normalize(), format!("考勤：{}", parts.join("；"))))
}
