//! The one door to the drawing libraries: nothing outside this module names printpdf, pdf-writer or lopdf.
//!
//! A [`Canvas`] collects pages as compact lists of marks (text, lines, areas) in millimetres from the top left corner,
//! baseline for text. Only when it is finished are they turned into a file's streams: a listing of thousands of pages
//! must not stand in memory in any larger form. All layout stays outside.

mod emit;
mod finish;
mod pen;
mod typeface;

use std::collections::HashMap;

pub(crate) use finish::Outcome;
pub(crate) use typeface::Face;
pub use typeface::{FONT_RESOURCE, Fonts};

use crate::ReportError;

/// Millimetres in a printer's point.
pub(crate) const MM_PER_POINT: f32 = 25.4 / 72.0;

/// How dark a mark is. Reports are printed in black and white, so there is only one colour beside the greys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    Black,
    /// Per cent of white: 0 is black, 100 is paper.
    Grey(u8),
    /// The red of a seal, on a signature's appearance only.
    Seal,
}

/// How text is set: face, size in points, ink.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Type {
    face: Face,
    size: f32,
    ink: Ink,
}

impl Type {
    pub(crate) const fn new(face: Face, size: f32, ink: Ink) -> Self {
        Self { face, size, ink }
    }
}

/// The stroke of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Stroke {
    /// Width in points.
    pub width: f32,
    pub ink: Ink,
    /// Length in points of a dash and of the gap after it; an unbroken line has none.
    pub dash: Option<f32>,
}

impl Stroke {
    pub(crate) const fn solid(width: f32, ink: Ink) -> Self {
        Self { width, ink, dash: None }
    }

    pub(crate) const fn dashed(width: f32, ink: Ink, dash: f32) -> Self {
        Self { width, ink, dash: Some(dash) }
    }
}

/// An upright rectangle in millimetres, from the page's top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

#[derive(Debug)]
enum Mark {
    Text {
        face: Face,
        size: f32,
        ink: Ink,
        x: f32,
        y: f32,
        start: u32,
        end: u32,
    },
    /// Text turned about its left end, in degrees against the clock.
    Turned {
        face: Face,
        size: f32,
        ink: Ink,
        x: f32,
        y: f32,
        degrees: f32,
        start: u32,
        end: u32,
    },
    Path {
        points: Box<[(f32, f32)]>,
        stroke: Stroke,
    },
    Line {
        from: (f32, f32),
        to: (f32, f32),
        stroke: Stroke,
    },
    Fill {
        area: Area,
        ink: Ink,
    },
    Frame {
        area: Area,
        stroke: Stroke,
    },
    Picture {
        area: Area,
    },
}

#[derive(Debug, Default)]
struct Page {
    /// All the page's text, one piece after the other; marks point into it.
    text: String,
    marks: Vec<Mark>,
}

/// An entry of the outline that a reader shows beside the pages.
#[derive(Debug)]
struct Bookmark {
    title: String,
    page: usize,
    /// Millimetres from the top of the page.
    y: f32,
}

/// An empty signature field, to be filled by the seal.
#[derive(Debug)]
struct SignatureField {
    name: &'static str,
    page: usize,
    area: Area,
}

/// A picture in device colours, ready to embed.
#[derive(Debug)]
pub(crate) struct Picture {
    pub width: u32,
    pub height: u32,
    /// Red, green, blue; row by row from the top.
    pub colours: Vec<u8>,
    /// One byte a pixel, 255 is opaque; none when everything is opaque.
    pub opacity: Option<Vec<u8>>,
}

/// A document in the making. Drawing never fails: the first character that cannot be printed is kept and reported by
/// [`Canvas::finish`], so that layout code needs no error paths.
pub(crate) struct Canvas {
    fonts: Fonts,
    width: f32,
    height: f32,
    pages: Vec<Page>,
    bookmarks: Vec<Bookmark>,
    fields: Vec<SignatureField>,
    picture: Option<Picture>,
    /// Which character each glyph in use stands for. Two look-alikes may share a glyph (秊 has two code points): the
    /// first one used stands for both, or copied text would depend on the order of pages.
    stands_for: [HashMap<u16, char>; 2],
    place: String,
    missing: Option<ReportError>,
}

impl Canvas {
    /// An empty document with pages of this size in millimetres.
    pub(crate) fn new(fonts: &Fonts, width: f32, height: f32) -> Self {
        Self {
            fonts: fonts.clone(),
            width,
            height,
            pages: Vec::new(),
            bookmarks: Vec::new(),
            fields: Vec::new(),
            picture: None,
            stands_for: [HashMap::new(), HashMap::new()],
            place: String::new(),
            missing: None,
        }
    }

    pub(crate) fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// Names the part of the document that is being drawn, for the error of a missing character.
    pub(crate) fn set_place(&mut self, place: &str) {
        place.clone_into(&mut self.place);
    }

    /// Adds an empty page and returns its index.
    pub(crate) fn add_page(&mut self) -> usize {
        self.pages.push(Page::default());
        self.pages.len() - 1
    }

    pub(crate) fn page_count(&self) -> usize {
        self.pages.len()
    }

    /// Draws one line of text with its left end and its baseline at a place.
    pub(crate) fn text(&mut self, page: usize, kind: Type, at: (f32, f32), text: &str) {
        let Type { face, size, ink } = kind;
        let (mut x, y) = at;
        let mut rest = text;
        while !rest.is_empty() {
            let (face_used, start, end, taken) = self.take_run(page, face, rest);
            if end > start {
                self.pages[page].marks.push(Mark::Text { face: face_used, size, ink, x, y, start, end });
            }
            x += self.fonts.width(&rest[..taken], face, size);
            rest = &rest[taken..];
        }
    }

    /// Draws text turned about its left end.
    pub(crate) fn turned_text(
        &mut self,
        page: usize,
        size: f32,
        ink: Ink,
        at: (f32, f32),
        degrees: f32,
        text: &str,
    ) {
        let (face, start, end, _) = self.take_run(page, Face::Hei, text);
        self.pages[page].marks.push(Mark::Turned { face, size, ink, x: at.0, y: at.1, degrees, start, end });
    }

    /// Stores the longest beginning of `text` that one face can print. Gives that face, the place in the page's text
    /// and how many bytes of `text` were taken.
    fn take_run(&mut self, page: usize, wanted: Face, text: &str) -> (Face, u32, u32, usize) {
        let store = &mut self.pages[page].text;
        let start = store.len();
        let mut run_face = None;
        let mut taken = text.len();
        for (at, character) in text.char_indices() {
            let Some((face, glyph)) = self.fonts.find(character, wanted) else {
                if self.missing.is_none() {
                    self.missing = Some(ReportError::MissingGlyph {
                        character,
                        place: self.place.clone(),
                        text: text.to_owned(),
                    });
                }
                continue;
            };
            if *run_face.get_or_insert(face) != face {
                taken = at;
                break;
            }
            store.push(*self.stands_for[face.index()].entry(glyph.id).or_insert(character));
        }
        let position = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        (run_face.unwrap_or(wanted), position(start), position(store.len()), taken)
    }

    pub(crate) fn line(&mut self, page: usize, from: (f32, f32), to: (f32, f32), stroke: Stroke) {
        self.pages[page].marks.push(Mark::Line { from, to, stroke });
    }

    /// A line through several points.
    pub(crate) fn path(&mut self, page: usize, points: Vec<(f32, f32)>, stroke: Stroke) {
        self.pages[page].marks.push(Mark::Path { points: points.into_boxed_slice(), stroke });
    }

    pub(crate) fn fill(&mut self, page: usize, area: Area, ink: Ink) {
        self.pages[page].marks.push(Mark::Fill { area, ink });
    }

    pub(crate) fn frame(&mut self, page: usize, area: Area, stroke: Stroke) {
        self.pages[page].marks.push(Mark::Frame { area, stroke });
    }

    /// Draws the document's one picture into an area.
    pub(crate) fn picture(&mut self, page: usize, area: Area, picture: Picture) {
        self.picture = Some(picture);
        self.pages[page].marks.push(Mark::Picture { area });
    }

    pub(crate) fn bookmark(&mut self, page: usize, y: f32, title: &str) {
        self.bookmarks.push(Bookmark { title: title.to_owned(), page, y });
    }

    /// Leaves an empty signature field in the page.
    pub(crate) fn signature_field(&mut self, name: &'static str, page: usize, area: Area) {
        self.fields.push(SignatureField { name, page, area });
    }
}
