//! Small files for tests.

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use sheet::{BadCell, ColumnMap, Expected, Kind, SheetError, Source, read};
use std::collections::BTreeMap;
use std::io::Cursor;

/// What a test puts into a cell.
#[derive(Clone, Copy, Debug)]
pub enum V {
    T(&'static str),
    N(f64),
    /// A number in a percent format.
    P(f64),
    /// A date cell: year, month, day, with a time where there is one.
    D(u16, u8, u8),
    Noon(u16, u8, u8),
    B(bool),
    /// A formula with its stored result.
    F(&'static str, &'static str),
    E,
}

pub fn xlsx(rows: &[Vec<V>]) -> Source {
    xlsx_with(rows, |_| {})
}

pub fn xlsx_with(rows: &[Vec<V>], more: impl Fn(&mut rust_xlsxwriter::Worksheet)) -> Source {
    Source::from_bytes("测试.xlsx", xlsx_bytes(rows, more)).unwrap()
}

pub fn xlsx_bytes(rows: &[Vec<V>], more: impl Fn(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let date = Format::new().set_num_format("yyyy/m/d");
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                V::T(text) => sheet.write_string(row, column, *text).map(|_| ()).unwrap(),
                V::N(number) => sheet.write_number(row, column, *number).map(|_| ()).unwrap(),
                V::P(share) => {
                    let percent = Format::new().set_num_format("0%");
                    sheet.write_number_with_format(row, column, *share, &percent).map(|_| ()).unwrap();
                }
                V::D(y, m, d) => {
                    let day = ExcelDateTime::from_ymd(*y, *m, *d).unwrap();
                    sheet.write_datetime_with_format(row, column, &day, &date).map(|_| ()).unwrap();
                }
                V::Noon(y, m, d) => {
                    let day = ExcelDateTime::from_ymd(*y, *m, *d).unwrap().and_hms(12, 0, 0).unwrap();
                    sheet.write_datetime_with_format(row, column, &day, &date).map(|_| ()).unwrap();
                }
                V::B(truth) => sheet.write_boolean(row, column, *truth).map(|_| ()).unwrap(),
                V::F(formula, result) => {
                    let formula = rust_xlsxwriter::Formula::new(*formula).set_result(*result);
                    sheet.write_formula(row, column, formula).map(|_| ()).unwrap();
                }
                V::E => {}
            }
        }
    }
    more(sheet);
    book.save_to_buffer().unwrap()
}

pub fn csv(text: &str) -> Source {
    Source::from_bytes("测试.csv", text.as_bytes().to_vec()).unwrap()
}

pub fn take<K: Kind>(kind: &K, source: &Source) -> Vec<K::Row> {
    match read(kind, source, &ColumnMap::none()) {
        Ok(sheet) => sheet.rows.into_iter().map(|row| row.value).collect(),
        Err(error) => panic!("{error}: {error:?}"),
    }
}

pub fn refusal<K: Kind>(kind: &K, source: &Source) -> SheetError {
    match read(kind, source, &ColumnMap::none()) {
        Ok(sheet) => panic!("{} rows were taken", sheet.rows.len()),
        Err(error) => error,
    }
}

pub fn bad_cells<K: Kind>(kind: &K, source: &Source) -> Vec<BadCell> {
    match refusal(kind, source) {
        SheetError::BadCells(cells) => cells,
        other => panic!("{other:?}"),
    }
}

/// (cell name, value, what was expected).
pub fn brief(cells: &[BadCell]) -> Vec<(String, String, Expected)> {
    cells.iter().map(|c| (format!("{}{}", c.letters, c.row), c.value.clone(), c.expected.clone())).collect()
}

/// Values and formulas of a workbook of ours, to look at: sheet → (row from 1, column from 0) → value.
pub struct Book {
    pub values: BTreeMap<String, BTreeMap<(u32, u32), String>>,
    pub formulas: BTreeMap<String, BTreeMap<(u32, u32), String>>,
}

pub fn open(bytes: &[u8]) -> Book {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut out = Book { values: BTreeMap::new(), formulas: BTreeMap::new() };
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).unwrap();
        let (row0, column0) = range.start().unwrap_or_default();
        let cells = range.used_cells().filter(|(_, _, value)| **value != Data::Empty);
        let values =
            cells.map(|(r, c, v)| ((r as u32 + row0 + 1, c as u32 + column0), v.to_string())).collect();
        out.values.insert(name.clone(), values);
        let range = book.worksheet_formula(&name).unwrap();
        let (row0, column0) = range.start().unwrap_or_default();
        let cells = range.used_cells().filter(|(_, _, formula)| !formula.is_empty());
        let formulas =
            cells.map(|(r, c, f)| ((r as u32 + row0 + 1, c as u32 + column0), f.clone())).collect();
        out.formulas.insert(name, formulas);
    }
    out
}

/// One entry of a zip package as text.
pub fn entry(bytes: &[u8], name: &str) -> String {
    use std::io::Read;
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The package with some entries replaced or added.
pub fn with_entries(bytes: &[u8], changes: &[(&str, Vec<u8>)]) -> Vec<u8> {
    use std::io::{Read, Write};
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        if changes.iter().any(|(changed, _)| *changed == name) {
            continue;
        }
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        out.start_file(name, options).unwrap();
        out.write_all(&content).unwrap();
    }
    for (name, content) in changes {
        out.start_file(*name, options).unwrap();
        out.write_all(content).unwrap();
    }
    out.finish().unwrap().into_inner()
}
