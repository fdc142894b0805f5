//! Who must agree, in which order: 编制 → 复核 → 审批, and which steps need a second person. General; settlement,
//! exemptions, unit months and paper signatures all ask here. Beside it the approval of documents (DOC-19): a way of stages and
//! seats ([`Route`]), bound to one version ([`submit`]), and where it stands ([`Course`]).

mod course;
mod opinion;
mod route;
mod submission;
mod template;

pub use course::{ApprovalState, Chair, Course, DocumentApproval, EndedBy, StandIn, Standing, Waiting};
pub use opinion::{Acting, Opinion, Verdict};
pub use route::{Asked, Candidate, Mode, Route, RouteStage, Seat, StageKind};
pub use submission::{Submission, submit};
pub use template::{Template, TemplateStage, proposed, templates};

use crate::kernel::{AccountName, Actor, Role};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// A step of an approval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Step {
    /// 编制.
    Prepare,
    /// 复核 (unit month: 审核).
    Review,
    /// 审批.
    Approve,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// Which.
    pub step: Step,
    /// By whom.
    pub account: AccountName,
}

/// Checks that `actor` may take `step` after the steps taken so far. With two-person work on, nobody reviews or
/// approves what they prepared; with it off, one person may take every step. An administrator prepares for others
/// (代录) and, with two-person work on, neither reviews nor approves.
pub fn take(taken: &[Taken], step: Step, actor: &Actor, two_person: bool) -> Result<(), Refusal> {
    if let Some(missing) =
        [Step::Prepare, Step::Review].into_iter().find(|s| *s < step && !taken.iter().any(|t| t.step == *s))
    {
        return Err(Refusal::StepMissing { step: missing });
    }
    second_person(
        taken.iter().filter(|t| t.step == Step::Prepare).map(|t| &t.account),
        step,
        actor,
        two_person,
    )
}

/// Checks that `actor` is a second person beside the preparers, where two-person work asks for one.
pub fn second_person<'a>(
    mut preparers: impl Iterator<Item = &'a AccountName>,
    step: Step,
    actor: &Actor,
    two_person: bool,
) -> Result<(), Refusal> {
    if !two_person || step == Step::Prepare {
        return Ok(());
    }
    if preparers.any(|account| *account == actor.account) {
        return Err(Refusal::SecondPersonNeeded { step });
    }
    if actor.role == Role::Administrator {
        return Err(Refusal::BusinessAccountNeeded { step });
    }
    Ok(())
}

#[cfg(test)]
mod tests;
