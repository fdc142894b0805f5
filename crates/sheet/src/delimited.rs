//! Reads CSV text: UTF-8 with or without a byte order mark, UTF-16 with one, GB18030 (which GBK and GB2312 are part of).

use crate::grid::{Grid, Raw};
use crate::{SheetError, excel, guard};
use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// The one sheet of a CSV file.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Result<Grid, SheetError> {
    let text = decode(bytes).ok_or_else(|| SheetError::UnknownEncoding { file: file.to_owned() })?;
    if text.contains('\0') {
        return Err(SheetError::NotASpreadsheet { file: file.to_owned() });
    }
    // Line ends of old Macs; a CR inside a file that has LF as well is part of the line end or of a field.
    let text = if text.contains('\n') { text } else { text.replace('\r', "\n") };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut grid = Grid::default();
    // A row's number is that of the spreadsheet program: line ends before the record, less those inside quoted fields.
    // The csv crate skips empty lines and counts lines, so both are counted here.
    let (mut line_ends, mut ends_in_fields, mut counted_to) = (0_u32, 0_u32, 0_usize);
    let mut left = excel::MOST_CELLS;
    let mut record = csv::StringRecord::new();
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX).min(text.len());
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                return Err(SheetError::Damaged { file: file.to_owned(), reason: error.to_string() });
            }
        }
        let empty_lines = text.as_bytes()[start..].iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let begins = start + empty_lines;
        line_ends += newlines(&text.as_bytes()[counted_to..begins]);
        counted_to = begins;
        let row = line_ends - ends_in_fields + 1;
        for (column, field) in record.iter().enumerate() {
            if column >= 16_384 {
                return Err(SheetError::Bomb { file: file.to_owned(), what: "columns", limit: 16_384 });
            }
            ends_in_fields += newlines(field.as_bytes());
            if field.is_empty() {
                continue;
            }
            left = left.checked_sub(1).ok_or_else(|| SheetError::Bomb {
                file: file.to_owned(),
                what: "cells",
                limit: excel::MOST_CELLS,
            })?;
            grid.put(row, column as u32, Raw::Text(plain(field).to_owned()));
        }
    }
    Ok(grid)
}

/// A field without what protects it: our apostrophe, or the formula `="0012"` by which other programs keep zeros.
fn plain(field: &str) -> &str {
    match field.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        Some(text) if !text.contains('"') => text,
        _ => guard::removed(field),
    }
}

fn newlines(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|b| **b == b'\n').count() as u32
}

fn decode(bytes: &[u8]) -> Option<String> {
    let encodings = match bytes {
        [0xEF, 0xBB, 0xBF, ..] => vec![UTF_8],
        [0xFF, 0xFE, ..] => vec![UTF_16LE],
        [0xFE, 0xFF, ..] => vec![UTF_16BE],
        _ => vec![UTF_8, GB18030],
    };
    encodings.into_iter().find_map(|encoding| {
        let (text, had_errors) = encoding.decode_with_bom_removal(bytes);
        (!had_errors).then(|| text.into_owned())
    })
}

/// Comma, tab (Excel's "Unicode text") or semicolon: whichever the first lines have most of.
fn delimiter(text: &str) -> u8 {
    let head: Vec<&str> = text.lines().take(12).collect();
    let count = |delimiter: char| head.iter().map(|line| line.matches(delimiter).count()).sum::<usize>();
    let (comma, tab, semicolon) = (count(','), count('\t'), count(';'));
    if tab > comma && tab >= semicolon {
        b'\t'
    } else if semicolon > comma {
        b';'
    } else {
        b','
    }
}
