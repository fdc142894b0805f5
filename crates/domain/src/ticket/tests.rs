//! Tickets as tables: what may be done when, and what is missing.

mod files;
mod hands;
mod life;
mod milestones;
mod opinions;
mod order;
mod parts;
mod pressed;
mod statistics;

use super::*;
use crate::deadline::{DeadlineRules, Reckoning};
use crate::form::Answers;
use crate::kernel::{Actor, Digest, Role, StaffNo, WorkingDays};
use crate::refusal::Refusal;
use crate::sample::{account, actor, day, digest, month, staff, unit};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

pub(super) fn kind(code: &str) -> TicketType {
    default_types().iter().find(|kind| kind.code == code).unwrap().clone()
}

pub(super) fn no() -> TicketNo {
    TicketNo { unit: unit("CD"), month: month("2026-10"), serial: 12 }
}

/// A ticket of that type as it comes in on Monday the 12th of October 2026.
pub(super) fn ticket(code: &str, state: TicketState) -> Ticket {
    Ticket {
        no: no(),
        kind: kind(code),
        title: "市政务云迁移".into(),
        requester: Some(account("wang")),
        urgency: Urgency::Normal,
        complexity: Complexity::Ordinary,
        state,
        received_on: day("2026-10-12"),
        asked_for: None,
        agreed_on: None,
        agreed_at: None,
        due_on: None,
        review_by: None,
        assigned_on: None,
        take_by: None,
        taken_on: None,
        first: None,
        second: None,
        engaged: None,
        postponement: None,
        incidents: vec![],
        escalated_on: None,
        thirds: vec![],
        helps: vec![],
        delivered_on: None,
        confirmed_on: None,
        accepted_on: None,
        answers: Answers::default(),
        text: None,
        items: Default::default(),
        records: vec![],
        steps: 0,
        written: BTreeMap::new(),
        settled: BTreeMap::new(),
        audits: vec![],
        reviews: vec![],
        pauses: vec![],
        rating: None,
        closed: None,
        next_words: 1,
        in_opportunity: true,
    }
}

pub(super) fn today() -> NaiveDate {
    day("2026-10-16")
}

pub(super) fn said() -> Words {
    Words { kept: Some(digest("words")), text: true, person: true }
}

/// Words that name whose step it was, and no more.
pub(super) fn named() -> Words {
    Words { text: false, ..said() }
}

pub(super) fn behalf() -> Behalf {
    Behalf { basis: " 快文2026-18 ".into(), evidence: None }
}

pub(super) fn running() -> Ticket {
    Ticket {
        first: Some(staff("E1")),
        assigned_on: Some(day("2026-10-13")),
        asked_for: Some(day("2026-10-20")),
        due_on: Some(day("2026-10-20")),
        ..ticket("solution", TicketState::Running)
    }
}

#[test]
fn numbers_read_back_as_written() {
    for (text, expected) in [
        ("CD-202610-0012", Some(no())),
        (" CD-202610-0012 ", Some(no())),
        ("天府-新区-202610-0001", Some(TicketNo { unit: unit("天府-新区"), serial: 1, ..no() })),
        ("CD-202610-12345", Some(TicketNo { serial: 12345, ..no() })),
        ("CD-202610-0000", None),
        ("CD-202610-12", None),
        ("CD-202613-0001", None),
        ("CD-2026-10-0001", None),
        ("CD-202610-100000", None),
        ("202610-0001", None),
        ("", None),
        ("-202610-0001", None),
        ("CD-2026年-0001", None),
    ] {
        assert_eq!(text.parse::<TicketNo>().ok(), expected, "{text:?}");
    }
}

#[test]
fn the_seven_services_have_a_type_each() {
    let types = default_types();
    for own in types {
        assert_eq!(own.check(), Ok(()), "{}", own.code);
        assert_eq!(own.service == Service::Bid, own.audited, "{}", own.code);
    }
    let services: BTreeSet<Service> = types.iter().map(|own| own.service).collect();
    assert_eq!(services, Service::ALL.into_iter().collect());
    assert!(types.iter().any(|own| own.formal), "a type for 技术支持立项单");
    let parts: Vec<_> = kind("solution").items.iter().map(|item| item.label.clone()).collect();
    assert_eq!(parts[..5].join(" "), "软件方案 硬件方案 网络拓扑 实施方案 项目造价", "TKT-12");
}

#[test]
fn types_that_may_be_made() {
    let key = |unit_code: Option<&str>, code: &str| TypeKey { unit: unit_code.map(unit), code: code.into() };
    let own = TicketType { code: "visit".into(), label: "客户拜访".into(), ..kind("other") };
    let made = issue_type(key(Some("CD"), "visit"), None, 0, own.clone()).unwrap();
    assert!(matches!(&made[..], [crate::Event::TicketTypeIssued(e)] if e.version == 1));
    assert_eq!(issue_type(key(Some("CD"), "visit"), Some(&own), 1, own.clone()), Ok(vec![]));
    let changed = TicketType { days: 2, ..own.clone() };
    let next = issue_type(key(Some("CD"), "visit"), Some(&own), 1, changed).unwrap();
    assert!(matches!(&next[..], [crate::Event::TicketTypeIssued(e)] if e.version == 2));
    let part = |label: &str| Refusal::TicketTypePart { part: label.into() };
    assert_eq!(issue_type(key(None, "other"), None, 0, own.clone()), Err(part("客户拜访")), "another code");
    for days in [0, 251] {
        let body = TicketType { days, ..own.clone() };
        assert_eq!(body.check(), Err(Refusal::TicketTypeDays { most: 250 }), "{days}");
    }
    let twice = TicketType { records: [own.records.clone(), own.records.clone()].concat(), ..own.clone() };
    assert_eq!(twice.check(), Err(part("培训记录")));
    let mut asks = own.clone();
    asks.items[0].when = Some(crate::form::Condition { field: "gone".into(), is: vec!["yes".into()] });
    assert_eq!(asks.check(), Err(part("成果")));
    assert_eq!(retire_type(key(None, "bid"), true), Err(Refusal::TicketTypeStays { kind: "bid".into() }));
    assert_eq!(retire_type(key(None, "x"), false), Err(Refusal::UnknownTicketType { kind: "x".into() }));
    assert_eq!(retire_type(key(Some("CD"), "bid"), true).map(|events| events.len()), Ok(1));
}

/// Monday to Friday, the program's own terms, and today.
pub(super) fn with() -> Reckoning<'static> {
    static CALENDAR: LazyLock<WorkingDays> = LazyLock::new(WorkingDays::default);
    static RULES: LazyLock<DeadlineRules> = LazyLock::new(DeadlineRules::default);
    Reckoning { calendar: &CALENDAR, rules: &RULES, today: today() }
}

pub(super) fn assign_facts() -> AssignFacts<'static> {
    let on_duty: BTreeSet<StaffNo> = ["E1", "E2", "E3"].map(staff).into_iter().collect();
    AssignFacts { on_duty, with: with() }
}

pub(super) fn manager() -> Actor {
    actor("li", Role::UnitManager)
}

pub(super) fn requester() -> Actor {
    actor("wang", Role::UnitManager)
}

pub(super) fn file(name: &str) -> Digest {
    digest(name)
}
