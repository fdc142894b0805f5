//! A refused sheet comes back with its problems marked, is mended, and goes in.

use huiqian_tests::Desk;
use serde_json::{Value, json};
use sheet::kind::{Column, Need, Out, RowReader, Shape};
use sheet::{ColumnMap, Kind, Source};
use std::path::Path;

/// A marked file as our own reader reads it, with the reasons for a column of its own.
struct Marked(Vec<&'static str>);

impl Kind for Marked {
    type Row = Vec<String>;

    fn sheet_name(&self) -> &'static str {
        "问题"
    }

    fn columns(&self) -> Vec<Column> {
        let column = |heading, need| Column::new(heading, heading, need, Shape::Text(10), "");
        let own = self.0.iter().map(|heading| column(heading, Need::Required));
        own.chain([column("说明原因", Need::Optional)]).collect()
    }

    fn identity(&self) -> &'static [&'static str] {
        &[]
    }

    fn parse(&self, row: &mut RowReader<'_>) -> Option<Vec<String>> {
        let headings = self.0.iter().chain(&["说明原因"]);
        headings
            .map(|h| row.optional(h, |cell| Ok(cell.raw.shown())).map(Option::unwrap_or_default))
            .collect()
    }

    fn cells(&self, row: &Vec<String>) -> Vec<Out> {
        row.iter().map(|text| Out::Text(text.clone())).collect()
    }
}

/// Rows under the headings; the reasons, which stand under 问题, last.
fn cells(path: &str, headings: &[&'static str]) -> Vec<Vec<String>> {
    let source = Source::open(Path::new(path)).unwrap();
    let map = ColumnMap::new([("问题".to_owned(), Some("说明原因".to_owned()))]);
    let read = sheet::read(&Marked(headings.to_vec()), &source, &map).unwrap();
    read.rows.into_iter().map(|row| row.value).collect()
}

fn request(kind: &str, path: &str, out: &str, lang: &str) -> Value {
    json!({ "kind": kind, "path": path, "map": null, "lang": lang, "out": out })
}

/// The rows as a workbook with a title above its headings, as offices make them.
fn workbook(path: &str, rows: &[Vec<&str>]) {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "人员情况表").unwrap();
    for (number, row) in (1_u32..).zip(rows) {
        for (column, text) in (0_u16..).zip(row) {
            sheet.write_string(number, column, *text).unwrap();
        }
    }
    book.save(path).unwrap();
}

#[test]
fn what_a_cell_should_hold_stands_in_its_row_whatever_file_it_was() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    let good = ["QT0001", "张一", "C01", "2025-03-01"];
    let rows = [
        vec!["工号", "姓名", "单位代码", "到岗日期"],
        good.to_vec(),
        vec!["QT0002", "", "C02", "三月"],
        vec!["QT0003", "李三", "C02", "2025-03-01"],
    ];
    let csv: String = rows.iter().map(|row| row.join(",") + "\n").collect();
    let (text, book) = (desk.file("people.csv", &csv), desk.path("people.xlsx"));
    workbook(&book, &rows);
    let headings = ["工号", "姓名", "单位代码", "到岗日期"];
    for path in [text, book] {
        let out = desk.path("问题.xlsx");
        let before = desk.head();
        desk.ok("badCellsWorkbook", request("people", &path, &out, "zh-CN"));
        assert_eq!(desk.head(), before);
        let marked = cells(&out, &headings);
        assert_eq!((&marked[0][..4], marked[0][4].as_str()), (&good.map(str::to_owned)[..], ""), "{path}");
        let problem = &marked[1][4];
        assert!(problem.contains("姓名：必填，不能为空"), "{problem}");
        assert!(problem.contains("到岗日期：应为日期"), "{problem}");
        // Our own reader takes it for the same file: the same two cells, and no unknown column.
        let again = json!({ "kind": "people", "path": out, "map": null, "dryRun": false });
        let refused = desk.refused("importSheet", again);
        assert_eq!(
            (refused.code.as_str(), refused.params["cells"].as_array().unwrap().len()),
            ("sheet.badCells", 2)
        );
    }
    let out = desk.path("problems.xlsx");
    let csv = desk.path("people.csv");
    desk.ok("badCellsWorkbook", request("people", &csv, &out, "en"));
    assert!(cells(&out, &headings)[1][4].contains("姓名: must be filled in"));
}

#[test]
fn what_a_rule_says_stands_in_its_row() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    desk.import("people", "工号,姓名,单位代码,到岗日期\nQT0001,张一,C01,2025-03-01\n").unwrap();
    let sheet =
        "月份,单位代码,员工,得分\n2026-03,C01,QT0001,91\n2026-03,C02,QT0001,92\n2026-12,C01,QT0001,93\n";
    let path = desk.file("scores.csv", sheet);
    let map = r#"{ "员工": "工号" }"#;
    let out = desk.path("问题.xlsx");
    let mut asked = request("assessments", &path, &out, "zh-CN");
    asked["map"] = json!(map);
    desk.ok("badCellsWorkbook", asked.clone());
    let marked = cells(&out, &["月份", "单位代码", "员工", "得分"]);
    assert_eq!((marked[0][4].as_str(), marked[0][3].as_str()), ("", "91"));
    assert!(marked[1][4].starts_with("工号："), "{marked:?}");
    assert!(marked[2][4].starts_with("月份："), "{marked:?}");

    std::fs::write(&path, "月份,单位代码,员工,得分\n2026-03,C01,QT0001,91\n").unwrap();
    assert_eq!(desk.refused("badCellsWorkbook", asked.clone()).code, "noBadCells");
    std::fs::write(&path, "月份,单位代码,员工,得分,乱\n2026-03,C01,QT0001,91,1\n").unwrap();
    assert_eq!(desk.refused("badCellsWorkbook", asked).code, "sheet.unknownColumn");
}
