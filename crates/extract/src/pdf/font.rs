//! Fonts: what their codes mean, and how wide the characters are.

use super::cmap::ToUnicode;
use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, SHIFT_JIS, UTF_16BE};
use lopdf::{Dictionary, Document, Object};
use std::collections::HashMap;

/// Widths of at most so many codes are kept.
const MOST_WIDTHS: usize = 1 << 17;

/// The tables of codes that the format knows by name, by how their names begin.
const NAMED: [(&[u8], &Encoding); 14] = [
    (b"UniGB", UTF_16BE),
    (b"UniCNS", UTF_16BE),
    (b"UniJIS", UTF_16BE),
    (b"UniKS", UTF_16BE),
    (b"GBK", GB18030),
    (b"GBpc", GB18030),
    (b"GB-EUC", GB18030),
    (b"B5", BIG5),
    (b"ETen", BIG5),
    (b"HKscs", BIG5),
    (b"90ms", SHIFT_JIS),
    (b"90pv", SHIFT_JIS),
    (b"KSC", EUC_KR),
    (b"UniHojo", UTF_16BE),
];

pub(super) struct Font {
    table: ToUnicode,
    /// What the codes of a font without such a table are.
    codes: Codes,
    widths: HashMap<u32, f64>,
    /// Of a code that has none.
    width: f64,
    /// Thousandths of the size, other than in fonts whose glyphs are drawn.
    scale: f64,
}

enum Codes {
    /// One byte each.
    Single(Box<[String; 256]>),
    /// Two bytes each.
    Double,
    /// Characters in this encoding.
    Encoded(&'static Encoding),
}

/// A code of a text that is shown.
pub(super) struct Code {
    /// What it stands for; nothing where nobody says.
    pub text: String,
    /// How far the next one is away, in sizes of the font.
    pub width: f64,
    /// Whether it is the one-byte code 32, which gaps between words are added to.
    pub is_blank: bool,
}

impl Font {
    pub fn read(document: &Document, font: &Dictionary, most: usize) -> Self {
        let table = font
            .get_deref(b"ToUnicode", document)
            .and_then(Object::as_stream)
            .ok()
            .and_then(|stream| stream.get_plain_content_with_limit(most).ok())
            .map(|bytes| ToUnicode::parse(&bytes))
            .unwrap_or_default();
        let subtype = font.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        if subtype == b"Type0" {
            Self::composite(document, font, table)
        } else {
            Self::simple(document, font, table, most)
        }
    }

    fn composite(document: &Document, font: &Dictionary, table: ToUnicode) -> Self {
        let name = font.get_deref(b"Encoding", document).and_then(Object::as_name).unwrap_or_default();
        let named = NAMED.iter().find(|(start, _)| name.starts_with(start)).map(|(_, encoding)| *encoding);
        let below = font
            .get_deref(b"DescendantFonts", document)
            .and_then(Object::as_array)
            .ok()
            .and_then(|list| document.dereference(list.first()?).ok())
            .and_then(|(_, object)| object.as_dict().ok());
        let width = below.and_then(|below| number(document, below.get(b"DW").ok()?)).unwrap_or(1000.0);
        let list = below.and_then(|below| below.get_deref(b"W", document).and_then(Object::as_array).ok());
        // A named table's codes are not those that the widths go by.
        let widths = list.filter(|_| named.is_none()).map(|list| widths(document, list)).unwrap_or_default();
        let codes = named.map_or(Codes::Double, Codes::Encoded);
        Self { table, codes, widths, width, scale: 0.001 }
    }

    fn simple(document: &Document, font: &Dictionary, table: ToUnicode, most: usize) -> Self {
        let encoding = font.get_font_encoding_with_limit(document, most).ok();
        let codes: Box<[String; 256]> = Box::new(std::array::from_fn(|code| {
            let byte = [u8::try_from(code).unwrap_or_default()];
            encoding.as_ref().and_then(|encoding| encoding.bytes_to_string(&byte).ok()).unwrap_or_default()
        }));
        let first = number_of(document, font, b"FirstChar").unwrap_or_default();
        let widths = font.get_deref(b"Widths", document).and_then(Object::as_array).ok().map(|list| {
            let known = list.iter().take(256).map(|width| number(document, width).unwrap_or_default());
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a code of one byte")]
            (first.clamp(0.0, 255.0) as u32..).zip(known).collect()
        });
        let is_drawn = font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Type3");
        let scale = if is_drawn {
            let matrix = font.get_deref(b"FontMatrix", document).and_then(Object::as_array).ok();
            matrix.and_then(|matrix| number(document, matrix.first()?)).unwrap_or(0.001)
        } else {
            0.001
        };
        Self { table, codes: Codes::Single(codes), widths: widths.unwrap_or_default(), width: 500.0, scale }
    }

    /// The codes of a text that is shown.
    pub fn codes(&self, bytes: &[u8]) -> Vec<Code> {
        let of = |code: u32, text: &str, is_blank| Code {
            text: self.table.get(code).unwrap_or(text).to_owned(),
            width: self.widths.get(&code).copied().unwrap_or(self.width) * self.scale,
            is_blank,
        };
        match &self.codes {
            Codes::Single(texts) => bytes
                .iter()
                .map(|byte| of(u32::from(*byte), &texts[usize::from(*byte)], *byte == b' '))
                .collect(),
            Codes::Double => bytes
                .chunks(2)
                .map(|pair| of(pair.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte)), "", false))
                .collect(),
            Codes::Encoded(encoding) if self.table.is_empty() => {
                let text = encoding.decode_without_bom_handling(bytes).0;
                let narrow = |c: char| if c.is_ascii() { 0.5 } else { self.width * self.scale };
                text.chars()
                    .map(|c| Code { text: c.to_string(), width: narrow(c), is_blank: c == ' ' })
                    .collect()
            }
            Codes::Encoded(_) => bytes
                .chunks(2)
                .map(|pair| of(pair.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte)), "", false))
                .collect(),
        }
    }
}

pub(super) fn number(document: &Document, object: &Object) -> Option<f64> {
    let (_, object) = document.dereference(object).ok()?;
    object.as_float().ok().map(f64::from)
}

fn number_of(document: &Document, dictionary: &Dictionary, key: &[u8]) -> Option<f64> {
    number(document, dictionary.get(key).ok()?)
}

/// `first [w w w]` and `first last w`, after each other.
fn widths(document: &Document, list: &[Object]) -> HashMap<u32, f64> {
    let mut widths = HashMap::new();
    let mut rest = list.iter();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a code, cut to what is one")]
    let code = |number: f64| number.clamp(0.0, 65_535.0) as u32;
    while let (Some(first), Some(second)) = (rest.next(), rest.next()) {
        let Some(first) = number(document, first).map(code) else { break };
        if let Ok((_, Object::Array(each))) = document.dereference(second) {
            widths.extend((first..).zip(each.iter().filter_map(|width| number(document, width))));
        } else {
            let (Some(last), Some(width)) =
                (number(document, second).map(code), rest.next().and_then(|width| number(document, width)))
            else {
                break;
            };
            widths.extend((first..=last).map(|code| (code, width)));
        }
        if widths.len() > MOST_WIDTHS {
            break;
        }
    }
    widths
}
