//! 月度考核表: a unit's month on paper, a draft until it is reviewed.

use huiqian_tests::Desk;
use serde_json::json;
use std::process::Command;

fn printed(path: &str) -> String {
    let text = Command::new("pdftotext").args(["-raw", path, "-"]).output().unwrap();
    String::from_utf8(text.stdout).unwrap()
}

#[test]
fn a_month_is_printed_as_it_stands() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    let months = ["2026-01", "2026-02", "2026-03"];
    desk.quarter("2026Q1", months, "1000.00", |_, month| {
        (if month == 1 { "76.5" } else { "81.25" }).to_owned()
    });
    desk.ok("closeMonth", json!({ "unit": "C01", "month": "2026-02" }));
    let head = desk.head();
    let out = desk.path("C01 二月.pdf");
    desk.ok("monthSheet", json!({ "unit": "C01", "month": "2026-02", "out": out }));
    assert_eq!(desk.head(), head, "printing is no business act");
    let closed = printed(&out);
    for word in [
        "月度考核表",
        "2026年2月",
        "第1分公司",
        "76.50",
        "HQ-202602-C01-KH",
        "已审核",
        "编制",
        "审核",
        "内部资料",
    ] {
        assert!(closed.contains(word), "{word} is not in\n{closed}");
    }
    assert!(!closed.contains("草稿") && !closed.contains("81.25"), "{closed}");

    // Attendance stands beside the scores, where any was taken in.
    assert!(!closed.contains("考勤"), "{closed}");
    let days: String = (2..=27).map(|day| format!("QT0000,2026-02-{day:02},08:50,18:30\n")).collect();
    // What a reviewed month rests on stays as it is: it is returned first.
    desk.ok("reopenMonth", json!({ "unit": "C01", "month": "2026-02", "reason": "补考勤" }));
    desk.import("attendance", &format!("工号,日期,上班,下班\n{days}")).unwrap();
    desk.ok("closeMonth", json!({ "unit": "C01", "month": "2026-02" }));
    desk.ok("monthSheet", json!({ "unit": "C01", "month": "2026-02", "out": out }));
    let attended = printed(&out).replace('\n', "");
    assert!(attended.contains("仅作评分依据") && attended.contains("迟到"), "{attended}");

    // And beside the quarter's.
    let sheet = desk.path("C01 一季度.pdf");
    desk.ok("makeReport", json!({ "quarter": "2026Q1", "unit": "C01", "statement": false, "out": sheet }));
    let quarter = printed(&sheet).replace('\n', "");
    assert!(quarter.contains("仅作评分依据") && quarter.contains("迟到"), "{quarter}");
    desk.ok("makeReport", json!({ "quarter": "2026Q1", "unit": "C02", "statement": false, "out": sheet }));
    assert!(!printed(&sheet).contains("考勤"), "C02 keeps none");

    desk.ok("reopenMonth", json!({ "unit": "C01", "month": "2026-02", "reason": "补充证据" }));
    desk.ok("monthSheet", json!({ "unit": "C01", "month": "2026-02", "out": out }));
    let open = printed(&out);
    assert!(open.contains("草稿") && open.contains("退回修改"), "{open}");

    // Nobody's, next month's, and a unit that does not exist.
    for (unit, month, code) in [("C09", "2026-02", "unknownUnit"), ("C01", "2026-13", "badMonth")] {
        let refused = desk.refused("monthSheet", json!({ "unit": unit, "month": month, "out": out }));
        assert_eq!(refused.code, code);
    }
    let check = desk.ok("checkReport", json!({ "path": out }));
    assert_eq!((check["verdict"].as_str(), check["kind"].as_str()), (Some("unsigned"), Some("monthSheet")));
}
