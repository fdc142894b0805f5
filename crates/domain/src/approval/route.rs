//! The way that a document goes for its approval: stages in order, and who sits at each (DOC-19, DOC-20).

use crate::kernel::{AccountName, Role};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a stage is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum StageKind {
    /// 初审, 审核: before the last word.
    Review,
    /// 终审: nothing is published without it (DOC-21).
    Final,
    /// 发布: no judgement any more, so that whoever submitted may do it.
    Publish,
}

/// How the seats of a stage give their opinions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Mode {
    /// 依次: one after the other.
    InOrder,
    /// 会签: all of them, in whatever order.
    All,
    /// 或签: one of them is enough.
    OneOf,
}

/// A place at a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Seat {
    /// 职务.
    pub post: String,
    /// Who sits there; `None` for somebody without an account, whose name stands among the act's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountName>,
}

/// A stage of the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RouteStage {
    /// What users call it.
    pub name: String,
    /// What it is for.
    pub kind: StageKind,
    /// How its seats give their opinions.
    pub mode: Mode,
    /// 跨部门会议: who agrees brings its minutes (DOC-20).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub meeting: bool,
    /// Who sits there.
    pub seats: Vec<Seat>,
}

/// The whole way. Its seats are numbered 1, 2, … through all stages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// In order.
    pub stages: Vec<RouteStage>,
}

/// Somebody who could sit at a stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Signs in as.
    pub account: AccountName,
    /// May do what that role may.
    pub role: Role,
    /// Whether they may read the document: nobody is asked about what they may not see.
    pub reads: bool,
}

/// Who may be asked, as a rule finds them.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Accounts that are open.
    pub known: &'a [Candidate],
    /// Who submits.
    pub submitter: &'a AccountName,
    /// Whether two-person work is on.
    pub two_person: bool,
}

/// Most stages of a way.
const MOST_STAGES: u32 = 10;
/// Most seats of a stage.
pub(super) const MOST_SEATS: u32 = 20;
/// Most characters of a stage's name and of a post.
const LONGEST_NAME: u32 = 40;

fn named(text: &str) -> Result<String, Refusal> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() || text.chars().count() > LONGEST_NAME as usize {
        return Err(Refusal::NameLength { limit: LONGEST_NAME });
    }
    Ok(text)
}

impl Asked<'_> {
    /// Checks that an account may sit at a stage: it is open, may read the document and, with two-person work on, is a second
    /// person where something is judged.
    pub(super) fn may_sit(&self, account: &AccountName, stage: &RouteStage) -> Result<(), Refusal> {
        let found = self.known.iter().find(|one| one.account == *account);
        let candidate = found.ok_or_else(|| Refusal::UnknownAccount { account: account.clone() })?;
        if !candidate.reads {
            return Err(Refusal::SeatCannotRead { account: account.clone() });
        }
        let judges = stage.kind != StageKind::Publish;
        if self.two_person && judges && (account == self.submitter || candidate.role == Role::Administrator) {
            return Err(Refusal::SeatNotSecond { stage: stage.name.clone(), account: account.clone() });
        }
        Ok(())
    }
}

impl Seat {
    /// As it is recorded.
    pub(super) fn checked(
        self,
        stage: &RouteStage,
        named_outside: bool,
        asked: &Asked<'_>,
    ) -> Result<Self, Refusal> {
        let post = named(&self.post)?;
        match &self.account {
            Some(account) => asked.may_sit(account, stage)?,
            None if named_outside => {}
            None => return Err(Refusal::SeatNameNeeded { stage: stage.name.clone(), post }),
        }
        Ok(Self { post, ..self })
    }
}

impl Route {
    /// As it is recorded. `outside` are the numbers of seats for whom a name without an account was given.
    ///
    /// # Errors
    /// [`Refusal::RouteStages`], [`Refusal::RouteEnd`] where it has not one 终审, with nothing but 发布 after it;
    /// [`Refusal::StageSeats`], [`Refusal::SeatTwice`], [`Refusal::SeatNameNeeded`], [`Refusal::NameLength`],
    /// [`Refusal::UnknownAccount`], [`Refusal::SeatCannotRead`], [`Refusal::SeatNotSecond`].
    pub fn checked(self, outside: &BTreeSet<u32>, asked: &Asked<'_>) -> Result<Self, Refusal> {
        if self.stages.is_empty() || self.stages.len() > MOST_STAGES as usize {
            return Err(Refusal::RouteStages { most: MOST_STAGES });
        }
        self.ends_well()?;
        let (mut number, mut stages) = (0, Vec::new());
        for mut stage in self.stages {
            stage.name = named(&stage.name)?;
            if stage.seats.is_empty() || stage.seats.len() > MOST_SEATS as usize {
                return Err(Refusal::StageSeats { stage: stage.name, most: MOST_SEATS });
            }
            let mut sitting = BTreeSet::new();
            let mut seats = Vec::new();
            for seat in std::mem::take(&mut stage.seats) {
                number += 1;
                let seat = seat.checked(&stage, outside.contains(&number), asked)?;
                if let Some(account) = seat.account.clone().filter(|account| !sitting.insert(account.clone()))
                {
                    return Err(Refusal::SeatTwice { stage: stage.name, account });
                }
                seats.push(seat);
            }
            stages.push(RouteStage { seats, ..stage });
        }
        Ok(Self { stages })
    }

    /// One 终审, and nothing but one 发布 after it.
    fn ends_well(&self) -> Result<(), Refusal> {
        let kinds: Vec<StageKind> = self.stages.iter().map(|stage| stage.kind).collect();
        let judged = kinds.strip_suffix(&[StageKind::Publish]).unwrap_or(&kinds);
        match judged.split_last() {
            Some((StageKind::Final, before)) if before.iter().all(|kind| *kind == StageKind::Review) => {
                Ok(())
            }
            _ => Err(Refusal::RouteEnd),
        }
    }
}
