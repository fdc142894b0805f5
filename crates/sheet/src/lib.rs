//! Spreadsheets in and out.
//!
//! Owns: what a well-formed cell, row and file of each kind of import is ([`kinds`]), how such a file is read without
//! being harmed by it ([`Source`], [`read`]), and the workbooks that the program hands out ([`write`], [`template`],
//! [`month_workbook`], [`settlement_workbook`], [`account_workbook`], [`ranking_workbook`], [`attendance_workbook`], [`bad_cells_workbook`]).
//!
//! Refuses, with a [`SheetError`] that names the place: everything that is not `.xlsx` or CSV, encrypted and oversized
//! files, unknown or missing columns, merged cells over data, and every cell that is not what its column expects. A
//! file is taken whole or not at all. No rule of the service is known here: whether a unit exists, or a month may still be
//! scored, is for `app` to ask the ledger. No clock, no network; the same input gives the same bytes.
//!
//! Start reading at [`kind`] (what a kind of sheet is; adding one means adding one small file under `kinds/`), then
//! [`cell`] for how a cell becomes a value.
#![warn(missing_docs)]

mod account_workbook;
mod attendance_workbook;
mod bad_cells;
pub mod cell;
mod delimited;
mod error;
mod excel;
mod expected;
mod export;
mod grid;
mod guard;
mod heading;
pub mod kind;
pub mod kinds;
mod list_workbook;
pub mod month_workbook;
mod package;
mod preview;
mod ranking_workbook;
pub mod settlement_workbook;
mod source;
mod style;
mod template;
mod ticket_statistics_workbook;

pub use account_workbook::{AccountRow, account_workbook};
pub use attendance_workbook::{AttendanceBook, AttendanceCell, AttendanceLine, attendance_workbook};
pub use bad_cells::{CellReason, bad_cells_workbook};
pub use error::{BadCell, SheetError, UnsupportedFormat};
pub use expected::Expected;
pub use export::{FileFormat, write};
pub use heading::ColumnMap;
pub use kind::{Kind, Located, Sheet, columns_in, read, read_told};
pub use list_workbook::list_workbook;
pub use preview::{Change, Preview, PreviewRow, preview};
pub use ranking_workbook::{RankingBook, RankingRow, ranking_workbook};
pub use settlement_workbook::settlement_workbook;
pub use source::Source;
pub use template::{Choices, template};
pub use ticket_statistics_workbook::{
    Figure, StatisticsBook, StatisticsRow, StatisticsTable, ticket_statistics_workbook,
};
