//! Full disks, disks and folders that can only be read, and files that must not grow, through the program: it says so
//! with the place and what to do, nothing is half done, and what was there stays whole.

mod full;
mod read_only;
mod surroundings;

use crate::words::says;
use app::ErrorClass;
use huiqian_tests::Desk;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

const NOW: &str = "2026-04-12T02:00:00Z";

/// A province with a final quarter, a key, and a formal report beside the ledger.
fn settled() -> Desk {
    let mut desk = Desk::province(NOW, 2, false);
    desk.quarter("2026Q1", ["2026-01", "2026-02", "2026-03"], "1000.00", |_, _| "90".to_owned());
    desk.confirm("2026Q1");
    desk.ok("stepSettlement", json!({ "quarter": "2026Q1", "step": "finalise" }));
    let (report, key) = (desk.path("report.pdf"), desk.path("key.p12"));
    desk.ok("makeReport", json!({ "quarter": "2026Q1", "out": report }));
    let customer = json!({ "unit": "C01", "fields": { "name": "市医院" } });
    let customer = desk.ok("registerCustomer", customer)["customer"].clone();
    let plan = desk.file("方案.txt", &"尚未派驻".repeat(2000));
    let about = format!("customer/{}", customer.as_str().unwrap());
    desk.ok("fileDocuments", json!({ "about": about, "files": [{ "path": plan }] }));
    desk.ok("newKey", json!({ "party": "client", "name": "何志强", "out": key, "password": "key password" }));
    desk
}

/// Every use case that writes a file where the user says, with its request for the file `out`. The unit's sheet is a
/// formal report that was not given out before.
fn writers(desk: &Desk, folder: &Path) -> Vec<(&'static str, String, Value)> {
    let (report, key) = (desk.path("report.pdf"), desk.path("key.p12"));
    let out = |name: &str| folder.join(name).display().to_string();
    let quarter = "2026Q1";
    let mut all = vec![
        ("backupLedger", "ledger.hqb", json!({})),
        ("makeReport", "settlement.pdf", json!({ "quarter": quarter })),
        ("makeReport", "unit.pdf", json!({ "quarter": quarter, "unit": "C01" })),
        ("settlementWorkbook", "settlement.xlsx", json!({ "quarter": quarter })),
        ("accountWorkbook", "account.xlsx", json!({ "year": 2026 })),
        (
            "exportSheet",
            "people.xlsx",
            json!({ "kind": "people", "unit": null, "month": null, "quarter": null }),
        ),
        ("makeTemplate", "template.xlsx", json!({ "kind": "people", "unit": null, "month": null })),
        (
            "signReport",
            "signed.pdf",
            json!({ "path": report, "p12": key, "password": "key password", "party": "client" }),
        ),
        ("makeDocumentIndex", "index.pdf", json!({ "about": "customer/C01-KH-0001" })),
        ("packageDocuments", "package.zip", json!({ "about": "customer/C01-KH-0001" })),
        ("exportCertificate", "client.pem", json!({ "p12": key, "password": "key password" })),
    ];
    for (_, name, request) in &mut all {
        request["out"] = json!(out(name));
    }
    all.into_iter().map(|(act, name, request)| (act, out(name), request)).collect()
}

/// Names and contents of a folder's files.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .filter(|path| path.is_file())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()))
        .collect()
}

/// Earlier files of the names that the use cases write.
fn earlier(desk: &Desk, folder: &Path) {
    for (act, out, _) in writers(desk, folder) {
        std::fs::write(out, format!("an earlier file of {act}")).unwrap();
    }
}

/// None of them writes into `folder`: each is refused as `code` with the file's name, the folder's files are what they
/// were, and nothing is recorded.
fn all_refused(desk: &mut Desk, folder: &Path, code: &str) {
    let (before, head) = (contents(folder), desk.head());
    for (act, out, request) in writers(desk, folder) {
        let error = desk.refused(act, request);
        // The file itself, or the folder where its temporary name was to stand.
        let place = if error.params["path"] == json!(out) { out } else { folder.display().to_string() };
        says(&error, code, &[&place]);
        assert_eq!(error.class, ErrorClass::Environment, "{act}");
        assert_eq!(contents(folder), before, "{act}: nothing came and nothing went");
        assert_eq!(desk.head(), head, "{act} is not recorded");
    }
}

/// All of them work now, and replace the earlier files.
fn all_work(desk: &mut Desk, folder: &Path) {
    for (act, out, request) in writers(desk, folder) {
        desk.ok(act, request);
        assert!(std::fs::metadata(&out).unwrap().len() > 200, "{act}");
    }
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}
