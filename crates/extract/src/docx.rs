//! Word documents: paragraphs of the text, then headers, footers, notes and comments.

use crate::contents::{Gathered, Place, Unreadable};
use crate::package::Package;
use crate::xml::push_text;
use quick_xml::events::Event;

/// Relations to parts that are read beside the text.
const BESIDE: [&str; 5] = ["header", "footer", "footnotes", "endnotes", "comments"];

pub(crate) fn read(mut package: Package<'_>, main: &str, gathered: &mut Gathered) -> Result<(), Unreadable> {
    let mut number = 0;
    paragraphs(&mut package, main, gathered, &mut |gathered, text| {
        if gathered.add(Place::Paragraph { paragraph: number + 1 }, text) {
            number += 1;
        }
    })?;
    for relation in package.relations(main)? {
        if BESIDE.contains(&relation.kind.as_str()) {
            paragraphs(&mut package, &relation.target, gathered, &mut |gathered, text| {
                gathered.add(Place::Beside, text);
            })?;
        }
    }
    Ok(())
}

/// Goes through a part's paragraphs. Runs are joined: a word may change its typeface in the middle. Text boxes stand within a
/// paragraph and are paragraphs of their own; what was deleted and is only kept for review is left out.
pub(crate) fn paragraphs(
    package: &mut Package<'_>,
    part: &str,
    gathered: &mut Gathered,
    each: &mut dyn FnMut(&mut Gathered, &str),
) -> Result<(), Unreadable> {
    let mut open: Vec<String> = Vec::new();
    // Within text, and within what stands there a second time for programs that do not know the first.
    let (mut in_text, mut in_fallback) = (false, 0_u32);
    package.walk(part, |event| {
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "Fallback" => in_fallback += 1,
                "p" if in_fallback == 0 => open.push(String::new()),
                "t" => in_text = true,
                name => mark(name, &mut open, in_fallback),
            },
            Event::Empty(tag) => mark(tag.local_name().as_ref(), &mut open, in_fallback),
            Event::End(tag) => match tag.local_name().as_ref() {
                "Fallback" => in_fallback = in_fallback.saturating_sub(1),
                "p" if in_fallback == 0 => {
                    if let Some(text) = open.pop() {
                        each(gathered, &text);
                    }
                }
                "t" => in_text = false,
                _ => {}
            },
            text if in_text && in_fallback == 0 => {
                if let Some(paragraph) = open.last_mut() {
                    push_text(text, paragraph);
                }
            }
            _ => {}
        }
        Ok(!gathered.is_full())
    })
}

/// Tabs and line breaks.
fn mark(name: &str, open: &mut [String], in_fallback: u32) {
    let character = match name {
        "tab" | "ptab" => '\t',
        "br" | "cr" => '\n',
        "noBreakHyphen" => '-',
        _ => return,
    };
    if let Some(paragraph) = open.last_mut().filter(|_| in_fallback == 0) {
        paragraph.push(character);
    }
}
