//! CSV in the encodings that Chinese offices use.

use crate::support::{csv, refusal, take};
use sheet::kinds::{Holidays, Units};
use sheet::{ColumnMap, SheetError, Source, read};

/// 𠮷 and 䶮 need four bytes in GB18030 (䶮 only in old tables), 镕 is not in GB2312.
const TEXT: &str = "单位代码,单位名称,类别\r\nZQ,\"朱镕䶮𠮷，一\",省级\r\n";

fn from(bytes: Vec<u8>) -> Source {
    Source::from_bytes("单位.csv", bytes).unwrap()
}

#[test]
fn all_are_recognised() {
    let gb = encoding_rs::GB18030.encode(TEXT);
    assert!(!gb.2);
    let utf16 = |bytes: fn(u16) -> [u8; 2], bom: [u8; 2]| {
        bom.into_iter().chain(TEXT.encode_utf16().flat_map(bytes)).collect::<Vec<u8>>()
    };
    let with_bom = [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat();
    for bytes in [
        TEXT.as_bytes().to_vec(),
        with_bom,
        gb.0.into_owned(),
        utf16(u16::to_le_bytes, [0xFF, 0xFE]),
        utf16(u16::to_be_bytes, [0xFE, 0xFF]),
        TEXT.replace("\r\n", "\n").into_bytes(),
        TEXT.replace("\r\n", "\r").into_bytes(),
        TEXT.replace(',', "\t").into_bytes(),
        TEXT.replace(',', ";").into_bytes(),
    ] {
        let rows = take(&Units, &from(bytes.clone()));
        assert_eq!(rows[0].name, "朱镕䶮𠮷，一", "{bytes:?}");
    }
}

#[test]
fn others_are_refused() {
    let broken = [b"\xEF\xBB\xBF".as_slice(), b"\xff\xff"].concat();
    assert!(matches!(refusal(&Units, &from(broken)), SheetError::UnknownEncoding { .. }));
    assert!(matches!(refusal(&Units, &from(vec![0x81, 0xFF, 0x0A])), SheetError::UnknownEncoding { .. }));
    assert!(matches!(refusal(&Units, &from(b"a,b\0c\n".to_vec())), SheetError::NotASpreadsheet { .. }));
    assert!(matches!(refusal(&Units, &from(Vec::new())), SheetError::NotASpreadsheet { .. }));
}

#[test]
fn row_numbers_are_those_of_the_spreadsheet_program() {
    for end in ["\n", "\r\n"] {
        let text = format!(
            "标题{end}{end}日期,类型,名称{end}2026-10-01,放假,\"国庆{end}第一天\"{end}{end}2026-10-10,补班,{end}"
        );
        let sheet = read(&Holidays, &csv(&text), &ColumnMap::none()).unwrap();
        assert_eq!(sheet.rows.iter().map(|row| row.row).collect::<Vec<_>>(), [4, 6]);
        assert_eq!(sheet.rows[0].value.name.as_deref(), Some("国庆\n第一天"));
    }
}
