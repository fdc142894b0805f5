//! Phrases of two characters: what the index is made of. Any part of a text, however short, is a run of them, so that
//! nothing is missed that a look through all texts would find, and no dictionary decides what a word is.

use std::fmt::Write as _;

/// ASCII characters stand in the index as characters of a private block: the index would take punctuation for the end of a
/// word, and quotation marks for its own.
const ASCII: u32 = 0xe000;

/// What a folded text is indexed as: its pairs of neighbouring characters and its last character alone, with spaces between.
///
/// ```
/// assert_eq!(domain::search::grams(&['售', '前', '部']), "售前 前部 部");
/// ```
#[must_use]
pub fn grams(folded: &[char]) -> String {
    let mut text = String::with_capacity(folded.len() * 8);
    for (n, &c) in folded.iter().enumerate() {
        if n > 0 {
            text.push(' ');
        }
        text.push(indexed(c));
        text.extend(folded.get(n + 1).copied().map(indexed));
    }
    text
}

/// The expression that finds a folded phrase in the index, in quotation marks; `None` for nothing. A single character is
/// looked for as the beginning of a pair.
///
/// ```
/// assert_eq!(domain::search::expression(&['售', '前', '部']).unwrap(), "\"售前 前部\"");
/// assert_eq!(domain::search::expression(&['售']).unwrap(), "\"售\"*");
/// ```
#[must_use]
pub fn expression(folded: &[char]) -> Option<String> {
    let mut text = String::with_capacity(folded.len() * 8 + 3);
    match folded {
        [] => return None,
        [c] => write!(text, "\"{}\"*", indexed(*c)).expect("a String takes everything"),
        _ => {
            for (n, pair) in folded.windows(2).enumerate() {
                text.push(if n == 0 { '"' } else { ' ' });
                text.extend(pair.iter().copied().map(indexed));
            }
            text.push('"');
        }
    }
    Some(text)
}

/// The one word under which a code (of a kind, of a unit) stands in the index, whatever characters it is made of.
#[must_use]
pub fn scope(what: char, code: &str) -> String {
    std::iter::once(what).chain(code.chars()).map(indexed).collect()
}

fn indexed(c: char) -> char {
    if c.is_ascii() { char::from_u32(ASCII + u32::from(c)).expect("a private character") } else { c }
}
