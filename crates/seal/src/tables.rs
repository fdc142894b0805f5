//! A look at a file's tables of objects before anything is read by them.
//!
//! lopdf believes a table stream's own word on how wide its columns are and how many rows it has: a table with columns of
//! no width and endless rows never ends and fills the memory on its way. Such files are refused beforehand.

use std::collections::HashSet;

use lopdf::{Dictionary, Object};

use crate::document::find;
use crate::syntax::Scanner;

/// Most tables in a file: one for each revision, two for a hybrid one.
const MAX_TABLES: usize = 4_096;
/// Where lopdf looks for the last end mark, and for the word before it, in bytes from the end.
const TAIL: usize = 512;
const WORD: usize = 25;

/// Where every table that the file's end leads to can be read in bounded time.
pub(crate) fn plausible(pdf: &[u8]) -> bool {
    let tail = pdf.len().saturating_sub(TAIL);
    let Some(mark) = last(pdf, b"%%EOF", tail, pdf.len()) else { return false };
    let Some(word) = last(pdf, b"startxref", mark.saturating_sub(WORD), mark) else { return false };
    let mut scanner = Scanner::new(pdf, word + b"startxref".len());
    scanner.skip_space();
    let Some(first) = scanner.unsigned().ok().and_then(|at| usize::try_from(at).ok()) else { return false };

    let mut seen = HashSet::new();
    let mut todo = vec![first];
    while let Some(at) = todo.pop() {
        if !seen.insert(at) {
            continue;
        }
        if seen.len() > MAX_TABLES || at >= pdf.len() {
            return false;
        }
        let Some(dict) = table_dictionary(pdf, at) else { return false };
        for key in [b"Prev".as_slice(), b"XRefStm"] {
            if let Ok(next) = dict.get(key) {
                let Some(next) = next.as_i64().ok().and_then(|at| usize::try_from(at).ok()) else {
                    return false;
                };
                todo.push(next);
            }
        }
    }
    true
}

fn last(pdf: &[u8], word: &[u8], from: usize, to: usize) -> Option<usize> {
    pdf.get(from..to)?.windows(word.len()).rposition(|window| window == word).map(|at| at + from)
}

/// The trailer, or the dictionary of a table stream whose columns have a width.
fn table_dictionary(pdf: &[u8], at: usize) -> Option<Dictionary> {
    let mut scanner = Scanner::new(pdf, at);
    scanner.skip_space();
    if scanner.take(b"xref") {
        scanner.at = find(pdf, b"trailer", scanner.at, pdf.len())? + b"trailer".len();
        scanner.skip_space();
        return scanner.dictionary(0).ok();
    }
    scanner.unsigned().ok()?;
    scanner.skip_space();
    scanner.unsigned().ok()?;
    scanner.skip_space();
    if !scanner.take(b"obj") {
        return None;
    }
    scanner.skip_space();
    let dict = scanner.dictionary(0).ok()?;
    let widths = dict.get(b"W").and_then(Object::as_array).ok()?;
    let widths: Vec<i64> = widths.iter().map(Object::as_i64).collect::<Result<_, _>>().ok()?;
    // With at least one byte to a row, the stream's own length bounds the number of rows.
    let bounded = widths.len() == 3 && widths.iter().all(|width| (0..=8).contains(width)) && widths[1] > 0;
    bounded.then_some(dict)
}
