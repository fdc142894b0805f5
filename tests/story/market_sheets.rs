//! Customers and opportunities as tables: taken in whole or not at all, every bad cell named, given out as they come back.

use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};

fn desk() -> Desk {
    let mut desk = Desk::province("2026-10-12T02:00:00Z", 2, true);
    let people = "工号,姓名,单位代码,到岗日期\nQT1,张伟,C01,2024-09-01\nQT3,王芳,C02,2024-09-01\n";
    desk.import("people", people).unwrap();
    for (account, unit) in [("manager", "C01"), ("other", "C02")] {
        let open = json!({
            "account": account, "name": account, "role": "unitManager", "unit": unit, "post": null,
            "password": PASSWORD,
        });
        desk.ok("openAccount", open);
    }
    sign_in(&mut desk, "manager");
    desk
}

fn sign_in(desk: &mut Desk, account: &str) {
    desk.ok("signIn", json!({ "account": account, "password": PASSWORD }));
}

fn taken(kind: &str, path: &str, dry_run: bool) -> Value {
    json!({ "kind": kind, "path": path, "map": null, "dryRun": dry_run })
}

/// Row, column and reason of every bad cell.
fn bad_cells(desk: &mut Desk, kind: &str, path: &str) -> Vec<String> {
    let error = desk.refused("importSheet", taken(kind, path, false));
    assert_eq!(error.code, "badCells", "{error:?}");
    let said = |cell: &Value| {
        let reason = cell["reason"]["code"].as_str().or(cell["expected"]["code"].as_str()).unwrap();
        format!("{} {} {reason}", cell["row"], cell["column"].as_str().unwrap())
    };
    error.params["cells"].as_array().unwrap().iter().map(said).collect()
}

const CUSTOMERS: &str = "客户编号,单位代码,客户名称,行业,客户级别,地址,电话,主营业务,需求与注意事项";

#[test]
fn customers_come_in_are_brought_up_to_date_and_go_out() {
    let mut desk = desk();
    let rows = format!(
        "{CUSTOMERS}\n,C01,青屏区大数据中心,党政,战略客户,市民大道 8 号,028-85550001,政务数据,年底前招标\n,C01,锦川区教育局,教育,,,,,\n"
    );
    let path = desk.file("客户.csv", &rows);
    let looked = desk.ok("importSheet", taken("customers", &path, true));
    assert_eq!(looked["preview"]["counts"], json!([2, 0, 0]));
    assert_eq!(desk.ok("customers", json!({}))["total"], 0, "looking registers nothing");
    assert_eq!(desk.ok("importSheet", taken("customers", &path, false))["changed"], 2);
    let known = desk.ok("customer", json!({ "customer": "C01-KH-0001" }));
    assert_eq!((&known["address"], &known["grade"]), (&json!("市民大道 8 号"), &json!("战略客户")));
    assert_eq!(desk.ok("importSheet", taken("customers", &path, false))["changed"], 0);

    // Known by name or number; what is blank stays, and what differs is changed.
    let rows = format!(
        "{CUSTOMERS}\n,C01,青屏区 大数据中心,,重要客户,,,,\nC01-KH-0002,C01,锦川区教育和体育局,,,校园路 1 号,,,\n"
    );
    let path = desk.file("更新.csv", &rows);
    let looked = desk.ok("importSheet", taken("customers", &path, true));
    assert_eq!(looked["preview"]["counts"], json!([0, 2, 0]), "{looked}");
    assert_eq!(desk.ok("importSheet", taken("customers", &path, false))["changed"], 2);
    let known = desk.ok("customer", json!({ "customer": "C01-KH-0001" }));
    assert_eq!((&known["address"], &known["grade"]), (&json!("市民大道 8 号"), &json!("重要客户")));
    let renamed = desk.ok("customer", json!({ "customer": "C01-KH-0002" }));
    assert_eq!(
        (&renamed["name"], &renamed["sector"]),
        (&json!("锦川区教育和体育局"), &json!("教育")),
        "{renamed}"
    );

    for name in ["客户.xlsx", "客户 出.csv"] {
        let out = desk.path(name);
        desk.ok("exportCustomers", json!({ "list": {}, "out": out }));
        assert_eq!(
            desk.ok("importSheet", taken("customers", &out, true))["preview"]["counts"],
            json!([0, 0, 2])
        );
        assert_eq!(desk.ok("importSheet", taken("customers", &out, false))["changed"], 0, "{name}");
    }
    let out = desk.path("一家.csv");
    desk.ok("exportCustomers", json!({ "list": { "sector": "教育" }, "out": out }));
    assert_eq!(std::fs::read_to_string(&out).unwrap().lines().count(), 2, "as the list is narrowed");
    sign_in(&mut desk, "other");
    desk.ok("exportCustomers", json!({ "list": {}, "out": out }));
    assert_eq!(std::fs::read_to_string(&out).unwrap().lines().count(), 1, "nothing of another unit");
    assert_eq!(desk.refused("importSheet", taken("customers", &path, true)).code, "noRightForUnit");
}

#[test]
fn every_wrong_customer_is_named_and_none_is_registered() {
    let mut desk = desk();
    let rows = format!(
        "{CUSTOMERS}\n,C01,好的,党政,,,,,\n,C01,行业不对,天文,,,,,\n,C01,级别不对,,贵宾,,,,\nC01-KH-0009,C01,没有这个,,,,,,\n,C01,好 的,,,,,,\n"
    );
    let path = desk.file("客户.csv", &rows);
    assert_eq!(
        bad_cells(&mut desk, "customers", &path),
        [
            "3 行业 notInList",
            "4 客户级别 notInList",
            "5 客户编号 unknownCustomer",
            "6 客户名称 customerKnown"
        ]
    );
    assert_eq!(desk.ok("customers", json!({}))["total"], 0);
    let out = desk.path("问题.xlsx");
    let request = json!({ "kind": "customers", "path": path, "map": null, "lang": "zh-CN", "out": out });
    desk.ok("badCellsWorkbook", request);
    desk.ok("registerCustomer", json!({ "unit": "C01", "fields": { "name": "好的" }, "anyway": false }));
    let twice = format!("{CUSTOMERS}\n,C01,好的,党政,,,,,\nC01-KH-0001,C01,好的,教育,,,,,\n");
    let path = desk.file("两次.csv", &twice);
    assert_eq!(bad_cells(&mut desk, "customers", &path), ["3 客户编号 customerTwice"]);
}

const PROJECTS: &str = "商机编号,单位代码,项目名称,客户名称,商机分类,商机来源,发现人,客户经理或行业经理,预计金额,预计成交日期,支撑人员工号,线索日期";

#[test]
fn opportunities_come_in_with_their_customers_and_go_out() {
    let mut desk = desk();
    desk.ok(
        "registerCustomer",
        json!({ "unit": "C01", "fields": { "name": "青屏区大数据中心" }, "anyway": false }),
    );
    let rows = format!(
        "{PROJECTS}\n,C01,政务云扩容,青屏区 大数据中心,云与数据中心,客户主动咨询,行业经理,罗海燕,3200000,2026-12-20,QT1,2026-10-08\n,C01,智慧校园,锦川区教育局,信息化集成,,,李经理,,,,2026-10-11\n,C01,校园专线,锦川区教育局,网络与专线,,,李经理,,,,2026-10-11\n"
    );
    let path = desk.file("商机.csv", &rows);
    let looked = desk.ok("importSheet", taken("opportunities", &path, true));
    assert_eq!(looked["preview"]["counts"], json!([3, 0, 0]));
    desk.ok("importSheet", taken("opportunities", &path, false));
    assert_eq!(desk.ok("customers", json!({}))["total"], 2, "one was known, the other registered once");
    let list = desk.ok("opportunities", json!({ "sort": "number" }));
    let said: Vec<&str> =
        list["lines"].as_array().unwrap().iter().map(|line| line["title"].as_str().unwrap()).collect();
    assert_eq!(said, ["政务云扩容", "智慧校园", "校园专线"]);
    let first = list["lines"][0]["opportunity"].as_str().unwrap().to_owned();
    let view = desk.ok("opportunity", json!({ "opportunity": first }));
    assert_eq!((&view["manager"], &view["finder"]), (&json!("罗海燕"), &json!("industryManager")), "{view}");
    assert_eq!((&view["engineer"], &view["amount"]), (&json!("QT1"), &json!("3200000.00")));
    assert_eq!(desk.ok("importSheet", taken("opportunities", &path, false))["changed"], 0);

    for name in ["商机.xlsx", "商机 出.csv"] {
        let out = desk.path(name);
        desk.ok("exportOpportunities", json!({ "list": {}, "out": out }));
        let looked = desk.ok("importSheet", taken("opportunities", &out, true));
        assert_eq!(looked["preview"]["counts"], json!([0, 0, 3]), "{name}");
        assert_eq!(desk.ok("importSheet", taken("opportunities", &out, false))["changed"], 0, "{name}");
    }
    let text = std::fs::read_to_string(desk.path("商机 出.csv")).unwrap();
    for words in ["项目信息收集与分析", "张伟", "青屏区大数据中心", "行业经理"] {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
    sign_in(&mut desk, "other");
    assert_eq!(desk.refused("importSheet", taken("opportunities", &path, true)).code, "noRightForUnit");
}

#[test]
fn every_wrong_opportunity_is_named_and_none_is_registered() {
    let mut desk = desk();
    let rows = format!(
        "{PROJECTS}\n,C01,好的,教育局,网络与专线,,,李经理,,,,2026-10-11\n,C01,分类不对,教育局,天文,,,李经理,,,,2026-10-11\n,C01,来源不对,教育局,网络与专线,托梦,,李经理,,,,2026-10-11\n,C01,没有经理,教育局,网络与专线,,,,,,,2026-10-11\n,C01,别处的人,教育局,网络与专线,,,李经理,,,QT3,2026-10-11\n,C01,明天,教育局,网络与专线,,,李经理,,,,2026-10-13\nC01-SJ-202610-0099,C01,没有这个,教育局,网络与专线,,,李经理,,,,2026-10-11\n,C01,好的 ,教育局,网络与专线,,,李经理,,,,2026-10-11\n"
    );
    let path = desk.file("商机.csv", &rows);
    assert_eq!(
        bad_cells(&mut desk, "opportunities", &path),
        [
            "3 商机分类 notInList",
            "4 商机来源 notInList",
            "5 客户经理或行业经理 accountManagerNeeded",
            "6 支撑人员工号 notServing",
            "7 线索日期 dateInFuture",
            "8 商机编号 unknownOpportunity",
            "9 项目名称 opportunityTwice"
        ]
    );
    assert_eq!(desk.ok("opportunities", json!({}))["total"], 0);
    assert_eq!(desk.ok("customers", json!({}))["total"], 0, "nor are their customers");
}
