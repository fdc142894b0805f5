//! Web pages: what stands between the tags, a paragraph for each block. Nothing is run and nothing is fetched.

use crate::contents::{Gathered, Place};
use html5gum::{DefaultEmitter, Token, Tokenizer};

/// Elements whose text nobody reads.
const UNSEEN: [&[u8]; 6] = [b"script", b"style", b"template", b"noframes", b"iframe", b"noembed"];
/// Elements that stand within a line.
const INLINE: [&[u8]; 26] = [
    b"a", b"abbr", b"b", b"bdi", b"bdo", b"big", b"cite", b"code", b"del", b"dfn", b"em", b"font", b"i",
    b"ins", b"kbd", b"mark", b"q", b"s", b"samp", b"small", b"span", b"strong", b"sub", b"sup", b"u", b"var",
];
/// Cells of a row.
const CELLS: [&[u8]; 2] = [b"td", b"th"];

pub(crate) fn read(page: &str, gathered: &mut Gathered) {
    let mut emitter = DefaultEmitter::default();
    // Else what stands in a script would be taken for tags.
    emitter.naively_switch_states(true);
    let mut block = Block::default();
    let mut unseen: Option<Vec<u8>> = None;
    for Ok(token) in Tokenizer::new_with_emitter(page, emitter) {
        if gathered.is_full() {
            return;
        }
        match token {
            Token::StartTag(tag) if unseen.is_none() => {
                let name: &[u8] = &tag.name;
                if UNSEEN.contains(&name) && !tag.self_closing {
                    unseen = Some(name.to_vec());
                }
                block.tag(name, gathered);
            }
            Token::EndTag(tag) => {
                let name: &[u8] = &tag.name;
                match &unseen {
                    Some(open) if open == name => unseen = None,
                    Some(_) => {}
                    None => block.tag(name, gathered),
                }
            }
            Token::String(text) if unseen.is_none() => block.push(&String::from_utf8_lossy(&text), gathered),
            _ => {}
        }
    }
    block.end(gathered);
}

/// The block that is being read.
#[derive(Default)]
struct Block {
    text: String,
    number: u32,
}

impl Block {
    fn tag(&mut self, name: &[u8], gathered: &mut Gathered) {
        if CELLS.contains(&name) {
            self.text.push('\t');
        } else if !INLINE.contains(&name) {
            self.end(gathered);
        }
    }

    /// White space, line breaks among it, is one blank.
    fn push(&mut self, text: &str, gathered: &mut Gathered) {
        for c in text.chars() {
            if !c.is_whitespace() || c == '\u{a0}' {
                self.text.push(c);
            } else if !self.text.ends_with([' ', '\t']) {
                self.text.push(' ');
            }
        }
        if self.text.len() > gathered.room() {
            self.end(gathered);
        }
    }

    fn end(&mut self, gathered: &mut Gathered) {
        if gathered.add(Place::Paragraph { paragraph: self.number + 1 }, &self.text) {
            self.number += 1;
        }
        self.text.clear();
    }
}
