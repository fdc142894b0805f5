//! A month's score with items that tickets decide: filled in, changed by hand with a reason, and held at the review.

use super::{Measure, item, october};
use crate::assessment::{
    Assessment, AssessmentRow, CloseFacts, Content, Expected, ItemScore, MonthState, RecordFacts, Submitted,
    close_month, record_assessments,
};
use crate::event::Event;
use crate::kernel::Role;
use crate::people::Membership;
use crate::refusal::Refusal;
use crate::rulebook::{Rubric, RubricItem};
use crate::sample::{account, actor, day, decimal, month, quarter, staff, unit};
use std::collections::{BTreeMap, BTreeSet};

/// 90 points by hand and 10 by the share in time, of at least two pieces.
fn rubric() -> Rubric {
    let mut by_hand = Rubric::default_version().items.remove(0);
    by_hand.max = decimal("90");
    Rubric {
        version: 2,
        items: vec![by_hand, item(Measure::OnTime, "0", "1", 2)],
        ..Rubric::default_version()
    }
}

fn facts(people: &[&str]) -> RecordFacts {
    let stay = |no: &&str| Membership {
        staff_no: staff(no),
        unit: unit("CD"),
        arrived_on: day("2025-03-01"),
        left_on: None,
    };
    RecordFacts {
        this_month: month("2026-10"),
        units: [unit("CD")].into(),
        memberships: people.iter().map(stay).collect(),
        states: BTreeMap::new(),
        submitted: BTreeMap::new(),
        not_assessed: BTreeSet::new(),
        rubrics: [(quarter("2026Q4"), rubric())].into(),
        final_quarters: BTreeSet::new(),
        on_behalf: false,
        work: [((unit("CD"), month("2026-10")), october())].into(),
    }
}

fn give(code: &str, points: &str, reason: Option<&str>) -> ItemScore {
    ItemScore {
        code: code.to_owned(),
        points: decimal(points),
        reason: reason.map(str::to_owned),
        evidence: None,
        computed: None,
    }
}

fn recorded(no: &str, items: Vec<ItemScore>) -> Result<Assessment, Refusal> {
    let row = AssessmentRow {
        unit: unit("CD"),
        month: month("2026-10"),
        staff_no: staff(no),
        content: Content::Items(items),
        note: None,
    };
    match record_assessments(&facts(&["E1", "E2", "E3"]), &[row]) {
        Ok(mut events) => match events.remove(0) {
            Event::AssessmentRecorded(event) => Ok(event.assessment),
            other => panic!("{other:?}"),
        },
        Err(mut refused) => Err(refused.remove(0).2),
    }
}

#[test]
fn an_empty_item_is_filled_by_the_rule_and_another_number_wants_a_reason() {
    let filled = recorded("E1", vec![give("SJ", "90", None)]).unwrap();
    let computed = &filled.items[1];
    assert_eq!((computed.points, filled.score.to_string()), (decimal("6.67"), "96.67".to_owned()));
    assert!(computed.follows_rule() && computed.reason.as_deref().unwrap().contains("2 ÷ 3"));
    assert_eq!(computed.evidence.as_deref(), Some("CD-202610-0003"));
    // The same points typed are the rule's.
    assert_eq!(
        recorded("E1", vec![give("SJ", "90", None), give("XY", "6.670", Some("说明"))]).unwrap(),
        filled
    );
    let other = |reason| recorded("E1", vec![give("SJ", "90", None), give("XY", "9", reason)]);
    let differs =
        Refusal::ComputedDiffers { item: "XY".to_owned(), computed: decimal("6.67"), given: decimal("9") };
    for reason in [None, Some("  ")] {
        assert_eq!(other(reason), Err(differs.clone()), "{reason:?}");
    }
    let kept = other(Some("迟交由客户造成")).unwrap().items.remove(1);
    assert_eq!((kept.points, kept.computed.map(|c| c.points)), (decimal("9"), Some(decimal("6.67"))));
    // With too few pieces it is scored by hand, as ever.
    let missing = Refusal::ItemMissing { item: "XY".to_owned() };
    assert_eq!(recorded("E3", vec![give("SJ", "90", None)]), Err(missing));
    let by_hand = recorded("E3", vec![give("SJ", "90", None), give("XY", "10", None)]).unwrap();
    assert_eq!(by_hand.items[1].computed, None);
}

#[test]
fn a_month_is_not_reviewed_with_figures_that_changed_since() {
    let assessment = recorded("E1", vec![give("SJ", "90", None)]).unwrap();
    let mut facts = CloseFacts {
        state: MonthState::Open,
        expected: vec![Expected { staff_no: staff("E1"), days: 20, due: true, probation: false }],
        submitted: vec![Submitted { assessment, account: account("manager") }],
        not_assessed: BTreeSet::new(),
        declared_by: BTreeSet::new(),
        no_engineer: false,
        quarter_final: false,
        confirmed: Vec::new(),
        two_person: true,
        rubric: rubric(),
        work: october(),
        in_future: false,
    };
    let close = |facts: &CloseFacts| {
        close_month(facts, &unit("CD"), month("2026-10"), &actor("leader", Role::UnitLeader)).map(|e| e.len())
    };
    assert_eq!(close(&facts), Ok(1));
    // Another ticket ended after the score was submitted.
    let late = facts.work.get_mut(&staff("E1")).unwrap();
    let mut more = late.done[2].clone();
    more.no.serial = 9;
    late.done.push(more);
    let changed =
        Refusal::ComputedChanged { unit: unit("CD"), month: month("2026-10"), staff_nos: vec![staff("E1")] };
    assert_eq!(close(&facts), Err(changed));
    facts.rubric.version = 3;
    assert_eq!(close(&facts), Ok(1), "scored by another version");
}

#[test]
fn a_rule_stands_alone_in_its_item() {
    let issue = |change: fn(&mut RubricItem)| {
        let mut next = Rubric { from: quarter("2026Q4"), ..rubric() };
        change(&mut next.items[1]);
        crate::rulebook::issue_rubric(&[Rubric::default_version()], None, next).map(|events| events.len())
    };
    let item = "XY".to_owned();
    assert_eq!(issue(|_| {}), Ok(1));
    assert_eq!(
        issue(|item| item.work.as_mut().unwrap().full = decimal("2")),
        Err(Refusal::WorkRuleUnfit { item: item.clone() })
    );
    assert_eq!(issue(|item| item.veto = true), Err(Refusal::WorkRuleAlone { item: item.clone() }));
    assert_eq!(
        issue(|item| item.attendance = Some(crate::attendance::AttendanceRule::default())),
        Err(Refusal::WorkRuleAlone { item })
    );
}
