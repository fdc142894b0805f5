//! 人员名册: a table under one band a unit, its heading on every page.

use std::borrow::Cow;

use crate::ReportError;
use crate::canvas::{Face, Fonts};
use crate::facts::ReportKind;
use crate::layout::{Align, Column, Flow, Row, SMALL, WIDTH, made_at_words};
use crate::view::PersonnelRegister;

/// Prints a register of people.
///
/// # Errors
/// [`ReportError::MissingGlyph`] when a character cannot be printed.
pub fn render_personnel_register(
    register: &PersonnelRegister,
    fonts: &Fonts,
) -> Result<Vec<u8>, ReportError> {
    let head = &register.head;
    let kind = ReportKind::PersonnelRegister;
    let mut flow = Flow::new(fonts, head, kind);
    flow.centred(kind.title(), Face::Hei, 20.0);
    flow.gap(2.5);
    let made_at = made_at_words(head);
    flow.pairs_of_two(&[
        ["编制单位", &head.unit, "名册编号", &head.report_no],
        ["截至日期", &register.as_of, "生成时间", &made_at],
    ]);
    flow.gap(2.5);
    flow.paragraph(&register.sentence);
    if register.units.iter().all(|unit| unit.people.is_empty()) {
        flow.paragraph("没有符合条件的人员。");
        return flow.finish();
    }
    let columns = [
        Column::new("序号", 10.0, Align::Centre),
        Column::new("工号", 19.0, Align::Centre),
        Column::new("姓名", 22.0, Align::Left),
        Column::new("岗位", 24.0, Align::Left),
        Column::new("联系电话", 23.0, Align::Centre),
        Column::new("到岗日期", 18.5, Align::Centre),
        Column::new("离岗日期", 18.5, Align::Centre),
        Column::new("状态与待补手续", WIDTH - 135.0, Align::Left),
    ];
    let mut nth = 0;
    let mut rows = Vec::new();
    for unit in register.units.iter().filter(|unit| !unit.people.is_empty()) {
        rows.push(Row::band(format!("{}（{} 人次）", unit.name, unit.people.len())));
        for one in &unit.people {
            nth += 1;
            let status = if one.missing.is_empty() {
                Cow::Borrowed(&*one.status)
            } else {
                Cow::Owned(format!("{}；缺{}", one.status, one.missing))
            };
            rows.push(Row::body([
                Cow::Owned(nth.to_string()),
                Cow::Borrowed(&*one.staff_no),
                Cow::Borrowed(&*one.name),
                Cow::Borrowed(&*one.post),
                Cow::Borrowed(&*one.phone),
                Cow::Borrowed(&*one.arrived_on),
                Cow::Borrowed(&*one.left_on),
                status,
            ]));
        }
    }
    flow.table(&columns, SMALL - 0.5, rows);
    flow.note("本名册含个人信息，只用于人员管理；用完请按规定销毁。");
    flow.finish()
}
