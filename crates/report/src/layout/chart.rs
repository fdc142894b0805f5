//! The two charts, drawn with lines and greys so that they read the same on a black-and-white printer.
//!
//! Scores become floats here and only here, to be places on paper; what is printed beside them is text.

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::{Flow, LEFT, WIDTH};
use crate::canvas::{Area, Face, Ink, MM_PER_POINT, Stroke, Type};
use crate::lines;
use crate::view::{RankedUnit, Threshold, TrendPoint};

const AXIS: Stroke = Stroke::solid(0.6, Ink::Black);
const GRID: Stroke = Stroke::solid(0.25, Ink::Grey(70));
const LIMIT: Stroke = Stroke::dashed(0.7, Ink::Black, 2.5);
const CURVE: Stroke = Stroke::solid(1.4, Ink::Black);
const LABEL: f32 = 8.5;

fn place(score: Decimal) -> f32 {
    score.to_f32().unwrap_or(0.0).clamp(0.0, 100.0)
}

/// A score with two decimals, half up: the words beside a point.
fn words(score: Decimal) -> String {
    format!("{:.2}", score.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
}

impl Flow<'_> {
    /// Overall scores of the last quarters as a line, with the scores that the fee turns on.
    pub(crate) fn trend_chart(&mut self, points: &[TrendPoint], thresholds: &[Threshold]) {
        const HEIGHT: f32 = 58.0;
        self.reserve(HEIGHT + 14.0);
        let page = self.page;
        let scores = points.iter().filter_map(|point| point.score.map(place));
        let lowest = scores.chain(thresholds.iter().map(|line| place(line.score))).fold(100.0, f32::min);
        let low = ((lowest - 5.0) / 10.0).floor().max(0.0) * 10.0;
        let (left, right) = (LEFT + 11.0, LEFT + WIDTH - 25.0);
        let (top, bottom) = (self.y + 5.0, self.y + 5.0 + HEIGHT);
        let height_of = |score: f32| bottom - (score - low) / (100.0 - low) * HEIGHT;

        let mut mark = low;
        while mark <= 100.0 {
            let y = height_of(mark);
            self.canvas.line(page, (left, y), (right, y), GRID);
            self.text_right(left - 1.5, y + 1.1, Face::Song, LABEL, &format!("{mark:.0}"));
            mark += if low < 40.0 { 20.0 } else { 10.0 };
        }
        for line in thresholds {
            let y = height_of(place(line.score));
            self.canvas.line(page, (left, y), (right, y), LIMIT);
            let label = format!("{} {}", line.score.normalize(), line.label);
            self.canvas.text(page, Type::new(Face::Hei, LABEL, Ink::Black), (right + 1.5, y + 1.1), &label);
        }
        self.canvas.line(page, (left, top - 2.0), (left, bottom), AXIS);
        self.canvas.line(page, (left, bottom), (right, bottom), AXIS);

        let slot = (right - left) / points.len().max(1) as f32;
        let x_of = |at: usize| left + slot * (at as f32 + 0.5);
        let mut run: Vec<(f32, f32)> = Vec::new();
        for (at, point) in points.iter().enumerate() {
            let x = x_of(at);
            self.text_centred(x, bottom + 4.2, Face::Song, LABEL, &point.quarter);
            match point.score {
                Some(score) => run.push((x, height_of(place(score)))),
                None => {
                    self.text_centred(x, bottom - 1.5, Face::Song, LABEL, "未结算");
                    self.curve(std::mem::take(&mut run));
                }
            }
        }
        self.curve(run);
        for (at, point) in points.iter().enumerate() {
            let Some(score) = point.score else { continue };
            let (x, y) = (x_of(at), height_of(place(score)));
            self.canvas.fill(page, Area { x: x - 0.9, y: y - 0.9, width: 1.8, height: 1.8 }, Ink::Black);
            let text = words(score);
            // A white ground keeps the figure legible where a line runs behind it.
            let wide = self.fonts().width(&text, Face::Hei, LABEL);
            // Under the point where the curve turns up, so that it does not run through the figure.
            let beside =
                [at.checked_sub(1), Some(at + 1)].map(|near| near.and_then(|n| points.get(n)?.score));
            let low_point =
                beside.iter().flatten().all(|near| *near > score) && beside.iter().any(Option::is_some);
            let foot = if low_point { y + 4.6 } else { y - 2.2 };
            let ground = Area { x: x - wide / 2.0 - 0.4, y: foot - 2.7, width: wide + 0.8, height: 3.3 };
            self.canvas.fill(page, ground, Ink::Grey(100));
            self.text_centred(x, foot, Face::Hei, LABEL, &text);
        }
        self.y = bottom + 7.5;
    }

    fn curve(&mut self, points: Vec<(f32, f32)>) {
        if points.len() > 1 {
            self.canvas.path(self.page, points, CURVE);
        }
    }

    /// One bar a unit, best first. Runs over pages when there are many units.
    pub(crate) fn ranking_chart(&mut self, units: &[RankedUnit], thresholds: &[Threshold]) {
        const BAR: f32 = 5.6;
        const NAMES: f32 = 46.0;
        let left = LEFT + NAMES;
        let span = WIDTH - NAMES - 14.0;
        let lowest = units.iter().map(|unit| place(unit.score)).fold(100.0, f32::min);
        let lowest = thresholds.iter().map(|line| place(line.score)).fold(lowest, f32::min);
        let low = ((lowest - 10.0) / 10.0).floor().max(0.0) * 10.0;
        let x_of = |score: f32| left + (score - low) / (100.0 - low) * span;

        let mut rest = units;
        while !rest.is_empty() {
            self.reserve(12.0 + BAR * rest.len().min(30) as f32);
            let fits = (((self.room() - 12.0) / BAR) as usize).clamp(1, rest.len());
            let (now, later) = rest.split_at(fits);
            let top = self.y + 6.0;
            let bottom = top + BAR * now.len() as f32;
            let page = self.page;
            for line in thresholds {
                let x = x_of(place(line.score));
                let label = format!("{} {}", line.score.normalize(), line.label);
                self.text_centred(x, top - 1.8, Face::Hei, LABEL, &label);
            }
            for (at, unit) in now.iter().enumerate() {
                let y = top + BAR * at as f32;
                let end = x_of(place(unit.score));
                self.bar_name(&unit.name, left - 1.5, y + BAR / 2.0, NAMES - 2.0);
                let bar = Area { x: left, y: y + 1.0, width: (end - left).max(0.3), height: BAR - 2.0 };
                self.canvas.fill(page, bar, Ink::Grey(62));
                self.canvas.frame(page, bar, Stroke::solid(0.3, Ink::Black));
                self.text_right(LEFT + WIDTH, y + BAR / 2.0 + 1.1, Face::Song, LABEL, &unit.words);
            }
            for line in thresholds {
                let x = x_of(place(line.score));
                self.canvas.line(page, (x, top - 0.6), (x, bottom), LIMIT);
            }
            self.canvas.line(page, (left, top - 0.6), (left, bottom), AXIS);
            self.y = bottom + 2.0;
            if low > 0.0 {
                let note = format!("横轴自 {low:.0} 分起。");
                self.note(&note);
            }
            rest = later;
        }
        self.y += 1.0;
    }

    /// A unit's name before its bar; a long one in two smaller lines.
    fn bar_name(&mut self, name: &str, right: f32, middle: f32, width: f32) {
        let sizes = [(LABEL, 1), (7.0, 1), (5.5, 2), (4.5, 2)];
        let laid = sizes.iter().find_map(|(size, most)| {
            let lines = lines::wrap(self.fonts(), name, Face::Song, *size, width);
            (lines.len() <= *most).then_some((*size, lines))
        });
        // Only a name of more than fifty characters comes here.
        let (size, lines) = laid.unwrap_or_else(|| {
            let wide = self.fonts().width(name, Face::Song, LABEL);
            (LABEL * width / wide, vec![name.to_owned()])
        });
        let step = size * MM_PER_POINT * 1.15;
        let mut y = middle - step * lines.len() as f32 / 2.0 + step * 0.82;
        for line in &lines {
            self.text_right(right, y, Face::Song, size, line);
            y += step;
        }
    }

    fn text_right(&mut self, x: f32, y: f32, face: Face, size: f32, text: &str) {
        let wide = self.fonts().width(text, face, size);
        self.canvas.text(self.page, Type::new(face, size, Ink::Black), (x - wide, y), text);
    }

    fn text_centred(&mut self, x: f32, y: f32, face: Face, size: f32, text: &str) {
        let wide = self.fonts().width(text, face, size);
        self.canvas.text(self.page, Type::new(face, size, Ink::Black), (x - wide / 2.0, y), text);
    }
}
