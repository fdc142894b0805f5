//! Headings: finding their row, knowing ours in Chinese and English, translating other people's.

use crate::SheetError;
use crate::cell::{Raw, folded};
use crate::grid::{Grid, letters};
use crate::kind::{Column, Need};
use std::collections::{BTreeMap, BTreeSet};

/// Rows with something in them among which the headings are looked for: ten titles and the headings themselves.
const ROWS_SEARCHED: usize = 11;

/// The column that [`crate::bad_cells_workbook`] adds; a file that still has it is read without it.
pub(crate) const REASON_HEADING: &str = "问题";

/// Other people's headings → ours: what `--map FILE` holds. A heading that is mapped to nothing is left out of the import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnMap {
    entries: BTreeMap<String, Option<String>>,
}

impl ColumnMap {
    /// No translation.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Their heading → our column (Chinese or English), or `None` to leave theirs out.
    pub fn new(entries: impl IntoIterator<Item = (String, Option<String>)>) -> Self {
        Self { entries: entries.into_iter().map(|(theirs, ours)| (normal(&theirs), ours)).collect() }
    }

    /// Reads `{"员工编号": "工号", "备注2": null}`.
    ///
    /// # Errors
    /// [`SheetError::BadMap`] where it is no such object. Whether our columns exist is found out when a kind is read.
    pub fn from_json(text: &str) -> Result<Self, SheetError> {
        let entries: BTreeMap<String, Option<String>> =
            serde_json::from_str(text.trim_start_matches('\u{feff}'))
                .map_err(|error| SheetError::BadMap { reason: error.to_string() })?;
        Ok(Self::new(entries))
    }
}

/// One form for all ways to write a heading: folded, lower case, without blanks, line breaks and the star of a required one.
fn normal(heading: &str) -> String {
    let folded = folded(heading).to_lowercase();
    let plain: String = folded.chars().filter(|c| !c.is_whitespace()).collect();
    plain.trim_matches('*').to_owned()
}

/// What a heading means.
enum Meaning<'a> {
    Column(&'a str),
    LeftOut,
    Unknown,
}

/// All headings that a kind and a map know.
pub(crate) struct Names<'a> {
    columns: &'a [Column],
    known: BTreeMap<String, Option<&'a str>>,
}

impl<'a> Names<'a> {
    pub(crate) fn new(columns: &'a [Column], map: &ColumnMap) -> Result<Self, SheetError> {
        let mut known: BTreeMap<String, Option<&str>> = BTreeMap::new();
        for column in columns {
            for name in [&column.heading, &column.key] {
                // A rubric item could be coded like a column; which of them a heading means could not be told.
                let other = known.insert(normal(name), Some(column.key.as_ref())).flatten();
                if other.is_some_and(|key| key != column.key) {
                    return Err(SheetError::BadMap { reason: format!("two columns are called {name}") });
                }
            }
        }
        let mut translated = known.clone();
        translated.insert(REASON_HEADING.to_owned(), None);
        for (theirs, ours) in &map.entries {
            let target = match ours {
                None => None,
                Some(name) => *known
                    .get(&normal(name))
                    .ok_or_else(|| SheetError::BadMap { reason: format!("there is no column {name}") })?,
            };
            translated.insert(theirs.clone(), target);
        }
        Ok(Self { columns, known: translated })
    }

    fn meaning(&self, heading: &Raw) -> Meaning<'a> {
        match self.known.get(&normal(&heading.shown())) {
            Some(Some(key)) => Meaning::Column(key),
            Some(None) => Meaning::LeftOut,
            None => Meaning::Unknown,
        }
    }

    /// The columns that the row, taken as headings, would give.
    pub(crate) fn keys_in(&self, grid: &Grid, row: u32) -> Vec<&'a str> {
        let cells = grid.rows.get(&row).into_iter().flat_map(|cells| cells.values());
        cells
            .filter_map(|cell| match self.meaning(cell) {
                Meaning::Column(key) => Some(key),
                _ => None,
            })
            .collect()
    }

    fn heading_of(&self, key: &str) -> String {
        let column = self.columns.iter().find(|column| column.key == key);
        column.map_or_else(|| key.to_owned(), |column| column.heading.to_string())
    }
}

/// The row that is most likely the headings, and how many of its cells are known: the first that lacks nothing, else the
/// one with most; `None` where no row has any.
pub(crate) fn best_row(
    grid: &Grid,
    names: &Names<'_>,
    missing: impl Fn(&[&str]) -> Vec<String>,
) -> Option<(u32, usize)> {
    let mut best: Option<(u32, usize)> = None;
    for &row in grid.rows.keys().take(ROWS_SEARCHED) {
        let keys = names.keys_in(grid, row);
        if missing(&keys).is_empty() {
            return Some((row, keys.len()));
        }
        if keys.len() > best.map_or(0, |(_, most)| most) {
            best = Some((row, keys.len()));
        }
    }
    best
}

/// What the sheet's headings may be where none is known: the texts of the first row that has most of them.
pub(crate) fn likely(grid: &Grid) -> Vec<String> {
    let mut best: Vec<String> = Vec::new();
    for cells in grid.rows.values().take(ROWS_SEARCHED) {
        let texts = cells.values().filter(|cell| matches!(cell, Raw::Text(_)));
        let texts: Vec<String> = texts.map(|cell| cell.shown().trim().to_owned()).collect();
        if texts.len() > best.len() {
            best = texts;
        }
    }
    best
}

/// The heading row of a file: which of our columns stands where.
#[derive(Debug)]
pub(crate) struct Headings {
    /// Row number, from 1.
    pub(crate) row: u32,
    /// Our key → (column number, heading as written).
    columns: BTreeMap<String, (u32, String)>,
}

impl Headings {
    /// Refuses unknown, missing and duplicate columns, in this order of what a user can mend first.
    pub(crate) fn resolve(
        file: &str,
        grid: &Grid,
        row: u32,
        names: &Names<'_>,
        missing: Vec<String>,
    ) -> Result<Self, SheetError> {
        let (file, sheet) = (file.to_owned(), grid.name.clone());
        let mut columns = BTreeMap::new();
        let mut unknown = Vec::new();
        let mut left_out = BTreeSet::new();
        let headings = grid.rows.get(&row).cloned().unwrap_or_default();
        for (&number, heading) in &headings {
            match names.meaning(heading) {
                Meaning::Column(key) => {
                    if columns.insert(key.to_owned(), (number, heading.shown())).is_some() {
                        let column = names.heading_of(key);
                        return Err(SheetError::DuplicateColumn { file, sheet, column });
                    }
                }
                Meaning::LeftOut => {
                    left_out.insert(number);
                }
                Meaning::Unknown => unknown.push(heading.shown()),
            }
        }
        if !missing.is_empty() {
            return Err(SheetError::MissingColumn { file, sheet, columns: missing, unknown });
        }
        let unheaded: BTreeSet<u32> =
            grid.rows.range(row + 1..).flat_map(|(_, cells)| cells.keys().copied()).collect();
        unknown.extend(
            unheaded
                .into_iter()
                .filter(|number| !headings.contains_key(number))
                .map(|n| format!("[{}]", letters(n))),
        );
        if !unknown.is_empty() {
            let known = names.columns.iter().filter(|c| c.need != Need::Ignored);
            let known = known.map(|column| column.heading.to_string()).collect();
            return Err(SheetError::UnknownColumn { file, sheet, columns: unknown, known });
        }
        Ok(Self { row, columns })
    }

    pub(crate) fn column(&self, key: &str) -> Option<u32> {
        self.columns.get(key).map(|(number, _)| *number)
    }

    pub(crate) fn as_written(&self, key: &str) -> Option<&str> {
        self.columns.get(key).map(|(_, heading)| heading.as_str())
    }

    /// Whether the row has something in a column that is read.
    pub(crate) fn holds_any(&self, cells: &BTreeMap<u32, Raw>) -> bool {
        self.columns.values().any(|(number, _)| cells.contains_key(number))
    }

    /// Refuses merged ranges that reach into the headings or the data: only their first cell keeps its value.
    pub(crate) fn refuse_merged(&self, file: &str, grid: &Grid) -> Result<(), SheetError> {
        let last = grid.rows.keys().next_back().copied().unwrap_or(self.row);
        let numbers: Vec<u32> = self.columns.values().map(|(number, _)| *number).collect();
        let ranges: Vec<String> = grid
            .merged
            .iter()
            .filter(|(top, left, bottom, right)| {
                *bottom >= self.row && *top <= last && numbers.iter().any(|n| (left..=right).contains(&n))
            })
            .map(|(top, left, bottom, right)| format!("{}{top}:{}{bottom}", letters(*left), letters(*right)))
            .collect();
        if ranges.is_empty() {
            return Ok(());
        }
        Err(SheetError::MergedCells { file: file.to_owned(), sheet: grid.name.clone(), ranges })
    }
}
