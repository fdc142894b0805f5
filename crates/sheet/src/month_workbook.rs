//! The month workbook (月度考核表): one unit's month for a branch that does not run the program. People and items are filled in,
//! all but the input cells is locked, each person's sum is live, and a stamp says for which unit, month and rubric it was made.
//!
//! The stamp stands in a row of the sheet, which every spreadsheet program keeps, and again in the document's properties for
//! those who list files. [`read`] goes by the row.

use crate::cell::{self, Raw};
use crate::grid::Grid;
use crate::heading::ColumnMap;
use crate::kind::{self, Kind, Located, Need, RowReader, Sheet};
use crate::kinds::{AssessmentRow, Assessments, Item, ItemKind};
use crate::style::Look;
use crate::{Expected, SheetError, Source, style, template};
use domain::kernel::{Month, StaffNo, UnitCode};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, ProtectionOptions, Worksheet,
};

/// First word of the stamp; its version changes when the layout does.
const MARK: &str = "HUIQIAN-MONTH-1";

/// For what a month workbook was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The unit that scores.
    pub unit: UnitCode,
    /// The month that is scored.
    pub month: Month,
    /// The rubric's id.
    pub rubric: String,
    /// The rubric's version.
    pub rubric_version: u32,
}

/// What goes into a month workbook.
#[derive(Clone, Debug)]
pub struct MonthForm {
    /// Unit, month, rubric.
    pub stamp: Stamp,
    /// The unit's name.
    pub unit_name: String,
    /// The rubric's items.
    pub items: Vec<Item>,
    /// Staff number and name of everyone to be scored.
    pub people: Vec<(StaffNo, String)>,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthAnswer {
    /// The stamp; whether it is still the rubric in force is for the caller to ask.
    pub stamp: Stamp,
    /// The people who were scored.
    pub sheet: Sheet<AssessmentRow>,
    /// The people with no item filled in, and what the note says of it.
    pub unscored: Vec<Located<Unscored>>,
}

/// Somebody whose items were left empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unscored {
    /// 工号.
    pub staff_no: StaffNo,
    /// 说明.
    pub note: Option<String>,
}

/// Row numbers, from 0: title, stamp, item names, limits, headings, first person.
const STAMP_ROW: u32 = 1;
const NAMES_ROW: u32 = 2;
const LIMITS_ROW: u32 = 3;
const HEADING_ROW: u32 = 4;
const FIRST_ROW: u32 = 5;

impl Stamp {
    fn text(&self) -> String {
        format!("{MARK}|{}|{}|{}|{}", self.unit, self.month, self.rubric_version, self.rubric)
    }

    fn parse(text: &str) -> Option<Self> {
        // The rubric's id comes last: it is the only part that may hold anything.
        let mut parts = text.trim().splitn(5, '|');
        if parts.next()? != MARK {
            return None;
        }
        let unit = UnitCode::parse(parts.next()?).ok()?;
        let month = Month::parse(parts.next()?).ok()?;
        let rubric_version = parts.next()?.parse().ok()?;
        Some(Self { unit, month, rubric: parts.next()?.to_owned(), rubric_version })
    }
}

/// The stamp of a workbook; `None` where it has none, as an ordinary import file.
///
/// # Errors
/// Those of opening the source.
pub fn stamp(source: &Source) -> Result<Option<Stamp>, SheetError> {
    Ok(kind::grids(source)?.iter().find_map(stamp_of))
}

fn stamp_of(grid: &Grid) -> Option<Stamp> {
    let cells = grid.rows.values().take(10).flat_map(|cells| cells.values());
    cells.filter_map(|raw| if let Raw::Text(text) = raw { Stamp::parse(text) } else { None }).next()
}

/// Reads a returned workbook with the items of the rubric that its stamp names (see [`stamp`]).
///
/// # Errors
/// [`SheetError::NoStamp`]; a row of another month or unit than the stamp's is a bad cell; else as [`crate::read`].
pub fn read(source: &Source, items: Vec<Item>) -> Result<MonthAnswer, SheetError> {
    let kind = Assessments { items };
    let file = source.name().to_owned();
    let (grid, headings) = kind::locate(&kind, kind::grids(source)?, &file, &ColumnMap::none())?;
    let stamp = stamp_of(&grid).ok_or_else(|| SheetError::NoStamp { file: file.clone() })?;
    let (mut rows, mut unscored, mut bad) = (Vec::new(), Vec::new(), Vec::new());
    for (&row, cells) in grid.rows.range(headings.row + 1..) {
        if !headings.holds_any(cells) {
            continue;
        }
        let mut reader = RowReader::new(&file, &grid, &headings, row, cells);
        let same_month = reader.required("month", cell::month).is_none_or(|month| month == stamp.month);
        let same_unit = reader.required("unit", cell::unit_code).is_none_or(|unit| unit == stamp.unit);
        // Both are read again with the row; here they only meet the stamp.
        let mut reader = RowReader::new(&file, &grid, &headings, row, cells);
        if !same_month {
            reader.refuse("month", Expected::SameAsStamp { value: stamp.month.to_string() });
        }
        if !same_unit {
            reader.refuse("unit", Expected::SameAsStamp { value: stamp.unit.to_string() });
        }
        let scored = reader.has("score") || kind.items.iter().any(|item| reader.has(&item.code));
        if scored {
            rows.extend(kind.parse(&mut reader).map(|value| Located { row, value }));
        } else {
            let staff_no = reader.required("staff_no", cell::staff_no);
            let note = reader.optional("note", cell::text);
            let value = staff_no.zip(note).map(|(staff_no, note)| Unscored { staff_no, note });
            unscored.extend(value.map(|value| Located { row, value }));
        }
        bad.extend(reader.into_bad());
    }
    if !bad.is_empty() {
        return Err(SheetError::BadCells(bad));
    }
    Ok(MonthAnswer { stamp, sheet: Sheet { file, sheet: grid.name, rows }, unscored })
}

/// Makes the workbook.
///
/// # Errors
/// [`SheetError::CannotWrite`].
pub fn write(form: &MonthForm) -> Result<Vec<u8>, SheetError> {
    let kind = Assessments { items: form.items.clone() };
    // The score column is not for items, and the sum is.
    let columns: Vec<_> = kind.columns().into_iter().filter(|column| column.key != "score").collect();
    let stamp = form.stamp.text();
    let version = form.stamp.rubric_version.to_string();
    let mut book = style::workbook(
        &format!("{} {}月度考核表", form.unit_name, form.stamp.month.words()),
        &[
            ("HuiqianUnit", form.stamp.unit.as_str()),
            ("HuiqianMonth", &form.stamp.month.to_string()),
            ("HuiqianRubric", &form.stamp.rubric),
            ("HuiqianRubricVersion", &version),
        ],
    );
    let sheet = book.add_worksheet();
    sheet.set_name(kind.sheet_name())?.set_formula_result_default("");
    let title = format!(
        "{}（{}）{}售前支撑人员月度考核表",
        form.unit_name,
        form.stamp.unit,
        form.stamp.month.words()
    );
    sheet.write_string_with_format(0, 0, title, &style::title())?;
    sheet.set_row_height(0, 26)?;
    sheet.write_string_with_format(STAMP_ROW, 0, stamp, &style::plain().set_font_color("#808080"))?;
    let items = 4..4 + form.items.len() as u16;
    let sum = items.end;
    for (number, column) in (0_u16..).zip(&columns) {
        let format = if column.need == Need::Required { style::required_heading() } else { style::heading() };
        sheet.write_string_with_format(HEADING_ROW, number, column.heading.as_ref(), &format)?;
        let width = match number {
            n if n == sum => 10.0,
            n if items.contains(&n) => 13.0,
            _ => style::width(&column.shape),
        };
        sheet.set_column_width(number, width)?;
    }
    for (number, item) in items.clone().zip(&form.items) {
        sheet.write_string_with_format(NAMES_ROW, number, &item.name, &style::heading())?;
        let limits = match item.kind {
            ItemKind::Points { least, most } => format!("{} ～ {}", least.normalize(), most.normalize()),
            ItemKind::Veto => "一票否决".to_owned(),
        };
        sheet.write_string_with_format(LIMITS_ROW, number, limits, &style::heading())?;
    }
    sheet.set_row_height(NAMES_ROW, 48)?;
    sheet.set_freeze_panes(FIRST_ROW, 4)?;
    people(sheet, form, &items)?;
    limits(sheet, form, &items)?;
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::new()
    });
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    notes(book.add_worksheet(), form)?;
    Ok(book.save_to_buffer()?)
}

fn people(sheet: &mut Worksheet, form: &MonthForm, items: &std::ops::Range<u16>) -> Result<(), SheetError> {
    let locked = style::cell(Look::Text).clone().set_background_color("#F2F2F2");
    let input = style::cell(Look::Points).clone().set_unlocked();
    let choice = style::cell(Look::Text).clone().set_unlocked();
    let note = style::cell(Look::Text).clone().set_unlocked().set_text_wrap();
    for (row, (staff_no, name)) in (FIRST_ROW..).zip(&form.people) {
        let fixed =
            [form.stamp.month.to_string(), form.stamp.unit.to_string(), staff_no.to_string(), name.clone()];
        for (number, text) in (0_u16..).zip(fixed) {
            sheet.write_string_with_format(row, number, text, &locked)?;
        }
        for (number, item) in items.clone().zip(&form.items) {
            let format = if item.kind == ItemKind::Veto { &choice } else { &input };
            sheet.write_blank(row, number, format)?;
        }
        // Nobody scored yet shows as empty, not as 0.
        let sum = Formula::new(sum_formula(form, items, row)).set_result("");
        let format = style::cell(Look::Points).clone().set_background_color("#F2F2F2").set_bold();
        sheet.write_formula_with_format(row, items.end, sum, &format)?;
        sheet.write_blank(row, items.end + 1, &note)?;
    }
    Ok(())
}

/// The sum of a person's points, held within 0 to 100; a veto makes it 0. It is for the eye: the import adds up by itself.
fn sum_formula(form: &MonthForm, items: &std::ops::Range<u16>, row: u32) -> String {
    let name =
        |number: u16| format!("{}{}", rust_xlsxwriter::utility::column_number_to_name(number), row + 1);
    let range = format!("{}:{}", name(items.start), name(items.end.saturating_sub(1).max(items.start)));
    let is_veto = |(_, item): &(u16, &Item)| item.kind == ItemKind::Veto;
    let vetoes: Vec<String> = items
        .clone()
        .zip(&form.items)
        .filter(is_veto)
        .map(|(number, _)| format!("{}=\"是\"", name(number)))
        .collect();
    let sum = format!("ROUND(MAX(0,MIN(100,SUM({range}))),4)");
    let held = if vetoes.is_empty() { sum } else { format!("IF(OR({}),0,{sum})", vetoes.join(",")) };
    format!("=IF(COUNTA({range})=0,\"\",{held})")
}

fn limits(sheet: &mut Worksheet, form: &MonthForm, items: &std::ops::Range<u16>) -> Result<(), SheetError> {
    let Some(last) = (form.people.len() as u32).checked_sub(1).map(|count| FIRST_ROW + count) else {
        return Ok(());
    };
    for (number, item) in items.clone().zip(&form.items) {
        let (rule, message) = match item.kind {
            ItemKind::Points { least, most } => (
                DataValidation::new().allow_decimal_number(DataValidationRule::Between(
                    style::double(least),
                    style::double(most),
                )),
                format!("{} 至 {} 分，最多四位小数", least.normalize(), most.normalize()),
            ),
            ItemKind::Veto => {
                (DataValidation::new().allow_list_strings(&["是", "否"])?, "填 是 则当月为 0 分".to_owned())
            }
        };
        let title: String = item.name.chars().take(32).collect();
        let rule = rule
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_title(&title)?
            .set_error_message(&message)?
            .set_input_title(&title)?
            .set_input_message(&message)?;
        sheet.add_data_validation(FIRST_ROW, number, last, number, &rule)?;
    }
    Ok(())
}

fn notes(sheet: &mut Worksheet, form: &MonthForm) -> Result<(), SheetError> {
    sheet.set_name("说明")?;
    sheet.write_string_with_format(0, 0, "填写说明", &style::title())?;
    template::lines(
        sheet,
        2,
        &[
            "1. 只填白色单元格：各评分项的分数，以及说明；灰色单元格已锁定。",
            "2. 合计会自动计算（0 至 100 分之间；一票否决为 0 分），以系统导入后的结果为准。",
            "3. 当月不评分的人员留空，由省公司登记原因。",
            "4. 请勿改动第二行的标识；保存为 .xlsx 后发回省公司。",
        ],
    )?;
    for (number, heading) in (0_u16..).zip(["评分项", "名称", "分值", "评分办法"]) {
        sheet.write_string_with_format(7, number, heading, &style::heading())?;
    }
    for (row, item) in (8_u32..).zip(&form.items) {
        let limits = match item.kind {
            ItemKind::Points { least, most } => format!("{} ～ {}", least.normalize(), most.normalize()),
            ItemKind::Veto => "一票否决".to_owned(),
        };
        let cells = [&item.code, &item.name, &limits, &item.guidance];
        for (number, text) in (0_u16..).zip(cells) {
            sheet.write_string_with_format(row, number, text, &style::body().set_text_wrap())?;
        }
    }
    for (number, width) in (0_u16..).zip([14.0, 24.0, 14.0, 80.0]) {
        sheet.set_column_width(number, width)?;
    }
    Ok(())
}
