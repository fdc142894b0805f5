//! What the branches do all year beside their months: customers, opportunities and tickets, act by act at its own time. Planned
//! beforehand by a generator of its own, so that the rest of the year stays as it is; done whenever the year comes to its moment.

mod calendar;
mod market;
mod project;
mod talk;
mod ticket;
mod words;

use super::cast::{Engineer, UNITS};
use super::roles::{ASKED_BY_ACCOUNT, UNIT as REQUESTERS_UNIT};
use super::year::{Stage, at, leader, manager, unit_code};
use crate::clock::Clock;
use crate::error::AppError;
use crate::parse;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::kernel::{Actor, Role};
use project::{Project, ProjectAct};
use std::collections::BTreeMap;
use talk::{Talk, TalkAct};
use ticket::{Ticket, TicketAct};

/// The same work every time.
const SEED: u64 = 0x5EA1_2026;

/// A customer as it is planned.
pub(super) struct Customer {
    unit: &'static str,
    name: String,
    sector: &'static str,
    grade: &'static str,
    people: Vec<(String, &'static str, &'static str)>,
    /// Its number, once it is registered.
    number: Option<String>,
}

/// Something that will be done.
#[derive(Clone, Copy)]
enum Todo {
    Customer(usize),
    Project(usize, ProjectAct),
    Ticket(usize, TicketAct),
    Talk(usize, TalkAct),
}

/// Everything that will be done.
#[derive(Default)]
pub(super) struct Service {
    customers: Vec<Customer>,
    projects: Vec<Project>,
    tickets: Vec<Ticket>,
    talks: Vec<Talk>,
    /// By moment, and by the order in which it was planned.
    agenda: BTreeMap<(DateTime<Utc>, usize), Todo>,
}

impl Service {
    fn plan(&mut self, moment: DateTime<Utc>, todo: Todo) {
        self.agenda.insert((moment, self.agenda.len()), todo);
    }

    /// Leaves out as many tickets of the requester's unit as are asked for under their own account.
    fn leave_to_requester(&mut self) {
        let theirs = (0..self.tickets.len()).filter(|index| self.tickets[*index].unit == REQUESTERS_UNIT);
        let left: Vec<usize> = theirs.take(ASKED_BY_ACCOUNT).collect();
        self.agenda.retain(|_, todo| !matches!(todo, Todo::Ticket(index, _) if left.contains(index)));
    }

    /// A unit's customers.
    fn customers_of(&self, unit: &str) -> Vec<usize> {
        (0..self.customers.len()).filter(|index| self.customers[*index].unit == unit).collect()
    }

    /// A unit's opportunities that are being worked on that day.
    fn running(&self, unit: &str, day: NaiveDate) -> Vec<usize> {
        let runs = |project: &Project| {
            project.unit == unit && project.found_on < day && project.ended_on.is_none_or(|ended| ended > day)
        };
        (0..self.projects.len()).filter(|index| runs(&self.projects[*index])).collect()
    }
}

/// A moment of a working day: its hour, and minutes that keep acts apart.
fn moment(day: NaiveDate, hour: u32, random: &mut fastrand::Rng) -> DateTime<Utc> {
    at(&day.to_string(), hour) + TimeDelta::seconds(i64::from(random.u32(..3_300)))
}

/// Plans the year for these engineers.
pub(super) fn planned(engineers: &[Engineer]) -> Service {
    let mut random = fastrand::Rng::with_seed(SEED);
    let mut service = Service::default();
    market::customers(&mut random, &mut service);
    market::projects(&mut random, &mut service, engineers);
    ticket::tickets(&mut random, &mut service, engineers);
    talk::talks(&mut random, &mut service, engineers);
    service.leave_to_requester();
    service
}

impl Stage<'_> {
    /// Does what is planned before that moment.
    pub(super) fn serve_until(&mut self, when: DateTime<Utc>) -> Result<(), AppError> {
        // Taken out while it is at work: what it does is no reason to look again.
        let Some(mut service) = self.service.take() else { return Ok(()) };
        while let Some(first) = service.agenda.first_entry() {
            let (moment, _) = *first.key();
            if moment >= when {
                break;
            }
            let todo = first.remove();
            self.serve(&mut service, moment, todo)?;
        }
        self.service = Some(service);
        Ok(())
    }

    fn serve(&mut self, service: &mut Service, moment: DateTime<Utc>, todo: Todo) -> Result<(), AppError> {
        let unit = match todo {
            Todo::Customer(index) => service.customers[index].unit,
            Todo::Project(index, _) => service.projects[index].unit,
            Todo::Ticket(index, _) => service.tickets[index].unit,
            Todo::Talk(index, _) => service.talks[index].unit,
        };
        self.told()?;
        // Several accounts work at once: only the journal has its order.
        self.now = moment.max(self.now + TimeDelta::milliseconds(1));
        self.app.clock = Clock::Fixed(self.now);
        let (account, role) = match todo {
            Todo::Talk(_, act) if act.is_leaders() => (leader(unit), Role::UnitLeader),
            _ => (manager(unit), Role::UnitManager),
        };
        self.app.actor =
            Some(Actor { account: parse::account(&account)?, role, unit: Some(unit_code(unit)?) });
        match todo {
            Todo::Customer(index) => self.customer(&mut service.customers[index]),
            Todo::Project(index, act) => {
                let project = &mut service.projects[index];
                self.project(project, &service.customers[project.customer], act)
            }
            Todo::Ticket(index, act) => {
                let ticket = &mut service.tickets[index];
                let project = ticket.project.and_then(|project| service.projects[project].number.clone());
                let customer = &service.customers[ticket.customer].name;
                self.ticket(ticket, customer, project, act)
            }
            Todo::Talk(index, act) => {
                let talk = &mut service.talks[index];
                let project = talk.project.and_then(|project| service.projects[project].number.clone());
                let customer = talk.customer.map(|customer| &service.customers[customer]);
                self.talk(talk, customer, project, act)
            }
        }
    }
}

/// A unit's city, as its customers are called.
fn city(unit: &str) -> &'static str {
    let name = UNITS.iter().find(|(code, ..)| *code == unit).map_or("", |(_, name, ..)| name);
    name.strip_suffix("分公司").unwrap_or("四川省")
}
