//! The files of documents over the years: one that is damaged, gone or swapped is found, told, mended; what nobody knows is put aside
//! and not removed; a document whose last day comes is told ahead.

use super::tickets::{desk, register, sign_in};
use crate::words::says;
use app::Stage;
use huiqian_tests::{Desk, PASSWORD};
use ledger::rusqlite::Connection;
use serde_json::{Value, json};
use std::path::PathBuf;

/// A ticket of the first unit with these files on it, and the digests of the files.
fn with_documents(texts: &[&str]) -> (Desk, String, Vec<String>) {
    let mut desk = desk();
    let fields = json!({ "tenderDeadline": "2026-11-14", "tenderNo": "SCZC-2026-118" });
    let about = format!("ticket/{}", register(&mut desk, "bid", fields));
    let files: Vec<Value> =
        texts.iter().map(|text| json!({ "path": desk.file(&format!("{text}.txt"), text) })).collect();
    let filed = desk.ok("fileDocuments", json!({ "about": about, "files": files }));
    let digests =
        filed["documents"].as_array().unwrap().iter().map(|one| one["file"].as_str().unwrap().to_owned());
    let digests = digests.collect();
    (desk, about, digests)
}

fn place(digest: &str) -> String {
    format!("{}/{}/{digest}", &digest[..2], &digest[2..4])
}

fn stored(desk: &Desk, digest: &str) -> PathBuf {
    desk.app.dir().join("attachments").join(place(digest))
}

/// What verifying says, each with the file it is about.
fn findings(desk: &mut Desk) -> Vec<(String, String)> {
    let verify = desk.ok("verifyLedger", json!({}));
    let found = verify["findings"].as_array().unwrap().iter().map(|one| {
        let about = one["params"]["digest"].as_str().or(one["params"]["path"].as_str()).unwrap_or_default();
        (one["code"].as_str().unwrap().to_owned(), about.to_owned())
    });
    let mut found: Vec<_> = found.collect();
    found.sort();
    found
}

fn due(desk: &mut Desk) -> Value {
    desk.ok("checkFiles", json!({ "occasion": "due" }))
}

fn check(desk: &mut Desk) -> Value {
    desk.ok("fileCheck", json!({}))
}

fn tasks(desk: &mut Desk) -> Vec<(String, u64)> {
    let list = desk.ok("workbench", json!({}));
    let line =
        |line: &Value| (line["task"].as_str().unwrap().to_owned(), line["persons"].as_u64().unwrap_or(0));
    let known = ["filesDamaged", "documentsExpired", "documentsExpiring"];
    list.as_array().unwrap().iter().map(line).filter(|(task, _)| known.contains(&task.as_str())).collect()
}

#[test]
fn a_file_that_is_damaged_gone_or_swapped_is_found_and_mended() {
    let (mut desk, about, digests) = with_documents(&["第一份", "第二份", "第三份", "第四份", "第五份"]);
    let version =
        json!({ "document": "C01-TB202610005", "path": desk.file("改.txt", "第五份的新版"), "change": "改" });
    desk.ok("addDocumentVersion", version);
    assert_eq!(findings(&mut desk), []);
    assert_eq!(due(&mut desk), json!({ "files": 6, "more": false }));
    assert_eq!(due(&mut desk), json!({ "files": 0, "more": false }), "once a week");

    // One is damaged, one is gone, two are swapped; the fifth, an older version, has lost its row.
    std::fs::write(stored(&desk, &digests[0]), "第一分").unwrap();
    std::fs::remove_file(stored(&desk, &digests[1])).unwrap();
    let swap = desk.path("swap");
    std::fs::rename(stored(&desk, &digests[2]), &swap).unwrap();
    std::fs::rename(stored(&desk, &digests[3]), stored(&desk, &digests[2])).unwrap();
    std::fs::rename(&swap, stored(&desk, &digests[3])).unwrap();
    let conn = Connection::open(desk.app.dir().join("ledger.sqlite3")).unwrap();
    conn.execute("DELETE FROM attachment WHERE digest = ?1", [&digests[4]]).unwrap();
    let mut expected = vec![("finding.attachmentMissing".to_owned(), digests[1].clone())];
    for digest in [&digests[0], &digests[2], &digests[3]] {
        expected.push(("finding.attachmentDamaged".to_owned(), digest.clone()));
    }
    expected.push(("finding.attachmentUnlisted".to_owned(), digests[4].clone()));
    expected.push(("finding.unknownFile".to_owned(), stored(&desk, &digests[4]).display().to_string()));
    expected.sort();
    assert_eq!(findings(&mut desk), expected);
    // Filing the same contents once more lists it again.
    let again = |desk: &mut Desk, text: &str| {
        let path = desk.file("原件.txt", text);
        desk.ok("fileDocuments", json!({ "about": about, "files": [{ "path": path }] }));
    };
    again(&mut desk, "第五份");

    // A week later it is read again in the background; only the administrator is told.
    desk.restart("2026-10-19T02:00:00Z");
    assert_eq!(tasks(&mut desk), []);
    assert_eq!(due(&mut desk)["files"], 6);
    assert_eq!(tasks(&mut desk), [("filesDamaged".to_owned(), 4)]);
    let view = check(&mut desk);
    assert_eq!((&view["running"], &view["nextOn"]), (&Value::Null, &json!("2026-10-26")));
    assert_eq!(view["last"], json!({ "endedAt": "2026-10-19 10:00:00", "files": 6, "bytes": 63 }));
    let bad: Vec<(&str, bool)> = view["bad"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["digest"].as_str().unwrap(), one["missing"].as_bool().unwrap()))
        .collect();
    assert_eq!(bad.len(), 4);
    assert!(bad.contains(&(&digests[1], true)) && bad.contains(&(&digests[0], false)), "{bad:?}");
    let of = view["bad"].as_array().unwrap().iter().find(|one| one["digest"] == digests[1].as_str()).unwrap();
    assert_eq!(of["of"], json!(["document/C01-TB202610002"]));
    sign_in(&mut desk, "manager");
    assert_eq!(tasks(&mut desk), []);
    assert_eq!(desk.refused("fileCheck", json!({})).code, "noRight");
    assert_eq!(desk.refused("checkFiles", json!({ "occasion": "now" })).code, "noRight");

    // Whoever has the originals files them again: the same contents take the place of what is bad.
    again(&mut desk, "第一份");
    again(&mut desk, "第二份");
    sign_in(&mut desk, "admin");
    assert_eq!(desk.ok("checkFiles", json!({ "occasion": "bad" })), json!({ "files": 4, "more": false }));
    assert_eq!(tasks(&mut desk), [("filesDamaged".to_owned(), 2)]);
    for text in ["第三份", "第四份"] {
        again(&mut desk, text);
    }
    desk.ok("checkFiles", json!({ "occasion": "bad" }));
    assert_eq!((tasks(&mut desk), check(&mut desk)["bad"].clone()), (vec![], json!([])));
    assert_eq!(findings(&mut desk), []);
}

#[test]
fn a_reading_that_was_stopped_goes_on_where_it_stopped() {
    let (mut desk, _, digests) = with_documents(&["第一份", "第二份", "第三份", "第四份"]);
    let mut order = digests.clone();
    order.sort();
    // The first in order is bad: what was found before stopping is known at once and stays known.
    std::fs::write(stored(&desk, &order[0]), "坏").unwrap();
    sign_in(&mut desk, "admin");
    desk.app.watch(Box::new(|told| told.stage != Stage::Attachments || told.done < 2));
    let stopped = desk.refused("checkFiles", json!({ "occasion": "now" }));
    assert_eq!(stopped.code, "cancelled");
    desk.app.watch(Box::new(|_| true));
    let view = check(&mut desk);
    assert_eq!((&view["running"]["files"], &view["running"]["of"]), (&json!(2), &json!(4)));
    assert_eq!((&view["last"], view["bad"].as_array().unwrap().len()), (&Value::Null, 1));
    desk.restart("2026-10-14T02:00:00Z");
    assert_eq!(due(&mut desk), json!({ "files": 2, "more": false }));
    let view = check(&mut desk);
    assert_eq!((&view["last"]["files"], view["bad"].as_array().unwrap().len()), (&json!(4), 1));
}

#[test]
fn files_that_no_record_names_are_put_aside_and_not_removed() {
    let (mut desk, _, digests) = with_documents(&["第一份"]);
    sign_in(&mut desk, "admin");
    assert_eq!(desk.ok("strayFiles", json!({})), json!({ "files": [], "aside": null }));
    let folder = desk.app.dir().join("attachments");
    std::fs::write(folder.join("说明.txt"), "不是附件").unwrap();
    let orphan = "ab".repeat(32);
    std::fs::create_dir_all(stored(&desk, &orphan).parent().unwrap()).unwrap();
    std::fs::write(stored(&desk, &orphan), "孤儿").unwrap();
    // One that may be coming in at this moment is nobody's business yet.
    std::fs::write(folder.join(".incoming-x"), "").unwrap();
    let listed = desk.ok("strayFiles", json!({}));
    let files = listed["files"].as_array().unwrap();
    let places: Vec<&str> = files.iter().map(|file| file["place"].as_str().unwrap()).collect();
    assert_eq!(places, [place(&orphan).as_str(), "说明.txt"]);
    assert_eq!((&files[1]["bytes"], files[1]["written"].is_string()), (&json!(12), true));

    let audit = json!({ "account": "auditor", "name": "审计", "role": "auditor", "unit": null, "post": null, "password": PASSWORD });
    desk.ok("openAccount", audit);
    sign_in(&mut desk, "auditor");
    assert_eq!(desk.ok("strayFiles", json!({}))["files"].as_array().unwrap().len(), 2);
    assert_eq!(desk.refused("putFilesAside", json!({ "places": places })).code, "noRight");
    sign_in(&mut desk, "admin");
    says(&desk.refused("putFilesAside", json!({ "places": [] })), "noFilesChosen", &[]);
    // What has a record, and what lies elsewhere, stays where it is, and so does what was asked for beside it.
    for other in [place(&digests[0]), "../ledger.lock".to_owned()] {
        let refused = desk.refused("putFilesAside", json!({ "places": ["说明.txt", other] }));
        assert_eq!(refused.code, "fileNotFound", "{refused:?}");
    }
    assert!(folder.join("说明.txt").exists() && stored(&desk, &digests[0]).exists());
    let done = desk.ok("putFilesAside", json!({ "places": places }));
    assert_eq!((&done["files"], &done["bytes"]), (&json!(2), &json!(18)));
    let aside = PathBuf::from(done["folder"].as_str().unwrap());
    assert_eq!(std::fs::read_to_string(aside.join("说明.txt")).unwrap(), "不是附件");
    assert_eq!(std::fs::read_to_string(aside.join(&orphan)).unwrap(), "孤儿");
    let after = desk.ok("strayFiles", json!({}));
    assert_eq!((&after["files"], after["aside"].is_string()), (&json!([]), true));
    // Another time it is another folder, and the same name takes no other's place.
    std::fs::write(folder.join("说明.txt"), "又一个").unwrap();
    let again = desk.ok("putFilesAside", json!({ "places": ["说明.txt"] }));
    assert_ne!(again["folder"], done["folder"]);
}

#[test]
fn a_last_day_is_told_ahead_to_those_who_do_the_work() {
    let (mut desk, about, _) = with_documents(&["第一份"]);
    let license = desk.file("营业执照.pdf", "执照");
    let filed = json!({ "about": about, "files": [{ "path": license, "validUntil": "2026-11-20" }] });
    desk.ok("fileDocuments", filed);
    let expected = |task: &str| vec![(task.to_owned(), 1)];
    for (now, told) in [
        ("2026-10-13T02:00:00Z", vec![]),
        ("2026-10-21T02:00:00Z", expected("documentsExpiring")),
        ("2026-11-20T02:00:00Z", expected("documentsExpiring")),
        ("2026-11-21T02:00:00Z", expected("documentsExpired")),
    ] {
        desk.restart(now);
        sign_in(&mut desk, "manager");
        assert_eq!(tasks(&mut desk), told, "{now}");
        for other in ["leader", "other"] {
            sign_in(&mut desk, other);
            assert_eq!(tasks(&mut desk), [], "{now} {other}");
        }
    }
    sign_in(&mut desk, "manager");
    let renewed = json!({
        "document": "C01-TB202610002", "title": "营业执照", "category": "bid", "kind": "certificate", "secrecy": "ordinary",
        "validUntil": "2029-11-20", "note": "", "tags": [],
    });
    desk.ok("describeDocument", renewed);
    assert_eq!(tasks(&mut desk), []);
}
