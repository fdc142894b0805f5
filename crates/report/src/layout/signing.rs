//! Where the parties sign: one block each, side by side, with room for a seal and for the digital signature.

use super::{Flow, LEFT, TEXT, WIDTH, baseline, leading};
use crate::canvas::{Area, Face, Ink, Stroke, Type};
use crate::lines;
use crate::view::PartySignatory;

/// Width and height in millimetres of the box that a digital signature fills; [`crate::signature_appearance`] draws
/// for it.
pub const SIGNATURE_BOX: (f32, f32) = (72.0, 26.0);

/// Names of the signature fields of a formal document: the client's, and the provider's.
pub const SIGNATURE_FIELDS: [&str; 2] = ["ClientSignature", "ProviderSignature"];

const GAP: f32 = 5.0;
const BLOCK: f32 = (WIDTH - GAP) / 2.0;
const ROW: f32 = 7.0;
const TITLE: f32 = 7.5;
const PALE: Ink = Ink::Grey(45);

/// One party's side.
struct Party<'a> {
    title: &'a str,
    name: &'a str,
    signatory: &'a PartySignatory,
    field: &'static str,
}

impl Flow<'_> {
    /// What the parties declare by signing, and both their blocks under it on the same page. `seal` is the height in
    /// millimetres left for a seal: the least, and the most when the page has the room.
    pub(crate) fn signature_blocks(
        &mut self,
        declaration: &str,
        client: &PartySignatory,
        provider: &PartySignatory,
        seal: (f32, f32),
    ) {
        let head = self.head;
        let parties = [
            Party { title: "甲方", name: &head.client, signatory: client, field: SIGNATURE_FIELDS[0] },
            Party { title: "乙方", name: &head.provider, signatory: provider, field: SIGNATURE_FIELDS[1] },
        ];
        let names: Vec<Vec<String>> = parties
            .iter()
            .map(|party| lines::wrap(self.fonts(), party.name, Face::Hei, TEXT, BLOCK - 8.0))
            .collect();
        let people: Vec<[Vec<String>; 2]> = parties
            .iter()
            .map(|party| [self.blank(&party.signatory.name), self.blank(&party.signatory.post)])
            .collect();
        let name_lines = names.iter().map(Vec::len).max().unwrap_or(1) as f32;
        let row_lines = |at: usize| people.iter().map(|rows| rows[at].len()).max().unwrap_or(1);
        let rows = [row_lines(0), row_lines(1)];
        let extra = (rows[0] + rows[1] - 2) as f32 * leading(TEXT);
        let fixed =
            TITLE + name_lines * leading(TEXT) + 3.0 + 3.0 * ROW + extra + 6.0 + SIGNATURE_BOX.1 + 4.5;
        let words = lines::wrap(self.fonts(), declaration, Face::Song, TEXT, WIDTH - 8.0).len() as f32;
        let above = if declaration.is_empty() { 0.0 } else { words * leading(TEXT) + 3.0 };
        self.reserve(above + fixed + seal.0);
        if !declaration.is_empty() {
            self.paragraph(declaration);
            self.gap(1.0);
        }
        let height = fixed + (self.room() - fixed - 1.0).clamp(seal.0, seal.1);
        let top = self.y;
        for (at, party) in parties.iter().enumerate() {
            let left = LEFT + at as f32 * (BLOCK + GAP);
            self.block(party, left, top, height, &names[at], &people[at], rows, name_lines);
        }
        self.y = top + height + 2.0;
    }

    fn blank(&self, text: &str) -> Vec<String> {
        lines::wrap(self.fonts(), text, Face::Song, TEXT, BLOCK - 30.0)
    }

    #[allow(clippy::too_many_arguments)] // one block's place and its texts, broken into lines by the caller
    fn block(
        &mut self,
        party: &Party<'_>,
        left: f32,
        top: f32,
        height: f32,
        name: &[String],
        person: &[Vec<String>; 2],
        rows: [usize; 2],
        name_lines: f32,
    ) {
        let page = self.page;
        let frame = Area { x: left, y: top, width: BLOCK, height };
        self.canvas.fill(page, Area { height: TITLE, ..frame }, Ink::Grey(88));
        self.canvas.frame(page, frame, Stroke::solid(0.9, Ink::Black));
        self.canvas.line(
            page,
            (left, top + TITLE),
            (left + BLOCK, top + TITLE),
            Stroke::solid(0.4, Ink::Black),
        );
        let wide = self.fonts().width(party.title, Face::Hei, 11.0);
        self.canvas.text(
            page,
            Type::new(Face::Hei, 11.0, Ink::Black),
            (left + (BLOCK - wide) / 2.0, top + 5.2),
            party.title,
        );

        let mut y = top + TITLE + 2.0;
        for line in name {
            let at = y + baseline(TEXT, leading(TEXT));
            self.canvas.text(page, Type::new(Face::Hei, TEXT, Ink::Black), (left + 4.0, at), line);
            y += leading(TEXT);
        }
        y = top + TITLE + 3.0 + name_lines * leading(TEXT);
        for (at, label) in ["签署人", "职　务"].iter().enumerate() {
            y += ROW;
            self.label(label, left, y);
            let mut line_y = y;
            for line in &person[at] {
                self.canvas.text(page, Type::new(Face::Song, TEXT, Ink::Black), (left + 24.0, line_y), line);
                line_y += leading(TEXT);
            }
            y += (rows[at] - 1) as f32 * leading(TEXT);
            let rule = y + 1.6;
            self.canvas.line(
                page,
                (left + 23.0, rule),
                (left + BLOCK - 4.0, rule),
                Stroke::solid(0.3, Ink::Black),
            );
        }
        y += ROW;
        self.label("日　期", left, y);
        self.canvas.text(
            page,
            Type::new(Face::Song, TEXT, Ink::Black),
            (left + 24.0, y),
            "　　　　年　　　月　　　日",
        );

        let under_seal = top + height - SIGNATURE_BOX.1 - 10.0;
        let words = "（盖章）";
        let wide = self.fonts().width(words, Face::Song, TEXT);
        let middle = f32::midpoint(y, under_seal) + 2.0;
        self.canvas.text(
            page,
            Type::new(Face::Song, TEXT, PALE),
            (left + (BLOCK - wide) / 2.0, middle),
            words,
        );

        self.canvas.text(
            page,
            Type::new(Face::Song, 8.5, Ink::Black),
            (left + 4.0, under_seal + 4.2),
            "数字签名",
        );
        let area = Area {
            x: left + (BLOCK - SIGNATURE_BOX.0) / 2.0,
            y: top + height - SIGNATURE_BOX.1 - 4.5,
            width: SIGNATURE_BOX.0,
            height: SIGNATURE_BOX.1,
        };
        self.canvas.frame(page, area, Stroke::dashed(0.4, PALE, 2.0));
        if self.head.formal {
            self.canvas.signature_field(party.field, page, area);
        } else {
            let words = "草稿不签署";
            let wide = self.fonts().width(words, Face::Song, TEXT);
            let x = area.x + (area.width - wide) / 2.0;
            self.canvas.text(
                page,
                Type::new(Face::Song, TEXT, PALE),
                (x, area.y + area.height / 2.0 + 1.3),
                words,
            );
        }
    }

    fn label(&mut self, label: &str, left: f32, y: f32) {
        self.canvas.text(
            self.page,
            Type::new(Face::Song, TEXT, Ink::Black),
            (left + 4.0, y),
            &format!("{label}："),
        );
    }
}
