//! Who answers for a ticket: put off, passed on, returned, refused, approved, dispatched; what others are asked; a demand that
//! changes; the week's statistics.

use super::*;
use crate::Event;
use std::collections::BTreeMap;

pub(super) fn with_second() -> Ticket {
    Ticket {
        second: Some(staff("E2")),
        engaged: Some(["E1", "E2"].map(staff)),
        taken_on: Some(today()),
        ..running()
    }
}

pub(super) fn urgent(ticket: Ticket) -> Ticket {
    let answered = Some((today(), PostponementAnswer::Urgent));
    let (free_on, to) = (day("2026-10-19"), day("2026-10-21"));
    Ticket {
        postponement: Some(Postponement { words: 5, free_on, to, asked_on: today(), answered }),
        ..ticket
    }
}

pub(super) fn passing() -> Passing {
    Passing { words: said(), scope: true, from: today(), until: today(), by: PassedBy::First }
}

pub(super) fn passed(taken: bool) -> Ticket {
    let incident = Incident {
        number: 1,
        words: 6,
        to: staff("E2"),
        by: PassedBy::First,
        from: today(),
        until: today(),
        passed_on: today(),
        taken_on: taken.then(today),
        refused_on: None,
        returned_on: None,
    };
    Ticket { incidents: vec![incident], ..urgent(with_second()) }
}

fn holds(ticket: &Ticket) -> (String, &'static str) {
    let holder = ticket.holder().unwrap();
    (holder.staff_no.to_string(), holder.because.clause())
}

#[test]
fn who_is_busy_asks_to_put_it_off() {
    let known = with_second();
    let ask = |free_on: &str, to: &str| known.ask_postponement(day(free_on), day(to), said(), &with());
    let asked = ask("2026-10-19", "2026-10-22").unwrap();
    assert!(matches!(&asked[..], [Event::PostponementAsked(e)] if e.to == day("2026-10-22")));
    assert!(matches!(ask("2026-10-15", "2026-10-22"), Err(Refusal::DayOutside { .. })), "free before today");
    assert!(
        matches!(ask("2026-10-23", "2026-10-22"), Err(Refusal::DayOutside { .. })),
        "free after it is done"
    );
    assert!(matches!(ask("2026-10-19", "2026-10-24"), Err(Refusal::DueOnDayOff { .. })));
    let silent = known.ask_postponement(today(), day("2026-10-22"), Words::default(), &with());
    assert_eq!(silent, Err(Refusal::ReasonNeeded));
    let (free_on, to) = (day("2026-10-19"), day("2026-10-22"));
    let open = Postponement { words: 5, free_on, to, asked_on: today(), answered: None };
    let waits = Ticket { postponement: Some(open), ..with_second() };
    let again = waits.ask_postponement(free_on, to, said(), &with());
    assert_eq!(again, Err(Refusal::PostponementWaits { ticket: no() }));
    let answer =
        |who: &Actor, answer, behalf| waits.answer_postponement(who, answer, named(), behalf, &with());
    let agreed = answer(&requester(), PostponementAnswer::Agreed, None).unwrap();
    assert!(
        matches!(&agreed[..], [Event::PostponementAnswered(e)] if e.due_on == Some(to) && e.behalf.is_none())
    );
    let other = answer(&manager(), PostponementAnswer::Urgent, None);
    assert_eq!(other, Err(Refusal::RequesterActs { ticket: no() }));
    let urgent = answer(&manager(), PostponementAnswer::Urgent, Some(behalf())).unwrap();
    assert!(matches!(&urgent[..], [Event::PostponementAnswered(e)] if e.due_on.is_none()));
    let nothing =
        known.answer_postponement(&requester(), PostponementAnswer::Agreed, Words::default(), None, &with());
    assert_eq!(nothing, Err(Refusal::NoPostponementWaits { ticket: no() }));
}

#[test]
fn what_cannot_wait_goes_to_the_second_whole_and_returns_with_a_note() {
    assert_eq!(
        with_second().pass_on(passing(), today()),
        Err(Refusal::AskToPostponeFirst { ticket: no() }),
        "DSP-04 before DSP-06"
    );
    let by_sales = Passing { by: PassedBy::Requester, ..passing() };
    assert!(with_second().pass_on(by_sales, today()).is_ok(), "DSP-07");
    let ready = urgent(with_second());
    assert!(
        matches!(&ready.pass_on(passing(), today()).unwrap()[..], [Event::IncidentPassed(e)] if e.incident == 1)
    );
    let alone = Ticket { second: None, ..urgent(with_second()) };
    assert_eq!(alone.pass_on(passing(), today()), Err(Refusal::NoSecond { ticket: no() }));
    for bad in [Passing { scope: false, ..passing() }, Passing { words: Words::default(), ..passing() }] {
        assert_eq!(ready.pass_on(bad, today()), Err(Refusal::PassingIncomplete), "DSP-12");
    }
    let backwards = Passing { from: day("2026-10-20"), until: day("2026-10-19"), ..passing() };
    assert!(matches!(ready.pass_on(backwards, today()), Err(Refusal::DayOutside { .. })));
    // Not taken: the first answers for it.
    let open = passed(false);
    assert_eq!(open.pass_on(passing(), today()), Err(Refusal::IncidentOpen { ticket: no() }));
    assert_eq!(holds(&open), ("E1".into(), "DSP-13"));
    let early = open.return_incident(ToldBy::Phone, said(), today());
    assert_eq!(early, Err(Refusal::IncidentNotTaken { ticket: no() }));
    assert_eq!(open.take_incident(today()).map(|events| events.len()), Ok(1));
    let taken = passed(true);
    assert_eq!(taken.take_incident(today()), Ok(vec![]));
    assert_eq!(holds(&taken), ("E2".into(), "DSP-10"));
    assert_eq!(taken.deliver(today(), said(), today()), Err(Refusal::IncidentOpen { ticket: no() }));
    assert!(taken.missing().contains(&Gap::Incident));
    let unsaid = taken.return_incident(ToldBy::Mail, Words::default(), today());
    assert_eq!(unsaid, Err(Refusal::ReasonNeeded), "DSP-11");
    let returned = taken.return_incident(ToldBy::Mail, said(), today()).unwrap();
    assert_eq!(copied_to(&returned[0]), Some(CopyTo::PresalesManager));
    assert_eq!(taken.refuse_incident(Words::default(), today()), Err(Refusal::ReasonNeeded));
    assert_eq!(taken.refuse_incident(said(), today()).map(|events| events.len()), Ok(1));
    let mut refused = passed(true);
    refused.incidents[0].refused_on = Some(today());
    refused.escalated_on = Some(today());
    assert_eq!(holds(&refused), ("E1".into(), "DSP-08"));
    let told = refused.term_days().due_for(Hearer { role: Role::UnitManager, does: true }, &with());
    assert_eq!(told[0].task, TicketTask::Refused);
    assert_eq!(refused.refuse_incident(said(), today()), Err(Refusal::NoIncidentOpen { ticket: no() }));
    assert_eq!(holds(&with_second()), ("E1".into(), "DSP-02"));
    assert_eq!(ticket("solution", TicketState::Unassigned).holder(), None);
}

#[test]
fn anybody_else_needs_three_approvals() {
    let known = with_second();
    let facts = assign_facts();
    let assign = |ticket: &Ticket| ticket.assign(&facts, staff("E3"), Some(staff("E2")), said());
    let needs = |posts: &[ApprovalPost]| {
        Err(Refusal::ThirdNeedsApproval { staff_no: staff("E3"), posts: posts.to_vec() })
    };
    assert_eq!(assign(&known), needs(&ApprovalPost::ALL));
    let swapped = known.assign(&facts, staff("E2"), Some(staff("E1")), said());
    assert_eq!(swapped.map(|events| events.len()), Ok(1), "the two may change places");
    let leader = actor("chen", Role::UnitLeader);
    let approve = |ticket: &Ticket, who: &Actor, no: &str, post, behalf| {
        ticket.approve_third(who, staff(no), post, said(), behalf, &facts.on_duty, today())
    };
    let [support, director, general] = ApprovalPost::ALL;
    assert_eq!(
        approve(&known, &manager(), "E9", support, None),
        Err(Refusal::NotServing { staff_no: staff("E9") })
    );
    assert_eq!(
        approve(&known, &manager(), "E2", support, None),
        Err(Refusal::ThirdNotNeeded { staff_no: staff("E2") })
    );
    assert!(approve(&known, &manager(), "E3", support, None).is_ok());
    assert_eq!(approve(&known, &manager(), "E3", director, None), Err(Refusal::BasisNeeded));
    assert!(approve(&known, &manager(), "E3", director, Some(behalf())).is_ok(), "代录");
    let given =
        |post, own: Option<&str>| ThirdApproval { staff_no: staff("E3"), post, own: own.map(account) };
    let two = Ticket { thirds: vec![given(support, None), given(director, Some("chen"))], ..with_second() };
    assert_eq!(assign(&two), needs(&[general]));
    assert_eq!(
        approve(&two, &leader, "E3", general, None),
        Err(Refusal::ApproverTwice { account: account("chen") })
    );
    assert_eq!(
        approve(&two, &manager(), "E3", support, None),
        Err(Refusal::ApprovedAlready { post: support })
    );
    let mut all = two;
    all.thirds.push(given(general, None));
    assert_eq!(assign(&all).map(|events| events.len()), Ok(1));
    let only_first = Ticket { second: None, engaged: None, ..with_second() };
    assert_eq!(
        assign(&only_first).map(|events| events.len()),
        Ok(1),
        "the manager changes the first, DSP-01"
    );
    let seen = known.named_as(Some(&staff("E1")), None);
    assert_eq!(seen, Err(Refusal::AssignedMeanwhile { ticket: no(), first: Some(staff("E1")) }));
}

#[test]
fn dispatch_goes_by_skill_load_and_turn() {
    let who = |no: &str, skills: &[&str], open: u32, turn: Option<&str>, away: bool| Candidate {
        staff_no: staff(no),
        skills: skills.iter().map(ToString::to_string).collect(),
        open,
        last_turn: turn.map(str::to_owned),
        away,
    };
    let team = || {
        vec![
            who("E1", &["投标"], 3, Some("2026-10-01"), false),
            who("E2", &["投标", "专线"], 1, Some("2026-10-08"), false),
            who("E3", &["专线"], 0, None, false),
            who("E4", &["投标"], 0, Some("2026-09-01"), true),
        ]
    };
    let line = |skill: Option<&str>, order| {
        let list = propose(team(), skill, order);
        let text = |line: &Proposal| match (line.place, line.skipped) {
            (Some(place), None) => format!("{}={place}", line.who.staff_no),
            (None, Some(why)) => format!("{} {why:?}", line.who.staff_no),
            other => panic!("{other:?}"),
        };
        list.iter().map(text).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(line(None, DispatchOrder::Load), "E3=1, E2=2, E1=3, E4 Away");
    assert_eq!(line(Some("投标"), DispatchOrder::Load), "E2=1, E1=2, E3 Skill, E4 Away");
    assert_eq!(line(Some(" "), DispatchOrder::Turn), "E3=1, E1=2, E2=3, E4 Away");
    assert_eq!(line(Some("投标"), DispatchOrder::Turn), "E1=1, E2=2, E3 Skill, E4 Away");
    // E1 is taken: E3 and E4 waited longer and lose this turn, E2 did not.
    let list = propose(team(), Some("投标"), DispatchOrder::Turn);
    let new = ticket("solution", TicketState::Unassigned);
    let taken = |ticket: &Ticket, first: &str, second| {
        ticket.assign_in_turn(&assign_facts(), staff(first), second, said(), &list).unwrap()
    };
    let lost = taken(&new, "E1", None).split_off(1);
    let same_first = taken(&running(), "E1", Some(staff("E2")));
    assert_eq!(same_first.len(), 1, "another second takes nobody's turn");
    let names: BTreeMap<_, _> = lost
        .iter()
        .map(|event| match event {
            Event::TurnSkipped(e) => (e.staff_no.to_string(), e.why),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(names, [("E3".to_owned(), SkipReason::Skill), ("E4".to_owned(), SkipReason::Away)].into());
}

#[test]
fn a_changed_demand_is_kept_or_reviewed_again() {
    let change = |again, file| DemandChange { again, file, words: said(), behalf: Some(behalf()) };
    let put = |ticket: &Ticket, change| ticket.change_demand(&manager(), change, &with());
    let known = with_second();
    let kept = put(&known, change(false, None)).unwrap();
    assert!(
        matches!(&kept[..], [Event::DemandChanged(e)] if e.state == TicketState::Running && e.review_by.is_none())
    );
    assert_eq!(put(&known, change(true, None)), Err(Refusal::ApplicationNeeded), "TKT-59");
    let again = put(&known, change(true, Some(file("application")))).unwrap();
    let [Event::DemandChanged(e)] = &again[..] else { panic!("{again:?}") };
    assert_eq!(
        (e.state, e.review_by),
        (TicketState::Consented, Some(day("2026-10-20"))),
        "no consent, then SLA-13"
    );
    assert_eq!(
        put(&passed(true), change(true, Some(file("a")))),
        Err(Refusal::IncidentOpen { ticket: no() })
    );
    let formal = Ticket { kind: kind("support"), ..with_second() };
    let again = put(&formal, change(true, Some(file("application")))).unwrap();
    assert!(
        matches!(&again[..], [Event::DemandChanged(e)] if e.state == TicketState::Applied),
        "consent anew"
    );
    let reviewed = |ticket: &Ticket, outcome| {
        let events = ticket.review(&manager(), outcome, said(), None, today()).unwrap();
        let [Event::TicketReviewed(e)] = &events[..] else { panic!("{events:?}") };
        e.state
    };
    let waits = Ticket { state: TicketState::Consented, ..with_second() };
    assert_eq!(reviewed(&waits, ReviewOutcome::Accepted), TicketState::Running, "the work goes on");
    assert_eq!(reviewed(&waits, ReviewOutcome::Declined), TicketState::Running, "as it was");
    let untaken = Ticket { taken_on: None, ..waits };
    assert_eq!(reviewed(&untaken, ReviewOutcome::Accepted), TicketState::Assigned);
    let formal = Ticket { state: TicketState::Consented, ..formal };
    assert_eq!(reviewed(&formal, ReviewOutcome::MoreNeeded), TicketState::Applied);
}

#[test]
fn what_others_are_asked_is_followed_until_it_is_told() {
    let known = with_second();
    let ask = |from, department| known.ask_help(from, department, said(), None, today());
    assert_eq!(ask(HelpFrom::Department, Some(" ")), Err(Refusal::DepartmentNeeded { limit: 60 }));
    let asked = ask(HelpFrom::Research, Some("多余")).unwrap();
    assert!(matches!(&asked[..], [Event::HelpAsked(e)] if e.help == 1 && e.department.is_none()));
    let help = Help {
        number: 1,
        from: HelpFrom::Department,
        department: Some("网络部".into()),
        asked_on: today(),
        answered: None,
    };
    let waits = Ticket { helps: vec![help], ..with_second() };
    assert!(waits.missing().contains(&Gap::Help));
    let answer = |told: &str| HelpAnswer {
        solved: true,
        on: today(),
        told_on: day(told),
        words: said(),
        file: None,
        behalf: behalf(),
    };
    assert_eq!(waits.answer_help(1, answer("2026-10-16"), today()).map(|events| events.len()), Ok(1));
    assert!(matches!(waits.answer_help(1, answer("2026-10-15"), today()), Err(Refusal::DayOutside { .. })));
    assert_eq!(waits.answer_help(2, answer("2026-10-16"), today()), Err(Refusal::NoHelpWaits { number: 2 }));
}

#[test]
fn a_week_runs_from_monday_to_sunday() {
    for day_of in ["2026-10-12", "2026-10-18"] {
        let week = Week::of(day(day_of));
        assert_eq!((week.from, week.to), (day("2026-10-12"), day("2026-10-18")), "{day_of}");
    }
    let form = |state, received: &str| SupportForm {
        unit: unit("CD"),
        state,
        received_on: day(received),
        reviewed: None,
        delivered: None,
        confirmed_on: None,
        closed_on: None,
        rating: None,
    };
    let marks = |mark| Rating(rating_questions().into_iter().map(|question| (question, mark)).collect());
    let forms = [
        SupportForm {
            reviewed: Some((day("2026-10-13"), day("2026-10-14"))),
            ..form(TicketState::Running, "2026-10-12")
        },
        SupportForm {
            reviewed: Some((day("2026-10-15"), day("2026-10-14"))),
            ..form(TicketState::Declined, "2026-10-09")
        },
        SupportForm {
            delivered: Some((day("2026-10-16"), Some(day("2026-10-15")))),
            confirmed_on: Some(day("2026-10-17")),
            rating: Some(marks(4)),
            ..form(TicketState::Confirmed, "2026-10-01")
        },
        SupportForm { confirmed_on: Some(day("2026-10-20")), ..form(TicketState::Closed, "2026-10-05") },
        form(TicketState::Applied, "2026-10-19"),
    ];
    let week = support_week(&forms, Week::of(day("2026-10-14")));
    let line = &week[&unit("CD")];
    let counts = (
        line.received,
        line.reviewed,
        line.reviewed_in_time,
        line.delivered,
        line.delivered_in_time,
        line.archived,
    );
    assert_eq!(counts, (1, 2, 1, 1, 0, 1));
    assert_eq!((line.refused, line.open), (1, 2));
    assert_eq!(line.mean.as_ref().map(|mean| mean.to_fixed(1)), Some("4.0".into()));
    assert!(support_week(&forms, Week::of(day("2026-09-14"))).is_empty());
}
