//! What views of tickets hold, in words, for reports, spreadsheets and lists outside the window.

use super::types::FieldKindBody;
use super::view::GapView;
use crate::words::{Lang, message, word};
use serde_json::{Map, Value, json};

/// The text of a word of a list: `of("urgency", "normal")`.
pub(crate) fn of(list: &str, value: &str) -> String {
    word(Lang::ZhCn, &format!("{list}.{value}"))
}

fn with(code: &str, params: &Value) -> String {
    message(Lang::ZhCn, code, params.as_object().unwrap_or(&Map::new()))
}

/// Where a term stands: `已超时 2 个工作日`, `按时`.
pub(crate) fn standing(standing: &str, days: Option<u32>) -> String {
    crate::words::standing(Lang::ZhCn, standing, days)
}

/// How a day of a clock counts: `第 3 个工作日`, `等待，不计入：等客户资料`.
pub(crate) fn clock_day(counted: &str, number: Option<u32>, waiting: Option<&str>, make_up: bool) -> String {
    let params = json!({ "number": number, "reason": waiting.unwrap_or("—") });
    let said = with(&format!("clockDay.{counted}"), &params);
    if make_up { format!("{said}{}", word(Lang::ZhCn, "clockDay.makeUp")) } else { said }
}

/// Something that is missing to close a ticket.
pub(crate) fn gap(gap: &GapView) -> String {
    with(
        &format!("gap.{}", gap.code),
        &json!({ "label": gap.label, "have": gap.have, "need": gap.need, "open": gap.open }),
    )
}

/// What was filled into a field.
pub(crate) fn field(kind: &FieldKindBody, text: &str) -> String {
    match kind {
        FieldKindBody::YesNo => of("yesNo", text),
        FieldKindBody::Yuan => format!("¥{text}"),
        FieldKindBody::Several(_) => text.split('\n').collect::<Vec<_>>().join("、"),
        _ => text.to_owned(),
    }
}

/// A name with its staff number; the number alone where the name was erased.
pub(crate) fn person(name: Option<&str>, staff_no: Option<&str>) -> String {
    match (name, staff_no) {
        (Some(name), Some(staff_no)) if name != staff_no => format!("{name} {staff_no}"),
        (_, Some(staff_no)) => staff_no.to_owned(),
        (_, None) => "—".to_owned(),
    }
}
