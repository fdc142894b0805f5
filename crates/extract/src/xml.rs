//! XML, event by event: no document types' own entities, no more elements within each other than allowed.

use crate::contents::Unreadable;
use crate::package::failed;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Error, Reader};
use std::io::BufRead;

pub(crate) struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    depth: usize,
    deepest: usize,
}

impl<R: BufRead> Xml<R> {
    pub fn new(source: R, deepest: usize) -> Self {
        let mut reader = Reader::from_reader(source);
        reader.config_mut().check_end_names = false;
        Self { reader, buffer: Vec::new(), depth: 0, deepest }
    }

    /// The next event; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Event<'_>>, Unreadable> {
        self.buffer.clear();
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|error| match error {
            Error::Io(error) => failed(&error),
            _ => Unreadable::Damaged,
        })?;
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            // Cut off within an element.
            Event::Eof if self.depth > 0 => return Err(Unreadable::Damaged),
            Event::Eof => return Ok(None),
            _ => {}
        }
        if self.depth > self.deepest {
            return Err(Unreadable::TooLarge);
        }
        Ok(Some(event))
    }
}

/// An attribute by its name without prefix.
pub(crate) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    quick_xml::escape::unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}

/// Appends what an event says as text: characters, and the entities that every XML has. Others are left out.
pub(crate) fn push_text(event: &Event<'_>, text: &mut String) {
    match event {
        Event::Text(t) => text.push_str(t),
        Event::CData(t) => text.push_str(t),
        Event::GeneralRef(reference) => match reference.resolve_char_ref() {
            Ok(Some(c)) => text.push(c),
            _ => text.push_str(quick_xml::escape::resolve_predefined_entity(reference).unwrap_or_default()),
        },
        _ => {}
    }
}
