//! Characters put into lines by where they stand.

/// Of the size of the script: more than this away from the line is another line …
const OFF_LINE: f64 = 0.5;
/// … more than this along it is a gap between words …
const GAP: f64 = 0.2;
/// … and so far back is a beginning anew.
const BACK: f64 = 1.0;

/// The text of a page as it grows.
#[derive(Default)]
pub(super) struct Lines {
    text: String,
    /// Where the last character ended.
    end: Option<(f64, f64)>,
}

/// A character on the page.
pub(super) struct Glyph<'t> {
    pub text: &'t str,
    /// Where it begins.
    pub at: (f64, f64),
    /// How far it goes.
    pub advance: (f64, f64),
    /// The size of the script.
    pub size: f64,
}

impl Lines {
    pub fn len(&self) -> usize {
        self.text.len()
    }

    pub fn finish(self) -> String {
        // A word that is divided at the end of a line by a sign that is there for nothing else is one word again.
        self.text.replace("\u{ad}\n", "").replace('\u{ad}', "")
    }

    pub fn put(&mut self, glyph: &Glyph<'_>) {
        if let Some(end) = self.end {
            self.part(end, glyph);
        }
        self.text.push_str(glyph.text);
        self.end = Some((glyph.at.0 + glyph.advance.0, glyph.at.1 + glyph.advance.1));
    }

    /// What stands between the last character and this one: nothing, a blank, or the end of a line.
    fn part(&mut self, end: (f64, f64), glyph: &Glyph<'_>) {
        let (dx, dy) = (glyph.at.0 - end.0, glyph.at.1 - end.1);
        let length = glyph.advance.0.hypot(glyph.advance.1);
        // Along the line, and across it.
        let (ux, uy) =
            if length > 0.0 { (glyph.advance.0 / length, glyph.advance.1 / length) } else { (1.0, 0.0) };
        let (along, across) = (dx * ux + dy * uy, (dy * ux - dx * uy).abs());
        let last = self.text.chars().next_back().unwrap_or('\n');
        if across > OFF_LINE * glyph.size || along < -BACK * glyph.size {
            if last != '\n' {
                self.text.truncate(self.text.trim_end_matches(' ').len());
                self.text.push('\n');
            }
        } else if along > GAP * glyph.size && !last.is_whitespace() && !glyph.text.starts_with(' ') {
            self.text.push(' ');
        }
    }
}
