//! What others have to do: research and development where it is beyond the group (TKT-56, FRM-76), or another department
//! (TKT-34), followed until it is solved and told to the requester.

use super::{Behalf, Ticket, TicketState, Words};
use crate::event::{Event, HelpAnswered, HelpAsked};
use crate::kernel::Digest;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whom it was sent to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum HelpFrom {
    /// 研发中心, by 研发中心技术支持及开发申请表.
    Research,
    /// Another department.
    Department,
}

/// Something others were asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// 1, 2, … of the ticket.
    pub number: u32,
    /// Whom.
    pub from: HelpFrom,
    /// The department's name.
    pub department: Option<String>,
    /// Asked on that day.
    pub asked_on: NaiveDate,
    /// Answered on that day, and whether it solved it.
    pub answered: Option<(NaiveDate, bool)>,
}

/// Most characters of a department's name.
const LONGEST_NAME: u32 = 60;

/// An answer, as it is recorded.
#[derive(Clone, Debug)]
pub struct HelpAnswer {
    /// Whether it was solved: 论证结果 可行, or done.
    pub solved: bool,
    /// Answered on that day.
    pub on: NaiveDate,
    /// The requester was told on that day.
    pub told_on: NaiveDate,
    /// The result: 技术中心意见.
    pub words: Words,
    /// A paper of theirs.
    pub file: Option<Digest>,
    /// Who answered, and what shows it.
    pub behalf: Behalf,
}

impl Ticket {
    /// Sends it to others. The first stays responsible and follows it.
    ///
    /// # Errors
    /// [`Refusal::TicketElsewhere`], [`Refusal::ReasonNeeded`], [`Refusal::DepartmentNeeded`].
    pub fn ask_help(
        &self,
        from: HelpFrom,
        department: Option<&str>,
        words: Words,
        file: Option<Digest>,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        self.in_state(&[TicketState::Assigned, TicketState::Running])?;
        let text = words.needed()?.kept;
        let department = department.map(str::trim).filter(|name| !name.is_empty());
        let long = department.is_some_and(|name| name.chars().count() > LONGEST_NAME as usize);
        if long || (from == HelpFrom::Department && department.is_none()) {
            return Err(Refusal::DepartmentNeeded { limit: LONGEST_NAME });
        }
        Ok(vec![Event::HelpAsked(HelpAsked {
            ticket: self.no.clone(),
            number: self.next_words,
            help: u32::try_from(self.helps.len()).unwrap_or(u32::MAX) + 1,
            from,
            department: department.filter(|_| from == HelpFrom::Department).map(str::to_owned),
            on: today,
            file,
            text,
        })])
    }

    /// Records the answer, and when the requester was told of it.
    ///
    /// # Errors
    /// [`Refusal::TicketEnded`], [`Refusal::NoHelpWaits`], [`Refusal::ReasonNeeded`], [`Refusal::BasisNeeded`],
    /// [`Refusal::PersonNeeded`], [`Refusal::DayOutside`].
    pub fn answer_help(
        &self,
        number: u32,
        answer: HelpAnswer,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        self.open()?;
        let waits = self.helps.iter().find(|help| help.number == number && help.answered.is_none());
        let asked = waits.ok_or(Refusal::NoHelpWaits { number })?;
        self.between(answer.on, asked.asked_on, today)?;
        self.between(answer.told_on, answer.on, today)?;
        let text = answer.words.needed()?.kept;
        let behalf = answer.behalf.checked(answer.words)?;
        Ok(vec![Event::HelpAnswered(HelpAnswered {
            ticket: self.no.clone(),
            number: self.next_words,
            help: number,
            solved: answer.solved,
            on: answer.on,
            told_on: answer.told_on,
            file: answer.file,
            text,
            behalf,
        })])
    }

    /// What others still have to answer.
    pub fn helps_open(&self) -> impl Iterator<Item = &Help> {
        self.helps.iter().filter(|help| help.answered.is_none())
    }
}
