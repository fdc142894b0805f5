//! A page's painting, followed as far as its text goes.

use super::font::{Code, Font, number};
use super::line::{Glyph, Lines};
use super::matrix::Matrix;
use super::unreadable;
use crate::contents::Unreadable;
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::HashMap;
use std::rc::Rc;

/// Paintings within paintings.
const DEEPEST: usize = 12;
/// Saved states.
const MOST_SAVED: usize = 256;
/// Nodes above a page.
const MOST_ABOVE: usize = 64;
/// Bytes of one painting, or of one table of characters.
const LARGEST: usize = 32 << 20;
/// Steps of one page, those of paintings within it among them.
const MOST_STEPS: u32 = 5_000_000;

pub(super) struct Painter<'d> {
    document: &'d Document,
    fonts: HashMap<ObjectId, Rc<Font>>,
    /// Bytes that may still be unpacked.
    left: u64,
}

/// What stays while painting until it is set anew or restored.
#[derive(Clone)]
struct State {
    page: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    spacing: f64,
    word_spacing: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

impl State {
    fn new() -> Self {
        Self {
            page: Matrix::ONE,
            font: None,
            size: 0.0,
            spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

/// A page being painted.
struct Sheet {
    lines: Lines,
    steps: u32,
    room: usize,
}

impl<'d> Painter<'d> {
    pub fn new(document: &'d Document, left: u64) -> Self {
        Self { document, fonts: HashMap::new(), left }
    }

    /// The text of a page, not much more than `room` bytes of it.
    pub fn page(&mut self, page: ObjectId, room: usize) -> Result<String, Unreadable> {
        let most = LARGEST.min(usize::try_from(self.left).unwrap_or(LARGEST));
        let content = self.document.get_page_content_with_limit(page, most).map_err(|e| unreadable(&e))?;
        self.unpacked(content.len())?;
        let mut sheet = Sheet { lines: Lines::default(), steps: 0, room };
        self.paint(&content, &self.resources(page), State::new(), &mut sheet, 0)?;
        Ok(sheet.lines.finish())
    }

    fn unpacked(&mut self, bytes: usize) -> Result<(), Unreadable> {
        self.left = self.left.checked_sub(bytes as u64).ok_or(Unreadable::TooLarge)?;
        Ok(())
    }

    /// What a page's painting refers to: its own, or what stands above it.
    fn resources(&self, page: ObjectId) -> Vec<&'d Dictionary> {
        let mut found = Vec::new();
        let mut node = self.document.get_dictionary(page).ok();
        for _ in 0..MOST_ABOVE {
            let Some(dictionary) = node else { break };
            found.extend(self.dictionary(dictionary, b"Resources"));
            node = self.dictionary(dictionary, b"Parent");
        }
        found
    }

    fn dictionary(&self, of: &'d Dictionary, key: &[u8]) -> Option<&'d Dictionary> {
        of.get_deref(key, self.document).and_then(Object::as_dict).ok()
    }

    fn resource(&self, resources: &[&'d Dictionary], class: &[u8], name: &[u8]) -> Option<&'d Object> {
        resources.iter().find_map(|resources| self.dictionary(resources, class)?.get(name).ok())
    }

    fn paint(
        &mut self,
        content: &[u8],
        resources: &[&'d Dictionary],
        mut state: State,
        sheet: &mut Sheet,
        depth: usize,
    ) -> Result<(), Unreadable> {
        // A painting that cannot be followed has no text; the page's others may.
        let Ok(content) = Content::decode(content) else { return Ok(()) };
        let mut saved: Vec<State> = Vec::new();
        let (mut text, mut start) = (Matrix::ONE, Matrix::ONE);
        for operation in &content.operations {
            sheet.steps += 1;
            if sheet.steps > MOST_STEPS || sheet.lines.len() > sheet.room {
                return Ok(());
            }
            let values = Values { document: self.document, operation };
            match operation.operator.as_str() {
                "q" if saved.len() < MOST_SAVED => saved.push(state.clone()),
                "Q" => state = saved.pop().unwrap_or(state),
                "cm" => state.page = values.matrix().then(state.page),
                "BT" => (text, start) = (Matrix::ONE, Matrix::ONE),
                "Tf" => {
                    state.font = self.font(resources, operation);
                    state.size = values.number(1);
                }
                "Tc" => state.spacing = values.number(0),
                "Tw" => state.word_spacing = values.number(0),
                "Tz" => state.stretch = values.number(0) / 100.0,
                "TL" => state.leading = values.number(0),
                "Ts" => state.rise = values.number(0),
                "Tm" => (text, start) = (values.matrix(), values.matrix()),
                "Td" | "TD" | "T*" | "'" | "\"" => {
                    let (mut x, mut y) = (values.number(0), values.number(1));
                    match operation.operator.as_str() {
                        "Td" => {}
                        "TD" => state.leading = -y,
                        line => {
                            if line == "\"" {
                                (state.word_spacing, state.spacing) = (x, y);
                            }
                            (x, y) = (0.0, -state.leading);
                        }
                    }
                    start = Matrix::moved(x, y).then(start);
                    text = start;
                    if let Some(Object::String(bytes, _)) = operation.operands.last() {
                        show(&state, &mut text, bytes, sheet);
                    }
                }
                "Tj" => {
                    if let Some(Object::String(bytes, _)) = operation.operands.first() {
                        show(&state, &mut text, bytes, sheet);
                    }
                }
                "TJ" => {
                    for piece in
                        operation.operands.first().and_then(|list| list.as_array().ok()).into_iter().flatten()
                    {
                        match piece {
                            Object::String(bytes, _) => show(&state, &mut text, bytes, sheet),
                            other => {
                                let by = number(self.document, other).unwrap_or_default();
                                let by = -by / 1000.0 * state.size * state.stretch;
                                text = Matrix::moved(by, 0.0).then(text);
                            }
                        }
                    }
                }
                "Do" if depth < DEEPEST => {
                    let name = operation.operands.first().and_then(|name| name.as_name().ok());
                    let object = name.and_then(|name| self.resource(resources, b"XObject", name));
                    let stream =
                        object.and_then(|object| self.document.dereference(object).ok()?.1.as_stream().ok());
                    if let Some(stream) = stream {
                        self.within(stream, resources, &state, sheet, depth)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// A painting within another one.
    fn within(
        &mut self,
        stream: &'d Stream,
        resources: &[&'d Dictionary],
        state: &State,
        sheet: &mut Sheet,
        depth: usize,
    ) -> Result<(), Unreadable> {
        if !stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Form") {
            return Ok(());
        }
        let most = LARGEST.min(usize::try_from(self.left).unwrap_or(LARGEST));
        let content = match stream.get_plain_content_with_limit(most) {
            Ok(content) => content,
            Err(error) if unreadable(&error) == Unreadable::TooLarge => return Err(Unreadable::TooLarge),
            Err(_) => return Ok(()),
        };
        self.unpacked(content.len())?;
        let mut inner = state.clone();
        if let Ok(matrix) = stream.dict.get_deref(b"Matrix", self.document).and_then(Object::as_array) {
            inner.page = matrix_of(self.document, matrix).then(inner.page);
        }
        let own: Vec<&Dictionary> = self
            .dictionary(&stream.dict, b"Resources")
            .into_iter()
            .chain(resources.iter().copied())
            .collect();
        self.paint(&content, &own[..own.len().min(MOST_ABOVE)], inner, sheet, depth + 1)
    }

    fn font(&mut self, resources: &[&'d Dictionary], operation: &Operation) -> Option<Rc<Font>> {
        let name = operation.operands.first()?.as_name().ok()?;
        let object = self.resource(resources, b"Font", name)?;
        let (id, dictionary) = self.document.dereference(object).ok()?;
        if let Some(known) = id.and_then(|id| self.fonts.get(&id)) {
            return Some(Rc::clone(known));
        }
        let font = Rc::new(Font::read(self.document, dictionary.as_dict().ok()?, LARGEST));
        if let Some(id) = id {
            self.fonts.insert(id, Rc::clone(&font));
        }
        Some(font)
    }
}

/// Puts a shown text on the page and moves on behind it.
fn show(state: &State, text: &mut Matrix, bytes: &[u8], sheet: &mut Sheet) {
    let Some(font) = &state.font else { return };
    for Code { text: characters, width, is_blank } in font.codes(bytes) {
        let placed = Matrix::moved(0.0, state.rise).then(*text).then(state.page);
        let word = if is_blank { state.word_spacing } else { 0.0 };
        let along = (width * state.size + state.spacing + word) * state.stretch;
        if !characters.is_empty() {
            sheet.lines.put(&Glyph {
                text: &characters,
                at: placed.apply(0.0, 0.0),
                advance: placed.step(width * state.size * state.stretch),
                size: placed.height(state.size),
            });
        }
        *text = Matrix::moved(along, 0.0).then(*text);
    }
}

fn matrix_of(document: &Document, list: &[Object]) -> Matrix {
    let mut matrix = Matrix::ONE;
    for (place, object) in matrix.0.iter_mut().zip(list) {
        *place = number(document, object).unwrap_or_default();
    }
    matrix
}

/// What stands before an operator.
struct Values<'a> {
    document: &'a Document,
    operation: &'a Operation,
}

impl Values<'_> {
    fn number(&self, place: usize) -> f64 {
        self.operation
            .operands
            .get(place)
            .and_then(|object| number(self.document, object))
            .unwrap_or_default()
    }

    fn matrix(&self) -> Matrix {
        matrix_of(self.document, &self.operation.operands)
    }
}
