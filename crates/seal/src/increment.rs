//! One appended update of a PDF, read strictly: its objects, its table of objects, its trailer, and not a byte more.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId};

use crate::syntax::{Malformed, Placed, Scanner, is_space};

/// Most that a table of objects in a stream may expand to, in bytes.
const MAX_TABLE: usize = 1024 * 1024;

/// An update whose table lists exactly the objects it holds.
#[derive(Debug)]
pub(crate) struct Increment {
    pub objects: BTreeMap<ObjectId, Placed>,
    /// The trailer, or the dictionary of the table's stream.
    pub trailer: Dictionary,
    /// The stream that holds the table, where the table is no plain one.
    pub table_stream: Option<ObjectId>,
    /// Where the table of objects begins.
    pub table_at: usize,
}

/// Reads `pdf[start..end]` as one update.
pub(crate) fn read(pdf: &[u8], start: usize, end: usize) -> Result<Increment, Malformed> {
    let mut scanner = Scanner::new(pdf.get(..end).ok_or("range")?, start);
    let mut objects: BTreeMap<ObjectId, Placed> = BTreeMap::new();
    loop {
        skip_header(&mut scanner)?;
        let here = scanner.at;
        if scanner.take(b"xref") {
            let listed = plain_table(&mut scanner)?;
            scanner.skip_space();
            let trailer = scanner.dictionary(0)?;
            expect_end(&mut scanner, here)?;
            same_objects(&objects, &listed, None)?;
            return Ok(Increment { objects, trailer, table_stream: None, table_at: here });
        }
        let (id, placed) = scanner.indirect_object()?;
        let table = placed.object.as_stream().ok().filter(|stream| stream.dict.has_type(b"XRef")).cloned();
        if objects.keys().any(|(number, _)| *number == id.0) {
            return Err("object given twice");
        }
        objects.insert(id, placed);
        if let Some(stream) = table {
            let content = if stream.dict.has(b"Filter") {
                stream.decompressed_content_with_limit(MAX_TABLE).map_err(|_| "table stream")?
            } else {
                stream.content
            };
            let listed = stream_table(&stream.dict, &content)?;
            expect_end(&mut scanner, here)?;
            same_objects(&objects, &listed, Some(id))?;
            return Ok(Increment { objects, trailer: stream.dict, table_stream: Some(id), table_at: here });
        }
    }
}

/// White space, and the two comment lines with which lopdf begins an update: the version, and a line of bytes ≥ 128.
fn skip_header(scanner: &mut Scanner<'_>) -> Result<(), Malformed> {
    loop {
        scanner.skip_space();
        if !scanner.take(b"%") {
            return Ok(());
        }
        let version = scanner.take(b"PDF-");
        while let Some(byte) = scanner.peek().filter(|byte| !matches!(byte, b'\r' | b'\n')) {
            let plain = if version { byte.is_ascii_digit() || byte == b'.' } else { byte >= 128 };
            if !plain {
                return Err("comment");
            }
            scanner.at += 1;
        }
    }
}

/// `startxref`, the place of the table, `%%EOF`, and at most one end of line.
fn expect_end(scanner: &mut Scanner<'_>, table_at: usize) -> Result<(), Malformed> {
    scanner.skip_space();
    if !scanner.take(b"startxref") {
        return Err("startxref");
    }
    scanner.skip_space();
    if scanner.unsigned()? != table_at as u64 {
        return Err("startxref points elsewhere");
    }
    scanner.skip_space();
    if !scanner.take(b"%%EOF") {
        return Err("end mark");
    }
    scanner.take_line_end();
    if scanner.at == scanner.bytes.len() { Ok(()) } else { Err("bytes after the end mark") }
}

type Listed = BTreeMap<u32, (usize, u16)>;

/// The sections of a plain table, up to and with the word `trailer`. Object 0, the head of the free list, is the only
/// free entry allowed.
fn plain_table(scanner: &mut Scanner<'_>) -> Result<Listed, Malformed> {
    let mut listed = Listed::new();
    loop {
        scanner.skip_space();
        if scanner.take(b"trailer") {
            return Ok(listed);
        }
        let first = scanner.unsigned()?;
        scanner.skip_space();
        let count = scanner.unsigned()?;
        for number in first..first.checked_add(count).ok_or("table")? {
            scanner.skip_space();
            let offset = usize::try_from(scanner.unsigned()?).map_err(|_| "table")?;
            scanner.skip_space();
            let generation = scanner.unsigned()?;
            scanner.skip_space();
            let used = scanner.take(b"n");
            if !used && !scanner.take(b"f") {
                return Err("table");
            }
            add(&mut listed, number, used, offset, generation)?;
        }
    }
}

fn stream_table(dict: &Dictionary, content: &[u8]) -> Result<Listed, Malformed> {
    let numbers = |key: &[u8]| -> Option<Vec<usize>> {
        let array = dict.get(key).and_then(Object::as_array).ok()?;
        array.iter().map(|n| n.as_i64().ok().and_then(|n| usize::try_from(n).ok())).collect()
    };
    let widths =
        numbers(b"W").filter(|w| w.len() == 3 && w.iter().all(|&w| w <= 8) && w[1] > 0).ok_or("table")?;
    let index = numbers(b"Index").filter(|index| index.len() % 2 == 0).ok_or("table")?;
    let mut rows = content.chunks_exact(widths.iter().sum());
    let mut listed = Listed::new();
    for section in index.chunks_exact(2) {
        for offset in 0..section[1] {
            let row = rows.next().ok_or("table")?;
            let (kind, rest) = row.split_at(widths[0]);
            let (second, third) = rest.split_at(widths[1]);
            let value = |bytes: &[u8]| bytes.iter().fold(0_u64, |sum, &byte| sum << 8 | u64::from(byte));
            let used = match if kind.is_empty() { 1 } else { value(kind) } {
                0 => false,
                1 => true,
                _ => return Err("object in a stream"),
            };
            let number = section[0].checked_add(offset).ok_or("table")? as u64;
            let place = usize::try_from(value(second)).map_err(|_| "table")?;
            add(&mut listed, number, used, place, value(third))?;
        }
    }
    if rows.next().is_some() { Err("table") } else { Ok(listed) }
}

fn add(
    listed: &mut Listed,
    number: u64,
    used: bool,
    offset: usize,
    generation: u64,
) -> Result<(), Malformed> {
    let number = u32::try_from(number).map_err(|_| "table")?;
    let generation = u16::try_from(generation).map_err(|_| "table")?;
    match (used, number) {
        (false, 0) => Ok(()),
        (false, _) | (true, 0) => Err("free entry"),
        (true, _) if listed.insert(number, (offset, generation)).is_some() => Err("listed twice"),
        (true, _) => Ok(()),
    }
}

fn same_objects(
    objects: &BTreeMap<ObjectId, Placed>,
    listed: &Listed,
    table_stream: Option<ObjectId>,
) -> Result<(), Malformed> {
    let placed: Listed = objects.iter().map(|(id, placed)| (id.0, (placed.span.start, id.1))).collect();
    if placed == *listed {
        return Ok(());
    }
    // A stream that holds the table need not list itself.
    let without: Listed =
        placed.into_iter().filter(|(number, _)| table_stream.is_none_or(|(own, _)| own != *number)).collect();
    if table_stream.is_some() && without == *listed {
        Ok(())
    } else {
        Err("table does not match the objects")
    }
}

/// Where a revision's table of objects is, by the `startxref` at its very end; `None` where it does not end so.
pub(crate) fn table_of(revision: &[u8]) -> Option<usize> {
    let mut end = revision.len();
    if revision.ends_with(b"\r\n") {
        end -= 2;
    } else if revision.ends_with(b"\n") || revision.ends_with(b"\r") {
        end -= 1;
    }
    let before_mark = revision[..end].strip_suffix(b"%%EOF")?;
    let mut at = before_mark.iter().rposition(|&byte| !is_space(byte))? + 1;
    let digits_end = at;
    while at > 0 && before_mark[at - 1].is_ascii_digit() {
        at -= 1;
    }
    let value = std::str::from_utf8(&before_mark[at..digits_end]).ok()?.parse().ok()?;
    let word_end = before_mark[..at].iter().rposition(|&byte| !is_space(byte))? + 1;
    (word_end < at && before_mark[..word_end].ends_with(b"startxref")).then_some(value)
}

/// `/Prev` of the table at `table_at`: `Ok(None)` where the table is the first one.
pub(crate) fn previous_table(pdf: &[u8], table_at: usize) -> Result<Option<usize>, Malformed> {
    let mut scanner = Scanner::new(pdf, table_at);
    let dict = if scanner.take(b"xref") {
        // Only the trailer is wanted; free entries of an ordinary first revision are no concern here.
        let trailer = crate::document::find(pdf, b"trailer", table_at, pdf.len()).ok_or("trailer")?;
        scanner.at = trailer + b"trailer".len();
        scanner.skip_space();
        scanner.dictionary(0)?
    } else {
        let (_, placed) = scanner.indirect_object()?;
        placed.object.as_stream().map_err(|_| "table")?.dict.clone()
    };
    match dict.get(b"Prev") {
        Err(_) => Ok(None),
        Ok(Object::Integer(at)) => usize::try_from(*at).map(Some).map_err(|_| "Prev"),
        Ok(_) => Err("Prev"),
    }
}
