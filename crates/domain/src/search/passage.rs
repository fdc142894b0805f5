//! The passage of a text that shows why it was found.

use super::fold::fold;
use std::ops::Range;

/// Part of a text with what was looked for marked in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The part, in the text's own spelling, line breaks as spaces.
    pub text: String,
    /// The byte of the whole text at which it begins.
    pub at: usize,
    /// Bytes of `text` that are marked, in order, not overlapping.
    pub marks: Vec<Range<usize>>,
    /// Whether something stands before it.
    pub cut_before: bool,
    /// Whether something stands behind it.
    pub cut_behind: bool,
}

/// The passage around the first of the folded `phrases` that stands in a text, about `width` characters, with all that are in it marked.
/// Without one of them in it: its beginning.
#[must_use]
pub fn passage(text: &str, phrases: &[Vec<char>], width: usize) -> Passage {
    let folded = fold(text);
    let found = phrases.iter().filter_map(|phrase| find(folded.chars(), phrase)).min();
    let start = found.map_or(0, |at| at.saturating_sub(width / 4));
    let end = (start + width).min(folded.chars().len());
    let whole = if folded.chars().is_empty() { 0..0 } else { folded.original(start, end) };
    let window = &folded.chars()[start..end];
    let mut marks: Vec<Range<usize>> = phrases
        .iter()
        .flat_map(|phrase| all(window, phrase).map(move |at| at..at + phrase.len()))
        .map(|range| {
            let bytes = folded.original(start + range.start, start + range.end);
            bytes.start - whole.start..bytes.end - whole.start
        })
        .collect();
    marks.sort_by_key(|range| range.start);
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(marks.len());
    for mark in marks {
        match joined.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            _ => joined.push(mark),
        }
    }
    Passage {
        at: whole.start,
        cut_before: whole.start > 0,
        cut_behind: whole.end < text.trim_end().len(),
        text: text[whole].replace(['\n', '\r', '\t'], " "),
        marks: joined,
    }
}

fn find(text: &[char], phrase: &[char]) -> Option<usize> {
    all(text, phrase).next()
}

fn all<'a>(text: &'a [char], phrase: &'a [char]) -> impl Iterator<Item = usize> + 'a {
    let starts = if phrase.is_empty() { 0..0 } else { 0..(text.len() + 1).saturating_sub(phrase.len()) };
    starts.filter(move |&at| text[at..].starts_with(phrase))
}
