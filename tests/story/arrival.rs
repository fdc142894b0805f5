//! One engineer's way: announced, on duty with the letter, noted on, moved, gone, back (§6.1, §6.4).

use crate::words::says;
use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};

/// C01 and C02, nobody in them; the day is 2026-04-20.
fn desk() -> Desk {
    Desk::province("2026-04-20T02:00:00Z", 2, true)
}

fn announcement(staff_no: &str, unit: &str, expected_on: &str) -> Value {
    json!({
        "staffNo": staff_no, "unit": unit, "expectedOn": expected_on, "name": "端木赐", "post": "售前工程师",
        "phone": "13900000001", "contact": "微信 duanmu", "skills": ["5G 专网", " 云 ", "云", ""],
    })
}

fn paper(desk: &Desk, staff_no: &str, kind: &str, signed_on: &str) -> Value {
    let scan = desk.file(&format!("{kind}.pdf"), &format!("%PDF {kind} {staff_no} {signed_on}"));
    json!({ "staffNo": staff_no, "kind": kind, "number": format!("{kind}-1"), "signedOn": signed_on, "scan": scan })
}

fn with(mut request: Value, more: Value) -> Value {
    request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    request
}

fn person(desk: &mut Desk, staff_no: &str) -> Value {
    desk.ok("person", json!({ "staffNo": staff_no }))
}

/// `from standing` of each part of the history.
fn history(person: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let all = person["history"].as_array().unwrap().iter();
    all.map(|since| format!("{} {}", text(&since["from"]), text(&since["standing"]))).collect()
}

fn heads(desk: &mut Desk, month: &str) -> Vec<Value> {
    let units = desk.ok("headCount", json!({ "month": month }));
    let counted =
        units.as_array().unwrap().iter().filter(|unit| unit["unit"].as_str().unwrap().starts_with('C'));
    counted.map(|unit| unit["staffNos"].clone()).collect()
}

#[test]
fn nobody_is_on_duty_without_the_letter() {
    let mut desk = desk();
    desk.ok("announceArrival", announcement("QT1", "C01", "2026-04-15"));
    let awaited = person(&mut desk, "QT1");
    assert_eq!(awaited["standing"], "awaited");
    assert_eq!((&awaited["unit"], &awaited["stays"]), (&json!("C01"), &json!([])));
    assert_eq!(awaited["skills"], json!(["5G 专网", "云"]));
    assert_eq!(awaited["announced"]["overdue"], true, "the day has come");
    assert!(awaited["checklist"].as_array().unwrap().iter().all(|item| item["met"] == false));
    assert!(awaited["canRecord"] == true && awaited["accessToCustomerDocuments"] == false);

    // Nothing that exists sees them: no list, no count, no score, no gap.
    assert_eq!(desk.people().len(), 0);
    assert_eq!(heads(&mut desk, "2026-04"), [json!([]), json!([])]);
    let row = json!([{ "staffNo": "QT1", "score": "90", "items": [], "note": null }]);
    let scored = desk.refused("recordAssessments", json!({ "unit": "C01", "month": "2026-04", "rows": row }));
    assert!(json!(scored).to_string().contains("unknownEngineer"), "{scored:?}");
    for (kind, more) in [("agreement", json!({})), ("pledge", json!({}))] {
        let request = with(paper(&desk, "QT1", kind, "2026-04-15"), more);
        says(&desk.refused("filePaper", request), "letterBeforeDuty", &["QT1", "C01"]);
    }
    let list = "工号,姓名,单位代码,到岗日期\nQT1,端木赐,C01,2026-04-15\n";
    let imported = desk.import("people", list).unwrap_err();
    assert!(json!(imported).to_string().contains("letterBeforeDuty"), "{imported:?}");

    // The letter puts them on duty; everything else follows.
    desk.ok("filePaper", paper(&desk, "QT1", "letter", "2026-04-10"));
    let there = person(&mut desk, "QT1");
    assert_eq!(there["standing"], "probation");
    assert_eq!(there["stays"][0]["arrivedOn"], "2026-04-15", "the day announced, the letter being earlier");
    assert_eq!(
        there["probation"],
        json!({ "from": "2026-04-10", "to": "2026-05-09", "daysLeft": 20, "over": false })
    );
    assert_eq!(there["stays"][0]["missing"], json!(["agreement", "pledge", "manager"]));
    assert_eq!(heads(&mut desk, "2026-04"), [json!(["QT1"]), json!([])]);
    assert_eq!(desk.ok("announcedPeople", json!({})), json!([]));
    desk.ok("recordAssessments", json!({ "unit": "C01", "month": "2026-04", "rows": row }));
    assert_eq!(person(&mut desk, "QT1")["months"][0]["probation"], true);

    desk.ok("filePaper", paper(&desk, "QT1", "agreement", "2026-04-15"));
    desk.ok("filePaper", paper(&desk, "QT1", "pledge", "2026-04-15"));
    desk.ok("nameManager", json!({ "staffNo": "QT1", "name": "公冶长" }));
    let whole = person(&mut desk, "QT1");
    assert_eq!(whole["accessToCustomerDocuments"], true);
    assert_eq!(whole["stays"][0]["missing"], json!([]));
    assert_eq!(whole["stays"][0]["manager"], json!({ "account": null, "name": "公冶长" }));
    assert_eq!(desk.ok("missingPapers", json!({ "limit": 10 }))["found"], 0);

    // It survives a restart, and replays to the same.
    desk.restart("2026-05-10T02:00:00Z");
    let later = person(&mut desk, "QT1");
    assert_eq!(history(&later), ["2026-04-15 probation", "2026-05-10 uncertified"]);
    assert_eq!((&later["standing"], &later["probation"]["over"]), (&json!("uncertified"), &json!(true)));
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn what_is_wrong_with_a_paper_is_said_and_loses_nothing() {
    let mut desk = desk();
    desk.ok("announceArrival", announcement("QT1", "C01", "2026-04-15"));
    let letter = |desk: &Desk, signed_on: &str| paper(desk, "QT1", "letter", signed_on);
    let head = desk.head();
    for (more, code, named) in [
        (json!({ "staffNo": "QT9" }), "unknownEngineer", "QT9"),
        (json!({ "kind": "certificate" }), "badPaper", "certificate"),
        (json!({ "number": " " }), "paperNumberNeeded", ""),
        (json!({ "signedOn": "2026-04-21" }), "dateInFuture", "2026-04-21"),
        (json!({ "arrivedOn": "2026-04-09" }), "arrivedBeforeLetter", "2026-04-09"),
        (json!({ "signedOn": "2026-02-30" }), "badDate", "2026-02-30"),
        (json!({ "onBehalf": { "basis": "快文 1 号" } }), "basisNeeded", ""),
        (json!({ "onBehalf": { "party": "provider", "basis": " " } }), "basisNeeded", ""),
        (json!({ "scan": desk.path("nowhere.pdf") }), "fileNotFound", "nowhere.pdf"),
    ] {
        let error = desk.refused("filePaper", with(letter(&desk, "2026-04-10"), more));
        says(&error, code, &[named]);
    }
    assert_eq!(desk.head(), head);
    let behalf = json!({ "onBehalf": { "party": "provider", "person": "宰予", "basis": "快文〔2026〕3号" } });
    desk.ok("filePaper", with(letter(&desk, "2026-04-10"), behalf));
    let filed = person(&mut desk, "QT1")["stays"][0]["papers"][0].clone();
    assert_eq!(
        filed["onBehalf"],
        json!({ "party": "provider", "person": "宰予", "basis": "快文〔2026〕3号" })
    );

    // A second letter of one stay, and a second announcement while there.
    says(&desk.refused("filePaper", letter(&desk, "2026-04-11")), "paperFiled", &["QT1", "letter-1"]);
    says(
        &desk.refused("announceArrival", announcement("QT1", "C02", "2026-05-01")),
        "membershipOverlaps",
        &["QT1", "C01"],
    );

    // Corrected with a reason; without another scan the old one stays.
    let correct =
        with(letter(&desk, "2026-04-12"), json!({ "scan": null, "number": "letter-2", "reason": "" }));
    says(&desk.refused("correctPaper", correct.clone()), "reasonNeeded", &[]);
    desk.ok("correctPaper", with(correct.clone(), json!({ "reason": "文号抄错" })));
    let corrected = person(&mut desk, "QT1")["stays"][0]["papers"][0].clone();
    assert_eq!(corrected["scan"], filed["scan"]);
    assert_eq!(
        (&corrected["number"], &corrected["correction"], &corrected["onBehalf"]),
        (&json!("letter-2"), &json!("文号抄错"), &Value::Null)
    );
    let again = desk.ok("correctPaper", with(correct.clone(), json!({ "reason": "再来一次" })));
    assert_eq!(again["entries"], 0);
    let late = with(correct.clone(), json!({ "signedOn": "2026-04-16", "reason": "晚了" }));
    says(&desk.refused("correctPaper", late), "arrivedBeforeLetter", &["2026-04-15", "2026-04-16"]);
    says(
        &desk.refused("correctPaper", with(correct, json!({ "kind": "pledge", "reason": "r" }))),
        "paperNotFiled",
        &["QT1"],
    );

    // The copy comes back as it was filed, under the ending of its contents.
    let out = desk.path("copy");
    let scan = json!({ "staffNo": "QT1", "scan": filed["scan"], "out": out });
    let saved = desk.ok("saveScan", scan.clone());
    assert!(saved["path"].as_str().unwrap().ends_with("copy.pdf"));
    assert_eq!(std::fs::read_to_string(desk.path("copy.pdf")).unwrap(), "%PDF letter QT1 2026-04-10");
    says(&desk.refused("saveScan", with(scan, json!({ "scan": "0".repeat(64) }))), "unknownScan", &["QT1"]);
}

#[test]
fn an_announcement_is_changed_or_taken_back() {
    let mut desk = desk();
    desk.ok("announceArrival", announcement("QT1", "C01", "2026-05-04"));
    let moved = desk.ok("announceArrival", announcement("QT1", "C01", "2026-05-11"));
    assert_eq!(moved["entries"], 1);
    assert_eq!(desk.ok("announceArrival", announcement("QT1", "C01", "2026-05-11"))["entries"], 0);
    says(
        &desk.refused("announceArrival", announcement("QT1", "C02", "2026-05-11")),
        "announcedElsewhere",
        &["QT1", "C01"],
    );
    let nameless = with(announcement("QT2", "C01", "2026-05-04"), json!({ "name": " " }));
    says(&desk.refused("announceArrival", nameless), "nameLength", &["60"]);
    let unknown = announcement("QT2", "C99", "2026-05-04");
    says(&desk.refused("announceArrival", unknown), "unknownUnit", &["C99"]);

    let list = desk.ok("announcedPeople", json!({}));
    assert_eq!((&list[0]["expectedOn"], &list[0]["name"]), (&json!("2026-05-11"), &json!("端木赐")));
    says(&desk.refused("withdrawArrival", json!({ "staffNo": "QT1", "reason": " " })), "reasonNeeded", &[]);
    desk.ok("withdrawArrival", json!({ "staffNo": "QT1", "reason": "改派他人" }));
    says(
        &desk.refused("withdrawArrival", json!({ "staffNo": "QT1", "reason": "再撤" })),
        "notAnnounced",
        &["QT1"],
    );
    // Nobody who never came has left.
    let withdrawn = person(&mut desk, "QT1");
    assert_eq!(withdrawn["standing"], "withdrawn");
    assert_eq!(history(&withdrawn), ["2026-04-20 withdrawn"]);
    let letter = paper(&desk, "QT1", "letter", "2026-04-20");
    says(&desk.refused("filePaper", letter), "neverOnDuty", &["QT1"]);
    // Announced anew, for another unit.
    desk.ok("announceArrival", announcement("QT1", "C02", "2026-05-18"));
    assert_eq!(person(&mut desk, "QT1")["announced"]["unit"], "C02");
}

#[test]
fn who_came_in_from_a_list_is_on_duty_and_their_papers_are_missing() {
    let mut desk = desk();
    let list = "工号,姓名,单位代码,到岗日期,离岗日期\n\
        QT1,颜回,C01,2025-01-31,\nQT2,冉求,C02,2026-04-01,\nQT3,仲由,C02,2025-01-01,2025-12-31\n";
    desk.import("people", list).unwrap();
    let missing = desk.ok("missingPapers", json!({ "limit": 1 }));
    assert_eq!((&missing["found"], missing["lines"].as_array().unwrap().len()), (&json!(2), 1));
    assert_eq!(missing["lines"][0]["missing"], json!(["letter", "agreement", "pledge", "manager"]));
    assert_eq!(missing["units"].as_array().unwrap().len(), 2);
    let only = desk.ok("missingPapers", json!({ "limit": 10, "units": ["C02"] }));
    assert_eq!(only["lines"][0]["staffNo"], "QT2");
    let there = person(&mut desk, "QT1");
    assert_eq!(
        (&there["standing"], &there["accessToCustomerDocuments"]),
        (&json!("uncertified"), &json!(false))
    );
    assert_eq!(there["probation"]["to"], "2025-02-27", "from arrival, clipped at the month's end");

    // A letter made up for later puts nobody on probation again.
    desk.ok("filePaper", paper(&desk, "QT1", "letter", "2026-04-17"));
    let there = person(&mut desk, "QT1");
    assert_eq!(
        (&there["standing"], &there["probation"]["to"]),
        (&json!("uncertified"), &json!("2025-02-27"))
    );
    assert_eq!(there["stays"][0]["arrivedOn"], "2025-01-31");
    says(
        &desk.refused("withdrawArrival", json!({ "staffNo": "QT1", "reason": "r" })),
        "notAnnounced",
        &["QT1"],
    );
}

#[test]
fn the_list_says_how_everybody_stands_and_is_asked_for_some() {
    let mut desk = desk();
    let list = "工号,姓名,单位代码,到岗日期,离岗日期\n\
        QT1,颜回,C01,2025-01-31,\nQT2,冉求,C02,2026-04-01,\nQT3,仲由,C02,2025-01-01,2025-12-31\n\
        QT4,言偃,C01,2026-05-04,\n";
    desk.import("people", list).unwrap();
    for kind in ["letter", "agreement", "pledge"] {
        let filed = with(paper(&desk, "QT1", kind, "2025-01-31"), json!({ "arrivedOn": "2025-01-31" }));
        desk.ok("filePaper", filed);
    }
    desk.ok("nameManager", json!({ "staffNo": "QT1", "name": "宰予" }));
    let asked = |desk: &mut Desk, standings: Value| -> Vec<String> {
        let found = desk.ok("people", json!({ "limit": 9, "standings": standings }));
        let lines = found["lines"].as_array().unwrap();
        assert_eq!((&found["found"], &found["all"]), (&json!(lines.len()), &json!(4)));
        let line = |line: &Value| {
            let lacking = if line["lacking"] == true { " lacking" } else { "" };
            format!("{} {}{lacking}", line["staffNo"].as_str().unwrap(), line["standing"].as_str().unwrap())
        };
        lines.iter().map(line).collect()
    };
    let all = ["QT1 uncertified", "QT2 probation lacking", "QT3 left", "QT4 awaited"];
    assert_eq!(asked(&mut desk, Value::Null), all);
    assert_eq!(asked(&mut desk, json!([])), all);
    assert_eq!(asked(&mut desk, json!(["probation"])), [all[1]]);
    assert_eq!(asked(&mut desk, json!(["lacking", "left"])), [all[1], all[2]]);
    assert_eq!(asked(&mut desk, json!(["uncertified"])), [all[0]]);
    assert_eq!(asked(&mut desk, json!(["certified", "returned"])), <[&str; 0]>::default());
}

#[test]
fn a_manager_is_chosen_among_the_accounts_of_the_unit() {
    let mut desk = desk();
    desk.import("people", "工号,姓名,单位代码,到岗日期\nQT1,颜回,C01,2025-01-31\n").unwrap();
    for (account, unit) in [("here", "C01"), ("there", "C02"), ("closed", "C01")] {
        let open = json!({
            "account": account, "name": "冯唐", "role": "unitManager", "unit": unit, "post": null, "password": PASSWORD,
        });
        desk.ok("openAccount", open);
    }
    desk.ok("closeAccount", json!({ "account": "closed" }));
    let found = desk.ok("possibleManagers", json!({ "unit": "C01" }));
    let accounts: Vec<_> = found.as_array().unwrap().iter().map(|one| one["account"].clone()).collect();
    assert_eq!(accounts, ["here"]);
    desk.ok("nameManager", json!({ "staffNo": "QT1", "account": "here" }));
    assert_eq!(person(&mut desk, "QT1")["stays"][0]["manager"], json!({ "account": "here", "name": "冯唐" }));
    let closed = json!({ "staffNo": "QT1", "account": "closed" });
    says(&desk.refused("nameManager", closed), "unknownAccount", &["closed"]);
}

#[test]
fn work_is_noted_on_days_on_duty_and_struck_with_a_reason() {
    let mut desk = desk();
    desk.import("people", "工号,姓名,单位代码,到岗日期\nQT1,颜回,C01,2026-04-01\n").unwrap();
    let note = |on: &str, text: &str| json!({ "staffNo": "QT1", "on": on, "text": text });
    desk.ok("noteWork", note("2026-04-02", "随客户经理走访两家企业"));
    desk.ok("noteWork", note("2026-04-08", "方案初稿晚交一天"));
    for (request, code, named) in [
        (note("2026-03-31", "未到岗"), "notThereOn", "2026-03-31"),
        (note("2026-04-21", "明天"), "dateInFuture", "2026-04-21"),
        (note("2026-04-09", " "), "textNeeded", ""),
        (note("2026-04-09", &"长".repeat(2001)), "textLong", "2000"),
    ] {
        says(&desk.refused("noteWork", request), code, &[named]);
    }
    let strike = |number: u32, reason: &str| json!({ "staffNo": "QT1", "number": number, "reason": reason });
    says(&desk.refused("strikeWorkNote", strike(3, "r")), "unknownWorkNote", &["3"]);
    says(&desk.refused("strikeWorkNote", strike(2, "")), "reasonNeeded", &[]);
    desk.ok("strikeWorkNote", strike(2, "记错人"));
    assert_eq!(desk.ok("strikeWorkNote", strike(2, "再次"))["entries"], 0);
    let notes = person(&mut desk, "QT1")["notes"].clone();
    assert_eq!((&notes[0]["number"], &notes[0]["struck"]), (&json!(2), &json!("记错人")));
    assert_eq!((&notes[1]["text"], &notes[1]["struck"]), (&json!("随客户经理走访两家企业"), &Value::Null));
}

#[test]
fn somebody_moves_leaves_and_comes_back() {
    let mut desk = desk();
    let list = "工号,姓名,单位代码,到岗日期\nQT1,颜回,C01,2025-03-01\nQT2,冉求,C01,2025-03-01\n";
    desk.import("people", list).unwrap();
    desk.import("assessments", "月份,单位代码,工号,得分\n2026-02,C01,QT1,88\n").unwrap();
    let transfer = json!({
        "staffNo": "QT1", "to": "C02", "firstDay": "2026-04-01", "reason": "业务需要", "receiver": "QT2",
        "entries": [{ "kind": "customer", "what": "某医院专线", "note": "联系人宓不齐" }],
    });
    for (more, code, named) in [
        (json!({ "to": "C01" }), "sameUnit", "C01"),
        (json!({ "to": "C99" }), "unknownUnit", "C99"),
        (json!({ "firstDay": "2026-02-01" }), "scoredOutsideMembership", "2026-02"),
        (json!({ "firstDay": "2025-03-01" }), "datesReversed", "2025-02-28"),
        (json!({ "reason": "" }), "reasonNeeded", ""),
        (json!({ "entries": [] }), "handoverEmpty", "500"),
        (json!({ "nothing": "无" }), "handoverEmpty", "500"),
        (json!({ "entries": [{ "kind": "other", "what": " " }] }), "textNeeded", ""),
        (json!({ "receiver": null }), "handoverReceiverNeeded", ""),
        (json!({ "receiver": "QT1" }), "receiverLeaves", "QT1"),
        (json!({ "receiver": "QT404" }), "unknownEngineer", "QT404"),
    ] {
        says(&desk.refused("transferPerson", with(transfer.clone(), more)), code, &[named]);
    }
    desk.ok("transferPerson", transfer);
    assert_eq!(heads(&mut desk, "2026-03"), [json!(["QT1", "QT2"]), json!([])]);
    assert_eq!(heads(&mut desk, "2026-04"), [json!(["QT2"]), json!(["QT1"])]);
    let moved = person(&mut desk, "QT1");
    assert_eq!(moved["stays"][0]["missing"].as_array().unwrap().len(), 4, "the new unit has its own papers");
    assert_eq!(moved["stays"][0]["probation"], Value::Null, "no new probation without a new letter");
    let left = &moved["stays"][1]["leaving"];
    assert_eq!((&left["lastDay"], &left["movedTo"]), (&json!("2026-03-31"), &json!("C02")));
    assert_eq!((&left["receiverName"], &left["entries"][0]["what"]), (&json!("冉求"), &json!("某医院专线")));

    // Leaves for good, with nothing to hand over; the access ends that day.
    let leaving =
        json!({ "staffNo": "QT1", "lastDay": "2026-04-18", "reason": "个人原因", "nothing": "到岗未满一月" });
    says(
        &desk.refused("recordLeaving", with(leaving.clone(), json!({ "lastDay": "2026-03-31" }))),
        "datesReversed",
        &["2026-04-01"],
    );
    desk.ok("recordLeaving", leaving.clone());
    says(&desk.refused("recordLeaving", leaving), "leftAlready", &["QT1", "2026-04-18"]);
    let gone = person(&mut desk, "QT1");
    assert_eq!((&gone["standing"], &gone["accessEnds"]), (&json!("left"), &json!("2026-04-18")));
    assert_eq!(heads(&mut desk, "2026-05"), [json!(["QT2"]), json!([])]);

    // A return is an arrival: announced, and with a letter, which begins a probation.
    desk.ok("announceArrival", json!({ "staffNo": "QT1", "unit": "C01", "expectedOn": "2026-04-20" }));
    assert_eq!(person(&mut desk, "QT1")["standing"], "awaited");
    desk.ok("filePaper", paper(&desk, "QT1", "letter", "2026-04-20"));
    let back = person(&mut desk, "QT1");
    assert_eq!((&back["standing"], &back["name"]), (&json!("probation"), &json!("颜回")));
    assert_eq!(back["probation"]["to"], "2026-05-19");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_branch_records_its_own_people_alone() {
    let mut desk = desk();
    let list = "工号,姓名,单位代码,到岗日期,离岗日期\nQT1,颜回,C01,2025-03-01,2026-03-31\nQT1,颜回,C02,2026-04-01,\nQT2,冉求,C02,2025-03-01,\n";
    desk.import("people", list).unwrap();
    for (account, role, unit) in
        [("manager", "unitManager", json!("C01")), ("auditor", "auditor", Value::Null)]
    {
        let open = json!({
            "account": account, "role": role, "unit": unit, "name": "罗海燕", "post": null, "password": PASSWORD,
        });
        desk.ok("openAccount", open);
    }
    desk.ok("signIn", json!({ "account": "manager", "password": PASSWORD }));
    desk.ok("announceArrival", announcement("QT3", "C01", "2026-05-04"));
    let elsewhere = announcement("QT4", "C02", "2026-05-04");
    assert_eq!(desk.refused("announceArrival", elsewhere).code, "noRightForUnit");
    let pledge = paper(&desk, "QT2", "pledge", "2026-04-01");
    assert_eq!(desk.refused("filePaper", pledge).code, "noRightForUnit");
    says(&desk.refused("person", json!({ "staffNo": "QT2" })), "unknownEngineer", &["QT2"]);
    let moved = person(&mut desk, "QT1");
    assert_eq!(moved["stays"].as_array().unwrap().len(), 1, "the own unit's stay alone");
    assert_eq!(moved["canRecord"], false);
    assert!(!desk.ok("headCount", json!({ "month": "2026-03" })).to_string().contains("C02"));

    desk.ok("signIn", json!({ "account": "auditor", "password": PASSWORD }));
    assert_eq!(person(&mut desk, "QT3")["canRecord"], false);
    let refused = desk.refused("announceArrival", announcement("QT4", "C01", "2026-05-04"));
    assert_eq!(refused.code, "noRight");
}
