//! Marks become content streams, and those the pages of a document.
//!
//! The drawing library cuts the typefaces down and embeds them. It is handed a single page, the census, that shows each
//! character of the document once; from what it makes of that page the code of every character in the cut typeface is
//! read, and the page is thrown away. The real pages are written with those codes, several at a time: thousands of them
//! never stand in memory in any form but marks and packed bytes.

use std::io::Write as _;
use std::sync::atomic::{AtomicUsize, Ordering};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::content::Content as Operations;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use printpdf::{FontId, Mm, Op, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, TextItem};

use super::pen::content;
use super::typeface::FACES;
use super::{Canvas, Face, Page};
use crate::ReportError;

/// Name of the picture in a page's resources.
pub(super) const PICTURE: &str = "PICTURE";

/// A font's resource name; readers show it as the subset's tag, which must be six capital letters.
pub(super) fn font_name(face: Face) -> &'static str {
    match face {
        Face::Song => "HQSONG",
        Face::Hei => "HQHEIT",
    }
}

fn font_id(face: Face) -> FontId {
    FontId(font_name(face).to_owned())
}

fn broken(reason: impl Into<String>) -> ReportError {
    ReportError::Drawing { reason: reason.into() }
}

/// The pages as a document that has their content, their fonts and nothing else yet.
pub(super) struct Emitted {
    pub document: Document,
    pub pages: Vec<ObjectId>,
    /// The resources shared by all pages.
    pub resources: ObjectId,
}

pub(super) fn emit(canvas: &mut Canvas) -> Result<Emitted, ReportError> {
    let (width, height) = (canvas.width, canvas.height);
    let characters = FACES.map(|face| {
        let mut all: Vec<char> = canvas.stands_for[face.index()].values().copied().collect();
        all.sort_unstable();
        all
    });
    let census = Census::take(canvas, &characters)?;
    let mut document = Document::with_version("1.7");
    let tree = document.new_object_id();
    let fonts = copy(&mut document, &census.made, &Object::Reference(census.fonts));
    let resources = document.add_object(dictionary! { "Font" => fonts });
    let codes = census.codes;

    let marked = std::mem::take(&mut canvas.pages);
    if marked.is_empty() {
        return Err(broken("no pages"));
    }
    let pages: Vec<ObjectId> = in_turn(&marked, |page| content(page, height, &codes))
        .into_iter()
        .map(|stream| {
            let content = document.add_object(stream);
            document.add_object(dictionary! {
                "Type" => "Page",
                "Parent" => tree,
                "MediaBox" => vec![0.into(), 0.into(), points(width).into(), points(height).into()],
                "Resources" => resources,
                "Contents" => content,
            })
        })
        .collect();
    let kids: Vec<Object> = pages.iter().map(|id| Object::Reference(*id)).collect();
    let count = i64::try_from(pages.len()).unwrap_or(i64::MAX);
    document.set_object(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count });
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalog);
    Ok(Emitted { document, pages, resources })
}

/// Makes each page's stream; on several processors, but in the order of the pages.
fn in_turn(pages: &[Page], make: impl Fn(&Page) -> Stream + Sync) -> Vec<Stream> {
    /// Pages that are not worth another thread.
    const FEW: usize = 8;
    let processors = std::thread::available_parallelism().map_or(1, |n| n.get().min(4));
    let threads = processors.min(pages.len().div_ceil(FEW));
    let next = AtomicUsize::new(0);
    let work = || {
        let mut made = Vec::new();
        while let Some((at, page)) = {
            let at = next.fetch_add(1, Ordering::Relaxed);
            pages.get(at).map(|page| (at, page))
        } {
            made.push((at, make(page)));
        }
        made
    };
    let mut made = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut made = work();
        made.extend(
            others.into_iter().flat_map(|thread| thread.join().expect("drawing a page does not panic")),
        );
        made
    });
    made.sort_unstable_by_key(|(at, _)| *at);
    made.into_iter().map(|(_, stream)| stream).collect()
}

/// The code of each character in the cut typefaces.
pub(super) struct Codes([Vec<u16>; 2]);

impl Codes {
    /// 0 where the typeface has no such character.
    pub fn of(&self, face: Face, character: char) -> u16 {
        self.0[face.index()].get(character as usize).copied().unwrap_or_default()
    }
}

/// What the drawing library makes of one page that shows everything once.
struct Census {
    made: Document,
    fonts: ObjectId,
    codes: Codes,
}

impl Census {
    fn take(canvas: &Canvas, characters: &[Vec<char>; 2]) -> Result<Self, ReportError> {
        let mut blank = PdfDocument::new("");
        let mut ops = vec![Op::StartTextSection];
        for face in FACES {
            let all = &characters[face.index()];
            if !all.is_empty() {
                let font = PdfFont::new(canvas.fonts.parsed(face).clone());
                blank.resources.fonts.map.insert(font_id(face), font);
                ops.push(Op::SetFont { font: PdfFontHandle::External(font_id(face)), size: Pt(1.0) });
                ops.push(Op::ShowText { items: vec![TextItem::Text(all.iter().collect())] });
            }
        }
        ops.push(Op::EndTextSection);
        blank.with_pages(vec![PdfPage::new(Mm(canvas.width), Mm(canvas.height), ops)]);
        let mut warnings = Vec::new();
        let made = blank.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
        if let Some(warning) = warnings.first() {
            return Err(broken(warning.msg.clone()));
        }
        let (fonts, content) = Self::parts(&made).map_err(|error| broken(error.to_string()))?;
        let codes = Self::codes(&content, characters)?;
        Ok(Self { made, fonts, codes })
    }

    /// The dictionary of fonts and what the page shows.
    fn parts(made: &Document) -> Result<(ObjectId, Operations), lopdf::Error> {
        let page = made.get_pages().into_values().next().ok_or(lopdf::Error::PageNumberNotFound(1))?;
        let resources = made.get_dictionary(page)?.get(b"Resources")?.as_reference()?;
        let fonts = made.get_dictionary(resources)?.get(b"Font")?.as_reference()?;
        Ok((fonts, Operations::decode(&made.get_page_content(page))?))
    }

    fn codes(content: &Operations, characters: &[Vec<char>; 2]) -> Result<Codes, ReportError> {
        let mut codes = Codes([Vec::new(), Vec::new()]);
        let mut face = None;
        let mut coded = [0, 0];
        for operation in &content.operations {
            match (operation.operator.as_str(), operation.operands.first()) {
                ("Tf", Some(Object::Name(name))) => {
                    face = FACES.into_iter().find(|face| font_name(*face).as_bytes() == name);
                }
                ("Tj", Some(Object::String(bytes, _))) => {
                    let Some(face) = face else { return Err(broken("text in no typeface")) };
                    let (shown, table) = (&characters[face.index()], &mut codes.0[face.index()]);
                    table.resize(shown.last().map_or(0, |last| *last as usize + 1), 0);
                    for (character, code) in shown.iter().zip(bytes.chunks_exact(2)) {
                        table[*character as usize] = u16::from_be_bytes([code[0], code[1]]);
                    }
                    coded[face.index()] = bytes.len() / 2;
                }
                _ => {}
            }
        }
        // Code 0 is the box that stands for what a typeface lacks.
        let whole = FACES.iter().all(|face| {
            let shown = &characters[face.index()];
            coded[face.index()] == shown.len() && shown.iter().all(|c| codes.of(*face, *c) != 0)
        });
        if whole { Ok(codes) } else { Err(broken("a typeface was not cut down as asked")) }
    }
}

/// Copies an object with everything it refers to; what is copied here is a tree.
fn copy(into: &mut Document, from: &Document, object: &Object) -> Object {
    match object {
        Object::Reference(id) => match from.get_object(*id) {
            Ok(target) => {
                let target = copy(into, from, target);
                Object::Reference(into.add_object(target))
            }
            Err(_) => Object::Null,
        },
        Object::Array(items) => Object::Array(items.iter().map(|item| copy(into, from, item)).collect()),
        Object::Dictionary(entries) => Object::Dictionary(
            entries.iter().map(|(key, value)| (key.clone(), copy(into, from, value))).collect(),
        ),
        Object::Stream(stream) => Object::Stream(packed(stream.dict.clone(), &stream.content)),
        other => other.clone(),
    }
}

/// A stream, deflated unless it is packed already or would not shrink. The last per cents that the slowest way of
/// packing gains take longer than all the drawing.
pub(super) fn packed(mut dictionary: Dictionary, content: &[u8]) -> Stream {
    if !dictionary.has(b"Filter") {
        let mut encoder = ZlibEncoder::new(Vec::with_capacity(content.len() / 2), Compression::new(6));
        let deflated = encoder.write_all(content).and_then(|()| encoder.finish());
        if let Ok(deflated) = deflated
            && deflated.len() < content.len()
        {
            dictionary.set("Filter", "FlateDecode");
            return Stream::new(dictionary, deflated);
        }
    }
    Stream::new(dictionary, content.to_vec())
}

/// Millimetres as points, to a hundredth: finer than any printer, and short in the file.
pub(super) fn points(millimetres: f32) -> f32 {
    hundredth(millimetres / super::MM_PER_POINT)
}

pub(super) fn hundredth(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}
