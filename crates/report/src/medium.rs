//! What a letter is written on: pages of a PDF, or a Word file for pasting into the office system. A document says its parts
//! once, to either.

use std::borrow::Cow;

use crate::canvas::Face;
use crate::layout::{Column, Flow, Row};
use crate::view::PartySignatory;

/// The parts of which letters and notices are made, from top to bottom.
pub(crate) trait Medium {
    /// Empty height in millimetres.
    fn gap(&mut self, height: f32);
    /// A line in the middle; size in points.
    fn centred(&mut self, text: &str, face: Face, size: f32);
    /// The same within a frame.
    fn boxed(&mut self, text: &str, face: Face, size: f32);
    /// A numbered heading.
    fn section(&mut self, title: &str);
    /// A heading within a section.
    fn part(&mut self, title: &str);
    /// Text.
    fn paragraph(&mut self, text: &str);
    /// A remark in small letters.
    fn note(&mut self, text: &str);
    /// Numbered lines.
    fn list<'t>(&mut self, items: impl IntoIterator<Item = Cow<'t, str>>);
    /// Labels with their values, a line each.
    fn pairs(&mut self, rows: &[(&str, &str)]);
    /// The next table follows the one before without a space.
    fn join_tables(&mut self);
    /// Labels with their values, two on a line.
    fn pairs_of_two(&mut self, rows: &[[&str; 4]]);
    /// A table under a heading row; text in `size` points.
    fn table<'r>(&mut self, columns: &[Column<'_>], size: f32, rows: impl IntoIterator<Item = Row<'r>>);
    /// What the parties declare by signing, and room for both to do so; `seal` is the height in millimetres left for a
    /// seal, the least and the most.
    fn signature_blocks(
        &mut self,
        declaration: &str,
        client: &PartySignatory,
        provider: &PartySignatory,
        seal: (f32, f32),
    );
}

impl Medium for Flow<'_> {
    fn gap(&mut self, height: f32) {
        Flow::gap(self, height);
    }

    fn centred(&mut self, text: &str, face: Face, size: f32) {
        Flow::centred(self, text, face, size);
    }

    fn boxed(&mut self, text: &str, face: Face, size: f32) {
        Flow::boxed(self, text, face, size);
    }

    fn section(&mut self, title: &str) {
        Flow::section(self, title);
    }

    fn part(&mut self, title: &str) {
        Flow::part(self, title);
    }

    fn paragraph(&mut self, text: &str) {
        Flow::paragraph(self, text);
    }

    fn note(&mut self, text: &str) {
        Flow::note(self, text);
    }

    fn list<'t>(&mut self, items: impl IntoIterator<Item = Cow<'t, str>>) {
        Flow::list(self, items);
    }

    fn pairs(&mut self, rows: &[(&str, &str)]) {
        Flow::pairs(self, rows);
    }

    fn join_tables(&mut self) {
        Flow::join_tables(self);
    }

    fn pairs_of_two(&mut self, rows: &[[&str; 4]]) {
        Flow::pairs_of_two(self, rows);
    }

    fn table<'r>(&mut self, columns: &[Column<'_>], size: f32, rows: impl IntoIterator<Item = Row<'r>>) {
        Flow::table(self, columns, size, rows);
    }

    fn signature_blocks(
        &mut self,
        declaration: &str,
        client: &PartySignatory,
        provider: &PartySignatory,
        seal: (f32, f32),
    ) {
        Flow::signature_blocks(self, declaration, client, provider, seal);
    }
}
