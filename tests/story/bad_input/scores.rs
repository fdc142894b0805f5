//! Scores, persons, months and units that cannot be.

use super::{import, refused, two_engineers};
use crate::words::{says, words};
use app::words::{Lang, message};
use serde_json::{Value, json};

/// One cell of a refused file: row, column, value, and its words in Chinese, which stand in English as well.
struct Cell {
    row: u64,
    column: String,
    value: String,
    code: String,
    chinese: String,
}

fn cell(cell: &Value) -> Cell {
    let text = |name: &str| cell[name].as_str().unwrap_or_default().to_owned();
    let (family, coded) = match cell.get("expected") {
        Some(expected) => ("expected.", expected.clone()),
        None => ("", cell["reason"].clone()),
    };
    let code = coded["code"].as_str().unwrap().to_owned();
    let params = coded.get("params").unwrap_or(&coded).as_object().unwrap();
    let said = [Lang::ZhCn, Lang::En].map(|lang| message(lang, &format!("{family}{code}"), params));
    assert!(!said[0].contains('{') && said[0] != said[1] && !said[1].contains("expected."), "{said:?}");
    let [chinese, _] = said;
    Cell { row: cell["row"].as_u64().unwrap(), column: text("column"), value: text("value"), code, chinese }
}

/// The cells for which a file of scores is refused.
fn refused_cells(rows: &str) -> Vec<Cell> {
    let mut desk = two_engineers();
    let file = desk.file("三月评分.csv", &format!("月份,单位代码,工号,得分\n{rows}"));
    let error = refused(&mut desk, "importSheet", import("assessments", &file));
    let said = words(&error);
    assert!(["整个文件都没有导入", "全部没有保存"].iter().any(|nothing| said.contains(nothing)), "{said}");
    let cells = error.params["cells"].as_array().unwrap();
    assert!(cells.iter().all(|cell| cell["file"] == "三月评分.csv"), "{cells:?}");
    cells.iter().map(cell).collect()
}

#[test]
fn scores_that_are_none() {
    for value in ["100.01", "NaN", "9e999", "-1", "88.12345", "优秀", "inf", "1e2", "0x50"] {
        let cells = refused_cells(&format!("2026-01,C01,QT1,90\n2026-01,C01,QT2,{value}\n"));
        let [cell] = cells.as_slice() else { panic!("{value}: {} cells", cells.len()) };
        assert_eq!((cell.row, &*cell.column, &*cell.value, &*cell.code), (3, "得分", value, "number"));
        assert!(cell.chinese.contains("0 至 100"), "{}", cell.chinese);
    }
}

#[test]
fn scores_that_are_none_submitted_by_the_window() {
    let mut desk = two_engineers();
    for value in ["100.01", "NaN", "9e999", "-1", "88.12345", "优秀", ""] {
        let row =
            |staff: &str, score: &str| json!({ "staffNo": staff, "score": score, "items": [], "note": null });
        let rows = [row("QT1", "90"), row("QT2", value)];
        let request = json!({ "unit": "C01", "month": "2026-01", "rows": rows });
        let error = refused(&mut desk, "recordAssessments", request);
        says(&error, "badCells", &[]);
        let cells = error.params["cells"].as_array().unwrap();
        assert_eq!((cells.len(), &cells[0]["staffNo"], &cells[0]["row"]), (1, &json!("QT2"), &json!(2)));
        let cell = cell(&cells[0]);
        assert_eq!((&*cell.code, &*cell.column, &*cell.value), ("badScore", "得分", value));
        assert!(cell.chinese.contains("0 到 100"), "{}", cell.chinese);
    }
}

#[test]
fn persons_twice_months_to_come_units_unknown() {
    for (rows, code, row, column, told) in [
        ("2026-01,C01,QT1,90\n2026-01,C01,QT1,91\n", "personTwice", 3, "工号", "第 2 行"),
        ("2026-05,C01,QT1,90\n", "monthInFuture", 2, "月份", "现在是 2026-04"),
        ("2026-01,XX,QT1,90\n", "unknownUnit", 2, "单位代码", "“XX”"),
        ("2026-01,C01,QT9,90\n", "unknownEngineer", 2, "工号", "“QT9”"),
        ("2026-01,C02,QT1,90\n", "notOnDuty", 2, "工号", "“C02”"),
    ] {
        let cells = refused_cells(rows);
        let [cell] = cells.as_slice() else { panic!("{code}: {} cells", cells.len()) };
        assert_eq!((&*cell.code, cell.row, &*cell.column), (code, row, column), "{rows}");
        assert!(cell.chinese.contains(told) && cell.chinese.contains('请'), "{}", cell.chinese);
    }
}

#[test]
fn the_same_submitted_by_the_window() {
    let mut desk = two_engineers();
    let row = |staff: &str| json!({ "staffNo": staff, "score": "90", "items": [], "note": null });
    for (unit, month, rows, code) in [
        ("C01", "2026-01", vec![row("QT1"), row("QT1")], "personTwice"),
        ("C01", "2026-05", vec![row("QT1")], "monthInFuture"),
        ("XX", "2026-01", vec![row("QT1")], "unknownUnit"),
    ] {
        let request = json!({ "unit": unit, "month": month, "rows": rows });
        let error = refused(&mut desk, "recordAssessments", request);
        assert_eq!(cell(&error.params["cells"][0]).code, code, "{error:?}");
    }
    for (month, code) in [("2026-13", "badMonth"), ("下月", "badMonth")] {
        let request = json!({ "unit": "C01", "month": month, "rows": [] });
        says(&refused(&mut desk, "recordAssessments", request), code, &[month]);
    }
}

#[test]
fn a_different_score_is_refused_until_reopened_and_the_same_does_nothing() {
    let mut desk = two_engineers();
    let file = |score: &str| format!("月份,单位代码,工号,得分\n2026-01,C01,QT1,{score}\n");
    desk.import("assessments", &file("90")).unwrap();
    assert_eq!(desk.import("assessments", &file("90.0")).unwrap()["changed"], 0);
    let error = desk.import("assessments", &file("91")).unwrap_err();
    let refused = cell(&error.params["cells"][0]);
    assert_eq!(refused.code, "scoreSubmitted");
    assert!(refused.chinese.contains("已提交得分 90"), "{}", refused.chinese);
    desk.ok("reopenMonth", json!({ "unit": "C01", "month": "2026-01", "reason": "录入有误" }));
    assert_eq!(desk.import("assessments", &file("91")).unwrap()["changed"], 1);
}
