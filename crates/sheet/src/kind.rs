//! What a kind of sheet is, and how any kind is read.
//!
//! A kind names its columns, makes a row of cells and cells of a row. Finding the headings, translating other people's,
//! collecting every bad cell, writing, templates: all that is done once, here and in the neighbours, for every kind.

use crate::cell::{Cell, Raw};
use crate::grid::{Grid, letters};
use crate::heading::{ColumnMap, Headings};
use crate::source::Content;
use crate::{BadCell, Expected, SheetError, Source, delimited, excel, heading};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Whether a file must have the column and a row a value in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The column and a value in every row.
    Required,
    /// The column may be absent and its cells empty.
    Optional,
    /// May be there and is not read, as a sum that a workbook shows.
    Ignored,
}

/// How a column is written: cell format, width, drop-down list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Text, as wide as about so many Chinese characters.
    Text(u16),
    /// A day.
    Date,
    /// A score or points.
    Number,
    /// Yuan with two decimals.
    Money,
    /// A percentage.
    Rate,
    /// One of these words.
    Choice(Vec<&'static str>),
}

/// One column of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// English heading, and the name by which a kind asks for its cell.
    pub key: Cow<'static, str>,
    /// Chinese heading.
    pub heading: Cow<'static, str>,
    /// Whether it must be there.
    pub need: Need,
    /// How it is written.
    pub shape: Shape,
    /// One Chinese sentence for the notes sheet of a template.
    pub note: Cow<'static, str>,
}

impl Column {
    /// A column of the program's own, with fixed words.
    #[must_use]
    pub fn new(
        key: &'static str,
        heading: &'static str,
        need: Need,
        shape: Shape,
        note: &'static str,
    ) -> Self {
        Self { key: key.into(), heading: heading.into(), need, shape, note: note.into() }
    }
}

/// A value to be written into a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Out {
    /// Nothing.
    Blank,
    /// Text, whatever it begins with.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A day.
    Date(NaiveDate),
}

impl Out {
    /// What a person reads in the cell.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.normalize().to_string(),
            Self::Date(day) => day.to_string(),
        }
    }

    /// The text, or nothing.
    pub fn text(value: Option<&impl ToString>) -> Self {
        value.map_or(Self::Blank, |value| Self::Text(value.to_string()))
    }
}

/// A kind of sheet that is imported and exported with the same columns.
pub trait Kind {
    /// One row.
    type Row;

    /// The name of its sheet.
    fn sheet_name(&self) -> &'static str;

    /// Its columns in the order in which they are written.
    fn columns(&self) -> Vec<Column>;

    /// The headings that a file with these columns still lacks. More than one answer where a column can stand for others.
    fn missing(&self, present: &[&str]) -> Vec<String> {
        let columns = self.columns();
        let required = columns.iter().filter(|column| column.need == Need::Required);
        required.filter(|c| !present.contains(&c.key.as_ref())).map(|c| c.heading.to_string()).collect()
    }

    /// Keys of the columns that say which record a row is about.
    fn identity(&self) -> &'static [&'static str];

    /// Keys of the columns that only help the reader: what stands in them is not taken in.
    fn beside(&self) -> &'static [&'static str] {
        &[]
    }

    /// Keys of the columns that say nothing where they are blank: what is on record stays.
    fn kept_where_blank(&self) -> &'static [&'static str] {
        &[]
    }

    /// A row's value; `None` where a cell was refused (the reader has noted which).
    fn parse(&self, row: &mut RowReader<'_>) -> Option<Self::Row>;

    /// A row's cells, one for each column, in their order.
    fn cells(&self, row: &Self::Row) -> Vec<Out>;
}

/// The rows of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet<T> {
    /// File name.
    pub file: String,
    /// Sheet name; `None` in a CSV file.
    pub sheet: Option<String>,
    /// The rows in their order, without empty ones.
    pub rows: Vec<Located<T>>,
}

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// Row number as the spreadsheet program shows it, from 1.
    pub row: u32,
    /// The value.
    pub value: T,
}

/// Reads a file of one kind, whole or not at all.
///
/// # Errors
/// Any [`SheetError`]; [`SheetError::BadCells`] lists every cell that is refused, in the file's order.
pub fn read<K: Kind>(kind: &K, source: &Source, map: &ColumnMap) -> Result<Sheet<K::Row>, SheetError> {
    read_told(kind, source, map, &mut |_, _| true)
}

/// As [`read`], telling how many rows of how many were read; the answer `false` ends it.
///
/// # Errors
/// As [`read`], and [`SheetError::Cancelled`].
pub fn read_told<K: Kind>(
    kind: &K,
    source: &Source,
    map: &ColumnMap,
    goes_on: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Sheet<K::Row>, SheetError> {
    let (grid, headings) = locate(kind, grids(source)?, source.name(), map)?;
    let mut rows = Vec::new();
    let mut bad = Vec::new();
    let total = grid.rows.range(headings.row + 1..).count();
    for (done, (&row, cells)) in grid.rows.range(headings.row + 1..).enumerate() {
        if !goes_on(done, total) {
            return Err(SheetError::Cancelled);
        }
        if !headings.holds_any(cells) {
            continue;
        }
        let mut reader = RowReader { file: source.name(), grid: &grid, headings: &headings, row, cells, bad };
        let value = kind.parse(&mut reader);
        bad = reader.bad;
        rows.extend(value.map(|value| Located { row, value }));
    }
    if !goes_on(total, total) {
        return Err(SheetError::Cancelled);
    }
    if bad.is_empty() {
        Ok(Sheet { file: source.name().to_owned(), sheet: grid.name, rows })
    } else {
        // A kind reads its cells in its own order; the list is in the file's.
        bad.sort_by_key(|cell| (cell.row, cell.letters.len(), cell.letters.clone()));
        Err(SheetError::BadCells(bad))
    }
}

/// Where a kind's columns stand in a file: our heading → the column's letters and the heading as written there.
///
/// # Errors
/// Those of [`read`] that concern the file or its headings.
pub fn columns_in<K: Kind>(
    kind: &K,
    source: &Source,
    map: &ColumnMap,
) -> Result<BTreeMap<String, (String, String)>, SheetError> {
    let (_, headings) = locate(kind, grids(source)?, source.name(), map)?;
    let place = |column: &Column| {
        let number = headings.column(&column.key)?;
        let written = headings.as_written(&column.key).unwrap_or_default().to_owned();
        Some((column.heading.to_string(), (letters(number), written)))
    };
    Ok(kind.columns().iter().filter_map(place).collect())
}

/// All visible sheets of a file.
pub(crate) fn grids(source: &Source) -> Result<Vec<Grid>, SheetError> {
    Ok(match source.content()? {
        Content::Xlsx => excel::read(source.name(), source.bytes())?,
        Content::Text => vec![delimited::read(source.name(), source.bytes())?],
    })
}

/// The one sheet that has the kind's headings, with them.
pub(crate) fn locate<K: Kind>(
    kind: &K,
    grids: Vec<Grid>,
    file: &str,
    map: &ColumnMap,
) -> Result<(Grid, Headings), SheetError> {
    let columns = kind.columns();
    let names = heading::Names::new(&columns, map)?;
    let mut complete = Vec::new();
    let mut best: Option<(usize, Grid, u32)> = None;
    let mut seen: Vec<String> = Vec::new();
    for grid in grids {
        let Some((row, known)) = heading::best_row(&grid, &names, |present| kind.missing(present)) else {
            let likely = heading::likely(&grid);
            if likely.len() > seen.len() {
                seen = likely;
            }
            continue;
        };
        if kind.missing(&names.keys_in(&grid, row)).is_empty() {
            complete.push((grid, row));
        } else if best.as_ref().is_none_or(|(most, ..)| known > *most) {
            best = Some((known, grid, row));
        }
    }
    if complete.len() > 1 {
        let sheets = complete.into_iter().filter_map(|(grid, _)| grid.name).collect();
        return Err(SheetError::SeveralSheets { file: file.to_owned(), sheets });
    }
    let (grid, row) = match (complete.pop(), best) {
        (Some(found), _) => found,
        (None, Some((_, grid, row))) => (grid, row),
        (None, None) => {
            let headings = kind.missing(&[]);
            return Err(SheetError::NoHeadings { file: file.to_owned(), headings, seen });
        }
    };
    let missing = kind.missing(&names.keys_in(&grid, row));
    let headings = Headings::resolve(file, &grid, row, &names, missing)?;
    headings.refuse_merged(file, &grid)?;
    Ok((grid, headings))
}

/// Reads the cells of one row and notes those that are refused.
#[derive(Debug)]
pub struct RowReader<'a> {
    file: &'a str,
    grid: &'a Grid,
    headings: &'a Headings,
    row: u32,
    cells: &'a BTreeMap<u32, Raw>,
    bad: Vec<BadCell>,
}

impl<'a> RowReader<'a> {
    pub(crate) fn new(
        file: &'a str,
        grid: &'a Grid,
        headings: &'a Headings,
        row: u32,
        cells: &'a BTreeMap<u32, Raw>,
    ) -> Self {
        Self { file, grid, headings, row, cells, bad: Vec::new() }
    }

    pub(crate) fn into_bad(self) -> Vec<BadCell> {
        self.bad
    }

    /// The cell's value; `None`, and noted, where it is empty or refused.
    pub fn required<T>(&mut self, key: &str, parse: impl Fn(Cell<'_>) -> Result<T, Expected>) -> Option<T> {
        match self.optional(key, parse)? {
            Some(value) => Some(value),
            None => {
                self.refuse(key, Expected::Present);
                None
            }
        }
    }

    /// The cell's value, `Some(None)` where it is empty or its column absent; `None`, and noted, where it is refused.
    pub fn optional<T>(
        &mut self,
        key: &str,
        parse: impl Fn(Cell<'_>) -> Result<T, Expected>,
    ) -> Option<Option<T>> {
        let Some(raw) = self.raw(key) else { return Some(None) };
        match parse(Cell { raw, from_1904: self.grid.from_1904 }) {
            Ok(value) => Some(Some(value)),
            Err(expected) => {
                self.refuse(key, expected);
                None
            }
        }
    }

    /// Whether the row has something in that column.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.raw(key).is_some()
    }

    /// Whether the file has that column.
    #[must_use]
    pub fn has_column(&self, key: &str) -> bool {
        self.headings.column(key).is_some()
    }

    /// Notes the cell as refused.
    pub fn refuse(&mut self, key: &str, expected: Expected) {
        let column = self.headings.column(key).unwrap_or_default();
        self.bad.push(BadCell {
            file: self.file.to_owned(),
            sheet: self.grid.name.clone(),
            row: self.row,
            letters: letters(column),
            column: self.headings.as_written(key).unwrap_or(key).to_owned(),
            value: self.raw(key).map(Raw::shown).unwrap_or_default(),
            expected,
        });
    }

    fn raw(&self, key: &str) -> Option<&'a Raw> {
        self.headings.column(key).and_then(|column| self.cells.get(&column))
    }
}
