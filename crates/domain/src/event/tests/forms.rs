//! Examples of forms and their tasks.

use super::*;
use crate::customer::CustomerNo;
use crate::registers::{
    FormNo, FormState, FormStep, FormType, FormTypeKey, Link, LinkAsked, Links, PrintLayout, Register,
    StepBy, StepKind, StepOutcome, TaskOwner,
};

fn form() -> FormNo {
    FormNo { unit: unit("CD"), register: Register::Complaint, month: month("2026-10"), serial: 3 }
}

fn kind() -> FormType {
    let severity = Field {
        code: "severity".to_owned(),
        label: "严重程度".to_owned(),
        kind: FieldKind::Choice(vec!["一般".to_owned(), "严重".to_owned()]),
        need: Need::Start,
        when: None,
        personal: false,
        restricted: false,
        ahead: false,
        hint: None,
    };
    let when = Condition { field: "severity".to_owned(), is: vec!["严重".to_owned()] };
    let car = CheckItem {
        code: "car".to_owned(),
        label: "用车".to_owned(),
        shown_by: ShownBy::Tick,
        when: None,
        may_not_apply: true,
        restricted: false,
        after: None,
        on_change: None,
    };
    let agree = FormStep {
        code: "agree".to_owned(),
        label: "审批".to_owned(),
        kind: StepKind::Approval,
        by: StepBy::Leader,
        fields: vec![severity.clone()],
        when: Some(when),
        within: Some(3),
    };
    FormType {
        code: "own".to_owned(),
        label: "用车申请".to_owned(),
        register: Register::Form,
        links: vec![LinkAsked { link: Link::Customer, needed: true }],
        ahead: true,
        tasks: true,
        fields: vec![severity],
        items: vec![car],
        steps: vec![agree],
        reminders: vec![],
        print: PrintLayout {
            two_a_row: true,
            signatures: vec!["申请人".to_owned()],
            note: Some("当日归还。".to_owned()),
        },
    }
}

pub(super) fn examples() -> Vec<Event> {
    let text = |text: &str| text.to_owned();
    let answers = Answers {
        plain: [("severity".to_owned(), Answer::Text(text("严重")))].into(),
        personal: ["content".to_owned()].into(),
    };
    let links = || Links {
        customer: Some(text("成都某医院")),
        engineer: Some(staff("QT0001")),
        ticket: Some(ticket()),
        customer_no: Some(CustomerNo { unit: unit("CD"), serial: 7 }),
        opportunity: None,
    };
    vec![
        Event::FormTypeIssued(FormTypeIssued { unit: None, version: 1, body: kind() }),
        Event::FormTypeRetired(FormTypeRetired { unit: Some(unit("CD")), code: text("own") }),
        Event::FormRegistered(FormRegistered {
            form: form(),
            kind: FormTypeKey { unit: None, code: text("complaint") },
            kind_version: 0,
            title: text("未按时到场"),
            on: day("2026-10-14"),
            links: links(),
            answers: answers.clone(),
            text: Some(digest("fields")),
            next_step: Some(text("handled")),
            due_on: Some(day("2026-10-19")),
            state: FormState::Open,
        }),
        Event::FormCorrected(FormCorrected {
            form: form(),
            number: 1,
            version: 2,
            title: text("迟到"),
            on: day("2026-10-14"),
            links: Links::default(),
            answers: Answers::default(),
            text: None,
            words: Some(digest("words")),
            next_step: Some(text("handled")),
            due_on: Some(day("2026-10-19")),
            state: FormState::Open,
        }),
        Event::FormStepTaken(FormStepTaken {
            form: form(),
            number: 2,
            step: text("verdict"),
            outcome: StepOutcome::PartlyUpheld,
            on: day("2026-10-15"),
            answers,
            words: Some(digest("words")),
            behalf: Some(Behalf { basis: text("快文2026-9"), evidence: Some(digest("scan")) }),
            next_step: None,
            due_on: None,
            state: FormState::Closed,
        }),
        Event::FormItemSet(FormItemSet {
            form: form(),
            item: text("car"),
            item_state: ItemState::NotApplicable { reason: text("自驾") },
        }),
        Event::FormFileAdded(FormFileAdded {
            form: form(),
            number: 1,
            name: text("录音"),
            file: digest("file"),
        }),
        Event::FormFileStruck(FormFileStruck { form: form(), number: 1, reason: text("传错") }),
        Event::FormVoided(FormVoided { form: form(), number: 3, words: Some(digest("words")) }),
        Event::TaskGiven(TaskGiven {
            form: form(),
            task: 1,
            number: 4,
            owner: TaskOwner::Engineer(staff("QT0001")),
            until: day("2026-10-20"),
            words: digest("words"),
        }),
        Event::TaskMoved(TaskMoved {
            form: form(),
            task: 1,
            number: 5,
            owner: TaskOwner::Other,
            until: day("2026-10-22"),
            words: Some(digest("words")),
        }),
        Event::TaskEnded(TaskEnded {
            form: form(),
            task: 1,
            number: 6,
            done: false,
            on: day("2026-10-22"),
            words: Some(digest("words")),
        }),
    ]
}
