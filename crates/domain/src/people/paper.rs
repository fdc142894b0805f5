//! The papers of a stay: 到岗接收函, 信息安全协议, 安全生产承诺书 (§6.1, PER-02…06, SIG-09, DOC-34), and 管理人.

use super::Dossier;
use crate::event::{Arrived, Event, ManagerNamed, MembershipRecorded, PaperFiled};
use crate::kernel::{AccountName, Digest};
use crate::organisation::Party;
use crate::people::Membership;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Which paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PaperKind {
    /// 到岗接收函: puts somebody on duty and begins the probation.
    Letter,
    /// 信息安全协议: opens customers' documents.
    Agreement,
    /// 安全生产承诺书.
    Pledge,
}

impl PaperKind {
    /// All of them, in the order of the source.
    pub const ALL: [Self; 3] = [Self::Letter, Self::Agreement, Self::Pledge];

    /// `letter`, `agreement` or `pledge`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Agreement => "agreement",
            Self::Pledge => "pledge",
        }
    }
}

/// 代录: a step that belongs to somebody else, entered for them, and what shows that they took it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OnBehalf {
    /// The party whose step it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<Party>,
    /// Salted digest of the name of the person whose step it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Digest>,
    /// What it rests on: the number of a 快文, a letter, a screenshot.
    pub basis: String,
}

/// Most characters of a number or of what an entry on behalf rests on.
pub const LONGEST_NUMBER: u32 = 60;

impl OnBehalf {
    /// As it is recorded.
    ///
    /// # Errors
    /// [`Refusal::BasisNeeded`] where nobody is named or nothing shows it; [`Refusal::TextLong`].
    pub fn checked(self) -> Result<Self, Refusal> {
        let basis = self.basis.trim().to_owned();
        if basis.is_empty() || (self.party.is_none() && self.person.is_none()) {
            return Err(Refusal::BasisNeeded);
        }
        if basis.chars().count() > LONGEST_NUMBER as usize {
            return Err(Refusal::TextLong { limit: LONGEST_NUMBER });
        }
        Ok(Self { basis, ..self })
    }
}

/// What is filed of a signed paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PaperRecord {
    /// Which.
    pub kind: PaperKind,
    /// 文号.
    pub number: String,
    /// The day on which both parties had signed.
    pub signed_on: NaiveDate,
    /// SHA-256 of the signed copy.
    pub scan: Digest,
    /// 代录.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf: Option<OnBehalf>,
}

/// A paper on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Which.
    pub kind: PaperKind,
    /// 文号.
    pub number: String,
    /// The day on which both parties had signed.
    pub signed_on: NaiveDate,
    /// SHA-256 of the signed copy.
    pub scan: Digest,
    /// 代录.
    pub on_behalf: Option<OnBehalf>,
    /// Why it was corrected last, where it was.
    pub correction: Option<String>,
    /// Who filed it as it now stands.
    pub account: AccountName,
    /// When.
    pub filed_on: NaiveDate,
}

impl Paper {
    fn record(&self) -> PaperRecord {
        PaperRecord {
            kind: self.kind,
            number: self.number.clone(),
            signed_on: self.signed_on,
            scan: self.scan,
            on_behalf: self.on_behalf.clone(),
        }
    }
}

/// A paper to be filed or corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPaper {
    /// Which.
    pub kind: PaperKind,
    /// 文号.
    pub number: String,
    /// The day on which both parties had signed.
    pub signed_on: NaiveDate,
    /// SHA-256 of the signed copy; a correction without one keeps the copy on record.
    pub scan: Option<Digest>,
    /// 代录.
    pub on_behalf: Option<OnBehalf>,
}

impl NewPaper {
    fn checked(self, known: Option<&Paper>, today: NaiveDate) -> Result<PaperRecord, Refusal> {
        let number = self.number.trim().to_owned();
        if number.is_empty() {
            return Err(Refusal::PaperNumberNeeded);
        }
        if number.chars().count() > LONGEST_NUMBER as usize {
            return Err(Refusal::TextLong { limit: LONGEST_NUMBER });
        }
        if self.signed_on > today {
            return Err(Refusal::DateInFuture { date: self.signed_on, today });
        }
        let scan = self.scan.or(known.map(|paper| paper.scan)).ok_or(Refusal::ScanNeeded)?;
        let on_behalf = self.on_behalf.map(OnBehalf::checked).transpose()?;
        Ok(PaperRecord { kind: self.kind, number, signed_on: self.signed_on, scan, on_behalf })
    }
}

impl Dossier {
    /// The first day on duty where none is said: the later of the day of signing and the day announced.
    ///
    /// # Errors
    /// [`Refusal::NotAnnounced`].
    pub fn day_of_arrival(&self, signed_on: NaiveDate) -> Result<NaiveDate, Refusal> {
        let open =
            self.announced().ok_or_else(|| Refusal::NotAnnounced { staff_no: self.staff_no.clone() })?;
        Ok(signed_on.max(open.expected_on))
    }

    /// Files the letter of somebody announced, who is on duty from `arrived_on`. The letter comes first (§6.1: before the
    /// arrival), and the other papers after it.
    ///
    /// # Errors
    /// [`Refusal::NotAnnounced`], [`Refusal::LetterBeforeDuty`], [`Refusal::ArrivedBeforeLetter`], and what a paper is
    /// refused for.
    pub fn arrive(
        &self,
        paper: NewPaper,
        arrived_on: NaiveDate,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        let staff_no = self.staff_no.clone();
        let Some(open) = self.announced() else { return Err(Refusal::NotAnnounced { staff_no }) };
        let unit = open.unit.clone();
        if paper.kind != PaperKind::Letter {
            return Err(Refusal::LetterBeforeDuty { staff_no, unit });
        }
        let paper = paper.checked(None, today)?;
        let signed_on = paper.signed_on;
        if arrived_on < signed_on {
            return Err(Refusal::ArrivedBeforeLetter { arrived_on, signed_on });
        }
        self.free_from(&unit, arrived_on)?;
        let number = open.number;
        let membership =
            Membership { staff_no: staff_no.clone(), unit: unit.clone(), arrived_on, left_on: None };
        Ok(vec![
            Event::MembershipRecorded(MembershipRecorded { membership }),
            Event::Arrived(Arrived { staff_no: staff_no.clone(), number, arrived_on }),
            Event::PaperFiled(PaperFiled { staff_no, unit, arrived_on, paper, correction: None }),
        ])
    }

    /// Files a paper of a stay, once. A letter may be made up for here by those who came in from a list.
    ///
    /// # Errors
    /// [`Refusal::PaperFiled`] and what a paper is refused for.
    pub fn file_paper(
        &self,
        arrived_on: Option<NaiveDate>,
        paper: NewPaper,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        let stay = self.stay(arrived_on)?;
        let Membership { staff_no, unit, arrived_on, .. } = stay.membership.clone();
        if let Some(known) = stay.paper(paper.kind) {
            return Err(Refusal::PaperFiled {
                staff_no,
                arrived_on,
                paper: known.kind,
                number: known.number.clone(),
            });
        }
        let paper = paper.checked(None, today)?;
        Ok(vec![Event::PaperFiled(PaperFiled { staff_no, unit, arrived_on, paper, correction: None })])
    }

    /// Corrects what was filed of a paper; without a new copy the old one stays. The same again does nothing. The arrival
    /// does not move with the letter: who came on duty stays so.
    ///
    /// # Errors
    /// [`Refusal::PaperNotFiled`], [`Refusal::ReasonNeeded`], and what a paper is refused for.
    pub fn correct_paper(
        &self,
        arrived_on: Option<NaiveDate>,
        paper: NewPaper,
        reason: &str,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        let stay = self.stay(arrived_on)?;
        let Membership { staff_no, unit, arrived_on, .. } = stay.membership.clone();
        let Some(known) = stay.paper(paper.kind) else {
            return Err(Refusal::PaperNotFiled { staff_no, arrived_on, paper: paper.kind });
        };
        let announced = self.arrivals.iter().any(|a| a.state == super::ArrivalState::Arrived(arrived_on));
        if paper.kind == PaperKind::Letter && announced && paper.signed_on > arrived_on {
            return Err(Refusal::ArrivedBeforeLetter { arrived_on, signed_on: paper.signed_on });
        }
        let paper = paper.checked(Some(known), today)?;
        if paper == known.record() {
            return Ok(Vec::new());
        }
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Refusal::ReasonNeeded);
        }
        let correction = Some(reason.to_owned());
        Ok(vec![Event::PaperFiled(PaperFiled { staff_no, unit, arrived_on, paper, correction })])
    }

    /// Names who answers for the person in the unit (管理人); the same again does nothing.
    ///
    /// # Errors
    /// [`Refusal::ManagerNeeded`] where nobody or both an account and a name are given.
    pub fn name_manager(
        &self,
        arrived_on: Option<NaiveDate>,
        account: Option<AccountName>,
        name: Option<Digest>,
    ) -> Result<Vec<Event>, Refusal> {
        let stay = self.stay(arrived_on)?;
        if account.is_some() == name.is_some() {
            return Err(Refusal::ManagerNeeded);
        }
        if stay.manager.as_ref().is_some_and(|known| known.account == account && known.name == name) {
            return Ok(Vec::new());
        }
        let Membership { staff_no, unit, arrived_on, .. } = stay.membership.clone();
        Ok(vec![Event::ManagerNamed(ManagerNamed { staff_no, unit, arrived_on, account, name })])
    }
}
