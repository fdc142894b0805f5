//! An engineer's course, typed: a training attended, an award, a violation decided, abilities judged.

use crate::program::Place;

#[test]
fn a_course_is_recorded_and_shown() {
    let place = Place::with_ledger();
    let plan = [
        "development",
        "train",
        "confidentiality",
        "QT0001",
        "QT0002",
        "--title",
        "保密意识",
        "--hours",
        "4",
    ];
    place.run(&plan).exits(2);
    place.run(&[&plan[..], &["--on", "2026-01-05"]].concat()).exits(0);
    place.run(&[&plan[..], &["--on", "2026-12-05"]].concat()).exits(0);
    let attend = ["development", "attend", "1", "QT0001"];
    place.run(&attend).exits(2);
    place.run(&[&attend[..], &["--attended", "--result", "92.5"]].concat()).exits(0);
    place.run(&["development", "attend", "1", "QT0002", "--absent"]).exits(0);
    place.run(&["development", "cancel-training", "2", "--reason", "讲师请假"]).exits(0);

    let leak = ["development", "conduct", "QT0001", "leak", "--day", "2026-01-06"];
    let refused = place.run(&[&leak[..], &["--json"]].concat()).exits(1).json();
    assert_eq!(refused["error"]["code"], "evidenceNeeded");
    place.run(&[&leak[..], &["--text", "报价发到群里"]].concat()).exits(0);
    place.run(&["development", "conduct", "QT0001", "commendation", "--text", "客户来信"]).exits(0);
    let decide = ["development", "decide", "QT0001", "1", "--sanction", "writtenWarning", "--text", "属实"];
    place.run(&decide).exits(0);
    place.run(&["development", "withdraw", "QT0001", "2", "--reason", "记错人"]).exits(0);

    let ability = ["development", "ability", "QT0001", "delivery"];
    place.run(&ability).exits(2);
    place.run(&[&ability[..], &["--not-met", "--text", "两次迟交"]].concat()).exits(0);
    place.run(&["development", "ability", "QT0001", "expertise", "--met"]).exits(0);

    let course = place.run(&["development", "show", "QT0001", "--json"]).exits(0).json();
    assert_eq!(course["conduct"][0]["decided"]["sanction"], "writtenWarning");
    let words = place.run(&["development", "show", "QT0001"]).exits(0).out;
    for word in [
        "保密培训",
        "已参训 92.5",
        "已取消",
        "泄密",
        "书面警告",
        "已撤销",
        "6.5.4 按时交付完整方案  不符合",
        "未评定",
    ] {
        assert!(words.contains(word), "{word} is not in\n{words}");
    }
    let absent = place.run(&["development", "show", "QT0002"]).exits(0).out;
    assert!(absent.contains("未参训"), "{absent}");
}
