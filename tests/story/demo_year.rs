//! The demo year shows every case, holds every rule, and goes on to a countersigned third quarter.

use app::Stage;
use huiqian_tests::Desk;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};

#[test]
fn every_case_is_shown_and_the_third_quarter_is_signed() {
    let mut desk = Desk::at("2026-11-22T02:00:00Z");
    let told = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&told);
    desk.app.watch(Box::new(move |progress| {
        heard.lock().unwrap().push(progress);
        true
    }));
    let made = desk.ok("makeDemo", json!({ "dir": null }));
    let last = told.lock().unwrap().last().copied().unwrap();
    assert_eq!((last.stage, last.done), (Stage::Year, last.total), "all acts were told as the whole");
    assert_eq!(made["units"], 24);
    assert!((110..=130).contains(&made["engineers"].as_u64().unwrap()), "{made}");
    let password = made["accounts"][0]["password"].clone();
    desk.ok("signIn", json!({ "account": "jingban", "password": password }));
    let quarters = desk.ok("quarters", json!({}));
    let of = |name: &str| -> Value {
        quarters.as_array().unwrap().iter().find(|q| q["quarter"] == name).cloned().unwrap_or_default()
    };
    let seen: Vec<_> = ["2026Q1", "2026Q2", "2026Q3", "2026Q4"]
        .map(|name| {
            (of(name)["status"].clone(), of(name)["coefficient"].clone(), of(name)["revision"].clone())
        })
        .into();
    assert_eq!(seen[0], (json!("closed"), json!("1.0000"), json!(1)), "full");
    assert_eq!(seen[1], (json!("closed"), json!("0.0000"), json!(1)), "below 70");
    assert_eq!((&seen[2].0, &seen[2].2), (&json!("final"), &json!(2)), "linear, corrected");
    assert_eq!(seen[3].0, json!("draft"));
    let first = desk.ok("settle", json!({ "quarter": "2026Q1" }));
    assert_eq!(first["overall"], "90.00");
    let warnings = first["warnings"].to_string();
    assert!(warnings.contains("roundedOverEdge") && warnings.contains("unitExempt"), "{warnings}");
    let third = desk.ok("settle", json!({ "quarter": "2026Q3" }));
    assert_eq!(third["objections"].as_array().unwrap().len(), 1);
    assert!(third["difference"].is_string());

    people_are_shown(&mut desk);
    work_is_shown(&mut desk);

    let tasks = |desk: &mut Desk| -> Vec<(String, String)> {
        let list = desk.ok("workbench", json!({}));
        let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
        list.as_array().unwrap().iter().map(|d| (text(&d["quarter"]), text(&d["task"]))).collect()
    };
    let mut before = tasks(&mut desk);
    // Of settlements: what the work of the units and certifications ask for is told beside them.
    let beside = ["Case", "Overdue", "Soon", "Refused", "Escalated", "Follow"];
    let of_settlement = |task: &str| beside.iter().all(|of| !task.ends_with(of));
    before.retain(|(_, task)| of_settlement(task));
    // October is scored and closed, November not over.
    assert_eq!(before, [("2026Q3".to_owned(), "sign".to_owned())]);

    // Q3 is linear without an edge near: one point of a city of 22 moves the score by 0.8 / 22.
    let values = desk.ok("pointValues", json!({ "quarter": "2026Q3" }));
    let city = values.as_array().unwrap().iter().find(|v| v["code"] == "CD").unwrap();
    let difference: f64 = city["plusOne"]["difference"].as_str().unwrap().parse().unwrap();
    assert!((difference - 1_200_000.0 * 0.8 / 22.0 / 100.0).abs() <= 120.0, "{city}");
    let open = desk.refused("pointValues", json!({ "quarter": "2026Q4" }));
    assert_eq!(open.code, "pointValuesTooEarly", "the client is told once the months are closed");

    let paths = ["q3.pdf", "q3-client.pdf", "q3-both.pdf"].map(|name| desk.path(name));
    desk.ok("makeReport", json!({ "quarter": "2026Q3", "out": paths[0] }));
    for (number, party) in ["client", "provider"].into_iter().enumerate() {
        let sign = json!({
            "path": paths[number], "p12": made["keys"][number], "password": made["keyPassword"], "party": party,
            "out": paths[number + 1],
        });
        desk.ok("signReport", sign);
    }
    let check = desk.ok("checkReport", json!({ "path": paths[2] }));
    assert_eq!(
        (check["verdict"].as_str(), check["matchesLedger"].as_bool()),
        (Some("countersigned"), Some(true))
    );
    assert_eq!(desk.ok("acceptReport", json!({ "path": paths[2] }))["outcome"], "closed");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
    let after = tasks(&mut desk);
    assert!(!after.contains(&("2026Q3".into(), "sign".into())), "{after:?}");
    assert!(after.contains(&("2026Q3".into(), "pay".into())), "{after:?}");
    let sheet = desk.path("cd.pdf");
    assert_eq!(
        desk.ok("makeReport", json!({ "quarter": "2026Q3", "unit": "CD", "out": sheet }))["formal"],
        true
    );
    let book = desk.path("book.xlsx");
    desk.ok("settlementWorkbook", json!({ "quarter": "2026Q3", "out": book }));
    desk.ok("accountWorkbook", json!({ "out": desk.path("account.xlsx") }));
}

/// What a visitor of 人员, 考勤 and 认证 finds.
fn people_are_shown(desk: &mut Desk) {
    let find = |list: &Value, key: &str, value: &str| -> Value {
        list.as_array().unwrap().iter().find(|line| line[key] == value).cloned().unwrap_or_default()
    };
    // On probation, awaited, and one whose papers are complete.
    let newcomer = desk.ok("person", json!({ "staffNo": "QT0203" }));
    assert_eq!((&newcomer["standing"], &newcomer["unit"]), (&json!("probation"), &json!("MY")), "{newcomer}");
    assert_eq!(newcomer["probation"]["to"], "2026-12-05");
    assert!(newcomer["checklist"].as_array().unwrap().iter().all(|item| item["met"] == true));
    assert_eq!(newcomer["notes"].as_array().unwrap().len(), 1);
    let awaited = desk.ok("announcedPeople", json!({}));
    assert_eq!(awaited.as_array().unwrap().len(), 1, "{awaited}");
    assert_eq!(awaited[0]["staffNo"], "QT0201");

    // Replaced in the third quarter, with evidence and a successor who is there.
    let replaced = desk.ok("person", json!({ "staffNo": "QT0119" }));
    let request = &replaced["replacements"][0];
    assert_eq!((&request["state"], &request["successor"]), (&json!("done"), &json!("QT0202")), "{request}");
    assert_eq!(request["months"].as_array().unwrap().len(), 2);
    assert_eq!((request["notes"].as_array().unwrap().len(), &replaced["standing"]), (2, &json!("left")));
    assert_eq!(replaced["stays"][0]["leaving"]["receiver"], "QT0202");
    let successor = desk.ok("person", json!({ "staffNo": "QT0202" }));
    assert_eq!(
        (&successor["unit"], &successor["stays"][0]["arrivedOn"]),
        (&json!("CD"), &json!("2026-10-08"))
    );

    // A whole quarter of punches of three units: hardly anything unrecorded, all kinds of days.
    let (mut late, mut missing, mut leave) = (0, 0, 0);
    for unit in ["CD", "MY", "NC"] {
        for month in ["2026-07", "2026-08", "2026-09", "2026-10"] {
            let view = desk.ok("attendanceMonth", json!({ "unit": unit, "month": month, "lang": "zh-CN" }));
            for person in view["people"].as_array().unwrap() {
                let totals = &person["totals"];
                assert_eq!(totals["unrecorded"], "0", "{unit} {month} {person}");
                late += totals["late"].as_u64().unwrap();
                missing += totals["missing"].as_u64().unwrap();
                leave += totals["leave"].as_array().unwrap().len();
            }
        }
    }
    assert!(late >= 10 && missing >= 3 && leave >= 6, "{late} {missing} {leave}");
    let absent = desk.ok("attendanceTotals", json!({ "unit": "NC", "month": "2026-09" }));
    let absent = absent.as_array().unwrap().iter().filter(|row| row["totals"]["absent"] == "1").count();
    assert_eq!(absent, 1);
    let applications = desk.ok("attendanceApplications", json!({ "unit": null, "month": null }));
    let states = |wanted: &str| {
        applications.as_array().unwrap().iter().filter(|known| known["state"] == wanted).count()
    };
    assert_eq!((states("open"), states("approved"), states("refused")), (1, 8, 1), "{applications}");

    // One certified by all gates, one case open of which some gates are met and some need proof.
    let stand = desk.ok("certifications", json!({ "unit": "MY" }));
    let certified = find(&stand["lines"], "staffNo", "QT0046");
    assert_eq!((&certified["state"], &certified["level"]), (&json!("certified"), &json!(1)), "{certified}");
    assert_eq!(find(&stand["lines"], "staffNo", "QT0047")["state"], "open");
    let case = desk.ok("certification", json!({ "staffNo": "QT0047", "number": null, "level": null }));
    let verdicts: Vec<&str> =
        case["gates"].as_array().unwrap().iter().map(|gate| gate["verdict"].as_str().unwrap()).collect();
    assert_eq!(verdicts, ["needsProof", "met", "met", "met", "needsProof"], "{case}");

    // Training attended and missed and still to come, an award, an interview, abilities judged.
    let course = desk.ok("development", json!({ "staffNo": "QT0017" }));
    assert_eq!(course["trainings"].as_array().unwrap().len(), 2);
    assert!(course["trainings"].to_string().contains("\"attended\":true"), "{course}");
    assert_eq!(course["conduct"][0]["kind"], "commendation");
    assert!(course["abilities"].as_array().unwrap().iter().any(|ability| ability["met"] == false));
    let interviewed = desk.ok("development", json!({ "staffNo": "QT0020" }));
    assert_eq!(interviewed["conduct"][0]["kind"], "interview");
}

/// What a visitor of 工单, 商机, 客户, 沟通 and 表单 finds: all units, all types, all states.
fn work_is_shown(desk: &mut Desk) {
    let total = |desk: &mut Desk, name: &str, request: Value| {
        let answer = desk.ok(name, request);
        answer["total"].as_u64().unwrap()
    };
    assert_eq!(total(desk, "tickets", json!({ "limit": 1 })), 3_000);
    for (state, least) in [
        ("applied", 1),
        ("unassigned", 1),
        ("assigned", 1),
        ("running", 20),
        ("delivered", 5),
        ("closed", 2_500),
        ("declined", 1),
        ("void", 20),
    ] {
        let found = total(desk, "tickets", json!({ "states": [state], "limit": 1 }));
        assert!(found >= least, "{state}: {found}");
    }
    let late = total(desk, "tickets", json!({ "due": ["overdue"], "limit": 1 }));
    assert!((1..=60).contains(&late), "{late} late");
    for kind in ["opportunity", "analysis", "exchange", "solution", "bid", "bidOnSite", "other", "support"] {
        let found = total(desk, "tickets", json!({ "kind": kind, "limit": 1 }));
        assert!(found >= 60, "{kind}: {found}");
    }
    let counted =
        desk.ok("ticketStatistics", json!({ "from": "2026-01-01", "to": "2026-11-20", "unit": null }));
    assert_eq!(counted["units"].as_array().unwrap().len(), 24, "every unit has work");

    assert_eq!(total(desk, "opportunities", json!({ "limit": 1 })), 200);
    assert!((75..=90).contains(&total(desk, "customers", json!({ "limit": 1 }))));
    let rates = desk.ok("successRates", json!({ "from": "2026-01-01", "to": "2026-11-20", "unit": null }));
    for outcome in ["won", "agreed", "lost", "dropped"] {
        assert!(rates["total"][outcome].as_u64().unwrap() >= 5, "{outcome}: {}", rates["total"]);
    }
    for stage in ["collection", "survey", "solution", "demonstration", "bid", "closing"] {
        let open = json!({ "stages": [stage], "ended": false, "limit": 1 });
        assert!(total(desk, "opportunities", open) >= 1, "{stage}");
    }

    for (register, least) in [
        ("minutes", 80),
        ("contact", 100),
        ("visit", 40),
        ("complaint", 20),
        ("survey", 100),
        ("problem", 10),
        ("form", 50),
    ] {
        let found = total(desk, "forms", json!({ "registers": [register], "limit": 1 }));
        assert!(found >= least, "{register}: {found}");
    }
    for state in ["open", "returned", "closed", "void"] {
        assert!(total(desk, "forms", json!({ "states": [state], "limit": 1 })) >= 1, "{state}");
    }
    assert!(total(desk, "tasks", json!({ "states": ["open"], "limit": 1 })) >= 5);
    let upheld = json!({ "verdicts": ["upheld", "partlyUpheld"], "limit": 1 });
    assert!(total(desk, "forms", upheld) >= 5);
}
