//! Versions of a document by what is written in them: found by a word of any of them, with the version named; compared side by side;
//! by whom they are not found; and what is left to be found when somebody's data have been erased.

use super::searching_files::{reads, word};
use super::tickets::{desk, register, sign_in};
use crate::words::says;
use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};

/// A ticket of the first unit, files read as they come, and the unit's manager signed in.
fn with_ticket() -> (Desk, String) {
    let mut desk = desk();
    reads(&mut desk);
    let ticket =
        register(&mut desk, "bid", json!({ "tenderDeadline": "2026-11-14", "tenderNo": "SCZC-2026-118" }));
    (desk, format!("ticket/{ticket}"))
}

fn bytes(desk: &Desk, name: &str, bytes: &[u8]) -> String {
    let path = desk.path(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn file(desk: &mut Desk, about: &str, path: &str, more: Value) -> String {
    let mut one = json!({ "path": path });
    one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let filed = desk.ok("fileDocuments", json!({ "about": about, "files": [one] }));
    filed["documents"][0]["document"].as_str().unwrap().to_owned()
}

fn version(desk: &mut Desk, document: &str, path: &str) {
    desk.ok("addDocumentVersion", json!({ "document": document, "path": path, "change": "改" }));
}

fn read_all(desk: &mut Desk) {
    while desk.ok("readContents", json!({}))["more"] == true {}
}

fn found(desk: &mut Desk, words: &str) -> Vec<Value> {
    let view = desk.ok("findWords", json!({ "words": words, "kinds": ["document"] }));
    assert_eq!(view["behind"], 0);
    view["lines"].as_array().unwrap().clone()
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn a_word_of_any_version_finds_the_document_and_names_the_version() {
    let (mut desk, about) = with_ticket();
    let first = bytes(&desk, "方案.docx", &word(&paragraph("核心机房采用双路由接入")));
    let document = file(&mut desk, &about, &first, json!({}));
    assert!(found(&mut desk, "双路由").is_empty(), "nobody has read it yet");
    assert_eq!(desk.ok("findWords", json!({ "words": "双路由" }))["unread"], 1);
    read_all(&mut desk);
    let second = bytes(&desk, "方案2.docx", &word(&paragraph("核心机房采用三路由接入")));
    version(&mut desk, &document, &second);
    read_all(&mut desk);
    let hit = |desk: &mut Desk, words: &str| {
        let lines = found(desk, words);
        assert_eq!(lines.len(), 1, "{words}: {lines:?}");
        assert_eq!(lines[0]["key"], *document);
        lines[0]["file"].clone()
    };
    let older = hit(&mut desk, "双路由");
    assert_eq!((&older["version"], &older["holds"]), (&json!(1), &json!(false)));
    assert_eq!((&older["label"], &older["place"]["at"]), (&json!("方案.docx"), &json!("paragraph")));
    let newer = hit(&mut desk, "三路由");
    assert_eq!((&newer["version"], &newer["holds"]), (&json!(2), &json!(true)));
    // Its list finds it as well, and the version that was named opens.
    let listed = desk.ok("documents", json!({ "text": "双路由" }));
    assert_eq!(listed["total"], 1);
    let shown = desk.ok("lookAtDocument", json!({ "document": document, "version": 1 }));
    assert_eq!(shown["parts"][0]["text"], "核心机房采用双路由接入");
    // It is so after a restart too, and after a replay of the journal.
    desk.restart("2026-10-13T02:00:00Z");
    reads(&mut desk);
    sign_in(&mut desk, "manager");
    assert_eq!(hit(&mut desk, "双路由")["version"], 1);
    // What cannot be read holds up nobody.
    let broken = bytes(&desk, "坏的.docx", b"PK\x03\x04 broken word/document.xml");
    version(&mut desk, &document, &broken);
    read_all(&mut desk);
    assert_eq!(hit(&mut desk, "三路由")["holds"], false);
}

#[test]
fn prices_are_not_found_by_their_contents_by_those_who_may_not_read_them() {
    let (mut desk, about) = with_ticket();
    let prices = desk.file("投标报价清单.txt", "总价三百二十万元整");
    let document = file(&mut desk, &about, &prices, json!({ "category": "bid", "kind": "prices" }));
    let open = desk.file("说明.txt", "总价见报价清单");
    let other = file(&mut desk, &about, &open, json!({}));
    sign_in(&mut desk, "admin");
    let audit = json!({
        "account": "auditor", "name": "审计", "role": "auditor", "unit": null, "post": null, "password": PASSWORD,
    });
    desk.ok("openAccount", audit);
    sign_in(&mut desk, "auditor");
    assert_eq!(desk.ok("findWords", json!({ "words": "总价" }))["unread"], 1, "prices are not even counted");
    read_all(&mut desk);
    let keys = |lines: Vec<Value>| lines.iter().map(|line| line["key"].clone()).collect::<Vec<_>>();
    assert_eq!(keys(found(&mut desk, "总价")), [json!(other)]);
    assert!(found(&mut desk, "三百二十万").is_empty());
    assert_eq!(desk.ok("documents", json!({ "text": "三百二十万" }))["total"], 0);
    let all = desk.ok("findWords", json!({ "words": "三百二十万" }));
    assert!(all["counts"].as_array().unwrap().iter().all(|count| count["count"] == 0), "{all}");
    says(&desk.refused("compareVersions", json!({ "document": document })), "unknownDocument", &[&document]);
    sign_in(&mut desk, "manager");
    assert_eq!(keys(found(&mut desk, "三百二十万")), [json!(document)]);
}

#[test]
fn who_was_erased_is_not_found_in_documents_any_more() {
    let (mut desk, about) = with_ticket();
    let path = desk.file("访谈.txt", "受访人罗海燕谈现状");
    let document = file(&mut desk, &about, &path, json!({ "title": "访谈 罗海燕" }));
    let same = file(&mut desk, &about, &path, json!({ "title": "副本" }));
    read_all(&mut desk);
    assert_eq!(found(&mut desk, "受访人罗海燕").len(), 2);
    let page = desk.ok("document", json!({ "document": document }));
    let subject = page["subject"].clone();
    let line = &page["line"];
    desk.ok(
        "describeDocument",
        json!({
            "document": document, "title": "访谈", "category": line["category"], "kind": line["kind"], "secrecy": "ordinary",
        }),
    );
    sign_in(&mut desk, "admin");
    desk.ok("erasePersonal", json!({ "subject": subject, "reason": "本人要求" }));
    read_all(&mut desk);
    assert!(found(&mut desk, "罗海燕").is_empty(), "nor in the other document of the same file");
    assert_eq!(found(&mut desk, "副本").len(), 1);
    let left = [document, same].map(|document| desk.ok("document", json!({ "document": document })));
    assert!(left.iter().all(|page| page["line"]["file"].is_string()), "the files themselves stay");
}

#[test]
fn two_versions_stand_side_by_side() {
    let (mut desk, about) = with_ticket();
    let lines = |days: &str, more: &str| -> String {
        let body: String = (1..=20).map(|n| format!("第{n}条 一般要求\n")).collect();
        format!("总则\n{body}工期{days}天\n{more}")
    };
    let first = desk.file("标书.txt", &lines("六十", ""));
    let document = file(&mut desk, &about, &first, json!({}));
    let of = |more: Value| {
        let mut all = json!({ "document": document });
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        all
    };
    let alone = desk.refused("compareVersions", of(json!({})));
    says(&alone, "unknownVersion", &[&document, "0"]);
    let second = desk.file("标书2.txt", &lines("九十", "附表一"));
    version(&mut desk, &document, &second);
    let view = desk.ok("compareVersions", of(json!({})));
    assert_eq!((&view["from"]["number"], &view["to"]["number"]), (&json!(1), &json!(2)));
    assert_eq!((&view["changed"], &view["added"], &view["removed"]), (&json!(1), &json!(1), &json!(0)));
    let rows = view["rows"].as_array().unwrap();
    assert_eq!((&rows[0]["kind"], &rows[0]["skipped"]), (&json!("skipped"), &json!(18)));
    let changed = rows.iter().find(|row| row["kind"] == "changed").unwrap();
    let marked = |side: &Value| {
        let pieces = side["pieces"].as_array().unwrap().iter().filter(|piece| piece["marked"] == true);
        pieces.map(|piece| piece["text"].as_str().unwrap().to_owned()).collect::<String>()
    };
    assert_eq!((marked(&changed["left"]), marked(&changed["right"])), ("六".to_owned(), "九".to_owned()));
    assert_eq!(changed["left"]["place"]["number"], 22);
    // Read by both, noted for both.
    let readings = desk.ok("document", of(json!({})))["readings"].as_array().unwrap().clone();
    assert_eq!(readings.iter().map(|one| &one["version"]).collect::<Vec<_>>(), [2, 1]);
    let same = desk.ok("compareVersions", of(json!({ "from": 2, "to": 2 })));
    assert!(same["rows"].as_array().unwrap().is_empty());
    // What cannot be read says why; a Word file is compared with the text that it once was.
    let old = bytes(&desk, "旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    version(&mut desk, &document, &old);
    let view = desk.ok("compareVersions", of(json!({})));
    let reason = view["to"]["unread"].as_str().unwrap();
    assert!(app::words::has(app::words::Lang::ZhCn, &format!("unread.{reason}")), "{reason}");
    assert!(view["from"]["unread"].is_null() && view["rows"].as_array().unwrap().is_empty());
    let body = [paragraph("总则"), paragraph("工期九十天")].concat();
    let letter = bytes(&desk, "标书.docx", &word(&body));
    version(&mut desk, &document, &letter);
    let view = desk.ok("compareVersions", of(json!({ "from": 2 })));
    assert_eq!((&view["changed"], &view["added"]), (&json!(0), &json!(0)), "{view}");
    says(&desk.refused("compareVersions", of(json!({ "from": 9 }))), "unknownVersion", &["9"]);
}
