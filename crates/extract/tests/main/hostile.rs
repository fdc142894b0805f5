//! Files made to do harm, and arbitrary bytes.

use crate::files::{document, docx, package, pptx, relations};
use crate::pdfs;
use extract::{Limits, Unreadable, read};
use lopdf::{Object, Stream, dictionary};
use proptest::prelude::*;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn limits() -> Limits {
    Limits::default()
}

#[test]
fn a_bomb_named_docx_is_too_large() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("_rels/.rels", SimpleFileOptions::default()).unwrap();
    zip.write_all(relations(&[("rId1", "officeDocument", "word/document.xml")]).as_bytes()).unwrap();
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(b"<w:document xmlns:w=\"w\"><w:body>").unwrap();
    let blanks = vec![b' '; 1 << 20];
    for _ in 0..64 {
        zip.write_all(&blanks).unwrap();
    }
    let bomb = zip.finish().unwrap().into_inner();
    assert!(bomb.len() < 1 << 20);
    assert_eq!(read(&bomb, &Limits { unpacked: 32 << 20, ..limits() }), Err(Unreadable::TooLarge));
    let many: Vec<(String, &str)> = (0..200).map(|number| (format!("{number}"), "")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    assert_eq!(read(&package(&many), &Limits { entries: 100, ..limits() }), Err(Unreadable::TooLarge));
}

#[test]
fn deep_xml_and_entities_that_grow_cost_nothing() {
    let deep = format!("{}{}", "<w:p>".repeat(100_000), "</w:p>".repeat(100_000));
    assert_eq!(read(&docx(&deep), &limits()), Err(Unreadable::TooLarge));
    let laughs = format!(
        "<!DOCTYPE d [<!ENTITY a \"ha\">{}]>{}",
        (b'b'..=b'z')
            .map(|c| {
                let (c, p) = (char::from(c), char::from(c - 1));
                format!("<!ENTITY {c} \"&{p};&{p};&{p};&{p};&{p};&{p};&{p};&{p};\">")
            })
            .collect::<String>(),
        document("<w:p><w:r><w:t>前&z;后</w:t></w:r></w:p>").split_once("?>").unwrap().1
    );
    let file = package(&[
        ("_rels/.rels", &relations(&[("rId1", "officeDocument", "word/document.xml")])),
        ("word/document.xml", &laughs),
    ]);
    assert_eq!(read(&file, &limits()).unwrap().parts[0].text, "前后");
}

#[test]
fn a_long_text_is_cut_where_the_limit_is() {
    let long = "割接方案。".repeat(1000);
    let small = Limits { text: 1000, ..limits() };
    let page = format!("<html><body>{}", "<p>割接方案".repeat(1000));
    let word = docx(&"<w:p><w:r><w:t>割接方案</w:t></w:r></w:p>".repeat(1000));
    let pdf = pdfs::pages(&[&format!("BT /F1 12 Tf <4E00> Tj {} ET", "0 -20 Td <4E01> Tj ".repeat(1000))]);
    for bytes in [long.as_bytes(), page.as_bytes(), &word, &pdf] {
        let found = read(bytes, &small).unwrap();
        assert!(found.cut);
        let size: usize = found.parts.iter().map(|part| part.text.len()).sum();
        assert!((900..=1000).contains(&size), "{:?}: {size}", found.kind);
    }
    let few = read(&word, &Limits { parts: 7, ..limits() }).unwrap();
    assert_eq!((few.parts.len(), few.cut), (7, true));
    assert_eq!(read(long.as_bytes(), &Limits { file: 100, ..limits() }), Err(Unreadable::TooLarge));
}

#[test]
fn a_pdf_that_turns_in_circles_ends() {
    // Pages that are their own children, and a form that paints itself.
    let mut circle = pdfs::document(&["BT /F2 12 Tf (VPN) Tj ET"]);
    let tree = circle.catalog().unwrap().get(b"Pages").unwrap().as_reference().unwrap();
    let node = circle.get_object_mut(tree).unwrap().as_dict_mut().unwrap();
    node.set("Parent", tree);
    let mut kids = node.get(b"Kids").unwrap().as_array().unwrap().clone();
    kids.push(tree.into());
    node.set("Kids", kids);
    assert!(read(&pdfs::saved(circle), &limits()).is_ok_and(|found| found.parts[0].text == "VPN"));
    let form = pdfs::with_form("BT /F2 12 Tf 10 10 Td (a) Tj ET /X Do");
    assert!(read(&form, &limits()).unwrap().parts[0].text.len() < 100);
    let doubling = pdfs::with_form("BT /F2 12 Tf 10 10 Td (a) Tj ET /X Do /X Do /X Do");
    read(&doubling, &Limits { text: 1 << 16, ..limits() }).unwrap();
}

#[test]
fn a_pdf_that_unpacks_to_much_is_too_large() {
    let mut bomb = pdfs::document(&["BT ET"]);
    let page = *bomb.get_pages().values().next().unwrap();
    let mut stream = Stream::new(dictionary! {}, vec![b' '; 40 << 20]);
    stream.compress().unwrap();
    let content = bomb.add_object(stream);
    bomb.get_object_mut(page).unwrap().as_dict_mut().unwrap().set("Contents", Object::Reference(content));
    assert_eq!(read(&pdfs::saved(bomb), &limits()), Err(Unreadable::TooLarge));
}

/// Files that are whole, to be spoilt.
fn samples() -> Vec<Vec<u8>> {
    vec![
        docx("<w:p><w:r><w:t>割接</w:t></w:r></w:p>"),
        pptx(),
        pdfs::pages(&["BT /F1 12 Tf 72 700 Td <4E0052327B7E> Tj ET"]),
        pdfs::with_form("BT /F3 12 Tf 10 10 Td <B8EEBDD3> Tj ET"),
        "<html><body><p>割接".as_bytes().to_vec(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..2048), start in 0_usize..6) {
        let start: &[u8] = [&b""[..], b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>", b"\xff\xfe"][start];
        prop_assert_ne!(read(&[start, &bytes].concat(), &limits()), Err(Unreadable::Crashed));
    }

    #[test]
    fn spoilt_files_never_panic(sample in 0_usize..5, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8), cut in any::<prop::sample::Index>(), whole: bool) {
        let mut bytes = samples().swap_remove(sample);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if !whole {
            bytes.truncate(cut.index(bytes.len()));
        }
        prop_assert_ne!(read(&bytes, &Limits { unpacked: 8 << 20, ..limits() }), Err(Unreadable::Crashed));
    }
}
