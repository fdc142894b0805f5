//! Marks become the drawing library's operations, and those the content streams of the finished pages.
//!
//! The library numbers the glyphs of a font's subset by the set of all glyphs used. Pages are handed to it in batches,
//! so every batch ends with a page that shows each character of the whole document once: then all batches number the
//! glyphs alike and share the first one's font. That last page is thrown away.

use lopdf::{Document, Object, ObjectId, Stream, dictionary};
use printpdf::{
    Color, FontId, Greyscale, Line, LineDashPattern, LinePoint, Mm, Op, PaintMode, PdfDocument, PdfFont,
    PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, Rect, Rgb, TextItem, TextMatrix, XObjectId,
    XObjectTransform,
};

use super::typeface::FACES;
use super::{Area, Canvas, Face, Ink, Mark, Page, Stroke};
use crate::ReportError;

/// Pages translated at once: enough to make the shared work of a batch small, few enough to keep memory flat.
const BATCH: usize = 96;

/// Name of the picture in a page's resources.
pub(super) const PICTURE: &str = "PICTURE";

/// A font's resource name; readers show it as the subset's tag, which must be six capital letters.
fn font_id(face: Face) -> FontId {
    FontId(
        match face {
            Face::Song => "HQSONG",
            Face::Hei => "HQHEIT",
        }
        .to_owned(),
    )
}

/// The pages as a document that has their content, their fonts and nothing else yet.
pub(super) struct Emitted {
    pub document: Document,
    pub pages: Vec<ObjectId>,
    /// The resources shared by all pages.
    pub resources: ObjectId,
}

pub(super) fn emit(canvas: &mut Canvas) -> Result<Emitted, ReportError> {
    let mut blank = PdfDocument::new("");
    for face in FACES {
        blank.resources.fonts.map.insert(font_id(face), PdfFont::new(canvas.fonts.parsed(face).clone()));
    }
    let (width, height) = (canvas.width, canvas.height);
    let census = census(canvas);
    let mut document = Document::with_version("1.7");
    let tree = document.new_object_id();
    let mut resources = None;
    let mut pages = Vec::with_capacity(canvas.pages.len());

    let mut waiting = std::mem::take(&mut canvas.pages).into_iter().peekable();
    while waiting.peek().is_some() {
        let batch: Vec<Page> = waiting.by_ref().take(BATCH).collect();
        let mut made: Vec<PdfPage> = batch
            .into_iter()
            .map(|page| PdfPage::new(Mm(width), Mm(height), operations(page, height)))
            .collect();
        made.push(PdfPage::new(Mm(width), Mm(height), census.clone()));
        blank.with_pages(made);
        let mut warnings = Vec::new();
        let mut part = blank.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
        if let Some(warning) = warnings.first() {
            return Err(ReportError::Drawing { reason: warning.msg.clone() });
        }
        blank.pages.clear();

        let mut ids: Vec<ObjectId> = part.get_pages().into_values().collect();
        ids.pop();
        if resources.is_none() {
            resources = Some(adopt_resources(&mut document, &part, &ids)?);
        }
        let shared = resources.unwrap_or(tree);
        for id in ids {
            let content = part
                .get_dictionary(id)
                .and_then(|page| page.get(b"Contents"))
                .and_then(Object::as_reference)
                .ok()
                .and_then(|id| part.objects.remove(&id));
            let Some(Object::Stream(Stream { content, .. })) = content else {
                return Err(ReportError::Drawing { reason: "a page without content".into() });
            };
            let mut stream = Stream::new(dictionary! {}, content);
            // A page that does not shrink is kept as it is.
            let _ = stream.compress();
            let content = document.add_object(stream);
            pages.push(document.add_object(dictionary! {
                "Type" => "Page",
                "Parent" => tree,
                "MediaBox" => vec![0.into(), 0.into(), points(width).into(), points(height).into()],
                "Resources" => shared,
                "Contents" => content,
            }));
        }
    }
    let resources = resources.ok_or_else(|| ReportError::Drawing { reason: "no pages".into() })?;
    let kids: Vec<Object> = pages.iter().map(|id| Object::Reference(*id)).collect();
    let count = i64::try_from(pages.len()).unwrap_or(i64::MAX);
    document.set_object(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count });
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalog);
    Ok(Emitted { document, pages, resources })
}

/// Copies the first batch's fonts into the document and gives the dictionary that all pages will share.
fn adopt_resources(
    document: &mut Document,
    part: &Document,
    pages: &[ObjectId],
) -> Result<ObjectId, ReportError> {
    let missing = |_| ReportError::Drawing { reason: "a page without fonts".into() };
    let first = pages.first().ok_or_else(|| ReportError::Drawing { reason: "an empty batch".into() })?;
    let dictionary = part.get_dictionary(*first).map_err(missing)?;
    let resources =
        part.get_dictionary(dictionary.get(b"Resources").and_then(Object::as_reference).map_err(missing)?);
    let fonts = resources.and_then(|r| r.get(b"Font")).and_then(Object::as_reference).map_err(missing)?;
    let fonts = copy(document, part, &Object::Reference(fonts));
    Ok(document.add_object(dictionary! { "Font" => fonts }))
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
        Object::Stream(stream) => {
            let mut stream = stream.clone();
            let _ = stream.compress();
            Object::Stream(stream)
        }
        other => other.clone(),
    }
}

/// A page that shows every character in use once.
fn census(canvas: &Canvas) -> Vec<Op> {
    let mut ops = vec![Op::StartTextSection];
    for face in FACES {
        let mut characters: Vec<char> = canvas.stands_for[face.index()].values().copied().collect();
        characters.sort_unstable();
        if !characters.is_empty() {
            ops.push(set_font(face, 1.0));
            ops.push(Op::ShowText { items: vec![TextItem::Text(characters.into_iter().collect())] });
        }
    }
    ops.push(Op::EndTextSection);
    ops
}

fn set_font(face: Face, size: f32) -> Op {
    Op::SetFont { font: PdfFontHandle::External(font_id(face)), size: Pt(size) }
}

/// Millimetres as points, to a hundredth: finer than any printer, and short in the file.
pub(super) fn points(millimetres: f32) -> f32 {
    hundredth(millimetres / super::MM_PER_POINT)
}

fn hundredth(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

/// Writes one page's operations, keeping the graphics state in mind so that nothing is said twice.
struct Pen {
    ops: Vec<Op>,
    height: f32,
    fill: Option<Ink>,
    stroke: Option<Stroke>,
    font: Option<(Face, f32)>,
    /// Where the last text of the open text section began, in points.
    text_at: Option<(f32, f32)>,
}

fn operations(page: Page, height: f32) -> Vec<Op> {
    let mut pen = Pen {
        ops: Vec::with_capacity(page.marks.len() * 3),
        height,
        fill: None,
        stroke: None,
        font: None,
        text_at: None,
    };
    for mark in page.marks {
        pen.mark(mark, &page.text);
    }
    pen.end_text();
    pen.ops
}

impl Pen {
    fn mark(&mut self, mark: Mark, text: &str) {
        match mark {
            Mark::Text { face, size, ink, x, y, start, end } => {
                self.set_fill(ink);
                let at = (points(x), points(self.height - y));
                if self.text_at.is_none() {
                    self.ops.push(Op::StartTextSection);
                }
                self.set_type(face, size);
                let from = self.text_at.unwrap_or((0.0, 0.0));
                let step = Point { x: Pt(hundredth(at.0 - from.0)), y: Pt(hundredth(at.1 - from.1)) };
                self.ops.push(Op::SetTextCursor { pos: step });
                self.text_at = Some(at);
                self.show(text, start, end);
            }
            Mark::Turned { face, size, ink, x, y, degrees, start, end } => {
                self.end_text();
                self.set_fill(ink);
                self.ops.push(Op::StartTextSection);
                self.set_type(face, size);
                let (sine, cosine) = degrees.to_radians().sin_cos();
                let matrix = [cosine, sine, -sine, cosine, points(x), points(self.height - y)];
                self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw(matrix) });
                self.show(text, start, end);
                self.ops.push(Op::EndTextSection);
            }
            Mark::Line { from, to, stroke } => self.draw_line(&[from, to], stroke),
            Mark::Path { points, stroke } => self.draw_line(&points, stroke),
            Mark::Fill { area, ink } => {
                self.end_text();
                self.set_fill(ink);
                let rectangle = self.rectangle(area, PaintMode::Fill);
                self.ops.push(Op::DrawRectangle { rectangle });
            }
            Mark::Frame { area, stroke } => {
                self.end_text();
                self.set_stroke(stroke);
                let rectangle = self.rectangle(area, PaintMode::Stroke);
                self.ops.push(Op::DrawRectangle { rectangle });
            }
            Mark::Picture { area } => {
                self.end_text();
                self.ops.push(Op::UseXobject {
                    id: XObjectId(PICTURE.to_owned()),
                    transform: XObjectTransform {
                        translate_x: Some(Pt(points(area.x))),
                        translate_y: Some(Pt(points(self.height - area.y - area.height))),
                        scale_x: Some(points(area.width)),
                        scale_y: Some(points(area.height)),
                        ..XObjectTransform::default()
                    },
                });
            }
        }
    }

    fn end_text(&mut self) {
        if self.text_at.take().is_some() {
            self.ops.push(Op::EndTextSection);
        }
    }

    fn set_type(&mut self, face: Face, size: f32) {
        if self.font != Some((face, size)) {
            self.font = Some((face, size));
            self.ops.push(set_font(face, size));
        }
    }

    fn show(&mut self, text: &str, start: u32, end: u32) {
        let piece = text.get(start as usize..end as usize).unwrap_or_default();
        self.ops.push(Op::ShowText { items: vec![TextItem::Text(piece.to_owned())] });
    }

    fn set_fill(&mut self, ink: Ink) {
        if self.fill != Some(ink) {
            self.fill = Some(ink);
            self.ops.push(Op::SetFillColor { col: colour(ink) });
        }
    }

    fn set_stroke(&mut self, stroke: Stroke) {
        let known = self.stroke;
        if known.map(|s| s.ink) != Some(stroke.ink) {
            self.ops.push(Op::SetOutlineColor { col: colour(stroke.ink) });
        }
        if known.map(|s| s.width) != Some(stroke.width) {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(stroke.width) });
        }
        if known.map(|s| s.dash) != Some(stroke.dash) {
            let pattern = stroke.dash.map(|dash| vec![dash, dash]).unwrap_or_default();
            self.ops.push(Op::SetLineDashPattern {
                dash: LineDashPattern { offset: 0.0, pattern: pattern.into() },
            });
        }
        self.stroke = Some(stroke);
    }

    fn draw_line(&mut self, through: &[(f32, f32)], stroke: Stroke) {
        self.end_text();
        self.set_stroke(stroke);
        let points = through
            .iter()
            .map(|(x, y)| LinePoint {
                p: Point { x: Pt(points(*x)), y: Pt(points(self.height - y)) },
                bezier: false,
            })
            .collect();
        self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
    }

    fn rectangle(&self, area: Area, mode: PaintMode) -> Rect {
        Rect {
            x: Pt(points(area.x)),
            y: Pt(points(self.height - area.y - area.height)),
            width: Pt(points(area.width)),
            height: Pt(points(area.height)),
            mode: Some(mode),
            winding_order: None,
        }
    }
}

fn colour(ink: Ink) -> Color {
    match ink {
        Ink::Black => grey(0),
        Ink::Grey(white) => grey(white),
        Ink::Seal => Color::Rgb(Rgb { r: 0.75, g: 0.08, b: 0.08, icc_profile: None }),
    }
}

fn grey(white: u8) -> Color {
    Color::Greyscale(Greyscale::new(f32::from(white.min(100)) / 100.0, None))
}
