//! Spreadsheets: a part for each row that has something in it, cell by cell, so that the empty space of a sheet costs nothing.

use crate::contents::{Gathered, Place, Unreadable};
use calamine::{DataRef, Reader as _, Xlsx, XlsxError};
use std::io::Cursor;

/// Empty cells between two others are kept as tabs up to so many.
const WIDEST_GAP: u32 = 256;

pub(crate) fn read(bytes: &[u8], gathered: &mut Gathered) -> Result<(), Unreadable> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    for sheet in book.sheet_names() {
        // A sheet that is a chart has no cells.
        let mut cells = match book.worksheet_cells_reader(&sheet) {
            Ok(cells) => cells,
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(unreadable(&error)),
        };
        let mut line = Line { sheet: &sheet, row: 0, column: 0, text: String::new() };
        while let Some(cell) = cells.next_cell().map_err(|error| unreadable(&error))? {
            if gathered.is_full() {
                return Ok(());
            }
            let text = shown(cell.get_value());
            if !text.trim().is_empty() {
                let (row, column) = cell.get_position();
                line.cell(row, column, &text, gathered);
            }
        }
        line.end(gathered);
    }
    Ok(())
}

fn unreadable(error: &XlsxError) -> Unreadable {
    if matches!(error, XlsxError::Password) { Unreadable::Encrypted } else { Unreadable::Damaged }
}

/// The row that is being read.
struct Line<'s> {
    sheet: &'s str,
    row: u32,
    column: u32,
    text: String,
}

impl Line<'_> {
    fn cell(&mut self, row: u32, column: u32, text: &str, gathered: &mut Gathered) {
        if row != self.row {
            self.end(gathered);
            self.row = row;
        }
        // A tab for each column passed. Cells that do not stand in the order of their columns are joined.
        match column.checked_sub(self.column) {
            Some(0) | None if !self.text.is_empty() => self.text.push(' '),
            gap => self.text.extend((0..gap.unwrap_or_default().min(WIDEST_GAP)).map(|_| '\t')),
        }
        self.text.push_str(&text.trim().replace(['\t', '\n', '\r'], " "));
        self.column = column;
    }

    fn end(&mut self, gathered: &mut Gathered) {
        let place = Place::Row { sheet: self.sheet.to_owned(), row: self.row.saturating_add(1) };
        gathered.add(place, &self.text);
        self.text.clear();
        self.column = 0;
    }
}

/// A cell's value as people write it.
fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(at) if at.is_duration() => at.as_f64().to_string(),
        DataRef::DateTime(at) => {
            let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
            let time = format!("{hour:02}:{minute:02}:{second:02}");
            match (at.as_f64() < 1.0, time.as_str()) {
                (true, _) => time,
                (false, "00:00:00") => format!("{year}-{month:02}-{day:02}"),
                (false, _) => format!("{year}-{month:02}-{day:02} {time}"),
            }
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
    }
}
