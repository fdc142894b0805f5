//! Breaking text into lines that fit a width.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use crate::canvas::{Face, Fonts};

/// Text as it may be printed: characters that have no picture of their own are dropped or become what they look like.
/// Line feeds stay.
pub(crate) fn printable(text: &str) -> String {
    text.chars()
        .filter_map(|character| match character {
            '\n' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => Some(' '),
            '\u{2010}' | '\u{2011}' => Some('-'),
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' => None,
            '\u{fe00}'..='\u{fe0f}' => None,
            control if control.is_control() => None,
            other => Some(other),
        })
        .collect()
}

/// The lines of a text at a size in points, none wider than `width` millimetres. Breaks where Unicode's rules allow
/// it, so that 。，、） never begin a line and （《 never end one; a word longer than a line is broken anywhere.
/// An empty text is one empty line.
pub(crate) fn wrap(fonts: &Fonts, text: &str, face: Face, size: f32, width: f32) -> Vec<String> {
    let text = printable(text);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        wrap_paragraph(fonts, paragraph, face, size, width, &mut lines);
    }
    lines
}

fn wrap_paragraph(fonts: &Fonts, text: &str, face: Face, size: f32, width: f32, lines: &mut Vec<String>) {
    if fonts.width(text, face, size) <= width {
        lines.push(text.trim_end().to_owned());
        return;
    }
    let mut line = String::new();
    let mut used = 0.0;
    let mut from = 0;
    for (to, opportunity) in linebreaks(text) {
        let piece = &text[from..to];
        from = to;
        // Spaces at a line's end hang over it.
        let wide = fonts.width(piece.trim_end(), face, size);
        if used + wide > width && !line.is_empty() {
            push_line(lines, &mut line);
            used = 0.0;
        }
        if wide > width {
            for character in piece.chars() {
                let step = fonts.character_width(character, face, size);
                if used + step > width && !line.is_empty() {
                    push_line(lines, &mut line);
                    used = 0.0;
                }
                line.push(character);
                used += step;
            }
        } else {
            line.push_str(piece);
            used += fonts.width(piece, face, size);
        }
        if opportunity == BreakOpportunity::Mandatory && to < text.len() {
            push_line(lines, &mut line);
            used = 0.0;
        }
    }
    push_line(lines, &mut line);
}

fn push_line(lines: &mut Vec<String>, line: &mut String) {
    lines.push(line.trim_end().to_owned());
    line.clear();
}
