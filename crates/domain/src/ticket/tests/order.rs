//! What comes before what, and what a change of demand opens again: the frame before the solution (SOL-02), the rehearsal before the
//! demonstration (DEM-03), another version of the report of a survey and what else is touched (SUR-08); and that lists tell the same
//! as each ticket.

use super::hands::with_second;
use super::*;
use crate::Event;
use crate::form::{Answer, CheckItem, ItemState, OnChange};

fn yes(code: &str, field: &str) -> Ticket {
    let answers = Answers { plain: [(field.into(), Answer::YesNo(true))].into(), ..Answers::default() };
    Ticket { kind: kind(code), answers, ..with_second() }
}

fn done(name: &str) -> ItemState {
    ItemState::Done { on: today(), file: Some(file(name)) }
}

fn missing(ticket: &Ticket) -> Vec<String> {
    let name = |gap: Gap| match gap {
        Gap::Item { part, .. } | Gap::Record { part, .. } => Some(part),
        _ => None,
    };
    ticket.missing().into_iter().filter_map(name).collect()
}

#[test]
fn the_frame_of_a_solution_comes_first() {
    let set = |ticket: &Ticket, code: &str, state| ticket.set_item(code, state, today()).map(|e| e.len());
    let known = yes("solution", "review");
    let turn =
        |part: &str| Err(Refusal::PartOutOfTurn { part: part.to_owned(), first: "方案框架".to_owned() });
    assert_eq!(set(&known, "overall", done("overall")), turn("总体解决方案"));
    let bare = ItemState::Done { on: today(), file: None };
    assert_eq!(set(&known, "budget", bare.clone()), turn("章节：项目预算"));
    assert_eq!(set(&known, "cost", done("cost")), Ok(1), "of other parts nothing is said");
    assert_eq!(set(&known, "framework", done("framework")), Ok(1));
    let framed = Ticket { items: [("framework".to_owned(), done("framework"))].into(), ..known };
    assert_eq!((set(&framed, "overall", done("overall")), set(&framed, "budget", bare)), (Ok(1), Ok(1)));
    let simple = Ticket { kind: kind("solution"), ..with_second() };
    assert_eq!(set(&simple, "overall", done("overall")), Ok(1), "without a review no frame is asked for");
}

#[test]
fn a_rehearsal_after_the_demonstration_is_none() {
    let row =
        |number, kind: &str, on: &str| RecordRow { number, kind: kind.into(), on: day(on), struck: false };
    let mut known = yes("bidOnSite", "demoLoop");
    let asks = |ticket: &Ticket| missing(ticket).contains(&"rehearsal".to_owned());
    known.records = vec![row(1, "demo", "2026-10-14"), row(2, "rehearsal", "2026-10-15")];
    assert!(asks(&known));
    known.records.push(row(3, "rehearsal", "2026-10-14"));
    assert!(!asks(&known), "on the same day");
    known.records = vec![row(1, "rehearsal", "2026-10-16")];
    assert!(!asks(&known), "nothing was shown yet");
}

#[test]
fn a_changed_demand_opens_the_report_and_asks_what_else_it_touches() {
    let change = |ticket: &Ticket| {
        let change = DemandChange { again: false, file: None, words: said(), behalf: Some(behalf()) };
        let events = ticket.change_demand(&manager(), change, &with()).unwrap();
        let opened = events.into_iter().filter_map(|event| match event {
            Event::TicketItemSet(e) if e.item_state == ItemState::Open => Some(e.item),
            _ => None,
        });
        opened.collect::<Vec<_>>()
    };
    let reported = |more: &[(&str, ItemState)]| Ticket {
        items: more.iter().map(|(code, state)| ((*code).to_owned(), state.clone())).collect(),
        ..yes("analysis", "survey")
    };
    let first = reported(&[("surveyReport", done("v1"))]);
    assert!(!missing(&first).contains(&"affected".to_owned()), "nothing has changed");
    assert_eq!(change(&first), ["surveyReport", "affected"]);
    let changed = reported(&[("surveyReport", ItemState::Open), ("affected", ItemState::Open)]);
    for part in ["surveyReport", "affected"] {
        assert!(missing(&changed).contains(&part.to_owned()), "{part}");
    }
    assert_eq!(change(&changed), [] as [&str; 0], "open already");
    let none = ItemState::NotApplicable { reason: "还没有方案".into() };
    let settled = reported(&[("surveyReport", done("v2")), ("affected", none)]);
    assert_eq!(change(&settled), ["surveyReport", "affected"], "each time");
    let plain = Ticket { kind: kind("analysis"), ..with_second() };
    assert_eq!(change(&plain), [] as [&str; 0], "without a survey nothing is opened");
}

#[test]
fn a_type_says_what_comes_before_what_and_means_something_that_is_there() {
    let base = kind("solution");
    let item = |after: &str| CheckItem {
        after: Some(after.to_owned()),
        on_change: Some(OnChange::Anew),
        ..base.items[0].clone()
    };
    let with_items = |items| TicketType { items, ..kind("solution") }.check().is_ok();
    assert!(with_items(vec![base.items[1].clone(), item(&base.items[1].code)]));
    assert!(
        with_items(vec![item(&base.items[1].code), base.items[1].clone()]),
        "in whatever order they stand"
    );
    assert!(!with_items(vec![item("nothing")]));
    assert!(!with_items(vec![item(&base.items[0].code)]), "not after itself");
    let round = CheckItem { after: Some(base.items[0].code.clone()), ..base.items[1].clone() };
    assert!(!with_items(vec![item(&base.items[1].code), round]), "nor each after the other");
    let mut demo = kind("bidOnSite");
    let rehearsal = demo.records.iter().position(|kind| kind.code == "rehearsal").unwrap();
    assert!(demo.check().is_ok());
    for before in ["rehearsal", "nothing"] {
        demo.records[rehearsal].before = Some(before.to_owned());
        assert!(demo.check().is_err(), "{before}");
    }
}

#[test]
fn a_list_tells_of_a_ticket_what_the_ticket_tells() {
    use TicketTask::{Bid, Escalated, Follow, Overdue, Refused, Soon};
    let days =
        ["2026-09-10", "2026-10-14", "2026-10-16", "2026-10-19", "2026-12-30"].map(|text| Some(day(text)));
    let mut all = Vec::new();
    for due_on in days.into_iter().chain([None]) {
        for (delivered_on, waiting) in [(None, false), (None, true), (due_on, false)] {
            for (tender_deadline, help_since) in [(None, None), (due_on, due_on)] {
                let mut known = running().term_days();
                (known.due_on, known.delivered_on, known.waiting) = (due_on, delivered_on, waiting);
                (known.tender_deadline, known.help_since) = (tender_deadline, help_since);
                known.escalated_on = help_since;
                all.push(known);
            }
        }
    }
    for known in all {
        for does in [true, false] {
            for role in Role::ALL {
                let hearer = Hearer { role, does };
                let told = known.due_for(hearer, &with());
                for task in [Refused, Overdue, Bid, Escalated, Follow, Soon] {
                    let expected = told.iter().any(|due| due.task == task);
                    assert_eq!(
                        known.is_told(task, hearer, &with()),
                        expected,
                        "{task:?} {hearer:?} {known:?}"
                    );
                }
            }
        }
    }
}
