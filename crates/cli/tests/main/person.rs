//! One engineer's way, typed.

use crate::program::Place;
use serde_json::json;

#[test]
fn somebody_comes_by_the_letter_and_leaves_with_a_handover() {
    let place = Place::with_ledger();
    let on = ["--on", "2026-01-05"];
    let announce =
        ["person", "announce", "QT0003", "CD", "--name", "王五", "--skill", "云", "--skill", "专线"];
    place.run(&[&announce[..], &on].concat()).exits(0);
    let shown = place.run(&["person", "announced"]).exits(0).out;
    assert!(shown.contains("QT0003") && shown.contains("王五"), "{shown}");
    let scan = place.file("letter.pdf", "%PDF ink");
    let signed = ["--number", "JS-1", "--signed", "2026-01-02", "--scan", scan.as_str()];
    let pledge = ["person", "paper", "QT0003", "pledge"];
    let refused = place.run(&[&pledge[..], &signed, &["--json"]].concat()).exits(1).json();
    assert_eq!(refused["error"]["code"], "letterBeforeDuty");
    let letter = ["person", "paper", "QT0003", "letter", "--for-party", "provider", "--basis", "快文 7"];
    place.run(&[&letter[..], &signed].concat()).exits(0);
    // For whom without what shows it is wrong usage.
    let bare = ["person", "paper", "QT0003", "agreement", "--for-party", "provider"];
    place.run(&[&bare[..], &signed].concat()).exits(2);
    place.run(&["person", "manager", "QT0003", "--account", "admin"]).exits(0);
    let pledge_file = place.text("pledge.pdf");
    place.run(&["person", "make-paper", "QT0003", "pledge", "--out", &pledge_file]).exits(0);
    let register = place.text("register.pdf");
    place.run(&["person", "register", "--unit", "CD", "--out", &register]).exits(0);
    for made in ["pledge.pdf", "register.pdf"] {
        assert!(std::fs::read(place.path(made)).unwrap().starts_with(b"%PDF-"), "{made}");
    }
    let no_request = ["person", "replacement", "make", "QT0003", "--out", register.as_str(), "--json"];
    assert_eq!(place.run(&no_request).exits(1).json()["error"]["code"], "unknownReplacement");
    place.run(&["person", "note", "QT0003", "--on", "2026-01-07", "--text", "走访客户"]).exits(0);
    place.run(&["person", "strike-note", "QT0003", "1", "--reason", "记错"]).exits(0);

    let file = place.run(&["person", "show", "QT0003", "--json"]).exits(0).json();
    assert_eq!(file["stays"][0]["arrivedOn"], "2026-01-05");
    assert_eq!(file["stays"][0]["papers"][0]["onBehalf"]["basis"], "快文 7");
    assert_eq!(file["skills"], json!(["云", "专线"]));
    let words = place.run(&["person", "show", "QT0003"]).exits(0).out;
    assert!(words.contains("到岗接收函 已办") && words.contains("信息安全协议 未办"), "{words}");
    let digest = file["stays"][0]["papers"][0]["scan"].as_str().unwrap();
    let copy = place.text("copy");
    place.run(&["person", "save-scan", "QT0003", digest, "--out", &copy]).exits(0);
    assert_eq!(std::fs::read(place.path("copy.pdf")).unwrap(), b"%PDF ink");

    let missing = place.run(&["person", "missing", "--unit", "CD", "--json"]).exits(0).json();
    assert_eq!(missing["found"], 2);
    let move_it = ["person", "transfer", "QT0003", "ZQ", "--first-day", "2026-02-01", "--reason", "调动"];
    place.run(&move_it).exits(2);
    let handed = ["--item", "customer:某医院", "--receiver", "QT0002"];
    place.run(&[&move_it[..], &handed].concat()).exits(0);
    let leave =
        ["person", "leave", "QT0003", "--last-day", "2026-03-31", "--reason", "离职", "--nothing", "已移交"];
    place.run(&leave).exits(0);
    for (month, cd, zq) in [
        ("2026-01", json!(["QT0002", "QT0003"]), json!(["QT0001"])),
        ("2026-02", json!(["QT0002"]), json!(["QT0001", "QT0003"])),
        ("2026-04", json!(["QT0002"]), json!(["QT0001"])),
    ] {
        let heads = place.run(&["person", "headcount", month, "--json"]).exits(0).json();
        assert_eq!((&heads[0]["staffNos"], &heads[1]["staffNos"]), (&cd, &zq), "{month}");
        let named = |unit: &serde_json::Value| unit["names"].as_array().map(Vec::len);
        assert_eq!(named(&heads[0]).unwrap() as u64, heads[0]["people"], "{month}");
    }
    let none = place.run(&["person", "replacement", "request", "QT0002", "--json"]).exits(1).json();
    assert_eq!(none["error"]["code"], "noReplacementGround");
}
