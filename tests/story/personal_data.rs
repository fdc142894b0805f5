//! Personal data stand beside the journal, never in it, and can be erased (个人信息保护法).

use huiqian_tests::Desk;
use serde_json::json;

const NAMES: [&str; 5] = ["司马相如", "欧阳修竹", "诸葛孔明", "上官婉儿", "东方朔望"];

/// A province that knows a manager, an engineer who left, a signatory, a receiver and paper signers by name.
fn named() -> Desk {
    let [manager, engineer, signatory, receiver, signer] = NAMES;
    let mut desk = Desk::province("2026-04-12T02:00:00Z", 1, false);
    desk.import("units", &format!("单位代码,单位名称,类别,负责人\nC01,第1分公司,市州,{manager}\n")).unwrap();
    desk.quarter("2026Q1", ["2026-01", "2026-02", "2026-03"], "1000.00", |_, _| "80".to_owned());
    let people = format!("工号,姓名,单位代码,到岗日期,离岗日期\nQT9,{engineer},C01,2025-03-01,2025-12-31\n");
    desk.import("people", &people).unwrap();
    desk.ok(
        "registerParty",
        json!({ "party": "client", "name": "四川移动", "alias": null, "representative": signatory, "post": null }),
    );
    desk.ok("deliverResult", json!({ "unit": "C01", "quarter": "2026Q1", "on": null, "to": receiver }));
    desk.confirm("2026Q1");
    desk.ok("stepSettlement", json!({ "quarter": "2026Q1", "step": "finalise" }));
    let scan = desk.file("scan.pdf", "ink");
    desk.ok(
        "acceptPaper",
        json!({
            "path": scan, "quarter": "2026Q1", "reportNo": "HQ-2026Q1-JS-R1", "revision": 1, "signers": signer,
            "sealApproval": "YY-1", "sealKind": null,
        }),
    );
    desk
}

/// Whether any file of the ledger holds these bytes.
fn on_disk(desk: &Desk, text: &str) -> bool {
    let files = std::fs::read_dir(desk.app.dir()).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.is_file()).any(|path| {
        let bytes = std::fs::read(path).unwrap();
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    })
}

#[test]
fn no_act_holds_a_name_in_its_hashed_bytes() {
    let mut desk = named();
    let acts = desk.ok("journal", json!({ "limit": 1000 })).to_string();
    assert!(acts.contains("QT9") && acts.contains("resultDelivered") && acts.contains("paperRecorded"));
    for name in NAMES {
        assert!(!acts.contains(name), "{name} stands in the journal");
        assert!(on_disk(&desk, name), "{name} is kept beside it");
    }
    assert_eq!(desk.ok("units", json!({}))[0]["manager"], NAMES[0]);
}

#[test]
fn what_is_kept_of_a_person_is_erased_for_good() {
    let mut desk = named();
    desk.ok("setRetention", json!({ "months": 3 }));
    let subjects =
        ["manager/C01", "engineer/QT9", "representative/client", "receiver/2026Q1/C01", "paper/2026Q1/1"];
    for (subject, name) in subjects.into_iter().zip(NAMES) {
        let erase = json!({ "subject": subject, "reason": "本人要求" });
        let erased = desk.ok("erasePersonal", erase.clone());
        assert_eq!(
            (erased["pending"].as_bool(), erased["beyond"].as_array().unwrap().len()),
            (Some(false), 3)
        );
        assert!(!on_disk(&desk, name), "{name} after {subject}");
        assert_eq!(desk.refused("erasePersonal", erase).code, "nothingToErase");
    }
    let people = desk.people();
    let gone = people.iter().find(|p| p["staffNo"] == "QT9").unwrap();
    assert_eq!(gone["name"], "QT9", "the staff number stands for the person");
    assert_eq!(desk.ok("units", json!({}))[0]["manager"], json!(null));
    let verify = desk.ok("verifyLedger", json!({}));
    assert_eq!(verify["intact"], true, "{verify}");
}

#[test]
fn data_of_who_left_are_kept_for_their_time_and_the_copies_are_named() {
    let mut desk = named();
    let kept = desk.ok("personalKept", json!({ "subject": "engineer/QT9" }));
    assert_eq!(
        (kept["retentionMonths"].clone(), kept["erasableFrom"].clone()),
        (json!(24), json!("2027-12-31"))
    );
    let erase = json!({ "subject": "engineer/QT9", "reason": "本人要求" });
    let refused = desk.refused("erasePersonal", erase.clone());
    assert_eq!((refused.code.as_str(), &refused.params["from"]), ("retentionRuns", &json!("2027-12-31")));
    assert_eq!(desk.refused("setRetention", json!({ "months": 601 })).code, "retentionOutOfRange");

    // Files of the own unit, of everybody and of another unit; a backup; the own scores in a formal report.
    desk.import("units", "单位代码,单位名称,类别\nC02,第2分公司,市州\n").unwrap();
    let out = |name: &str| desk.path(name);
    let (own, all, other, backup) = (out("own.xlsx"), out("all.csv"), out("other.xlsx"), out("b.hqb"));
    for (file, unit) in [(&own, json!("C01")), (&all, json!(null)), (&other, json!("C02"))] {
        let request = json!({ "kind": "people", "out": file, "unit": unit, "month": null, "quarter": null });
        desk.ok("exportSheet", request);
    }
    desk.ok("makeReport", json!({ "quarter": "2026Q1", "unit": null, "out": desk.path("report.pdf") }));
    desk.ok("backupLedger", json!({ "out": backup }));
    desk.ok("setRetention", json!({ "months": 3 }));
    let erased = desk.ok("erasePersonal", erase);
    let names: Vec<&str> =
        erased["copies"].as_array().unwrap().iter().map(|copy| copy["name"].as_str().unwrap()).collect();
    for file in [&own, &all, &backup] {
        assert!(names.contains(&file.as_str()), "{file}: {names:?}");
    }
    assert!(!names.contains(&other.as_str()), "{names:?}");

    // Whose scores stand in a formal report is told its number.
    let scored = desk.ok("personalKept", json!({ "subject": "engineer/QT0001" }));
    assert!(scored["copies"].to_string().contains("HQ-2026Q1-JS-R1"), "{scored}");
    assert_eq!(scored["erasableFrom"], json!(null), "still on duty");
}

#[test]
fn whom_the_service_runs_on_stays_and_nothing_is_erased_without_a_word() {
    let mut desk = named();
    let head = desk.head();
    for (subject, reason, code) in [
        ("engineer/QT0001", "本人要求", "stillInUse"),
        ("account/admin", "本人要求", "stillInUse"),
        ("engineer/QT9", "本人要求", "retentionRuns"),
        ("engineer/QT9", " ", "reasonNeeded"),
        ("engineer/QT404", "本人要求", "nothingToErase"),
        ("somebody", "本人要求", "unknownSubject"),
    ] {
        let error = desk.refused("erasePersonal", json!({ "subject": subject, "reason": reason }));
        assert_eq!(error.code, code, "{subject}");
    }
    assert_eq!(desk.head(), head);
}

#[test]
fn the_file_of_an_engineer_names_nobody_in_the_journal_and_goes_with_them() {
    const FILE: [&str; 6] = ["澹台灭明", "微生亩氏", "漆雕开氏", "夏侯惇某", "轩辕小舟", "宇文长庆"];
    let [engineer, manager, behalf, noted, receiver, contact] = FILE;
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 1, true);
    let announce = json!({
        "staffNo": "QT1", "unit": "C01", "expectedOn": "2026-03-10", "name": engineer, "contact": contact,
        "skills": ["云"],
    });
    desk.ok("announceArrival", announce);
    let erase = |subject: &str| json!({ "subject": subject, "reason": "本人要求" });
    assert_eq!(desk.refused("erasePersonal", erase("engineer/QT1")).code, "stillInUse", "is to come");
    let scan = desk.file("letter.pdf", "%PDF");
    let letter = json!({
        "staffNo": "QT1", "kind": "letter", "number": "JS-1", "signedOn": "2026-03-09", "scan": scan,
        "onBehalf": { "person": behalf, "basis": "快文 1" },
    });
    desk.ok("filePaper", letter);
    desk.ok("nameManager", json!({ "staffNo": "QT1", "name": manager }));
    desk.ok(
        "noteWork",
        json!({ "staffNo": "QT1", "on": "2026-03-11", "text": format!("与{noted}走访客户") }),
    );
    // A list without those columns leaves what else is known.
    desk.import("people", &format!("工号,姓名,单位代码,到岗日期\nQT1,{engineer},C01,2026-03-10\n")).unwrap();
    assert_eq!(desk.ok("person", json!({ "staffNo": "QT1" }))["contact"], contact);
    let leaving = json!({
        "staffNo": "QT1", "lastDay": "2026-04-18", "reason": "合同到期", "receiverName": receiver,
        "entries": [{ "kind": "customer", "what": format!("{noted}的专线") }],
    });
    desk.ok("recordLeaving", leaving);

    let acts = desk.ok("journal", json!({ "limit": 1000 })).to_string();
    assert!(acts.contains("leavingRecorded") && acts.contains("workNoted"));
    for name in FILE {
        assert!(!acts.contains(name), "{name} stands in the journal");
        assert!(on_disk(&desk, name), "{name} is kept beside it");
    }
    desk.ok("setRetention", json!({ "months": 0 }));
    // Who answered for them may go alone; the rest goes with the engineer.
    desk.ok("erasePersonal", erase("file/manager/2026-03-10/QT1"));
    assert!(!on_disk(&desk, manager) && on_disk(&desk, receiver));
    desk.ok("erasePersonal", erase("engineer/QT1"));
    for name in FILE {
        assert!(!on_disk(&desk, name), "{name} after erasing");
    }
    let gone = desk.ok("person", json!({ "staffNo": "QT1" }));
    assert_eq!((&gone["name"], &gone["notes"][0]["text"]), (&json!("QT1"), &json!(null)));
    assert_eq!(
        (&gone["stays"][0]["leaving"]["count"], &gone["stays"][0]["leaving"]["entries"]),
        (&json!(1), &json!([]))
    );
    let verify = desk.ok("verifyLedger", json!({}));
    assert_eq!(verify["intact"], true, "{verify}");
}
