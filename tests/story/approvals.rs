//! A document goes its way through those who must agree: in order, together, one of several; back, further, in somebody's place, for
//! somebody else; taken back, ended by a new version; what is refused; what is left of it after a restart.

use super::tickets::{desk, register, sign_in};
use crate::words::says;
use app::clock::Clock;
use app::{App, Options};
use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};

const DOCUMENT: &str = "C01-TB202610001";

/// A bid's file of the first unit, those who are asked about it, and its writer signed in.
fn written() -> Desk {
    let mut desk = desk();
    sign_in(&mut desk, "admin");
    for (account, role, unit, post) in [
        ("presales", "clerk", None, Some("售前经理")),
        ("boss", "clerk", None, Some("分管领导")),
        ("deputy", "clerk", None, None),
        ("far", "unitLeader", Some("C02"), None),
        ("reader", "auditor", None, None),
    ] {
        let open = json!({
            "account": account, "name": format!("{account}的姓名"), "role": role, "unit": unit, "post": post, "password": PASSWORD,
        });
        desk.ok("openAccount", open);
    }
    sign_in(&mut desk, "manager");
    let fields = json!({ "tenderDeadline": "2026-11-14", "tenderNo": "SCZC-2026-118" });
    let ticket = register(&mut desk, "bid", fields);
    let path = desk.file("投标文件.docx", "标书一");
    desk.ok("fileDocuments", json!({ "about": format!("ticket/{ticket}"), "files": [{ "path": path }] }));
    desk
}

fn seat(account: &str) -> Value {
    json!({ "account": account })
}

fn stage(name: &str, kind: &str, mode: &str, accounts: &[&str]) -> Value {
    let seats: Vec<Value> =
        accounts.iter().map(|one| json!({ "post": format!("{one}职务"), "account": one })).collect();
    json!({ "name": name, "kind": kind, "mode": mode, "seats": seats })
}

/// 初审, 审核, 终审, 发布, each by one person.
fn usual() -> Value {
    let seats: Vec<Value> = ["leader", "presales", "boss", "manager"].map(seat).to_vec();
    json!({ "document": DOCUMENT, "route": "usual", "seats": seats, "note": "请尽快" })
}

fn approval(desk: &mut Desk) -> Value {
    desk.ok("approval", json!({ "document": DOCUMENT }))
}

fn state(desk: &mut Desk) -> (String, Vec<String>) {
    let view = approval(desk);
    let seats =
        view["stages"].as_array().unwrap().iter().flat_map(|stage| stage["seats"].as_array().unwrap());
    let waiting =
        seats.filter(|seat| seat["state"] == "waiting").map(|seat| seat["name"].as_str().unwrap().to_owned());
    let waiting = waiting.collect();
    (view["state"].as_str().unwrap().to_owned(), waiting)
}

fn waits_for(desk: &mut Desk) -> Vec<String> {
    state(desk).1
}

fn of_document(desk: &mut Desk) -> Value {
    desk.ok("document", json!({ "document": DOCUMENT }))["line"]["approval"].clone()
}

fn agree(desk: &mut Desk, account: &str) {
    sign_in(desk, account);
    desk.ok("giveOpinion", json!({ "document": DOCUMENT, "agrees": true, "text": "同意" }));
}

fn back(to: Option<u32>, text: &str) -> Value {
    json!({ "document": DOCUMENT, "agrees": false, "to": to, "text": text })
}

fn tasks(desk: &mut Desk) -> Vec<String> {
    let due = desk.ok("workbench", json!({}));
    let tasks = due.as_array().unwrap().iter().map(|one| one["task"].as_str().unwrap().to_owned());
    tasks.filter(|task| task.starts_with("approvals")).collect()
}

fn counted(desk: &mut Desk, asked: Value) -> (usize, u64, u64) {
    let view = desk.ok("approvals", asked);
    let count = |key: &str| view["counts"][key].as_u64().unwrap();
    (view["lines"].as_array().unwrap().len(), count("mine"), count("submitted"))
}

#[test]
fn a_document_is_published_by_its_whole_chain() {
    let mut desk = written();
    let form = desk.ok("approvalForm", json!({ "document": DOCUMENT }));
    assert_eq!(form["proposed"], "meeting", "a bid goes before a meeting (DOC-20)");
    let usual_seats = &form["routes"][0]["stages"];
    assert_eq!(usual_seats[1]["seats"][0]["account"], "presales", "a post that one person alone holds");
    assert_eq!(usual_seats[3]["seats"][0]["account"], "manager");
    let names: Vec<&str> =
        form["candidates"].as_array().unwrap().iter().map(|one| one["account"].as_str().unwrap()).collect();
    assert!(
        !names.contains(&"far") && !names.contains(&"reader"),
        "who may not read, or only reads: {names:?}"
    );

    assert_eq!(of_document(&mut desk), Value::Null);
    desk.ok("submitForApproval", usual());
    assert_eq!(of_document(&mut desk), "running");
    for (name, next) in [("leader", "presales"), ("presales", "boss"), ("boss", "manager"), ("manager", "")] {
        assert_eq!(of_document(&mut desk), "running", "not published before {name}");
        sign_in(&mut desk, name);
        assert_eq!(tasks(&mut desk), ["approvalsWaiting"], "{name}");
        assert_eq!(counted(&mut desk, json!({ "whose": "mine" })).1, 1, "{name}");
        agree(&mut desk, name);
        assert_eq!(
            (tasks(&mut desk), counted(&mut desk, json!({ "whose": "mine" })).1),
            (vec![], 0),
            "{name}"
        );
        let expected: Vec<String> = match next {
            "" => vec![],
            "presales" | "boss" => vec![format!("{next}的姓名")],
            name => vec![name.to_owned()],
        };
        assert_eq!(waits_for(&mut desk), expected);
    }
    assert_eq!(of_document(&mut desk), "published");
    let view = approval(&mut desk);
    let file = desk.ok("document", json!({ "document": DOCUMENT }))["line"]["file"].clone();
    assert_eq!(
        (&view["state"], &view["file"], &view["note"]),
        (&json!("published"), &file, &json!("请尽快"))
    );
    let acts = view["acts"].as_array().unwrap();
    let kinds: Vec<&str> = acts.iter().map(|act| act["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["submitted", "agreed", "agreed", "agreed", "published"]);
    assert!(acts.iter().all(|act| act["file"] == file), "each word is about that version's hash");
    assert_eq!((&acts[2]["by"], &acts[2]["post"]), (&json!("presales的姓名"), &json!("售前经理")));
    let again = desk.refused("submitForApproval", usual());
    says(&again, "versionPublished", &[DOCUMENT, "1"]);
    for (filter, found) in [("published", 1), ("running", 0), ("none", 0), ("returned", 0)] {
        let list = desk.ok("documents", json!({ "approval": filter }));
        assert_eq!(list["total"], found, "{filter}");
    }
    // A new version is no more the one that was published, and may be submitted the same way.
    let path = desk.file("二.docx", "标书二");
    desk.ok("addDocumentVersion", json!({ "document": DOCUMENT, "path": path, "change": "改了报价" }));
    assert_eq!(of_document(&mut desk), "outdated");
    let form = desk.ok("approvalForm", json!({ "document": DOCUMENT }));
    assert_eq!((&form["proposed"], &form["routes"][0]["code"]), (&json!("last"), &json!("last")));
    desk.ok("submitForApproval", usual());
    desk.restart("2026-10-13T02:00:00Z");
    sign_in(&mut desk, "leader");
    assert_eq!(
        (of_document(&mut desk), tasks(&mut desk)),
        (json!("running"), vec!["approvalsWaiting".to_owned()])
    );
    let first = desk.ok("approval", json!({ "document": DOCUMENT, "number": 1 }));
    assert_eq!((&first["state"], &first["version"]), (&json!("published"), &json!(1)), "the first one stays");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn together_and_one_of_several() {
    let mut desk = written();
    let stages = json!([
        stage("会签", "review", "all", &["leader", "presales"]),
        stage("终审", "final", "oneOf", &["boss", "deputy"]),
    ]);
    desk.ok("submitForApproval", json!({ "document": DOCUMENT, "stages": stages }));
    assert_eq!(waits_for(&mut desk), ["leader", "presales的姓名"]);
    agree(&mut desk, "presales");
    assert_eq!(waits_for(&mut desk), ["leader"]);
    let twice = desk.refused("giveOpinion", json!({ "document": DOCUMENT, "seat": 2, "agrees": true }));
    says(&twice, "seatNotWaiting", &["presales职务"]);
    agree(&mut desk, "leader");
    agree(&mut desk, "deputy");
    assert_eq!(of_document(&mut desk), "published", "one of several is enough");
    sign_in(&mut desk, "boss");
    assert_eq!(tasks(&mut desk), Vec::<String>::new());
    let late = desk.refused("giveOpinion", json!({ "document": DOCUMENT, "agrees": true }));
    says(&late, "approvalEnded", &[DOCUMENT]);
}

#[test]
fn it_goes_back_to_the_middle_and_to_the_writer_and_nobody_is_stuck() {
    let mut desk = written();
    desk.ok("submitForApproval", usual());
    agree(&mut desk, "leader");
    agree(&mut desk, "presales");
    sign_in(&mut desk, "boss");
    says(&desk.refused("giveOpinion", back(Some(2), " ")), "reasonNeeded", &[]);
    says(&desk.refused("giveOpinion", back(Some(3), "报价不对")), "noEarlierStage", &["3"]);
    desk.ok("giveOpinion", back(Some(2), "报价不对"));
    assert_eq!(state(&mut desk), ("running".to_owned(), vec!["presales的姓名".to_owned()]));
    agree(&mut desk, "presales");
    sign_in(&mut desk, "boss");
    desk.ok("giveOpinion", back(None, "还是不对"));
    assert_eq!(of_document(&mut desk), "returned");
    for name in ["leader", "presales", "boss"] {
        sign_in(&mut desk, name);
        assert_eq!(tasks(&mut desk), Vec::<String>::new(), "{name} waits for nothing");
    }
    sign_in(&mut desk, "manager");
    assert_eq!(tasks(&mut desk), ["approvalsReturned"], "the writer sees that it came back");
    assert_eq!(counted(&mut desk, json!({ "whose": "submitted" })), (1, 0, 1));
    let acts = approval(&mut desk)["acts"].clone();
    let last = acts.as_array().unwrap().last().unwrap().clone();
    assert_eq!((&last["kind"], &last["text"]), (&json!("sentBack"), &json!("还是不对")));
    let path = desk.file("二.docx", "标书二");
    desk.ok("addDocumentVersion", json!({ "document": DOCUMENT, "path": path, "change": "改了报价" }));
    assert_eq!(tasks(&mut desk), Vec::<String>::new());
    desk.ok("submitForApproval", usual());
    for name in ["leader", "presales", "boss", "manager"] {
        agree(&mut desk, name);
    }
    assert_eq!(of_document(&mut desk), "published");
}

#[test]
fn one_more_is_asked_and_another_stands_in() {
    let mut desk = written();
    desk.ok("submitForApproval", usual());
    let stand_in = |account: &str, from: &str, to: &str| json!({ "document": DOCUMENT, "seat": 1, "account": account, "from": from, "to": to, "text": "出差" });
    sign_in(&mut desk, "presales");
    let not_theirs = desk.refused("nameStandIn", stand_in("deputy", "2026-10-12", "2026-10-13"));
    says(&not_theirs, "notYourSeat", &["部门负责人"]);
    sign_in(&mut desk, "manager");
    let own = desk.refused("nameStandIn", stand_in("manager", "2026-10-12", "2026-10-13"));
    says(&own, "seatNotSecond", &["manager", "部门负责人初审"]);
    says(
        &desk.refused("nameStandIn", stand_in("far", "2026-10-12", "2026-10-13")),
        "seatCannotRead",
        &["far"],
    );
    says(&desk.refused("nameStandIn", stand_in("deputy", "2026-10-01", "2026-10-11")), "datesReversed", &[]);
    desk.ok("nameStandIn", stand_in("deputy", "2026-10-12", "2026-10-13"));
    sign_in(&mut desk, "deputy");
    assert_eq!(tasks(&mut desk), ["approvalsWaiting"]);
    let ask =
        json!({ "document": DOCUMENT, "asked": { "post": "专家", "person": "李教授" }, "text": "请专家看" });
    desk.ok("askFurtherOpinion", ask);
    let nobody = json!({ "document": DOCUMENT, "asked": { "post": "专家" } });
    says(&desk.refused("askFurtherOpinion", nobody), "seatNameNeeded", &["专家"]);
    agree(&mut desk, "deputy");
    let given = approval(&mut desk)["acts"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&given["standingIn"], &given["by"]), (&json!(true), &json!("deputy的姓名")));
    assert_eq!(waits_for(&mut desk), ["李教授"], "the stage waits for the further opinion");

    // The professor has no account: what they said is recorded for them, with what shows it.
    sign_in(&mut desk, "presales");
    let record = |evidence: Option<&str>, person: &str| json!({ "document": DOCUMENT, "seat": 5, "agrees": true, "text": "可行", "on": "2026-10-11", "behalf": { "person": person, "basis": "邮件", "evidence": evidence } });
    says(&desk.refused("recordOpinion", record(None, "")), "scanNeeded", &[]);
    let scan = desk.file("邮件.pdf", "%PDF 邮件");
    sign_in(&mut desk, "manager");
    says(&desk.refused("recordOpinion", record(Some(&scan), "")), "secondPersonNeeded", &[]);
    sign_in(&mut desk, "presales");
    desk.ok("recordOpinion", record(Some(&scan), ""));
    let given = approval(&mut desk)["acts"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&given["recorded"], &given["person"]), (&json!(true), &json!("李教授")));
    assert_eq!((&given["basis"], &given["on"]), (&json!("邮件"), &json!("2026-10-11")));
    let file = given["evidence"].as_str().unwrap().to_owned();
    let shown = desk.ok("lookAtOpinionFile", json!({ "document": DOCUMENT, "file": file }));
    assert_eq!(shown["kind"], "pdf");
    let out = desk.path("依据");
    desk.ok("saveOpinionFile", json!({ "document": DOCUMENT, "file": file, "out": out }));
    assert_eq!(std::fs::read(format!("{out}.pdf")).unwrap(), "%PDF 邮件".as_bytes());
    let none = json!({ "document": DOCUMENT, "file": "0".repeat(64) });
    says(&desk.refused("lookAtOpinionFile", none), "unknownOpinionFile", &[DOCUMENT]);
    assert_eq!(waits_for(&mut desk), ["presales的姓名"]);
}

#[test]
fn a_meeting_brings_minutes() {
    let mut desk = written();
    let seats = ["leader", "presales", "boss", "manager"].map(seat);
    desk.ok("submitForApproval", json!({ "document": DOCUMENT, "seats": seats }));
    agree(&mut desk, "leader");
    agree(&mut desk, "presales");
    sign_in(&mut desk, "boss");
    let bare = desk.refused("giveOpinion", json!({ "document": DOCUMENT, "agrees": true }));
    says(&bare, "minutesNeeded", &["跨部门会议终审"]);
    let minutes = desk.file("纪要.txt", "会议通过");
    desk.ok("giveOpinion", json!({ "document": DOCUMENT, "agrees": true, "file": minutes }));
    assert_eq!(waits_for(&mut desk), ["manager"]);
}

#[test]
fn what_is_taken_back_and_what_passes() {
    let mut desk = written();
    desk.ok("submitForApproval", usual());
    says(&desk.refused("submitForApproval", usual()), "approvalRunning", &[DOCUMENT, "1"]);
    let remind = json!({ "document": DOCUMENT, "text": "明天开标" });
    assert_eq!(desk.ok("remindApproval", remind.clone())["entries"], 1);
    assert_eq!(desk.ok("remindApproval", remind)["entries"], 0, "once a day");
    sign_in(&mut desk, "leader");
    assert_eq!(tasks(&mut desk), ["approvalsReminded"]);
    let withdraw = |reason: &str| json!({ "document": DOCUMENT, "reason": reason });
    says(&desk.refused("withdrawApproval", withdraw("不用了")), "notSubmitter", &["manager"]);
    sign_in(&mut desk, "manager");
    says(&desk.refused("withdrawApproval", withdraw("")), "reasonNeeded", &[]);
    desk.ok("withdrawApproval", withdraw("写错了"));
    assert_eq!(of_document(&mut desk), "withdrawn");
    says(&desk.refused("giveOpinion", back(None, "晚了")), "approvalEnded", &[DOCUMENT]);

    // A new version ends what runs about the one before, and so does voiding.
    desk.ok("submitForApproval", usual());
    let path = desk.file("二.docx", "标书二");
    desk.ok("addDocumentVersion", json!({ "document": DOCUMENT, "path": path, "change": "改了报价" }));
    assert_eq!((of_document(&mut desk), state(&mut desk).0), (json!("outdated"), "lapsed".to_owned()));
    let old = json!({ "document": DOCUMENT, "version": 1, "route": "short", "seats": [seat("boss")] });
    says(&desk.refused("submitForApproval", old), "versionPassed", &[DOCUMENT, "1", "2"]);
    desk.ok("submitForApproval", usual());
    sign_in(&mut desk, "leader");
    assert_eq!(tasks(&mut desk), ["approvalsWaiting"], "reminded of another one");
    sign_in(&mut desk, "manager");
    desk.ok("voidDocument", json!({ "document": DOCUMENT, "reason": "项目取消" }));
    assert_eq!(state(&mut desk), ("lapsed".to_owned(), vec![]));
    desk.restart("2026-10-13T02:00:00Z");
    sign_in(&mut desk, "leader");
    assert_eq!((tasks(&mut desk), state(&mut desk).0), (vec![], "lapsed".to_owned()));
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn bad_ways_are_refused_in_words() {
    let mut desk = written();
    let submit = |stages: Value| json!({ "document": DOCUMENT, "stages": stages });
    let one = |name: &str| submit(json!([stage("终审", "final", "all", &[name])]));
    for (asked, code, named) in [
        (submit(json!([stage("初审", "review", "all", &["boss"])])), "routeEnd", &[][..]),
        (submit(json!([stage("终审", "final", "all", &[])])), "stageSeats", &["终审", "20"]),
        (submit(json!([stage("终审", "final", "all", &["boss", "boss"])])), "seatTwice", &["boss", "终审"]),
        (submit(json!([stage("终审", "whatever", "all", &["boss"])])), "notInList", &["whatever"]),
        (one("manager"), "seatNotSecond", &["manager"]),
        (one("admin"), "seatNotSecond", &["admin"]),
        (one("far"), "seatCannotRead", &["far"]),
        (one("reader"), "seatCannotRead", &["reader"]),
        (one("nobody"), "unknownAccount", &["nobody"]),
        (json!({ "document": DOCUMENT, "route": "short" }), "seatNameNeeded", &["售前经理"]),
        (json!({ "document": DOCUMENT, "route": "无" }), "notInList", &["无"]),
        (json!({ "document": "C01-TB202610999" }), "unknownDocument", &["C01-TB202610999"]),
    ] {
        says(&desk.refused("submitForApproval", asked), code, named);
    }
    says(&desk.refused("approval", json!({ "document": DOCUMENT })), "unknownApproval", &[DOCUMENT]);
    says(&desk.refused("giveOpinion", back(None, "x")), "unknownApproval", &[DOCUMENT]);
    assert_eq!(of_document(&mut desk), Value::Null, "nothing was begun");
    // What is for workers alone is shown to no one else, not even that it waits.
    desk.ok("submitForApproval", one("boss"));
    sign_in(&mut desk, "reader");
    let list = desk.ok("approvals", json!({}));
    assert_eq!(list["total"], 1, "an auditor reads");
    sign_in(&mut desk, "far");
    let list = desk.ok("approvals", json!({}));
    assert_eq!((&list["total"], &list["counts"]["running"]), (&json!(0), &json!(0)));
    assert_eq!(desk.refused("giveOpinion", back(None, "x")).code, "noRightForUnit");
}

#[test]
fn a_successor_takes_the_seats_over() {
    let mut desk = written();
    desk.ok("submitForApproval", usual());
    agree(&mut desk, "leader");
    sign_in(&mut desk, "presales");
    desk.ok("offerHandover", json!({ "account": null, "to": "deputy", "note": null }));
    sign_in(&mut desk, "deputy");
    assert_eq!(tasks(&mut desk), Vec::<String>::new());
    desk.ok("takeHandover", json!({ "account": "presales" }));
    assert_eq!(tasks(&mut desk), ["approvalsWaiting"], "the seat of who left is theirs");
    agree(&mut desk, "deputy");
    assert_eq!(waits_for(&mut desk), ["boss的姓名"]);
}

#[test]
fn two_persons_opine_at_once() {
    let mut desk = written();
    let stages = json!([stage("终审", "final", "oneOf", &["boss", "deputy"])]);
    desk.ok("submitForApproval", json!({ "document": DOCUMENT, "stages": stages }));
    let dir = desk.app.dir().to_owned();
    let results: Vec<Result<Value, app::AppError>> = std::thread::scope(|scope| {
        let give = |account: &'static str| {
            let dir = Some(dir.clone());
            move || {
                let clock = Clock::Fixed("2026-10-12T03:00:00Z".parse().unwrap());
                let mut app = App::new(Options { dir, fonts: None, clock });
                app.call("openLedger", json!({ "dir": null })).unwrap();
                app.call("signIn", json!({ "account": account, "password": PASSWORD })).unwrap();
                app.call("giveOpinion", json!({ "document": DOCUMENT, "agrees": true }))
            }
        };
        let running = [scope.spawn(give("boss")), scope.spawn(give("deputy"))];
        running.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let refused: Vec<&str> =
        results.iter().filter_map(|one| one.as_ref().err()).map(|error| error.code.as_str()).collect();
    assert_eq!(refused, ["approvalEnded"], "one of several: the other one is told");
    assert_eq!(of_document(&mut desk), "published");
    let acts = approval(&mut desk)["acts"].clone();
    assert_eq!(acts.as_array().unwrap().len(), 2);
}
