//! Words inside attached files are found (查找), with the place where they stand, by who may see the file; a file that cannot be read
//! says why and holds up nobody; what was read is not read again.

use super::tickets::{desk, register, sign_in};
use huiqian_tests::{Desk, root};
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const READS: &str = "HUIQIAN_TEST_READS";

/// The process that reads one file: this test program again. Does nothing in an ordinary run.
#[test]
fn reader() {
    if std::env::var_os(READS).is_some() {
        let _ = app::answer_as_reader(1 << 30);
        std::process::exit(0);
    }
}

/// Lets files be read by [`reader`].
pub(super) fn reads(desk: &mut Desk) {
    let own = std::env::current_exe().unwrap();
    let arguments = ["story::searching_files::reader", "--exact", "--nocapture"].map(Into::into);
    let first = [format!("{READS}=1").into(), own.into_os_string()];
    desk.app
        .read_by(app::Reader::of("/usr/bin/env".into()).with_arguments(first.into_iter().chain(arguments)));
}

/// A zip package of these parts, with relations as (part, kind, target).
fn package(relations: &[(&str, &str, &str)], parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, text: &str| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    };
    for (list, kind, target) in relations {
        let one =
            format!("<Relationship Id=\"r\" Type=\"http://x/relationships/{kind}\" Target=\"{target}\"/>");
        put(list, &format!("<Relationships>{one}</Relationships>"));
    }
    for (name, text) in parts {
        put(name, text);
    }
    zip.finish().unwrap().into_inner()
}

pub(super) fn word(body: &str) -> Vec<u8> {
    package(
        &[("_rels/.rels", "officeDocument", "word/document.xml")],
        &[("word/document.xml", format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"))],
    )
}

fn slides() -> Vec<u8> {
    let list =
        "<p:presentation xmlns:p=\"p\" xmlns:r=\"r\"><p:sldId id=\"256\" r:id=\"r\"/></p:presentation>";
    let slide = "<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:t>总体架构</a:t></a:r></a:p></p:sld>";
    let notes =
        "<p:notes xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:t>此处强调容灾</a:t></a:r></a:p></p:notes>";
    package(
        &[
            ("_rels/.rels", "officeDocument", "ppt/presentation.xml"),
            ("ppt/_rels/presentation.xml.rels", "slide", "slides/slide1.xml"),
            ("ppt/slides/_rels/slide1.xml.rels", "notesSlide", "../notesSlides/notesSlide1.xml"),
        ],
        &[
            ("ppt/presentation.xml", list.into()),
            ("ppt/slides/slide1.xml", slide.into()),
            ("ppt/notesSlides/notesSlide1.xml", notes.into()),
        ],
    )
}

fn sheet() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("点位表").unwrap();
    sheet.write_string(0, 0, "站点").unwrap();
    sheet.write_string(6, 1, "青羊万和机房").unwrap();
    book.save_to_buffer().unwrap()
}

/// Records a discussion with a file of that name and those bytes.
fn attach(desk: &mut Desk, ticket: &str, name: &str, bytes: &[u8]) {
    let path = desk.path(name);
    std::fs::write(&path, bytes).unwrap();
    let talk = json!({ "people": "张伟", "result": "见附件" });
    desk.ok(
        "recordOnTicket",
        json!({ "ticket": ticket, "kind": "discussion", "fields": talk, "file": path }),
    );
}

fn begun() -> (Desk, String) {
    let mut desk = desk();
    let ticket = register(&mut desk, "bid", json!({ "tenderDeadline": "2026-10-30" }));
    desk.ok("assignTicket", json!({ "ticket": ticket, "first": "QT1" }));
    desk.ok("takeTicket", json!({ "ticket": ticket }));
    (desk, ticket)
}

fn read_all(desk: &mut Desk) -> u64 {
    let mut read = 0;
    loop {
        let view = desk.ok("readContents", json!({}));
        read += view["read"].as_u64().unwrap();
        if view["more"] == false {
            return read;
        }
    }
}

fn look(desk: &mut Desk, words: &str) -> Value {
    desk.ok("findWords", json!({ "words": words }))
}

fn marked(line: &Value) -> String {
    let pieces = line["passage"].as_array().unwrap();
    pieces.iter().filter(|p| p["marked"] == true).map(|p| p["text"].as_str().unwrap()).collect()
}

#[test]
fn words_in_files_of_every_kind_are_found_with_their_places() {
    let (mut desk, ticket) = begun();
    reads(&mut desk);
    let dossier = desk.path("档案.pdf");
    desk.ok("makeTicketDossier", json!({ "ticket": ticket, "out": dossier }));
    let other = register(&mut desk, "bid", json!({ "tenderDeadline": "2026-10-31" }));
    desk.ok("assignTicket", json!({ "ticket": other, "first": "QT1" }));
    desk.ok("takeTicket", json!({ "ticket": other }));
    let pages = std::fs::read(&dossier).unwrap();
    attach(
        &mut desk,
        &ticket,
        "方案",
        &word(
            "<w:p><w:r><w:t>双路由</w:t></w:r><w:r><w:t>接入</w:t></w:r></w:p><w:p><w:r><w:t>汇聚环网</w:t></w:r></w:p>",
        ),
    );
    attach(&mut desk, &ticket, "点位.dat", &sheet());
    attach(&mut desk, &ticket, "汇报.pptx", &slides());
    attach(
        &mut desk,
        &ticket,
        "页.txt",
        "<html><body><p>首段</p><p>巡检周报<script>暗语</script></p>".as_bytes(),
    );
    // 「第一行 / 勘察记录」 in GBK.
    attach(
        &mut desk,
        &ticket,
        "记录.txt",
        b"\xb5\xda\xd2\xbb\xd0\xd0\r\n\xbf\xb1\xb2\xec\xbc\xc7\xc2\xbc\r\n",
    );
    attach(&mut desk, &ticket, "档案.pdf", &pages);
    let before = look(&mut desk, "双路由接入");
    assert_eq!((&before["total"], &before["unread"]), (&json!(0), &json!(6)), "not read yet, and it says so");
    assert_eq!(read_all(&mut desk), 6);
    for (words, at, number, sheet) in [
        ("双路由接入", "paragraph", json!(1), Value::Null),
        ("雙路由 汇聚", "paragraph", json!(1), Value::Null),
        ("青羊万和", "row", json!(7), json!("点位表")),
        ("总体架构", "slide", json!(1), Value::Null),
        ("强调容灾", "notes", json!(1), Value::Null),
        ("巡检周报", "paragraph", json!(2), Value::Null),
        ("勘察记录", "line", json!(2), Value::Null),
        ("工单档案", "page", json!(1), Value::Null),
    ] {
        let found = look(&mut desk, words);
        assert_eq!((&found["total"], &found["unread"]), (&json!(1), &json!(0)), "{words}");
        let line = &found["lines"][0];
        assert_eq!(line["key"], json!(ticket), "{words}");
        let place = &line["file"]["place"];
        assert_eq!(
            (&place["at"], &place["number"], &place["sheet"]),
            (&json!(at), &number, &sheet),
            "{words}"
        );
        assert!(!marked(line).is_empty(), "{words}: {line}");
        assert_eq!(line["file"]["category"], "record");
    }
    assert_eq!(look(&mut desk, "暗语")["total"], 0, "what nobody reads in a page is not found");
    let own = look(&mut desk, "市政务云迁移");
    assert_eq!(own["lines"][0]["file"], Value::Null, "its own words come first");
    // Another ticket with the same file: nothing is read a second time.
    attach(
        &mut desk,
        &other,
        "方案.docx",
        &word(
            "<w:p><w:r><w:t>双路由</w:t></w:r><w:r><w:t>接入</w:t></w:r></w:p><w:p><w:r><w:t>汇聚环网</w:t></w:r></w:p>",
        ),
    );
    assert_eq!(read_all(&mut desk), 0);
    assert_eq!(look(&mut desk, "双路由接入")["total"], 2);
    // The journal says the same of the tickets' files, and what was read is there after a restart.
    sign_in(&mut desk, "admin");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
    desk.restart("2026-10-13T02:00:00Z");
    assert_eq!(look(&mut desk, "勘察记录")["total"], 1);
    sign_in(&mut desk, "other");
    let foreign = look(&mut desk, "双路由接入");
    assert_eq!(
        (&foreign["total"], &foreign["lines"], &foreign["unread"]),
        (&json!(0), &json!([]), &json!(0))
    );
}

#[test]
fn what_cannot_be_read_says_why_and_holds_up_nobody() {
    let (mut desk, ticket) = begun();
    // More entries than any document has; `crates/extract` has bombs of bytes.
    let mut bomb = Cursor::new(word("<w:p/>"));
    let mut zip = ZipWriter::new_append(&mut bomb).unwrap();
    for number in 0..10_001 {
        zip.start_file(format!("word/{number}"), SimpleFileOptions::default()).unwrap();
    }
    zip.finish().unwrap();
    attach(&mut desk, &ticket, "炸弹.docx", &bomb.into_inner());
    let encrypted = std::fs::read(root().join("tests/fixtures/encrypted.xlsx")).unwrap();
    attach(&mut desk, &ticket, "加密.xlsx", &encrypted);
    attach(&mut desk, &ticket, "半个.docx", &word("<w:p/>")[..120]);
    attach(&mut desk, &ticket, "图.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    attach(&mut desk, &ticket, "好..txt", "末尾的好文件：割接窗口".as_bytes());
    assert_eq!(read_all(&mut desk), 0, "a program that is no reader reads nothing");
    reads(&mut desk);
    assert_eq!(read_all(&mut desk), 5);
    assert_eq!(look(&mut desk, "割接窗口")["total"], 1, "what came behind them was read");
    let files = desk.ok("ticketFiles", json!({ "ticket": ticket }));
    let why: Vec<&Value> = files.as_array().unwrap().iter().map(|file| &file["unread"]).collect();
    assert_eq!(
        why,
        [&json!("tooLarge"), &json!("encrypted"), &json!("damaged"), &json!("unknownKind"), &Value::Null]
    );
    assert_eq!(read_all(&mut desk), 0, "nor does it come again");
}

#[test]
fn prices_in_files_are_not_found_and_erasing_reaches_what_was_read() {
    let (mut desk, ticket) = begun();
    reads(&mut desk);
    let list = desk.file("报价清单.txt", "光模块单价八百八十元");
    desk.ok("setTicketItem", json!({ "ticket": ticket, "item": "priceList", "state": "done", "file": list }));
    attach(&mut desk, &ticket, "名单.txt", "联系人罗海燕，住址成都".as_bytes());
    assert_eq!(read_all(&mut desk), 2);
    assert_eq!(look(&mut desk, "光模块单价")["total"], 0, "whoever looks for words might read it");
    assert_eq!(look(&mut desk, "住址成都")["total"], 1);
    sign_in(&mut desk, "admin");
    desk.ok("voidTicket", json!({ "ticket": ticket, "text": "重复登记" }));
    let subject = format!("ticket/contact/0/{ticket}");
    desk.ok("erasePersonal", json!({ "subject": subject, "reason": "本人要求" }));
    assert_eq!(look(&mut desk, "住址成都")["total"], 0);
    assert_eq!(look(&mut desk, "罗海燕")["total"], 0);
    assert_eq!(look(&mut desk, "政务云")["total"], 1, "the ticket's other words stay");
    assert_eq!(read_all(&mut desk), 0, "nor is it read again");
    let files = desk.ok("ticketFiles", json!({ "ticket": ticket }));
    assert!(files.as_array().unwrap().iter().all(|file| file["unread"] == "erased"), "{files}");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn what_is_written_in_a_file_is_shown_and_nothing_of_it_runs_or_calls_out() {
    let (mut desk, ticket) = begun();
    reads(&mut desk);
    let picture = "<w:p><w:r><w:t>图一</w:t><w:drawing><a:blip xmlns:a=\"a\" xmlns:r=\"r\" r:link=\"r\"/></w:drawing></w:r></w:p>";
    let mut document = Cursor::new(word(picture));
    let mut zip = ZipWriter::new_append(&mut document).unwrap();
    zip.start_file("word/_rels/document.xml.rels", SimpleFileOptions::default()).unwrap();
    zip.write_all(b"<Relationships><Relationship Id=\"r\" Type=\"http://x/image\" TargetMode=\"External\" Target=\"http://127.0.0.1:9/a.png\"/></Relationships>").unwrap();
    zip.finish().unwrap();
    attach(&mut desk, &ticket, "方案.docx", &document.into_inner());
    attach(&mut desk, &ticket, "页.html", b"<!doctype html><body onload=\"x()\"><p>ok</p><script>x()</script><img src=\"http://127.0.0.1:9/b.png\">");
    attach(&mut desk, &ticket, "点位.xlsx", &sheet());
    attach(
        &mut desk,
        &ticket,
        "旧.doc",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0",
    );
    attach(&mut desk, &ticket, "图.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let files = desk.ok("ticketFiles", json!({ "ticket": ticket }));
    let mut shown = files
        .as_array()
        .unwrap()
        .iter()
        .map(|file| desk.ok("lookAtTicketFile", json!({ "ticket": ticket, "file": file["file"] })));
    let document = shown.next().unwrap();
    assert_eq!(document["kind"], "docx");
    let place = json!({ "at": "paragraph", "number": 1, "sheet": null });
    assert_eq!(document["parts"], json!([{ "place": place, "text": "图一" }]));
    let page = shown.next().unwrap();
    assert_eq!(page["parts"], json!([{ "place": place, "text": "ok" }]));
    let table = shown.next().unwrap();
    assert_eq!(table["parts"][1]["text"], "\t青羊万和机房", "the column is kept");
    let old = shown.next().unwrap();
    assert_eq!(
        (&old["kind"], &old["unreadable"], &old["parts"]),
        (&json!("doc"), &json!("oldOffice"), &json!([]))
    );
    let picture = shown.next().unwrap();
    assert_eq!(
        (&picture["kind"], &picture["parts"], &picture["unreadable"]),
        (&json!("png"), &json!([]), &Value::Null)
    );
}
