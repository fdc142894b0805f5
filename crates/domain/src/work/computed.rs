//! An item's points as they were computed, with all that is needed to compute them again.

use super::{Measure, WorkMonth, WorkRule};
use crate::kernel::Exact;
use crate::rulebook::RubricItem;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// So many numbers are named beside an item; all of them are among its pieces.
const SEEN: usize = 5;

/// What a ticket, an incident or a complaint puts into the measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Piece {
    /// 工单号, or the number of the complaint.
    pub no: String,
    /// Which incident of the ticket, where that is all that the person did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<u32>,
    /// 1 in time, 0 late; marks given; 1 for a complaint.
    pub got: u32,
    /// 1 for what could be in time; the number of questions marked; 1 for a complaint.
    pub of: u32,
}

/// An item's points out of a month's work, by the rule of the rubric's version. Kept with the score, so that what happens later
/// changes nothing and anybody can compute it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Computed {
    /// Points that came out.
    pub points: Decimal,
    /// What was put in.
    pub pieces: Vec<Piece>,
}

/// The item's points after a month's work; `None` where it has no rule, or the rule asks for more than there was.
#[must_use]
pub fn computed(item: &RubricItem, month: &WorkMonth) -> Option<Computed> {
    let rule = item.work.as_ref()?;
    let pieces = pieces(rule.measure, month);
    if pieces.len() < rule.least as usize {
        return None;
    }
    let points = rule.points(item.max, &rule.value(&pieces)?);
    Some(Computed { points, pieces })
}

/// What a month puts into a measure.
#[must_use]
pub fn pieces(measure: Measure, month: &WorkMonth) -> Vec<Piece> {
    let kept = |in_time: bool| (u32::from(in_time), 1);
    let of = |piece: &super::PieceOfWork, (got, of): (u32, u32)| Piece {
        no: piece.no.to_string(),
        incident: piece.incident,
        got,
        of,
    };
    match measure {
        Measure::OnTime => month.done.iter().map(|piece| of(piece, kept(piece.in_time))).collect(),
        Measure::TakenInTime => {
            let taken = |piece: &super::PieceOfWork| Some(of(piece, kept(piece.taken_in_time?)));
            month.done.iter().filter_map(taken).collect()
        }
        Measure::MeanMark => {
            month.rated().map(|(piece, rating)| of(piece, (rating.sum(), rating.questions()))).collect()
        }
        Measure::Complaints => month
            .complaints
            .iter()
            .map(|no| Piece { no: no.clone(), incident: None, got: 1, of: 1 })
            .collect(),
    }
}

impl WorkRule {
    /// The measure of these pieces; `None` of a share or mean of nothing.
    #[must_use]
    pub fn value(&self, pieces: &[Piece]) -> Option<Exact> {
        let got: u64 = pieces.iter().map(|piece| u64::from(piece.got)).sum();
        let of: u64 = pieces.iter().map(|piece| u64::from(piece.of)).sum();
        let (got, of) = (i64::try_from(got).ok()?, i64::try_from(of).ok()?);
        match self.measure {
            Measure::Complaints => Some(Exact::whole(got)),
            _ => Exact::ratio(got, of),
        }
    }
}

impl Computed {
    /// The formula with the values put in, as sheet, trace and reports show it; `None` where the item has no rule.
    #[must_use]
    pub fn explained(&self, item: &RubricItem) -> Option<String> {
        let rule = item.work.as_ref()?;
        let value = rule.value(&self.pieces)?;
        let (got, of) = (
            self.pieces.iter().map(|piece| u64::from(piece.got)).sum::<u64>(),
            self.pieces.iter().map(|piece| u64::from(piece.of)).sum::<u64>(),
        );
        let shown = shown(rule.measure, &value);
        let measured = match rule.measure {
            Measure::OnTime => format!("按时交付 {got} ÷ {of} 件 {shown}"),
            Measure::TakenInTime => format!("按时响应 {got} ÷ {of} 件 {shown}"),
            Measure::MeanMark => {
                format!("平均评价 {got} ÷ {of} 题 {shown}（{} 件）", self.pieces.len())
            }
            Measure::Complaints => format!("投诉 {got} 件"),
        };
        let (zero, full) = (bound(rule.measure, rule.zero), bound(rule.measure, rule.full));
        let (max, points) = (item.max.normalize(), self.points.normalize());
        let higher = rule.full > rule.zero;
        let at = |edge: Decimal, above: bool| {
            let edge = Exact::from(edge);
            if above { value >= edge } else { value <= edge }
        };
        let came = if at(rule.full, higher) {
            format!("{}{full}得满分 {points} 分", if higher { "不低于 " } else { "不多于 " })
        } else if at(rule.zero, !higher) {
            format!("{}{zero}得 0 分", if higher { "不高于 " } else { "不少于 " })
        } else {
            let value = bare(rule.measure, &value);
            format!("{max} ×（{value} － {zero}）÷（{full} － {zero}）＝ {points} 分")
        };
        Some(format!("{measured}，{came}"))
    }

    /// Where it can be seen: what lowered the points, the first of them by number; `None` where nothing did.
    #[must_use]
    pub fn seen_in(&self, item: &RubricItem) -> Option<String> {
        let measure = item.work.as_ref()?.measure;
        let named: Vec<String> = self.lowering(measure).map(Piece::named).collect();
        let first = named.iter().take(SEEN).map(String::as_str).collect::<Vec<_>>().join("、");
        match named.len() {
            0 => None,
            count if count > SEEN => Some(format!("{first} 等 {count} 件")),
            _ => Some(first),
        }
    }

    /// What lowered the points: tickets that were late or marked below the best, complaints.
    pub fn lowering(&self, measure: Measure) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(move |piece| match measure {
            Measure::OnTime | Measure::TakenInTime => piece.got < piece.of,
            Measure::MeanMark => piece.got < piece.of * 5,
            Measure::Complaints => true,
        })
    }
}

impl Piece {
    /// `C01-202610-0003`, or `C01-202610-0003 第2次转办`.
    #[must_use]
    pub fn named(&self) -> String {
        match self.incident {
            Some(incident) => format!("{} 第{incident}次转办", self.no),
            None => self.no.clone(),
        }
    }
}

/// `＝ 87.5%`, `≈ 4.33`.
fn shown(measure: Measure, value: &Exact) -> String {
    let text = bare(measure, value);
    let number = text.trim_end_matches('%');
    let whole = match measure {
        Measure::OnTime | Measure::TakenInTime => value.clone() * Exact::whole(100),
        _ => value.clone(),
    };
    let sign = if Exact::parse(number).as_ref() == Some(&whole) { "＝" } else { "≈" };
    format!("{sign} {text}")
}

fn bare(measure: Measure, value: &Exact) -> String {
    match measure {
        Measure::OnTime | Measure::TakenInTime => {
            format!("{}%", (value.clone() * Exact::whole(100)).round(2).normalize())
        }
        Measure::MeanMark | Measure::Complaints => value.round(4).normalize().to_string(),
    }
}

fn bound(measure: Measure, value: Decimal) -> String {
    bare(measure, &Exact::from(value))
}
