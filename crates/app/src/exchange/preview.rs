//! What an import would change, row by row, for the page.

use crate::error::AppError;
use serde::Serialize;
use sheet::{Change, Kind, Preview, Sheet};
use ts_rs::TS;

/// Rows that are shown; of a longer file the rest is counted.
pub(super) const SHOWN: usize = 2_000;

/// A row of the file.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PreviewLine {
    /// Row number as the spreadsheet program shows it.
    pub row: u32,
    /// `new`, `changed` or `same`.
    pub change: String,
    /// Its cells as they were understood, one for each heading.
    pub cells: Vec<String>,
    /// The cells on record where the row changes them.
    pub before: Vec<String>,
}

/// A file held against what is on record.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ImportPreview {
    /// Headings of the columns.
    pub headings: Vec<String>,
    /// The first rows, in the file's order.
    pub rows: Vec<PreviewLine>,
    /// Rows of the file that are new, changed, and the same as on record.
    #[ts(type = "[number, number, number]")]
    pub counts: [usize; 3],
}

/// For a dry run, the rows that were read against those on record.
pub(super) fn look<K: Kind>(
    dry_run: bool,
    kind: &K,
    read: &Sheet<K::Row>,
    on_record: impl FnOnce() -> Result<Vec<K::Row>, AppError>,
) -> Result<Option<ImportPreview>, AppError> {
    if !dry_run {
        return Ok(None);
    }
    Ok(Some(view(sheet::preview(kind, read, &on_record()?))))
}

/// For the page.
pub(super) fn view(preview: Preview) -> ImportPreview {
    let counts = [Change::New, Change::Changed, Change::Same]
        .map(|change| preview.rows.iter().filter(|row| row.change == change).count());
    let word = |change| match change {
        Change::New => "new",
        Change::Changed => "changed",
        Change::Same => "same",
    };
    let rows = preview.rows.into_iter().take(SHOWN).map(|row| PreviewLine {
        row: row.row,
        change: word(row.change).to_owned(),
        cells: row.cells,
        before: row.before,
    });
    ImportPreview { headings: preview.headings, rows: rows.collect(), counts }
}
