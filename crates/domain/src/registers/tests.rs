//! Forms from registering to their end.

mod course;
mod reminders;
mod survey;
mod types;

use super::*;
use crate::event::{Event, FormRegistered, FormStepTaken};
use crate::form::Answers;
use crate::kernel::{Actor, Role, WorkingDays};
use crate::refusal::Refusal;
use crate::sample::{account, actor, day, digest, month, staff, unit};
use crate::ticket::{Behalf, Words};
use std::collections::BTreeMap;

pub(super) fn known(code: &str) -> FormTypeKnown {
    let body = default_form_types().iter().find(|kind| kind.code == code).unwrap().clone();
    FormTypeKnown { key: FormTypeKey { unit: None, code: code.into() }, version: 0, body }
}

pub(super) fn said(text: &str) -> Words {
    Words { kept: Some(digest(text)), text: !text.is_empty(), person: true }
}

pub(super) fn answers(kind: &FormType, typed: &[(&str, &str)]) -> Answers {
    let typed: BTreeMap<String, String> =
        typed.iter().map(|(code, text)| ((*code).to_owned(), (*text).to_owned())).collect();
    Answers::read(&kind.fields, &typed).unwrap().0
}

pub(super) fn complaint() -> NewForm {
    let kind = known("complaint");
    let typed = [
        ("kind", "投诉"),
        ("channel", "电话"),
        ("from", "张某"),
        ("severity", "较重"),
        ("content", "未按时到场"),
    ];
    NewForm {
        title: " 未按时到场 ".into(),
        on: day("2026-10-14"),
        links: Links { engineer: Some(staff("QT0001")), ..Links::default() },
        answers: answers(&kind.body, &typed),
        text: Some(digest("fields")),
        kind,
    }
}

pub(super) fn no(register: Register) -> FormNo {
    FormNo { unit: unit("CD"), register, month: month("2026-10"), serial: 3 }
}

/// The form as it stands after it was registered.
pub(super) fn registered(new: NewForm) -> FilledForm {
    let (kind, at) = (new.kind.body.clone(), no(new.kind.body.register));
    let events = register_form(new, at, &WorkingDays::default(), day("2026-10-15")).unwrap();
    let [Event::FormRegistered(e)] = events.as_slice() else { panic!("{events:?}") };
    let FormRegistered { form, title, on, links, answers, text, next_step, due_on, state, .. } = e.clone();
    FilledForm {
        no: form,
        kind,
        title,
        on,
        links,
        state,
        answers,
        text,
        version: 1,
        items: BTreeMap::new(),
        next_step,
        due_on,
        tasks: Vec::new(),
        files: Vec::new(),
        registered_by: account("clerk"),
        next_words: 1,
    }
}

pub(super) fn step(
    form: &FilledForm,
    code: &str,
    outcome: StepOutcome,
    typed: &[(&str, &str)],
    text: &str,
) -> StepAct {
    let fields = form.kind.steps.iter().find(|step| step.code == code).map(|step| step.fields.clone());
    let typed: BTreeMap<String, String> =
        typed.iter().map(|(code, text)| ((*code).to_owned(), (*text).to_owned())).collect();
    let answers = Answers::read(&fields.unwrap_or_default(), &typed).unwrap().0;
    StepAct { step: code.into(), outcome, on: day("2026-10-15"), answers, words: said(text), behalf: None }
}

/// Takes a step on the fifteenth and gives the form as it stands then.
pub(super) fn taken(form: &FilledForm, act: StepAct, actor: &Actor) -> Result<FilledForm, Refusal> {
    let events = form.take_step(act, actor, &WorkingDays::default(), day("2026-10-15"))?;
    let [Event::FormStepTaken(e)] = events.as_slice() else { panic!("{events:?}") };
    let FormStepTaken { next_step, due_on, state, number, .. } = e.clone();
    Ok(FilledForm { next_step, due_on, state, next_words: number + 1, ..form.clone() })
}

pub(super) fn worker() -> Actor {
    actor("manager", Role::UnitManager)
}

pub(super) fn leader() -> Actor {
    actor("leader", Role::UnitLeader)
}

pub(super) fn behalf() -> Option<Behalf> {
    Some(Behalf { basis: "快文2026-9".into(), evidence: None })
}
