//! A demonstration: its materials are there, its team rehearses before the day, what was found wanting is settled (DEM-02, DEM-03).

use super::tickets::{desk, gaps, register, show};
use crate::words::says;
use huiqian_tests::Desk;
use serde_json::{Value, json};

const TICKET: &str = "C01-202610-0001";

fn of(more: Value) -> Value {
    let mut all = json!({ "ticket": TICKET });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    all
}

fn left(desk: &mut Desk, labels: &[&str]) -> Vec<String> {
    gaps(desk, TICKET).into_iter().filter(|label| labels.contains(&label.as_str())).collect()
}

#[test]
fn the_team_rehearses_before_the_day_and_the_materials_are_there() {
    let mut desk = desk();
    let fields = json!({
        "organiser": "政企客户部", "heldOn": "2026-10-14", "place": "市民中心", "demo": "yes", "presenter": "QT1",
        "demoLoop": "yes",
    });
    assert_eq!(register(&mut desk, "bidOnSite", fields), TICKET);
    desk.ok("assignTicket", of(json!({ "first": "QT1" })));
    desk.ok("takeTicket", of(json!({})));
    let loops = ["演示文稿", "演示系统已备好", "案例介绍", "排练（试宣讲）", "演示记录"];
    assert_eq!(left(&mut desk, &loops).len(), loops.len());
    for item in ["slides", "cases"] {
        let file = desk.file(&format!("{item}.pptx"), item);
        desk.ok("setTicketItem", of(json!({ "item": item, "state": "done", "file": file })));
    }
    desk.ok("setTicketItem", of(json!({ "item": "demoSystem", "state": "done" })));
    desk.restart("2026-10-15T02:00:00Z");
    super::tickets::sign_in(&mut desk, "manager");
    let shown = json!({ "audience": "刘局长", "points": "一网通办", "result": "认可" });
    desk.ok("recordOnTicket", of(json!({ "kind": "demo", "fields": shown, "on": "2026-10-14" })));
    assert_eq!(left(&mut desk, &loops), ["排练（试宣讲）"], "shown without having rehearsed");
    // What was rehearsed after the day does not count as before it.
    let rehearsed =
        |verdict: &str| json!({ "people": "张伟、李娜", "verdict": verdict, "result": "时长二十分钟" });
    let on = |day: &str, verdict: &str| {
        of(json!({ "kind": "rehearsal", "fields": rehearsed(verdict), "on": day }))
    };
    let unsaid = of(json!({ "kind": "rehearsal", "fields": { "people": "张伟" }, "on": "2026-10-13" }));
    says(&desk.refused("recordOnTicket", unsaid), "fieldMissing", &["结论"]);
    desk.ok("recordOnTicket", on("2026-10-15", "通过"));
    assert_eq!(left(&mut desk, &loops), ["排练（试宣讲）"], "after the day is too late");
    desk.ok("recordOnTicket", on("2026-10-13", "需要修改"));
    assert!(gaps(&mut desk, TICKET).contains(&"排练（试宣讲）".to_owned()), "an opinion is to be settled");
    let number = show(&mut desk, TICKET)["records"].as_array().unwrap().last().unwrap()["number"].clone();
    desk.ok("settleOpinion", of(json!({ "record": number, "accepted": true, "text": "压缩到十五分钟" })));
    assert_eq!(left(&mut desk, &loops), Vec::<String>::new());
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}
