//! How the program's workbooks look: formats, widths, properties. One place, so that all of them look alike.

use crate::SheetError;
use crate::guard;
use crate::kind::{Out, Shape};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_xlsxwriter::{Color, DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet};
use std::sync::LazyLock;

/// 宋体 is on every Chinese Windows and in WPS; elsewhere the program shows what it has.
const FONT: &str = "宋体";
const LINE: Color = Color::RGB(0x00BF_BFBF);

/// What a table cell shows.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Look {
    /// Text, whatever is typed over it later.
    Text,
    /// Text that keeps its apostrophe when somebody edits the cell, so that it never becomes a formula.
    Quoted,
    /// A day.
    Date,
    /// Points, up to four decimals.
    Points,
    /// Yuan and fen.
    Money,
    /// A rate or weight.
    Rate,
    /// A whole number.
    Whole,
    /// A mean, six decimals.
    Mean,
    /// The overall score, two decimals.
    Overall,
    /// A mean as exactly as a cell can show it.
    Unrounded,
    /// The fee coefficient.
    Coefficient,
}

impl Look {
    const ALL: [Self; 11] = [
        Self::Text,
        Self::Quoted,
        Self::Date,
        Self::Points,
        Self::Money,
        Self::Rate,
        Self::Whole,
        Self::Mean,
        Self::Overall,
        Self::Unrounded,
        Self::Coefficient,
    ];

    /// The number format in Excel's own notation.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Text | Self::Quoted => "@",
            Self::Date => "yyyy-mm-dd",
            // `0.####` would show a whole number with a lone point.
            Self::Points => "General",
            Self::Money => "#,##0.00",
            Self::Rate => "0.00%",
            Self::Whole => "0",
            Self::Mean => "0.000000",
            Self::Overall => "0.00",
            Self::Unrounded => "0.000000000",
            Self::Coefficient => "0.0000",
        }
    }
}

impl From<&Shape> for Look {
    fn from(shape: &Shape) -> Self {
        match shape {
            Shape::Text(_) | Shape::Choice(_) => Self::Text,
            Shape::Date => Self::Date,
            Shape::Number => Self::Points,
            Shape::Money => Self::Money,
            Shape::Rate => Self::Rate,
        }
    }
}

/// Each format made once: a long sheet writes some hundred thousand cells.
static CELLS: LazyLock<[Format; Look::ALL.len()]> = LazyLock::new(|| {
    Look::ALL.map(|look| {
        let format = body().set_num_format(look.code());
        if matches!(look, Look::Quoted) { format.set_quote_prefix() } else { format }
    })
});

/// The format of a table cell.
pub(crate) fn cell(look: Look) -> &'static Format {
    &CELLS[look as usize]
}

/// A cell of a table.
pub(crate) fn body() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(11)
        .set_border(FormatBorder::Thin)
        .set_border_color(LINE)
        .set_align(FormatAlign::VerticalCenter)
}

/// The format of a table cell that holds this text.
pub(crate) fn text(text: &str) -> &'static Format {
    cell(if guard::is_risky(text) { Look::Quoted } else { Look::Text })
}

/// A heading.
pub(crate) fn heading() -> Format {
    body()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_background_color(Color::RGB(0x00DD_EBF7))
        .set_num_format(Look::Text.code())
}

/// The heading of a required column.
pub(crate) fn required_heading() -> Format {
    heading().set_background_color(Color::RGB(0x00FC_E4D6))
}

/// A sheet's title.
pub(crate) fn title() -> Format {
    Format::new().set_font_name(FONT).set_font_size(14).set_bold().set_align(FormatAlign::VerticalCenter)
}

/// Text outside tables.
pub(crate) fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(11).set_align(FormatAlign::VerticalCenter)
}

/// The width of a column before its content is known, in Excel's units (one digit each).
pub(crate) fn width(shape: &Shape) -> f64 {
    match shape {
        Shape::Text(characters) => f64::from(*characters) * 2.0 + 2.0,
        Shape::Date => 13.0,
        Shape::Number => 10.0,
        Shape::Money => 18.0,
        Shape::Rate => 9.0,
        Shape::Choice(_) => 10.0,
    }
}

/// The width that the text takes: a Chinese character is two digits wide.
pub(crate) fn width_of(text: &str) -> f64 {
    let longest =
        text.lines().map(|line| line.chars().map(|c| if c < '\u{2e80}' { 1_u32 } else { 2 }).sum()).max();
    f64::from(longest.unwrap_or(0_u32)) + 2.0
}

/// The nearest double of a decimal: what a spreadsheet cell can hold. Read back with 15 digits it is the same decimal.
pub(crate) fn double(value: Decimal) -> f64 {
    value.to_string().parse().unwrap_or_default()
}

/// Writes a value with the format of its shape.
pub(crate) fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    value: &Out,
    shape: &Shape,
) -> Result<(), SheetError> {
    let format = match value {
        Out::Text(content) => text(content),
        _ => cell(Look::from(shape)),
    };
    match value {
        Out::Blank => sheet.write_blank(row, column, format)?,
        Out::Text(text) => sheet.write_string_with_format(row, column, text, format)?,
        Out::Number(number) => sheet.write_number_with_format(row, column, double(*number), format)?,
        Out::Date(day) => sheet.write_datetime_with_format(row, column, *day, format)?,
    };
    Ok(())
}

/// A workbook that says what it is. Its creation date is fixed: the same content gives the same bytes, and the crate has no
/// clock to ask.
pub(crate) fn workbook(title: &str, stamp: &[(&str, &str)]) -> Workbook {
    let mut properties = DocProperties::new().set_title(title).set_author("慧签");
    if let Some(day) = NaiveDate::from_ymd_opt(2000, 1, 1) {
        properties = properties.set_creation_datetime(&day);
    }
    for (name, value) in stamp {
        properties = properties.set_custom_property(*name, *value);
    }
    let mut book = Workbook::new();
    book.set_properties(&properties);
    book
}
