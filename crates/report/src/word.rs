//! The same letters as Word files (.docx), for pasting into the office system. A file of this kind proves nothing: it
//! carries neither facts for machines nor fields to sign.

use std::borrow::Cow;
use std::io::Cursor;

use docx_rs::{
    AlignmentType, BreakType, Docx, Footer, Header, LineSpacing, NumPages, PageMargin, PageNum, Paragraph,
    Run, RunFonts, Shading, ShdType, Table, TableCell, TableLayoutType, TableRow, VAlignType, WidthType,
};

use crate::ReportError;
use crate::canvas::Face;
use crate::facts::ReportKind;
use crate::layout::{Align, Column, LEFT, RIGHT, Row, RowKind, SMALL, TEXT, WIDTH, numeral};
use crate::medium::Medium;
use crate::view::{DocumentHead, PartySignatory};

/// Twentieths of a point in a millimetre, Word's unit of length.
const TWIPS: f32 = 1440.0 / 25.4;
/// Grey of a table's head and of labels.
const SHADE: &str = "EDEDED";
/// Width of a label beside its value, in millimetres.
const LABEL: f32 = 30.5;

/// A Word file being written.
pub(crate) struct Word<'a> {
    docx: Docx,
    head: &'a DocumentHead,
    sections: usize,
    /// The last thing was a table, and the next one is not joined to it.
    after_table: bool,
}

impl<'a> Word<'a> {
    pub(crate) fn new(head: &'a DocumentHead, kind: ReportKind) -> Self {
        let margin = PageMargin {
            top: twips(27.0) as i32,
            left: twips(LEFT) as i32,
            bottom: twips(23.0) as i32,
            right: twips(RIGHT) as i32,
            header: twips(14.0) as i32,
            footer: twips(12.0) as i32,
            gutter: 0,
        };
        let draft = if head.formal { "" } else { "　草稿　不作依据" };
        let title = format!("{}{draft}　　{}", head.classification.words(), kind.title());
        let header = Header::new().add_paragraph(Paragraph::new().add_run(run(&title, Face::Song, 9.0)));
        let number = format!("编号 {}　　第 ", head.report_no);
        let pages = Paragraph::new()
            .add_run(run(&number, Face::Song, 9.0))
            .add_page_num(PageNum::new())
            .add_run(run(" 页　共 ", Face::Song, 9.0))
            .add_num_pages(NumPages::new())
            .add_run(run(" 页", Face::Song, 9.0));
        let docx = Docx::new()
            .page_size(twips(210.0), twips(297.0))
            .page_margin(margin)
            .default_fonts(fonts(Face::Song))
            .default_size(half_points(TEXT))
            .header(header)
            .footer(Footer::new().add_paragraph(pages));
        Self { docx, head, sections: 0, after_table: false }
    }

    fn add(&mut self, paragraph: Paragraph) {
        let docx = std::mem::take(&mut self.docx);
        self.docx = docx.add_paragraph(paragraph);
        self.after_table = false;
    }

    fn add_table(&mut self, widths: &[f32], rows: Vec<TableRow>) {
        if self.after_table {
            // Two tables without anything between them would be one.
            self.add(spaced(Paragraph::new().add_run(Run::new().size(8)), 0.0, 0.0));
        }
        let grid: Vec<usize> = widths.iter().map(|width| twips(*width) as usize).collect();
        let total = grid.iter().sum();
        let table = Table::new(rows)
            .set_grid(grid)
            .width(total, WidthType::Dxa)
            .layout(TableLayoutType::Fixed)
            .indent(0);
        let docx = std::mem::take(&mut self.docx);
        self.docx = docx.add_table(table);
        self.after_table = true;
    }

    /// The file.
    pub(crate) fn finish(mut self) -> Result<Vec<u8>, ReportError> {
        // A document ends with a paragraph.
        self.add(Paragraph::new());
        let mut file = Cursor::new(Vec::new());
        self.docx
            .build()
            .pack(&mut file)
            .map_err(|error| ReportError::Drawing { reason: error.to_string() })?;
        Ok(file.into_inner())
    }
}

impl Medium for Word<'_> {
    fn gap(&mut self, height: f32) {
        if height >= 2.0 {
            self.add(spaced(Paragraph::new().add_run(Run::new().size(4)), 0.0, height));
        }
    }

    fn centred(&mut self, text: &str, face: Face, size: f32) {
        self.add(spaced(line(text, face, size).align(AlignmentType::Center), 0.0, 1.0));
    }

    fn boxed(&mut self, text: &str, face: Face, size: f32) {
        let inside = line(text, face, size).align(AlignmentType::Center);
        self.add_table(&[WIDTH], vec![TableRow::new(vec![cell(inside, WIDTH, false)])]);
    }

    fn section(&mut self, title: &str) {
        self.sections += 1;
        let text = format!("{}、{title}", numeral(self.sections));
        self.add(spaced(line(&text, Face::Hei, 14.0).outline_lvl(0).keep_next(true), 4.0, 1.5));
    }

    fn part(&mut self, title: &str) {
        self.add(spaced(line(title, Face::Hei, 11.0).outline_lvl(1).keep_next(true), 2.5, 1.0));
    }

    fn paragraph(&mut self, text: &str) {
        self.add(spaced(line(text, Face::Song, TEXT), 0.0, 1.5));
    }

    fn note(&mut self, text: &str) {
        self.add(spaced(line(text, Face::Song, SMALL), 0.5, 1.0));
    }

    fn list<'t>(&mut self, items: impl IntoIterator<Item = Cow<'t, str>>) {
        for (at, item) in items.into_iter().enumerate() {
            self.add(spaced(line(&format!("{}．{item}", at + 1), Face::Song, TEXT), 0.0, 1.0));
        }
    }

    fn pairs(&mut self, rows: &[(&str, &str)]) {
        let widths = [LABEL, WIDTH - LABEL];
        let rows = rows.iter().map(|(label, value)| {
            TableRow::new(vec![
                cell(line(label, Face::Hei, SMALL + 0.5), widths[0], true),
                cell(line(value, Face::Song, SMALL + 0.5), widths[1], false),
            ])
        });
        self.add_table(&widths, rows.collect());
    }

    fn join_tables(&mut self) {
        self.after_table = false;
    }

    fn pairs_of_two(&mut self, rows: &[[&str; 4]]) {
        let value = WIDTH / 2.0 - LABEL;
        let widths = [LABEL, value, LABEL, value];
        let rows = rows.iter().map(|texts| {
            let cells = texts.iter().zip(widths).enumerate().map(|(at, (text, width))| {
                let label = at % 2 == 0;
                cell(line(text, if label { Face::Hei } else { Face::Song }, SMALL + 0.5), width, label)
            });
            TableRow::new(cells.collect())
        });
        self.add_table(&widths, rows.collect());
    }

    fn table<'r>(&mut self, columns: &[Column<'_>], size: f32, rows: impl IntoIterator<Item = Row<'r>>) {
        let widths: Vec<f32> = columns.iter().map(|column| column.width).collect();
        let titles = columns.iter().map(|column| {
            cell(line(&column.title, Face::Hei, size).align(AlignmentType::Center), column.width, true)
        });
        let mut all = vec![TableRow::new(titles.collect()).cant_split()];
        all.extend(rows.into_iter().map(|row| {
            let face = if row.kind == RowKind::Body { Face::Song } else { Face::Hei };
            if row.kind == RowKind::Band {
                let text = row.cells.first().map_or("", |text| text);
                let width = widths.iter().sum();
                let whole = cell(line(text, face, size), width, true).grid_span(columns.len());
                return TableRow::new(vec![whole]).cant_split();
            }
            let cells = row.cells.iter().zip(columns).map(|(text, column)| {
                cell(line(text, face, size).align(alignment(column.align)), column.width, false)
            });
            TableRow::new(cells.collect()).cant_split()
        }));
        self.add_table(&widths, all);
    }

    fn signature_blocks(
        &mut self,
        declaration: &str,
        client: &PartySignatory,
        provider: &PartySignatory,
        seal: (f32, f32),
    ) {
        if !declaration.is_empty() {
            // It stays with the blocks.
            self.add(spaced(line(declaration, Face::Song, TEXT).keep_next(true), 0.0, 1.5));
        }
        let head = self.head;
        let block = |title: &str, party: &str, signatory: &PartySignatory| {
            let lines = [
                format!("{title}（盖章）"),
                party.to_owned(),
                format!("签署人：{}", signatory.name),
                format!("职务：{}", signatory.post),
                "签名：".to_owned(),
                "日期：　　　　年　　月　　日".to_owned(),
            ];
            let paragraphs = lines.iter().enumerate().map(|(at, text)| {
                let face = if at == 0 { Face::Hei } else { Face::Song };
                // Room for the seal stands over the line on which one signs.
                spaced(line(text, face, TEXT), if at == 4 { seal.0 } else { 0.0 }, 1.5).keep_next(true)
            });
            paragraphs
                .fold(TableCell::new().width(twips(WIDTH / 2.0) as usize, WidthType::Dxa), |cell, one| {
                    cell.add_paragraph(one)
                })
        };
        let cells = vec![block("甲方", &head.client, client), block("乙方", &head.provider, provider)];
        self.add_table(&[WIDTH / 2.0, WIDTH / 2.0], vec![TableRow::new(cells).cant_split()]);
    }
}

fn twips(millimetres: f32) -> u32 {
    (millimetres * TWIPS).round() as u32
}

/// Word counts the size of letters in half points.
fn half_points(size: f32) -> usize {
    (size * 2.0).round() as usize
}

fn fonts(face: Face) -> RunFonts {
    // What every Windows has: the file carries no typeface.
    let name = match face {
        Face::Song => "宋体",
        Face::Hei => "黑体",
    };
    RunFonts::new().ascii(name).hi_ansi(name).east_asia(name)
}

fn run(text: &str, face: Face, size: f32) -> Run {
    let run = Run::new().fonts(fonts(face)).size(half_points(size));
    text.split('\n').enumerate().fold(run, |run, (at, line)| {
        let run = if at == 0 { run } else { run.add_break(BreakType::TextWrapping) };
        run.add_text(line)
    })
}

fn line(text: &str, face: Face, size: f32) -> Paragraph {
    Paragraph::new().add_run(run(text, face, size))
}

/// With empty height above and below, in millimetres.
fn spaced(paragraph: Paragraph, above: f32, below: f32) -> Paragraph {
    paragraph.line_spacing(LineSpacing::new().before(twips(above)).after(twips(below)))
}

fn alignment(align: Align) -> AlignmentType {
    match align {
        Align::Left => AlignmentType::Left,
        Align::Centre => AlignmentType::Center,
        Align::Right => AlignmentType::Right,
    }
}

fn cell(paragraph: Paragraph, width: f32, shaded: bool) -> TableCell {
    let cell = TableCell::new()
        .add_paragraph(spaced(paragraph, 0.6, 0.6))
        .vertical_align(VAlignType::Center)
        .width(twips(width) as usize, WidthType::Dxa);
    if shaded {
        cell.shading(Shading::new().shd_type(ShdType::Clear).color("auto").fill(SHADE))
    } else {
        cell
    }
}
