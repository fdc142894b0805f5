//! Small files of each kind, made here.

use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip package of these parts.
pub fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The relations of a part.
pub fn relations(list: &[(&str, &str, &str)]) -> String {
    let each = list.iter().map(|(id, kind, target)| {
        let mode = if target.contains("://") { " TargetMode=\"External\"" } else { "" };
        format!("<Relationship Id=\"{id}\" Type=\"{TYPE}/{kind}\" Target=\"{target}\"{mode}/>")
    });
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}</Relationships>",
        each.collect::<String>()
    )
}

/// A Word document with that body, as its XML.
pub fn docx(body: &str) -> Vec<u8> {
    package(&[
        ("_rels/.rels", &relations(&[("rId1", "officeDocument", "word/document.xml")])),
        ("word/document.xml", &document(body)),
    ])
}

/// The main part of a Word document.
pub fn document(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>{body}</w:body></w:document>"
    )
}

/// The main part of a presentation with two slides, the second of which is shown first.
pub fn pptx() -> Vec<u8> {
    let slide =
        |text: &str| format!("<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><p:txBody>{text}</p:txBody></p:sld>");
    package(&[
        ("_rels/.rels", &relations(&[("rId1", "officeDocument", "/ppt/presentation.xml")])),
        (
            "ppt/presentation.xml",
            "<p:presentation xmlns:p=\"p\" xmlns:r=\"r\"><p:sldIdLst><p:sldId id=\"256\" r:id=\"rId3\"/><p:sldId id=\"257\" r:id=\"rId2\"/></p:sldIdLst></p:presentation>",
        ),
        (
            "ppt/_rels/presentation.xml.rels",
            &relations(&[("rId2", "slide", "slides/slide1.xml"), ("rId3", "slide", "slides/slide2.xml")]),
        ),
        ("ppt/slides/slide1.xml", &slide("<a:p><a:r><a:t>建设</a:t></a:r><a:r><a:t>方案</a:t></a:r></a:p>")),
        (
            "ppt/slides/slide2.xml",
            &slide("<a:p><a:r><a:t>智慧园区</a:t></a:r></a:p><a:p><a:r><a:t>R&amp;D</a:t></a:r></a:p>"),
        ),
        (
            "ppt/slides/_rels/slide1.xml.rels",
            &relations(&[("rId1", "notesSlide", "../notesSlides/notesSlide1.xml")]),
        ),
        ("ppt/notesSlides/notesSlide1.xml", &slide("<a:p><a:r><a:t>讲到造价时停一下</a:t></a:r></a:p>")),
    ])
}
