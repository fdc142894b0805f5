//! Certification (§6.4): due after the probation, judged gate by gate from the ledger, decided by reviewers, held as a level.

use crate::words::says;
use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};

/// QT1 of C01 since 2024-09 with grades A, B, C in the three quarters before 2026-10; QT2 of C02 on probation; QT3 new.
fn desk(two_person: bool) -> Desk {
    let mut desk = Desk::province("2026-10-08T02:00:00Z", 2, two_person);
    let people = "工号,姓名,单位代码,到岗日期,离岗日期\n\
        QT1,张伟,C01,2024-09-01,\nQT2,李娜,C02,2026-09-20,\nQT3,王芳,C02,2026-03-02,\nQT4,安静,C01,2024-09-01,2026-05-31\n";
    desk.import("people", people).unwrap();
    let mut scores = String::from("月份,单位代码,工号,得分\n");
    for (months, score) in [(1..=3, "92"), (4..=6, "85"), (7..=9, "75")] {
        for month in months {
            scores.push_str(&format!("2026-{month:02},C01,QT1,{score}\n"));
        }
    }
    desk.import("assessments", &scores).unwrap();
    desk
}

fn accounts(desk: &mut Desk) {
    for (account, role, unit) in [
        ("clerk", "clerk", None),
        ("leader", "unitLeader", Some("ZQ")),
        ("branch", "unitManager", Some("C01")),
    ] {
        let open = json!({
            "account": account, "name": format!("{account}姓名"), "role": role, "unit": unit, "post": null,
            "password": PASSWORD,
        });
        desk.ok("openAccount", open);
    }
}

fn sign_in(desk: &mut Desk, account: &str) {
    desk.ok("signIn", json!({ "account": account, "password": PASSWORD }));
}

fn of(desk: &mut Desk, staff_no: &str) -> Value {
    desk.ok("certification", json!({ "staffNo": staff_no }))
}

fn verdicts(view: &Value) -> Vec<&str> {
    view["gates"].as_array().unwrap().iter().map(|gate| gate["verdict"].as_str().unwrap()).collect()
}

/// What the workbench asks for about certification: the task, the unit, whom it is about, and the last day for it.
fn asked(desk: &mut Desk) -> Vec<[String; 4]> {
    let list = desk.ok("workbench", json!({}));
    let cases = list.as_array().unwrap().iter().filter(|due| due["task"].as_str().unwrap().ends_with("Case"));
    let text = |due: &Value, field: &str| due[field].as_str().unwrap_or_default().to_owned();
    cases.map(|due| ["task", "unit", "staffNo", "by"].map(|field| text(due, field))).collect()
}

fn states(desk: &mut Desk) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let view = desk.ok("certifications", json!({}));
    view["lines"].as_array().unwrap().iter().map(|l| (text(&l["staffNo"]), text(&l["state"]))).collect()
}

/// Everything that level 1 asks for in counted behaviour.
fn show_behaviour(desk: &mut Desk, staff_no: &str) {
    let view = of(desk, staff_no);
    for counter in view["gates"][4]["counters"].as_array().unwrap() {
        let cell = &counter["requirement"];
        let request = json!({
            "staffNo": staff_no, "of": "behaviour", "requirement": cell["code"], "count": cell["minimum"],
            "objectGrade": cell["objectGrade"], "day": "2026-08-20", "text": "宣讲记录见现场签到表，客户联系人罗海燕",
        });
        desk.ok("recordEvidence", request);
    }
}

#[test]
fn from_probation_to_a_certified_level() {
    let mut desk = desk(true);
    accounts(&mut desk);
    let due = |state: &str| state.to_owned();
    assert_eq!(
        states(&mut desk),
        [
            ("QT1".to_owned(), due("due")),
            ("QT2".to_owned(), due("probation")),
            ("QT3".to_owned(), due("due"))
        ]
    );

    sign_in(&mut desk, "branch");
    assert_eq!(asked(&mut desk), [[""; 4]; 0], "certification is the province's");
    sign_in(&mut desk, "clerk");
    let open = |unit: &str, no: &str, by: &str| ["openCase", unit, no, by].map(str::to_owned);
    let third = open("C02", "QT3", "2026-04-08");
    assert_eq!(asked(&mut desk), [open("C01", "QT1", "2024-10-07"), third.clone()]);
    desk.ok("openCase", json!({ "staffNo": "QT1", "level": 1 }));
    let prove = ["proveCase", "C01", "QT1", "2026-10-22"].map(str::to_owned);
    assert_eq!(asked(&mut desk), [third.clone(), prove]);
    let view = of(&mut desk, "QT1");
    assert_eq!(verdicts(&view), ["met", "met", "met", "needsProof", "needsProof"]);
    assert_eq!(view["gates"][0]["experience"], json!({ "required": 12, "proven": 25, "claimed": null }));
    let quarters = view["gates"][2]["quarters"]["quarters"].as_array().unwrap();
    let grades: Vec<_> = quarters.iter().map(|q| (&q["quarter"], &q["mean"], &q["grade"])).collect();
    assert_eq!(
        grades,
        [
            (&json!("2026Q3"), &json!("75.00"), &json!("C")),
            (&json!("2026Q2"), &json!("85.00"), &json!("B")),
            (&json!("2026Q1"), &json!("92.00"), &json!("A")),
        ]
    );

    let exam = |no: &str, general: &str| json!({ "staffNo": no, "sitting": "2026-09-20", "general": general, "professional": "81" });
    desk.ok("recordExam", exam("QT1", "80"));
    desk.ok("recordExam", exam("QT3", "90"));
    show_behaviour(&mut desk, "QT1");
    let view = of(&mut desk, "QT1");
    assert_eq!(verdicts(&view), ["met"; 5]);
    let taken = &view["gates"][3]["knowledge"]["exam"];
    assert_eq!(
        (&taken["combined"], &taken["rank"], &taken["examined"]),
        (&json!("80.50"), &json!(2), &json!(2))
    );

    // Whoever opened it does not decide it, and is not asked to.
    assert_eq!(asked(&mut desk), [third]);
    let pass = json!({ "staffNo": "QT1", "passed": true, "validFrom": "2026-10-10" });
    assert_eq!(desk.refused("decideCase", pass.clone()).code, "secondPersonNeeded");
    sign_in(&mut desk, "leader");
    assert_eq!(asked(&mut desk), [["decideCase", "C01", "QT1", "2026-10-29"].map(str::to_owned)]);
    desk.ok("decideCase", pass);
    assert_eq!(asked(&mut desk), [[""; 4]; 0]);
    sign_in(&mut desk, "clerk");
    let view = of(&mut desk, "QT1");
    assert_eq!(view["case"]["decision"]["evaluator"], "leader姓名");
    assert_eq!((&view["case"]["state"], &view["held"]), (&json!("passed"), &Value::Null), "from the 10th on");

    // It survives a restart, and on its day the level holds.
    desk.restart("2026-10-10T02:00:00Z");
    let view = of(&mut desk, "QT1");
    assert_eq!((&view["held"], &view["state"]), (&json!(1), &json!("certified")));
    assert_eq!(view["history"], json!([{ "level": 1, "validFrom": "2026-10-10", "number": 1 }]));
    let next = desk.ok("certification", json!({ "staffNo": "QT1", "level": 2 }));
    assert_eq!((&next["level"]["level"], &next["case"]), (&json!(2), &Value::Null));
    assert_eq!(verdicts(&next), ["met", "met", "met", "met", "needsProof"]);
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_decided_case_keeps_the_values_it_was_judged_by() {
    let mut desk = desk(false);
    desk.ok("openCase", json!({ "staffNo": "QT1", "level": 1 }));
    let failed = json!({ "staffNo": "QT1", "passed": false, "reason": "未参加考试", "then": "retrain" });
    desk.ok("decideCase", failed);
    assert_eq!(states(&mut desk)[0].1, "failed");
    desk.ok(
        "recordExam",
        json!({ "staffNo": "QT1", "sitting": "2026-10-07", "general": "80", "professional": "81" }),
    );
    let view = of(&mut desk, "QT1");
    assert_eq!(verdicts(&view)[3], "needsProof", "as it stood then");
    assert_eq!(
        (&view["case"]["decision"]["then"], &view["case"]["state"]),
        (&json!("retrain"), &json!("failed"))
    );
    // Again, with the exam.
    desk.ok("openCase", json!({ "staffNo": "QT1", "level": 1 }));
    assert_eq!(verdicts(&of(&mut desk, "QT1"))[3], "met");
    assert_eq!(states(&mut desk)[0].1, "open");
    desk.ok("withdrawCase", json!({ "staffNo": "QT1", "reason": "本人申请延期" }));
    let view = desk.ok("certification", json!({ "staffNo": "QT1", "number": 1 }));
    assert_eq!(view["cases"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&view["case"]["number"], &view["cases"][1]["withdrawn"]),
        (&json!(1), &json!("本人申请延期"))
    );
}

#[test]
fn behaviour_counts_from_the_ledger_where_it_knows() {
    let mut desk = desk(false);
    let note = |on: &str, requirement: Value, grade: Value| {
        json!({
            "staffNo": "QT1", "on": on, "text": format!("{on} 的宣讲"), "requirement": requirement, "objectGrade": grade,
        })
    };
    let counter = |desk: &mut Desk| {
        let view = of(desk, "QT1");
        let all = view["gates"][4]["counters"].as_array().unwrap();
        all.iter().find(|counter| counter["requirement"]["code"] == "1.5.1").unwrap().clone()
    };
    says(
        &desk.refused("noteWork", note("2026-08-01", json!("9.9"), Value::Null)),
        "unknownBehaviour",
        &["9.9"],
    );
    let mayor = note("2026-08-01", json!("1.5.1"), json!("市长"));
    says(&desk.refused("noteWork", mayor), "unknownObjectGrade", &["市长"]);
    desk.ok("noteWork", note("2026-08-01", json!("1.5.1"), json!("省局副主任")));
    desk.ok("noteWork", note("2026-08-02", json!("1.5.1"), Value::Null));
    desk.ok("noteWork", note("2026-08-03", Value::Null, Value::Null));
    assert_eq!(desk.ok("person", json!({ "staffNo": "QT1" }))["notes"][2]["requirement"], "1.5.1");
    // Without a case too: the ledger knows.
    let found = counter(&mut desk);
    let line = json!({ "number": 1, "on": "2026-08-01", "text": "2026-08-01 的宣讲" });
    assert_eq!(found["from"], json!([{ "source": "workNote", "count": 1, "lines": [line] }]));
    assert_eq!((&found["counted"], &found["met"]), (&json!(1), &json!(false)));

    desk.ok("openCase", json!({ "staffNo": "QT1", "level": 1 }));
    let proof = json!({
        "staffNo": "QT1", "of": "behaviour", "requirement": "1.5.1", "count": 1, "objectGrade": "地区局副主任",
        "day": "2026-09-01", "text": "签到表",
    });
    desk.ok("recordEvidence", proof);
    let found = counter(&mut desk);
    let parts: Vec<_> =
        found["from"].as_array().unwrap().iter().map(|p| (&p["source"], &p["count"])).collect();
    assert_eq!(parts, [(&json!("evidence"), &json!(1)), (&json!("workNote"), &json!(1))]);
    assert_eq!((&found["counted"], &found["met"]), (&json!(2), &json!(true)));
    // What was struck counts no more; what a decided case was judged by stays.
    desk.ok(
        "decideCase",
        json!({ "staffNo": "QT1", "passed": false, "reason": "未考试", "then": "retrain" }),
    );
    desk.ok("strikeWorkNote", json!({ "staffNo": "QT1", "number": 1, "reason": "记错人" }));
    assert_eq!(counter(&mut desk)["counted"], 2, "as it stood");
    let now = desk.ok("certification", json!({ "staffNo": "QT1", "level": 1 }));
    assert_eq!(now["gates"][4]["counters"][0]["from"], json!([]));

    // A user's own standard counts trainings, commendations and tickets by themselves.
    let mut own = desk.ok("standards", json!({}))["standards"][0].clone();
    own["from"] = json!("2026-10-01");
    own["requirements"] = json!([
        { "level": 1, "code": "10.1", "element": "业务指导", "part": "培训", "text": "主讲培训次数", "minimum": 1,
          "objectGrade": null, "sure": true, "counts": "trainingHeld" },
        { "level": 1, "code": "10.2", "element": "业务指导", "part": "学习", "text": "参加培训次数", "minimum": 1,
          "objectGrade": null, "sure": true, "counts": "trainingAttended" },
        { "level": 1, "code": "10.3", "element": "业务指导", "part": "奖励", "text": "受表彰次数", "minimum": 1,
          "objectGrade": null, "sure": true, "counts": "commendation" },
        { "level": 1, "code": "10.4", "element": "项目", "part": "工单", "text": "办结工单数", "minimum": 1,
          "objectGrade": null, "sure": true, "counts": "ticket" },
    ]);
    desk.ok("issueStandard", json!({ "standard": own }));
    let plan = |no: &str, trainer: Value| json!({ "kind": "service", "title": "宣讲技巧", "day": "2026-10-06", "hours": 2, "staffNos": [no], "trainer": trainer });
    desk.ok("planTraining", plan("QT3", json!("QT1")));
    desk.ok("planTraining", plan("QT1", Value::Null));
    says(&desk.refused("planTraining", plan("QT1", json!("QT9"))), "unknownEngineer", &["QT9"]);
    let counted = |desk: &mut Desk| {
        let view = desk.ok("certification", json!({ "staffNo": "QT1", "level": 1 }));
        let all = view["gates"][4]["counters"].as_array().unwrap().clone();
        all.iter().map(|counter| counter["counted"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(counted(&mut desk), [0, 0, 0, 0], "planned only");
    for (number, no) in [(1, "QT3"), (2, "QT1")] {
        let attended = json!({ "number": number, "staffNo": no, "attended": true });
        desk.ok("recordTrainingAttendance", attended);
    }
    desk.ok("recordConduct", json!({ "staffNo": "QT1", "kind": "commendation", "text": "客户来信" }));
    assert_eq!(counted(&mut desk), [1, 1, 1, 0]);
    let asked = json!({
        "unit": "C01", "kind": "other", "title": "产品优劣势分析", "contact": "赵磊", "channel": "mail", "urgency": "normal",
        "complexity": "simple", "fields": { "subject": "各类产品优劣势分析" },
    });
    let ticket = desk.ok("registerTicket", asked)["ticket"].clone();
    desk.ok("assignTicket", json!({ "ticket": ticket, "first": "QT1" }));
    let left_out =
        json!({ "ticket": ticket, "item": "outcome", "state": "notApplicable", "reason": "口头答复" });
    desk.ok("setTicketItem", left_out);
    desk.ok("deliverTicket", json!({ "ticket": ticket }));
    let behalf = json!({ "person": "赵磊", "basis": "邮件" });
    desk.ok("confirmTicket", json!({ "ticket": ticket, "accepted": true, "behalf": behalf }));
    assert_eq!(counted(&mut desk), [1, 1, 1, 0], "not closed yet");
    desk.ok("closeTicket", json!({ "ticket": ticket }));
    assert_eq!(counted(&mut desk), [1, 1, 1, 1]);
    let view = desk.ok("certification", json!({ "staffNo": "QT1", "level": 1 }));
    let from = view["gates"][4]["counters"][3]["from"].to_string();
    assert!(from.contains("产品优劣势分析"), "{from}");
    assert_eq!(of(&mut desk, "QT3")["unit"], "C02");
    let trainings = desk.ok("development", json!({ "staffNo": "QT3" }))["trainings"].clone();
    assert_eq!(trainings[0]["trainer"], "张伟 QT1");
    let out = desk.path("自有标准.csv");
    let export = json!({ "kind": "standard", "out": out, "unit": null, "month": null, "quarter": null });
    desk.ok("exportSheet", export);
    assert!(std::fs::read_to_string(&out).unwrap().contains("主讲培训"));
    let again = json!({ "kind": "standard", "path": out, "map": null, "dryRun": true });
    assert_eq!(desk.ok("importSheet", again)["changed"], 0, "in and out unchanged");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn failing_leads_to_training_or_a_replacement() {
    let mut desk = desk(false);
    let open = |desk: &mut Desk| desk.ok("openCase", json!({ "staffNo": "QT1", "level": 1 }));
    let fail = |desk: &mut Desk, then: &str| {
        let failed = json!({ "staffNo": "QT1", "passed": false, "reason": "未参加考试", "then": then });
        desk.ok("decideCase", failed);
    };
    let follows = |desk: &mut Desk, number: usize| {
        let view = of(desk, "QT1")["cases"][number - 1]["follows"].clone();
        assert!(view["then"].is_string(), "{view}");
        view
    };
    let ask = json!({ "staffNo": "QT1", "reason": "认证未通过" });
    says(&desk.refused("requestReplacement", ask.clone()), "noReplacementGround", &["QT1", "C01", "70"]);

    // Training: to be planned, with the person chosen; once planned, it stands with the case.
    open(&mut desk);
    fail(&mut desk, "retrain");
    let view = follows(&mut desk, 1);
    assert_eq!(
        (&view["then"], &view["offered"], &view["done"]),
        (&json!("retrain"), &json!(true), &Value::Null)
    );
    let train = ["retrainCase", "C01", "QT1", "2026-10-15"].map(str::to_owned);
    assert!(asked(&mut desk).contains(&train), "the workbench asks for it");
    assert_eq!(
        desk.refused("requestReplacement", ask.clone()).code,
        "noReplacementGround",
        "training was chosen"
    );
    let plan = json!({ "kind": "service", "title": "宣讲补课", "day": "2026-10-20", "hours": 4, "staffNos": ["QT1"] });
    desk.ok("planTraining", plan);
    let view = follows(&mut desk, 1);
    let done = json!({ "number": 1, "on": "2026-10-20", "what": "宣讲补课" });
    assert_eq!((&view["offered"], &view["done"]), (&json!(false), &done));
    assert!(!asked(&mut desk).contains(&train));

    // A replacement: the decision is the ground; its request names the decision, on paper too.
    open(&mut desk);
    fail(&mut desk, "replace");
    let view = follows(&mut desk, 2);
    assert_eq!(
        (&view["then"], &view["offered"], &view["refused"]),
        (&json!("replace"), &json!(true), &Value::Null)
    );
    assert!(asked(&mut desk).contains(&["replaceCase", "C01", "QT1", "2026-10-15"].map(str::to_owned)));
    assert_eq!(desk.ok("person", json!({ "staffNo": "QT1" }))["mayAskReplacement"], true);
    desk.ok("requestReplacement", ask.clone());
    says(&desk.refused("requestReplacement", ask.clone()), "replacementOpen", &["QT1", "1"]);
    let request = desk.ok("person", json!({ "staffNo": "QT1" }))["replacements"][0].clone();
    assert_eq!(request["decisions"], json!([{ "of": "certification", "number": 2 }]));
    let view = follows(&mut desk, 2);
    let done = json!({ "number": 1, "on": "2026-10-08", "what": "opened" });
    assert_eq!((&view["offered"], &view["done"]), (&json!(false), &done));
    assert!(!asked(&mut desk).iter().any(|[task, ..]| task == "replaceCase"));
    let out = desk.path("更换申请.pdf");
    desk.ok("makeReplacementRequest", json!({ "staffNo": "QT1", "out": out }));

    // Taken back, it is to be done again; passed afterwards, nothing is.
    desk.ok("withdrawReplacement", json!({ "staffNo": "QT1", "reason": "先补考" }));
    assert_eq!(follows(&mut desk, 2)["offered"], true);
    open(&mut desk);
    assert_eq!(follows(&mut desk, 2)["offered"], false, "a new case is under way");
    desk.ok("withdrawCase", json!({ "staffNo": "QT1", "reason": "本人申请" }));

    // Whoever left is not replaced, and it is said why.
    let gone = "工号,姓名,单位代码,到岗日期,离岗日期\nQT1,张伟,C01,2024-09-01,2026-10-07\n";
    desk.import("people", gone).unwrap();
    let view = follows(&mut desk, 2);
    assert_eq!((&view["offered"], &view["refused"]["code"]), (&json!(false), &json!("notThereOn")));
    assert_eq!(desk.refused("requestReplacement", ask).code, "notThereOn");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_new_standard_holds_for_new_cases() {
    let mut desk = desk(false);
    let known = desk.ok("standards", json!({}));
    assert_eq!((known["standards"].as_array().unwrap().len(), &known["inForce"]), (1, &json!(0)));
    desk.ok("openCase", json!({ "staffNo": "QT1", "level": 1 }));
    let mut stricter = known["standards"][0].clone();
    stricter["from"] = json!("2026-10-01");
    stricter["levels"][0]["companyMonths"] = json!(36);
    stricter["levels"][0]["minimum"] = json!("85");
    assert_eq!(desk.ok("issueStandard", json!({ "standard": stricter }))["entries"], 1);
    assert_eq!(desk.ok("issueStandard", json!({ "standard": stricter }))["entries"], 0, "the same again");
    assert_eq!(desk.ok("standards", json!({}))["inForce"], 1);
    assert_eq!(of(&mut desk, "QT1")["standard"], 0, "a case keeps the standard it was opened with");
    desk.ok("openCase", json!({ "staffNo": "QT3", "level": 1 }));
    let view = of(&mut desk, "QT3");
    assert_eq!((&view["standard"], &verdicts(&view)[0]), (&json!(1), &"needsProof"));

    // Claimed is not proven; a paper proves it.
    let claim = |paper: Value| json!({ "staffNo": "QT3", "of": "companyExperience", "since": "2023-01-01", "paper": paper });
    desk.ok("recordEvidence", claim(Value::Null));
    let view = of(&mut desk, "QT3");
    assert_eq!(view["gates"][0]["experience"], json!({ "required": 36, "proven": 7, "claimed": 45 }));
    let paper = desk.file("入职证明.txt", "2023-01-01 入职");
    desk.ok("recordEvidence", claim(json!(paper)));
    assert_eq!(verdicts(&of(&mut desk, "QT3"))[0], "met");
    // The paper can be looked at and saved out again, by whoever sees the person.
    let scan = of(&mut desk, "QT3")["evidence"][1]["paper"].clone();
    let shown = desk.ok("lookAtScan", json!({ "staffNo": "QT3", "scan": scan }));
    assert_eq!((&shown["kind"], &shown["bytes"]), (&json!("txt"), &json!("MjAyMy0wMS0wMSDlhaXogYw=")));
    let out = desk.path("存出");
    let saved = desk.ok("saveScan", json!({ "staffNo": "QT3", "scan": scan, "out": out }));
    assert_eq!(std::fs::read(saved["path"].as_str().unwrap()).unwrap(), "2023-01-01 入职".as_bytes());
    let other = desk.refused("lookAtScan", json!({ "staffNo": "QT1", "scan": scan }));
    assert_eq!(other.code, "unknownScan", "not in that file");
    accounts(&mut desk);
    sign_in(&mut desk, "branch");
    let foreign = desk.refused("lookAtScan", json!({ "staffNo": "QT3", "scan": scan }));
    assert_eq!(foreign.code, "unknownScan", "another unit's");
    sign_in(&mut desk, "admin");
    desk.ok("strikeEvidence", json!({ "staffNo": "QT3", "line": 2, "reason": "证明作废" }));
    let view = of(&mut desk, "QT3");
    assert_eq!((verdicts(&view)[0], &view["evidence"][1]["struck"]), ("needsProof", &json!("证明作废")));
}

#[test]
fn what_is_refused_says_why_and_loses_nothing() {
    let mut desk = desk(false);
    let open = |no: &str, level: u32| json!({ "staffNo": no, "level": level });
    says(&desk.refused("openCase", open("QT2", 1)), "onProbation", &["QT2", "2026-10-19"]);
    says(&desk.refused("openCase", open("QT4", 1)), "notServing", &["QT4"]);
    says(&desk.refused("openCase", open("QT1", 9)), "unknownLevel", &["9", "5"]);
    assert_eq!(desk.refused("openCase", open("QT9", 1)).code, "unknownEngineer");
    let evidence = |of: &str| json!({ "staffNo": "QT1", "of": of, "text": "见材料" });
    says(
        &desk.refused(
            "recordEvidence",
            json!({ "staffNo": "QT1", "of": "companyExperience", "since": "2020-01-01" }),
        ),
        "noOpenCase",
        &["QT1"],
    );
    desk.ok("openCase", open("QT1", 1));
    says(&desk.refused("openCase", open("QT1", 2)), "caseOpen", &["QT1", "1"]);
    assert_eq!(desk.refused("recordEvidence", evidence("companyExperience")).code, "fieldNeeded");
    assert_eq!(desk.refused("recordEvidence", evidence("magic")).code, "unknownEvidenceKind");
    let grade =
        json!({ "staffNo": "QT1", "of": "quarterGrade", "quarter": "2025Q4", "grade": "E", "text": "x" });
    says(&desk.refused("recordEvidence", grade), "badGrade", &["E"]);
    let behaviour = json!({ "staffNo": "QT1", "of": "behaviour", "requirement": "1.5.1", "count": 1 });
    says(&desk.refused("recordEvidence", behaviour), "evidenceNeeded", &[]);
    let exam = |general: &str, correction: Value| {
        json!({
            "staffNo": "QT1", "sitting": "2026-09-20", "general": general, "professional": "81", "correction": correction,
        })
    };
    assert_eq!(desk.refused("recordExam", exam("101", Value::Null)).code, "badScore");
    desk.ok("recordExam", exam("80", Value::Null));
    assert_eq!(desk.ok("recordExam", exam("80", Value::Null))["entries"], 0);
    says(&desk.refused("recordExam", exam("90", Value::Null)), "examRecorded", &["QT1", "2026-09-20"]);
    desk.ok("recordExam", exam("90", json!("复核改分")));

    // Nobody passes before the gates are judged, nor past one that is not met without a reason.
    let pass = |exception: Value| json!({ "staffNo": "QT1", "passed": true, "exception": exception });
    let error = desk.refused("decideCase", pass(json!("破格")));
    assert_eq!((error.code.as_str(), &error.params["gates"]), ("gatesUnproven", &json!(["behaviour"])));
    assert!(crate::words::words(&error).contains("行为"));
    let on_behalf = json!({ "staffNo": "QT1", "passed": false, "reason": "材料不足", "then": "replace", "evaluator": "评审组长" });
    says(&desk.refused("decideCase", on_behalf), "basisNeeded", &[]);
    assert_eq!(
        desk.refused("decideCase", json!({ "staffNo": "QT1", "passed": false, "reason": "x" })).code,
        "fieldNeeded"
    );
    let head = desk.head();
    assert_eq!(desk.refused("withdrawCase", json!({ "staffNo": "QT1", "reason": " " })).code, "reasonNeeded");
    assert_eq!(desk.head(), head, "nothing happened");
    assert_eq!(verdicts(&of(&mut desk, "QT1"))[3], "met", "what was entered is there");
}

#[test]
fn units_see_their_own_people_and_change_nothing() {
    let mut desk = desk(false);
    accounts(&mut desk);
    sign_in(&mut desk, "branch");
    assert_eq!(states(&mut desk), [("QT1".to_owned(), "due".to_owned())]);
    let view = of(&mut desk, "QT1");
    assert_eq!((&view["canRecord"], &view["canDecide"]), (&json!(false), &json!(false)));
    assert_eq!(desk.refused("certification", json!({ "staffNo": "QT3" })).code, "noRightForUnit");
    for (act, request) in [
        ("openCase", json!({ "staffNo": "QT1", "level": 1 })),
        ("decideCase", json!({ "staffNo": "QT1", "passed": true })),
        (
            "recordExam",
            json!({ "staffNo": "QT1", "sitting": "2026-09-20", "general": "1", "professional": "1" }),
        ),
    ] {
        assert_eq!(desk.refused(act, request).code, "noRight", "{act}");
    }
}

#[test]
fn words_of_evidence_are_beside_the_chain_and_go_with_the_person() {
    let mut desk = desk(false);
    desk.ok("openCase", json!({ "staffNo": "QT1", "level": 1 }));
    show_behaviour(&mut desk, "QT1");
    let decide = json!({
        "staffNo": "QT1", "passed": false, "reason": "材料不足", "then": "retrain", "evaluator": "评审组长赵敏",
        "basis": "快文〔2026〕8 号",
    });
    desk.ok("decideCase", decide);
    let journal = desk.ok("journal", json!({ "limit": 1000 })).to_string();
    assert!(!journal.contains("罗海燕") && !journal.contains("赵敏"), "no names in the journal");
    let view = of(&mut desk, "QT1");
    assert!(view["evidence"].to_string().contains("罗海燕"));
    let decision = &view["case"]["decision"];
    assert_eq!((&decision["evaluator"], &decision["onBehalf"]), (&json!("评审组长赵敏"), &json!(true)));

    desk.import("people", "工号,姓名,单位代码,到岗日期,离岗日期\nQT1,张伟,C01,2024-09-01,2026-10-07\n")
        .unwrap();
    desk.restart("2028-10-09T02:00:00Z");
    desk.ok("erasePersonal", json!({ "subject": "engineer/QT1", "reason": "本人要求" }));
    let view = of(&mut desk, "QT1");
    assert_eq!(view["name"], "QT1");
    assert!(!view.to_string().contains("罗海燕") && !view.to_string().contains("赵敏"));
    assert_eq!(view["evidence"][0]["text"], Value::Null, "the line itself stays");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_standard_comes_in_from_a_spreadsheet_and_goes_out_unchanged() {
    let mut desk = desk(false);
    let out = desk.path("标准.xlsx");
    desk.ok(
        "exportSheet",
        json!({ "kind": "standard", "out": out, "unit": null, "month": null, "quarter": null }),
    );
    let import = |desk: &mut Desk, path: &str, dry: bool| {
        desk.call("importSheet", json!({ "kind": "standard", "path": path, "map": null, "dryRun": dry }))
    };
    assert_eq!(import(&mut desk, &out, false).unwrap()["changed"], 0, "the same standard is no new version");

    let csv = desk.path("标准.csv");
    desk.ok(
        "exportSheet",
        json!({ "kind": "standard", "out": csv, "unit": null, "month": null, "quarter": null }),
    );
    let text = std::fs::read_to_string(&csv).unwrap();
    let stricter = text
        .replace("起用,,,,,2000-01-01", "起用,,,,,2026-10-01")
        .replace("公司经验,1,,,,,1,", "公司经验,1,,,,,2.5,");
    let path = desk.file("新标准.csv", &stricter);
    let shown = import(&mut desk, &path, true).unwrap();
    assert_eq!((&shown["changed"], &shown["preview"]["counts"]), (&json!(1), &json!([0, 2, 185])));
    assert_eq!(import(&mut desk, &path, false).unwrap()["changed"], 1);
    let known = desk.ok("standards", json!({}));
    assert_eq!(
        (&known["inForce"], &known["standards"][1]["levels"][0]["companyMonths"]),
        (&json!(1), &json!(30))
    );

    // Every bad cell with its place; nothing is taken in.
    let bad = stricter
        .replace("公司经验,1,,,,,2.5,", "公司经验,1,,,,,0.3,")
        .replace("C上限,2,,,,,2,", "C上限,7,,,,,2,");
    let path = desk.file("坏标准.csv", &bad);
    let cells = import(&mut desk, &path, false).unwrap_err().params["cells"].clone();
    assert_eq!((&cells[0]["column"], &cells[0]["value"]), (&json!("数值"), &json!("0.3")));
    let bad = stricter.replace("C上限,2,,,,,2,", "C上限,7,,,,,2,");
    let path = desk.file("坏标准.csv", &bad);
    let error = import(&mut desk, &path, false).unwrap_err();
    let codes: Vec<&Value> =
        error.params["cells"].as_array().unwrap().iter().map(|c| &c["reason"]["code"]).collect();
    assert_eq!(codes, [&json!("standardLineMissing"), &json!("unknownLevel")]);
    assert_eq!(desk.ok("standards", json!({}))["standards"].as_array().unwrap().len(), 2);
    assert_eq!(
        desk.ok(
            "makeTemplate",
            json!({ "kind": "standard", "out": desk.path("模板.xlsx"), "unit": null, "month": null })
        )["files"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn the_result_is_a_pdf_that_stays_the_same() {
    let mut desk = desk(false);
    desk.ok("openCase", json!({ "staffNo": "QT1", "level": 1 }));
    let make = |out: &str| json!({ "staffNo": "QT1", "out": out });
    let first = desk.path("结果.pdf");
    says(&desk.refused("makeCertificate", make(&first)), "caseUndecided", &["QT1"]);
    desk.ok(
        "recordExam",
        json!({ "staffNo": "QT1", "sitting": "2026-09-20", "general": "80", "professional": "81" }),
    );
    show_behaviour(&mut desk, "QT1");
    desk.ok("decideCase", json!({ "staffNo": "QT1", "passed": true }));
    let made = desk.ok("makeCertificate", make(&first));
    assert_eq!((&made["reportNo"], &made["formal"]), (&json!("HQ-RZ-QT1-1"), &json!(true)));
    desk.restart("2026-11-08T02:00:00Z");
    let again = desk.path("结果 2.pdf");
    desk.ok("makeCertificate", make(&again));
    assert_eq!(
        std::fs::read(&first).unwrap(),
        std::fs::read(&again).unwrap(),
        "the same bytes a month later"
    );
    let shown = desk.ok("previewCertificate", json!({ "staffNo": "QT1", "number": 1 }));
    assert_eq!(shown["checkCode"], made["checkCode"]);
    let checked = desk.ok("checkReport", json!({ "path": first, "trust": [] }));
    assert_eq!(checked["verdict"], "unsigned", "{checked}");
}
