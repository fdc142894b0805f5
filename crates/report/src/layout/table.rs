//! Tables that run over pages: the heading is repeated, rows grow with their text, nothing is cut off.

use std::borrow::Cow;

use super::{BOTTOM, Flow, LEFT, TOP, baseline};
use crate::canvas::{Area, Face, Ink, MM_PER_POINT, Stroke, Type};
use crate::lines;

/// Where text stands in its cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Centre,
    Right,
}

/// A column: its heading, its width in millimetres, and how its cells are aligned.
#[derive(Clone, Debug)]
pub(crate) struct Column<'a> {
    pub(crate) title: Cow<'a, str>,
    pub(crate) width: f32,
    pub(crate) align: Align,
}

impl<'a> Column<'a> {
    pub(crate) fn new(title: impl Into<Cow<'a, str>>, width: f32, align: Align) -> Self {
        Self { title: title.into(), width, align }
    }
}

/// How a row stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowKind {
    /// The titles of the columns.
    Head,
    Body,
    /// Stands out: a sum, a result.
    Total,
    /// One text across all columns that heads the rows under it.
    Band,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub(crate) struct Row<'a> {
    pub(crate) kind: RowKind,
    pub(crate) cells: Vec<Cow<'a, str>>,
    /// So many leading cells are the same as in the row above: they are drawn as one, and said again only on a new
    /// page.
    joined: usize,
}

impl<'a> Row<'a> {
    pub(crate) fn body(cells: impl IntoIterator<Item = Cow<'a, str>>) -> Self {
        Self { kind: RowKind::Body, cells: cells.into_iter().collect(), joined: 0 }
    }

    /// A body row of texts that are already there.
    pub(crate) fn of<const N: usize>(cells: [&'a str; N]) -> Self {
        Self::body(cells.map(Cow::Borrowed))
    }

    pub(crate) fn total<const N: usize>(cells: [&'a str; N]) -> Self {
        Self { kind: RowKind::Total, cells: cells.map(Cow::Borrowed).to_vec(), joined: 0 }
    }

    pub(crate) fn band(text: impl Into<Cow<'a, str>>) -> Self {
        Self { kind: RowKind::Band, cells: vec![text.into()], joined: 0 }
    }

    /// Joins so many leading cells to those of the row above.
    pub(crate) fn joined(self, cells: usize) -> Self {
        Self { joined: cells, ..self }
    }
}

/// Empty height under a table.
pub(super) const SPACE_AFTER: f32 = 1.5;
const PAD_X: f32 = 1.3;
const PAD_Y: f32 = 1.15;
const OUTER: Stroke = Stroke::solid(0.9, Ink::Black);
const INNER: Stroke = Stroke::solid(0.4, Ink::Black);
/// A row higher than this is broken over pages rather than moved to the next one.
const BREAKABLE: f32 = 70.0;

/// A row with its text broken into lines.
struct Laid {
    kind: RowKind,
    cells: Vec<Vec<String>>,
    height: f32,
    joined: usize,
}

impl Laid {
    /// Lines of the highest cell that is drawn; joined cells are drawn in a page's first row only.
    fn lines(&self, first: bool) -> usize {
        let drawn = self.cells.iter().skip(if first { 0 } else { self.joined });
        drawn.map(Vec::len).max().unwrap_or(1)
    }
}

/// What stays the same for all rows of a table.
struct Frame<'c> {
    columns: &'c [Column<'c>],
    size: f32,
    step: f32,
    width: f32,
    headed: bool,
    head: Option<Laid>,
}

impl Flow<'_> {
    /// A table under a heading row; text in `size` points.
    pub(crate) fn table<'r>(
        &mut self,
        columns: &[Column<'_>],
        size: f32,
        rows: impl IntoIterator<Item = Row<'r>>,
    ) {
        let mut frame = self.table_frame(columns, size, true);
        let titles = columns.iter().map(|column| Cow::Borrowed(&*column.title));
        let head = Row { kind: RowKind::Head, cells: titles.collect(), joined: 0 };
        frame.head = Some(self.lay(&frame, &head));
        self.rows(&frame, rows.into_iter());
    }

    /// A table without a heading row whose first column is set as one.
    pub(crate) fn headless_table<'r>(
        &mut self,
        columns: &[Column<'_>],
        size: f32,
        rows: impl IntoIterator<Item = Row<'r>>,
    ) {
        let frame = self.table_frame(columns, size, false);
        self.rows(&frame, rows.into_iter());
    }

    fn table_frame<'c>(&self, columns: &'c [Column<'c>], size: f32, headed: bool) -> Frame<'c> {
        Frame {
            columns,
            size,
            step: size * MM_PER_POINT * 1.34,
            width: columns.iter().map(|column| column.width).sum(),
            headed,
            head: None,
        }
    }

    fn lay(&self, frame: &Frame<'_>, row: &Row<'_>) -> Laid {
        let cells: Vec<Vec<String>> = row
            .cells
            .iter()
            .enumerate()
            .map(|(at, text)| {
                let width = match row.kind {
                    RowKind::Band => frame.width,
                    _ => frame.columns.get(at).map_or(frame.width, |column| column.width),
                };
                let face = frame.face(row.kind, at);
                lines::wrap(self.canvas.fonts(), text, face, frame.size, width - 2.0 * PAD_X)
            })
            .collect();
        let mut laid = Laid { kind: row.kind, cells, height: 0.0, joined: row.joined };
        laid.height = frame.height(laid.lines(false));
        laid
    }

    fn rows<'r>(&mut self, frame: &Frame<'_>, rows: impl Iterator<Item = Row<'r>>) {
        let mut rows = rows.peekable();
        let mut ready: std::collections::VecDeque<Laid> =
            rows.by_ref().take(4).map(|r| self.lay(frame, &r)).collect();
        let first: f32 = ready.iter().map(|row| row.height.min(BREAKABLE)).sum();
        self.reserve(frame.head_height() + first);
        let mut open = self.open(frame);
        while let Some(row) = ready.pop_front() {
            if let Some(next) = rows.next() {
                ready.push_back(self.lay(frame, &next));
            }
            // A band never ends a page: it needs the row under it.
            let kept =
                if row.kind == RowKind::Band { ready.front().map_or(0.0, |next| next.height) } else { 0.0 };
            self.place(frame, row, kept, &mut open);
        }
        self.close(frame, &open);
        self.y += SPACE_AFTER;
    }

    /// Draws the heading row and begins the column lines under it.
    fn open(&mut self, frame: &Frame<'_>) -> Open {
        let top = self.y;
        self.canvas.line(self.page, (LEFT, top), (LEFT + frame.width, top), OUTER);
        if let Some(head) = &frame.head {
            let area = Area { x: LEFT, y: top, width: frame.width, height: head.height };
            self.canvas.fill(self.page, area, Ink::Grey(88));
            self.canvas.line(self.page, (LEFT, top), (LEFT + frame.width, top), OUTER);
            self.cells(frame, head, 0, usize::MAX, true, true);
            self.y += head.height;
        }
        Open { top, columns_from: top, rows: 0, band: None }
    }

    /// Ends the table on this page.
    fn close(&mut self, frame: &Frame<'_>, open: &Open) {
        self.column_lines(frame, open);
        let (left, right) = (LEFT, LEFT + frame.width);
        self.canvas.line(self.page, (left, self.y), (right, self.y), OUTER);
        self.canvas.line(self.page, (left, open.top), (left, self.y), OUTER);
        self.canvas.line(self.page, (right, open.top), (right, self.y), OUTER);
    }

    fn column_lines(&mut self, frame: &Frame<'_>, open: &Open) {
        if self.y <= open.columns_from {
            return;
        }
        let mut x = LEFT;
        for column in &frame.columns[..frame.columns.len().saturating_sub(1)] {
            x += column.width;
            self.canvas.line(self.page, (x, open.columns_from), (x, self.y), INNER);
        }
    }

    fn turn_page(&mut self, frame: &Frame<'_>, open: &mut Open) {
        let band = open.band.take();
        self.close(frame, open);
        self.new_page();
        *open = self.open(frame);
        if let Some(text) = band {
            let again = self.lay(frame, &Row::band(format!("{text}（续）")));
            let lines = again.cells.first().map_or(0, Vec::len);
            self.piece(frame, &again, 0, lines, true, open);
            // The row under it still is the page's first: it says everything again.
            open.rows = 0;
            open.band = Some(text);
        }
    }

    fn place(&mut self, frame: &Frame<'_>, row: Laid, kept: f32, open: &mut Open) {
        if row.kind == RowKind::Band {
            open.band = None;
        }
        let fresh = BOTTOM - TOP - frame.head_height();
        let height = (row.height + kept).min(fresh);
        if height > self.room() && open.rows > 0 && row.height <= BREAKABLE {
            self.turn_page(frame, open);
        }
        let mut from = 0;
        let mut first = open.rows == 0;
        let mut lines = row.lines(first);
        while from < lines {
            if from == 0 {
                first = open.rows == 0;
                lines = row.lines(first);
            }
            let fits = frame.lines_within(self.room()).min(lines - from);
            // Less than two lines at the foot of a page are no beginning, unless the page has nothing else.
            if fits < 2.min(lines - from) && open.rows > 0 {
                self.turn_page(frame, open);
                continue;
            }
            let fits = fits.max(1);
            if open.rows > 0 || frame.head.is_some() {
                let joined = if open.rows > 0 && from == 0 { row.joined } else { 0 };
                let left = LEFT + frame.columns[..joined].iter().map(|column| column.width).sum::<f32>();
                self.canvas.line(self.page, (left, self.y), (LEFT + frame.width, self.y), INNER);
            }
            self.piece(frame, &row, from, fits, first, open);
            from += fits;
            if from < lines {
                self.turn_page(frame, open);
            }
        }
        if row.kind == RowKind::Band {
            open.band = row.cells.first().map(|lines| lines.concat());
        }
    }

    /// Draws `count` lines of a row, all of them or as many as the page has room for.
    fn piece(
        &mut self,
        frame: &Frame<'_>,
        row: &Laid,
        from: usize,
        count: usize,
        first: bool,
        open: &mut Open,
    ) {
        let height = frame.height(count);
        let area = Area { x: LEFT, y: self.y, width: frame.width, height };
        if row.kind == RowKind::Band {
            self.column_lines(frame, open);
            self.canvas.fill(self.page, area, Ink::Grey(95));
            self.canvas.line(self.page, (LEFT, self.y), (LEFT + frame.width, self.y), INNER);
            open.columns_from = self.y + height;
        }
        self.cells(frame, row, from, count, count == row.lines(first), first);
        self.y += height;
        open.rows += 1;
    }

    fn cells(&mut self, frame: &Frame<'_>, row: &Laid, from: usize, count: usize, whole: bool, first: bool) {
        let shown = row.lines(first).saturating_sub(from).min(count);
        let mut left = LEFT;
        for (at, lines) in row.cells.iter().enumerate() {
            // What is joined to the row above was said there, unless this is the first row of a page.
            let said = at < row.joined && !first;
            let column = frame.columns.get(at);
            let width = match row.kind {
                RowKind::Band => frame.width,
                _ => column.map_or(frame.width, |column| column.width),
            };
            let here = lines.iter().skip(from).take(if said { 0 } else { shown });
            // A short cell stands in the middle of a high row, unless the row is broken over pages.
            let spare = if whole { shown.saturating_sub(lines.len()) } else { 0 };
            let mut top = self.y + PAD_Y + spare as f32 * frame.step / 2.0;
            let face = frame.face(row.kind, at);
            for line in here {
                let wide = self.canvas.fonts().width(line, face, frame.size);
                let align = match (row.kind, column) {
                    (RowKind::Head, _) => Align::Centre,
                    (RowKind::Band, _) | (_, None) => Align::Left,
                    (_, Some(column)) => column.align,
                };
                let x = match align {
                    Align::Left => left + PAD_X,
                    Align::Centre => left + (width - wide) / 2.0,
                    Align::Right => left + width - PAD_X - wide,
                };
                let y = top + baseline(frame.size, frame.step);
                self.canvas.text(self.page, Type::new(face, frame.size, Ink::Black), (x, y), line);
                top += frame.step;
            }
            left += width;
        }
    }
}

/// The part of a table that stands on the page being filled.
struct Open {
    top: f32,
    /// Where the column lines begin: under the heading, or under the last band.
    columns_from: f32,
    rows: usize,
    /// The last band, which is said again at the head of the next page.
    band: Option<String>,
}

impl Frame<'_> {
    fn height(&self, lines: usize) -> f32 {
        lines as f32 * self.step + 2.0 * PAD_Y
    }

    fn head_height(&self) -> f32 {
        self.head.as_ref().map_or(0.0, |head| head.height)
    }

    fn lines_within(&self, room: f32) -> usize {
        // What rounding takes from a row that just fits is given back.
        ((room - 2.0 * PAD_Y + 0.01) / self.step).max(0.0) as usize
    }

    /// Without a heading row, the columns without a title hold labels, which are set as headings.
    fn face(&self, kind: RowKind, column: usize) -> Face {
        let label = !self.headed && self.columns.get(column).is_some_and(|column| column.title.is_empty());
        if kind == RowKind::Body && !label { Face::Song } else { Face::Hei }
    }
}
