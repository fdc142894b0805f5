//! What becomes of opportunities and customers at their end, as a review asked for it: what is put right and voided, what comes
//! out again, what others approve, what is erased, and to whom tickets belong meanwhile.

use super::opportunities::{collected, desk, of, register, show, sign_in};
use crate::words::says;
use huiqian_tests::Desk;
use serde_json::{Value, json};

fn won(desk: &mut Desk) -> String {
    let no = register(desk, json!({ "fields": collected() }));
    let end = json!({ "outcome": "won", "amount": "100", "on": "2026-10-11", "text": "价格最低", "lessons": "早期介入" });
    desk.ok("concludeOpportunity", of(&no, end));
    no
}

fn ticket(desk: &mut Desk, more: Value) -> Value {
    let mut all = json!({
        "unit": "C01", "kind": "exchange", "title": "技术交流", "contact": "罗海燕", "channel": "phone",
        "urgency": "normal", "complexity": "simple", "customer": "市大数据局",
    });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    desk.ok("registerTicket", all)["ticket"].clone()
}

#[test]
fn evidence_and_lessons_come_out_again() {
    let mut desk = desk();
    let no = won(&mut desk);
    let end = show(&mut desk, &no)["conclusion"].clone();
    assert_eq!((&end["reason"], &end["lessons"]), (&json!("价格最低"), &json!("早期介入")));
    let told = show(&mut desk, &no)["acts"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(told["lessons"], "早期介入");
    let notice = desk.file("notice.txt", "中标通知书");
    let award = json!({ "kind": "award", "fields": { "noticeNo": "ZB-7" }, "file": notice });
    desk.ok("recordOnOpportunity", of(&no, award));
    let record = show(&mut desk, &no)["records"][0].clone();
    assert_eq!(record["fileKind"], "txt");
    let file = record["file"].as_str().unwrap().to_owned();
    let shown = desk.ok("lookAtOpportunityFile", of(&no, json!({ "file": file })));
    assert_eq!(shown["kind"], "txt");
    let out = desk.path("saved.txt");
    desk.ok("saveOpportunityFile", of(&no, json!({ "file": file, "out": out })));
    assert_eq!(std::fs::read_to_string(desk.path("saved.txt")).unwrap(), "中标通知书");
    let other = register(&mut desk, json!({ "title": "另一个" }));
    let foreign = desk.refused("lookAtOpportunityFile", of(&other, json!({ "file": file })));
    says(&foreign, "unknownOpportunityFile", &[&other]);
}

#[test]
fn what_names_people_is_erased_while_a_project_runs() {
    let mut desk = desk();
    let no = register(&mut desk, json!({}));
    let decider = json!({ "name": "周处长", "part": "决策人", "attitude": "支持" });
    desk.ok("recordOnOpportunity", of(&no, json!({ "kind": "decider", "fields": decider })));
    desk.ok("strikeOpportunityRecord", of(&no, json!({ "number": 1, "reason": "认错人" })));
    let record = show(&mut desk, &no)["records"][0].clone();
    assert_eq!(record["fields"]["name"], "周处长");
    sign_in(&mut desk, "admin");
    let erase = |subject: &Value| json!({ "subject": subject, "reason": "本人要求" });
    desk.ok("erasePersonal", erase(&record["subject"]));
    let record = show(&mut desk, &no)["records"][0].clone();
    assert_eq!((&record["fields"]["name"], &record["subject"]), (&Value::Null, &Value::Null));
    let manager = json!(format!("opportunity/manager/0/{no}"));
    says(&desk.refused("erasePersonal", erase(&manager)), "matterOpen", &[]);
    desk.ok("concludeOpportunity", of(&no, json!({ "outcome": "dropped", "text": "预算取消" })));
    desk.ok("erasePersonal", erase(&manager));
    assert_eq!(show(&mut desk, &no)["manager"], Value::Null);
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn others_approve_with_their_name_and_what_shows_it() {
    let mut desk = desk();
    let no = register(&mut desk, json!({ "fields": collected() }));
    let scan = desk.file("authority.txt", "同意");
    let approve = |more: Value| {
        let mut all = of(
            &no,
            json!({
                "about": "authority", "approved": true, "behalf": { "person": "贺副总", "basis": "川授〔2026〕17号" },
            }),
        );
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        all
    };
    let nameless = approve(json!({ "behalf": { "person": "", "basis": "快文" } }));
    says(&desk.refused("approveOpportunity", nameless), "personNeeded", &[]);
    let baseless = approve(json!({ "behalf": { "person": "贺副总", "basis": "" } }));
    says(&desk.refused("approveOpportunity", baseless), "basisNeeded", &[]);
    desk.ok(
        "approveOpportunity",
        approve(json!({ "behalf": { "person": "贺副总", "basis": "", "evidence": scan } })),
    );
    let unhanded = approve(json!({ "about": "handover" }));
    says(&desk.refused("approveOpportunity", unhanded), "opportunityNotHanded", &[&no]);
    let checkpoint = json!({ "what": "招标文件", "due": "2026-10-30" });
    desk.ok("recordOnOpportunity", of(&no, json!({ "kind": "checkpoint", "fields": checkpoint })));
    let look = |more: Value| {
        let mut all = approve(json!({ "about": "checkpoint", "number": 1, "approved": false }));
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        all
    };
    says(&desk.refused("approveOpportunity", look(json!({}))), "reasonNeeded", &[]);
    desk.ok("approveOpportunity", look(json!({ "text": "改为先演示" })));
    let approvals = show(&mut desk, &no)["approvals"].clone();
    assert_eq!((&approvals[0]["person"], &approvals[0]["approved"]), (&json!("贺副总"), &json!(true)));
    assert_eq!((&approvals[1]["record"], &approvals[1]["text"]), (&json!(1), &json!("改为先演示")));
    let file = approvals[0]["evidence"].clone();
    desk.ok("lookAtOpportunityFile", of(&no, json!({ "file": file })));
    sign_in(&mut desk, "admin");
    let journal = desk.ok("journal", json!({ "limit": 1000 })).to_string();
    assert!(!journal.contains("贺副总") && !journal.contains("改为先演示"));
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_ticket_belongs_to_whoever_its_project_is() {
    let mut desk = desk();
    let no = register(&mut desk, json!({}));
    let other = desk.ok("registerCustomer", json!({ "unit": "C01", "fields": { "name": "市卫健委" } }));
    let other = other["customer"].clone();
    let named = json!({
        "unit": "C01", "kind": "exchange", "title": "技术交流", "contact": "罗海燕", "channel": "phone",
        "urgency": "normal", "complexity": "simple", "customer": "市卫健委", "opportunity": no,
    });
    let wrong = desk.refused("registerTicket", named);
    says(&wrong, "nameOfAnother", &["市卫健委", "市大数据局", "C01-KH-0001"]);
    let linked = ticket(&mut desk, json!({ "opportunity": no }));
    let shown = |desk: &mut Desk| {
        let view = desk.ok("ticket", json!({ "ticket": linked }));
        (view["customer"].clone(), view["customerNo"].clone())
    };
    assert_eq!(shown(&mut desk), (json!("市大数据局"), json!("C01-KH-0001")));
    let view = show(&mut desk, &no);
    let change = json!({
        "title": view["title"], "class": view["class"], "finder": view["finder"], "manager": view["manager"], "customer": other,
    });
    desk.ok("changeOpportunity", of(&no, change));
    assert_eq!(shown(&mut desk), (json!("市卫健委"), other.clone()), "with its project");
    let tickets = |desk: &mut Desk, customer: &Value| {
        let view = desk.ok("customer", json!({ "customer": customer }));
        view["tickets"].as_array().unwrap().len()
    };
    assert_eq!((tickets(&mut desk, &other), tickets(&mut desk, &json!("C01-KH-0001"))), (1, 0));
    let found = desk.ok("tickets", json!({ "text": "卫健委" }));
    assert_eq!((&found["total"], &found["lines"][0]["customer"]), (&json!(1), &json!("市卫健委")));
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_wrong_outcome_is_put_right_and_the_handover_stays() {
    let mut desk = desk();
    let no = won(&mut desk);
    desk.ok(
        "handOverOpportunity",
        of(&no, json!({ "text": "11月进场", "person": "交付部陈工", "contractNo": "HT-9" })),
    );
    let right = |more: Value| {
        let mut all =
            of(&no, json!({ "outcome": "won", "amount": "90", "on": "2026-10-11", "text": "金额录错" }));
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        all
    };
    says(&desk.refused("correctOutcome", right(json!({ "outcome": "lost" }))), "opportunityHanded", &[&no]);
    desk.ok("correctOutcome", right(json!({})));
    let view = show(&mut desk, &no);
    assert_eq!(
        (&view["conclusion"]["amount"], &view["handover"]["contractNo"]),
        (&json!("90.00"), &json!("HT-9"))
    );
    assert_eq!(view["conclusion"]["reason"], "金额录错");
    let paid = json!({ "kind": "contract", "fields": { "matter": "回款", "amount": "45" } });
    desk.ok("recordOnOpportunity", of(&no, paid));
    let quote = json!({ "kind": "quote", "fields": { "products": "云", "price": "1", "terms": "三年" } });
    says(&desk.refused("recordOnOpportunity", of(&no, quote)), "opportunityEnded", &[&no]);
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn what_was_registered_by_mistake_is_voided_and_taken_up_again() {
    let mut desk = desk();
    let no = won(&mut desk);
    let held = ticket(&mut desk, json!({ "opportunity": no }));
    let void = of(&no, json!({ "why": "duplicate", "text": "与去年的同一个" }));
    says(&desk.refused("voidOpportunity", void.clone()), "opportunityHasTickets", &[&no, "1"]);
    desk.ok("linkTicket", json!({ "ticket": held }));
    desk.ok("voidOpportunity", void);
    let total = |desk: &mut Desk, more: Value| desk.ok("opportunities", more)["total"].clone();
    assert_eq!(total(&mut desk, json!({})), 0);
    assert_eq!(total(&mut desk, json!({ "voided": true })), 1);
    let rates = json!({ "unit": null, "from": "2026-01-01", "to": "2026-12-31" });
    assert_eq!(desk.ok("successRates", rates)["total"]["concluded"], 0);
    let view = show(&mut desk, &no);
    assert_eq!(
        (&view["voided"]["why"], &view["voided"]["reason"]),
        (&json!("duplicate"), &json!("与去年的同一个"))
    );
    let fill = of(&no, json!({ "fields": { "ictNo": "2" } }));
    says(&desk.refused("fillOpportunity", fill), "opportunityVoid", &[&no]);
    let onto = json!({ "ticket": held, "opportunity": no });
    says(&desk.refused("linkTicket", onto), "unknownOpportunity", &[&no]);
    desk.ok("reopenOpportunity", of(&no, json!({ "text": "没有重复" })));
    assert_eq!(total(&mut desk, json!({ "ended": false })), 1);
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_customer_is_struck_or_merged_with_all_that_is_its_own() {
    let mut desk = desk();
    let no = register(&mut desk, json!({}));
    let own = ticket(&mut desk, json!({}));
    let fields = json!({ "name": "市数据局" });
    let other = desk.ok("registerCustomer", json!({ "unit": "C01", "fields": fields }))["customer"].clone();
    let strike =
        |into: Value| json!({ "customer": "C01-KH-0001", "into": into, "reason": "机构改革前的名称" });
    let used = desk.refused("strikeCustomer", strike(Value::Null));
    says(&used, "customerInUse", &["C01-KH-0001", "1"]);
    says(&desk.refused("strikeCustomer", strike(json!("C01-KH-0009"))), "unknownCustomer", &["C01-KH-0009"]);
    desk.ok("strikeCustomer", strike(other.clone()));
    assert_eq!(show(&mut desk, &no)["customer"], other);
    assert_eq!(desk.ok("ticket", json!({ "ticket": own }))["customerNo"], other);
    let lines = desk.ok("customers", json!({}));
    assert_eq!((&lines["total"], &lines["lines"][0]["tickets"]), (&json!(1), &json!(1)));
    let struck = desk.ok("customer", json!({ "customer": "C01-KH-0001" }));
    assert_eq!(
        (&struck["struck"]["into"], &struck["struck"]["reason"]),
        (&other, &json!("机构改革前的名称"))
    );
    let contact = json!({ "customer": "C01-KH-0001", "name": "周处长" });
    says(&desk.refused("recordContact", contact), "customerStruck", &["C01-KH-0001"]);
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn linking_stands_in_the_history_of_all_it_concerns() {
    let mut desk = desk();
    let (one, two) = (register(&mut desk, json!({})), register(&mut desk, json!({ "title": "三期" })));
    let held = ticket(&mut desk, json!({ "opportunity": one }));
    desk.ok("linkTicket", json!({ "ticket": held, "opportunity": two }));
    let links = |view: &Value| {
        let acts = view["acts"].as_array().unwrap().iter();
        acts.filter(|act| act["kind"] == "ticket.linked").count()
    };
    assert_eq!(links(&show(&mut desk, &one)), 2, "came and went");
    assert_eq!(links(&show(&mut desk, &two)), 1);
    assert_eq!(links(&desk.ok("ticket", json!({ "ticket": held }))), 2);
}

#[test]
fn a_ticket_becomes_an_opportunity_and_belongs_to_it() {
    let mut desk = desk();
    let lead = ticket(&mut desk, json!({}));
    let no = register(&mut desk, json!({ "ticket": lead, "fields": { "ictNo": "ICT-7" } }));
    let view = desk.ok("ticket", json!({ "ticket": lead }));
    assert_eq!((&view["opportunity"], &view["customerNo"]), (&json!(no), &json!("C01-KH-0001")));
    assert_eq!(show(&mut desk, &no)["tickets"][0]["ticket"], lead);
    let all = desk.ok("opportunities", json!({}))["total"].clone();
    let unknown = super::opportunities::project(json!({ "ticket": "C01-202610-0099" }));
    says(&desk.refused("registerOpportunity", unknown), "unknownTicket", &["C01-202610-0099"]);
    assert_eq!(desk.ok("opportunities", json!({}))["total"], all, "nothing was left behind");
}

#[test]
fn the_history_says_which_fields_were_changed() {
    let mut desk = desk();
    let no = register(&mut desk, json!({}));
    desk.ok("fillOpportunity", of(&no, json!({ "fields": { "background": "扩容", "keyProject": "no" } })));
    desk.ok("fillOpportunity", of(&no, json!({ "fields": { "background": "扩容与搬迁" } })));
    let view = show(&mut desk, &no);
    let change = json!({
        "title": view["title"], "class": view["class"], "finder": view["finder"], "manager": "贺明", "amount": "9",
        "source": view["source"], "engineer": view["engineer"],
    });
    desk.ok("changeOpportunity", of(&no, change));
    let acts = show(&mut desk, &no)["acts"].clone();
    let changed = |place: usize| {
        let fields = acts[place]["changed"].as_array().unwrap().iter();
        let said = |text: &Value| text.as_str().unwrap_or("—").to_owned();
        fields
            .map(|f| format!("{} {} {}", said(&f["field"]), said(&f["before"]), said(&f["after"])))
            .collect::<Vec<_>>()
    };
    assert_eq!(changed(0), [""; 0]);
    assert_eq!(changed(1), ["background — 扩容", "keyProject — no"]);
    assert_eq!(changed(2), ["background 扩容 扩容与搬迁"]);
    assert_eq!(changed(3), ["amount 3200000.00 9.00", "manager 罗海燕 贺明"]);
}

#[test]
fn checkpoints_that_are_told_of_are_found() {
    let mut desk = desk();
    let no = register(&mut desk, json!({}));
    let due =
        |on: &str| of(&no, json!({ "kind": "checkpoint", "fields": { "what": "招标文件", "due": on } }));
    desk.ok("recordOnOpportunity", due("2026-10-10"));
    register(&mut desk, json!({ "title": "三期" }));
    let found = |desk: &mut Desk, told: &str| {
        desk.ok("opportunities", json!({ "checkpoint": told }))["total"].clone()
    };
    assert_eq!((found(&mut desk, "overdue"), found(&mut desk, "soon")), (json!(1), json!(0)));
    let board = desk.ok("opportunityBoard", json!({ "checkpoint": "overdue" }));
    assert_eq!(board["columns"][0]["count"], 1);
    desk.ok("strikeOpportunityRecord", of(&no, json!({ "number": 1, "reason": "录错" })));
    assert_eq!(found(&mut desk, "overdue"), 0);
    let odd = desk.refused("opportunities", json!({ "checkpoint": "never" }));
    says(&odd, "notInList", &["never"]);
}
