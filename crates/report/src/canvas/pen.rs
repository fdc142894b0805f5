//! Marks as the operators of a page's content stream.

use lopdf::{Dictionary, Stream};
use pdf_writer::{Content, Name, Str};

use super::emit::{Codes, PICTURE, font_name, hundredth, packed, points};
use super::{Area, Face, Ink, Mark, Page, Stroke};

/// Writes one page, keeping the graphics state in mind so that nothing is said twice.
struct Pen<'a> {
    content: Content,
    codes: &'a Codes,
    height: f32,
    fill: Option<Ink>,
    stroke: Option<Stroke>,
    font: Option<(Face, f32)>,
    /// Where the last text of the open text section began, in points.
    text_at: Option<(f32, f32)>,
    /// The codes of the piece being shown; kept for its room.
    shown: Vec<u8>,
}

/// The content stream of a page.
pub(super) fn content(page: &Page, height: f32, codes: &Codes) -> Stream {
    let mut pen = Pen {
        content: Content::with_capacity(page.marks.len() * 32 + page.text.len() * 2),
        codes,
        height,
        fill: None,
        stroke: None,
        font: None,
        text_at: None,
        shown: Vec::new(),
    };
    for mark in &page.marks {
        pen.mark(mark, &page.text);
    }
    pen.end_text();
    packed(Dictionary::new(), &pen.content.finish())
}

impl Pen<'_> {
    fn mark(&mut self, mark: &Mark, text: &str) {
        match *mark {
            Mark::Text { face, size, ink, x, y, start, end } => {
                self.set_fill(ink);
                let at = (points(x), points(self.height - y));
                if self.text_at.is_none() {
                    self.content.begin_text();
                }
                self.set_type(face, size);
                let from = self.text_at.unwrap_or((0.0, 0.0));
                self.content.next_line(hundredth(at.0 - from.0), hundredth(at.1 - from.1));
                self.text_at = Some(at);
                self.show(face, text, start, end);
            }
            Mark::Turned { face, size, ink, x, y, degrees, start, end } => {
                self.end_text();
                self.set_fill(ink);
                self.content.begin_text();
                self.set_type(face, size);
                let (sine, cosine) = degrees.to_radians().sin_cos();
                let at = (points(x), points(self.height - y));
                self.content.set_text_matrix([cosine, sine, -sine, cosine, at.0, at.1]);
                self.show(face, text, start, end);
                self.content.end_text();
            }
            Mark::Line { from, to, stroke } => self.draw_line(&[from, to], stroke),
            Mark::Path { ref points, stroke } => self.draw_line(points, stroke),
            Mark::Fill { area, ink } => {
                self.end_text();
                self.set_fill(ink);
                self.rectangle(area);
                self.content.fill_nonzero();
            }
            Mark::Frame { area, stroke } => {
                self.end_text();
                self.set_stroke(stroke);
                self.rectangle(area);
                self.content.stroke();
            }
            Mark::Picture { area } => {
                self.end_text();
                let corner = (points(area.x), points(self.height - area.y - area.height));
                self.content.save_state();
                self.content.transform([
                    points(area.width),
                    0.0,
                    0.0,
                    points(area.height),
                    corner.0,
                    corner.1,
                ]);
                self.content.x_object(Name(PICTURE.as_bytes()));
                self.content.restore_state();
            }
        }
    }

    fn end_text(&mut self) {
        if self.text_at.take().is_some() {
            self.content.end_text();
        }
    }

    fn set_type(&mut self, face: Face, size: f32) {
        if self.font != Some((face, size)) {
            self.font = Some((face, size));
            self.content.set_font(Name(font_name(face).as_bytes()), size);
        }
    }

    fn show(&mut self, face: Face, text: &str, start: u32, end: u32) {
        let piece = text.get(start as usize..end as usize).unwrap_or_default();
        self.shown.clear();
        self.shown.extend(piece.chars().flat_map(|c| self.codes.of(face, c).to_be_bytes()));
        self.content.show(Str(&self.shown));
    }

    fn set_fill(&mut self, ink: Ink) {
        if self.fill != Some(ink) {
            self.fill = Some(ink);
            match colour(ink) {
                Colour::Grey(white) => self.content.set_fill_gray(white),
                Colour::Red([r, g, b]) => self.content.set_fill_rgb(r, g, b),
            };
        }
    }

    fn set_stroke(&mut self, stroke: Stroke) {
        let known = self.stroke;
        if known.map(|s| s.ink) != Some(stroke.ink) {
            match colour(stroke.ink) {
                Colour::Grey(white) => self.content.set_stroke_gray(white),
                Colour::Red([r, g, b]) => self.content.set_stroke_rgb(r, g, b),
            };
        }
        if known.map(|s| s.width) != Some(stroke.width) {
            self.content.set_line_width(stroke.width);
        }
        if known.map(|s| s.dash) != Some(stroke.dash) {
            self.content.set_dash_pattern(stroke.dash.into_iter().flat_map(|dash| [dash, dash]), 0.0);
        }
        self.stroke = Some(stroke);
    }

    fn draw_line(&mut self, through: &[(f32, f32)], stroke: Stroke) {
        self.end_text();
        self.set_stroke(stroke);
        for (at, (x, y)) in through.iter().enumerate() {
            let (x, y) = (points(*x), points(self.height - y));
            if at == 0 {
                self.content.move_to(x, y);
            } else {
                self.content.line_to(x, y);
            }
        }
        self.content.stroke();
    }

    fn rectangle(&mut self, area: Area) {
        let bottom = points(self.height - area.y - area.height);
        self.content.rect(points(area.x), bottom, points(area.width), points(area.height));
    }
}

/// In device colours, 0 to 1.
enum Colour {
    Grey(f32),
    Red([f32; 3]),
}

fn colour(ink: Ink) -> Colour {
    match ink {
        Ink::Black => Colour::Grey(0.0),
        Ink::Grey(white) => Colour::Grey(f32::from(white.min(100)) / 100.0),
        Ink::Seal => Colour::Red([0.75, 0.08, 0.08]),
    }
}
