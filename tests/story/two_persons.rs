//! Two-person work: who prepares neither reviews nor approves, and an administrator never does.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use huiqian_tests::{Desk, PASSWORD};
use serde_json::json;

fn sign_in(desk: &mut Desk, account: &str) {
    desk.ok("signIn", json!({ "account": account, "password": PASSWORD }));
}

#[test]
fn a_quarter_by_clerk_and_leader() {
    let mut desk = Desk::province("2026-04-12T02:00:00Z", 1, true);
    for (account, role, unit) in
        [("clerk", "clerk", None), ("leader", "unitLeader", Some("ZQ")), ("other", "clerk", None)]
    {
        let open = json!({
            "account": account, "name": account, "role": role, "unit": unit, "post": null, "password": PASSWORD,
        });
        desk.ok("openAccount", open);
    }
    desk.quarter("2026Q1", ["2026-01", "2026-02", "2026-03"], "600000.00", |_, _| "92".to_owned());
    let by_admin = json!({ "unit": "ZQ", "month": "2026-01" });
    assert_eq!(desk.refused("closeMonth", by_admin).code, "secondPersonNeeded");
    sign_in(&mut desk, "clerk");
    desk.confirm("2026Q1");
    desk.ok("prepareSettlement", json!({ "quarter": "2026Q1" }));
    let review = json!({ "quarter": "2026Q1", "step": "review" });
    let finalise = json!({ "quarter": "2026Q1", "step": "finalise" });
    assert_eq!(desk.refused("stepSettlement", review.clone()).code, "secondPersonNeeded");
    sign_in(&mut desk, "admin");
    assert_eq!(desk.refused("stepSettlement", review.clone()).code, "businessAccountNeeded");
    sign_in(&mut desk, "leader");
    assert_eq!(desk.refused("stepSettlement", finalise.clone()).code, "stepMissing");
    desk.ok("stepSettlement", review);
    let done = desk.ok("stepSettlement", finalise);
    assert_eq!(done["status"], "final");
    assert_eq!(done["prepared"]["name"], "clerk");
    assert_eq!(done["finalised"]["name"], "leader");

    sign_in(&mut desk, "clerk");
    let scan = desk.file("scan.pdf", "ink");
    let paper = json!({
        "path": scan, "quarter": null, "reportNo": "HQ-2026Q1-JS-R1", "revision": 1, "signers": "甲、乙",
        "sealApproval": "YY-1", "sealKind": null,
    });
    assert_eq!(desk.ok("settle", json!({ "quarter": "2026Q1" }))["paperWaiting"], json!(null));
    assert_eq!(desk.ok("acceptPaper", paper)["outcome"], "awaitingSecondPerson");
    assert_eq!(desk.ok("settle", json!({ "quarter": "2026Q1" }))["paperWaiting"]["name"], "clerk");
    assert_eq!(desk.refused("approvePaper", json!({ "quarter": "2026Q1" })).code, "secondPersonNeeded");
    sign_in(&mut desk, "leader");
    assert_eq!(desk.ok("approvePaper", json!({ "quarter": "2026Q1" }))["outcome"], "closed");
    assert_eq!(desk.ok("settle", json!({ "quarter": "2026Q1" }))["paperWaiting"], json!(null));
}

#[test]
fn an_exemption_needs_paper_and_a_second_person() {
    let mut desk = Desk::province("2026-04-12T02:00:00Z", 2, true);
    let open = json!({
        "account": "clerk", "name": "经办", "role": "clerk", "unit": null, "post": null, "password": PASSWORD,
    });
    desk.ok("openAccount", open);
    desk.import("people", "工号,姓名,单位代码,到岗日期\nQT1,张三,C01,2025-03-01\n").unwrap();
    let paper = desk.file("paper.txt", "说明");
    let declare = |unit: &str, attachment: Option<&str>| json!({ "unit": unit, "quarter": "2026Q1", "reason": "尚未派驻", "attachment": attachment });
    assert_eq!(desk.refused("declareExempt", declare("C01", Some(&paper))).code, "engineerOnDuty");
    assert_eq!(desk.refused("declareExempt", declare("C02", None)).code, "attachmentNeeded");
    desk.ok("declareExempt", declare("C02", Some(&paper)));
    let view = desk.ok("settle", json!({ "quarter": "2026Q1" }));
    assert!(view["blockers"].to_string().contains("exemptionNotApproved"), "{view}");
    let approve = json!({ "unit": "C02", "quarter": "2026Q1" });
    let on_record = |desk: &mut Desk| desk.ok("exemptions", json!({ "quarter": "2026Q1" }))[0].clone();
    let waiting = on_record(&mut desk);
    assert_eq!((&waiting["unit"], &waiting["reason"]), (&json!("C02"), &json!("尚未派驻")));
    assert_eq!(waiting["approvedBy"], json!(null));
    let shown = desk.ok("lookAtExemptionPaper", approve.clone());
    assert_eq!(shown["bytes"], STANDARD.encode("说明"), "whoever is to agree reads the paper");
    let none = json!({ "unit": "C01", "quarter": "2026Q1" });
    assert_eq!(desk.refused("lookAtExemptionPaper", none).code, "noExemptionPaper");
    assert_eq!(desk.refused("approveExemption", approve.clone()).code, "secondPersonNeeded");
    sign_in(&mut desk, "clerk");
    desk.ok("approveExemption", approve);
    assert_eq!(on_record(&mut desk)["approvedBy"], "经办");
    let view = desk.ok("settle", json!({ "quarter": "2026Q1" }));
    assert!(!view["blockers"].to_string().contains("exemptionNotApproved"), "{view}");
}

#[test]
fn the_sign_in_slows_down_and_the_recovery_code_opens() {
    let mut desk = Desk::at("2026-04-12T02:00:00Z");
    let founded = desk.ok(
        "initLedger",
        json!({
            "role": "branch", "unit": "CD", "admin": "王芳", "password": PASSWORD, "twoPerson": true, "org": null,
        }),
    );
    for _ in 0..5 {
        let wrong = desk.refused("signIn", json!({ "account": "王芳", "password": "wrong password" }));
        assert_eq!(wrong.code, "wrongPassword");
    }
    let locked = desk.refused("signIn", json!({ "account": "王芳", "password": PASSWORD }));
    assert_eq!(locked.code, "signInLocked");
    let recover = |code: &str| json!({ "account": "王芳", "code": code, "newPassword": "another password" });
    assert_eq!(desk.refused("recoverAccount", recover("AAAA-BBBB")).code, "wrongRecoveryCode");
    desk.ok("recoverAccount", recover(founded["recoveryCode"].as_str().unwrap()));
    desk.ok("signIn", json!({ "account": "王芳", "password": "another password" }));
    let log = desk.ok("journal", json!({ "limit": 3 })).to_string();
    assert!(log.contains("account.recoveryUsed"), "{log}");
    // A closed account stays closed, whoever has the code.
    let open = json!({
        "account": "gone", "name": "gone", "role": "clerk", "unit": null, "post": null, "password": PASSWORD,
    });
    desk.ok("openAccount", open);
    desk.ok("closeAccount", json!({ "account": "gone" }));
    let code = founded["recoveryCode"].as_str().unwrap();
    let reopen = json!({ "account": "gone", "code": code, "newPassword": "another password" });
    assert_eq!(desk.refused("recoverAccount", reopen).code, "unknownAccount");
}

#[test]
fn whoever_declared_a_gap_does_not_close_its_month() {
    let mut desk = Desk::province("2026-04-12T02:00:00Z", 1, true);
    for account in ["clerk", "other"] {
        let open = json!({
            "account": account, "name": account, "role": "clerk", "unit": null, "post": null, "password": PASSWORD,
        });
        desk.ok("openAccount", open);
    }
    sign_in(&mut desk, "clerk");
    desk.ok("declareNoEngineer", json!({ "unit": "C01", "month": "2026-01", "reason": "人员调离" }));
    let close = json!({ "unit": "C01", "month": "2026-01" });
    assert_eq!(desk.refused("closeMonth", close.clone()).code, "secondPersonNeeded");
    sign_in(&mut desk, "other");
    assert_eq!(desk.ok("closeMonth", close)["entries"], 1);
}
