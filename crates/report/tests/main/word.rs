//! Letters as Word files: every text of the printed ones stands in them, in the same order, and they are sound packages.
//! `HUIQIAN_WORD=folder cargo test -p report word` also leaves them there, to be looked at in an office program.

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::Event;
use report::view::ArrivalPaperKind::{Letter, SafetyPledge, SecurityAgreement};
use report::{
    arrival_paper_word, certificate_word, ranking_notice_word, render_arrival_paper, replacement_request_word,
};
use serde_json::Value;

use crate::people::without_machine_words;
use crate::people_samples::{arrival_paper, certification, replacement_request};
use crate::samples;
use crate::texts::texts;
use crate::tools::{File, fonts, squeeze};

/// All text of one part of a package, after reading it to its end.
fn part(docx: &[u8], name: &str) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut xml = String::new();
    package.by_name(name).unwrap().read_to_string(&mut xml).unwrap();
    let mut reader = Reader::from_str(&xml);
    let (mut found, mut within) = (String::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => within = tag.name().as_ref() == "w:t",
            Event::End(_) => within = false,
            Event::Text(text) if within => found.push_str(text.as_ref()),
            Event::Eof => return squeeze(&found),
            _ => {}
        }
    }
}

fn keep(name: &str, docx: &[u8]) {
    if let Some(folder) = std::env::var_os("HUIQIAN_WORD") {
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.docx")), docx).unwrap();
    }
}

fn says_all(name: &str, view: &Value, docx: &[u8]) {
    keep(name, docx);
    let said =
        ["word/document.xml", "word/header1.xml", "word/footer1.xml"].map(|at| part(docx, at)).concat();
    let mut wanted = Vec::new();
    texts(view, "", &mut wanted);
    assert!(wanted.len() >= 12, "{name}");
    for text in wanted {
        assert!(said.contains(&squeeze(&text)), "{name}: {text:?} is missing");
    }
}

/// Without what belongs to the proof of a printed document alone.
fn without_proof(view: &impl serde::Serialize) -> Value {
    let mut value = without_machine_words(view);
    value["head"].as_object_mut().unwrap().remove("checkCode");
    value
}

#[test]
fn every_text_of_a_letter_stands_in_its_word_file() {
    for (name, kind) in [("letter", Letter), ("agreement", SecurityAgreement), ("pledge", SafetyPledge)] {
        let view = arrival_paper(kind);
        says_all(name, &without_proof(&view), &arrival_paper_word(&view).unwrap());
    }
    let view = replacement_request();
    says_all("replacement", &without_proof(&view), &replacement_request_word(&view).unwrap());
    for (name, certified) in [("certificate", true), ("certification", false)] {
        let view = certification(certified);
        says_all(name, &without_proof(&view), &certificate_word(&view).unwrap());
    }
    let view = samples::ranking(true);
    let mut value = without_proof(&view);
    // A notice of one side's own: it names no parties.
    let head = value["head"].as_object_mut().unwrap();
    head.remove("client");
    head.remove("provider");
    says_all("ranking", &value, &ranking_notice_word(&view).unwrap());
}

#[test]
fn the_articles_of_a_letter_are_those_of_the_printed_one() {
    let view = arrival_paper(SecurityAgreement);
    let printed = File::of(&render_arrival_paper(&view, fonts()).unwrap()).drawn();
    let said = part(&arrival_paper_word(&view).unwrap(), "word/document.xml");
    let articles: Vec<&str> = said.split('。').filter(|sentence| sentence.chars().count() > 8).collect();
    assert!(articles.len() > 6, "{articles:?}");
    let plain = |text: &str| text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '．').to_owned();
    let found = articles.iter().filter(|sentence| printed.contains(&plain(sentence))).count();
    assert!(found > 6, "{found} of {articles:?}");
}

#[test]
fn a_draft_says_so_and_the_same_view_makes_the_same_file() {
    let draft = samples::ranking(false);
    let file = ranking_notice_word(&draft).unwrap();
    assert!(part(&file, "word/header1.xml").contains("草稿"));
    assert!(
        !part(&ranking_notice_word(&samples::ranking(true)).unwrap(), "word/header1.xml").contains("草稿")
    );
    assert_eq!(
        part(&file, "word/document.xml"),
        part(&ranking_notice_word(&draft).unwrap(), "word/document.xml")
    );
}
