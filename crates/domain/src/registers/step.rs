//! Steps of a form: approvals, work, the verdict on a complaint; each in order, by whose it is, or entered for them (代录).

use super::{FilledForm, FormGap, FormState, StepBy, StepKind};
use crate::event::{Event, FormStepTaken};
use crate::form::{Answers, Need};
use crate::kernel::{Actor, Role, WorkingDays};
use crate::refusal::Refusal;
use crate::ticket::{Behalf, Words};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum StepOutcome {
    /// Done.
    Done,
    /// 同意.
    Agreed,
    /// 退回修改.
    Returned,
    /// 不同意: the form ends.
    Refused,
    /// 成立.
    Upheld,
    /// 部分成立.
    PartlyUpheld,
    /// 不成立.
    NotUpheld,
}

impl StepKind {
    /// What may come of it, the most likely first.
    #[must_use]
    pub fn outcomes(self) -> &'static [StepOutcome] {
        match self {
            Self::Action => &[StepOutcome::Done],
            Self::Approval => &[StepOutcome::Agreed, StepOutcome::Returned, StepOutcome::Refused],
            Self::Verdict => &[StepOutcome::Upheld, StepOutcome::PartlyUpheld, StepOutcome::NotUpheld],
        }
    }
}

/// A step, as it is taken.
#[derive(Clone, Debug)]
pub struct StepAct {
    /// Its code: the one that comes next.
    pub step: String,
    /// What came of it.
    pub outcome: StepOutcome,
    /// On that day.
    pub on: NaiveDate,
    /// What was filled in with it.
    pub answers: Answers,
    /// Salted digest of its words, personal fields and whose step it was.
    pub words: Words,
    /// Where it was entered for somebody.
    pub behalf: Option<Behalf>,
}

impl FilledForm {
    /// Takes the step that comes next.
    ///
    /// # Errors
    /// [`Refusal::FormEnded`], [`Refusal::NotNextStep`], [`Refusal::OutcomeNotOffered`], [`Refusal::DayOutside`],
    /// [`Refusal::StepOfAnother`], [`Refusal::OwnForm`], [`Refusal::BasisNeeded`], [`Refusal::ReasonNeeded`] where it is returned,
    /// refused or a complaint judged, [`Refusal::FieldMissing`], [`Refusal::FormIncomplete`] before the last step.
    pub fn take_step(
        &self,
        act: StepAct,
        actor: &Actor,
        calendar: &WorkingDays,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        self.lives()?;
        let next = self.next_step.as_deref().filter(|_| self.state == FormState::Open);
        let step = self.kind.steps.iter().find(|step| Some(step.code.as_str()) == next);
        let step = step.filter(|step| step.code == act.step);
        let step = step.ok_or_else(|| Refusal::NotNextStep { form: self.no.clone() })?;
        if !step.kind.outcomes().contains(&act.outcome) {
            return Err(Refusal::OutcomeNotOffered { step: step.label.clone() });
        }
        let from = self.on.min(today);
        if act.on < from || act.on > today {
            return Err(Refusal::DayOutside { day: act.on, from, to: today });
        }
        let behalf = act.behalf.map(|behalf| behalf.checked(act.words)).transpose()?;
        let own = match step.by {
            StepBy::Worker => true,
            StepBy::Leader => actor.role == Role::UnitLeader,
            StepBy::Other => false,
        };
        if behalf.is_none() && !own {
            return Err(Refusal::StepOfAnother { step: step.label.clone() });
        }
        let decides = step.kind != StepKind::Action && step.by != StepBy::Worker;
        if behalf.is_none() && decides && actor.account == self.registered_by {
            return Err(Refusal::OwnForm { form: self.no.clone() });
        }
        // What sends a form back, ends it, or says who was right, says why.
        let bare = matches!(act.outcome, StepOutcome::Done | StepOutcome::Agreed);
        if !bare && !act.words.text {
            return Err(Refusal::ReasonNeeded);
        }
        let back = matches!(act.outcome, StepOutcome::Returned | StepOutcome::Refused);
        if let Some(field) = step.fields.iter().find(|f| !back && f.is_missing(&act.answers, Need::Close)) {
            return Err(Refusal::FieldMissing { field: field.label.clone() });
        }
        let after = self.kind.step_after(Some(&step.code), &self.answers).filter(|_| !back);
        let state = match (act.outcome, after) {
            (StepOutcome::Returned, _) => FormState::Returned,
            (StepOutcome::Refused, _) => FormState::Refused,
            (_, Some(_)) => FormState::Open,
            (_, None) => {
                let gaps = self.missing();
                if !gaps.is_empty() {
                    let label = |gap| match gap {
                        FormGap::Field { label } | FormGap::Item { label } => label,
                    };
                    let parts = gaps.into_iter().map(label);
                    return Err(Refusal::FormIncomplete { form: self.no.clone(), parts: parts.collect() });
                }
                FormState::Closed
            }
        };
        Ok(vec![Event::FormStepTaken(FormStepTaken {
            form: self.no.clone(),
            number: self.next_words,
            step: step.code.clone(),
            outcome: act.outcome,
            on: act.on,
            answers: act.answers,
            words: act.words.kept,
            behalf,
            next_step: after.map(|step| step.code.clone()),
            due_on: self.kind.due(self.on, after, &self.answers, calendar),
            state,
        })])
    }
}
