//! From the request to the end.

use super::*;
use crate::Event;
use crate::deadline::Pause;

fn registration(code: &str) -> Registration {
    Registration {
        kind: TypesInForce { key: TypeKey { unit: None, code: code.into() }, version: 0, body: kind(code) },
        title: " 市政务云迁移 ".into(),
        customer: Some("市大数据局".into()),
        requester: Some(account("wang")),
        contact: None,
        channel: Channel::Phone,
        urgency: Urgency::Normal,
        complexity: Complexity::Ordinary,
        received_on: today(),
        due_on: None,
        answers: Answers::default(),
        text: Words::default(),
    }
}

fn put(new: Registration) -> Result<Vec<Event>, Refusal> {
    register(new, no(), &with())
}

#[test]
fn registering_refuses_what_nobody_could_work_on() {
    let good = || registration("analysis");
    let Ok(events) = put(good()) else { panic!("registered") };
    let [Event::TicketRegistered(e)] = &events[..] else { panic!("{events:?}") };
    assert_eq!((e.title.as_str(), e.state), ("市政务云迁移", TicketState::Unassigned));
    let title = Err(Refusal::TitleLength { limit: 100 });
    assert_eq!(put(Registration { title: " ".into(), ..good() }), title);
    assert_eq!(put(Registration { title: "长".repeat(101), ..good() }), title);
    assert_eq!(put(Registration { customer: Some("长".repeat(101)), ..good() }), title);
    assert_eq!(put(Registration { customer: Some(" ".into()), ..good() }), Err(Refusal::CustomerNeeded));
    assert_eq!(put(Registration { requester: None, ..good() }), Err(Refusal::RequesterNeeded));
    let contact = Registration { requester: None, contact: Some(file("name")), ..good() };
    assert_eq!(put(contact).map(|events| events.len()), Ok(1));
    let later = day("2026-10-17");
    let refused = put(Registration { received_on: later, ..good() });
    assert_eq!(refused, Err(Refusal::ReceivedLater { day: later }));
    for (due, expected) in [
        ("2026-10-16", Ok(1)),
        ("2026-10-15", Err(Refusal::DueBefore { day: day("2026-10-15"), from: today() })),
        ("2026-10-17", Err(Refusal::DueOnDayOff { day: day("2026-10-17"), next: day("2026-10-19") })),
        ("2029-12-03", Err(Refusal::DueTooFar { years: 3 })),
    ] {
        let due_on = Some(day(due));
        assert_eq!(put(Registration { due_on, ..good() }).map(|events| events.len()), expected, "{due}");
    }
    let used_up = register(good(), TicketNo { serial: 100_000, ..no() }, &with());
    assert_eq!(used_up, Err(Refusal::TicketNumbersUsedUp { unit: unit("CD") }));
    assert_eq!(put(registration("solution")), Err(Refusal::FieldMissing { field: "涉及专线".into() }));
}

#[test]
fn a_formal_support_waits_for_consent_and_review() {
    let answers = Answers { personal: ["content".to_owned()].into(), ..Answers::default() };
    let events = put(Registration { answers, text: said(), ..registration("support") }).unwrap();
    let [Event::TicketRegistered(e), Event::TicketFilled(_)] = &events[..] else { panic!("{events:?}") };
    assert_eq!(e.state, TicketState::Applied);
    let applied = ticket("support", TicketState::Applied);
    let consent = |t: &Ticket, on, behalf, words| t.consent(day(on), behalf, words, &with());
    let events = consent(&applied, "2026-10-15", behalf(), said()).unwrap();
    let [Event::TicketConsented(e)] = &events[..] else { panic!("{events:?}") };
    assert_eq!(
        (e.review_by, e.behalf.basis.as_str()),
        (day("2026-10-20"), "快文2026-18"),
        "Friday, 2 working days"
    );
    let outside = |on: &str| Refusal::DayOutside { day: day(on), from: day("2026-10-12"), to: today() };
    for on in ["2026-10-11", "2026-10-17"] {
        assert_eq!(consent(&applied, on, behalf(), said()), Err(outside(on)));
    }
    let nobody = consent(&applied, "2026-10-15", behalf(), Words::default());
    assert_eq!(nobody, Err(Refusal::PersonNeeded));
    let nothing = Behalf { basis: " ".into(), evidence: None };
    assert_eq!(consent(&applied, "2026-10-15", nothing, said()), Err(Refusal::BasisNeeded));
    let elsewhere = |state| Err(Refusal::TicketElsewhere { ticket: no(), ticket_state: state });
    let facts = assign_facts();
    let early = applied.assign(&facts, staff("E1"), None, Words::default());
    assert_eq!(early, elsewhere(TicketState::Applied), "no work before the review");
    let consented = ticket("support", TicketState::Consented);
    let review = |actor: &Actor, outcome, words, behalf| {
        consented.review(actor, outcome, words, behalf, today()).map(|events| match &events[..] {
            [Event::TicketReviewed(e)] => e.state,
            other => panic!("{other:?}"),
        })
    };
    for (outcome, expected) in [
        (ReviewOutcome::Accepted, TicketState::Unassigned),
        (ReviewOutcome::Declined, TicketState::Declined),
        (ReviewOutcome::MoreNeeded, TicketState::Applied),
    ] {
        assert_eq!(review(&manager(), outcome, said(), None), Ok(expected));
    }
    let silent = review(&manager(), ReviewOutcome::Accepted, Words::default(), None);
    assert_eq!(silent, Err(Refusal::ReasonNeeded), "an opinion");
    let clerk = actor("zhao", Role::Clerk);
    let outcome = ReviewOutcome::Accepted;
    assert_eq!(review(&clerk, outcome, said(), None), Err(Refusal::BasisNeeded));
    assert_eq!(review(&clerk, outcome, said(), Some(behalf())), Ok(TicketState::Unassigned));
}

#[test]
fn assigning_names_people_who_are_there() {
    let facts = assign_facts();
    let new = ticket("solution", TicketState::Unassigned);
    let events = new.assign(&facts, staff("E1"), Some(staff("E2")), Words::default()).unwrap();
    let [Event::TicketAssigned(e)] = &events[..] else { panic!("{events:?}") };
    assert_eq!((e.take_by, e.due_on), (day("2026-10-19"), day("2026-10-30")), "1 and 10 working days");
    assert_eq!(e.state, TicketState::Assigned);
    let asked = Ticket { due_on: Some(day("2026-10-21")), ..new.clone() };
    let events = asked.assign(&facts, staff("E1"), None, Words::default()).unwrap();
    assert!(matches!(&events[..], [Event::TicketAssigned(e)] if e.due_on == day("2026-10-21")));
    let same = new.assign(&facts, staff("E1"), Some(staff("E1")), said());
    assert_eq!(same, Err(Refusal::SecondIsFirst { staff_no: staff("E1") }));
    for (first, second) in [("E9", None), ("E1", Some("E9"))] {
        let refused = new.assign(&facts, staff(first), second.map(staff), said());
        assert_eq!(refused, Err(Refusal::NotServing { staff_no: staff("E9") }), "{first} {second:?}");
    }
    let known = running();
    let change = |first: &str, second: Option<&str>, words| {
        known.assign(&facts, staff(first), second.map(staff), words).map(|events| match &events[..] {
            [] => None,
            [Event::TicketAssigned(e)] => Some(e.state),
            other => panic!("{other:?}"),
        })
    };
    assert_eq!(change("E1", None, Words::default()), Ok(None), "as it is");
    assert_eq!(change("E1", Some("E2"), Words::default()), Ok(Some(TicketState::Running)), "a second one");
    assert_eq!(change("E2", None, Words::default()), Err(Refusal::ReasonNeeded), "DSP-01");
    assert_eq!(change("E2", None, said()), Ok(Some(TicketState::Assigned)));
}

#[test]
fn waiting_and_another_day_move_the_last_one() {
    let known = running();
    let pause = |t: &Ticket, from: &str, words| t.pause(day(from), words, &with()).map(|events| events.len());
    assert_eq!(pause(&known, "2026-10-14", said()), Ok(1));
    assert_eq!(pause(&known, "2026-10-14", Words::default()), Err(Refusal::ReasonNeeded));
    let outside = |from: &str, to: &str| Refusal::WaitDay { from: day(from), to: day(to) };
    for from in ["2026-10-11", "2026-10-17"] {
        assert_eq!(pause(&known, from, said()), Err(outside("2026-10-12", "2026-10-16")), "{from}");
    }
    let wait = |to: Option<&str>| Pause { from: day("2026-10-14"), to: to.map(day) };
    let waiting = Ticket { pauses: vec![wait(None)], ..known.clone() };
    assert_eq!(pause(&waiting, "2026-10-14", said()), Err(Refusal::WaitsAlready { ticket: no() }));
    let events = waiting.resume(today(), &with()).unwrap();
    let [Event::TicketResumed(e)] = &events[..] else { panic!("{events:?}") };
    assert_eq!(e.due_on, Some(day("2026-10-22")), "20 October, and the 14th and 15th waited");
    let early = waiting.resume(day("2026-10-13"), &with());
    assert_eq!(early, Err(outside("2026-10-14", "2026-10-16")));
    assert_eq!(known.resume(today(), &with()), Err(Refusal::NotWaiting { ticket: no() }));
    let waited = Ticket { pauses: vec![wait(Some("2026-10-15"))], ..known.clone() };
    assert_eq!(pause(&waited, "2026-10-14", said()), Err(outside("2026-10-15", "2026-10-16")), "not twice");
    let move_to = |t: &Ticket, to: &str, words| t.reschedule(day(to), words, &with()).map(|e| e.len());
    assert_eq!(move_to(&known, "2026-10-23", said()), Ok(1));
    assert_eq!(move_to(&known, "2026-10-20", said()), Ok(0), "that day already");
    assert_eq!(move_to(&known, "2026-10-23", Words::default()), Err(Refusal::ReasonNeeded), "SLA-36");
    let off = Refusal::DueOnDayOff { day: day("2026-10-24"), next: day("2026-10-26") };
    assert_eq!(move_to(&known, "2026-10-24", said()), Err(off));
    assert_eq!(move_to(&waiting, "2026-10-23", said()), Err(Refusal::WaitsAlready { ticket: no() }));
}

#[test]
fn only_the_requester_confirms_and_rates() {
    let delivered = Ticket { state: TicketState::Delivered, ..running() };
    let confirm = |actor: &Actor, accepted, words, behalf| {
        delivered.confirm(actor, accepted, words, behalf, today()).map(|events| match &events[..] {
            [Event::TicketConfirmed(e)] => (e.state, e.behalf.is_some()),
            other => panic!("{other:?}"),
        })
    };
    let none = Words::default();
    assert_eq!(confirm(&requester(), true, none, None), Ok((TicketState::Confirmed, false)));
    assert_eq!(confirm(&requester(), true, none, Some(behalf())), Ok((TicketState::Confirmed, false)));
    assert_eq!(confirm(&requester(), false, said(), None), Ok((TicketState::Running, false)));
    assert_eq!(confirm(&requester(), false, none, None), Err(Refusal::ReasonNeeded));
    assert_eq!(confirm(&manager(), true, none, None), Err(Refusal::RequesterActs { ticket: no() }));
    assert_eq!(confirm(&manager(), true, named(), Some(behalf())), Ok((TicketState::Confirmed, true)));
    let confirmed = Ticket { state: TicketState::Confirmed, ..running() };
    let marks = |mark: u8| Rating(rating_questions().into_iter().map(|question| (question, mark)).collect());
    let rate = |actor: &Actor, rating, words, behalf| {
        confirmed.rate(actor, rating, words, behalf).map(|events| events.len())
    };
    assert_eq!(rate(&requester(), marks(5), none, None), Ok(1));
    assert_eq!(rate(&manager(), marks(5), none, None), Err(Refusal::RequesterActs { ticket: no() }));
    assert_eq!(rate(&manager(), marks(5), named(), Some(behalf())), Ok(1));
    assert_eq!(rate(&requester(), marks(2), none, None), Err(Refusal::ReasonNeeded));
    assert_eq!(rate(&requester(), marks(2), said(), None), Ok(1));
    let range = Err(Refusal::MarkOutOfRange { most: 5 });
    for wrong in [marks(0), marks(6), Rating(Default::default())] {
        assert_eq!(rate(&requester(), wrong, said(), None), range);
    }
    let rated = Ticket { rating: Some(marks(4)), ..confirmed.clone() };
    let again = rated.rate(&requester(), marks(4), said(), None);
    assert_eq!(again, Err(Refusal::RatedAlready { ticket: no() }));
    assert_eq!(marks(4).mean(), crate::kernel::Exact::ratio(4, 1));
    let early = running().rate(&requester(), marks(4), said(), None);
    let elsewhere = Refusal::TicketElsewhere { ticket: no(), ticket_state: TicketState::Running };
    assert_eq!(early, Err(elsewhere));
}

#[test]
fn what_has_ended_stays_so() {
    for state in [TicketState::Closed, TicketState::Declined, TicketState::Void] {
        let ended = Ticket { state, ..running() };
        let refused = Err(Refusal::TicketEnded { ticket: no() });
        assert_eq!(ended.close(today()), refused);
        assert_eq!(ended.void(said(), today()), refused);
        assert_eq!(ended.take(today()), refused);
        assert_eq!(ended.deliver(today(), said(), today()), refused);
        assert_eq!(ended.fill(Answers::default(), None), refused);
        assert_eq!(ended.missing(), vec![]);
    }
    assert_eq!(running().void(Words::default(), today()), Err(Refusal::ReasonNeeded), "advice");
    let events = running().void(said(), today()).unwrap();
    assert!(matches!(&events[..], [Event::TicketClosed(e)] if e.state == TicketState::Void));
    let phases: Vec<_> = TicketState::ALL.iter().map(|state| ticket("other", *state).phase()).collect();
    use Phase::{Confirmation, Review, Work};
    let expected =
        [Review, Review, Work, Work, Work, Confirmation, Confirmation, Confirmation, Review, Review];
    assert_eq!(phases, expected);
}

#[test]
fn terms_run_until_done_and_wait_where_they_may() {
    let told = |ticket: &Ticket| -> Vec<(TicketTerm, bool, bool)> {
        let terms = ticket.terms(&with());
        terms.iter().map(|(term, days)| (*term, days.done_on.is_some(), days.waiting)).collect()
    };
    let known = Ticket { take_by: Some(day("2026-10-14")), ..running() };
    assert_eq!(told(&known), [(TicketTerm::Accept, false, false), (TicketTerm::Delivery, false, false)]);
    let taken = Ticket { taken_on: Some(day("2026-10-14")), ..known.clone() };
    assert!(told(&taken)[0].1);
    let pauses = vec![Pause { from: day("2026-10-15"), to: None }];
    let plain = [("tenderDeadline".to_owned(), crate::form::Answer::Day(day("2026-10-30")))].into();
    let answers = Answers { plain, ..Answers::default() };
    let bid = Ticket { kind: kind("bid"), pauses, answers, ..running() };
    let waits = told(&bid);
    assert_eq!(
        waits,
        [
            (TicketTerm::BidAudit, false, false),
            (TicketTerm::BidSubmission, false, false),
            (TicketTerm::Delivery, false, true)
        ],
        "SLA-11 and SLA-23 do not wait"
    );
    let void = Ticket { state: TicketState::Void, ..known.clone() };
    assert_eq!(told(&void), [], "not done, and not late");
    let closed = Ticket { state: TicketState::Closed, delivered_on: Some(day("2026-10-16")), ..known };
    assert_eq!(told(&closed), [(TicketTerm::Delivery, true, false)]);
    let by = Some(day("2026-10-14"));
    let review = |outcome| Review { on: day("2026-10-13"), outcome, by: day("2026-10-14") };
    let asked =
        |state, outcome| Ticket { review_by: by, reviews: vec![review(outcome)], ..ticket("support", state) };
    let again = asked(TicketState::Consented, ReviewOutcome::MoreNeeded);
    assert_eq!(told(&again), [(TicketTerm::Review, false, false)], "another review");
    let done = asked(TicketState::Unassigned, ReviewOutcome::Accepted);
    assert_eq!(told(&done), [(TicketTerm::Review, true, false)]);
}

#[test]
fn what_is_offered_follows_the_state_and_what_the_person_may_do() {
    use TicketAct::{
        Accept, Assign, Close, Confirm, Deliver, Rate, Reschedule, Resume, SetCopies, Take, Void,
    };
    let waiting = Pause { from: today(), to: None };
    for (ticket, expected) in [
        (ticket("analysis", TicketState::Unassigned), vec![Assign, Reschedule, SetCopies, Void]),
        (ticket("analysis", TicketState::Assigned), vec![Take, Assign]),
        (running(), vec![Accept, Deliver, Assign]),
        (Ticket { pauses: vec![waiting], ..running() }, vec![Resume, Assign]),
        (ticket("analysis", TicketState::Delivered), vec![Confirm]),
        (ticket("analysis", TicketState::Confirmed), vec![Rate]),
        (ticket("opportunity", TicketState::Closed), vec![]),
    ] {
        let offered = ticket.offered(&with(), |_| true);
        assert_eq!(offered[..expected.len()], expected, "{:?}", ticket.state);
        assert_eq!(ticket.offered(&with(), |_| false), vec![], "who may do nothing");
    }
    let bare = TicketType { fields: vec![], items: vec![], records: vec![], ..kind("opportunity") };
    let done =
        Ticket { kind: bare, first: Some(staff("E1")), ..ticket("opportunity", TicketState::Confirmed) };
    assert_eq!(done.offered(&with(), |act| act != Rate), vec![Close]);
}

#[test]
fn late_terms_are_told_to_those_who_work_and_then_to_those_whom_the_escalation_names() {
    let hears = |ticket: &Ticket, role: Role, does: bool, today: &str| {
        let with = Reckoning { today: day(today), ..with() };
        let due = ticket.term_days().due_for(Hearer { role, does }, &with);
        due.first().map(|due| (due.task, due.term.unwrap(), due.by.to_string()))
    };
    let known = running();
    let manager = |today: &str| hears(&known, Role::UnitManager, true, today);
    let leader = |today: &str| hears(&known, Role::UnitLeader, false, today);
    let delivery = |task| Some((task, TicketTerm::Delivery, "2026-10-20".to_owned()));
    assert_eq!(manager("2026-10-15"), None);
    assert_eq!(manager("2026-10-16"), delivery(TicketTask::Soon), "two working days before");
    assert_eq!(manager("2026-10-21"), delivery(TicketTask::Overdue));
    assert_eq!(leader("2026-10-26"), None, "four working days late");
    assert_eq!(leader("2026-10-27"), delivery(TicketTask::Escalated));
    let waits = Ticket { pauses: vec![Pause { from: day("2026-10-19"), to: None }], ..running() };
    assert_eq!(hears(&waits, Role::UnitLeader, false, "2026-11-27"), None, "nobody is late who waits");
    let untaken = Ticket {
        state: TicketState::Assigned,
        take_by: Some(day("2026-10-14")),
        due_on: Some(day("2026-10-15")),
        ..running()
    };
    let due = hears(&untaken, Role::UnitManager, true, "2026-10-16");
    assert_eq!(
        due,
        Some((TicketTask::Overdue, TicketTerm::Accept, "2026-10-14".to_owned())),
        "the earlier one"
    );
    let ended = Ticket { state: TicketState::Void, ..untaken };
    assert_eq!(hears(&ended, Role::UnitManager, true, "2026-10-16"), None);
}
