//! Pages that fill from top to bottom: margins, header and footer, headings that stay with what they head, paragraphs.

mod chart;
mod signing;
mod table;

use std::borrow::Cow;

pub use signing::{SIGNATURE_BOX, SIGNATURE_FIELDS};
pub(crate) use table::{Align, Column, Row, RowKind};

use crate::ReportError;
use crate::canvas::{Area, Canvas, Face, Fonts, Ink, MM_PER_POINT, Stroke, Type};
use crate::facts::{self, ReportKind};
use crate::lines;
use crate::view::DocumentHead;

/// A4 upright, in millimetres.
const PAGE: (f32, f32) = (210.0, 297.0);
/// The binding margin.
pub(crate) const LEFT: f32 = 25.0;
/// The right margin leaves room for a seal across the edges of all pages (骑缝章).
pub(crate) const RIGHT: f32 = 20.0;
/// Width of what is printed.
pub(crate) const WIDTH: f32 = PAGE.0 - LEFT - RIGHT;
/// Where the text of a page begins and ends.
const TOP: f32 = 27.0;
const BOTTOM: f32 = 274.0;

/// 五号, the size of text.
pub(crate) const TEXT: f32 = 10.5;
/// 小五, the size of tables.
pub(crate) const SMALL: f32 = 9.0;

/// Width of the labels beside values: eight characters.
const LABEL: f32 = 30.5;

/// Distance of the lines of a text of this size in points, in millimetres.
pub(crate) fn leading(size: f32) -> f32 {
    size * MM_PER_POINT * 1.45
}

/// How far under the top of a line its baseline stands.
pub(crate) fn baseline(size: f32, leading: f32) -> f32 {
    let em = size * MM_PER_POINT;
    (leading - em) / 2.0 + em * 0.86
}

/// How a heading is set. A section's is also an entry of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Section,
    Part,
}

struct Heading {
    level: Level,
    text: String,
}

impl Heading {
    fn size(&self) -> f32 {
        match self.level {
            Level::Section => 14.0,
            Level::Part => 11.0,
        }
    }

    fn space_above(&self) -> f32 {
        match self.level {
            Level::Section => 5.0,
            Level::Part => 2.5,
        }
    }

    fn height(&self) -> f32 {
        self.space_above() + leading(self.size()) + 1.2
    }
}

/// A document being laid out.
pub(crate) struct Flow<'a> {
    pub(crate) canvas: Canvas,
    head: &'a DocumentHead,
    kind: ReportKind,
    page: usize,
    y: f32,
    /// Headings that wait for the first piece of what they head, to stand on its page.
    waiting: Vec<Heading>,
    sections: usize,
}

impl<'a> Flow<'a> {
    pub(crate) fn new(fonts: &Fonts, head: &'a DocumentHead, kind: ReportKind) -> Self {
        let canvas = Canvas::new(fonts, PAGE.0, PAGE.1);
        let mut flow = Self { canvas, head, kind, page: 0, y: TOP, waiting: Vec::new(), sections: 0 };
        flow.canvas.set_place("首页");
        flow.new_page();
        flow
    }

    /// Begins a page.
    pub(crate) fn new_page(&mut self) {
        self.page = self.canvas.add_page();
        self.y = TOP;
        if !self.head.formal {
            // Behind everything else, from the lower left to the upper right.
            self.canvas.turned_text(self.page, 120.0, Ink::Grey(91), (52.0, 205.0), 45.0, "草　稿");
        }
    }

    pub(crate) fn set_y(&mut self, y: f32) {
        self.y = y;
    }

    pub(crate) fn fonts(&self) -> &Fonts {
        self.canvas.fonts()
    }

    fn room(&self) -> f32 {
        BOTTOM - self.y
    }

    fn at_top(&self) -> bool {
        self.y <= TOP
    }

    /// Makes sure that `height` millimetres are left together with the waiting headings, and draws those.
    pub(crate) fn reserve(&mut self, height: f32) {
        let headings: f32 = self.waiting.iter().map(Heading::height).sum();
        let wanted = (headings + height).min(BOTTOM - TOP);
        if wanted > self.room() && !self.at_top() {
            self.new_page();
        }
        for heading in std::mem::take(&mut self.waiting) {
            self.draw_heading(&heading);
        }
    }

    fn draw_heading(&mut self, heading: &Heading) {
        let size = heading.size();
        if !self.at_top() {
            self.y += heading.space_above();
        }
        if heading.level == Level::Section {
            self.canvas.bookmark(self.page, self.y - 2.0, &heading.text);
        }
        let lines = lines::wrap(self.canvas.fonts(), &heading.text, Face::Hei, size, WIDTH);
        for line in lines {
            let y = self.y + baseline(size, leading(size));
            self.canvas.text(self.page, Type::new(Face::Hei, size, Ink::Black), (LEFT, y), &line);
            self.y += leading(size);
        }
        self.y += 1.2;
    }

    /// A numbered section: 一、…
    pub(crate) fn section(&mut self, title: &str) {
        self.sections += 1;
        let text = format!("{}、{title}", numeral(self.sections));
        self.unnumbered_section(&text);
    }

    /// A section with a number of its own, such as 附件一.
    pub(crate) fn unnumbered_section(&mut self, title: &str) {
        self.canvas.set_place(title);
        self.waiting.push(Heading { level: Level::Section, text: title.to_owned() });
    }

    /// A part of a section.
    pub(crate) fn part(&mut self, title: &str) {
        self.waiting.push(Heading { level: Level::Part, text: title.to_owned() });
    }

    /// Empty height, unless the page has just begun.
    pub(crate) fn gap(&mut self, height: f32) {
        if !self.at_top() {
            self.y += height;
        }
    }

    /// A paragraph of text, its first line indented by two characters.
    pub(crate) fn paragraph(&mut self, text: &str) {
        self.set_text(&format!("　　{text}"), Face::Song, TEXT, LEFT, WIDTH);
        self.y += 1.0;
    }

    /// A small note under a table or chart.
    pub(crate) fn note(&mut self, text: &str) {
        self.y += 0.8;
        self.set_text(text, Face::Song, SMALL, LEFT, WIDTH);
    }

    /// Text that may run over several pages; two lines stay together.
    pub(crate) fn set_text(&mut self, text: &str, face: Face, size: f32, x: f32, width: f32) {
        let lines = lines::wrap(self.canvas.fonts(), text, face, size, width);
        let step = leading(size);
        self.reserve(step * lines.len().min(2) as f32);
        for line in &lines {
            if self.room() < step {
                self.new_page();
            }
            self.canvas.text(
                self.page,
                Type::new(face, size, Ink::Black),
                (x, self.y + baseline(size, step)),
                line,
            );
            self.y += step;
        }
    }

    /// A numbered list.
    pub(crate) fn list<'t>(&mut self, items: impl IntoIterator<Item = Cow<'t, str>>) {
        for (at, item) in items.into_iter().enumerate() {
            let number = format!("{}.", at + 1);
            self.reserve(leading(TEXT));
            let y = self.y + baseline(TEXT, leading(TEXT));
            self.canvas.text(self.page, Type::new(Face::Song, TEXT, Ink::Black), (LEFT + 3.0, y), &number);
            self.set_text(&item, Face::Song, TEXT, LEFT + 10.0, WIDTH - 10.0);
        }
        self.y += 1.0;
    }

    /// Text centred on the width of the page's content; gives the height used.
    pub(crate) fn centred(&mut self, text: &str, face: Face, size: f32) {
        for line in lines::wrap(self.canvas.fonts(), text, face, size, WIDTH) {
            let x = LEFT + (WIDTH - self.canvas.fonts().width(&line, face, size)) / 2.0;
            let y = self.y + baseline(size, leading(size));
            self.canvas.text(self.page, Type::new(face, size, Ink::Black), (x, y), &line);
            self.y += leading(size);
        }
    }

    /// A framed text that nobody can overlook.
    pub(crate) fn boxed(&mut self, text: &str, face: Face, size: f32) {
        let lines = lines::wrap(self.canvas.fonts(), text, face, size, WIDTH - 10.0);
        let step = leading(size) * 1.08;
        let height = step * lines.len() as f32 + 6.0;
        self.reserve(height);
        let area = Area { x: LEFT, y: self.y, width: WIDTH, height };
        self.canvas.frame(self.page, area, Stroke::solid(0.9, Ink::Black));
        let mut y = self.y + 3.0;
        for line in &lines {
            self.canvas.text(
                self.page,
                Type::new(face, size, Ink::Black),
                (LEFT + 5.0, y + baseline(size, step)),
                line,
            );
            y += step;
        }
        self.y += height + 2.5;
    }

    /// The hash that ties the paper to the journal, in full, with the code to read out by telephone.
    pub(crate) fn proof(&mut self) {
        self.unnumbered_section("校验信息");
        let head = self.head;
        let rows = [
            ("报告编号", format!("{}　修订 {}", head.report_no, head.revision)),
            ("校验码", head.check_code.clone()),
            ("防篡改校验值", head.journal_hash.clone()),
            ("生成时间", made_at_words(head)),
            ("生成单位", format!("{}（{}）", head.unit, head.origin)),
        ];
        self.reserve(40.0);
        self.pairs(&rows.iter().map(|(k, v)| (*k, v.as_str())).collect::<Vec<_>>());
        self.note(
            "防篡改校验值是本报告数据审定时操作日志的校验值。任何一方可用“慧签”核对：校验值一致，说明审定后的数据未被改动。",
        );
    }

    /// A table of labels and values.
    pub(crate) fn pairs(&mut self, rows: &[(&str, &str)]) {
        let columns = [Column::new("", LABEL, Align::Centre), Column::new("-", WIDTH - LABEL, Align::Left)];
        self.headless_table(
            &columns,
            SMALL + 0.5,
            rows.iter().map(|(label, value)| Row::body([Cow::Borrowed(*label), Cow::Borrowed(*value)])),
        );
    }

    /// Sets the next table right under the last one, as if they were one.
    pub(crate) fn join_tables(&mut self) {
        if !self.at_top() {
            self.y -= table::SPACE_AFTER;
        }
    }

    /// Labels and values, two pairs a row, where height is dear.
    pub(crate) fn pairs_of_two(&mut self, rows: &[[&str; 4]]) {
        let value = WIDTH / 2.0 - LABEL;
        let columns = [
            Column::new("", LABEL, Align::Centre),
            Column::new("-", value, Align::Left),
            Column::new("", LABEL, Align::Centre),
            Column::new("-", value, Align::Left),
        ];
        self.headless_table(&columns, SMALL + 0.5, rows.iter().map(|row| Row::of(*row)));
    }

    /// Header and footer of every page, now that their number is known; then the file.
    pub(crate) fn finish(mut self) -> Result<Vec<u8>, ReportError> {
        if !self.waiting.is_empty() {
            self.reserve(0.0);
        }
        let pages = self.canvas.page_count();
        self.canvas.set_place("页眉页脚");
        for page in 0..pages {
            self.furniture(page, pages);
        }
        facts::write(self.canvas, self.head, self.kind)
    }

    fn furniture(&mut self, page: usize, pages: usize) {
        let head = self.head;
        let canvas = &mut self.canvas;
        let right = LEFT + WIDTH;
        let rule = Stroke::solid(0.5, Ink::Black);
        canvas.text(page, Type::new(Face::Hei, 9.0, Ink::Black), (LEFT, 17.0), head.classification.words());
        let title = format!("{}　{}", head.quarter_words, self.kind.title());
        let title = title.trim_start_matches('　');
        let x = right - canvas.fonts().width(title, Face::Song, 9.0);
        canvas.text(page, Type::new(Face::Song, 9.0, Ink::Black), (x, 17.0), title);
        if !head.formal {
            let words =
                if head.quarter.is_empty() { "草稿　不作依据" } else { "草稿　不作结算依据" };
            canvas.text(page, Type::new(Face::Hei, 9.0, Ink::Black), (LEFT + 20.0, 17.0), words);
        }
        canvas.line(page, (LEFT, 19.5), (right, 19.5), rule);

        canvas.line(page, (LEFT, 279.0), (right, 279.0), rule);
        let number = format!("报告编号 {}　修订 {}", head.report_no, head.revision);
        canvas.text(page, Type::new(Face::Song, 8.5, Ink::Black), (LEFT, 283.2), &number);
        let count = format!("第 {} 页　共 {pages} 页", page + 1);
        let x = right - canvas.fonts().width(&count, Face::Song, 8.5);
        canvas.text(page, Type::new(Face::Song, 8.5, Ink::Black), (x, 283.2), &count);
        // The fee statement has no part of its own for the whole hash.
        let (size, hash) = if self.kind == ReportKind::FeeStatement {
            (7.5, head.journal_hash.clone())
        } else {
            (8.5, head.journal_hash.chars().take(16).chain(['…']).collect())
        };
        let proof = format!("校验码 {}　防篡改校验值 {hash}", head.check_code);
        canvas.text(page, Type::new(Face::Song, size, Ink::Black), (LEFT, 287.6), &proof);
        let status = if head.formal { "正式" } else { "草稿" };
        let x = right - canvas.fonts().width(status, Face::Hei, 8.5);
        canvas.text(page, Type::new(Face::Hei, 8.5, Ink::Black), (x, 287.6), status);
    }
}

/// When the document was made, as it is printed.
pub(crate) fn made_at_words(head: &DocumentHead) -> String {
    head.made_at.format("%Y-%m-%d %H:%M:%S %:z").to_string()
}

/// 一, 二, … 九十九.
pub(crate) fn numeral(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (number / 10 % 10, number % 10);
    match tens {
        0 => DIGITS[ones].to_owned(),
        1 => format!("十{}", DIGITS[ones]),
        _ => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
    }
}
