//! Finding and translating headings.

use crate::support::V::{E, N, T};
use crate::support::{V, csv, refusal, take, xlsx, xlsx_with};
use sheet::kinds::{People, Units};
use sheet::{ColumnMap, SheetError, Source, read};

const ROW: [V; 3] = [T("ZQ"), T("省公司政企客户部"), T("省级")];

fn headed(headings: &[&'static str]) -> Source {
    xlsx(&[headings.iter().map(|h| T(h)).collect(), ROW.to_vec()])
}

#[test]
fn order_language_and_spelling_are_free() {
    for headings in [
        ["单位代码", "单位名称", "类别"],
        ["code", "Name", "GROUP"],
        ["单位代码*", " 单位 名称 ", "类\n别＊"],
        ["ｃｏｄｅ", "单位名称", "group"],
    ] {
        assert_eq!(take(&Units, &headed(&headings))[0].code.as_str(), "ZQ", "{headings:?}");
    }
    let turned =
        xlsx(&[vec![T("类别"), E, T("名称列"), T("单位代码")], vec![T("省级"), E, T("名"), T("ZQ")]]);
    let map = ColumnMap::from_json(r#"{"名称列": "单位名称"}"#).unwrap();
    assert_eq!(read(&Units, &turned, &map).unwrap().rows[0].value.name, "名");
}

#[test]
fn titles_above() {
    let with_titles = |count: usize| {
        let mut rows = vec![vec![T("标题")]; count];
        rows.push(["单位代码", "单位名称", "类别"].map(T).to_vec());
        rows.push(vec![]);
        rows.push(ROW.to_vec());
        xlsx(&rows)
    };
    for count in [0, 1, 10] {
        let sheet = read(&Units, &with_titles(count), &ColumnMap::none()).unwrap();
        assert_eq!(sheet.rows[0].row as usize, count + 3);
        assert_eq!((sheet.sheet.as_deref(), sheet.file.as_str()), (Some("Sheet1"), "测试.xlsx"));
    }
    assert!(matches!(refusal(&Units, &with_titles(11)), SheetError::NoHeadings { .. }));
}

#[test]
fn unknown_missing_and_double_columns() {
    match refusal(&Units, &xlsx(&[vec![T("单位代码"), T("单位名称"), T("类别"), T("电话"), T("备注")]]))
    {
        SheetError::UnknownColumn { columns, known, .. } => {
            assert_eq!(columns, ["电话", "备注"]);
            assert_eq!(known, ["单位代码", "单位名称", "类别", "负责人"]);
        }
        other => panic!("{other:?}"),
    }
    match refusal(&Units, &headed(&["单位代码", "名字", "类别"])) {
        SheetError::MissingColumn { columns, unknown, .. } => {
            assert_eq!((columns, unknown), (vec!["单位名称".to_owned()], vec!["名字".to_owned()]));
        }
        other => panic!("{other:?}"),
    }
    match refusal(&Units, &xlsx(&[vec![T("单位代码"), T("单位名称"), T("类别"), T("code")]])) {
        SheetError::DuplicateColumn { column, .. } => assert_eq!(column, "单位代码"),
        other => panic!("{other:?}"),
    }
    // Data under no heading belongs to somebody.
    let headings = ["单位代码", "单位名称", "类别"].map(T).to_vec();
    match refusal(&Units, &xlsx(&[headings, [ROW.to_vec(), vec![E, N(5.0)]].concat()])) {
        SheetError::UnknownColumn { columns, .. } => assert_eq!(columns, ["[E]"]),
        other => panic!("{other:?}"),
    }
    match refusal(&Units, &csv("网点统计表\n部门, 名称 ,人数\n成都,分公司,5\n")) {
        SheetError::NoHeadings { headings, seen, .. } => {
            assert_eq!(headings, ["单位代码", "单位名称", "类别"]);
            assert_eq!(seen, ["部门", "名称", "人数"], "the row that looks most like headings");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn maps() {
    let file =
        xlsx(&[vec![T("编码"), T("全称"), T("类别"), T("备注")], [ROW.to_vec(), vec![T("不要")]].concat()]);
    let map = ColumnMap::from_json(r#"{"编码":"code","全称":"单位名称","备注":null}"#).unwrap();
    assert_eq!(read(&Units, &file, &map).unwrap().rows.len(), 1);
    for bad in ["", "[]", r#"{"a":1}"#] {
        assert!(matches!(ColumnMap::from_json(bad), Err(SheetError::BadMap { .. })), "{bad}");
    }
    let map = ColumnMap::from_json(r#"{"编码":"没有的列"}"#).unwrap();
    assert!(matches!(read(&Units, &file, &map), Err(SheetError::BadMap { .. })));
}

#[test]
fn merged_cells() {
    let headings = ["单位代码", "单位名称", "类别"].map(T).to_vec();
    let rows = [vec![T("标题")], headings, ROW.to_vec(), ROW.to_vec(), ROW.to_vec()];
    let merged = |range: (u32, u16, u32, u16)| {
        xlsx_with(&rows, |sheet| {
            let plain = rust_xlsxwriter::Format::new();
            sheet.merge_range(range.0, range.1, range.2, range.3, "省级", &plain).unwrap();
        })
    };
    for (range, name) in [((2, 2, 4, 2), "C3:C5"), ((2, 0, 2, 1), "A3:B3"), ((0, 1, 1, 1), "B1:B2")] {
        match refusal(&Units, &merged(range)) {
            SheetError::MergedCells { ranges, .. } => assert_eq!(ranges, [name]),
            SheetError::MissingColumn { .. } if name == "B1:B2" => {}
            other => panic!("{name}: {other:?}"),
        }
    }
    // Titles, and what lies beside or below the table, hide nothing.
    for range in [(0, 0, 0, 2), (8, 0, 9, 2)] {
        let source = xlsx_with(&rows, |sheet| {
            sheet
                .merge_range(range.0, range.1, range.2, range.3, "", &rust_xlsxwriter::Format::new())
                .unwrap();
        });
        assert_eq!(take(&Units, &source).len(), 3);
    }
}

#[test]
fn several_sheets() {
    let book = |hide_second: bool| {
        let mut book = rust_xlsxwriter::Workbook::new();
        for number in 0..2 {
            let sheet = book.add_worksheet();
            for (column, heading) in (0..).zip(["单位代码", "单位名称", "类别"]) {
                sheet.write_string(0, column, heading).unwrap();
            }
            sheet.set_hidden(number == 1 && hide_second);
        }
        book.add_worksheet().write_string(0, 0, "别的内容").unwrap();
        Source::from_bytes("x.xlsx", book.save_to_buffer().unwrap()).unwrap()
    };
    match refusal(&Units, &book(false)) {
        SheetError::SeveralSheets { sheets, .. } => assert_eq!(sheets, ["Sheet1", "Sheet2"]),
        other => panic!("{other:?}"),
    }
    assert_eq!(take(&Units, &book(true)).len(), 0);
    assert!(matches!(
        refusal(&People, &book(true)),
        SheetError::MissingColumn { .. } | SheetError::NoHeadings { .. }
    ));
}

#[test]
fn blank_rows_are_left_out() {
    let headings = ["单位代码", "单位名称", "类别"].map(T).to_vec();
    let source = xlsx_with(&[headings, ROW.to_vec(), vec![], vec![T(" ")], ROW.to_vec()], |sheet| {
        let format = rust_xlsxwriter::Format::new().set_bold();
        for row in 5..2000 {
            sheet.write_blank(row, 1, &format).unwrap();
        }
        sheet.write_string(3000, 0, "\u{3000}").unwrap();
    });
    let sheet = read(&Units, &source, &ColumnMap::none()).unwrap();
    assert_eq!(sheet.rows.iter().map(|row| row.row).collect::<Vec<_>>(), [2, 5]);
}
