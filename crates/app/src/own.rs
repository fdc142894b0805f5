//! What is an account's own ([decision 0019](../../../docs/decisions/0019-what-is-ones-own.md)): the tickets that a requester asked
//! for, those that an engineer is a hand of, and the documents on them.

use crate::api::Act;
use crate::error::AppError;
use crate::rights::{Kind, Reach, Target, belongs_here, may, reach, reach_of};
use crate::session::App;
use domain::document::About;
use domain::kernel::{Actor, Role, StaffNo, UnitCode};
use domain::ticket::{Concern, TicketNo};
use std::collections::BTreeSet;

impl App {
    /// The engineer whose account is signed in; `None` for accounts that are no engineer's.
    pub(crate) fn hand(&self) -> Result<Option<StaffNo>, AppError> {
        self.hand_of(self.signed_in()?)
    }

    fn hand_of(&self, actor: &Actor) -> Result<Option<StaffNo>, AppError> {
        if actor.role != Role::Engineer {
            return Ok(None);
        }
        Ok(ledger::account::query::engineer(self.conn()?, &actor.account)?)
    }

    /// Whose tickets the account sees; `None` where it is not held to its own.
    pub(crate) fn concern(&self) -> Result<Option<Concern>, AppError> {
        self.concern_of(self.signed_in()?)
    }

    fn concern_of(&self, actor: &Actor) -> Result<Option<Concern>, AppError> {
        if reach(Act::Tickets, actor.role) != Reach::Mine {
            return Ok(None);
        }
        Ok(Some(match actor.role {
            Role::Requester => Concern::AskedBy(actor.account.clone()),
            _ => self.hand_of(actor)?.map_or(Concern::Nobody, Concern::HandOf),
        }))
    }

    /// The numbers of the account's own tickets; `None` where it is not held to them.
    pub(crate) fn own_tickets(&self) -> Result<Option<Vec<TicketNo>>, AppError> {
        self.own_tickets_of(self.signed_in()?)
    }

    fn own_tickets_of(&self, actor: &Actor) -> Result<Option<Vec<TicketNo>>, AppError> {
        let Some(whom) = self.concern_of(actor)? else { return Ok(None) };
        Ok(Some(ledger::ticket::list::numbers_of(self.conn()?, &whom)?))
    }

    /// A ticket as something to have a right to. One that is not there is nobody's own.
    pub(crate) fn ticket_target(&self, no: &TicketNo) -> Result<Target, AppError> {
        let mine = match self.concern()? {
            Some(whom) => {
                let known = ledger::ticket::facts::ticket(self.conn()?, no)?;
                known.is_some_and(|ticket| ticket.concerns(&whom))
            }
            None => false,
        };
        Ok(Target::Record { unit: no.unit.clone(), mine })
    }

    /// What documents hang on, as something to have a right to: a ticket's are for those whose ticket it is, those of opportunities
    /// and customers for those who read these.
    pub(crate) fn documents_target(&self, about: &About, unit: &UnitCode) -> Result<Target, AppError> {
        let mine = match about {
            About::Ticket(no) => return self.ticket_target(no),
            About::Opportunity(_) | About::Customer(_) => {
                reach_of(Kind::ReadCustomers, self.signed_in()?.role) == Reach::Own
            }
            About::Person(_) => false,
        };
        Ok(Target::Record { unit: unit.clone(), mine })
    }

    /// Whether the account may do that to what is targeted, without refusing.
    pub(crate) fn able(&self, act: Act, target: &Target) -> Result<bool, AppError> {
        self.able_as(self.signed_in()?, act, target)
    }

    /// Whether that account may do that to what is targeted.
    pub(crate) fn able_as(&self, actor: &Actor, act: Act, target: &Target) -> Result<bool, AppError> {
        let home = self.installation()?;
        Ok(belongs_here(act, home.role) && may(act, actor, target, &home.unit))
    }

    /// Refuses where the account is held to its own record and that staff number is another's.
    pub(crate) fn require_own_record(&self, act: Act, staff_no: &StaffNo) -> Result<(), AppError> {
        let actor = self.signed_in()?;
        let mine = self.hand()?.as_ref() == Some(staff_no);
        if reach(act, actor.role) != Reach::Mine || mine {
            return Ok(());
        }
        let unit = actor.unit.clone().map_or(Target::Province, |unit| Target::Record { unit, mine });
        self.require(act, &unit)
    }
}

/// The account's own tickets, to be asked of many things.
pub(crate) struct OwnTickets(Option<BTreeSet<TicketNo>>);

impl OwnTickets {
    pub(crate) fn of(app: &App, actor: &Actor) -> Result<Self, AppError> {
        Ok(Self(app.own_tickets_of(actor)?.map(|numbers| numbers.into_iter().collect())))
    }

    /// Whether the account is held to its own tickets, and that is one.
    pub(crate) fn has(&self, no: &TicketNo) -> bool {
        self.0.as_ref().is_some_and(|numbers| numbers.contains(no))
    }
}
