//! What one knows of a customer: with whom it was merged, how satisfied it is, when it is visited next, what of it can be erased from the
//! settings; and that prices of its projects are for those who do the work.

use super::opportunities::{desk, of, register, show, sign_in};
use crate::words::says;
use huiqian_tests::Desk;
use serde_json::{Value, json};

fn customer(desk: &mut Desk, no: &str) -> Value {
    desk.ok("customer", json!({ "customer": no }))
}

fn form(desk: &mut Desk, kind: &str, more: Value) -> Value {
    let mut all = json!({ "unit": "C01", "kind": kind, "title": "回访", "fields": {} });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    desk.ok("registerForm", all)["form"].clone()
}

fn marks(all: &str) -> Value {
    let mark = |_: &str| json!(all);
    json!({
        "response": mark(""), "quality": mark(""), "expertise": mark(""), "attitude": mark(""), "overall": mark(""),
    })
}

/// Two customers on record; the first has people, affairs, a visit and a survey.
fn two() -> Desk {
    let mut desk = desk();
    for (name, phone) in [("市数据局", "028-1234567"), ("市大数据局", "028-7654321")] {
        let fields = json!({ "name": name, "phone": phone, "needs": format!("{name}的三期") });
        desk.ok("registerCustomer", json!({ "unit": "C01", "fields": fields }));
    }
    for (customer, name) in [("C01-KH-0001", "周处长"), ("C01-KH-0002", "陈局长")] {
        desk.ok("recordContact", json!({ "customer": customer, "name": name, "mobile": "13900002222" }));
    }
    let links = json!({ "customerNo": "C01-KH-0001" });
    form(&mut desk, "survey", json!({ "on": "2026-10-09", "links": links, "fields": marks("4 满意") }));
    let fields = json!({ "way": "拜访客户", "purpose": "三期需求", "importance": "重要" });
    form(&mut desk, "visit", json!({ "on": "2026-10-20", "links": links, "fields": fields }));
    desk
}

#[test]
fn a_merged_customer_s_people_affairs_visits_and_surveys_are_the_other_one_s() {
    let mut desk = two();
    let merge = json!({ "customer": "C01-KH-0001", "into": "C01-KH-0002", "reason": "同一单位" });
    desk.ok("strikeCustomer", merge);
    let whole = customer(&mut desk, "C01-KH-0002");
    let people: Vec<_> =
        whole["contacts"].as_array().unwrap().iter().map(|one| (&one["customer"], &one["name"])).collect();
    let (first, second) = (json!("C01-KH-0001"), json!("C01-KH-0002"));
    assert_eq!(people, [(&second, &json!("陈局长")), (&first, &json!("周处长"))]);
    let from = &whole["merged"][0];
    assert_eq!(
        (&from["name"], &from["phone"], &from["needs"]),
        (&json!("市数据局"), &json!("028-1234567"), &json!("市数据局的三期"))
    );
    assert_eq!(
        (&whole["satisfaction"]["mean"], &whole["satisfaction"]["questionnaires"]),
        (&json!("4.00"), &json!(1))
    );
    assert_eq!(whole["visits"]["next"]["on"], "2026-10-20");
    let lines = desk.ok("customers", json!({}));
    assert_eq!((&lines["total"], &lines["lines"][0]["contacts"]), (&json!(1), &json!(2)));
    // Nothing remains to be done under the old number.
    let old = customer(&mut desk, "C01-KH-0001");
    assert_eq!((&old["contacts"], &old["phone"], &old["subject"]), (&json!([]), &Value::Null, &Value::Null));
    assert_eq!((&old["satisfaction"], &old["visits"]["next"]), (&Value::Null, &Value::Null));
    // Its people change on where they are; somebody new is recorded with the other.
    let person = |number: Value, name: &str| json!({ "customer": "C01-KH-0001", "number": number, "name": name, "post": "局长" });
    desk.ok("recordContact", person(json!(1), "周局长"));
    says(&desk.refused("recordContact", person(Value::Null, "吴工")), "customerStruck", &["C01-KH-0001"]);
    let whole = customer(&mut desk, "C01-KH-0002");
    assert_eq!(
        (&whole["contacts"][1]["name"], &whole["contacts"][1]["post"]),
        (&json!("周局长"), &json!("局长"))
    );
    assert!(
        whole["acts"].as_array().unwrap().iter().any(|act| act["kind"] == "customer.contactRecorded"),
        "{whole}"
    );
    desk.ok("endContact", json!({ "customer": "C01-KH-0001", "number": 1, "on": "2026-10-12" }));
    assert_eq!(customer(&mut desk, "C01-KH-0002")["contacts"][1]["leftOn"], "2026-10-12");
    let found =
        |desk: &mut Desk, words: &str| desk.ok("findWords", json!({ "words": words }))["total"].clone();
    assert_eq!(found(&mut desk, "市数据局的三期"), 1, "found with the other");
    // And what is kept of them goes where it is asked for; and it is not found any more.
    sign_in(&mut desk, "admin");
    desk.ok("erasePersonal", json!({ "subject": from["subject"], "reason": "本人要求" }));
    assert_eq!(customer(&mut desk, "C01-KH-0002")["merged"][0]["phone"], Value::Null);
    assert_eq!(found(&mut desk, "市数据局的三期"), 0);
    // Merged once more, all of it goes on.
    sign_in(&mut desk, "manager");
    desk.ok("registerCustomer", json!({ "unit": "C01", "fields": { "name": "市数据资源局" } }));
    desk.ok(
        "strikeCustomer",
        json!({ "customer": "C01-KH-0002", "into": "C01-KH-0003", "reason": "机构改革" }),
    );
    let last = customer(&mut desk, "C01-KH-0003");
    assert_eq!(
        (last["contacts"].as_array().unwrap().len(), last["merged"].as_array().unwrap().len()),
        (2, 2)
    );
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_customer_s_page_says_how_satisfied_it_is_and_when_it_is_visited_next() {
    let mut desk = two();
    let empty = customer(&mut desk, "C01-KH-0002");
    assert_eq!((&empty["satisfaction"], &empty["visits"]["again"]), (&Value::Null, &Value::Null));
    let links = json!({ "customerNo": "C01-KH-0001" });
    form(&mut desk, "survey", json!({ "on": "2026-10-12", "links": links, "fields": marks("5 很满意") }));
    let view = customer(&mut desk, "C01-KH-0001");
    let last: Vec<_> = view["satisfaction"]["last"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (&one["on"], &one["mean"]))
        .collect();
    let (ninth, twelfth) = (json!("2026-10-09"), json!("2026-10-12"));
    assert_eq!(last, [(&twelfth, &json!("5.00")), (&ninth, &json!("4.00"))]);
    assert_eq!(view["satisfaction"]["mean"], "4.50");
    let next = &view["visits"]["next"];
    assert_eq!((&next["title"], &next["terms"][0]["term"]), (&json!("回访"), &json!("重要接待告知领导")));
    assert_eq!(
        (&next["terms"][0]["by"], &next["terms"][0]["standing"]),
        (&json!("2026-10-18"), &json!("running"))
    );
    // Once it was, the customer is to be visited again after three months.
    desk.restart("2026-10-21T02:00:00Z");
    sign_in(&mut desk, "manager");
    let visits = customer(&mut desk, "C01-KH-0001")["visits"].clone();
    assert_eq!((&visits["next"], &visits["again"]["term"]), (&Value::Null, &json!("客户回访")));
    assert_eq!(
        (&visits["again"]["by"], &visits["again"]["standing"]),
        (&json!("2027-01-20"), &json!("running"))
    );
}

#[test]
fn what_is_kept_of_customers_and_on_opportunities_is_found_by_name_and_erased_from_the_settings() {
    let mut desk = two();
    let no = register(&mut desk, json!({ "customer": "C01-KH-0001", "customerName": null }));
    let quote = json!({ "products": "云主机", "price": "100", "terms": "三年付清" });
    desk.ok("recordOnOpportunity", of(&no, json!({ "kind": "quote", "fields": quote })));
    let decider = json!({ "name": "郑总", "part": "决策人", "attitude": "支持" });
    desk.ok("recordOnOpportunity", of(&no, json!({ "kind": "decider", "fields": decider })));
    let matters = |text: &str| json!({ "kind": "customer", "text": text });
    assert_eq!(desk.refused("erasableMatters", matters("数据")).code, "noRight", "a manager erases nothing");
    sign_in(&mut desk, "admin");
    let found = desk.ok("erasableMatters", matters("数据"));
    assert_eq!((found.as_array().unwrap().len(), &found[0]["name"]), (2, &json!("市数据局")));
    let parts = |desk: &mut Desk, kind: &str, matter: &str| -> Vec<(String, Value)> {
        let list = desk.ok("erasableParts", json!({ "kind": kind, "matter": matter }));
        let part = |one: &Value| (one["part"].as_str().unwrap().to_owned(), one["begins"].clone());
        list.as_array().unwrap().iter().map(part).collect()
    };
    let of_customer = parts(&mut desk, "customer", "C01-KH-0001");
    assert_eq!(of_customer[0], ("contact".to_owned(), json!("周处长")));
    assert_eq!(of_customer[1].0, "profile");
    let matters = json!({ "kind": "opportunity", "text": "政务云" });
    assert_eq!(desk.ok("erasableMatters", matters)[0]["matter"], no.as_str());
    let of_project = parts(&mut desk, "opportunity", &no);
    let expected = [("manager".to_owned(), json!("罗海燕")), ("record".to_owned(), json!("郑总"))];
    assert_eq!(of_project, expected, "a quote names nobody");
    desk.ok("erasePersonal", json!({ "subject": "customer/contact/1/C01-KH-0001", "reason": "本人要求" }));
    assert_eq!(parts(&mut desk, "customer", "C01-KH-0001").len(), 1);
}

#[test]
fn quotes_and_competitors_prices_are_kept_from_the_journal_and_from_looking_for_words() {
    let mut desk = desk();
    let no = register(&mut desk, json!({}));
    let record = |kind: &str, fields: Value| of(&no, json!({ "kind": kind, "fields": fields }));
    let quote = |price: &str| json!({ "products": "云主机", "price": price, "terms": "验收后九十日付清" });
    says(&desk.refused("recordOnOpportunity", record("quote", quote("-1"))), "negativeAmount", &["-1"]);
    says(&desk.refused("recordOnOpportunity", record("quote", quote("很多"))), "answerUnreadable", &["价格"]);
    desk.ok("recordOnOpportunity", record("quote", quote("3,158,888")));
    desk.ok("recordOnOpportunity", record("competitor", json!({ "name": "某集成商", "price": "2977777" })));
    let shown = show(&mut desk, &no);
    assert_eq!(
        (&shown["records"][0]["fields"]["price"], &shown["records"][0]["subject"]),
        (&json!("3158888.00"), &Value::Null)
    );
    assert_eq!(shown["records"][1]["fields"]["price"], "2977777.00");
    let found =
        |desk: &mut Desk, words: &str| desk.ok("findWords", json!({ "words": words }))["total"].clone();
    assert_eq!((found(&mut desk, "某集成商"), found(&mut desk, "九十日付清")), (json!(1), json!(0)));
    sign_in(&mut desk, "admin");
    let journal = desk.ok("journal", json!({ "limit": 1000 })).to_string();
    for text in ["3158888", "2977777", "九十日"] {
        assert!(!journal.contains(text), "{text} is not in the journal");
    }
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}
