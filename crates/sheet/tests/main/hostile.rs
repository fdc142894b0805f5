//! Files made to harm, or that are something else than they say.

use crate::support::V::{N, T};
use crate::support::{entry, refusal, with_entries, xlsx_bytes};
use domain::organisation::Group;
use sheet::kinds::{UnitRow, Units};
use sheet::{FileFormat, SheetError, Source, UnsupportedFormat, write};
use std::io::{Cursor, Write};

const SHEET: &str = "xl/worksheets/sheet1.xml";
const STRINGS: &str = "xl/sharedStrings.xml";

fn workbook() -> Vec<u8> {
    let row = UnitRow {
        code: domain::kernel::UnitCode::parse("ZQ").unwrap(),
        name: "名".to_owned(),
        group: Group::City,
        manager: None,
    };
    write(&Units, &[row], FileFormat::Xlsx).unwrap()
}

fn source(bytes: Vec<u8>) -> Source {
    Source::from_bytes("坏.xlsx", bytes).unwrap()
}

/// The workbook with its sheet's XML changed.
fn sheet_changed(change: impl Fn(String) -> String) -> Source {
    let bytes = workbook();
    let xml = change(entry(&bytes, SHEET));
    source(with_entries(&bytes, &[(SHEET, xml.into_bytes())]))
}

#[test]
fn opposite_corners_cost_nothing() {
    // Whole-range reading would set aside 550 GB for these two cells.
    let corner = r#"<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row></sheetData>"#;
    let bomb = sheet_changed(|xml| xml.replace("</sheetData>", corner));
    match refusal(&Units, &bomb) {
        SheetError::UnknownColumn { columns, .. } => assert_eq!(columns, ["[XFD]"]),
        other => panic!("{other:?}"),
    }
    let wide = sheet_changed(|xml| {
        let at = xml.find("<sheetViews").unwrap();
        let dimension = xml.find("<dimension").unwrap();
        format!("{}<dimension ref=\"A1:XFD1048576\"/>{}", &xml[..dimension], &xml[at..])
    });
    assert_eq!(crate::support::take(&Units, &wide).len(), 1);
}

#[test]
fn impossible_references() {
    for reference in ["ZZZZZZZZZZ1", "A99999999999999999999", "XFE1", "A1048577", "1A", "A", ""] {
        let cell = format!("<row><c r=\"{reference}\" t=\"str\"><v>x</v></c></row></sheetData>");
        let bad = sheet_changed(|xml| xml.replace("</sheetData>", &cell));
        let error = refusal(&Units, &bad);
        assert!(matches!(error, SheetError::Damaged { .. }), "{reference}: {error:?}");
    }
    let merged = sheet_changed(|xml| {
        xml.replace("</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"C9:A1\"/></mergeCells>")
    });
    assert!(matches!(refusal(&Units, &merged), SheetError::Damaged { .. } | SheetError::MergedCells { .. }));
}

#[test]
fn a_million_cells_and_no_more() {
    let cells = "<c t=\"n\"><v>1</v></c>".repeat(1000);
    let row = format!("<row>{cells}</row>");
    // Stored, so that the ratio does not end it earlier.
    let xml = entry(&workbook(), SHEET).replace("</sheetData>", &format!("{}</sheetData>", row.repeat(1001)));
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let bytes = workbook();
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    for index in 0..archive.len() {
        let entry = archive.by_index(index).unwrap();
        if entry.name().unwrap() != SHEET {
            out.raw_copy_file(entry).unwrap();
        }
    }
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    out.start_file(SHEET, stored).unwrap();
    out.write_all(xml.as_bytes()).unwrap();
    let bytes = out.finish().unwrap().into_inner();
    match refusal(&Units, &source(bytes)) {
        SheetError::Bomb { what, limit, .. } => assert_eq!((what, limit), ("cells", 1_000_000)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn zip_bombs() {
    let what = |bytes: Vec<u8>| match refusal(&Units, &source(bytes)) {
        SheetError::Bomb { what, .. } => what,
        other => panic!("{other:?}"),
    };
    // 5 MB of zeros in 5 KB.
    assert_eq!(what(with_entries(&workbook(), &[("xl/media/image1.png", vec![0; 5 << 20])])), "ratio");
    // A claim of strings for which memory would be set aside.
    for claim in ["9999999999", "99999999999999999999999"] {
        let strings = entry(&workbook(), STRINGS);
        let at = strings.find("uniqueCount=\"").unwrap() + "uniqueCount=\"".len();
        let changed = format!("{}{claim}{}", &strings[..at], &strings[at + 1..]);
        assert_eq!(what(with_entries(&workbook(), &[(STRINGS, changed.into_bytes())])), "strings");
    }
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..10_001 {
        out.start_file(format!("xl/{number}"), zip::write::SimpleFileOptions::default()).unwrap();
    }
    assert_eq!(what(out.finish().unwrap().into_inner()), "entries");
    // A bomb inside the bomb is one entry like any other.
    let inner = with_entries(&workbook(), &[("xl/media/image1.png", vec![0; 5 << 20])]);
    let outer = with_entries(&workbook(), &[("xl/embeddings/book.xlsx", inner)]);
    assert_eq!(crate::support::take(&Units, &source(outer)).len(), 1);
}

#[test]
fn sizes_that_lie() {
    // The directory says one byte; what is unpacked is counted.
    let mut bytes = with_entries(&workbook(), &[("xl/media/image1.png", vec![0; 5 << 20])]);
    let size = (5_u32 << 20).to_le_bytes();
    let mut changed = 0;
    for at in 0..bytes.len() - 4 {
        if bytes[at..at + 4] == size {
            bytes[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
            changed += 1;
        }
    }
    assert!(changed >= 1);
    let error = refusal(&Units, &source(bytes));
    assert!(matches!(error, SheetError::Bomb { .. } | SheetError::Damaged { .. }), "{error:?}");
}

#[test]
fn too_large() {
    let error = Source::from_bytes("大.xlsx", vec![0; (50 << 20) + 1]).unwrap_err();
    assert!(matches!(error, SheetError::TooLarge { bytes, limit, .. } if bytes == limit + 1));
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("大.xlsx");
    // A file with a hole takes no room and no time.
    std::fs::File::create(&path).unwrap().set_len(60 << 20).unwrap();
    assert!(matches!(Source::open(&path), Err(SheetError::TooLarge { bytes, .. }) if bytes == 60 << 20));
    assert!(matches!(Source::open(&directory.path().join("无")), Err(SheetError::Unreadable { .. })));
}

#[test]
fn other_formats_by_name() {
    let ole = |name: &str| {
        let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        bytes.resize(1024, 0);
        bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        bytes.resize(2048, 0);
        bytes
    };
    let zip = |names: &[&str]| {
        let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for name in names {
            out.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        }
        out.finish().unwrap().into_inner()
    };
    assert!(matches!(refusal(&Units, &source(ole("EncryptedPackage"))), SheetError::Encrypted { .. }));
    assert!(matches!(refusal(&Units, &source(ole("WordDocument"))), SheetError::NotASpreadsheet { .. }));
    assert!(matches!(
        refusal(&Units, &source(zip(&["word/document.xml"]))),
        SheetError::NotASpreadsheet { .. }
    ));
    assert!(matches!(
        refusal(&Units, &source(b"PK\x03\x04 and no more".to_vec())),
        SheetError::Damaged { .. }
    ));
    assert!(matches!(refusal(&Units, &source(b"%PDF-1.7\n".to_vec())), SheetError::NotASpreadsheet { .. }));
    use UnsupportedFormat::*;
    for (bytes, expected) in [
        (ole("Workbook"), Xls),
        (ole("Book"), Xls),
        (vec![0x09, 0x04, 0x06, 0x00, 0, 0, 0x10, 0], Xls),
        (zip(&["[Content_Types].xml", "xl/workbook.bin"]), Xlsb),
        (zip(&["mimetype", "content.xml"]), Ods),
        (b"\xEF\xBB\xBF<html><table><tr><td>a</td></tr></table></html>".to_vec(), Html),
        (
            b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>".to_vec(),
            SpreadsheetMl,
        ),
    ] {
        match refusal(&Units, &source(bytes)) {
            SheetError::Unsupported { format, .. } => assert_eq!(format, expected),
            other => panic!("{expected:?}: {other:?}"),
        }
    }
}

#[test]
fn not_a_number_in_the_file_itself() {
    for (value, shown) in [("NaN", "NaN"), ("9e999", "inf"), ("-9e999", "-inf")] {
        let headings = ["月份", "单位代码", "工号", "得分"].map(T).to_vec();
        let bytes = xlsx_bytes(&[headings, vec![T("2026-07"), T("ZQ"), T("QT1"), N(77.0)]], |_| {});
        let xml = entry(&bytes, SHEET).replace("<v>77</v>", &format!("<v>{value}</v>"));
        let bad = source(with_entries(&bytes, &[(SHEET, xml.into_bytes())]));
        let cells = crate::support::bad_cells(&sheet::kinds::Assessments::default(), &bad);
        assert_eq!((cells[0].letters.as_str(), cells[0].row, cells[0].value.as_str()), ("D", 2, shown));
    }
}
