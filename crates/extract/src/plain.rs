//! Plain text: its encoding and its lines.

use crate::contents::{Gathered, Place};
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// So much of a text says what it is.
const HEAD: usize = 64 << 10;
/// Lines are gathered to about so many bytes.
const BLOCK: usize = 1024;
/// Of a thousand characters so many may be none in their encoding.
const MOST_WRONG: usize = 2;

/// The text of the bytes; `None` where they are none. A mark at the beginning says the encoding; without one UTF-8, then
/// UTF-16 by where its zeros stand, then what a page says of itself, then GB 18030, which GBK is part of.
pub(crate) fn decode(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return without_controls(encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return without_controls(text.to_owned());
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let encoding = match (zeros(0), zeros(1)) {
        (0, 0) => declared(head).unwrap_or(GB18030),
        (even, odd) if odd > even * 4 => UTF_16LE,
        (even, odd) if even > odd * 4 => UTF_16BE,
        _ => return None,
    };
    let text = encoding.decode_without_bom_handling(bytes).0;
    let wrong = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    // One character may be cut at the end.
    if wrong > 1 + text.chars().count() * MOST_WRONG / 1000 {
        return None;
    }
    without_controls(text.into_owned())
}

/// The encoding that a web page names at its beginning.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = &head[..head.len().min(2048)].to_ascii_lowercase();
    let at = memchr::memmem::find(head, b"charset")? + "charset".len();
    let label = head[at..].iter().copied().skip_while(|b| b" =\"'".contains(b));
    let label: Vec<u8> =
        label.take_while(|b| b.is_ascii_alphanumeric() || b"-_:".contains(b)).take(40).collect();
    Encoding::for_label(&label).filter(|encoding| *encoding != UTF_8)
}

/// The text, where its beginning has no characters that only programs write.
fn without_controls(text: String) -> Option<String> {
    let control = |c: char| c.is_control() && !"\t\n\r\u{c}\u{b}\u{1b}\u{1a}\u{85}".contains(c);
    (!text.chars().take(HEAD).any(control)).then_some(text)
}

/// Whether the text is a web page.
pub(crate) fn is_page(text: &str) -> bool {
    let head: String = text.chars().take(4096).collect::<String>().to_ascii_lowercase();
    let begins = head.trim_start().starts_with("<!doctype html") || head.trim_start().starts_with("<html");
    let looks = head.trim_start().starts_with('<');
    begins || looks && ["<html", "<head", "<body"].iter().any(|tag| head.contains(tag))
}

pub(crate) fn read(text: &str, gathered: &mut Gathered) {
    let mut block = String::new();
    let mut first = 1;
    for (number, line) in (1..).zip(text.lines()) {
        if gathered.is_full() {
            return;
        }
        if block.is_empty() {
            if line.trim().is_empty() {
                continue;
            }
            first = number;
        } else {
            block.push('\n');
        }
        block.push_str(line);
        if block.len() >= BLOCK {
            gathered.add(Place::Line { line: first }, &block);
            block.clear();
        }
    }
    gathered.add(Place::Line { line: first }, &block);
}
