//! Whom to dispatch to: by skill, by load, or in turn, with the reason why somebody is proposed or skipped (DSP-15…DSP-18).

use super::TicketNo;
use crate::event::{Event, TurnSkipped};
use crate::kernel::StaffNo;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// An engineer who could be named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// 工号.
    pub staff_no: StaffNo,
    /// 技能, as on file.
    pub skills: Vec<String>,
    /// Open tickets that they answer for, first or second.
    pub open: u32,
    /// When they last had their turn, as the journal's time; `None` where they never had one.
    pub last_turn: Option<String>,
    /// Whether they are away today, by an approved leave or business trip.
    pub away: bool,
}

/// By what they are put in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DispatchOrder {
    /// 工作量: who has the fewest open tickets first (DSP-15).
    #[default]
    Load,
    /// 依次轮流: who waits for their turn longest first, 机会均等 (DSP-16).
    Turn,
}

/// Why somebody is skipped in this round; they wait for the next (DSP-17).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SkipReason {
    /// Has not the skill that is asked for.
    Skill,
    /// Away today.
    Away,
}

/// A line of the dispatch list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Who.
    pub who: Candidate,
    /// The n-th that is proposed; `None` for who is skipped.
    pub place: Option<u32>,
    /// Why skipped.
    pub skipped: Option<SkipReason>,
}

/// The dispatch list: who is proposed, the first one first, then who is skipped.
#[must_use]
pub fn propose(candidates: Vec<Candidate>, skill: Option<&str>, order: DispatchOrder) -> Vec<Proposal> {
    let skill = skill.map(str::trim).filter(|text| !text.is_empty());
    let reason = |who: &Candidate| {
        if who.away {
            return Some(SkipReason::Away);
        }
        let lacks = skill.is_some_and(|asked| !who.skills.iter().any(|known| known == asked));
        lacks.then_some(SkipReason::Skill)
    };
    let mut list: Vec<(Option<SkipReason>, Candidate)> =
        candidates.into_iter().map(|who| (reason(&who), who)).collect();
    list.sort_by(|(a_skipped, a), (b_skipped, b)| {
        let (load, turn) = (a.open.cmp(&b.open), a.last_turn.cmp(&b.last_turn));
        let by = match order {
            DispatchOrder::Load => load.then(turn),
            DispatchOrder::Turn => turn.then(load),
        };
        // Who is skipped stands behind all who are proposed.
        Reverse(a_skipped.is_none())
            .cmp(&Reverse(b_skipped.is_none()))
            .then(by)
            .then(a.staff_no.cmp(&b.staff_no))
    });
    let proposal = |(index, (skipped, who)): (usize, (Option<SkipReason>, Candidate))| {
        let place = u32::try_from(index + 1).unwrap_or(u32::MAX);
        Proposal { who, place: skipped.is_none().then_some(place), skipped }
    };
    list.into_iter().enumerate().map(proposal).collect()
}

/// Who loses their turn where somebody is taken in turn: those who waited longer and are skipped; their next turn is in the
/// next round.
pub(super) fn skipped_turns(
    list: &[Proposal],
    taken: &StaffNo,
    ticket: &TicketNo,
    on: NaiveDate,
) -> Vec<Event> {
    let turn = list.iter().find(|line| line.who.staff_no == *taken).map(|line| &line.who.last_turn);
    let waited_longer = |line: &Proposal| turn.is_some_and(|turn| line.who.last_turn <= *turn);
    let skipped = list.iter().filter(|line| line.who.staff_no != *taken && waited_longer(line));
    let event = |line: &Proposal| {
        Some(Event::TurnSkipped(TurnSkipped {
            unit: ticket.unit.clone(),
            ticket: ticket.clone(),
            staff_no: line.who.staff_no.clone(),
            why: line.skipped?,
            on,
        }))
    };
    skipped.filter_map(event).collect()
}
