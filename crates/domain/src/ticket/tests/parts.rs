//! Parts, records, steps, audits, and what is missing.

use super::*;
use crate::Event;
use crate::form::{Answer, ItemState};

fn answers(pairs: &[(&str, Answer)]) -> Answers {
    Answers {
        plain: pairs.iter().map(|(code, answer)| ((*code).into(), answer.clone())).collect(),
        ..Answers::default()
    }
}

fn done(name: &str) -> ItemState {
    ItemState::Done { on: today(), file: Some(file(name)) }
}

fn gaps(ticket: &Ticket) -> Vec<String> {
    let name = |gap: &Gap| match gap {
        Gap::Field { label, .. } | Gap::Item { label, .. } | Gap::Step { label, .. } => label.clone(),
        Gap::Record { label, have, need, .. } => format!("{label} {have}/{need}"),
        other => format!("{other:?}"),
    };
    ticket.missing().iter().map(name).collect()
}

#[test]
fn leased_lines_ask_for_their_plan() {
    let with = |lines| Ticket { answers: answers(&[("leasedLines", Answer::YesNo(lines))]), ..running() };
    let always = "软件方案 硬件方案 网络拓扑 实施方案 项目造价";
    let end = "总体解决方案 Customer Delivery Confirmation";
    assert_eq!(gaps(&with(false)).join(" "), format!("{always} {end}"));
    assert_eq!(gaps(&with(true)).join(" "), format!("{always} 专线组网方案 {end}"), "TKT-13");
    let parts: Vec<String> = kind("solution").items.iter().map(|item| item.code.clone()).collect();
    let complete = Ticket {
        items: parts.iter().map(|code| (code.clone(), done(code))).collect(),
        state: TicketState::Confirmed,
        accepted_on: Some(today()),
        ..with(true)
    };
    assert_eq!(gaps(&complete), Vec::<String>::new());
    assert_eq!(complete.close(today()).map(|events| events.len()), Ok(1));
    let reopened = Ticket { items: [("cost".to_owned(), ItemState::Open)].into(), ..complete.clone() };
    assert!(gaps(&reopened).contains(&"项目造价".to_owned()));
    let refused = Ticket { accepted_on: None, ..complete }.close(today());
    assert_eq!(refused, Err(Refusal::TicketIncomplete { ticket: no(), gaps: vec![Gap::Customer] }), "TKT-14");
}

#[test]
fn a_part_is_shown_or_has_its_reason() {
    let known = running();
    let set = |code: &str, state| known.set_item(code, state, today()).map(|events| events.len());
    let left_out = |reason: &str| ItemState::NotApplicable { reason: reason.into() };
    assert_eq!(set("software", done("a")), Ok(1));
    assert_eq!(set("software", ItemState::Open), Ok(0), "open as it is");
    let bare = ItemState::Done { on: today(), file: None };
    assert_eq!(set("software", bare), Err(Refusal::PartNeedsFile { part: "软件方案".into() }));
    assert_eq!(set("hardware", left_out("利旧")), Ok(1));
    assert_eq!(set("hardware", left_out(" ")), Err(Refusal::ReasonNeeded));
    assert_eq!(set("lines", left_out("利旧")), Err(Refusal::PartApplies { part: "专线组网方案".into() }));
    assert_eq!(set("other", done("a")), Err(Refusal::UnknownTicketPart { part: "other".into() }));
    let fresh = Ticket { state: TicketState::Assigned, ..known.clone() };
    let events = fresh.set_item("software", done("a"), today()).unwrap();
    assert!(matches!(&events[..], [Event::TicketTaken(_), Event::TicketItemSet(_)]), "work takes it");
    let unassigned = ticket("solution", TicketState::Unassigned).set_item("software", done("a"), today());
    assert!(matches!(unassigned, Err(Refusal::TicketElsewhere { .. })));
}

#[test]
fn records_are_whole_and_can_be_struck() {
    let known = Ticket { kind: kind("exchange"), ..running() };
    let whole = || Answers {
        personal: ["ours", "theirs", "topics"].map(str::to_owned).into(),
        ..answers(&[("level", Answer::Text("中层".into()))])
    };
    let record = |on: &str, answers| {
        known.record("exchange", day(on), answers, Some(file("t")), None, today()).map(|events| events.len())
    };
    assert_eq!(record("2026-10-14", whole()), Ok(1));
    let missing = Answers { personal: ["ours".to_owned()].into(), ..whole() };
    assert_eq!(
        record("2026-10-14", missing),
        Err(Refusal::FieldMissing { field: "客户方人员".into() }),
        "TKT-10"
    );
    let outside = Refusal::DayOutside { day: day("2026-10-17"), from: day("2026-10-12"), to: today() };
    assert_eq!(record("2026-10-17", whole()), Err(outside));
    let row = |number, struck| RecordRow { number, kind: "exchange".into(), on: today(), struck };
    let kept = Ticket { records: vec![row(1, true), row(2, false)], ..known.clone() };
    let events = kept.record("exchange", today(), whole(), None, None, today()).unwrap();
    assert!(matches!(&events[..], [Event::TicketRecorded(e)] if e.number == 3));
    assert_eq!(kept.strike_record(2, "录错").map(|events| events.len()), Ok(1));
    assert_eq!(kept.strike_record(2, " "), Err(Refusal::ReasonNeeded));
    assert_eq!(kept.strike_record(1, "录错"), Err(Refusal::UnknownTicketRecord { number: 1 }));
    assert!(!gaps(&kept).iter().any(|gap| gap.starts_with("交流记录")));
    let struck = Ticket { records: vec![row(1, true)], ..known };
    assert!(gaps(&struck).contains(&"交流记录 0/1".to_owned()));
}

#[test]
fn steps_are_taken_in_order() {
    let known = Ticket { kind: kind("bid"), steps: 1, ..running() };
    let step = |code: &str, words| known.step(code, today(), words, today()).map(|events| events.len());
    assert_eq!(step("material", Words::default()), Ok(1));
    assert_eq!(
        step("discussion", said()),
        Err(Refusal::StepOutOfTurn { next: "分析汇报材料".into() }),
        "TKT-15"
    );
    assert_eq!(step("analysis", Words::default()), Err(Refusal::ReasonNeeded), "once more");
    assert_eq!(step("analysis", said()), Ok(1));
    assert_eq!(step("gone", said()), Err(Refusal::UnknownTicketPart { part: "gone".into() }));
    assert!(gaps(&known).contains(&"分析汇报材料".to_owned()));
    assert!(!gaps(&Ticket { steps: 5, ..known.clone() }).contains(&"投标材料编制".to_owned()));
}

#[test]
fn audits_go_on_until_accepted() {
    let bid = |deadline: &str| Ticket {
        kind: kind("bid"),
        answers: answers(&[("tenderDeadline", Answer::Day(day(deadline)))]),
        ..running()
    };
    let known = bid("2026-10-21");
    assert_eq!(known.audit_by(&with()), Some(today()), "Wednesday, 3 working days before");
    assert_eq!(running().audit_by(&with()), None);
    for (deadline, late) in [("2026-10-21", false), ("2026-10-20", true)] {
        let events = bid(deadline).ask_audit(file("v1"), &with()).unwrap();
        assert!(
            matches!(&events[..], [Event::AuditAsked(e)] if e.round == 1 && e.late == late),
            "{deadline}"
        );
    }
    let round = |name: &str, decided: Option<bool>| AuditRound {
        round: 1,
        asked_on: day("2026-10-14"),
        file: file(name),
        late: false,
        decided: decided.map(|accepted| (day("2026-10-15"), accepted)),
    };
    let audited = |decided| Ticket { audits: vec![round("v1", decided)], ..known.clone() };
    let ask = |t: &Ticket, name: &str| t.ask_audit(file(name), &with()).map(|events| events.len());
    assert_eq!(ask(&audited(None), "v2"), Err(Refusal::AuditWaits { ticket: no() }));
    assert_eq!(ask(&audited(Some(true)), "v2"), Err(Refusal::AuditAccepted { ticket: no() }));
    assert_eq!(ask(&audited(Some(false)), "v1"), Err(Refusal::SameFile), "a new version");
    assert_eq!(ask(&audited(Some(false)), "v2"), Ok(1));
    assert_eq!(ask(&running(), "v1"), Err(Refusal::UnknownTicketPart { part: "方案编制".into() }));
    let decide = |t: &Ticket, accepted, words| {
        t.decide_audit(accepted, today(), words, behalf(), today()).map(|events| events.len())
    };
    assert_eq!(decide(&audited(None), true, named()), Ok(1));
    assert_eq!(decide(&audited(None), false, named()), Err(Refusal::ReasonNeeded), "TKT-17");
    assert_eq!(decide(&audited(None), false, said()), Ok(1));
    assert_eq!(decide(&audited(Some(false)), true, said()), Err(Refusal::NoAuditWaits { ticket: no() }));
    let missing = |decided| gaps(&audited(decided)).contains(&"Audit".to_owned());
    assert_eq!([None, Some(false), Some(true)].map(missing), [true, true, false]);
}

#[test]
fn a_formal_support_is_rated_before_it_closes() {
    let known = Ticket { kind: kind("support"), state: TicketState::Confirmed, ..running() };
    assert!(gaps(&known).contains(&"Rating".to_owned()));
    let informal = Ticket { kind: kind("other"), state: TicketState::Confirmed, ..running() };
    assert!(!gaps(&informal).contains(&"Rating".to_owned()));
    let alone = Ticket { first: None, ..ticket("other", TicketState::Unassigned) };
    assert_eq!(gaps(&alone)[0], "Responsible");
}
