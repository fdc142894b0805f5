//! How far a unit's month has come.

use super::build::{exempt, facts, month_of, scored, unit_of, unscored};
use crate::kernel::Month;
use crate::organisation::Group;
use crate::sample::{month, staff};
use crate::settlement::{MonthFacts, MonthProgress, UnitFacts, month_progress, unit_result};

/// The first month of the quarter as it is seen in `now`.
fn seen(unit: &UnitFacts, now: Month) -> (MonthProgress, Vec<crate::kernel::StaffNo>) {
    let (result, blockers) = unit_result(unit, &facts(Vec::new()).rule_set);
    month_progress(&result, &result.months[0], &blockers, now)
}

#[test]
fn a_month_is_where_its_people_and_its_review_have_brought_it() {
    use MonthProgress::{Closed, Exempt, Future, Nobody, Open, Scored, Undeclared};
    let july = month_of("CD", 0, &["90", "85"]);
    let open = |people| MonthFacts { people, closed: false, ..july.clone() };
    let mut away = unscored("E1");
    (away.due, away.not_assessed) = (false, true);
    let nobody = MonthFacts { no_engineer: true, ..open(Vec::new()) };
    for (name, first, now, expected) in [
        ("reviewed", july.clone(), "2026-09", Closed),
        ("awaits review", open(vec![scored("E1", "90")]), "2026-07", Scored),
        ("all declared away, awaits review", open(vec![away]), "2026-07", Scored),
        ("somebody is missing", open(vec![scored("E1", "90"), unscored("E2")]), "2026-07", Open),
        ("has not begun", open(vec![unscored("E2")]), "2026-06", Future),
        ("nobody there, nothing said", open(Vec::new()), "2026-07", Undeclared),
        ("nobody there, and so declared", nobody.clone(), "2026-07", Nobody),
        ("declared and reviewed", MonthFacts { closed: true, ..nobody }, "2026-09", Nobody),
    ] {
        let mut unit = unit_of("CD", Group::City, [&["90"], &["90"], &["90"]]);
        unit.months[0] = first;
        assert_eq!(seen(&unit, month(now)).0, expected, "{name}");
    }
    assert_eq!(seen(&exempt("MY", Group::City), month("2026-09")).0, Exempt);
}

#[test]
fn it_names_who_is_missing_in_that_month_alone() {
    let mut unit = unit_of("CD", Group::City, [&["90"], &["90"], &["90"]]);
    for (index, no) in [(0, "E7"), (1, "E8")] {
        unit.months[index].people.push(unscored(no));
        unit.months[index].closed = false;
    }
    assert_eq!(seen(&unit, month("2026-09")), (MonthProgress::Open, vec![staff("E7")]));
}
