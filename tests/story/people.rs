//! The list of people: found, chosen, put in order, a page at a time.

use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};

/// C01 and C02 with four persons; one has left C01 for C02, one has left for good. The day is 2026-04-20.
fn desk() -> Desk {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    let people = "工号,姓名,单位代码,到岗日期,离岗日期,岗位,手机\n\
        QT1,张伟,C01,2025-03-01,2026-03-31,售前工程师,13900000001\n\
        QT1,张伟,C02,2026-04-01,,售前工程师,13900000001\n\
        QT2,李娜,C01,2025-02-01,,架构师,13900000002\n\
        QT3,王芳,C02,2025-02-01,2026-04-20,,\n\
        QT4,安静,C02,2025-01-01,2026-04-19,,\n";
    desk.import("people", people).unwrap();
    desk
}

/// `QT1 C01` of each line.
fn stays(view: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let lines = view["lines"].as_array().unwrap().iter();
    lines.map(|line| format!("{} {}", text(&line["staffNo"]), text(&line["unit"]))).collect()
}

#[test]
fn people_are_found_by_what_stands_in_their_row() {
    let mut desk = desk();
    for (find, expected) in [
        ("", &["QT1 C01", "QT1 C02", "QT2 C01", "QT3 C02", "QT4 C02"][..]),
        (" qt1 ", &["QT1 C01", "QT1 C02"]),
        ("娜", &["QT2 C01"]),
        ("c02", &["QT1 C02", "QT3 C02", "QT4 C02"]),
        ("第1分公司", &["QT1 C01", "QT2 C01"]),
        ("架构", &["QT2 C01"]),
        ("0000002", &["QT2 C01"]),
        ("2025-02-01", &[]),
        ("张 伟", &[]),
    ] {
        let view = desk.ok("people", json!({ "limit": 10, "find": find }));
        assert_eq!(stays(&view), expected, "{find:?}");
        assert_eq!(view["found"], expected.len(), "{find:?}");
        assert_eq!((&view["present"], &view["all"]), (&json!(3), &json!(5)), "{find:?}: whatever is found");
    }
}

#[test]
fn people_are_chosen_by_unit_and_by_whether_they_have_left() {
    let mut desk = desk();
    for (units, here, expected) in [
        (json!(["C01"]), Value::Null, &["QT1 C01", "QT2 C01"][..]),
        (json!([]), json!(true), &["QT1 C02", "QT2 C01", "QT3 C02"]),
        (Value::Null, json!(false), &["QT1 C01", "QT4 C02"]),
        (json!(["C01", "C02"]), json!(false), &["QT1 C01", "QT4 C02"]),
        (json!(["C01"]), json!(false), &["QT1 C01"]),
        (json!(["ZK", "nowhere"]), Value::Null, &[]),
    ] {
        let view = desk.ok("people", json!({ "limit": 10, "units": units, "here": here }));
        assert_eq!(stays(&view), expected, "{units} {here}");
    }
    let view = desk.ok("people", json!({ "limit": 10, "units": ["C02"], "here": true, "find": "张" }));
    assert_eq!(stays(&view), ["QT1 C02"]);
    let line = &view["lines"][0];
    assert_eq!(line["leftOn"], Value::Null);
    for (key, value) in
        [("name", "张伟"), ("post", "售前工程师"), ("phone", "13900000001"), ("arrivedOn", "2026-04-01")]
    {
        assert_eq!(line[key], value, "{key}");
    }
}

#[test]
fn people_stand_in_the_order_asked_for() {
    let mut desk = desk();
    for (order, descending, expected) in [
        ("name", false, ["QT4 C02", "QT2 C01", "QT3 C02", "QT1 C01", "QT1 C02"]),
        ("name", true, ["QT1 C01", "QT1 C02", "QT3 C02", "QT2 C01", "QT4 C02"]),
        ("arrivedOn", false, ["QT4 C02", "QT2 C01", "QT3 C02", "QT1 C01", "QT1 C02"]),
        ("staffNo", true, ["QT4 C02", "QT3 C02", "QT2 C01", "QT1 C01", "QT1 C02"]),
    ] {
        let request = json!({ "limit": 10, "order": order, "descending": descending });
        assert_eq!(stays(&desk.ok("people", request)), expected, "{order} {descending}");
    }
    let erase = json!({ "subject": "engineer/QT4", "reason": "本人要求" });
    desk.ok("setRetention", json!({ "months": 0 }));
    desk.ok("erasePersonal", erase);
    let view = desk.ok("people", json!({ "limit": 1, "order": "name" }));
    assert_eq!(view["lines"][0]["name"], "QT4", "the staff number stands for the person");
    assert_eq!(desk.ok("people", json!({ "limit": 1, "find": "安静" }))["found"], 0);
}

#[test]
fn pages_follow_each_other_without_gap_or_overlap() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    // Many of one name and one day, so that the order asked for says little.
    let rows: String =
        (0..50).map(|n| format!("QT{n},{},C0{},2025-03-01\n", ["张伟", "李娜"][n % 2], 1 + n % 2)).collect();
    desk.import("people", &format!("工号,姓名,单位代码,到岗日期\n{rows}")).unwrap();
    for order in ["staffNo", "name", "arrivedOn"] {
        for descending in [false, true] {
            let mut page = |offset: usize, limit: usize| {
                let request =
                    json!({ "limit": limit, "offset": offset, "order": order, "descending": descending });
                stays(&desk.ok("people", request))
            };
            let whole = page(0, 100);
            assert_eq!(whole.len(), 50);
            let pages: Vec<String> = (0..5).flat_map(|number| page(number * 12, 12)).collect();
            assert_eq!(pages, whole, "{order} {descending}");
            assert_eq!((page(50, 12).len(), page(0, 0).len()), (0, 0));
        }
    }
}

#[test]
fn a_branch_sees_only_its_own_people() {
    let mut desk = desk();
    let open = json!({
        "account": "branch", "role": "unitManager", "unit": "C01", "name": "罗海燕", "post": null, "password": PASSWORD,
    });
    desk.ok("openAccount", open);
    desk.ok("signIn", json!({ "account": "branch", "password": PASSWORD }));
    let view = desk.ok("people", json!({ "limit": 10 }));
    assert_eq!(stays(&view), ["QT1 C01", "QT2 C01"]);
    assert_eq!((&view["present"], &view["all"]), (&json!(1), &json!(2)));
    for request in [json!({ "limit": 10, "units": ["C02"] }), json!({ "limit": 10, "find": "王芳" })] {
        let view = desk.ok("people", request);
        assert_eq!((view["found"].as_u64(), view["lines"].as_array().unwrap().len()), (Some(0), 0));
    }
}

#[test]
fn contacts_and_skills_come_and_go_with_the_list() {
    let mut desk = desk();
    let of = |desk: &mut Desk| {
        let file = desk.ok("person", json!({ "staffNo": "QT7" }));
        (file["phone"].clone(), file["contact"].clone(), file["skills"].clone())
    };
    let list = "工号,姓名,单位代码,到岗日期,手机,其他联系方式,技能\n\
        QT7,邱少云,C01,2025-03-01,13800000007,qiu@example.com,\"云网融合、投标，投标\"\n";
    assert_eq!(desk.import("people", list).unwrap()["changed"], 2, "the stay, and what is known");
    let known = (json!("13800000007"), json!("qiu@example.com"), json!(["云网融合", "投标"]));
    assert_eq!(of(&mut desk), known);
    // What was given out comes back unchanged.
    for name in ["people.xlsx", "people.csv"] {
        let out = desk.path(name);
        let export = json!({ "kind": "people", "out": out, "unit": null, "month": null, "quarter": null });
        desk.ok("exportSheet", export);
        let again = json!({ "kind": "people", "path": out, "map": null, "dryRun": false });
        assert_eq!(desk.ok("importSheet", again)["changed"], 0, "{name}");
    }
    // A list of earlier years has no such columns, and takes nothing away.
    let old = "工号,姓名,单位代码,到岗日期,手机\nQT7,邱少云,C01,2025-03-01,13800000007\n";
    assert_eq!(desk.import("people", old).unwrap()["changed"], 0);
    assert_eq!(of(&mut desk), known);
    let bare = "工号,姓名,单位代码,到岗日期\nQT7,邱少云,C01,2025-03-01\n";
    let path = desk.file("bare.csv", bare);
    let look = json!({ "kind": "people", "path": path, "map": null, "dryRun": true });
    assert_eq!(desk.ok("importSheet", look)["preview"]["counts"], json!([0, 0, 1]), "nothing is said to go");
    assert_eq!(desk.import("people", bare).unwrap()["changed"], 0);
    assert_eq!(of(&mut desk), known);
    let long = format!("工号,姓名,单位代码,到岗日期,技能\nQT7,邱少云,C01,2025-03-01,{}\n", "长".repeat(61));
    assert_eq!(desk.import("people", &long).unwrap_err().code, "sheet.badCells");
    // Beside the journal, never in it.
    let journal = desk.ok("journal", json!({ "limit": 1000 })).to_string();
    assert!(!journal.contains("qiu@example.com") && !journal.contains("云网融合"), "{journal}");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn stays_that_cannot_be_are_refused_in_a_list() {
    let mut desk = desk();
    let before = desk.head();
    for (rows, code) in [
        ("QT8,钱七,C01,2025-03-01,2025-02-28", "datesReversed"),
        ("QT8,钱七,C01,2025-03-01,2025-06-30\nQT8,钱七,C02,2025-06-30,", "membershipOverlaps"),
        ("QT8,钱七,C01,2025-03-01,\nQT8,钱七,C02,2025-06-30,", "membershipOverlaps"),
    ] {
        let list = format!("工号,姓名,单位代码,到岗日期,离岗日期\n{rows}\n");
        let refused = desk.import("people", &list).unwrap_err();
        assert_eq!(refused.params["cells"][0]["reason"]["code"], code, "{refused:?}");
    }
    assert_eq!(desk.head(), before, "nothing is taken in");
}
