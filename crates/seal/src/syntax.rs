//! A strict reader of PDF syntax, for the bytes that a signed update appends.
//!
//! lopdf reads leniently, as viewers do, each in its own way: of two equal keys one takes the first and another the last,
//! and bytes that one skips another reads. A document could so show a checker one thing and a viewer another. What is
//! appended to a signed report is therefore read here a second time, and whatever is not plain is refused.

use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat};

/// Deepest nesting of arrays and dictionaries.
const MAX_DEPTH: usize = 32;

/// Why the bytes were refused; words for the log.
pub(crate) type Malformed = &'static str;

pub(crate) struct Scanner<'a> {
    pub bytes: &'a [u8],
    pub at: usize,
}

/// An indirect object with its place in the file.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    pub object: Object,
    /// From the object's number to behind `endobj`.
    pub span: std::ops::Range<usize>,
}

pub(crate) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

impl<'a> Scanner<'a> {
    pub fn new(bytes: &'a [u8], at: usize) -> Scanner<'a> {
        Scanner { bytes, at }
    }

    pub fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub fn skip_space(&mut self) {
        while self.peek().is_some_and(is_space) {
            self.at += 1;
        }
    }

    /// Takes `word` if it comes next.
    pub fn take(&mut self, word: &[u8]) -> bool {
        let next = self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word));
        if next {
            self.at += word.len();
        }
        next
    }

    /// Takes one end of line (CR LF, LF or CR) if it comes next.
    pub fn take_line_end(&mut self) -> bool {
        self.take(b"\r\n") || self.take(b"\n") || self.take(b"\r")
    }

    fn ends_token(&self) -> bool {
        self.peek().is_none_or(|byte| is_space(byte) || is_delimiter(byte))
    }

    /// A number without sign.
    pub fn unsigned(&mut self) -> Result<u64, Malformed> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        let digits = std::str::from_utf8(&self.bytes[start..self.at]).map_err(|_| "number")?;
        digits.parse().map_err(|_| "number")
    }

    /// `12 0 obj … endobj`.
    pub fn indirect_object(&mut self) -> Result<(ObjectId, Placed), Malformed> {
        let start = self.at;
        let number = u32::try_from(self.unsigned()?).map_err(|_| "object number")?;
        self.skip_space();
        let generation = u16::try_from(self.unsigned()?).map_err(|_| "generation")?;
        self.skip_space();
        if number == 0 || !self.take(b"obj") {
            return Err("object header");
        }
        self.skip_space();
        let mut object = self.object(0)?;
        self.skip_space();
        if let Object::Dictionary(dict) = &object
            && self.take(b"stream")
        {
            if !(self.take(b"\r\n") || self.take(b"\n")) {
                return Err("stream start");
            }
            let length = dict.get(b"Length").and_then(Object::as_i64).map_err(|_| "stream length")?;
            let length = usize::try_from(length).map_err(|_| "stream length")?;
            let end =
                self.at.checked_add(length).filter(|&end| end <= self.bytes.len()).ok_or("stream length")?;
            let content = self.bytes[self.at..end].to_vec();
            self.at = end;
            self.take_line_end();
            if !self.take(b"endstream") {
                return Err("stream end");
            }
            object = Object::Stream(Stream::new(dict.clone(), content));
            self.skip_space();
        }
        if !self.take(b"endobj") || !self.ends_token() {
            return Err("object end");
        }
        Ok(((number, generation), Placed { object, span: start..self.at }))
    }

    pub fn object(&mut self, depth: usize) -> Result<Object, Malformed> {
        if depth > MAX_DEPTH {
            return Err("nesting");
        }
        match self.peek().ok_or("end of file")? {
            b'/' => self.name().map(Object::Name),
            b'(' => self.literal_string(),
            b'[' => self.array(depth),
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                self.dictionary(depth).map(Object::Dictionary)
            }
            b'<' => self.hex_string(),
            b'+' | b'-' | b'.' | b'0'..=b'9' => self.number_or_reference(),
            _ => {
                for (word, object) in [
                    ("null", Object::Null),
                    ("true", Object::Boolean(true)),
                    ("false", Object::Boolean(false)),
                ] {
                    if self.take(word.as_bytes()) {
                        return if self.ends_token() { Ok(object) } else { Err("word") };
                    }
                }
                Err("unknown token")
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<Object, Malformed> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.skip_space();
            if self.take(b"]") {
                return Ok(Object::Array(items));
            }
            items.push(self.object(depth + 1)?);
        }
    }

    pub fn dictionary(&mut self, depth: usize) -> Result<Dictionary, Malformed> {
        if !self.take(b"<<") {
            return Err("dictionary");
        }
        let mut dict = Dictionary::new();
        loop {
            self.skip_space();
            if self.take(b">>") {
                return Ok(dict);
            }
            let key = self.name()?;
            self.skip_space();
            let value = self.object(depth + 1)?;
            // Which of two equal keys counts is each reader's own choice.
            if dict.has(&key) {
                return Err("key given twice");
            }
            dict.set(key, value);
        }
    }

    fn name(&mut self) -> Result<Vec<u8>, Malformed> {
        if !self.take(b"/") {
            return Err("name");
        }
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|&byte| !is_space(byte) && !is_delimiter(byte)) {
            self.at += 1;
            if byte == b'#' {
                let digits = self.bytes.get(self.at..self.at + 2).ok_or("name")?;
                name.push(hex_pair(digits).ok_or("name")?);
                self.at += 2;
            } else {
                name.push(byte);
            }
        }
        Ok(name)
    }

    fn hex_string(&mut self) -> Result<Object, Malformed> {
        self.at += 1;
        let length =
            self.bytes[self.at..].iter().position(|&byte| byte == b'>').ok_or("hexadecimal string")?;
        let digits = &self.bytes[self.at..self.at + length];
        if !digits.len().is_multiple_of(2) {
            return Err("hexadecimal string");
        }
        let bytes = digits.chunks_exact(2).map(hex_pair).collect::<Option<Vec<u8>>>();
        self.at += length + 1;
        Ok(Object::String(bytes.ok_or("hexadecimal string")?, StringFormat::Hexadecimal))
    }

    fn literal_string(&mut self) -> Result<Object, Malformed> {
        self.at += 1;
        let mut text = Vec::new();
        let mut open = 1_usize;
        loop {
            let byte = self.peek().ok_or("string")?;
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        return Ok(Object::String(text, StringFormat::Literal));
                    }
                }
                b'\\' => {
                    self.escape(&mut text)?;
                    continue;
                }
                b'\r' => {
                    self.take(b"\n");
                    text.push(b'\n');
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
    }

    fn escape(&mut self, text: &mut Vec<u8>) -> Result<(), Malformed> {
        let byte = self.peek().ok_or("string")?;
        if self.take_line_end() {
            return Ok(());
        }
        if (b'0'..=b'7').contains(&byte) {
            let mut code = 0_u32;
            for _ in 0..3 {
                let Some(digit) = self.peek().filter(|byte| (b'0'..=b'7').contains(byte)) else { break };
                code = code * 8 + u32::from(digit - b'0');
                self.at += 1;
            }
            text.push(u8::try_from(code).map_err(|_| "string escape")?);
            return Ok(());
        }
        self.at += 1;
        text.push(match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'(' | b')' | b'\\' => byte,
            _ => return Err("string escape"),
        });
        Ok(())
    }

    fn number_or_reference(&mut self) -> Result<Object, Malformed> {
        let start = self.at;
        if matches!(self.peek(), Some(b'+' | b'-')) {
            self.at += 1;
        }
        while self.peek().is_some_and(|byte| byte.is_ascii_digit() || byte == b'.') {
            self.at += 1;
        }
        let digits = std::str::from_utf8(&self.bytes[start..self.at]).map_err(|_| "number")?;
        if !self.ends_token() {
            return Err("number");
        }
        if digits.contains('.') {
            return digits.parse().map(Object::Real).map_err(|_| "number");
        }
        let number: i64 = digits.parse().map_err(|_| "number")?;
        let after = self.at;
        if let Some(reference) = self.reference_tail(number) {
            return Ok(reference);
        }
        self.at = after;
        Ok(Object::Integer(number))
    }

    /// ` 0 R` after a number.
    fn reference_tail(&mut self, number: i64) -> Option<Object> {
        let number = u32::try_from(number).ok()?;
        self.skip_space();
        let generation = u16::try_from(self.unsigned().ok()?).ok()?;
        self.skip_space();
        (self.take(b"R") && self.ends_token()).then_some(Object::Reference((number, generation)))
    }
}

fn hex_pair(digits: &[u8]) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    match digits {
        [high, low] => u8::try_from(digit(*high)? * 16 + digit(*low)?).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(text: &str) -> Result<Object, Malformed> {
        let mut scanner = Scanner::new(text.as_bytes(), 0);
        let object = scanner.object(0)?;
        scanner.skip_space();
        if scanner.at == text.len() { Ok(object) } else { Err("more") }
    }

    #[test]
    fn reads_plain_objects() {
        assert_eq!(object("12"), Ok(Object::Integer(12)));
        assert_eq!(object("-1.5"), Ok(Object::Real(-1.5)));
        assert_eq!(object("7 0 R"), Ok(Object::Reference((7, 0))));
        assert_eq!(object("/A#20B"), Ok(Object::Name(b"A B".to_vec())));
        assert_eq!(object("(a\\(\\101(b))"), Ok(Object::String(b"a(A(b)".to_vec(), StringFormat::Literal)));
        let Ok(Object::Array(items)) = object("[1 2 0 R<0aFF>null/N]") else { panic!("no array") };
        assert_eq!(items.len(), 5);
        assert_eq!(items[2], Object::String(vec![0x0a, 0xff], StringFormat::Hexadecimal));
    }

    #[test]
    fn refuses_what_readers_take_differently() {
        for text in [
            "<</A 1/A 2>>",
            "<</A 1/#41 2>>",
            "<0>",
            "<0g>",
            "1.2.3",
            "12x",
            "nullx",
            "(a",
            "[1",
            "<</A>>",
            "/#4",
            "%c\n1",
            "(\\999)",
            "--1",
        ] {
            assert!(object(text).is_err(), "{text} was read");
        }
        assert!(object(&"[".repeat(100_000)).is_err());
    }

    #[test]
    fn reads_a_stream_by_its_own_length_only() {
        let good = b"4 0 obj\n<</Length 3>>stream\nabc\nendstream\nendobj\n";
        let (id, placed) = Scanner::new(good, 0).indirect_object().unwrap();
        assert_eq!(id, (4, 0));
        assert_eq!(placed.object.as_stream().unwrap().content, b"abc");
        assert_eq!(placed.span, 0..good.len() - 1);
        for bad in [
            "4 0 obj<</Length 2>>stream\nabc\nendstream\nendobj\n",
            "4 0 obj<</Length 9 0 R>>stream\nabc\nendstream endobj\n",
        ] {
            assert!(Scanner::new(bad.as_bytes(), 0).indirect_object().is_err());
        }
    }
}
