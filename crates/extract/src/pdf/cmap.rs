//! The table that says which characters a font's codes stand for.

use std::collections::HashMap;

/// A table has at most so many codes; a font has no more glyphs.
const MOST: usize = 1 << 16;

/// Codes and their texts.
#[derive(Debug, Default)]
pub(super) struct ToUnicode {
    texts: HashMap<u32, String>,
}

enum Token<'a> {
    Hex(Vec<u8>),
    Open,
    Close,
    Word(&'a [u8]),
}

impl ToUnicode {
    /// Reads `beginbfchar` and `beginbfrange`; what is no table is an empty one.
    pub fn parse(bytes: &[u8]) -> Self {
        let mut table = Self::default();
        let mut tokens = Tokens { rest: bytes };
        while let Some(token) = tokens.next() {
            match token {
                Token::Word(b"beginbfchar") => table.characters(&mut tokens),
                Token::Word(b"beginbfrange") => table.ranges(&mut tokens),
                _ => {}
            }
        }
        table
    }

    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    pub fn get(&self, code: u32) -> Option<&str> {
        self.texts.get(&code).map(String::as_str)
    }

    fn put(&mut self, code: u32, text: String) {
        if self.texts.len() < MOST {
            self.texts.insert(code, text);
        }
    }

    fn characters(&mut self, tokens: &mut Tokens<'_>) {
        while let (Some(Token::Hex(code)), Some(Token::Hex(text))) = (tokens.next(), tokens.next()) {
            self.put(number(&code), utf16(&text, 0));
        }
    }

    fn ranges(&mut self, tokens: &mut Tokens<'_>) {
        while let (Some(Token::Hex(from)), Some(Token::Hex(to))) = (tokens.next(), tokens.next()) {
            let (from, to) = (number(&from), number(&to));
            let codes = from..=to.min(from.saturating_add(u32::from(u16::MAX)));
            match tokens.next() {
                Some(Token::Hex(first)) => {
                    for code in codes {
                        if self.texts.len() >= MOST {
                            break;
                        }
                        self.put(code, utf16(&first, code - from));
                    }
                }
                Some(Token::Open) => {
                    let mut codes = codes;
                    while let Some(Token::Hex(text)) = tokens.next() {
                        if let Some(code) = codes.next() {
                            self.put(code, utf16(&text, 0));
                        }
                    }
                }
                _ => return,
            }
        }
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte))
}

/// Text in UTF-16 with its last unit so much higher.
fn utf16(bytes: &[u8], higher: u32) -> String {
    let mut units: Vec<u16> =
        bytes.chunks(2).map(|pair| u16::try_from(number(pair)).unwrap_or_default()).collect();
    if let Some(last) = units.last_mut() {
        *last = last.wrapping_add(u16::try_from(higher).unwrap_or_default());
    }
    String::from_utf16_lossy(&units)
}

/// The signs of a table.
struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    fn next(&mut self) -> Option<Token<'a>> {
        let delimiter = |byte: &u8| byte.is_ascii_whitespace() || b"<>[]%/()".contains(byte) || *byte == 0;
        loop {
            let (first, rest) = self.rest.split_first()?;
            match first {
                b'%' => {
                    let end = rest.iter().position(|b| matches!(b, b'\n' | b'\r')).unwrap_or(rest.len());
                    self.rest = &rest[end..];
                }
                b'[' | b']' => {
                    self.rest = rest;
                    return Some(if *first == b'[' { Token::Open } else { Token::Close });
                }
                b'<' if rest.first() != Some(&b'<') => {
                    let end = rest.iter().position(|b| *b == b'>').unwrap_or(rest.len());
                    self.rest = rest.get(end + 1..).unwrap_or_default();
                    return Some(Token::Hex(hex(&rest[..end])));
                }
                byte if delimiter(byte) => self.rest = rest,
                _ => {
                    let end = self.rest.iter().position(delimiter).unwrap_or(self.rest.len());
                    let (word, rest) = self.rest.split_at(end);
                    self.rest = rest;
                    return Some(Token::Word(word));
                }
            }
        }
    }
}

fn hex(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = digits
        .iter()
        .filter_map(|digit| char::from(*digit).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or_default()).collect()
}
