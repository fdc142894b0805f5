//! Registering, correcting, steps, tasks.

use super::*;
use crate::form::ItemState;
use crate::ticket::TicketNo;

#[test]
fn a_complaint_runs_to_its_answer() {
    let form = registered(complaint());
    assert_eq!((form.title.as_str(), form.state), ("未按时到场", FormState::Open));
    // 14 October is a Wednesday: three working days later it is Monday.
    assert_eq!(form.due_on, Some(day("2026-10-19")));
    let handled =
        step(&form, "handled", StepOutcome::Done, &[("facts", "路上堵车"), ("measures", "道歉")], "");
    let form = taken(&form, handled, &worker()).unwrap();
    assert_eq!((form.next_step.as_deref(), form.due_on), (Some("verdict"), Some(day("2026-10-21"))));
    let verdict = |text: &str| step(&form, "verdict", StepOutcome::Upheld, &[], text);
    assert_eq!(
        taken(&form, verdict("属实"), &worker()).err(),
        Some(Refusal::StepOfAnother { step: "认定".into() })
    );
    assert_eq!(taken(&form, verdict(""), &leader()).err(), Some(Refusal::ReasonNeeded));
    let of_leader = FilledForm { registered_by: account("leader"), ..form.clone() };
    let own = Refusal::OwnForm { form: form.no.clone() };
    assert_eq!(taken(&of_leader, verdict("属实"), &leader()).err(), Some(own));
    let wrong = step(&form, "verdict", StepOutcome::Agreed, &[], "属实");
    assert_eq!(
        taken(&form, wrong, &leader()).err(),
        Some(Refusal::OutcomeNotOffered { step: "认定".into() })
    );
    let entered = StepAct { behalf: behalf(), ..verdict("属实") };
    assert!(taken(&form, entered, &worker()).is_ok());
    let bare = StepAct { behalf: Some(Behalf { basis: " ".into(), evidence: None }), ..verdict("属实") };
    assert_eq!(taken(&form, bare, &worker()).err(), Some(Refusal::BasisNeeded));
    let form = taken(&form, verdict("属实"), &leader()).unwrap();
    let answered = [("way", "电话"), ("answer", "已道歉"), ("satisfied", "yes")];
    let early = step(&form, "verdict", StepOutcome::Upheld, &[], "属实");
    assert_eq!(taken(&form, early, &leader()).err(), Some(Refusal::NotNextStep { form: form.no.clone() }));
    let missing = taken(&form, step(&form, "answered", StepOutcome::Done, &answered[..2], ""), &worker());
    assert_eq!(missing.err(), Some(Refusal::FieldMissing { field: "投诉人是否满意".into() }));
    let form = taken(&form, step(&form, "answered", StepOutcome::Done, &answered, ""), &worker()).unwrap();
    assert_eq!((form.state, form.next_step, form.due_on), (FormState::Closed, None, None));
}

#[test]
fn what_cannot_be_registered() {
    let refused = |change: fn(&mut NewForm), expected: Refusal| {
        let mut new = complaint();
        change(&mut new);
        let at = no(new.kind.body.register);
        let said = register_form(new, at, &WorkingDays::default(), day("2026-10-15"));
        assert_eq!(said, Err(expected));
    };
    refused(|new| new.title = " ".into(), Refusal::TitleLength { limit: 100 });
    refused(|new| new.on = day("2026-10-16"), Refusal::FormDayLater { day: day("2026-10-16") });
    refused(
        |new| drop(new.answers.plain.remove("severity")),
        Refusal::FieldMissing { field: "严重程度".into() },
    );
    refused(|new| new.kind = known("visit"), Refusal::LinkMissing { link: Link::Customer });
    let last = FormNo { serial: 100_000, ..no(Register::Complaint) };
    let full = register_form(complaint(), last, &WorkingDays::default(), day("2026-10-15"));
    assert_eq!(full, Err(Refusal::FormNumbersUsedUp { unit: unit("CD") }));
}

fn visit(importance: &str) -> FilledForm {
    let kind = known("visit");
    let typed = [("way", "拜访客户"), ("purpose", "交流"), ("importance", importance)];
    let links = Links { customer: Some("成都某医院".into()), ..Links::default() };
    let (on, answers) = (day("2026-10-20"), answers(&kind.body, &typed));
    registered(NewForm { title: "拜访".into(), on, links, answers, text: None, kind })
}

#[test]
fn an_important_visit_asks_the_company_too_and_what_is_returned_is_asked_again() {
    let agreed = |form: &FilledForm, code| step(form, code, StepOutcome::Agreed, &[], "");
    let form = visit("一般");
    let form = taken(&form, agreed(&form, "department"), &leader()).unwrap();
    assert_eq!(form.next_step.as_deref(), Some("held"));
    let form = visit("重要");
    let back = step(&form, "department", StepOutcome::Returned, &[], "补充提纲");
    let returned = taken(&form, back, &leader()).unwrap();
    assert_eq!((returned.state, returned.next_step.as_deref()), (FormState::Returned, None));
    let again = Rewritten {
        title: returned.title.clone(),
        on: returned.on,
        links: returned.links.clone(),
        answers: returned.answers.clone(),
        text: None,
        words: said(""),
    };
    let events = returned.correct(again, &WorkingDays::default(), day("2026-10-15")).unwrap();
    let [Event::FormCorrected(e)] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!((e.state, e.next_step.as_deref(), e.version), (FormState::Open, Some("department"), 2));
    let form = taken(&form, agreed(&form, "department"), &leader()).unwrap();
    assert_eq!(form.next_step.as_deref(), Some("company"));
    let mut own = agreed(&form, "company");
    assert!(matches!(taken(&form, own.clone(), &leader()), Err(Refusal::StepOfAnother { .. })));
    own.behalf = behalf();
    let form = taken(&form, own, &worker()).unwrap();
    let refused = step(&visit("一般"), "department", StepOutcome::Refused, &[], "预算不足");
    let ended = taken(&visit("一般"), refused, &leader()).unwrap();
    assert_eq!(ended.state, FormState::Refused);
    assert_eq!(ended.void(said("错")), Err(Refusal::FormEnded { form: ended.no.clone() }));
    let form =
        taken(&form, step(&form, "held", StepOutcome::Done, &[("findings", "需求")], ""), &worker()).unwrap();
    let last = step(&form, "filed", StepOutcome::Done, &[("cost", "1200"), ("settled", "yes")], "");
    let refused = taken(&form, last, &worker()).unwrap_err();
    let Refusal::FormIncomplete { parts, .. } = refused else { panic!("{refused:?}") };
    assert!(
        parts.contains(&"日程安排".to_owned()) && parts.contains(&"再次确认行程".to_owned()),
        "{parts:?}"
    );
    // What only a reception has is not asked of a visit to the customer.
    assert!(!parts.iter().any(|part| part.contains("桌牌") || part == "接待规格"), "{parts:?}");
}

#[test]
fn a_correction_says_why_and_a_checklist_its_reason() {
    let form = registered(complaint());
    let new = |title: &str, words: &str| Rewritten {
        title: title.into(),
        on: form.on,
        links: form.links.clone(),
        answers: form.answers.clone(),
        text: form.text,
        words: said(words),
    };
    let correct = |new| form.correct(new, &WorkingDays::default(), day("2026-10-15"));
    assert_eq!(correct(new("未按时到场", "")), Ok(Vec::new()));
    assert_eq!(correct(new("迟到", "")), Err(Refusal::ReasonNeeded));
    assert!(
        matches!(&correct(new("迟到", "标题有误")).unwrap()[..], [Event::FormCorrected(e)] if e.title == "迟到")
    );
    assert_eq!(form.void(said("")), Err(Refusal::ReasonNeeded));
    let form = visit("一般");
    let none = |reason: &str| ItemState::NotApplicable { reason: reason.into() };
    assert_eq!(form.set_item("car", none(" ")), Err(Refusal::ReasonNeeded));
    assert_eq!(form.set_item("cars", none("自驾")), Err(Refusal::UnknownFormPart { part: "cars".into() }));
    assert_eq!(form.set_item("car", none("自驾")).unwrap().len(), 1);
}

#[test]
fn tasks_are_given_moved_and_ended() {
    let mut form = registered(complaint());
    let new = |until: &str, text: &str| NewTask {
        owner: TaskOwner::Engineer(staff("QT0002")),
        until: day(until),
        words: said(text),
    };
    assert_eq!(form.give_task(new("2026-10-20", "")), Err(Refusal::TaskWithoutText));
    let before = Refusal::TaskUntilBefore { day: day("2026-10-14") };
    assert_eq!(form.give_task(new("2026-10-13", "整改")), Err(before));
    assert!(
        matches!(&form.give_task(new("2026-10-20", "整改")).unwrap()[..], [Event::TaskGiven(e)] if e.task == 1)
    );
    form.tasks.push(Task {
        number: 1,
        owner: TaskOwner::Engineer(staff("QT0002")),
        until: day("2026-10-20"),
        state: TaskState::Open,
        ended_on: None,
    });
    let to = || TaskOwner::Engineer(staff("QT0002"));
    assert_eq!(form.move_task(1, to(), day("2026-10-20"), said("")), Ok(Vec::new()));
    assert_eq!(form.move_task(1, to(), day("2026-10-22"), said("")), Err(Refusal::ReasonNeeded));
    assert_eq!(form.move_task(1, to(), day("2026-10-22"), said("等资料")).unwrap().len(), 1);
    let today = day("2026-10-15");
    assert_eq!(form.end_task(1, false, today, said(""), today), Err(Refusal::ReasonNeeded));
    assert_eq!(form.end_task(1, true, today, said(""), today).unwrap().len(), 1);
    let unknown = Refusal::UnknownTask { form: form.no.clone(), number: 2 };
    assert_eq!(form.end_task(2, true, today, said(""), today), Err(unknown));
    let outside = Refusal::DayOutside { day: day("2026-10-16"), from: form.on, to: today };
    assert_eq!(form.end_task(1, true, day("2026-10-16"), said(""), today), Err(outside));
    (form.tasks[0].state, form.tasks[0].ended_on) = (TaskState::Done, Some(today));
    assert_eq!(form.end_task(1, true, today, said(""), today), Ok(Vec::new()));
    assert_eq!(form.end_task(1, false, today, said(""), today), Err(Refusal::ReasonNeeded));
    assert_eq!(form.move_task(1, to(), today, said("晚")), Err(Refusal::TaskHasEnded { number: 1 }));
    form.kind.tasks = false;
    let kind = form.kind.label.clone();
    assert_eq!(form.give_task(new("2026-10-20", "整改")), Err(Refusal::TasksNotKept { kind }));
}

#[test]
fn a_month_counts_complaints_upheld_by_the_day_on_which_they_came_in() {
    let judged = |on: &str, verdict| Upheld {
        form: no(Register::Complaint),
        staff_no: staff("QT0001"),
        ticket: None,
        served: None,
        on: day(on),
        verdict,
        judged_on: day("2026-11-02"),
        title: "迟到".into(),
    };
    let all = vec![
        judged("2026-09-30", StepOutcome::Upheld),
        judged("2026-10-01", StepOutcome::Upheld),
        judged("2026-10-02", StepOutcome::NotUpheld),
        judged("2026-10-31", StepOutcome::PartlyUpheld),
    ];
    let days: Vec<_> = counted(all, None, month("2026-10")).into_iter().map(|one| one.on).collect();
    assert_eq!(days, [day("2026-10-01"), day("2026-10-31")]);

    // Where it was taken down is the last to say in whose month it counts.
    let registered = judged("2026-10-01", StepOutcome::Upheld);
    let own = registered.form.unit.clone();
    let served = Upheld { served: Some(unit("NC")), ..registered.clone() };
    let ticket = TicketNo { unit: unit("MY"), month: month("2026-10"), serial: 7 };
    let of_ticket = Upheld { ticket: Some(ticket), ..served.clone() };
    for (one, code) in [(registered, own), (served, unit("NC")), (of_ticket, unit("MY"))] {
        assert_eq!(*one.unit(), code);
        assert_eq!(counted(vec![one.clone()], Some(&code), month("2026-10")).len(), 1);
        assert_eq!(counted(vec![one], Some(&unit("ZZ")), month("2026-10")).len(), 0);
    }
}

#[test]
fn late_and_soon_are_told_by_working_days() {
    let calendar = WorkingDays::default();
    // Friday, with the last day on Monday: one working day is left.
    let today = day("2026-10-16");
    assert_eq!(form_due(day("2026-10-19"), today, &calendar), Some(FormTask::FormsSoon));
    assert_eq!(task_due(day("2026-10-15"), today, &calendar), Some(FormTask::TasksOverdue));
    assert_eq!(task_due(day("2026-10-21"), today, &calendar), None);
}
