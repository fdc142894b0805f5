//! Files that cannot be taken for what they should hold.

use super::{NOW, import, refused};
use crate::words::says;
use huiqian_tests::{Desk, root};
use rust_xlsxwriter::{Format, Workbook};
use serde_json::json;

const HEADINGS: [&str; 4] = ["工号", "姓名", "单位代码", "到岗日期"];

#[test]
fn merged_cells() {
    let mut desk = Desk::province(NOW, 2, false);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("人员").unwrap();
    sheet.write_row(0, 0, HEADINGS).unwrap();
    sheet.write_row(1, 0, ["QT1", "张三", "", "2025-03-01"]).unwrap();
    sheet.write_row(2, 0, ["QT2", "李四", "", "2025-03-01"]).unwrap();
    sheet.merge_range(1, 2, 2, 2, "C01", &Format::new()).unwrap();
    let path = desk.path("人员.xlsx");
    book.save(&path).unwrap();
    let error = refused(&mut desk, "importSheet", import("people", &path));
    says(&error, "sheet.mergedCells", &["人员.xlsx", "C2:C3"]);
}

#[test]
fn dates_as_text() {
    let mut desk = Desk::province(NOW, 2, false);
    // Whatever order of year, month and day is plain is read; so is what Excel and WPS make of it.
    let dates = [
        "2025-03-01",
        "2025/3/1",
        "2025.3.1",
        "2025年3月1日",
        "2025年03月01号",
        "20250301",
        "２０２５／３／１",
        " 2025-03-01 00:00:00 ",
    ];
    let rows: String = (0..).zip(dates).map(|(i, date)| format!("QT{i},某人,C01,{date}\n")).collect();
    let file = desk.file("people.csv", &format!("{}\n{rows}", HEADINGS.join(",")));
    desk.ok("importSheet", import("people", &file));
    let people = desk.people();
    assert_eq!(people.len(), dates.len());
    assert!(people.iter().all(|person| person["arrivedOn"] == "2025-03-01"), "{people:?}");

    for date in ["3/1/2025", "25-3-1", "2025-02-30", "三月一日", "2025-03", "1899-12-31", "2025-03-01 08:30"]
    {
        let text = format!("{}\nQT90,某人,C01,2025-03-01\nQT91,某人,C01,{date}\n", HEADINGS.join(","));
        let file = desk.file("people.csv", &text);
        let error = refused(&mut desk, "importSheet", import("people", &file));
        says(&error, "sheet.badCells", &[]);
        let cells = error.params["cells"].as_array().unwrap();
        assert_eq!(cells.len(), 1, "{date}: {cells:?}");
        assert_eq!((cells[0]["row"].as_u64(), &cells[0]["column"]), (Some(3), &json!("到岗日期")));
        assert_eq!((&cells[0]["value"], &cells[0]["expected"]["code"]), (&json!(date), &json!("date")));
    }
}

/// Made once by msoffcrypto-tool 5.4: a list of people as Excel encrypts it (ECMA-376 agile), with the password "secret".
#[test]
fn an_encrypted_workbook() {
    let mut desk = Desk::province(NOW, 2, false);
    let path = root().join("tests/fixtures/encrypted.xlsx").display().to_string();
    let error = refused(&mut desk, "importSheet", import("people", &path));
    says(&error, "sheet.encrypted", &["encrypted.xlsx"]);
}

#[test]
fn a_file_over_fifty_megabytes() {
    let mut desk = Desk::province(NOW, 2, false);
    let path = desk.path("people.csv");
    std::fs::File::create(&path).unwrap().set_len((50 << 20) + 1).unwrap();
    let error = refused(&mut desk, "importSheet", import("people", &path));
    says(&error, "sheet.tooLarge", &["people.csv", "50.1 MB", "50 MB"]);
    // A PDF has a limit of its own.
    let report = desk.path("report.pdf");
    std::fs::File::create(&report).unwrap().set_len(2 << 30).unwrap();
    let error = refused(&mut desk, "acceptReport", json!({ "path": report }));
    says(&error, "fileTooLarge", &[&report, "2 GB"]);
}

#[test]
fn a_csv_in_neither_encoding() {
    let mut desk = Desk::province(NOW, 2, false);
    let path = desk.path("people.csv");
    let mut bytes = format!("{}\nQT1,", HEADINGS.join(",")).into_bytes();
    // ISO 8859-1: no UTF-8, and no GB18030 either, whose second byte is never a comma.
    bytes.extend(b"Ren\xe9,C01,2025-03-01\n");
    std::fs::write(&path, bytes).unwrap();
    let error = refused(&mut desk, "importSheet", import("people", &path));
    says(&error, "sheet.unknownEncoding", &["people.csv"]);
    // The same text in GB18030 is read.
    let mut bytes = Vec::new();
    bytes.extend(b"\xb9\xa4\xba\xc5,\xd0\xd5\xc3\xfb,\xb5\xa5\xce\xbb\xb4\xfa\xc2\xeb,\xb5\xbd\xb8\xda\xc8\xd5\xc6\xda\n");
    bytes.extend(b"QT1,\xd5\xc5\xc8\xfd,C01,2025-03-01\n");
    std::fs::write(&path, bytes).unwrap();
    desk.ok("importSheet", import("people", &path));
    assert_eq!(desk.people()[0]["name"], "张三");
}

#[test]
fn files_that_are_no_table_or_not_there() {
    let mut desk = Desk::province(NOW, 2, false);
    let pdf = desk.file("people.xlsx", "%PDF-1.7 no table");
    let error = refused(&mut desk, "importSheet", import("people", &pdf));
    says(&error, "sheet.notASpreadsheet", &["people.xlsx"]);
    let nowhere = desk.path("nowhere.xlsx");
    let error = refused(&mut desk, "importSheet", import("people", &nowhere));
    says(&error, "sheet.unreadable", &["nowhere.xlsx"]);
    let column = desk.file("people.csv", "工号,姓名,单位,到岗日期\nQT1,张三,C01,2025-03-01\n");
    let error = refused(&mut desk, "importSheet", import("people", &column));
    says(&error, "sheet.missingColumn", &["people.csv", "单位代码"]);
}
