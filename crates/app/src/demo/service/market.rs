//! Customers and opportunities of the year.

use super::project::{Project, ProjectAct};
use super::words::{BODIES, COUNTIES, POSTS, PROJECTS};
use super::{Customer, Service, Todo, calendar, city, moment};
use crate::customer::{CustomerFields, RecordContact, RegisterCustomer};
use crate::demo::cast::{self, Engineer, UNITS};
use crate::demo::year::{Stage, unit_code};
use crate::error::AppError;
use chrono::{Datelike as _, NaiveDate};
use domain::opportunity::{Outcome, Stage as Phase};

/// Opportunities of the year.
const PROJECTS_OF_THE_YEAR: usize = 200;

/// Three customers of every unit, four where many engineers serve: some eighty.
pub(super) fn customers(random: &mut fastrand::Rng, service: &mut Service) {
    for (place, (unit, _, _, heads)) in UNITS.iter().enumerate() {
        for number in 0..3 + usize::from(*heads > 4) {
            let (body, sector) = BODIES[(place * 4 + number * 7) % BODIES.len()];
            let mut people = Vec::new();
            for who in 0..random.usize(1..4) {
                let (post, level) = POSTS[(number + who) % POSTS.len()];
                people.push((cast::name(random), post, level));
            }
            let customer = Customer {
                unit,
                name: format!("{}{}{body}", city(unit), COUNTIES[place]),
                sector,
                grade: ["战略客户", "重要客户", "一般客户", "一般客户"][random.usize(..4)],
                people,
                number: None,
            };
            service.customers.push(customer);
            let day = calendar::after(NaiveDate::from_ymd_opt(2026, 1, 4).unwrap_or_default(), 1);
            service.plan(moment(day, 9, random), Todo::Customer(service.customers.len() - 1));
        }
    }
}

/// Opportunities, found all over the year, each with its way through the stages as far as the year goes.
pub(super) fn projects(random: &mut fastrand::Rng, service: &mut Service, engineers: &[Engineer]) {
    let days: Vec<NaiveDate> = calendar::all().skip(1).collect();
    let mut found: Vec<NaiveDate> =
        (0..PROJECTS_OF_THE_YEAR).map(|_| days[random.usize(..days.len())]).collect();
    found.sort_unstable();
    for day in found {
        let there = calendar::there(engineers, day);
        let engineer = there[random.usize(..there.len())];
        let own: Vec<usize> =
            (0..service.customers.len()).filter(|c| service.customers[*c].unit == engineer.unit).collect();
        let customer = own[random.usize(..own.len())];
        let (stem, class) = PROJECTS[random.usize(..PROJECTS.len())];
        let phase = ["", "（二期）", "（一期）", ""][random.usize(..4)];
        let index = service.projects.len();
        let project = Project {
            unit: engineer.unit,
            customer,
            title: format!("{}{stem}项目{phase}", service.customers[customer].name),
            class,
            source: ["客户主动咨询", "合作伙伴推荐", "行业人脉", "研讨会"][random.usize(..4)],
            manager: cast::name(random),
            // From half a million to ten millions, in steps of ten thousand yuan.
            amount: 10_000 * random.u32(50..1_000),
            engineer: engineer.staff_no.clone(),
            key: random.u8(..100) < 20,
            rival: random.u8(..100) < 60,
            found_on: day,
            ended_on: None,
            tender_no: random.u32(100..999),
            number: None,
            records: 0,
            checkpoint: None,
        };
        service.projects.push(project);
        course(random, service, index);
    }
}

/// What becomes of an opportunity.
fn course(random: &mut fastrand::Rng, service: &mut Service, index: usize) {
    let mut day = service.projects[index].found_on;
    let plan = |service: &mut Service, random: &mut fastrand::Rng, day: NaiveDate, act: ProjectAct| {
        if day <= calendar::last() {
            let when = moment(day, random.u32(9..17), random);
            service.plan(when, Todo::Project(index, act));
        }
    };
    plan(service, random, day, ProjectAct::Register);
    let outcome = match random.u8(..100) {
        0..42 => Outcome::Won,
        42..52 => Outcome::Agreed,
        52..82 => Outcome::Lost,
        _ => Outcome::Dropped,
    };
    // Who gives up does so early.
    let last = if outcome == Outcome::Dropped { random.usize(1..4) } else { Phase::ALL.len() };
    for (place, phase) in Phase::ALL.into_iter().enumerate().take(last) {
        let filled = calendar::after(day, random.u32(1..6));
        plan(service, random, filled, ProjectAct::Fill(phase));
        day = calendar::after(filled, random.u32(4..16));
        if let Some(next) = Phase::ALL.get(place + 1).filter(|_| place + 1 < last) {
            plan(service, random, day, ProjectAct::Move(*next));
        }
    }
    plan(service, random, day, ProjectAct::Conclude(outcome));
    if day <= calendar::last() {
        service.projects[index].ended_on = Some(day);
    }
    if outcome.is_success() && day.month() < 11 {
        let handed_over = calendar::after(day, random.u32(2..8));
        plan(service, random, handed_over, ProjectAct::HandOver);
    }
}

impl Stage<'_> {
    pub(super) fn customer(&mut self, customer: &mut Customer) -> Result<(), AppError> {
        let given = |text: &str| Some(text.to_owned());
        let registered = self.app.invoke(RegisterCustomer {
            unit: unit_code(customer.unit)?,
            fields: CustomerFields {
                name: customer.name.clone(),
                sector: given(customer.sector),
                grade: given(customer.grade),
                address: Some(format!("{}政务中心市民大道 88 号", city(customer.unit))),
                phone: None,
                fax: None,
                business: None,
                needs: None,
            },
            anyway: false,
        })?;
        for (name, post, level) in &customer.people {
            self.app.invoke(RecordContact {
                customer: registered.customer.clone(),
                number: None,
                name: name.clone(),
                post: given(post),
                phone: None,
                mobile: None,
                mail: None,
                level: given(level),
                grade: None,
            })?;
        }
        customer.number = Some(registered.customer);
        Ok(())
    }
}
