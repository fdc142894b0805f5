//! The countdown to the tender's deadline, the survey's report, and what is seen by those who do the work alone.

use super::*;
use crate::deadline::standing;
use crate::form::{Answer, ItemState};

fn with_plain(code: &str, plain: Vec<(&str, Answer)>) -> Ticket {
    let plain = plain.into_iter().map(|(code, answer)| (code.to_owned(), answer)).collect();
    Ticket { kind: kind(code), answers: Answers { plain, ..Answers::default() }, ..running() }
}

fn bid(whole: bool) -> Ticket {
    let deadline = ("tenderDeadline", Answer::Day(day("2026-10-23")));
    with_plain("bid", vec![deadline, ("wholeBid", Answer::YesNo(whole))])
}

fn recorded(mut ticket: Ticket, kind: &str, on: &str) -> Ticket {
    let number = u32::try_from(ticket.records.len()).unwrap() + 1;
    ticket.records.push(RecordRow { number, kind: kind.into(), on: day(on), struck: false });
    ticket
}

fn term(ticket: &Ticket, wanted: TicketTerm) -> Option<(String, Option<String>)> {
    let terms = ticket.terms(&with());
    let found = terms.into_iter().find(|(term, _)| *term == wanted)?.1;
    Some((found.due_on.to_string(), found.done_on.map(|day| day.to_string())))
}

#[test]
fn a_bid_counts_down_to_its_deadline_until_it_is_handed_in() {
    let left = |ticket: &Ticket, today: &str| ticket.term_days().tender_countdown(day(today));
    let open = bid(true);
    assert_eq!(left(&open, "2026-10-14"), Some(9));
    assert_eq!(left(&open, "2026-10-23"), Some(0), "the day itself");
    assert_eq!(left(&open, "2026-10-24"), Some(-1));
    assert_eq!(term(&open, TicketTerm::BidSubmission), Some(("2026-10-23".into(), None)));
    let handed_in = recorded(bid(true), SUBMISSION, "2026-10-22");
    assert_eq!(left(&handed_in, "2026-10-23"), None);
    assert_eq!(term(&handed_in, TicketTerm::BidSubmission).unwrap().1.as_deref(), Some("2026-10-22"));
    let mut struck = handed_in;
    struck.records[0].struck = true;
    assert_eq!(left(&struck, "2026-10-23"), Some(0), "struck with its record");
    let delivered = |whole| Ticket { delivered_on: Some(day("2026-10-20")), ..bid(whole) };
    assert_eq!(left(&delivered(true), "2026-10-23"), Some(0), "delivered, and its receipt is not there");
    assert_eq!(left(&delivered(false), "2026-10-23"), None, "no receipt is asked for");
    let void = Ticket { state: TicketState::Void, ..bid(true) };
    assert_eq!((left(&void, "2026-10-23"), term(&void, TicketTerm::BidSubmission)), (None, None));
    assert_eq!(left(&running(), "2026-10-23"), None, "no bid");
}

#[test]
fn whoever_does_the_work_is_told_of_a_near_deadline_beside_its_other_terms() {
    let told = |today: &str| -> Vec<TicketTask> {
        let with = Reckoning { today: day(today), ..with() };
        let hearer = Hearer { role: Role::UnitManager, does: true };
        bid(true).term_days().due_for(hearer, &with).into_iter().map(|due| due.task).collect()
    };
    assert!(!told("2026-10-19").contains(&TicketTask::Bid), "four working days left");
    assert_eq!(told("2026-10-21"), [TicketTask::Overdue, TicketTask::Bid], "the audit is late as well");
    assert!(told("2026-10-26").contains(&TicketTask::Bid), "past");
}

#[test]
fn a_survey_is_reported_so_long_after_its_plan() {
    let surveyed = |yes| with_plain("analysis", vec![("survey", Answer::YesNo(yes))]);
    assert_eq!(term(&surveyed(true), TicketTerm::Survey), None, "not planned yet");
    let planned = recorded(surveyed(true), SURVEY_PLAN, "2026-10-14");
    assert_eq!(term(&planned, TicketTerm::Survey), Some(("2026-10-21".into(), None)));
    let reported = ItemState::Done { on: day("2026-10-20"), file: None };
    let mut done = planned.clone();
    done.items.insert(SURVEY_REPORT.into(), reported);
    let (_, days) = done.terms(&with()).into_iter().find(|(term, _)| *term == TicketTerm::Survey).unwrap();
    assert_eq!(days.in_time(), Some(true));
    assert!(matches!(standing(&days, with().calendar, today()), crate::deadline::Standing::InTime));
    let without = recorded(surveyed(false), SURVEY_PLAN, "2026-10-14");
    assert_eq!(term(&without, TicketTerm::Survey), None, "given up");
}

#[test]
fn prices_are_kept_beside_the_journal() {
    let opening = kind("bid").record("opening").unwrap().clone();
    let typed = [("result", "中标"), ("price", "880,000"), ("reason", "技术分第一")]
        .map(|(code, text)| (code.to_owned(), text.to_owned()))
        .into();
    let (answers, texts) = Answers::read(&opening.fields, &typed).unwrap();
    assert!(!answers.plain.contains_key("price") && answers.holds("price"));
    assert_eq!(texts["price"], "880000.00");
    let wrong = [("price".to_owned(), "很多".to_owned())].into();
    assert!(matches!(Answers::read(&opening.fields, &wrong), Err(Refusal::AnswerUnreadable { .. })));
}
