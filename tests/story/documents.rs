//! Documents: files hung on a ticket get a number, keep every version, are locked, lent, voided, found; what cannot be filed is
//! refused and leaves nothing behind; what is left of them after a restart.

use super::tickets::{desk, register, sign_in};
use crate::words::says;
use app::clock::Clock;
use app::{App, Options};
use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

/// A ticket of the first unit, and the unit's manager signed in.
fn with_ticket() -> (Desk, String) {
    let mut desk = desk();
    let fields = json!({ "tenderDeadline": "2026-11-14", "tenderNo": "SCZC-2026-118" });
    let ticket = register(&mut desk, "bid", fields);
    (desk, format!("ticket/{ticket}"))
}

fn file(desk: &mut Desk, about: &str, files: Value) -> Vec<Value> {
    desk.ok("fileDocuments", json!({ "about": about, "files": files }))["documents"]
        .as_array()
        .unwrap()
        .clone()
}

fn one(desk: &mut Desk, about: &str, name: &str, text: &str) -> String {
    let path = desk.file(name, text);
    file(desk, about, json!([{ "path": path }]))[0]["document"].as_str().unwrap().to_owned()
}

fn show(desk: &mut Desk, document: &str) -> Value {
    desk.ok("document", json!({ "document": document }))
}

fn listed(desk: &mut Desk, asked: Value) -> Vec<String> {
    // What was written a moment ago is indexed before it is looked for.
    let view = desk.ok("documents", asked);
    assert_eq!(view["behind"], 0);
    let lines = view["lines"].as_array().unwrap();
    lines.iter().map(|line| line["document"].as_str().unwrap().to_owned()).collect()
}

/// Files under the folder of attachments, unfinished ones among them.
fn stored(folder: &Path) -> usize {
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        count += if entry.file_type().unwrap().is_dir() { stored(&entry.path()) } else { 1 };
    }
    count
}

fn attachments(desk: &Desk) -> usize {
    stored(&desk.app.dir().join("attachments"))
}

#[test]
fn files_are_filed_by_one_act_and_numbered() {
    let (mut desk, about) = with_ticket();
    let bid = desk.file("市医院投标文件.docx", "标书一");
    let prices = desk.file("投标报价清单.xlsx", "报价");
    let proposed = desk.ok("proposeDocuments", json!({ "about": about, "files": [bid, prices] }));
    assert_eq!(proposed[0]["title"], "市医院投标文件");
    assert_eq!((&proposed[0]["category"], &proposed[0]["kind"]), (&json!("bid"), &json!("bidFile")));
    assert_eq!(
        (&proposed[0]["number"], &proposed[1]["number"]),
        (&json!("TB202610001"), &json!("TB202610002"))
    );
    let filed = file(
        &mut desk,
        &about,
        json!([
            { "path": bid, "title": " 市医院  投标文件（终稿）", "tags": ["医院", "医院", " 终稿 "], "note": "盖章前", "validUntil": "2026-10-30" },
            { "path": prices },
        ]),
    );
    assert_eq!(filed[0]["document"], "C01-TB202610001");
    assert_eq!(filed[1]["number"], "TB202610002");
    let view = show(&mut desk, "C01-TB202610001");
    let line = &view["line"];
    assert_eq!(line["title"], "市医院 投标文件（终稿）");
    assert_eq!(line["tags"], json!(["医院", "终稿"]));
    assert_eq!((&line["name"], &line["ending"]), (&json!("市医院投标文件.docx"), &json!("docx")));
    assert_eq!((&line["aboutTitle"], &line["validity"]), (&json!("市政务云迁移"), &json!("expiring")));
    assert_eq!(view["versions"][0]["file"], filed[0]["file"]);
    assert_eq!(view["note"], "盖章前");
    // The same contents are stored once, as another document.
    let before = attachments(&desk);
    let again = one(&mut desk, &about, "副本.docx", "标书一");
    assert_eq!((again.as_str(), attachments(&desk)), ("C01-TB202610003", before));
    // Another stage has its own series, another unit its own as well.
    let path = desk.file("需求调研报告.docx", "调研");
    let other = file(&mut desk, &about, json!([{ "path": path, "stage": "QD" }, { "path": path }]));
    assert_eq!((&other[0]["number"], &other[1]["number"]), (&json!("QD202610001"), &json!("TB202610004")));
    sign_in(&mut desk, "other");
    let elsewhere = one(&mut desk, "person/QT3", "简历.docx", "简历");
    assert_eq!(elsewhere, "C02-QT202610001");
    assert_eq!(desk.refused("document", json!({ "document": again })).code, "noRightForUnit");
    sign_in(&mut desk, "manager");
    assert_eq!(listed(&mut desk, json!({ "about": about })).len(), 5);
    // What they are is found by any of its words.
    for words in ["终稿", "盖章前", "市医院投标文件.docx", "TB202610001"] {
        assert_eq!(listed(&mut desk, json!({ "text": words })), ["C01-TB202610001"], "{words}");
    }
    assert_eq!(listed(&mut desk, json!({ "tag": "终稿" })), ["C01-TB202610001"]);
    assert!(listed(&mut desk, json!({ "tag": "终" })).is_empty(), "a tag is whole");
    assert_eq!(listed(&mut desk, json!({ "validity": "expiring" })), ["C01-TB202610001"]);
    assert_eq!(listed(&mut desk, json!({ "categories": ["bid"], "kind": "prices" })), ["C01-TB202610002"]);
    assert_eq!(listed(&mut desk, json!({ "stages": ["QD"] })), ["C01-QD202610001"]);
    assert_eq!(listed(&mut desk, json!({ "from": "2026-10-13" })).len(), 0);
    assert_eq!(
        listed(&mut desk, json!({ "sort": "number", "descending": true, "limit": 2, "offset": 1 })),
        ["C01-TB202610003", "C01-TB202610002"]
    );
    let found = desk.ok("findWords", json!({ "words": "终稿", "kinds": ["document"] }));
    assert_eq!((&found["lines"][0]["key"], &found["total"]), (&json!("C01-TB202610001"), &json!(1)));
    let out = desk.path("文档.xlsx");
    desk.ok("exportDocuments", json!({ "list": { "about": about }, "out": out }));
    assert!(std::fs::metadata(out).unwrap().len() > 0);
}

#[test]
fn prices_and_what_is_confidential_are_not_for_readers() {
    let (mut desk, about) = with_ticket();
    let prices = one(&mut desk, &about, "投标报价清单.xlsx", "报价一");
    let path = desk.file("底稿.txt", "底稿");
    let secret = file(
        &mut desk,
        &about,
        json!([{ "path": path, "secrecy": "confidential", "title": "机密报价底稿" }]),
    );
    let secret = secret[0]["document"].as_str().unwrap().to_owned();
    let open = one(&mut desk, &about, "报价说明.docx", "说明");
    let customer = desk.ok("registerCustomer", json!({ "unit": "C01", "fields": { "name": "市医院" } }));
    let customer = format!("customer/{}", customer["customer"].as_str().unwrap());
    let affairs = one(&mut desk, &customer, "客户历年报价.docx", "历年");
    assert_eq!(listed(&mut desk, json!({ "text": "报价" })).len(), 4);
    sign_in(&mut desk, "admin");
    let audit = json!({
        "account": "auditor", "name": "审计", "role": "auditor", "unit": null, "post": null, "password": PASSWORD,
    });
    desk.ok("openAccount", audit);
    sign_in(&mut desk, "auditor");
    assert_eq!(listed(&mut desk, json!({})), std::slice::from_ref(&open));
    assert_eq!(listed(&mut desk, json!({ "text": "报价" })), [open]);
    let found = desk.ok("findWords", json!({ "words": "报价" }));
    assert_eq!(found["total"], 1, "{found}");
    let counts =
        found["counts"].as_array().unwrap().iter().find(|count| count["kind"] == "document").unwrap();
    assert_eq!(counts["count"], 1);
    for document in [prices, secret, affairs] {
        for act in ["document", "lookAtDocument"] {
            says(&desk.refused(act, json!({ "document": document })), "unknownDocument", &[&document]);
        }
        let save = json!({ "document": document, "out": desk.path("x.xlsx") });
        says(&desk.refused("saveDocument", save), "unknownDocument", &[&document]);
    }
}

#[test]
fn every_version_stays_and_a_lock_keeps_others_out() {
    let (mut desk, about) = with_ticket();
    let document = one(&mut desk, &about, "标书.txt", "第一版");
    let version = |desk: &Desk, name: &str, text: &str, change: &str| json!({ "document": document, "path": desk.file(name, text), "change": change });
    let of = json!({ "document": document });
    says(
        &desk.refused("addDocumentVersion", version(&desk, "标书.txt", "第一版", "改")),
        "sameVersion",
        &[&document],
    );
    says(
        &desk.refused("addDocumentVersion", version(&desk, "标书2.txt", "第二版", " ")),
        "changeNeeded",
        &[],
    );
    desk.ok("checkOutDocument", of.clone());
    sign_in(&mut desk, "leader");
    let taken = desk.refused("addDocumentVersion", version(&desk, "标书2.txt", "第二版", "改"));
    says(&taken, "documentCheckedOut", &[&document, "manager"]);
    says(&desk.refused("checkOutDocument", of.clone()), "documentCheckedOut", &["manager"]);
    says(&desk.refused("checkInDocument", of.clone()), "reasonNeeded", &[]);
    desk.ok("checkInDocument", json!({ "document": document, "reason": "人在外地" }));
    desk.ok("addDocumentVersion", version(&desk, "标书2.txt", "第二版", "补了资质"));
    sign_in(&mut desk, "manager");
    desk.ok("checkOutDocument", of.clone());
    assert_eq!(show(&mut desk, &document)["outToMe"], true);
    assert_eq!(listed(&mut desk, json!({ "mine": true })), std::slice::from_ref(&document));
    desk.ok("addDocumentVersion", version(&desk, "标书3.txt", "第三版", "改了报价"));
    desk.restart("2026-10-13T02:00:00Z");
    sign_in(&mut desk, "manager");
    let view = show(&mut desk, &document);
    assert_eq!((&view["line"]["outBy"], &view["line"]["versions"]), (&Value::Null, &json!(3)));
    let changes: Vec<&Value> =
        view["versions"].as_array().unwrap().iter().map(|one| &one["change"]).collect();
    assert_eq!(changes, [&json!("改了报价"), &json!("补了资质"), &Value::Null]);
    assert_eq!(view["versions"][1]["name"], "标书2.txt");
    // Older ones are looked at and saved as they were; who did is noted.
    let out = desk.path("旧版");
    let saved = desk.ok("saveDocument", json!({ "document": document, "version": 1, "out": out }));
    assert_eq!(saved["path"], format!("{out}.txt"));
    assert_eq!(std::fs::read_to_string(format!("{out}.txt")).unwrap(), "第一版");
    assert_eq!(desk.ok("lookAtDocument", json!({ "document": document, "version": 2 }))["kind"], "txt");
    let missing = json!({ "document": document, "version": 4 });
    says(&desk.refused("lookAtDocument", missing), "unknownVersion", &[&document, "4"]);
    let view = show(&mut desk, &document);
    let ways: Vec<(&Value, &Value)> =
        view["readings"].as_array().unwrap().iter().map(|one| (&one["version"], &one["way"])).collect();
    assert_eq!(ways, [(&json!(2), &json!("looked")), (&json!(1), &json!("saved"))]);
    assert_eq!(view["acts"].as_array().unwrap().len(), 6);
    // What it is called changes; a former title is erased, the present one stays.
    let describe = |title: &str| json!({ "document": document, "title": title, "category": "bid", "kind": "bidFile", "secrecy": "ordinary" });
    desk.ok("describeDocument", describe("王芳的标书"));
    assert_eq!(desk.ok("describeDocument", describe("王芳的标书"))["entries"], 0);
    desk.ok("describeDocument", describe("标书（正式）"));
    assert!(listed(&mut desk, json!({ "text": "王芳" })).is_empty());
    sign_in(&mut desk, "admin");
    let erase =
        |part: &str| json!({ "subject": format!("document/{part}/{document}"), "reason": "本人要求" });
    says(&desk.refused("erasePersonal", erase("text/3")), "matterOpen", &["text/3"]);
    desk.ok("erasePersonal", erase("text/2"));
    desk.ok("erasePersonal", erase("version/2"));
    let view = show(&mut desk, &document);
    assert_eq!(
        (&view["line"]["title"], &view["versions"][1]["name"]),
        (&json!("标书（正式）"), &Value::Null)
    );
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_voided_number_is_not_given_again() {
    let (mut desk, about) = with_ticket();
    let first = one(&mut desk, &about, "错的.txt", "错");
    says(&desk.refused("voidDocument", json!({ "document": first, "reason": " " })), "reasonNeeded", &[]);
    desk.ok("voidDocument", json!({ "document": first, "reason": "传错了文件" }));
    let version = json!({ "document": first, "path": desk.file("x.txt", "x"), "change": "改" });
    says(&desk.refused("addDocumentVersion", version), "documentVoid", &[&first]);
    assert_eq!(one(&mut desk, &about, "对的.txt", "对"), "C01-TB202610002");
    assert_eq!(listed(&mut desk, json!({})), ["C01-TB202610002"]);
    assert_eq!(listed(&mut desk, json!({ "state": "void" })), std::slice::from_ref(&first));
    assert_eq!(listed(&mut desk, json!({ "state": "all" })).len(), 2);
    let view = show(&mut desk, &first);
    assert_eq!((&view["line"]["voided"], &view["acts"][1]["text"]), (&json!(true), &json!("传错了文件")));
    desk.ok("lookAtDocument", json!({ "document": first }));
    // 999 of a stage and month are the limit; another stage goes on, and so does the next month.
    let path = desk.file("多.txt", "多");
    for _ in 0..3 {
        let many: Vec<Value> = (0..333).map(|_| json!({ "path": path, "stage": "GJ" })).collect();
        file(&mut desk, &about, json!(many));
    }
    let more = json!({ "about": about, "files": [{ "path": path, "stage": "GJ" }] });
    says(&desk.refused("fileDocuments", more.clone()), "documentNumbersUsedUp", &["C01", "GJ", "999"]);
    desk.restart("2026-11-02T02:00:00Z");
    sign_in(&mut desk, "manager");
    assert_eq!(desk.ok("fileDocuments", more)["documents"][0]["number"], "GJ202611001");
}

#[test]
fn one_paper_copy_is_placed_lent_and_returned() {
    let (mut desk, about) = with_ticket();
    let document = one(&mut desk, &about, "营业执照.pdf", "执照");
    let lend = json!({ "document": document, "to": "李工", "due": "2026-10-15", "note": "开标用" });
    says(&desk.refused("lendDocument", lend.clone()), "noPaperCopy", &[&document]);
    let place = json!({ "document": document, "place": "3 号柜第 2 盒", "keeper": "罗海燕" });
    desk.ok("placeDocument", place.clone());
    assert_eq!(desk.ok("placeDocument", place)["entries"], 0);
    desk.ok("lendDocument", lend.clone());
    says(&desk.refused("lendDocument", lend), "paperLent", &[&document]);
    assert_eq!(listed(&mut desk, json!({ "lent": true })), std::slice::from_ref(&document));
    desk.restart("2026-10-20T02:00:00Z");
    sign_in(&mut desk, "manager");
    let view = show(&mut desk, &document);
    assert_eq!((&view["line"]["overdue"], &view["loans"][0]["to"]), (&json!(true), &json!("李工")));
    assert_eq!(view["place"], json!({ "place": "3 号柜第 2 盒", "keeper": "罗海燕" }));
    let early = json!({ "document": document, "on": "2026-10-11" });
    says(&desk.refused("returnDocument", early), "dueBeforeLent", &["2026-10-11"]);
    desk.ok("returnDocument", json!({ "document": document }));
    says(&desk.refused("returnDocument", json!({ "document": document })), "paperNotLent", &[&document]);
    assert_eq!(show(&mut desk, &document)["loans"][0]["returnedOn"], "2026-10-20");
}

#[test]
fn what_cannot_be_filed_leaves_nothing_behind() {
    let (mut desk, about) = with_ticket();
    let good = desk.file("好.txt", "好");
    let before = (attachments(&desk), 0);
    let (empty, missing) = (desk.file("空.docx", ""), desk.path("没有.docx"));
    let folder = desk.path("");
    for (path, code) in [(&empty, "emptyFile"), (&missing, "fileNotFound"), (&folder, "isFolder")] {
        let asked = json!({ "about": about, "files": [{ "path": good }, { "path": path }] });
        let refused = desk.refused("fileDocuments", asked);
        says(&refused, code, &[]);
        assert_eq!(refused.params["path"], json!(path));
        let proposed = desk.ok("proposeDocuments", json!({ "about": about, "files": [good, path] }));
        assert_eq!((&proposed[0]["fault"], &proposed[1]["fault"]["code"]), (&Value::Null, &json!(code)));
    }
    let huge = desk.path("巨大.iso");
    std::fs::File::create(&huge).unwrap().set_len((4 << 30) + 1).unwrap();
    let asked = json!({ "about": about, "files": [{ "path": huge }] });
    says(&desk.refused("fileDocuments", asked), "fileTooLarge", &["巨大.iso"]);
    for (field, value, code) in [
        ("title", json!("长".repeat(151)), "nameLength"),
        ("note", json!("长".repeat(1001)), "noteTooLong"),
        ("tags", json!(["长".repeat(21)]), "tagsTooMany"),
        ("category", json!("bids"), "notInList"),
        ("stage", json!("ZZ"), "notInList"),
        ("stage", json!("需求"), "notInList"),
        ("validUntil", json!("明年"), "badDate"),
    ] {
        let mut wrong = json!({ "path": good });
        wrong[field] = value;
        let refused = desk.refused("fileDocuments", json!({ "about": about, "files": [wrong] }));
        assert_eq!(refused.code, code);
        assert_eq!(refused.params["path"], json!(good), "{code} tells which file");
    }
    for about in ["ticket/C01-202610-0099", "customer/C01-KH-0001", "person/QT9", "form/1", ""] {
        let refused = desk.refused("fileDocuments", json!({ "about": about, "files": [{ "path": good }] }));
        assert_eq!(refused.code, "unknownAbout", "{about}");
    }
    // It changes while it is read; somebody stops it half way.
    let large = desk.path("大.bin");
    let write = || std::fs::write(&large, vec![7_u8; 5 << 20]).unwrap();
    let asked = json!({ "about": about, "files": [{ "path": good }, { "path": large }] });
    let (grows, watched) = (large.clone(), std::sync::atomic::AtomicBool::new(false));
    write();
    desk.app.watch(Box::new(move |progress| {
        if progress.done > 2 << 20 && !watched.swap(true, std::sync::atomic::Ordering::Relaxed) {
            use std::io::Write as _;
            let mut file = std::fs::OpenOptions::new().append(true).open(&grows).unwrap();
            file.write_all(b"more").unwrap();
        }
        true
    }));
    says(&desk.refused("fileDocuments", asked.clone()), "fileChanged", &["大.bin"]);
    write();
    desk.app.watch(Box::new(|progress| progress.done < 2 << 20));
    assert_eq!(desk.refused("fileDocuments", asked.clone()).code, "cancelled");
    desk.app.watch(Box::new(|_| true));
    assert_eq!((attachments(&desk), listed(&mut desk, json!({ "state": "all" })).len()), before);
    assert_eq!(file(&mut desk, &about, asked["files"].clone())[1]["bytes"], 5 << 20);
    let document = "C01-TB202610002";
    let save = json!({ "document": document, "out": desk.path("没有的文件夹/大.bin") });
    assert_eq!(desk.refused("saveDocument", save).code, "fileNotFound");
    desk.app.watch(Box::new(|progress| progress.done < 2 << 20));
    let out = desk.path("存.bin");
    assert_eq!(desk.refused("saveDocument", json!({ "document": document, "out": out })).code, "cancelled");
    assert!(!Path::new(&out).exists());
}

#[test]
fn a_name_names_no_folder() {
    let (mut desk, about) = with_ticket();
    // A name that a disk takes and that would do harm elsewhere.
    let path = desk.file("\u{202e}..\\..\\x\n.txt", "x");
    let filed = file(&mut desk, &about, json!([{ "path": path }]));
    let view = show(&mut desk, filed[0]["document"].as_str().unwrap());
    assert_eq!((&view["line"]["name"], &view["line"]["title"]), (&json!("x.txt"), &json!("x")));
}

#[test]
fn documents_of_a_customer_go_where_the_customer_goes() {
    let (mut desk, _) = with_ticket();
    let customer = |desk: &mut Desk, name: &str| {
        let made = desk.ok("registerCustomer", json!({ "unit": "C01", "fields": { "name": name } }));
        made["customer"].as_str().unwrap().to_owned()
    };
    let (first, second) = (customer(&mut desk, "市医院"), customer(&mut desk, "成都市医院"));
    let document = one(&mut desk, &format!("customer/{first}"), "资质证书.pdf", "证书");
    assert_eq!(document, "C01-TB202610001", "what it is says its stage");
    let strike = json!({ "customer": first, "reason": "重复" });
    says(&desk.refused("strikeCustomer", strike), "customerInUse", &["1"]);
    desk.ok("strikeCustomer", json!({ "customer": first, "into": second, "reason": "重复" }));
    assert_eq!(show(&mut desk, &document)["line"]["aboutKey"], json!(second));
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn two_programs_never_give_a_number_twice() {
    const EACH: usize = 12;
    let (desk, about) = with_ticket();
    let path = desk.file("一.txt", "一");
    let (dir, about, path) = (desk.app.dir().to_owned(), about.as_str(), path.as_str());
    let numbers: Vec<String> = std::thread::scope(|scope| {
        let file = || {
            let dir = Some(dir.clone());
            let clock = Clock::Fixed("2026-10-12T03:00:00Z".parse().unwrap());
            let mut app = App::new(Options { dir, fonts: None, clock });
            app.call("openLedger", json!({ "dir": null })).unwrap();
            app.call("signIn", json!({ "account": "manager", "password": PASSWORD })).unwrap();
            let asked = json!({ "about": about, "files": [{ "path": path }] });
            let number = |_| {
                let filed = app.call("fileDocuments", asked.clone()).unwrap();
                filed["documents"][0]["number"].as_str().unwrap().to_owned()
            };
            (0..EACH).map(number).collect::<Vec<_>>()
        };
        let running = [scope.spawn(file), scope.spawn(file)];
        running.into_iter().flat_map(|one| one.join().unwrap()).collect()
    });
    let each: BTreeSet<&String> = numbers.iter().collect();
    assert_eq!((each.len(), numbers.len()), (2 * EACH, 2 * EACH));
    assert_eq!(each.last().map(|last| last.as_str()), Some("TB202610024"));
}
