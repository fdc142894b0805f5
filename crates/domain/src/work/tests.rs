//! Whose month a piece of work belongs to, what a rule makes of it, and what stands in a month's score afterwards.

mod recorded;

use super::*;
use crate::kernel::Exact;
use crate::rulebook::{Rubric, RubricItem};
use crate::sample::{day, decimal, staff};
use crate::ticket::{Rating, TermDays, TicketState, rating_questions};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

fn rating(marks: [u8; 4]) -> Rating {
    Rating(rating_questions().into_iter().zip(marks).collect())
}

/// Closed on `closed`, delivered on `delivered`, due on the 15th, to be taken by the 2nd and taken on `taken`.
fn ticket(
    serial: u32,
    first: &str,
    (taken, delivered, closed): (&str, &str, &str),
    marks: Option<[u8; 4]>,
) -> EndedTicket {
    EndedTicket {
        no: format!("CD-202610-{serial:04}").parse().unwrap(),
        first: staff(first),
        days: TermDays {
            state: TicketState::Closed,
            review_by: None,
            reviewed_on: None,
            take_by: Some(day("2026-10-02")),
            taken_on: Some(day(taken)),
            tender_deadline: None,
            audit_asked_on: None,
            due_on: Some(day("2026-10-15")),
            delivered_on: Some(day(delivered)),
            waiting: false,
            escalated_on: None,
            help_since: None,
            milestones: Default::default(),
        },
        closed_on: day(closed),
        rating: marks.map(rating),
    }
}

fn incident(serial: u32, second: &str, returned: &str) -> ReturnedIncident {
    ReturnedIncident {
        no: format!("CD-202610-{serial:04}").parse().unwrap(),
        incident: 1,
        second: staff(second),
        until: day("2026-10-10"),
        returned_on: day(returned),
    }
}

/// E1 did three tickets, one of them late; E2 gave one incident back in time and one late, and has a complaint.
pub(super) fn october() -> BTreeMap<crate::kernel::StaffNo, WorkMonth> {
    work_months(
        [
            ticket(3, "E1", ("2026-10-05", "2026-10-16", "2026-10-20"), Some([2, 5, 5, 5])),
            ticket(1, "E1", ("2026-10-01", "2026-10-14", "2026-10-15"), Some([5, 5, 5, 5])),
            ticket(2, "E1", ("2026-10-02", "2026-10-15", "2026-10-15"), None),
        ],
        [incident(1, "E2", "2026-10-10"), incident(2, "E2", "2026-10-11")],
        [(staff("E2"), "TS-1".to_owned())],
    )
}

pub(super) fn item(measure: Measure, zero: &str, full: &str, least: u32) -> RubricItem {
    RubricItem {
        code: "XY".to_owned(),
        name: "响应及时".to_owned(),
        max: Decimal::TEN,
        veto: false,
        needs_reason: true,
        attendance: None,
        work: Some(WorkRule { measure, zero: decimal(zero), full: decimal(full), least }),
    }
}

#[test]
fn a_ticket_is_the_firsts_and_the_second_has_what_was_passed_on() {
    let october = october();
    let (e1, e2) = (&october[&staff("E1")], &october[&staff("E2")]);
    let numbers: Vec<String> = e1.done.iter().map(|piece| piece.no.to_string()).collect();
    assert_eq!(numbers, ["CD-202610-0001", "CD-202610-0002", "CD-202610-0003"], "by the day of their end");
    assert_eq!(e1.done.iter().map(|piece| piece.in_time).collect::<Vec<_>>(), [true, true, false]);
    assert_eq!((e1.rated().count(), e1.rated_low().count()), (2, 1));
    assert_eq!(e1.mean_mark(), Exact::ratio(37, 8));
    assert_eq!((e2.tickets().count(), e2.incidents().count(), e2.mean_mark()), (0, 2, None));
    assert_eq!(e2.done.iter().map(|piece| piece.in_time).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn points_follow_the_rule_and_the_formula_shows_the_values() {
    let october = october();
    let points = |who: &str, item: RubricItem| {
        computed(&item, &october[&staff(who)])
            .map(|computed| (computed.points.to_string(), computed.explained(&item).unwrap()))
    };
    for (who, item, expected, how) in [
        (
            "E1",
            item(Measure::OnTime, "0", "1", 1),
            "6.67",
            "按时交付 2 ÷ 3 件 ≈ 66.67%，10 ×（66.67% － 0%）÷（100% － 0%）＝ 6.67 分",
        ),
        ("E1", item(Measure::OnTime, "0.8", "1", 1), "0", "按时交付 2 ÷ 3 件 ≈ 66.67%，不高于 80%得 0 分"),
        (
            "E1",
            item(Measure::TakenInTime, "0", "0.6", 3),
            "10",
            "按时响应 2 ÷ 3 件 ≈ 66.67%，不低于 60%得满分 10 分",
        ),
        (
            "E1",
            item(Measure::MeanMark, "3", "5", 2),
            "8.13",
            "平均评价 37 ÷ 8 题 ＝ 4.625（2 件），10 ×（4.625 － 3）÷（5 － 3）＝ 8.13 分",
        ),
        (
            "E2",
            item(Measure::OnTime, "0", "1", 2),
            "5",
            "按时交付 1 ÷ 2 件 ＝ 50%，10 ×（50% － 0%）÷（100% － 0%）＝ 5 分",
        ),
        ("E1", item(Measure::Complaints, "3", "0", 0), "10", "投诉 0 件，不多于 0得满分 10 分"),
        (
            "E2",
            item(Measure::Complaints, "3", "0", 0),
            "6.67",
            "投诉 1 件，10 ×（1 － 3）÷（0 － 3）＝ 6.67 分",
        ),
        ("E2", item(Measure::Complaints, "1", "0", 0), "0", "投诉 1 件，不少于 1得 0 分"),
    ] {
        assert_eq!(points(who, item), Some((expected.to_owned(), how.to_owned())));
    }
    // Too few to say anything.
    assert_eq!(points("E1", item(Measure::OnTime, "0", "1", 4)), None);
    assert_eq!(points("E1", item(Measure::MeanMark, "3", "5", 3)), None, "rated ones count");
    assert_eq!(points("E2", item(Measure::TakenInTime, "0", "1", 1)), None, "an incident has no such term");
    let by_hand = Rubric::default_version().items.remove(0);
    assert_eq!(points("E1", by_hand), None);
}

#[test]
fn a_rule_holds_values_that_its_measure_can_have() {
    let fits = |measure, zero, full, least| item(measure, zero, full, least).work.unwrap().checked().is_ok();
    for (measure, zero, full, least, expected) in [
        (Measure::OnTime, "0", "1", 1, true),
        (Measure::OnTime, "0.8", "0.95", 100, true),
        (Measure::OnTime, "1", "0", 1, false),
        (Measure::OnTime, "0.5", "0.5", 1, false),
        (Measure::OnTime, "0", "1.01", 1, false),
        (Measure::OnTime, "-0.1", "1", 1, false),
        (Measure::OnTime, "0", "0.99999", 1, false),
        (Measure::OnTime, "0", "1", 0, false),
        (Measure::OnTime, "0", "1", 101, false),
        (Measure::MeanMark, "1", "5", 1, true),
        (Measure::MeanMark, "0", "5", 1, false),
        (Measure::Complaints, "3", "0", 0, true),
        (Measure::Complaints, "0", "3", 0, false),
        (Measure::Complaints, "2.5", "0", 0, false),
        (Measure::Complaints, "3", "0", 1, false),
    ] {
        assert_eq!(fits(measure, zero, full, least), expected, "{measure:?} {zero} {full} {least}");
    }
}

#[test]
fn what_is_kept_has_these_bytes() {
    let item = item(Measure::OnTime, "0", "1", 1);
    let kept = computed(&item, &october()[&staff("E2")]).unwrap();
    assert_eq!(
        serde_json::to_string(&kept).unwrap(),
        r#"{"points":"5","pieces":[{"no":"CD-202610-0001","incident":1,"got":1,"of":1},{"no":"CD-202610-0002","incident":1,"got":0,"of":1}]}"#
    );
    assert_eq!(
        serde_json::to_string(&item.work).unwrap(),
        r#"{"measure":"onTime","zero":"0","full":"1","least":1}"#
    );
    assert_eq!(kept.seen_in(&item).as_deref(), Some("CD-202610-0002 第1次转办"));
}

proptest! {
    /// A second arithmetic: whole numbers only, points in hundredths, rounded half up.
    #[test]
    fn points_are_those_of_whole_numbers(
        got in 0_u32..60, more in 0_u32..60, max in 1_i64..=100, zero in 0_i64..100, length in 1_i64..=100,
    ) {
        let of = got + more;
        prop_assume!(of > 0);
        let full = (zero + length).min(100);
        let item = RubricItem {
            max: max.into(),
            ..item(Measure::OnTime, &Decimal::new(zero, 2).to_string(), &Decimal::new(full, 2).to_string(), 1)
        };
        let rule = item.work.clone().unwrap();
        prop_assert!(rule.checked().is_ok());
        let pieces: Vec<Piece> = (0..of)
            .map(|n| Piece { no: n.to_string(), incident: None, got: u32::from(n < got), of: 1 })
            .collect();
        let points = rule.points(item.max, &rule.value(&pieces).unwrap());
        // max × 100 × (got/of × 100 － zero) ÷ (full － zero), in hundredths of a point.
        let (got, of) = (i64::from(got), i64::from(of));
        let (above, below) = (max * 100 * (got * 100 - zero * of), of * (full - zero));
        let expected = ((2 * above + below).div_euclid(2 * below)).clamp(0, max * 100);
        prop_assert_eq!(points, Decimal::new(expected, 2).normalize());
        // Computed again from what is kept, it is the same; one more in time never lowers it.
        let again = Computed { points, pieces: pieces.clone() };
        prop_assert_eq!(rule.points(item.max, &rule.value(&again.pieces).unwrap()), again.points);
        let mut better = pieces;
        if let Some(late) = better.iter_mut().find(|piece| piece.got == 0) {
            late.got = 1;
            prop_assert!(rule.points(item.max, &rule.value(&better).unwrap()) >= points);
        }
        prop_assert!(again.explained(&item).is_some());
    }

    /// More complaints never raise the points, and none at all gives the full ones.
    #[test]
    fn complaints_only_lower(count in 0_usize..12, zero in 1_i64..10) {
        let item = item(Measure::Complaints, &zero.to_string(), "0", 0);
        let of = |count: usize| {
            let complaints = (0..count).map(|n| format!("TS-{n}")).collect();
            computed(&item, &WorkMonth { done: Vec::new(), complaints }).unwrap().points
        };
        prop_assert!(of(count + 1) <= of(count));
        prop_assert_eq!(of(0), Decimal::TEN);
    }
}
