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

/// Marks that close something, for the one case in which Unicode's rules do not help: inside a word that is too long.
const NO_BEGINNING: &str = "，。、；：？！）》〉」』】〕”’…％%,.;:?!)]}";

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
                    // What must not begin a line takes the character before it along.
                    let along = if NO_BEGINNING.contains(character) { line.pop() } else { None };
                    push_line(lines, &mut line);
                    line.extend(along);
                    used = fonts.width(&line, face, size);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn fonts() -> Fonts {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../resources/fonts");
        Fonts::load(&folder).unwrap_or_else(|error| panic!("{error}\nrun scripts/fonts.sh first"))
    }

    #[test]
    fn no_line_is_too_wide_and_none_begins_or_ends_wrongly() {
        let fonts = fonts();
        let text = "本季度（二〇二六年第三季度），四川全通《售前支撑服务》得分 88.40 分；按“得分比例”支付，\
                    即 1,200,000.00 × 0.8840 ＝ 1,060,800.00 元。English words stay whole, see HQ-2026Q3-0001！";
        for width in 12..90 {
            let width = width as f32;
            let lines = wrap(&fonts, text, Face::Song, 10.5, width);
            let joined: String = lines.concat();
            assert_eq!(joined.replace(' ', ""), printable(text).replace(' ', ""), "nothing is lost");
            for line in &lines {
                assert!(fonts.width(line, Face::Song, 10.5) <= width, "{line:?} at {width} mm");
                // A line so short that a word had to be broken may begin with anything.
                if width > 30.0 {
                    assert!(!line.starts_with(['，', '。', '；', '）', '》', '！', '”']), "{line:?} begins");
                    assert!(!line.ends_with(['（', '《', '“']), "{line:?} ends");
                }
            }
        }
    }

    #[test]
    fn numbers_are_never_broken_when_a_line_can_hold_them() {
        let lines =
            wrap(&fonts(), "应付服务费 1,060,800.00 元，应付服务费 1,060,800.00 元", Face::Song, 10.5, 40.0);
        assert_eq!(lines.iter().filter(|line| line.contains("1,060,800.00")).count(), 2, "{lines:?}");
    }

    #[test]
    fn line_feeds_and_empty_texts() {
        let fonts = fonts();
        assert_eq!(wrap(&fonts, "", Face::Song, 9.0, 20.0), [""]);
        assert_eq!(wrap(&fonts, "甲\n\n乙", Face::Song, 9.0, 20.0), ["甲", "", "乙"]);
        assert_eq!(wrap(&fonts, "甲\u{2028}乙\u{200b}丙", Face::Song, 9.0, 20.0), ["甲", "乙丙"]);
    }
}
