//! What comes out of tickets: their files, the file of a ticket as one PDF, lists and boards, statistics, spreadsheets.

use crate::words::says;
use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};
use std::process::Command;

fn desk() -> Desk {
    let mut desk = Desk::province("2026-10-12T02:00:00Z", 2, true);
    let people = "工号,姓名,单位代码,到岗日期\nQT1,张伟,C01,2024-09-01\nQT2,李娜,C01,2024-09-01\nQT3,王芳,C02,2024-09-01\n";
    desk.import("people", people).unwrap();
    for (account, role, unit) in [
        ("manager", "unitManager", Some("C01")),
        ("other", "unitManager", Some("C02")),
        ("auditor", "auditor", None),
        ("provider", "providerRepresentative", None),
    ] {
        let open = json!({
            "account": account, "name": account, "role": role, "unit": unit, "post": null, "password": PASSWORD,
        });
        desk.ok("openAccount", open);
    }
    sign_in(&mut desk, "manager");
    desk
}

fn sign_in(desk: &mut Desk, account: &str) {
    desk.ok("signIn", json!({ "account": account, "password": PASSWORD }));
}

fn register(desk: &mut Desk, unit: &str, kind: &str, title: &str) -> String {
    let request = json!({
        "unit": unit, "kind": kind, "title": title, "customer": "市大数据局", "contact": "罗海燕",
        "phone": "13800001111", "channel": "phone", "urgency": "urgent", "complexity": "ordinary",
        "fields": { "tenderDeadline": "2026-10-30" },
    });
    desk.ok("registerTicket", request)["ticket"].as_str().unwrap().to_owned()
}

fn with(ticket: &str, more: Value) -> Value {
    let mut all = json!({ "ticket": ticket });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    all
}

/// A bid with a part handed in twice, a record with its minutes, two rounds of audit and a picture behind an answer.
fn bid(desk: &mut Desk) -> String {
    let ticket = register(desk, "C01", "bid", "市政务云迁移投标支撑");
    desk.ok("assignTicket", with(&ticket, json!({ "first": "QT1", "second": "QT2" })));
    desk.ok("takeTicket", with(&ticket, json!({})));
    for text in ["一稿", "二稿"] {
        let file = desk.file(&format!("招标文件分析-{text}.docx"), text);
        desk.ok("setTicketItem", with(&ticket, json!({ "item": "analysis", "state": "done", "file": file })));
    }
    let minutes = desk.file("纪要.pdf", "%PDF-1.7 纪要");
    let talk = json!({ "people": "罗海燕、张伟", "result": "按两个标段准备" });
    desk.ok(
        "recordOnTicket",
        with(&ticket, json!({ "kind": "discussion", "fields": talk, "file": minutes })),
    );
    let shown = desk.file("意见.gif", "GIF89a");
    for (text, accepted) in [("%PDF v1", false), ("%PDF v2", true)] {
        let file = desk.file("投标文件.pdf", text);
        desk.ok("askAudit", with(&ticket, json!({ "file": file })));
        let behalf = json!({ "person": "陈主任", "basis": "快文2026-77", "evidence": if accepted { Value::Null } else { json!(shown) } });
        let answer = json!({ "accepted": accepted, "text": "商务偏离表缺第3项", "behalf": behalf });
        desk.ok("decideAudit", with(&ticket, answer));
    }
    desk.ok("deliverTicket", with(&ticket, json!({ "text": "正副本已交客户经理" })));
    ticket
}

/// What stands on a PDF's pages.
fn text_of(pdf: &str) -> String {
    let text = Command::new("pdftotext").args(["-raw", pdf, "-"]).output().unwrap();
    String::from_utf8(text.stdout).unwrap()
}

fn files(desk: &mut Desk, ticket: &str) -> Vec<Value> {
    desk.ok("ticketFiles", json!({ "ticket": ticket })).as_array().unwrap().clone()
}

#[test]
fn the_files_of_a_ticket_are_listed_shown_and_saved() {
    let mut desk = desk();
    let ticket = bid(&mut desk);
    let said: Vec<String> = files(&mut desk, &ticket)
        .iter()
        .map(|one| {
            let label = one["label"].as_str().unwrap_or("—");
            format!("{} {label} {} {}", one["category"].as_str().unwrap(), one["version"], one["holds"])
        })
        .collect();
    assert_eq!(
        said,
        [
            "part 招标文件分析汇报材料 1 false",
            "part 招标文件分析汇报材料 2 true",
            "record 内部讨论 1 true",
            "audit — 1 false",
            "evidence — 1 true",
            "audit — 2 true",
        ]
    );
    let all = files(&mut desk, &ticket);
    let of = |at: usize| with(&ticket, json!({ "file": all[at]["file"] }));
    assert_eq!((&all[2]["bytes"], &all[2]["by"]), (&json!("%PDF-1.7 纪要".len()), &json!("manager")));
    assert_eq!((&all[2]["kind"], &all[4]["kind"]), (&json!("pdf"), &json!("gif")));
    assert_eq!(desk.ok("lookAtTicketFile", of(2))["kind"], "pdf");
    let out = desk.path("纪要取回");
    let mut save = of(2);
    save["out"] = json!(out);
    assert!(desk.ok("saveTicketFile", save.clone())["path"].as_str().unwrap().ends_with("纪要取回.pdf"));
    assert_eq!(std::fs::read_to_string(desk.path("纪要取回.pdf")).unwrap(), "%PDF-1.7 纪要");

    // Of another ticket, or another unit's: neither seen nor saved.
    let second = register(&mut desk, "C01", "bid", "另一张");
    save["ticket"] = json!(second);
    says(&desk.refused("saveTicketFile", save.clone()), "unknownTicketFile", &[&second]);
    sign_in(&mut desk, "other");
    assert_eq!(desk.refused("lookAtTicketFile", of(2)).code, "noRightForUnit");
    assert_eq!(desk.refused("ticketFiles", json!({ "ticket": ticket })).code, "noRightForUnit");
    sign_in(&mut desk, "auditor");
    assert_eq!(desk.ok("lookAtTicketFile", of(4))["kind"], "gif");
}

#[test]
fn a_ticket_is_one_pdf_from_request_to_rating() {
    let mut desk = desk();
    let ticket = bid(&mut desk);
    let confirm = json!({ "accepted": true, "behalf": { "person": "罗海燕", "basis": "微信确认" } });
    desk.ok("confirmTicket", with(&ticket, confirm));
    let marks = json!({ "response": 5, "quality": 4, "expertise": 5, "attitude": 5 });
    let rate = json!({ "marks": marks, "behalf": { "person": "罗海燕", "basis": "评价表" } });
    desk.ok("rateTicket", with(&ticket, rate));
    let out = desk.path("工单档案.pdf");
    desk.ok("makeTicketDossier", with(&ticket, json!({ "out": out })));
    let text = text_of(&out);
    for words in [
        "工单档案",
        &ticket,
        "市政务云迁移投标支撑",
        "张伟 QT1",
        "李娜 QT2",
        "罗海燕 13800001111",
        "招标文件分析汇报材料",
        "起算日，不计入",
        "按两个标段准备",
        "商务偏离表缺第3项",
        "完成质量",
        "4 分",
        "送审文件",
        "第 2 版",
        "代录：罗海燕，依据 微信确认",
        "办结还缺",
    ] {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
    let hash = files(&mut desk, &ticket)[0]["file"].as_str().unwrap().to_owned();
    assert!(text.replace(['\n', ' '], "").contains(&hash), "the hash of each file");
    let kept = desk.ok("makeTicketDossier", with(&ticket, json!({ "out": desk.path("again") })));
    assert!(kept["path"].as_str().unwrap().ends_with("again"));
    sign_in(&mut desk, "other");
    let foreign = with(&ticket, json!({ "out": desk.path("x.pdf") }));
    assert_eq!(desk.refused("makeTicketDossier", foreign).code, "noRightForUnit");
}

#[test]
fn lists_and_boards_show_what_the_account_sees() {
    let mut desk = desk();
    let ours = bid(&mut desk);
    register(&mut desk, "C01", "bid", "第二张");
    sign_in(&mut desk, "other");
    let theirs = register(&mut desk, "C02", "bid", "别的单位");
    let found = |desk: &mut Desk, request: Value| -> Vec<String> {
        let list = desk.ok("tickets", request);
        list["lines"].as_array().unwrap().iter().map(|l| l["ticket"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(found(&mut desk, json!({})), std::slice::from_ref(&theirs));
    for account in ["auditor", "provider", "admin"] {
        sign_in(&mut desk, account);
        assert_eq!(found(&mut desk, json!({})).len(), 3, "{account}");
        assert_eq!(found(&mut desk, json!({ "unit": "C02" })), std::slice::from_ref(&theirs), "{account}");
        assert_eq!(found(&mut desk, json!({ "engineer": "QT2" })), std::slice::from_ref(&ours), "{account}");
    }
    let board = desk.ok("ticketBoard", json!({}));
    let said: Vec<(&str, u64)> = board
        .as_array()
        .unwrap()
        .iter()
        .map(|column| (column["phase"].as_str().unwrap(), column["total"].as_u64().unwrap()))
        .collect();
    assert_eq!(said, [("review", 0), ("work", 2), ("confirmation", 1)]);
    assert_eq!(board[1]["states"][0], json!({ "state": "unassigned", "count": 2 }));
    assert_eq!(board[2]["cards"][0]["line"]["ticket"], json!(ours));
    sign_in(&mut desk, "manager");
    assert_eq!(desk.ok("ticketBoard", json!({ "text": "第二" }))[1]["total"], 1);
    assert_eq!(desk.ok("ticketBoard", json!({}))[1]["cards"].as_array().unwrap().len(), 1, "one's own unit");
    desk.restart("2026-12-01T02:00:00Z");
    let late = desk.ok("ticketBoard", json!({ "unit": "C01" }));
    assert_eq!(late[1]["cards"][0]["age"], 50);
}

#[test]
fn statistics_of_a_month_are_counted_shown_and_exported() {
    let mut desk = desk();
    let ticket = bid(&mut desk);
    let confirm = json!({ "accepted": true, "behalf": { "person": "罗海燕", "basis": "微信确认" } });
    desk.ok("confirmTicket", with(&ticket, confirm));
    let marks = json!({ "response": 5, "quality": 4, "expertise": 5, "attitude": 5 });
    desk.ok(
        "rateTicket",
        with(&ticket, json!({ "marks": marks, "behalf": { "person": "罗海燕", "basis": "评价表" } })),
    );
    register(&mut desk, "C01", "bid", "第二张");
    let october = json!({ "from": "2026-10-01", "to": "2026-10-31" });
    let view = desk.ok("ticketStatistics", october.clone());
    let total = &view["total"];
    for (figure, expected) in [
        ("received", json!(2)),
        ("taken", json!(1)),
        ("answered", json!("100.0")),
        ("delivered", json!(1)),
        ("onTime", json!("100.0")),
        ("closed", json!(0)),
        ("open", json!(2)),
        ("overdue", json!(0)),
        ("rated", json!(0)),
        ("meanMark", Value::Null),
    ] {
        assert_eq!(total[figure], expected, "{figure}");
    }
    assert_eq!(view["people"][0]["name"], "待分派");
    assert_eq!(view["people"][1]["name"], "张伟 QT1");
    assert_eq!((&view["units"][0]["name"], &view["units"][0]["received"]), (&json!("第1分公司"), &json!(2)));
    assert_eq!(view["kinds"][0]["name"], "投标支撑");
    assert_eq!(view["months"][0]["code"], "2026-10");
    assert_eq!(
        desk.ok("ticketStatistics", json!({ "from": "2026-09-01", "to": "2026-09-30" }))["total"]["open"],
        0
    );
    let turned = desk.refused("ticketStatistics", json!({ "from": "2026-10-31", "to": "2026-10-01" }));
    says(&turned, "periodTurned", &["2026-10-31", "2026-10-01"]);

    let out = desk.path("工单统计.xlsx");
    let mut export = october.clone();
    export["out"] = json!(out);
    desk.ok("exportTicketStatistics", export);
    let shared = unzipped(&out, "xl/sharedStrings.xml");
    for words in ["2026-10-01 至 2026-10-31 工单统计", "按时交付率", "张伟 QT1", "口径", "第1分公司"]
    {
        let of_book = unzipped(&out, "xl/workbook.xml");
        assert!(shared.contains(words) || of_book.contains(words), "{words}");
    }
    sign_in(&mut desk, "other");
    assert_eq!(
        desk.ok("ticketStatistics", october)["total"]["received"],
        0,
        "another unit's are not counted"
    );
}

/// A part of an office file.
fn unzipped(path: &str, part: &str) -> String {
    let text = Command::new("unzip").args(["-p", path, part]).output().unwrap();
    String::from_utf8(text.stdout).unwrap()
}

const HEADINGS: &str = "工单号,单位代码,工单类型,标题,客户,申请人,申请人电话,受理渠道,紧急程度,复杂程度,受理日期,要求完成日期,工单内容";

#[test]
fn a_list_goes_out_and_comes_back_and_nothing_is_registered_twice() {
    let mut desk = desk();
    let ticket = bid(&mut desk);
    let rows = format!(
        "{HEADINGS}\n,C01,投标支撑,智慧校园投标,市教育局,罗海燕,13800001111,邮件,特急,复杂,2026-10-12,2026-10-30,投标截止日：2026-11-20\n,C01,商机收集,园区专线商机,,李经理,,,,,2026-10-11,,\"商机分类：网络与专线\n客户经理或行业经理：李经理\"\n"
    );
    let path = desk.file("工单.csv", &rows);
    let request = |dry_run: bool| json!({ "kind": "tickets", "path": path, "map": null, "dryRun": dry_run });
    let looked = desk.ok("importSheet", request(true));
    assert_eq!(looked["preview"]["counts"], json!([2, 0, 0]));
    assert_eq!(desk.ok("tickets", json!({}))["total"], 1, "looking registers nothing");
    desk.ok("importSheet", request(false));
    let list = desk.ok("tickets", json!({ "sort": "number" }));
    let said: Vec<String> = list["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| format!("{} {}", line["ticket"].as_str().unwrap(), line["title"].as_str().unwrap()))
        .collect();
    assert_eq!(
        said,
        [
            format!("{ticket} 市政务云迁移投标支撑"),
            "C01-202610-0002 智慧校园投标".to_owned(),
            "C01-202610-0003 园区专线商机".to_owned()
        ]
    );
    let view = desk.ok("ticket", json!({ "ticket": "C01-202610-0002" }));
    assert_eq!((&view["urgency"], &view["channel"]), (&json!("critical"), &json!("mail")));
    assert_eq!(view["fields"]["tenderDeadline"], "2026-11-20");
    assert_eq!((&view["requesterName"], &view["phone"]), (&json!("罗海燕"), &json!("13800001111")));
    let journal = desk.head_as("admin");
    sign_in(&mut desk, "manager");
    assert_eq!(desk.ok("importSheet", request(false))["changed"], 0, "the same file again changes nothing");
    assert_eq!(desk.head_as("admin"), journal);

    // What goes out comes back as it is.
    sign_in(&mut desk, "manager");
    for name in ["工单.xlsx", "工单 出.csv"] {
        let out = desk.path(name);
        desk.ok("exportTickets", json!({ "list": { "sort": "number" }, "out": out }));
        let back = json!({ "kind": "tickets", "path": out, "map": null, "dryRun": true });
        assert_eq!(desk.ok("importSheet", back.clone())["preview"]["counts"], json!([0, 0, 3]), "{name}");
        let mut back = back;
        back["dryRun"] = json!(false);
        assert_eq!(desk.ok("importSheet", back)["changed"], 0, "{name}");
    }
    let text = std::fs::read_to_string(desk.path("工单 出.csv")).unwrap();
    for words in ["待确认", "张伟 QT1", "按时", "商机分类：网络与专线"] {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
    let out = desk.path("一张.csv");
    desk.ok("exportTickets", json!({ "list": { "text": "校园" }, "out": out }));
    assert_eq!(std::fs::read_to_string(&out).unwrap().lines().count(), 2, "as the list is narrowed");
    sign_in(&mut desk, "other");
    desk.ok("exportTickets", json!({ "list": {}, "out": out }));
    assert_eq!(std::fs::read_to_string(&out).unwrap().lines().count(), 1, "nothing of another unit");
    assert_eq!(desk.refused("importSheet", request(true)).code, "noRightForUnit");
}

#[test]
fn every_wrong_row_is_named_and_none_is_registered() {
    let mut desk = desk();
    let rows = format!(
        "{HEADINGS}\n,C01,投标支撑,没有客户,,罗海燕,,,,,2026-10-12,,\n,C01,投标,类型不对,市教育局,罗海燕,,,,,2026-10-12,,\n,C01,投标支撑,放假日,市教育局,罗海燕,,,,,2026-10-12,2026-10-25,投标截止日：2026-11-20\n,C01,投标支撑,没有申请人,市教育局,,,,,,2026-10-12,,\n,C01,投标支撑,没有这一项,市教育局,罗海燕,,,,,2026-10-12,,颜色：红\nC01-202610-0099,C01,投标支撑,没有这张,市教育局,罗海燕,,,,,2026-10-12,,\n,C01,投标支撑,明天,市教育局,罗海燕,,,,,2026-10-13,,\n,C01,投标支撑,好的,市教育局,罗海燕,,,,,2026-10-12,,投标截止日：2026-11-20\n,C01,投标支撑,好的 ,市教育局,罗海燕,,,,,2026-10-12,,投标截止日：2026-11-20\n"
    );
    let path = desk.file("工单.csv", &rows);
    let request = json!({ "kind": "tickets", "path": path, "map": null, "dryRun": false });
    let error = desk.refused("importSheet", request.clone());
    assert_eq!(error.code, "badCells");
    let said: Vec<String> = error.params["cells"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cell| {
            let code = cell["reason"]["code"].as_str().unwrap();
            format!("{} {} {code}", cell["row"], cell["column"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        said,
        [
            "2 客户 customerNeeded",
            "3 工单类型 unknownTicketType",
            "4 要求完成日期 dueOnDayOff",
            "5 申请人 requesterNeeded",
            "6 工单内容 unknownField",
            "7 工单号 unknownTicket",
            "8 受理日期 receivedLater",
            "10 标题 ticketTwice",
        ]
    );
    assert_eq!(desk.ok("tickets", json!({}))["total"], 0);
    let out = desk.path("有误.xlsx");
    let mended = json!({ "kind": "tickets", "path": path, "map": null, "lang": "zh-CN", "out": out });
    desk.ok("badCellsWorkbook", mended);
    let template = json!({ "kind": "tickets", "out": desk.path("模板.xlsx"), "unit": null, "month": null });
    desk.ok("makeTemplate", template);
    let shared = unzipped(&desk.path("模板.xlsx"), "xl/sharedStrings.xml");
    for words in ["工单类型", "投标支撑", "由程序编号"] {
        assert!(shared.contains(words), "{words}");
    }
}
