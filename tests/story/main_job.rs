//! A province clerk's quarter: own files in, fee out, report signed by both, quarter closed, paid, kept.

use huiqian_tests::Desk;
use serde_json::json;

const Q3: [&str; 3] = ["2026-07", "2026-08", "2026-09"];

/// Worked example 3: provincial units 95 and 85, all cities 88.
fn example_three() -> Desk {
    let mut desk = Desk::province("2026-10-12T02:00:00Z", 22, false);
    desk.quarter("2026Q3", Q3, "1200000.00", |unit, _| {
        match unit {
            "ZQ" => "95",
            "ZK" => "85",
            _ => "88",
        }
        .to_owned()
    });
    desk
}

#[test]
fn from_files_to_a_closed_quarter() {
    let mut desk = example_three();
    let draft = desk.ok("settle", json!({ "quarter": "2026Q3" }));
    assert_eq!(draft["overall"], "88.40");
    assert_eq!(draft["overallExact"], "88.4");
    assert_eq!(draft["coefficient"], "0.8840");
    assert_eq!(draft["feePayable"], "1060800.00");
    assert_eq!(draft["feePayableSplit"]["net"], "1000754.72");
    assert_eq!(draft["feePayableSplit"]["tax"], "60045.28");
    assert_eq!(draft["feePayableSplit"]["capitals"], "人民币壹佰零陆万零捌佰元整");
    assert_eq!(draft["status"], "draft");
    let codes: std::collections::BTreeSet<&str> =
        draft["blockers"].as_array().unwrap().iter().filter_map(|b| b["code"].as_str()).collect();
    assert_eq!(codes, ["monthNotClosed", "unitNotConfirmed"].into());

    let blocked = desk.refused("stepSettlement", json!({ "quarter": "2026Q3", "step": "finalise" }));
    assert_eq!(blocked.code, "quarterBlocked");
    desk.confirm("2026Q3");
    let official = desk.ok("stepSettlement", json!({ "quarter": "2026Q3", "step": "finalise" }));
    assert_eq!((official["status"].as_str(), official["revision"].as_u64()), (Some("final"), Some(1)));
    assert_eq!(official["feePayable"], "1060800.00");

    let paths = ["report.pdf", "signed.pdf", "countersigned.pdf"].map(|name| desk.path(name));
    let report = desk.ok("makeReport", json!({ "quarter": "2026Q3", "out": paths[0] }));
    assert_eq!(report["formal"], true);
    assert_eq!(official["reportIssued"], false);
    assert_eq!(desk.ok("settle", json!({ "quarter": "2026Q3" }))["reportIssued"], true);
    let again = desk.path("again.pdf");
    desk.ok("makeReport", json!({ "quarter": "2026Q3", "out": again }));
    assert_eq!(std::fs::read(&paths[0]).unwrap(), std::fs::read(&again).unwrap(), "same input, same bytes");

    for (party, from, to) in [("client", 0, 1), ("provider", 1, 2)] {
        let key = desk.path(&format!("{party}.p12"));
        desk.ok(
            "newKey",
            json!({ "party": party, "name": "签署人", "out": key, "password": "key password" }),
        );
        let pem = desk.path(&format!("{party}.pem"));
        desk.ok("exportCertificate", json!({ "p12": key, "password": "key password", "out": pem }));
        desk.ok("registerCertificate", json!({ "party": party, "path": pem }));
        let sign = json!({
            "path": paths[from], "p12": key, "password": "key password", "party": party, "out": paths[to],
        });
        desk.ok("signReport", sign);
    }
    let check = desk.ok("checkReport", json!({ "path": paths[2] }));
    assert_eq!(check["verdict"], "countersigned", "{check}");
    assert_eq!(check["changedAfterSigning"], "signatureOnly");
    assert_eq!(check["matchesLedger"], true);
    assert_eq!(check["journalHead"], "inChain");
    let first_half = std::fs::read(&paths[1]).unwrap();
    assert!(
        std::fs::read(&paths[2]).unwrap().starts_with(&first_half),
        "the first signature stays untouched"
    );

    let one = desk.refused("acceptReport", json!({ "path": paths[1] }));
    assert_eq!(one.code, "notCountersigned");
    let accepted = desk.ok("acceptReport", json!({ "path": paths[2] }));
    assert_eq!(accepted["outcome"], "closed");
    assert_eq!(accepted["trusted"], json!(null), "no root is set: 证书未验证");
    assert_eq!(desk.ok("settle", json!({ "quarter": "2026Q3" }))["status"], "closed");

    let pay = |voucher: &str, amount: &str| json!({ "quarter": "2026Q3", "voucher": voucher, "amount": amount, "on": "2026-10-10" });
    let part = desk.ok("recordPayment", pay("PZ-1", "1000000.00"));
    assert_eq!((part["paid"].as_str(), part["amountDue"].as_str()), (Some("1000000.00"), Some("60800.00")));
    assert_eq!(desk.refused("recordPayment", pay("PZ-1", "60800.00")).code, "numberTaken");
    assert_eq!(desk.ok("recordPayment", pay("PZ-2", "60800.00"))["amountDue"], "0.00");
    let invoice = json!({ "quarter": "2026Q3", "number": "0440", "special": true, "amount": "1060800.00", "on": "2026-10-11" });
    desk.ok("recordInvoice", invoice);
    let carry = json!({ "from": "2026Q3", "to": "2026Q4", "amount": "-100.00", "reason": "扣回" });
    desk.ok("carryAdjustment", carry);
    let records = desk.ok("moneyRecords", json!({ "quarter": "2026Q3" }));
    let lines: Vec<[&str; 4]> = records
        .as_array()
        .unwrap()
        .iter()
        .map(|r| ["kind", "number", "on", "amount"].map(|field| r[field].as_str().unwrap()))
        .collect();
    assert_eq!(
        lines,
        [
            ["invoice", "0440", "2026-10-11", "1060800.00"],
            ["payment", "PZ-1", "2026-10-10", "1000000.00"],
            ["payment", "PZ-2", "2026-10-10", "60800.00"],
            ["adjustmentOut", "2026Q4", "2026-10-12", "-100.00"],
        ]
    );
    let other_side = desk.ok("moneyRecords", json!({ "quarter": "2026Q4" }));
    assert_eq!(other_side[0]["kind"], "adjustmentIn", "{other_side}");

    let verify = desk.ok("verifyLedger", json!({}));
    assert_eq!(verify["intact"], true, "{verify}");
    let (backup, restored) = (desk.path("backup.hqb"), desk.path("restored"));
    desk.ok("backupLedger", json!({ "out": backup }));
    desk.ok("signOut", json!({}));
    desk.ok("restoreLedger", json!({ "path": backup, "to": restored }));
    let verify = desk.ok("verifyLedger", json!({}));
    assert_eq!(verify["intact"], true, "the restored ledger: {verify}");
    desk.ok("signIn", json!({ "account": null, "password": huiqian_tests::PASSWORD }));
    let settled = desk.ok("settle", json!({ "quarter": "2026Q3" }));
    assert_eq!((settled["status"].as_str(), settled["amountDue"].as_str()), (Some("closed"), Some("0.00")));
    assert_eq!(desk.ok("checkReport", json!({ "path": paths[2] }))["journalHead"], "inChain");
}

#[test]
fn a_correction_is_a_new_revision_and_the_old_report_no_longer_closes_it() {
    let mut desk = example_three();
    desk.confirm("2026Q3");
    desk.ok("stepSettlement", json!({ "quarter": "2026Q3", "step": "finalise" }));
    let old = desk.path("old.pdf");
    desk.ok("makeReport", json!({ "quarter": "2026Q3", "out": old }));
    let pay = json!({ "quarter": "2026Q3", "voucher": "PZ-9", "amount": "1060800.00", "on": "2026-10-10" });
    desk.ok("recordPayment", pay);
    let reopen = json!({ "unit": "C01", "month": "2026-07", "reason": "录入有误" });
    assert_eq!(desk.refused("reopenMonth", reopen.clone()).code, "quarterFinal");
    desk.ok("openRevision", json!({ "quarter": "2026Q3", "reason": "第1分公司得分有误" }));
    desk.ok("reopenMonth", reopen);
    let people = desk.people();
    let of = |unit: &str| people.iter().find(|p| p["unit"] == unit).unwrap()["staffNo"].clone();
    let row = json!([{ "staffNo": of("ZQ"), "score": "80", "items": [], "note": null }]);
    let wrong = json!({ "unit": "C01", "month": "2026-07", "rows": row });
    assert_eq!(desk.refused("recordAssessments", wrong).code, "badCells", "the person is not of C01");
    let staff = of("C01");
    let rows = json!([{ "staffNo": staff, "score": "22", "items": [], "note": "更正" }]);
    desk.ok("recordAssessments", json!({ "unit": "C01", "month": "2026-07", "rows": rows }));
    let view = desk.ok("settle", json!({ "quarter": "2026Q3" }));
    let open: Vec<&str> =
        view["blockers"].as_array().unwrap().iter().filter_map(|b| b["unit"].as_str()).collect();
    assert!(open.iter().all(|unit| *unit == "C01"), "only the reopened unit confirms again: {open:?}");
    desk.confirm("2026Q3");
    // 22 points less in one month of one of 22 cities: 22/3/22 of the city mean, times 80 %.
    let official = desk.ok("stepSettlement", json!({ "quarter": "2026Q3", "step": "finalise" }));
    assert_eq!(official["revision"], 2);
    assert_eq!(official["overall"], "87.60");
    assert_eq!(official["feePayable"], "1051200.00");
    assert_eq!(official["difference"], "-9600.00");
    assert_eq!(official["amountDue"], "-9600.00", "paid before: 扣回");
    let first = desk.ok("settle", json!({ "quarter": "2026Q3", "revision": 1 }));
    assert_eq!(first["overall"], "88.40", "the first revision stays readable");
    assert_eq!(desk.ok("checkReport", json!({ "path": old }))["matchesLedger"], true, "as revision 1");
}

#[test]
fn the_paper_way() {
    let mut desk = example_three();
    desk.confirm("2026Q3");
    desk.ok("stepSettlement", json!({ "quarter": "2026Q3", "step": "finalise" }));
    let scan = desk.file("scan.pdf", "a scan of ink and stamps");
    let paper = |no: &str| {
        json!({
            "path": scan, "quarter": null, "reportNo": no, "revision": 1, "signers": "何志强、罗海燕",
            "sealApproval": "YY-2026-1021", "sealKind": "合同专用章",
        })
    };
    assert_eq!(desk.refused("acceptPaper", paper("HQ-2026Q3-JS-R2")).code, "paperOfOtherReport");
    assert_eq!(desk.ok("acceptPaper", paper("HQ-2026Q3-JS-R1"))["outcome"], "closed");
    assert_eq!(desk.ok("settle", json!({ "quarter": "2026Q3" }))["status"], "closed");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn an_exported_file_reimports_unchanged_and_a_dry_run_changes_nothing() {
    let mut desk = example_three();
    for kind in ["units", "people", "assessments", "contract"] {
        for ending in ["xlsx", "csv"] {
            let out = desk.path(&format!("out-{kind}.{ending}"));
            desk.ok(
                "exportSheet",
                json!({ "kind": kind, "out": out, "unit": null, "month": null, "quarter": null }),
            );
            let head = desk.head();
            let done =
                desk.ok("importSheet", json!({ "kind": kind, "path": out, "map": null, "dryRun": false }));
            assert_eq!(done["changed"], 0, "{kind}.{ending}: {done}");
            assert_eq!(desk.head(), head);
        }
    }
    let more = desk.file("more.csv", "单位代码,单位名称,类别\nNEW,新单位,市州\n");
    let head = desk.head();
    let dry = desk.ok("importSheet", json!({ "kind": "units", "path": more, "map": null, "dryRun": true }));
    assert_eq!((dry["changed"].as_u64(), desk.head() == head), (Some(1), true));
}
