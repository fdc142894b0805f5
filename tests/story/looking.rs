//! Reports are looked at before they are made, and PDFs are opened in the window.

use huiqian_tests::Desk;
use serde_json::{Value, json};

const MONTHS: [&str; 3] = ["2026-01", "2026-02", "2026-03"];

/// What base64 stands for.
fn decoded(text: &Value) -> Vec<u8> {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.decode(text.as_str().unwrap()).unwrap()
}

#[test]
fn a_preview_is_the_report_and_leaves_no_trace() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    desk.quarter("2026Q1", MONTHS, "1200000.00", |_, _| "91.5".to_owned());
    let before = desk.head();
    let there = std::fs::read_dir(desk.folder.path()).unwrap().count();
    for (unit, statement) in [(Value::Null, false), (Value::Null, true), (json!("C01"), false)] {
        let asked = json!({ "quarter": "2026Q1", "unit": unit, "statement": statement });
        let seen = desk.app.call("previewReport", asked.clone()).unwrap();
        assert_eq!(std::fs::read_dir(desk.folder.path()).unwrap().count(), there);
        let mut made = asked;
        made["out"] = json!(desk.path("a.pdf"));
        let view = desk.ok("makeReport", made);
        let bytes = std::fs::read(desk.path("a.pdf")).unwrap();
        std::fs::remove_file(desk.path("a.pdf")).unwrap();
        assert!(decoded(&seen["bytes"]) == bytes, "{unit} {statement}");
        for same in ["checkCode", "formal", "reportNo", "revision"] {
            assert_eq!(seen[same], view[same], "{same}");
        }
        let name = seen["fileName"].as_str().unwrap();
        assert!(name.ends_with("-草稿.pdf"), "{name}");
    }
    assert_eq!(desk.head(), before);
}

#[test]
fn only_a_readable_pdf_is_opened() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    desk.quarter("2026Q1", MONTHS, "1200000.00", |_, _| "91.5".to_owned());
    let path = desk.path("报告.pdf");
    desk.ok("makeReport", json!({ "quarter": "2026Q1", "out": path }));
    let seen = desk.ok("openReport", json!({ "path": path }));
    let bytes = std::fs::read(&path).unwrap();
    assert!(decoded(&seen["bytes"]) == bytes);
    assert_eq!(seen["fileName"], "报告.pdf");
    assert_eq!(seen["pages"], desk.ok("checkReport", json!({ "path": path }))["pages"]);
    for (name, contents) in
        [("secret.txt", b"root:x:0:0".to_vec()), ("cut.pdf", bytes[..bytes.len() / 2].to_vec())]
    {
        let path = desk.path(name);
        std::fs::write(&path, contents).unwrap();
        assert_eq!(desk.refused("openReport", json!({ "path": path })).code, "notPdf", "{name}");
    }
    let huge = desk.path("huge.pdf");
    std::fs::File::create(&huge).unwrap().set_len(1 << 40).unwrap();
    assert_eq!(desk.refused("openReport", json!({ "path": huge })).code, "fileTooLarge");
}
