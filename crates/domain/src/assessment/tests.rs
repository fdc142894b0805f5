//! Whom a unit scores; declaring, closing and reopening a unit's month.

mod record;

use super::*;
use crate::approval::Step;
use crate::event::Event;
use crate::kernel::{Actor, Digest, Role, WorkingDays};
use crate::organisation::Party;
use crate::people::{Letters, Membership};
use crate::refusal::Refusal;
use crate::rulebook::Rubric;
use crate::sample::{account, actor, day, digest, month, quarter, score, staff, unit};
use std::collections::{BTreeMap, BTreeSet};

fn stay(no: &str, code: &str, from: &str, to: Option<&str>) -> Membership {
    Membership { staff_no: staff(no), unit: unit(code), arrived_on: day(from), left_on: to.map(day) }
}

fn submitted(no: &str, points: &str, by: &str) -> Submitted {
    Submitted {
        assessment: Assessment {
            unit: unit("CD"),
            month: month("2026-07"),
            staff_no: staff(no),
            score: score(points),
            items: Vec::new(),
            note: None,
            rubric: 1,
            on_behalf: false,
        },
        account: account(by),
    }
}

#[test]
fn whom_a_unit_scores_in_a_month() {
    let calendar = WorkingDays::default();
    let stays = [
        stay("E2", "CD", "2026-06-20", Some("2026-07-03")),
        stay("E2", "CD", "2026-07-30", None),
        stay("E1", "CD", "2026-03-01", None),
        stay("E3", "CD", "2026-07-31", None),
        stay("E4", "CD", "2026-07-04", Some("2026-07-05")),
        stay("E5", "MY", "2026-03-01", Some("2026-07-19")),
        stay("E5", "CD", "2026-07-20", None),
        stay("E6", "CD", "2026-03-01", Some("2026-06-30")),
    ];
    let found = |min_days| -> Vec<(String, u32, bool, bool)> {
        expected(&stays, &Letters::default(), &unit("CD"), month("2026-07"), &calendar, min_days)
            .into_iter()
            .map(|e| (e.staff_no.to_string(), e.days, e.due, e.probation))
            .collect()
    };
    let person = |no: &str, days, due, probation| (no.to_owned(), days, due, probation);
    // E4 was there over a weekend only; E5 came from another unit, past the probation; E2's two stays add up.
    assert_eq!(
        found(1),
        [
            person("E1", 23, true, false),
            person("E2", 5, true, true),
            person("E3", 1, true, true),
            person("E4", 0, false, true),
            person("E5", 10, true, false),
        ]
    );
    let due = |min_days| found(min_days).iter().filter(|p| p.2).map(|p| p.0.clone()).collect::<Vec<_>>();
    assert_eq!(due(5), ["E1", "E2", "E5"]);
    assert_eq!(due(6), ["E1", "E5"]);
}

fn on_duty(no: &str, due: bool) -> Expected {
    Expected { staff_no: staff(no), days: u32::from(due), due, probation: false }
}

fn close_facts() -> CloseFacts {
    CloseFacts {
        state: MonthState::Open,
        expected: vec![on_duty("E1", true), on_duty("E2", true), on_duty("E3", false)],
        submitted: vec![submitted("E1", "90", "manager"), submitted("E2", "85", "assistant")],
        not_assessed: BTreeSet::new(),
        declared_by: BTreeSet::new(),
        no_engineer: false,
        quarter_final: false,
        confirmed: Party::BOTH.to_vec(),
        two_person: true,
        rubric: Rubric::default_version(),
        work: BTreeMap::new(),
        in_future: false,
    }
}

fn close(facts: &CloseFacts, actor: &Actor) -> Result<Vec<Event>, Refusal> {
    close_month(facts, &unit("CD"), month("2026-07"), actor)
}

#[test]
fn closing_keeps_who_prepared_and_the_mean() {
    let mut facts = close_facts();
    facts.submitted.push(submitted("E3", "91", "assistant"));
    let events = close(&facts, &actor("leader", Role::UnitLeader)).unwrap();
    let [Event::MonthClosed(closed)] = &events[..] else { panic!("{events:?}") };
    assert_eq!(closed.prepared_by, [account("assistant"), account("manager")]);
    assert_eq!((closed.headcount, closed.mean.as_ref().unwrap().to_string()), (3, "266/3".to_owned()));
}

#[test]
fn a_month_with_a_gap_does_not_close() {
    let leader = actor("leader", Role::UnitLeader);
    let (cd, july) = (unit("CD"), month("2026-07"));
    let with = |change: fn(&mut CloseFacts)| {
        let mut facts = close_facts();
        change(&mut facts);
        close(&facts, &leader).map(|events| events.len())
    };
    assert_eq!(with(|_| {}), Ok(1));
    assert_eq!(with(|f| f.state = MonthState::Reopened), Ok(1));
    assert_eq!(with(|f| f.state = MonthState::Closed), Ok(0));
    assert_eq!(with(|f| f.in_future = true), Err(Refusal::MonthNotOver { month: july }));
    let is_final = Refusal::QuarterFinal { quarter: quarter("2026Q3") };
    assert_eq!(with(|f| f.quarter_final = true), Err(is_final));
    let missing = Refusal::PersonsNotScored { unit: cd.clone(), month: july, staff_nos: vec![staff("E1")] };
    assert_eq!(with(|f| drop(f.submitted.remove(0))), Err(missing));
    let away = |f: &mut CloseFacts| {
        f.submitted.remove(0);
        f.not_assessed.insert(staff("E1"));
    };
    assert_eq!(with(away), Ok(1));
    let nobody = |f: &mut CloseFacts| {
        f.submitted.clear();
        f.expected.clear();
    };
    assert_eq!(with(nobody), Err(Refusal::MonthWithoutScores { unit: cd, month: july }));
    let too_short = |f: &mut CloseFacts| f.expected.iter_mut().for_each(|e| e.due = false);
    assert_eq!(with(too_short), Err(Refusal::MonthWithoutScores { unit: unit("CD"), month: july }));
    let declared = |f: &mut CloseFacts| {
        f.submitted.clear();
        f.expected.clear();
        f.no_engineer = true;
    };
    assert_eq!(with(declared), Ok(1));
}

#[test]
fn whoever_scored_does_not_review() {
    let step = Step::Review;
    for (name, role, two_person, expected) in [
        ("leader", Role::UnitLeader, true, Ok(1)),
        ("manager", Role::UnitManager, true, Err(Refusal::SecondPersonNeeded { step })),
        ("assistant", Role::UnitManager, true, Err(Refusal::SecondPersonNeeded { step })),
        ("root", Role::Administrator, true, Err(Refusal::BusinessAccountNeeded { step })),
        ("manager", Role::UnitManager, false, Ok(1)),
        ("root", Role::Administrator, false, Ok(1)),
    ] {
        let facts = CloseFacts { two_person, ..close_facts() };
        assert_eq!(close(&facts, &actor(name, role)).map(|e| e.len()), expected, "{name} {two_person}");
    }
}

#[test]
fn whoever_declared_a_gap_does_not_review() {
    let facts = CloseFacts { declared_by: [account("leader")].into(), ..close_facts() };
    let own = Refusal::SecondPersonNeeded { step: Step::Review };
    assert_eq!(close(&facts, &actor("leader", Role::UnitLeader)), Err(own));
    let events = close(&facts, &actor("other", Role::UnitLeader)).unwrap();
    let [Event::MonthClosed(closed)] = &events[..] else { panic!("{events:?}") };
    assert_eq!(closed.prepared_by, [account("assistant"), account("leader"), account("manager")]);
}

#[test]
fn reopening_voids_the_confirmations() {
    let reopen = |change: fn(&mut CloseFacts), reason: &str| {
        let mut facts = CloseFacts { state: MonthState::Closed, ..close_facts() };
        change(&mut facts);
        reopen_month(&facts, &unit("CD"), month("2026-07"), reason)
    };
    let kinds = |found: Result<Vec<Event>, Refusal>| -> Result<Vec<&'static str>, Refusal> {
        found.map(|events| events.iter().map(Event::kind).collect())
    };
    let all = ["month.reopened", "unit.confirmationVoided", "unit.confirmationVoided"];
    assert_eq!(kinds(reopen(|_| {}, " 录入有误 ")), Ok(all.to_vec()));
    assert_eq!(kinds(reopen(|f| f.confirmed.clear(), "录入有误")), Ok(all[..1].to_vec()));
    assert_eq!(kinds(reopen(|f| f.state = MonthState::Open, "录入有误")), Ok(all.to_vec()));
    assert_eq!(kinds(reopen(|f| f.state = MonthState::Reopened, "录入有误")), Ok(Vec::new()));
    assert_eq!(kinds(reopen(|_| {}, " ")), Err(Refusal::ReasonNeeded));
    let is_final = Refusal::QuarterFinal { quarter: quarter("2026Q3") };
    assert_eq!(kinds(reopen(|f| f.quarter_final = true, "录入有误")), Err(is_final));
    let nothing = Refusal::NothingToReopen { unit: unit("CD"), month: month("2026-07") };
    let empty = |f: &mut CloseFacts| {
        f.state = MonthState::Open;
        f.submitted.clear();
    };
    assert_eq!(kinds(reopen(empty, "录入有误")), Err(nothing));
    let events = reopen(|_| {}, " 录入有误 ").unwrap();
    let [Event::MonthReopened(reopened), Event::ConfirmationVoided(voided), ..] = &events[..] else {
        panic!("{events:?}")
    };
    assert_eq!(reopened.reason, "录入有误");
    assert_eq!((voided.quarter, voided.party), (quarter("2026Q3"), Party::Client));
}

fn declare_facts() -> DeclareFacts {
    DeclareFacts {
        state: MonthState::Open,
        expected: vec![on_duty("E1", true), on_duty("E2", true)],
        scored: [staff("E2")].into(),
        not_assessed: BTreeSet::new(),
        no_engineer: false,
        quarter_final: false,
    }
}

#[test]
fn nobody_on_duty_is_declared_only_where_it_is_true() {
    let (cd, july) = (unit("CD"), month("2026-07"));
    let with = |change: fn(&mut DeclareFacts), reason: &str| {
        let mut facts = DeclareFacts { expected: vec![on_duty("E3", false)], ..declare_facts() };
        change(&mut facts);
        declare_no_engineer(&facts, &cd, july, reason).map(|events| events.len())
    };
    assert_eq!(with(|_| {}, "人员调离"), Ok(1));
    assert_eq!(with(|f| f.state = MonthState::Reopened, "人员调离"), Ok(1));
    assert_eq!(with(|f| f.no_engineer = true, "人员调离"), Ok(0));
    let on_duty_still = Refusal::EngineerOnDuty { unit: cd.clone(), staff_no: staff("E1") };
    assert_eq!(with(|f| f.expected.push(on_duty("E1", true)), "人员调离"), Err(on_duty_still));
    let closed = Refusal::MonthClosed { unit: cd.clone(), month: july };
    assert_eq!(with(|f| f.state = MonthState::Closed, "人员调离"), Err(closed));
    let is_final = Refusal::QuarterFinal { quarter: quarter("2026Q3") };
    assert_eq!(with(|f| f.quarter_final = true, "人员调离"), Err(is_final));
    assert_eq!(with(|_| {}, " "), Err(Refusal::ReasonNeeded));
}

#[test]
fn a_person_is_declared_away_only_while_unscored_and_on_duty() {
    let (cd, july) = (unit("CD"), month("2026-07"));
    let declare = |no: &str, change: fn(&mut DeclareFacts), reason: &str| {
        let mut facts = declare_facts();
        change(&mut facts);
        declare_not_assessed(&facts, &cd, july, &staff(no), reason).map(|events| events.len())
    };
    assert_eq!(declare("E1", |_| {}, "整月培训"), Ok(1));
    assert_eq!(declare("E1", |f| f.not_assessed = [staff("E1")].into(), "整月培训"), Ok(0));
    let scored = Refusal::PersonScored { staff_no: staff("E2"), month: july };
    assert_eq!(declare("E2", |_| {}, "整月培训"), Err(scored));
    let elsewhere = Refusal::NotOnDuty { staff_no: staff("E9"), unit: cd.clone(), month: july };
    assert_eq!(declare("E9", |_| {}, "整月培训"), Err(elsewhere));
    let closed = Refusal::MonthClosed { unit: cd.clone(), month: july };
    assert_eq!(declare("E1", |f| f.state = MonthState::Closed, "整月培训"), Err(closed));
    assert_eq!(declare("E1", |_| {}, ""), Err(Refusal::ReasonNeeded));
}

fn exempt_facts(two_person: bool, known: Option<Exemption>) -> ExemptFacts {
    ExemptFacts { on_duty: None, known, quarter_final: false, two_person }
}

fn exemption(approved: bool) -> Exemption {
    Exemption {
        declared_by: account("clerk"),
        reason: "无在岗人员".to_owned(),
        attachment: Some(digest("paper")),
        approved,
    }
}

#[test]
fn an_exemption_needs_a_reason_and_a_paper() {
    let (cd, q) = (unit("CD"), quarter("2026Q3"));
    let declare = |facts: &ExemptFacts, reason: &str, paper: Option<Digest>| {
        declare_exempt(facts, &cd, q, reason, paper).map(|events| events.len())
    };
    let (paper, new) = (Some(digest("paper")), |two_person| exempt_facts(two_person, None));
    assert_eq!(declare(&new(true), "无在岗人员", paper), Ok(1));
    assert_eq!(declare(&new(false), "无在岗人员", paper), Ok(2), "agreed to at once");
    for two_person in [true, false] {
        assert_eq!(declare(&new(two_person), "无在岗人员", None), Err(Refusal::AttachmentNeeded));
    }
    assert_eq!(declare(&new(true), " ", paper), Err(Refusal::ReasonNeeded));
    let on_duty = ExemptFacts { on_duty: Some(staff("E1")), ..new(true) };
    let there = Refusal::EngineerOnDuty { unit: cd.clone(), staff_no: staff("E1") };
    assert_eq!(declare(&on_duty, "无", paper), Err(there));
    let is_final = ExemptFacts { quarter_final: true, ..new(true) };
    assert_eq!(declare(&is_final, "无", paper), Err(Refusal::QuarterFinal { quarter: q }));
}

#[test]
fn the_same_exemption_again_does_nothing_and_another_replaces_it() {
    let (cd, q, paper) = (unit("CD"), quarter("2026Q3"), Some(digest("paper")));
    let declare = |approved, two_person, reason: &str| {
        let facts = exempt_facts(two_person, Some(exemption(approved)));
        declare_exempt(&facts, &cd, q, reason, paper).map(|events| events.len())
    };
    assert_eq!(declare(true, true, "无在岗人员"), Ok(0));
    assert_eq!(declare(true, false, " 无在岗人员 "), Ok(0));
    assert_eq!(declare(false, false, "无在岗人员"), Ok(1), "only the agreement was missing");
    assert_eq!(declare(true, true, "整季停工"), Ok(1), "to be agreed to anew");
}

#[test]
fn a_second_person_agrees_to_an_exemption_once() {
    let (cd, q) = (unit("CD"), quarter("2026Q3"));
    let approve = |known: Option<Exemption>, name, role, two_person| {
        let facts = exempt_facts(two_person, known);
        approve_exemption(&facts, &cd, q, &actor(name, role)).map(|events| events.len())
    };
    let (step, open) = (Step::Approve, || Some(exemption(false)));
    assert_eq!(approve(open(), "second", Role::Clerk, true), Ok(1));
    assert_eq!(approve(Some(exemption(true)), "second", Role::Clerk, true), Ok(0));
    assert_eq!(approve(open(), "clerk", Role::Clerk, true), Err(Refusal::SecondPersonNeeded { step }));
    let administrator = Err(Refusal::BusinessAccountNeeded { step });
    assert_eq!(approve(open(), "root", Role::Administrator, true), administrator);
    assert_eq!(approve(open(), "clerk", Role::Clerk, false), Ok(1));
    let none = Err(Refusal::NoExemption { unit: cd.clone(), quarter: q });
    assert_eq!(approve(None, "second", Role::Clerk, true), none);
    let late = ExemptFacts { quarter_final: true, ..exempt_facts(true, open()) };
    let late = approve_exemption(&late, &cd, q, &actor("second", Role::Clerk));
    assert_eq!(late, Err(Refusal::QuarterFinal { quarter: q }));
}
