//! Why a spreadsheet is refused.

use crate::Expected;
use serde::Serialize;

/// One cell that is not what its column expects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BadCell {
    /// File name.
    pub file: String,
    /// Sheet name; `None` in a CSV file.
    pub sheet: Option<String>,
    /// Row number as the spreadsheet program shows it, from 1.
    pub row: u32,
    /// Column letters as the spreadsheet program shows them: `C`.
    pub letters: String,
    /// The column's heading as it stands in the file.
    pub column: String,
    /// What the cell holds, as text.
    pub value: String,
    /// What it should have held.
    pub expected: Expected,
}

/// A kind of file that is recognised and not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum UnsupportedFormat {
    /// Excel 97–2003 (.xls, BIFF).
    Xls,
    /// Excel binary workbook (.xlsb).
    Xlsb,
    /// OpenDocument (.ods).
    Ods,
    /// A web page that calls itself .xls, as office systems like to export.
    Html,
    /// Excel 2003 XML.
    SpreadsheetMl,
}

/// Why a file is refused as a whole. Nothing of a refused file is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum SheetError {
    /// The operating system would not give the file.
    #[error("{file}: cannot be read: {reason}")]
    Unreadable {
        /// File name.
        file: String,
        /// The system's words.
        reason: String,
    },
    /// Larger than 50 MB.
    #[error("{file}: {bytes} bytes; at most {limit} are read")]
    TooLarge {
        /// File name.
        file: String,
        /// Its size in bytes.
        bytes: u64,
        /// The limit in bytes.
        #[serde(rename = "limitBytes")]
        limit: u64,
    },
    /// A workbook with a password.
    #[error("{file}: encrypted")]
    Encrypted {
        /// File name.
        file: String,
    },
    /// A small file that unpacks to more than a workbook needs.
    #[error("{file}: {what} exceeds {limit}")]
    Bomb {
        /// File name.
        file: String,
        /// What there is too much of: `ratio`, `bytes`, `entries`, `cells`, `strings`, `columns`.
        what: &'static str,
        /// The limit.
        limit: u64,
    },
    /// Neither .xlsx nor CSV text.
    #[error("{file}: not a spreadsheet")]
    NotASpreadsheet {
        /// File name.
        file: String,
    },
    /// A spreadsheet in a format that is not read; saving it as .xlsx helps.
    #[error("{file}: {format:?} is not read")]
    Unsupported {
        /// File name.
        file: String,
        /// Which format it is.
        format: UnsupportedFormat,
    },
    /// Says it is .xlsx, and its parts do not fit together.
    #[error("{file}: damaged: {reason}")]
    Damaged {
        /// File name.
        file: String,
        /// The reader's words, for support.
        reason: String,
    },
    /// CSV text that is neither UTF-8, UTF-16 with a byte order mark, nor GB18030.
    #[error("{file}: unknown text encoding")]
    UnknownEncoding {
        /// File name.
        file: String,
    },
    /// No sheet has a row with any of the headings.
    #[error("{file}: no headings found; expected {headings:?}")]
    NoHeadings {
        /// File name.
        file: String,
        /// The required headings.
        headings: Vec<String>,
        /// What stands in the row that looks most like headings; empty where the file holds no text.
        seen: Vec<String>,
    },
    /// Headings that are neither ours nor mapped. A column without a heading is named by its letters in brackets.
    #[error("{file}: unknown columns {columns:?}")]
    UnknownColumn {
        /// File name.
        file: String,
        /// Sheet name.
        sheet: Option<String>,
        /// The headings as they stand in the file.
        columns: Vec<String>,
        /// The headings that are known, for the mapping.
        known: Vec<String>,
    },
    /// Required columns that the heading row lacks.
    #[error("{file}: missing columns {columns:?}")]
    MissingColumn {
        /// File name.
        file: String,
        /// Sheet name.
        sheet: Option<String>,
        /// Our headings.
        columns: Vec<String>,
        /// The headings of the file that no column of ours claims: the likely renamed ones.
        unknown: Vec<String>,
    },
    /// Two headings that mean the same column.
    #[error("{file}: column {column} twice")]
    DuplicateColumn {
        /// File name.
        file: String,
        /// Sheet name.
        sheet: Option<String>,
        /// Our heading.
        column: String,
    },
    /// The heading row stands in more than one visible sheet, and reading one of them would drop the others.
    #[error("{file}: the headings stand in several sheets: {sheets:?}")]
    SeveralSheets {
        /// File name.
        file: String,
        /// The sheets' names.
        sheets: Vec<String>,
    },
    /// Merged cells among the data hide the values of all but their first cell.
    #[error("{file}: merged cells {ranges:?}")]
    MergedCells {
        /// File name.
        file: String,
        /// Sheet name.
        sheet: Option<String>,
        /// The ranges, `A3:A7`.
        ranges: Vec<String>,
    },
    /// Cells that are not what their columns expect, all of them.
    #[error("{} bad cells", .0.len())]
    BadCells(#[serde(serialize_with = "cells")] Vec<BadCell>),
    /// A `--map` file that is no JSON object of texts, or names a column that does not exist.
    #[error("column map: {reason}")]
    BadMap {
        /// What is wrong with it.
        reason: String,
    },
    /// The workbook carries no stamp: it was not made by this program as a month workbook.
    #[error("{file}: no stamp")]
    NoStamp {
        /// File name.
        file: String,
    },
    /// Whoever waited for the file did not want it any more.
    #[error("cancelled")]
    Cancelled,
    /// A workbook could not be written: a text over 32,767 characters, or more rows than a sheet holds.
    #[error("cannot be written: {reason}")]
    CannotWrite {
        /// The writer's words.
        reason: String,
    },
}

/// `serde` cannot put a sequence beside a tag; a field does.
fn cells<S: serde::Serializer>(cells: &[BadCell], serializer: S) -> Result<S::Ok, S::Error> {
    use serde::ser::SerializeStruct;
    let mut out = serializer.serialize_struct("BadCells", 1)?;
    out.serialize_field("cells", cells)?;
    out.end()
}

impl From<rust_xlsxwriter::XlsxError> for SheetError {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self::CannotWrite { reason: error.to_string() }
    }
}
