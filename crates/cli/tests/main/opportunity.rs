//! Opportunities and customers, typed: registered, brought to the next stage with what is missing, ended, counted.

use crate::program::Place;

#[test]
fn an_opportunity_goes_from_the_lead_to_its_end() {
    let place = Place::with_ledger();
    place.run(&["customer", "register", "CD", "市大数据局", "--sector", "党政"]).exits(0);
    let again = place.run(&["customer", "register", "CD", "市大数据局", "--json"]).exits(1).json();
    assert_eq!(again["error"]["code"], "customerKnown");
    place.run(&["customer", "contact", "CD-KH-0001", "周处长", "--level", "中层"]).exits(0);
    let register = [
        "opportunity",
        "register",
        "CD",
        "市政务云二期",
        "--customer",
        "市大数据局",
        "--class",
        "云与数据中心",
        "--manager",
        "罗海燕",
        "--amount",
        "3200000",
        "--source",
        "客户主动咨询",
        "--staff",
        "QT0002",
    ];
    let made = place.run(&[&register[..], &["--json"]].concat()).exits(0).json();
    let no = made["opportunity"].as_str().unwrap().to_owned();
    let no = no.as_str();
    place.run(&["opportunity", "move", no, "nowhere"]).exits(2);
    let early = place.run(&["opportunity", "move", no, "survey", "--json"]).exits(1).json();
    assert_eq!(early["error"]["code"], "stageIncomplete");
    let shown = place.run(&["opportunity", "show", no]).exits(0).out;
    for words in ["市政务云二期", "市大数据局", "还缺", "ICT系统商机编号"] {
        assert!(shown.contains(words), "{words} is not in\n{shown}");
    }
    place.run(&["opportunity", "fill", no, "--field", "ictNo"]).exits(2);
    place.run(&["opportunity", "fill", no, "--field", "ictNo=ICT-1"]).exits(0);
    place.run(&["opportunity", "move", no, "bid", "--text", "直接招标"]).exits(0);
    let rival = ["--field", "name=某云公司"];
    place.run(&[&["opportunity", "record", no, "competitor"], &rival[..]].concat()).exits(0);
    let list = place.run(&["opportunity", "list", "--open", "--find", "政务云"]).exits(0).out;
    for words in [no, "投标文件编制", "共 1 个"] {
        assert!(list.contains(words), "{words} is not in\n{list}");
    }
    place.run(&["opportunity", "conclude", no, "lost", "--text", "价格高"]).exits(0);
    place.run(&["opportunity", "reopen", no, "--text", "废标重招"]).exits(0);
    place.run(&["opportunity", "conclude", no, "dropped", "--text", "预算取消"]).exits(0);
    let rates = place.run(&["opportunity", "rates", "2020-01-01", "2199-12-31"]).exits(0).out;
    assert!(rates.contains("0.0%") && rates.contains("合计"), "{rates}");
    let customers = place.run(&["customer", "list"]).exits(0).out;
    assert!(customers.contains("市大数据局") && customers.contains("共 1 家"), "{customers}");
    assert!(place.run(&["customer", "show", "CD-KH-0001"]).exits(0).out.contains("周处长"));
    place.run(&["customer", "left", "CD-KH-0001", "1"]).exits(0);
    let found = place.run(&["search", "政務云", "非", "三期"]).exits(0).out;
    for words in [no, "市【政务云】二期", "找到 1 条"] {
        assert!(found.contains(words), "{words} is not in\n{found}");
    }
    assert_eq!(
        place.run(&["search", "大数据局", "--kind", "customer", "--json"]).exits(0).json()["total"],
        1
    );
    assert_eq!(
        place.run(&["search", "非", "三期", "--json"]).exits(1).json()["error"]["code"],
        "onlyExcluded"
    );
}
