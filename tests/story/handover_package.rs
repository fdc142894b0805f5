//! A project's documents handed over: their index, the package, what a reader finds in it, why secret ones leave, and how the receiver is
//! told that it is whole, or what was done to it on the way.

use super::opportunities::{desk, register, sign_in};
use crate::words::says;
use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A project with a survey report, its ticket's bid, and prices.
fn project() -> (Desk, String, String) {
    let mut desk = desk();
    let no = register(&mut desk, json!({ "title": "市政务云：二期/扩容" }));
    let about = format!("opportunity/{no}");
    let ticket = super::tickets::register(
        &mut desk,
        "bid",
        json!({ "tenderDeadline": "2026-11-14", "tenderNo": "SCZC-2026-118" }),
    );
    desk.ok("linkTicket", json!({ "ticket": ticket, "opportunity": no }));
    let of_ticket = format!("ticket/{ticket}");
    file(&mut desk, &about, "需求调研报告.txt", "调研", json!({ "category": "survey", "stage": "QD" }));
    let bid = file(
        &mut desk,
        &of_ticket,
        "技术标.docx",
        "标书一",
        json!({ "title": "技术标 <终稿>", "category": "bid" }),
    );
    let version = json!({ "document": bid, "path": desk.file("技术标2.docx", "标书二"), "change": "补资质" });
    desk.ok("addDocumentVersion", version);
    desk.ok("placeDocument", json!({ "document": bid, "place": "3 号柜第 2 盒", "keeper": "罗海燕" }));
    (desk, about, of_ticket)
}

fn file(desk: &mut Desk, about: &str, name: &str, text: &str, more: Value) -> String {
    let mut one = json!({ "path": desk.file(name, text) });
    one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let filed = desk.ok("fileDocuments", json!({ "about": about, "files": [one] }));
    filed["documents"][0]["document"].as_str().unwrap().to_owned()
}

fn secret(desk: &mut Desk, about: &str) -> String {
    file(desk, about, "投标报价清单.xlsx", "报价", json!({ "category": "bid", "kind": "prices" }))
}

/// A package's files by their paths.
fn unpacked(path: &str) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut files = BTreeMap::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(file.name().unwrap().into_owned(), bytes);
    }
    files
}

fn packed(files: &[(String, Vec<u8>)], method: CompressionMethod) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        zip.start_file(&**path, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn check(desk: &mut Desk, name: &str, bytes: &[u8]) -> Value {
    let path = desk.path(name);
    std::fs::write(&path, bytes).unwrap();
    desk.ok("checkPackage", json!({ "path": path }))
}

fn codes(view: &Value) -> Vec<String> {
    let findings = view["findings"].as_array().unwrap().iter();
    findings
        .map(|found| {
            let code = found["code"].as_str().unwrap();
            for lang in [app::words::Lang::ZhCn, app::words::Lang::En] {
                let said = app::words::message(lang, code, found["params"].as_object().unwrap());
                assert!(said != code && !said.contains('{'), "{said}");
            }
            code.trim_start_matches("packageFinding.").to_owned()
        })
        .collect()
}

/// Names and bytes of a package's files.
type Entries = Vec<(String, Vec<u8>)>;

#[test]
fn an_index_lists_what_its_reader_may_know_of() {
    let (mut desk, about, of_ticket) = project();
    let prices = secret(&mut desk, &of_ticket);
    let out = desk.path("目录.pdf");
    desk.ok("makeDocumentIndex", json!({ "about": about, "out": out }));
    let pdf = std::fs::read(&out).unwrap();
    let figures = report_figures(&pdf);
    assert!(figures.contains(&prices) && figures.contains("C01-QD202610001"), "{figures}");
    assert_eq!(figures.matches("TB202610001").count(), 1);
    // Who reads tickets and not prices gets an index without them.
    sign_in(&mut desk, "admin");
    let audit = json!({
        "account": "auditor", "name": "审计", "role": "auditor", "unit": null, "post": null, "password": PASSWORD,
    });
    desk.ok("openAccount", audit);
    sign_in(&mut desk, "auditor");
    desk.ok("makeDocumentIndex", json!({ "about": of_ticket, "out": out }));
    let figures = report_figures(&std::fs::read(&out).unwrap());
    assert!(!figures.contains(&prices) && figures.contains("TB202610001"), "{figures}");
    let unknown = desk.refused("makeDocumentIndex", json!({ "about": about, "out": out }));
    says(&unknown, "unknownAbout", &[about.split_once('/').unwrap().1]);
    sign_in(&mut desk, "other");
    for act in ["makeDocumentIndex", "packageDocuments"] {
        assert_eq!(desk.refused(act, json!({ "about": about, "out": out })).code, "noRightForUnit");
    }
}

/// The documents that a report says that it lists.
fn report_figures(pdf: &[u8]) -> String {
    let text = String::from_utf8_lossy(pdf);
    let start = text.find("<hq:figures>").unwrap();
    text[start..text[start..].find("</hq:figures>").unwrap() + start].to_owned()
}

#[test]
fn a_package_holds_everything_and_its_receiver_can_tell() {
    let (mut desk, about, _) = project();
    let holds = desk.ok("packageContents", json!({ "about": about }));
    assert_eq!((&holds["documents"], &holds["guarded"]), (&json!(2), &json!([])));
    let out = desk.path("移交包.zip");
    let made = desk.ok("packageDocuments", json!({ "about": about, "out": out }));
    assert_eq!((&made["documents"], &made["leftOut"]), (&json!(2), &json!(false)));
    let files = unpacked(&out);
    let root = "市政务云：二期_扩容";
    let paths: Vec<&str> = files.keys().map(String::as_str).collect();
    let bid = format!("{root}/投标/C01-TB202610001 第2版 技术标 _终稿_.docx");
    assert!(paths.contains(&"manifest.json") && paths.contains(&&*bid), "{paths:?}");
    assert!(paths.contains(&&*format!("{root}/文件目录.pdf")), "{paths:?}");
    assert_eq!(paths.len(), 4);
    assert_eq!(files[&bid], "标书二".as_bytes());
    let manifest: Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    assert_eq!((&manifest["format"], &manifest["version"]), (&json!("huiqian-handover"), &json!(1)));
    let listed = manifest["files"].as_array().unwrap().iter().find(|file| file["path"] == *bid).unwrap();
    assert_eq!((&listed["document"], &listed["number"]), (&json!("C01-TB202610001"), &json!(2)));
    assert_eq!(listed["size"], files[&bid].len());
    // The ledger that made it says so; it stands on the document's page, and in who read it.
    let view = desk.ok("checkPackage", json!({ "path": out }));
    assert_eq!((&view["intact"], &view["known"]), (&json!(true), &json!("handedOver")), "{view}");
    assert_eq!((&view["manifest"], &view["documents"]), (&made["manifest"], &json!(2)));
    let page = desk.ok("document", json!({ "document": "C01-TB202610001" }));
    assert_eq!(page["readings"][0]["way"], "packaged");
    assert!(page["acts"].as_array().unwrap().iter().any(|act| act["kind"] == "document.packaged"));
    // Nobody is signed in and no ledger is there: the file alone says that it is whole.
    let mut elsewhere = Desk::at("2026-10-14T02:00:00Z");
    let view = elsewhere.ok("checkPackage", json!({ "path": out }));
    assert_eq!((&view["intact"], &view["known"]), (&json!(true), &Value::Null));
    // It survives a restart, and the ledger is sound with what it recorded.
    desk.restart("2026-10-13T02:00:00Z");
    assert_eq!(desk.ok("checkPackage", json!({ "path": out }))["known"], "handedOver");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn secret_documents_leave_with_a_reason_and_not_for_every_reader() {
    let (mut desk, _, about) = project();
    let prices = secret(&mut desk, &about);
    let holds = desk.ok("packageContents", json!({ "about": about }));
    assert_eq!(holds["guarded"], json!(["TB202610002 投标报价清单"]));
    let out = desk.path("移交包.zip");
    let ask = |reason: &str| json!({ "about": about, "out": out, "reason": reason });
    says(&desk.refused("packageDocuments", ask("  ")), "reasonNeeded", &[]);
    assert!(!Path::new(&out).exists());
    desk.ok("packageDocuments", ask("交给接手的项目经理"));
    let page = desk.ok("document", json!({ "document": prices }));
    let acts = page["acts"].as_array().unwrap();
    assert_eq!(acts[acts.len() - 1]["text"], "交给接手的项目经理");
    sign_in(&mut desk, "admin");
    let audit = json!({
        "account": "auditor", "name": "审计", "role": "auditor", "unit": null, "post": null, "password": PASSWORD,
    });
    desk.ok("openAccount", audit);
    sign_in(&mut desk, "auditor");
    let made = desk.ok("packageDocuments", ask(""));
    assert_eq!((&made["documents"], &made["leftOut"]), (&json!(1), &json!(true)));
    let files = unpacked(&out);
    assert!(files.keys().all(|path| !path.contains("报价")), "{:?}", files.keys());
    let view = desk.ok("checkPackage", json!({ "path": out }));
    assert_eq!((&view["intact"], &view["leftOut"]), (&json!(true), &json!(true)));
    // Nothing to hand over, nothing there.
    sign_in(&mut desk, "manager");
    let empty = register(&mut desk, json!({ "title": "另一个项目" }));
    let none = json!({ "about": format!("opportunity/{empty}"), "out": desk.path("空.zip") });
    says(&desk.refused("packageDocuments", none), "nothingToPackage", &[&empty]);
    assert!(!Path::new(&desk.path("空.zip")).exists());
}

#[test]
fn whatever_was_done_to_a_package_is_found() {
    let (mut desk, about, _) = project();
    let out = desk.path("移交包.zip");
    desk.ok("packageDocuments", json!({ "about": about, "out": out }));
    let whole = std::fs::read(&out).unwrap();
    let files: Entries = unpacked(&out).into_iter().collect();
    let stored = |files: &[(String, Vec<u8>)]| packed(files, CompressionMethod::Stored);
    // Put together anew from the same files it is still whole; what was packed is not taken, whatever it swells to.
    assert!(codes(&check(&mut desk, "same.zip", &stored(&files))).is_empty());
    let squeezed = packed(&files, CompressionMethod::Deflated);
    let path = desk.path("squeezed.zip");
    std::fs::write(&path, squeezed).unwrap();
    says(&desk.refused("checkPackage", json!({ "path": path })), "notPackage", &[&path]);
    let changed = |change: &dyn Fn(&mut Entries)| {
        let mut copy = files.clone();
        change(&mut copy);
        stored(&copy)
    };
    let bid = files.iter().position(|(path, _)| path.ends_with(".docx")).unwrap();
    let cases: Vec<(&str, Vec<u8>, Vec<&str>)> = vec![
        ("one byte", changed(&|files| files[bid].1[0] ^= 1), vec!["changed"]),
        ("longer", changed(&|files| files[bid].1.push(0)), vec!["changed"]),
        ("gone", changed(&|files| drop(files.remove(bid))), vec!["missing"]),
        ("extra", changed(&|files| files.push(("木马.exe".into(), b"x".to_vec()))), vec!["extra"]),
        (
            "out of the folder",
            changed(&|files| files.push(("../../木马.exe".into(), b"x".to_vec()))),
            vec!["unsafePath"],
        ),
        (
            "Windows' way out",
            changed(&|files| files.push(("..\\木马.exe".into(), b"x".to_vec()))),
            vec!["unsafePath"],
        ),
        ("absolute", changed(&|files| files.push(("/etc/木马".into(), b"x".to_vec()))), vec!["unsafePath"]),
        ("something before it", [b"x".to_vec(), whole.clone()].concat(), vec!["hidden"]),
        ("a renamed one", changed(&|files| files[bid].0 = "a.docx".into()), vec!["missing", "extra"]),
    ];
    for (what, bytes, expected) in cases {
        let view = check(&mut desk, "changed.zip", &bytes);
        assert_eq!(codes(&view), expected, "{what}");
        assert_eq!(view["intact"], false, "{what}");
    }
    // A manifest that leads out of its folder, and one that was written anew to hide a change.
    let manifest = files.iter().position(|(path, _)| path == "manifest.json").unwrap();
    let rewritten = |change: &dyn Fn(&mut Value)| {
        let mut copy = files.clone();
        let mut value: Value = serde_json::from_slice(&copy[manifest].1).unwrap();
        change(&mut value);
        copy[manifest].1 = serde_json::to_vec(&value).unwrap();
        stored(&copy)
    };
    let out_of = rewritten(&|value| value["files"][0]["path"] = json!("../目录.pdf"));
    assert_eq!(codes(&check(&mut desk, "out.zip", &out_of)), ["unsafePath", "extra"]);
    let twice = rewritten(&|value| {
        let first = value["files"][0].clone();
        value["files"].as_array_mut().unwrap().push(first);
    });
    assert_eq!(codes(&check(&mut desk, "twice.zip", &twice)), ["twice"]);
    let forged = rewritten(&|value| value["leftOut"] = json!(true));
    let view = check(&mut desk, "forged.zip", &forged);
    assert_eq!((&view["intact"], &view["known"]), (&json!(true), &json!("notHandedOver")));
    let newer = rewritten(&|value| value["version"] = json!(2));
    std::fs::write(&path, newer).unwrap();
    says(&desk.refused("checkPackage", json!({ "path": path })), "packageVersion", &["2", "1"]);
    // What is no package at all.
    for (name, bytes) in [
        ("empty.zip", Vec::new()),
        ("text.zip", b"PK".to_vec()),
        ("cut.zip", whole[..whole.len() / 2].to_vec()),
    ] {
        let path = desk.path(name);
        std::fs::write(&path, bytes).unwrap();
        says(&desk.refused("checkPackage", json!({ "path": path })), "notPackage", &[name]);
    }
    let foreign = packed(&[("a.txt".into(), b"a".to_vec())], CompressionMethod::Stored);
    std::fs::write(&path, foreign).unwrap();
    says(&desk.refused("checkPackage", json!({ "path": path })), "notPackage", &[&path]);
    let folder = desk.folder.path().display().to_string();
    assert_eq!(desk.refused("checkPackage", json!({ "path": folder })).code, "isFolder");
    // A byte anywhere in the middle of it does not go unnoticed.
    for place in (0..whole.len()).step_by(whole.len() / 40) {
        let mut bytes = whole.clone();
        bytes[place] ^= 0x20;
        let path = desk.path("byte.zip");
        std::fs::write(&path, &bytes).unwrap();
        match desk.call("checkPackage", json!({ "path": path })) {
            Ok(view) => {
                let forged_manifest = view["known"] == "notHandedOver";
                assert!(
                    view["intact"] == false || forged_manifest || same_contents(&bytes, &files),
                    "byte {place}"
                );
            }
            Err(error) => assert_eq!(error.code, "notPackage", "byte {place}"),
        }
    }
}

/// Whether the files and their names are what they were: a byte of a time or of a right in the list says nothing about them.
fn same_contents(bytes: &[u8], files: &[(String, Vec<u8>)]) -> bool {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    zip.len() == files.len()
        && files.iter().all(|(path, wanted)| {
            let mut found = Vec::new();
            zip.by_name(path).is_ok_and(|mut file| file.read_to_end(&mut found).is_ok()) && found == *wanted
        })
}

#[test]
fn a_package_that_is_stopped_or_damaged_leaves_nothing() {
    let (mut desk, about, of_ticket) = project();
    let big = "长".repeat(2_000_000);
    file(&mut desk, &of_ticket, "演示.txt", &big, json!({}));
    let folder = desk.folder.path().join("U盘");
    std::fs::create_dir(&folder).unwrap();
    let out = folder.join("移交包.zip").display().to_string();
    std::fs::write(&out, "旧的").unwrap();
    desk.app.watch(Box::new(|progress| progress.done == 0));
    let ask = json!({ "about": about, "out": out });
    assert_eq!(desk.refused("packageDocuments", ask.clone()).code, "cancelled");
    let left = |folder: &Path| std::fs::read_dir(folder).unwrap().count();
    assert_eq!((left(&folder), std::fs::read_to_string(&out).unwrap()), (1, "旧的".to_owned()));
    desk.app.watch(Box::new(|_| true));
    let journal = |desk: &mut Desk| desk.ok("documents", json!({ "about": of_ticket }))["total"].clone();
    assert_eq!(journal(&mut desk), 2);
    let page = desk.ok("document", json!({ "document": "C01-TB202610001" }));
    assert!(page["acts"].as_array().unwrap().iter().all(|act| act["kind"] != "document.packaged"));
    // A file of it is damaged on the disk: nothing goes out that is not what it was.
    let file = page["versions"][0]["file"].as_str().unwrap().to_owned();
    let stored = desk.app.dir().join("attachments").join(&file[..2]).join(&file[2..4]).join(&file);
    let sound = std::fs::read(&stored).unwrap();
    std::fs::write(&stored, "坏了").unwrap();
    assert_eq!(desk.refused("packageDocuments", ask.clone()).code, "attachmentDamaged");
    assert_eq!((left(&folder), std::fs::read_to_string(&out).unwrap()), (1, "旧的".to_owned()));
    std::fs::write(&stored, sound).unwrap();
    desk.ok("packageDocuments", ask);
    assert_eq!(desk.ok("checkPackage", json!({ "path": out }))["intact"], true);
    let nowhere = json!({ "about": about, "out": desk.path("没有这个文件夹/包.zip") });
    says(&desk.refused("packageDocuments", nowhere), "fileNotFound", &[]);
}
