//! One spelling for what is the same to a reader: of texts when they are indexed, of words when they are looked for.

use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::canonical_combining_class;

/// A text in the spelling that is searched, and where each of its characters came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    chars: Vec<char>,
    /// Byte in the original at which the piece begins that a character came from; at the end, the original's length.
    from: Vec<usize>,
}

impl Folded {
    /// The characters that are compared.
    #[must_use]
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// Bytes of the original behind the characters `start..end`.
    #[must_use]
    pub fn original(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        let begin = self.from[start];
        // One piece may have become several characters; a piece is never cut.
        let last = self.from[end.saturating_sub(1).max(start)];
        let after = self.from[end..].iter().copied().find(|&at| at > last);
        begin..after.unwrap_or_else(|| *self.from.last().expect("holds the end"))
    }
}

/// Folds a text: compatibility forms become the plain ones (Ａ is A, ① is 1, ㎡ is m2), capitals small, traditional
/// characters simplified, each by itself, so that a part of a text folds to a part of the folded text. Marks without width
/// go; white space beside a Chinese character goes too, for files break their lines anywhere; any other is one space.
///
/// ```
/// let folded = domain::search::fold("投標 文件\nＶ2");
/// assert_eq!(folded.chars().iter().collect::<String>(), "投标文件v2");
/// ```
#[must_use]
pub fn fold(text: &str) -> Folded {
    let mut folded =
        Folded { chars: Vec::with_capacity(text.len() / 2), from: Vec::with_capacity(text.len() / 2) };
    let mut gap = None;
    let mut rest = text.char_indices().peekable();
    while let Some((at, first)) = rest.next() {
        if first.is_whitespace() {
            gap.get_or_insert(at);
            continue;
        }
        if without_width(first) {
            continue;
        }
        if alone(first) && rest.peek().is_none_or(|&(_, next)| alone(next) || next.is_whitespace()) {
            push(&mut folded, &mut gap, at, simplified(first.to_ascii_lowercase()));
            continue;
        }
        let mut end = at + first.len_utf8();
        while let Some(&(next_at, next)) = rest.peek() {
            if canonical_combining_class(next) == 0 && !without_width(next) {
                break;
            }
            end = next_at + next.len_utf8();
            rest.next();
        }
        for c in text[at..end].nfkc().flat_map(char::to_lowercase) {
            if c.is_whitespace() {
                gap.get_or_insert(at);
            } else if !without_width(c) {
                push(&mut folded, &mut gap, at, simplified(c));
            }
        }
    }
    folded.from.push(text.len());
    folded
}

fn push(folded: &mut Folded, gap: &mut Option<usize>, at: usize, c: char) {
    if let Some(space) = gap.take()
        && let Some(&before) = folded.chars.last()
        && !chinese(before)
        && !chinese(c)
    {
        folded.chars.push(' ');
        folded.from.push(space);
    }
    folded.chars.push(c);
    folded.from.push(at);
}

/// Characters that neither change by themselves, but for their case, nor join with what comes before.
fn alone(c: char) -> bool {
    c.is_ascii_graphic() || matches!(c, '\u{4e00}'..='\u{9fff}')
}

fn chinese(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Joiners, direction marks, soft hyphens, variation selectors and control characters: nobody sees them.
fn without_width(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}'
        )
}

/// The simplified form of a character of the common block; what has none stays.
fn simplified(c: char) -> char {
    static TABLE: OnceLock<Vec<char>> = OnceLock::new();
    const FIRST: char = '\u{4e00}';
    const LAST: char = '\u{9fff}';
    if !(FIRST..=LAST).contains(&c) {
        return c;
    }
    let table = TABLE.get_or_init(|| (FIRST..=LAST).map(simplify).collect());
    table[c as usize - FIRST as usize]
}

fn simplify(c: char) -> char {
    let mut simplified = fast2s::convert(c.encode_utf8(&mut [0; 4])).chars().collect::<Vec<_>>();
    match (simplified.pop(), simplified.is_empty()) {
        (Some(simple), true) => simple,
        _ => c,
    }
}
