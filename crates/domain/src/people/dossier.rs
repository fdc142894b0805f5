//! Everything on record about one engineer (登记备案存档, §6.1): what the rules of people read, and the person page shows.

use super::{
    Arrival, ArrivalState, DecidedGround, Leaving, Letters, Membership, Paper, PaperKind, Probation,
    Replacement, WorkNote, may_ask_replacement, probations,
};
use crate::assessment::ItemScore;
use crate::kernel::{AccountName, Digest, Month, Score, StaffNo, UnitCode};
use crate::refusal::Refusal;
use chrono::NaiveDate;

/// Who answers for an engineer in the unit (管理人): an account, or a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StayManager {
    /// An account of this ledger.
    pub account: Option<AccountName>,
    /// Salted digest of the name of somebody without an account.
    pub name: Option<Digest>,
}

/// A stay with its papers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    /// Where and when.
    pub membership: Membership,
    /// Papers filed for it, each kind once.
    pub papers: Vec<Paper>,
    /// 管理人.
    pub manager: Option<StayManager>,
    /// How it ended, where that was recorded with a handover.
    pub leaving: Option<Leaving>,
}

/// A submitted score of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthScore {
    /// Where.
    pub unit: UnitCode,
    /// When.
    pub month: Month,
    /// Points.
    pub score: Score,
    /// The rubric's items; empty where a total was given.
    pub items: Vec<ItemScore>,
    /// Whether the rule set of its quarter counts the edge of 70 points itself (含70).
    pub at_seventy: bool,
}

/// Something that a person's start in a unit asks for (PER-06).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// A signed paper.
    Paper(PaperKind),
    /// 管理人.
    Manager,
}

impl Requirement {
    /// All of them, in the order of the source.
    pub const ALL: [Self; 4] = [
        Self::Paper(PaperKind::Letter),
        Self::Paper(PaperKind::Agreement),
        Self::Paper(PaperKind::Pledge),
        Self::Manager,
    ];

    /// `letter`, `agreement`, `pledge` or `manager`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Paper(kind) => kind.code(),
            Self::Manager => "manager",
        }
    }
}

impl Stay {
    /// The paper of that kind.
    #[must_use]
    pub fn paper(&self, kind: PaperKind) -> Option<&Paper> {
        self.papers.iter().find(|paper| paper.kind == kind)
    }

    /// Whether it has that.
    #[must_use]
    pub fn meets(&self, requirement: Requirement) -> bool {
        match requirement {
            Requirement::Paper(kind) => self.paper(kind).is_some(),
            Requirement::Manager => self.manager.is_some(),
        }
    }

    /// What is still missing (待补手续).
    pub fn missing(&self) -> impl Iterator<Item = Requirement> {
        Requirement::ALL.into_iter().filter(|requirement| !self.meets(*requirement))
    }

    /// Whether the person may see documents of customers that day: on duty, with the 信息安全协议 filed (SEC-03), and not
    /// after the last day (SEC-05).
    #[must_use]
    pub fn customer_documents(&self, day: NaiveDate) -> bool {
        self.membership.covers(day) && self.meets(Requirement::Paper(PaperKind::Agreement))
    }
}

/// The file of one engineer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// 工号.
    pub staff_no: StaffNo,
    /// 岗位.
    pub post: Option<String>,
    /// Which personal data the journal names.
    pub personal: Option<Digest>,
    /// Announcements, oldest first.
    pub arrivals: Vec<Arrival>,
    /// Stays, by arrival.
    pub stays: Vec<Stay>,
    /// 工作记录, by number.
    pub notes: Vec<WorkNote>,
    /// Submitted scores, by month.
    pub scores: Vec<MonthScore>,
    /// Requests for a replacement, by number.
    pub replacements: Vec<Replacement>,
    /// Decisions that ask for a replacement and stand.
    pub decided: Vec<DecidedGround>,
}

impl Dossier {
    /// The file of somebody of whom nothing is on record.
    #[must_use]
    pub fn empty(staff_no: StaffNo) -> Self {
        Self {
            staff_no,
            post: None,
            personal: None,
            arrivals: Vec::new(),
            stays: Vec::new(),
            notes: Vec::new(),
            scores: Vec::new(),
            replacements: Vec::new(),
            decided: Vec::new(),
        }
    }

    /// The announcement that waits for the letter.
    #[must_use]
    pub fn announced(&self) -> Option<&Arrival> {
        self.arrivals.iter().find(|arrival| arrival.state == ArrivalState::Open)
    }

    /// The stay that began that day; the newest where no day is said.
    ///
    /// # Errors
    /// [`Refusal::NeverOnDuty`], [`Refusal::NoStayFrom`].
    pub fn stay(&self, arrived_on: Option<NaiveDate>) -> Result<&Stay, Refusal> {
        let staff_no = || self.staff_no.clone();
        match arrived_on {
            None => self.stays.last().ok_or_else(|| Refusal::NeverOnDuty { staff_no: staff_no() }),
            Some(day) => {
                let found = self.stays.iter().find(|stay| stay.membership.arrived_on == day);
                found.ok_or_else(|| Refusal::NoStayFrom { staff_no: staff_no(), arrived_on: day })
            }
        }
    }

    /// The stay on a day.
    #[must_use]
    pub fn stay_on(&self, day: NaiveDate) -> Option<&Stay> {
        self.stays.iter().find(|stay| stay.membership.covers(day))
    }

    /// Days on which letters were signed.
    #[must_use]
    pub fn letters(&self) -> Letters {
        let signed = |stay: &Stay| {
            let letter = stay.paper(PaperKind::Letter)?;
            Some((self.staff_no.clone(), stay.membership.arrived_on, letter.signed_on))
        };
        Letters::new(self.stays.iter().filter_map(signed).collect())
    }

    /// Every probation, by its first day.
    #[must_use]
    pub fn probations(&self) -> Vec<Probation> {
        let letter = |on: NaiveDate| {
            let stay = self.stays.iter().find(|stay| stay.membership.arrived_on == on)?;
            stay.paper(PaperKind::Letter).map(|paper| paper.signed_on)
        };
        probations(self.stays.iter().map(|stay| &stay.membership), letter)
    }

    /// The probation that a stay began, if it did.
    #[must_use]
    pub fn probation_of(&self, stay: &Stay) -> Option<Probation> {
        let arrived_on = stay.membership.arrived_on;
        let first = self.stays.iter().all(|other| arrived_on <= other.membership.arrived_on);
        Probation::of_stay(arrived_on, first, stay.paper(PaperKind::Letter).map(|paper| paper.signed_on))
    }

    /// Whether a month's score is a probation score.
    #[must_use]
    pub fn probation_touches(&self, month: Month) -> bool {
        self.probations().into_iter().any(|probation| probation.touches(month))
    }

    /// Submitted probation scores that let the unit ask for a replacement (§6.4).
    pub fn grounds<'a>(&'a self, unit: &'a UnitCode) -> impl Iterator<Item = &'a MonthScore> {
        let probations = self.probations();
        self.scores.iter().filter(move |at| {
            let probation = probations.iter().any(|probation| probation.touches(at.month));
            at.unit == *unit && may_ask_replacement(at.score, probation, at.at_seventy)
        })
    }
}
