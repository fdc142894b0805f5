//! What a unit says to others and is told (catalogue sections 14, 15, 25): minutes and their tasks, complaints from their receipt to
//! the answer, a visit that asks the leaders, a problem report; what is refused on the way; what 工作台 tells.

use super::tickets::{desk, sign_in};
use crate::words::{says, words};
use huiqian_tests::Desk;
use serde_json::{Value, json};

fn register(desk: &mut Desk, kind: &str, title: &str, more: Value) -> String {
    let mut request = json!({ "unit": "C01", "kind": kind, "title": title });
    request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    desk.ok("registerForm", request)["form"].as_str().unwrap().to_owned()
}

fn show(desk: &mut Desk, form: &str) -> Value {
    desk.ok("form", json!({ "form": form }))
}

fn step(form: &str, step: &str, outcome: &str, more: Value) -> Value {
    let mut request = json!({ "form": form, "step": step, "outcome": outcome });
    request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    request
}

fn complaint() -> Value {
    json!({ "links": { "engineer": "QT1", "customer": "市大数据局" }, "fields": {
        "kind": "投诉", "channel": "电话", "from": "罗海燕", "severity": "较重", "content": "约定九点到场，十一点才到",
    } })
}

fn tasks_of(desk: &mut Desk) -> Vec<(String, u64)> {
    let due = desk.ok("workbench", json!({}));
    let ours = |line: &&Value| {
        line["task"].as_str().unwrap().contains("sksO") || line["task"].as_str().unwrap().starts_with("forms")
    };
    let lines = due.as_array().unwrap().iter().filter(ours);
    lines.map(|line| (line["task"].as_str().unwrap().to_owned(), line["persons"].as_u64().unwrap())).collect()
}

#[test]
fn a_complaint_runs_from_its_receipt_to_the_answer() {
    let mut desk = desk();
    let mut nobody = complaint();
    nobody["links"]["engineer"] = json!("QT9");
    nobody
        .as_object_mut()
        .unwrap()
        .extend(json!({ "unit": "C01", "kind": "complaint", "title": "迟到" }).as_object().unwrap().clone());
    says(&desk.refused("registerForm", nobody), "unknownEngineer", &["QT9"]);
    let form = register(&mut desk, "complaint", "未按约定时间到场", complaint());
    assert_eq!(form, "C01-TS202610-0001");
    let view = show(&mut desk, &form);
    assert_eq!((&view["nextStep"], &view["dueOn"]), (&json!("handled"), &json!("2026-10-15")));
    assert_eq!(view["fields"]["from"], "罗海燕");
    let recording = desk.file("通话录音.zip", "录音");
    desk.ok("attachFormFile", json!({ "form": form, "name": "通话录音", "file": recording }));
    let facts = json!({ "fields": { "facts": "前一项目拖延", "measures": "改为提前一天确认" } });
    let early = desk.refused("takeFormStep", step(&form, "verdict", "upheld", json!({ "text": "属实" })));
    says(&early, "notNextStep", &[&form]);
    desk.ok("takeFormStep", step(&form, "handled", "done", facts));
    let verdict = |more: Value| step("C01-TS202610-0001", "verdict", "upheld", more);
    says(&desk.refused("takeFormStep", verdict(json!({ "text": "属实" }))), "stepOfAnother", &["认定"]);
    sign_in(&mut desk, "leader");
    says(&desk.refused("takeFormStep", verdict(json!({}))), "reasonNeeded", &[]);
    desk.ok("takeFormStep", verdict(json!({ "text": "属实，按规定处理" })));
    sign_in(&mut desk, "manager");
    let answer = json!({ "fields": { "way": "电话", "answer": "已致歉并说明措施", "satisfied": "yes" } });
    desk.ok("takeFormStep", step(&form, "answered", "done", answer));
    let view = show(&mut desk, &form);
    assert_eq!(view["state"], "closed");
    let steps = view["steps"].as_array().unwrap();
    assert_eq!(steps[1]["outcome"], "upheld");
    assert_eq!(steps[0]["fields"]["facts"], "前一项目拖延");
    assert_eq!(view["acts"].as_array().unwrap().len(), 5);
    // Found among those upheld about that engineer, and by nobody of another unit.
    let upheld = json!({ "registers": ["complaint"], "engineer": "QT1", "verdicts": ["upheld"] });
    assert_eq!(desk.ok("forms", upheld)["lines"][0]["form"], json!(form));
    // It stands beside the month's scores.
    let month = json!({ "unit": "C01", "month": "2026-10" });
    assert_eq!(desk.ok("monthWork", month)[0]["complaints"], json!([form]));
    sign_in(&mut desk, "other");
    assert_eq!(desk.ok("forms", json!({ "registers": ["complaint"] }))["total"], 0);
    assert_eq!(desk.refused("form", json!({ "form": form })).code, "noRightForUnit");
}

#[test]
fn what_was_wrong_is_corrected_and_stays_to_be_read() {
    let mut desk = desk();
    let form = register(&mut desk, "complaint", "迟到", complaint());
    let mut new = complaint();
    new["fields"]["from"] = json!("罗海英");
    let correct = |title: &str, reason: &str, new: &Value| {
        json!({ "form": "C01-TS202610-0001", "title": title, "on": "2026-10-12", "links": new["links"],
                "fields": new["fields"], "reason": reason })
    };
    says(&desk.refused("correctForm", correct("迟到", "", &new)), "reasonNeeded", &[]);
    desk.ok("correctForm", correct("迟到", "姓名写错", &new));
    // What is the same is no correction.
    let same = desk.ok("correctForm", correct("迟到", "再来一次", &new));
    assert_eq!(same["entries"].as_u64().unwrap_or_default(), 0);
    desk.ok("correctForm", correct("未按时到场", "标题不清楚", &new));
    let view = show(&mut desk, &form);
    assert_eq!((&view["title"], &view["fields"]["from"]), (&json!("未按时到场"), &json!("罗海英")));
    let acts = view["acts"].as_array().unwrap();
    assert_eq!(acts.len(), 3);
    assert_eq!(acts[1]["text"], "姓名写错");
    desk.ok("voidForm", json!({ "form": form, "reason": "重复登记" }));
    let refused = desk.refused("takeFormStep", step(&form, "handled", "done", json!({})));
    says(&refused, "formEnded", &[&form]);
}

#[test]
fn minutes_make_tasks_that_are_told_when_they_are_late() {
    let mut desk = desk();
    let fields = json!({ "meeting": "售前例会", "place": "三楼会议室", "chair": "周敏", "attendees": "周敏、张伟、李娜",
        "matter": "政务云迁移进展", "decisions": "先迁测试环境" });
    let tasks = json!([
        { "text": "补充网络拓扑", "staffNo": "QT1", "until": "2026-10-14" },
        { "text": "确认机房用电", "person": "客户侧刘工", "until": "2026-10-20" },
    ]);
    let without = json!({ "unit": "C01", "kind": "minutes", "title": "例会", "fields": fields,
        "tasks": [{ "text": "补充网络拓扑", "until": "2026-10-14" }] });
    says(&desk.refused("registerForm", without), "taskOwnerNeeded", &[]);
    let form = register(&mut desk, "minutes", "10 月第二周例会", json!({ "fields": fields, "tasks": tasks }));
    assert_eq!(show(&mut desk, &form)["state"], "closed");
    let list = desk.ok("tasks", json!({ "states": ["open"] }));
    assert_eq!(list["total"], 2);
    assert_eq!(
        (&list["lines"][0]["name"], &list["lines"][1]["name"]),
        (&json!("张伟"), &json!("客户侧刘工"))
    );
    assert_eq!(desk.ok("tasks", json!({ "engineer": "QT1" }))["total"], 1);

    desk.restart("2026-10-16T02:00:00Z");
    sign_in(&mut desk, "manager");
    assert_eq!(tasks_of(&mut desk), [("tasksOverdue".to_owned(), 1)]);
    let end = |number: u32, done: bool, note: &str| json!({ "form": "C01-HY202610-0001", "number": number, "done": done, "note": note });
    says(&desk.refused("endTask", end(1, false, "")), "reasonNeeded", &[]);
    desk.ok("endTask", end(1, true, ""));
    let later = json!({ "form": form, "number": 2, "person": "客户侧刘工", "until": "2026-10-30", "reason": "客户停电检修" });
    desk.ok("moveTask", later);
    desk.ok("endTask", end(2, false, "客户取消"));
    assert_eq!(tasks_of(&mut desk), []);
    let list = desk.ok("tasks", json!({}));
    let ended = list["lines"].as_array().unwrap().iter().find(|line| line["number"] == 2).unwrap();
    assert_eq!((&ended["state"], &ended["note"]), (&json!("notDone"), &json!("客户取消")));
    let out = desk.path("任务.xlsx");
    desk.ok("exportTasks", json!({ "list": {}, "out": out }));
}

#[test]
fn a_visit_asks_the_leaders_and_closes_when_everything_is_settled() {
    let mut desk = desk();
    let more = json!({ "on": "2026-10-20", "links": { "customer": "市中心医院" },
        "fields": { "way": "客户来访", "purpose": "参观机房", "importance": "重要" } });
    let form = register(&mut desk, "visit", "市中心医院来访", more);
    let behalf = json!({ "behalf": { "person": "何总", "basis": "快文2026-31" } });
    let back = step(&form, "department", "returned", json!({ "text": "补充日程" }));
    says(&desk.refused("takeFormStep", back.clone()), "stepOfAnother", &["部门负责人审批"]);
    sign_in(&mut desk, "leader");
    desk.ok("takeFormStep", back);
    assert_eq!(show(&mut desk, &form)["state"], "returned");
    sign_in(&mut desk, "manager");
    let again = json!({ "form": form, "title": "市中心医院来访", "on": "2026-10-20", "links": { "customer": "市中心医院" },
        "fields": { "way": "客户来访", "purpose": "参观机房", "importance": "重要", "class": "业务接待", "level": "对等接待",
            "number": "6", "people": "陈院长等", "hosts": "周敏、张伟", "schedule": "九点到，十二点走", "leader": "yes" } });
    desk.ok("correctForm", again);
    sign_in(&mut desk, "leader");
    desk.ok("takeFormStep", step(&form, "department", "agreed", json!({})));
    sign_in(&mut desk, "manager");
    desk.ok("takeFormStep", step(&form, "company", "agreed", behalf));
    desk.ok("takeFormStep", step(&form, "held", "done", json!({ "fields": { "findings": "明年扩容" } })));
    let last = step(&form, "filed", "done", json!({ "fields": { "cost": "820", "settled": "yes" } }));
    let refused = desk.refused("takeFormStep", last.clone());
    assert!(words(&refused).contains("再次确认行程"), "{}", words(&refused));
    let items = show(&mut desk, &form)["items"].clone();
    for item in items.as_array().unwrap() {
        desk.ok("setFormItem", json!({ "form": form, "item": item["item"], "state": "done" }));
    }
    desk.ok("takeFormStep", last);
    let view = show(&mut desk, &form);
    assert_eq!(view["state"], "closed");
    let company = view["steps"].as_array().unwrap().iter().find(|step| step["step"] == "company").unwrap();
    assert_eq!((&company["person"], &company["basis"]), (&json!("何总"), &json!("快文2026-31")));
    for (use_case, request) in [
        ("makeFormPaper", json!({ "form": form })),
        ("makeBlankForm", json!({ "unit": "C01", "kind": "visit" })),
        ("exportForms", json!({ "list": { "registers": ["visit"] } })),
    ] {
        let mut request = request;
        request["out"] = json!(desk.path(&format!("{use_case}.pdf")));
        assert!(desk.ok(use_case, request)["bytes"].as_u64().unwrap() > 1000, "{use_case}");
    }
}

#[test]
fn the_province_changes_a_form_and_a_unit_has_its_own() {
    let mut desk = desk();
    let types = desk.ok("formTypes", json!({ "unit": "C01" }));
    let of = |code: &str| {
        types.as_array().unwrap().iter().find(|kind| kind["body"]["code"] == code).unwrap()["body"].clone()
    };
    let mut car = of("quote");
    car["code"] = json!("car");
    car["label"] = json!("用车申请单");
    desk.ok("issueFormType", json!({ "unit": "C01", "body": car }));
    let form = desk.ok(
        "registerForm",
        json!({ "unit": "C01", "kind": "car", "own": true, "title": "去温江", "links": { "customer": "市大数据局" } }),
    );
    assert_eq!(form["form"], "C01-BD202610-0001");
    let mut wrong = of("complaint");
    wrong["steps"] = json!([]);
    assert_eq!(desk.refused("issueCommonFormType", json!({ "body": wrong.clone() })).code, "noRight");
    desk.ok("signIn", json!({ "account": "admin", "password": huiqian_tests::PASSWORD }));
    says(
        &desk.refused("issueCommonFormType", json!({ "body": wrong })),
        "formTypeVerdict",
        &["客户投诉处理单"],
    );
    let mut contact = of("contact");
    contact["fields"].as_array_mut().unwrap().push(json!({ "code": "mood", "label": "客户态度", "kind": { "choice": ["积极", "一般", "冷淡"] }, "need": "close" }));
    desk.ok("issueCommonFormType", json!({ "body": contact }));
    says(&desk.refused("retireCommonFormType", json!({ "code": "contact" })), "formTypeStays", &["contact"]);
    desk.ok("retireCommonFormType", json!({ "code": "thanks" }));
    let talk = json!({ "unit": "C01", "kind": "contact", "title": "电话", "links": { "customer": "市大数据局" },
        "fields": { "channel": "电话", "people": "罗海燕", "content": "进度", "result": "周五前答复" } });
    says(&desk.refused("registerForm", talk), "fieldMissing", &["客户态度"]);
}

#[test]
fn questionnaires_are_entered_and_imported_and_their_means_are_told() {
    let mut desk = desk();
    let marks = |quality: &str| {
        json!({ "response": "5 很满意", "quality": quality, "expertise": "4 满意",
        "attitude": "5 很满意", "overall": "4 满意", "advice": "再快一点" })
    };
    let form = register(
        &mut desk,
        "survey",
        "政务云迁移满意度",
        json!({ "links": { "engineer": "QT1" }, "fields": marks("2 不满意") }),
    );
    assert_eq!(form, "C01-DC202610-0001");
    let out = desk.path("问卷.xlsx");
    desk.ok("makeFormSheet", json!({ "unit": "C01", "kind": "survey", "out": out }));
    let heads = "标题,日期,客户,工号,工单号,填写人,响应及时,方案和服务质量,专业能力,服务态度,总体满意程度,意见和建议\n";
    let import = |path: &str| json!({ "unit": "C01", "kind": "survey", "path": path });
    let wrong = desk.file("填错.csv", &format!("{heads}满意度,2026-10-10,市大数据局,QT9,,,5 很满意,4 满意,4 满意,4 满意,4 满意,\n满意度,2026-10-10,市大数据局,QT1,,,很好,4 满意,4 满意,4 满意,4 满意,\n"));
    let refused = desk.refused("importForms", import(&wrong));
    assert_eq!((refused.code.as_str(), &refused.params["count"]), ("badCells", &json!(2)));
    assert_eq!(desk.ok("forms", json!({ "registers": ["survey"] }))["total"], 1);
    let filled = desk.file("填好.csv", &format!("{heads}满意度,2026-10-10,市大数据局,QT1,,罗海燕,5 很满意,4 满意,4 满意,4 满意,4 满意,\n满意度,2026-10-11,市大数据局,QT2,,,5 很满意,5 很满意,5 很满意,5 很满意,5 很满意,\n"));
    assert_eq!(desk.ok("importForms", import(&filled))["forms"], 2);
    let found = desk.ok("surveyResults", json!({}));
    assert_eq!((&found["all"]["questionnaires"], &found["all"]["mean"]), (&json!(3), &json!("4.40")));
    let quality =
        found["questions"].as_array().unwrap().iter().find(|line| line["code"] == "quality").unwrap();
    assert_eq!(quality["mean"], "3.67");
    assert_eq!(found["engineers"][0]["mean"], "4.10");
    // What was voided no longer counts.
    desk.ok("voidForm", json!({ "form": form, "reason": "录错" }));
    assert_eq!(desk.ok("surveyResults", json!({ "from": "2026-10-01" }))["all"]["mean"], "4.60");
}

#[test]
fn visits_customers_surveys_and_certificates_are_reminded_of_until_somebody_did_them() {
    let mut desk = desk();
    let visit = json!({ "on": "2026-10-14", "links": { "customer": "市中心医院" },
        "fields": { "way": "客户来访", "time": "09:30", "purpose": "参观机房", "importance": "重要" } });
    let form = register(&mut desk, "visit", "市中心医院来访", visit);
    let licence = json!({ "on": "2026-10-12", "fields": { "kind": "营业执照", "validTo": "2026-11-12" } });
    register(&mut desk, "companyMaterial", "营业执照", licence);
    let said = |desk: &mut Desk| -> Vec<String> {
        let list = desk.ok("reminders", json!({}));
        let line = |one: &Value| format!("{} {}", one["term"].as_str().unwrap(), one["by"].as_str().unwrap());
        list.as_array().unwrap().iter().map(line).collect()
    };
    assert_eq!(said(&mut desk), ["重要接待告知领导 2026-10-12", "资料到期 2026-10-13"]);
    let due = desk.ok("workbench", json!({}));
    let told = due.as_array().unwrap().iter().find(|one| one["term"] == "重要接待告知领导").unwrap();
    assert_eq!((&told["task"], &told["unit"]), (&json!("remindersSoon"), &json!("C01")));
    desk.ok("setFormItem", json!({ "form": form, "item": "told", "state": "done" }));
    assert_eq!(said(&mut desk), ["资料到期 2026-10-13"]);
    desk.restart("2026-10-14T00:10:00Z");
    sign_in(&mut desk, "manager");
    let list = desk.ok("reminders", json!({}));
    let at: Vec<_> = list.as_array().unwrap().iter().map(|one| (&one["at"], &one["standing"])).collect();
    let (call, car) = (json!("08:30"), json!("09:15"));
    assert_eq!(at[0], (&Value::Null, &json!("overdue")), "the licence");
    assert_eq!(at[1..], [(&call, &json!("soon")), (&car, &json!("soon"))]);
    for item in ["confirmed", "car"] {
        desk.ok("setFormItem", json!({ "form": form, "item": item, "state": "done" }));
    }
    let renewed = json!({ "on": "2026-10-14", "fields": { "kind": "营业执照", "validTo": "2036-11-12" } });
    register(&mut desk, "companyMaterial", "营业执照", renewed);
    assert_eq!(said(&mut desk), Vec::<String>::new());
    // Three months later the customer is to be visited again, until somebody called.
    desk.restart("2027-01-13T02:00:00Z");
    sign_in(&mut desk, "manager");
    assert_eq!(said(&mut desk), ["客户回访 2027-01-14"]);
    sign_in(&mut desk, "other");
    assert_eq!(said(&mut desk), Vec::<String>::new(), "of other units nothing is heard");
    sign_in(&mut desk, "manager");
    let call = json!({ "on": "2027-01-13", "links": { "customer": "市中心医院" },
        "fields": { "channel": "电话", "people": "陈院长", "content": "扩容", "result": "下周见", "next": "2027-01-15" } });
    register(&mut desk, "contact", "扩容", call);
    assert_eq!(said(&mut desk), Vec::<String>::new());
    desk.restart("2027-01-18T02:00:00Z");
    sign_in(&mut desk, "manager");
    assert_eq!(said(&mut desk), ["约定联系 2027-01-15"]);
    let due = desk.ok("workbench", json!({}));
    assert!(due.as_array().unwrap().iter().any(|one| one["task"] == "remindersOverdue"));
    sign_in(&mut desk, "admin");
    let unit = json!({ "unit": "C02" });
    assert_eq!(desk.ok("reminders", unit), json!([]));
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}
