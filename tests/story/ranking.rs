//! 考核通报: what it says, and what it must not say.

use huiqian_tests::Desk;
use serde_json::json;
use std::process::Command;

#[test]
fn a_notice_ranks_all_units_and_names_no_money() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 3, false);
    let months = ["2026-01", "2026-02", "2026-03"];
    // C01 and C02 share the first rank.
    desk.quarter("2026Q1", months, "1234567.00", |unit, _| {
        (if matches!(unit, "C01" | "C02") { "95.5" } else { "81.25" }).to_owned()
    });
    desk.ok("settle", json!({ "quarter": "2026Q1" }));
    let before = desk.head();
    for format in ["pdf", "docx", "xlsx"] {
        let out = desk.path(&format!("通报.{format}"));
        let made = desk.ok("rankingNotice", json!({ "quarter": "2026Q1", "out": out, "format": format }));
        assert!(made["bytes"].as_u64().unwrap() > 2_000, "{made}");
    }
    assert_eq!(desk.head(), before, "a notice is no business act");
    let pdf = desk.path("通报.pdf");
    let text = Command::new("pdftotext").args(["-raw", &pdf, "-"]).output().unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    for word in ["内部资料", "季度考核通报", "HQ-2026Q1-TB-R1", "第1分公司", "95.50", "81.25", "草稿"]
    {
        assert!(text.contains(word), "{word} is not in\n{text}");
    }
    let ranks: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("95.50") || line.contains("81.25"))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(ranks, ["1", "1", "3", "3", "3", "1", "1", "1", "1", "3"], "{text}");
    // Neither on the pages nor in the facts for machines.
    let raw = String::from_utf8_lossy(&std::fs::read(&pdf).unwrap()).into_owned();
    for money in ["1234567", "1,234,567", "系数", "服务费", "feePayable", "coefficient"] {
        assert!(!text.contains(money) && !raw.contains(money), "{money}");
    }
    let refused = desk.refused("rankingNotice", json!({ "quarter": "2026Q1", "out": pdf, "format": "doc" }));
    assert_eq!(refused.code, "unknownFormat");
    let check = desk.ok("checkReport", json!({ "path": pdf }));
    assert_eq!((check["verdict"].as_str(), check["matchesLedger"].is_null()), (Some("unsigned"), true));
}
