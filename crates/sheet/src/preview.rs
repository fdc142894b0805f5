//! What taking a file in would change, row by row, against the rows that are on record.

use crate::kind::{Column, Kind, Need, Sheet};
use std::collections::HashMap;

/// What a row does to the record that it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Adds one.
    New,
    /// Changes one.
    Changed,
    /// Says what is on record already.
    Same,
}

/// A row of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    /// Row number as the spreadsheet program shows it, from 1.
    pub row: u32,
    /// What it does.
    pub change: Change,
    /// Its cells as they were understood, one for each heading.
    pub cells: Vec<String>,
    /// The cells on record where the row changes them.
    pub before: Vec<String>,
}

/// A file held against the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Our headings of the columns that are shown.
    pub headings: Vec<String>,
    /// The rows in the file's order.
    pub rows: Vec<PreviewRow>,
}

/// Compares the rows of a file with those on record by what identifies them ([`Kind::identity`]).
pub fn preview<K: Kind>(kind: &K, read: &Sheet<K::Row>, on_record: &[K::Row]) -> Preview {
    let columns = kind.columns();
    let shown: Vec<usize> = (0..columns.len()).filter(|i| columns[*i].need != Need::Ignored).collect();
    let places = |keys: &[&str]| -> Vec<usize> {
        let at = |key: &&str| columns.iter().position(|column: &Column| column.key == **key);
        keys.iter().filter_map(at).collect()
    };
    let (identity, beside) = (places(kind.identity()), places(kind.beside()));
    let kept = places(kind.kept_where_blank());
    let texts =
        |row: &K::Row| -> Vec<String> { kind.cells(row).iter().map(crate::kind::Out::shown).collect() };
    let key = |cells: &[String]| -> Vec<String> { identity.iter().map(|i| cells[*i].clone()).collect() };
    let on_record: HashMap<Vec<String>, Vec<String>> = on_record
        .iter()
        .map(|row| {
            let cells = texts(row);
            (key(&cells), cells)
        })
        .collect();
    let only_shown = |cells: &[String]| shown.iter().map(|i| cells[*i].clone()).collect::<Vec<_>>();
    let rows = read
        .rows
        .iter()
        .map(|located| {
            let mut cells = texts(&located.value);
            let before = on_record.get(&key(&cells));
            if let Some(before) = before {
                for i in kept.iter().filter(|i| before.len() > **i) {
                    if cells[*i].is_empty() {
                        cells[*i].clone_from(&before[*i]);
                    }
                }
            }
            let differs =
                |before: &Vec<String>| shown.iter().any(|i| !beside.contains(i) && cells[*i] != before[*i]);
            let change = match before {
                None => Change::New,
                Some(before) if differs(before) => Change::Changed,
                Some(_) => Change::Same,
            };
            PreviewRow {
                row: located.row,
                change,
                cells: only_shown(&cells),
                before: before
                    .filter(|_| change == Change::Changed)
                    .map_or_else(Vec::new, |before| only_shown(before)),
            }
        })
        .collect();
    Preview { headings: shown.iter().map(|i| columns[*i].heading.to_string()).collect(), rows }
}
