//! Registers and forms, typed: filled in, brought on, listed, given out, printed.

use crate::program::Place;

#[test]
fn a_form_is_filled_in_judged_listed_and_printed() {
    let place = Place::with_ledger();
    let types = place.run(&["form", "types", "CD"]).exits(0).out;
    assert!(types.contains("complaint") && types.contains("客户投诉处理单"), "{types}");
    let fill = ["form", "fill", "CD", "complaint", "未按时到场", "--staff", "QT0001", "--json"];
    let refused = place.run(&fill).exits(1).json();
    assert_eq!(refused["error"]["code"], "fieldMissing");
    let fields = [
        "--field",
        "kind=投诉",
        "--field",
        "channel=电话",
        "--field",
        "from=信息科",
        "--field",
        "severity=一般",
        "--field",
        "content=约定九点，十一点到",
    ];
    let made = place.run(&[&fill[..], &fields].concat()).exits(0).json();
    let form = made["form"].as_str().unwrap().to_owned();
    let form = form.as_str();
    place.run(&["form", "step", form, "handled", "sometime"]).exits(2);
    let handled =
        ["form", "step", form, "handled", "done", "--field", "facts=属实", "--field", "measures=约谈"];
    place.run(&handled).exits(0);
    let judged = ["form", "step", form, "verdict", "upheld", "--text", "属实", "--json"];
    assert_eq!(place.run(&judged).exits(1).json()["error"]["code"], "stepOfAnother");
    let judged = ["form", "step", form, "verdict", "upheld", "--text", "属实", "--person", "周主任"];
    place.run(&judged).exits(2);
    place.run(&[&judged[..], &["--basis", "快文 12 号"]].concat()).exits(0);

    let list = place.run(&["register", "list", "complaint", "--state", "open"]).exits(0).out;
    for words in [form, "未按时到场", "成立", "答复投诉人", "共 1 份"] {
        assert!(list.contains(words), "{words} is not in\n{list}");
    }
    assert!(place.run(&["form", "list"]).exits(0).out.contains("共 0 份"), "a complaint is in its register");
    assert!(place.run(&["register", "list", "--lang", "en"]).exits(0).out.contains("1 in all"));
    let shown = place.run(&["form", "show", form]).exits(0).out;
    for words in ["约定九点，十一点到", "客户投诉处理单", "属实"] {
        assert!(shown.contains(words), "{words} is not in\n{shown}");
    }
    let book = place.dir.path().join("投诉.xlsx").display().to_string();
    place.run(&["register", "list", "complaint", "--out", &book]).exits(0);
    assert!(std::fs::read(&book).unwrap().starts_with(b"PK"));
    let paper = place.dir.path().join("投诉.pdf").display().to_string();
    place.run(&["form", "paper", form, "--out", &paper]).exits(0);
    let blank = place.dir.path().join("空白.pdf").display().to_string();
    place.run(&["form", "blank", "CD", "survey", "--out", &blank]).exits(0);
    for path in [paper, blank] {
        assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"), "{path}");
    }
    let tasks = place.run(&["register", "tasks", "--overdue"]).exits(0).out;
    assert!(tasks.contains("共 0 项"), "{tasks}");
}

#[test]
fn customers_and_opportunities_go_out_and_come_in() {
    let place = Place::with_ledger();
    place.run(&["customer", "register", "CD", "青屏区大数据中心", "--sector", "党政"]).exits(0);
    let lead = ["--customer", "青屏区大数据中心", "--class", "云与数据中心", "--manager", "罗海燕"];
    place.run(&[&["opportunity", "register", "CD", "政务云扩容"][..], &lead].concat()).exits(0);
    for (list, name) in [("customer", "客户"), ("opportunity", "商机")] {
        for ending in ["csv", "xlsx"] {
            let file = place.dir.path().join(format!("{name}.{ending}")).display().to_string();
            place.run(&[list, "list", "--out", &file]).exits(0);
            let kind = if list == "customer" { "customers" } else { "opportunities" };
            let again = place.run(&["import", kind, &file, "--json"]).exits(0).json();
            assert_eq!((&again["rows"], &again["changed"]), (&1.into(), &0.into()), "{file}");
            place.run(&["export", kind, &file]).exits(0);
            place.run(&["template", kind, &file]).exits(0);
        }
    }
}
