//! Tickets feed the month: closed, rated, shown beside the scores, computed into an item by the province's rule, held with the
//! month, and paid by in the quarter; what changes in between is said and never taken silently.

use super::tickets::{request, sign_in};
use crate::words::{says, words};
use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};
use std::process::Command;

fn printed(path: &str) -> String {
    let text = Command::new("pdftotext").args(["-raw", path, "-"]).output().unwrap();
    String::from_utf8(text.stdout).unwrap().replace('\n', "")
}

/// The rubric with 响应及时 by the share in time and 沟通与配合 by the mean mark.
fn issue(desk: &mut Desk) -> Value {
    let mut rubric = desk.ok("rulebook", json!({}))["rubrics"][0].clone();
    rubric["from"] = json!("2026Q4");
    let items = rubric["items"].as_array_mut().unwrap();
    let mut rule = |code: &str, work: Value| {
        items.iter_mut().find(|item| item["code"] == code).unwrap()["work"] = work;
    };
    rule("XY", json!({ "measure": "onTime", "zero": "0", "full": "1", "least": 2 }));
    rule("PH", json!({ "measure": "meanMark", "zero": "3", "full": "5", "least": 1 }));
    rubric
}

/// A visit of one day for QT1, delivered on the day of the clock and rated where marks are given.
fn visit(desk: &mut Desk, second: bool) -> String {
    let mut asked = request("visit", json!({}));
    (asked["requester"], asked["contact"], asked["own"]) = (json!("leader"), Value::Null, json!(true));
    let ticket = desk.ok("registerTicket", asked)["ticket"].as_str().unwrap().to_owned();
    let second = if second { json!("QT2") } else { Value::Null };
    desk.ok("assignTicket", json!({ "ticket": ticket, "first": "QT1", "second": second }));
    desk.ok("takeTicket", json!({ "ticket": ticket }));
    ticket
}

fn finish(desk: &mut Desk, ticket: &str, marks: [u8; 4]) {
    desk.ok("deliverTicket", json!({ "ticket": ticket, "text": "已拜访" }));
    sign_in(desk, "leader");
    desk.ok("confirmTicket", json!({ "ticket": ticket, "accepted": true }));
    let [response, quality, expertise, attitude] = marks;
    let marks =
        json!({ "response": response, "quality": quality, "expertise": expertise, "attitude": attitude });
    desk.ok("rateTicket", json!({ "ticket": ticket, "marks": marks, "text": "准备不足" }));
    sign_in(desk, "manager");
    desk.ok("closeTicket", json!({ "ticket": ticket }));
}

fn sheet(desk: &mut Desk, staff_no: &str) -> Value {
    let view = desk.ok("unitMonth", json!({ "unit": "C01", "month": "2026-10" }));
    view["rows"].as_array().unwrap().iter().find(|row| row["staffNo"] == staff_no).unwrap().clone()
}

/// Points of the items that are left to the manager; `more` are given beside them.
fn by_hand(staff_no: &str, more: &[(&str, &str, Option<&str>)]) -> Value {
    let full = [("SJ", "10"), ("XQ", "15"), ("JL", "15"), ("FA", "20"), ("TB", "15"), ("KQ", "10")];
    let item = |code: &str, points: &str, reason: Option<&str>| json!({ "code": code, "points": points, "reason": reason, "evidence": null });
    let items: Vec<Value> = full
        .into_iter()
        .map(|(code, points)| item(code, points, None))
        .chain(more.iter().map(|(code, points, reason)| item(code, points, *reason)))
        .collect();
    json!({ "staffNo": staff_no, "score": null, "items": items, "note": null })
}

fn submit(rows: &[Value]) -> Value {
    json!({ "unit": "C01", "month": "2026-10", "rows": rows })
}

/// C01 with QT1 and QT2, C02 with QT3; a manager and a leader of C01. One person may do everything.
fn desk() -> Desk {
    let mut desk = Desk::province("2026-10-12T02:00:00Z", 2, false);
    let people = "工号,姓名,单位代码,到岗日期\nQT1,张伟,C01,2024-09-01\nQT2,李娜,C01,2024-09-01\nQT3,王芳,C02,2024-09-01\n";
    desk.import("people", people).unwrap();
    for (account, role) in [("manager", "unitManager"), ("leader", "unitLeader")] {
        let open = json!({
            "account": account, "name": account, "role": role, "unit": "C01", "post": null, "password": PASSWORD,
        });
        desk.ok("openAccount", open);
    }
    sign_in(&mut desk, "manager");
    desk
}

/// Two visits in October: one in time and well rated, one late and rated low, of which the second had a part.
fn october() -> Desk {
    let mut desk = desk();
    let visit_type = json!({
        "code": "visit", "label": "客户拜访", "service": "other", "formal": false, "customer": true, "fields": [],
        "items": [], "records": [], "steps": [], "audited": false, "acceptance": "requester", "days": 1,
    });
    desk.ok("issueTicketType", json!({ "unit": "C01", "body": visit_type }));
    sign_in(&mut desk, "admin");
    let rubric = issue(&mut desk);
    for (code, wrong, refused) in [
        ("XY", json!({ "measure": "onTime", "zero": "1", "full": "0.5", "least": 2 }), "workRuleUnfit"),
        ("YPFJ", json!({ "measure": "onTime", "zero": "0", "full": "1", "least": 2 }), "workRuleAlone"),
    ] {
        let mut bad = rubric.clone();
        let items = bad["items"].as_array_mut().unwrap();
        items.iter_mut().find(|item| item["code"] == code).unwrap()["work"] = wrong;
        says(&desk.refused("issueRubric", json!({ "rubric": bad })), refused, &[code]);
    }
    desk.ok("issueRubric", json!({ "rubric": rubric }));
    sign_in(&mut desk, "manager");
    let first = visit(&mut desk, false);
    let late = visit(&mut desk, true);
    let passed = json!({
        "ticket": late, "content": "到机房核对链路", "scope": "仅核对链路", "from": null, "until": "2026-10-14",
        "by": "requester",
    });
    desk.ok("passIncident", passed);
    desk.ok("takeIncident", json!({ "ticket": late }));
    desk.ok("returnIncident", json!({ "ticket": late, "toldBy": "mail", "text": "无丢包" }));
    finish(&mut desk, &first, [5, 5, 5, 5]);
    desk.restart("2026-10-20T02:00:00Z");
    sign_in(&mut desk, "manager");
    finish(&mut desk, &late, [5, 2, 5, 4]);
    desk.restart("2026-10-30T02:00:00Z");
    sign_in(&mut desk, "manager");
    desk
}

#[test]
fn tickets_stand_beside_the_scores_and_come_into_them_by_the_rule() {
    let mut desk = october();
    let work = desk.ok("monthWork", json!({ "unit": "C01", "month": "2026-10" }));
    let (first, second) = (&work[0], &work[1]);
    for (key, value) in [
        ("staffNo", json!("QT1")),
        ("tickets", json!(2)),
        ("incidents", json!(0)),
        ("inTime", json!(1)),
        ("rated", json!(2)),
        ("meanMark", json!("4.50")),
        ("low", json!(1)),
        ("complaints", json!([])),
        ("afterReview", json!(0)),
    ] {
        assert_eq!(first[key], value, "{key}");
    }
    assert_eq!(
        (&first["done"][1]["ticket"], &first["done"][1]["low"]),
        (&json!("C01-202610-0002"), &json!(true))
    );
    assert_eq!(
        (&second["tickets"], &second["incidents"], &second["inTime"]),
        (&json!(0), &json!(1), &json!(1)),
        "the second has what was passed on, and no more"
    );

    let computed = sheet(&mut desk, "QT1")["computed"].clone();
    assert_eq!((&computed[0]["code"], &computed[0]["points"]), (&json!("XY"), &json!("5")));
    assert_eq!(computed[0]["how"], "按时交付 1 ÷ 2 件 ＝ 50%，10 ×（50% － 0%）÷（100% － 0%）＝ 5 分");
    assert_eq!(computed[1]["how"], "平均评价 36 ÷ 8 题 ＝ 4.5（2 件），5 ×（4.5 － 3）÷（5 － 3）＝ 3.75 分");
    assert_eq!(computed[0]["lowering"], json!(["C01-202610-0002"]));
    let few = sheet(&mut desk, "QT2")["computed"][0].clone();
    assert_eq!((&few["points"], &few["found"], &few["least"]), (&Value::Null, &json!(1), &json!(2)));

    // Too few are scored by hand; another number than the computed one wants a reason.
    let cell = |desk: &mut Desk, rows: &[Value]| {
        let refused = desk.refused("recordAssessments", submit(rows));
        refused.params["cells"][0]["reason"]["code"].as_str().unwrap().to_owned()
    };
    assert_eq!(cell(&mut desk, &[by_hand("QT2", &[])]), "itemMissing");
    assert_eq!(cell(&mut desk, &[by_hand("QT1", &[("XY", "9", None)])]), "computedDiffers");
    let second = by_hand("QT2", &[("XY", "10", None), ("PH", "5", None)]);
    desk.ok("recordAssessments", submit(&[by_hand("QT1", &[("PH", "4", Some("客户另函表扬"))]), second]));
    let row = sheet(&mut desk, "QT1");
    assert_eq!((&row["score"], &row["changed"]), (&json!("94"), &json!(false)));
    assert_eq!(sheet(&mut desk, "QT2")["score"], "100");
    let item = |code: &str| {
        row["items"].as_array().unwrap().iter().find(|item| item["code"] == code).unwrap().clone()
    };
    assert_eq!(item("XY")["evidence"], "C01-202610-0002");
    assert!(item("XY")["reason"].as_str().unwrap().contains("1 ÷ 2"));
    assert_eq!(
        (&row["computed"][0]["followed"], &row["computed"][1]["followed"]),
        (&json!(true), &json!(false))
    );

    // On paper.
    let out = desk.path("十月.pdf");
    desk.ok("monthSheet", json!({ "unit": "C01", "month": "2026-10", "out": out }));
    let text = printed(&out);
    for word in
        ["按工单计算的评分项", "1 ÷ 2", "C01-202610-0002（超时）", "改定为 4 分：客户另函表扬", "接办交回"]
    {
        assert!(text.contains(word), "{word} is not in\n{text}");
    }
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_reviewed_month_keeps_its_figures_and_the_quarter_pays_by_them() {
    let mut desk = october();
    let second = by_hand("QT2", &[("XY", "10", None), ("PH", "5", None)]);
    desk.ok("recordAssessments", submit(&[by_hand("QT1", &[]), second]));
    // A ticket ends between submission and review.
    let more = visit(&mut desk, false);
    finish(&mut desk, &more, [5, 5, 5, 5]);
    assert_eq!(sheet(&mut desk, "QT1")["changed"], true);
    sign_in(&mut desk, "leader");
    let month = json!({ "unit": "C01", "month": "2026-10" });
    let refused = desk.refused("closeMonth", month.clone());
    says(&refused, "computedChanged", &["QT1"]);
    assert!(words(&refused).contains("退回修改"), "{}", words(&refused));
    desk.ok("reopenMonth", json!({ "unit": "C01", "month": "2026-10", "reason": "工单有变化" }));
    sign_in(&mut desk, "manager");
    assert_eq!(sheet(&mut desk, "QT1")["computed"][0]["points"], "6.67");
    desk.ok("recordAssessments", submit(&[by_hand("QT1", &[])]));
    sign_in(&mut desk, "leader");
    desk.ok("closeMonth", month.clone());
    let reviewed = sheet(&mut desk, "QT1");
    // 85 by hand, 10 × 2 ÷ 3, and 5 × (56 ÷ 12 － 3) ÷ 2.
    assert_eq!(reviewed["score"], "95.84");

    // After the review another one ends, still in October: it counts for nothing, and is told.
    desk.restart("2026-10-31T02:00:00Z");
    sign_in(&mut desk, "manager");
    let after = visit(&mut desk, false);
    finish(&mut desk, &after, [1, 1, 1, 1]);
    assert_eq!(sheet(&mut desk, "QT1"), reviewed, "a reviewed month changes for nothing");
    let work = desk.ok("monthWork", month);
    assert_eq!((&work[0]["tickets"], &work[0]["afterReview"]), (&json!(3), &json!(1)));

    // The quarter: everybody else has totals.
    desk.restart("2027-01-04T02:00:00Z");
    desk.import("people", "工号,姓名,单位代码,到岗日期\nQT8,陈一,ZQ,2024-09-01\nQT9,陈二,ZK,2024-09-01\n")
        .unwrap();
    let mut scores = String::from("月份,单位代码,工号,得分\n");
    for month in ["2026-10", "2026-11", "2026-12"] {
        for (unit, staff_no) in [("C01", "QT1"), ("C01", "QT2"), ("C02", "QT3"), ("ZQ", "QT8"), ("ZK", "QT9")]
        {
            if (unit, month) != ("C01", "2026-10") {
                scores.push_str(&format!("{month},{unit},{staff_no},80\n"));
            }
        }
    }
    desk.import("assessments", &scores).unwrap();
    desk.import(
        "contract",
        "合同号,甲方,乙方,生效,截止,季度,含税金额,税率\nHT-1,四川移动,四川全通,2025-01-01,2027-12-31,2026Q4,1060800.00,6%\n",
    )
    .unwrap();
    desk.confirm("2026Q4");
    let settled = desk.ok("settle", json!({ "quarter": "2026Q4" }));
    // C01: ((95.84 + 100)/2 + 80 + 80)/3 = 85.973…; cities (85.973… + 80)/2; 80 × 0.2 + 82.98666… × 0.8 = 82.389…
    assert_eq!(settled["overall"], "82.39");
    let fee = settled["feePayable"].as_str().unwrap().to_owned();
    let unit = desk.ok("unitQuarter", json!({ "unit": "C01", "quarter": "2026Q4" }));
    assert_eq!(unit["unit"]["months"][0]["people"][0]["score"], "95.84");
    desk.ok("stepSettlement", json!({ "quarter": "2026Q4", "step": "finalise" }));
    let out = desk.path("四季度.pdf");
    desk.ok("makeReport", json!({ "quarter": "2026Q4", "out": out }));
    let text = printed(&out);
    for word in ["附件三", "2 ÷ 3 件 ≈ 66.67%", "56 ÷ 12 题", "响应及时 6.67/10（按工单）"]
    {
        assert!(text.contains(word), "{word} is not in\n{text}");
    }
    // Another rule for later quarters changes nothing of it.
    let mut later = desk.ok("rulebook", json!({}))["rubrics"].as_array().unwrap().last().unwrap().clone();
    later["from"] = json!("2027Q1");
    for item in later["items"].as_array_mut().unwrap() {
        item["work"] = Value::Null;
    }
    desk.ok("issueRubric", json!({ "rubric": later }));
    desk.restart("2027-01-05T02:00:00Z");
    assert_eq!(desk.ok("settle", json!({ "quarter": "2026Q4" }))["feePayable"].as_str(), Some(&*fee));
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}
