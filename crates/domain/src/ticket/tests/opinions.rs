//! Four departments and four aspects, each opinion settled; classes of interviewees; what a type may ask for.

use super::*;
use crate::Event;
use crate::form::Answer;

fn chosen(pairs: &[(&str, &str)]) -> Answers {
    Answers {
        plain: pairs.iter().map(|(code, text)| ((*code).into(), Answer::Text((*text).into()))).collect(),
        ..Answers::default()
    }
}

fn reviewed() -> Ticket {
    let answers = Answers { plain: [("review".into(), Answer::YesNo(true))].into(), ..Answers::default() };
    Ticket { kind: kind("solution"), answers, ..running() }
}

/// With a record of every department on every aspect; the first two have something to say.
fn all_sixteen() -> Ticket {
    let mut ticket = reviewed();
    let kind = ticket.kind.record("review").unwrap().clone();
    for (number, combination) in (1..).zip(kind.combinations()) {
        let verdict = if number <= 2 { "有意见" } else { "同意" };
        let answers =
            chosen(&[("department", combination[0]), ("aspect", combination[1]), ("verdict", verdict)]);
        ticket.written.insert(number, answers);
        ticket.records.push(RecordRow {
            number,
            kind: "review".into(),
            on: day("2026-10-14"),
            struck: false,
        });
    }
    ticket
}

fn left(ticket: &Ticket) -> Vec<Gap> {
    let of_review = |gap: &Gap| matches!(gap, Gap::Uncovered { part, .. } | Gap::Opinion { part, .. } if part == "review");
    ticket.missing().into_iter().filter(of_review).collect()
}

#[test]
fn every_department_speaks_to_every_aspect() {
    let (part, label) = ("review".to_owned(), "评审意见".to_owned());
    let none = Gap::Uncovered { part: part.clone(), label: label.clone(), have: 0, need: 16 };
    assert_eq!(left(&reviewed()), [none]);
    assert_eq!(left(&Ticket { answers: Answers::default(), ..reviewed() }), [], "not asked for");
    let mut all = all_sixteen();
    assert_eq!(left(&all), [Gap::Opinion { part: part.clone(), label: label.clone(), open: 2 }]);
    all.records[15].struck = true;
    assert_eq!(all.uncovered(all.kind.record("review").unwrap()), [["商务", "市场竞争力"]]);
    all.records[0].struck = true;
    let gaps = left(&all);
    assert_eq!(gaps[0], Gap::Uncovered { part: part.clone(), label: label.clone(), have: 14, need: 16 });
    assert_eq!(gaps[1], Gap::Opinion { part, label, open: 1 }, "struck with its record");
}

#[test]
fn an_opinion_is_settled_once_and_not_without_a_reason() {
    let mut all = all_sixteen();
    let settle = |ticket: &Ticket, record, accepted, words| {
        ticket.settle(record, accepted, today(), words, None, today()).map(|mut events| events.remove(0))
    };
    assert_eq!(settle(&all, 1, false, Words::default()), Err(Refusal::ReasonNeeded));
    let Ok(Event::OpinionSettled(settled)) = settle(&all, 1, true, Words::default()) else {
        panic!("taken up without a word")
    };
    assert_eq!((settled.record, settled.accepted), (1, true));
    assert_eq!(settle(&all, 3, true, said()), Err(Refusal::NothingToSettle { number: 3 }), "they agreed");
    assert_eq!(settle(&all, 17, true, said()), Err(Refusal::UnknownTicketRecord { number: 17 }));
    let early = all.settle(1, true, day("2026-10-13"), said(), None, today());
    let outside = Refusal::DayOutside { day: day("2026-10-13"), from: day("2026-10-14"), to: today() };
    assert_eq!(early, Err(outside));
    for number in [1, 2] {
        assert!(settle(&all, number, false, said()).is_ok());
        all.settled.insert(number, Settlement { on: today(), accepted: false });
        assert_eq!(settle(&all, number, true, said()), Err(Refusal::NothingToSettle { number }));
    }
    assert_eq!(left(&all), []);
}

#[test]
fn a_type_covers_choices_of_its_own() {
    let check = |change: fn(&mut RecordKind)| {
        let mut own = kind("solution");
        change(own.records.iter_mut().find(|record| record.code == "review").unwrap());
        own.check()
    };
    assert_eq!(check(|_| {}), Ok(()));
    let unsound = Err(Refusal::TicketTypePart { part: "评审意见".into() });
    assert_eq!(check(|kind| kind.covers.push("opinion".into())), unsound, "no choice");
    assert_eq!(check(|kind| kind.covers.push("gone".into())), unsound);
    assert_eq!(check(|kind| kind.covers = vec!["department".into(); 2]), unsound, "twice");
    assert_eq!(check(|kind| kind.settled.as_mut().unwrap().when.field = "gone".into()), unsound);
}
