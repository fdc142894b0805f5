//! Where an approval stands: who agreed, whose turn it is, what came of it. Told by its acts alone, one after the other.

use super::route::{Mode, Route, RouteStage};
use crate::document::DocumentNo;
use crate::event::Event;
use crate::kernel::{AccountName, Digest};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What came of an approval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ApprovalState {
    /// 待审批.
    Running,
    /// 已发布: every stage agreed, 终审 among them (DOC-21).
    Published,
    /// 已退回 to the writer.
    Returned,
    /// 已撤回.
    Withdrawn,
    /// A new version came, or the document was voided: it ended with that.
    Lapsed,
}

/// How a document stands with its approvals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DocumentApproval {
    /// 待审批.
    Running,
    /// 已发布.
    Published,
    /// 已退回.
    Returned,
    /// 已撤回.
    Withdrawn,
    /// 有新版本: an earlier version was submitted, the last one was not.
    Outdated,
}

/// Why an approval ended without its stages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum EndedBy {
    /// Whoever submitted took it back.
    Submitter,
    /// A new version came.
    Version,
    /// The document was voided.
    Void,
}

impl EndedBy {
    /// What the approval is since.
    #[must_use]
    pub fn state(self) -> ApprovalState {
        match self {
            Self::Submitter => ApprovalState::Withdrawn,
            Self::Version | Self::Void => ApprovalState::Lapsed,
        }
    }
}

impl From<ApprovalState> for DocumentApproval {
    /// What an approval of the last version makes of its document.
    fn from(state: ApprovalState) -> Self {
        match state {
            ApprovalState::Running => Self::Running,
            ApprovalState::Published => Self::Published,
            ApprovalState::Returned => Self::Returned,
            ApprovalState::Withdrawn => Self::Withdrawn,
            ApprovalState::Lapsed => Self::Outdated,
        }
    }
}

/// A seat whose opinion is waited for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// Its number.
    pub seat: u32,
    /// Who sits there; `None` for somebody without an account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountName>,
}

/// Where an approval stands after an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// What came of it.
    pub state: ApprovalState,
    /// The stage that it has reached, from 1.
    pub stage: u32,
    /// Whose opinions are waited for.
    pub waiting: Vec<Waiting>,
}

/// 代理: who may give a seat's opinion beside its holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandIn {
    /// Who.
    pub account: AccountName,
    /// From that day on.
    pub from: NaiveDate,
    /// Until that day, that day included; without end where `None`.
    pub to: Option<NaiveDate>,
}

/// A seat of a running approval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chair {
    /// 1, 2, … through all stages, further ones last.
    pub number: u32,
    /// Its stage, from 1.
    pub stage: u32,
    /// 职务.
    pub post: String,
    /// Who sits there.
    pub account: Option<AccountName>,
    /// 加签: it was asked for later.
    pub further: bool,
    /// Whether it agreed, since the stage was reached last.
    pub agreed: bool,
    /// Whether a file came with that: the minutes, at a meeting's stage.
    pub with_file: bool,
    /// Who stands in.
    pub stand_in: Option<StandIn>,
}

impl Chair {
    /// Whether the account may give this seat's opinion on that day.
    #[must_use]
    pub fn is_for(&self, account: &AccountName, today: NaiveDate) -> bool {
        let holds = self.account.as_ref() == Some(account);
        holds || self.stands_in(account, today)
    }

    /// Whether the account stands in for the seat's holder on that day.
    #[must_use]
    pub fn stands_in(&self, account: &AccountName, today: NaiveDate) -> bool {
        let on = |one: &StandIn| one.from <= today && one.to.is_none_or(|to| today <= to);
        self.stand_in.as_ref().is_some_and(|one| one.account == *account && on(one))
    }
}

/// An approval as its acts left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Of which document.
    pub document: DocumentNo,
    /// 1, 2, … of the document.
    pub number: u32,
    /// The version that it is bound to.
    pub version: u32,
    /// SHA-256 of that version.
    pub file: Digest,
    /// Who submitted it.
    pub submitter: AccountName,
    /// The way.
    pub route: Route,
    /// Its seats, those asked for later last.
    pub chairs: Vec<Chair>,
    /// What came of it.
    pub state: ApprovalState,
    /// The stage that it has reached, from 1.
    pub stage: u32,
    /// The last day on which somebody was reminded.
    pub reminded_on: Option<NaiveDate>,
}

impl Course {
    /// An approval as it is submitted.
    #[must_use]
    pub fn begin(
        document: DocumentNo,
        number: u32,
        (version, file): (u32, Digest),
        submitter: &AccountName,
        route: Route,
    ) -> Self {
        let stages = (1_u32..).zip(&route.stages);
        let seats = stages.flat_map(|(stage, one)| one.seats.iter().map(move |seat| (stage, seat)));
        let chairs = (1_u32..).zip(seats).map(|(number, (stage, seat))| Chair {
            number,
            stage,
            post: seat.post.clone(),
            account: seat.account.clone(),
            further: false,
            agreed: false,
            with_file: false,
            stand_in: None,
        });
        Self {
            chairs: chairs.collect(),
            document,
            number,
            version,
            file,
            submitter: submitter.clone(),
            route,
            state: ApprovalState::Running,
            stage: 1,
            reminded_on: None,
        }
    }

    /// An approval told by its acts, each with who did it; `None` where they do not begin with a submission.
    pub fn told<'e>(acts: impl IntoIterator<Item = (&'e Event, &'e AccountName)>) -> Option<Self> {
        let mut course: Option<Self> = None;
        for (event, account) in acts {
            match (event, &mut course) {
                (Event::DocumentSubmitted(e), _) => {
                    let bound = (e.version, e.file);
                    let begun = Self::begin(e.document.clone(), e.approval, bound, account, e.route.clone());
                    course = Some(begun);
                }
                (_, Some(course)) => course.take(event),
                (_, None) => return None,
            }
        }
        course
    }

    /// What an act changes.
    fn take(&mut self, event: &Event) {
        match event {
            Event::OpinionGiven(e) => self.agree(e.seat, e.evidence.is_some()),
            Event::ApprovalSentBack(e) => self.send_back(e.to),
            Event::FurtherOpinionAsked(e) => self.add(e.stage, e.seat.post.clone(), e.seat.account.clone()),
            Event::StandInNamed(e) => {
                if let Some(chair) = self.chairs.iter_mut().find(|chair| chair.number == e.seat) {
                    chair.stand_in = Some(StandIn { account: e.account.clone(), from: e.from, to: e.to });
                }
            }
            Event::ApprovalReminded(e) => self.reminded_on = Some(e.on),
            Event::ApprovalWithdrawn(e) => self.state = e.by.state(),
            _ => {}
        }
    }

    /// The seat agrees; a stage that has what it needs gives way to the next one.
    pub(super) fn agree(&mut self, seat: u32, with_file: bool) {
        if let Some(chair) = self.chairs.iter_mut().find(|chair| chair.number == seat) {
            (chair.agreed, chair.with_file) = (true, with_file);
        }
        while self.state == ApprovalState::Running && self.passed() {
            if self.stage as usize == self.route.stages.len() {
                self.state = ApprovalState::Published;
            } else {
                self.stage += 1;
            }
        }
    }

    /// Back to a stage, which and whose followers begin anew; to the writer where `None`, which ends it.
    pub(super) fn send_back(&mut self, to: Option<u32>) {
        let Some(to) = to else {
            self.state = ApprovalState::Returned;
            return;
        };
        self.stage = to;
        for chair in self.chairs.iter_mut().filter(|chair| chair.stage >= to) {
            (chair.agreed, chair.with_file) = (false, false);
        }
    }

    /// 加签 at a stage; its number.
    pub(super) fn add(&mut self, stage: u32, post: String, account: Option<AccountName>) {
        let number = self.chairs.iter().map(|chair| chair.number).max().unwrap_or(0) + 1;
        let (further, agreed, with_file) = (true, false, false);
        self.chairs.push(Chair { number, stage, post, account, further, agreed, with_file, stand_in: None });
    }

    /// The stage of that number.
    #[must_use]
    pub fn stage_at(&self, stage: u32) -> Option<&RouteStage> {
        self.route.stages.get((stage as usize).checked_sub(1)?)
    }

    fn here(&self) -> impl Iterator<Item = &Chair> {
        self.chairs.iter().filter(|chair| chair.stage == self.stage)
    }

    fn mode(&self) -> Mode {
        self.stage_at(self.stage).map_or(Mode::InOrder, |stage| stage.mode)
    }

    /// Whether the stage has what it needs: what its mode asks for, and every 加签.
    fn passed(&self) -> bool {
        let further = self.here().filter(|chair| chair.further).all(|chair| chair.agreed);
        let mut own = self.here().filter(|chair| !chair.further);
        further
            && match self.mode() {
                Mode::InOrder | Mode::All => own.all(|chair| chair.agreed),
                Mode::OneOf => own.any(|chair| chair.agreed),
            }
    }

    /// The seats whose opinions are waited for now.
    #[must_use]
    pub fn waiting(&self) -> Vec<&Chair> {
        if self.state != ApprovalState::Running {
            return Vec::new();
        }
        let open = |chair: &&Chair| !chair.agreed;
        let own: Vec<&Chair> = self.here().filter(|chair| !chair.further).collect();
        let mut waiting: Vec<&Chair> = match self.mode() {
            Mode::InOrder => own.into_iter().find(open).into_iter().collect(),
            Mode::All => own.into_iter().filter(open).collect(),
            Mode::OneOf if own.iter().any(|chair| chair.agreed) => Vec::new(),
            Mode::OneOf => own,
        };
        waiting.extend(self.here().filter(|chair| chair.further).filter(open));
        waiting
    }

    /// Where it stands, as an act records it.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let waiting = self.waiting();
        let seat = |chair: &&Chair| Waiting { seat: chair.number, account: chair.account.clone() };
        Standing { state: self.state, stage: self.stage, waiting: waiting.iter().map(seat).collect() }
    }
}
