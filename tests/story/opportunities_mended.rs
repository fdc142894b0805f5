//! What a review found wrong with opportunities and customers, and is right now: whose a project is, what a record keeps, who
//! may read of it, what a success needs, and which days there can be.

use super::opportunities::{collected, desk, of, project, register, show, sign_in};
use crate::words::says;
use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};

/// Two customers of one name.
fn twins(desk: &mut Desk) {
    for anyway in [false, true] {
        let fields = json!({ "name": "市大数据局" });
        desk.ok("registerCustomer", json!({ "unit": "C01", "fields": fields, "anyway": anyway }));
    }
}

fn basics(view: &Value, more: Value) -> Value {
    let mut all = json!({
        "opportunity": view["opportunity"], "title": view["title"], "class": view["class"], "source": view["source"],
        "finder": view["finder"], "manager": view["manager"], "amount": view["amount"], "engineer": view["engineer"],
    });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    all
}

#[test]
fn a_project_stays_with_its_customer_though_another_has_the_same_name() {
    let mut desk = desk();
    twins(&mut desk);
    let ambiguous = desk.refused("registerOpportunity", project(json!({})));
    says(&ambiguous, "customerAmbiguous", &["市大数据局", "C01-KH-0001", "C01-KH-0002"]);
    let no = register(&mut desk, json!({ "customer": "C01-KH-0002" }));
    assert_eq!(show(&mut desk, &no)["customer"], "C01-KH-0002");
    let view = show(&mut desk, &no);
    desk.ok("changeOpportunity", basics(&view, json!({ "amount": "3300000" })));
    let view = show(&mut desk, &no);
    assert_eq!((&view["customer"], &view["amount"]), (&json!("C01-KH-0002"), &json!("3300000.00")));
    desk.ok("changeOpportunity", basics(&view, json!({ "customer": "C01-KH-0001" })));
    assert_eq!(show(&mut desk, &no)["customer"], "C01-KH-0001");
    let unknown = basics(&view, json!({ "customer": "C01-KH-0009" }));
    says(&desk.refused("changeOpportunity", unknown), "unknownCustomer", &["C01-KH-0009"]);
    assert_eq!(desk.ok("customers", json!({}))["total"], 2, "nobody was registered unasked");
    let ticket = json!({
        "unit": "C01", "kind": "exchange", "title": "技术交流", "contact": "罗海燕", "channel": "phone",
        "urgency": "normal", "complexity": "simple", "customer": "市大数据局",
    });
    let ticket = desk.ok("registerTicket", ticket)["ticket"].clone();
    let view = desk.ok("ticket", json!({ "ticket": ticket }));
    assert_eq!(view["customerNo"], Value::Null, "left to be said whose it is");
}

#[test]
fn a_record_written_anew_keeps_its_day_its_file_and_its_author() {
    let mut desk = desk();
    let no = register(&mut desk, json!({}));
    let offer = desk.file("offer.txt", "报价单");
    let record = |more: Value| {
        let fields = json!({ "products": "云主机", "price": "100", "terms": "三年" });
        let mut all = of(&no, json!({ "kind": "quote", "fields": fields }));
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        all
    };
    desk.ok("recordOnOpportunity", record(json!({ "on": "2026-10-09", "file": offer })));
    let first = show(&mut desk, &no)["records"][0].clone();
    assert_eq!((&first["on"], &first["updatedBy"]), (&json!("2026-10-09"), &Value::Null));
    assert!(first["file"].is_string());
    sign_in(&mut desk, "admin");
    let fields = json!({ "products": "云主机", "price": "90", "terms": "三年" });
    desk.ok("recordOnOpportunity", record(json!({ "number": 1, "fields": fields })));
    let anew = show(&mut desk, &no)["records"][0].clone();
    assert_eq!(anew["fields"]["price"], "90.00");
    for kept in ["on", "file", "by"] {
        assert_eq!(anew[kept], first[kept], "{kept}");
    }
    assert!(anew["updatedBy"].is_string() && anew["updatedBy"] != anew["by"], "{anew}");
    desk.ok("recordOnOpportunity", record(json!({ "number": 1, "withoutFile": true })));
    assert_eq!(show(&mut desk, &no)["records"][0]["file"], Value::Null);
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn customers_and_their_projects_are_not_the_contractor_s_to_read() {
    let mut desk = desk();
    let no = register(&mut desk, json!({}));
    sign_in(&mut desk, "admin");
    for (account, role) in [("provider", "providerRepresentative"), ("auditor", "auditor")] {
        let open = json!({
            "account": account, "name": account, "role": role, "unit": null, "post": null, "password": PASSWORD,
        });
        desk.ok("openAccount", open);
    }
    for account in ["provider", "auditor"] {
        sign_in(&mut desk, account);
        for (act, request) in [
            ("opportunity", of(&no, json!({}))),
            ("opportunities", json!({})),
            ("opportunityBoard", json!({})),
            ("customer", json!({ "customer": "C01-KH-0001" })),
            ("customers", json!({})),
            ("successRates", json!({ "unit": null, "from": "2026-10-01", "to": "2026-10-12" })),
        ] {
            assert_eq!(desk.refused(act, request).code, "noRight", "{account} {act}");
        }
    }
}

#[test]
fn every_success_is_entered_in_the_ict_system_and_handed_to_somebody() {
    let mut desk = desk();
    let no = register(&mut desk, json!({}));
    let agreed = |no: &str| of(no, json!({ "outcome": "agreed", "text": "签了合作备忘录" }));
    let lacking = desk.refused("concludeOpportunity", agreed(&no));
    says(&lacking, "opportunityIncomplete", &["ICT系统商机编号"]);
    desk.ok("fillOpportunity", of(&no, json!({ "fields": collected() })));
    desk.ok("concludeOpportunity", agreed(&no));
    let hand = of(&no, json!({ "text": "11月进场", "person": " " }));
    says(&desk.refused("handOverOpportunity", hand), "deliveryManagerNeeded", &[]);
    desk.ok("handOverOpportunity", of(&no, json!({ "text": "11月进场", "person": "交付部陈工" })));
}

#[test]
fn days_lie_where_they_can_and_the_day_of_the_lead_can_be_corrected() {
    let mut desk = desk();
    let no = register(&mut desk, json!({}));
    let fill = |on: &str| of(&no, json!({ "fields": { "firstContactOn": on } }));
    says(&desk.refused("fillOpportunity", fill("2026-10-07")), "dayOutside", &["2026-10-07", "2026-10-08"]);
    let checkpoint = |done: &str| {
        let fields = json!({ "what": "招标文件征求意见", "due": "2026-12-30", "doneOn": done });
        of(&no, json!({ "kind": "checkpoint", "fields": fields }))
    };
    let ahead = desk.refused("recordOnOpportunity", checkpoint("2027-01-05"));
    says(&ahead, "dateInFuture", &["2027-01-05"]);
    desk.ok("recordOnOpportunity", checkpoint("2026-10-12"));
    desk.ok("fillOpportunity", fill("2026-10-10"));
    let view = show(&mut desk, &no);
    let late = desk.refused("changeOpportunity", basics(&view, json!({ "foundOn": "2026-10-11" })));
    says(&late, "foundAfter", &["2026-10-11", "2026-10-10"]);
    desk.ok("changeOpportunity", basics(&view, json!({ "foundOn": "2026-10-01" })));
    let view = show(&mut desk, &no);
    assert_eq!((&view["foundOn"], &view["age"]), (&json!("2026-10-01"), &json!(11)));
    assert_eq!((&view["inStage"], &view["response"]), (&json!(11), &json!(9)));
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}
