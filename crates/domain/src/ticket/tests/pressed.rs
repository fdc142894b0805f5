//! Rules that must not be got around: who may be named, what moves a last day, when somebody is pressed to pass on.

use super::hands::{passed, passing, urgent, with_second};
use super::*;
use crate::Event;
use crate::deadline::Pause;

fn asked(to: &str) -> Ticket {
    let (free_on, to) = (day("2026-10-19"), day(to));
    let open = Postponement { words: 5, free_on, to, asked_on: day("2026-10-15"), answered: None };
    Ticket { postponement: Some(open), ..with_second() }
}

#[test]
fn a_third_stays_one_after_the_second_is_dropped() {
    let facts = assign_facts();
    let dropped = Ticket { second: None, ..with_second() };
    for (first, second) in [("E1", Some("E3")), ("E3", None), ("E3", Some("E1"))] {
        assert_eq!(
            dropped.assign(&facts, staff(first), second.map(staff), said()),
            Err(Refusal::ThirdNeedsApproval { staff_no: staff("E3"), posts: ApprovalPost::ALL.to_vec() }),
            "{first} {second:?}"
        );
    }
    let back = dropped.assign(&facts, staff("E1"), Some(staff("E2")), Words::default());
    assert_eq!(back.map(|events| events.len()), Ok(1), "one of the two");
    let post = ApprovalPost::SupportManager;
    let approve = |who: &str| {
        dropped.approve_third(&manager(), staff(who), post, said(), None, &facts.on_duty, today())
    };
    assert_eq!(approve("E3").map(|events| events.len()), Ok(1), "may be approved beforehand");
    assert_eq!(approve("E2"), Err(Refusal::ThirdNotNeeded { staff_no: staff("E2") }));
}

#[test]
fn another_second_leaves_the_day_to_take_it() {
    let by = day("2026-10-14");
    let assigned = Ticket { state: TicketState::Assigned, take_by: Some(by), ..running() };
    let take_by = |ticket: &Ticket, first: &str, second: &str| {
        let events = ticket.assign(&assign_facts(), staff(first), Some(staff(second)), said()).unwrap();
        let [Event::TicketAssigned(e)] = &events[..] else { panic!("{events:?}") };
        e.take_by
    };
    assert_eq!(take_by(&assigned, "E1", "E2"), by);
    assert_eq!(take_by(&assigned, "E2", "E3"), day("2026-10-19"), "another first");
    let taken = Ticket { state: TicketState::Running, taken_on: Some(by), ..assigned };
    assert_eq!(take_by(&taken, "E1", "E2"), by, "and the response stays in time or late");
}

#[test]
fn whose_step_was_entered_is_named() {
    let nameless = Words { person: false, ..said() };
    let needed = Err(Refusal::PersonNeeded);
    let on_duty = assign_facts().on_duty;
    let director = ApprovalPost::TechnicalDirector;
    let known = with_second();
    let approved =
        known.approve_third(&manager(), staff("E3"), director, nameless, Some(behalf()), &on_duty, today());
    assert_eq!(approved, needed);
    let help =
        Help { number: 1, from: HelpFrom::Research, department: None, asked_on: today(), answered: None };
    let waits = Ticket { helps: vec![help], ..with_second() };
    let answer = HelpAnswer {
        solved: true,
        on: today(),
        told_on: today(),
        words: nameless,
        file: None,
        behalf: behalf(),
    };
    assert_eq!(waits.answer_help(1, answer, today()), needed);
    let consented = ticket("support", TicketState::Consented);
    let review = consented.review(&manager(), ReviewOutcome::Accepted, nameless, Some(behalf()), today());
    assert_eq!(review, needed);
    let delivered = Ticket { state: TicketState::Delivered, ..running() };
    assert_eq!(delivered.confirm(&manager(), true, nameless, Some(behalf()), today()), needed);
}

#[test]
fn what_is_agreed_is_a_day_that_can_be_kept() {
    let agree = |ticket: &Ticket| {
        let answer = PostponementAnswer::Agreed;
        ticket.answer_postponement(&requester(), answer, Words::default(), None, &with())
    };
    let due = |ticket: &Ticket| {
        agree(ticket).map(|events| match &events[..] {
            [Event::PostponementAnswered(e)] => e.due_on,
            other => panic!("{other:?}"),
        })
    };
    assert_eq!(due(&asked("2026-10-22")), Ok(Some(day("2026-10-22"))));
    let past = asked("2026-10-15");
    assert_eq!(due(&past), Err(Refusal::DueBefore { day: day("2026-10-15"), from: today() }));
    let again = past.ask_postponement(day("2026-10-19"), day("2026-10-22"), said(), &with());
    assert_eq!(again.map(|events| events.len()), Ok(1), "asked anew, since its day has passed");
    let off = asked("2026-10-24");
    assert!(matches!(due(&off), Err(Refusal::DueOnDayOff { .. })), "a holiday was published since");
    let waits = Ticket { pauses: vec![Pause { from: today(), to: None }], ..asked("2026-10-22") };
    assert_eq!(due(&waits), Err(Refusal::WaitsAlready { ticket: no() }));
    let delivered = Ticket { state: TicketState::Delivered, ..asked("2026-10-22") };
    assert!(matches!(due(&delivered), Err(Refusal::TicketElsewhere { .. })), "late stays late");
}

#[test]
fn nothing_else_moves_the_day_while_the_requester_is_asked() {
    let waits = asked("2026-10-22");
    let refused = Err(Refusal::PostponementWaits { ticket: no() });
    assert_eq!(waits.reschedule(day("2026-10-23"), said(), &with()), refused);
    assert_eq!(waits.pause(today(), said(), &with()), refused);
    let offered = |ticket: &Ticket| ticket.offered(&with(), |_| true);
    let moves = [TicketAct::Pause, TicketAct::Reschedule, TicketAct::AskPostponement];
    assert!(moves.iter().all(|act| !offered(&waits).contains(act)));
    let past = asked("2026-10-15");
    assert!(moves.iter().all(|act| offered(&past).contains(act)), "nobody answered in time");
    assert!(past.pause(today(), said(), &with()).is_ok());
}

#[test]
fn what_was_waited_before_a_day_was_agreed_is_not_counted_again() {
    let pause = |from: &str, to: Option<&str>| Pause { from: day(from), to: to.map(day) };
    let agreed = Ticket {
        agreed_on: Some(day("2026-10-23")),
        agreed_at: Some(day("2026-10-15")),
        due_on: Some(day("2026-10-23")),
        pauses: vec![pause("2026-10-13", Some("2026-10-15"))],
        ..running()
    };
    let due = |ticket: &Ticket| ticket.clock(with().calendar).unwrap().due(with().calendar, today());
    assert_eq!(due(&agreed), day("2026-10-23"), "the day that was agreed");
    let mut later = agreed;
    later.pauses.push(pause("2026-10-15", None));
    let events = later.resume(today(), &with()).unwrap();
    let [Event::TicketResumed(e)] = &events[..] else { panic!("{events:?}") };
    assert_eq!(e.due_on, Some(day("2026-10-26")), "the 15th, waited since");
}

#[test]
fn an_answer_that_it_cannot_wait_is_used_up_by_passing_on() {
    let pressed = |ticket: &Ticket| {
        ticket.offered(&with(), |_| true).contains(&TicketAct::PassOn)
            && ticket.pass_on(passing(), today()).is_ok()
    };
    assert!(pressed(&urgent(with_second())));
    let mut back = passed(true);
    back.incidents[0].returned_on = Some(today());
    assert_eq!(back.pass_on(passing(), today()), Err(Refusal::AskToPostponeFirst { ticket: no() }));
    // Asked and answered anew, on the same day.
    back.postponement.as_mut().unwrap().words = 9;
    assert!(pressed(&back));
}

#[test]
fn what_was_open_when_the_demand_changed_is_offered_still() {
    use TicketAct::{AnswerHelp, AnswerPostponement, Resume};
    let help =
        Help { number: 1, from: HelpFrom::Research, department: None, asked_on: today(), answered: None };
    for state in [TicketState::Applied, TicketState::Consented] {
        let open = Ticket {
            state,
            helps: vec![help.clone()],
            pauses: vec![Pause { from: today(), to: None }],
            ..asked("2026-10-22")
        };
        let offered = open.offered(&with(), |_| true);
        assert!(
            [Resume, AnswerPostponement, AnswerHelp].iter().all(|act| offered.contains(act)),
            "{state:?}"
        );
    }
}

#[test]
fn what_the_manager_does_settles_a_refusal() {
    let events = [
        running().assign(&assign_facts(), staff("E2"), None, said()).unwrap(),
        running().reschedule(day("2026-10-23"), said(), &with()).unwrap(),
        urgent(with_second()).pass_on(passing(), today()).unwrap(),
    ];
    assert!(events.iter().all(|events| acts_on_refusal(&events[0]) == Some(&no())));
    let waits = running().pause(today(), said(), &with()).unwrap();
    assert_eq!(acts_on_refusal(&waits[0]), None);
    let load: Vec<_> = TicketState::ALL.into_iter().filter(|state| state.is_load()).collect();
    use TicketState::{Applied, Assigned, Consented, Running};
    assert_eq!(load, [Applied, Consented, Assigned, Running], "DSP-15: what is delivered waits for others");
}

#[test]
fn what_others_were_asked_for_is_followed_by_phone() {
    let help = |asked: &str, answered| Help {
        number: 1,
        from: HelpFrom::Research,
        department: None,
        asked_on: day(asked),
        answered,
    };
    let told = |help: Help| {
        let known = Ticket { helps: vec![help], ..running() };
        let due = known.term_days().due_for(Hearer { role: Role::UnitManager, does: true }, &with());
        due.into_iter().find(|due| due.task == TicketTask::Follow).map(|due| due.by)
    };
    assert_eq!(told(help("2026-10-14", None)), Some(day("2026-10-16")), "DSP-14, after two working days");
    assert_eq!(told(help("2026-10-15", None)), None);
    assert_eq!(told(help("2026-10-12", Some((day("2026-10-13"), true)))), None);
}

#[test]
fn an_act_says_whom_it_names() {
    let events = running().assign(&assign_facts(), staff("E2"), Some(staff("E1")), said()).unwrap();
    let named: Vec<_> =
        engineers_named(&events[0]).into_iter().map(|(named, no)| (named, no.to_string())).collect();
    assert_eq!(named, [(NamedAs::First, "E2".to_owned()), (NamedAs::Second, "E1".to_owned())]);
}
