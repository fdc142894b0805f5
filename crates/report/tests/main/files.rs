//! The files as files: sound, small, alike when made twice, with fields only where somebody may sign.

use std::path::Path;

use report::{Fonts, ReportError, render_confirmation, render_fee_statement, render_settlement};

use crate::samples;
use crate::tools::{File, fonts};

fn all(formal: bool) -> [Vec<u8>; 3] {
    [
        render_settlement(&samples::settlement(formal, 2), fonts()).unwrap(),
        render_confirmation(&samples::confirmation(formal, 4), fonts()).unwrap(),
        render_fee_statement(&samples::fee_statement(formal), fonts()).unwrap(),
    ]
}

#[test]
fn other_programs_find_them_sound() {
    for pdf in all(true).iter().chain(&all(false)) {
        File::of(pdf).assert_sound();
    }
}

#[test]
fn only_formal_documents_have_signature_fields() {
    for pdf in all(false) {
        assert_eq!(File::of(&pdf).described("acroform")["fields"].as_array().unwrap().len(), 0);
    }
    for pdf in all(true) {
        let form = File::of(&pdf).described("acroform");
        let fields = form["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().map(|field| field["fullname"].as_str().unwrap()).collect();
        assert_eq!(names, report::SIGNATURE_FIELDS);
        assert_eq!(names, ["ClientSignature", "ProviderSignature"]);
        for field in fields {
            assert_eq!(field["fieldtype"], "/Sig");
            assert_eq!(field["value"], serde_json::Value::Null);
        }
    }
}

#[test]
fn the_fee_statement_is_one_page() {
    for formal in [true, false] {
        let pdf = render_fee_statement(&samples::fee_statement(formal), fonts()).unwrap();
        assert_eq!(File::of(&pdf).page_count(), 1);
    }
}

#[test]
fn a_report_of_six_pages_and_more_stays_small() {
    let pdf = render_settlement(&samples::settlement(true, 2), fonts()).unwrap();
    let pages = File::of(&pdf).page_count();
    assert!(pages >= 6, "{pages} pages");
    assert!(pdf.len() < 300_000, "{} bytes", pdf.len());
}

#[test]
fn the_same_view_makes_the_same_bytes_in_any_thread() {
    let first = all(true);
    let threads = [0, 1].map(|_| std::thread::spawn(|| all(true)));
    for thread in threads {
        assert!(thread.join().unwrap() == first);
    }
    let again = Fonts::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../resources/fonts")).unwrap();
    assert!(render_settlement(&samples::settlement(true, 2), &again).unwrap() == first[0]);
}

#[test]
fn the_file_says_what_it_is() {
    let [pdf, ..] = all(true);
    assert!(pdf.starts_with(b"%PDF-1.7"));
    let objects = File::of(&pdf).described("qpdf");
    let objects = objects[1].as_object().unwrap();
    let trailer = &objects["trailer"]["value"];
    let of = |reference: &serde_json::Value| objects[&format!("obj:{}", reference.as_str().unwrap())].clone();
    let catalog = of(&trailer["/Root"])["value"].clone();
    assert_eq!(catalog["/Lang"], "u:zh-CN");
    assert_eq!(catalog["/PageMode"], "/UseOutlines");
    let intent = of(&catalog["/OutputIntents"][0])["value"].clone();
    assert_eq!(intent["/S"], "/GTS_PDFA1");
    assert_eq!(of(&intent["/DestOutputProfile"])["stream"]["dict"]["/N"], 3);
    assert_eq!(of(&catalog["/Metadata"])["stream"]["dict"]["/Subtype"], "/XML");
    assert_eq!(trailer["/ID"][0], trailer["/ID"][1]);
    assert_eq!(trailer["/ID"][0].as_str().unwrap().trim_start_matches("b:").len(), 32);
    let information = of(&trailer["/Info"])["value"].clone();
    assert_eq!(information["/CreationDate"], "u:D:20261018093000+08'00'");
    let outline: Vec<String> = {
        let outlines = File::of(&pdf).described("outlines");
        outlines.as_array().unwrap().iter().map(|entry| entry["title"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(outline[0], "一、结算结果");
    assert!(outline.contains(&"附件二　扣分明细".to_owned()), "{outline:?}");
}

#[test]
fn another_document_has_another_id() {
    let id = |revision| {
        let mut view = samples::fee_statement(true);
        view.head.revision = revision;
        let pdf = render_fee_statement(&view, fonts()).unwrap();
        File::of(&pdf).described("qpdf")[1]["trailer"]["value"]["/ID"][0].clone()
    };
    assert_ne!(id(1), id(2));
}

#[test]
fn a_missing_or_broken_font_resource_is_explained() {
    let folder = tempfile::tempdir().unwrap();
    match Fonts::load(folder.path()) {
        Err(ReportError::FontResource { path, reason }) => {
            assert!(path.ends_with(report::FONT_RESOURCE));
            assert!(reason.contains("scripts/fonts.sh"), "{reason}");
        }
        other => panic!("{other:?}"),
    }
    std::fs::write(folder.path().join(report::FONT_RESOURCE), b"PK\x03\x04 no archive").unwrap();
    assert!(matches!(Fonts::load(folder.path()), Err(ReportError::FontResource { .. })));
}

#[test]
fn only_the_canvas_knows_the_drawing_libraries() {
    fn look(folder: &Path) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if path.file_name().is_some_and(|name| name != "canvas") {
                    look(&path);
                }
            } else {
                let source = std::fs::read_to_string(&path).unwrap();
                for library in ["printpdf::", "lopdf::", "pdf_writer::"] {
                    assert!(!source.contains(library), "{library} in {}", path.display());
                }
            }
        }
    }
    look(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
}
