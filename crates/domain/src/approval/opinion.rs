//! What may be done with a running approval: agreeing, sending back, 加签, 代理, reminding, taking back.

use super::course::{ApprovalState, Chair, Course, EndedBy};
use super::route::{Asked, MOST_SEATS, Seat, StageKind};
use super::{Step, second_person};
use crate::event::{
    ApprovalReminded, ApprovalSentBack, ApprovalWithdrawn, Event, FurtherOpinionAsked, OpinionGiven,
    StandInNamed,
};
use crate::kernel::{AccountName, Actor, Digest, Role};
use crate::refusal::Refusal;
use crate::ticket::{Behalf, Words};
use chrono::NaiveDate;

/// What an opinion says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// 同意; at the stage of publishing 发布.
    Agree,
    /// 退回 to an earlier stage, or to the writer where `None`.
    SendBack(Option<u32>),
}

/// An opinion as it is to be recorded.
#[derive(Clone, Debug)]
pub struct Opinion {
    /// Of which seat.
    pub seat: u32,
    /// What it says.
    pub verdict: Verdict,
    /// Its words; why, where it sends back; whose it is, where somebody else records it.
    pub words: Words,
    /// SHA-256 of a file that came with it: the minutes of a meeting.
    pub file: Option<Digest>,
    /// 代录: what it rests on, and the day on which it was given.
    pub behalf: Option<(Behalf, NaiveDate)>,
}

/// Who does something with an approval, and when.
#[derive(Clone, Copy, Debug)]
pub struct Acting<'a> {
    /// Who.
    pub actor: &'a Actor,
    /// The day.
    pub today: NaiveDate,
    /// Whether two-person work is on.
    pub two_person: bool,
    /// Number of the act's words.
    pub number: u32,
}

impl Course {
    /// Refuses what cannot be done with an approval that has ended.
    fn running(&self) -> Result<(), Refusal> {
        if self.state == ApprovalState::Running {
            return Ok(());
        }
        let (document, number) = (self.document.clone(), self.number);
        Err(Refusal::ApprovalEnded { document, number, approval_state: self.state })
    }

    /// The seat of that number.
    fn chair(&self, seat: u32) -> Result<&Chair, Refusal> {
        let found = self.chairs.iter().find(|chair| chair.number == seat);
        found.ok_or_else(|| Refusal::UnknownSeat { document: self.document.clone(), seat })
    }

    /// The seat, which is waited for.
    fn waiting_chair(&self, seat: u32) -> Result<&Chair, Refusal> {
        self.running()?;
        let chair = self.chair(seat)?;
        if !self.waiting().iter().any(|one| one.number == seat) {
            return Err(Refusal::SeatNotWaiting { post: chair.post.clone() });
        }
        Ok(chair)
    }

    /// The seat whose opinion the account would give now, where it is one alone.
    ///
    /// # Errors
    /// [`Refusal::ApprovalEnded`], [`Refusal::NoSeatWaiting`] where there is none, or several.
    pub fn seat_of(&self, account: &AccountName, today: NaiveDate) -> Result<u32, Refusal> {
        self.running()?;
        let waiting = self.waiting();
        let mine: Vec<u32> =
            waiting.iter().filter(|chair| chair.is_for(account, today)).map(|chair| chair.number).collect();
        match mine[..] {
            [seat] => Ok(seat),
            _ => Err(Refusal::NoSeatWaiting { document: self.document.clone(), seats: mine }),
        }
    }

    /// Gives a seat's opinion: its holder or who stands in, or, with evidence, somebody who records it for its giver (代录). With
    /// two-person work on nobody judges, or records a judgement on, what they submitted themselves.
    ///
    /// # Errors
    /// [`Refusal::ApprovalEnded`], [`Refusal::UnknownSeat`], [`Refusal::SeatNotWaiting`], [`Refusal::NotYourSeat`],
    /// [`Refusal::SecondPersonNeeded`], [`Refusal::BusinessAccountNeeded`], [`Refusal::ReasonNeeded`],
    /// [`Refusal::NoEarlierStage`], [`Refusal::MinutesNeeded`], [`Refusal::ScanNeeded`], [`Refusal::DateInFuture`], and those of
    /// [`Behalf::checked`].
    pub fn opine(&self, opinion: Opinion, acting: Acting<'_>) -> Result<Vec<Event>, Refusal> {
        let Opinion { seat, verdict, words, file, behalf } = opinion;
        let chair = self.waiting_chair(seat)?;
        let stage = self.stage_at(chair.stage);
        let judges = stage.is_none_or(|stage| stage.kind != StageKind::Publish);
        let two_person = acting.two_person && judges;
        let mut evidence = file;
        let (mut on, mut recorded) = (None, None);
        if let Some((behalf, day)) = behalf {
            if two_person && acting.actor.account == self.submitter {
                return Err(Refusal::SecondPersonNeeded { step: Step::Approve });
            }
            evidence = evidence.or(behalf.evidence);
            if evidence.is_none() {
                return Err(Refusal::ScanNeeded);
            }
            if day > acting.today {
                return Err(Refusal::DateInFuture { date: day, today: acting.today });
            }
            recorded = Some(Behalf { evidence, ..behalf }.checked(words)?);
            on = Some(day);
        } else {
            if !chair.is_for(&acting.actor.account, acting.today) {
                return Err(Refusal::NotYourSeat { post: chair.post.clone() });
            }
            second_person([&self.submitter].into_iter(), Step::Approve, acting.actor, two_person)?;
        }
        let standing_in = recorded.is_none() && chair.account.as_ref() != Some(&acting.actor.account);
        let mut then = self.clone();
        let (document, approval, number) = (self.document.clone(), self.number, acting.number);
        match verdict {
            Verdict::Agree => {
                let has_minutes = || self.chairs.iter().any(|one| one.stage == chair.stage && one.with_file);
                if let Some(stage) = stage.filter(|stage| stage.meeting)
                    && evidence.is_none()
                    && !has_minutes()
                {
                    return Err(Refusal::MinutesNeeded { stage: stage.name.clone() });
                }
                then.agree(seat, evidence.is_some());
                Ok(vec![Event::OpinionGiven(OpinionGiven {
                    document,
                    approval,
                    seat,
                    version: self.version,
                    file: self.file,
                    number,
                    words: words.kept,
                    evidence,
                    standing_in,
                    on,
                    behalf: recorded,
                    stands: then.standing(),
                })])
            }
            Verdict::SendBack(to) => {
                let words = words.needed()?;
                if let Some(to) = to.filter(|to| !(1..self.stage).contains(to)) {
                    return Err(Refusal::NoEarlierStage { stage: to });
                }
                then.send_back(to);
                Ok(vec![Event::ApprovalSentBack(ApprovalSentBack {
                    document,
                    approval,
                    seat,
                    version: self.version,
                    file: self.file,
                    to,
                    number,
                    words: words.kept,
                    evidence,
                    standing_in,
                    on,
                    behalf: recorded,
                    stands: then.standing(),
                })])
            }
        }
    }

    /// 加签: asks for one more opinion at the stage, which does not pass without it. Whoever is waited for there may ask.
    ///
    /// # Errors
    /// [`Refusal::ApprovalEnded`], [`Refusal::NoSeatWaiting`], [`Refusal::StageSeats`], [`Refusal::SeatTwice`], and those of a
    /// seat that is submitted.
    pub fn ask_further(
        &self,
        seat: Seat,
        words: Words,
        asked: &Asked<'_>,
        acting: Acting<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        self.running()?;
        let waiting = self.waiting();
        if !waiting.iter().any(|chair| chair.is_for(&acting.actor.account, acting.today)) {
            return Err(Refusal::NoSeatWaiting { document: self.document.clone(), seats: Vec::new() });
        }
        let stage = self.stage_at(self.stage).expect("a running approval stands at a stage");
        let seated = self.chairs.iter().filter(|chair| chair.stage == self.stage);
        if seated.clone().count() >= MOST_SEATS as usize {
            return Err(Refusal::StageSeats { stage: stage.name.clone(), most: MOST_SEATS });
        }
        let seat = seat.checked(stage, words.person, asked)?;
        self.not_there_yet(seat.account.as_ref())?;
        let mut then = self.clone();
        then.add(self.stage, seat.post.clone(), seat.account.clone());
        Ok(vec![Event::FurtherOpinionAsked(FurtherOpinionAsked {
            document: self.document.clone(),
            approval: self.number,
            stage: self.stage,
            seat,
            number: acting.number,
            words: words.kept,
            stands: then.standing(),
        })])
    }

    /// Refuses an account that sits at the stage already.
    fn not_there_yet(&self, account: Option<&AccountName>) -> Result<(), Refusal> {
        let Some(account) = account else { return Ok(()) };
        let stage = self.stage_at(self.stage).map(|stage| stage.name.clone()).unwrap_or_default();
        let mut here = self.chairs.iter().filter(|chair| chair.stage == self.stage);
        if here.any(|chair| chair.account.as_ref() == Some(account)) {
            return Err(Refusal::SeatTwice { stage, account: account.clone() });
        }
        Ok(())
    }

    /// 代理: names who may give a seat's opinion beside its holder, for a time. The holder does it, whoever submitted, or an
    /// administrator, so that nobody's absence holds a document up.
    ///
    /// # Errors
    /// [`Refusal::ApprovalEnded`], [`Refusal::UnknownSeat`], [`Refusal::SeatNotWaiting`] where the seat has agreed,
    /// [`Refusal::NotYourSeat`], [`Refusal::DatesReversed`], [`Refusal::SeatTwice`], and those of a seat that is submitted.
    pub fn name_stand_in(
        &self,
        seat: u32,
        account: AccountName,
        (from, to): (NaiveDate, Option<NaiveDate>),
        words: Words,
        asked: &Asked<'_>,
        acting: Acting<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        self.running()?;
        let chair = self.chair(seat)?;
        if chair.agreed || chair.stage < self.stage {
            return Err(Refusal::SeatNotWaiting { post: chair.post.clone() });
        }
        let actor = acting.actor;
        let holds = chair.account.as_ref() == Some(&actor.account);
        if !holds && actor.account != self.submitter && actor.role != Role::Administrator {
            return Err(Refusal::NotYourSeat { post: chair.post.clone() });
        }
        if let Some(to) = to.filter(|to| *to < from.max(acting.today)) {
            return Err(Refusal::DatesReversed { from: from.max(acting.today), to });
        }
        self.stand_in(chair, account, (from, to), words, asked, acting.number)
    }

    fn stand_in(
        &self,
        chair: &Chair,
        account: AccountName,
        (from, to): (NaiveDate, Option<NaiveDate>),
        words: Words,
        asked: &Asked<'_>,
        number: u32,
    ) -> Result<Vec<Event>, Refusal> {
        let stage = self.stage_at(chair.stage).expect("a seat stands at a stage");
        asked.may_sit(&account, stage)?;
        let mut beside = self.chairs.iter().filter(|one| one.stage == chair.stage);
        if beside.any(|one| one.account.as_ref() == Some(&account)) {
            return Err(Refusal::SeatTwice { stage: stage.name.clone(), account });
        }
        Ok(vec![Event::StandInNamed(StandInNamed {
            document: self.document.clone(),
            approval: self.number,
            seat: chair.number,
            account,
            from,
            to,
            number,
            words: words.kept,
        })])
    }

    /// 岗位交接: whoever takes an account's work over stands in for it at every seat that is still to give an opinion and that
    /// they may take; the other seats stay with those who may name somebody.
    #[must_use]
    pub fn hand_over(
        &self,
        from: &AccountName,
        to: &AccountName,
        asked: &Asked<'_>,
        today: NaiveDate,
        next_words: u32,
    ) -> Vec<Event> {
        if self.state != ApprovalState::Running {
            return Vec::new();
        }
        let open = |chair: &&Chair| !chair.agreed && chair.stage >= self.stage;
        let mine = self.chairs.iter().filter(open).filter(|chair| chair.is_for(from, today));
        let named = mine.map(|chair| {
            self.stand_in(chair, to.clone(), (today, None), Words::default(), asked, next_words)
        });
        named.filter_map(Result::ok).flatten().collect()
    }

    /// 催办: reminds those who are waited for; again on the same day does nothing.
    ///
    /// # Errors
    /// [`Refusal::ApprovalEnded`].
    pub fn remind(&self, words: Words, acting: Acting<'_>) -> Result<Vec<Event>, Refusal> {
        self.running()?;
        if self.reminded_on == Some(acting.today) {
            return Ok(Vec::new());
        }
        Ok(vec![Event::ApprovalReminded(ApprovalReminded {
            document: self.document.clone(),
            approval: self.number,
            seats: self.waiting().iter().map(|chair| chair.number).collect(),
            on: acting.today,
            number: acting.number,
            words: words.kept,
        })])
    }

    /// 撤回: whoever submitted takes it back, or an administrator, with a reason.
    ///
    /// # Errors
    /// [`Refusal::ApprovalEnded`], [`Refusal::NotSubmitter`], [`Refusal::ReasonNeeded`].
    pub fn withdraw(&self, words: Words, acting: Acting<'_>) -> Result<Vec<Event>, Refusal> {
        self.running()?;
        if acting.actor.account != self.submitter && acting.actor.role != Role::Administrator {
            return Err(Refusal::NotSubmitter {
                document: self.document.clone(),
                by: self.submitter.clone(),
            });
        }
        let words = words.needed()?;
        Ok(vec![Event::ApprovalWithdrawn(ApprovalWithdrawn {
            document: self.document.clone(),
            approval: self.number,
            by: EndedBy::Submitter,
            number: acting.number,
            words: words.kept,
        })])
    }
}
