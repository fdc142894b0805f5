//! A ticket, typed: registered, assigned, worked, closed as void or carried on; lists, files, its dossier, statistics.

use crate::program::Place;

#[test]
fn a_ticket_is_registered_worked_and_given_out() {
    let place = Place::with_ledger();
    let register =
        ["ticket", "register", "CD", "bid", "市政务云投标", "--customer", "市大数据局", "--person", "罗海燕"];
    let refused = place.run(&[&register[..], &["--json"]].concat()).exits(1).json();
    assert_eq!(refused["error"]["code"], "fieldMissing");
    place.run(&[&register[..], &["--urgency", "sometime"]].concat()).exits(2);
    let fields = ["--field", "tenderDeadline=2027-03-18", "--urgency", "urgent", "--json"];
    let made = place.run(&[&register[..], &fields].concat()).exits(0).json();
    let ticket = made["ticket"].as_str().unwrap().to_owned();
    let ticket = ticket.as_str();
    let same = ["ticket", "assign", ticket, "QT0002", "--second", "QT0002", "--json"];
    assert_eq!(place.run(&same).exits(1).json()["error"]["code"], "secondIsFirst");
    place.run(&["ticket", "assign", ticket, "QT0002"]).exits(0);
    place.run(&["ticket", "take", ticket]).exits(0);
    place.run(&["ticket", "step", ticket, "analysis"]).exits(0);
    let paper = place.file("分析.pdf", "%PDF 分析");
    place.run(&["ticket", "part", ticket, "analysis"]).exits(2);
    place.run(&["ticket", "part", ticket, "analysis", "--file", &paper]).exits(0);
    place.run(&["ticket", "wait", ticket, "--text", "等客户资料"]).exits(0);
    place.run(&["ticket", "resume", ticket]).exits(0);

    let list = place.run(&["ticket", "list", "--find", "政务云"]).exits(0).out;
    for words in [ticket, "市政务云投标", "投标支撑", "处理中", "李四", "共 1 张"] {
        assert!(list.contains(words), "{words} is not in\n{list}");
    }
    assert!(place.run(&["ticket", "list", "--state", "closed"]).exits(0).out.contains("共 0 张"));
    let shown = place.run(&["ticket", "show", ticket]).exits(0).out;
    for words in ["罗海燕", "交付", "还缺", "审核通过", "等客户资料"] {
        assert!(shown.contains(words), "{words} is not in\n{shown}");
    }
    let files = place.run(&["ticket", "files", ticket, "--json"]).exits(0).json();
    let digest = files[0]["file"].as_str().unwrap();
    let out = place.dir.path().join("取回").display().to_string();
    let saved = place.run(&["ticket", "save", ticket, digest, "--out", &out, "--json"]).exits(0).json();
    assert!(saved["path"].as_str().unwrap().ends_with("取回.pdf"));
    let dossier = place.dir.path().join("档案.pdf");
    place.run(&["ticket", "file", ticket, "--out", &dossier.display().to_string()]).exits(0);
    assert!(std::fs::read(&dossier).unwrap().starts_with(b"%PDF"));
    let sheet = place.dir.path().join("工单.csv").display().to_string();
    place.run(&["ticket", "list", "--out", &sheet]).exits(0);
    place.run(&["import", "tickets", &sheet]).exits(0);
    let statistics = place.run(&["ticket", "statistics", "2020-01-01", "2199-12-31"]).exits(0).out;
    assert!(statistics.contains("成都分公司") && statistics.contains("合计"), "{statistics}");
    assert!(place.run(&["ticket", "list", "--due", "refused"]).exits(0).out.contains("共 0 张"));
    let week = place.run(&["ticket", "week"]).exits(0).out;
    assert!(week.contains("支撑周统计") && week.contains("合计"), "{week}");
    let book = place.dir.path().join("周.xlsx").display().to_string();
    place.run(&["ticket", "week", "2026-10-12", "--out", &book]).exits(0);
    assert!(std::fs::read(&book).unwrap().starts_with(b"PK"));
    let types = place.run(&["ticket", "types", "CD"]).exits(0).out;
    assert!(types.contains("bid") && types.contains("投标支撑"), "{types}");
    let english = place.run(&["ticket", "list", "--lang", "en"]).exits(0).out;
    assert!(english.contains("in work"), "{english}");

    let confirm = ["ticket", "confirm", ticket, "--person", "罗海燕"];
    place.run(&confirm).exits(2);
    let early = [&confirm[..], &["--basis", "微信", "--json"]].concat();
    assert_eq!(place.run(&early).exits(1).json()["error"]["code"], "ticketElsewhere");
    place.run(&["ticket", "void", ticket, "--text", "客户取消采购"]).exits(0);
    assert!(place.run(&["ticket", "show", ticket]).exits(0).out.contains("客户取消采购"));
}
